-- What agencies that ended owe, and what is owed to them, goes to their heirs.

-- An heir may become the receiver of what it owes itself; that its lateness was announced before stays true.
alter table obligations
    drop constraint only_the_assigned_are_overdue,
    add constraint only_the_assigned_are_overdue check (overdue_at is null or not requested);

create index obligations_open_by_agency on obligations (agency_id) where state = 'owed';
create index obligations_open_by_receiver on obligations (receiver_id) where state in ('owed', 'submitted', 'returned');
create index rounds_by_receiver on rounds (receiver_id) where not history;
