-- Module: cases. Lists that ask the exact policy once for each case; names found within the cases of the asker.

-- Cases of the actor in which the person's name contains the text. Under row-level security the same question decided
-- about every case a second time, behind the person, because LIKE is not leakproof. The conditions are those of the
-- policies on cases.shared_case, so that nothing comes out that the list would not show: audience, D1 in the
-- authorisation, a grant for D1 in force or an own draft, assigned or overseeing, not locked out.
set local role splot_search;
do $do$
begin
  execute format($f$
    create function cases.api_named(part text) returns setof uuid language sql stable security definer set search_path = '' as $$
      select c.id from cases.shared_case c join cases.person p on p.id = c.person_id
      where c.audience @> array[case when kernel.wide() then kernel.institution() else kernel.worker() end]
        and p.search like '%%' || kernel.plain(part) || '%%'
        and kernel.scope() @> array['D1']
        and (exists (select from cases.access_grant g
            where g.institution_id = kernel.institution() and g.case_id = c.id and g.data_class = 'D1'
              and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()))
          or (c.created_by_institution_id = kernel.institution() and c.state = 'draft'))
        and %s
    $$ $f$, cases.reachable('c.id'));
end
$do$;
revoke execute on function cases.api_named(text) from public;
grant execute on function cases.api_named(text) to splot_worker;
set local role splot_owner;

-- The number in the header: what waits for the office and for nobody in it.
create index shared_case_waits_office on cases.shared_case (waits_institution_id) where waits_worker_id is null;
