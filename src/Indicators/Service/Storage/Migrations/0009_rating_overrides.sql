-- What persons say in the place of the rules (đánh giá lại), with the reason. Of a target the newest counts, as long as the rules say
-- what they said then.

create table rating_overrides (
    target_id     uuid not null references targets_in_force (id),
    number        int not null check (number > 0),
    -- of the value that was rated
    period        text not null,
    verdict       text not null check (verdict in ('met', 'exceeded', 'not_met', 'not_rated', 'on_path', 'off_path')),
    -- what the rules said, and by which of them
    ruled         text not null,
    rule          text not null check (rule ~ '^[A-Z][A-Z_]*$'),
    reason        text not null check (length(reason) between 1 and 2000),
    actor         text not null check (actor <> ''),
    overridden_at timestamptz not null,
    primary key (target_id, number),
    constraint an_override_says_otherwise check (verdict <> ruled)
);
call ground.append_only('rating_overrides');
