-- Module: cases. What those need who run partnerships and institutions without seeing any case: counts and ids alone.

-- Cases not yet over, of a partnership or of one institution in it. For coordinators of the partnership and for workers of
-- the institution asked about.
create function cases.api_open_cases(of_partnership uuid, of_institution uuid) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from cases.shared_case c
  where c.partnership_id = of_partnership and c.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased')
    and (of_institution is null or exists (select from cases.participation p
      where p.case_id = c.id and p.institution_id = of_institution and (p.valid_to is null or p.valid_to > kernel.instant())))
    and exists (select from partnerships.api_membership m
      where m.partnership_id = of_partnership and m.institution_id = kernel.institution() and m.left_on is null)
$$;
alter function cases.api_open_cases(uuid, uuid) owner to splot_search;

-- Cases of the own institution by number, for the data protection officer who searches the access record (purpose P8).
create function cases.api_numbered(wanted text) returns table (id uuid)
language sql stable security definer set search_path = '' as $$
  select c.id from cases.shared_case c
  where c.number = wanted and kernel.purpose() = 'P8'
    and exists (select from cases.participation p where p.case_id = c.id and p.institution_id = kernel.institution())
$$;
alter function cases.api_numbered(text) owner to splot_search;

-- A new agreement came into force: grants of partners above its ceiling end at this instant. Own data have no ceiling.
create function cases.api_narrow_to_ceiling(of_partnership uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  ended int;
begin
  if not exists (select from partnerships.api_membership m
      where m.partnership_id = of_partnership and m.institution_id = kernel.institution() and m.left_on is null) then
    return 0;
  end if;
  update cases.access_grant g set valid_to = kernel.instant(), ended_reason = 'narrowed'
  from cases.shared_case c, organisations.api_institution i
  where c.id = g.case_id and c.partnership_id = of_partnership and i.id = g.institution_id
    and g.origin <> 'own' and g.data_class not in ('D1', 'D9', 'D10') and (g.valid_to is null or g.valid_to > kernel.instant())
    and not exists (select from partnerships.api_ceiling l
      where l.partnership_id = of_partnership and l.institution_type = i.type and g.data_class = any (l.classes));
  get diagnostics ended = row_count;
  return ended;
end
$$;
alter function cases.api_narrow_to_ceiling(uuid) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.api_open_cases(uuid, uuid)', 'cases.api_numbered(text)', 'cases.api_narrow_to_ceiling(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
end
$$;
