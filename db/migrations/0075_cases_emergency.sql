-- Module: cases. Emergency access: for a person found by exact data, with a reason, read-only, short, reviewed by somebody else.

alter table cases.timer drop constraint timer_unit_check;
alter table cases.timer add constraint timer_unit_check check (unit in ('hours', 'working_days', 'days', 'months', 'percent'));
insert into cases.timer (code, amount, unit, valid_from, source, certain) values
  ('emergency_access', 2, 'hours', '2000-01-01', 'Ustalenie Splotu: na jeden dyżur (RODO art. 25)', false),
  ('emergency_review', 3, 'working_days', '2000-01-01', 'Ustalenie Splotu: kontrola bez zwłoki (RODO art. 5 ust. 2)', false);
insert into cases.term (list, code, position, pl, en, uk, source) values
  ('emergency_reason', 'life_health', 1, 'zagrożenie życia lub zdrowia', 'danger to life or health', 'загроза життю або здоров''ю', 'RODO art. 6 ust. 1 lit. d'),
  ('emergency_reason', 'shelter', 2, 'brak schronienia lub środków do życia', 'no shelter or means to live', 'немає притулку або засобів до життя', 'UPS art. 101 ust. 3'),
  ('emergency_reason', 'child_safety', 3, 'bezpieczeństwo dziecka', 'safety of a child', 'безпека дитини', 'RODO art. 6 ust. 1 lit. d'),
  ('emergency_reason', 'nobody_there', 4, 'nagła sprawa, a nikogo z zespołu nie ma', 'urgent matter, nobody of the team is there', 'термінова справа, а нікого з команди немає', 'UPS art. 100');

create table cases.emergency (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  worker_id uuid not null references organisations.worker on delete restrict,
  institution_id uuid not null references organisations.institution on delete restrict,
  reason text not null,
  justification text not null check (char_length(btrim(justification)) between 20 and 2000),
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to >= valid_from),
  review_due date not null,
  reviewed_at timestamptz,
  reviewed_by uuid references organisations.worker on delete restrict check (reviewed_by <> worker_id),
  verdict text check (verdict in ('justified', 'unjustified', 'training')),
  review_note text not null default '',
  reminded_on date,
  check (num_nulls(reviewed_at, reviewed_by, verdict) in (0, 3))
);
comment on table cases.emergency is 'Emergency access of one worker to one case: why, until when, and what the review found. Written by functions alone.';
create index emergency_rule on cases.emergency (worker_id, case_id) include (institution_id, valid_from, valid_to);
create index emergency_case on cases.emergency (case_id);
create index emergency_institution on cases.emergency (institution_id);
create index emergency_reviewer on cases.emergency (reviewed_by);
create index emergency_open on cases.emergency (review_due) where reviewed_at is null;
alter table cases.emergency enable row level security;
alter table cases.emergency force row level security;
create policy own on cases.emergency for select to splot_emergency using (worker_id = kernel.worker());
create policy lookup on cases.emergency to splot_search using (true) with check (true);
grant select, insert, update on cases.emergency to splot_search;
select cases.erasable('emergency');

-- The role splot_emergency only reads, and only what stands below: a worker's transaction steps into it for the screen
-- of the emergency and back. So the rules of everyday work need not know of emergencies, and nothing can be written,
-- listed, searched or exported through one.
grant usage on schema kernel, cases, organisations to splot_emergency;
grant select on organisations.api_institution, cases.term to splot_emergency;
grant select (id, case_id, worker_id, institution_id, valid_from, valid_to) on cases.emergency to splot_emergency;
grant select on cases.case_lock to splot_emergency;
create policy own_emergency on cases.case_lock for select to splot_emergency using (worker_id = kernel.worker());

-- The actor's own emergency, open at this very instant, in the institution they act for, unless they are locked out.
create function cases.in_emergency(case_id text) returns text language sql immutable as $f$
  select replace($rule$exists (select from cases.emergency e
      where e.worker_id = kernel.worker() and e.case_id = CASE_ID and e.institution_id = kernel.institution()
        and e.valid_from <= kernel.instant() and e.valid_to > kernel.instant())
    and not exists (select from cases.case_lock l
      where l.worker_id = kernel.worker() and l.case_id = CASE_ID
        and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))$rule$, 'CASE_ID', case_id)
$f$;

do $$
declare t record;
begin
  for t in select * from (values
      ('shared_case', 'shared_case.id', '''D1''', 'true'),
      ('diagnosis', 'diagnosis.case_id', '''D5''', 'true'),
      ('diagnosis_part', 'diagnosis_part.case_id', 'diagnosis_part.data_class', $c$data_class in ('D3', 'D4')$c$),
      ('functional_conclusion', 'functional_conclusion.case_id', '''D5''', 'true'),
      ('plan', 'plan.case_id', '''D5''', 'true'),
      ('goal', 'goal.case_id', '''D5''', 'true'),
      ('plan_item', 'plan_item.case_id', '''D5''', 'true'),
      ('note', 'note.case_id', 'note.data_class', $c$data_class in ('D3', 'D4', 'D5')$c$)) v(tbl, of_case, class, narrow) loop
    execute format('create policy emergency on cases.%I for select to splot_emergency using (%s and %s and kernel.scope() @> array[%s])',
      t.tbl, t.narrow, cases.in_emergency(t.of_case), t.class);
    execute format('grant select on cases.%I to splot_emergency', t.tbl);
  end loop;
end
$$;
-- The person is visible where the case is.
create policy emergency on cases.person for select to splot_emergency using (exists (select from cases.shared_case c where c.person_id = person.id));
create policy emergency on cases.person_identifier for select to splot_emergency using (
  kernel.scope() @> array['D2'] and exists (select from cases.shared_case c where c.person_id = person_identifier.person_id));
grant select on cases.person, cases.person_identifier to splot_emergency;

set local role splot_search;

create function cases.holds_function(wanted text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.worker_function f where f.worker_id = kernel.worker() and f.institution_id = kernel.institution()
    and f.function = any (wanted) and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
$$;

-- One step from the exact identifier, or the whole name with the birth date, to the open access: nothing is told before
-- it is recorded. Closed cases have their own way of being opened again. A second request while one is open gives that.
create function cases.api_open_emergency(new_id uuid, in_partnership uuid, by_identifier text, by_family text, by_given text, by_birth date,
  why text, words text, review_by date)
returns table (id uuid, case_id uuid, person_id uuid) language plpgsql security definer set search_path = '' as $$
declare
  found_case record;
  hours int := (select t.amount from cases.timer t where t.code = 'emergency_access' and t.unit = 'hours'
    and t.valid_from <= kernel.today() and (t.valid_to is null or t.valid_to >= kernel.today()) order by t.valid_from desc limit 1);
begin
  if not cases.member(in_partnership) or not (kernel.scope() @> array['D1'])
    or not cases.holds_function(array['social_worker', 'case_coordinator', 'head']) then
    return;
  end if;
  select c.id, c.person_id into found_case from cases.person p join cases.shared_case c on c.person_id = p.id
  where p.partnership_id = in_partnership and p.erased_at is null
    and c.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased')
    and (p.id in (select i.person_id from cases.person_identifier i where i.partnership_id = in_partnership and by_identifier <> '' and i.value = by_identifier)
      or (by_identifier = '' and by_family <> '' and by_given <> '' and p.birth_date = by_birth and p.search = kernel.plain(by_family || ' ' || by_given)))
    and not exists (select from cases.case_lock l where l.case_id = c.id and l.worker_id = kernel.worker()
      and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))
  order by c.opened_at desc limit 1;
  if not found then
    return;
  end if;
  return query select e.id, e.case_id, found_case.person_id from cases.emergency e
    where e.worker_id = kernel.worker() and e.case_id = found_case.id and e.institution_id = kernel.institution() and e.valid_to > kernel.instant();
  if found then
    return;
  end if;
  insert into cases.emergency (id, case_id, worker_id, institution_id, reason, justification, valid_from, valid_to, review_due)
  values (new_id, found_case.id, kernel.worker(), kernel.institution(), why, words, kernel.instant(), kernel.instant() + make_interval(hours => hours), review_by);
  perform cases.note_event(found_case.id, 'emergency.opened', jsonb_build_object('emergency', new_id, 'reason', why));
  return query select new_id, found_case.id, found_case.person_id;
end
$$;

create function cases.api_end_emergency(for_emergency uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update cases.emergency e set valid_to = kernel.instant() where e.id = for_emergency and e.worker_id = kernel.worker() and e.valid_to > kernel.instant();
  return found;
end
$$;

-- Whether the actor reviews: head or data protection officer of the institution that looked or of the one that leads
-- the case; never whoever looked, not even from another employment of theirs.
create function cases.reviews(e cases.emergency) returns boolean language sql stable security definer set search_path = '' as $$
  select cases.holds_function(array['head', 'dpo'])
    and (e.institution_id = kernel.institution() or exists (select from cases.shared_case c where c.id = e.case_id and c.lead_institution_id = kernel.institution()))
    and not exists (select from organisations.worker a join organisations.worker b on b.id = e.worker_id
      where a.id = kernel.worker() and (a.id = b.id or a.account_id = b.account_id))
$$;

-- What concerns the actor: own emergencies, those in cases they coordinate, those they review. Nothing of the person.
create function cases.api_emergencies()
returns table (id uuid, case_id uuid, person_id uuid, number text, worker_name text, institution_name text, reason text, justification text,
  valid_from timestamptz, valid_to timestamptz, review_due date, reviewed_at timestamptz, reviewer_name text, verdict text, review_note text,
  coordinator_name text, lead_name text, lead_phone text, own boolean, coordinates boolean, reviews boolean)
language sql stable security definer set search_path = '' as $$
  select * from (
    select e.id, e.case_id, c.person_id, c.number, w.given_name || ' ' || w.family_name, i.short_name, e.reason, e.justification,
      e.valid_from, e.valid_to, e.review_due, e.reviewed_at, r.given_name || ' ' || r.family_name, e.verdict, e.review_note,
      k.given_name || ' ' || k.family_name, l.short_name, l.phone, e.worker_id = kernel.worker() as own, coalesce(c.coordinator_id = kernel.worker(), false) as coordinates, cases.reviews(e) as reviews
    from cases.emergency e join cases.shared_case c on c.id = e.case_id
    join organisations.worker w on w.id = e.worker_id join organisations.api_institution i on i.id = e.institution_id
    join organisations.institution l on l.id = c.lead_institution_id
    left join organisations.worker k on k.id = c.coordinator_id left join organisations.worker r on r.id = e.reviewed_by
    where e.worker_id = kernel.worker() or e.institution_id = kernel.institution() or c.lead_institution_id = kernel.institution()
  ) x where x.own or x.coordinates or x.reviews
  order by x.reviewed_at is not null, x.review_due, x.valid_from desc limit 200
$$;

create function cases.api_review_emergency(for_emergency uuid, found_to_be text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  of_case uuid;
begin
  update cases.emergency e set reviewed_at = kernel.instant(), reviewed_by = kernel.worker(), verdict = found_to_be, review_note = words
  where e.id = for_emergency and e.reviewed_at is null and cases.reviews(e) returning e.case_id into of_case;
  if of_case is null then
    return false;
  end if;
  perform cases.note_event(of_case, 'emergency.reviewed', jsonb_build_object('emergency', for_emergency, 'verdict', found_to_be));
  return true;
end
$$;

-- Addresses of those who must know: the coordinator of the case (or the stand-in), heads and data protection officers
-- of the institution that looked; of the leading institution too once the review is late.
create function cases.emergency_watchers(e cases.emergency, late boolean) returns setof text language sql stable security definer set search_path = '' as $$
  select distinct w.email from organisations.worker w
  where (w.employed_to is null or w.employed_to >= kernel.today()) and w.id <> e.worker_id
    and (w.id = (select coalesce(a.stand_in_id, c.coordinator_id) from cases.shared_case c
          left join organisations.api_absence a on a.worker_id = c.coordinator_id and kernel.today() between a.from_on and a.to_on
          where c.id = e.case_id limit 1)
      or exists (select from organisations.worker_function f where f.worker_id = w.id and f.function in ('head', 'dpo')
        and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())
        and (f.institution_id = e.institution_id or (late and f.institution_id = (select c.lead_institution_id from cases.shared_case c where c.id = e.case_id)))))
$$;
create function cases.api_emergency_watchers(for_emergency uuid) returns table (email text) language sql stable security definer set search_path = '' as $$
  select m.email from cases.emergency e, cases.emergency_watchers(e, false) m(email) where e.id = for_emergency
$$;
create function cases.api_late_emergencies() returns table (email text) language plpgsql security definer set search_path = '' as $$
begin
  return query with late as (
    update cases.emergency e set reminded_on = kernel.today() where e.reviewed_at is null and e.review_due < kernel.today() and e.reminded_on is null returning e.*)
  select distinct m.email from late, cases.emergency_watchers(row(late.*)::cases.emergency, true) m(email);
end
$$;

-- For everybody: how often, and what the reviews found. Whole numbers of the whole of Splot, without places or persons.
create function cases.api_emergency_figures()
returns table (year int, opened bigint, justified bigint, unjustified bigint, training bigint, waiting bigint, late bigint)
language sql stable security definer set search_path = '' as $$
  select extract(year from e.valid_from at time zone 'Europe/Warsaw')::int, count(*), count(*) filter (where e.verdict = 'justified'),
    count(*) filter (where e.verdict = 'unjustified'), count(*) filter (where e.verdict = 'training'),
    count(*) filter (where e.reviewed_at is null), count(*) filter (where e.reviewed_at is null and e.review_due < kernel.today())
  from cases.emergency e group by 1 order by 1 desc
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'cases'::regnamespace and p.proowner = 'splot_search'::regrole and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function cases.api_open_emergency(uuid, uuid, text, text, text, date, text, text, date), cases.api_end_emergency(uuid),
  cases.api_emergencies(), cases.api_review_emergency(uuid, text, text) to splot_worker;
grant execute on function cases.api_emergency_watchers(uuid), cases.api_late_emergencies() to splot_system;
grant execute on function cases.api_emergency_figures() to splot_public, splot_worker, splot_participant;
set local role splot_owner;
