-- Module: cases. Shares of the process that a service standard asks for: computed, never typed; small numbers stay hidden.

create table cases.measure (
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  year int not null check (year between 2000 and 2200),
  code text not null check (code in ('answer', 'meeting', 'diagnosis', 'plan', 'contact', 'review')),
  counted int not null check (counted >= 0),
  total int not null check (total >= counted),
  computed_on date not null,
  primary key (year, code, partnership_id)
);
comment on table cases.measure is 'Shares of the process by partnership and calendar year, counted every night, so that a distribution over all of them is read and not computed. Read by the functions here alone: what leaves them is suppressed.';
create index measure_partnership on cases.measure (partnership_id);
alter table cases.measure enable row level security;
alter table cases.measure force row level security;
grant select, insert, update on cases.measure to splot_search;
create policy lookup on cases.measure for select to splot_search using (true);
create policy counted on cases.measure for insert to splot_search with check (true);
create policy counted_again on cases.measure for update to splot_search using (true);

grant select on cases.review, cases.suspension to splot_search;
create policy measured on cases.review for select to splot_search using (true);
create policy measured on cases.suspension for select to splot_search using (true);

-- What stands in a denominator is written in partnerships.standard_measure, which every page shows beside the figure.
create function cases.measures(from_on date, to_on date, only_in uuid)
returns table (partnership_id uuid, code text, counted bigint, total bigint)
language sql stable security definer set search_path = '' as $$
  with own as (
    select c.id, c.partnership_id, c.intake_on, c.left_on from cases.shared_case c
    where (only_in is null or c.partnership_id = only_in) and c.state not in ('draft', 'erased', 'withdrawn')
  ), until as (select least(to_on, kernel.today()) as on_day),
  answer as (
    select r.partnership_id, (r.answered_at at time zone 'Europe/Warsaw')::date <= r.due_on as good
    from cases.referral r, until u
    where (only_in is null or r.partnership_id = only_in) and r.state not in ('draft', 'withdrawn')
      and (r.sent_at at time zone 'Europe/Warsaw')::date between from_on and to_on and (r.answered_at is not null or r.due_on < u.on_day)
  ), accepted as (
    select o.*, (select min(d.held_on) from (
        select k.held_on from cases.contact k where k.case_id = o.id and k.reached and k.channel in ('visit', 'home', 'online')
        union all select d.meeting_on from cases.diagnosis d where d.case_id = o.id) d where d.held_on >= o.intake_on) as met_on,
      (select min((d.approved_at at time zone 'Europe/Warsaw')::date) from cases.diagnosis d where d.case_id = o.id and d.number = 1) as approved_on
    from own o where o.intake_on is not null
  ), meeting as (
    select a.partnership_id, a.met_on <= a.intake_on + 14 as good from accepted a, until u
    where a.intake_on between from_on and to_on and (a.met_on <= a.intake_on + 14 or (a.intake_on + 14 < u.on_day and coalesce(a.left_on > a.intake_on + 14, true)))
  ), diagnosis as (
    select a.partnership_id, a.approved_on <= a.intake_on + 30 as good from accepted a, until u
    where a.intake_on between from_on and to_on and (a.approved_on <= a.intake_on + 30 or (a.intake_on + 30 < u.on_day and coalesce(a.left_on > a.intake_on + 30, true)))
  ), planned as (
    select a.*, (select min(p.signed_on) from cases.plan p where p.case_id = a.id and p.signed_on is not null) as signed_on from accepted a
  ), plan as (
    select p.partnership_id, p.signed_on <= p.approved_on + 14 as good from planned p, until u
    where p.approved_on between from_on and to_on and (p.signed_on <= p.approved_on + 14 or (p.approved_on + 14 < u.on_day and coalesce(p.left_on > p.approved_on + 14, true)))
  ), called as (
    select p.id, p.partnership_id, p.left_on, w.planned_on, w.due_on from planned p
    join lateral (select x.signed_on as planned_on, x.next_review_on as due_on from cases.plan x where x.case_id = p.id and x.signed_on is not null
      union select r.held_on, r.next_review_on from cases.review r where r.case_id = p.id) w on w.due_on between from_on and to_on
  ), review as (
    select c.partnership_id, exists (select from cases.review r where r.case_id = c.id and r.held_on > c.planned_on and r.held_on <= c.due_on) as good
    from called c, until u where c.due_on < u.on_day and coalesce(c.left_on > c.due_on, true)
  ), delivered as (
    select p.id, p.partnership_id, greatest(p.signed_on, from_on) as since, least(coalesce(p.left_on, u.on_day), u.on_day) as till
    from planned p, until u
    where p.signed_on is not null and not exists (select from cases.suspension s where s.case_id = p.id
      and s.from_on <= u.on_day and coalesce(s.resumed_on, s.until_on) >= from_on)
  ), touched as (
    select d.id, d.since as on_day from delivered d union select d.id, d.till from delivered d
    union select d.id, k.held_on from delivered d join cases.contact k on k.case_id = d.id and k.reached and k.held_on between d.since and d.till
    union select d.id, (s.starts_at at time zone 'Europe/Warsaw')::date from delivered d join cases.attendance a on a.case_id = d.id and a.mark = 'present'
      join cases.session s on s.id = a.session_id where (s.starts_at at time zone 'Europe/Warsaw')::date between d.since and d.till
  ), gaps as (
    select t.id, max(t.gap) as longest from (select t.id, t.on_day - lag(t.on_day) over (partition by t.id order by t.on_day) as gap from touched t) t group by t.id
  ), contact as (
    select d.partnership_id, coalesce(g.longest, 0) <= 30 as good from delivered d left join gaps g on g.id = d.id where d.till - d.since >= 30
  ), lines as (
    select 'answer' as code, * from answer union all select 'meeting', * from meeting union all select 'diagnosis', * from diagnosis
    union all select 'plan', * from plan union all select 'contact', * from contact union all select 'review', * from review
  )
  select l.partnership_id, l.code, count(*) filter (where l.good), count(*) from lines l group by l.partnership_id, l.code
$$;
alter function cases.measures(date, date, uuid) owner to splot_search;

-- A number from 1 to 4 could point at a person; of a share also the rest, which could be subtracted.
create function cases.shown_share(counted bigint, total bigint) returns boolean language sql immutable set search_path = '' as $$
  select total = 0 or (total >= 5 and (counted = 0 or counted >= 5) and (total = counted or total - counted >= 5))
$$;

-- The shares of the asker's own partnership. `total` is null where it is small, `counted` also where it or the rest is.
create function cases.api_measures(for_partnership uuid, from_on date, to_on date)
returns table (code text, counted bigint, total bigint)
language sql stable security definer set search_path = '' as $$
  select m.code, case when cases.shown_share(m.counted, m.total) then m.counted end, case when m.total = 0 or m.total >= 5 then m.total end
  from cases.measures(from_on, to_on, for_partnership) m
  where for_partnership = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
$$;
alter function cases.api_measures(uuid, date, date) owner to splot_search;

-- How the shares of all partnerships lie: nameless, in order of size, and only where at least five of them may be shown.
create function cases.api_measure_spread(of_year int) returns table (code text, shares numeric[], computed_on date)
language sql stable security definer set search_path = '' as $$
  select m.code, array_agg(round(m.counted::numeric / m.total, 2) order by m.counted::numeric / m.total), max(m.computed_on)
  from cases.measure m where m.year = of_year and m.total > 0 and cases.shown_share(m.counted, m.total)
  group by m.code having count(*) >= 5
$$;
alter function cases.api_measure_spread(int) owner to splot_search;

-- Every night: this year and the one before. Answers how many lines there are.
create function cases.api_count_measures() returns int language plpgsql security definer set search_path = '' as $$
declare
  this constant int := extract(year from kernel.today())::int;
  lines int;
begin
  update cases.measure set counted = 0, total = 0, computed_on = kernel.today() where year in (this - 1, this);
  insert into cases.measure (partnership_id, year, code, counted, total, computed_on)
  select m.partnership_id, y.year, m.code, m.counted, m.total, kernel.today()
  from generate_series(this - 1, this) y (year), cases.measures(make_date(y.year, 1, 1), make_date(y.year, 12, 31), null) m
  on conflict (year, code, partnership_id) do update set counted = excluded.counted, total = excluded.total;
  get diagnostics lines = row_count;
  return lines;
end
$$;
alter function cases.api_count_measures() owner to splot_search;

set local role splot_search;
revoke execute on function cases.measures(date, date, uuid), cases.shown_share(bigint, bigint), cases.api_measures(uuid, date, date),
  cases.api_measure_spread(int), cases.api_count_measures() from public;
grant execute on function cases.api_measures(uuid, date, date), cases.api_measure_spread(int) to splot_worker;
grant execute on function cases.api_count_measures() to splot_system;
grant execute on function partnerships.mine() to splot_search;
set local role splot_owner;
