-- What became of units and agencies, as dated facts with their legal ground, and the names they had before.

create table successions (
    id           uuid primary key,
    subject      text not null check (subject in ('units', 'agencies')),
    kind         text not null check (kind in ('merge', 'split', 'rename', 'dissolve', 'transfer')),
    effective_on date not null,
    new_name     text check (new_name <> ''),
    legal_ground text not null check (legal_ground <> ''),
    note         text check (note <> ''),
    recorded_at  timestamptz not null,
    recorded_by  text not null check (recorded_by <> ''),
    constraint a_rename_has_a_name check ((kind = 'rename') = (new_name is not null))
);
create index successions_latest_first on successions (effective_on desc, id desc);

-- Who is succeeded by whom, each with the name it had then.
create table succession_members (
    succession_id uuid not null references successions,
    role          text not null check (role in ('predecessor', 'heir')),
    position      int not null check (position > 0),
    unit_id       uuid references units,
    agency_id     uuid references agencies,
    name          text not null check (name <> ''),
    share         numeric check (share > 0 and share <= 1),
    function      text check (function <> ''),
    primary key (succession_id, role, position),
    constraint a_member_is_a_unit_or_an_agency check (num_nonnulls(unit_id, agency_id) = 1),
    constraint only_heirs_take_parts check (role = 'heir' or num_nonnulls(share, function) = 0)
);
create index succession_members_by_unit on succession_members (unit_id) where unit_id is not null;
create index succession_members_by_agency on succession_members (agency_id) where agency_id is not null;

-- A name and its last day; the owner has its present name in units or agencies.
create table former_names (
    owner         uuid not null,
    valid_to      date not null,
    name          text not null check (name <> ''),
    succession_id uuid not null references successions,
    primary key (owner, valid_to)
);

call ground.append_only('successions');
call ground.append_only('succession_members');
call ground.append_only('former_names');

-- What somebody was called on a day: the name that ended first among those that had not ended before it, else the present one.
create function name_on(id uuid, present text, day date) returns text language sql stable as
$$ select coalesce((select f.name from former_names f where f.owner = id and f.valid_to >= day order by f.valid_to limit 1), present) $$;
