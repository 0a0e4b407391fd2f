-- Module: directory. How fresh the base was at the beginning of each month: what the records of today no longer tell.

create table directory.freshness_month (
  month date not null check (extract(day from month) = 1),
  voivodeship_code text not null check (voivodeship_code ~ '^\d{2}$'),
  records int not null check (records >= 0),
  within6 int not null check (within6 >= 0),
  within12 int not null check (within12 >= within6 and within12 <= records),
  primary key (month, voivodeship_code)
);
comment on table directory.freshness_month is 'Records that still exist, and how many of them were confirmed within six and twelve months, by month and voivodeship (00: place unknown). Public data.';
alter table directory.freshness_month enable row level security;
alter table directory.freshness_month force row level security;
create policy everybody on directory.freshness_month for select using (true);
create policy work on directory.freshness_month to splot_system using (true) with check (true);
grant select on directory.freshness_month to splot_worker, splot_participant, splot_public, splot_search;
grant select, insert, update on directory.freshness_month to splot_system;
