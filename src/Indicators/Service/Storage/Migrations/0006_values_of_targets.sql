-- Values that were given for targets before observations were of an indicator: each is of the indicator that its target asks for, in the
-- unit of the agency that gave it. Where two agencies of a unit gave one of the same, the later is a revision of the earlier.

insert into indicators (id, version, code, name, name_en, unit, kind, direction, population, over_units, over_time, theme, origin, created_at, updated_at, folded, bare)
select gen_random_uuid(), 1, 'plan_' || md5(concat_ws('/', kind, indicator, unit, population)), indicator, '', unit, kind, min(direction), population, 'none', 'last',
    'plan', 'plan', min(adopted_at), min(adopted_at), lower(indicator), lower(indicator)
from (
    select case when t.comparator = 'achieve' then 'judgement' else 'number' end as kind, t.indicator,
        case when t.comparator = 'achieve' then '' else coalesce(t.unit, '') end as unit, coalesce(t.population, '') as population, t.direction, t.adopted_at
    from targets_in_force t where t.indicator_id is null and exists (select from target_observations o where o.target_id = t.id)
) asked
group by kind, indicator, unit, population
on conflict (code) do nothing;

update targets_in_force t set indicator_version = 1, indicator_id = (
    select i.id from indicators i where i.code = 'plan_' || md5(concat_ws('/',
        case when t.comparator = 'achieve' then 'judgement' else 'number' end, t.indicator,
        case when t.comparator = 'achieve' then '' else coalesce(t.unit, '') end, coalesce(t.population, ''))))
where t.indicator_id is null and exists (select from target_observations o where o.target_id = t.id);

insert into target_indicators (target_id, version, indicator_id, basis, reason, actor, assigned_at)
select t.id, 1, t.indicator_id, 'made', 'Values had been given for the target.', 'migration', t.adopted_at
from targets_in_force t where t.indicator_version = 1 and exists (select from target_observations o where o.target_id = t.id);

insert into observation_batches (id, agency_id, actor, source, reason, recorded_at)
select batch_id, agency_id, actor, source, '', recorded_at
from (select distinct on (batch_id) * from target_observations order by batch_id, recorded_at, id) act
order by recorded_at, batch_id;

create temp table taken_over on commit drop as
select b.key as batch, i.key as indicator, u.key as unit, split_part(o.period, '-', 1)::smallint as year,
    case when o.period ~ '^\d{4}$' then 0 when o.period ~ 'H' then right(o.period, 1)::int when o.period ~ 'Q' then 10 + right(o.period, 1)::int
        else 20 + right(o.period, 2)::int end::smallint as period,
    o.estimate, o.achieved, trim_scale(round(o.value, 6)) as value, nullif(o.note, '') as note,
    row_number() over same as revision, lead(b.key) over same as replaced_by
from target_observations o
join targets_in_force t on t.id = o.target_id join indicators i on i.id = t.indicator_id
join observation_batches b on b.id = o.batch_id
join directory_agencies a on a.id = o.agency_id join measured_units u on u.unit_id = a.unit_id
window same as (partition by i.key, u.key, o.period, o.estimate order by o.recorded_at, o.id);

insert into observations (batch, indicator, unit, part, revision, year, period, estimate, official, achieved, value, note)
select batch, indicator, unit, 0, revision, year, period, estimate, false, achieved, case when achieved is null then value end, note
from taken_over where replaced_by is null;

insert into observation_revisions (batch, replaced_by, indicator, unit, part, revision, year, period, estimate, official, achieved, value, note)
select batch, replaced_by, indicator, unit, 0, revision, year, period, estimate, false, achieved, case when achieved is null then value end, note
from taken_over where replaced_by is not null;

update measured_units set measured = true where key in (select unit from taken_over);

insert into rollups (indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator)
select indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator from rollups_by_observations;

-- What rested on them rests on their new names.
insert into ratings_due (target_id) select target_id from ratings;
