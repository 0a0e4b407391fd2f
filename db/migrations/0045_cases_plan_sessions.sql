-- Module: cases. Signing one exact text of the plan, members of activity groups, attendance within the dates of an item.

-- What stands in the plan is agreed by several hands: it is fixed while they sign, and a version has one life.

alter table cases.plan add column content_hash text;
alter table cases.plan add column signing_since timestamptz;
alter table cases.plan add constraint signing_has_hash check (state <> 'signing' or (content_hash is not null and signing_since is not null));
comment on column cases.plan.content_hash is 'SHA-256 of the canonical text that is being signed; every signature carries the same.';

alter table cases.plan_signature add column voided_at timestamptz;
comment on column cases.plan_signature.voided_at is 'The plan went back to draft before everybody had signed: this signature no longer counts, and stays as a record.';
drop index cases.plan_signature_once;
create unique index plan_signature_once on cases.plan_signature (plan_id, signer, coalesce(institution_id, '00000000-0000-0000-0000-000000000000')) where voided_at is null;
create index plan_signature_plan on cases.plan_signature (plan_id);
create unique index plan_signature_person on cases.plan_signature (plan_id) where signer in ('person', 'guardian') and voided_at is null;

grant select on cases.plan_item, cases.plan_signature, cases.attendance, cases.session, cases.contact to splot_search;
grant update (state, signed_on, row_version) on cases.plan to splot_search;
create policy lookup on cases.plan_item for select to splot_search using (true);
create policy lookup on cases.plan_signature for select to splot_search using (true);
create policy lookup on cases.attendance for select to splot_search using (true);
create policy lookup on cases.session for select to splot_search using (true);
create policy lookup on cases.contact for select to splot_search using (true);
create policy settle on cases.plan for update to splot_search using (true);

-- Whose signature a version still lacks: the coordinator, each responsible institution, the person (or guardian).
create function cases.missing_signatures(for_plan uuid) returns table (signer text, institution_id uuid, turn int)
language sql stable security definer set search_path = '' as $$
  with needed as (
    select 'coordinator' as signer, c.lead_institution_id as institution_id, 1 as turn
    from cases.plan p join cases.shared_case c on c.id = p.case_id where p.id = for_plan
    union all
    select 'institution', i.institution_id, 2 from (select distinct institution_id from cases.plan_item where plan_id = for_plan) i
    union all
    select 'person', null, 3
  )
  select n.signer, n.institution_id, n.turn from needed n
  where not exists (select from cases.plan_signature s join cases.plan p on p.id = s.plan_id
    where s.plan_id = for_plan and s.voided_at is null and s.content_hash = p.content_hash
      and case n.signer when 'person' then s.signer in ('person', 'guardian')
        when 'coordinator' then s.signer = 'coordinator'
        else s.signer = 'institution' and s.institution_id = n.institution_id end)
$$;
alter function cases.missing_signatures(uuid) owner to splot_search;

create function cases.keep_version() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.id, new.case_id, new.version, new.created_at) is distinct from (old.id, old.case_id, old.version, old.created_at)
    or (old.state <> 'draft' and (new.next_review_on, new.contact_every_days, new.contact_form, new.own_obligation, new.confirmed_warnings)
      is distinct from (old.next_review_on, old.contact_every_days, old.contact_form, old.own_obligation, old.confirmed_warnings))
    or (old.state not in ('draft', 'signing') and new.content_hash is distinct from old.content_hash)
    or (old.state = 'signing' and new.state <> 'draft' and new.content_hash is distinct from old.content_hash) then
    raise exception 'a plan that is being signed or is signed cannot be changed' using errcode = 'check_violation', constraint = 'plan_signed_version';
  end if;
  if new.state <> old.state and not (
      (old.state = 'draft' and new.state in ('signing', 'abandoned')) or (old.state = 'signing' and new.state in ('draft', 'signed', 'abandoned'))
      or (old.state = 'signed' and new.state = 'superseded')) then
    raise exception 'a plan cannot go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'plan_state';
  end if;
  if new.state = 'signed' and old.state = 'signing' and exists (select from cases.missing_signatures(new.id)) then
    raise exception 'signatures are missing' using errcode = 'check_violation', constraint = 'plan_signatures_missing';
  end if;
  return new;
end
$$;
alter function cases.keep_version() owner to splot_search;
create trigger version before update on cases.plan for each row execute function cases.keep_version();

-- A signature belongs to the text that is being signed now, and once given only its end can be noted.
create function cases.keep_signature() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p cases.plan;
begin
  select * into p from cases.plan where id = new.plan_id;
  if p.state <> 'signing' or p.case_id <> new.case_id or p.content_hash <> new.content_hash
    or (tg_op = 'UPDATE' and (old.voided_at is not null or new.voided_at is null
      or (to_jsonb(new) - 'voided_at') is distinct from (to_jsonb(old) - 'voided_at'))) then
    raise exception 'this version of the plan is not being signed' using errcode = 'check_violation', constraint = 'plan_signature_text';
  end if;
  return new;
end
$$;
alter function cases.keep_signature() owner to splot_search;
create trigger text before insert or update on cases.plan_signature for each row execute function cases.keep_signature();

-- Nobody signs for another: a worker for the own institution, the person electronically by themselves. What was signed
-- on paper is recorded by a worker, under the worker's name.
create policy sign_own on cases.plan_signature as restrictive for insert to splot_worker with check (
  worker_id = kernel.worker() and (institution_id = kernel.institution() or (institution_id is null and way = 'paper')));
create policy sign_self on cases.plan_signature as restrictive for insert to splot_participant with check (way = 'electronic' and worker_id is null);
-- An institution that sees only its own items of the plan signs for these.
create policy sign_items on cases.plan_signature for insert to splot_worker with check (
  signer = 'institution' and institution_id = kernel.institution() and kernel.scope() @> array['D6']
  and exists (select from cases.plan_item i where i.plan_id = plan_signature.plan_id and i.institution_id = kernel.institution()));

-- A draft loses goals and items by the hand of those who may write it.
do $$
declare t text;
begin
  foreach t in array array['goal', 'plan_item'] loop
    execute format($p$create policy drop_by_writer on cases.%1$I as restrictive for delete to splot_worker using (
      exists (select from cases.access_grant g where g.institution_id = kernel.institution() and g.case_id = %1$I.case_id and g.data_class = 'D5' and g.can_write
        and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()) and kernel.purpose() = any (g.purposes))
      and kernel.scope() @> array['D5'])$p$, t);
  end loop;
end
$$;

-- The state of a version, for those who work on the case but see only their own items of the plan.
create function cases.plan_state(for_plan uuid) returns text language sql stable security definer set search_path = '' as $$
  select p.state from cases.plan p where p.id = for_plan
$$;
alter function cases.plan_state(uuid) owner to splot_search;

create function cases.api_plan_status(for_case uuid)
returns table (plan_id uuid, version int, state text, content_hash text, signing_since timestamptz)
language sql stable security definer set search_path = '' as $$
  select p.id, p.version, p.state, p.content_hash, p.signing_since from cases.plan p
  where p.case_id = for_case and p.state in ('draft', 'signing', 'signed') and cases.sees_case(for_case)
  order by p.version desc
$$;
alter function cases.api_plan_status(uuid) owner to splot_search;

create function cases.api_missing_signatures(for_plan uuid) returns table (signer text, institution_id uuid, institution_name text)
language sql stable security definer set search_path = '' as $$
  select m.signer, m.institution_id, i.short_name
  from cases.missing_signatures(for_plan) m
  join cases.plan p on p.id = for_plan
  left join organisations.api_institution i on i.id = m.institution_id
  where cases.sees_case(p.case_id)
  order by m.turn, i.short_name
$$;
alter function cases.api_missing_signatures(uuid) owner to splot_search;

-- Names of the workers who stand in the plan, the signatures, the sessions and the contacts of a case; a participant
-- reads them here only.
create function cases.api_named_workers(for_case uuid) returns table (worker_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select w.id, w.given_name || ' ' || w.family_name from organisations.worker w
  where cases.sees_case(for_case) and w.id in (
    select i.worker_id from cases.plan_item i where i.case_id = for_case
    union select s.worker_id from cases.plan_signature s where s.case_id = for_case
    union select a.marked_by from cases.attendance a where a.case_id = for_case
    union select e.worker_id from cases.attendance a join cases.session e on e.id = a.session_id where a.case_id = for_case
    union select k.worker_id from cases.contact k where k.case_id = for_case
    union select g.worker_id from cases.assignment g where g.case_id = for_case)
$$;
alter function cases.api_named_workers(uuid) owner to splot_search;

-- Transition 9: the first item has begun, or a first session was attended.
create function cases.begin_case(for_case uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  held cases.plan;
  starts date;
begin
  select * into held from cases.plan p where p.case_id = for_case and p.state = 'signed';
  select min(i.starts_on) into starts from cases.plan_item i where i.plan_id = held.id;
  if held.id is null or not (starts <= kernel.today() or exists (
      select from cases.attendance a where a.case_id = for_case and a.mark = 'present'
        and a.lineage_id in (select i.lineage_id from cases.plan_item i where i.plan_id = held.id))) then
    return false;
  end if;
  update cases.shared_case set state = 'active', state_since = kernel.instant(), waits_for = 'review',
    waits_institution_id = lead_institution_id, waits_worker_id = coordinator_id, waits_until = held.next_review_on,
    updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case and state = 'agreed';
  return found;
end
$$;
alter function cases.begin_case(uuid) owner to splot_search;

create function cases.api_begin(for_case uuid) returns boolean language sql security definer set search_path = '' as $$
  select case when cases.sees_case(for_case) then cases.begin_case(for_case) else false end
$$;
alter function cases.api_begin(uuid) owner to splot_search;

-- The same by the clock, for every case whose first day has come. Returns which began.
create function cases.api_begin_due() returns table (case_id uuid) language sql security definer set search_path = '' as $$
  select c.id from cases.shared_case c
  where c.state = 'agreed' and c.waits_until <= kernel.today() and cases.begin_case(c.id)
$$;
alter function cases.api_begin_due() owner to splot_search;

-- Transition 8, and the line on the case while signatures are missing. Whoever signs last closes the version: also the
-- person, who may change nothing else. Returns what happened: 'waiting' or 'agreed'.
create function cases.api_settle_plan(for_plan uuid) returns text language plpgsql security definer set search_path = '' as $$
declare
  held cases.plan;
  c cases.shared_case;
  next record;
begin
  select * into held from cases.plan where id = for_plan for no key update;
  if not found or held.state <> 'signing' or not cases.sees_case(held.case_id) then
    return null;
  end if;
  select * into c from cases.shared_case where id = held.case_id for no key update;
  select m.signer, m.institution_id into next from cases.missing_signatures(for_plan) m
    left join organisations.api_institution i on i.id = m.institution_id order by m.turn, i.short_name limit 1;
  if found then
    update cases.shared_case set
      waits_for = case next.signer when 'person' then 'person_signature' else 'plan_signatures' end,
      waits_institution_id = coalesce(next.institution_id, lead_institution_id),
      waits_worker_id = case next.signer when 'institution' then (
          select case when count(*) = 1 then (array_agg(a.worker_id))[1] end from cases.assignment a
          where a.case_id = c.id and a.institution_id = next.institution_id and (a.valid_to is null or a.valid_to > kernel.instant()))
        else coordinator_id end,
      updated_at = kernel.instant(), row_version = row_version + 1
    where id = c.id;
    return 'waiting';
  end if;
  update cases.plan set state = 'superseded', row_version = row_version + 1 where case_id = held.case_id and state = 'signed';
  update cases.plan set state = 'signed', signed_on = kernel.today(), row_version = row_version + 1 where id = for_plan;
  update cases.shared_case set state = 'agreed', state_since = kernel.instant(), waits_for = 'start',
    waits_institution_id = lead_institution_id, waits_worker_id = coordinator_id,
    waits_until = (select min(i.starts_on) from cases.plan_item i where i.plan_id = for_plan),
    updated_at = kernel.instant(), row_version = row_version + 1
  where id = c.id and state = 'planning';
  return 'agreed';
end
$$;
alter function cases.api_settle_plan(uuid) owner to splot_search;

-- Groups and sessions.

create table cases.group_member (
  id uuid primary key,
  group_id uuid not null references cases.activity_group on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  row_version int not null default 1
);
comment on table cases.group_member is 'Who belongs to an activity group, by the item of their plan, from–to.';
create unique index group_member_once on cases.group_member (group_id, case_id) where left_on is null;
create index group_member_group on cases.group_member (group_id);
create index group_member_case on cases.group_member (case_id);
select cases.protect('group_member', '''D6''');
create policy own_group on cases.group_member as restrictive for insert to splot_worker with check (
  exists (select from cases.activity_group g where g.id = group_id and g.institution_id = kernel.institution()));
create policy own_group_change on cases.group_member as restrictive for update to splot_worker using (
  exists (select from cases.activity_group g where g.id = group_id and g.institution_id = kernel.institution()));

alter table cases.session add column series_id uuid;
alter table cases.session add column cancel_reason text not null default '';
comment on column cases.session.series_id is 'Sessions planned together, so that the rest of a series can be cancelled at once.';
create index session_series on cases.session (series_id) where series_id is not null;
alter table cases.activity_group add column service_code text not null default 'support_group';
comment on column cases.activity_group.service_code is 'The service of the catalogue that the group carries out.';

-- Attendance of a session is written by the institution that runs it. Asked by a function: the policy of a session looks
-- at attendance already, and the two must not look at each other.
create function cases.session_institution(for_session uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select s.institution_id from cases.session s where s.id = for_session
$$;
alter function cases.session_institution(uuid) owner to splot_search;
create policy own_session on cases.attendance as restrictive for insert to splot_worker with check (
  cases.session_institution(session_id) = kernel.institution());
create policy own_session_change on cases.attendance as restrictive for update to splot_worker using (
  cases.session_institution(session_id) = kernel.institution());
-- Whoever leaves a group is no longer expected at the sessions ahead; the line stays as a record.
alter table cases.attendance add column dropped_at timestamptz;
alter table cases.attendance add constraint dropped_unmarked check (dropped_at is null or mark is null);
comment on column cases.attendance.dropped_at is 'No longer expected: the person left the group before the session. Lists leave such lines out.';
create policy own_contact on cases.contact as restrictive for insert to splot_worker with check (
  institution_id = kernel.institution() and worker_id = kernel.worker());

-- Hard constraint 5: not outside the dates of the item, as they stood in the plan in force on the day of the session.
create function cases.keep_attendance() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  held cases.session;
  day date;
  item record;
begin
  if tg_op = 'UPDATE' and (new.session_id, new.case_id, new.lineage_id) is distinct from (old.session_id, old.case_id, old.lineage_id) then
    raise exception 'attendance keeps its session, case and item' using errcode = 'check_violation', constraint = 'attendance_identity';
  end if;
  select * into held from cases.session where id = new.session_id;
  day := (held.starts_at at time zone 'Europe/Warsaw')::date;
  select i.starts_on, i.due_on, i.institution_id into item from cases.plan_item i join cases.plan p on p.id = i.plan_id
  where i.case_id = new.case_id and i.lineage_id = new.lineage_id and p.state in ('signed', 'superseded')
  order by (p.signed_on <= day) desc, case when p.signed_on <= day then -p.version else p.version end limit 1;
  if not found or day not between item.starts_on and item.due_on then
    raise exception 'the session is outside the dates of the item' using errcode = 'check_violation', constraint = 'attendance_dates';
  end if;
  if item.institution_id <> held.institution_id then
    raise exception 'the item belongs to another institution' using errcode = 'check_violation', constraint = 'attendance_institution';
  end if;
  if new.mark is not null then
    if held.cancelled_at is not null then
      raise exception 'the session was cancelled' using errcode = 'check_violation', constraint = 'attendance_cancelled';
    end if;
    if new.mark in ('present', 'absent') and day > kernel.today() then
      raise exception 'the session has not been held yet' using errcode = 'check_violation', constraint = 'attendance_future';
    end if;
  end if;
  return new;
end
$$;
alter function cases.keep_attendance() owner to splot_search;
create trigger within_item before insert or update on cases.attendance for each row execute function cases.keep_attendance();

-- Absences call for an extra review: the case then waits for its coordinator sooner. Whoever marks a list may cause
-- this, though they may change nothing else of the case.
create function cases.api_call_review(for_case uuid, until date) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not cases.sees_case(for_case) then
    return false;
  end if;
  update cases.shared_case set waits_for = 'review', waits_institution_id = lead_institution_id, waits_worker_id = coordinator_id,
    waits_until = until, updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case and state = 'active' and waits_for = 'review' and (waits_until is null or waits_until > until);
  return found;
end
$$;
alter function cases.api_call_review(uuid, date) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.missing_signatures(uuid)', 'cases.session_institution(uuid)', 'cases.begin_case(uuid)', 'cases.api_begin_due()', 'cases.plan_state(uuid)', 'cases.api_plan_status(uuid)',
      'cases.api_missing_signatures(uuid)', 'cases.api_named_workers(uuid)', 'cases.api_begin(uuid)', 'cases.api_settle_plan(uuid)', 'cases.api_call_review(uuid, date)'] loop
    execute 'revoke execute on function ' || f || ' from public';
  end loop;
  grant execute on function cases.api_begin_due() to splot_system;
  grant execute on function cases.session_institution(uuid), cases.plan_state(uuid), cases.api_begin(uuid), cases.api_call_review(uuid, date) to splot_worker;
  grant execute on function cases.api_plan_status(uuid), cases.api_missing_signatures(uuid), cases.api_named_workers(uuid), cases.api_settle_plan(uuid), cases.plan_state(uuid), cases.api_begin(uuid)
    to splot_worker, splot_participant;
end
$$;

-- Law and practice as configuration.

insert into cases.timer (code, amount, unit, valid_from, source, certain) values
  ('extra_review', 7, 'working_days', '2000-01-01', 'Ustalenie partnerstwa: przegląd dodatkowy po nieobecnościach', false);

-- Warnings about a plan. "kind" names the rule that is checked, the rest are its parameters; "confirm" says who must
-- confirm before signing: the coordinator, or a worker of an institution of the type. Without it the warning informs.
insert into cases.term (list, code, position, pl, en, meta, valid_from, source) values
  ('plan_warning', 'status_loss', 1,
   'Rozpoczęcie IPZS albo podpisanie kontraktu socjalnego, o którym mówi art. 198 RPSZ, odbiera status osoby bezrobotnej na 90 dni: z nim ubezpieczenie i dostęp do form pomocy urzędu pracy. Osoba musi o tym wiedzieć przed podpisem. Urząd pracy dostanie zawiadomienie.',
   'Starting an IPZS, or signing a social contract under art. 198 of RPSZ, takes away the status of an unemployed person for 90 days, and with it insurance and access to help of the labour office. The person must know this before signing. The labour office is notified.',
   '{"kind": "instrument", "instruments": ["ipzs", "social_contract"], "confirm": "coordinator", "notify": "PUP"}', '2025-06-01',
   'RPSZ art. 65 ust. 1 pkt 6 w związku z art. 198 i 199'),
  ('plan_warning', 'status_end', 2,
   'Środki na działalność albo na spółdzielnię socjalną kończą status osoby bezrobotnej następnego dnia po ich otrzymaniu. Urząd pracy dostanie zawiadomienie.',
   'A grant for a business or a social cooperative ends the status of an unemployed person the day after the money arrives. The labour office is notified.',
   '{"kind": "flag", "flag": "ends_status", "confirm": "coordinator", "notify": "PUP"}', '2025-06-01',
   'RPSZ art. 65 ust. 1 pkt 4 i 5, art. 66 ust. 3'),
  ('plan_warning', 'double_financing', 3,
   'Ta sama usługa w tym samym czasie ma dwa publiczne źródła pieniędzy. Tego samego kosztu nie wolno finansować dwa razy: podwójną wypłatę trzeba zwrócić w 14 dni od wezwania.',
   'The same service at the same time has two public sources of money. The same cost must not be financed twice: a double payment is returned within 14 days of the call.',
   '{"kind": "same_cost", "confirm": "coordinator"}', '2025-06-01', 'RPSZ art. 79'),
  ('plan_warning', 'art_200_exclusive', 4,
   'W czasie usługi z art. 200 RPSZ urząd pracy nie może udzielać innych form pomocy, poza zwrotem kosztów dojazdu.',
   'During a service of art. 200 RPSZ the labour office cannot give other forms of help, except travel costs.',
   '{"kind": "exclusive", "confirm": "PUP"}', '2025-06-01', 'RPSZ art. 200'),
  ('plan_warning', 'ipzs_benefit', 5,
   'W CIS nie może uczestniczyć osoba, która pobiera zasiłek dla bezrobotnych, świadczenie lub zasiłek przedemerytalny, rentę z tytułu niezdolności do pracy albo emeryturę. Urząd pracy potwierdza, że osoba nie ma zasiłku.',
   'A person who receives unemployment benefit, a pre-retirement benefit, an incapacity pension or a retirement pension cannot take part in a CIS. The labour office confirms that there is no benefit.',
   '{"kind": "service", "services": ["cis_place"], "confirm": "PUP"}', '2003-08-14', 'UZS art. 1'),
  ('plan_warning', 'plan_too_long', 6,
   'Plan trwa dłużej niż 24 miesiące. Podzielcie go albo zapiszcie, dlaczego musi tyle trwać.',
   'The plan lasts longer than 24 months. Divide it, or say why it must take so long.',
   '{"kind": "plan_length", "months": 24, "confirm": "coordinator"}', '2000-01-01', 'UZS art. 15 (1 + 11 + 12 miesięcy); ustalenie partnerstwa'),
  ('plan_warning', 'cis_too_long', 7,
   'Udział w CIS trwa do 12 miesięcy (miesiąc próbny i 11 miesięcy). Dłuższy wymaga przedłużenia.',
   'Participation in a CIS lasts up to 12 months (a trial month and 11 more). A longer one needs an extension.',
   '{"kind": "length", "services": ["cis_place"], "months": 12}', '2003-08-14', 'UZS art. 15'),
  ('plan_warning', 'art_200_too_long', 8,
   'Usługa z art. 200 RPSZ trwa najdłużej 6 miesięcy.',
   'A service of art. 200 RPSZ lasts at most 6 months.',
   '{"kind": "length", "services": ["art_200_group"], "months": 6}', '2025-06-01', 'RPSZ art. 200'),
  ('plan_warning', 'instrument_missing', 9,
   'Do tego działania potrzebny jest dokument, którego tu nie zapisano. Dodaj jego numer i daty, gdy powstanie.',
   'This item needs an instrument that is not recorded here. Add its number and dates when it exists.',
   '{"kind": "instrument_missing"}', '2000-01-01', 'Katalog usług'),
  ('plan_warning', 'goal_without_item', 10,
   'Do tego celu nie prowadzi żadne działanie.', 'No item leads to this goal.',
   '{"kind": "goal_without_item"}', '2000-01-01', 'Ustalenie partnerstwa'),
  ('plan_warning', 'item_after_goal', 11,
   'Działanie kończy się później niż termin celu, któremu służy.', 'The item ends after the due date of the goal it serves.',
   '{"kind": "item_after_goal"}', '2000-01-01', 'Ustalenie partnerstwa'),
  ('plan_warning', 'worker_absent', 12,
   'Odpowiedzialny pracownik jest nieobecny w dniu rozpoczęcia działania.', 'The responsible worker is away on the day the item starts.',
   '{"kind": "worker_absent"}', '2000-01-01', 'Ustalenie partnerstwa'),
  ('plan_warning', 'item_in_past', 13,
   'Działanie zaczyna się przed dniem dzisiejszym.', 'The item starts before today.',
   '{"kind": "item_in_past"}', '2000-01-01', 'Ustalenie partnerstwa');

insert into cases.term (list, code, position, pl, en, meta, valid_from, source) values
  ('absence_alarm', 'in_row', 1, 'Nieobecności bez usprawiedliwienia z rzędu', 'Unexcused absences in a row', '{"count": 2}', '2000-01-01', 'Ustalenie partnerstwa'),
  ('absence_alarm', 'in_month', 2, 'Nieobecności bez usprawiedliwienia w miesiącu', 'Unexcused absences in a month', '{"count": 3}', '2000-01-01', 'Ustalenie partnerstwa'),
  ('attendance_rule', 'cis_benefit', 1,
   'Świadczenie integracyjne maleje o 1/20 za każdy dzień nieobecności bez usprawiedliwienia; powyżej 3 takich dni w miesiącu nie przysługuje. Choroba: 1/40 za dzień, do 21 dni.',
   'The integration benefit falls by 1/20 for each unexcused day; with more than 3 such days in a month there is none. Illness: 1/40 a day, up to 21 days.',
   '{"services": ["cis_place"], "part": 20, "none_over": 3, "sick_part": 40}', '2003-08-14', 'UZS art. 15');
