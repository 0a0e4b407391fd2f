-- Module: cases. Emergency access and joined records, read again with the eyes of somebody who means ill.

set local role splot_search;

-- The actor in every employment: rules about people do not end at a desk.
create function cases.own_workers() returns setof uuid language sql stable security definer set search_path = '' as $$
  select kernel.worker()
  union select w.id from organisations.worker me join organisations.worker w on w.account_id = me.account_id where me.id = kernel.worker()
$$;
create or replace function cases.holds_function(wanted text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select organisations.holds(wanted)
$$;

-- Whether the actor must keep away from a person: locked out of a case of theirs, in whatever employment, or that person
-- themselves. A lock is about people, so neither another case nor another desk leads around it.
create function cases.shut_out(of_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select participant.api_is_own(of_person) or exists (
    select from cases.shared_case c join cases.case_lock l on l.case_id = c.id
    where c.person_id = of_person and l.worker_id in (select cases.own_workers())
      and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))
$$;
-- Its price keeps it behind the question of the open emergency, which one row in a country answers with yes.
create function cases.kept_away(from_case uuid) returns boolean language sql stable security definer set search_path = '' cost 100000 as $$
  select cases.shut_out(c.person_id) from cases.shared_case c where c.id = from_case
$$;

-- One step from the exact identifier, or the whole name with the birth date, to the open access: nothing is told before
-- it is recorded. Two people whom the words fit are not guessed between. Closed cases have their own way of being opened
-- again. A second request while one is open gives that; the short time is not prolonged by asking over and over: three
-- may wait for their review, and what was found unjustified is not opened again by the same worker.
create or replace function cases.api_open_emergency(new_id uuid, in_partnership uuid, by_identifier text, by_family text, by_given text, by_birth date,
  why text, words text, review_by date)
returns table (id uuid, case_id uuid, person_id uuid) language plpgsql security definer set search_path = '' as $$
declare
  persons uuid[];
  found_case uuid;
  hours int := (select t.amount from cases.timer t where t.code = 'emergency_access' and t.unit = 'hours'
    and t.valid_from <= kernel.today() and (t.valid_to is null or t.valid_to >= kernel.today()) order by t.valid_from desc limit 1);
begin
  if not (kernel.scope() @> array['D1']) or not cases.holds_function(array['social_worker', 'case_coordinator', 'head'])
    or not exists (select from partnerships.api_membership m where m.partnership_id = in_partnership and m.institution_id = kernel.institution()
      and m.state = 'operating' and (m.left_on is null or m.left_on >= kernel.today()))
    or not exists (select from cases.term t where t.list = 'emergency_reason' and t.code = why) then
    return;
  end if;
  select array_agg(p.id) into persons from cases.person p
  where p.partnership_id = in_partnership and p.erased_at is null
    and (p.id in (select i.person_id from cases.person_identifier i where i.partnership_id = in_partnership and by_identifier <> '' and i.value = by_identifier)
      or (by_identifier = '' and by_family <> '' and by_given <> '' and p.birth_date = by_birth and p.search = kernel.plain(by_family || ' ' || by_given)))
    and exists (select from cases.shared_case c where c.person_id = p.id and c.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased'));
  if cardinality(persons) is distinct from 1 or cases.shut_out(persons[1]) then
    return;
  end if;
  select c.id into found_case from cases.shared_case c
  where c.person_id = persons[1] and c.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased')
  order by c.opened_at desc limit 1;
  -- Two requests at once are one after the other.
  perform pg_advisory_xact_lock(hashtextextended(kernel.worker()::text || found_case::text, 0));
  return query select e.id, e.case_id, persons[1] from cases.emergency e
    where e.worker_id = kernel.worker() and e.case_id = found_case and e.institution_id = kernel.institution() and e.valid_to > kernel.instant();
  if found then
    return;
  end if;
  if (select count(*) filter (where e.reviewed_at is null) >= 3 or coalesce(bool_or(e.verdict = 'unjustified'), false)
      from cases.emergency e where e.worker_id in (select cases.own_workers()) and e.case_id = found_case) then
    return;
  end if;
  insert into cases.emergency (id, case_id, worker_id, institution_id, reason, justification, valid_from, valid_to, review_due)
  values (new_id, found_case, kernel.worker(), kernel.institution(), why, words, kernel.instant(), kernel.instant() + make_interval(hours => hours),
    least(review_by, kernel.today() + 14));
  perform cases.note_event(found_case, 'emergency.opened', jsonb_build_object('emergency', new_id, 'reason', why));
  return query select new_id, found_case, persons[1];
end
$$;

-- Whether the actor reviews: head or data protection officer of the institution that looked or of the one that leads
-- the case; never whoever looked, not even from another employment of theirs, nor somebody who must keep away.
create or replace function cases.reviews(e cases.emergency) returns boolean language sql stable security definer set search_path = '' as $$
  select cases.holds_function(array['head', 'dpo'])
    and (e.institution_id = kernel.institution() or exists (select from cases.shared_case c where c.id = e.case_id and c.lead_institution_id = kernel.institution()))
    and e.worker_id not in (select cases.own_workers())
    and not cases.shut_out((select c.person_id from cases.shared_case c where c.id = e.case_id))
$$;

-- Found wrong while it is still open, it ends with the verdict.
create or replace function cases.api_review_emergency(for_emergency uuid, found_to_be text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  of_case uuid;
begin
  update cases.emergency e set reviewed_at = kernel.instant(), reviewed_by = kernel.worker(), verdict = found_to_be, review_note = words,
    valid_to = case when found_to_be = 'justified' then e.valid_to else greatest(e.valid_from, least(e.valid_to, kernel.instant())) end
  where e.id = for_emergency and e.reviewed_at is null and cases.reviews(e) returning e.case_id into of_case;
  if of_case is null then
    return false;
  end if;
  perform cases.note_event(of_case, 'emergency.reviewed', jsonb_build_object('emergency', for_emergency, 'verdict', found_to_be));
  return true;
end
$$;

-- Both records seen, one of them written, by a function that directs cases, in a member of the partnership of both, by
-- nobody who must keep away from either.
create or replace function cases.api_may_merge(one uuid, other uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select one <> other and not cases.shut_out(one) and not cases.shut_out(other)
    and organisations.holds(array['social_worker', 'employment_adviser', 'case_coordinator'])
    and exists (select from cases.person a join cases.person b on b.partnership_id = a.partnership_id
      where a.id = one and b.id = other and cases.member(a.partnership_id)
        and a.merged_into is null and b.merged_into is null and a.erased_at is null and b.erased_at is null)
    and cases.identifies(one, false) and cases.identifies(other, false)
    and (cases.identifies(one, true) or cases.identifies(other, true))
$$;
create or replace function cases.may_undo(l cases.person_link) returns boolean language sql stable security definer set search_path = '' as $$
  select l.undone_at is null and l.before is not null and kernel.today() <= l.undo_until and l.institution_id = kernel.institution()
    and organisations.holds(array['social_worker', 'employment_adviser', 'case_coordinator'])
    and cases.identifies(l.survivor_id, true) and not cases.shut_out(l.survivor_id)
    and exists (select from cases.person p where p.id = l.survivor_id and p.merged_into is null and p.erased_at is null)
    and not exists (select from cases.person_link n where n.survivor_id = l.survivor_id and n.undone_at is null
      and (n.merged_at, n.id) > (l.merged_at, l.id))
$$;
revoke execute on function cases.own_workers(), cases.shut_out(uuid), cases.kept_away(uuid) from public;
grant execute on function cases.kept_away(uuid) to splot_emergency;
set local role splot_owner;

-- The actor's own emergency, open at this very instant, in the institution they act for, unless they must keep away.
create or replace function cases.in_emergency(case_id text) returns text language sql immutable as $f$
  select replace($rule$exists (select from cases.emergency e
      where e.worker_id = kernel.worker() and e.case_id = CASE_ID and e.institution_id = kernel.institution()
        and e.valid_from <= kernel.instant() and e.valid_to > kernel.instant())
    and not cases.kept_away(CASE_ID)$rule$, 'CASE_ID', case_id)
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
    execute format('alter policy emergency on cases.%I using (%s and %s and kernel.scope() @> array[%s])',
      t.tbl, t.narrow, cases.in_emergency(t.of_case), t.class);
  end loop;
end
$$;
drop policy own_emergency on cases.case_lock;
revoke select on cases.case_lock from splot_emergency;
