-- The catalogue of indicators: what is measured, how it is defined and since when, and which indicator each target asks for.

-- Observations name an indicator by its key: they are many, and a key is short.
create table indicators (
    id         uuid primary key,
    key        int generated always as identity unique,
    version    bigint not null check (version > 0),
    code       text not null unique check (code ~ '^[a-z][a-z0-9_]*$' and length(code) <= 100),
    name       text not null collate "vi-x-icu" check (name <> ''),
    name_en    text not null,
    unit       text not null,
    kind       text not null check (kind in ('number', 'judgement')),
    -- value = scale * numerator / denominator; null: counted, no ratio
    scale      numeric check (scale > 0),
    direction  text check (direction in ('up', 'down')),
    -- whom or what it is measured on; '': nobody in particular
    population text not null,
    over_units text not null check (over_units in ('sum', 'weighted', 'average', 'none')),
    over_time  text not null check (over_time in ('sum', 'last', 'average', 'weighted', 'none')),
    least      numeric,
    most       numeric,
    theme      text not null check (theme ~ '^[a-z][a-z_]*$'),
    -- catalogue: came with the service; plan: a target had none; person: somebody created it
    origin     text not null check (origin in ('catalogue', 'plan', 'person')),
    -- since a person first changed it, the catalogue that comes with the service leaves it alone
    curated_at timestamptz,
    -- of the entry of that catalogue as it was last taken over
    seed_hash  bytea check (length(seed_hash) = 32),
    retired_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- for matching and search: the name folded, and without diacritics
    folded     text not null check (folded <> ''),
    bare       text not null check (bare <> ''),
    constraint a_range_runs_upwards check (not least > most),
    constraint a_judgement_is_no_number check (
        kind = 'number' or (unit = '' and num_nonnulls(scale, least, most) = 0 and over_units = 'none' and over_time in ('last', 'none'))),
    constraint weights_are_denominators check (scale is not null or 'weighted' not in (over_units, over_time)),
    constraint only_the_catalogue_is_seeded check ((seed_hash is not null) = (origin = 'catalogue'))
);
create index indicators_by_name on indicators (folded);
create index indicators_by_theme on indicators (theme, name, id);

create function refuse_removal_of_indicators() returns trigger language plpgsql as $$
begin
    raise exception 'the catalogue keeps what ended: retire the indicator' using errcode = 'restrict_violation';
end $$;
create trigger indicators_are_kept before delete on indicators for each row execute function refuse_removal_of_indicators();

-- Other names of the same number.
create table indicator_aliases (
    indicator  int not null references indicators (key),
    position   int not null check (position > 0),
    alias      text not null check (alias <> ''),
    -- said of whom, and where, when the name alone could mean another number; null: as of the indicator
    population text check (population <> ''),
    geography  text check (geography <> ''),
    folded     text not null check (folded <> ''),
    bare       text not null check (bare <> ''),
    primary key (indicator, position)
);
create index indicator_aliases_by_name on indicator_aliases (folded);

-- By what it can be taken apart (phân tổ).
create table indicator_dimensions (
    indicator int not null references indicators (key),
    dimension text not null check (dimension ~ '^[a-z][a-z0-9_]*$'),
    category  text not null check (category ~ '^[a-z][a-z0-9_]*$'),
    position  int not null check (position > 0),
    name      text not null check (name <> ''),
    primary key (indicator, dimension, category),
    unique (indicator, position)
);

-- What others call it. A code that nobody has compared with its source is kept as unverified.
create table indicator_references (
    indicator int not null references indicators (key),
    scheme    text not null check (scheme ~ '^[A-Za-z][A-Za-z0-9-]*$'),
    edition   text not null,
    code      text not null check (code <> ''),
    verified  bool not null,
    primary key (indicator, scheme, edition, code)
);

-- How it is counted, and since when. One that corrects another has the same first day and a greater number.
create table indicator_definitions (
    indicator     int not null references indicators (key),
    number        int not null check (number > 0),
    -- null: from the beginning
    valid_from    date,
    -- values from valid_from on cannot be compared with those before
    breaks_series bool not null,
    text          text not null check (text <> ''),
    numerator     text not null,
    denominator   text not null,
    source_agency text not null,
    frequency     text not null,
    legal_basis   text not null,
    verified      bool not null,
    reason        text not null check (reason <> ''),
    actor         text not null check (actor <> ''),
    defined_at    timestamptz not null,
    primary key (indicator, number),
    constraint the_first_breaks_nothing check (valid_from is not null or not breaks_series)
);
call ground.append_only('indicator_definitions');

-- Targets that were in force before have none until the catalogue is put in.
alter table targets_in_force
    add indicator_id uuid references indicators (id),
    -- grows when the target is given another indicator
    add indicator_version bigint not null default 0 check (indicator_version >= 0),
    -- a person said so: no amendment changes it
    add indicator_by_person bool not null default false,
    add unit_id uuid,
    add constraint an_indicator_has_a_version check ((indicator_id is null) = (indicator_version = 0)),
    add constraint a_person_names_an_indicator check (indicator_id is not null or not indicator_by_person);
create index targets_in_force_by_indicator on targets_in_force (indicator_id);

-- Which indicator a target had, and how it came to it.
create table target_indicators (
    target_id    uuid not null references targets_in_force (id),
    version      bigint not null check (version > 0),
    indicator_id uuid not null references indicators (id),
    basis        text not null check (basis in ('matched', 'made', 'person')),
    reason       text not null,
    actor        text not null check (actor <> ''),
    assigned_at  timestamptz not null,
    primary key (target_id, version)
);
call ground.append_only('target_indicators');
