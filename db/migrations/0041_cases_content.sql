-- Module: cases. Consents, the diagnosis, the plan, sessions, reviews, the outcome and follow-ups.

create table cases.information_clause (
  id uuid primary key,
  version text not null,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  title text not null,
  body text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (version, lang)
);
comment on table cases.information_clause is 'Versions of the information clause (GDPR art. 13 and 14). Public data.';

create table cases.consent_text (
  id uuid primary key,
  version text not null,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  easy boolean not null default false,
  body text not null,
  hash text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  unique (version, lang, easy)
);
comment on table cases.consent_text is 'Versions of the consent text, also in easy-to-read form. Public data.';
grant select on cases.information_clause, cases.consent_text to splot_worker, splot_participant, splot_system, splot_search;

create table cases.clause_given (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  version text not null,
  given_on date not null,
  form text not null check (form in ('paper', 'oral', 'electronic', 'posted')),
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict
);
comment on table cases.clause_given is 'That the person received the information clause: which version, when, how.';
create index clause_given_case on cases.clause_given (case_id);
create index clause_given_institution on cases.clause_given (institution_id);
create index clause_given_worker on cases.clause_given (worker_id);
select cases.protect('clause_given', '''D1''');

create table cases.consent (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  classes text[] not null check (classes <> '{}'),
  text_version text not null,
  lang text not null,
  given_on date not null,
  way text not null check (way in ('paper', 'oral', 'electronic')),
  note text not null default '',
  valid_to date not null,
  recorded_by uuid references organisations.worker on delete restrict,
  withdrawn_at timestamptz,
  withdrawn_by text check (withdrawn_by in ('participant', 'worker')),
  row_version int not null default 1
);
comment on table cases.consent is 'Consent of the person to one recipient for named classes. Several may stand, each withdrawable apart.';
create index consent_case on cases.consent (case_id);
create index consent_institution on cases.consent (institution_id);
create index consent_recorder on cases.consent (recorded_by);
select cases.protect('consent', '''D1''');
grant update (withdrawn_at, withdrawn_by, row_version) on cases.consent to splot_participant;
alter table cases.access_grant add foreign key (consent_id) references cases.consent on delete restrict;

create table cases.diagnosis (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  number int not null,
  state text not null default 'draft' check (state in ('draft', 'approved')),
  own_view text not null default '',
  strengths text not null default '',
  conclusion text not null default '',
  meeting_on date,
  present text not null default '',
  approved_at timestamptz,
  created_at timestamptz not null,
  row_version int not null default 1,
  unique (case_id, number)
);
comment on table cases.diagnosis is 'The joint diagnosis; each approved one is immutable, a new one takes the next number.';
select cases.protect('diagnosis', '''D5''');

create table cases.diagnosis_part (
  id uuid primary key,
  diagnosis_id uuid not null references cases.diagnosis on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  domain text not null,
  data_class text not null check (data_class in ('D3', 'D4', 'D7', 'D8')),
  institution_id uuid not null references organisations.institution on delete restrict,
  scale int check (scale between 0 and 4),
  note text not null default '',
  filled_by uuid references organisations.worker on delete restrict,
  filled_at timestamptz,
  row_version int not null default 1,
  unique (diagnosis_id, domain)
);
comment on table cases.diagnosis_part is 'One domain of the diagnosis, owned by an institution. Its class decides who reads it; D7 and D8 only by explicit grant.';
create index diagnosis_part_case on cases.diagnosis_part (case_id);
create index diagnosis_part_institution on cases.diagnosis_part (institution_id);
create index diagnosis_part_filler on cases.diagnosis_part (filled_by);
select cases.protect('diagnosis_part', 'diagnosis_part.data_class');

create table cases.functional_conclusion (
  id uuid primary key,
  diagnosis_id uuid not null references cases.diagnosis on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  domain text not null,
  body text not null check (body <> ''),
  row_version int not null default 1,
  unique (diagnosis_id, domain)
);
comment on table cases.functional_conclusion is 'What follows for work from a protected domain, without the reason ("no heavy lifting"): class D5, shown to the team.';
create index functional_conclusion_case on cases.functional_conclusion (case_id);
select cases.protect('functional_conclusion', '''D5''');

create table cases.diagnosis_approval (
  diagnosis_id uuid not null references cases.diagnosis on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  at timestamptz not null,
  primary key (diagnosis_id, institution_id)
);
comment on table cases.diagnosis_approval is 'Approval of the common conclusion by an institution; OPS or CUS and PUP must both approve.';
create index diagnosis_approval_case on cases.diagnosis_approval (case_id);
create index diagnosis_approval_institution on cases.diagnosis_approval (institution_id);
create index diagnosis_approval_worker on cases.diagnosis_approval (worker_id);
select cases.protect('diagnosis_approval', '''D5''');
create policy approve_own on cases.diagnosis_approval as restrictive for insert to splot_worker with check (institution_id = kernel.institution() and worker_id = kernel.worker());

create table cases.plan (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  version int not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'signing', 'signed', 'superseded', 'abandoned')),
  next_review_on date,
  contact_every_days int check (contact_every_days between 1 and 90),
  contact_form text not null default '',
  own_obligation text not null default '',
  confirmed_warnings text[] not null default '{}',
  signed_on date,
  created_at timestamptz not null,
  row_version int not null default 1,
  unique (case_id, version)
);
comment on table cases.plan is 'One version of the plan. A signed one never changes; a change is the next version.';
comment on column cases.plan.own_obligation is 'What the person undertakes, in their words.';
create unique index plan_open on cases.plan (case_id) where state in ('draft', 'signing');
create unique index plan_signed on cases.plan (case_id) where state = 'signed';
select cases.protect('plan', '''D5''');

create table cases.goal (
  id uuid primary key,
  plan_id uuid not null references cases.plan on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  position int not null,
  title text not null check (title <> ''),
  measure text not null,
  due_on date not null,
  row_version int not null default 1,
  unique (plan_id, lineage_id)
);
comment on table cases.goal is 'A goal with its measure. lineage_id is the same goal in the next version, so that versions can be compared.';
create index goal_case on cases.goal (case_id);
select cases.protect('goal', '''D5''');

create table cases.plan_item (
  id uuid primary key,
  plan_id uuid not null references cases.plan on delete cascade,
  goal_id uuid not null references cases.goal on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  position int not null,
  service_code text not null,
  description text not null default '',
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  starts_on date not null,
  due_on date not null check (due_on >= starts_on),
  financing_code text not null,
  place text not null default '',
  hours numeric(6, 1) check (hours > 0),
  row_version int not null default 1,
  unique (plan_id, lineage_id)
);
comment on table cases.plan_item is 'A service or action of the plan: who does it, from when to when, paid from what.';
create index plan_item_case on cases.plan_item (case_id);
create index plan_item_goal on cases.plan_item (goal_id);
create index plan_item_institution on cases.plan_item (institution_id, case_id);
create index plan_item_worker on cases.plan_item (worker_id);
select cases.protect('plan_item', '''D5''');
create policy own_item on cases.plan_item for select to splot_worker using (
  institution_id = kernel.institution() and exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = plan_item.case_id and g.data_class = 'D6'
      and (g.valid_to is null or g.valid_to > kernel.instant())));

create table cases.item_progress (
  lineage_id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  state text not null check (state in ('planned', 'in_progress', 'done', 'not_done')),
  reason text not null default '',
  changed_at timestamptz not null,
  changed_by uuid references organisations.worker on delete restrict,
  row_version int not null default 1
);
comment on table cases.item_progress is 'How far an item of the plan is, across versions of the plan.';
create index item_progress_case on cases.item_progress (case_id);
create index item_progress_worker on cases.item_progress (changed_by);
select cases.protect('item_progress', '''D6''');

create table cases.plan_signature (
  id uuid primary key,
  plan_id uuid not null references cases.plan on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  signer text not null check (signer in ('person', 'guardian', 'coordinator', 'institution')),
  institution_id uuid references organisations.institution on delete restrict,
  worker_id uuid references organisations.worker on delete restrict,
  name text not null check (name <> ''),
  way text not null check (way in ('electronic', 'paper')),
  signed_at timestamptz not null,
  content_hash text not null,
  check ((signer in ('person', 'guardian')) = (institution_id is null))
);
comment on table cases.plan_signature is 'A signature under a version of the plan, with the hash of what was signed.';
create unique index plan_signature_once on cases.plan_signature (plan_id, signer, coalesce(institution_id, '00000000-0000-0000-0000-000000000000'));
create index plan_signature_case on cases.plan_signature (case_id);
create index plan_signature_institution on cases.plan_signature (institution_id);
create index plan_signature_worker on cases.plan_signature (worker_id);
select cases.protect('plan_signature', '''D5''');
grant insert on cases.plan_signature to splot_participant;

create table cases.linked_instrument (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  kind text not null check (kind in ('interview', 'social_contract', 'ipd', 'ipzs', 'ipus', 'ipr', 'art_200', 'homelessness_programme', 'integration_programme', 'leaving_care')),
  number text not null default '',
  institution_id uuid not null references organisations.institution on delete restrict,
  signed_on date,
  started_on date,
  ends_on date,
  state text not null check (state in ('draft', 'signed', 'in_progress', 'evaluated', 'closed', 'broken')),
  row_version int not null default 1
);
comment on table cases.linked_instrument is 'An instrument of law that lives in an office''s own system: its number and dates alone, never its content.';
create index linked_instrument_case on cases.linked_instrument (case_id);
create index linked_instrument_institution on cases.linked_instrument (institution_id);
select cases.protect('linked_instrument', '''D5''');

create table cases.activity_group (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  name text not null check (name <> ''),
  place text not null default '',
  worker_id uuid not null references organisations.worker on delete restrict,
  active boolean not null default true,
  row_version int not null default 1
);
comment on table cases.activity_group is 'A group that an institution runs sessions for.';
create index activity_group_institution on cases.activity_group (institution_id);
create index activity_group_worker on cases.activity_group (worker_id);

create table cases.session (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  group_id uuid references cases.activity_group on delete restrict,
  service_code text not null,
  title text not null,
  starts_at timestamptz not null,
  hours numeric(4, 1) not null check (hours > 0 and hours <= 24),
  place text not null default '',
  cancelled_at timestamptz,
  row_version int not null default 1
);
comment on table cases.session is 'One meeting, workshop or class, for one person or a group.';
create index session_institution on cases.session (institution_id, starts_at);
create index session_worker on cases.session (worker_id, starts_at);
create index session_group on cases.session (group_id);

create table cases.attendance (
  id uuid primary key,
  session_id uuid not null references cases.session on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  mark text check (mark in ('present', 'excused', 'absent', 'sick')),
  minutes int check (minutes between 0 and 1440),
  marked_by uuid references organisations.worker on delete restrict,
  marked_at timestamptz,
  row_version int not null default 1,
  unique (session_id, case_id)
);
comment on table cases.attendance is 'Who is expected at a session, and once marked, whether they came. lineage_id names the item of the plan.';
create index attendance_case on cases.attendance (case_id, lineage_id);
create index attendance_marker on cases.attendance (marked_by);
select cases.protect('attendance', '''D6''');

do $$
declare t text;
begin
  foreach t in array array['activity_group', 'session'] loop
    execute format('alter table cases.%I enable row level security', t);
    execute format('alter table cases.%I force row level security', t);
    execute format('grant select, insert, update on cases.%I to splot_worker', t);
    execute format('create policy own_add on cases.%I for insert to splot_worker with check (institution_id = kernel.institution())', t);
    execute format('create policy own_change on cases.%I for update to splot_worker using (institution_id = kernel.institution()) with check (institution_id = kernel.institution())', t);
  end loop;
end
$$;
create policy own_read on cases.activity_group for select to splot_worker using (institution_id = kernel.institution());
create policy own_read on cases.session for select to splot_worker using (
  institution_id = kernel.institution() or exists (select from cases.attendance a where a.session_id = session.id));
create policy own_person on cases.session for select to splot_participant using (exists (select from cases.attendance a where a.session_id = session.id));
grant select on cases.session to splot_participant;

create table cases.contact (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  held_on date not null,
  channel text not null check (channel in ('visit', 'phone', 'email', 'post', 'home', 'online')),
  reached boolean not null,
  note text not null default ''
);
comment on table cases.contact is 'Contacts with the person; at least every 30 days (RPSZ art. 88) unless the plan says otherwise.';
create index contact_case on cases.contact (case_id, held_on);
create index contact_institution on cases.contact (institution_id);
create index contact_worker on cases.contact (worker_id);
select cases.protect('contact', '''D6''');

create table cases.note (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  data_class text not null check (data_class in ('D3', 'D4', 'D5', 'D6', 'D7', 'D9', 'D10')),
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  at timestamptz not null,
  body text not null check (body <> '')
);
comment on table cases.note is 'A note with its class; D9 stays in the author''s institution, D10 with supervision.';
create index note_case on cases.note (case_id, at);
create index note_institution on cases.note (institution_id);
create index note_worker on cases.note (worker_id);
select cases.protect('note', 'note.data_class');
create policy own_notes on cases.note as restrictive for select to splot_worker using (data_class not in ('D9', 'D10') or institution_id = kernel.institution());
create policy not_professional on cases.note as restrictive for select to splot_participant using (data_class not in ('D9', 'D10'));

create table cases.review (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  plan_id uuid not null references cases.plan on delete restrict,
  number int not null,
  held_on date not null,
  kind text not null check (kind in ('scheduled', 'extra', 'final')),
  trigger_code text not null default '',
  present text not null,
  decision text not null check (decision in ('continue', 'change_plan', 'suspend', 'close')),
  minutes text not null default '',
  next_review_on date,
  recorded_by uuid not null references organisations.worker on delete restrict,
  recorded_at timestamptz not null,
  unique (case_id, number)
);
comment on table cases.review is 'A review of the plan by the team with its decision. Immutable once recorded.';
create index review_plan on cases.review (plan_id);
create index review_recorder on cases.review (recorded_by);
select cases.protect('review', '''D5''');

create table cases.review_item (
  review_id uuid not null references cases.review on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  result text not null check (result in ('done', 'in_progress', 'not_done')),
  reason text not null default '',
  primary key (review_id, lineage_id),
  check (result <> 'not_done' or reason <> '')
);
comment on table cases.review_item is 'What the review found about one item of the plan.';
create index review_item_case on cases.review_item (case_id);
select cases.protect('review_item', '''D5''');

create table cases.review_goal (
  review_id uuid not null references cases.review on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  lineage_id uuid not null,
  scale int not null check (scale between 0 and 4),
  primary key (review_id, lineage_id)
);
comment on table cases.review_goal is 'How near a goal is, 0–4, at a review.';
create index review_goal_case on cases.review_goal (case_id);
select cases.protect('review_goal', '''D5''');

create table cases.suspension (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  reason text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  resumed_on date check (resumed_on >= from_on),
  recorded_by uuid not null references organisations.worker on delete restrict,
  row_version int not null default 1
);
comment on table cases.suspension is 'The case rests: reason, from, until, and when it was resumed.';
create unique index suspension_open on cases.suspension (case_id) where resumed_on is null;
create index suspension_recorder on cases.suspension (recorded_by);
select cases.protect('suspension', '''D5''');

create table cases.outcome (
  case_id uuid primary key references cases.shared_case on delete cascade,
  code text not null,
  extra_codes text[] not null default '{}',
  left_on date not null,
  evidence_code text not null,
  employment_started_on date,
  employment_hours text not null default '' check (employment_hours in ('', 'full', 'half_or_more', 'under_half')),
  planned_months int check (planned_months between 0 and 600),
  progress_codes text[] not null default '{}',
  note text not null default '',
  informed_on date not null,
  recorded_by uuid not null references organisations.worker on delete restrict,
  recorded_at timestamptz not null,
  row_version int not null default 1
);
comment on table cases.outcome is 'The result of the case with its evidence.';
comment on column cases.outcome.progress_codes is 'Signs of social progress a–h (definition of social effectiveness).';
create index outcome_recorder on cases.outcome (recorded_by);
select cases.protect('outcome', '''D5''');

create table cases.closing_confirmation (
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  at timestamptz not null,
  primary key (case_id, institution_id)
);
comment on table cases.closing_confirmation is 'A partner confirms the closing; without it the case goes on after 14 days.';
create index closing_confirmation_institution on cases.closing_confirmation (institution_id);
create index closing_confirmation_worker on cases.closing_confirmation (worker_id);
select cases.protect('closing_confirmation', '''D1''');

create table cases.follow_up (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  stage text not null check (stage in ('F0', 'F3', 'F6', 'F12')),
  opens_on date not null,
  due_on date not null,
  done_on date,
  result text check (result in ('reached', 'unreachable', 'missed')),
  channel text,
  informant text,
  employment_status text,
  employment_kind text,
  same_job boolean,
  income_change text check (income_change in ('better', 'same', 'worse', 'unknown')),
  needs_help boolean,
  note text not null default '',
  recorded_by uuid references organisations.worker on delete restrict,
  row_version int not null default 1,
  unique (case_id, stage),
  check ((done_on is null) = (result is null))
);
comment on table cases.follow_up is 'How the person fares 4 weeks, 3, 6 and 12 months after leaving.';
create index follow_up_due on cases.follow_up (due_on) where done_on is null;
create index follow_up_recorder on cases.follow_up (recorded_by);
select cases.protect('follow_up', '''D5''');

create table cases.contact_try (
  id uuid primary key,
  follow_up_id uuid not null references cases.follow_up on delete cascade,
  case_id uuid not null references cases.shared_case on delete cascade,
  tried_on date not null,
  channel text not null,
  worker_id uuid not null references organisations.worker on delete restrict
);
comment on table cases.contact_try is 'Tries to reach the person for a follow-up: unreachable only after three on two channels.';
create index contact_try_follow_up on cases.contact_try (follow_up_id);
create index contact_try_case on cases.contact_try (case_id);
create index contact_try_worker on cases.contact_try (worker_id);
select cases.protect('contact_try', '''D5''');

create table cases.unmet_need (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  gmina_id text,
  need text not null,
  reason text not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  noted_on date not null
);
comment on table cases.unmet_need is 'A need that nobody could meet, without the person: material for local planning.';
create index unmet_need_partnership on cases.unmet_need (partnership_id, noted_on);
create index unmet_need_institution on cases.unmet_need (institution_id);
alter table cases.unmet_need enable row level security;
alter table cases.unmet_need force row level security;
create policy own_add on cases.unmet_need for insert to splot_worker with check (institution_id = kernel.institution());
create policy own_read on cases.unmet_need for select to splot_worker using (institution_id = kernel.institution());
grant select, insert on cases.unmet_need to splot_worker;
create policy note on cases.unmet_need for insert to splot_system with check (true);
grant insert on cases.unmet_need to splot_system;

-- What was approved or signed never changes, whoever writes.

create function cases.keep_approved() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state = 'approved' then
    raise exception 'an approved diagnosis cannot be changed' using errcode = 'check_violation', constraint = 'diagnosis_approved';
  end if;
  return new;
end
$$;
create trigger approved before update on cases.diagnosis for each row execute function cases.keep_approved();

create function cases.keep_parts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from cases.diagnosis d where d.id = new.diagnosis_id and d.state = 'approved') then
    raise exception 'an approved diagnosis cannot be changed' using errcode = 'check_violation', constraint = 'diagnosis_approved';
  end if;
  return new;
end
$$;
alter function cases.keep_parts() owner to splot_search;
grant select on cases.diagnosis, cases.plan to splot_search;
create policy lookup on cases.diagnosis for select to splot_search using (true);
create policy lookup on cases.plan for select to splot_search using (true);
create trigger approved before insert or update on cases.diagnosis_part for each row execute function cases.keep_parts();
create trigger approved before insert or update on cases.functional_conclusion for each row execute function cases.keep_parts();

create function cases.keep_signed() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state = 'superseded' or (old.state = 'signed' and (new.state <> 'superseded'
      or (new.next_review_on, new.contact_every_days, new.contact_form, new.own_obligation, new.signed_on) is distinct from (old.next_review_on, old.contact_every_days, old.contact_form, old.own_obligation, old.signed_on))) then
    raise exception 'a signed plan cannot be changed' using errcode = 'check_violation', constraint = 'plan_signed_version';
  end if;
  return new;
end
$$;
create trigger signed before update on cases.plan for each row execute function cases.keep_signed();

create function cases.keep_signed_parts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from cases.plan p where p.id = coalesce(new.plan_id, old.plan_id) and p.state <> 'draft') then
    raise exception 'a plan that is being signed or is signed cannot be changed' using errcode = 'check_violation', constraint = 'plan_signed_version';
  end if;
  return coalesce(new, old);
end
$$;
alter function cases.keep_signed_parts() owner to splot_search;
create trigger signed before insert or update or delete on cases.goal for each row execute function cases.keep_signed_parts();
create trigger signed before insert or update or delete on cases.plan_item for each row execute function cases.keep_signed_parts();

-- A draft plan may lose a goal or an item; nothing else in a case is ever deleted.
grant delete on cases.goal, cases.plan_item to splot_worker;
create policy drop_draft on cases.goal for delete to splot_worker using (exists (select from cases.plan p where p.id = goal.plan_id and p.state = 'draft'));
create policy drop_draft on cases.plan_item for delete to splot_worker using (exists (select from cases.plan p where p.id = plan_item.plan_id and p.state = 'draft'));

-- Dates for the clock that reminds: no content.
grant select (id, case_id, stage, opens_on, due_on, done_on) on cases.follow_up to splot_system;
create policy due on cases.follow_up for select to splot_system using (true);

create policy by_participant on cases.consent for update to splot_participant using (exists (select from cases.shared_case own where own.id = consent.case_id and own.person_id = kernel.person()));
create policy by_participant on cases.plan_signature for insert to splot_participant with check (
  signer = 'person' and exists (select from cases.shared_case own where own.id = plan_signature.case_id and own.person_id = kernel.person())
  and exists (select from cases.plan p where p.id = plan_signature.plan_id and p.state = 'signing'));
