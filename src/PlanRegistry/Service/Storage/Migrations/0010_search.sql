-- What can be searched for. One row mirrors one plan, document of the graph, target, task, agency or unit; triggers on what is mirrored keep
-- it in the same transaction, whoever writes. Nothing but PostgreSQL itself is needed.

-- A text as TextFolding folds it, by a test: letter case, Unicode forms, đ, dashes, tone placement (hoà, hòa), i and y (tỷ, tỉ).
create function search_fold(said text) returns text language plpgsql immutable parallel safe as $$
declare
    composed text := translate(normalize(said, NFC), U&'\00D0\00F0\2010\2011\2012\2013\2014\2212', U&'\0111\0111------');
    -- a tone stands behind its vowel then, and can be moved
    folded   text := normalize(lower(composed collate "und-x-icu"), NFD);
begin
    folded := regexp_replace(folded, U&'(?<!q)(o(?=[ae])|u(?=[yeai]))([aeyi])([\0300\0301\0303\0309\0323])(?![\0302\0306\031B])', '\1\3\2', 'g');
    folded := regexp_replace(folded, U&'(q(?:o(?=.[ae])|u(?=.[yeai])))([\0300\0301\0303\0309\0323])([aeyi])(?![\0300\0301\0303\0309\0323\0302\0306\031B])', '\1\3\2', 'g');
    folded := regexp_replace(folded collate "und-x-icu", U&'([bcd\0111ghklmnpqrstvx]|qu)y(?=[\0300\0301\0303\0309\0323]?(?![[:alpha:]\0300-\036F]))', '\1i', 'g');
    return normalize(folded, NFC);
end $$;

-- A folded text without its diacritics.
create function search_bare(folded text) returns text language sql immutable parallel safe as $$
    select translate(normalize(regexp_replace(normalize(folded, NFD), U&'[\0300-\036F]', '', 'g'), NFC), 'đ', 'd')
$$;

-- The words of a text with their places: each bare, and each that has diacritics also with them, at the same place.
create function search_words(said text) returns tsvector language plpgsql immutable parallel safe as $$
declare
    folded text := search_fold(left(said, 20000));
begin
    return (
        select coalesce(string_agg(case when marked = bare then format('''%s'':%s', bare, place) else format('''%1$s'':%2$s ''%3$s'':%2$s', bare, place, marked) end, ' '), '')::tsvector
        from (
            select left(w.marked[1], 60) as marked, left(w.bare[1], 60) as bare, least(w.place, 16000) as place
            from rows from (
                regexp_matches(folded collate "und-x-icu", U&'[[:alnum:]\0300-\036F]+', 'g'),
                regexp_matches(search_bare(folded) collate "und-x-icu", '[[:alnum:]]+', 'g')) with ordinality as w (marked, bare, place)
        ) as word);
end $$;

-- Each part has statistics and indexes of its own: a word that is common in tasks is rare in titles.
create table search_entries (
    kind        text not null check (kind in ('plan', 'agency', 'unit', 'document', 'target', 'task')),
    id          uuid not null,
    -- the plan it is of
    plan_id     uuid,
    head        text not null check (head <> ''),
    body        text not null,
    number      text,

    number_key  text collate "C" generated always as (replace(search_fold(number), ' ', '')) stored,
    head_words  tsvector not null generated always as (search_words(head)) stored,
    -- the word between the two parts is none, so that no phrase reaches from one into the other
    words       tsvector not null generated always as (search_words(head) || '''/'':1'::tsvector || search_words(body)) stored,
    -- Where it stands among equals: by kind; names by their length, since of a shorter one the words asked for are the greater part; targets
    -- and tasks by their ids alone, newest first: that is how they lie on disk, so that walking from the top is cheap.
    standing    int not null generated always as (
        case kind when 'plan' then 6000 when 'agency' then 5000 when 'unit' then 4000 when 'document' then 3000 when 'target' then 2000 else 1000 end
            - case when kind in ('target', 'task') then 0 else least(999, floor(8 * ln(1 + length(head)))::int) end) stored,
    primary key (kind, id),
    constraint things_of_plans_have_one check ((plan_id is null) = (kind in ('document', 'agency', 'unit')))
) partition by list (kind);
create table search_names partition of search_entries for values in ('plan', 'agency', 'unit', 'document');
create table search_targets partition of search_entries for values in ('target');
create table search_tasks partition of search_entries for values in ('task');

create index search_entries_by_word on search_entries using gin (words) with (fastupdate = off);
create index search_entries_by_head on search_entries using gin (head_words) with (fastupdate = off);
create index search_entries_by_standing on search_entries (standing desc, id desc);
create index search_entries_by_number on search_entries (number_key) where number_key is not null;
create index search_entries_by_plan on search_entries (plan_id) where plan_id is not null;

-- What an entry shows of each thing that is mirrored.

create function search_head(p plans) returns text language sql stable as $$
    select coalesce(p.title, p.number, nullif(p.file_name, ''), 'KẾ HOẠCH')
$$;
create function search_body(p plans) returns text language sql stable as $$
    select concat_ws(' · ', case when p.number ~* 'CTr' then 'Chương trình ' else 'Kế hoạch ' end || p.number, p.issuer, p.province, p.signer)
$$;
create function search_body(t plan_targets) returns text language sql stable as $$
    select concat_ws(' · ', nullif(t.indicator, t.text), t.population)
$$;
create function search_body(t plan_tasks) returns text language sql stable as $$
    select concat_ws(E'\n', array_to_string(t.items, E'\n'), t.deliverable, t.lead, nullif(array_to_string(t.coordinating, ', '), ''))
$$;
create function search_body(a agencies) returns text language sql stable as $$
    select concat_ws(' · ', nullif(array_to_string(a.aliases, ' · '), ''), array_to_string(a.codes, ' '))
$$;

create function search_head(d documents) returns text language sql stable as $$
    select concat_ws(' ', case when d.number is null then d.title else concat_ws(' ', d.type, d.number) end,
        case when d.issued_day is not null then 'ngày ' || to_char(d.issued_from, 'DD/MM/YYYY') else 'năm ' || d.issued_year end)
$$;
create function search_body(d documents) returns text language sql stable as $$
    select concat_ws(' · ', case when d.number is null then d.type else d.title end, d.issuer, d.province)
$$;

create function search_plan() returns trigger language plpgsql as $$
begin
    insert into search_entries as known (kind, id, plan_id, head, body, number)
    values ('plan', new.id, new.id, search_head(new), search_body(new), new.number)
    on conflict (kind, id) do update set head = excluded.head, body = excluded.body, number = excluded.number
        where (known.head, known.body, known.number) is distinct from (excluded.head, excluded.body, excluded.number);
    return null;
end $$;
create trigger plans_can_be_searched after insert or update on plans for each row execute function search_plan();

create function search_targets() returns trigger language plpgsql as $$
begin
    insert into search_entries (kind, id, plan_id, head, body)
    select 'target', t.id, t.plan_id, t.text, search_body(t::plan_targets) from added t where t.text <> '' on conflict do nothing;
    return null;
end $$;
create trigger targets_can_be_searched after insert on plan_targets
    referencing new table as added for each statement execute function search_targets();

create function search_tasks() returns trigger language plpgsql as $$
begin
    insert into search_entries (kind, id, plan_id, head, body)
    select 'task', t.id, t.plan_id, t.heading, search_body(t::plan_tasks) from added t where t.heading <> '' on conflict do nothing;
    return null;
end $$;
create trigger tasks_can_be_searched after insert on plan_tasks
    referencing new table as added for each statement execute function search_tasks();

-- What a person made of an item counts; what he dropped is found no more.
create function search_corrected_items() returns trigger language plpgsql as $$
begin
    delete from search_entries e using changed c where e.kind = c.kind and e.id = c.item_id;
    insert into search_entries (kind, id, plan_id, head, body)
    select c.kind, c.item_id, c.plan_id, t.text, search_body(t) from changed c, jsonb_populate_record(null::plan_targets, c.content) t
    where c.kind = 'target' and c.content is not null and t.text <> ''
    union all
    select c.kind, c.item_id, c.plan_id, t.heading, search_body(t) from changed c, jsonb_populate_record(null::plan_tasks, c.content) t
    where c.kind = 'task' and c.content is not null and t.heading <> '';
    return null;
end $$;
create trigger corrections_can_be_searched after insert on plan_corrected_items
    referencing new table as changed for each statement execute function search_corrected_items();

-- A plan of the register is found as such, and what was merged as what it was merged into.
create function search_documents() returns trigger language plpgsql as $$
begin
    delete from search_entries e using kept d where e.kind = 'document' and e.id = d.id and (d.plan_id is not null or d.merged_into is not null);
    insert into search_entries as known (kind, id, head, body, number)
    select 'document', d.id, search_head(d::documents), search_body(d::documents), d.number
    from kept d where d.plan_id is null and d.merged_into is null
    on conflict (kind, id) do update set head = excluded.head, body = excluded.body, number = excluded.number
        where (known.head, known.body, known.number) is distinct from (excluded.head, excluded.body, excluded.number);
    return null;
end $$;
create trigger new_documents_can_be_searched after insert on documents
    referencing new table as kept for each statement execute function search_documents();
create trigger changed_documents_can_be_searched after update on documents
    referencing new table as kept for each statement execute function search_documents();

create function search_agencies() returns trigger language plpgsql as $$
begin
    insert into search_entries as known (kind, id, head, body)
    select 'agency', a.id, a.name, search_body(a::agencies) from kept a
    on conflict (kind, id) do update set head = excluded.head, body = excluded.body
        where (known.head, known.body) is distinct from (excluded.head, excluded.body);
    return null;
end $$;
create trigger new_agencies_can_be_searched after insert on agencies
    referencing new table as kept for each statement execute function search_agencies();
create trigger changed_agencies_can_be_searched after update on agencies
    referencing new table as kept for each statement execute function search_agencies();

create function search_units() returns trigger language plpgsql as $$
begin
    insert into search_entries as known (kind, id, head, body)
    select 'unit', u.id, u.name, array_to_string(u.codes, ' ') from kept u
    on conflict (kind, id) do update set head = excluded.head, body = excluded.body
        where (known.head, known.body) is distinct from (excluded.head, excluded.body);
    return null;
end $$;
create trigger new_units_can_be_searched after insert on units
    referencing new table as kept for each statement execute function search_units();
create trigger changed_units_can_be_searched after update on units
    referencing new table as kept for each statement execute function search_units();

-- What is there already.

insert into search_entries (kind, id, plan_id, head, body, number)
select 'plan', p.id, p.id, search_head(p), search_body(p), p.number from plans p;
insert into search_entries (kind, id, plan_id, head, body)
select 'target', t.id, t.plan_id, t.text, search_body(t) from plan_targets t
where t.text <> '' and not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id);
insert into search_entries (kind, id, plan_id, head, body)
select 'task', t.id, t.plan_id, t.heading, search_body(t) from plan_tasks t
where t.heading <> '' and not exists (select from plan_corrected_items c where c.plan_id = t.plan_id and c.item_id = t.id);
insert into search_entries (kind, id, plan_id, head, body)
select c.kind, c.item_id, c.plan_id, t.text, search_body(t) from newest_corrected_items c, jsonb_populate_record(null::plan_targets, c.content) t
where c.kind = 'target' and c.content is not null and t.text <> ''
union all
select c.kind, c.item_id, c.plan_id, t.heading, search_body(t) from newest_corrected_items c, jsonb_populate_record(null::plan_tasks, c.content) t
where c.kind = 'task' and c.content is not null and t.heading <> '';
insert into search_entries (kind, id, head, body, number)
select 'document', d.id, search_head(d), search_body(d), d.number from documents d where d.plan_id is null and d.merged_into is null;
insert into search_entries (kind, id, head, body) select 'agency', a.id, a.name, search_body(a) from agencies a;
insert into search_entries (kind, id, head, body) select 'unit', u.id, u.name, array_to_string(u.codes, ' ') from units u;
