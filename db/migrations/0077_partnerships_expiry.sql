-- Module: partnerships. An agreement past its last day: the partnership opens no cases by itself, told sixty days before.

-- The state in the table is what people decided; whether the partnership operates today is also a matter of the date.
create function partnerships.lapsed(of_partnership uuid) returns boolean language sql stable set search_path = '' as $$
  select exists (select from partnerships.agreement a where a.partnership_id = of_partnership and a.state = 'in_force' and a.valid_to < kernel.today())
$$;
create or replace view partnerships.api_membership with (security_invoker = true) as
  select m.partnership_id, p.name as partnership_name,
    case when p.state = 'operating' and partnerships.lapsed(p.id) then 'suspended' else p.state end as state,
    p.county_code, m.institution_id, m.joined_on, m.left_on
  from partnerships.member m join partnerships.partnership p on p.id = m.partnership_id;
-- What has lapsed lets nobody receive anything new.
create or replace view partnerships.api_ceiling with (security_invoker = true) as
  select a.partnership_id, s.institution_type, s.classes
  from partnerships.agreement a join partnerships.agreement_scope s on s.agreement_id = a.id
  where a.state = 'in_force' and (a.valid_to is null or a.valid_to >= kernel.today());

alter table partnerships.agreement add column end_told_on date;
comment on column partnerships.agreement.end_told_on is 'When the coordinator and the contact persons were told that the end is near.';
grant update (end_told_on) on partnerships.agreement to splot_search;
create policy end_told on partnerships.agreement for update to splot_search using (true) with check (true);

set local role splot_search;
-- Takes the agreements whose end is sixty days away or less and says whom to write to. What is being written or signed
-- anew is told too: it may not be ready in time.
create function partnerships.api_ending_agreements() returns table (email text, partnership_id uuid, ends_on date)
language plpgsql security definer set search_path = '' as $$
begin
  return query with due as (
    update partnerships.agreement a set end_told_on = kernel.today()
    where a.state = 'in_force' and a.end_told_on is null and a.valid_to <= kernel.today() + 60 returning a.partnership_id, a.valid_to)
  select distinct w.email, d.partnership_id, d.valid_to from due d
  join partnerships.contact c on c.partnership_id = d.partnership_id and c.valid_from <= kernel.today() and (c.valid_to is null or c.valid_to >= kernel.today())
  join organisations.worker w on w.id = c.worker_id and (w.employed_to is null or w.employed_to >= kernel.today())
  order by 1, 2;
end
$$;
revoke execute on function partnerships.api_ending_agreements() from public;
grant execute on function partnerships.api_ending_agreements() to splot_system;
set local role splot_owner;
