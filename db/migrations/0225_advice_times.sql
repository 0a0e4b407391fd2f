-- Module: advice. Answer times by topic and channel, waiting for the person, reminders; templates with dated legal facts.

create table advice.answer_time (
  id uuid primary key default gen_random_uuid(),
  desk_id uuid references advice.desk on delete restrict,
  topic_code text references advice.topic on delete restrict,
  channel text check (channel in ('web', 'mail', 'phone', 'visit')),
  first_days int check (first_days between 0 and 60),
  closing_days int not null check (closing_days between 0 and 250),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  derived boolean not null default true,
  source text not null check (source <> ''),
  check (first_days <= closing_days),
  exclude using gist ((coalesce(desk_id::text, '')) with =, (coalesce(topic_code, '')) with =, (coalesce(channel, '')) with =,
    daterange(valid_from, valid_to, '[]') with &&)
);
comment on table advice.answer_time is 'Within how many working days a question is answered and closed: of a desk, a topic with all below it, a channel; empty is any. Public data.';
comment on column advice.answer_time.first_days is 'Empty: the general rule first_answer_days.';
create index answer_time_desk on advice.answer_time (desk_id);
create index answer_time_topic on advice.answer_time (topic_code);
insert into advice.answer_time (topic_code, channel, first_days, closing_days, valid_from, source) values
  (null, null, null, 20, '2000-01-01', 'Ustalenie Splotu: sprawa zamknięta w 20 dni roboczych'),
  (null, 'phone', 1, 20, '2000-01-01', 'Ustalenie Splotu: oddzwonienie najpóźniej następnego dnia roboczego'),
  ('help', null, 1, 10, '2000-01-01', 'Ustalenie Splotu: pytania o pomoc dla osoby mają pierwszeństwo');

alter table advice.answer_time enable row level security;
alter table advice.answer_time force row level security;
create policy everybody on advice.answer_time for select using (true);
create policy added on advice.answer_time for insert to splot_worker with check (desk_id = any (coalesce((select advice.led()), '{}')));
create policy changed on advice.answer_time for update to splot_worker
  using (desk_id = any (coalesce((select advice.led()), '{}'))) with check (desk_id = any (coalesce((select advice.led()), '{}')));
grant select on advice.answer_time to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update (valid_to) on advice.answer_time to splot_worker;

alter table advice.question add column closing_due_on date;
comment on column advice.question.closing_due_on is 'Until when the whole matter is to be closed, by the rule of the day of asking; null until it is settled.';
create index question_closing on advice.question (closing_due_on) where state <> 'closed';

create table advice.pause (
  id uuid primary key,
  question_id uuid not null,
  desk_id uuid not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  settled boolean not null default false check (to_on is not null or not settled),
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.pause is 'Days on which the desk waits for the person who asked: they do not count. Settled: the due days have been moved by it.';
create unique index pause_open on advice.pause (question_id) where to_on is null;
create index pause_question on advice.pause (question_id, desk_id);
create index pause_desk on advice.pause (desk_id);
create index pause_unsettled on advice.pause (to_on) where not settled;
select advice.protect('pause');
create policy doors_on on advice.pause for update to splot_search using (true) with check (true);
grant update (to_on) on advice.pause to splot_search;

-- The person has written: the desk waits no longer.
create function advice.end_pause() returns trigger language plpgsql set search_path = '' as $$
begin
  update advice.pause p set to_on = greatest(p.from_on, kernel.today()) where p.question_id = new.question_id and p.to_on is null;
  return new;
end
$$;
create trigger end_pause after insert on advice.message for each row when (new.direction = 'in') execute function advice.end_pause();

create table advice.reminder (
  question_id uuid not null,
  desk_id uuid not null,
  target text not null check (target in ('first', 'closing')),
  stage text not null check (stage in ('half', 'due', 'late')),
  worker_id uuid references organisations.worker on delete restrict,
  sent_at timestamptz not null,
  primary key (question_id, target, stage),
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.reminder is 'What was said about a due day and to whom, so that nothing is said twice.';
create index reminder_question on advice.reminder (question_id, desk_id);
create index reminder_desk on advice.reminder (desk_id);
create index reminder_worker on advice.reminder (worker_id);
select advice.protect('reminder');
revoke insert, update on advice.reminder from splot_worker;

create table advice.legal_fact (
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  name_pl text not null check (length(name_pl) between 1 and 160),
  name_en text not null check (length(name_en) between 1 and 160),
  value numeric(14, 2) not null,
  unit text not null check (unit in ('zl', 'eur', 'percent', 'days', 'working_days', 'months', 'years', 'persons', 'hours')),
  act text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  certainty text not null check (certainty in ('source', 'knowledge', 'uncertain')),
  source text not null check (source <> ''),
  primary key (code, valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table advice.legal_fact is 'Amounts, shares and times that the law sets, each with the days of its validity and its source; templates insert them. Public data.';
comment on column advice.legal_fact.act is 'Code of the act in the library, where it is known there.';
comment on column advice.legal_fact.certainty is 'source: read in the source named; knowledge: known to the authors; uncertain: to be checked.';
insert into advice.legal_fact (code, name_pl, name_en, value, unit, act, valid_from, valid_to, certainty, source) values
  ('income_single', 'Kryterium dochodowe osoby samotnie gospodarującej', 'Income criterion of a person alone', 776, 'zl', 'ups', '2022-01-01', '2024-12-31', 'source', 'Ustawa o pomocy społecznej art. 8; rozporządzenie Rady Ministrów z 14.07.2021'),
  ('income_single', 'Kryterium dochodowe osoby samotnie gospodarującej', 'Income criterion of a person alone', 1010, 'zl', 'ups', '2025-01-01', null, 'knowledge', 'Ustawa o pomocy społecznej art. 8; kwota od 1.01.2025'),
  ('income_family', 'Kryterium dochodowe na osobę w rodzinie', 'Income criterion per person in a family', 600, 'zl', 'ups', '2022-01-01', '2024-12-31', 'source', 'Ustawa o pomocy społecznej art. 8; rozporządzenie Rady Ministrów z 14.07.2021'),
  ('income_family', 'Kryterium dochodowe na osobę w rodzinie', 'Income criterion per person in a family', 823, 'zl', 'ups', '2025-01-01', null, 'knowledge', 'Ustawa o pomocy społecznej art. 8; kwota od 1.01.2025'),
  ('unemployment_benefit', 'Zasiłek dla bezrobotnych, pierwsze 3 miesiące', 'Unemployment benefit, first 3 months', 1721.90, 'zl', 'rpsz', '2025-06-01', '2026-05-31', 'source', 'sanok.praca.gov.pl, czerwiec 2025; kwota zmienia się co roku 1 czerwca'),
  ('unemployment_benefit_later', 'Zasiłek dla bezrobotnych, po 3 miesiącach', 'Unemployment benefit, after 3 months', 1352.20, 'zl', 'rpsz', '2025-06-01', '2026-05-31', 'source', 'sanok.praca.gov.pl, czerwiec 2025; kwota zmienia się co roku 1 czerwca'),
  ('integration_benefit_share', 'Świadczenie integracyjne jako część zasiłku dla bezrobotnych', 'Integration benefit as a share of the unemployment benefit', 120, 'percent', 'uzs', '2000-01-01', null, 'source', 'Ustawa o zatrudnieniu socjalnym art. 15'),
  ('cis_trial', 'Okres próbny w CIS', 'Trial period at a CIS', 1, 'months', 'uzs', '2000-01-01', null, 'source', 'Ustawa o zatrudnieniu socjalnym art. 15'),
  ('cis_months', 'Uczestnictwo w zajęciach CIS po okresie próbnym', 'Participation in a CIS after the trial period', 11, 'months', 'uzs', '2000-01-01', null, 'source', 'Ustawa o zatrudnieniu socjalnym art. 15'),
  ('social_information_days', 'Termin udostępnienia informacji ośrodkowi pomocy społecznej', 'Time to give information to a social assistance centre', 7, 'days', 'ups', '2000-01-01', null, 'source', 'Ustawa o pomocy społecznej art. 105'),
  ('accessibility_days', 'Termin odpowiedzi na żądanie zapewnienia dostępności cyfrowej', 'Time to answer a request for digital accessibility', 7, 'days', 'udc', '2019-05-23', null, 'source', 'Ustawa o dostępności cyfrowej stron internetowych art. 18'),
  ('de_minimis_limit', 'Limit pomocy de minimis w ciągu 3 lat', 'Ceiling of de minimis aid in 3 years', 300000, 'eur', 'de_minimis', '2024-01-01', '2030-12-31', 'source', 'Rozporządzenie (UE) 2023/2831 art. 3'),
  ('enterprise_staff', 'Najmniejsza liczba zatrudnionych w przedsiębiorstwie społecznym', 'Least number of employees of a social enterprise', 3, 'persons', 'ues', '2022-10-30', null, 'source', 'Ustawa o ekonomii społecznej art. 5'),
  ('enterprise_at_risk', 'Udział osób zagrożonych wykluczeniem w przedsiębiorstwie reintegracyjnym', 'Share of people at risk in an enterprise of reintegration', 30, 'percent', 'ues', '2022-10-30', null, 'source', 'Ustawa o ekonomii społecznej art. 4'),
  ('cooperative_founders', 'Najmniejsza liczba założycieli spółdzielni socjalnej osób fizycznych', 'Least number of founders of a social cooperative of natural persons', 3, 'persons', 'uss', '2022-10-30', null, 'source', 'Ustawa o spółdzielniach socjalnych art. 5'),
  ('job_grant', 'Stawka jednostkowa na utworzenie miejsca pracy', 'Unit rate for creating a job', 31229, 'zl', '', '2022-01-01', '2024-03-25', 'source', 'owes.dlawas.org; regulaminy 2022–2023'),
  ('job_grant', 'Stawka jednostkowa na utworzenie miejsca pracy', 'Unit rate for creating a job', 35212, 'zl', '', '2024-03-26', null, 'source', 'Komunikat z 26.03.2024; owes.bcp.org.pl'),
  ('bridging_full', 'Stawka na utrzymanie miejsca pracy, pełny etat, 12 miesięcy', 'Rate for keeping a job, full time, 12 months', 38178, 'zl', '', '2024-03-26', null, 'source', 'Komunikat z 26.03.2024; owes.bcp.org.pl'),
  ('small_grant', 'Najwyższa mała dotacja', 'Highest small grant', 20000, 'zl', 'dpp', '2024-01-01', null, 'knowledge', 'Ustawa o działalności pożytku publicznego i o wolontariacie art. 19a'),
  ('minimum_wage', 'Minimalne wynagrodzenie za pracę, miesięcznie', 'Minimum wage, a month', 4666, 'zl', '', '2025-01-01', '2025-12-31', 'knowledge', 'Rozporządzenie Rady Ministrów z 12.09.2024'),
  ('minimum_wage', 'Minimalne wynagrodzenie za pracę, miesięcznie', 'Minimum wage, a month', 4806, 'zl', '', '2026-01-01', '2026-12-31', 'knowledge', 'Rozporządzenie Rady Ministrów z 11.09.2025');

alter table advice.legal_fact enable row level security;
alter table advice.legal_fact force row level security;
create policy everybody on advice.legal_fact for select using (true);
create policy added on advice.legal_fact for insert to splot_worker with check ((select organisations.edits()));
create policy ended on advice.legal_fact for update to splot_worker
  using ((select organisations.edits())) with check ((select organisations.edits()));
grant select on advice.legal_fact to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update (valid_to) on advice.legal_fact to splot_worker;

create table advice.template (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  name text not null check (length(name) between 1 and 120),
  topic_code text references advice.topic on delete restrict,
  lang text not null check (lang in ('pl', 'en', 'uk')),
  body text not null check (length(body) between 1 and 10000),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  row_version int not null default 1
);
comment on table advice.template is 'Texts of a desk to begin an answer with; {{code}} stands for a legal fact, {{date}}, {{desk}} and {{phone}} for what they say.';
create index template_desk on advice.template (desk_id, name);
create index template_topic on advice.template (topic_code);
select advice.protect('template', 'lead');
