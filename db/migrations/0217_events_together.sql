-- Module: events. At how many events two institutions were together: a number for a pair, never who. Only among partners of the asker.

create function events.api_together(of_institutions uuid[], from_on date, to_on date)
returns table (one_id uuid, other_id uuid, n int)
language sql stable security definer set search_path = '' as $$
  with there as (
    select distinct r.event_id, r.institution_id from events.registration r join events.event e on e.id = r.event_id
    where r.institution_id = any (of_institutions)
      and exists (select from partnerships.api_membership m where m.institution_id = r.institution_id and m.partnership_id = any (partnerships.mine()))
      and r.state = 'confirmed' and e.state <> 'cancelled'
      and (e.last_at at time zone 'Europe/Warsaw')::date between from_on and to_on
  )
  select a.institution_id, b.institution_id, count(*)::int
  from there a join there b on b.event_id = a.event_id and a.institution_id < b.institution_id
  where cardinality(of_institutions) <= 200
  group by 1, 2
$$;
alter function events.api_together(uuid[], date, date) owner to splot_search;
set local role splot_search;
revoke execute on function events.api_together(uuid[], date, date) from public;
grant execute on function events.api_together(uuid[], date, date) to splot_worker;
set local role splot_owner;
