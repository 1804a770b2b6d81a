-- What other documents change of published plans. The publication stays as it was; an amendment stands over it, field by field, from its
-- first day on. Two times are kept of each: the day from which it holds and the moment it was recorded.

-- A published plan changes in nothing but its version, which grows with each amendment.
drop trigger published_plans_never_change on plans;
create trigger published_plans_never_change before update on plans
    for each row when (old.state = 'published' and (to_jsonb(old) - 'version' - 'updated_at') is distinct from (to_jsonb(new) - 'version' - 'updated_at'))
    execute function refuse_change_of_plan('it is published');

create table plan_amendments (
    id               uuid primary key,
    -- the order of recording, for those of one day
    ordinal          bigint generated always as identity,
    plan_id          uuid not null references plans,
    -- the amending document: of the register, or only named
    amending_plan_id uuid references plans check (amending_plan_id <> plan_id),
    number           text check (number <> ''),
    issued_on        date,
    issuer           text check (issuer <> ''),
    title            text check (title <> ''),
    effective_on     date not null,
    note             text not null,
    actor            text not null check (actor <> ''),
    recorded_at      timestamptz not null,
    unique (id, plan_id),
    constraint amendments_name_their_document check (amending_plan_id is not null or (number is not null and issued_on is not null)),
    constraint amendments_hold_from_their_issue_on check (not effective_on < issued_on)
);
create index plan_amendments_in_order on plan_amendments (plan_id, effective_on, ordinal);
create index plan_amendments_by_document on plan_amendments (amending_plan_id) where amending_plan_id is not null;

-- Item is the item as it was decided; patch the columns of it that change, of an added item all. Both null when it is dropped. Other
-- columns are left to other amendments: what holds on a day is what all of them make of it in the order of their days.
create table plan_amended_items (
    amendment_id uuid not null,
    plan_id      uuid not null,
    position     int not null check (position > 0),
    kind         text not null check (kind in ('target', 'task', 'reporting_duty')),
    item_id      uuid not null,
    change       text not null check (change in ('added', 'changed', 'dropped')),
    -- the difference as it was shown: words before and after, and the fields
    before       text not null,
    after        text not null,
    fields       jsonb not null check (jsonb_typeof(fields) = 'array'),
    item         jsonb,
    patch        jsonb,
    primary key (amendment_id, item_id),
    unique (amendment_id, position),
    foreign key (amendment_id, plan_id) references plan_amendments (id, plan_id),
    constraint only_dropped_items_have_nothing_left check ((change = 'dropped') = (item is null) and (change = 'dropped') = (patch is null))
);
create index plan_amended_items_by_item on plan_amended_items (plan_id, item_id);

-- Whom the names in amended duties mean, fixed when the amendment was recorded.
create table plan_amended_parties (
    amendment_id uuid not null references plan_amendments,
    duty_id      uuid not null,
    role         text not null check (role in ('reporter', 'addressee', 'via')),
    position     int not null check (position > 0),
    text         text not null,
    agency_id    uuid references agencies,
    group_unit   uuid references units,
    group_below  bool,
    group_kinds  text[],
    primary key (amendment_id, duty_id, role, position),
    constraint one_agency_or_a_group check (agency_id is null or group_unit is null),
    constraint a_group_is_whole check (num_nonnulls(group_unit, group_below, group_kinds) in (0, 3))
);

create table plan_amendment_cancellations (
    amendment_id uuid primary key references plan_amendments,
    reason       text not null check (reason <> ''),
    actor        text not null check (actor <> ''),
    recorded_at  timestamptz not null
);

-- That it was announced, with the version of the plan that it made.
create table plan_amendment_effects (
    amendment_id uuid primary key references plan_amendments,
    plan_version bigint not null check (plan_version > 0),
    announced_at timestamptz not null
);

call ground.append_only('plan_amendments');
call ground.append_only('plan_amended_items');
call ground.append_only('plan_amended_parties');
call ground.append_only('plan_amendment_cancellations');
call ground.append_only('plan_amendment_effects');

create function refuse_two_ends() returns trigger language plpgsql as $$
begin
    if exists (select from plan_amendment_cancellations where amendment_id = new.amendment_id) and exists (select from plan_amendment_effects where amendment_id = new.amendment_id) then
        raise exception 'an amendment takes effect or is cancelled, never both' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger amendments_end_one_way after insert on plan_amendment_cancellations for each row execute function refuse_two_ends();
create trigger amendments_end_one_way after insert on plan_amendment_effects for each row execute function refuse_two_ends();

-- The amendments of a plan that held on a day, as they were known at a time, in the order in which they stand over each other.
create function amendments_in_force(plan uuid, on_day date, known_at timestamptz) returns setof plan_amendments language sql stable as $$
    select a.* from plan_amendments a
    where a.plan_id = plan and a.effective_on <= on_day and a.recorded_at <= known_at
        and not exists (select from plan_amendment_cancellations c where c.amendment_id = a.id and c.recorded_at <= known_at)
$$;

create aggregate stacked(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- What amendments in effect came to, for the counts and dates that lists show: one row an item.
create view amended_items_in_effect as
select i.plan_id, i.kind, i.item_id, bool_or(i.change = 'added') as added, bool_or(i.change = 'dropped') as dropped,
    stacked(coalesce(i.patch, '{}') order by a.effective_on, a.ordinal) as patch
from plan_amended_items i join plan_amendments a on a.id = i.amendment_id join plan_amendment_effects e on e.amendment_id = a.id
group by i.plan_id, i.kind, i.item_id;

create or replace view current_targets as
with published as (
    select plan_id, id, section from plan_targets t
    where not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id)
    union all
    select plan_id, item_id, content ->> 'section' from newest_corrected_items where kind = 'target' and content is not null
)
select p.plan_id, coalesce(a.patch ->> 'section', p.section) as section
from published p left join amended_items_in_effect a on a.plan_id = p.plan_id and a.item_id = p.id
where not coalesce(a.dropped, false)
union all
select plan_id, patch ->> 'section' from amended_items_in_effect where kind = 'target' and added and not dropped;

create or replace view current_tasks as
with published as (
    select plan_id, id from plan_tasks t
    where not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id)
    union all
    select plan_id, item_id from newest_corrected_items where kind = 'task' and content is not null
)
select p.plan_id, p.id from published p
where not exists (select from amended_items_in_effect a where a.plan_id = p.plan_id and a.item_id = p.id and a.dropped)
union all
select plan_id, item_id from amended_items_in_effect where kind = 'task' and added and not dropped;

create or replace view current_duties as
with published as (
    select plan_id, id, to_jsonb(d) as duty from plan_duties d
    where not exists (select from plan_corrected_items c where c.plan_id = d.plan_id and c.item_id = d.id)
    union all
    select plan_id, item_id, content from newest_corrected_items where kind = 'reporting_duty' and content is not null
)
select p.plan_id, (p.duty || coalesce(a.patch, '{}'))::json as duty
from published p left join amended_items_in_effect a on a.plan_id = p.plan_id and a.item_id = p.id
where not coalesce(a.dropped, false)
union all
select plan_id, patch::json from amended_items_in_effect where kind = 'reporting_duty' and added and not dropped;
