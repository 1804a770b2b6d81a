-- Duties that published plans put in force, the rounds and obligations that follow from them, the reports that answer them and
-- what is made of those.

-- One row for each announcement that had an effect. An announcement that had it twice could not hide here.
create table adoptions (
    event_id     uuid primary key,
    plan_id      uuid not null,
    plan_version bigint not null check (plan_version > 0),
    adopted_at   timestamptz not null,
    duty_count   int not null check (duty_count >= 0),
    unique (plan_id, plan_version)
);
call ground.append_only('adoptions');

create table plans (
    id               uuid primary key,
    number           text check (number <> ''),
    title            text not null check (title <> ''),
    issuer_agency_id uuid,
    first_year       int,
    last_year        int,
    -- rounds due from this day on count; the day of publication until somebody says otherwise
    track_from       date not null
);

-- Parties are as the announcement has them: {text, agency_id, group: {unit_id, below, kinds}}.
create table duties (
    id                 uuid primary key,
    plan_id            uuid not null references plans,
    position           int not null check (position > 0),
    reporters          jsonb not null check (jsonb_typeof(reporters) = 'array'),
    addressees         jsonb not null check (jsonb_typeof(addressees) = 'array'),
    via                jsonb,
    frequency          text not null
        check (frequency in ('annual', 'six_month', 'quarterly', 'monthly', 'weekly', 'daily', 'once', 'mid_term', 'final',
            'on_request', 'unstated')),
    deadline_day       int check (deadline_day between 1 and 31),
    deadline_month     int check (deadline_month between 1 and 12),
    deadline_inclusive bool not null,
    once_on            date,
    off_days           text not null check (off_days in ('stay', 'next_working_day', 'previous_working_day')),
    content            text,
    adopted_at         timestamptz not null,
    ended_at           timestamptz,

    findings           text[] not null default '{}',
    -- how far the copy of the directory was when somebody last looked whom the duty means
    directory_seen     bigint not null default -1,

    constraint deadlines_have_a_day check (deadline_month is null or deadline_day is not null),
    unique (id, plan_id)
);
create unique index duties_by_plan on duties (plan_id, position) where ended_at is null;

create table rounds (
    id            uuid primary key,
    duty_id       uuid not null,
    plan_id       uuid not null,
    kind          text not null check (kind in ('scheduled', 'opened')),
    period        text not null check (period ~ '^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
    due           date not null,
    due_rule      text not null,
    due_why       text not null,
    due_why_vi    text not null,
    late_after    date not null,
    cutoff        date not null,
    cutoff_rule   text not null,
    cutoff_why    text not null,
    cutoff_why_vi text not null,
    estimate      bool not null,
    history       bool not null,
    letter_number text check (char_length(letter_number) between 1 and 100),
    receiver_id   uuid,
    -- the day whose directory says who is asked
    opened_on     date not null,
    opened_at     timestamptz not null,
    -- how many announcements have told of its obligations
    issued_parts  int not null default 0 check (issued_parts >= 0),
    foreign key (duty_id, plan_id) references duties (id, plan_id),
    constraint nobody_is_late_before_the_last_safe_day check (late_after >= due),
    constraint data_close_before_they_are_due check (cutoff <= due),
    constraint rounds_by_letter_name_it check ((kind = 'opened') = (letter_number is not null)),
    constraint open_rounds_have_a_receiver check (history or receiver_id is not null),
    constraint history_is_scheduled check (not history or kind = 'scheduled')
);
-- The period names the occurrence of a dated duty, however days off move its last day: no round opens twice.
create unique index scheduled_rounds_open_once on rounds (duty_id, period) where kind = 'scheduled';
create unique index letters_open_a_round_once on rounds (duty_id, period, letter_number) where kind = 'opened';
create index rounds_by_due on rounds (due, id);
create index rounds_by_plan on rounds (plan_id, due, id);

create table obligations (
    id               uuid primary key,
    version          bigint not null check (version > 0),
    round_id         uuid not null references rounds,
    duty_id          uuid not null,
    plan_id          uuid not null,
    agency_id        uuid not null,
    receiver_id      uuid not null,
    period           text not null,
    due              date not null,
    late_after       date not null check (late_after >= due),
    requested        bool not null,
    own_contribution bool not null,
    state            text not null check (state in ('owed', 'submitted', 'returned', 'settled')),
    submitted_on     date,
    report_id        uuid,
    settled_at       timestamptz,
    -- when its lateness was announced
    overdue_at       timestamptz,
    issued_at        timestamptz not null,
    updated_at       timestamptz not null,
    constraint an_agency_owes_once_a_round unique (round_id, agency_id),
    constraint what_is_owed_was_never_submitted check ((state = 'owed') = (submitted_on is null)),
    constraint only_settled_ones_have_a_time_of_it check ((state = 'settled') = (settled_at is not null)),
    constraint what_was_submitted_has_a_report check (state = 'owed' or report_id is not null),
    constraint own_contributions_are_the_receivers check (own_contribution = (agency_id = receiver_id)),
    constraint only_the_assigned_are_overdue check (overdue_at is null or not (requested or own_contribution))
);
create index obligations_by_due on obligations (due, id);
create index obligations_by_plan on obligations (plan_id, due, id);
create index obligations_by_agency on obligations (agency_id, due, id);
create index obligations_by_receiver on obligations (receiver_id, due, id);
create index obligations_by_update on obligations (updated_at);
create index obligations_to_announce_overdue on obligations (late_after)
    where state = 'owed' and overdue_at is null and not requested and not own_contribution;

create table reports (
    id               uuid primary key,
    version          bigint not null check (version > 0),
    obligation_id    uuid not null unique references obligations,
    round_id         uuid not null references rounds,
    plan_id          uuid not null,
    agency_id        uuid not null,
    receiver_id      uuid not null,
    period           text not null,
    state            text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
    number           text not null check (char_length(number) <= 100),
    signer           text not null check (char_length(signer) <= 200),
    signed_on        date,
    results          text not null check (char_length(results) <= 20000),
    difficulties     text not null check (char_length(difficulties) <= 20000),
    proposals        text not null check (char_length(proposals) <= 20000),
    nil              bool not null,
    lines            jsonb not null check (jsonb_typeof(lines) = 'array'),
    submission_count int not null check (submission_count >= 0),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    constraint drafts_were_never_submitted check ((state = 'draft') = (submission_count = 0)),
    constraint what_is_with_the_receiver_is_complete
        check (state not in ('submitted', 'accepted') or (number <> '' and signer <> '' and signed_on is not null and (nil or results <> '')))
);
create index reports_newest_first on reports (created_at desc, id desc);
create index reports_by_plan on reports (plan_id, created_at desc, id desc);
create index reports_by_round on reports (round_id, created_at desc, id desc);
create index reports_by_agency on reports (agency_id, created_at desc, id desc);

create table report_steps (
    report_id uuid not null references reports,
    -- the version of the report that the step made
    version   bigint not null check (version > 0),
    state     text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
    actor     text not null check (actor <> ''),
    agency_id uuid not null,
    at        timestamptz not null,
    reason    text check (char_length(reason) between 1 and 2000),
    primary key (report_id, version),
    constraint returns_have_a_reason check ((state = 'returned') = (reason is not null))
);
call ground.append_only('report_steps');

-- Each submission whole, as the receiver got it.
create table report_submissions (
    report_id    uuid not null references reports,
    submission   int not null check (submission > 0),
    content      jsonb not null,
    lines        jsonb not null check (jsonb_typeof(lines) = 'array'),
    submitted_at timestamptz not null,
    primary key (report_id, submission)
);
call ground.append_only('report_submissions');

create table consolidations (
    id                 uuid primary key,
    round_id           uuid not null references rounds,
    plan_id            uuid not null,
    agency_id          uuid not null,
    period             text not null,
    version            int not null check (version > 0),
    includes_submitted bool not null,
    -- of the submissions it used: the same ones make one consolidation
    sources_sha256     bytea not null check (length(sources_sha256) = 32),
    children           jsonb not null check (jsonb_array_length(children) > 0),
    missing            jsonb not null check (jsonb_typeof(missing) = 'array'),
    lines              jsonb not null check (jsonb_typeof(lines) = 'array'),
    actor              text not null check (actor <> ''),
    created_at         timestamptz not null,
    unique (round_id, version),
    unique (round_id, sources_sha256)
);
create index consolidations_newest_first on consolidations (created_at desc, id desc);
create index consolidations_by_plan on consolidations (plan_id, created_at desc, id desc);
call ground.append_only('consolidations');
