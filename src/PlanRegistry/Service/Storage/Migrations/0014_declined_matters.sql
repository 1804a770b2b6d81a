-- A request may be declined: then no amendment makes what it asked for, and the conclusion says why.

alter table matters
    add outcome text check (outcome in ('settled', 'declined'));

update matters set outcome = 'settled' where state = 'closed';

alter table matters
    add constraint closed_means_an_outcome check ((state = 'closed') = (outcome is not null)),
    add constraint only_requests_are_declined check (outcome is distinct from 'declined' or kind in ('adjustment', 'proposal')),
    drop constraint adjustments_close_by_amendment,
    add constraint adjustments_are_settled_by_amendment
        check ((state = 'closed' and kind = 'adjustment' and outcome = 'settled') = (amendment_id is not null));
