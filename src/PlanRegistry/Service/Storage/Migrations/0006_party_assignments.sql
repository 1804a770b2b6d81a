-- Whom a name in a plan means from a day on, as a person said it. Rows are added: at a day the one that begins last counts, of
-- those that begin on the same day the one that was said last.
create table party_assignments (
    sequence    bigint generated always as identity unique,
    id          uuid primary key,
    plan_id     uuid not null references plans,
    duty_id     uuid,
    role        text not null check (role in ('issuer', 'reporter', 'addressee', 'via')),
    position    int not null check (position > 0),
    text        text not null,
    agency_id   uuid references agencies,
    group_unit  uuid references units,
    group_below bool,
    group_kinds text[] check (cardinality(group_kinds) > 0),
    valid_from  date not null,
    reason      text not null check (reason <> ''),
    remembered  bool not null,
    assigned_at timestamptz not null,
    assigned_by text not null check (assigned_by <> ''),
    constraint one_agency_or_a_group check (num_nonnulls(agency_id, group_unit) = 1),
    constraint a_group_is_whole check (num_nonnulls(group_unit, group_below, group_kinds) in (0, 3)),
    constraint the_issuer_has_no_duty check ((duty_id is null) = (role = 'issuer'))
);
create index party_assignments_by_party on party_assignments (plan_id, duty_id, role, position, valid_from desc, sequence desc);
call ground.append_only('party_assignments');

-- Names that a person said mean an agency; the aliases of imports stand in agencies.
create table remembered_aliases (
    agency_id uuid not null references agencies,
    alias     text not null check (alias <> ''),
    assignment_id uuid not null references party_assignments,
    primary key (agency_id, alias)
);
call ground.append_only('remembered_aliases');

-- The agencies of some kinds in a unit, or in those right below it, on a day.
create function group_members(place uuid, below bool, of_kinds text[], day date) returns setof agencies language sql stable as $$
    select a.* from agencies a join units u on u.id = a.unit_id
    where a.kind = any(of_kinds) and case when below then u.parent_id else u.id end = place
        and (a.valid_from is null or a.valid_from <= day) and (a.valid_to is null or a.valid_to >= day)
$$;

-- Whom the names in published plans mean on a day: as fixed at publication, unless a person has said otherwise since.
create function parties_on(day date) returns table (plan_id uuid, duty_id uuid, role text, "position" int, text text,
    agency_id uuid, group_unit uuid, group_below bool, group_kinds text[]) language sql stable as $$
    select p.plan_id, p.duty_id, p.role, p.position, p.text,
        case when a.id is null then p.agency_id else a.agency_id end,
        case when a.id is null then p.group_unit else a.group_unit end,
        case when a.id is null then p.group_below else a.group_below end,
        case when a.id is null then p.group_kinds else a.group_kinds end
    from plan_parties p left join lateral (
        select * from party_assignments a
        where a.plan_id = p.plan_id and a.duty_id is not distinct from p.duty_id and a.role = p.role and a.position = p.position
            and a.text = p.text and a.valid_from <= day
        order by a.valid_from desc, a.sequence desc limit 1
    ) a on true
$$;
