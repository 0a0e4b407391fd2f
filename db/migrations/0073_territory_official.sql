-- Module: territory. Official files: the source and the day of every unit, the end of units that vanished, official boundaries.

alter table territory.voivodeship
  add column source text not null default 'splot' check (source in ('splot', 'terc')),
  add column as_of date not null default '2026-01-01';
alter table territory.county
  add column source text not null default 'splot' check (source in ('splot', 'terc')),
  add column as_of date not null default '2026-01-01',
  add column valid_to date;
alter table territory.gmina
  add column source text not null default 'splot' check (source in ('splot', 'terc')),
  add column as_of date not null default '2026-01-01',
  add column valid_to date;
comment on column territory.gmina.source is 'splot: the files of the repository; terc: the register of Statistics Poland, which wins.';
comment on column territory.gmina.as_of is 'The day whose state the source shows.';
comment on column territory.gmina.valid_to is 'The day on which the register had it no more; the row stays, because others refer to it.';

-- A unit that is no more keeps its code; the code may be given to another one.
drop index territory.gmina_terc;
create unique index gmina_terc on territory.gmina (terc) where terc is not null and valid_to is null;

create table territory.boundary (
  name text primary key check (name = 'counties'),
  topology json not null,
  source text not null,
  as_of date not null,
  loaded_at timestamptz not null
);
comment on table territory.boundary is 'Imported shapes of counties as simplified TopoJSON; they win over the drawn ones of the repository. Public data.';

grant select on territory.boundary to splot_worker, splot_participant, splot_public, splot_system, splot_search;
-- Imports are run by the system alone, from the command line.
grant insert, update on territory.voivodeship, territory.county, territory.gmina, territory.boundary to splot_system;

create or replace view territory.api_gmina as
  select g.id, g.name, g.county_code, g.kind, g.terc, c.name as county_name, c.voivodeship_code, g.valid_to
  from territory.gmina g join territory.county c on c.code = g.county_code;
