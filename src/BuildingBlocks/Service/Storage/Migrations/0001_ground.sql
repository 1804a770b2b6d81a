-- The ground every service's database stands on: what was asked, what is announced, what arrived, who did what.
-- The service's own tables live in schema public; these live in schema ground.

-- Tables whose rows are history: added, never changed or removed, by nobody.
create table ground.append_only_tables (
    schema_name text not null,
    table_name  text not null,
    primary key (schema_name, table_name)
);

create function ground.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception '%.% is history: rows are added, never changed or removed', tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

-- A service's migration declares its own history tables: call ground.append_only('plan_revisions').
create procedure ground.append_only(history regclass) language plpgsql as $$
begin
    insert into ground.append_only_tables (schema_name, table_name)
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = history
    on conflict do nothing;
    execute format('create trigger refuse_change before update or delete or truncate on %s for each statement execute function ground.refuse_change()', history);
end $$;

-- Commands that carried a request id, with their first answer.
create table ground.requests (
    caller       text        not null check (caller <> ''),
    method       text        not null check (method <> ''),
    request_id   uuid        not null,
    payload_hash bytea       not null check (length(payload_hash) = 32),
    answer       bytea,
    received_at  timestamptz not null default now(),
    expires_at   timestamptz not null default now() + interval '7 days',
    primary key (caller, method, request_id),
    check (expires_at > received_at)
);
create index requests_by_expiry on ground.requests (expires_at);

-- Who did what. One row a command, in its transaction; a refused command leaves one with the reason.
create table ground.audit_log (
    id          bigint generated always as identity primary key,
    recorded_at timestamptz not null default clock_timestamp(),
    at          timestamptz not null,
    method      text        not null check (method <> ''),
    subject     text        not null,
    client      text        not null,
    agency      text,
    resource    text,
    detail      text,
    request_id  uuid,
    outcome     text        not null check (outcome ~ '^[A-Z][A-Z0-9_]*$')
);
create index audit_log_by_resource on ground.audit_log (resource, id) where resource is not null;
create index audit_log_by_subject on ground.audit_log (subject, id);
call ground.append_only('ground.audit_log');

-- What the service announces. A slot holds all announcements of an aggregate, in order of position; one relay at a time
-- works on a slot. Published rows stay until their day is dropped: replay and restore need them.
create sequence ground.outbox_position as bigint;
create table ground.outbox (
    position          bigint      not null default nextval('ground.outbox_position'),
    id                uuid        not null,
    slot              smallint    not null check (slot between 0 and 15),
    exchange          text        not null check (exchange <> ''),
    type              text        not null check (type ~ '^[a-z0-9-]+\.[A-Za-z0-9]+$'),
    schema_version    int         not null check (schema_version >= 1),
    aggregate         text        not null check (aggregate <> ''),
    aggregate_version bigint      not null check (aggregate_version >= 0),
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null default clock_timestamp(),
    actor             text        not null,
    trace_parent      text,
    payload           text        not null,
    published_at      timestamptz,
    primary key (position, recorded_at)
) partition by range (recorded_at);
alter sequence ground.outbox_position owned by ground.outbox.position;
create index outbox_pending on ground.outbox (slot, position) where published_at is null;

-- How far the relay has got in each slot; changed with the marks themselves, by whoever has the slot.
create table ground.relay_progress (
    slot              smallint primary key check (slot between 0 and 15),
    published_count   bigint   not null default 0,
    last_published_at timestamptz
);
insert into ground.relay_progress (slot) select generate_series(0, 15);

-- Makes the partitions of today and the days ahead, and says how many. Takes no lock when all are there.
-- The service's role may not create or drop tables; it may ask for exactly this and the function below.
create function ground.extend_outbox(days_ahead int) returns int
language plpgsql security definer set search_path = pg_catalog set lock_timeout = '5s' as $$
declare
    today date := (clock_timestamp() at time zone 'UTC')::date;
    day   date;
    name  text;
    made  int := 0;
begin
    if days_ahead not between 1 and 60 then
        raise exception 'days ahead must be 1 to 60, not %', days_ahead;
    end if;
    for day in select generate_series(today, today + days_ahead, interval '1 day')::date loop
        name := 'outbox_' || to_char(day, 'YYYYMMDD');
        continue when to_regclass('ground.' || name) is not null;
        perform pg_advisory_xact_lock(hashtextextended('ground.keep_outbox', 0));
        continue when to_regclass('ground.' || name) is not null;
        execute format('create table ground.%I (like ground.outbox including defaults including constraints)', name);
        execute format('alter table ground.outbox attach partition ground.%I for values from (%L) to (%L)',
            name, day::text || ' 00:00+00', (day + 1)::text || ' 00:00+00');
        made := made + 1;
    end loop;
    return made;
end $$;
revoke all on function ground.extend_outbox(int) from public;

-- The same, and drops the partitions older than the retention in which nothing is pending. Dropping needs the table for
-- itself: when it is in use for too long, what is left waits for the next time.
create function ground.keep_outbox(days_ahead int, retention_days int) returns text
language plpgsql security definer set search_path = pg_catalog set lock_timeout = '5s' as $$
declare
    today   date := (clock_timestamp() at time zone 'UTC')::date;
    name    text;
    pending boolean;
    made    int;
    dropped int := 0;
    in_use  boolean := false;
begin
    if retention_days not between 1 and 3650 then
        raise exception 'retention must be 1 to 3650 days, not %', retention_days;
    end if;
    made := ground.extend_outbox(days_ahead);
    perform pg_advisory_xact_lock(hashtextextended('ground.keep_outbox', 0));
    for name in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'ground.outbox'::regclass and c.relname < 'outbox_' || to_char(today - retention_days, 'YYYYMMDD')
    loop
        execute format('select exists (select from ground.%I where published_at is null)', name) into pending;
        continue when pending;
        begin
            -- First the lock that dropping needs, then the row that relays change while they hold the table: as they do.
            lock table ground.outbox in access exclusive mode;
            execute format('update ground.relay_progress p set published_count = greatest(0, p.published_count - d.n)
                            from (select slot, count(*) as n from ground.%I group by slot) d where p.slot = d.slot', name);
            execute format('drop table ground.%I', name);
            dropped := dropped + 1;
        exception when lock_not_available or deadlock_detected then
            in_use := true;
            exit;
        end;
    end loop;
    return format('made %s and dropped %s day partitions', made, dropped) || case when in_use then ', older ones are in use' else '' end;
end $$;
revoke all on function ground.keep_outbox(int, int) from public;

-- Announcements that had their effect, one row for each consumer. Kept longer than an announcement can be delivered again.
create table ground.inbox (
    consumer   text        not null check (consumer <> ''),
    message_id uuid        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, message_id)
);
create index inbox_by_age on ground.inbox (handled_at);

-- The newest version of each aggregate that each consumer has seen: an older one has no effect any more.
create table ground.aggregate_gate (
    consumer  text   not null check (consumer <> ''),
    aggregate text   not null check (aggregate <> ''),
    version   bigint not null check (version >= 0),
    primary key (consumer, aggregate)
);

-- Announcements the service gave up on, and those behind them that wait because an aggregate's order is kept.
create table ground.dead_letters (
    id                uuid        not null,
    consumer          text        not null check (consumer <> ''),
    type              text        not null,
    schema_version    int         not null,
    aggregate         text        not null,
    aggregate_version bigint      not null,
    occurred_at       timestamptz,
    recorded_at       timestamptz,
    actor             text        not null,
    trace_parent      text,
    payload           bytea       not null,
    error             text        not null check (length(error) <= 1000),
    attempts          int         not null check (attempts >= 0),
    failed_at         timestamptz not null default clock_timestamp(),
    primary key (id, consumer)
);
create index dead_letters_by_age on ground.dead_letters (failed_at, id);
create index dead_letters_by_aggregate on ground.dead_letters (consumer, aggregate, aggregate_version);

-- Recurring jobs: when they ran, what came of it, which replica holds them now (database time).
create table ground.jobs (
    name          text        primary key check (name ~ '^[a-z][a-z0-9-]*$'),
    next_run_at   timestamptz not null default now(),
    lease_owner   uuid,
    lease_until   timestamptz,
    last_run_at   timestamptz,
    last_duration interval,
    last_outcome  text,
    failed        boolean     not null default false,
    check ((lease_owner is null) = (lease_until is null))
);

-- What the role of the service may: read and write its rows, add to history, nothing else.
create procedure ground.grant_service_rights(service name) language plpgsql as $$
declare
    item record;
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('revoke all on database %I from %I', current_database(), service);
    execute format('grant connect on database %I to %I', current_database(), service);
    execute format('revoke create on schema public from public');
    execute format('grant usage on schema public, ground to %I', service);
    execute format('revoke all on all tables in schema public, ground from %I', service);
    for item in
        select c.relname, exists (select from ground.append_only_tables h
                                  where h.schema_name = 'public' and h.table_name = c.relname) as history
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    loop
        execute format('grant select, insert on public.%I to %I', item.relname, service);
        if not item.history then
            execute format('grant update, delete on public.%I to %I', item.relname, service);
        end if;
    end loop;
    for item in
        select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
    loop
        execute format('grant select on public.%I to %I', item.relname, service);
    end loop;
    execute format('grant usage on all sequences in schema public, ground to %I', service);
    execute format('grant select on ground.migrations to %I', service);
    execute format('grant select, insert on ground.audit_log to %I', service);
    execute format('grant select, insert, update (published_at) on ground.outbox to %I', service);
    execute format('grant select, update on ground.relay_progress to %I', service);
    execute format('grant select, insert, update on ground.aggregate_gate, ground.jobs to %I', service);
    execute format('grant select, insert, update, delete on ground.requests, ground.dead_letters to %I', service);
    execute format('grant select, insert, delete on ground.inbox to %I', service);
    execute format('grant execute on function ground.extend_outbox(int), ground.keep_outbox(int, int) to %I', service);
end $$;

select ground.keep_outbox(14, 30);
