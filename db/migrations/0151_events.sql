-- Module: events. Conferences, seminars, workshops, meetings, trainings: their dates, places, programmes and who comes.

create schema events authorization splot_owner;
grant usage on schema events to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema events to splot_search;
comment on schema events is 'Events that institutions of the network organise, and who registers and comes.';

create table events.rule (
  what text primary key check (what in ('needs_days', 'people_days', 'unconfirmed_hours', 'reminder_days', 'certificate_percent')),
  amount int not null check (amount > 0),
  source text not null
);
comment on table events.rule is 'How long something is kept or when it happens. Public data.';
comment on column events.rule.amount is 'Days after the last date of an event, hours after a form was sent, days before a date, or per cent of the dates.';
insert into events.rule values
  ('needs_days', 14, 'RODO, art. 5 ust. 1 lit. e i art. 9: potrzeby dostępności służą tylko temu wydarzeniu'),
  ('people_days', 365, 'RODO, art. 5 ust. 1 lit. e: rozliczenie wydarzenia; termin ustala administrator'),
  ('unconfirmed_hours', 48, 'RODO, art. 5 ust. 1 lit. e: zgłoszenie bez potwierdzonego adresu'),
  ('reminder_days', 2, 'ustalenie organizacyjne'),
  ('certificate_percent', 80, 'zwyczajowy próg frekwencji szkoleń; ustalenie organizacyjne');

create table events.event (
  id uuid primary key,
  number int generated always as identity unique,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100
    and slug not in ('manage', 'booked', 'ticket', 'door', 'certificates', 'feeds', 'file')),
  kind text not null check (kind in ('conference', 'seminar', 'workshop', 'meeting', 'training')),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled', 'held')),
  title_pl text not null check (length(title_pl) between 1 and 200),
  title_en text not null default '' check (length(title_en) <= 200),
  lead_pl text not null default '' check (length(lead_pl) <= 500),
  lead_en text not null default '' check (length(lead_en) <= 500),
  body_pl text not null default '' check (length(body_pl) <= 20000),
  body_en text not null default '' check (length(body_en) <= 20000),
  words tsvector,
  institution_id uuid not null references organisations.institution on delete restrict,
  contact_role text not null default '' check (length(contact_role) <= 120),
  contact_email text not null default '' check (length(contact_email) <= 254),
  contact_phone text not null default '' check (length(contact_phone) <= 40),
  mode text not null check (mode in ('onsite', 'online', 'hybrid')),
  place_name text not null default '' check (length(place_name) <= 200),
  street text not null default '' check (length(street) <= 200),
  locality text not null default '' check (length(locality) <= 120),
  locality_id int references territory.locality on delete set null,
  county_code text references territory.county on delete restrict,
  lat double precision,
  lon double precision,
  directions_pl text not null default '' check (length(directions_pl) <= 2000),
  directions_en text not null default '' check (length(directions_en) <= 2000),
  access text[] not null default '{}' check (cardinality(access) <= 20),
  access_note_pl text not null default '' check (length(access_note_pl) <= 1000),
  access_note_en text not null default '' check (length(access_note_en) <= 1000),
  rule text check (length(rule) <= 200),
  registration text not null check (registration in ('none', 'open', 'approval')),
  capacity int check (capacity between 1 and 5000),
  waiting boolean not null default true,
  most_together int not null default 5 check (most_together between 1 and 10),
  closes_at timestamptz,
  certificate boolean not null default false,
  hours numeric(5, 1) check (hours > 0),
  comments text not null default 'after' check (comments in ('off', 'before', 'after')),
  results_pl text not null default '' check (length(results_pl) <= 20000),
  results_en text not null default '' check (length(results_en) <= 20000),
  results_at timestamptz,
  sequence int not null default 0,
  reason_pl text not null default '' check (length(reason_pl) <= 500),
  reason_en text not null default '' check (length(reason_en) <= 500),
  first_at timestamptz,
  last_at timestamptz,
  created_by uuid references organisations.worker on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  row_version int not null default 1,
  check (mode = 'online' or state = 'draft' or county_code is not null),
  check ((lat is null) = (lon is null)),
  check (state = 'draft' or (published_at is not null and first_at is not null)),
  check (state <> 'cancelled' or reason_pl <> '')
);
comment on table events.event is 'What one registers for: one or more dates with one place and one programme. Public data unless a draft.';
comment on column events.event.number is 'The first part of the numbers of its certificates.';
comment on column events.event.rule is 'The recurrence from which the dates were made (RFC 5545), as it is told to calendars; null when they were given one by one.';
comment on column events.event.sequence is 'How many times those who registered were told of a change; the SEQUENCE of calendars.';
comment on column events.event.first_at is 'When the first date that stands begins; kept with the dates.';
comment on column events.event.hours is 'Teaching hours of 45 minutes, as they stand on a certificate.';
create index event_institution on events.event (institution_id);
create index event_locality on events.event (locality_id);
create index event_county on events.event (county_code);
create index event_author on events.event (created_by);
create index event_words on events.event using gin (words);
create index event_last on events.event (last_at, id) where state <> 'draft';

create table events.event_theme (
  event_id uuid not null references events.event on delete cascade,
  theme text not null references library.theme on delete restrict,
  primary key (event_id, theme)
);
comment on table events.event_theme is 'Subjects of an event. Public data.';
create index event_theme_theme on events.event_theme (theme, event_id);

create table events.occurrence (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  planned_at timestamptz,
  cancelled boolean not null default false,
  note_pl text not null default '' check (length(note_pl) <= 300),
  note_en text not null default '' check (length(note_en) <= 300),
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  unique (event_id, starts_at)
);
comment on table events.occurrence is 'The dates of an event, each on its own, also when a rule made them. Public data.';
comment on column events.occurrence.planned_at is 'Where the rule had put it: calendars know it by that moment; null when no rule made it.';
create index occurrence_starts on events.occurrence (starts_at, event_id);

create table events.session (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  occurrence_id uuid not null references events.occurrence on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  room text not null default '' check (length(room) <= 120),
  title_pl text not null check (length(title_pl) between 1 and 200),
  title_en text not null default '' check (length(title_en) <= 200),
  about_pl text not null default '' check (length(about_pl) <= 2000),
  about_en text not null default '' check (length(about_en) <= 2000),
  speakers_pl text not null default '' check (length(speakers_pl) <= 300),
  speakers_en text not null default '' check (length(speakers_en) <= 300)
);
comment on table events.session is 'The programme. Speakers stand in their public roles. Public data.';
create index session_event on events.session (event_id, starts_at);
create index session_occurrence on events.session (occurrence_id);

create table events.change (
  event_id uuid not null references events.event on delete cascade,
  sequence int not null,
  at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  primary key (event_id, sequence)
);
comment on table events.change is 'Versions of time and place, as they were told to those who registered. Public data.';

create table events.online (
  event_id uuid primary key references events.event on delete cascade,
  address text not null check (address ~ '^https://' and length(address) <= 500),
  note text not null default '' check (length(note) <= 500)
);
comment on table events.online is 'Where an event meets online: for the organiser and for those who have a place.';

create table events.registration (
  id uuid primary key,
  event_id uuid not null references events.event on delete restrict,
  place_in_queue bigint generated always as identity,
  state text not null check (state in ('unconfirmed', 'requested', 'waiting', 'confirmed', 'declined', 'cancelled')),
  institution_id uuid references organisations.institution on delete restrict,
  booked_by uuid references organisations.worker on delete set null,
  given_name text not null check (length(given_name) <= 100),
  family_name text not null check (length(family_name) <= 100),
  email text not null check (length(email) <= 254),
  organisation text not null default '' check (length(organisation) <= 200),
  lang text not null check (lang in ('pl', 'en')),
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  walk_in boolean not null default false,
  source_hash text not null default '',
  created_at timestamptz not null,
  settled_at timestamptz,
  reminded_at timestamptz,
  thanked_at timestamptz,
  erased_at timestamptz,
  row_version int not null default 1,
  unique (id, event_id),
  check (not walk_in or state = 'confirmed'),
  check (erased_at is null or (given_name, family_name, email, organisation) = ('', '', '', ''))
);
comment on table events.registration is 'Who wants a place at an event. Personal data: for the organiser, for whoever booked the place, and for the holder of the link from a letter.';
comment on column events.registration.institution_id is 'The institution that booked the place; null for a private person.';
comment on column events.registration.code is 'What the square code of the ticket holds, for the door.';
comment on column events.registration.source_hash is 'Hash of the network address and the day, for the limit of a day only.';
comment on column events.registration.place_in_queue is 'The order of the waiting list.';
create index registration_event on events.registration (event_id, state, place_in_queue);
create index registration_institution on events.registration (institution_id) where institution_id is not null;
create index registration_source on events.registration (source_hash, created_at) where source_hash <> '';
create index registration_booked on events.registration (booked_by);
create unique index registration_once on events.registration (event_id, lower(email))
  where institution_id is null and not walk_in and erased_at is null and state in ('requested', 'waiting', 'confirmed');

create table events.need (
  registration_id uuid primary key references events.registration on delete cascade,
  needs text[] not null default '{}' check (cardinality(needs) <= 20),
  note text not null default '' check (length(note) <= 1000)
);
comment on table events.need is 'What somebody needs to take part: an interpreter, a loop, a diet. Data of a special kind (RODO art. 9): for the organiser and the person alone, erased soon after the event.';

create table events.ticket (
  hash text primary key,
  registration_id uuid not null references events.registration on delete cascade,
  created_at timestamptz not null,
  void_at timestamptz
);
comment on table events.ticket is 'Hashes of the links in letters about a registration; the links stand in the letters alone.';
create index ticket_registration on events.ticket (registration_id);

create table events.attendance (
  occurrence_id uuid not null references events.occurrence on delete restrict,
  registration_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  way text not null check (way in ('code', 'list', 'walk_in')),
  marked_by uuid references organisations.worker on delete set null,
  taken_back_at timestamptz,
  primary key (occurrence_id, registration_id),
  foreign key (registration_id, event_id) references events.registration (id, event_id) on delete restrict
);
comment on table events.attendance is 'Who came on which date. A second scan changes nothing. Personal data while the registration has a name, figures afterwards.';
create index attendance_registration on events.attendance (registration_id, event_id);
create index attendance_event on events.attendance (event_id);
create index attendance_worker on events.attendance (marked_by);

create table events.material (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  file_id uuid not null references kernel.file on delete cascade,
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('material', 'minutes', 'results')),
  audience text not null check (audience in ('public', 'registered')),
  added_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table events.material is 'Files of an event: for everybody, or for those who have a place.';
create index material_event on events.material (event_id, added_at);
create index material_file on events.material (file_id);

create table events.evaluation (
  id uuid primary key,
  event_id uuid not null references events.event on delete cascade,
  useful int not null check (useful between 1 and 5),
  organised int not null check (organised between 1 and 5),
  accessible int not null check (accessible between 1 and 5),
  intend int not null check (intend between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000)
);
comment on table events.evaluation is 'Answers after an event, without a name, a time or a link to anybody; read only added up, from five on.';
create index evaluation_event on events.evaluation (event_id);

create table events.evaluation_given (
  registration_id uuid primary key references events.registration on delete cascade
);
comment on table events.evaluation_given is 'Who has answered, not what: nobody answers twice.';

create table events.certificate (
  registration_id uuid primary key,
  event_id uuid not null,
  number text not null unique,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  issued_on date not null,
  dates int not null check (dates > 0),
  hours numeric(5, 1),
  foreign key (registration_id, event_id) references events.registration (id, event_id) on delete restrict
);
comment on table events.certificate is 'Register of certificates of attendance. The name stands in the registration alone; whoever checks a number learns no person.';
create index certificate_event on events.certificate (event_id, registration_id);

-- Who the holder of a presented link is. The link itself is shown to the transaction by its hash.
set local role splot_search;
create function events.held() returns uuid
language sql stable security definer set search_path = '' as $$
  select t.registration_id from events.ticket t where t.hash = nullif(current_setting('app.ticket', true), '') and t.void_at is null
$$;
-- Whether the acting worker organises events for the acting institution.
create function events.organises() returns boolean
language sql stable security definer set search_path = '' as $$
  select organisations.holds(array['head', 'partnership_coordinator', 'editor'])
$$;
-- Whether the holder's address has a place already by another letter.
create function events.placed_already() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from events.registration mine join events.registration other
      on other.event_id = mine.event_id and lower(other.email) = lower(mine.email) and other.id <> mine.id
    where mine.id = events.held() and other.institution_id is null and not other.walk_in and other.erased_at is null
      and other.state in ('requested', 'waiting', 'confirmed'))
$$;
-- Which place in the queue the holder has, from one on.
create function events.place_in_queue(of_registration uuid) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from events.registration mine join events.registration other
      on other.event_id = mine.event_id and other.state = 'waiting' and other.place_in_queue <= mine.place_in_queue
    where mine.id = of_registration and mine.state = 'waiting'
$$;
-- How many places are taken and how many people wait. No names, so everybody may know.
create function events.standing(of_event uuid) returns table (taken int, waiting int)
language sql volatile security definer set search_path = '' as $$
  select (count(*) filter (where r.state = 'confirmed'))::int, (count(*) filter (where r.state = 'waiting'))::int
  from events.registration r where r.event_id = of_event and r.state in ('confirmed', 'waiting')
$$;
-- Whoever gives or takes places of an event waits for the others who do, until the end of the transaction.
create function events.hold_places(of_event uuid) returns void
language sql volatile security definer set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended(of_event::text, 150))
$$;
-- The second wall against overbooking, whatever the program decided. Only at the door may there be more.
create function events.guard_capacity() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare most int;
begin
  if new.state <> 'confirmed' or new.walk_in or (tg_op = 'UPDATE' and old.state = 'confirmed') then return new; end if;
  perform events.hold_places(new.event_id);
  select e.capacity into most from events.event e where e.id = new.event_id;
  if most is not null and (select s.taken from events.standing(new.event_id) s) >= most then
    raise exception 'events: no free place' using errcode = '23514', constraint = 'registration_capacity';
  end if;
  return new;
end
$$;
-- What a number of a certificate stands for; never whose it is.
create function events.certificate_of(of_code text) returns table (number text, event_id uuid, issued_on date, dates int, hours numeric)
language sql stable security definer set search_path = '' as $$
  select c.number, c.event_id, c.issued_on, c.dates, c.hours from events.certificate c where c.code = of_code
$$;
-- Answers after an event added up, from five on.
create function events.evaluation_of(of_event uuid)
returns table (answers int, useful numeric, organised numeric, accessible numeric, intend numeric, comments text[])
language sql stable security definer set search_path = '' as $$
  select count(*)::int, round(avg(v.useful), 1), round(avg(v.organised), 1), round(avg(v.accessible), 1), round(avg(v.intend), 1),
    coalesce(array_agg(v.comment order by v.id) filter (where v.comment <> ''), '{}')
  from events.evaluation v join events.event e on e.id = v.event_id
  where v.event_id = of_event and e.institution_id = kernel.institution() and events.organises()
  having count(*) >= 5
$$;
-- A private person asks for a place. Nothing is given before the address is confirmed by the link in a letter. Above twenty
-- wishes a source and day the answer is `too_many`; above three an address and event nothing is kept, and nobody is told.
create function events.ask(new_id uuid, of_event uuid, given text, family text, mail text, from_organisation text, language text, ticket_code text,
  wanted text[], remark text, source text) returns text
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from events.event e where e.id = of_event and e.state = 'published' and e.registration <> 'none'
      and coalesce(e.closes_at, e.last_at) > kernel.instant()) then
    return 'closed';
  end if;
  if (select count(*) from events.registration r where r.source_hash = source and r.created_at > kernel.instant() - interval '1 day') >= 20 then
    return 'too_many';
  end if;
  if (select count(*) from events.registration r where r.event_id = of_event and r.state = 'unconfirmed' and r.email = mail) >= 3 then
    return 'silent';
  end if;
  insert into events.registration (id, event_id, state, given_name, family_name, email, organisation, lang, code, source_hash, created_at)
  values (new_id, of_event, 'unconfirmed', given, family, mail, from_organisation, language, ticket_code, source, kernel.instant());
  if cardinality(wanted) > 0 or remark <> '' then
    insert into events.need values (new_id, wanted, remark);
  end if;
  return 'asked';
end
$$;
revoke execute on function events.ask(uuid, uuid, text, text, text, text, text, text, text[], text, text) from public;
grant execute on function events.ask(uuid, uuid, text, text, text, text, text, text, text[], text, text) to splot_public, splot_participant;
revoke execute on function events.held(), events.placed_already(), events.place_in_queue(uuid), events.organises(), events.standing(uuid), events.hold_places(uuid), events.certificate_of(text),
  events.evaluation_of(uuid) from public;
grant execute on function events.held(), events.placed_already(), events.place_in_queue(uuid), events.standing(uuid), events.hold_places(uuid), events.certificate_of(text)
  to splot_public, splot_participant, splot_worker, splot_system;
grant execute on function events.organises(), events.evaluation_of(uuid) to splot_worker;
set local role splot_owner;

-- Whoever does not organise the event gets a place only as the event gives them: in turn, or after approval.
create function events.guard_state() returns trigger
language plpgsql set search_path = '' as $$
declare mode text;
begin
  if current_user not in ('splot_public', 'splot_participant', 'splot_worker') or new.state = 'cancelled'
    or (tg_op = 'UPDATE' and old.state = new.state) then return new; end if;
  if current_user = 'splot_worker' then
    if exists (select from events.event e
      where e.id = new.event_id and e.institution_id = kernel.institution() and events.organises()) then return new; end if;
  end if;
  if tg_op = 'UPDATE' and old.state <> 'unconfirmed' then raise exception 'events: not theirs to decide' using errcode = '42501'; end if;
  perform events.hold_places(new.event_id);
  select e.registration into mode from events.event e where e.id = new.event_id and e.state = 'published';
  if mode is null or mode = 'none' or (mode = 'approval' and new.state <> 'requested')
    or (new.state = 'confirmed' and (select s.waiting from events.standing(new.event_id) s) > 0) then
    raise exception 'events: not theirs to decide' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger guard_state before insert or update of state on events.registration
  for each row execute function events.guard_state();
-- Links and needs belong to a person, not to a place: they end when somebody else comes, and when the person is erased.
set local role splot_search;
create function events.forget_former() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  update events.ticket set void_at = kernel.instant() where registration_id = new.id and void_at is null;
  update events.need set needs = '{}', note = '' where registration_id = new.id;
  return null;
end
$$;
set local role splot_owner;
create trigger forget_former after update of email on events.registration
  for each row when (old.email <> new.email) execute function events.forget_former();
create trigger guard_capacity before insert or update of state on events.registration
  for each row execute function events.guard_capacity();

do $$
declare t text;
begin
  foreach t in array array['rule', 'event', 'event_theme', 'occurrence', 'session', 'change', 'online', 'registration', 'need', 'ticket', 'attendance',
    'material', 'evaluation', 'evaluation_given', 'certificate'] loop
    execute format('alter table events.%I enable row level security', t);
    execute format('alter table events.%I force row level security', t);
    execute format('create policy work on events.%I to splot_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on events.%I to splot_system', t);
  end loop;
  foreach t in array array['event', 'event_theme', 'occurrence', 'session', 'change'] loop
    execute format('grant select on events.%I to splot_public, splot_participant, splot_worker, splot_search', t);
  end loop;
  -- What hangs on an event is seen by whoever sees the event.
  foreach t in array array['event_theme', 'occurrence', 'session', 'change'] loop
    execute format('create policy seen on events.%I for select to splot_public, splot_participant, splot_worker using (exists (select from events.event e where e.id = event_id))', t);
    execute format('create policy organisers on events.%I to splot_worker
      using (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))
      with check (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))', t);
  end loop;
  grant insert, delete on events.event_theme to splot_worker;
  grant insert, update, delete on events.occurrence, events.session to splot_worker;
  -- What was told stays.
  grant insert on events.change to splot_worker;
  -- Who is in a list is for the organiser.
  foreach t in array array['online', 'registration', 'attendance', 'material', 'certificate'] loop
    execute format('create policy organisers_read on events.%I for select to splot_worker
      using (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))', t);
    execute format('create policy organisers_add on events.%I for insert to splot_worker
      with check (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))', t);
    execute format('create policy organisers_change on events.%I for update to splot_worker
      using (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))
      with check (exists (select from events.event e where e.id = event_id and e.institution_id = kernel.institution() and (select events.organises())))', t);
    execute format('grant select, insert on events.%I to splot_worker', t);
  end loop;
  -- What hangs on a registration is read by its holder.
  foreach t in array array['attendance', 'certificate', 'evaluation_given', 'need'] loop
    execute format('create policy holder on events.%I for select to splot_public, splot_participant, splot_worker using (registration_id = (select events.held()))', t);
    execute format('grant select on events.%I to splot_public, splot_participant, splot_worker', t);
  end loop;
end
$$;

create policy everybody on events.rule for select using (true);
grant select on events.rule to splot_public, splot_participant, splot_worker, splot_search;

create policy everybody on events.event for select to splot_public, splot_participant, splot_worker using (state <> 'draft');
create policy door on events.event for select to splot_search using (true);
create policy organisers on events.event to splot_worker
  using (institution_id = kernel.institution() and (select events.organises()))
  with check (institution_id = kernel.institution() and (select events.organises()));
grant insert, update on events.event to splot_worker;

grant update on events.online to splot_worker;
grant update (withdrawn_at) on events.material to splot_worker;
grant delete on events.online to splot_system;

grant select on events.registration to splot_public, splot_participant, splot_search;
create policy door on events.registration for select to splot_search using (true);
create policy holder on events.registration for select to splot_public, splot_participant, splot_worker using (id = (select events.held()));
create policy holder_change on events.registration for update to splot_public, splot_participant, splot_worker
  using (id = (select events.held()) and state <> 'declined')
  with check (id = (select events.held()) and state in ('requested', 'waiting', 'confirmed', 'cancelled'));
grant update (state, settled_at, row_version) on events.registration to splot_public, splot_participant;
create policy door_add on events.registration for insert to splot_search with check (true);
grant insert on events.registration to splot_search;
create policy door_add on events.need for insert to splot_search with check (true);
grant insert on events.need to splot_search;
create policy booked on events.registration for select to splot_worker
  using (institution_id = kernel.institution()
    and (booked_by = kernel.worker() or (select organisations.holds(array['head', 'institution_admin']))));
create policy book on events.registration for insert to splot_worker
  with check (institution_id = kernel.institution() and booked_by = kernel.worker() and not walk_in and state in ('requested', 'waiting', 'confirmed'));
create policy booked_change on events.registration for update to splot_worker
  using (institution_id = kernel.institution()
    and (booked_by = kernel.worker() or (select organisations.holds(array['head', 'institution_admin']))) and state <> 'declined')
  with check (institution_id = kernel.institution() and state in ('requested', 'waiting', 'confirmed', 'cancelled'));
grant update (state, given_name, family_name, email, organisation, lang, code, settled_at, row_version) on events.registration to splot_worker;

-- A place opens the address of the meeting and the files: who sees a registration that has one is its holder, its institution or the organiser.
create policy placed on events.online for select to splot_public, splot_participant, splot_worker
  using (exists (select from events.registration r where r.event_id = online.event_id and r.state = 'confirmed'));
grant select on events.online, events.material to splot_public, splot_participant;
create policy everybody on events.material for select to splot_public, splot_participant, splot_worker
  using (audience = 'public' and withdrawn_at is null and exists (select from events.event e where e.id = event_id));
create policy placed on events.material for select to splot_public, splot_participant, splot_worker
  using (withdrawn_at is null and exists (select from events.registration r where r.event_id = material.event_id and r.state = 'confirmed'));
create policy event_material on kernel.file for select to splot_public, splot_participant, splot_worker
  using (exists (select from events.material m where m.file_id = file.id));

create policy organisers_read on events.need for select to splot_worker
  using (exists (select from events.registration r join events.event e on e.id = r.event_id
    where r.id = registration_id and e.institution_id = kernel.institution() and (select events.organises())));
create policy holder_add on events.need for insert to splot_public, splot_participant, splot_worker with check (registration_id = (select events.held()));
create policy holder_change on events.need for update to splot_public, splot_participant, splot_worker
  using (registration_id = (select events.held())) with check (registration_id = (select events.held()));
grant select, insert on events.need to splot_public, splot_participant, splot_worker;
grant update (needs, note) on events.need to splot_public, splot_participant, splot_worker;

grant update (taken_back_at, at, way, marked_by) on events.attendance to splot_worker;

create policy answer on events.evaluation for insert to splot_public, splot_participant, splot_worker
  with check (exists (select from events.registration r where r.id = (select events.held()) and r.event_id = evaluation.event_id));
grant insert on events.evaluation to splot_public, splot_participant, splot_worker;
create policy answered on events.evaluation_given for insert to splot_public, splot_participant, splot_worker
  with check (registration_id = (select events.held()));
grant insert on events.evaluation_given to splot_public, splot_participant, splot_worker;

create policy door on events.ticket for select to splot_search using (true);
create policy door on events.evaluation for select to splot_search using (true);
create policy door on events.certificate for select to splot_search using (true);
grant select on events.ticket, events.evaluation, events.certificate to splot_search;
create policy forget on events.ticket for update to splot_search using (true) with check (true);
create policy forget on events.need for update to splot_search using (true) with check (true);
create policy door on events.need for select to splot_search using (true);
grant select, update on events.need to splot_search;
grant update on events.ticket to splot_search;
