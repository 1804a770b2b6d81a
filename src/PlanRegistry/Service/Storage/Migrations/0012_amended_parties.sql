-- Names that amendments write, and names that a person said mean somebody else, count from their day on; who hears of plans is told.

-- That others were told whom a name means since; one row for each assignment in a published plan.
create table party_assignment_effects (
    assignment_id uuid primary key references party_assignments (id),
    plan_version  bigint not null check (plan_version > 0),
    announced_at  timestamptz not null
);
call ground.append_only('party_assignment_effects');

-- Whom the names in published plans mean on a day: as the last amendment of the duty's names wrote them, else as fixed at publication;
-- unless a person has said otherwise since.
create or replace function parties_on(day date) returns table (plan_id uuid, duty_id uuid, role text, "position" int, text text,
    agency_id uuid, group_unit uuid, group_below bool, group_kinds text[]) language sql stable as $$
    with changes as (
        select i.plan_id, i.item_id, i.change, i.patch, i.amendment_id, a.effective_on, a.ordinal
        from plan_amended_items i join plan_amendments a on a.id = i.amendment_id
        where i.kind = 'reporting_duty' and a.effective_on <= day
            and not exists (select from plan_amendment_cancellations c where c.amendment_id = a.id)
    ), written as (
        select distinct on (c.plan_id, c.item_id, f.role) c.plan_id, c.item_id as duty_id, f.role, c.amendment_id
        from changes c join (values ('reporter', 'reporters'), ('addressee', 'addressees'), ('via', 'via')) as f (role, field) on c.patch ? f.field
        order by c.plan_id, c.item_id, f.role, c.effective_on desc, c.ordinal desc
    ), base as (
        select p.* from plan_parties p
        where not exists (select from written w where w.plan_id = p.plan_id and w.duty_id = p.duty_id and w.role = p.role)
        union all
        select w.plan_id, w.duty_id, w.role, p.position, p.text, p.agency_id, p.group_unit, p.group_below, p.group_kinds
        from written w join plan_amended_parties p on p.amendment_id = w.amendment_id and p.duty_id = w.duty_id and p.role = w.role
    )
    select p.plan_id, p.duty_id, p.role, p.position, p.text,
        case when a.id is null then p.agency_id else a.agency_id end,
        case when a.id is null then p.group_unit else a.group_unit end,
        case when a.id is null then p.group_below else a.group_below end,
        case when a.id is null then p.group_kinds else a.group_kinds end
    from base p left join lateral (
        select * from party_assignments a
        where a.plan_id = p.plan_id and a.duty_id is not distinct from p.duty_id and a.role = p.role and a.position = p.position
            and a.text = p.text and a.valid_from <= day
        order by a.valid_from desc, a.sequence desc limit 1
    ) a on true
    where not exists (select from changes c where c.plan_id = p.plan_id and c.item_id = p.duty_id and c.change = 'dropped')
$$;

-- Tasks as they stand, with the lead that the text names.
create view current_task_leads as
with published as (
    select t.plan_id, t.id, t.position, coalesce(c.content ->> 'heading', t.heading) as heading, case when c.item_id is null then t.lead else c.content ->> 'lead' end as lead
    from plan_tasks t left join newest_corrected_items c on c.plan_id = t.plan_id and c.item_id = t.id
    where c.item_id is null or c.content is not null
)
select p.plan_id, p.id, p.position, coalesce(a.patch ->> 'heading', p.heading) as heading, case when a.patch ? 'lead' then a.patch ->> 'lead' else p.lead end as lead
from published p left join amended_items_in_effect a on a.plan_id = p.plan_id and a.item_id = p.id
where not coalesce(a.dropped, false)
union all
select plan_id, item_id, 1000000, patch ->> 'heading', patch ->> 'lead' from amended_items_in_effect where kind = 'task' and added and not dropped;

-- What an amendment in effect made of an item is what is found of it.
create function search_amended_items() returns trigger language plpgsql as $$
begin
    delete from search_entries e using plan_amended_items i where i.amendment_id = new.amendment_id and e.kind = i.kind and e.id = i.item_id;
    insert into search_entries (kind, id, plan_id, head, body)
    select 'target', i.item_id, i.plan_id, t.text, search_body(t)
    from plan_amended_items i join amended_items_in_effect a on a.plan_id = i.plan_id and a.item_id = i.item_id
        left join plan_targets b on b.id = i.item_id left join newest_corrected_items c on c.plan_id = i.plan_id and c.item_id = i.item_id,
        jsonb_populate_record(null::plan_targets, coalesce(c.content, to_jsonb(b), '{}') || a.patch) t
    where i.amendment_id = new.amendment_id and i.kind = 'target' and not a.dropped and t.text <> ''
    union all
    select 'task', i.item_id, i.plan_id, t.heading, search_body(t)
    from plan_amended_items i join amended_items_in_effect a on a.plan_id = i.plan_id and a.item_id = i.item_id
        left join plan_tasks b on b.id = i.item_id left join newest_corrected_items c on c.plan_id = i.plan_id and c.item_id = i.item_id,
        jsonb_populate_record(null::plan_tasks, coalesce(c.content, to_jsonb(b), '{}') || a.patch) t
    where i.amendment_id = new.amendment_id and i.kind = 'task' and not a.dropped and t.heading <> '';
    return null;
end $$;
create trigger amendments_can_be_searched after insert on plan_amendment_effects for each row execute function search_amended_items();
