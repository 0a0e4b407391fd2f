-- Module: territory. How many people live where: the denominator of densities.

create table territory.population (
  area_code text not null check (area_code ~ '^\d{2}(\d{2})?$'),
  on_day date not null,
  inhabitants int not null check (inhabitants > 0),
  source text not null,
  primary key (area_code, on_day)
);
comment on table territory.population is 'Inhabitants of voivodeships (two digits) and counties (four) on a day. What is not here has no density. Public data.';
grant select on territory.population to splot_worker, splot_participant, splot_public, splot_system, splot_search;

insert into territory.population (area_code, on_day, inhabitants, source)
select code, '2024-12-31', inhabitants, 'GUS, Bank Danych Lokalnych, ludność według funkcjonalnych grup wieku, stan na 31.12.2024'
from (values ('02', 2868242), ('04', 1984479), ('06', 1996440), ('08', 969819), ('10', 2345924), ('12', 3429084),
  ('14', 5508322), ('16', 930296), ('18', 2062997), ('20', 1132641), ('22', 2359493), ('24', 4291441), ('26', 1157991),
  ('28', 1349172), ('30', 3479986), ('32', 1622760)) as v (code, inhabitants);

create view territory.api_population as
  select distinct on (area_code) area_code, on_day, inhabitants, source from territory.population order by area_code, on_day desc;
create view territory.api_county as select code, name, voivodeship_code, kind from territory.county;
create view territory.api_voivodeship as select code, name from territory.voivodeship;
grant select on territory.api_population, territory.api_county, territory.api_voivodeship
  to splot_worker, splot_participant, splot_public, splot_system, splot_search;
