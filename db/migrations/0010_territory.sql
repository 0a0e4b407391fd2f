-- Module: territory. Voivodeships, counties, gminas and localities of Poland, with the codes of TERYT where they are sure.

create schema territory authorization splot_owner;
grant usage on schema territory to splot_worker, splot_participant, splot_public, splot_system, splot_search;
comment on schema territory is 'The territorial division of Poland.';

create table territory.voivodeship (
  code text primary key check (code ~ '^\d{2}$'),
  name text not null
);
comment on table territory.voivodeship is 'The 16 voivodeships. Public data.';

create table territory.county (
  code text primary key check (code ~ '^\d{4}$'),
  name text not null,
  voivodeship_code text not null references territory.voivodeship on delete restrict,
  kind text not null check (kind in ('county', 'city'))
);
comment on table territory.county is 'Counties and cities with county rights, by TERYT code. Public data.';
create index county_voivodeship on territory.county (voivodeship_code);

create table territory.gmina (
  id text primary key,
  name text not null,
  county_code text not null references territory.county on delete restrict,
  kind text not null check (kind in ('urban', 'rural', 'urban-rural')),
  terc text check (terc ~ '^\d{7}$')
);
comment on table territory.gmina is 'Gminas. The TERC code is empty where it is not sure; an official file fills it. Public data.';
create index gmina_county on territory.gmina (county_code);
create unique index gmina_terc on territory.gmina (terc) where terc is not null;

create table territory.locality (
  id int primary key,
  name text not null,
  plain text generated always as (kernel.plain(name)) stored,
  gmina_id text not null references territory.gmina on delete restrict,
  county_code text not null references territory.county on delete restrict,
  kind text not null check (kind in ('town', 'village')),
  lat double precision not null,
  lon double precision not null
);
comment on table territory.locality is 'Localities with coordinates. Public data.';
create index locality_gmina on territory.locality (gmina_id, plain);
create index locality_county on territory.locality (county_code);
create index locality_plain on territory.locality using gin (plain gin_trgm_ops);

create table territory.source (
  name text primary key check (name = 'territory'),
  hash text not null,
  loaded_at timestamptz not null
);
comment on table territory.source is 'Which version of the reference files is loaded. Public data.';

grant select on all tables in schema territory to splot_worker, splot_participant, splot_public, splot_system, splot_search;

create view territory.api_gmina as
  select g.id, g.name, g.county_code, g.kind, g.terc, c.name as county_name, c.voivodeship_code
  from territory.gmina g join territory.county c on c.code = g.county_code;
create view territory.api_locality as select id, name, plain, gmina_id, county_code, kind, lat, lon from territory.locality;
grant select on territory.api_gmina, territory.api_locality to splot_worker, splot_participant, splot_public, splot_system, splot_search;
