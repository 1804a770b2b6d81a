-- A report may be approved by its own agency before it is submitted, and by another person than those who wrote it.

alter table reports
    drop constraint reports_state_check,
    add constraint reports_state_check check (state in ('draft', 'submitted', 'returned', 'accepted', 'approved')),
    drop constraint drafts_were_never_submitted,
    add constraint drafts_were_never_submitted check (state = 'approved' or (state = 'draft') = (submission_count = 0)),
    drop constraint what_is_with_the_receiver_is_complete,
    add constraint what_is_approved_or_with_the_receiver_is_complete
        check (state not in ('submitted', 'accepted', 'approved') or (number <> '' and signer <> '' and signed_on is not null and (nil or results <> ''))),
    -- the subjects who wrote what it says, who did so last at the end
    add written_by text[],
    add approved_by text check (approved_by <> ''),
    add approved_at timestamptz,
    add constraint an_approval_is_of_somebody_at_some_time check ((approved_by is null) = (approved_at is null)),
    add constraint only_what_stands_is_approved check (approved_by is null or state not in ('draft', 'returned')),
    add constraint what_is_approved_says_by_whom check (state <> 'approved' or approved_by is not null);

-- Who wrote on a report that is there already, the audit says.
update reports r set written_by = coalesce(
    (select array_agg(w.subject order by w.last)
     from (select a.subject, max(a.id) as last from ground.audit_log a
           where a.resource = 'reports/' || r.id and a.method like '%/DraftReport' and a.outcome = 'DONE' and a.subject <> '' group by a.subject) w),
    (select array[s.actor] from report_steps s where s.report_id = r.id order by s.version limit 1));

alter table reports
    alter written_by set not null,
    add constraint a_report_was_written_by_somebody check (cardinality(written_by) > 0 and '' <> all(written_by));

alter table report_steps
    drop constraint report_steps_state_check,
    add constraint report_steps_state_check check (state in ('draft', 'submitted', 'returned', 'accepted', 'approved'));
