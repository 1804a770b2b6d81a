-- Whose a plan is, and how agencies and units stand to each other: what decides who may see and change what.

-- Who took the plan in: a plan that is not published is seen by that agency alone. Null: the installation itself.
alter table plans add column kept_by uuid references agencies;
create index plans_unpublished on plans (id) include (kept_by) where state <> 'published';

-- Agencies by their codes, and what stands below what since when: see Reach. A people's committee stands above the bodies of its unit
-- that are under it, and above the committees of the units below; the Party, the Front, the organisations, the council and the vertical
-- bodies stand under their own. The only heir of what ended has inherited it.
create view directory_seats (id, codes, valid_to) as select id, codes, valid_to from agencies;

create view directory_bonds (below, above, since, inherited) as
select id, parent_id, null::date, false from agencies where parent_id is not null
union all
select id, unit_id, null, false from agencies where kind in ('peoples_committee', 'department', 'service_unit')
union all
select unit_id, id, null, false from agencies where kind = 'peoples_committee'
union all
select id, parent_id, null, false from units where parent_id is not null
union all
select id, succeeded_by[1], valid_to + 1, true from agencies where cardinality(succeeded_by) = 1 and valid_to is not null
union all
select id, succeeded_by[1], valid_to + 1, true from units where cardinality(succeeded_by) = 1 and valid_to is not null;

create index agencies_by_parent on agencies (parent_id) where parent_id is not null;
create index agencies_by_only_heir on agencies ((succeeded_by[1])) where cardinality(succeeded_by) = 1 and valid_to is not null;
create index units_by_parent on units (parent_id) where parent_id is not null;
create index units_by_only_heir on units ((succeeded_by[1])) where cardinality(succeeded_by) = 1 and valid_to is not null;
