-- Module: cases. How institutions work together, in counts alone: for the partners, and for the region. No small count leaves the database.

-- A part of a whole as it may be told. 1 to 4 are not; nor is what gives them by subtraction. Null when nothing need be hidden;
-- 'few': fewer than five; 'most': all but fewer than five; 'some': one of both, where saying which would give the number away.
create function cases.veil(part bigint, whole bigint) returns text language sql immutable set search_path = '' as $$
  select case
    when whole between 1 and 4 then 'some'
    when part not between 1 and 4 and whole - part not between 1 and 4 then null
    when whole < 9 then 'some'
    when part between 1 and 4 then 'few'
    else 'most' end
$$;
revoke execute on function cases.veil(bigint, bigint) from public;
grant execute on function cases.veil(bigint, bigint) to splot_search;

-- Referrals sent and accepted from one institution to another, and cases that two of them have in common.
create function cases.api_cooperation(of_partnership uuid, from_on date, to_on date)
returns table (kind text, from_id uuid, to_id uuid, n int, veiled text)
language sql stable security definer set search_path = '' as $$
  with r as (
    select sender_institution_id as s, recipient_institution_id as t, count(*) as sent, count(*) filter (where state = 'accepted') as accepted
    from cases.referral
    where partnership_id = of_partnership and state <> 'draft' and of_partnership = any (partnerships.mine())
      and (sent_at at time zone 'Europe/Warsaw')::date between from_on and to_on
    group by 1, 2
  ), c as (
    select a.institution_id as s, b.institution_id as t, count(*) as n
    from cases.shared_case k
      join cases.participation a on a.case_id = k.id join cases.participation b on b.case_id = k.id and a.institution_id < b.institution_id
    where k.partnership_id = of_partnership and of_partnership = any (partnerships.mine()) and k.state not in ('draft', 'rejected', 'withdrawn', 'erased')
      and greatest(a.valid_from, b.valid_from) < (to_on + 1)::timestamp at time zone 'Europe/Warsaw'
      and coalesce(least(a.valid_to, b.valid_to), 'infinity') >= from_on::timestamp at time zone 'Europe/Warsaw'
      and coalesce(k.left_on, to_on) >= from_on
    group by 1, 2
  )
  select 'sent', s, t, case when sent >= 5 then sent::int end, case when sent < 5 then 'few' end from r
  union all
  select 'accepted', s, t, case when cases.veil(accepted, sent) is null then accepted::int end, cases.veil(accepted, sent) from r
  union all
  select 'case', s, t, case when n >= 5 then n::int end, case when n < 5 then 'few' end from c
$$;
alter function cases.api_cooperation(uuid, date, date) owner to splot_search;

-- Components of the health of a partnership that cases know of. Within `meeting_days` counts as a first meeting.
create function cases.api_health(of_partnership uuid, from_on date, to_on date, meeting_days int)
returns table (code text, whole int, part int, veiled text, median double precision)
language sql stable security definer set search_path = '' as $$
  with mine as (select of_partnership as id where of_partnership = any (partnerships.mine())),
  sent as (
    select r.case_id, r.recipient_institution_id as t, r.state, r.due_on, r.answered_at, r.sent_at,
      (r.answered_at at time zone 'Europe/Warsaw')::date as answered_on
    from cases.referral r join mine on mine.id = r.partnership_id
    where r.state not in ('draft', 'withdrawn') and (r.sent_at at time zone 'Europe/Warsaw')::date between from_on and to_on
  ), met as (
    select s.answered_on + meeting_days < kernel.today() as closed, f.day, s.answered_on,
      f.day is not null and f.day <= s.answered_on + meeting_days as soon
    from sent s cross join lateral (
      select min(x.day) as day from (
        select (e.starts_at at time zone 'Europe/Warsaw')::date as day from cases.attendance a join cases.session e on e.id = a.session_id
        where a.case_id = s.case_id and a.mark = 'present' and e.institution_id = s.t
        union all
        select c.held_on from cases.contact c where c.case_id = s.case_id and c.reached and c.institution_id = s.t
      ) x where x.day >= s.answered_on) f
    where s.state = 'accepted'
  ), signed as (
    select (select count(distinct g.institution_id) from cases.plan_signature g where g.plan_id = p.id and g.voided_at is null) as institutions
    from cases.plan p join cases.shared_case k on k.id = p.case_id join mine on mine.id = k.partnership_id
    where p.signed_on between from_on and to_on
  ), reviews as (
    select v.held_on <= coalesce(
      (select b.next_review_on from cases.review b where b.case_id = v.case_id and b.number < v.number order by b.number desc limit 1), p.next_review_on) as on_time
    from cases.review v join cases.plan p on p.id = v.plan_id join cases.shared_case k on k.id = v.case_id join mine on mine.id = k.partnership_id
    where v.kind = 'scheduled' and v.held_on between from_on and to_on
    union all
    select false from cases.shared_case k join mine on mine.id = k.partnership_id
    where k.state = 'active' and k.waits_for = 'review' and k.waits_until < kernel.today() and k.waits_until between from_on and to_on
  ), found as (
    select 'answer' as code, count(*) as whole, count(*) filter (where answered_on <= due_on) as part,
      percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at)::double precision / 86400) as median
    from sent where answered_at is not null or due_on < kernel.today()
    union all
    select 'first_meeting', count(*), count(*) filter (where soon), percentile_cont(0.5) within group (order by (day - answered_on)::double precision)
    from met where closed or soon
    union all
    select 'plans', count(*), count(*) filter (where institutions >= 2), null from signed
    union all
    select 'reviews', count(*), count(*) filter (where on_time), null from reviews
  )
  select code, case when whole = 0 or whole >= 5 then whole::int end,
    case when cases.veil(part, whole) is null then part::int end, cases.veil(part, whole),
    case when whole >= 5 then round(median::numeric, 0)::double precision end
  from found
$$;
alter function cases.api_health(uuid, date, date, int) owner to splot_search;

-- All partnerships of the asking region, with open cases and referrals answered in time. No sums: whoever adds up what is shown has
-- nothing to subtract.
create function cases.api_region(in_voivodeship text, from_on date, to_on date)
returns table (partnership_id uuid, open_cases int, answered int, in_time int, in_time_veiled text)
language sql stable security definer set search_path = '' as $$
  with p as (
    select m.partnership_id as id from partnerships.api_membership m
    where left(m.county_code, 2) = in_voivodeship and in_voivodeship = partnerships.my_region() group by 1
  ), o as (
    select k.partnership_id as id, count(*) as n from cases.shared_case k
    where k.partnership_id in (select id from p) and k.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased')
    group by 1
  ), a as (
    select r.partnership_id as id, count(*) as n, count(*) filter (where (r.answered_at at time zone 'Europe/Warsaw')::date <= r.due_on) as soon
    from cases.referral r
    where r.partnership_id in (select id from p) and r.state not in ('draft', 'withdrawn') and (r.answered_at is not null or r.due_on < kernel.today())
      and (r.sent_at at time zone 'Europe/Warsaw')::date between from_on and to_on
    group by 1
  ), x as (
    select p.id, coalesce(o.n, 0) as o, coalesce(a.n, 0) as a, coalesce(a.soon, 0) as soon
    from p left join o on o.id = p.id left join a on a.id = p.id
  )
  select id, case when o not between 1 and 4 then o::int end, case when a not between 1 and 4 then a::int end,
    case when cases.veil(soon, a) is null then soon::int end, cases.veil(soon, a)
  from x
$$;
alter function cases.api_region(text, date, date) owner to splot_search;

set local role splot_search;
revoke execute on function cases.api_cooperation(uuid, date, date), cases.api_health(uuid, date, date, int), cases.api_region(text, date, date) from public;
grant execute on function cases.api_cooperation(uuid, date, date), cases.api_health(uuid, date, date, int), cases.api_region(text, date, date) to splot_worker;
set local role splot_owner;
