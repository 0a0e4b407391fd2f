-- Module: cases. The second wall alone: rows that stay in their case, nobody who assigns, admits or unlocks themselves.

-- Whether the actor may bring somebody into the case: overseeing, assigned, or the one who begins here. Begins: made the
-- case or takes part and nobody of the institution was assigned before this instant, or accepts a referral right now.
set local role splot_search;

-- Once more for what was made since 0062.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'cases'::regnamespace and p.proowner = 'splot_search'::regrole
      and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;

create function cases.acts_in(for_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select kernel.scope() @> array['D1']
    and not exists (select from cases.case_lock l where l.worker_id = kernel.worker() and l.case_id = for_case
      and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant()))
    and (kernel.wide()
      or exists (select from cases.assignment a where a.worker_id = kernel.worker() and a.case_id = for_case
        and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant()))
      or exists (select from cases.referral r where r.case_id = for_case and r.recipient_institution_id = kernel.institution()
        and r.state = 'accepted' and r.answered_by = kernel.worker() and r.answered_at = kernel.instant())
      or (not exists (select from cases.assignment a where a.case_id = for_case and a.institution_id = kernel.institution()
          and a.valid_from < kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant()))
        and (exists (select from cases.shared_case c where c.id = for_case and c.created_by_institution_id = kernel.institution())
          or exists (select from cases.participation p where p.case_id = for_case and p.institution_id = kernel.institution()
            and (p.valid_to is null or p.valid_to > kernel.instant())))))
$$;

-- A person is known in one partnership: a case of another cannot be about them, nor can it be opened from outside.
create function cases.may_open(for_person uuid, in_partnership uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from cases.person p where p.id = for_person and p.partnership_id = in_partnership and p.erased_at is null)
    and exists (select from partnerships.api_membership m where m.partnership_id = in_partnership
      and m.institution_id = kernel.institution() and (m.left_on is null or m.left_on >= kernel.today()))
$$;

-- A number is given to a person one registers, or of whose case one writes class D2.
create function cases.may_identify(for_person uuid, in_partnership uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from cases.person p where p.id = for_person and p.partnership_id = in_partnership
    and (p.created_by_institution_id = kernel.institution()
      or exists (select from cases.shared_case c join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution()
          and g.data_class = 'D2' and g.can_write and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
        where c.person_id = p.id)))
$$;

revoke execute on function cases.acts_in(uuid), cases.may_open(uuid, uuid), cases.may_identify(uuid, uuid) from public;
grant execute on function cases.acts_in(uuid), cases.may_open(uuid, uuid), cases.may_identify(uuid, uuid) to splot_worker;
set local role splot_owner;

-- Whoever merely works in the same institution neither assigns themselves, nor revives an assignment that ended, nor
-- admits others with it. And a worker is assigned for the institution they work in.
create policy acting on cases.assignment as restrictive for insert to splot_worker with check (
  cases.acts_in(case_id) and exists (select from organisations.api_worker w where w.id = worker_id and w.institution_id = assignment.institution_id));
create policy acting_change on cases.assignment as restrictive for update to splot_worker using (cases.acts_in(case_id)) with check (true);
create policy acting on cases.participation as restrictive for insert to splot_worker with check (cases.acts_in(case_id));
create policy acting_change on cases.participation as restrictive for update to splot_worker using (cases.acts_in(case_id)) with check (true);
create policy acting on cases.access_grant as restrictive for insert to splot_worker with check (cases.acts_in(case_id));

-- A conflict of interest is lifted by somebody else.
create policy not_own on cases.case_lock as restrictive for update to splot_worker using (worker_id <> kernel.worker()) with check (true);

-- A referral begins unanswered, from a case its sender sees; an invented one, already accepted, would open any case.
create policy own_case on cases.referral as restrictive for insert to splot_worker with check (
  state in ('draft', 'sent') and answered_at is null and answered_by is null
  and exists (select from cases.shared_case c where c.id = case_id and c.partnership_id = referral.partnership_id));

create policy known_person on cases.shared_case as restrictive for insert to splot_worker with check (cases.may_open(person_id, partnership_id));
create policy own_person_number on cases.person_identifier as restrictive for insert to splot_worker with check (cases.may_identify(person_id, partnership_id));

-- The timeline is written in one's own name.
create policy own_name on cases.event as restrictive for insert to splot_worker with check (
  (worker_id is null or worker_id = kernel.worker()) and (institution_id is null or institution_id = kernel.institution()));
create policy own_name_person on cases.event as restrictive for insert to splot_participant with check (worker_id is null and institution_id is null);

-- What says to whom a row belongs never changes: updates reach only the other columns. A column added later must be
-- granted by the migration that adds it.
do $$
declare
  t record;
begin
  for t in select c.oid, c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'cases'::regnamespace and c.relkind = 'r' and has_table_privilege('splot_worker', c.oid, 'update') loop
    execute format('revoke update on cases.%I from splot_worker', t.relname);
    execute format('grant update (%s) on cases.%I to splot_worker', (
      select string_agg(quote_ident(a.attname), ', ') from pg_catalog.pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.attname not in ('id', 'case_id', 'person_id', 'partnership_id', 'created_by_institution_id', 'created_at', 'audience',
          'diagnosis_id', 'plan_id', 'follow_up_id', 'session_id', 'group_id', 'lineage_id', 'import_id', 'previous_case_id',
          'sender_institution_id', 'sender_worker_id', 'recipient_institution_id', 'packet', 'packet_hash', 'sent_at',
          'discloses_identity', 'opened_at', 'erased_at')
        -- The number of a case never changes; that of an instrument is corrected. A list may change its partnership until sent.
        and not (t.relname = 'shared_case' and a.attname = 'number')
        or a.attrelid = t.oid and t.relname = 'list_import' and a.attname = 'partnership_id'), t.relname);
  end loop;
end
$$;
-- Access only ends, and through the functions that do it; what happened stays as told.
revoke update on cases.access_grant, cases.event, cases.assignment, cases.participation, cases.case_lock, cases.person_identifier from splot_worker;
do $$
declare c record;
begin
  for c in select format('revoke update (%I) on %s from splot_worker', a.attname, a.attrelid::regclass) as statement from pg_catalog.pg_attribute a
    where a.attrelid in ('cases.access_grant'::regclass, 'cases.event'::regclass, 'cases.assignment'::regclass,
        'cases.participation'::regclass, 'cases.case_lock'::regclass, 'cases.person_identifier'::regclass)
      and a.attnum > 0 and not a.attisdropped loop
    execute c.statement;
  end loop;
end
$$;
grant update (valid_to) on cases.assignment, cases.case_lock to splot_worker;
grant update (valid_to, role) on cases.participation to splot_worker;
grant update (kind, value) on cases.person_identifier to splot_worker;

-- A search asks about one's own partnership only: an exact number from elsewhere tells nothing, not even that it is known.
set local role splot_search;
alter function cases.api_find_person(uuid, text, text, date) rename to find_person;
alter function cases.api_same_person(uuid, text, text, text, text) rename to same_person;
revoke execute on function cases.find_person(uuid, text, text, date), cases.same_person(uuid, text, text, text, text) from splot_worker;
create function cases.member(of_partnership uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.api_membership m where m.partnership_id = of_partnership
    and m.institution_id = kernel.institution() and (m.left_on is null or m.left_on >= kernel.today()))
$$;
create function cases.api_find_person(in_partnership uuid, by_identifier text, by_name text, by_birth date)
returns table (person_id uuid, label text, birth_date date, locality text, visible boolean, open_case_id uuid, score real)
language sql stable security definer set search_path = '' as $$
  select f.* from cases.find_person(in_partnership, by_identifier, by_name, by_birth) f where cases.member(in_partnership)
$$;
create function cases.api_same_person(in_partnership uuid, by_kind text, by_value text, by_family text, by_given text)
returns table (person_id uuid, taken boolean) language sql stable security definer set search_path = '' as $$
  select s.* from cases.same_person(in_partnership, by_kind, by_value, by_family, by_given) s where cases.member(in_partnership)
$$;
create or replace function cases.has_open_case(in_partnership uuid, for_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select cases.member(in_partnership) and exists (select from cases.shared_case c where c.partnership_id = in_partnership and c.person_id = for_person
    and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'follow_up', 'draft'))
$$;
revoke execute on function cases.member(uuid), cases.api_find_person(uuid, text, text, date), cases.api_same_person(uuid, text, text, text, text) from public;
grant execute on function cases.api_find_person(uuid, text, text, date), cases.api_same_person(uuid, text, text, text, text) to splot_worker;
set local role splot_owner;
