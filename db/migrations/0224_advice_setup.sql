-- Module: advice. How a desk is set up: its topics, who is away, who is on duty and when.

alter table advice.desk add column assigns_itself boolean not null default false;
comment on column advice.desk.assigns_itself is 'A new question goes to the first proposed expert by itself; otherwise a person decides.';

create table advice.desk_topic (
  desk_id uuid not null references advice.desk on delete restrict,
  topic_code text not null references advice.topic on delete restrict,
  is_on boolean not null,
  primary key (desk_id, topic_code)
);
comment on table advice.desk_topic is 'Topics a desk has switched off, or on again; without a row a topic is on. Public data.';
create index desk_topic_topic on advice.desk_topic (topic_code);

create table advice.away (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  stand_in_id uuid references organisations.worker on delete restrict check (stand_in_id <> worker_id),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  cancelled_at timestamptz
);
comment on table advice.away is 'Days on which somebody does not answer at this desk though present in the own institution: noted by themselves or by the lead. Absences of the institution stand in organisations.absence.';
create index away_desk on advice.away (desk_id, to_on);
create index away_worker on advice.away (worker_id);
create index away_stand_in on advice.away (stand_in_id);

create table advice.duty (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  kind text not null check (kind in ('phone', 'visit', 'online')),
  weekday int check (weekday between 1 and 7),
  on_day date,
  from_time time not null,
  to_time time not null check (to_time > from_time),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  check ((weekday is null) <> (on_day is null)),
  unique (id, desk_id)
);
comment on table advice.duty is 'Hours in which somebody is at the telephone, receives people or talks online: every week on a weekday (1 = Monday), or on one day. A duty ends, it is not deleted.';
create index duty_desk on advice.duty (desk_id, valid_to);
create index duty_worker on advice.duty (worker_id);

create table advice.duty_change (
  id uuid primary key,
  duty_id uuid not null,
  desk_id uuid not null,
  on_day date not null,
  substitute_id uuid references organisations.worker on delete restrict,
  note text not null default '' check (length(note) <= 200),
  cancelled_at timestamptz,
  foreign key (duty_id, desk_id) references advice.duty (id, desk_id) on delete restrict
);
comment on table advice.duty_change is 'One day on which a duty is otherwise: somebody else has it, or it falls out (no substitute).';
create unique index duty_change_once on advice.duty_change (duty_id, on_day) where cancelled_at is null;
create index duty_change_duty on advice.duty_change (duty_id, desk_id);
create index duty_change_desk on advice.duty_change (desk_id, on_day);
create index duty_change_substitute on advice.duty_change (substitute_id);

select advice.protect('duty', 'lead');
select advice.protect('duty_change', 'lead');
revoke update on advice.duty, advice.duty_change from splot_worker;
grant update (valid_to) on advice.duty to splot_worker;
grant update (cancelled_at) on advice.duty_change to splot_worker;

-- Everybody notes their own days away; the lead notes anybody's.
select advice.protect('away', 'lead');
create policy own on advice.away for insert to splot_worker
  with check (worker_id = kernel.worker() and desk_id = any (coalesce((select advice.mine()), '{}')));
create policy own_change on advice.away for update to splot_worker
  using (worker_id = kernel.worker()) with check (worker_id = kernel.worker());
revoke update on advice.away from splot_worker;
grant update (cancelled_at) on advice.away to splot_worker;

alter table advice.desk_topic enable row level security;
alter table advice.desk_topic force row level security;
create policy everybody on advice.desk_topic for select using (true);
create policy added on advice.desk_topic for insert to splot_worker with check (desk_id = any (coalesce((select advice.led()), '{}')));
create policy changed on advice.desk_topic for update to splot_worker
  using (desk_id = any (coalesce((select advice.led()), '{}'))) with check (desk_id = any (coalesce((select advice.led()), '{}')));
grant select on advice.desk_topic to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update on advice.desk_topic to splot_worker;

-- The hours of a desk for everybody: no names, and what falls out.
set local role splot_search;
create function advice.hours(desk uuid, from_day date, to_day date)
  returns table (duty_id uuid, kind text, weekday int, on_day date, from_time time, to_time time, valid_from date, valid_to date, off_on date[])
language sql stable security definer set search_path = '' as $$
  select d.id, d.kind, d.weekday, d.on_day, d.from_time, d.to_time, d.valid_from, d.valid_to,
    array(select c.on_day from advice.duty_change c where c.duty_id = d.id and c.substitute_id is null and c.cancelled_at is null
      and c.on_day between from_day and to_day order by 1)
  from advice.duty d join advice.desk k on k.id = d.desk_id
  where d.desk_id = desk and k.state = 'active' and d.valid_from <= to_day and (d.valid_to is null or d.valid_to >= from_day)
    and (d.on_day is null or d.on_day between from_day and to_day)
  order by d.weekday, d.on_day, d.from_time
  limit 200
$$;
revoke execute on function advice.hours(uuid, date, date) from public;
grant execute on function advice.hours(uuid, date, date) to splot_worker, splot_participant, splot_public;
set local role splot_owner;

-- More of the tree: what support centres advise on, and what offices and organisations ask.
insert into advice.topic (code, parent_code, name_pl, name_en, legal, position, valid_from, source)
select t.code, t.parent, t.pl, t.en, t.legal, t.position, '2000-01-01', t.source from (values
  ('social_contract', 'help', 'Kontrakt socjalny', 'Social contract', true, 55, 'Ustawa o pomocy społecznej, art. 108'),
  ('social_work', 'help', 'Praca socjalna i wywiad', 'Social work and the family interview', false, 56, 'Ustawa o pomocy społecznej, art. 45 i 107'),
  ('cis', 'social_employment', 'Centrum integracji społecznej', 'Social integration centre (CIS)', true, 231, 'Ustawa o zatrudnieniu socjalnym'),
  ('kis', 'social_employment', 'Klub integracji społecznej', 'Social integration club (KIS)', false, 232, 'Ustawa o zatrudnieniu socjalnym, art. 18'),
  ('wtz', 'disability', 'Warsztat terapii zajęciowej', 'Occupational therapy workshop (WTZ)', false, 531, 'Ustawa o rehabilitacji zawodowej i społecznej'),
  ('zaz', 'disability', 'Zakład aktywności zawodowej', 'Vocational activity establishment (ZAZ)', false, 532, 'Ustawa o rehabilitacji zawodowej i społecznej, art. 29'),
  ('integration_benefit', 'social_employment', 'Świadczenie integracyjne', 'Integration benefit', true, 233, 'Ustawa o zatrudnieniu socjalnym, art. 15'),
  ('commissioned_reintegration', 'agreement', 'Zlecanie reintegracji społecznej', 'Commissioning social reintegration', true, 111, 'Ustawa o rynku pracy i służbach zatrudnienia, art. 200'),
  ('individual_plan', 'work', 'Indywidualny plan działania', 'Individual action plan', false, 24, 'Ustawa o rynku pracy i służbach zatrudnienia'),
  ('employment_support', 'work', 'Zatrudnienie wspierane i trener pracy', 'Supported employment and job coach', false, 25, 'Ustawa o zatrudnieniu socjalnym, art. 16'),
  ('owes_business', 'owes', 'Doradztwo biznesowe', 'Business advice', false, 331, 'Rodzaje doradztwa OWES'),
  ('owes_law', 'owes', 'Doradztwo prawne', 'Legal advice', true, 332, 'Rodzaje doradztwa OWES'),
  ('owes_marketing', 'owes', 'Doradztwo marketingowe', 'Marketing advice', false, 333, 'Rodzaje doradztwa OWES'),
  ('owes_finance', 'owes', 'Księgowość, podatki, finanse', 'Accounting, taxes, finance', true, 334, 'Rodzaje doradztwa OWES'),
  ('owes_hr', 'owes', 'Kadry i prawo pracy', 'Staff and labour law', true, 335, 'Rodzaje doradztwa OWES'),
  ('owes_procurement', 'owes', 'Start w zamówieniach', 'Bidding for contracts', false, 336, 'Rodzaje doradztwa OWES'),
  ('owes_fundraising', 'owes', 'Pozyskiwanie środków', 'Fundraising', false, 337, 'Rodzaje doradztwa OWES'),
  ('owes_reintegration', 'owes', 'Reintegracja w przedsiębiorstwie', 'Reintegration in an enterprise', false, 338, 'Ustawa o ekonomii społecznej, rozdz. 2'),
  ('owes_organisation', 'owes', 'Organizacja i zarządzanie', 'Organisation and management', false, 339, 'Rodzaje doradztwa OWES'),
  ('owes_promotion', 'owes', 'Promocja i informatyka', 'PR and IT', false, 340, 'Rodzaje doradztwa OWES'),
  ('job_grant', 'owes', 'Dotacja na miejsce pracy', 'Grant for a job', false, 341, 'Ustawa o ekonomii społecznej, art. 21–22; regulaminy OWES'),
  ('loan', 'owes', 'Pożyczki i poręczenia', 'Loans and sureties', false, 342, 'Krajowy Fundusz Przedsiębiorczości Społecznej; regulaminy funduszy'),
  ('audit_of_cooperative', 'cooperative', 'Lustracja i obowiązki spółdzielni', 'Statutory audit and duties of a cooperative', true, 321, 'Prawo spółdzielcze, art. 91'),
  ('ngo', 'economy', 'Stowarzyszenia i fundacje', 'Associations and foundations', true, 35, 'Prawo o stowarzyszeniach; ustawa o fundacjach'),
  ('esf', 'economy', 'Projekty EFS+', 'ESF+ projects', false, 36, 'Rozporządzenie (UE) 2021/1057'),
  ('reserved_contract', 'reserved', 'Zamówienie zastrzeżone', 'Reserved contract', true, 411, 'Prawo zamówień publicznych, art. 94'),
  ('work_clause', 'reserved', 'Klauzula zatrudnienia', 'Employment clause', true, 412, 'Prawo zamówień publicznych, art. 95–96'),
  ('below_threshold', 'reserved', 'Zamówienia poniżej progu', 'Contracts below the threshold', true, 413, 'Ustawa o ekonomii społecznej, art. 26'),
  ('small_grants', 'tasks', 'Małe dotacje i inicjatywa lokalna', 'Small grants and local initiative', true, 421, 'Ustawa o działalności pożytku publicznego i o wolontariacie')
) as t (code, parent, pl, en, legal, position, source)
where exists (select from advice.topic p where p.code = t.parent)
on conflict do nothing;
insert into advice.topic (code, parent_code, name_pl, name_en, legal, position, valid_from, source) values
  ('esf_indicators', 'esf', 'Wskaźniki i uczestnicy', 'Indicators and participants', false, 361, '2000-01-01', 'Rozporządzenie (UE) 2021/1057, załącznik I'),
  ('esf_costs', 'esf', 'Kwalifikowalność wydatków', 'Eligibility of costs', true, 362, '2000-01-01', 'Wytyczne dotyczące kwalifikowalności wydatków')
on conflict do nothing;
