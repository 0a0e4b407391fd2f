-- Module: cases. The policy of the case asks what is the same for every row once a statement.

-- Who acts, when and in which scope do not change within a statement, and a worker is locked out of few cases. As
-- sub-selects that name no column of the row they are answered once; before, the head of an office with four thousand
-- cases had its settings parsed and the locks searched four thousand times a list. The conditions are those of 0040 and
-- 0057, in another form.
alter policy granted on cases.shared_case using ((select kernel.scope() @> array['D1']) and (
  exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = shared_case.id and g.data_class = 'D1'
      and g.valid_from <= (select kernel.instant()) and (g.valid_to is null or g.valid_to > (select kernel.instant())))
  or (created_by_institution_id = kernel.institution() and state = 'draft')));
alter policy assigned_read on cases.shared_case using ((
    audience @> array[case when kernel.wide() then kernel.institution() else kernel.worker() end]
    or (created_by_institution_id = kernel.institution() and state = 'draft')
    or (lead_institution_id = kernel.institution() and state = 'erased'))
  and ((select kernel.wide()) or exists (select from cases.assignment a
      where a.worker_id = kernel.worker() and a.case_id = shared_case.id
        and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant())))
  and id <> all (array(select l.case_id from cases.case_lock l
      where l.worker_id = kernel.worker() and l.valid_from <= kernel.instant()
        and (l.valid_to is null or l.valid_to > kernel.instant()))));
