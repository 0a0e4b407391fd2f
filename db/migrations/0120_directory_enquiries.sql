-- Module: directory. Enquiries of buyers: what is needed, who is asked, what they answer, what came of it.
--
-- Who asks needs no account: a link from a letter opens one enquiry, and only the hash of the link is kept. A transaction
-- names that hash in app.enquiry_key; the definer functions below turn it into the one enquiry (or the one asked entity)
-- it opens, and the policies of every table here stand on them.

create table directory.enquiry_rule (
  code text not null check (code in ('contact_months', 'per_address', 'per_network', 'recipients', 'fill_seconds', 'repeat_days', 'figures_from')),
  value int not null check (value > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (code, valid_from)
);
comment on table directory.enquiry_rule is 'Limits of enquiries: months until contacts are erased, enquiries a day, recipients, and so on. Public data.';
insert into directory.enquiry_rule values
  ('contact_months', 24, '2000-01-01', null, 'Ustalenie administratora: dane kontaktowe pytającego, miesiące od zamknięcia zapytania'),
  ('per_address', 5, '2000-01-01', null, 'Ustalenie redakcji bazy: zapytań na dobę z jednego adresu e-mail'),
  ('per_network', 10, '2000-01-01', null, 'Ustalenie redakcji bazy: zapytań na dobę z jednego adresu sieciowego bez logowania'),
  ('recipients', 20, '2000-01-01', null, 'Ustalenie redakcji bazy: adresatów jednego zapytania'),
  ('fill_seconds', 4, '2000-01-01', null, 'Ustalenie redakcji bazy: najkrótszy czas wypełniania formularza przez człowieka'),
  ('repeat_days', 30, '2000-01-01', null, 'Ustalenie redakcji bazy: przez ile dni ta sama treść nie trafi drugi raz do tego samego podmiotu'),
  ('figures_from', 5, '2000-01-01', null, 'Próg liczebności statystyk: czas odpowiedzi od tylu odpowiedzi');

create table directory.enquiry (
  id uuid primary key,
  draft_hash text not null unique,
  state text not null default 'draft' check (state in ('draft', 'confirming', 'sent', 'closed', 'stopped')),
  category text not null,
  cpv text[] not null default '{}',
  subject text not null check (subject <> '' and length(subject) <= 200),
  description text not null check (length(description) <= 4000),
  quantity int check (quantity > 0),
  quantity_unit text not null default '' check (length(quantity_unit) <= 60),
  place text not null check (length(place) <= 200),
  county_code text references territory.county on delete restrict,
  lat double precision,
  lon double precision,
  starts_on date,
  answer_by date not null,
  value_band text not null check (value_band in ('unknown', 'to_10', 'to_50', 'to_130', 'to_170', 'to_500', 'over_500')),
  reserved_basis text check (reserved_basis ~ '^[a-z]+_[0-9]+$'),
  lang text not null check (lang in ('pl', 'en')),
  wanted uuid[] not null default '{}' check (cardinality(wanted) <= 50),
  text_hash text not null,
  source_hash text not null,
  institution_id uuid references organisations.institution on delete restrict,
  worker_id uuid references organisations.worker on delete restrict,
  outcome text check (outcome in ('chosen', 'none')),
  outcome_reason text check (outcome_reason in ('too_expensive', 'no_answers', 'not_fitting', 'cancelled', 'in_house', 'other')),
  outcome_note text not null default '' check (length(outcome_note) <= 1000),
  chosen_id uuid,
  created_at timestamptz not null,
  sent_at timestamptz,
  closed_at timestamptz,
  is_demo boolean not null default false,
  category_of text generated always as ('category') stored,
  foreign key (category_of, category) references directory.term (taxonomy, code) on delete restrict,
  check ((institution_id is null) = (worker_id is null)),
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome = 'none') = (outcome_reason is not null)),
  check ((outcome = 'chosen') = (chosen_id is not null))
);
comment on table directory.enquiry is 'What a buyer needs, until when they want answers, and what came of it. That the date has passed is read from the date, it is no state.';
comment on column directory.enquiry.draft_hash is 'Hash of the key of the form: opens the draft of somebody without an account, and recognises a form sent twice.';
comment on column directory.enquiry.wanted is 'Entities the buyer came with from a search.';
comment on column directory.enquiry.source_hash is 'Hash of the network address and the day, for the limit of a day only.';
comment on column directory.enquiry.value_band is 'Upper bound in thousands of złoty.';
create index enquiry_institution on directory.enquiry (institution_id, created_at desc) where institution_id is not null;
create index enquiry_worker on directory.enquiry (worker_id) where worker_id is not null;
create index enquiry_county on directory.enquiry (county_code) where county_code is not null;
create index enquiry_category on directory.enquiry (category_of, category);
create index enquiry_source on directory.enquiry (source_hash, created_at);
create index enquiry_text on directory.enquiry (text_hash, sent_at);

create table directory.enquiry_contact (
  enquiry_id uuid primary key references directory.enquiry on delete cascade,
  name text not null check (name <> '' and length(name) <= 200),
  role text not null default '' check (length(role) <= 120),
  email text not null check (length(email) <= 254),
  phone text not null default ''
);
comment on table directory.enquiry_contact is 'Who asks: institution, role, address. Personal data; erased a fixed time after the enquiry ends (directory.enquiry_rule).';
create index enquiry_contact_email on directory.enquiry_contact (email);

create table directory.enquiry_recipient (
  id uuid primary key,
  enquiry_id uuid not null references directory.enquiry on delete cascade,
  entity_id uuid not null references directory.entity on delete cascade,
  sent_at timestamptz,
  seen_at timestamptz,
  reported_at timestamptz,
  report_note text not null default '' check (length(report_note) <= 1000),
  unique (enquiry_id, entity_id)
);
comment on table directory.enquiry_recipient is 'Whom an enquiry asks, when it was sent and first opened, and whether they reported it as abuse.';
create index enquiry_recipient_entity on directory.enquiry_recipient (entity_id);
alter table directory.enquiry add foreign key (chosen_id) references directory.enquiry_recipient on delete set null;
create index enquiry_chosen on directory.enquiry (chosen_id) where chosen_id is not null;

create table directory.enquiry_answer (
  recipient_id uuid primary key references directory.enquiry_recipient on delete cascade,
  kind text not null check (kind in ('quote', 'decline')),
  price bigint check (price between 0 and 100000000000),
  price_basis text not null default 'total' check (price_basis in ('total', 'unit')),
  valid_until date,
  body text not null default '' check (length(body) <= 4000),
  decline_reason text check (decline_reason in ('no_capacity', 'too_far', 'not_our_field', 'term', 'other')),
  answered_at timestamptz not null,
  check ((kind = 'quote') = (price is not null)),
  check ((kind = 'decline') = (decline_reason is not null))
);
comment on table directory.enquiry_answer is 'The answer of one asked entity: a price in grosze for all or for one unit, or why not. Read by whoever asked and by that entity alone.';

create table directory.enquiry_question (
  id uuid primary key,
  enquiry_id uuid not null references directory.enquiry on delete cascade,
  recipient_id uuid not null references directory.enquiry_recipient on delete cascade,
  body text not null check (body <> '' and length(body) <= 1000),
  asked_at timestamptz not null,
  answer text not null default '' check (length(answer) <= 2000),
  answered_at timestamptz
);
comment on table directory.enquiry_question is 'Questions of the asked to the buyer, with answers; everybody asked reads them, nobody reads who asked.';
create index enquiry_question_enquiry on directory.enquiry_question (enquiry_id, asked_at);
create index enquiry_question_recipient on directory.enquiry_question (recipient_id);

create table directory.enquiry_token (
  hash text primary key,
  enquiry_id uuid not null references directory.enquiry on delete cascade,
  recipient_id uuid references directory.enquiry_recipient on delete cascade,
  created_at timestamptz not null
);
comment on table directory.enquiry_token is 'Hashes of the links in letters: to the whole enquiry for whoever asked, to one answer for an asked entity. The links stand in the letters alone.';
create index enquiry_token_enquiry on directory.enquiry_token (enquiry_id);
create index enquiry_token_recipient on directory.enquiry_token (recipient_id) where recipient_id is not null;

create table directory.enquiry_block (
  entity_id uuid not null references directory.entity on delete cascade,
  address_hash text not null,
  blocked_at timestamptz not null,
  primary key (entity_id, address_hash)
);
comment on table directory.enquiry_block is 'Senders an entity wants no more enquiries from, as hashes of their addresses.';

grant select, insert, update, delete on directory.enquiry, directory.enquiry_contact, directory.enquiry_recipient, directory.enquiry_answer,
  directory.enquiry_question, directory.enquiry_token, directory.enquiry_block to splot_system, splot_search;
do $$
declare t text;
begin
  foreach t in array array['enquiry', 'enquiry_contact', 'enquiry_recipient', 'enquiry_answer', 'enquiry_question', 'enquiry_token', 'enquiry_block'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy work on directory.%I to splot_system using (true) with check (true)', t);
    -- For the definer functions: they read, and write nothing.
    execute format('create policy doors on directory.%I for select to splot_search using (true)', t);
  end loop;
  foreach t in array array['enquiry_rule'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy editors on directory.%I for insert to splot_worker with check ((select directory.edits()))', t);
    execute format('create policy editors_change on directory.%I for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()))', t);
    execute format('grant select on directory.%I to splot_worker, splot_participant, splot_public, splot_system, splot_search', t);
    execute format('grant insert, update on directory.%I to splot_worker', t);
  end loop;
end
$$;
revoke insert, update, delete on directory.enquiry, directory.enquiry_contact, directory.enquiry_recipient, directory.enquiry_answer,
  directory.enquiry_question, directory.enquiry_token, directory.enquiry_block from splot_search;

set local role splot_search;

create function directory.enquiry_key() returns text language sql stable set search_path = ''
  as $$ select nullif(current_setting('app.enquiry_key', true), '') $$;

-- The enquiry that a link from a letter to its buyer opens.
create function directory.enquiry_mailed() returns uuid language sql stable security definer set search_path = '' as $$
  select t.enquiry_id from directory.enquiry_token t where t.hash = directory.enquiry_key() and t.recipient_id is null
$$;

-- The same, or a draft that is still in the hands of whoever types it: once its address is confirmed, only letters open it.
create function directory.enquiry_held() returns uuid language sql stable security definer set search_path = '' as $$
  select coalesce(directory.enquiry_mailed(), (select e.id from directory.enquiry e
    where e.draft_hash = directory.enquiry_key() and e.institution_id is null and e.state in ('draft', 'confirming')))
$$;

-- Whom a link from a letter to an asked entity stands for.
create function directory.enquiry_asked() returns uuid language sql stable security definer set search_path = '' as $$
  select r.id from directory.enquiry_token t join directory.enquiry_recipient r on r.id = t.recipient_id
  where t.hash = directory.enquiry_key() and r.sent_at is not null
$$;

-- Whether who acts asks by this enquiry: by a link, or as a worker of the institution that asks.
create function directory.enquiry_buys(enquiry uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce(enquiry = directory.enquiry_held(), false) or exists (
    select from directory.enquiry e where e.id = enquiry and e.institution_id = kernel.institution())
$$;

-- Whether who acts may answer for this asked entity now.
create function directory.enquiry_answers(recipient uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from directory.enquiry_recipient r join directory.enquiry e on e.id = r.enquiry_id join directory.entity n on n.id = r.entity_id
    where r.id = recipient and r.sent_at is not null and e.state = 'sent' and e.answer_by >= kernel.today()
      and (r.id = directory.enquiry_asked() or n.institution_id = kernel.institution()))
$$;

-- How many enquiries an address, and a network address, sent or began in a day.
create function directory.enquiry_load(address text, source text) returns table (by_address int, by_source int)
language sql stable security definer set search_path = '' as $$
  select (select count(*)::int from directory.enquiry_contact c join directory.enquiry e on e.id = c.enquiry_id
      where c.email = address and e.state <> 'draft' and e.created_at > kernel.instant() - interval '1 day'),
    (select count(*)::int from directory.enquiry e
      where e.source_hash = source and e.institution_id is null and e.created_at > kernel.instant() - interval '1 day')
$$;

-- Which of these entities will not get this text from this sender, and why.
create function directory.enquiry_refusals(sender_hash text, text_of text, entities uuid[]) returns table (entity_id uuid, why text)
language sql stable security definer set search_path = '' as $$
  select b.entity_id, 'blocked' from directory.enquiry_block b where b.address_hash = sender_hash and b.entity_id = any(entities)
  union
  select r.entity_id, 'repeated' from directory.enquiry e join directory.enquiry_recipient r on r.enquiry_id = e.id
  where e.text_hash = text_of and r.sent_at is not null and r.entity_id = any(entities)
    and e.sent_at > kernel.instant() - make_interval(days => (select u.value from directory.enquiry_rule u
      where u.code = 'repeat_days' and u.valid_from <= kernel.today() and (u.valid_to is null or u.valid_to >= kernel.today())))
$$;

-- How an entity answers: only from a number of answers on that points at nobody.
create function directory.enquiry_figures(entity uuid) returns table (answers int, hours double precision)
language sql stable security definer set search_path = '' as $$
  select count(*)::int, percentile_cont(0.5) within group (order by extract(epoch from a.answered_at - r.sent_at) / 3600)
  from directory.enquiry_recipient r join directory.enquiry_answer a on a.recipient_id = r.id
  where r.entity_id = entity
  having count(*) >= (select u.value from directory.enquiry_rule u
    where u.code = 'figures_from' and u.valid_from <= kernel.today() and (u.valid_to is null or u.valid_to >= kernel.today()))
$$;

revoke execute on function directory.enquiry_key(), directory.enquiry_mailed(), directory.enquiry_held(), directory.enquiry_asked(),
  directory.enquiry_buys(uuid), directory.enquiry_answers(uuid), directory.enquiry_load(text, text),
  directory.enquiry_refusals(text, text, uuid[]), directory.enquiry_figures(uuid) from public;
grant execute on function directory.enquiry_key(), directory.enquiry_mailed(), directory.enquiry_held(), directory.enquiry_asked(),
  directory.enquiry_buys(uuid), directory.enquiry_answers(uuid), directory.enquiry_load(text, text),
  directory.enquiry_refusals(text, text, uuid[]), directory.enquiry_figures(uuid)
  to splot_public, splot_worker, splot_participant, splot_system;
set local role splot_owner;

-- Who is asked: the buyer reads them all, an asked entity itself, an editor those that were reported.
create policy buyer on directory.enquiry_recipient for select to splot_public, splot_worker, splot_participant
  using (directory.enquiry_buys(enquiry_id));
create policy asked on directory.enquiry_recipient for select to splot_public, splot_worker, splot_participant
  using (id = (select directory.enquiry_asked()));
create policy keeper on directory.enquiry_recipient for select to splot_worker
  using (sent_at is not null and exists (select from directory.entity e where e.id = entity_id and e.institution_id = kernel.institution()));
create policy editors on directory.enquiry_recipient for select to splot_worker
  using (reported_at is not null and (select directory.edits()));
create policy choose on directory.enquiry_recipient for insert to splot_public, splot_worker, splot_participant
  with check (directory.enquiry_buys(enquiry_id) and sent_at is null and seen_at is null and reported_at is null);
create policy drop_draft on directory.enquiry_recipient for delete to splot_public, splot_worker, splot_participant
  using (sent_at is null and directory.enquiry_buys(enquiry_id));
create policy send on directory.enquiry_recipient for update to splot_public, splot_worker, splot_participant
  using (sent_at is null and directory.enquiry_buys(enquiry_id)) with check (directory.enquiry_buys(enquiry_id));
create policy open_it on directory.enquiry_recipient for update to splot_public, splot_worker, splot_participant
  using (sent_at is not null and (id = (select directory.enquiry_asked())
    or exists (select from directory.entity e where e.id = entity_id and e.institution_id = kernel.institution())));
grant select, insert, delete, update (sent_at, seen_at, reported_at, report_note) on directory.enquiry_recipient
  to splot_public, splot_worker, splot_participant;

create policy buyer on directory.enquiry for select to splot_public, splot_worker, splot_participant
  using (id = (select directory.enquiry_held()) or institution_id = kernel.institution());
create policy asked on directory.enquiry for select to splot_public, splot_worker, splot_participant
  using (exists (select from directory.enquiry_recipient r where r.enquiry_id = enquiry.id));
create policy begin on directory.enquiry for insert to splot_public, splot_worker, splot_participant
  with check (state = 'draft' and sent_at is null and not is_demo
    and (institution_id is null and draft_hash = (select directory.enquiry_key())
      or institution_id = kernel.institution() and worker_id = kernel.worker()));
-- A draft's own key prepares it; only the letter to its address, or the institution that asks, sends and closes it.
create policy go_on on directory.enquiry for update to splot_public, splot_worker, splot_participant
  using (id = (select directory.enquiry_held()) or institution_id = kernel.institution())
  with check (institution_id = kernel.institution() or id = (select directory.enquiry_mailed())
    or id = (select directory.enquiry_held()) and state in ('draft', 'confirming'));
create policy stop on directory.enquiry for update to splot_worker
  using ((select directory.edits()) and exists (select from directory.enquiry_recipient r where r.enquiry_id = enquiry.id and r.reported_at is not null))
  with check (state = 'stopped');
grant select, insert, update (state, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon, starts_on,
  answer_by, value_band, reserved_basis, text_hash, wanted, outcome, outcome_reason, outcome_note, chosen_id, sent_at, closed_at)
  on directory.enquiry to splot_public, splot_worker, splot_participant;

-- What was sent stays as it was read, whoever asks; and a state leads only forward.
create function directory.enquiry_stays() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state not in ('draft', 'confirming') and (new.category, new.cpv, new.subject, new.description, new.quantity, new.quantity_unit, new.place,
      new.county_code, new.starts_on, new.answer_by, new.value_band, new.reserved_basis, new.text_hash, new.sent_at)
      is distinct from (old.category, old.cpv, old.subject, old.description, old.quantity, old.quantity_unit, old.place,
      old.county_code, old.starts_on, old.answer_by, old.value_band, old.reserved_basis, old.text_hash, old.sent_at) then
    raise exception 'an enquiry does not change once it is sent' using errcode = '42501';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'confirming'), ('confirming', 'draft'), ('draft', 'sent'), ('confirming', 'sent'),
      ('sent', 'closed'), ('sent', 'stopped'), ('closed', 'stopped')) then
    raise exception 'no way from % to %', old.state, new.state using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger stays before update on directory.enquiry for each row execute function directory.enquiry_stays();

create policy follows on directory.enquiry_contact for select to splot_public, splot_worker, splot_participant
  using (exists (select from directory.enquiry e where e.id = enquiry_id));
create policy begin on directory.enquiry_contact for insert to splot_public, splot_worker, splot_participant
  with check (directory.enquiry_buys(enquiry_id));
create policy correct on directory.enquiry_contact for update to splot_public, splot_worker, splot_participant
  using (directory.enquiry_buys(enquiry_id) and exists (select from directory.enquiry e where e.id = enquiry_id and e.state = 'draft'));
grant select, insert, update on directory.enquiry_contact to splot_public, splot_worker, splot_participant;

create policy follows on directory.enquiry_answer for select to splot_public, splot_worker, splot_participant
  using (exists (select from directory.enquiry_recipient r where r.id = recipient_id));
create policy answer on directory.enquiry_answer for insert to splot_public, splot_worker, splot_participant
  with check (directory.enquiry_answers(recipient_id));
create policy change on directory.enquiry_answer for update to splot_public, splot_worker, splot_participant
  using (directory.enquiry_answers(recipient_id)) with check (directory.enquiry_answers(recipient_id));
grant select, insert, update on directory.enquiry_answer to splot_public, splot_worker, splot_participant;

create policy follows on directory.enquiry_question for select to splot_public, splot_worker, splot_participant
  using (exists (select from directory.enquiry e where e.id = enquiry_id));
create policy ask on directory.enquiry_question for insert to splot_public, splot_worker, splot_participant
  with check (directory.enquiry_answers(recipient_id) and answer = ''
    and exists (select from directory.enquiry_recipient r where r.id = recipient_id and r.enquiry_id = enquiry_question.enquiry_id));
create policy reply on directory.enquiry_question for update to splot_public, splot_worker, splot_participant
  using (directory.enquiry_buys(enquiry_id)) with check (directory.enquiry_buys(enquiry_id));
grant select, insert, update (answer, answered_at) on directory.enquiry_question to splot_public, splot_worker, splot_participant;

create policy block on directory.enquiry_block for insert to splot_public, splot_worker, splot_participant
  with check (exists (select from directory.enquiry_recipient r join directory.entity e on e.id = r.entity_id
    where r.entity_id = enquiry_block.entity_id and (r.id = (select directory.enquiry_asked()) or e.institution_id = kernel.institution())));
create policy own on directory.enquiry_block for select to splot_worker
  using (exists (select from directory.entity e where e.id = entity_id and e.institution_id = kernel.institution()));
grant insert on directory.enquiry_block to splot_public, splot_worker, splot_participant;
grant select on directory.enquiry_block to splot_worker;
