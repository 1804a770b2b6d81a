-- More of what a document says: its status, objectives, tables of tasks, when a task is to be done and what comes of it, reports
-- due so long after an event; and the text that all spans point into, where the document was no text itself.

alter table plans
    add status text check (status in ('draft', 'issued')),
    add text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$');
comment on column plans.text_sha256 is 'the decoded text in the file store; null when the file itself is the text';

alter table plan_targets add indicator_code text check (indicator_code <> '');

alter table plan_tasks
    add time text check (time <> ''),
    add deliverable text check (deliverable <> '');

alter table plan_duties
    add within_amount int check (within_amount > 0),
    add within_unit text check (within_unit in ('hours', 'days', 'working_days')),
    add within_after text check (within_after <> ''),
    add constraint a_term_has_an_amount_and_a_unit check ((within_amount is null) = (within_unit is null) and (within_after is null or within_amount is not null));

create table plan_objectives (
    plan_id  uuid not null references plans,
    position int not null check (position > 0),
    text     text not null check (text <> ''),
    vision   bool not null,
    span     int4range not null check (not isempty(span) and lower(span) >= 0),
    primary key (plan_id, position)
);

create table plan_task_rows (
    plan_id      uuid not null references plans,
    position     int not null check (position > 0),
    number       text check (number <> ''),
    heading      text check (heading <> ''),
    text         text not null check (text <> ''),
    lead         text check (lead <> ''),
    coordinating text[] not null,
    time         text check (time <> ''),
    deliverable  text check (deliverable <> ''),
    span         int4range not null check (not isempty(span) and lower(span) >= 0),
    primary key (plan_id, position)
);

-- An item as a person corrected it, or null when he dropped it; the newest of an item counts. What was read stays as it was read.
create table plan_corrected_items (
    plan_id      uuid not null references plans,
    plan_version bigint not null check (plan_version > 1),
    kind         text not null check (kind in ('target', 'task', 'reporting_duty')),
    item_id      uuid not null,
    content      jsonb,
    primary key (plan_id, plan_version, item_id)
);

call ground.append_only('plan_objectives');
call ground.append_only('plan_task_rows');
call ground.append_only('plan_corrected_items');

create trigger published_plans_take_no_rows before insert on plan_objectives
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_task_rows
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_corrected_items
    for each row execute function refuse_rows_of_published_plan();

-- What counts of each item.
create view newest_corrected_items as
select distinct on (plan_id, item_id) plan_id, kind, item_id, content
from plan_corrected_items order by plan_id, item_id, plan_version desc;

create view current_targets as
select plan_id, section from plan_targets t
where not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id)
union all
select plan_id, content ->> 'section' from newest_corrected_items where kind = 'target' and content is not null;

create view current_tasks as
select plan_id, id from plan_tasks t
where not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id)
union all
select plan_id, item_id from newest_corrected_items where kind = 'task' and content is not null;

create view current_duties as
select plan_id, to_json(d) as duty from plan_duties d
where not exists (select from plan_corrected_items c where c.plan_id = d.plan_id and c.item_id = d.id)
union all
select plan_id, content::json from newest_corrected_items where kind = 'reporting_duty' and content is not null;

drop view plan_overviews;
create view plan_overviews as
select plans.*,
    (select count(*) from current_targets where plan_id = plans.id and section <> 'vision')::int as target_count,
    (select count(*) from current_targets where plan_id = plans.id and section = 'vision')::int as vision_target_count,
    (select count(*) from current_tasks where plan_id = plans.id)::int as task_count,
    (select count(*) from current_duties where plan_id = plans.id)::int as duty_count,
    (select count(*) from current_duties where plan_id = plans.id and (duty ->> 'deadline_day' is not null or duty ->> 'once_on' is not null))::int
        as dated_duty_count,
    (select count(*) from plan_flags f where plan_id = plans.id
        and not exists (select from plan_corrected_items c where c.plan_id = f.plan_id and c.item_id in (f.target_id, f.duty_id)))::int as flag_count
from plans;
