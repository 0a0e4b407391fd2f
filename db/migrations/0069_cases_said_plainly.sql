-- Module: cases. A job without an end says so; a signature on paper keeps the day it was given.

alter table cases.outcome add column open_ended boolean not null default false;
comment on column cases.outcome.open_ended is 'The job has no end agreed; then there are no planned months.';
grant update (open_ended) on cases.outcome to splot_worker;

-- Until now 600 months stood for a job without an end.
grant update (open_ended, planned_months) on cases.outcome to splot_search;
set local role splot_search;
update cases.outcome set open_ended = true, planned_months = null where planned_months = 600;

create or replace function cases.closed_between(in_partnership uuid, from_on date, to_on date)
returns table (case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean)
language sql stable security definer set search_path = '' as $$
  select c.id, o.left_on, t.meta ->> 'kind', o.code, cardinality(o.progress_codes) > 0, o.vocational,
    t.meta ->> 'kind' = 'employment' and o.employment_started_on <= o.left_on + cases.timer_length('employment_window')
      and (o.open_ended or o.planned_months >= 3) and o.employment_hours in ('full', 'half_or_more')
  from cases.shared_case c join cases.outcome o on o.case_id = c.id join cases.term t on t.list = 'outcome' and t.code = o.code
  where c.closed_on is not null and o.left_on between from_on and to_on
    and case when in_partnership is null then kernel.wide() and c.lead_institution_id = kernel.institution()
      else c.partnership_id = in_partnership and exists (select from partnerships.contact k where k.partnership_id = in_partnership and k.worker_id = kernel.worker()
        and k.role = 'coordinator' and k.valid_from <= kernel.today() and (k.valid_to is null or k.valid_to >= kernel.today())) end
$$;

set local role splot_owner;
revoke update (open_ended, planned_months) on cases.outcome from splot_search;
alter table cases.outcome add constraint outcome_open_ended check (not open_ended or planned_months is null);

alter table cases.plan_signature add column signed_on date;
comment on column cases.plan_signature.signed_on is 'The day on the paper; empty for an electronic signature, which signed_at tells.';
alter table cases.plan_signature add constraint plan_signature_paper_day check (way = 'paper' or signed_on is null);
