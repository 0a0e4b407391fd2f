-- Module: organisations. Legal entities, their institutions (acting units), workers, functions, authorisations.

create schema organisations authorization splot_owner;
grant usage on schema organisations to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema organisations to splot_search;
comment on schema organisations is 'Who acts: legal entities, institutions, workers with functions and authorisations.';

create table organisations.legal_entity (
  id uuid primary key,
  name text not null check (name <> ''),
  legal_form text not null check (legal_form in ('gmina', 'powiat', 'wojewodztwo', 'stowarzyszenie', 'fundacja', 'spoldzielnia_socjalna', 'spolka', 'koscielna', 'inna')),
  nip text check (nip ~ '^\d{10}$'),
  regon text check (regon ~ '^(\d{9}|\d{14})$'),
  krs text check (krs ~ '^\d{10}$'),
  row_version int not null default 1
);
comment on table organisations.legal_entity is 'A legal person. Public data.';
create unique index legal_entity_nip on organisations.legal_entity (nip) where nip is not null;
create unique index legal_entity_krs on organisations.legal_entity (krs) where krs is not null;

create table organisations.institution (
  id uuid primary key,
  legal_entity_id uuid not null references organisations.legal_entity on delete restrict,
  type text not null check (type in ('OPS', 'CUS', 'PCPR', 'PUP', 'WUP', 'ROPS', 'NGO', 'CIS', 'KIS', 'WTZ', 'ZAZ', 'SPS', 'PS', 'OWES', 'EMP')),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  county_code text,
  gmina_id text,
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  active_from date not null,
  active_to date check (active_to >= active_from),
  is_demo boolean not null default false,
  search text generated always as (kernel.plain(name || ' ' || short_name)) stored,
  row_version int not null default 1
);
comment on table organisations.institution is 'The unit that acts: an OPS of its gmina, a CIS of its founder. Public data.';
create index institution_legal_entity on organisations.institution (legal_entity_id);
create index institution_search on organisations.institution using gin (search gin_trgm_ops);

create table organisations.institution_area (
  institution_id uuid not null references organisations.institution on delete cascade,
  gmina_id text not null,
  primary key (institution_id, gmina_id)
);
comment on table organisations.institution_area is 'Gminas an institution is competent for (by residence: UPS art. 101). Public data.';
create index institution_area_gmina on organisations.institution_area (gmina_id);

create table organisations.worker (
  id uuid primary key,
  account_id uuid,
  institution_id uuid not null references organisations.institution on delete restrict,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  email text not null check (email <> ''),
  phone text not null default '',
  employed_from date not null,
  employed_to date check (employed_to >= employed_from),
  row_version int not null default 1,
  unique (institution_id, email)
);
comment on table organisations.worker is 'A person employed by an institution. One account may be a worker of several institutions.';
create index worker_account on organisations.worker (account_id);

create table organisations.worker_function (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  function text not null check (function in ('social_worker', 'employment_adviser', 'ngo_specialist', 'unit_worker', 'case_coordinator', 'partnership_coordinator', 'head', 'reception', 'dpo', 'analyst', 'institution_admin', 'technical_admin')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (worker_id with =, function with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table organisations.worker_function is 'What a worker does in the institution, from–to.';
create index worker_function_worker on organisations.worker_function (worker_id);
create index worker_function_institution on organisations.worker_function (institution_id);

create table organisations.authorisation (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  scope text[] not null check (scope <@ array['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10']),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  document text not null check (document <> ''),
  revoked_on date,
  exclude using gist (worker_id with =, daterange(valid_from, coalesce(revoked_on, valid_to), '[)') with &&)
);
comment on table organisations.authorisation is 'Documented authorisation to process data (UPS art. 100(7), RPSZ art. 50, UZS art. 8b). Without a valid one there is no access.';
create index authorisation_worker on organisations.authorisation (worker_id);
create index authorisation_institution on organisations.authorisation (institution_id);

create table organisations.absence (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  stand_in_id uuid not null references organisations.worker on delete restrict,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  check (worker_id <> stand_in_id),
  exclude using gist (worker_id with =, daterange(from_on, to_on, '[]') with &&)
);
comment on table organisations.absence is 'A worker is away and a stand-in acts for them, so that no case is left without an owner.';
create index absence_worker on organisations.absence (worker_id);
create index absence_stand_in on organisations.absence (stand_in_id);
create index absence_institution on organisations.absence (institution_id);

create table organisations.api_token (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  name text not null,
  hash text not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
comment on table organisations.api_token is 'Personal token for the JSON interface, bound to a worker of an institution and to scopes. Only the hash is kept.';
create index api_token_worker on organisations.api_token (worker_id);
create index api_token_institution on organisations.api_token (institution_id);

grant select on organisations.legal_entity, organisations.institution, organisations.institution_area to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update on organisations.legal_entity, organisations.institution to splot_worker;
grant insert, delete on organisations.institution_area to splot_worker;

-- Workers are known to the workers of every institution (they work together) and to nobody else by default.
do $$
declare t text;
begin
  foreach t in array array['worker', 'worker_function', 'authorisation', 'absence', 'api_token'] loop
    execute format('alter table organisations.%I enable row level security', t);
    execute format('alter table organisations.%I force row level security', t);
    execute format('grant select, insert, update on organisations.%I to splot_worker', t);
    execute format('grant select on organisations.%I to splot_search', t);
    execute format('create policy lookup on organisations.%I for select to splot_search using (true)', t);
    execute format('create policy add on organisations.%I for insert to splot_worker with check (institution_id = kernel.institution())', t);
    execute format('create policy change on organisations.%I for update to splot_worker using (institution_id = kernel.institution()) with check (institution_id = kernel.institution())', t);
  end loop;
end
$$;
create policy colleagues on organisations.worker for select to splot_worker using (true);
create policy own_institution on organisations.worker_function for select to splot_worker using (true);
create policy own_institution on organisations.authorisation for select to splot_worker using (institution_id = kernel.institution());
create policy stand_ins on organisations.absence for select to splot_worker using (true);
create policy own on organisations.api_token for select to splot_worker using (worker_id = kernel.worker());
create policy run on organisations.absence for select to splot_system using (true);
create policy run on organisations.worker for select to splot_system using (true);
create policy run on organisations.worker_function for select to splot_system using (true);
grant select on organisations.absence, organisations.worker, organisations.worker_function to splot_system;
-- A stand-in is visible to the participant too, but only through the case: see cases.api_ functions.

-- Who may this account act as? Asked before there is an actor, so it runs with the rights of the search role.
create function organisations.api_acting(for_account uuid, today date)
returns table (worker_id uuid, institution_id uuid, institution_name text, institution_type text, name text, functions text[], scope text[])
language sql stable security definer set search_path = '' as $$
  select w.id, i.id, i.short_name, i.type, w.given_name || ' ' || w.family_name,
    array(select f.function from organisations.worker_function f
          where f.worker_id = w.id and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today) order by 1),
    coalesce((select a.scope from organisations.authorisation a
              where a.worker_id = w.id and a.valid_from <= today and a.valid_to >= today and (a.revoked_on is null or a.revoked_on > today)), '{}')
  from organisations.worker w join organisations.institution i on i.id = w.institution_id
  where w.account_id = for_account and w.employed_from <= today and (w.employed_to is null or w.employed_to >= today)
    and (i.active_to is null or i.active_to >= today)
  order by i.name
$$;
alter function organisations.api_acting(uuid, date) owner to splot_search;
revoke execute on function organisations.api_acting(uuid, date) from public;
grant execute on function organisations.api_acting(uuid, date) to splot_public, splot_worker;

-- What other modules read.
create view organisations.api_institution as
  select id, legal_entity_id, type, name, short_name, county_code, gmina_id, address, phone, email, active_from, active_to from organisations.institution;
create view organisations.api_area as select institution_id, gmina_id from organisations.institution_area;
create view organisations.api_worker with (security_invoker = true) as
  select id, account_id, institution_id, given_name, family_name, given_name || ' ' || family_name as name, email, phone, employed_from, employed_to from organisations.worker;
create view organisations.api_function with (security_invoker = true) as
  select worker_id, institution_id, function, valid_from, valid_to from organisations.worker_function;
create view organisations.api_absence with (security_invoker = true) as
  select worker_id, institution_id, stand_in_id, from_on, to_on from organisations.absence;
grant select on organisations.api_institution, organisations.api_area to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant select on organisations.api_worker, organisations.api_function, organisations.api_absence to splot_worker, splot_system, splot_search;
