-- Module: advice. Figures of desks in a third of the time: days are told once a question, and folded before they are named.

-- All that figures are made of: reports read no other part of a question.
create index question_figures on advice.question (desk_id, asked_at)
  include (topic_code, county_code, channel, caller_category, first_answered_at, closed_at, due_on, first_due_on, state) where merged_into is null;

set local role splot_search;
-- As before, from one pass that is not taken apart. A day is told by the time zone of the function: `at time zone` looks its
-- name up for every row, eight times each, and that was most of the time. Questions are counted by days, by channel and
-- category, by topic and by county; these few thousand counts are then folded into the parts of each dimension.
create or replace function advice.report(desks uuid[], from_day date, to_day date, first_day date, ordinals int[])
  returns table (dimension text, part text, n int, answered int, waiting int, late int)
language plpgsql stable security definer set search_path = '' set timezone = 'Europe/Warsaw' as $$
declare
  allowed uuid[];
  least_shown int;
  since timestamptz := from_day;
  until timestamptz := to_day + 1;
  today date := kernel.today();
begin
  select array_agg(r.desk_id), case when bool_and(r.inside) then 1 else 5 end into allowed, least_shown
  from advice.reported() r where r.desk_id = any (desks);
  if allowed is null then
    return;
  end if;
  return query
  with asked as (
    select q.topic_code as topic, q.county_code as county, q.channel, q.caller_category as category, q.asked_at::date as asked_on,
      q.first_answered_at::date as first_on, q.closed_at::date as closed_on, q.due_on is not null as is_waiting,
      coalesce(q.first_answered_at::date, case when q.state <> 'closed' then today end) > q.first_due_on as is_late
    from advice.question q
    where q.desk_id = any (allowed) and q.merged_into is null and q.asked_at >= since and q.asked_at < until
    offset 0 -- told once, not once for each group
  ), folded as (
    select grouping(a.asked_on, a.channel, a.topic, a.county) as by_what, a.asked_on, a.first_on, a.closed_on, a.channel, a.category, a.topic, a.county,
      count(*) as n, count(a.first_on) as answered, count(*) filter (where a.is_waiting) as waiting, count(*) filter (where a.is_late) as late
    from asked a
    group by grouping sets ((a.asked_on, a.first_on, a.closed_on), (a.channel, a.category), (a.topic), (a.county))
  ), named as (
    select f.n, f.answered, f.waiting, f.late, p.dimension, p.part
    from folded f cross join lateral (values
      (7, 'month', to_char(f.asked_on, 'YYYY-MM')),
      (7, 'first_days', (ordinals[f.first_on - first_day + 1] - ordinals[f.asked_on - first_day + 1])::text),
      (7, 'closing_days', (ordinals[f.closed_on - first_day + 1] - ordinals[f.asked_on - first_day + 1])::text),
      (11, 'all', ''), (11, 'channel', f.channel), (11, 'category', coalesce(f.category, '')),
      (13, 'topic', coalesce(f.topic, '')), (14, 'county', coalesce(f.county, ''))) as p (by_what, dimension, part)
    where p.by_what = f.by_what and p.part is not null
    union all
    select 1, 1, 0, 0, 'score', r.score::text
    from advice.rating r join advice.question q on q.id = r.question_id
    where q.desk_id = any (allowed) and q.merged_into is null and q.asked_at >= since and q.asked_at < until
  ), counted as (
    select x.dimension, x.part, sum(x.n)::int as n, sum(x.answered)::int as answered, sum(x.waiting)::int as waiting, sum(x.late)::int as late
    from named x group by x.dimension, x.part
  )
  select c.dimension, c.part, case when c.n >= least_shown then c.n end,
    case when c.n >= least_shown and (least_shown = 1 or c.answered in (0, c.n) or least(c.answered, c.n - c.answered) >= least_shown) then c.answered end,
    case when c.n >= least_shown and (c.waiting >= least_shown or c.waiting = 0) then c.waiting end,
    case when c.n >= least_shown and (c.late >= least_shown or c.late = 0) then c.late end
  from counted c;
end
$$;
set local role splot_owner;
