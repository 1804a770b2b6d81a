create table things (
    id      uuid primary key,
    name    text not null check (name <> ''),
    version bigint not null default 1
);

create table thing_revisions (
    id      bigint generated always as identity primary key,
    thing   uuid not null references things,
    name    text not null
);
call ground.append_only('thing_revisions');
