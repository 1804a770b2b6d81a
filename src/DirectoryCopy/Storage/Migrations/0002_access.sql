-- How agencies and units stand to each other, as PlanRegistry's own views of these names say: what decides who may see and change what.

create view directory_seats (id, codes, valid_to) as select id, codes, valid_to from directory_agencies;

create view directory_bonds (below, above, since, inherited) as
select id, parent_id, null::date, false from directory_agencies where parent_id is not null
union all
select id, unit_id, null, false from directory_agencies where kind in ('peoples_committee', 'department', 'service_unit')
union all
select unit_id, id, null, false from directory_agencies where kind = 'peoples_committee'
union all
select id, parent_id, null, false from directory_units where parent_id is not null
union all
select id, succeeded_by[1], valid_to + 1, true from directory_agencies where cardinality(succeeded_by) = 1 and valid_to is not null
union all
select id, succeeded_by[1], valid_to + 1, true from directory_units where cardinality(succeeded_by) = 1 and valid_to is not null;

create index directory_agencies_by_parent on directory_agencies (parent_id) where parent_id is not null;
create index directory_agencies_by_only_heir on directory_agencies ((succeeded_by[1])) where cardinality(succeeded_by) = 1 and valid_to is not null;
create index directory_units_by_only_heir on directory_units ((succeeded_by[1])) where cardinality(succeeded_by) = 1 and valid_to is not null;
