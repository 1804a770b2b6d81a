-- A target that is not due can be on its path or off it, and one that only a person can judge waits for that.

alter table ratings
    drop constraint ratings_verdict_check,
    add constraint ratings_verdict_check check (
        verdict in ('not_due', 'met', 'exceeded', 'not_met', 'not_rated', 'on_path', 'off_path', 'needs_judgement'));
