-- What is owed, as far as reminding goes; what was told to whom; and whether anything leaves the installation.

-- One row an obligation. Facts of different kinds arrive in any order: the state is that of the greatest version seen; what the
-- issue says is null until it has come, and until then nobody is reminded.
create table owed (
    obligation_id      uuid primary key,
    obligation_version bigint not null check (obligation_version > 0),
    state              text not null check (state in ('owed', 'submitted', 'returned', 'settled')),
    submission         int not null default 0 check (submission >= 0),
    return_reason      text,
    round_id           uuid,
    plan_id            uuid,
    plan_number        text,
    plan_title         text,
    agency_id          uuid,
    receiver_id        uuid,
    requested          bool,
    own_contribution   bool,
    content            text,
    period             text,
    due                date,
    due_explanation    text,
    letter_number      text,
    issued_on          date,
    constraint an_issue_is_whole check ((issued_on is null) = (round_id is null or plan_id is null or plan_title is null or agency_id is null
        or receiver_id is null or requested is null or own_contribution is null or period is null or due is null or due_explanation is null))
);
create index owed_still on owed (obligation_id) where state in ('owed', 'returned') and issued_on is not null and not own_contribution;

-- Each rung of an obligation at most once to an agency and channel.
create table notices (
    id              uuid primary key,
    obligation_id   uuid not null references owed,
    plan_id         uuid not null,
    agency_id       uuid not null,
    kind            text not null check (kind in ('issued', 'upcoming', 'due_today', 'overdue', 'escalation', 'returned')),
    rung            text not null check (rung ~ '^[a-z]+(-[0-9]+)?$'),
    channel         text not null check (channel in ('inbox', 'email')),
    state           text not null check (state in ('queued', 'sent', 'failed', 'given_up', 'withdrawn', 'acknowledged')),
    subject         text not null,
    body            text not null,
    due             date not null,
    late            bool not null,
    address         text,
    attempts        int not null default 0 check (attempts >= 0),
    answer          text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    acknowledged_at timestamptz,
    -- database time: whose turn it is, and who is at it
    send_after      timestamptz not null default now(),
    lease_until     timestamptz,
    unique (obligation_id, rung, agency_id, channel),
    constraint only_the_inbox_is_acknowledged check ((state = 'acknowledged') = (acknowledged_at is not null) and (acknowledged_at is null or channel = 'inbox')),
    constraint sent_at_a_time check ((state in ('sent', 'acknowledged')) = (sent_at is not null))
);
create index notices_newest_first on notices (created_at desc, id desc);
create index notices_by_plan on notices (plan_id, created_at desc, id desc);
create index notices_by_agency on notices (agency_id, created_at desc, id desc);
create index notices_waiting on notices (send_after) where state in ('queued', 'failed');

create table delivery_settings (
    one              bool primary key default true check (one),
    version          bigint not null check (version > 0),
    mode             text not null check (mode in ('off', 'redirect', 'live')),
    redirect_address text,
    paused           bool not null,
    updated_at       timestamptz,
    constraint redirecting_needs_an_address check (mode <> 'redirect' or redirect_address <> '')
);
insert into delivery_settings (version, mode, paused) values (1, 'off', false);
