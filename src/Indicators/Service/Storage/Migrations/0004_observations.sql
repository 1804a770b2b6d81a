-- What was observed: of an indicator, in a unit, for a period. A year has a partition of its own, so that what is asked of one year
-- costs the same however many there are.

-- What agencies gave for a target before observations were of an indicator. They are taken over below and stay as they were.
alter table observations rename to target_observations;
alter table target_observations rename constraint observations_pkey to target_observations_pkey;
alter index observations_by_time rename to target_observations_by_time;
alter index observations_by_plan rename to target_observations_by_plan;
alter index observations_by_age rename to target_observations_by_age;
drop view observations_seen;
alter table current_observations rename to current_target_observations;
alter table current_target_observations rename constraint current_observations_pkey to current_target_observations_pkey;
update ground.append_only_tables set table_name = 'target_observations' where schema_name = 'public' and table_name = 'observations';

-- Units by a short key: of every unit the directory tells of.
create table measured_units (
    key     int generated always as identity primary key,
    unit_id uuid not null unique
);

-- Parts of an indicator by a short key ("area=rural;sex=female", dimensions in their order); 0 is the whole.
create table indicator_parts (
    key       int generated always as identity primary key,
    indicator int not null references indicators (key),
    part      text not null check (part ~ '^[a-z][a-z0-9_]*=[a-z][a-z0-9_]*(;[a-z][a-z0-9_]*=[a-z][a-z0-9_]*)*$'),
    unique (indicator, part),
    unique (key, indicator)
);

-- An act that gave values: who, when, from where. What it added and revised is known from its rows.
create table observation_batches (
    key         bigint generated always as identity primary key,
    id          uuid not null unique,
    agency_id   uuid not null,
    actor       text not null check (actor <> ''),
    source      text not null check (length(source) <= 500),
    -- of the document the values were taken from, lower-case hexadecimal
    attachment  text check (attachment ~ '^[0-9a-f]{64}$'),
    reason      text not null check (length(reason) <= 2000),
    recorded_at timestamptz not null
);
call ground.append_only('observation_batches');
create index observation_batches_by_agency on observation_batches (agency_id, key);

-- What counts now. Periods of a year by number: 0 the year, 1 and 2 its halves, 11 to 14 its quarters, 21 to 32 its months,
-- 101 to 466 its days.
create table observations (
    batch       bigint not null,
    indicator   int not null,
    unit        int not null,
    part        int not null,
    revision    int not null check (revision > 0),
    year        smallint not null check (year between 1900 and 2155),
    period      smallint not null check (period = 0 or period between 1 and 2 or period between 11 and 14 or period between 21 and 32 or period between 101 and 466),
    -- expected of a period that has not closed ("ước thực hiện"); it stands beside what was done until now
    estimate    bool not null,
    -- published by the statistics office
    official    bool not null,
    achieved    bool,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    note        text check (length(note) between 1 and 2000),
    primary key (year, indicator, unit, period, part, estimate),
    check (num_nonnulls(value, achieved) = 1),
    check (achieved is null or note is not null)
) partition by range (year);

-- What counted before, row by row as it was, and the act that put another in its place.
create table observation_revisions (
    batch       bigint not null,
    replaced_by bigint not null,
    indicator   int not null,
    unit        int not null,
    part        int not null,
    revision    int not null,
    year        smallint not null,
    period      smallint not null,
    estimate    bool not null,
    official    bool not null,
    achieved    bool,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    note        text,
    primary key (year, indicator, unit, period, part, estimate, revision)
) partition by range (year);

-- Sums over the units of a level within an area, kept with every change of what they are sums of. Everything else is counted from
-- them: a mean from total and units, a rate from numerator and denominator, the country from its provinces.
create table rollups (
    indicator   int not null,
    area        int not null,
    part        int not null,
    -- units with a value, and those of them with a denominator
    units       int not null check (units >= 0),
    weighted    int not null check (weighted between 0 and units),
    year        smallint not null,
    period      smallint not null,
    -- 0: the units are in the area then and now; 1: only as it was then; 2: only as it is now
    boundaries  smallint not null check (boundaries between 0 and 2),
    -- of the units: 1 province, 2 district, 3 commune
    level       smallint not null check (level between 1 and 3),
    estimate    bool not null,
    total       numeric not null,
    numerator   numeric not null,
    denominator numeric not null,
    primary key (year, indicator, period, area, boundaries, level, part, estimate)
) partition by range (year);

do $$
declare
    kept text;
    part record;
begin
    foreach kept in array array['observations', 'observation_revisions', 'rollups'] loop
        execute format('create table %I partition of %I for values from (minvalue) to (2015)', kept || '_before', kept);
        for year in 2015..2045 loop
            execute format('create table %I partition of %I for values from (%s) to (%s)', kept || '_' || year, kept, year, year + 1);
        end loop;
        execute format('create table %I partition of %I for values from (2046) to (maxvalue)', kept || '_after', kept);
    end loop;
    -- each partition by itself: a trigger of the whole does not watch what is asked of a part
    for part in select relid from pg_partition_tree('observation_revisions') loop
        call ground.append_only(part.relid);
    end loop;
end $$;

-- The rows of an act: they came one after the other.
create index observations_by_batch on observations using brin (batch) with (pages_per_range = 32, autosummarize = on);

-- As they are shown: with the act that gave them, by ids instead of keys.
create view current_observations as
select o.batch, o.indicator, o.unit, o.part, o.revision, o.year, o.period, o.estimate, o.official, o.achieved, o.value, o.numerator, o.denominator, o.note,
    true as current, i.id as indicator_id, u.unit_id, p.part as part_of, b.id as batch_id, b.agency_id, b.actor, b.source, b.attachment, b.reason, b.recorded_at
from observations o
join observation_batches b on b.key = o.batch
join indicators i on i.key = o.indicator
join measured_units u on u.key = o.unit
left join indicator_parts p on p.key = o.part;

create view observations_seen as
select * from current_observations
union all
select o.batch, o.indicator, o.unit, o.part, o.revision, o.year, o.period, o.estimate, o.official, o.achieved, o.value, o.numerator, o.denominator, o.note,
    false, i.id, u.unit_id, p.part, b.id, b.agency_id, b.actor, b.source, b.attachment, b.reason, b.recorded_at
from observation_revisions o
join observation_batches b on b.key = o.batch
join indicators i on i.key = o.indicator
join measured_units u on u.key = o.unit
left join indicator_parts p on p.key = o.part;

-- Targets whose ratings have to be looked at again, after an act that touched more of them than it could rate itself.
create table ratings_due (
    target_id uuid primary key references targets_in_force (id)
);

-- A rating rests on a value, which has a name but no row of its own id any more.
alter table ratings drop constraint ratings_observation_id_fkey;
