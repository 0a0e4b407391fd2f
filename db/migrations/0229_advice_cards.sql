-- Module: advice. Advice cards: who was advised by whom, on what and how long; support paths with pools of hours; monthly statements.

create table advice.advice_type (
  code text primary key check (code ~ '^[a-z_]+$'),
  name_pl text not null,
  name_en text not null,
  position int not null,
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
comment on table advice.advice_type is 'Types of advice on a card. Public data.';
insert into advice.advice_type
select code, name_pl, name_en, n * 10, 'Rodzaje doradztwa OWES (standardy OWES; strona owes.sirr.pl)', '2020-01-01'
from unnest(
  array['business', 'legal', 'marketing', 'finance', 'employment', 'procurement', 'fundraising', 'reintegration', 'organisation', 'digital'],
  array['biznesowe', 'prawne', 'marketingowe', 'księgowe, podatkowe i finansowe', 'kadrowe i prawo pracy', 'zamówienia publiczne', 'pozyskiwanie środków',
    'reintegracja społeczna i zawodowa', 'organizacyjne', 'informatyczne i promocja w sieci'],
  array['business', 'legal', 'marketing', 'accounting, tax and finance', 'staff and labour law', 'public procurement', 'fundraising',
    'social and vocational reintegration', 'organisational', 'IT and promotion online']) with ordinality as t(code, name_pl, name_en, n);

create table advice.card_rule (
  code text not null check (code in ('keep_years', 'link_days', 'answer_days')),
  value int not null check (value > 0),
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (code, valid_from)
);
comment on table advice.card_rule is 'How long cards are kept, how long a link for confirmation works, after how many days without an answer the adviser is reminded. Public data.';
insert into advice.card_rule values
  ('keep_years', 10, 'Ustawa o ekonomii społecznej, art. 63: 10 lat od końca roku, w którym OWES uzyskał dane', '2022-10-30'),
  ('link_days', 30, 'przyjęte w systemie', '2020-01-01'),
  ('answer_days', 7, 'przyjęte w systemie', '2020-01-01');

-- The desks that the acting worker leads: they see what is told by a person there. The head of an institution does not.
set local role splot_search;
create function advice.leads() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct d.desk_id), '{}') from advice.desk_worker d
  where d.worker_id = kernel.worker() and d.role = 'lead' and d.valid_from <= kernel.today() and (d.valid_to is null or d.valid_to >= kernel.today())
    and organisations.holds(array['adviser'])
$$;
set local role splot_owner;

create table advice.rate (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  type_code text references advice.advice_type on delete restrict,
  grosze int not null check (grosze between 1 and 100000000),
  basis text not null check (length(basis) between 1 and 500),
  act text references library.act on delete restrict,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null,
  exclude using gist (desk_id with =, (coalesce(type_code, '')) with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table advice.rate is 'What an hour of advice is worth, by desk and type of advice, from a day to a day; in grosze.';
comment on column advice.rate.type_code is 'Null: every type that has no rate of its own.';
comment on column advice.rate.act is 'The act of law it rests on: when that changes, the desk looks at the rate again.';
create index rate_type on advice.rate (type_code);
create index rate_act on advice.rate (act);
create index rate_author on advice.rate (created_by);

create table advice.client (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  kind text not null check (kind in ('initiative', 'entity', 'person')),
  name text not null check (length(name) between 1 and 200),
  entity_id uuid references directory.entity on delete set null,
  institution_id uuid references organisations.institution on delete set null,
  nip text not null default '' check (nip ~ '^(\d{10})?$'),
  undertaking boolean not null default false,
  county_code text,
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 20),
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null,
  erased_at timestamptz,
  row_version int not null default 1,
  unique (id, desk_id, kind),
  check (kind = 'entity' or (entity_id is null and institution_id is null and nip = '' and not undertaking))
);
comment on table advice.client is 'Whom a desk advises: an initiative group, an entity, a person. A person is personal data: read by their advisers and the lead of the desk alone.';
comment on column advice.client.undertaking is 'Does business, so that advice to it is de minimis aid.';
create index client_desk on advice.client (desk_id, name);
create index client_entity on advice.client (entity_id) where entity_id is not null;
create index client_institution on advice.client (institution_id) where institution_id is not null;
create index client_author on advice.client (created_by);

create table advice.client_adviser (
  client_id uuid not null,
  desk_id uuid not null,
  client_kind text not null,
  worker_id uuid not null references organisations.worker on delete restrict,
  is_key boolean not null default false,
  since date not null,
  until date check (until >= since),
  primary key (client_id, worker_id, since),
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete cascade
);
comment on table advice.client_adviser is 'Who advises whom, from a day to a day; of them one is the key adviser. Opens the records of a person.';
create unique index client_adviser_key on advice.client_adviser (client_id) where is_key and until is null;
create index client_adviser_worker on advice.client_adviser (worker_id);

-- The persons whom the acting worker advises. A small set: asked once a statement.
set local role splot_search;
create function advice.my_persons() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(a.client_id), '{}') from advice.client_adviser a
  where a.worker_id = kernel.worker() and a.client_kind = 'person' and a.since <= kernel.today() and (a.until is null or a.until >= kernel.today())
$$;
set local role splot_owner;

create table advice.path (
  id uuid primary key,
  desk_id uuid not null,
  client_id uuid not null unique,
  client_kind text not null,
  diagnosis text not null default '' check (length(diagnosis) <= 8000),
  next_steps text not null default '' check (length(next_steps) <= 4000),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  outcome text not null default '' check (length(outcome) <= 2000),
  row_version int not null default 1,
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete cascade
);
comment on table advice.path is 'The individual support path of whom a desk advises: diagnosis, goals, pools of hours, next steps.';

create table advice.goal (
  id uuid primary key,
  path_id uuid not null references advice.path on delete cascade,
  desk_id uuid not null,
  client_id uuid not null,
  client_kind text not null,
  goal text not null check (length(goal) between 1 and 500),
  due_on date,
  reached_on date,
  note text not null default '' check (length(note) <= 1000),
  position int not null default 0,
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete cascade
);
comment on table advice.goal is 'Goals of a support path and when they were reached.';
create index goal_path on advice.goal (path_id, position);
create index goal_client on advice.goal (client_id);

create table advice.pool (
  id uuid primary key,
  path_id uuid not null references advice.path on delete cascade,
  desk_id uuid not null,
  client_id uuid not null,
  client_kind text not null,
  type_code text not null references advice.advice_type on delete restrict,
  planned numeric(5, 1) not null check (planned > 0 and planned * 2 = floor(planned * 2)),
  used numeric(5, 1) not null default 0,
  source text not null default '' check (length(source) <= 200),
  row_version int not null default 1,
  unique (path_id, type_code),
  unique (id, client_id, type_code),
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete cascade,
  constraint pool_left check (used >= 0 and used <= planned)
);
comment on table advice.pool is 'Hours planned for a type of advice on a support path, and those used by cards. Never below zero.';
comment on column advice.pool.used is 'Kept by the cards themselves; nobody writes it.';
create index pool_client on advice.pool (client_id);
create index pool_type on advice.pool (type_code);

create table advice.card (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  number text not null default '',
  client_id uuid not null,
  client_kind text not null,
  worker_id uuid not null references organisations.worker on delete restrict,
  type_code text not null references advice.advice_type on delete restrict,
  topic_code text references advice.topic on delete restrict,
  question_id uuid references advice.question on delete set null,
  pool_id uuid,
  on_date date not null,
  from_time time,
  to_time time,
  hours numeric(4, 1) not null check (hours between 0.5 and 24 and hours * 2 = floor(hours * 2)),
  channel text not null check (channel in ('in_person', 'on_site', 'phone', 'online', 'written')),
  problem text not null default '' check (length(problem) <= 8000),
  advice text not null default '' check (length(advice) <= 20000),
  next_steps text not null default '' check (length(next_steps) <= 4000),
  state text not null default 'draft' check (state in ('draft', 'waiting', 'confirmed', 'disputed')),
  asked_at timestamptz,
  answered_at timestamptz,
  answered_how text check (answered_how in ('link', 'paper')),
  answered_by text not null default '' check (length(answered_by) <= 200),
  dispute text not null default '' check (length(dispute) <= 4000),
  rate_id uuid references advice.rate on delete restrict,
  rate_grosze int,
  value_grosze bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erased_at timestamptz,
  row_version int not null default 1,
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete restrict,
  foreign key (pool_id, client_id, type_code) references advice.pool (id, client_id, type_code) on delete restrict,
  check ((from_time is null) = (to_time is null)),
  constraint card_time_order check (to_time > from_time),
  constraint card_hours_fit check (hours <= ceil(extract(epoch from to_time - from_time) / 1800) / 2),
  check ((state in ('confirmed', 'disputed')) = (answered_at is not null)),
  check (state <> 'disputed' or dispute <> '' or erased_at is not null),
  check (value_grosze is null or value_grosze = round(hours * rate_grosze))
);
comment on table advice.card is 'One piece of advice given: to whom, by whom, when, how long, on what, and whether they confirmed it. Advice to a person is personal data.';
comment on column advice.card.hours is 'In steps of half an hour; not more than the time from–to rounded up.';
comment on column advice.card.value_grosze is 'Hours × the rate of that day, for entities alone; made by the database.';
create unique index card_by_number on advice.card (desk_id, number);
create index card_desk on advice.card (desk_id, on_date desc, id);
create index card_client on advice.card (client_id, on_date desc);
create index card_worker on advice.card (worker_id, on_date desc);
create index card_type on advice.card (type_code);
create index card_topic on advice.card (topic_code);
create index card_question on advice.card (question_id) where question_id is not null;
create index card_pool on advice.card (pool_id) where pool_id is not null;
create index card_rate on advice.card (rate_id) where rate_id is not null;
create index card_asked on advice.card (asked_at) where state = 'waiting';

create table advice.card_number (
  desk_id uuid not null references advice.desk on delete cascade,
  year int not null,
  last int not null,
  primary key (desk_id, year)
);
comment on table advice.card_number is 'The last number of a card given at a desk in a year.';

create table advice.card_file (
  file_id uuid primary key references kernel.file on delete cascade,
  card_id uuid not null references advice.card on delete cascade,
  desk_id uuid not null,
  client_id uuid not null,
  client_kind text not null,
  title text not null check (length(title) between 1 and 200),
  signature boolean not null default false,
  added_at timestamptz not null,
  foreign key (client_id, desk_id, client_kind) references advice.client (id, desk_id, kind) on delete cascade
);
comment on table advice.card_file is 'Documents given or gathered with a card; one may be its scanned signature.';
create index card_file_card on advice.card_file (card_id);
create index card_file_client on advice.card_file (client_id);

create table advice.card_link (
  hash text primary key,
  card_id uuid not null references advice.card on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table advice.card_link is 'Secret links by which whoever was advised reads a card and confirms or disputes it. Only the hash of the secret is kept.';
create index card_link_card on advice.card_link (card_id);

create table advice.statement (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('handed', 'returned', 'approved')),
  handed_at timestamptz not null,
  note text not null default '' check (length(note) <= 1000),
  decided_by uuid references organisations.worker on delete restrict,
  decided_at timestamptz,
  cards int not null default 0,
  hours numeric(6, 1) not null default 0,
  value_grosze bigint not null default 0,
  row_version int not null default 1,
  unique (desk_id, worker_id, month),
  check (decided_by <> worker_id),
  check ((state = 'handed') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (state <> 'returned' or note <> '')
);
comment on table advice.statement is 'The cards of an adviser in a month, handed over to the head. Approved, neither it nor its cards change any more.';
create index statement_worker on advice.statement (worker_id);
create index statement_decided on advice.statement (decided_by);
create index statement_month on advice.statement (desk_id, month desc);

set local role splot_search;
-- Whose a month is stands before the card: handed over or approved, its cards wait or stay.
create function advice.month_state(of_desk uuid, of_worker uuid, on_day date) returns text
language sql stable security definer set search_path = '' as $$
  select s.state from advice.statement s where s.desk_id = of_desk and s.worker_id = of_worker and s.month = date_trunc('month', on_day)::date
$$;

create function advice.keep_card() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  before text;
  after text := advice.month_state(new.desk_id, new.worker_id, new.on_date);
  answers_only boolean := false;
  y int := extract(year from new.on_date);
  n int;
begin
  if tg_op = 'UPDATE' then
    if new.erased_at is not null and old.erased_at is null then return new; end if;
    before := advice.month_state(old.desk_id, old.worker_id, old.on_date);
    answers_only := (new.client_id, new.worker_id, new.type_code, new.on_date, new.hours, new.channel, new.problem, new.advice, new.next_steps)
      = (old.client_id, old.worker_id, old.type_code, old.on_date, old.hours, old.channel, old.problem, old.advice, old.next_steps)
      and (new.from_time, new.to_time, new.topic_code, new.pool_id) is not distinct from (old.from_time, old.to_time, old.topic_code, old.pool_id);
    if (new.number, new.desk_id, new.created_at) is distinct from (old.number, old.desk_id, old.created_at) then
      raise exception 'advice.card: the number and the desk of a card stay' using errcode = '23514', constraint = 'card_fixed';
    end if;
  end if;
  if 'approved' in (before, after) or ('handed' in (before, after) and not answers_only) then
    raise exception 'advice.card: the month is closed' using errcode = '23514', constraint = 'card_month_closed';
  end if;
  if tg_op = 'UPDATE' and old.state in ('confirmed', 'disputed') and new.state = old.state and not answers_only then
    raise exception 'advice.card: what was confirmed does not change' using errcode = '23514', constraint = 'card_confirmed';
  end if;
  if tg_op = 'INSERT' then
    insert into advice.card_number values (new.desk_id, y, 1)
      on conflict (desk_id, year) do update set last = advice.card_number.last + 1 returning last into n;
    new.number := 'KD/' || y || '/' || lpad(n::text, 5, '0');
  end if;
  if not answers_only then
    new.rate_id := null; new.rate_grosze := null; new.value_grosze := null;
    if new.client_kind = 'entity' then
      select r.id, r.grosze into new.rate_id, new.rate_grosze from advice.rate r
        where r.desk_id = new.desk_id and (r.type_code = new.type_code or r.type_code is null)
          and r.valid_from <= new.on_date and (r.valid_to is null or r.valid_to >= new.on_date)
        order by r.type_code nulls last limit 1;
      new.value_grosze := round(new.hours * new.rate_grosze);
    end if;
  end if;
  return new;
end
$$;
create function advice.keep_pool() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (new.pool_id, new.hours) is not distinct from (old.pool_id, old.hours) then return null; end if;
  if tg_op = 'UPDATE' and old.pool_id is not null then
    update advice.pool set used = used - old.hours where id = old.pool_id;
  end if;
  if new.pool_id is not null then
    update advice.pool set used = used + new.hours where id = new.pool_id;
  end if;
  return null;
end
$$;
create function advice.keep_statement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'approved' then
      raise exception 'advice.statement: approved, it does not change' using errcode = '23514', constraint = 'statement_approved';
    end if;
    if (new.desk_id, new.worker_id, new.month) is distinct from (old.desk_id, old.worker_id, old.month) then
      raise exception 'advice.statement: a statement stays of its adviser and month' using errcode = '23514', constraint = 'statement_fixed';
    end if;
  end if;
  if new.state in ('handed', 'approved') then
    if exists (select from advice.card c where c.desk_id = new.desk_id and c.worker_id = new.worker_id
        and c.on_date >= new.month and c.on_date < new.month + interval '1 month'
        and c.state = any (case new.state when 'handed' then array['draft'] else array['draft', 'disputed'] end)) then
      raise exception 'advice.statement: a card is not ready' using errcode = '23514', constraint = 'statement_open_cards';
    end if;
  end if;
  select count(*), coalesce(sum(c.hours), 0), coalesce(sum(c.value_grosze), 0) into new.cards, new.hours, new.value_grosze
    from advice.card c where c.desk_id = new.desk_id and c.worker_id = new.worker_id and c.on_date >= new.month and c.on_date < new.month + interval '1 month';
  return new;
end
$$;


-- What a link opens: the card as whoever was advised may read it.
create function advice.read_card(key text) returns table (card_id uuid, number text, desk text, desk_email text, desk_phone text, adviser text, client text,
  type_pl text, type_en text, on_date date, from_time time, to_time time, hours numeric, channel text, problem text, said text, next_steps text, state text, answered_by text)
language sql stable security definer set search_path = '' as $$
  select c.id, c.number, d.name_pl, d.email, d.phone, w.given_name || ' ' || w.family_name, k.name, t.name_pl, t.name_en, c.on_date, c.from_time, c.to_time, c.hours,
    c.channel, c.problem, c.advice, c.next_steps, c.state, c.answered_by
  from advice.card_link l join advice.card c on c.id = l.card_id join advice.client k on k.id = c.client_id join advice.desk d on d.id = c.desk_id
    join advice.advice_type t on t.code = c.type_code left join organisations.worker w on w.id = c.worker_id
  where l.hash = key and l.expires_at > kernel.instant() and c.state <> 'draft' and c.erased_at is null
$$;
-- Confirms the card, or says with words what is not so. False when it waits for no answer, or its adviser would answer themselves.
create function advice.answer_card(key text, agrees boolean, who text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  of_card uuid := (select l.card_id from advice.card_link l where l.hash = key and l.expires_at > kernel.instant());
begin
  update advice.card c set state = case when agrees then 'confirmed' else 'disputed' end, answered_at = kernel.instant(), answered_how = 'link', answered_by = who,
    dispute = case when agrees then '' else words end, updated_at = kernel.instant(), row_version = c.row_version + 1
    where c.id = of_card and c.state = 'waiting' and c.worker_id <> kernel.worker()
      and coalesce(advice.month_state(c.desk_id, c.worker_id, c.on_date), '') <> 'approved';
  if not found then return false; end if;
  update advice.card_link set used_at = kernel.instant() where hash = key;
  return true;
end
$$;
-- The cards of a month as the head of the desk sees them: of a person neither the name nor the words.
create function advice.month_cards(of_desk uuid, of_worker uuid, of_month date)
returns table (card_id uuid, number text, on_date date, type_code text, hours numeric, channel text, state text, client_kind text, client text, value_grosze bigint)
language sql stable security definer set search_path = '' as $$
  select c.id, c.number, c.on_date, c.type_code, c.hours, c.channel, c.state, c.client_kind, case when c.client_kind = 'person' then '' else k.name end, c.value_grosze
  from advice.card c join advice.client k on k.id = c.client_id
  where c.desk_id = of_desk and c.worker_id = of_worker and c.on_date >= of_month and c.on_date < of_month + interval '1 month'
    and (of_worker = kernel.worker() or of_desk = any (advice.led()))
  order by c.on_date, c.number
$$;
-- Who has cards of a month at the desks the acting worker oversees, and how far each is.
create function advice.month_advisers(of_month date)
returns table (desk_id uuid, worker_id uuid, worker text, cards int, hours numeric, value_grosze bigint, drafts int, waiting int, disputed int)
language sql stable security definer set search_path = '' as $$
  select c.desk_id, c.worker_id, w.given_name || ' ' || w.family_name, count(*)::int, sum(c.hours), coalesce(sum(c.value_grosze), 0)::bigint,
    (count(*) filter (where c.state = 'draft'))::int, (count(*) filter (where c.state = 'waiting'))::int, (count(*) filter (where c.state = 'disputed'))::int
  from advice.card c join organisations.worker w on w.id = c.worker_id
  where c.desk_id = any (advice.led()) and c.on_date >= of_month and c.on_date < of_month + interval '1 month'
  group by c.desk_id, c.worker_id, w.given_name, w.family_name order by 3
$$;
revoke execute on function advice.leads(), advice.my_persons(), advice.month_state(uuid, uuid, date), advice.read_card(text), advice.answer_card(text, boolean, text, text),
  advice.month_cards(uuid, uuid, date), advice.month_advisers(date) from public;
grant execute on function advice.leads(), advice.my_persons(), advice.month_state(uuid, uuid, date), advice.month_cards(uuid, uuid, date), advice.month_advisers(date) to splot_worker;
grant execute on function advice.read_card(text), advice.answer_card(text, boolean, text, text) to splot_worker, splot_participant, splot_public;
set local role splot_owner;

-- Nobody but whoever was advised answers by the link.
create function advice.keep_answer() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'splot_worker' and new.answered_how = 'link' and (tg_op = 'INSERT' or old.answered_how is distinct from 'link'
      or (new.state, new.answered_at, new.answered_by, new.dispute) is distinct from (old.state, old.answered_at, old.answered_by, old.dispute)) then
    raise exception 'advice.card: nobody answers for whoever was advised' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger answer before insert or update on advice.card for each row execute function advice.keep_answer();
create trigger keep before insert or update on advice.card for each row execute function advice.keep_card();
create trigger pool after insert or update on advice.card for each row execute function advice.keep_pool();
create trigger keep before insert or update on advice.statement for each row execute function advice.keep_statement();

do $$
declare
  t text;
  ours constant text := 'desk_id = any (coalesce((select advice.mine()), ''{}''::uuid[]))';
  heads constant text := 'desk_id = any (coalesce((select advice.led()), ''{}''::uuid[]))';
  leads constant text := 'desk_id = any (coalesce((select advice.leads()), ''{}''::uuid[]))';
  theirs text;
  seen text;
begin
  foreach t in array array['advice_type', 'card_rule'] loop
    execute format('alter table advice.%I enable row level security', t);
    execute format('alter table advice.%I force row level security', t);
    execute format('create policy everybody on advice.%I for select using (true)', t);
    execute format('grant select on advice.%I to splot_worker, splot_participant, splot_public, splot_system, splot_search', t);
  end loop;
  perform advice.protect('rate', 'lead');
  foreach t in array array['client', 'client_adviser', 'path', 'goal', 'pool', 'card', 'card_file'] loop
    theirs := case when t = 'client' then 'id' else 'client_id' end || ' = any (coalesce((select advice.my_persons()), ''{}''::uuid[]))';
    seen := format('case when %s <> ''person'' then %s or %s else %s and (%s or %s) end',
      case when t = 'client' then 'kind' else 'client_kind' end, ours, heads, ours, theirs, leads);
    execute format('alter table advice.%I enable row level security', t);
    execute format('alter table advice.%I force row level security', t);
    execute format('create policy seen on advice.%I for select to splot_worker using (%s)', t, seen);
    if t not in ('client', 'client_adviser', 'card') then
      execute format('create policy added on advice.%I for insert to splot_worker with check (%s and %s%s)', t, ours, seen, case when t = 'pool' then ' and used = 0' else '' end);
      execute format('create policy changed on advice.%I for update to splot_worker using (%s and %s) with check (%s and %s)', t, ours, seen, ours, seen);
    end if;
    execute format('create policy work on advice.%I to splot_system using (true) with check (true)', t);
    execute format('create policy doors on advice.%I for select to splot_search using (true)', t);
    execute format('grant select, insert on advice.%I to splot_worker', t);
    execute format('grant select, insert, update, delete on advice.%I to splot_system', t);
    execute format('grant select on advice.%I to splot_search', t);
  end loop;
  -- A client first, then its adviser: until then a person is seen by nobody, not even by who wrote them down.
  execute format('create policy added on advice.client for insert to splot_worker with check (%s and created_by = kernel.worker())', ours);
  execute format('create policy changed on advice.client for update to splot_worker using (%s) with check (%s)', ours, ours);
  execute format('create policy changed on advice.client_adviser for update to splot_worker using (%s) with check (%s)', ours, ours);
  execute format('create policy added on advice.card for insert to splot_worker with check (%s and worker_id = kernel.worker() and exists (select from advice.client k where k.id = client_id))', ours);
  execute format('create policy changed on advice.card for update to splot_worker using (%s and worker_id = kernel.worker()) with check (%s and worker_id = kernel.worker())', ours, ours);
end
$$;
-- Who advises a person is said by whoever wrote the person down (of themselves), by who advises them already, and by the lead.
set local role splot_search;
create function advice.may_let_in(of_client uuid, of_kind text, whom uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select of_kind <> 'person' or of_client = any (advice.my_persons())
    or exists (select from advice.client c where c.id = of_client and (c.desk_id = any (advice.leads())
      or c.created_by = kernel.worker() and whom = kernel.worker() and not exists (select from advice.client_adviser a where a.client_id = c.id)))
$$;
revoke execute on function advice.may_let_in(uuid, text, uuid) from public;
grant execute on function advice.may_let_in(uuid, text, uuid) to splot_worker;
set local role splot_owner;
create policy added on advice.client_adviser for insert to splot_worker
  with check (desk_id = any (coalesce((select advice.mine()), '{}'::uuid[])) and advice.may_let_in(client_id, client_kind, worker_id));

grant update (name, entity_id, institution_id, nip, undertaking, county_code, email, phone, row_version) on advice.client to splot_worker;
grant update (until, is_key) on advice.client_adviser to splot_worker;
grant update (diagnosis, next_steps, closed_on, outcome, row_version) on advice.path to splot_worker;
grant update (goal, due_on, reached_on, note, position) on advice.goal to splot_worker;
grant update (planned, source, row_version) on advice.pool to splot_worker;
grant update (client_id, client_kind, type_code, topic_code, pool_id, on_date, from_time, to_time, hours, channel, problem, advice, next_steps, state, asked_at, answered_at,
  answered_how, answered_by, dispute, updated_at, row_version) on advice.card to splot_worker;
create policy doors_on on advice.card for update to splot_search using (true) with check (true);
create policy doors_on on advice.pool for update to splot_search using (true) with check (true);
grant update on advice.card, advice.pool to splot_search;
create policy advice_card on kernel.file for select to splot_worker using (exists (select from advice.card_file f where f.file_id = file.id));

alter table advice.card_number enable row level security;
alter table advice.card_number force row level security;
create policy doors on advice.card_number to splot_search using (true) with check (true);
create policy work on advice.card_number to splot_system using (true) with check (true);
grant select, insert, update on advice.card_number to splot_search;
grant select, delete on advice.card_number to splot_system;

alter table advice.card_link enable row level security;
alter table advice.card_link force row level security;
create policy doors on advice.card_link to splot_search using (true) with check (true);
create policy work on advice.card_link to splot_system using (true) with check (true);
grant select, update on advice.card_link to splot_search;
grant select, insert, update, delete on advice.card_link to splot_system;

alter table advice.statement enable row level security;
alter table advice.statement force row level security;
create policy seen on advice.statement for select to splot_worker
  using (worker_id = kernel.worker() or desk_id = any (coalesce((select advice.led()), '{}'::uuid[])));
create policy added on advice.statement for insert to splot_worker
  with check (worker_id = kernel.worker() and state = 'handed' and desk_id = any (coalesce((select advice.mine()), '{}'::uuid[])));
create policy handed_again on advice.statement for update to splot_worker
  using (worker_id = kernel.worker() and state = 'returned') with check (worker_id = kernel.worker() and state = 'handed');
create policy decided on advice.statement for update to splot_worker
  using (worker_id <> kernel.worker() and desk_id = any (coalesce((select advice.led()), '{}'::uuid[])) and state = 'handed')
  with check (decided_by = kernel.worker() and state in ('approved', 'returned'));
create policy work on advice.statement to splot_system using (true) with check (true);
create policy doors on advice.statement for select to splot_search using (true);
grant select, insert on advice.statement to splot_worker;
grant update (state, handed_at, note, decided_by, decided_at, row_version) on advice.statement to splot_worker;
grant select, insert, update, delete on advice.statement to splot_system;
grant select on advice.statement to splot_search;
