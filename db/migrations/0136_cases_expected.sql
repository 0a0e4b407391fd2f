-- Module: cases. Who is expected at a session: said once, for every list of sessions.

-- The day of the session is asked only where the case has ended: it costs a look-up by key, and most cases have not. As a
-- question within the question it also keeps PostgreSQL from joining every ended case with every session.
create view cases.expected with (security_invoker = true) as
  select a.id, a.session_id, a.case_id, a.lineage_id, a.mark, a.minutes, a.marked_by, a.marked_at, a.row_version
  from cases.attendance a
  where a.dropped_at is null and (a.mark is not null or not exists (select from cases.shared_case k
    where k.id = a.case_id and k.state in ('closing', 'follow_up', 'archived', 'withdrawn')
      and (select s.starts_at from cases.session s where s.id = a.session_id)
        >= coalesce((k.left_on + 1)::timestamp at time zone 'Europe/Warsaw', k.state_since)));
comment on view cases.expected is 'Lines of attendance lists that count. Whoever has left the case is expected no more: lines of later sessions that nobody has marked are passed over. They stay as they are, so a closing that is taken back brings them to the lists again.';
grant select on cases.expected to splot_worker, splot_participant;

create or replace view cases.api_session with (security_invoker = true) as
  select a.case_id, a.lineage_id, a.mark, s.id as session_id, s.institution_id, s.worker_id, s.service_code, s.title, s.starts_at,
    s.hours, s.place, s.cancelled_at, s.row_version
  from cases.expected a join cases.session s on s.id = a.session_id;
