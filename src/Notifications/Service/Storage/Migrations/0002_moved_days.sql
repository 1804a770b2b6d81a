-- The last day of what is owed may move, and what is owed may be no more.

alter table owed
    drop constraint owed_state_check,
    add constraint owed_state_check check (state in ('owed', 'submitted', 'returned', 'settled', 'exempted')),
    -- the day from which on the last day or the receiver is another than when it was issued, and what they are; due, receiver and so on
    -- follow as soon as the issue has come
    add moved_on date,
    add moved_due date,
    add moved_explanation text,
    add moved_receiver_id uuid,
    add moved_own_contribution bool,
    add constraint a_move_is_whole check (num_nonnulls(moved_on, moved_due, moved_explanation, moved_receiver_id, moved_own_contribution) in (0, 5));

-- Rungs lead to a day: when that day moves, the ladder begins anew.
alter table notices
    drop constraint notices_kind_check,
    add constraint notices_kind_check check (kind in ('issued', 'upcoming', 'due_today', 'overdue', 'escalation', 'returned', 'rescheduled')),
    drop constraint notices_obligation_id_rung_agency_id_channel_key,
    add unique (obligation_id, due, rung, agency_id, channel);
