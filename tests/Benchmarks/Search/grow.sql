-- 400 copies of each sample plan and of what was read from it, one after the other, each with words of its own; triggers make them
-- searchable as they do in production. The indexes of words are made at the end, which is faster than keeping them.

drop index search_entries_by_word, search_entries_by_head;

create temp table vocabulary as
select array_agg(distinct word[1]) as words from plan_tasks, unnest(items) as item, regexp_matches(item, '[^[:space:][:punct:]]{2,}', 'g') as word;

create function pg_temp.picked(seed text, choices int) returns int language sql immutable as $$ select 1 + abs(hashtext(seed) % choices) $$;

-- Three words of a text exchanged for others, by chance that a seed decides.
create function pg_temp.varied(said text, seed text) returns text language plpgsql as $$
declare
    words  text[] := string_to_array(said, ' ');
    others text[] := (select v.words from vocabulary v);
begin
    for i in 1..3 loop
        words[pg_temp.picked(seed || i, cardinality(words))] := others[pg_temp.picked(i || seed, cardinality(others))];
    end loop;
    return array_to_string(words, ' ');
end $$;

-- Ids begin with a time: those of one copy lie together.
create function pg_temp.copied(id uuid, copy int) returns uuid language sql immutable as $$
    select overlay(md5(id::text || copy) placing '0199' || lpad(to_hex(copy), 8, '0') from 1)::uuid
$$;

create temp table samples as select * from plans;
insert into plans (id, version, state, number, issued_year, issuer, issuer_level, province, title, signer, period_to, search_text, file_name, sha256, size_bytes, created_at, updated_at)
select pg_temp.copied(id, copy), 1, 'read', copy || coalesce(regexp_replace(number, '^[0-9]+', ''), '/KH-UBND'), issued_year, issuer, issuer_level, province,
    pg_temp.varied(title, id || ' ' || copy), signer, period_to, search_text, file_name, md5(id || ' ' || copy) || md5(copy || ' ' || id), size_bytes, created_at, updated_at
from samples, generate_series(1, 400) as copy;

insert into plan_legal_bases (plan_id, position, number, type, title, issued_on, relationship, span)
select pg_temp.copied(plan_id, copy), position, case when position > 3 then regexp_replace(number, '^[0-9]+', copy::text) else number end, type, title, issued_on, relationship, span
from plan_legal_bases, generate_series(1, 400) as copy where plan_id in (select id from samples);

insert into plan_targets (id, plan_id, position, section, text, indicator, comparator, value, value_max, unit, bound, per_year, population, geography, year, direction, theme, indicator_code, conditions, span)
select pg_temp.copied(id, copy), pg_temp.copied(plan_id, copy), position, section, pg_temp.varied(text, id || ' ' || copy), indicator, comparator, value, value_max, unit, bound, per_year,
    population, geography, year, direction, theme, indicator_code, conditions, span
from plan_targets, generate_series(1, 400) as copy where plan_id in (select id from samples) order by copy;

insert into plan_tasks (id, plan_id, position, numbering, level, heading, lead, coordinating, items, span)
select pg_temp.copied(id, copy + 1000 * again), pg_temp.copied(plan_id, copy), position * 3 + again, numbering, level, pg_temp.varied(heading, id || ' ' || copy || again), lead, coordinating,
    array(select pg_temp.varied(item, id || ' ' || copy || again || place) from unnest(items) with ordinality as u (item, place)), span
from plan_tasks, generate_series(1, 400) as copy, generate_series(0, 1 + copy % 2) as again where plan_id in (select id from samples) order by copy, again;

create index search_entries_by_word on search_entries using gin (words) with (fastupdate = off);
create index search_entries_by_head on search_entries using gin (head_words) with (fastupdate = off);
analyze plans, search_entries;
