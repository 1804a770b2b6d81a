-- Units and agencies, with their codes, their time and their heirs. Rows change, none is removed.

-- One number for the whole directory: who has seen it knows every change before. Held while the directory changes, so that
-- changes take turns.
create table directory_version (
    one     bool primary key default true check (one),
    version bigint not null check (version >= 0)
);
insert into directory_version (version) values (0);

create table units (
    id           uuid primary key,
    version      bigint not null check (version > 0),
    codes        text[] not null check (cardinality(codes) > 0),
    name         text not null collate "vi-x-icu" check (name <> ''),
    level        text not null check (level in ('country', 'province', 'district', 'commune')),
    parent_id    uuid references units deferrable initially deferred check (parent_id <> id),
    valid_from   date,
    valid_to     date,
    succeeded_by uuid[] not null,
    updated_at   timestamptz not null,
    constraint validity_runs_forward check (not valid_from > valid_to)
);
create index units_by_code on units using gin (codes);

create table agencies (
    id           uuid primary key,
    version      bigint not null check (version > 0),
    codes        text[] not null check (cardinality(codes) > 0),
    name         text not null collate "vi-x-icu" check (name <> ''),
    aliases      text[] not null,
    kind         text not null
        check (kind in ('peoples_committee', 'peoples_council', 'department', 'service_unit', 'vertical', 'party', 'front', 'mass_organisation')),
    unit_id      uuid not null references units deferrable initially deferred,
    parent_id    uuid references agencies deferrable initially deferred check (parent_id <> id),
    requested    bool not null,
    valid_from   date,
    valid_to     date,
    succeeded_by uuid[] not null,
    email        text check (email <> ''),
    updated_at   timestamptz not null,
    constraint validity_runs_forward check (not valid_from > valid_to)
);
create index agencies_by_code on agencies using gin (codes);
create index agencies_by_unit on agencies (unit_id);

-- A code belongs to one unit, or to one agency.
create table directory_codes (
    kind  text not null check (kind in ('unit', 'agency')),
    code  text not null check (code ~ '^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9.-]*$'),
    owner uuid not null,
    primary key (kind, code)
);
create index directory_codes_by_owner on directory_codes (kind, owner);

create function refuse_removal_from_directory() returns trigger language plpgsql as $$
begin
    raise exception 'the directory keeps what ended: give it its last day' using errcode = 'restrict_violation';
end $$;
create trigger units_are_kept before delete on units for each row execute function refuse_removal_from_directory();
create trigger agencies_are_kept before delete on agencies for each row execute function refuse_removal_from_directory();

-- Whom the names in a published plan mean, fixed when it was published. A duty is null for the issuer of the plan itself.
create table plan_parties (
    plan_id     uuid not null references plans,
    duty_id     uuid,
    role        text not null check (role in ('issuer', 'reporter', 'addressee', 'via')),
    position    int not null check (position > 0),
    text        text not null,
    agency_id   uuid references agencies,
    group_unit  uuid references units,
    group_below bool,
    group_kinds text[],
    foreign key (plan_id, duty_id) references plan_duties (plan_id, id),
    constraint one_agency_or_a_group check (agency_id is null or group_unit is null),
    constraint a_group_is_whole check (num_nonnulls(group_unit, group_below, group_kinds) in (0, 3)),
    constraint the_issuer_has_no_duty check ((duty_id is null) = (role = 'issuer'))
);
create unique index plan_parties_once on plan_parties (plan_id, coalesce(duty_id, plan_id), role, position);
call ground.append_only('plan_parties');
