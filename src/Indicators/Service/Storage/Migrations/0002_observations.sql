-- What agencies observed of targets, and how the targets stand by it.

-- Every value that was ever given: the last revision of a target, agency and period is the one that counts.
create table observations (
    id            uuid primary key,
    batch_id      uuid not null,
    target_id     uuid not null references targets_in_force (id),
    plan_id       uuid not null,
    agency_id     uuid not null,
    period        text not null check (period ~ '^\d{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    period_end    date not null,
    period_months int not null check (period_months in (1, 3, 6, 12)),
    value         numeric,
    achieved      bool,
    estimate      bool not null,
    source        text not null check (length(source) <= 500),
    note          text not null check (length(note) <= 2000),
    revision      int not null check (revision > 0),
    actor         text not null check (actor <> ''),
    recorded_at   timestamptz not null,
    unique (target_id, agency_id, period, revision),
    -- so that what is current can only be current for its own target, agency and period
    unique (id, target_id, agency_id, period),
    check (value is not null or achieved is not null),
    check (achieved is null or note <> '')
);
call ground.append_only('observations');

create index observations_by_time on observations (recorded_at, id);
create index observations_by_plan on observations (plan_id, period);
create index observations_by_age on observations (target_id, period_end desc, period_months desc, recorded_at desc);

-- Which revision counts: one for each target, agency and period.
create table current_observations (
    target_id      uuid not null,
    agency_id      uuid not null,
    period         text not null,
    observation_id uuid not null unique,
    primary key (target_id, agency_id, period),
    foreign key (observation_id, target_id, agency_id, period) references observations (id, target_id, agency_id, period)
);

create view observations_seen as
select o.*, c.observation_id is not null as current
from observations o left join current_observations c on c.observation_id = o.id;

-- How each observed target stands. The version grows with each rating that says something else.
create table ratings (
    target_id         uuid primary key references targets_in_force (id),
    version           bigint not null check (version > 0),
    observation_id    uuid not null references observations (id),
    period            text not null,
    verdict           text not null check (verdict in ('not_due', 'met', 'exceeded', 'not_met', 'not_rated')),
    rule              text not null check (rule ~ '^[A-Z][A-Z_]*$'),
    explanation       text not null,
    explanation_vi    text not null,
    satisfied         bool,
    percent_of_target text not null,
    rated_at          timestamptz not null
);
