-- A target that is given another indicator may stand by nothing, though it stood by something before.

alter table ratings
    alter observation_id drop not null,
    alter period drop not null,
    drop constraint ratings_verdict_check,
    add constraint ratings_verdict_check check (
        verdict in ('no_data', 'not_due', 'met', 'exceeded', 'not_met', 'not_rated', 'on_path', 'off_path', 'needs_judgement')),
    add constraint a_verdict_rests_on_an_observation check (verdict = 'no_data' or num_nulls(observation_id, period) = 0);
