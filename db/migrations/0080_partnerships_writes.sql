-- Module: partnerships. Who writes a partnership, its members, area and agreement: as policy.ts says, here by the rows.

set local role splot_search;

-- Common matters: its coordinator; where nobody coordinates, whoever manages partnerships in a member (mayCoordinate).
create function partnerships.may_coordinate(of_partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  with coordinator as (
    select c.worker_id from partnerships.contact c join organisations.api_worker w on w.id = c.worker_id
    where c.partnership_id = of_partnership and c.role = 'coordinator' and c.valid_from <= kernel.today()
      and (c.valid_to is null or c.valid_to >= kernel.today()) and (w.employed_to is null or w.employed_to >= kernel.today()))
  select organisations.holds(array['partnership_coordinator', 'head'])
    and exists (select from partnerships.member m where m.partnership_id = of_partnership
      and m.institution_id = kernel.institution() and (m.left_on is null or m.left_on >= kernel.today()))
    and (not exists (select from coordinator) or exists (select from coordinator where worker_id = kernel.worker()))
$$;

-- Matters of the own institution (mayRepresent). One that leaves ends with yesterday and still has to suspend what
-- cannot operate without it.
create function partnerships.may_represent(of_partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select organisations.holds(array['partnership_coordinator', 'head'])
    and exists (select from partnerships.member m where m.partnership_id = of_partnership
      and m.institution_id = kernel.institution() and (m.left_on is null or m.left_on >= kernel.today() - 1))
$$;

-- The first member of a partnership is the institution of who makes it.
create function partnerships.may_found(of_partnership uuid, of_institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select of_institution = kernel.institution() and organisations.holds(array['partnership_coordinator', 'head'])
    and exists (select from partnerships.partnership p where p.id = of_partnership and p.state = 'initiative')
    and not exists (select from partnerships.member m where m.partnership_id = of_partnership)
$$;

-- The last signature and the leaving of a partner move the state, whoever signs or leaves; nothing else with it. Sees
-- the row as it was before the statement.
create function partnerships.only_moves(changed partnerships.partnership) returns boolean
language sql stable security definer set search_path = '' as $$
  select changed.state in ('agreement_signed', 'suspended') and exists (select from partnerships.partnership p
    where p.id = changed.id and p.state <> changed.state
      and (p.name, p.county_code, p.started_on) = (changed.name, changed.county_code, changed.started_on))
$$;

-- Contact persons: named by who manages the institution or the partnership, and by a coordinator of today only (who
-- hands over has ended with yesterday).
create or replace function partnerships.may_name(of_partnership uuid, of_institution uuid, of_worker uuid, named_role text) returns boolean
language sql stable security definer set search_path = '' as $$
  select organisations.holds(array['partnership_coordinator', 'head', 'institution_admin'])
    and exists (select from organisations.api_worker w where w.id = of_worker and w.institution_id = of_institution)
    and exists (select from partnerships.member m where m.partnership_id = of_partnership and m.institution_id = kernel.institution()
      and (m.left_on is null or m.left_on >= kernel.today()))
    and (exists (select from partnerships.contact c where c.partnership_id = of_partnership and c.worker_id = kernel.worker()
        and c.role = 'coordinator' and (c.valid_to is null or c.valid_to >= kernel.today() - 1))
      or (of_institution = kernel.institution() and named_role = 'contact')
      -- Nobody coordinates, or the coordinator is of the own institution and hands over.
      or not exists (select from partnerships.contact c where c.partnership_id = of_partnership and c.role = 'coordinator'
        and c.institution_id <> kernel.institution() and (c.valid_to is null or c.valid_to >= kernel.today())))
$$;

revoke execute on function partnerships.may_coordinate(uuid), partnerships.may_represent(uuid),
  partnerships.may_found(uuid, uuid), partnerships.only_moves(partnerships.partnership) from public;
grant execute on function partnerships.may_coordinate(uuid), partnerships.may_represent(uuid),
  partnerships.may_found(uuid, uuid), partnerships.only_moves(partnerships.partnership) to splot_worker;
set local role splot_owner;

-- Reading stays open. Not forced, for the owner answers in views; see 0079_organisations_writes.sql.
alter table partnerships.partnership enable row level security;
alter table partnerships.area enable row level security;
alter table partnerships.member enable row level security;
alter table partnerships.agreement enable row level security;
alter table partnerships.agreement_scope enable row level security;
alter table partnerships.signature enable row level security;
create policy open on partnerships.partnership for select using (true);
create policy open on partnerships.area for select using (true);
create policy open on partnerships.member for select using (true);
create policy open on partnerships.agreement for select using (true);
create policy open on partnerships.agreement_scope for select using (true);
create policy open on partnerships.signature for select using (true);

create policy founded on partnerships.partnership for insert to splot_worker
  with check (state = 'initiative' and (select organisations.holds(array['partnership_coordinator', 'head'])));
create policy changed on partnerships.partnership for update to splot_worker
  using (partnerships.may_represent(id))
  with check (partnerships.may_coordinate(id) or partnerships.only_moves(partnership));

create policy added on partnerships.area for insert to splot_worker with check (partnerships.may_coordinate(partnership_id));
create policy dropped on partnerships.area for delete to splot_worker using (partnerships.may_coordinate(partnership_id));

create policy joined on partnerships.member for insert to splot_worker
  with check (partnerships.may_coordinate(partnership_id) or partnerships.may_found(partnership_id, institution_id));
create policy ended on partnerships.member for update to splot_worker
  using (partnerships.may_coordinate(partnership_id)
    or (institution_id = kernel.institution() and partnerships.may_represent(partnership_id)))
  with check (true);
revoke update on partnerships.member from splot_worker;
grant update (left_on) on partnerships.member to splot_worker;

create policy drafted on partnerships.agreement for insert to splot_worker
  with check (state = 'draft' and partnerships.may_coordinate(partnership_id));
create policy changed on partnerships.agreement for update to splot_worker
  using (partnerships.may_coordinate(partnership_id));

create policy drafted on partnerships.agreement_scope for insert to splot_worker
  with check (exists (select from partnerships.agreement a where a.id = agreement_id and partnerships.may_coordinate(a.partnership_id)));
create policy changed on partnerships.agreement_scope for update to splot_worker
  using (exists (select from partnerships.agreement a where a.id = agreement_id and partnerships.may_coordinate(a.partnership_id)));
create policy dropped on partnerships.agreement_scope for delete to splot_worker
  using (exists (select from partnerships.agreement a where a.id = agreement_id and partnerships.may_coordinate(a.partnership_id)));

-- That the institution is a member and the version open stands in check_signature(); here, that its head signs.
create policy signed on partnerships.signature for insert to splot_worker
  with check (institution_id = kernel.institution() and (select organisations.holds(array['head'])));
