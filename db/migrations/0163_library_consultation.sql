-- Module: library. Consultations: a text put to everybody for remarks paragraph by paragraph, and an answer to each remark.

create table library.consultation (
  id uuid primary key,
  document_id uuid not null references library.document on delete restrict,
  lang text not null check (lang in ('pl', 'en')),
  title text not null check (length(title) between 1 and 200),
  source text not null check (source in ('shown', 'proposed')),
  invitation text not null check (length(invitation) between 1 and 3000),
  guests_wait boolean not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null,
  row_version int not null default 1,
  check (closes_at > opens_at)
);
comment on table library.consultation is 'Rounds of consultation of what is published. Public data from the day they open.';
comment on column library.consultation.source is 'Whether the text put to readers was the one they saw or the next one, proposed by editors.';
comment on column library.consultation.guests_wait is 'Remarks of people without an account are looked at by an editor before they show; those of institutions show at once.';
create index consultation_document on library.consultation (document_id, closes_at);
create index consultation_closes on library.consultation (closes_at desc);
create index consultation_author on library.consultation (created_by);

create table library.consultation_part (
  consultation_id uuid not null references library.consultation on delete cascade,
  position int not null check (position > 0),
  document_id uuid not null references library.document on delete restrict,
  version_number int not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) <= 400000),
  blocks text[] not null,
  primary key (consultation_id, position)
);
comment on table library.consultation_part is 'The text of a consultation as it was when the round was opened: it does not change while people write about it. Public data from the day the round opens.';
comment on column library.consultation_part.blocks is 'Keys of its paragraphs, made of their words, and of the part as a whole.';
create index consultation_part_document on library.consultation_part (document_id);

create table library.remark (
  id uuid primary key,
  consultation_id uuid not null,
  position int not null,
  block text not null check (block ~ '^[a-z0-9-]{1,40}$'),
  kind text not null check (kind in ('support', 'objection', 'wording', 'question')),
  body text not null check (length(body) between 1 and 5000),
  signature text not null check (length(signature) between 1 and 200),
  lang text not null check (lang in ('pl', 'en', 'uk')),
  state text not null check (state in ('unconfirmed', 'waiting', 'shown', 'removed')),
  institution_id uuid references organisations.institution on delete set null,
  worker_id uuid references organisations.worker on delete set null,
  text_hash text not null,
  source_hash text not null default '',
  created_at timestamptz not null,
  shown_at timestamptz,
  removed_reason text not null default '' check (length(removed_reason) <= 1000),
  outcome text check (outcome in ('accepted', 'partly', 'rejected', 'noted')),
  answer text not null default '' check (length(answer) <= 5000),
  answered_by uuid references organisations.worker on delete set null,
  answered_at timestamptz,
  row_version int not null default 1,
  foreign key (consultation_id, position) references library.consultation_part on delete cascade,
  check ((state = 'shown') = (shown_at is not null and removed_reason = '')),
  check ((state = 'removed') = (removed_reason <> '')),
  check (outcome is null or answered_at is not null),
  check (outcome not in ('partly', 'rejected') or answer <> '')
);
comment on table library.remark is 'What was said of a paragraph in a consultation, and what the editors answered. Public once shown, under the name of an institution or the signature a person chose; who wrote it for the institution is not shown.';
comment on column library.remark.outcome is 'accepted, partly and rejected are said of what changes the text, noted of support and of questions. Partly and rejected have their reasons.';
comment on column library.remark.source_hash is 'Hash of the network address and the day, for the limit of a day; emptied with the address.';
create index remark_place on library.remark (consultation_id, position, block, created_at);
create index remark_unconfirmed on library.remark (created_at) where state = 'unconfirmed';
create index remark_source on library.remark (source_hash, created_at) where source_hash <> '';
create index remark_institution on library.remark (institution_id);
create index remark_worker on library.remark (worker_id);
create index remark_answered_by on library.remark (answered_by);
create unique index remark_once on library.remark (consultation_id, position, block, institution_id, text_hash) where institution_id is not null;

create table library.remark_contact (
  remark_id uuid primary key references library.remark on delete cascade,
  email text not null check (length(email) <= 254)
);
comment on table library.remark_contact is 'Addresses of people who sent remarks without an account. Personal data: read by the system alone, for the confirmation and the answer; gone six months after the round.';
create index remark_contact_email on library.remark_contact (email);

create table library.remark_token (
  hash text primary key,
  remark_id uuid not null references library.remark on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table library.remark_token is 'Hashes of the links that confirm a remark. Personal data: read by nobody but the function here and the system.';
create index remark_token_remark on library.remark_token (remark_id);

do $$
declare t text;
begin
  foreach t in array array['consultation', 'consultation_part', 'remark', 'remark_contact', 'remark_token'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy work on library.%I to splot_system using (true) with check (true)', t);
    execute format('create policy doors on library.%I for select to splot_search using (true)', t);
    execute format('grant select, insert, update, delete on library.%I to splot_system', t);
    execute format('grant select on library.%I to splot_search', t);
  end loop;
  foreach t in array array['consultation', 'consultation_part'] loop
    execute format('create policy editors on library.%I for select to splot_worker using ((select organisations.edits()))', t);
    execute format('create policy editors_add on library.%I for insert to splot_worker with check ((select organisations.edits()))', t);
    execute format('grant select on library.%I to splot_worker, splot_participant, splot_public', t);
    execute format('grant insert on library.%I to splot_worker', t);
  end loop;
end
$$;
create policy everybody on library.consultation for select to splot_worker, splot_participant, splot_public
  using (opens_at <= (select kernel.instant()));
create policy everybody on library.consultation_part for select to splot_worker, splot_participant, splot_public
  using (exists (select from library.consultation c where c.id = consultation_id and c.opens_at <= (select kernel.instant())));
create policy editors_change on library.consultation for update to splot_worker
  using ((select organisations.edits())) with check ((select organisations.edits()));
grant update (invitation, guests_wait, opens_at, closes_at, row_version) on library.consultation to splot_worker;

grant select (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, created_at, shown_at, removed_reason, outcome,
  answer, answered_at, row_version) on library.remark to splot_worker, splot_participant, splot_public;
create policy everybody on library.remark for select to splot_worker, splot_participant, splot_public using (state = 'shown');
create policy own on library.remark for select to splot_worker using (institution_id = (select kernel.institution()));
create policy editors on library.remark for select to splot_worker using (state <> 'unconfirmed' and (select organisations.edits()));
-- An institution speaks under its own name, while the round lasts, about a paragraph that is there.
create policy institutions on library.remark for insert to splot_worker with check (
  institution_id = (select kernel.institution()) and worker_id = (select kernel.worker()) and state = 'shown' and outcome is null
  and exists (select from library.consultation_part p join library.consultation c on c.id = p.consultation_id
    where p.consultation_id = remark.consultation_id and p.position = remark.position and remark.block = any (p.blocks)
      and c.opens_at <= kernel.instant() and c.closes_at > kernel.instant()));
grant insert (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, worker_id, text_hash, created_at, shown_at)
  on library.remark to splot_worker;
create policy editors_change on library.remark for update to splot_worker
  using (state <> 'unconfirmed' and (select organisations.edits())) with check (state <> 'unconfirmed' and (select organisations.edits()));
grant update (state, shown_at, removed_reason, outcome, answer, answered_by, answered_at, row_version) on library.remark to splot_worker;

create policy doors_in on library.remark for insert to splot_search with check (state = 'unconfirmed' and institution_id is null);
create policy doors_on on library.remark for update to splot_search using (state = 'unconfirmed') with check (state in ('waiting', 'shown'));
create policy doors_in on library.remark_contact for insert to splot_search with check (true);
grant insert on library.remark, library.remark_contact to splot_search;
grant update (state, shown_at) on library.remark to splot_search;

set local role splot_search;

-- Keeps a remark of somebody without an account until its address is confirmed. Said twice it is kept once. False above the limit
-- of a day, of a network address or of an e-mail address; nothing when the round does not last or has no such paragraph.
create function library.leave_remark(new_id uuid, round uuid, part int, block_key text, kind text, body text, hash text, signature text, email text,
  lang text, source text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  since constant timestamptz := kernel.instant() - interval '1 day';
begin
  if not exists (select from library.consultation_part p join library.consultation c on c.id = p.consultation_id
    where p.consultation_id = round and p.position = part and block_key = any (p.blocks)
      and c.opens_at <= kernel.instant() and c.closes_at > kernel.instant()) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('library.remark ' || email, 0));
  if exists (select from library.remark r join library.remark_contact c on c.remark_id = r.id
    where r.consultation_id = round and r.position = part and r.block = block_key and r.text_hash = hash and c.email = leave_remark.email) then
    return true;
  end if;
  if (select count(*) from library.remark r where r.source_hash = source and r.created_at > since) >= 20
    or (select count(*) from library.remark r join library.remark_contact c on c.remark_id = r.id
      where c.email = leave_remark.email and r.created_at > since) >= 20 then
    return false;
  end if;
  insert into library.remark (id, consultation_id, position, block, kind, body, signature, lang, state, text_hash, source_hash, created_at)
    values (new_id, round, part, block_key, leave_remark.kind, leave_remark.body, leave_remark.signature, leave_remark.lang, 'unconfirmed', hash,
      source, kernel.instant());
  insert into library.remark_contact (remark_id, email) values (new_id, leave_remark.email);
  return true;
end
$$;

-- What a link in a letter is about. A used or old one says so; one nobody sent is no row.
create function library.remark_of(token text) returns table (consultation_id uuid, "position" int, block text, state text)
language sql stable security definer set search_path = '' as $$
  select r.consultation_id, r.position, r.block, case when r.state <> 'unconfirmed' then 'done' when t.expires_at <= kernel.instant() then 'expired' else 'open' end
  from library.remark_token t join library.remark r on r.id = t.remark_id where t.hash = token
$$;

-- What was sent in time counts, also when it is confirmed after the round.
create function library.confirm_remark(token text) returns boolean
language sql security definer set search_path = '' as $$
  with done as (
    update library.remark r set state = case when c.guests_wait then 'waiting' else 'shown' end,
      shown_at = case when c.guests_wait then null else kernel.instant() end
    from library.remark_token t, library.consultation c
    where t.hash = token and t.expires_at > kernel.instant() and r.id = t.remark_id and r.state = 'unconfirmed' and c.id = r.consultation_id
    returning r.id)
  select exists (select from done)
$$;

do $$
declare f text;
begin
  foreach f in array array['leave_remark(uuid, uuid, int, text, text, text, text, text, text, text, text)', 'remark_of(text)', 'confirm_remark(text)'] loop
    execute format('revoke execute on function library.%s from public', f);
    execute format('grant execute on function library.%s to splot_public, splot_participant, splot_worker', f);
  end loop;
end
$$;
set local role splot_owner;
