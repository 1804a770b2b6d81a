-- What a service keeps of the directory of units and agencies, which PlanRegistry owns. A row is as the newest announcement or
-- snapshot said; one that is older than what is kept changes nothing.

create table directory_units (
    id           uuid primary key,
    version      bigint not null check (version > 0),
    codes        text[] not null,
    name         text not null collate "vi-x-icu",
    level        text not null check (level in ('country', 'province', 'district', 'commune')),
    parent_id    uuid check (parent_id <> id),
    valid_from   date,
    valid_to     date,
    succeeded_by uuid[] not null
);

create index directory_units_by_code on directory_units using gin (codes);
create index directory_units_by_parent on directory_units (parent_id);

create table directory_agencies (
    id           uuid primary key,
    version      bigint not null check (version > 0),
    codes        text[] not null,
    name         text not null collate "vi-x-icu",
    kind         text not null
        check (kind in ('peoples_committee', 'peoples_council', 'department', 'service_unit', 'vertical', 'party', 'front', 'mass_organisation')),
    unit_id      uuid not null,
    parent_id    uuid check (parent_id <> id),
    requested    bool not null,
    valid_from   date,
    valid_to     date,
    succeeded_by uuid[] not null,
    email        text
);

create index directory_agencies_by_code on directory_agencies using gin (codes);
create index directory_agencies_by_unit on directory_agencies (unit_id, kind);
