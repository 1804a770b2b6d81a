-- Targets broken down by unit and year (giao chỉ tiêu). An act says all shares of the years it names; a later act that names a year
-- takes its place there, and the one before is kept.

create table target_allocations (
    id           uuid primary key,
    target_id    uuid not null references targets_in_force (id),
    version      bigint not null check (version > 0),
    -- by which decision
    reason       text not null check (length(reason) <= 1000),
    actor        text not null check (actor <> ''),
    allocated_at timestamptz not null,
    unique (target_id, version)
);
call ground.append_only('target_allocations');

create table target_shares (
    allocation_id uuid not null references target_allocations (id),
    year          smallint not null check (year between 2000 and 2100),
    unit_id       uuid not null,
    value         numeric not null,
    primary key (allocation_id, year, unit_id)
);
call ground.append_only('target_shares');

-- What counts now: of each year the shares of the last act that names it.
create view current_target_shares as
select a.target_id, a.version, s.year, s.unit_id, s.value
from target_allocations a join target_shares s on s.allocation_id = a.id
where a.version = (
    select max(later.version) from target_allocations later join target_shares named on named.allocation_id = later.id
    where later.target_id = a.target_id and named.year = s.year);
