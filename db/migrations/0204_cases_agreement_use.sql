-- Module: cases. What the ceiling of an agreement bounds, as counts; how long the data of cases stay.

-- Grants that partners hold today by class and type of institution. For members of the partnership; a count below five is
-- told as -1, since a small number points at a person.
create function cases.api_ceiling_use(of_partnership uuid)
returns table (institution_type text, data_class text, cases int, grants int)
language sql stable security definer set search_path = '' as $$
  select i.type, g.data_class, case when count(distinct g.case_id) < 5 then -1 else count(distinct g.case_id)::int end,
    case when count(*) < 5 then -1 else count(*)::int end
  from cases.shared_case c
  join cases.access_grant g on g.case_id = c.id and g.origin <> 'own' and g.data_class in ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7')
    and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
  join organisations.api_institution i on i.id = g.institution_id
  where c.partnership_id = of_partnership and of_partnership = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
  group by i.type, g.data_class
$$;
alter function cases.api_ceiling_use(uuid) owner to splot_search;
set local role splot_search;
revoke execute on function cases.api_ceiling_use(uuid) from public;
grant execute on function cases.api_ceiling_use(uuid) to splot_worker;
set local role splot_owner;

create view cases.api_retention as
  select code, amount, unit, source from cases.timer
  where code in ('case_retention', 'rejected_retention') and valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today());
grant select on cases.api_retention to splot_worker, splot_system;
