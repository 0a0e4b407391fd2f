-- Module: cases. The person, the shared case, who takes part, and the grants that are the access rule.

create schema cases authorization splot_owner;
grant usage on schema cases to splot_worker, splot_participant, splot_public, splot_system, splot_search, splot_report;
grant create on schema cases to splot_search;
comment on schema cases is 'The shared case (sprawa wspólna): from referral to follow-up.';

-- Configuration of law: dated, with its source. Never constants in code.

create table cases.legal_basis (
  code text primary key,
  article text not null,
  pl text not null,
  en text not null,
  kind text not null check (kind in ('statutory', 'commission', 'consent', 'contract', 'vital_interest')),
  institution_types text[] not null,
  classes text[] not null,
  purposes text[] not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  certain boolean not null
);
comment on table cases.legal_basis is 'Legal bases on which an institution of a type may receive classes of data for purposes. Public data.';

create table cases.timer (
  code text not null,
  amount int not null check (amount >= 0),
  unit text not null check (unit in ('working_days', 'days', 'months')),
  valid_from date not null,
  valid_to date,
  source text not null,
  certain boolean not null,
  primary key (code, valid_from)
);
comment on table cases.timer is 'Deadlines of the process with their source. Public data.';

create table cases.term (
  list text not null,
  code text not null,
  position int not null,
  pl text not null,
  en text not null,
  uk text,
  meta jsonb not null default '{}',
  valid_from date not null default '2000-01-01',
  valid_to date,
  source text not null,
  primary key (list, code)
);
comment on table cases.term is 'Dictionaries: needs, reasons, services, outcomes and the like. A term is retired, never deleted. Public data.';

create table cases.transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
comment on table cases.transition is 'Which state of a case may follow which (domain handbook, section 2.4). Public data.';
insert into cases.transition values
  ('draft', 'referred'), ('draft', 'withdrawn'), ('referred', 'intake'), ('referred', 'rejected'), ('referred', 'withdrawn'), ('referred', 'draft'),
  ('intake', 'diagnosis'), ('intake', 'withdrawn'), ('diagnosis', 'planning'), ('diagnosis', 'withdrawn'),
  ('planning', 'agreed'), ('planning', 'diagnosis'), ('planning', 'withdrawn'), ('agreed', 'active'), ('agreed', 'withdrawn'),
  ('active', 'planning'), ('active', 'diagnosis'), ('active', 'suspended'), ('active', 'closing'), ('active', 'withdrawn'),
  ('suspended', 'active'), ('suspended', 'closing'), ('suspended', 'withdrawn'),
  ('closing', 'follow_up'), ('closing', 'active'), ('follow_up', 'archived'), ('archived', 'erased'),
  ('rejected', 'erased'), ('withdrawn', 'archived'), ('withdrawn', 'erased'), ('planning', 'active'), ('planning', 'closing'), ('planning', 'suspended');

grant select on cases.legal_basis, cases.timer, cases.term, cases.transition to splot_worker, splot_participant, splot_public, splot_system, splot_search;

create table cases.person (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  given_name text not null default '',
  family_name text not null default '',
  birth_date date,
  sex text check (sex in ('f', 'm')),
  gmina_id text,
  locality text not null default '',
  postal_code text not null default '',
  street text not null default '',
  phone text not null default '',
  email text not null default '',
  preferred_lang text not null default 'pl' check (preferred_lang in ('pl', 'en', 'uk')),
  unidentified_label text,
  search text generated always as (kernel.plain(family_name || ' ' || given_name)) stored,
  created_by_institution_id uuid not null references organisations.institution on delete restrict,
  created_at timestamptz not null,
  erased_at timestamptz,
  row_version int not null default 1,
  check (erased_at is not null or unidentified_label is not null or (given_name <> '' and family_name <> ''))
);
comment on table cases.person is 'Minimal identity (class D1), one per partnership. An unidentified person carries a label until known.';
create index person_partnership on cases.person (partnership_id);
create index person_search on cases.person using gin (search gin_trgm_ops);
create index person_birth on cases.person (partnership_id, birth_date, search);
create index person_creator on cases.person (created_by_institution_id);

create table cases.person_identifier (
  id uuid primary key,
  person_id uuid not null references cases.person on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  kind text not null check (kind in ('pesel', 'document')),
  value text not null check (value <> ''),
  unique (partnership_id, kind, value)
);
comment on table cases.person_identifier is 'PESEL or a document (class D2). Never a key: people have none, change it, or share a mistake.';
create index person_identifier_person on cases.person_identifier (person_id);

create table cases.shared_case (
  id uuid primary key,
  number text not null,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  person_id uuid not null references cases.person on delete restrict,
  state text not null default 'draft' check (state in ('draft', 'referred', 'intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended', 'closing', 'follow_up', 'archived', 'rejected', 'withdrawn', 'erased')),
  state_since timestamptz not null,
  opened_at timestamptz not null,
  created_by_institution_id uuid not null references organisations.institution on delete restrict,
  lead_institution_id uuid not null references organisations.institution on delete restrict,
  coordinator_id uuid references organisations.worker on delete restrict,
  office_sign text not null default '',
  intake_on date,
  left_on date,
  outcome_code text,
  waits_for text not null,
  waits_institution_id uuid references organisations.institution on delete restrict,
  waits_worker_id uuid references organisations.worker on delete restrict,
  waits_until date,
  previous_case_id uuid references cases.shared_case on delete restrict,
  audience uuid[] not null default '{}',
  updated_at timestamptz not null,
  row_version int not null default 1,
  unique (partnership_id, number)
);
comment on table cases.shared_case is 'The shared case: process data alone (state, dates, who must act). What is known of the person stands elsewhere.';
comment on column cases.shared_case.waits_for is 'What the case waits for, as a code of the texts; with whom and until when it is the line on every case.';
comment on column cases.shared_case.audience is 'Institutions and workers who may see the case, kept by triggers; narrows lists before the exact policy decides.';
create index shared_case_person on cases.shared_case (person_id);
create index shared_case_audience on cases.shared_case using gin (audience);
create index shared_case_partnership on cases.shared_case (partnership_id, state, waits_until);
create index shared_case_waits on cases.shared_case (waits_until) where waits_until is not null;
create index shared_case_coordinator on cases.shared_case (coordinator_id);
create index shared_case_lead on cases.shared_case (lead_institution_id);
create index shared_case_creator on cases.shared_case (created_by_institution_id);
create index shared_case_waits_worker on cases.shared_case (waits_worker_id);
create index shared_case_waits_institution on cases.shared_case (waits_institution_id);
create index shared_case_previous on cases.shared_case (previous_case_id);

create table cases.participation (
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  role text not null check (role in ('lead', 'co_lead', 'provider', 'referrer', 'observer')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (case_id, institution_id)
);
comment on table cases.participation is 'Which institutions take part in a case and in which role.';
create index participation_institution on cases.participation (institution_id, case_id) include (role, valid_from, valid_to);

create table cases.assignment (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  role text not null check (role in ('coordinator', 'caseworker', 'stand_in')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  stands_in_for uuid references organisations.worker on delete restrict
);
comment on table cases.assignment is 'Which workers of a participating institution work on the case.';
create index assignment_worker on cases.assignment (worker_id, case_id) include (valid_from, valid_to);
create index assignment_case on cases.assignment (case_id);
create index assignment_institution on cases.assignment (institution_id);
create index assignment_stands_in on cases.assignment (stands_in_for);

create table cases.access_grant (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  data_class text not null check (data_class in ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10')),
  purposes text[] not null check (purposes <@ array['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] and purposes <> '{}'),
  can_write boolean not null,
  basis_code text not null references cases.legal_basis on delete restrict,
  consent_id uuid,
  origin text not null check (origin in ('own', 'referral', 'acceptance', 'consent', 'agreement', 'handover')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  ended_reason text check (ended_reason in ('expired', 'withdrawn', 'closed', 'narrowed', 'handover')),
  created_at timestamptz not null
);
comment on table cases.access_grant is 'Recipient × data class × purpose × legal basis × period: not a record of the access rule but the rule itself.';
create index access_grant_rule on cases.access_grant (institution_id, case_id, data_class) include (valid_from, valid_to, purposes, can_write);
create index access_grant_case on cases.access_grant (case_id);
create index access_grant_consent on cases.access_grant (consent_id);
create index access_grant_basis on cases.access_grant (basis_code);

create table cases.case_lock (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete cascade,
  reason text not null check (reason in ('conflict_of_interest', 'objection', 'restriction')),
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table cases.case_lock is 'A worker who must not see the case, whatever else allows it (own relative, objection, GDPR art. 18).';
create index case_lock_worker on cases.case_lock (worker_id, case_id) include (valid_from, valid_to);
create index case_lock_case on cases.case_lock (case_id);
create index case_lock_institution on cases.case_lock (institution_id);

create table cases.event (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  at timestamptz not null,
  kind text not null,
  institution_id uuid references organisations.institution on delete restrict,
  worker_id uuid references organisations.worker on delete restrict,
  data jsonb not null default '{}'
);
comment on table cases.event is 'What happened in the case, without content: the timeline, the weave and the process figures are drawn from it.';
comment on column cases.event.data is 'Codes, numbers, dates and ids only.';
create index event_case on cases.event (case_id, at);
create index event_institution on cases.event (institution_id);
create index event_worker on cases.event (worker_id);

create table cases.counter (
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  year int not null,
  last int not null,
  primary key (partnership_id, year)
);
comment on table cases.counter is 'Last case number of a partnership in a year. Public data.';

-- The rules.

-- Classes of data that stand in a table of their own: visible by a grant for class and purpose, to workers assigned
-- (or overseeing), authorised for the class, and not locked out. One function, so that no table can forget a part.
create function cases.protect(tbl text, class_expression text) returns void language plpgsql set search_path = '' as $$
declare
  rule text := $rule$
    exists (select from cases.access_grant g
      where g.institution_id = kernel.institution() and g.case_id = %1$I.case_id and g.data_class = %2$s
        and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
        and kernel.purpose() = any (g.purposes) %3$s)
    and kernel.scope() @> array[%2$s]$rule$;
  may_read text := format(rule, tbl, class_expression, '');
  may_write text := format(rule, tbl, class_expression, 'and g.can_write');
begin
  execute format('alter table cases.%I enable row level security', tbl);
  execute format('alter table cases.%I force row level security', tbl);
  execute format('create policy granted on cases.%I for select to splot_worker using (%s)', tbl, may_read);
  execute format('create policy granted_add on cases.%I for insert to splot_worker with check (%s)', tbl, may_write);
  execute format('create policy granted_change on cases.%I for update to splot_worker using (%s) with check (%s)', tbl, may_write, may_write);
  execute format('create policy assigned on cases.%I as restrictive to splot_worker using (%s)', tbl, cases.reachable(format('%I.case_id', tbl)));
  execute format('create policy own_person on cases.%I for select to splot_participant using (%s)', tbl, cases.own_case(format('%I.case_id', tbl)));
  execute format('grant select, insert, update on cases.%I to splot_worker', tbl);
  execute format('grant select on cases.%I to splot_participant', tbl);
end
$$;
comment on function cases.protect(text, text) is 'Puts row-level security on a table that has case_id. class_expression: a quoted class or a column.';

-- Parts of policies, as text: PostgreSQL does not inline a function that holds a sub-select, and a policy that calls
-- one for each row is a hundred times slower.

-- Assigned to the case (or overseeing the institution), and not locked out of it.
create function cases.reachable(case_id text) returns text language sql immutable as $f$
  select replace($rule$((kernel.wide() or exists (select from cases.assignment a
      where a.worker_id = kernel.worker() and a.case_id = CASE_ID
        and a.valid_from <= kernel.instant() and (a.valid_to is null or a.valid_to > kernel.instant())))
    and not exists (select from cases.case_lock l
      where l.worker_id = kernel.worker() and l.case_id = CASE_ID
        and l.valid_from <= kernel.instant() and (l.valid_to is null or l.valid_to > kernel.instant())))$rule$, 'CASE_ID', case_id)
$f$;

-- The case of the participant who asks.
create function cases.own_case(case_id text) returns text language sql immutable as $f$
  select replace('exists (select from cases.shared_case own where own.id = CASE_ID and own.person_id = kernel.person())', 'CASE_ID', case_id)
$f$;

create table cases.referral (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  kind text not null check (kind in ('opening', 'service')),
  sender_institution_id uuid not null references organisations.institution on delete restrict,
  sender_worker_id uuid not null references organisations.worker on delete restrict,
  recipient_institution_id uuid not null references organisations.institution on delete restrict,
  state text not null default 'draft' check (state in ('draft', 'sent', 'seen', 'needs_info', 'accepted', 'declined', 'expired', 'withdrawn')),
  needs text[] not null default '{}',
  urgent boolean not null default false,
  reason text not null default '',
  informed_on date,
  informed_form text,
  discloses_identity boolean not null default false,
  packet jsonb,
  packet_hash text,
  sent_at timestamptz,
  due_on date,
  reminded_at timestamptz,
  escalated_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references organisations.worker on delete restrict,
  decline_code text,
  decline_note text not null default '',
  question text not null default '',
  question_answer text not null default '',
  row_version int not null default 1,
  check (state = 'draft' or (sent_at is not null and due_on is not null and packet is not null and packet_hash is not null)),
  check (state <> 'declined' or decline_code is not null)
);
comment on table cases.referral is 'A referral of the person to one institution. The packet is a snapshot: exactly what was sent, with its hash.';
comment on column cases.referral.packet is 'What the recipient sees before it accepts: pseudonymous, unless the recipient has a statutory basis to know who it is.';
create index referral_case on cases.referral (case_id);
create index referral_inbox on cases.referral (recipient_institution_id, state, due_on);
create index referral_outbox on cases.referral (sender_institution_id, state, due_on);
create index referral_partnership on cases.referral (partnership_id);
create index referral_sender on cases.referral (sender_worker_id);
create index referral_answerer on cases.referral (answered_by);
create index referral_due on cases.referral (due_on) where state in ('sent', 'seen', 'needs_info');

do $$
declare t text;
begin
  foreach t in array array['person', 'person_identifier', 'shared_case', 'participation', 'assignment', 'access_grant', 'case_lock', 'counter', 'referral'] loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format('grant select, insert, update on cases.%I to splot_worker', t);
    execute format('grant select, insert, update on cases.%I to splot_search', t);
    execute format('create policy lookup on cases.%I to splot_search using (true) with check (true)', t);
  end loop;
end
$$;
revoke insert, update, select on cases.counter from splot_worker;

-- Own rows only: the policies of every other table lean on these, so they must neither be slow nor refer to others.
-- The whole team and all grants of a case are read through cases.api_team and cases.api_grants.
create policy own_institution on cases.access_grant for select to splot_worker using (institution_id = kernel.institution());
create policy own_institution on cases.assignment for select to splot_worker using (worker_id = kernel.worker() or institution_id = kernel.institution());
create policy team on cases.participation for select to splot_worker using (
  institution_id = kernel.institution() or exists (select from cases.shared_case c where c.id = participation.case_id));
create policy own on cases.case_lock for select to splot_worker using (worker_id = kernel.worker() or institution_id = kernel.institution());
create policy add on cases.case_lock for insert to splot_worker with check (institution_id = kernel.institution() and kernel.wide());
create policy change on cases.case_lock for update to splot_worker using (institution_id = kernel.institution() and kernel.wide());

-- The case.
create policy granted on cases.shared_case for select to splot_worker using (kernel.scope() @> array['D1'] and (
  exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = shared_case.id and g.data_class = 'D1'
      and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()))
  or (created_by_institution_id = kernel.institution() and state = 'draft')));
create policy granted_change on cases.shared_case for update to splot_worker using (kernel.scope() @> array['D1'] and
  exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = shared_case.id and g.data_class = 'D1' and g.can_write
      and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())))
  with check (true);
create policy open_case on cases.shared_case for insert to splot_worker with check (created_by_institution_id = kernel.institution() and state = 'draft');
create policy own_person on cases.shared_case for select to splot_participant using (person_id = kernel.person());
grant select on cases.shared_case to splot_participant;

-- Only the institution that opened a case, one that leads it, or one whose acceptance stands may let somebody in.
create function cases.may_admit(for_case uuid, recipient uuid) returns boolean language sql stable as $$
  select exists (select from cases.shared_case c where c.id = for_case and c.created_by_institution_id = kernel.institution())
    or exists (select from cases.participation p where p.case_id = for_case and p.institution_id = kernel.institution()
      and p.role in ('lead', 'co_lead') and (p.valid_to is null or p.valid_to > kernel.instant()))
    or (recipient = kernel.institution() and exists (select from cases.referral r
      where r.case_id = for_case and r.recipient_institution_id = kernel.institution() and r.state = 'accepted'))
$$;
create policy admit on cases.access_grant for insert to splot_worker with check (cases.may_admit(case_id, institution_id));
create policy amend on cases.access_grant for update to splot_worker using (cases.may_admit(case_id, institution_id));
create policy admit on cases.participation for insert to splot_worker with check (cases.may_admit(case_id, institution_id));
create policy amend on cases.participation for update to splot_worker using (cases.may_admit(case_id, institution_id));
create policy admit on cases.assignment for insert to splot_worker with check (institution_id = kernel.institution() or cases.may_admit(case_id, institution_id));
create policy amend on cases.assignment for update to splot_worker using (institution_id = kernel.institution() or cases.may_admit(case_id, institution_id));

-- The person is visible where one of their cases is.
create policy by_case on cases.person for select to splot_worker using (exists (select from cases.shared_case c where c.person_id = person.id));
create policy by_case_change on cases.person for update to splot_worker using (exists (select from cases.shared_case c
  join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class = 'D1' and g.can_write
  where c.person_id = person.id and (g.valid_to is null or g.valid_to > kernel.instant())));
create policy register on cases.person for insert to splot_worker with check (created_by_institution_id = kernel.institution());
create policy own_person on cases.person for select to splot_participant using (id = kernel.person());
grant select on cases.person to splot_participant;

create policy by_grant on cases.person_identifier for select to splot_worker using (
  kernel.scope() @> array['D2'] and exists (select from cases.shared_case c
    join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class = 'D2'
    where c.person_id = person_identifier.person_id and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())));
create policy register on cases.person_identifier for insert to splot_worker with check (kernel.scope() @> array['D2']);
create policy correct on cases.person_identifier for update to splot_worker using (
  kernel.scope() @> array['D2'] and exists (select from cases.shared_case c
    join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class = 'D2' and g.can_write
    where c.person_id = person_identifier.person_id and (g.valid_to is null or g.valid_to > kernel.instant())));
create policy own_person on cases.person_identifier for select to splot_participant using (person_id = kernel.person());
grant select on cases.person_identifier to splot_participant;

-- A referral: its sender always; its recipient while it is open or accepted, and nothing after it said no.
create policy recipient on cases.referral for select to splot_worker using (
  kernel.scope() @> array['D1'] and recipient_institution_id = kernel.institution() and state in ('sent', 'seen', 'needs_info', 'accepted'));
create policy team on cases.referral for select to splot_worker using (state <> 'draft' and exists (select from cases.shared_case c where c.id = referral.case_id));
create policy draft on cases.referral for insert to splot_worker with check (sender_institution_id = kernel.institution() and sender_worker_id = kernel.worker());
create policy by_recipient on cases.referral for update to splot_worker using (
  recipient_institution_id = kernel.institution() and state in ('sent', 'seen', 'needs_info'))
  with check (recipient_institution_id = kernel.institution());
grant select on cases.referral to splot_participant;
grant select on cases.access_grant, cases.participation, cases.assignment to splot_participant;

select cases.protect('event', '''D1''');
grant insert on cases.event to splot_system, splot_participant;

-- The same parts in the policies of the tables above.
do $$
begin
  execute format('create policy assigned_read on cases.shared_case as restrictive for select to splot_worker using (%s)', cases.reachable('shared_case.id'));
  execute format('create policy assigned_change on cases.shared_case as restrictive for update to splot_worker using (%s)', cases.reachable('shared_case.id'));
  execute format('create policy sender on cases.referral for select to splot_worker using (
  sender_institution_id = kernel.institution() and (sender_worker_id = kernel.worker() or %s))', cases.reachable('referral.case_id'));
  execute format('create policy by_sender on cases.referral for update to splot_worker using (
  sender_institution_id = kernel.institution() and (sender_worker_id = kernel.worker() or %s))
  with check (sender_institution_id = kernel.institution())', cases.reachable('referral.case_id'));
  execute format('create policy own_person on cases.referral for select to splot_participant using (state <> ''draft'' and %s)', cases.own_case('referral.case_id'));
  execute format('create policy own_person on cases.access_grant for select to splot_participant using (%s)', cases.own_case('access_grant.case_id'));
  execute format('create policy own_person on cases.participation for select to splot_participant using (%s)', cases.own_case('participation.case_id'));
  execute format('create policy own_person on cases.assignment for select to splot_participant using (%s)', cases.own_case('assignment.case_id'));
  execute format('create policy by_participant on cases.event for insert to splot_participant with check (%s)', cases.own_case('event.case_id'));
end
$$;

-- Jobs see that something is due and with whom, in columns that say nothing of the person.
grant select (id, partnership_id, state, state_since, lead_institution_id, coordinator_id, waits_for, waits_institution_id, waits_worker_id, waits_until, left_on, row_version)
  on cases.shared_case to splot_system;
grant update (state, state_since, waits_for, waits_institution_id, waits_worker_id, waits_until, coordinator_id, updated_at, row_version) on cases.shared_case to splot_system;
create policy due on cases.shared_case to splot_system using (true) with check (true);
grant select (id, case_id, partnership_id, sender_institution_id, sender_worker_id, recipient_institution_id, state, due_on, sent_at, reminded_at, escalated_at) on cases.referral to splot_system;
grant update (state, reminded_at, escalated_at, answered_at, row_version) on cases.referral to splot_system;
create policy due on cases.referral to splot_system using (state <> 'draft') with check (true);
grant select, insert, update on cases.assignment to splot_system;
create policy stand_in on cases.assignment to splot_system using (true) with check (true);
create policy note on cases.event for insert to splot_system with check (true);

-- Guards that hold whoever writes.

create function cases.check_transition() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state <> old.state and not exists (select from cases.transition where from_state = old.state and to_state = new.state) then
    raise exception 'a case cannot go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'case_transition';
  end if;
  if new.person_id <> old.person_id or new.partnership_id <> old.partnership_id or new.number <> old.number then
    raise exception 'the person, the partnership and the number of a case never change' using errcode = 'check_violation', constraint = 'case_identity';
  end if;
  return new;
end
$$;
create trigger transition before update on cases.shared_case for each row execute function cases.check_transition();

-- The agreement in force is the ceiling of every grant to a partner; an institution's own data need none.
create function cases.check_ceiling() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.origin = 'own' or new.data_class in ('D1', 'D9', 'D10') then
    return new;
  end if;
  if not exists (
    select from cases.shared_case c
    join organisations.api_institution i on i.id = new.institution_id
    join partnerships.api_ceiling l on l.partnership_id = c.partnership_id and l.institution_type = i.type and new.data_class = any (l.classes)
    where c.id = new.case_id) then
    raise exception 'the agreement does not let this institution receive class %', new.data_class using errcode = 'check_violation', constraint = 'grant_ceiling';
  end if;
  return new;
end
$$;
alter function cases.check_ceiling() owner to splot_search;
create trigger ceiling before insert on cases.access_grant for each row execute function cases.check_ceiling();

create function cases.keep_audience() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  touched uuid := coalesce(new.case_id, old.case_id);
begin
  update cases.shared_case set audience = (
    select coalesce(array_agg(distinct member order by member), '{}') from (
      select g.institution_id as member from cases.access_grant g where g.case_id = touched and g.data_class = 'D1' and g.ended_reason is null
      union all
      select a.worker_id from cases.assignment a where a.case_id = touched and (a.valid_to is null or a.valid_to > kernel.instant())
    ) members)
  where id = touched;
  return null;
end
$$;
alter function cases.keep_audience() owner to splot_search;
create trigger audience after insert or update on cases.access_grant for each row execute function cases.keep_audience();
create trigger audience after insert or update on cases.assignment for each row execute function cases.keep_audience();

-- Narrow doors for what row-level security must not let the application do by itself.

create function cases.next_number(for_partnership uuid, for_year int) returns text language sql security definer set search_path = '' as $$
  insert into cases.counter (partnership_id, year, last) values (for_partnership, for_year, 1)
  on conflict (partnership_id, year) do update set last = counter.last + 1
  returning for_year || '/' || lpad(last::text, 4, '0')
$$;
alter function cases.next_number(uuid, int) owner to splot_search;

-- Search before create. Exact identifier, or name with a typo and optional birth date. People the asker may see come
-- with their names; of others only that somebody with this exact identifier is known in the partnership.
create function cases.api_find_person(in_partnership uuid, by_identifier text, by_name text, by_birth date)
returns table (person_id uuid, label text, birth_date date, locality text, visible boolean, open_case_id uuid, score real)
language sql stable security definer set search_path = '' as $$
  with candidate as (
    select p.id, 1.0::real as score from cases.person_identifier i join cases.person p on p.id = i.person_id
    where i.partnership_id = in_partnership and by_identifier <> '' and i.value = by_identifier
    union all
    (select p.id, public.similarity(p.search, kernel.plain(by_name)) from cases.person p
    where length(by_name) >= 3 and p.partnership_id = in_partnership and p.search operator(public.%) kernel.plain(by_name)
      and (by_birth is null or p.birth_date is null or p.birth_date = by_birth)
    order by 2 desc limit 60)
  ), best as (
    select id, max(score) as score from candidate group by id
  ), seen as (
    select b.id, b.score, p.given_name, p.family_name, p.birth_date, p.locality,
      (select c.id from cases.shared_case c where c.person_id = b.id and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'follow_up')
       order by c.opened_at desc limit 1) as open_case_id,
      exists (select from cases.shared_case c
        join cases.access_grant g on g.case_id = c.id and g.institution_id = kernel.institution() and g.data_class = 'D1'
          and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
        where c.person_id = b.id
          and (kernel.wide() or exists (select from cases.assignment a where a.case_id = c.id and a.worker_id = kernel.worker()
            and (a.valid_to is null or a.valid_to > kernel.instant())))
          and not exists (select from cases.case_lock l where l.case_id = c.id and l.worker_id = kernel.worker()
            and (l.valid_to is null or l.valid_to > kernel.instant()))) as visible
    from best b join cases.person p on p.id = b.id
  )
  select id, case when visible then family_name || ' ' || given_name end,
    case when visible then seen.birth_date end, case when visible then seen.locality end,
    visible, case when visible then seen.open_case_id end, seen.score
  from seen where visible or seen.score = 1.0
  order by visible desc, seen.score desc limit 20
$$;
alter function cases.api_find_person(uuid, text, text, date) owner to splot_search;

-- Is there an open case of this person already? Answers yes or no, and reveals nothing else.
create function cases.has_open_case(in_partnership uuid, for_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from cases.shared_case c where c.partnership_id = in_partnership and c.person_id = for_person
    and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'follow_up', 'draft'))
$$;
alter function cases.has_open_case(uuid, uuid) owner to splot_search;

-- The recipient of an opening referral said no: the case ends unless another recipient may still answer.
create function cases.api_refuse(for_referral uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  r cases.referral;
begin
  select * into r from cases.referral where id = for_referral and recipient_institution_id = kernel.institution() and state = 'declined' for update;
  if not found or r.kind <> 'opening' then
    return;
  end if;
  if exists (select from cases.referral o where o.case_id = r.case_id and o.kind = 'opening' and o.id <> r.id and o.state in ('sent', 'seen', 'needs_info', 'accepted')) then
    return;
  end if;
  update cases.shared_case set state = 'rejected', state_since = kernel.instant(), waits_for = 'nothing', waits_institution_id = null,
    waits_worker_id = null, waits_until = null, updated_at = kernel.instant(), row_version = row_version + 1
  where id = r.case_id and state = 'referred';
end
$$;
alter function cases.api_refuse(uuid) owner to splot_search;

-- The process as the partnership coordinator sees it: numbers, states, dates, whose turn it is. No person, no content.
create function cases.api_process(for_partnership uuid)
returns table (id uuid, number text, state text, state_since timestamptz, opened_at timestamptz, waits_for text, waits_institution_id uuid, waits_until date, lead_institution_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.id, c.number, c.state, c.state_since, c.opened_at, c.waits_for, c.waits_institution_id, c.waits_until, c.lead_institution_id
  from cases.shared_case c
  where c.partnership_id = for_partnership and c.state not in ('draft', 'erased')
    and exists (select from partnerships.contact k where k.partnership_id = for_partnership and k.worker_id = kernel.worker()
      and k.role = 'coordinator' and k.valid_from <= kernel.today() and (k.valid_to is null or k.valid_to >= kernel.today()))
$$;
alter function cases.api_process(uuid) owner to splot_search;

-- "Who sees this" has no secrets from those who work on the case; so the team and its grants come whole, or not at all.
create function cases.sees_case(for_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from cases.shared_case c where c.id = for_case and c.person_id = kernel.person())
    or (exists (select from cases.access_grant g where g.institution_id = kernel.institution() and g.case_id = for_case and g.data_class = 'D1'
        and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant()))
      and (kernel.wide() or exists (select from cases.assignment a where a.worker_id = kernel.worker() and a.case_id = for_case
        and (a.valid_to is null or a.valid_to > kernel.instant())))
      and not exists (select from cases.case_lock l where l.worker_id = kernel.worker() and l.case_id = for_case
        and (l.valid_to is null or l.valid_to > kernel.instant())))
$$;
alter function cases.sees_case(uuid) owner to splot_search;

create function cases.api_team(for_case uuid)
returns table (institution_id uuid, institution_name text, institution_type text, participation text, worker_id uuid, worker_name text, role text, valid_to timestamptz)
language sql stable security definer set search_path = '' as $$
  select p.institution_id, i.short_name, i.type, p.role, a.worker_id, w.given_name || ' ' || w.family_name, a.role, a.valid_to
  from cases.participation p
  join organisations.api_institution i on i.id = p.institution_id
  left join cases.assignment a on a.case_id = p.case_id and a.institution_id = p.institution_id and (a.valid_to is null or a.valid_to > kernel.instant())
  left join organisations.worker w on w.id = a.worker_id
  where p.case_id = for_case and (p.valid_to is null or p.valid_to > kernel.instant()) and cases.sees_case(for_case)
  order by case p.role when 'lead' then 0 when 'co_lead' then 1 when 'referrer' then 2 when 'provider' then 3 else 4 end, i.short_name, a.role
$$;
alter function cases.api_team(uuid) owner to splot_search;

create function cases.api_grants(for_case uuid)
returns table (id uuid, institution_id uuid, institution_name text, institution_type text, data_class text, purposes text[], can_write boolean,
  basis_code text, article text, consent_id uuid, origin text, valid_from timestamptz, valid_to timestamptz, ended_reason text)
language sql stable security definer set search_path = '' as $$
  select g.id, g.institution_id, i.short_name, i.type, g.data_class, g.purposes, g.can_write, g.basis_code, b.article, g.consent_id, g.origin, g.valid_from, g.valid_to, g.ended_reason
  from cases.access_grant g
  join organisations.api_institution i on i.id = g.institution_id
  join cases.legal_basis b on b.code = g.basis_code
  where g.case_id = for_case and cases.sees_case(for_case)
  order by i.short_name, length(g.data_class), g.data_class, g.valid_from
$$;
alter function cases.api_grants(uuid) owner to splot_search;

-- Ends grants at once. By who may admit to the case, by the recipient itself, or by the participant for a consent.
create function cases.api_end_grants(for_case uuid, for_institution uuid, for_consent uuid, reason text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  ended int;
begin
  if not cases.sees_case(for_case) or not (
    for_institution = kernel.institution()
    or exists (select from cases.shared_case c where c.id = for_case and (c.created_by_institution_id = kernel.institution() or (c.person_id = kernel.person() and for_consent is not null)))
    or exists (select from cases.participation p where p.case_id = for_case and p.institution_id = kernel.institution() and p.role in ('lead', 'co_lead'))) then
    return 0;
  end if;
  update cases.access_grant set valid_to = kernel.instant(), ended_reason = reason
  where case_id = for_case and institution_id = for_institution and (valid_to is null or valid_to > kernel.instant())
    and (for_consent is null or consent_id = for_consent);
  get diagnostics ended = row_count;
  return ended;
end
$$;
alter function cases.api_end_grants(uuid, uuid, uuid, text) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.sees_case(uuid)', 'cases.api_team(uuid)', 'cases.api_grants(uuid)', 'cases.api_end_grants(uuid, uuid, uuid, text)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker, splot_participant';
  end loop;
  foreach f in array array['cases.next_number(uuid, int)', 'cases.api_find_person(uuid, text, text, date)', 'cases.has_open_case(uuid, uuid)', 'cases.api_refuse(uuid)', 'cases.api_process(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
end
$$;
