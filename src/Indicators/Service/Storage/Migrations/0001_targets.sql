-- Targets that published plans put in force, and the acts that did so.

-- One row for each announcement that had an effect. An announcement that had it twice could not hide here.
create table adoptions (
    event_id     uuid primary key,
    plan_id      uuid not null,
    plan_version bigint not null check (plan_version > 0),
    adopted_at   timestamptz not null,
    target_count int not null check (target_count >= 0),
    unique (plan_id, plan_version),
    unique (event_id, plan_id)
);
call ground.append_only('adoptions');

-- The newest state of each target. One that an amendment dropped stays, with the time it ended.
create table targets_in_force (
    id         uuid primary key,
    plan_id    uuid not null,
    adopted_by uuid not null,
    adopted_at timestamptz not null,
    ended_at   timestamptz,
    position   int not null check (position > 0),
    parent_id  uuid check (parent_id <> id),
    section    text not null check (section in ('targets', 'vision', 'tasks')),
    indicator  text not null check (indicator <> ''),
    comparator text check (comparator in ('eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx', 'decrease_by', 'increase_by', 'achieve')),
    value      numeric,
    value_max  numeric,
    unit       text,
    bound      text check (bound in ('eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx')),
    per_year   bool not null,
    population text,
    geography  text,
    year       int,
    direction  text check (direction in ('up', 'down')),
    -- a target never moves to another plan
    foreign key (adopted_by, plan_id) references adoptions (event_id, plan_id)
);

create unique index targets_in_force_by_plan on targets_in_force (plan_id, position) where ended_at is null;
