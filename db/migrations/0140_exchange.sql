-- Module: exchange. Comments under any page: who wrote them is kept apart from what they wrote; notices, decisions, appeals.
--
-- A comment stands under a subject that this schema knows by kind and id alone. Whoever has no account is a contact: an
-- address that was confirmed by a link. A transaction names the hash of such a link in app.exchange_key; exchange.visitor()
-- turns it into the contact it opens. Nobody writes these tables by hand: the definer functions below are the only way in,
-- and each takes who acts from the context of the transaction.

create schema exchange authorization splot_owner;
grant usage on schema exchange to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema exchange to splot_search;
comment on schema exchange is 'Comments under pages, their moderation, and topic groups of workers.';

create table exchange.rule (
  code text not null check (code in ('edit_minutes', 'contact_months', 'author_months', 'unconfirmed_days', 'withdrawn_days', 'link_days',
    'per_author_day', 'per_contact_day', 'per_network_day', 'links_author', 'links_guest', 'repeat_days', 'useful_from', 'appeal_months', 'letter_hours')),
  value int not null check (value > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (code, valid_from)
);
comment on table exchange.rule is 'Limits of comments and how long what is personal in them is kept. Public data.';
insert into exchange.rule values
  ('edit_minutes', 15, '2000-01-01', null, 'Regulamin komentarzy: przez ile minut autor poprawia swój komentarz'),
  ('contact_months', 12, '2000-01-01', null, 'Ustalenie administratora: adres e-mail osoby bez konta, miesiące od ostatniego użycia'),
  ('author_months', 36, '2000-01-01', null, 'Ustalenie administratora: powiązanie komentarza z kontem, miesiące od napisania'),
  ('unconfirmed_days', 7, '2000-01-01', null, 'Ustalenie administratora: po ilu dniach znika to, czego nie potwierdzono odsyłaczem'),
  ('withdrawn_days', 30, '2000-01-01', null, 'Ustalenie administratora: po ilu dniach znika treść wycofana przez autora'),
  ('link_days', 30, '2000-01-01', null, 'Ustalenie administratora: przez ile dni działa odsyłacz z listu'),
  ('per_author_day', 30, '2000-01-01', null, 'Regulamin komentarzy: komentarzy na dobę z jednego konta'),
  ('per_contact_day', 10, '2000-01-01', null, 'Regulamin komentarzy: komentarzy na dobę z jednego potwierdzonego adresu'),
  ('per_network_day', 20, '2000-01-01', null, 'Regulamin komentarzy: formularzy na dobę bez konta z jednego adresu sieciowego'),
  ('links_author', 5, '2000-01-01', null, 'Regulamin komentarzy: odsyłaczy w komentarzu osoby zalogowanej'),
  ('links_guest', 1, '2000-01-01', null, 'Regulamin komentarzy: odsyłaczy w komentarzu osoby bez konta'),
  ('repeat_days', 30, '2000-01-01', null, 'Regulamin komentarzy: przez ile dni ta sama treść nie pojawi się drugi raz'),
  ('useful_from', 3, '2000-01-01', null, 'Regulamin komentarzy: od ilu oznaczeń komentarz jest opisany jako przydatny'),
  ('appeal_months', 6, '2000-01-01', null, 'Rozporządzenie (UE) 2022/2065 (akt o usługach cyfrowych), art. 20 ust. 1: co najmniej sześć miesięcy'),
  ('letter_hours', 12, '2000-01-01', null, 'Regulamin komentarzy: najmniej godzin między dwoma listami o tej samej dyskusji');

create table exchange.contact (
  id uuid primary key,
  email text not null check (length(email) <= 254),
  lang text not null check (lang in ('pl', 'en')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  used_at timestamptz not null
);
comment on table exchange.contact is 'Addresses of people without an account. Personal data: read by the system alone, never shown, emptied after a time that is data.';
create unique index contact_email on exchange.contact (email) where email <> '';
create index contact_used on exchange.contact (used_at);

create table exchange.comment (
  id uuid primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,30}$'),
  subject_id uuid not null,
  -- The first comment of the thread; itself for that one.
  thread_id uuid not null,
  parent_id uuid,
  state text not null check (state in ('unconfirmed', 'waiting', 'shown', 'hidden', 'removed', 'withdrawn')),
  -- Where it goes once its address is confirmed.
  planned text not null default 'shown' check (planned in ('waiting', 'shown')),
  stub boolean not null default false check (not stub or state in ('hidden', 'removed', 'withdrawn')),
  visible boolean not null generated always as (state = 'shown' or stub) stored,
  useful boolean not null default false,
  reason text check (reason ~ '^[a-z_]{1,30}$'),
  institution_id uuid references organisations.institution on delete set null,
  version int not null default 1,
  text_hash text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  row_version int not null default 1,
  unique (id, subject_kind, subject_id),
  foreign key (thread_id, subject_kind, subject_id) references exchange.comment (id, subject_kind, subject_id) on delete restrict,
  foreign key (parent_id, subject_kind, subject_id) references exchange.comment (id, subject_kind, subject_id) on delete restrict,
  check ((parent_id is null) = (thread_id = id)),
  check ((state in ('hidden', 'removed')) = (reason is not null))
);
comment on table exchange.comment is 'Where a comment stands and in what state; its words are in comment_text, who wrote it in author. Ids grow with time, so the order of a discussion is (thread_id, id).';
comment on column exchange.comment.stub is 'No longer shown, but answered: readers see that something stood here and why it does not.';
comment on column exchange.comment.institution_id is 'Of a worker who writes as one; nothing for participants and visitors.';
create index comment_place on exchange.comment (subject_kind, subject_id, thread_id, id) where visible;
create index comment_newest on exchange.comment (subject_kind, subject_id, id) where visible;
create index comment_open on exchange.comment (id) where state in ('waiting', 'unconfirmed');
create index comment_thread on exchange.comment (thread_id);
create index comment_parent on exchange.comment (parent_id);
create index comment_institution on exchange.comment (institution_id);
create index comment_hash on exchange.comment (text_hash, created_at);
create index comment_withdrawn on exchange.comment (edited_at) where state = 'withdrawn';

create table exchange.comment_text (
  comment_id uuid not null references exchange.comment on delete cascade,
  number int not null check (number > 0),
  title text not null check (length(title) <= 200),
  body text not null check (length(body) <= 10000),
  signature text not null check (length(signature) between 1 and 120),
  lang text not null check (lang in ('pl', 'en', 'uk')),
  words tsvector,
  written_at timestamptz not null,
  primary key (comment_id, number)
);
comment on table exchange.comment_text is 'The words of a comment, one row for each time the author wrote them. Readers see the current ones of a shown comment; the author and moderators the former too.';
create index comment_text_words on exchange.comment_text using gin (words) where words is not null;

create table exchange.author (
  comment_id uuid primary key references exchange.comment on delete cascade,
  account_id uuid,
  worker_id uuid references organisations.worker on delete set null,
  contact_id uuid references exchange.contact on delete restrict,
  quiet boolean not null default false,
  created_at timestamptz not null,
  check (num_nonnulls(account_id, contact_id) <= 1)
);
comment on table exchange.author is 'Who wrote a comment. Personal data: read by that person and the system alone, so that a signature leads to nobody; unlinked after a time that is data.';
comment on column exchange.author.quiet is 'Wants no letters about answers.';
create index author_account on exchange.author (account_id, created_at);
create index author_contact on exchange.author (contact_id, created_at);
create index author_worker on exchange.author (worker_id);
create index author_age on exchange.author (created_at);

create table exchange.mention (
  comment_id uuid not null references exchange.comment on delete cascade,
  of_comment_id uuid not null references exchange.comment on delete cascade,
  primary key (comment_id, of_comment_id)
);
comment on table exchange.mention is 'Whom a comment speaks to: the writers of these comments of its thread are told. Read by the system alone.';
create index mention_of on exchange.mention (of_comment_id);

create table exchange.mark (
  comment_id uuid not null references exchange.comment on delete cascade,
  who uuid not null,
  given boolean not null,
  at timestamptz not null,
  primary key (comment_id, who)
);
comment on table exchange.mark is 'Who found a comment useful, once a person. Personal data: nobody but the functions here reads it, and no number of them is shown.';

create table exchange.subscription (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  account_id uuid,
  contact_id uuid references exchange.contact on delete cascade,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz not null,
  check (num_nonnulls(account_id, contact_id) = 1)
);
comment on table exchange.subscription is 'Who wants letters about new comments under a subject. Personal data: read by that person and the system alone.';
create unique index subscription_account on exchange.subscription (account_id, subject_kind, subject_id) where account_id is not null;
create unique index subscription_contact on exchange.subscription (contact_id, subject_kind, subject_id) where contact_id is not null;
create index subscription_due on exchange.subscription (told_at) where confirmed_at is not null and ended_at is null;
create index subscription_contact_fk on exchange.subscription (contact_id) where contact_id is not null;

create table exchange.token (
  hash text primary key,
  contact_id uuid references exchange.contact on delete cascade,
  kind text not null check (kind in ('comment', 'mark', 'follow', 'visit', 'mine', 'leave', 'quiet')),
  comment_id uuid references exchange.comment on delete cascade,
  subscription_id uuid references exchange.subscription on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table exchange.token is 'Hashes of the links in letters and of the cookie of a confirmed visitor. Personal data: read by nobody but the functions here and the system.';
create index token_contact on exchange.token (contact_id);
create index token_comment on exchange.token (comment_id);
create index token_subscription on exchange.token (subscription_id);
create index token_expires on exchange.token (expires_at);

create table exchange.attempt (
  id uuid primary key,
  source_hash text not null,
  at timestamptz not null
);
comment on table exchange.attempt is 'Forms sent without an account, by a hash of the day and the network address, for the limit of a day; gone after two days.';
create index attempt_source on exchange.attempt (source_hash, at);
create index attempt_at on exchange.attempt (at);

create table exchange.decision (
  id uuid primary key,
  comment_id uuid not null references exchange.comment on delete cascade,
  outcome text not null check (outcome in ('publish', 'keep', 'hide', 'remove', 'restore')),
  ground text check (ground in ('law', 'rules')),
  reason text check (reason ~ '^[a-z_]{1,30}$'),
  statement text not null default '' check (length(statement) <= 3000),
  noticed boolean not null default false,
  made_by uuid not null references organisations.worker on delete restrict,
  made_at timestamptz not null,
  unique (id, made_by),
  check ((outcome in ('hide', 'remove')) = (reason is not null and ground is not null and statement <> ''))
);
comment on table exchange.decision is 'What a moderator decided about a comment, with the reasons told to its author (Regulation (EU) 2022/2065, art. 17). Read by moderators and the author.';
create index decision_comment on exchange.decision (comment_id, made_at);
create index decision_made on exchange.decision (made_at);
create index decision_by on exchange.decision (made_by);

create table exchange.appeal (
  id uuid primary key,
  decision_id uuid not null unique,
  decision_by uuid not null,
  body text not null check (length(body) between 1 and 3000),
  made_at timestamptz not null,
  outcome text check (outcome in ('upheld', 'reversed')),
  answer text not null default '' check (length(answer) <= 3000),
  decided_by uuid references organisations.worker on delete restrict,
  decided_at timestamptz,
  foreign key (decision_id, decision_by) references exchange.decision (id, made_by) on delete cascade,
  check (decided_by <> decision_by),
  check (num_nonnulls(outcome, decided_by, decided_at) in (0, 3)),
  check (outcome is null or answer <> '')
);
comment on table exchange.appeal is 'The author disagrees with a decision; somebody else than who made it decides (art. 20). Read by moderators and the author.';
create index appeal_open on exchange.appeal (made_at) where outcome is null;
create index appeal_decided_by on exchange.appeal (decided_by);

create table exchange.notice (
  id uuid primary key,
  comment_id uuid not null references exchange.comment on delete cascade,
  reason text not null check (reason ~ '^[a-z_]{1,30}$'),
  explanation text not null check (length(explanation) between 1 and 3000),
  account_id uuid,
  contact_id uuid references exchange.contact on delete restrict,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  made_at timestamptz not null,
  decision_id uuid references exchange.decision on delete set null,
  closed_at timestamptz
);
comment on table exchange.notice is 'Somebody says that a comment breaks the law or the rules (art. 16). Moderators read what was said; who said it only the system knows, which answers.';
create index notice_open on exchange.notice (made_at) where closed_at is null;
create index notice_comment on exchange.notice (comment_id);
create index notice_decision on exchange.notice (decision_id);
create index notice_contact on exchange.notice (contact_id);
create index notice_made on exchange.notice (made_at);

do $$
declare t text;
begin
  foreach t in array array['rule', 'contact', 'comment', 'comment_text', 'author', 'mention', 'mark', 'subscription', 'token', 'attempt', 'decision', 'appeal', 'notice'] loop
    execute format('alter table exchange.%I enable row level security', t);
    execute format('alter table exchange.%I force row level security', t);
    execute format('create policy work on exchange.%I to splot_system using (true) with check (true)', t);
    execute format('create policy doors on exchange.%I for select to splot_search using (true)', t);
    execute format('create policy doors_in on exchange.%I for insert to splot_search with check (true)', t);
    execute format('create policy doors_on on exchange.%I for update to splot_search using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on exchange.%I to splot_system', t);
    execute format('grant select on exchange.%I to splot_search', t);
  end loop;
end
$$;
grant insert, update on exchange.contact, exchange.comment, exchange.comment_text, exchange.author, exchange.mention, exchange.mark,
  exchange.subscription, exchange.token, exchange.attempt, exchange.decision, exchange.appeal, exchange.notice to splot_search;
create policy everybody on exchange.rule for select using (true);
grant select on exchange.rule, exchange.comment, exchange.comment_text, exchange.decision, exchange.appeal to splot_worker, splot_participant, splot_public;
grant select (id, comment_id, reason, explanation, lang, made_at, decision_id, closed_at) on exchange.notice to splot_worker;
grant select on exchange.author, exchange.subscription to splot_worker, splot_participant, splot_public;

set local role splot_search;

-- The contact whose confirmed link this transaction holds: of the cookie of a visitor, or of a letter.
create function exchange.visitor() returns uuid language sql stable security definer set search_path = '' as $$
  select t.contact_id from exchange.token t join exchange.contact c on c.id = t.contact_id
  where t.hash = nullif(current_setting('app.exchange_key', true), '') and t.kind = 'visit' and t.expires_at > kernel.instant()
    and c.email <> ''
$$;

-- A person as marks and limits know them; null for somebody nobody knows.
create function exchange.who() returns uuid language sql stable security definer set search_path = '' as $$
  select coalesce(nullif(kernel.account(), '00000000-0000-0000-0000-000000000000'), exchange.visitor())
$$;

create function exchange.wrote(target uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.author a where a.comment_id = target
    and (a.account_id = exchange.who() or a.contact_id = exchange.who()))
$$;

create function exchange.value_of(wanted text) returns int language sql stable security definer set search_path = '' as $$
  select r.value from exchange.rule r where r.code = wanted and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())
  order by r.valid_from desc limit 1
$$;

-- How much whoever acts (or a contact) has written in a day, and whether this text stands somewhere already.
create function exchange.written(contact uuid, hash text) returns table (today int, repeated boolean)
language sql stable security definer set search_path = '' as $$
  select (select count(*)::int from exchange.author a where a.created_at > kernel.instant() - interval '1 day'
      and (a.account_id = coalesce(exchange.who(), contact) or a.contact_id = coalesce(exchange.who(), contact))),
    exists (select from exchange.comment c where c.text_hash = hash and c.state <> 'withdrawn'
      and c.created_at > kernel.instant() - make_interval(days => exchange.value_of('repeat_days')))
$$;

-- Counts a form without an account. False above the limit of a day.
create function exchange.admit_source(new_id uuid, hash text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.attempt (id, source_hash, at) select new_id, hash, kernel.instant()
  where (select count(*) from exchange.attempt a where a.source_hash = hash and a.at > kernel.instant() - interval '1 day') < exchange.value_of('per_network_day');
  return found;
end
$$;

-- The contact of an address, made when there is none. Gives nothing away: whoever typed the address knows it.
create function exchange.contact_of(new_id uuid, address text, language text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare found uuid;
begin
  insert into exchange.contact (id, email, lang, created_at, used_at) values (new_id, address, language, kernel.instant(), kernel.instant())
    on conflict (email) where email <> '' do nothing;
  select c.id into found from exchange.contact c where c.email = address;
  return found;
end
$$;

-- Whether who acts may write under a subject that the database knows itself; all others are known to the application.
create function exchange.admits(kind text, subject uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select kind <> 'topic'
$$;

-- Whether who acts sees a comment that is shown.
create function exchange.sees(target uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.comment c where c.id = target and c.visible and c.subject_kind <> 'topic')
$$;

-- Writes a comment in the name of who acts. A worker is signed by name and institution; whoever is not known yet waits for
-- the link of a letter. A parent must be a shown comment of the same subject.
create function exchange.write(new_id uuid, kind text, subject uuid, parent uuid, new_title text, new_body text, signed text, wanted text,
  hash text, language text, contact uuid, stems tsvector, mentioned uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  thread uuid := new_id;
  is_worker boolean := kernel.worker() <> '00000000-0000-0000-0000-000000000000';
  account uuid := nullif(kernel.account(), '00000000-0000-0000-0000-000000000000');
  known uuid := exchange.visitor();
  named text := signed;
  begins text := wanted;
begin
  if not exchange.admits(kind, subject) then
    raise exception 'nothing may be written there' using errcode = '42501';
  end if;
  if parent is not null then
    select c.thread_id into thread from exchange.comment c
      where c.id = parent and c.subject_kind = kind and c.subject_id = subject and c.state = 'shown';
    if thread is null then
      raise exception 'no such comment to answer' using errcode = '42501';
    end if;
  end if;
  if is_worker then
    select w.given_name || ' ' || w.family_name into named from organisations.worker w
      where w.id = kernel.worker() and w.institution_id = kernel.institution() and w.account_id = kernel.account();
    if named is null then
      raise exception 'no such worker' using errcode = '42501';
    end if;
  elsif account is null and known is null then
    if contact is null then
      raise exception 'nobody writes this' using errcode = '42501';
    end if;
    begins := 'unconfirmed';
  end if;
  insert into exchange.comment (id, subject_kind, subject_id, thread_id, parent_id, state, planned, institution_id, text_hash, created_at)
    values (new_id, kind, subject, thread, parent, begins, wanted, case when is_worker then kernel.institution() end, hash, kernel.instant());
  insert into exchange.comment_text (comment_id, number, title, body, signature, lang, words, written_at)
    values (new_id, 1, new_title, new_body, named, language, stems, kernel.instant());
  insert into exchange.author (comment_id, account_id, worker_id, contact_id, created_at)
    values (new_id, account, case when is_worker then kernel.worker() end, case when account is null then coalesce(known, contact) end, kernel.instant());
  insert into exchange.mention (comment_id, of_comment_id)
    select new_id, c.id from exchange.comment c where c.id = any(mentioned) and c.thread_id = thread and c.id <> new_id and c.state = 'shown';
  return begins;
end
$$;

-- The author writes it anew: a shown or waiting comment for some minutes, a hidden one to have it looked at again.
create function exchange.edit(target uuid, seen int, new_title text, new_body text, wanted text, hash text, stems tsvector) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c exchange.comment;
begin
  select * into c from exchange.comment where id = target for update;
  if not exchange.wrote(target) or not (c.state = 'hidden' or c.state in ('shown', 'waiting')
    and c.created_at > kernel.instant() - make_interval(mins => exchange.value_of('edit_minutes'))) then
    raise exception 'this comment is not edited any more' using errcode = '42501';
  end if;
  if c.row_version <> seen then
    return false;
  end if;
  insert into exchange.comment_text (comment_id, number, title, body, signature, lang, words, written_at)
    select t.comment_id, c.version + 1, new_title, new_body, t.signature, t.lang, stems, kernel.instant()
    from exchange.comment_text t where t.comment_id = target and t.number = c.version;
  update exchange.comment set version = c.version + 1, row_version = c.row_version + 1, edited_at = kernel.instant(), text_hash = hash, stub = false,
    reason = null, state = case when c.state = 'shown' and wanted = 'shown' then 'shown' else 'waiting' end where id = target;
  return true;
end
$$;

create function exchange.is_answered(target uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.comment r where r.visible and r.id <> target and (r.parent_id = target or r.thread_id = target))
$$;

-- The author takes it back, at any time.
create function exchange.withdraw(target uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exchange.wrote(target) then
    raise exception 'this comment is somebody else''s' using errcode = '42501';
  end if;
  update exchange.comment c set state = 'withdrawn', reason = null, stub = exchange.is_answered(target), edited_at = kernel.instant(),
    row_version = c.row_version + 1 where c.id = target and c.state <> 'withdrawn';
end
$$;

create function exchange.put_mark(target uuid, by uuid, now_given boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.mark (comment_id, who, given, at) values (target, by, now_given, kernel.instant())
    on conflict (comment_id, who) do update set given = excluded.given, at = excluded.at;
  update exchange.comment c set useful = n.many from (
    select count(*) >= exchange.value_of('useful_from') as many from exchange.mark m where m.comment_id = target and m.given) n
  where c.id = target and c.useful <> n.many;
end
$$;

-- Useful, or not after all; never for one's own comment.
create function exchange.find_useful(target uuid, now_given boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if exchange.who() is null or exchange.wrote(target) or not exchange.sees(target) then
    return false;
  end if;
  perform exchange.put_mark(target, exchange.who(), now_given);
  return true;
end
$$;

create function exchange.found_useful(comments uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.comment_id from exchange.mark m where m.comment_id = any(comments) and m.who = exchange.who() and m.given
$$;

create function exchange.follow(new_id uuid, kind text, subject uuid, contact uuid, language text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  account uuid := nullif(kernel.account(), '00000000-0000-0000-0000-000000000000');
  known uuid := exchange.visitor();
  since timestamptz := case when coalesce(account, known) is not null then kernel.instant() end;
  found uuid;
begin
  if coalesce(account, known, contact) is null or kind = 'topic' and not exchange.admits(kind, subject) then
    raise exception 'nobody follows this' using errcode = '42501';
  end if;
  select s.id into found from exchange.subscription s where s.subject_kind = kind and s.subject_id = subject
    and (s.account_id = account or account is null and s.contact_id = coalesce(known, contact));
  if found is null then
    insert into exchange.subscription (id, subject_kind, subject_id, account_id, contact_id, lang, created_at, confirmed_at, told_at)
      values (new_id, kind, subject, account, case when account is null then coalesce(known, contact) end, language, kernel.instant(), since, kernel.instant());
    return new_id;
  end if;
  update exchange.subscription s set ended_at = null, told_at = kernel.instant(), confirmed_at = coalesce(s.confirmed_at, since)
    where s.id = found and since is not null;
  return found;
end
$$;

create function exchange.unfollow(kind text, subject uuid) returns void language sql security definer set search_path = '' as $$
  update exchange.subscription s set ended_at = kernel.instant()
  where s.subject_kind = kind and s.subject_id = subject and s.ended_at is null and (s.account_id = exchange.who() or s.contact_id = exchange.who())
$$;

create function exchange.follows(kind text, subject uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from exchange.subscription s where s.subject_kind = kind and s.subject_id = subject and s.ended_at is null
    and s.confirmed_at is not null and (s.account_id = exchange.who() or s.contact_id = exchange.who()))
$$;

-- What a link is about; never whose.
create function exchange.link_about(token_hash text) returns table (kind text, comment_id uuid, subject_kind text, subject_id uuid, state text)
language sql stable security definer set search_path = '' as $$
  select t.kind, t.comment_id, coalesce(c.subject_kind, s.subject_kind), coalesce(c.subject_id, s.subject_id), c.state
  from exchange.token t left join exchange.comment c on c.id = t.comment_id left join exchange.subscription s on s.id = t.subscription_id
  where t.hash = token_hash and t.kind <> 'visit' and t.expires_at > kernel.instant()
$$;

-- The link of a letter is used: the address is confirmed, what waited for it happens, and the browser is known for a while.
create function exchange.use_link(token_hash text, visit_hash text) returns table (kind text, comment_id uuid, moved boolean)
language plpgsql security definer set search_path = '' as $$
declare
  t exchange.token;
  did boolean := false;
begin
  select * into t from exchange.token k where k.hash = token_hash and k.kind <> 'visit' and k.expires_at > kernel.instant();
  if t.hash is null then
    return;
  end if;
  if t.kind = 'leave' then
    update exchange.subscription s set ended_at = kernel.instant() where s.id = t.subscription_id and s.ended_at is null;
  elsif t.kind = 'quiet' then
    update exchange.author a set quiet = true where a.comment_id = t.comment_id;
  else
    update exchange.contact c set confirmed_at = coalesce(c.confirmed_at, kernel.instant()), used_at = kernel.instant() where c.id = t.contact_id;
    insert into exchange.token (hash, contact_id, kind, created_at, expires_at) select visit_hash, t.contact_id, 'visit', kernel.instant(),
      kernel.instant() + make_interval(days => exchange.value_of('link_days')) where t.contact_id is not null;
    if t.kind = 'comment' then
      update exchange.comment c set state = c.planned, row_version = c.row_version + 1 where c.id = t.comment_id and c.state = 'unconfirmed';
      did := found;
    elsif t.kind = 'mark' then
      perform exchange.put_mark(t.comment_id, t.contact_id, true);
    elsif t.kind = 'follow' then
      update exchange.subscription s set confirmed_at = coalesce(s.confirmed_at, kernel.instant()), ended_at = null, told_at = kernel.instant()
        where s.id = t.subscription_id;
    end if;
  end if;
  return query select t.kind, t.comment_id, did;
end
$$;

-- Anybody reports what they see.
create function exchange.report(new_id uuid, target uuid, why text, words text, contact uuid, language text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exchange.sees(target) then
    return false;
  end if;
  insert into exchange.notice (id, comment_id, reason, explanation, account_id, contact_id, lang, made_at)
    values (new_id, target, why, words, nullif(kernel.account(), '00000000-0000-0000-0000-000000000000'),
      case when kernel.account() = '00000000-0000-0000-0000-000000000000' then coalesce(exchange.visitor(), contact) end, language, kernel.instant());
  return true;
end
$$;

-- A moderator decides, of the comment as it was seen, and never about their own. Gives false when it changed meanwhile.
create function exchange.decide(new_id uuid, target uuid, seen int, what text, on_ground text, why text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  c exchange.comment;
  next text := case what when 'hide' then 'hidden' when 'remove' then 'removed' else 'shown' end;
begin
  if not organisations.edits() or exists (select from exchange.author a where a.comment_id = target and a.worker_id = kernel.worker()) then
    raise exception 'not for this moderator' using errcode = '42501';
  end if;
  select * into c from exchange.comment where id = target for update;
  if c.row_version <> seen then
    return false;
  end if;
  if (c.state, what) not in (('waiting', 'publish'), ('waiting', 'hide'), ('waiting', 'remove'), ('shown', 'keep'), ('shown', 'hide'),
    ('shown', 'remove'), ('hidden', 'restore'), ('hidden', 'remove')) then
    raise exception 'no way from % by %', c.state, what using errcode = '42501';
  end if;
  insert into exchange.decision (id, comment_id, outcome, ground, reason, statement, noticed, made_by, made_at)
    values (new_id, target, what, on_ground, why, words,
      exists (select from exchange.notice n where n.comment_id = target and n.closed_at is null), kernel.worker(), kernel.instant());
  update exchange.comment set state = next, reason = case when next = 'shown' then null else why end,
    stub = next <> 'shown' and exchange.is_answered(target), row_version = c.row_version + 1 where id = target;
  update exchange.notice n set closed_at = kernel.instant(), decision_id = new_id where n.comment_id = target and n.closed_at is null;
  return true;
end
$$;

-- The author disagrees, once, within months.
create function exchange.appeal_against(new_id uuid, decision uuid, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into exchange.appeal (id, decision_id, decision_by, body, made_at)
    select new_id, d.id, d.made_by, words, kernel.instant() from exchange.decision d join exchange.comment c on c.id = d.comment_id
    where d.id = decision and d.outcome in ('hide', 'remove') and c.state in ('hidden', 'removed') and exchange.wrote(d.comment_id)
      and d.made_at > kernel.instant() - make_interval(months => exchange.value_of('appeal_months'))
      and d.id = (select l.id from exchange.decision l where l.comment_id = d.comment_id order by l.made_at desc, l.id desc limit 1)
    on conflict (decision_id) do nothing;
  return found;
end
$$;

-- Another moderator decides the appeal; that it is another the table itself sees to.
create function exchange.judge(appealed uuid, new_id uuid, what text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare about uuid;
begin
  select d.comment_id into about from exchange.appeal a join exchange.decision d on d.id = a.decision_id where a.id = appealed and a.outcome is null;
  if about is null then
    return false;
  end if;
  if not organisations.edits() or exists (select from exchange.author a where a.comment_id = about and a.worker_id = kernel.worker()) then
    raise exception 'not for this moderator' using errcode = '42501';
  end if;
  update exchange.appeal set outcome = what, answer = words, decided_by = kernel.worker(), decided_at = kernel.instant() where id = appealed;
  if what = 'reversed' then
    insert into exchange.decision (id, comment_id, outcome, statement, made_by, made_at) values (new_id, about, 'restore', words, kernel.worker(), kernel.instant());
    update exchange.comment c set state = 'shown', reason = null, stub = false, row_version = c.row_version + 1
      where c.id = about and c.state in ('hidden', 'removed');
  end if;
  return true;
end
$$;

-- Numbers of a time for everybody: how many of what, and hours by half of them.
create function exchange.figures(since timestamptz, until timestamptz) returns table (what text, code text, n int, hours double precision)
language sql stable security definer set search_path = '' as $$
  select 'notice', x.reason, count(*)::int, percentile_cont(0.5) within group (order by extract(epoch from x.closed_at - x.made_at) / 3600)
    from exchange.notice x where x.made_at >= since and x.made_at < until group by x.reason
  union all
  select 'decision', d.outcome, count(*)::int, null from exchange.decision d where d.made_at >= since and d.made_at < until group by d.outcome
  union all
  select 'reason', d.reason, count(*)::int, null from exchange.decision d where d.made_at >= since and d.made_at < until and d.reason is not null group by d.reason
  union all
  select 'appeal', coalesce(a.outcome, 'open'), count(*)::int, percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - a.made_at) / 3600)
    from exchange.appeal a where a.made_at >= since and a.made_at < until group by 2
$$;

revoke execute on function exchange.visitor(), exchange.who(), exchange.wrote(uuid), exchange.value_of(text), exchange.written(uuid, text),
  exchange.admit_source(uuid, text), exchange.contact_of(uuid, text, text), exchange.admits(text, uuid), exchange.sees(uuid),
  exchange.write(uuid, text, uuid, uuid, text, text, text, text, text, text, uuid, tsvector, uuid[]),
  exchange.edit(uuid, int, text, text, text, text, tsvector), exchange.is_answered(uuid), exchange.withdraw(uuid),
  exchange.put_mark(uuid, uuid, boolean), exchange.find_useful(uuid, boolean), exchange.found_useful(uuid[]),
  exchange.follow(uuid, text, uuid, uuid, text), exchange.unfollow(text, uuid), exchange.follows(text, uuid), exchange.link_about(text),
  exchange.use_link(text, text), exchange.report(uuid, uuid, text, text, uuid, text), exchange.decide(uuid, uuid, int, text, text, text, text),
  exchange.appeal_against(uuid, uuid, text), exchange.judge(uuid, uuid, text, text), exchange.figures(timestamptz, timestamptz) from public;
grant execute on function exchange.visitor(), exchange.who(), exchange.wrote(uuid), exchange.value_of(text), exchange.written(uuid, text),
  exchange.admit_source(uuid, text), exchange.contact_of(uuid, text, text), exchange.sees(uuid),
  exchange.write(uuid, text, uuid, uuid, text, text, text, text, text, text, uuid, tsvector, uuid[]),
  exchange.edit(uuid, int, text, text, text, text, tsvector), exchange.withdraw(uuid), exchange.find_useful(uuid, boolean),
  exchange.found_useful(uuid[]), exchange.follow(uuid, text, uuid, uuid, text), exchange.unfollow(text, uuid), exchange.follows(text, uuid),
  exchange.link_about(text), exchange.use_link(text, text), exchange.report(uuid, uuid, text, text, uuid, text),
  exchange.appeal_against(uuid, uuid, text), exchange.figures(timestamptz, timestamptz) to splot_public, splot_worker, splot_participant;
grant execute on function exchange.decide(uuid, uuid, int, text, text, text, text), exchange.judge(uuid, uuid, text, text) to splot_worker;
set local role splot_owner;

-- Readers see what is shown; the author what is their own; moderators everything that was confirmed.
create policy shown on exchange.comment for select to splot_worker, splot_participant, splot_public using (visible and subject_kind <> 'topic');
create policy own on exchange.comment for select to splot_worker, splot_participant, splot_public using (exchange.wrote(id));
create policy moderators on exchange.comment for select to splot_worker using (state <> 'unconfirmed' and (select organisations.edits()));

create policy shown on exchange.comment_text for select to splot_worker, splot_participant, splot_public
  using (exists (select from exchange.comment c where c.id = comment_id and c.version = number and c.state = 'shown'));
create policy own on exchange.comment_text for select to splot_worker, splot_participant, splot_public using (exchange.wrote(comment_id));
create policy moderators on exchange.comment_text for select to splot_worker
  using ((select organisations.edits()) and exists (select from exchange.comment c where c.id = comment_id));

create policy own on exchange.decision for select to splot_worker, splot_participant, splot_public using (exchange.wrote(comment_id));
create policy moderators on exchange.decision for select to splot_worker using ((select organisations.edits()));
create policy own on exchange.appeal for select to splot_worker, splot_participant, splot_public
  using (exists (select from exchange.decision d where d.id = decision_id and exchange.wrote(d.comment_id)));
create policy moderators on exchange.appeal for select to splot_worker using ((select organisations.edits()));
create policy moderators on exchange.notice for select to splot_worker using ((select organisations.edits()));
create policy own on exchange.author for select to splot_worker, splot_participant, splot_public
  using (account_id = (select exchange.who()) or contact_id = (select exchange.who()));
create policy own on exchange.subscription for select to splot_worker, splot_participant, splot_public
  using (account_id = (select exchange.who()) or contact_id = (select exchange.who()));
