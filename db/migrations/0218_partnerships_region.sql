-- Module: partnerships. A voivodeship as a whole, for its regional institution: what partnerships are and how they work, no person.

-- Every partnership of the asking region with the facts of its process. Meetings are read here in counts alone.
create function partnerships.region_lines(in_voivodeship text, from_on date, to_on date)
returns table (partnership_id uuid, name text, county_code text, county text, state text, started_on date, members int, agreement_from date,
  agreement_to date, contacts int, meetings_held int, meetings_planned int, published boolean)
language sql stable security definer set search_path = '' as $$
  with p as (
    select p.* from partnerships.partnership p where left(p.county_code, 2) = in_voivodeship and in_voivodeship = partnerships.my_region()
  ), m as (
    select m.partnership_id as id, count(*)::int as n,
      (count(*) filter (where exists (select from partnerships.contact c where c.partnership_id = m.partnership_id and c.institution_id = m.institution_id
        and c.valid_from <= kernel.today() and (c.valid_to is null or c.valid_to >= kernel.today()))))::int as contacts
    from partnerships.member m
    where m.partnership_id in (select id from p) and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())
    group by 1
  ), g as (
    select b.partnership_id as id, (count(*) filter (where t.state = 'held'))::int as held, count(*)::int as planned
    from partnerships.body b join partnerships.meeting t on t.body_id = b.id
    where b.partnership_id in (select id from p) and t.ends_at < kernel.instant()
      and (t.starts_at at time zone 'Europe/Warsaw')::date between from_on and to_on
    group by 1
  )
  select p.id, p.name, p.county_code, c.name, p.state, p.started_on, coalesce(m.n, 0), a.valid_from, a.valid_to, coalesce(m.contacts, 0),
    coalesce(g.held, 0), coalesce(g.planned, 0), f.published_on is not null
  from p left join m on m.id = p.id left join g on g.id = p.id
    left join partnerships.agreement a on a.partnership_id = p.id and a.state = 'in_force'
    left join partnerships.profile f on f.partnership_id = p.id
    left join territory.api_county c on c.code = p.county_code
  order by p.name, p.id
$$;
grant select on partnerships.profile to splot_search;
create policy counted on partnerships.profile for select to splot_search using (true);
create index partnership_county on partnerships.partnership (county_code);
alter function partnerships.region_lines(text, date, date) owner to splot_search;
set local role splot_search;
revoke execute on function partnerships.region_lines(text, date, date) from public;
grant execute on function partnerships.region_lines(text, date, date) to splot_worker;
set local role splot_owner;
