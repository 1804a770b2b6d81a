-- What comes up while plans are carried out: raised, assigned, answered, closed. No personal data.

create table matters (
    id           uuid primary key,
    version      bigint not null check (version > 0),
    plan_id      uuid not null references plans,
    item_kind    text check (item_kind in ('target', 'task')),
    item_id      uuid,
    kind         text not null check (kind in ('difficulty', 'proposal', 'adjustment', 'finding')),
    state        text not null check (state in ('open', 'assigned', 'answered', 'closed')),
    text         text not null check (text <> '' and char_length(text) <= 4000),
    raised_by    uuid references agencies,
    raised_on    date not null,
    assigned_to  uuid references agencies,
    due          date,
    answer       text check (answer <> ''),
    conclusion   text check (conclusion <> ''),
    amendment_id uuid,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint an_item_is_whole check ((item_kind is null) = (item_id is null)),
    constraint assigned_means_by_a_day check ((assigned_to is null) = (due is null)),
    constraint states_have_what_they_say check (case state
        when 'open' then assigned_to is null and answer is null
        when 'assigned' then assigned_to is not null and answer is null
        else assigned_to is not null and answer is not null end),
    constraint closed_means_concluded check ((state = 'closed') = (conclusion is not null)),
    constraint adjustments_close_by_amendment check ((state = 'closed' and kind = 'adjustment') = (amendment_id is not null))
);
create index matters_newest_first on matters (created_at desc, id desc);
create index matters_by_plan on matters (plan_id, created_at desc, id desc);
create index matters_by_agency on matters (assigned_to) where state <> 'closed';

-- Every step belongs to the version of the matter that it made.
create table matter_steps (
    matter_id       uuid not null references matters,
    version         bigint not null check (version > 0),
    state           text not null check (state in ('open', 'assigned', 'answered', 'closed')),
    text            text not null check (char_length(text) <= 4000),
    agency_id       uuid references agencies,
    due             date,
    document_number text check (document_number <> '' and char_length(document_number) <= 100),
    actor           text not null check (actor <> ''),
    at              timestamptz not null,
    primary key (matter_id, version)
);
call ground.append_only('matter_steps');

create function refuse_change_of_matter() returns trigger language plpgsql as $$
begin
    raise exception '% of a matter is not possible: %', lower(tg_op), tg_argv[0] using errcode = 'restrict_violation';
end $$;
create trigger matters_are_kept before delete on matters
    for each row execute function refuse_change_of_matter('what came up is kept');
create trigger matters_stay_what_they_are before update on matters
    for each row when ((old.id, old.plan_id, old.item_id, old.kind, old.text, old.raised_by, old.raised_on, old.created_at)
        is distinct from (new.id, new.plan_id, new.item_id, new.kind, new.text, new.raised_by, new.raised_on, new.created_at))
    execute function refuse_change_of_matter('what it is about, what it says and who raised it are fixed');
