-- Module: directory. Trust: letters that ask for a confirmation, what waits for the editors, claims, merged records.

create table directory.letter (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  address_hash text not null,
  token_hash text not null unique,
  leave_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  answered_at timestamptz,
  answer text check (answer in ('confirmed', 'proposed', 'not_ours')),
  refused_at timestamptz,
  check ((answered_at is null) = (answer is null))
);
comment on table directory.letter is 'Letters that asked an entity to confirm its record. The links stand in the letters alone, here are their hashes.';
comment on column directory.letter.refused_at is 'When a mail server said that there is no such address.';
create index letter_entity on directory.letter (entity_id, sent_at);
create index letter_leave on directory.letter (leave_hash);
create index letter_sent on directory.letter (sent_at);

create table directory.silence (
  address_hash text primary key,
  since timestamptz not null
);
comment on table directory.silence is 'Hashes of addresses that asked for no more letters about confirmation.';

create table directory.matter (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  kind text not null check (kind in ('proposal', 'report', 'claim', 'check')),
  cause text not null,
  by_kind text not null check (by_kind in ('entity', 'reader', 'editor', 'import')),
  note text not null default '' check (length(note) <= 3000),
  proposed jsonb not null default '{}' check (jsonb_typeof(proposed) = 'object' and octet_length(proposed::text) < 50000),
  other_id uuid references directory.entity on delete cascade check (other_id <> entity_id),
  institution_id uuid references organisations.institution on delete cascade,
  worker_id uuid references organisations.worker on delete set null,
  file_id uuid references kernel.file on delete set null,
  lang text not null default 'pl' check (lang in ('pl', 'en')),
  source_hash text not null default '',
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'withdrawn')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_code text,
  closed_note text not null default '' check (length(closed_note) <= 3000),
  row_version int not null default 1,
  check ((state = 'open') = (closed_at is null)),
  check (state <> 'rejected' or closed_code is not null),
  check (kind <> 'claim' or cause = 'newcomer' or institution_id is not null),
  check (case kind
    when 'proposal' then cause = 'letter'
    when 'report' then cause in ('gone', 'moved', 'contact', 'hours', 'other')
    when 'claim' then cause in ('numbers', 'code', 'document', 'newcomer')
    else cause in ('not_ours', 'bounced', 'vanished', 'struck_off', 'duplicate', 'other') end)
);
comment on table directory.matter is 'What waits for the editors of the base, or has been decided: proposals, reports of errors, claims, records to check. What readers wrote may name somebody, so only editors read it; it is erased six months after the decision.';
comment on column directory.matter.proposed is 'Fields of the record and what they should say.';
comment on column directory.matter.other_id is 'The record that seems to be the same one.';
comment on column directory.matter.source_hash is 'Hash of the network address and the day, for the limit of a day only.';
create index matter_open on directory.matter (opened_at, id) where state = 'open';
create index matter_entity on directory.matter (entity_id);
create index matter_other on directory.matter (other_id);
create index matter_institution on directory.matter (institution_id);
create index matter_worker on directory.matter (worker_id);
create index matter_file on directory.matter (file_id);
create index matter_source on directory.matter (source_hash, opened_at) where source_hash <> '';
create unique index matter_claim on directory.matter (entity_id, institution_id) where kind = 'claim' and state = 'open';
create unique index matter_check on directory.matter (entity_id, cause) where kind = 'check' and state = 'open' and other_id is null;
create unique index matter_pair on directory.matter (least(entity_id, other_id), greatest(entity_id, other_id)) where other_id is not null;

create table directory.matter_contact (
  matter_id uuid primary key references directory.matter on delete cascade,
  email text not null check (length(email) <= 254)
);
comment on table directory.matter_contact is 'Where the author of a report or a request wants the answer. Personal data: gone six months after the decision.';

create table directory.claim_code (
  matter_id uuid primary key references directory.matter on delete cascade,
  hash text not null,
  attempts int not null default 0,
  expires_at timestamptz not null
);
comment on table directory.claim_code is 'Hash of the code sent to the address of a record, by which an institution proves that the record is its own.';

create table directory.merged (
  old_id uuid primary key references directory.entity on delete cascade,
  into_id uuid not null references directory.entity on delete cascade check (into_id <> old_id),
  at timestamptz not null
);
comment on table directory.merged is 'Records that turned out to be another one: their address leads there. Public data.';
create index merged_into on directory.merged (into_id);

do $$
declare t text;
begin
  foreach t in array array['letter', 'silence', 'matter', 'matter_contact', 'claim_code', 'merged'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy work on directory.%I to splot_system using (true) with check (true)', t);
    execute format('create policy door_read on directory.%I for select to splot_search using (true)', t);
    execute format('create policy door_add on directory.%I for insert to splot_search with check (true)', t);
    execute format('create policy door_change on directory.%I for update to splot_search using (true) with check (true)', t);
    execute format('grant select, insert, update on directory.%I to splot_system, splot_search', t);
    execute format('grant delete on directory.%I to splot_system', t);
  end loop;
end
$$;
create policy everybody on directory.merged for select using (true);
create policy editors on directory.merged for insert to splot_worker with check ((select directory.edits()));
grant select on directory.merged to splot_worker, splot_participant, splot_public;
grant insert on directory.merged to splot_worker;
create policy editors on directory.matter for select to splot_worker using ((select directory.edits()));
create policy own_claims on directory.matter for select to splot_worker using (kind = 'claim' and institution_id = kernel.institution());
create policy editors_change on directory.matter for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()));
create policy editors_add on directory.matter for insert to splot_worker with check ((select directory.edits()) and kind = 'check');
grant select, insert on directory.matter to splot_worker;
grant update (entity_id, state, closed_at, closed_code, closed_note, row_version) on directory.matter to splot_worker;
create policy editors on directory.matter_contact for select to splot_worker using ((select directory.edits()));
grant select on directory.matter_contact to splot_worker;
-- The paper by which an institution claims a record is read by the editors who decide.
create policy claim_paper on kernel.file for select to splot_worker
  using ((select directory.edits()) and exists (select from directory.matter m where m.file_id = file.id));

-- What the doors below change of a record.
create policy door on directory.entity for update to splot_search using (true) with check (true);
grant update (confirmed_on, confirmed_by, institution_id, updated_at) on directory.entity to splot_search;
create policy door on directory.listing for update to splot_search using (true) with check (true);
grant update (confirmed_on, updated_at) on directory.listing to splot_search;
create policy door on directory.change for insert to splot_search with check (true);
grant insert on directory.change to splot_search;

set local role splot_search;

-- What a link in a letter is about. An answered or old link says so; one nobody sent is no row.
create function directory.letter_of(token text) returns table (entity_id uuid, state text)
language sql stable security definer set search_path = '' as $$
  select l.entity_id, coalesce(l.answer, case when l.expires_at <= kernel.instant() then 'expired' else 'open' end)
  from directory.letter l where l.token_hash = token
$$;

create function directory.letter_confirm(token text) returns uuid
language sql security definer set search_path = '' as $$
  with l as (
    update directory.letter set answered_at = kernel.instant(), answer = 'confirmed'
    where token_hash = token and expires_at > kernel.instant() and (answer is null or answer = 'proposed') returning entity_id),
  e as (
    update directory.entity set confirmed_on = kernel.today(), confirmed_by = 'entity', updated_at = kernel.instant()
    from l where id = l.entity_id returning id),
  seen as (
    update directory.listing set confirmed_on = kernel.today(), updated_at = kernel.instant() from e where listing.entity_id = e.id)
  select id from e
$$;

-- Written for the editors; the answer goes to the address of the record.
create function directory.letter_propose(token text, matter uuid, fields jsonb, remark text, language text) returns uuid
language sql security definer set search_path = '' as $$
  with l as (
    update directory.letter set answered_at = kernel.instant(), answer = 'proposed'
    where token_hash = token and expires_at > kernel.instant() and answer is null returning entity_id),
  m as (
    insert into directory.matter (id, entity_id, kind, cause, by_kind, note, proposed, lang, opened_at)
    select matter, l.entity_id, 'proposal', 'letter', 'entity', remark, fields, language, kernel.instant() from l returning id, entity_id),
  c as (
    insert into directory.matter_contact (matter_id, email) select m.id, e.email from m join directory.entity e on e.id = m.entity_id where e.email <> '')
  select entity_id from m
$$;

-- The address belongs to somebody else now: no more letters to it, and an editor looks.
create function directory.letter_not_ours(token text, matter uuid) returns uuid
language sql security definer set search_path = '' as $$
  with l as (
    update directory.letter set answered_at = kernel.instant(), answer = 'not_ours'
    where token_hash = token and expires_at > kernel.instant() and answer is null returning entity_id, address_hash),
  s as (insert into directory.silence select address_hash, kernel.instant() from l on conflict do nothing),
  m as (
    insert into directory.matter (id, entity_id, kind, cause, by_kind, opened_at)
    select matter, entity_id, 'check', 'not_ours', 'reader', kernel.instant() from l on conflict do nothing)
  select entity_id from l
$$;

create function directory.letter_leaves(token text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from directory.letter l where l.leave_hash = token)
$$;
create function directory.letter_leave(token text) returns void
language sql security definer set search_path = '' as $$
  insert into directory.silence select distinct l.address_hash, kernel.instant() from directory.letter l where l.leave_hash = token on conflict do nothing
$$;

-- A reader says that something is wrong, or asks for a record without having an institution here. False above ten a day.
create function directory.report(matter uuid, about uuid, what text, remark text, fields jsonb, mail text, language text, source text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  if (select count(*) from directory.matter m where m.source_hash = source and m.opened_at > kernel.instant() - interval '1 day') >= 10
    or not exists (select from directory.entity e where e.id = about) then
    return false;
  end if;
  insert into directory.matter (id, entity_id, kind, cause, by_kind, note, proposed, lang, source_hash, opened_at)
  values (matter, about, case what when 'newcomer' then 'claim' else 'report' end, what, 'reader', remark, fields, language, source, kernel.instant());
  if mail <> '' then
    insert into directory.matter_contact values (matter, mail);
  end if;
  return true;
end
$$;

-- Which number the acting institution's legal person shares with a record or with the one that runs it; null for none.
create function directory.shared_number(about uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case when l.nip in (e.nip, p.nip) then 'NIP' when l.krs in (e.krs, p.krs) then 'KRS'
    when left(l.regon, 9) in (left(e.regon, 9), left(p.regon, 9)) then 'REGON' end
  from directory.entity e left join directory.entity p on p.id = e.parent_id,
    organisations.institution i join organisations.legal_entity l on l.id = i.legal_entity_id
  where e.id = about and i.id = kernel.institution()
$$;

-- Gives a record to an institution, or to nobody, and writes it into the history. Called by the doors alone.
create function directory.hand_over(about uuid, institution uuid) returns void
language sql volatile security definer set search_path = '' as $$
  insert into directory.change (id, entity_id, at, by_kind, fields)
  select gen_random_uuid(), e.id, kernel.instant(), 'entity', jsonb_build_array(jsonb_build_object('field', 'keeper',
    'before', coalesce((select i.short_name from organisations.institution i where i.id = e.institution_id), ''),
    'after', coalesce((select i.short_name from organisations.institution i where i.id = institution), '')))
  from directory.entity e where e.id = about;
  update directory.entity set institution_id = institution, updated_at = kernel.instant() where id = about
$$;

-- An institution says that a record is its own. `accepted`: by a shared number, at once. `open`: a code or a paper has to
-- prove it. `refused`: not by whoever runs it, nothing to prove it by, or the way asked for is closed.
create function directory.claim(matter uuid, about uuid, way text, remark text, paper uuid, language text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare e directory.entity;
begin
  if not organisations.holds(array['head', 'institution_admin']) then return 'refused'; end if;
  select * into e from directory.entity where id = about for update;
  if not found or e.institution_id = kernel.institution() then return 'refused'; end if;
  if way = 'numbers' then
    if e.institution_id is not null or directory.shared_number(about) is null then return 'refused'; end if;
    update directory.matter m set state = 'withdrawn', closed_at = kernel.instant()
    where m.entity_id = about and m.institution_id = kernel.institution() and m.kind = 'claim' and m.state = 'open';
    insert into directory.matter (id, entity_id, kind, cause, by_kind, institution_id, worker_id, state, opened_at, closed_at)
    values (matter, about, 'claim', 'numbers', 'entity', kernel.institution(), kernel.worker(), 'accepted', kernel.instant(), kernel.instant());
    perform directory.hand_over(about, kernel.institution());
    return 'accepted';
  end if;
  if way = 'code' and (e.institution_id is not null or e.email = '')
    or way = 'document' and not exists (select from kernel.file f where f.id = paper and f.owner_institution = kernel.institution())
    or way not in ('code', 'document') then return 'refused'; end if;
  insert into directory.matter as m (id, entity_id, kind, cause, by_kind, note, institution_id, worker_id, file_id, lang, opened_at)
  values (matter, about, 'claim', way, 'entity', remark, kernel.institution(), kernel.worker(), paper, language, kernel.instant())
  on conflict (entity_id, institution_id) where kind = 'claim' and state = 'open' do update
    set cause = way, note = remark, file_id = coalesce(paper, m.file_id), worker_id = kernel.worker(), row_version = m.row_version + 1;
  return 'open';
end
$$;

-- The code from the letter. Five tries, then only a paper helps; the tries are counted because the answer is no error.
create function directory.claim_check(about uuid, code_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare c directory.claim_code;
begin
  if not organisations.holds(array['head', 'institution_admin']) then return 'void'; end if;
  perform from directory.entity e where e.id = about for update;
  select k.* into c from directory.claim_code k join directory.matter m on m.id = k.matter_id
    join directory.entity e on e.id = m.entity_id
  where m.entity_id = about and m.institution_id = kernel.institution() and m.state = 'open' and m.cause = 'code'
    and e.institution_id is null for update of k, m;
  if not found or c.expires_at <= kernel.instant() or c.attempts >= 5 then return 'void'; end if;
  if c.hash <> code_hash then
    update directory.claim_code set attempts = attempts + 1 where matter_id = c.matter_id;
    return case when c.attempts >= 4 then 'void' else 'wrong' end;
  end if;
  update directory.matter set state = 'accepted', closed_at = kernel.instant(), row_version = row_version + 1 where id = c.matter_id;
  perform directory.hand_over(about, kernel.institution());
  return 'accepted';
end
$$;

-- The institution no longer keeps the record.
create function directory.give_up(about uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from directory.entity e where e.id = about and e.institution_id = kernel.institution() for update;
  if not found or not organisations.holds(array['head', 'institution_admin']) then return false; end if;
  perform directory.hand_over(about, null);
  return true;
end
$$;

revoke execute on function directory.letter_of(text), directory.letter_confirm(text), directory.letter_propose(text, uuid, jsonb, text, text),
  directory.letter_not_ours(text, uuid), directory.letter_leaves(text), directory.letter_leave(text),
  directory.report(uuid, uuid, text, text, jsonb, text, text, text), directory.shared_number(uuid), directory.hand_over(uuid, uuid),
  directory.claim(uuid, uuid, text, text, uuid, text), directory.claim_check(uuid, text), directory.give_up(uuid) from public;
grant execute on function directory.letter_of(text), directory.letter_confirm(text), directory.letter_propose(text, uuid, jsonb, text, text),
  directory.letter_not_ours(text, uuid), directory.letter_leaves(text), directory.letter_leave(text),
  directory.report(uuid, uuid, text, text, jsonb, text, text, text) to splot_public, splot_worker, splot_participant;
grant execute on function directory.shared_number(uuid), directory.claim(uuid, uuid, text, text, uuid, text), directory.claim_check(uuid, text),
  directory.give_up(uuid) to splot_worker;

set local role splot_owner;

-- The doors stand on rows of others that they must see.
create policy door on kernel.file for select to splot_search using (true);
grant select (id, owner_institution) on kernel.file to splot_search;
