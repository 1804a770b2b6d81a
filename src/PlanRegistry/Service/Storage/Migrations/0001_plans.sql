-- Plans and what was read from their documents. Null is: the document does not say.
-- Spans are UTF-16 offsets in the decoded text. Positions give the order of the text, from 1.

create table plans (
    id            uuid primary key,
    version       bigint not null check (version > 0),
    state         text not null check (state in ('read', 'confirmed', 'published')),

    number        text check (number <> ''),
    issued_year   int check (issued_year between 1000 and 9999),
    issued_month  int check (issued_month between 1 and 12),
    issued_day    int,
    issuer        text collate "vi-x-icu" check (issuer <> ''),
    issuer_level  text check (issuer_level in ('central', 'province', 'district', 'commune')),
    issuer_system text check (issuer_system in ('state', 'party')),
    province      text collate "vi-x-icu" check (province <> ''),
    title         text collate "vi-x-icu" check (title <> ''),
    signer        text check (signer <> ''),
    signer_title  text check (signer_title <> ''),
    period_from   int check (period_from between 1000 and 9999),
    period_to     int check (period_to between 1000 and 9999),
    vision_year   int check (vision_year between 1000 and 9999),

    -- number, title and issuer, folded for matching; never shown
    search_text   text not null,

    -- the file: the same bytes are one plan
    file_name     text not null check (char_length(file_name) <= 255),
    sha256        text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes    bigint not null check (size_bytes between 1 and 20971520),

    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    published_at  timestamptz,

    constraint issued_on_is_stated_from_the_year_down
        check ((issued_month is null or issued_year is not null) and (issued_day is null or issued_month is not null)),
    constraint issued_on_exists
        check (issued_day is null or (issued_day >= 1 and make_date(issued_year, issued_month, 1) + (issued_day - 1)
            < make_date(issued_year, issued_month, 1) + interval '1 month')),
    constraint only_published_plans_have_a_time_of_it
        check ((state = 'published') = (published_at is not null)),
    constraint published_plans_are_complete
        check (state <> 'published' or (title is not null and issuer is not null and not coalesce(period_from > period_to, false)))
);

create index plans_newest_first on plans (created_at desc, id desc);
create index plans_by_update on plans (updated_at);

create table plan_legal_bases (
    plan_id      uuid not null references plans,
    position     int not null check (position > 0),
    number       text check (number <> ''),
    type         text,
    title        text,
    issued_on    date,
    relationship text not null
        check (relationship in ('implements', 'pursuant_to', 'on_proposal_of', 'amends', 'replaces', 'cites')),
    span         int4range not null check (not isempty(span) and lower(span) >= 0),
    primary key (plan_id, position)
);

create table plan_targets (
    id         uuid primary key,
    plan_id    uuid not null references plans,
    position   int not null check (position > 0),
    parent_id  uuid check (parent_id <> id),
    section    text not null check (section in ('targets', 'vision', 'tasks')),
    text       text not null,
    indicator  text not null,
    comparator text not null
        check (comparator in ('eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx', 'decrease_by', 'increase_by', 'achieve')),
    value      numeric,
    value_max  numeric,
    unit       text,
    bound      text check (bound in ('eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx')),
    per_year   bool not null,
    baseline   text,
    population text,
    geography  text,
    year       int,
    direction  text check (direction in ('up', 'down')),
    theme      text,
    conditions text[] not null,
    span       int4range not null check (not isempty(span) and lower(span) >= 0),
    unique (plan_id, position),
    unique (plan_id, id),
    foreign key (plan_id, parent_id) references plan_targets (plan_id, id)
);

create table plan_tasks (
    id           uuid primary key,
    plan_id      uuid not null references plans,
    position     int not null check (position > 0),
    parent_id    uuid check (parent_id <> id),
    numbering    text not null,
    level        int not null check (level > 0),
    heading      text not null,
    lead         text check (lead <> ''),
    coordinating text[] not null,
    items        text[] not null,
    span         int4range not null check (not isempty(span) and lower(span) >= 0),
    unique (plan_id, position),
    unique (plan_id, id),
    foreign key (plan_id, parent_id) references plan_tasks (plan_id, id)
);

create table plan_duties (
    id                 uuid primary key,
    plan_id            uuid not null references plans,
    position           int not null check (position > 0),
    reporters          text[] not null,
    addressees         text[] not null,
    via                text check (via <> ''),
    frequency          text not null
        check (frequency in ('annual', 'six_month', 'quarterly', 'monthly', 'weekly', 'daily', 'once', 'mid_term', 'final',
            'on_request', 'unstated')),
    deadline_day       int check (deadline_day between 1 and 31),
    deadline_month     int check (deadline_month between 1 and 12),
    deadline_inclusive bool not null,
    once_on            date,
    content            text,
    span               int4range not null check (not isempty(span) and lower(span) >= 0),
    unique (plan_id, position),
    unique (plan_id, id),
    constraint deadlines_have_a_day check (deadline_month is null or deadline_day is not null),
    constraint a_duty_recurs_or_is_due_once check (once_on is null or deadline_day is null)
);

create table plan_flags (
    plan_id   uuid not null references plans,
    position  int not null check (position > 0),
    code      text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
    target_id uuid,
    duty_id   uuid,
    quote     text not null check (char_length(quote) <= 200),
    span      int4range check (not isempty(span) and lower(span) >= 0),
    primary key (plan_id, position),
    foreign key (plan_id, target_id) references plan_targets (plan_id, id),
    foreign key (plan_id, duty_id) references plan_duties (plan_id, id),
    constraint a_flag_is_about_one_item check (num_nonnulls(target_id, duty_id) <= 1)
);

-- Each correction belongs to the version of the plan that it made.
create table plan_corrections (
    plan_id      uuid not null references plans,
    plan_version bigint not null check (plan_version > 1),
    field        text not null,
    before       text not null,
    after        text not null check (after <> before),
    actor        text not null check (actor <> ''),
    at           timestamptz not null,
    primary key (plan_id, plan_version, field)
);

-- What was read is never rewritten; what was published never changes, whoever asks.

call ground.append_only('plan_legal_bases');
call ground.append_only('plan_targets');
call ground.append_only('plan_tasks');
call ground.append_only('plan_duties');
call ground.append_only('plan_flags');
call ground.append_only('plan_corrections');

create function refuse_change_of_plan() returns trigger language plpgsql as $$
begin
    raise exception '% of a plan is not possible: %', lower(tg_op), tg_argv[0] using errcode = 'restrict_violation';
end $$;

create trigger published_plans_never_change before update on plans
    for each row when (old.state = 'published') execute function refuse_change_of_plan('it is published');
create trigger plans_stay_who_they_are before update on plans
    for each row when ((old.id, old.sha256, old.created_at) is distinct from (new.id, new.sha256, new.created_at))
    execute function refuse_change_of_plan('its id, file and time of arrival are fixed');
create trigger plans_are_kept before delete on plans
    for each row execute function refuse_change_of_plan('the register keeps what it took in');

create function refuse_rows_of_published_plan() returns trigger language plpgsql as $$
begin
    if exists (select from plans where id = new.plan_id and state = 'published') then
        raise exception 'the content of a published plan is fixed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger published_plans_take_no_rows before insert on plan_legal_bases
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_targets
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_tasks
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_duties
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_flags
    for each row execute function refuse_rows_of_published_plan();
create trigger published_plans_take_no_rows before insert on plan_corrections
    for each row execute function refuse_rows_of_published_plan();

-- A plan with the counts that a list shows.
create view plan_overviews as
select plans.*,
    (select count(*) from plan_targets where plan_id = plans.id and section <> 'vision')::int as target_count,
    (select count(*) from plan_targets where plan_id = plans.id and section = 'vision')::int as vision_target_count,
    (select count(*) from plan_tasks where plan_id = plans.id)::int as task_count,
    (select count(*) from plan_duties where plan_id = plans.id)::int as duty_count,
    (select count(*) from plan_duties where plan_id = plans.id and (deadline_day is not null or once_on is not null))::int
        as dated_duty_count,
    (select count(*) from plan_flags where plan_id = plans.id)::int as flag_count
from plans;
