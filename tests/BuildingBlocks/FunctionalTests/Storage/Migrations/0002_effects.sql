-- What consumers of the tests did, in the order they did it; nothing here keeps an effect from happening twice.
create table effects (
    seq       bigint generated always as identity primary key,
    event_id  uuid   not null,
    aggregate text   not null,
    version   bigint not null,
    trace     text
);
