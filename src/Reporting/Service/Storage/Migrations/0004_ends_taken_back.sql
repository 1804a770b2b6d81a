-- The end of an agency may be taken back in the directory: what was exempted for it is owed again, and what an heir was asked in its
-- place is not.

alter table obligations
    -- the agencies that ended, when it was issued because they did
    add in_place_of uuid[] not null default '{}';

-- Heirs were asked in the work that exempted whom they took over from, at the same instant.
update obligations heir set in_place_of = found.ended
from (
    select h.id, array_agg(p.agency_id) as ended
    from obligations p
    join directory_agencies a on a.id = p.agency_id
    join obligations h on h.round_id = p.round_id and h.issued_at = p.exempted_at and h.agency_id = any(a.succeeded_by)
    where p.exempt_reason = 'AGENCY_ENDED'
    group by h.id
) found
where heir.id = found.id;

create index obligations_ended on obligations (agency_id) where exempt_reason = 'AGENCY_ENDED';
create index obligations_in_place_of_others on obligations (round_id) where state = 'owed' and in_place_of <> '{}';

-- What became of an obligation after it was issued, other than by its own report: exempted, owed again, by another day, to another.
create table obligation_turns (
    obligation_id uuid not null references obligations,
    -- the version of the obligation that it made
    version       bigint not null check (version > 1),
    state         text not null check (state in ('owed', 'submitted', 'returned', 'exempted')),
    reason        text check (reason ~ '^[A-Z][A-Z_]*$'),
    due           date not null,
    receiver_id   uuid not null,
    at            timestamptz not null,
    primary key (obligation_id, version),
    constraint only_exemptions_say_why check ((state = 'exempted') = (reason is not null))
);
call ground.append_only('obligation_turns');
