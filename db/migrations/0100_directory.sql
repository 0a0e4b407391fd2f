-- Module: directory. The open base of social-economy entities: records, places, statuses, offers, support for people.
--
-- Everything here is public data about organisations; contacts are roles, never private persons. Reading is free to
-- every role; writing is bound to the institution that keeps the record, or to an editor of the base.

create schema directory authorization splot_owner;
grant usage on schema directory to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema directory to splot_search;
comment on schema directory is 'The public base of social-economy entities and what they offer.';

-- An identifier for the outside that follows from a name and never changes (a uuid of version 8).
create function directory.stable_id(name text) returns uuid language sql immutable parallel safe strict
  as $$ select overlay(overlay(md5('splot.directory:' || name) placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid $$;

-- Dictionaries. One shape for all of them, which is also the shape of HSDS taxonomies.
create table directory.taxonomy (
  code text primary key,
  id uuid generated always as (directory.stable_id(code)) stored unique,
  name_pl text not null,
  name_en text not null,
  note_pl text not null,
  note_en text not null,
  version text,
  source text not null
);
comment on table directory.taxonomy is 'Dictionaries of the base: types, legal forms, statuses, categories, CPV, PKD, groups, support, accessibility. Public data.';
comment on column directory.taxonomy.id is 'Identifier outside Splot (HSDS); never changes.';

create table directory.term (
  taxonomy text not null references directory.taxonomy on delete restrict,
  code text not null,
  id uuid generated always as (directory.stable_id(taxonomy || ':' || code)) stored unique,
  parent_code text,
  name_pl text not null,
  name_en text not null,
  words text[] not null default '{}',
  position int not null default 0,
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (taxonomy, code),
  foreign key (taxonomy, parent_code) references directory.term (taxonomy, code) on delete restrict
);
comment on table directory.term is 'Entries of the dictionaries. Public data.';
comment on column directory.term.words is 'Everyday Polish words by which people look for it.';
create index term_parent on directory.term (taxonomy, parent_code);

create table directory.term_link (
  taxonomy text not null,
  code text not null,
  to_taxonomy text not null,
  to_code text not null,
  primary key (taxonomy, code, to_taxonomy, to_code),
  foreign key (taxonomy, code) references directory.term (taxonomy, code) on delete cascade,
  foreign key (to_taxonomy, to_code) references directory.term (taxonomy, code) on delete cascade
);
comment on table directory.term_link is 'Which entries of two dictionaries belong together, many to many: categories with CPV and PKD, PKD 2007 with PKD 2025. Public data.';
create index term_link_to on directory.term_link (to_taxonomy, to_code);

create table directory.source (
  code text primary key,
  name_pl text not null,
  name_en text not null,
  keeper text not null,
  kind text not null check (kind in ('register', 'self', 'editor', 'partner')),
  url text,
  licence text
);
comment on table directory.source is 'Where records come from. Public data.';

create table directory.freshness_rule (
  code text not null check (code in ('ageing', 'unconfirmed')),
  months int not null check (months > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (code, valid_from)
);
comment on table directory.freshness_rule is 'After how many months a confirmation is due again, and after how many the record counts as unconfirmed. Public data.';
insert into directory.freshness_rule values
  ('ageing', 6, '2000-01-01', null, 'Ustalenie redakcji bazy; podmiot dostaje wtedy prośbę o potwierdzenie'),
  ('unconfirmed', 12, '2000-01-01', null, 'Ustalenie redakcji bazy na wzór norm katalogów usług: sprawdzenie raz w roku');

-- A column that holds an entry of one dictionary names the dictionary beside it, so that the foreign key is real.
create table directory.entity (
  id uuid primary key,
  parent_id uuid references directory.entity on delete restrict,
  type text not null,
  legal_form text,
  name text not null check (name <> '' and length(name) <= 300),
  short_name text not null check (short_name <> '' and length(short_name) <= 120),
  krs text check (krs ~ '^\d{10}$'),
  nip text check (nip ~ '^\d{10}$'),
  regon text check (regon ~ '^(\d{9}|\d{14})$'),
  register_number text check (register_number <> ''),
  description_pl text not null default '' check (length(description_pl) <= 5000),
  description_en text not null default '' check (length(description_en) <= 5000),
  founded_on date,
  size_band text check (size_band in ('1-4', '5-9', '10-49', '50+')),
  contact_role text not null default '' check (length(contact_role) <= 120),
  phone text not null default '',
  email text not null default '',
  website text not null default '' check (website = '' or website ~ '^https?://'),
  state text not null default 'active' check (state in ('active', 'suspended', 'in_liquidation', 'deregistered')),
  state_since date,
  source_code text not null references directory.source on delete restrict,
  source_on date not null,
  confirmed_on date,
  confirmed_by text check (confirmed_by in ('entity', 'editor', 'register')),
  institution_id uuid references organisations.institution on delete set null,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  row_version int not null default 1,
  type_of text generated always as ('type') stored,
  legal_form_of text generated always as ('legal_form') stored,
  foreign key (type_of, type) references directory.term (taxonomy, code) on delete restrict,
  foreign key (legal_form_of, legal_form) references directory.term (taxonomy, code) on delete restrict,
  check (parent_id <> id),
  check (confirmed_on is null or confirmed_by is not null)
);
comment on table directory.entity is 'A social-economy entity, or a unit of one (CIS, KIS, WTZ, ZAZ), as the public sees it. Public data.';
comment on column directory.entity.parent_id is 'The legal entity that runs this unit; empty for a legal entity itself.';
comment on column directory.entity.register_number is 'Its number in the register of the voivode (CIS, KIS, social enterprises).';
comment on column directory.entity.contact_role is 'Whom to ask for, as a role: never the name of a private person.';
comment on column directory.entity.confirmed_on is 'When somebody last confirmed that the record is true. "Unconfirmed" follows from its age, it is no state of its own.';
comment on column directory.entity.institution_id is 'The institution whose workers keep this record, once they have claimed it.';
-- A unit may repeat the identifiers of its founder; two legal entities may not share one.
create unique index entity_krs on directory.entity (krs) where parent_id is null and krs is not null;
create unique index entity_nip on directory.entity (nip) where parent_id is null and nip is not null;
create unique index entity_regon on directory.entity (regon) where parent_id is null and regon is not null;
create index entity_parent on directory.entity (parent_id);
create index entity_institution on directory.entity (institution_id);
create index entity_source on directory.entity (source_code);
create index entity_changed on directory.entity (updated_at, id);
create index entity_type on directory.entity (type_of, type);
create index entity_legal_form on directory.entity (legal_form_of, legal_form);

create table directory.status (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  status text not null,
  decision_number text not null default '',
  authority text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  status_of text generated always as ('status') stored,
  foreign key (status_of, status) references directory.term (taxonomy, code) on delete restrict,
  exclude using gist (entity_id with =, status with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table directory.status is 'Statuses with decision and period: social enterprise (PS), public benefit (OPP), sheltered work (ZPCh). Public data.';
create index status_entity on directory.status (entity_id);
create index status_term on directory.status (status_of, status);

create table directory.founder (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  kind text not null check (kind in ('persons', 'local_government', 'ngo', 'church', 'cooperative', 'company', 'other')),
  name text not null default '' check (kind <> 'persons' or name = '')
);
comment on table directory.founder is 'Who founded it: legal persons by name, natural persons only as a kind. Public data.';
create index founder_entity on directory.founder (entity_id);

create table directory.entity_term (
  entity_id uuid not null references directory.entity on delete cascade,
  taxonomy text not null check (taxonomy in ('group', 'pkd2007', 'pkd2025')),
  code text not null,
  is_main boolean not null default false,
  primary key (entity_id, taxonomy, code),
  foreign key (taxonomy, code) references directory.term (taxonomy, code) on delete restrict
);
comment on table directory.entity_term is 'At-risk groups it employs and the classes of its activity. Public data.';
create index entity_term_term on directory.entity_term (taxonomy, code);

create table directory.served_county (
  entity_id uuid not null references directory.entity on delete cascade,
  county_code text not null references territory.county on delete restrict,
  primary key (entity_id, county_code)
);
comment on table directory.served_county is 'Counties it works in beside those of its places. Public data.';
create index served_county_county on directory.served_county (county_code);

create table directory.place (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  name text not null default '' check (length(name) <= 200),
  kind text not null check (kind in ('physical', 'postal', 'virtual')),
  is_main boolean not null,
  street text not null default '' check (length(street) <= 200),
  postal_code text not null default '' check (postal_code = '' or postal_code ~ '^\d{2}-\d{3}$'),
  locality_id int references territory.locality on delete set null,
  locality text not null default '' check (length(locality) <= 100),
  gmina_id text references territory.gmina on delete set null,
  county_code text references territory.county on delete restrict,
  lat double precision check (lat between 48.9 and 55.0),
  lon double precision check (lon between 14.0 and 24.3),
  directions text not null default '' check (length(directions) <= 1000),
  check ((lat is null) = (lon is null))
);
comment on table directory.place is 'Where it works: the seat and other places, with coordinates (those of the locality when nothing better is known). Public data.';
comment on column directory.place.directions is 'How to get there.';
create index place_entity on directory.place (entity_id);
create unique index place_main on directory.place (entity_id) where is_main;
create index place_locality on directory.place (locality_id);
create index place_gmina on directory.place (gmina_id);
create index place_county on directory.place (county_code);

create table directory.place_access (
  place_id uuid not null references directory.place on delete cascade,
  code text not null,
  note text not null default '' check (length(note) <= 300),
  access_of text generated always as ('access') stored,
  primary key (place_id, code),
  foreign key (access_of, code) references directory.term (taxonomy, code) on delete restrict
);
comment on table directory.place_access is 'Accessibility of a place. Public data.';
create index place_access_term on directory.place_access (access_of, code);

create table directory.opening (
  id uuid primary key,
  place_id uuid not null references directory.place on delete cascade,
  weekday int check (weekday between 1 and 7),
  on_day date,
  opens time,
  closes time check (closes > opens),
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  note text not null default '' check (length(note) <= 200),
  check ((weekday is null) <> (on_day is null)),
  check ((opens is null) = (closes is null)),
  check (weekday is null or opens is not null)
);
comment on table directory.opening is 'Opening hours: a rule for a weekday (1 is Monday), or an exception for one day, on which no hours mean closed. Public data.';
create index opening_place on directory.opening (place_id);

create table directory.photo (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  file_id uuid not null,
  alt_pl text not null check (alt_pl <> ''),
  alt_en text not null default '',
  licence text not null default '',
  position int not null default 0
);
comment on table directory.photo is 'Pictures, each with its alternative text. Public data.';
create index photo_entity on directory.photo (entity_id, position);

create table directory.offer (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  category text not null,
  name text not null check (name <> '' and length(name) <= 200),
  description text not null default '' check (length(description) <= 3000),
  price_from bigint check (price_from >= 0),
  price_to bigint check (price_to >= price_from),
  price_unit text not null default '' check (length(price_unit) <= 60),
  capacity int check (capacity > 0),
  capacity_unit text not null default '' check (length(capacity_unit) <= 60),
  lead_days int check (lead_days >= 0),
  range_km int check (range_km > 0),
  reserved_basis text[] not null default '{}',
  certificates text not null default '' check (length(certificates) <= 500),
  samples text not null default '' check (length(samples) <= 1000),
  active boolean not null default true,
  updated_at timestamptz not null,
  row_version int not null default 1,
  category_of text generated always as ('category') stored,
  foreign key (category_of, category) references directory.term (taxonomy, code) on delete restrict,
  check ((capacity is null) = (capacity_unit = ''))
);
comment on table directory.offer is 'Goods and services for buyers. Prices in grosze; none means on request. Public data.';
comment on column directory.offer.reserved_basis is 'On which provisions a contract may be reserved for it (codes of directory.procurement_rule).';
create index offer_entity on directory.offer (entity_id);
create index offer_category on directory.offer (category_of, category);

create table directory.offer_code (
  offer_id uuid not null references directory.offer on delete cascade,
  taxonomy text not null check (taxonomy in ('cpv', 'pkd2007', 'pkd2025')),
  code text not null,
  primary key (offer_id, taxonomy, code),
  foreign key (taxonomy, code) references directory.term (taxonomy, code) on delete restrict
);
comment on table directory.offer_code is 'CPV and PKD of an offer. Public data.';
create index offer_code_term on directory.offer_code (taxonomy, code);

create table directory.support (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  place_id uuid references directory.place on delete set null,
  kind text not null,
  name text not null check (name <> '' and length(name) <= 200),
  description text not null default '' check (length(description) <= 3000),
  description_easy text not null default '' check (length(description_easy) <= 2000),
  minimum_age int check (minimum_age between 0 and 120),
  maximum_age int check (maximum_age between 0 and 120),
  fee bigint not null default 0 check (fee >= 0),
  fee_note text not null default '' check (length(fee_note) <= 300),
  how_to_apply text not null default '' check (length(how_to_apply) <= 1000),
  takes_referrals boolean not null default false,
  places_total int check (places_total > 0),
  places_free int check (places_free between 0 and places_total),
  places_on date,
  languages text[] not null default '{pl}',
  active boolean not null default true,
  updated_at timestamptz not null,
  row_version int not null default 1,
  kind_of text generated always as ('support') stored,
  foreign key (kind_of, kind) references directory.term (taxonomy, code) on delete restrict,
  check (minimum_age is null or maximum_age is null or maximum_age >= minimum_age),
  check ((places_free is null) = (places_on is null))
);
comment on table directory.support is 'Support services for people: for whom, how to get in, how many free places and as of when. Fee in grosze, 0 is free. Public data.';
comment on column directory.support.takes_referrals is 'A referral can be sent to it through Splot: its institution works here.';
create index support_entity on directory.support (entity_id);
create index support_place on directory.support (place_id);
create index support_kind on directory.support (kind_of, kind);

create table directory.eligibility (
  id uuid primary key,
  support_id uuid not null references directory.support on delete cascade,
  rule text not null check (rule in ('county', 'gmina', 'registered_unemployed', 'long_term_unemployed', 'welfare_recipient', 'disability', 'homeless', 'addiction_treatment', 'released_prisoner', 'refugee', 'mental_disorder', 'leaving_care', 'referral_needed', 'social_contract')),
  value text not null default '',
  unique (support_id, rule, value)
);
comment on table directory.eligibility is 'Who may use a support service, as data: several values of one rule are alternatives, different rules hold together. Public data.';
create index eligibility_support on directory.eligibility (support_id);

create table directory.required_paper (
  id uuid primary key,
  support_id uuid not null references directory.support on delete cascade,
  name text not null check (name <> '')
);
comment on table directory.required_paper is 'Papers a person must bring. Public data.';
create index required_paper_support on directory.required_paper (support_id);

-- History: nothing vanishes silently.
create table directory.change (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('entity', 'editor', 'import', 'reader')),
  source_code text references directory.source on delete restrict,
  fields jsonb not null check (jsonb_typeof(fields) = 'array')
);
comment on table directory.change is 'History of a record. Public data: it says which kind of hand changed what, never who (that stands in the access record).';
comment on column directory.change.fields is 'List of {field, before, after}: texts as they were shown.';
create index change_entity on directory.change (entity_id, at desc);
create index change_source on directory.change (source_code);

-- What the search reads: one row for each entity, written by the module whenever a record changes.
create table directory.listing (
  entity_id uuid primary key references directory.entity on delete cascade,
  type text not null,
  name text not null,
  plain text not null,
  words tsvector not null,
  summary text not null,
  legal_form text,
  statuses text[] not null,
  categories text[] not null,
  cpv text[] not null,
  pkd text[] not null,
  groups text[] not null,
  access text[] not null,
  support_kinds text[] not null,
  reserved boolean not null,
  takes_referrals boolean not null,
  free_places int not null,
  offers int not null,
  state text not null,
  confirmed_on date,
  locality text not null,
  county_code text,
  voivodeship_code text,
  counties text[] not null,
  lat double precision,
  lon double precision,
  founded_on date,
  size_band text,
  updated_at timestamptz not null
);
comment on table directory.listing is 'Search row of an entity: everything filters, facets and the map need, in one place. Derived; a test compares it with the records. Public data.';
create index listing_words on directory.listing using gin (words);
create index listing_plain on directory.listing using gin (plain gin_trgm_ops);
create index listing_county on directory.listing (county_code);

-- Kilometres between two points on the ground (haversine, a sphere of 6371 km).
create function directory.km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
returns double precision language sql immutable parallel safe as $$
  select 12742 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2) + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))))
$$;

-- Whether the acting worker edits the base; asked once a statement, as (select directory.edits()).
create function directory.edits() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.worker_function f
    where f.worker_id = kernel.worker() and f.institution_id = kernel.institution() and f.function = 'editor'
      and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
$$;
alter function directory.edits() owner to splot_search;
revoke execute on function directory.edits() from public;
grant execute on function directory.edits() to splot_worker;

-- Whether the acting worker may write what belongs to an entity: an editor, or the institution that keeps the record.
create function directory.keeps(entity uuid) returns boolean
language sql stable security invoker set search_path = '' as $$
  select (select directory.edits()) or exists (
    select from directory.entity e where e.id = entity and e.institution_id = kernel.institution())
$$;

grant select on all tables in schema directory to splot_worker, splot_participant, splot_public, splot_system, splot_search;
do $$
declare t text;
begin
  -- Dictionaries: editors. No deletion: what is no longer used gets an end date.
  foreach t in array array['taxonomy', 'term', 'term_link', 'source', 'freshness_rule'] loop
    -- Not forced: migrations fill them as the owner, and nothing in them is about a person.
    execute format('alter table directory.%I enable row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy editors on directory.%I for insert to splot_worker with check ((select directory.edits()))', t);
    execute format('create policy editors_change on directory.%I for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()))', t);
    execute format('grant insert, update on directory.%I to splot_worker', t);
  end loop;
  -- Parts of a record.
  foreach t in array array['status', 'founder', 'entity_term', 'served_county', 'place', 'photo', 'offer', 'support', 'change', 'listing'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy keepers on directory.%I to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))', t);
    execute format('create policy work on directory.%I to splot_system using (true) with check (true)', t);
    execute format('grant insert, update, delete on directory.%I to splot_worker, splot_system', t);
  end loop;
  foreach t in array array['place_access', 'opening'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy keepers on directory.%I to splot_worker using (exists (select from directory.place p where p.id = place_id and directory.keeps(p.entity_id))) with check (exists (select from directory.place p where p.id = place_id and directory.keeps(p.entity_id)))', t);
    execute format('create policy work on directory.%I to splot_system using (true) with check (true)', t);
    execute format('grant insert, update, delete on directory.%I to splot_worker, splot_system', t);
  end loop;
  execute 'alter table directory.offer_code enable row level security';
  execute 'alter table directory.offer_code force row level security';
  execute 'create policy everybody on directory.offer_code for select using (true)';
  execute 'create policy keepers on directory.offer_code to splot_worker using (exists (select from directory.offer o where o.id = offer_id and directory.keeps(o.entity_id))) with check (exists (select from directory.offer o where o.id = offer_id and directory.keeps(o.entity_id)))';
  execute 'create policy work on directory.offer_code to splot_system using (true) with check (true)';
  execute 'grant insert, update, delete on directory.offer_code to splot_worker, splot_system';
  foreach t in array array['eligibility', 'required_paper'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy keepers on directory.%I to splot_worker using (exists (select from directory.support s where s.id = support_id and directory.keeps(s.entity_id))) with check (exists (select from directory.support s where s.id = support_id and directory.keeps(s.entity_id)))', t);
    execute format('create policy work on directory.%I to splot_system using (true) with check (true)', t);
    execute format('grant insert, update, delete on directory.%I to splot_worker, splot_system', t);
  end loop;
end
$$;
-- History is added to, never rewritten.
revoke update, delete on directory.change from splot_worker, splot_system;

alter table directory.entity enable row level security;
alter table directory.entity force row level security;
create policy everybody on directory.entity for select using (true);
create policy add on directory.entity for insert to splot_worker
  with check ((select directory.edits()) or institution_id = kernel.institution());
create policy keep on directory.entity for update to splot_worker
  using ((select directory.edits()) or institution_id = kernel.institution())
  with check ((select directory.edits()) or institution_id = kernel.institution());
create policy work on directory.entity to splot_system using (true) with check (true);
grant insert, update on directory.entity to splot_worker, splot_system;

-- What other modules read.
create view directory.api_entity with (security_invoker = true) as
  select e.id, e.parent_id, e.type, e.name, e.short_name, e.state, e.institution_id, e.confirmed_on, l.county_code, l.locality, l.lat, l.lon
  from directory.entity e left join directory.listing l on l.entity_id = e.id;
create view directory.api_support with (security_invoker = true) as
  select s.id, s.entity_id, s.kind, s.name, s.minimum_age, s.maximum_age, s.takes_referrals, s.places_total, s.places_free, s.places_on, s.active,
    e.short_name as entity_name, e.institution_id, e.state, coalesce(p.county_code, l.county_code) as county_code, coalesce(p.lat, l.lat) as lat, coalesce(p.lon, l.lon) as lon
  from directory.support s join directory.entity e on e.id = s.entity_id
    left join directory.place p on p.id = s.place_id left join directory.listing l on l.entity_id = e.id;
grant select on directory.api_entity, directory.api_support to splot_worker, splot_participant, splot_public, splot_system, splot_search;
