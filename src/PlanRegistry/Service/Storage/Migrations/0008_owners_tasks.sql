-- Who owns targets and tasks, and the work on tasks.
-- Items are those of a plan's content as it counts, which amendments change: that an item is one of them is asked where it is
-- written, not by a foreign key into what was read.

-- What the section on organisation (tổ chức thực hiện) asks of whom, as read. Plans taken in earlier have no rows: their text is
-- read again when it is asked for.
create table plan_organisation_duties (
    plan_id   uuid not null references plans,
    position  int not null check (position > 0),
    numbering text not null,
    agencies  text[] not null,
    items     text[] not null,
    span      int4range not null check (not isempty(span) and lower(span) >= 0),
    primary key (plan_id, position)
);
call ground.append_only('plan_organisation_duties');
create trigger published_plans_take_no_rows before insert on plan_organisation_duties
    for each row execute function refuse_rows_of_published_plan();

-- One act assigns many items. The number of the last act is the version of a plan's owners.
create table owner_acts (
    plan_id  uuid not null references plans,
    number   int not null check (number > 0),
    from_day date not null,
    reason   text check (reason <> '' and char_length(reason) <= 1000),
    actor    text not null check (actor <> ''),
    at       timestamptz not null,
    primary key (plan_id, number)
);

-- Of an item the assignment with the latest first day that has come counts, of two with the same day the later act.
create table owner_assignments (
    plan_id    uuid not null,
    act_number int not null,
    item_kind  text not null check (item_kind in ('target', 'task')),
    item_id    uuid not null,
    primary key (plan_id, act_number, item_id),
    foreign key (plan_id, act_number) references owner_acts (plan_id, number)
);
create index owner_assignments_by_item on owner_assignments (item_id);

-- Whom an assignment names; nobody, when it takes the owners away. At most one leads, and an agency has one role.
create table assigned_owners (
    plan_id    uuid not null,
    act_number int not null,
    item_id    uuid not null,
    position   int not null check (position >= 0),
    role       text not null check (role in ('lead', 'coordinating')),
    agency_id  uuid not null references agencies,
    primary key (plan_id, act_number, item_id, agency_id),
    unique (plan_id, act_number, item_id, position),
    foreign key (plan_id, act_number, item_id) references owner_assignments (plan_id, act_number, item_id),
    constraint the_lead_stands_first check ((role = 'lead') = (position = 0))
);
create index assigned_owners_by_agency on assigned_owners (agency_id);

call ground.append_only('owner_acts');
call ground.append_only('owner_assignments');
call ground.append_only('assigned_owners');

-- The work on a task, from the first word on its kind.
create table task_work (
    task_id      uuid primary key,
    plan_id      uuid not null references plans,
    version      bigint not null check (version > 0),
    kind         text not null check (kind in ('one_off', 'ongoing')),
    state        text not null check (state in ('open', 'completed', 'dropped')),
    start_day    date,
    due          date,
    completed_on date,
    dropped_on   date,
    drop_reason  text check (drop_reason <> ''),
    updated_at   timestamptz not null,
    constraint only_one_off_tasks_end check (kind = 'one_off' or (due is null and state <> 'completed')),
    constraint dates_run_forward check (not coalesce(start_day > due, false)),
    constraint completed_tasks_have_their_day check ((state = 'completed') = (completed_on is not null)),
    constraint dropped_tasks_have_their_day_and_reason
        check ((state = 'dropped') = (dropped_on is not null) and (state = 'dropped') = (drop_reason is not null))
);
create index task_work_by_plan on task_work (plan_id);

-- Every step belongs to the version of the work that it made.
create table task_steps (
    task_id uuid not null references task_work,
    version bigint not null check (version > 0),
    act     text not null
        check (act in ('classified', 'completed', 'dropped', 'reopened', 'assessed', 'contributed', 'evidenced')),
    on_day  date,
    text    text not null,
    actor   text not null check (actor <> ''),
    at      timestamptz not null,
    primary key (task_id, version)
);

-- The greatest revision of a period counts.
create table task_assessments (
    task_id         uuid not null references task_work,
    period          text not null check (period ~ '^[0-9]{4}(-H[12]|-Q[1-4])?$'),
    revision        int not null check (revision > 0),
    verdict         text not null check (verdict in ('done', 'partly', 'not_done')),
    text            text not null check (char_length(text) <= 4000),
    counts          jsonb not null check (jsonb_typeof(counts) = 'object'),
    revision_reason text check (revision_reason <> ''),
    actor           text not null check (actor <> ''),
    at              timestamptz not null,
    primary key (task_id, period, revision),
    constraint revisions_say_why check ((revision = 1) = (revision_reason is null))
);

create table task_contributions (
    id        uuid primary key,
    task_id   uuid not null references task_work,
    agency_id uuid not null references agencies,
    text      text not null check (text <> '' and char_length(text) <= 4000),
    from_day  date not null,
    to_day    date not null,
    actor     text not null check (actor <> ''),
    at        timestamptz not null,
    constraint days_run_forward check (from_day <= to_day)
);
create index task_contributions_by_task on task_contributions (task_id);

create table task_evidence (
    id              uuid primary key,
    task_id         uuid not null references task_work,
    file_name       text check (file_name <> '' and char_length(file_name) <= 255),
    sha256          text check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes      bigint check (size_bytes between 1 and 20971520),
    document_number text check (document_number <> '' and char_length(document_number) <= 100),
    note            text check (note <> '' and char_length(note) <= 1000),
    period          text check (period ~ '^[0-9]{4}(-H[12]|-Q[1-4])?$'),
    actor           text not null check (actor <> ''),
    at              timestamptz not null,
    constraint a_file_is_whole check (num_nonnulls(file_name, sha256, size_bytes) in (0, 3)),
    constraint a_file_or_a_number check (sha256 is not null or document_number is not null)
);
create unique index task_evidence_once on task_evidence (task_id, coalesce(sha256, ''), coalesce(document_number, ''), coalesce(period, ''));

call ground.append_only('task_steps');
call ground.append_only('task_assessments');
call ground.append_only('task_contributions');
call ground.append_only('task_evidence');

create function refuse_removal_of_work() returns trigger language plpgsql as $$
begin
    raise exception 'the work on a task is kept: drop the task' using errcode = 'restrict_violation';
end $$;
create trigger work_is_kept before delete on task_work for each row execute function refuse_removal_of_work();
