-- What the events suite writes: something happened, and it had an effect.
create table happenings (
    id uuid primary key
);

create table effects (
    event_id uuid primary key
);
