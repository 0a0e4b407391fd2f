-- Module: partnerships. Contact persons: who coordinates sees how all cases of a partnership go, so nobody names themselves.

set local role splot_search;
create function partnerships.may_name(of_partnership uuid, of_institution uuid, of_worker uuid, named_role text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.api_worker w where w.id = of_worker and w.institution_id = of_institution)
    and exists (select from partnerships.member m where m.partnership_id = of_partnership and m.institution_id = kernel.institution()
      and (m.left_on is null or m.left_on >= kernel.today()))
    and (exists (select from partnerships.contact c where c.partnership_id = of_partnership and c.worker_id = kernel.worker() and c.role = 'coordinator')
      or (of_institution = kernel.institution() and named_role = 'contact')
      -- Nobody coordinates, or the coordinator is of the own institution and hands over.
      or not exists (select from partnerships.contact c where c.partnership_id = of_partnership and c.role = 'coordinator'
        and c.institution_id <> kernel.institution() and (c.valid_to is null or c.valid_to >= kernel.today())))
$$;
revoke execute on function partnerships.may_name(uuid, uuid, uuid, text) from public;
grant execute on function partnerships.may_name(uuid, uuid, uuid, text) to splot_worker;
set local role splot_owner;

create policy named on partnerships.contact as restrictive for insert to splot_worker
  with check (partnerships.may_name(partnership_id, institution_id, worker_id, role));
create policy named_change on partnerships.contact as restrictive for update to splot_worker
  using (partnerships.may_name(partnership_id, institution_id, worker_id, role)) with check (true);
revoke update on partnerships.contact from splot_worker;
grant update (valid_to) on partnerships.contact to splot_worker;
