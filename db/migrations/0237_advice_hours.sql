-- Module: advice. The hours everybody reads know absences: a duty that nobody has does not take place.

set local role splot_search;
-- Whether a worker is away from a desk on a day: absent there or in the own institution, or not at the desk (any more).
create function advice.is_away(of_desk uuid, of_worker uuid, on_date date) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from advice.away a
      where a.desk_id = of_desk and a.worker_id = of_worker and a.cancelled_at is null and on_date between a.from_on and a.to_on)
    or exists (select from organisations.api_absence o where o.worker_id = of_worker and on_date between o.from_on and o.to_on)
    or coalesce((select on_date < min(w.valid_from) or on_date > max(coalesce(w.valid_to, 'infinity'))
      from advice.desk_worker w where w.desk_id = of_desk and w.worker_id = of_worker), true)
$$;
-- The same, but not when the stand-in of their earliest absence of that day is there: as rota/policy.ts has it for those with names.
create function advice.is_missed(of_desk uuid, of_worker uuid, on_date date) returns boolean
language sql stable security definer set search_path = '' as $$
  select advice.is_away(of_desk, of_worker, on_date) and coalesce((
    select a.stand_in_id is null or advice.is_away(of_desk, a.stand_in_id, on_date) from (
      select x.stand_in_id, x.from_on from advice.away x
      where x.desk_id = of_desk and x.worker_id = of_worker and x.cancelled_at is null and on_date between x.from_on and x.to_on
      union all
      select o.stand_in_id, o.from_on from organisations.api_absence o where o.worker_id = of_worker and on_date between o.from_on and o.to_on
    ) a order by a.from_on limit 1), true)
$$;
create or replace function advice.hours(desk uuid, from_day date, to_day date)
  returns table (duty_id uuid, kind text, weekday int, on_day date, from_time time, to_time time, valid_from date, valid_to date, off_on date[])
language sql stable security definer set search_path = '' as $$
  select d.id, d.kind, d.weekday, d.on_day, d.from_time, d.to_time, d.valid_from, d.valid_to,
    array(select g.day from (select from_day + n as day from generate_series(0, to_day - from_day) n) g
      left join advice.duty_change c on c.duty_id = d.id and c.on_day = g.day and c.cancelled_at is null
      where (g.day = d.on_day or extract(isodow from g.day) = d.weekday)
        and (c.id is not null and c.substitute_id is null or advice.is_missed(d.desk_id, coalesce(c.substitute_id, d.worker_id), g.day))
      order by g.day)
  from advice.duty d join advice.desk k on k.id = d.desk_id
  where d.desk_id = desk and k.state = 'active' and d.valid_from <= to_day and (d.valid_to is null or d.valid_to >= from_day)
    and (d.on_day is null or d.on_day between from_day and to_day)
  order by d.weekday, d.on_day, d.from_time
  limit 200
$$;
revoke execute on function advice.is_away(uuid, uuid, date), advice.is_missed(uuid, uuid, date) from public;
set local role splot_owner;
