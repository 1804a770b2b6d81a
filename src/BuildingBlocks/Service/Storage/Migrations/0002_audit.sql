-- The audit made whole: each row says more and carries its own digest, and a chain of sealed segments holds the rows in their order.

alter table ground.audit_log
    add column trace_id       text check (trace_id ~ '^[0-9a-f]{32}$'),
    add column act_for        text check (act_for <> ''),
    add column version_before text check (version_before <> ''),
    add column version_after  text check (version_after <> ''),
    add column digest_of      text check (digest_of in ('row', 'answer')),
    add column before_digest  bytea check (length(before_digest) = 32),
    add column after_digest   bytea check (length(after_digest) = 32),
    add check ((digest_of is null) = (before_digest is null and after_digest is null));

-- SHA-256 of everything a row says, as netstrings (length in bytes, colon, text, comma; a lone hyphen for nothing) behind the name
-- of the format. Times are microseconds since 1970. Nothing in it depends on a session, though PostgreSQL calls parts of it stable:
-- the encoding of these databases is always UTF-8.
create function ground.audit_digest(
    id bigint, recorded_at timestamptz, at timestamptz, method text, subject text, client text, agency text, act_for text,
    resource text, detail text, request_id uuid, trace_id text, outcome text, version_before text, version_after text,
    digest_of text, before_digest bytea, after_digest bytea)
returns bytea language plpgsql immutable parallel safe as $$
declare
    said  text := '11:audit-row-1,';
    field text;
begin
    foreach field in array array[
        id::text, (extract(epoch from recorded_at) * 1000000)::bigint::text, (extract(epoch from at) * 1000000)::bigint::text,
        method, subject, client, agency, act_for, resource, detail, request_id::text, trace_id, outcome,
        version_before, version_after, digest_of, encode(before_digest, 'hex'), encode(after_digest, 'hex')]
    loop
        said := said || coalesce(octet_length(field) || ':' || field, '-') || ',';
    end loop;
    return sha256(convert_to(said, 'UTF8'));
end $$;

-- Generated, so that no writer can leave it out or say another one; rows from before this migration get theirs now.
alter table ground.audit_log add column digest bytea not null generated always as (ground.audit_digest(
    id, recorded_at, at, method, subject, client, agency, act_for, resource, detail, request_id, trace_id, outcome,
    version_before, version_after, digest_of, before_digest, after_digest)) stored;

create index audit_log_by_request on ground.audit_log (request_id) where request_id is not null;
create index audit_log_by_trace on ground.audit_log (trace_id) where trace_id is not null;
create index audit_log_by_time on ground.audit_log using brin (recorded_at) with (pages_per_range = 32);

-- The chain. A segment holds a range of ids: which of them are rows, the digest of each, and the head before it. An id in the range
-- that is no row was a gap when it was sealed: a transaction took it and rolled back.
create table ground.audit_chain (
    number    bigint      primary key check (number >= 1),
    first_id  bigint      not null unique check (first_id >= 1),
    last_id   bigint      not null,
    ids       bigint[]    not null,
    digests   bytea       not null check (length(digests) = 32 * cardinality(ids)),
    previous  bytea       not null unique check (length(previous) = 32),
    head      bytea       not null unique check (length(head) = 32),
    key_id    text        check (key_id <> ''),
    signature bytea       check (length(signature) = 32),
    sealed_at timestamptz not null,
    check (last_id >= first_id),
    check ((key_id is null) = (signature is null))
);
call ground.append_only('ground.audit_chain');

-- The service's role says what was done; when it was written down, under which number and with which digest is the database's to say.
alter procedure ground.grant_service_rights(name) rename to grant_first_service_rights;
create procedure ground.grant_service_rights(service name) language plpgsql as $$
begin
    call ground.grant_first_service_rights(service);
    execute format('revoke insert on ground.audit_log from %I', service);
    execute format('grant insert (at, method, subject, client, agency, act_for, resource, detail, request_id, trace_id, outcome,
        version_before, version_after, digest_of, before_digest, after_digest) on ground.audit_log to %I', service);
    execute format('revoke all on sequence ground.audit_log_id_seq from %I', service);
    execute format('grant select on sequence ground.audit_log_id_seq to %I', service);
    execute format('grant select, insert on ground.audit_chain to %I', service);
end $$;
