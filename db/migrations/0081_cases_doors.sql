-- Module: cases. Three doors ask who knocks: the function, not only the institution. Answers kept for a day.

set local role splot_search;
alter function cases.api_hand_over(uuid, uuid) rename to hand_over;
alter function cases.api_obligations(uuid) rename to obligations;
alter function cases.next_number(uuid, int) rename to take_number;
revoke execute on function cases.hand_over(uuid, uuid), cases.obligations(uuid), cases.take_number(uuid, int) from splot_worker;

-- Handing over the work of somebody who leaves, and seeing what there is to hand over: whoever runs the institution.
create function cases.api_hand_over(of_worker uuid, to_worker uuid) returns int
language sql volatile security definer set search_path = '' as $$
  select cases.hand_over(of_worker, to_worker) where organisations.holds(array['head', 'institution_admin'])
$$;
create function cases.api_obligations(of_worker uuid)
returns table (kind text, object_id uuid, case_id uuid, number text, state text, until date)
language sql stable security definer set search_path = '' as $$
  select o.* from cases.obligations(of_worker) o where organisations.holds(array['head', 'institution_admin'])
$$;

-- A number is used up by asking for it, so only those ask who may open a case: functions that refer or lead cases, with
-- an authorisation, in a member of the partnership, for the current year. Null for all others.
create function cases.next_number(for_partnership uuid, for_year int) returns text
language sql volatile security definer set search_path = '' as $$
  select cases.take_number(for_partnership, for_year)
  where kernel.scope() @> array['D1'] and cases.member(for_partnership) and for_year = extract(year from kernel.today())
    and organisations.holds(array['social_worker', 'employment_adviser', 'case_coordinator', 'ngo_specialist', 'reception', 'head'])
$$;
revoke execute on function cases.api_hand_over(uuid, uuid), cases.api_obligations(uuid), cases.next_number(uuid, int) from public;
grant execute on function cases.api_hand_over(uuid, uuid), cases.api_obligations(uuid), cases.next_number(uuid, int) to splot_worker;
set local role splot_owner;

-- The answer to a call may hold what a case holds. A form or call is sent again within minutes, so after a day it goes.
create policy expiry_after_a_day on kernel.submission to splot_system using (at < kernel.instant() - interval '24 hours');
