-- Module: advice. Questions to advice desks, who answers them, and what has become of each.
--
-- Whoever asks needs no account. A secret link opens one question, and only its hash is kept: a transaction names it in
-- app.advice_key, advice.opened() turns it into that question, and the definer functions of 0221 are all it reaches.
-- Workers see the questions of the desks they belong to today (advice.mine()), and nothing of any other.

create schema advice authorization splot_owner;
grant usage on schema advice to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema advice to splot_search;
comment on schema advice is 'Advice desks: questions, answers, who answers what, in what time.';

create table advice.desk (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name_pl text not null check (length(name_pl) between 1 and 200),
  name_en text not null default '' check (length(name_en) <= 200),
  lead_pl text not null default '' check (length(lead_pl) <= 1000),
  lead_en text not null default '' check (length(lead_en) <= 1000),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  counties text[] not null default '{}' check (cardinality(counties) <= 400),
  is_default boolean not null default false,
  is_open boolean not null default true,
  state text not null default 'active' check (state in ('active', 'ended')),
  created_at timestamptz not null,
  ended_at timestamptz,
  row_version int not null default 1,
  check ((state = 'ended') = (ended_at is not null))
);
comment on table advice.desk is 'An advice desk of an institution. Public data.';
comment on column advice.desk.counties is 'TERYT codes it serves; empty is the whole country.';
comment on column advice.desk.is_default is 'Takes the questions no other desk is for; one in the system.';
comment on column advice.desk.is_open is 'Takes questions from the public form.';
create index desk_institution on advice.desk (institution_id);
create unique index desk_default on advice.desk (is_default) where is_default and state = 'active';

create table advice.desk_worker (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  role text not null check (role in ('reception', 'adviser', 'reviewer', 'lead')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  unique (id, desk_id),
  exclude using gist (desk_id with =, worker_id with =, role with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table advice.desk_worker is 'Who works at a desk, from–to; experts of other institutions too. Worth nothing without the function of an adviser in the own institution.';
create index desk_worker_desk on advice.desk_worker (desk_id);
create index desk_worker_worker on advice.desk_worker (worker_id);

create table advice.topic (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  parent_code text references advice.topic on delete restrict check (parent_code <> code),
  name_pl text not null check (length(name_pl) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  legal boolean not null default false,
  position int not null default 0,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null
);
comment on table advice.topic is 'Topics of questions, a tree. Public data.';
comment on column advice.topic.legal is 'An answer is about what the law says: it waits for a second pair of eyes.';
create index topic_parent on advice.topic (parent_code);

create table advice.caller_category (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{1,30}$'),
  name_pl text not null,
  name_en text not null,
  position int not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null
);
comment on table advice.caller_category is 'Who asks, in kinds. Public data.';

create table advice.expertise (
  id uuid primary key,
  desk_worker_id uuid not null,
  desk_id uuid not null,
  topic_code text references advice.topic on delete restrict,
  counties text[] not null default '{}' check (cardinality(counties) <= 400),
  foreign key (desk_worker_id, desk_id) references advice.desk_worker (id, desk_id) on delete cascade
);
comment on table advice.expertise is 'What somebody at a desk knows: a topic with all below it (null is any), in these counties (none is everywhere).';
create index expertise_desk_worker on advice.expertise (desk_worker_id, desk_id);
create index expertise_desk on advice.expertise (desk_id);
create index expertise_topic on advice.expertise (topic_code);

create table advice.rule (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code in ('first_answer_days', 'urgent_answer_days', 'again_answer_days', 'close_days', 'contact_months', 'words_years',
    'link_days', 'per_network_day', 'presence_seconds')),
  desk_id uuid references advice.desk on delete cascade,
  value int not null check (value >= 0),
  derived boolean not null default true,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null check (source <> ''),
  unique nulls not distinct (code, desk_id, valid_from)
);
comment on table advice.rule is 'Times of answers, of closing and of keeping; of a desk, or of all where desk_id is null. Public data.';
comment on column advice.rule.derived is 'An arrangement, not what a law says.';
create index rule_desk on advice.rule (desk_id);
insert into advice.rule (code, value, valid_from, source) values
  ('first_answer_days', 2, '2000-01-01', 'Ustalenie Splotu na wzór telefonicznych centrów doradczych: pierwsza odpowiedź w 2 dni robocze'),
  ('urgent_answer_days', 0, '2000-01-01', 'Ustalenie Splotu: pytanie osoby w kryzysie tego samego dnia roboczego'),
  ('again_answer_days', 2, '2000-01-01', 'Ustalenie Splotu: odpowiedź na dalsze pytanie w 2 dni robocze'),
  ('close_days', 14, '2000-01-01', 'Ustalenie Splotu: po tylu dniach od odpowiedzi pytanie zamyka się samo'),
  ('contact_months', 12, '2000-01-01', 'RODO art. 5 ust. 1 lit. e; ustalenie administratora: dane kontaktowe, miesiące od zamknięcia'),
  ('words_years', 5, '2000-01-01', 'RODO art. 5 ust. 1 lit. e; ustalenie administratora: treść pytań i odpowiedzi, lata od zamknięcia'),
  ('link_days', 400, '2000-01-01', 'Ustalenie administratora: przez ile dni działa odsyłacz do pytania'),
  ('per_network_day', 20, '2000-01-01', 'Ustalenie administratora: formularzy na dobę bez konta z jednego adresu sieciowego'),
  ('presence_seconds', 45, '2000-01-01', 'Ustalenie Splotu: po tylu sekundach bez znaku nikogo już nie ma na stronie');

create table advice.crisis_phrase (
  phrase text primary key check (phrase = lower(phrase) and phrase <> ''),
  lang text not null check (lang in ('pl', 'en', 'uk')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null check (source <> '')
);
comment on table advice.crisis_phrase is 'Beginnings of words, one after another, that somebody in a crisis or in danger writes; without diacritics. Public data.';

create table advice.transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
comment on table advice.transition is 'The ways of a question through its states. Public data.';
insert into advice.transition values
  ('new', 'assigned'), ('new', 'answered'), ('new', 'closed'),
  ('assigned', 'new'), ('assigned', 'answered'), ('assigned', 'closed'),
  ('answered', 'closed'), ('answered', 'reopened'),
  ('closed', 'reopened'),
  ('reopened', 'answered'), ('reopened', 'closed'),
  -- A duplicate that was joined by mistake goes back to where it stood; see keep_state.
  ('closed', 'new'), ('closed', 'assigned'), ('closed', 'answered');

create table advice.counter (
  year int primary key,
  last int not null
);
comment on table advice.counter is 'The last number of a question in a year.';

create table advice.question (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  number text not null unique check (number ~ '^[0-9]{4}/[0-9]{6,}$'),
  channel text not null check (channel in ('web', 'mail', 'phone', 'visit')),
  state text not null default 'new' check (state in ('new', 'assigned', 'answered', 'closed', 'reopened')),
  caller_category text references advice.caller_category on delete restrict,
  county_code text references territory.county on delete restrict,
  topic_code text references advice.topic on delete restrict,
  subject text not null default '' check (length(subject) <= 200),
  lang text not null default 'pl' check (lang in ('pl', 'en', 'uk')),
  anonymous boolean not null default true,
  urgent boolean not null default false,
  needs_review boolean not null default false,
  in_review boolean not null default false,
  asked_at timestamptz not null,
  first_due_on date not null,
  due_on date,
  call_back_at timestamptz,
  first_answered_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  assigned_to uuid references organisations.worker on delete restrict,
  taken_by uuid references organisations.worker on delete restrict,
  merged_into uuid references advice.question on delete restrict check (merged_into <> id),
  erased_at timestamptz,
  is_demo boolean not null default false,
  row_version int not null default 1,
  unique (id, desk_id),
  check ((state in ('new', 'assigned', 'reopened')) = (due_on is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'answered' or answered_at is not null),
  check (state <> 'assigned' or assigned_to is not null),
  check (merged_into is null or state = 'closed')
);
comment on table advice.question is 'What somebody asked a desk. Personal data where the words tell of a person: read by the workers of that desk alone.';
comment on column advice.question.due_on is 'Until when an answer is promised; null when none is awaited.';
comment on column advice.question.first_due_on is 'Until when the first answer was promised: what reports count by.';
comment on column advice.question.answered_at is 'The last answer.';
comment on column advice.question.urgent is 'Somebody in a crisis may have written it.';
comment on column advice.question.needs_review is 'Answers wait for a second pair of eyes: of its topic, or asked for.';
comment on column advice.question.in_review is 'An answer waits for a reviewer now.';
comment on column advice.question.taken_by is 'Who wrote down a call or a visit.';
comment on column advice.question.merged_into is 'A duplicate: the answer goes out from that question.';
comment on column advice.question.erased_at is 'When the words were erased; what is counted stays.';
create index question_newest on advice.question (desk_id, asked_at desc, id desc);
create index question_due on advice.question (desk_id, due_on, id) where due_on is not null;
create index question_mine on advice.question (assigned_to, due_on, id) where due_on is not null;
create index question_unassigned on advice.question (desk_id, due_on, id) where due_on is not null and assigned_to is null;
create index question_review on advice.question (desk_id, due_on, id) where in_review;
create index question_state on advice.question (desk_id, state, asked_at desc, id desc);
create index question_topic on advice.question (desk_id, topic_code, asked_at desc, id desc);
create index question_county on advice.question (desk_id, county_code, asked_at desc, id desc);
create index question_channel on advice.question (desk_id, channel, asked_at desc, id desc);
create index question_assigned on advice.question (assigned_to);
create index question_taken on advice.question (taken_by);
create index question_topic_fk on advice.question (topic_code);
create index question_county_fk on advice.question (county_code);
create index question_category on advice.question (caller_category);
create index question_merged on advice.question (merged_into) where merged_into is not null;
create index question_answered on advice.question (answered_at) where state = 'answered';
create index question_closed on advice.question (closed_at) where state = 'closed' and erased_at is null;

create table advice.asker (
  question_id uuid primary key,
  desk_id uuid not null,
  name text not null default '' check (length(name) <= 200),
  email text not null default '' check (length(email) <= 254 and email = lower(email)),
  phone text not null default '' check (length(phone) <= 40),
  account_id uuid,
  source_hash text not null default '',
  erased_at timestamptz,
  check (erased_at is null or (name, email, phone, source_hash) = ('', '', '', '') and account_id is null),
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.asker is 'How to reach who asked; none for somebody anonymous. Personal data (D1): for the desk, erased a time after closing that is a rule, or when the person wishes.';
create index asker_desk on advice.asker (desk_id);
create index asker_email on advice.asker (email) where email <> '';
create index asker_account on advice.asker (account_id) where account_id is not null;

create table advice.message (
  id uuid primary key,
  question_id uuid not null,
  desk_id uuid not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  state text not null check (state in ('draft', 'waiting_review', 'sent')),
  body text not null check (length(body) <= 20000),
  spoken boolean not null default false,
  author_id uuid references organisations.worker on delete restrict,
  written_at timestamptz not null,
  sent_at timestamptz,
  reviewer_id uuid references organisations.worker on delete restrict,
  reviewed_at timestamptz,
  review_note text not null default '' check (length(review_note) <= 2000),
  mail_id text check (length(mail_id) between 1 and 998),
  row_version int not null default 1,
  unique (id, question_id, desk_id),
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade,
  check ((state = 'sent') = (sent_at is not null)),
  check (direction = 'out' or state = 'sent'),
  check (reviewer_id <> author_id),
  check ((reviewer_id is null) = (reviewed_at is null))
);
comment on table advice.message is 'What was asked, answered and noted inside. Personal data where the words tell of a person; notes never leave the desk.';
comment on column advice.message.spoken is 'Said at once on the telephone or face to face, and written down afterwards.';
comment on column advice.message.mail_id is 'Message-ID of the letter it came or left in.';
create index message_question on advice.message (question_id, desk_id, written_at);
create index message_desk on advice.message (desk_id);
create index message_author on advice.message (author_id);
create index message_reviewer on advice.message (reviewer_id);
create unique index message_mail on advice.message (mail_id) where mail_id is not null;
create unique index message_draft on advice.message (question_id, author_id) where state = 'draft';
create unique index message_one_review on advice.message (question_id) where state = 'waiting_review';

create table advice.attachment (
  file_id uuid primary key references kernel.file on delete cascade,
  message_id uuid not null,
  question_id uuid not null,
  desk_id uuid not null,
  foreign key (message_id, question_id, desk_id) references advice.message (id, question_id, desk_id) on delete cascade on update cascade
);
comment on table advice.attachment is 'Files that came or left with a message.';
create index attachment_message on advice.attachment (message_id, question_id, desk_id);
create index attachment_desk on advice.attachment (desk_id);

create table advice.event (
  id uuid primary key,
  question_id uuid not null,
  desk_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  worker_id uuid references organisations.worker on delete restrict,
  detail jsonb not null default '{}',
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.event is 'What happened with a question and who did it; codes and ids only.';
create index event_question on advice.event (question_id, desk_id, at);
create index event_desk on advice.event (desk_id);
create index event_worker on advice.event (worker_id);

create table advice.presence (
  question_id uuid not null,
  worker_id uuid not null references organisations.worker on delete cascade,
  desk_id uuid not null,
  writes boolean not null,
  seen_at timestamptz not null,
  primary key (question_id, worker_id),
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.presence is 'Who has a question open now, so that two do not answer it at once; gone after a day.';
create index presence_question on advice.presence (question_id, desk_id);
create index presence_worker on advice.presence (worker_id);
create index presence_desk on advice.presence (desk_id);

create table advice.rating (
  question_id uuid primary key,
  desk_id uuid not null,
  score int not null check (score between 1 and 5),
  words text not null default '' check (length(words) <= 2000),
  rated_at timestamptz not null,
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.rating is 'Whether the answer helped: 1 not at all, 5 very much. Words are personal data where they tell of a person.';
create index rating_desk on advice.rating (desk_id);

create table advice.link (
  hash text primary key,
  question_id uuid not null references advice.question on delete cascade,
  kind text not null check (kind in ('link', 'code')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table advice.link is 'Hashes of the links and written-down codes that open one question. Personal data: read by nobody but the functions here and the system.';
create index link_question on advice.link (question_id);
create index link_expires on advice.link (expires_at);

create table advice.attempt (
  id uuid primary key,
  source_hash text not null,
  at timestamptz not null
);
comment on table advice.attempt is 'Forms sent without an account, by a hash of the day and the network address, for the limit of a day; gone after two days.';
create index attempt_source on advice.attempt (source_hash, at);
create index attempt_at on advice.attempt (at);

create table advice.question_words (
  question_id uuid primary key,
  desk_id uuid not null,
  asked_at timestamptz not null,
  words tsvector not null,
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.question_words is 'Stems of a question and its messages, for the search of the desk. Read through advice.find alone.';
comment on column advice.question_words.asked_at is 'Of the question, which it never changes: the newest are found without reading every one that holds the words.';
create index question_words_words on advice.question_words using gin (words);
create index question_words_desk on advice.question_words (desk_id);

-- Desks of whoever acts today. A small set: ask it once a statement, `desk_id = any (coalesce((select advice.mine()), '{}'))`.
set local role splot_search;
create function advice.mine() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct d.desk_id), '{}') from advice.desk_worker d
  where d.worker_id = kernel.worker() and d.valid_from <= kernel.today() and (d.valid_to is null or d.valid_to >= kernel.today())
    and organisations.holds(array['adviser'])
$$;
-- Desks whose set-up whoever acts may change: of the own institution for its head, and those they lead.
create function advice.led() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(d.id), '{}') from advice.desk d
  where d.institution_id = kernel.institution() and organisations.holds(array['head'])
    or organisations.holds(array['adviser']) and exists (select from advice.desk_worker w
      where w.desk_id = d.id and w.worker_id = kernel.worker() and w.role = 'lead'
        and w.valid_from <= kernel.today() and (w.valid_to is null or w.valid_to >= kernel.today()))
$$;
create function advice.holds_role(desk uuid, wanted text[], worker uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from advice.desk_worker w where w.desk_id = desk and w.worker_id = worker and w.role = any (wanted)
    and w.valid_from <= kernel.today() and (w.valid_to is null or w.valid_to >= kernel.today()))
$$;
-- A rule of a desk, or of all.
create function advice.value_of(wanted text, desk uuid) returns int language sql stable security definer set search_path = '' as $$
  select r.value from advice.rule r where r.code = wanted and (r.desk_id = desk or r.desk_id is null)
    and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())
  order by r.desk_id nulls last, r.valid_from desc limit 1
$$;
-- The next number of the year; holes are no harm.
create function advice.next_number() returns text language plpgsql security definer set search_path = '' as $$
declare
  this int := extract(year from kernel.today());
  next int;
begin
  insert into advice.counter as c (year, last) values (this, 1) on conflict (year) do update set last = c.last + 1 returning c.last into next;
  return this || '/' || lpad(next::text, 6, '0');
end
$$;
-- The question that the link of this transaction opens; null for none.
create function advice.opened() returns uuid language sql stable security definer set search_path = '' as $$
  select l.question_id from advice.link l
  where l.hash = nullif(current_setting('app.advice_key', true), '') and l.expires_at > kernel.instant()
$$;
-- Adds words to those by which a desk finds a question. Only somebody of the desk, or whoever holds its link, has words to add.
create function advice.add_words(question uuid, more tsvector) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into advice.question_words as w (question_id, desk_id, asked_at, words)
    select q.id, q.desk_id, q.asked_at, more from advice.question q
    where q.id = question and (q.desk_id = any (advice.mine()) or q.id = advice.opened() or current_setting('role') = 'splot_system')
  on conflict (question_id) do update set words = w.words || excluded.words;
end
$$;
-- Questions of the actor's desks that hold these words, the newest first. The index answers here, with the rights of the search role.
create function advice.find(wanted tsquery, most int) returns table (question_id uuid) language sql stable security definer set search_path = '' rows 100 as $$
  select w.question_id from advice.question_words w where w.words @@ wanted and w.desk_id = any ((select advice.mine())::uuid[])
  order by w.asked_at desc, w.question_id desc limit most
$$;
set local role splot_owner;

-- Row-level security of a table of this schema that has desk_id. Read by who works at the desk (and who leads it, for
-- `lead`), written by the same: `desk` everybody of the desk, `lead` those who set it up. Grants no delete unless asked.
create function advice.protect(tbl text, written_by text default 'desk') returns void
language plpgsql set search_path = '' as $$
declare
  ours constant text := 'desk_id = any (coalesce((select advice.mine()), ''{}''::uuid[]))';
  led constant text := 'desk_id = any (coalesce((select advice.led()), ''{}''::uuid[]))';
  readers text := ours;
  writers text := ours;
begin
  if written_by = 'lead' then
    readers := ours || ' or ' || led;
    writers := led;
  elsif written_by <> 'desk' then raise exception 'advice.protect: % writes nothing', written_by;
  end if;
  execute format('alter table advice.%I enable row level security', tbl);
  execute format('alter table advice.%I force row level security', tbl);
  execute format('create policy seen on advice.%I for select to splot_worker using (%s)', tbl, readers);
  execute format('create policy added on advice.%I for insert to splot_worker with check (%s)', tbl, writers);
  execute format('create policy changed on advice.%I for update to splot_worker using (%s) with check (%s)', tbl, writers, writers);
  execute format('create policy work on advice.%I to splot_system using (true) with check (true)', tbl);
  execute format('create policy doors on advice.%I for select to splot_search using (true)', tbl);
  execute format('grant select, insert, update on advice.%I to splot_worker', tbl);
  execute format('grant select, insert, update, delete on advice.%I to splot_system', tbl);
  execute format('grant select on advice.%I to splot_search', tbl);
end
$$;
comment on function advice.protect(text, text) is 'Puts row-level security on a table that has desk_id: the desk reads it; the desk or its lead (written_by) writes it.';

do $$
declare t text;
begin
  -- What everybody reads; desks and rules are written too, and their policies stand below.
  foreach t in array array['desk', 'topic', 'caller_category', 'rule', 'crisis_phrase', 'transition'] loop
    if t in ('desk', 'rule') then
      execute format('alter table advice.%I enable row level security', t);
      execute format('alter table advice.%I force row level security', t);
      execute format('create policy everybody on advice.%I for select using (true)', t);
    end if;
    execute format('grant select on advice.%I to splot_worker, splot_participant, splot_public, splot_system, splot_search', t);
  end loop;
  foreach t in array array['asker', 'message', 'attachment', 'event', 'presence', 'rating'] loop
    perform advice.protect(t);
    execute format('create policy doors_in on advice.%I for insert to splot_search with check (true)', t);
    execute format('create policy doors_on on advice.%I for update to splot_search using (true) with check (true)', t);
    execute format('grant insert, update on advice.%I to splot_search', t);
  end loop;
  -- What nobody reads but the doors and the system.
  foreach t in array array['counter', 'link', 'attempt', 'question_words'] loop
    execute format('alter table advice.%I enable row level security', t);
    execute format('alter table advice.%I force row level security', t);
    execute format('create policy doors on advice.%I to splot_search using (true) with check (true)', t);
    execute format('create policy work on advice.%I to splot_system using (true) with check (true)', t);
    execute format('grant select, insert, update on advice.%I to splot_search', t);
    execute format('grant select, insert, update, delete on advice.%I to splot_system', t);
  end loop;
end
$$;

-- Desks are opened by the head of an institution, and set up by it or by who leads them.
create policy added on advice.desk for insert to splot_worker
  with check (institution_id = kernel.institution() and (select organisations.holds(array['head'])));
create policy changed on advice.desk for update to splot_worker
  using (id = any (coalesce((select advice.led()), '{}'))) with check (id = any (coalesce((select advice.led()), '{}')));
grant insert, update on advice.desk to splot_worker;
-- Later migrations add rules of all desks.
create policy dictionary on advice.rule to splot_owner using (true) with check (true);
create policy added on advice.rule for insert to splot_worker with check (desk_id = any (coalesce((select advice.led()), '{}')));
create policy changed on advice.rule for update to splot_worker
  using (desk_id = any (coalesce((select advice.led()), '{}'))) with check (desk_id = any (coalesce((select advice.led()), '{}')));
grant insert, update on advice.rule to splot_worker;

select advice.protect('desk_worker', 'lead');
select advice.protect('expertise', 'lead');
grant delete on advice.expertise to splot_worker;
create policy removed on advice.expertise for delete to splot_worker using (desk_id = any (coalesce((select advice.led()), '{}')));

-- A question goes to another desk through advice.move alone: after that, it is not ours to see.
select advice.protect('question');
create policy doors_in on advice.question for insert to splot_search with check (true);
create policy doors_on on advice.question for update to splot_search using (true) with check (true);
grant insert, update on advice.question to splot_search;

-- Words are written in one's own name. A draft is changed by its author alone, but read by the desk: nothing is lost with
-- whoever falls ill.
drop policy added on advice.message;
drop policy changed on advice.message;
create policy added on advice.message for insert to splot_worker with check (desk_id = any (coalesce((select advice.mine()), '{}'))
  and (case when direction = 'in' then author_id is null else author_id = kernel.worker() and reviewer_id is null end));
create policy changed on advice.message for update to splot_worker using (desk_id = any (coalesce((select advice.mine()), '{}'))
  and state <> 'sent' and (author_id = kernel.worker() or state = 'waiting_review'))
  with check (desk_id = any (coalesce((select advice.mine()), '{}')));
revoke update on advice.message from splot_worker;
grant update (state, body, sent_at, reviewer_id, reviewed_at, review_note, written_at, row_version) on advice.message to splot_worker;
create policy dropped on advice.message for delete to splot_worker using (state = 'draft' and author_id = kernel.worker());
grant delete on advice.message to splot_worker;

-- One is present for oneself; one leaves too.
drop policy added on advice.presence;
drop policy changed on advice.presence;
create policy added on advice.presence for insert to splot_worker
  with check (worker_id = kernel.worker() and desk_id = any (coalesce((select advice.mine()), '{}')));
create policy changed on advice.presence for update to splot_worker using (worker_id = kernel.worker()) with check (worker_id = kernel.worker());
create policy left_it on advice.presence for delete to splot_worker using (worker_id = kernel.worker());
grant delete on advice.presence to splot_worker;

-- Nobody of the desk rates or changes what happened.
revoke insert, update on advice.rating from splot_worker;
revoke update on advice.event, advice.attachment from splot_worker;
drop policy added on advice.event;
create policy added on advice.event for insert to splot_worker
  with check (worker_id = kernel.worker() and desk_id = any (coalesce((select advice.mine()), '{}')));

-- States go their ways alone.
create function advice.keep_state() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.number, new.channel, new.asked_at, new.first_due_on) is distinct from (old.id, old.number, old.channel, old.asked_at, old.first_due_on) then
    raise exception 'advice.question: how it came does not change' using errcode = '42501';
  end if;
  if new.state <> old.state and not exists (select from advice.transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'advice.question: no way from % to %', old.state, new.state using errcode = '23514';
  end if;
  -- Only a joined duplicate goes back from closed to where it stood.
  if old.state = 'closed' and new.state in ('new', 'assigned', 'answered') and (old.merged_into is null or new.merged_into is not null) then
    raise exception 'advice.question: closed is reopened, not undone' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger keep_state before update on advice.question for each row execute function advice.keep_state();

-- What was sent stays as it was (the system alone erases it), and what needs a second pair of eyes has had one.
create function advice.keep_sent() returns trigger language plpgsql set search_path = '' as $$
declare second boolean;
begin
  if tg_op = 'UPDATE' and old.state = 'sent' then
    if (new.state, new.direction, new.sent_at, new.author_id, new.reviewer_id) is distinct from (old.state, old.direction, old.sent_at, old.author_id, old.reviewer_id)
      or (new.body <> old.body and new.body <> '') then
      raise exception 'advice.message: what was sent does not change' using errcode = '42501';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.author_id, new.direction) is distinct from (old.author_id, old.direction) then
    raise exception 'advice.message: an author stays' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and new.body <> old.body and new.state = 'sent' and new.reviewer_id is not null then
    raise exception 'advice.message: what was read is what is sent' using errcode = '42501';
  end if;
  if new.direction = 'out' and new.state = 'sent' and not new.spoken and new.author_id is not null then
    select q.needs_review into second from advice.question q where q.id = new.question_id;
    if second and (new.reviewer_id is null or not advice.holds_role(new.desk_id, array['reviewer', 'lead'], new.reviewer_id)) then
      raise exception 'advice.message: waits for a second pair of eyes' using errcode = '42501';
    end if;
  end if;
  -- A reviewer signs with the own name alone.
  if new.reviewer_id is not null and current_setting('role') = 'splot_worker' and new.reviewer_id <> kernel.worker()
    and (tg_op = 'INSERT' or new.reviewer_id is distinct from old.reviewer_id) then
    raise exception 'advice.message: a reviewer signs alone' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_sent before insert or update on advice.message for each row execute function advice.keep_sent();

-- Files: the desk opens what hangs on its messages, the asker what hangs on what was sent; anybody may hand one in to a desk.
create function advice.opens_file(file uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from advice.attachment a join advice.message m on m.id = a.message_id
    where a.file_id = file and m.question_id = advice.opened() and m.direction <> 'note' and m.state = 'sent')
$$;
alter function advice.opens_file(uuid) owner to splot_search;
create policy advice_desk on kernel.file for select to splot_worker
  using (exists (select from advice.attachment a where a.file_id = file.id));
create policy advice_asker on kernel.file for select to splot_public, splot_participant, splot_worker
  using (nullif(current_setting('app.advice_key', true), '') is not null and advice.opens_file(id));
create policy advice_in on kernel.file for insert to splot_public, splot_participant, splot_worker
  with check (uploaded_by = kernel.account() and owner_person is null and not is_public
    and exists (select from advice.desk d where d.institution_id = owner_institution and d.state = 'active'));
grant insert on kernel.file to splot_public;

set local role splot_search;
revoke execute on function advice.mine(), advice.led(), advice.holds_role(uuid, text[], uuid), advice.value_of(text, uuid), advice.next_number(),
  advice.opened(), advice.add_words(uuid, tsvector), advice.find(tsquery, int), advice.opens_file(uuid) from public;
grant execute on function advice.mine(), advice.led(), advice.find(tsquery, int) to splot_worker;
grant execute on function advice.value_of(text, uuid), advice.opens_file(uuid) to splot_worker, splot_participant, splot_public, splot_system;
grant execute on function advice.holds_role(uuid, text[], uuid), advice.next_number(), advice.add_words(uuid, tsvector) to splot_worker, splot_system;
grant execute on function advice.opened() to splot_worker, splot_participant, splot_public;
set local role splot_owner;

insert into advice.caller_category (code, name_pl, name_en, position, valid_from, source) values
  ('social_assistance', 'Pomoc społeczna (OPS, CUS, PCPR)', 'Social assistance (OPS, CUS, PCPR)', 10, '2000-01-01', 'Karta rozmowy telefonicznej: kategorie rozmówców; opracowanie Splotu'),
  ('labour_office', 'Urząd pracy (PUP, WUP)', 'Labour office (PUP, WUP)', 20, '2000-01-01', 'jw.'),
  ('local_government', 'Gmina, powiat, województwo', 'Municipality, county, voivodeship', 30, '2000-01-01', 'jw.'),
  ('ngo', 'Organizacja pozarządowa', 'Non-governmental organisation', 40, '2000-01-01', 'jw.'),
  ('reintegration_unit', 'CIS, KIS, WTZ, ZAZ', 'Reintegration unit (CIS, KIS, WTZ, ZAZ)', 50, '2000-01-01', 'jw.'),
  ('social_enterprise', 'Spółdzielnia lub przedsiębiorstwo społeczne', 'Social cooperative or social enterprise', 60, '2000-01-01', 'jw.'),
  ('initiative', 'Grupa inicjatywna', 'Initiative group', 70, '2000-01-01', 'jw.'),
  ('employer', 'Pracodawca', 'Employer', 80, '2000-01-01', 'jw.'),
  ('person', 'Osoba prywatna', 'Private person', 90, '2000-01-01', 'jw.'),
  ('other', 'Ktoś inny', 'Somebody else', 100, '2000-01-01', 'jw.');

insert into advice.topic (code, parent_code, name_pl, name_en, legal, position, valid_from, source) values
  ('cooperation', null, 'Współpraca instytucji', 'Institutions working together', false, 10, '2000-01-01', 'Model współpracy OPS–PUP–NGO (WRZOS)'),
  ('agreement', 'cooperation', 'Umowa i grupa partnerska', 'Agreement and partner group', true, 11, '2000-01-01', 'Ustawa o rynku pracy i służbach zatrudnienia, art. 198 i 200'),
  ('referral', 'cooperation', 'Skierowanie i wspólny plan', 'Referral and common plan', false, 12, '2000-01-01', 'Model współpracy OPS–PUP–NGO (WRZOS)'),
  ('personal_data', 'cooperation', 'Dane osobowe i ich wymiana', 'Personal data and their exchange', true, 13, '2000-01-01', 'RODO; ustawa o rynku pracy i służbach zatrudnienia, art. 50–51'),
  ('work', null, 'Praca i aktywizacja', 'Work and activation', false, 20, '2000-01-01', 'Ustawa o rynku pracy i służbach zatrudnienia'),
  ('status', 'work', 'Status osoby bezrobotnej', 'Status of an unemployed person', true, 21, '2000-01-01', 'Ustawa o rynku pracy i służbach zatrudnienia'),
  ('instruments', 'work', 'Staże, szkolenia, zatrudnienie subsydiowane', 'Internships, trainings, subsidised jobs', false, 22, '2000-01-01', 'Ustawa o rynku pracy i służbach zatrudnienia'),
  ('social_employment', 'work', 'Zatrudnienie socjalne: CIS i KIS', 'Social employment: CIS and KIS', false, 23, '2000-01-01', 'Ustawa o zatrudnieniu socjalnym'),
  ('economy', null, 'Ekonomia społeczna', 'Social economy', false, 30, '2000-01-01', 'Ustawa o ekonomii społecznej'),
  ('enterprise_status', 'economy', 'Status przedsiębiorstwa społecznego', 'Status of a social enterprise', true, 31, '2000-01-01', 'Ustawa o ekonomii społecznej, rozdz. 2'),
  ('cooperative', 'economy', 'Założenie spółdzielni socjalnej', 'Founding a social cooperative', false, 32, '2000-01-01', 'Ustawa o spółdzielniach socjalnych'),
  ('owes', 'economy', 'Wsparcie OWES, dotacje i pożyczki', 'OWES support, grants and loans', false, 33, '2000-01-01', 'Ustawa o ekonomii społecznej, rozdz. 5'),
  ('de_minimis', 'economy', 'Pomoc de minimis', 'De minimis aid', true, 34, '2000-01-01', 'Rozporządzenie (UE) 2023/2831'),
  ('procurement', null, 'Zamówienia i zadania publiczne', 'Procurement and public tasks', false, 40, '2000-01-01', 'Prawo zamówień publicznych'),
  ('reserved', 'procurement', 'Zamówienia zastrzeżone i klauzule społeczne', 'Reserved contracts and social clauses', true, 41, '2000-01-01', 'Prawo zamówień publicznych, art. 94–96'),
  ('tasks', 'procurement', 'Zlecanie zadań organizacjom', 'Commissioning tasks to organisations', true, 42, '2000-01-01', 'Ustawa o działalności pożytku publicznego i o wolontariacie'),
  ('help', null, 'Pomoc dla osoby', 'Help for a person', false, 50, '2000-01-01', 'Ustawa o pomocy społecznej'),
  ('benefits', 'help', 'Świadczenia i zasiłki', 'Benefits and allowances', true, 51, '2000-01-01', 'Ustawa o pomocy społecznej'),
  ('housing', 'help', 'Mieszkanie i zadłużenie', 'Housing and debts', false, 52, '2000-01-01', 'Ustawa o pomocy społecznej'),
  ('disability', 'help', 'Niepełnosprawność i dostępność', 'Disability and accessibility', false, 53, '2000-01-01', 'Ustawa o rehabilitacji zawodowej i społecznej'),
  ('services', 'help', 'Gdzie znaleźć pomoc w okolicy', 'Where to find help nearby', false, 54, '2000-01-01', 'opracowanie Splotu'),
  ('other', null, 'Inny temat', 'Another topic', false, 90, '2000-01-01', 'opracowanie Splotu');

insert into advice.crisis_phrase (phrase, lang, valid_from, source)
select p, l, '2026-01-01', s from (values
  ('pl', 'Opracowanie Splotu na podstawie sygnałów ostrzegawczych WHO „Preventing suicide” (2023) i życie warte jest rozmowy (zwjr.pl); raczej za często niż za rzadko',
    array['samoboj', 'samookalecz', 'zabi sie', 'zabij sie', 'sie zabi', 'zabi siebie', 'nie chc zyc', 'nie chc juz zyc', 'nie mam po co zyc', 'nie ma po co zyc',
      'chc umrzec', 'wole umrzec', 'lepiej umrzec', 'skonczyc ze soba', 'koncz ze soba', 'skoncz ze soba', 'skonczyc z zyciem', 'odebrac sobie zycie', 'odbior sobie zycie',
      'targn sie na zycie', 'tne sie', 'nie dam juz rady zyc', 'nie widze sensu zycia', 'powiesi sie', 'sie powiesi']),
  ('pl', 'Opracowanie Splotu na podstawie formularza „Niebieska Karta – A” (rozporządzenie Rady Ministrów z 6.09.2023); raczej za często niż za rzadko',
    array['przemoc wobec mnie', 'wobec mnie przemoc', 'doswiadczam przemoc', 'doznaje przemoc', 'ofiar przemoc', 'bije mnie', 'mnie bije', 'bija mnie', 'mnie bija', 'pobil mnie', 'mnie pobil', 'dusi mnie', 'mnie dusi', 'katuj mnie', 'mnie katuj', 'zgwalc', 'gwalc',
      'grozi ze mnie', 'boje sie o zycie', 'boje sie wrocic do domu', 'zneca sie']),
  ('pl', 'Opracowanie Splotu: zagrożenie życia z braku schronienia; ustawa o pomocy społecznej, art. 48',
    array['zamarzn', 'nie mam gdzie spac dzis', 'nie mam dzis gdzie spac', 'dzieci gloduj', 'umieram z glodu']),
  ('en', 'Splot, after the warning signs of WHO „Preventing suicide” (2023)',
    array['suicid', 'self harm', 'kill myself', 'killing myself', 'end my life', 'ending my life', 'want to die', 'beats me', 'hits me', 'raped', 'abuses me', 'domestic violence']),
  ('uk', 'Splot, after the warning signs of WHO „Preventing suicide” (2023)',
    array['самогуб', 'вбити себе', 'убити себе', 'не хочу жити', 'хочу померти', 'зґвалт', 'б є мене', 'насил'])
) as x (l, s, ps), unnest(ps) as p
on conflict do nothing;
