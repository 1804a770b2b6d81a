-- In which areas a unit is, as it was and as it is now: what roll-ups are summed by.

alter table measured_units add measured bool not null default false;

create table unit_areas (
    unit       int not null references measured_units (key),
    area       int not null references measured_units (key) check (area <> unit),
    -- as in rollups
    boundaries smallint not null check (boundaries between 0 and 2),
    level      smallint not null check (level between 1 and 3),
    primary key (unit, area)
);
create index unit_areas_by_area on unit_areas (area);

-- Who has the territory of a unit in the end: itself while nobody succeeded it.
create view unit_heirs (unit_id, heir_id) as
with recursive line (unit_id, node) as (
    select id, id from directory_units
    union
    select line.unit_id, heir from line join directory_units d on d.id = line.node, unnest(d.succeeded_by) heir
)
select line.unit_id, line.node from line join directory_units d on d.id = line.node where cardinality(d.succeeded_by) = 0;

-- What a unit was in.
create view areas_then (unit_id, area_id) as
with recursive up (unit_id, area_id) as (
    select id, parent_id from directory_units where parent_id is not null
    union
    select up.unit_id, d.parent_id from up join directory_units d on d.id = up.area_id where d.parent_id is not null
)
select up.unit_id, up.area_id from up join directory_units d on d.id = up.area_id where d.level <> 'country';

-- What its whole territory is in now: the heir, and what each of several heirs is in.
create view areas_now (unit_id, area_id) as
with recursive only_heirs (unit_id, heir_id) as (
    select unit_id, (array_agg(heir_id))[1] from unit_heirs group by unit_id having count(*) = 1
), up (heir_id, area_id) as (
    select distinct heir_id, heir_id from unit_heirs
    union
    select up.heir_id, o.heir_id from up join directory_units d on d.id = up.area_id join only_heirs o on o.unit_id = d.parent_id
), counted (unit_id, heirs) as (
    select unit_id, count(*) from unit_heirs group by unit_id
)
select h.unit_id, up.area_id
from unit_heirs h join up using (heir_id) join counted using (unit_id) join directory_units d on d.id = up.area_id
where d.level <> 'country' and up.area_id <> h.unit_id
group by h.unit_id, up.area_id, counted.heirs
having count(*) = counted.heirs;

create view unit_areas_by_directory (unit, area, boundaries, level) as
select u.key, a.key, case when bool_and(m.past) then 1 when not bool_or(m.past) then 2 else 0 end::smallint,
    case d.level when 'province' then 1 when 'district' then 2 else 3 end::smallint
from (select unit_id, area_id, true as past from areas_then union all select unit_id, area_id, false from areas_now) m
join measured_units u on u.unit_id = m.unit_id join measured_units a on a.unit_id = m.area_id
join directory_units d on d.id = m.unit_id
where d.level <> 'country'
group by u.key, a.key, d.level;

-- What roll-ups have to be, counted from every value.
create view rollups_by_observations as
select o.indicator, a.area, o.part, count(*)::int as units, count(o.denominator)::int as weighted, o.year, o.period, a.boundaries, a.level, o.estimate,
    sum(coalesce(o.value, o.achieved::int)) as total, coalesce(sum(o.numerator), 0) as numerator, coalesce(sum(o.denominator), 0) as denominator
from observations o join unit_areas a on a.unit = o.unit
group by o.indicator, a.area, o.part, o.year, o.period, a.boundaries, a.level, o.estimate;

-- Roll-ups are not counted anew while values are recorded, and the other way round: who records holds the same lock, shared.
create function units_follow_directory() returns trigger language plpgsql as $$
declare
    moved int[];
begin
    if tg_op = 'INSERT' then
        if not exists (select from changed) then
            return null;
        end if;
    elsif not exists (select from changed c join before b using (id)
        where (c.level, c.parent_id, c.succeeded_by) is distinct from (b.level, b.parent_id, b.succeeded_by)) then
        return null;
    end if;
    insert into measured_units (unit_id) select id from changed order by id on conflict do nothing;
    perform pg_advisory_xact_lock(hashtextextended('rollups', 0));
    with gone as (
        delete from unit_areas a where not exists (select from unit_areas_by_directory d where (d.unit, d.area) = (a.unit, a.area))
        returning a.unit, a.area
    ), there as (
        insert into unit_areas select d.unit, d.area, d.boundaries, d.level from unit_areas_by_directory d
        where not exists (select from unit_areas a where (a.unit, a.area, a.boundaries, a.level) = (d.unit, d.area, d.boundaries, d.level))
        on conflict (unit, area) do update set boundaries = excluded.boundaries, level = excluded.level
        returning unit, area
    )
    select array_agg(distinct m.area) into moved
    from (select * from gone union all select * from there) m join measured_units u on u.key = m.unit where u.measured;
    if moved is not null then
        delete from rollups where area = any(moved);
        insert into rollups (indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator)
        select indicator, area, part, units, weighted, year, period, boundaries, level, estimate, total, numerator, denominator
        from rollups_by_observations where area = any(moved);
    end if;
    return null;
end $$;
create trigger new_units_have_areas after insert on directory_units
    referencing new table as changed for each statement execute function units_follow_directory();
create trigger changed_units_have_areas after update on directory_units
    referencing old table as before new table as changed for each statement execute function units_follow_directory();

insert into measured_units (unit_id) select id from directory_units order by id;
insert into unit_areas select unit, area, boundaries, level from unit_areas_by_directory;
