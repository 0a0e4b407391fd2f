-- Module: cases. Lists of cases that do not grow with the country: the audience narrows inside the policy.

-- Containment in an array is not leakproof, so a query under row-level security cannot use its index: the list of a
-- worker with sixty cases read every case there is. As the first part of the policy the same condition may use it. It
-- takes nothing away: the audience holds every institution with a grant for D1 that has not ended and every worker
-- assigned; drafts of the office and what is left of an erased case are found by indexes of their own.
do $$
begin
  execute format($p$alter policy assigned_read on cases.shared_case using ((
    audience @> array[case when kernel.wide() then kernel.institution() else kernel.worker() end]
    or (created_by_institution_id = kernel.institution() and state = 'draft')
    or (lead_institution_id = kernel.institution() and state = 'erased')) and %s)$p$, cases.reachable('shared_case.id'));
end
$$;
create index shared_case_draft on cases.shared_case (created_by_institution_id) where state = 'draft';
create index shared_case_erased on cases.shared_case (lead_institution_id) where state = 'erased';
