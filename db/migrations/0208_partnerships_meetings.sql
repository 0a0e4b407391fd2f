-- Module: partnerships. Bodies that meet: the team of a partnership, the whole partnership, a Partner Group; their meetings.

create table partnerships.meeting_rule (
  what text not null check (what in ('silence_days', 'remind_days', 'guest_days')),
  amount int not null check (amount > 0),
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (what, valid_from)
);
comment on table partnerships.meeting_rule is 'Days that meetings are held to. Public data.';
comment on column partnerships.meeting_rule.what is 'silence_days: minutes without remarks count as agreed; remind_days: before a task is due; guest_days: addresses of guests are kept after a meeting.';
insert into partnerships.meeting_rule values
  ('silence_days', 7, 'ustalenie organizacyjne partnerstwa (regulamin pracy); brak przepisu', '2020-01-01', null),
  ('remind_days', 3, 'ustalenie organizacyjne; brak przepisu', '2020-01-01', null),
  ('guest_days', 365, 'RODO, art. 5 ust. 1 lit. e: rozliczenie spotkania; termin ustala administrator', '2020-01-01', null);

create table partnerships.body (
  id uuid primary key,
  kind text not null check (kind in ('team', 'whole', 'group')),
  partnership_id uuid references partnerships.partnership on delete cascade,
  convener_id uuid references organisations.institution on delete restrict,
  name text not null default '' check (length(name) <= 200),
  voivodeship_code text check (voivodeship_code ~ '^\d{2}$'),
  aim text not null default '' check (length(aim) <= 2000),
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  row_version int not null default 1,
  unique (partnership_id, kind),
  check ((kind = 'group') = (partnership_id is null)),
  check ((kind = 'group') = (convener_id is not null)),
  check ((kind = 'group') = (name <> ''))
);
comment on table partnerships.body is 'A body that meets: the working team of a partnership, the whole partnership, or a Partner Group of regional institutions, which is no one partnership''s.';
comment on column partnerships.body.convener_id is 'The institution that calls a Partner Group together, such as ROPS.';
create index body_convener on partnerships.body (convener_id) where convener_id is not null;

create table partnerships.body_member (
  id uuid primary key,
  body_id uuid not null references partnerships.body on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  exclude using gist (body_id with =, institution_id with =, daterange(joined_on, left_on, '[]') with &&)
);
comment on table partnerships.body_member is 'Institutions of a Partner Group, from–to.';
create index body_member_body on partnerships.body_member (body_id);
create index body_member_institution on partnerships.body_member (institution_id);

create table partnerships.meeting_series (
  id uuid primary key,
  body_id uuid not null references partnerships.body on delete cascade,
  title text not null check (length(title) between 1 and 200),
  rule text not null check (length(rule) <= 200),
  created_at timestamptz not null,
  unique (id, body_id)
);
comment on table partnerships.meeting_series is 'Meetings planned together by one rule of recurrence.';
create index meeting_series_body on partnerships.meeting_series (body_id);

create table partnerships.meeting (
  id uuid primary key,
  body_id uuid not null references partnerships.body on delete cascade,
  series_id uuid,
  title text not null check (length(title) between 1 and 200),
  aim text not null default '' check (length(aim) <= 2000),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  mode text not null check (mode in ('onsite', 'online', 'hybrid')),
  place text not null default '' check (length(place) <= 300),
  link text not null default '' check (length(link) <= 500 and (link = '' or link ~ '^https://')),
  chair_id uuid references organisations.worker on delete restrict,
  clerk_id uuid references organisations.worker on delete restrict,
  state text not null default 'planned' check (state in ('planned', 'called', 'held', 'cancelled')),
  reason text not null default '' check (length(reason) <= 500),
  sequence int not null default 0,
  row_version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (id, body_id),
  foreign key (series_id, body_id) references partnerships.meeting_series (id, body_id) on delete cascade,
  check (mode = 'online' or place <> '')
);
comment on table partnerships.meeting is 'A meeting: planned, called (invitations went out), held or cancelled.';
comment on column partnerships.meeting.sequence is 'How many times it was changed after it was called; calendars ask for it.';
create index meeting_body on partnerships.meeting (body_id, starts_at);
create index meeting_of_series on partnerships.meeting (series_id) where series_id is not null;
create index meeting_chair on partnerships.meeting (chair_id) where chair_id is not null;
create index meeting_clerk on partnerships.meeting (clerk_id) where clerk_id is not null;

create table partnerships.minutes (
  meeting_id uuid primary key,
  body_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'signed')),
  round int not null default 1 check (round > 0),
  general text not null default '' check (length(general) <= 20000),
  sent_at timestamptz,
  remarks_until date,
  signed_at timestamptz,
  signed_how text check (signed_how in ('people', 'silence')),
  content jsonb check (jsonb_typeof(content) = 'object'),
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  row_version int not null default 1,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  check ((state = 'draft') = (sent_at is null)),
  check ((state = 'draft') = (remarks_until is null)),
  check ((state = 'signed') = (signed_at is not null)),
  check ((state = 'signed') = (signed_how is not null)),
  check ((state = 'signed') = (content is not null)),
  check ((content is null) = (content_hash is null))
);
comment on table partnerships.minutes is 'The minutes of a meeting: draft, sent for remarks, signed. What was signed never changes; corrections are notes beside it.';
comment on column partnerships.minutes.round is 'How many times they went round; whoever agreed to an earlier text has not agreed to this one.';
comment on column partnerships.minutes.content is 'All that the minutes say, as they were signed.';

create table partnerships.attendee (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  worker_id uuid references organisations.worker on delete restrict,
  institution_id uuid references organisations.institution on delete restrict,
  name text not null default '' check (length(name) <= 200),
  organisation text not null default '' check (length(organisation) <= 200),
  guest_key text check (length(guest_key) between 1 and 420),
  invited_at timestamptz,
  answer text check (answer in ('comes', 'absent', 'sends')),
  substitute text not null default '' check (length(substitute) <= 200),
  answered_at timestamptz,
  came boolean not null default false,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  unique (id, body_id),
  unique (meeting_id, worker_id),
  unique (meeting_id, guest_key),
  check ((worker_id is null) = (name <> '')),
  check ((worker_id is null) = (guest_key is not null)),
  check (worker_id is null or institution_id is not null)
);
comment on table partnerships.attendee is 'Who is invited to a meeting or came: a worker, or a guest by name and organisation. One row is one attendance; people are counted by worker_id and guest_key.';
create index attendee_worker on partnerships.attendee (worker_id) where worker_id is not null;
create index attendee_institution on partnerships.attendee (institution_id) where institution_id is not null;
create index attendee_came on partnerships.attendee (body_id) where came;

create table partnerships.guest_contact (
  attendee_id uuid primary key,
  body_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  lang text not null default 'pl' check (lang in ('pl', 'en')),
  foreign key (attendee_id, body_id) references partnerships.attendee (id, body_id) on delete cascade
);
comment on table partnerships.guest_contact is 'Where a guest is written to. Only whoever runs the meetings of the body reads it; erased some time after the meeting.';

create table partnerships.meeting_link (
  hash text primary key,
  attendee_id uuid not null references partnerships.attendee on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at)
);
comment on table partnerships.meeting_link is 'Links in invitations. The secret stands in the letter alone, here is its hash.';
create index meeting_link_attendee on partnerships.meeting_link (attendee_id);

create table partnerships.calendar_link (
  hash text primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  created_at timestamptz not null,
  ended_at timestamptz check (ended_at >= created_at)
);
comment on table partnerships.calendar_link is 'Subscriptions of workers to the calendar of their meetings; the secret address is shown once, here is its hash.';
create index calendar_link_worker on partnerships.calendar_link (worker_id);

create table partnerships.agenda_point (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  position int not null check (position > 0),
  title text not null check (length(title) between 1 and 300),
  about text not null default '' check (length(about) <= 2000),
  lasts int not null default 10 check (lasts between 1 and 480),
  presenter_id uuid references organisations.institution on delete restrict,
  state text not null default 'agenda' check (state in ('proposed', 'agenda', 'left_out')),
  source_key text check (length(source_key) <= 200),
  href text check (href ~ '^/' and length(href) <= 300),
  proposed_by uuid references organisations.worker on delete restrict,
  notes text not null default '' check (length(notes) <= 20000),
  row_version int not null default 1,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  unique (id, meeting_id),
  unique (meeting_id, source_key)
);
comment on table partnerships.agenda_point is 'A point of the agenda, and what the minutes say of it. A point made from what is due has the key of its source.';
comment on column partnerships.agenda_point.lasts is 'Minutes planned for it.';
create index agenda_point_meeting on partnerships.agenda_point (meeting_id, position);
create index agenda_point_presenter on partnerships.agenda_point (presenter_id) where presenter_id is not null;
create index agenda_point_proposed on partnerships.agenda_point (proposed_by) where proposed_by is not null;

create table partnerships.meeting_file (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null references kernel.file on delete cascade,
  title text not null check (length(title) between 1 and 200),
  added_by uuid not null references organisations.worker on delete restrict,
  added_at timestamptz not null,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade
);
comment on table partnerships.meeting_file is 'Documents of a meeting.';
create index meeting_file_meeting on partnerships.meeting_file (meeting_id);
create index meeting_file_file on partnerships.meeting_file (file_id);
create index meeting_file_by on partnerships.meeting_file (added_by);

create table partnerships.decision (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  point_id uuid,
  year int not null check (year between 2000 and 2200),
  number int not null check (number > 0),
  body text not null check (length(body) between 1 and 4000),
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstained int check (abstained >= 0),
  valid_from date not null,
  check_on date,
  state text not null default 'in_force' check (state in ('in_force', 'carried_out', 'revoked')),
  settled_on date,
  revoked_by uuid references partnerships.decision on delete restrict check (revoked_by <> id),
  words tsvector,
  row_version int not null default 1,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  foreign key (point_id, meeting_id) references partnerships.agenda_point (id, meeting_id) on delete restrict,
  unique (body_id, year, number),
  check ((votes_for is null) = (votes_against is null) and (votes_for is null) = (abstained is null)),
  check ((state = 'in_force') = (settled_on is null)),
  check ((state = 'revoked') = (revoked_by is not null))
);
comment on table partnerships.decision is 'Decisions of a body, numbered within a year.';
create index decision_meeting on partnerships.decision (meeting_id);
create index decision_point on partnerships.decision (point_id) where point_id is not null;
create index decision_revoked_by on partnerships.decision (revoked_by) where revoked_by is not null;
create index decision_check on partnerships.decision (body_id, check_on) where state = 'in_force' and check_on is not null;

create table partnerships.meeting_task (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  point_id uuid,
  what text not null check (length(what) between 1 and 500),
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid references organisations.worker on delete restrict,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'started', 'done', 'dropped')),
  remark text not null default '' check (length(remark) <= 1000),
  settled_on date,
  reminded_on date,
  row_version int not null default 1,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  foreign key (point_id, meeting_id) references partnerships.agenda_point (id, meeting_id) on delete restrict,
  check ((state in ('done', 'dropped')) = (settled_on is not null))
);
comment on table partnerships.meeting_task is 'What an institution took upon itself at a meeting, and until when.';
create index meeting_task_meeting on partnerships.meeting_task (meeting_id);
create index meeting_task_point on partnerships.meeting_task (point_id) where point_id is not null;
create index meeting_task_institution on partnerships.meeting_task (institution_id, due_on) where state in ('open', 'started');
create index meeting_task_owner on partnerships.meeting_task (institution_id);
create index meeting_task_worker on partnerships.meeting_task (worker_id) where worker_id is not null;
create index meeting_task_due on partnerships.meeting_task (due_on) where state in ('open', 'started');

create table partnerships.minutes_remark (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  remark text not null check (length(remark) between 1 and 4000),
  made_at timestamptz not null,
  taken boolean,
  reply text not null default '' check (length(reply) <= 2000),
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade
);
comment on table partnerships.minutes_remark is 'A remark on minutes sent round, and what became of it.';
create index minutes_remark_meeting on partnerships.minutes_remark (meeting_id);
create index minutes_remark_institution on partnerships.minutes_remark (institution_id);
create index minutes_remark_worker on partnerships.minutes_remark (worker_id);

create table partnerships.minutes_signature (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  role text not null check (role in ('chair', 'member')),
  round int not null check (round > 0),
  signed_at timestamptz not null,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade,
  unique (meeting_id, round, institution_id, role)
);
comment on table partnerships.minutes_signature is 'Who agreed to the minutes as they were sent: the chair, and one person for each institution present.';
create index minutes_signature_institution on partnerships.minutes_signature (institution_id);
create index minutes_signature_worker on partnerships.minutes_signature (worker_id);

create table partnerships.minutes_note (
  id uuid primary key,
  body_id uuid not null,
  meeting_id uuid not null,
  worker_id uuid not null references organisations.worker on delete restrict,
  note text not null check (length(note) between 1 and 4000),
  made_at timestamptz not null,
  foreign key (meeting_id, body_id) references partnerships.meeting (id, body_id) on delete cascade
);
comment on table partnerships.minutes_note is 'Corrections of signed minutes: they stand beside them and change nothing.';
create index minutes_note_meeting on partnerships.minutes_note (meeting_id);
create index minutes_note_worker on partnerships.minutes_note (worker_id);
