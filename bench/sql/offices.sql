-- Counties with their institutions, workers and partnership. County 0 has one large office, the others six small ones.
-- Kinds of generated ids: 1 entity, 2 institution, 3 worker, 4 function, 5 authorisation, 6 partnership, 7 member,
-- 8 agreement, 9 account, 10 signature, 11 contact person.

create temp table county as
select k, case when k = 0 then s.big else (s.cases - s.big - k + s.counties) / s.counties end as cases, t.code, t.name
from scale s, generate_series(0, s.counties) k
join (select row_number() over (order by (code = '1207') desc, code) - 1 as n, code, name from territory.county) t on t.n = k;

create temp table place as
select c.k, i.slot, c.k * 10 + i.slot as n, i.type, pg_temp.made(2, c.k * 10 + i.slot) as id, c.code,
  case when i.type = 'OPS' and c.k = 0 then c.cases when i.type = 'OPS' then (c.cases + 5 - i.slot) / 6
    when i.type = 'PUP' then c.cases else c.cases / 4 end as cases,
  case i.type when 'OPS' then 60 when 'PUP' then 125 else 60 end as load,
  i.type || ' ' || c.name || ' ' || i.slot as name
from county c join (values (0, 'OPS'), (1, 'OPS'), (2, 'OPS'), (3, 'OPS'), (4, 'OPS'), (5, 'OPS'), (6, 'PUP'), (7, 'NGO'), (8, 'NGO'), (9, 'CIS')) i(slot, type)
  on c.k > 0 or i.slot not between 1 and 5;
alter table place add column workers int;
update place set workers = greatest(1, (cases + load - 1) / load);
create unique index on place (k, slot);
analyze place;

insert into organisations.legal_entity (id, name, legal_form)
select pg_temp.made(1, n), name, case type when 'NGO' then 'stowarzyszenie' when 'PUP' then 'powiat' else 'gmina' end from place;
insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, gmina_id, active_from)
select p.id, pg_temp.made(1, p.n), p.type, p.name, p.name, p.code, g.id, '2015-01-01'
from place p left join lateral (select id from territory.gmina where county_code = p.code order by id offset p.slot % 5 limit 1) g on true;
insert into organisations.institution_area (institution_id, gmina_id)
select p.id, g.id from place p join territory.gmina g on g.county_code = p.code;

-- Worker 0 of each institution is its head.
create temp table hand as
select p.k, p.slot, p.type, p.id as institution_id, w, p.n * 1000 + w as n, pg_temp.made(3, p.n * 1000 + w) as id
from place p, generate_series(0, p.workers) w;
insert into organisations.worker (id, account_id, institution_id, given_name, family_name, email, employed_from)
select id, pg_temp.made(9, n), institution_id, (array['Anna', 'Maria', 'Ewa', 'Piotr', 'Jan', 'Zofia', 'Adam', 'Iwona'])[1 + n % 8],
  'Pracująca' || n, 'w' || n || '@example.org', '2018-01-01' from hand;
insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from)
select pg_temp.made(4, n * 2), id, institution_id,
  case when w = 0 then 'head' else case type when 'OPS' then 'social_worker' when 'PUP' then 'employment_adviser' when 'NGO' then 'ngo_specialist' else 'unit_worker' end end, date '2018-01-01' from hand
union all
select pg_temp.made(4, n * 2 + 1), id, institution_id, 'case_coordinator', date '2018-01-01' from hand where type = 'OPS' and w > 0;
insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document)
select pg_temp.made(5, n), id, institution_id, array['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'], '2018-01-01', '2099-12-31', 'pomiar' from hand;

insert into partnerships.partnership (id, name, county_code, state, started_on)
select pg_temp.made(6, k), 'Partnerstwo ' || name, code, 'operating', '2020-01-01' from county;
insert into partnerships.area (partnership_id, gmina_id)
select pg_temp.made(6, c.k), g.id from county c join territory.gmina g on g.county_code = c.code;
insert into partnerships.member (id, partnership_id, institution_id, joined_on)
select pg_temp.made(7, n), pg_temp.made(6, k), id, '2020-01-01' from place;
insert into partnerships.agreement (id, partnership_id, version, state, data_annex, valid_from)
select pg_temp.made(8, k), pg_temp.made(6, k), 1, 'in_force', true, '2020-01-01' from county;
insert into partnerships.agreement_scope (agreement_id, institution_type, classes)
select pg_temp.made(8, c.k), t, array['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] from county c, unnest(array['OPS', 'PUP', 'NGO', 'CIS']) t;
insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form)
select pg_temp.made(10, n), pg_temp.made(8, k), id, 'Kierownik', '2020-01-01', 'paper' from place;
insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
select pg_temp.made(11, p.n), pg_temp.made(6, p.k), p.id, pg_temp.made(3, p.n * 1000), case p.type when 'PUP' then 'coordinator' else 'contact' end, '2020-01-01' from place p;
