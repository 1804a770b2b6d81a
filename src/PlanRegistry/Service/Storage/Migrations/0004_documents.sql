-- The graph of documents: plans of the register, documents that persons registered, and those known from citations alone (stubs).
-- A key column is its text folded for matching; never shown. A change of a document makes a new version, none is removed.

-- Held while the graph changes: who looks for a document finds what the one before has added.
create table document_graph (
    one bool primary key default true check (one)
);
insert into document_graph default values;

create table documents (
    id              uuid primary key,
    version         bigint not null check (version > 0),

    number          text check (number <> ''),
    number_key      text check (number_key <> ''),
    type            text check (type <> ''),
    title           text collate "vi-x-icu" check (title <> ''),
    title_key       text check (title_key <> ''),
    issuer          text collate "vi-x-icu" check (issuer <> ''),
    issuer_key      text check (issuer_key <> ''),
    issuer_level    text check (issuer_level in ('central', 'province', 'district', 'commune')),
    issuer_system   text check (issuer_system in ('state', 'party')),
    province        text collate "vi-x-icu" check (province <> ''),
    province_key    text check (province_key <> ''),
    issued_year     int check (issued_year between 1000 and 9999),
    issued_month    int check (issued_month between 1 and 12),
    issued_day      int,

    valid_from      date,
    valid_to        date,
    plan_id         uuid unique references plans,
    issuer_agency   uuid references agencies,
    is_stub         bool not null,
    is_ambiguous    bool not null,
    merged_into     uuid references documents check (merged_into <> id),

    -- number, title and issuer, folded
    search_text     text not null,
    -- the first day it can be of: an unknown month or day is the first one
    issued_from     date generated always as (make_date(issued_year, coalesce(issued_month, 1), coalesce(issued_day, 1))) stored,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,

    constraint a_document_has_a_number_a_title_or_a_plan check (num_nonnulls(number, title, plan_id) > 0),
    constraint keys_go_with_their_texts check ((number is null) = (number_key is null) and (title_key is null or title is not null)
        and (issuer_key is null or issuer is not null) and (province_key is null or province is not null)),
    constraint issued_on_is_stated_from_the_year_down
        check ((issued_month is null or issued_year is not null) and (issued_day is null or issued_month is not null)),
    constraint issued_on_exists
        check (issued_day is null or (issued_day >= 1 and make_date(issued_year, issued_month, 1) + (issued_day - 1)
            < make_date(issued_year, issued_month, 1) + interval '1 month')),
    constraint validity_runs_forward check (not coalesce(valid_from > valid_to, false)),
    constraint only_stubs_are_ambiguous check (is_stub or not is_ambiguous),
    constraint only_stubs_are_merged check (is_stub or merged_into is null),
    constraint a_plan_is_known check (not is_stub or plan_id is null)
);

create index documents_by_number on documents (number_key);
create index documents_by_title on documents using hash (title_key);
create index documents_newest_first on documents (created_at desc, id desc);
create index documents_by_update on documents (updated_at);
create index documents_by_end on documents (valid_to) where valid_to is not null;
create index documents_by_agency on documents (issuer_agency) where issuer_agency is not null;
create index documents_by_stub on documents (merged_into) where merged_into is not null;

-- What one document says of another, from the day it takes effect (null: the day of its issue) on. A relation that is said no
-- more is ended, with when and by whom; what was recorded stays.
create table document_relations (
    id           uuid primary key,
    from_id      uuid not null references documents,
    to_id        uuid not null references documents,
    kind         text not null
        check (kind in ('implements', 'pursuant_to', 'on_proposal_of', 'amends', 'replaces', 'repeals', 'guides', 'cites')),
    effective_on date,
    -- where the plan says it; null when a person said it
    span         int4range check (not isempty(span) and lower(span) >= 0),
    recorded_at  timestamptz not null,
    recorded_by  text not null check (recorded_by <> ''),
    ended_at     timestamptz,
    ended_by     text check (ended_by <> ''),
    constraint nothing_relates_to_itself check (from_id <> to_id),
    constraint an_end_has_its_time_and_its_cause check ((ended_at is null) = (ended_by is null))
);

create unique index document_relations_once on document_relations (from_id, kind, to_id) where ended_at is null;
create index document_relations_upward on document_relations (from_id) include (to_id, kind, effective_on) where ended_at is null;
create index document_relations_downward on document_relations (to_id) include (from_id, kind, effective_on) where ended_at is null;
create index document_relations_that_end on document_relations (to_id, kind) where ended_at is null and kind in ('repeals', 'replaces');

create function refuse_change_of_document() returns trigger language plpgsql as $$
begin
    raise exception '% is not possible: %', lower(tg_op), tg_argv[0] using errcode = 'restrict_violation';
end $$;

create trigger documents_are_kept before delete on documents
    for each row execute function refuse_change_of_document('the graph keeps what it knew');
create trigger merged_documents_never_change before update on documents
    for each row when (old.merged_into is not null) execute function refuse_change_of_document('it was merged into another');
create trigger known_documents_stay_known before update on documents
    for each row when (new.is_stub and not old.is_stub) execute function refuse_change_of_document('a known document is no stub again');
create trigger relations_are_kept before delete on document_relations
    for each row execute function refuse_change_of_document('a relation is ended, not removed');
create trigger relations_only_end before update on document_relations
    for each row when (old.ended_at is not null or (old.id, old.from_id, old.to_id, old.kind, old.effective_on, old.span, old.recorded_at, old.recorded_by)
        is distinct from (new.id, new.from_id, new.to_id, new.kind, new.effective_on, new.span, new.recorded_at, new.recorded_by))
    execute function refuse_change_of_document('a relation is ended once and stays what it was');

-- The relations that count on a day: in effect, and said by a document that exists by then.
create function relations_in_force(on_day date) returns table (id uuid, from_id uuid, to_id uuid, kind text) language sql stable as $$
    select r.id, r.from_id, r.to_id, r.kind
    from document_relations r join documents f on f.id = r.from_id
    where r.ended_at is null and coalesce(r.effective_on, f.issued_from, '-infinity') <= on_day
$$;

-- How documents stand on a day.
create function document_standings(ids uuid[], on_day date) returns table (id uuid, repealed_by uuid, replaced_by uuid, expired bool, in_force bool)
language sql stable as $$
    select d.id, ended.repealed_by, ended.replaced_by, d.valid_to is not null and d.valid_to < on_day,
        not d.is_stub and coalesce(d.valid_from, d.issued_from, '-infinity') <= on_day and coalesce(d.valid_to, 'infinity') >= on_day
            and ended.repealed_by is null and ended.replaced_by is null
            and (d.plan_id is null or exists (select from plans p where p.id = d.plan_id and p.state = 'published'))
    from documents d, lateral (
        select (array_agg(r.from_id order by r.id) filter (where r.kind = 'repeals'))[1] as repealed_by,
            (array_agg(r.from_id order by r.id) filter (where r.kind = 'replaces'))[1] as replaced_by
        from relations_in_force(on_day) r where r.to_id = d.id and r.kind in ('repeals', 'replaces')
    ) ended
    where d.id = any(ids)
$$;

-- Every relation met on a walk from a document, level by level; each document is entered once, so that circles end and shortest
-- ways are found, and a graph with many ways is not walked once for each. At most one relation more than asked for comes back.
create function walk_documents(start uuid, upward bool, kinds text[], on_day date, max_depth int, most int, target uuid)
returns table (depth int, near uuid, far uuid, kind text, is_first bool) language plpgsql stable as $$
declare
    level    int := 0;
    frontier uuid[] := array[start];
    seen     uuid[] := array[start];
    depths   int[] := '{}';
    nears    uuid[] := '{}';
    fars     uuid[] := '{}';
    words    text[] := '{}';
    firsts   bool[] := '{}';
    met      record;
begin
    while level < max_depth and cardinality(frontier) > 0 and cardinality(fars) <= most and not coalesce(target = any(frontier), false) loop
        level := level + 1;
        if upward then
            select array_agg(e.near) as nears, array_agg(e.far) as fars, array_agg(e.kind) as words, array_agg(e.fresh) as firsts into met
            from (
                select r.near, r.far, r.kind, s.id is null and row_number() over (partition by r.far order by r.id) = 1 as fresh
                from (
                    select r.from_id as near, r.to_id as far, r.id, r.kind from document_relations r join documents f on f.id = r.from_id
                    where r.from_id = any(frontier) and r.ended_at is null and r.kind = any(kinds)
                        and coalesce(r.effective_on, f.issued_from, '-infinity') <= on_day
                    limit most - cardinality(fars) + 1
                ) r left join unnest(seen) s (id) on s.id = r.far
            ) e;
        else
            select array_agg(e.near) as nears, array_agg(e.far) as fars, array_agg(e.kind) as words, array_agg(e.fresh) as firsts into met
            from (
                select r.near, r.far, r.kind, s.id is null and row_number() over (partition by r.far order by r.id) = 1 as fresh
                from (
                    select r.to_id as near, r.from_id as far, r.id, r.kind from document_relations r join documents f on f.id = r.from_id
                    where r.to_id = any(frontier) and r.ended_at is null and r.kind = any(kinds)
                        and coalesce(r.effective_on, f.issued_from, '-infinity') <= on_day
                    limit most - cardinality(fars) + 1
                ) r left join unnest(seen) s (id) on s.id = r.far
            ) e;
        end if;
        exit when met.fars is null;
        depths := depths || array_fill(level, array[cardinality(met.fars)]);
        nears := nears || met.nears;
        fars := fars || met.fars;
        words := words || met.words;
        firsts := firsts || met.firsts;
        frontier := array(select e.far from unnest(met.fars, met.firsts) as e (far, fresh) where e.fresh);
        seen := seen || frontier;
    end loop;
    return query select * from unnest(depths, nears, fars, words, firsts);
end $$;
