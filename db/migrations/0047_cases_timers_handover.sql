-- Module: cases. Reminders, what time alone brings about, erasure, handing work over, and the figures of effectiveness.

create table cases.reminder (
  case_id uuid not null references cases.shared_case on delete cascade,
  waits_for text not null,
  waits_until date not null,
  kind text not null check (kind in ('due', 'escalation')),
  at timestamptz not null,
  primary key (case_id, waits_for, waits_until, kind)
);
comment on table cases.reminder is 'Reminders already sent, so that a job done twice reminds once.';
alter table cases.reminder enable row level security;
alter table cases.reminder force row level security;
create policy run on cases.reminder for select to splot_system using (true);
create policy run_add on cases.reminder for insert to splot_system with check (true);
grant select, insert on cases.reminder to splot_system;

-- What time alone brings about. Each function does its share for every case at once and returns how many it touched.

create function cases.api_close_due() returns int language plpgsql security definer set search_path = '' as $$
declare
  n int := 0;
  id uuid;
begin
  for id in select c.id from cases.shared_case c where c.state = 'closing' and c.waits_for = 'closing_confirmations' and c.waits_until < kernel.today() loop
    if cases.close_case(id) then
      n := n + 1;
    end if;
  end loop;
  return n;
end
$$;
alter function cases.api_close_due() owner to splot_search;

create function cases.api_miss_follow_ups() returns int language plpgsql security definer set search_path = '' as $$
declare
  n int := 0;
  f record;
begin
  for f in select u.id, u.case_id, u.stage from cases.follow_up u join cases.shared_case c on c.id = u.case_id
    where u.done_on is null and c.state = 'follow_up' and u.due_on + cases.timer_length('follow_up_grace') < kernel.today() order by u.due_on loop
    update cases.follow_up set result = 'missed', done_on = kernel.today(), row_version = row_version + 1 where id = f.id;
    perform cases.note_event(f.case_id, 'follow_up.missed', jsonb_build_object('stage', f.stage));
    perform cases.settle_follow_ups(f.case_id);
    n := n + 1;
  end loop;
  return n;
end
$$;
alter function cases.api_miss_follow_ups() owner to splot_search;

-- A stand-in takes part in the cases of whoever is away, for as long as they are away, unless locked out.
create function cases.api_stand_in() returns int language plpgsql security definer set search_path = '' as $$
declare
  n int;
begin
  insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from, valid_to, stands_in_for)
  select gen_random_uuid(), a.case_id, a.institution_id, b.stand_in_id, 'stand_in', kernel.instant(),
    (b.to_on + 1)::timestamp at time zone 'Europe/Warsaw', a.worker_id
  from organisations.api_absence b
  join cases.assignment a on a.worker_id = b.worker_id and a.role <> 'stand_in' and (a.valid_to is null or a.valid_to > kernel.instant())
  join cases.shared_case c on c.id = a.case_id and c.state not in ('archived', 'rejected', 'withdrawn', 'erased')
  where kernel.today() between b.from_on and b.to_on
    and not exists (select from cases.assignment s where s.case_id = a.case_id and s.worker_id = b.stand_in_id and (s.valid_to is null or s.valid_to > kernel.instant()))
    and not exists (select from cases.case_lock l where l.case_id = a.case_id and l.worker_id = b.stand_in_id and (l.valid_to is null or l.valid_to > kernel.instant()));
  get diagnostics n = row_count;
  return n;
end
$$;
alter function cases.api_stand_in() owner to splot_search;

-- Transition 16. The end of retention: ten years for a case, some months for a referral that was not accepted; never
-- while a dispute or a control lasts. The function erases what says who the person is, in every table that stays for
-- statistics; what goes altogether is deleted by the job afterwards, which row-level security lets it do for erased
-- cases alone.
create function cases.api_erase_due() returns table (case_id uuid) language plpgsql security definer set search_path = '' as $$
declare
  c record;
begin
  for c in select s.id, s.person_id, s.state from cases.shared_case s
    where s.hold_reason is null and (
      (s.state in ('archived', 'withdrawn') and s.retain_until < kernel.today())
      or (s.state = 'rejected' and (s.state_since at time zone 'Europe/Warsaw')::date + cases.timer_length('rejected_retention') < kernel.today()))
    for update loop
    update cases.outcome o set note = '' where o.case_id = c.id;
    update cases.follow_up f set note = '' where f.case_id = c.id;
    update cases.withdrawal w set note = '' where w.case_id = c.id;
    update cases.referral r set reason = '', packet = case when r.packet is null then null else '{}'::jsonb end, packet_hash = case when r.packet is null then null else '' end,
      decline_note = '', question = '', question_answer = '' where r.case_id = c.id;
    update cases.shared_case s set state = 'erased', state_since = kernel.instant(), office_sign = '', coordinator_id = null, audience = '{}',
      waits_for = 'nothing', waits_institution_id = null, waits_worker_id = null, waits_until = null, updated_at = kernel.instant(), row_version = s.row_version + 1
    where s.id = c.id;
    perform cases.note_event(c.id, 'state.erased', jsonb_build_object('from', c.state, 'to', 'erased'));
    if not exists (select from cases.shared_case o where o.person_id = c.person_id and o.state <> 'erased') then
      update cases.person p set given_name = '', family_name = '', locality = '', postal_code = '', street = '', phone = '', email = '',
        unidentified_label = null, birth_date = date_trunc('year', p.birth_date::timestamp)::date, erased_at = kernel.instant(), row_version = p.row_version + 1
      where p.id = c.person_id;
    end if;
    case_id := c.id;
    return next;
  end loop;
end
$$;
alter function cases.api_erase_due() owner to splot_search;
grant update (note) on cases.outcome, cases.withdrawal to splot_search;
create policy scrub on cases.outcome for update to splot_search using (true);
create policy scrub on cases.withdrawal for update to splot_search using (true);

-- The last gate, whoever writes: nothing is erased before its time.
create function cases.check_erasure() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state = 'erased' and old.state <> 'erased' and (old.hold_reason is not null
      or (old.state = 'rejected' and (old.state_since at time zone 'Europe/Warsaw')::date + cases.timer_length('rejected_retention') >= kernel.today())
      or (old.state <> 'rejected' and (old.retain_until is null or old.retain_until >= kernel.today()))) then
    raise exception 'the time to erase has not come' using errcode = 'check_violation', constraint = 'case_retention';
  end if;
  return new;
end
$$;
create trigger retention before update on cases.shared_case for each row execute function cases.check_erasure();

-- Lets the job delete the rows of a table that has case_id once their case is erased; for tables of later migrations too.
create function cases.erasable(tbl text) returns void language plpgsql set search_path = '' as $$
begin
  execute format('create policy erase on cases.%1$I for delete to splot_system using (exists (select from cases.shared_case c where c.id = %1$I.case_id and c.state = ''erased''))', tbl);
  execute format('create policy erase_find on cases.%1$I for select to splot_system using (exists (select from cases.shared_case c where c.id = %1$I.case_id and c.state = ''erased''))', tbl);
  execute format('grant select (case_id), delete on cases.%I to splot_system', tbl);
end
$$;
comment on function cases.erasable(text) is 'Everything of the table goes when its case is erased. Each table with case_id is either erasable, or keeps nothing that says who it was about.';
do $$
declare t text;
begin
  foreach t in array array['note', 'contact', 'contact_try', 'attendance', 'group_member', 'item_progress', 'linked_instrument', 'review', 'suspension', 'plan', 'diagnosis',
      'clause_given', 'access_grant', 'consent', 'institution_basis', 'closing_confirmation', 'archive_reading', 'case_lock', 'assignment', 'reminder'] loop
    perform cases.erasable(t);
  end loop;
end
$$;
-- What the job may write in assignments, for stand-ins, does not let it delete others.
create policy erase_only on cases.assignment as restrictive for delete to splot_system using (exists (select from cases.shared_case c where c.id = assignment.case_id and c.state = 'erased'));
create policy erase on cases.person_identifier for delete to splot_system using (exists (select from cases.person p where p.id = person_id and p.erased_at is not null));
create policy erase_find on cases.person_identifier for select to splot_system using (exists (select from cases.person p where p.id = person_id and p.erased_at is not null));
create policy erased on cases.person for select to splot_system using (erased_at is not null);
grant select (id, erased_at) on cases.person to splot_system;
grant select (person_id), delete on cases.person_identifier to splot_system;

-- Deletes what an erased case does not keep. Runs with the rights of the job: elsewhere it finds nothing to delete.
create function cases.erase_content(for_case uuid) returns void language plpgsql set search_path = '' as $$
declare t text;
begin
  -- Plans and consents last: reviews and grants refer to them.
  for t in select c.relname from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'cases' and p.polname = 'erase' and c.relname <> 'person_identifier' order by c.relname in ('plan', 'consent'), c.relname loop
    execute format('delete from cases.%I where case_id = $1', t) using for_case;
  end loop;
  delete from cases.person_identifier where person_id in (select p.id from cases.person p where p.erased_at is not null);
end
$$;

-- Handing work over: no case is left without an owner. Everything of a worker of the asker's own institution, by
-- numbers of cases; nothing of persons, for whoever manages the institution need not see a case.
create function cases.api_obligations(of_worker uuid)
returns table (kind text, object_id uuid, case_id uuid, number text, state text, until date)
language sql stable security definer set search_path = '' as $$
  with mine as (select w.id from organisations.worker w where w.id = of_worker and w.institution_id = kernel.institution())
  select 'coordinator', c.id, c.id, c.number, c.state, c.waits_until from mine join cases.shared_case c on c.coordinator_id = mine.id
  where c.state not in ('archived', 'rejected', 'withdrawn', 'erased')
  union all
  select 'waits', c.id, c.id, c.number, c.state, c.waits_until from mine join cases.shared_case c on c.waits_worker_id = mine.id and c.coordinator_id is distinct from mine.id
  union all
  select 'assigned', c.id, c.id, c.number, c.state, null from mine join cases.assignment a on a.worker_id = mine.id and (a.valid_to is null or a.valid_to > kernel.instant())
  join cases.shared_case c on c.id = a.case_id and c.state not in ('archived', 'rejected', 'withdrawn', 'erased') and c.coordinator_id is distinct from mine.id
  union all
  select 'referral', r.id, r.case_id, c.number, r.state, r.due_on from mine join cases.referral r on r.handled_by = mine.id and r.state in ('sent', 'seen', 'needs_info')
  join cases.shared_case c on c.id = r.case_id
  union all
  select 'session', s.id, null, null, 'planned', (s.starts_at at time zone 'Europe/Warsaw')::date from mine join cases.session s on s.worker_id = mine.id
  where s.starts_at >= kernel.instant() and s.cancelled_at is null
  union all
  select 'group', g.id, null, null, 'active', null from mine join cases.activity_group g on g.worker_id = mine.id and g.active
$$;
alter function cases.api_obligations(uuid) owner to splot_search;
grant select on cases.activity_group to splot_search;
grant update (worker_id, row_version) on cases.activity_group, cases.session to splot_search;
create policy lookup on cases.activity_group for select to splot_search using (true);
create policy hand_over on cases.activity_group for update to splot_search using (true);
create policy hand_over on cases.session for update to splot_search using (true);

-- Who of the asker's institution may be given work today: employed, authorised, with a function that works on cases.
create function cases.api_assignable() returns table (worker_id uuid, name text, functions text[])
language sql stable security definer set search_path = '' as $$
  select w.id, w.given_name || ' ' || w.family_name, array_agg(f.function order by f.function)
  from organisations.worker w join organisations.worker_function f on f.worker_id = w.id and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())
  where w.institution_id = kernel.institution() and w.employed_from <= kernel.today() and (w.employed_to is null or w.employed_to >= kernel.today())
    and exists (select from organisations.authorisation a where a.worker_id = w.id and 'D1' = any (a.scope)
      and a.valid_from <= kernel.today() and a.valid_to >= kernel.today() and (a.revoked_on is null or a.revoked_on > kernel.today()))
    and f.function in ('social_worker', 'employment_adviser', 'ngo_specialist', 'unit_worker', 'case_coordinator', 'head')
  group by w.id, w.given_name, w.family_name order by w.family_name, w.given_name
$$;
alter function cases.api_assignable() owner to splot_search;

-- Gives everything of one worker to another of the same institution. A case that the new one is locked out of stays,
-- and shows in api_obligations still. Returns how many cases changed hands.
create function cases.api_hand_over(of_worker uuid, to_worker uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  n int := 0;
  c record;
begin
  if of_worker = to_worker or not exists (select from organisations.worker w where w.id = of_worker and w.institution_id = kernel.institution())
    or not exists (select from cases.api_assignable() a where a.worker_id = to_worker) then
    return null;
  end if;
  for c in select s.id, s.coordinator_id, s.waits_worker_id from cases.shared_case s
    where (s.coordinator_id = of_worker or s.waits_worker_id = of_worker
        or exists (select from cases.assignment a where a.case_id = s.id and a.worker_id = of_worker and (a.valid_to is null or a.valid_to > kernel.instant())))
      and s.state not in ('archived', 'rejected', 'withdrawn', 'erased')
      and not exists (select from cases.case_lock l where l.case_id = s.id and l.worker_id = to_worker and (l.valid_to is null or l.valid_to > kernel.instant()))
    for update loop
    if not exists (select from cases.assignment a where a.case_id = c.id and a.worker_id = to_worker and a.role <> 'stand_in' and (a.valid_to is null or a.valid_to > kernel.instant())) then
      insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from)
      values (gen_random_uuid(), c.id, kernel.institution(), to_worker, case when c.coordinator_id = of_worker then 'coordinator' else 'caseworker' end, kernel.instant());
    end if;
    update cases.assignment a set valid_to = kernel.instant()
    where a.case_id = c.id and a.worker_id = of_worker and a.institution_id = kernel.institution() and (a.valid_to is null or a.valid_to > kernel.instant());
    update cases.shared_case s set coordinator_id = case when s.coordinator_id = of_worker then to_worker else s.coordinator_id end,
      waits_worker_id = case when s.waits_worker_id = of_worker then to_worker else s.waits_worker_id end,
      updated_at = kernel.instant(), row_version = s.row_version + 1
    where s.id = c.id;
    perform cases.note_event(c.id, 'case.handed_over', jsonb_build_object('from', of_worker, 'to', to_worker));
    n := n + 1;
  end loop;
  update cases.referral set handled_by = to_worker, row_version = row_version + 1 where handled_by = of_worker and state in ('sent', 'seen', 'needs_info');
  update cases.session set worker_id = to_worker, row_version = row_version + 1 where worker_id = of_worker and starts_at >= kernel.instant() and cancelled_at is null;
  update cases.activity_group set worker_id = to_worker, row_version = row_version + 1 where worker_id = of_worker and active;
  return n;
end
$$;
alter function cases.api_hand_over(uuid, uuid) owner to splot_search;

-- Effectiveness (domain handbook, section 5.5), as whole numbers without persons. In a partnership for its coordinator;
-- without one, of the cases which the asker's institution leads, for whoever oversees it. Neutral exits and cases whose
-- window is still open are in no denominator (hard constraint 7); the caller hides numbers below five.
create function cases.closed_between(in_partnership uuid, from_on date, to_on date)
returns table (case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean)
language sql stable security definer set search_path = '' as $$
  select c.id, o.left_on, t.meta ->> 'kind', o.code, cardinality(o.progress_codes) > 0, o.vocational,
    t.meta ->> 'kind' = 'employment' and o.employment_started_on <= o.left_on + cases.timer_length('employment_window')
      and o.planned_months >= 3 and o.employment_hours in ('full', 'half_or_more')
  from cases.shared_case c join cases.outcome o on o.case_id = c.id join cases.term t on t.list = 'outcome' and t.code = o.code
  where c.closed_on is not null and o.left_on between from_on and to_on
    and case when in_partnership is null then kernel.wide() and c.lead_institution_id = kernel.institution()
      else c.partnership_id = in_partnership and exists (select from partnerships.contact k where k.partnership_id = in_partnership and k.worker_id = kernel.worker()
        and k.role = 'coordinator' and k.valid_from <= kernel.today() and (k.valid_to is null or k.valid_to >= kernel.today())) end
$$;
alter function cases.closed_between(uuid, date, date) owner to splot_search;

create function cases.api_effectiveness(in_partnership uuid, from_on date, to_on date)
returns table (closed bigint, neutral bigint, dropped bigint, waiting bigint, eligible bigint, social bigint, vocational_waiting bigint, vocational bigint,
  employed bigint, jobs bigint, jobs_waiting bigint, durable bigint, durable_unknown bigint)
language sql stable security definer set search_path = '' as $$
  with x as (
    select b.*, b.left_on + cases.timer_length('follow_up_f3') >= kernel.today() as social_open,
      b.left_on + cases.timer_length('employment_window') >= kernel.today() as job_open,
      b.left_on + 180 >= kernel.today() and f.done_on is null as durable_open,
      f.result = 'reached' and coalesce((e.meta ->> 'employed')::boolean, false) as still,
      f.result is distinct from 'reached' or f.employment_status = 'unknown' as unknown
    from cases.closed_between(in_partnership, from_on, to_on) b
    left join cases.follow_up f on f.case_id = b.case_id and f.stage = 'F6'
    left join cases.term e on e.list = 'follow_up_employment' and e.code = f.employment_status
  )
  select count(*), count(*) filter (where kind = 'neutral'), count(*) filter (where kind = 'drop_out'),
    count(*) filter (where kind <> 'neutral' and social_open),
    count(*) filter (where kind <> 'neutral' and not social_open),
    count(*) filter (where kind <> 'neutral' and not social_open and progress),
    count(*) filter (where kind <> 'neutral' and vocational and job_open),
    count(*) filter (where kind <> 'neutral' and vocational and not job_open),
    count(*) filter (where kind <> 'neutral' and vocational and not job_open and employed),
    count(*) filter (where kind = 'employment' and not durable_open), count(*) filter (where kind = 'employment' and durable_open),
    count(*) filter (where kind = 'employment' and not durable_open and still),
    count(*) filter (where kind = 'employment' and not durable_open and unknown)
  from x
$$;
alter function cases.api_effectiveness(uuid, date, date) owner to splot_search;

create function cases.api_outcome_counts(in_partnership uuid, from_on date, to_on date) returns table (code text, kind text, n bigint)
language sql stable security definer set search_path = '' as $$
  select b.code, b.kind, count(*) from cases.closed_between(in_partnership, from_on, to_on) b group by b.code, b.kind
$$;
alter function cases.api_outcome_counts(uuid, date, date) owner to splot_search;

-- Whom to write to about what is due: the worker or the stand-in of the day; the heads where nobody is named or left.
create function cases.api_reminder_targets(for_case uuid) returns table (worker_id uuid, email text, role text)
language sql stable security definer set search_path = '' as $$
  with c as (select * from cases.shared_case where id = for_case)
  select w.id, w.email, 'responsible' from c
  left join organisations.api_absence a on a.worker_id = c.waits_worker_id and kernel.today() between a.from_on and a.to_on
  join organisations.api_worker w on w.id = coalesce(a.stand_in_id, c.waits_worker_id) and (w.employed_to is null or w.employed_to >= kernel.today())
  union all
  select w.id, w.email, 'assigned' from c
  join cases.assignment s on s.case_id = c.id and s.institution_id = c.waits_institution_id and (s.valid_to is null or s.valid_to > kernel.instant())
  join organisations.api_worker w on w.id = s.worker_id and (w.employed_to is null or w.employed_to >= kernel.today())
  where c.waits_worker_id is null
  union all
  select w.id, w.email, 'head' from c
  join organisations.api_function f on f.institution_id = coalesce(c.waits_institution_id, c.lead_institution_id) and f.function = 'head'
    and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())
  join organisations.api_worker w on w.id = f.worker_id and (w.employed_to is null or w.employed_to >= kernel.today())
$$;
alter function cases.api_reminder_targets(uuid) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.api_close_due()', 'cases.api_miss_follow_ups()', 'cases.api_stand_in()', 'cases.api_erase_due()', 'cases.erase_content(uuid)', 'cases.api_reminder_targets(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_system';
  end loop;
  foreach f in array array['cases.api_obligations(uuid)', 'cases.api_assignable()', 'cases.api_hand_over(uuid, uuid)', 'cases.api_effectiveness(uuid, date, date)', 'cases.api_outcome_counts(uuid, date, date)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
  revoke execute on function cases.closed_between(uuid, date, date) from public;
end
$$;
