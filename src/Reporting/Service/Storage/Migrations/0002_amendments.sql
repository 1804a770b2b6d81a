-- Obligations follow amendments of what is not yet due: owed by another day, or not at all.

alter table obligations
    drop constraint obligations_state_check,
    add constraint obligations_state_check check (state in ('owed', 'submitted', 'returned', 'settled', 'exempted')),
    drop constraint what_is_owed_was_never_submitted,
    add constraint what_is_owed_was_never_submitted check ((state in ('owed', 'exempted')) = (submitted_on is null)),
    drop constraint what_was_submitted_has_a_report,
    add constraint what_was_submitted_has_a_report check (state in ('owed', 'exempted') or report_id is not null),
    add exempted_at timestamptz,
    add exempt_reason text check (exempt_reason ~ '^[A-Z][A-Z_]*$'),
    add constraint only_exempted_ones_say_why check ((state = 'exempted') = (exempted_at is not null) and (exempted_at is null) = (exempt_reason is null));
