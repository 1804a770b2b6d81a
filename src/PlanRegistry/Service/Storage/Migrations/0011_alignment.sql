-- What persons accepted of the differences between a plan and the one above it. Findings themselves are computed and kept nowhere.

create table finding_acceptances (
    id                 uuid primary key,
    plan_id            uuid not null references plans,
    superior_id        uuid not null references plans check (superior_id <> plan_id),
    kind               text not null
        check (kind in ('missing', 'weaker', 'stronger', 'later', 'earlier', 'other_unit', 'other_population', 'other_definition', 'not_comparable', 'ambiguous')),
    rule               text not null check (rule ~ '^[A-Z][A-Z_]*$'),
    superior_target_id uuid not null,
    target_id          uuid,
    -- of what both targets said then: the acceptance counts as long as they say it
    fingerprint        text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    reason             text not null check (reason <> '' and char_length(reason) <= 1000),
    actor              text not null check (actor <> ''),
    accepted_at        timestamptz not null
);
create index finding_acceptances_by_plan on finding_acceptances (plan_id, superior_id);

create table withdrawn_acceptances (
    acceptance_id uuid primary key references finding_acceptances,
    reason        text not null check (reason <> '' and char_length(reason) <= 1000),
    actor         text not null check (actor <> ''),
    withdrawn_at  timestamptz not null
);

call ground.append_only('finding_acceptances');
call ground.append_only('withdrawn_acceptances');

-- A finding is accepted once; two that accept it at the same time take turns on the plan.
create function refuse_second_acceptance() returns trigger language plpgsql as $$
begin
    if exists (
        select from finding_acceptances a
        where (a.plan_id, a.superior_id, a.kind, a.rule, a.superior_target_id, a.fingerprint) = (new.plan_id, new.superior_id, new.kind, new.rule, new.superior_target_id, new.fingerprint)
            and a.target_id is not distinct from new.target_id
            and not exists (select from withdrawn_acceptances w where w.acceptance_id = a.id)
    ) then
        raise exception 'the finding is accepted already' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger findings_are_accepted_once before insert on finding_acceptances
    for each row execute function refuse_second_acceptance();
