-- Module: partnerships. A regional institution may belong to no county: then its seat says which voivodeship it is of.

set local role splot_search;
create or replace function partnerships.my_region() returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(left(i.county_code, 2), (select g.voivodeship_code from territory.api_gmina g where g.id = i.gmina_id))
  from organisations.api_institution i
  where i.id = kernel.institution() and i.type in ('ROPS', 'WUP') and (i.active_to is null or i.active_to >= kernel.today())
    and organisations.holds(array['analyst', 'head', 'partnership_coordinator'])
$$;
set local role splot_owner;
