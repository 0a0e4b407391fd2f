-- Module: advice. What becomes of a new question by itself; a first promise may be recounted; figures of desks.

-- As before, but the first promise follows the topic until it is kept: after that it stays what reports count by.
create or replace function advice.keep_state() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.number, new.channel, new.asked_at) is distinct from (old.id, old.number, old.channel, old.asked_at)
    or old.first_answered_at is not null and new.first_due_on <> old.first_due_on then
    raise exception 'advice.question: how it came does not change' using errcode = '42501';
  end if;
  if new.state <> old.state and not exists (select from advice.transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'advice.question: no way from % to %', old.state, new.state using errcode = '23514';
  end if;
  -- Only a joined duplicate goes back from closed to where it stood.
  if old.state = 'closed' and new.state in ('new', 'assigned', 'answered') and (old.merged_into is null or new.merged_into is not null) then
    raise exception 'advice.question: closed is reopened, not undone' using errcode = '23514';
  end if;
  return new;
end
$$;

-- Whoever brings a question, its due days are counted and, where the desk wishes, an expert gets it: in a job, since
-- working days are counted in one place. Rows that nobody sent (a demonstration, a bench) ask for none.
create function advice.ask_to_settle() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('role') like 'splot\_%' then
    perform kernel.enqueue('advice.settle', json_build_object('question', new.id), null, 'advice.settle:' || new.id);
  end if;
  return new;
end
$$;
create trigger ask_to_settle after insert on advice.question for each row execute function advice.ask_to_settle();
create trigger ask_to_settle_again after update of topic_code, desk_id on advice.question for each row
  when (new.topic_code is distinct from old.topic_code or new.desk_id <> old.desk_id) execute function advice.ask_to_settle();
create function advice.ask_to_settle_pause() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform kernel.enqueue('advice.settle', json_build_object('question', new.question_id), null, 'advice.settle:' || new.question_id);
  return new;
end
$$;
create trigger ask_to_settle_pause after update of to_on on advice.pause for each row
  when (old.to_on is null and new.to_on is not null) execute function advice.ask_to_settle_pause();

-- Desks whose figures the acting worker reads. Inside: those they work at or set up. From outside, with small numbers
-- withheld: desks of the voivodeship for its regional centre (ROPS).
set local role splot_search;
create function advice.reported() returns table (desk_id uuid, inside boolean)
language sql stable security definer set search_path = '' as $$
  with own as (select unnest(advice.mine() || advice.led()) as id)
  select d.id, d.id in (select id from own) from advice.desk d
  where d.id in (select id from own)
    or organisations.holds(array['head', 'analyst']) and exists (
      select from organisations.institution r join organisations.institution i on i.id = d.institution_id
      where r.id = kernel.institution() and r.type = 'ROPS' and left(r.county_code, 2) = left(i.county_code, 2))
$$;

-- Figures of desks for the questions asked from one day to another, joined duplicates left out. One pass over them.
-- `ordinals`: how many working days there have been by the end of each day from `first_day` on, up to today; the
-- calendar of working days is kept by the application. A row is a part of a dimension; `n` is null where a number from
-- 1 to 4 is withheld from somebody outside.
create function advice.report(desks uuid[], from_day date, to_day date, first_day date, ordinals int[])
  returns table (dimension text, part text, n int, answered int, waiting int, late int)
language plpgsql stable security definer set search_path = '' as $$
declare
  allowed uuid[];
  least_shown int;
begin
  select array_agg(r.desk_id), case when bool_and(r.inside) then 1 else 5 end into allowed, least_shown
  from advice.reported() r where r.desk_id = any (desks);
  if allowed is null then
    return;
  end if;
  return query
  with asked as (
    select q.topic_code, q.county_code, q.channel, q.caller_category, q.first_answered_at, q.due_on, q.first_due_on, q.state,
      (q.asked_at at time zone 'Europe/Warsaw')::date as on_day,
      (q.first_answered_at at time zone 'Europe/Warsaw')::date as first_day_of,
      (q.closed_at at time zone 'Europe/Warsaw')::date as closed_day, r.score
    from advice.question q left join advice.rating r on r.question_id = q.id
    where q.desk_id = any (allowed) and q.merged_into is null
      and q.asked_at >= from_day::timestamp at time zone 'Europe/Warsaw' and q.asked_at < (to_day + 1)::timestamp at time zone 'Europe/Warsaw'
  ), told as (
    select to_char(a.on_day, 'YYYY-MM') as month, coalesce(a.topic_code, '') as topic, coalesce(a.county_code, '') as county, a.channel,
      coalesce(a.caller_category, '') as category,
      case when a.first_day_of is not null then ordinals[a.first_day_of - first_day + 1] - ordinals[a.on_day - first_day + 1] end as first_days,
      case when a.closed_day is not null then ordinals[a.closed_day - first_day + 1] - ordinals[a.on_day - first_day + 1] end as closing_days,
      a.score, a.first_answered_at is not null as is_answered, a.due_on is not null as is_waiting,
      coalesce(a.first_day_of, case when a.state <> 'closed' then kernel.today() end) > a.first_due_on as is_late
    from asked a
  ), counted as (
    select case grouping(t.month, t.topic, t.county, t.channel, t.category, t.first_days, t.closing_days, t.score)
        when 127 then 'month' when 191 then 'topic' when 223 then 'county' when 239 then 'channel' when 247 then 'category'
        when 251 then 'first_days' when 253 then 'closing_days' when 254 then 'score' else 'all' end as dimension,
      coalesce(t.month, t.topic, t.county, t.channel, t.category, t.first_days::text, t.closing_days::text, t.score::text, '') as part,
      count(*)::int as n, (count(*) filter (where t.is_answered))::int as answered, (count(*) filter (where t.is_waiting))::int as waiting,
      (count(*) filter (where t.is_late))::int as late
    from told t
    group by grouping sets ((), (t.month), (t.topic), (t.county), (t.channel), (t.category), (t.first_days), (t.closing_days), (t.score))
    having count(*) > 0
  )
  select c.dimension, c.part, case when c.n >= least_shown then c.n end, 
    case when c.n >= least_shown and (least_shown = 1 or c.answered in (0, c.n) or least(c.answered, c.n - c.answered) >= least_shown) then c.answered end,
    case when c.n >= least_shown and (c.waiting >= least_shown or c.waiting = 0) then c.waiting end,
    case when c.n >= least_shown and (c.late >= least_shown or c.late = 0) then c.late end
  from counted c
  where not (c.dimension in ('first_days', 'closing_days', 'score') and c.part = '');
end
$$;
revoke execute on function advice.reported(), advice.report(uuid[], date, date, date, int[]) from public;
grant execute on function advice.reported(), advice.report(uuid[], date, date, date, int[]) to splot_worker;
set local role splot_owner;
