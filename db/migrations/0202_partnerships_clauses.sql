-- Module: partnerships. The agreement in clauses: a dictionary of law and practice, the clauses of each version, remarks and proposals, invitations.

create table partnerships.clause (
  code text primary key,
  section text not null check (section in ('parties', 'service', 'exchange', 'money', 'reintegration', 'work', 'final', 'data', 'contacts')),
  position int not null unique,
  need text not null check (need in ('statute', 'operating', 'package', 'good')),
  title_pl text not null,
  title_en text not null,
  about_pl text not null,
  about_en text not null,
  source text not null,
  valid_from date not null,
  valid_to date
);
comment on table partnerships.clause is 'What an agreement may hold, from which source, and whether it must: statute = every agreement of RPSZ art. 198, package = as soon as anything of its section is there (RPSZ art. 200), operating = without it the partnership cannot operate, good = practice. Public data.';

create table partnerships.clause_variant (
  code text primary key,
  clause_code text not null references partnerships.clause on delete restrict,
  position int not null,
  name_pl text not null,
  name_en text not null,
  body_pl text not null,
  body_en text not null,
  source text not null,
  written_on date not null,
  valid_from date not null,
  valid_to date,
  unique (clause_code, position)
);
comment on table partnerships.clause_variant is 'Wordings of a clause to choose from. {words} are filled from the data of the partnership, [words] by people. Public data.';

create table partnerships.clause_class (
  clause_code text not null references partnerships.clause on delete restrict,
  data_class text not null check (data_class in ('D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7')),
  institution_types text[] not null default '{}',
  source text not null,
  primary key (clause_code, data_class)
);
comment on table partnerships.clause_class is 'Which clause lets which kind of data be shared, and between which types of institutions; no type means any. Public data.';
grant select on partnerships.clause, partnerships.clause_variant, partnerships.clause_class
  to splot_worker, splot_participant, splot_public, splot_system, splot_search;

insert into partnerships.clause (code, section, position, need, title_pl, title_en, about_pl, about_en, source, valid_from) values
  ('parties', 'parties', 10, 'statute', 'Strony porozumienia', 'Parties to the agreement',
    'Kto zawiera porozumienie i kto go reprezentuje: starosta (zwykle dyrektor PUP z jego upoważnienia), ośrodek pomocy społecznej albo centrum usług społecznych, organizacje i inni partnerzy.',
    'Who concludes the agreement and who represents them: the starosta (usually the head of the PUP, authorised by the starosta), a social assistance centre or a social services centre, organisations and other partners.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('target_group', 'parties', 20, 'statute', 'Do kogo skierowana jest usługa', 'Whom the service is for',
    'Dla kogo partnerzy działają wspólnie. Przepis mówi o osobach długotrwale bezrobotnych, które korzystają z pomocy społecznej; porozumienie może objąć także inne osoby, na innej podstawie.',
    'For whom the partners act together. The provision speaks of the long-term unemployed who use social assistance; the agreement may cover other people too, on another basis.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('area', 'parties', 30, 'good', 'Obszar', 'Area',
    'W jakich gminach mieszkają osoby, którym partnerzy pomagają. Lista pochodzi z danych partnerstwa.',
    'In which municipalities the people live whom the partners help. The list comes from the data of the partnership.',
    'Model OPS–PUP–NGO, etap 2; ustalenie Splotu', '2025-06-01'),
  ('purpose', 'parties', 40, 'good', 'Cel i usługa', 'Purpose and service',
    'Co partnerzy chcą osiągnąć i czym jest wspólna usługa. Po tym zdaniu ocenia się potem, czy się udało.',
    'What the partners want to achieve and what the joint service is. This sentence is what success is measured by later.',
    'Model OPS–PUP–NGO, etapy 1–2; ustalenie Splotu', '2025-06-01'),
  ('help_rules', 'service', 110, 'statute', 'Zasady i zakres pomocy', 'Rules and scope of help',
    'Jaką pomoc daje każda strona i kiedy. Bez tego postanowienia porozumienie nie spełnia wymagań ustawy.',
    'Which help each party gives and when. Without this provision the agreement does not meet the act.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('referral', 'service', 120, 'good', 'Kryteria wyboru i droga skierowania', 'Selection criteria and referral route',
    'Kogo i jak partnerzy kierują do wspólnej pracy, kto odpowiada na skierowanie i w jakim czasie.',
    'Whom and how the partners refer to joint work, who answers a referral and in what time.',
    'Model OPS–PUP–NGO, etap 4b; ustalenie Splotu', '2025-06-01'),
  ('person', 'service', 130, 'good', 'Udział osoby', 'The part of the person',
    'Osoba uczestniczy w ustalaniu planu, dostaje go na piśmie i może powiedzieć „nie”. To odróżnia wspólną pracę od przekazywania akt.',
    'The person takes part in making the plan, gets it in writing and may say no. It tells joint work from passing files around.',
    'RPSZ art. 88, UPS art. 108; ustalenie Splotu', '2025-06-01'),
  ('standard', 'service', 140, 'good', 'Standard usługi: spotkania i terminy', 'Standard of the service: meetings and deadlines',
    'Co jest robione zawsze, w jakim czasie i kto tego pilnuje.',
    'What is always done, in what time and who watches over it.',
    'Model OPS–PUP–NGO, etap 3; standard współpracy Splotu', '2025-06-01'),
  ('exchange_rules', 'exchange', 210, 'statute', 'Tryb wymiany informacji', 'Mode of exchanging information',
    'Którędy i jak strony przekazują sobie informacje. Ustawa wymaga, aby porozumienie to określało.',
    'By which way and how the parties pass information. The act demands that the agreement says so.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('exchange_help', 'exchange', 220, 'statute', 'Informacje o pomocy', 'Information on help',
    'Pierwsza część ustawowego zakresu: udzielona pomoc, jej efekty i działania planowane przez starostę i jego wykonawców oraz przez ośrodek w kontrakcie socjalnym.',
    'The first part of the statutory scope: help given, its effects, and actions planned by the starosta and contractors and by the centre in the social contract.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('exchange_identity', 'exchange', 230, 'statute', 'Dane, po których strony rozpoznają osobę', 'Data by which the parties recognise a person',
    'Druga część ustawowego zakresu: imię i nazwisko oraz PESEL, a gdy go nie ma, rodzaj, seria i numer dokumentu. Nic więcej.',
    'The second part of the statutory scope: first and last name and the PESEL number or, without one, the type, series and number of a document. Nothing more.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('exchange_other', 'exchange', 240, 'statute', 'Inne informacje, bez danych osobowych', 'Other information without personal data',
    'Trzecia część ustawowego zakresu: informacje potrzebne do współpracy, które nie są danymi osobowymi, na przykład wolne miejsca i terminy.',
    'The third part of the statutory scope: information that cooperation needs and that is no personal data, such as free places and dates.',
    'RPSZ art. 198 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('financing', 'money', 310, 'good', 'Z czego finansowane są zadania', 'What the tasks are paid from',
    'Które zadanie płaci która strona i z jakiego źródła. Tego samego kosztu nie wolno sfinansować ze środków publicznych dwa razy.',
    'Which task is paid by which party and from which source. The same cost may not be paid from public money twice.',
    'RPSZ art. 79 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_people', 'reintegration', 410, 'package', 'Reintegracja zlecona: liczba osób', 'Commissioned reintegration: number of people',
    'Tylko wtedy, gdy starosta zleca reintegrację społeczną z Funduszu Pracy. Wtedy cały ten rozdział jest obowiązkowy.',
    'Only when the starosta commissions social reintegration from the Labour Fund. Then this whole chapter is obligatory.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_scope', 'reintegration', 420, 'package', 'Reintegracja zlecona: zakres', 'Commissioned reintegration: scope',
    'Na czym polega zlecona reintegracja: poradnictwo, warsztaty motywacyjne, grupy terapeutyczne i wsparcia.',
    'What the commissioned reintegration is: counselling, motivational workshops, therapy and support groups.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_period', 'reintegration', 430, 'package', 'Reintegracja zlecona: okres', 'Commissioned reintegration: period',
    'Jak długo trwa: do 4 godzin dziennie i nie dłużej niż 6 miesięcy.',
    'How long it lasts: up to 4 hours a day and not longer than 6 months.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_effects', 'reintegration', 440, 'package', 'Reintegracja zlecona: efekty i mierniki', 'Commissioned reintegration: effects and measures',
    'Czego strony się spodziewają i po czym to poznają.',
    'What the parties expect and how they will know.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_money', 'reintegration', 450, 'package', 'Reintegracja zlecona: pieniądze', 'Commissioned reintegration: money',
    'Ile kosztuje, kiedy jest płacone i jak rozliczane.',
    'What it costs, when it is paid and how it is accounted for.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_records', 'reintegration', 460, 'package', 'Reintegracja zlecona: dokumentacja i wymiana informacji', 'Commissioned reintegration: records and exchange of information',
    'Co wykonawca zapisuje i co przekazuje urzędowi pracy.',
    'What the contractor records and what it gives the labour office.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('reint_control', 'reintegration', 470, 'package', 'Reintegracja zlecona: kontrola', 'Commissioned reintegration: control',
    'Jak starosta sprawdza wykonanie.',
    'How the starosta checks the delivery.',
    'RPSZ art. 200 (Dz.U. 2025 poz. 620)', '2025-06-01'),
  ('coordination', 'work', 510, 'good', 'Koordynacja i spotkania', 'Coordination and meetings',
    'Kto koordynuje partnerstwo, jak często strony się spotykają i jak zapadają decyzje.',
    'Who coordinates the partnership, how often the parties meet and how decisions are made.',
    'Model OPS–PUP–NGO, etapy 3 i 4e; ustalenie Splotu', '2025-06-01'),
  ('monitoring', 'work', 520, 'good', 'Monitorowanie i ewaluacja', 'Monitoring and evaluation',
    'Z czego strony wiedzą, że współpraca działa, i kiedy to wspólnie oceniają.',
    'How the parties know that the cooperation works, and when they assess it together.',
    'Model OPS–PUP–NGO, etapy 4e–4f; ustalenie Splotu', '2025-06-01'),
  ('term', 'final', 610, 'good', 'Czas obowiązywania', 'Term',
    'Od kiedy i do kiedy porozumienie obowiązuje i jak można je wypowiedzieć.',
    'From when and until when the agreement is in force and how notice is given.',
    'Ustalenie Splotu', '2025-06-01'),
  ('accession', 'final', 620, 'good', 'Przystąpienie nowych partnerów', 'Accession of new partners',
    'Jak dołącza następna instytucja, bez podpisywania wszystkiego od nowa.',
    'How another institution joins without signing everything anew.',
    'Model OPS–PUP–NGO, etap 2; ustalenie Splotu', '2025-06-01'),
  ('leaving', 'final', 630, 'good', 'Wystąpienie', 'Leaving',
    'Jak instytucja odchodzi tak, aby nikt nie został bez pomocy.',
    'How an institution leaves so that nobody is left without help.',
    'Ustalenie Splotu', '2025-06-01'),
  ('dispute', 'final', 640, 'good', 'Spory', 'Disputes',
    'Co robić, gdy strony się nie zgadzają: najpierw rozmowa, potem ktoś trzeci.',
    'What to do when the parties disagree: first a talk, then somebody else.',
    'Ustalenie Splotu', '2025-06-01'),
  ('amendments', 'final', 650, 'good', 'Zmiany porozumienia', 'Amendments',
    'Zmiana to aneks: nowa wersja, którą podpisują strony. Stara pozostaje do wglądu.',
    'A change is an amendment: a new version that the parties sign. The old one remains to be read.',
    'Ustalenie Splotu', '2025-06-01'),
  ('signing', 'final', 660, 'good', 'Podpisy i egzemplarze', 'Signatures and copies',
    'W jakiej formie strony podpisują i kto ma egzemplarz.',
    'In which form the parties sign and who has a copy.',
    'Ustalenie Splotu', '2025-06-01'),
  ('annex_roles', 'data', 710, 'operating', 'Załącznik 1. Role stron w ochronie danych', 'Annex 1. Roles of the parties in data protection',
    'Kto jest administratorem i czy strony współadministrują. Wspólne ustalenia są potrzebne, gdy strony razem decydują o celach i sposobach przetwarzania.',
    'Who is the controller and whether the parties are joint controllers. An arrangement is needed where the parties decide together on purposes and means.',
    'RODO art. 26 (rozporządzenie (UE) 2016/679)', '2018-05-25'),
  ('annex_categories', 'data', 720, 'operating', 'Załącznik 1. Kategorie danych i odbiorcy', 'Annex 1. Categories of data and recipients',
    'Jakie dane może najwyżej dostać partner danego rodzaju. Ta tabela staje się granicą każdego dostępu w sprawach.',
    'Which data a partner of a type may receive at most. This table becomes the ceiling of every grant in cases.',
    'RODO art. 5 ust. 1 lit. c, art. 6, art. 9; RPSZ art. 198', '2018-05-25'),
  ('annex_rights', 'data', 730, 'operating', 'Załącznik 1. Informowanie osób i ich prawa', 'Annex 1. Informing people and their rights',
    'Kto mówi osobie, co się dzieje z jej danymi, i dokąd może się zwrócić. Zasadniczą treść uzgodnień udostępnia się osobom.',
    'Who tells the person what happens with their data, and where they can turn. The essence of the arrangement is open to the people concerned.',
    'RODO art. 12–22 i art. 26 ust. 2–3', '2018-05-25'),
  ('annex_retention', 'data', 740, 'operating', 'Załącznik 1. Czas przechowywania', 'Annex 1. Retention',
    'Jak długo dane zostają. Okres pochodzi z tej samej reguły, według której system usuwa dane.',
    'How long the data stay. The period comes from the same rule by which the system erases them.',
    'RODO art. 5 ust. 1 lit. e; RPSZ art. 50 ust. 4; UZS art. 8b i 18f', '2018-05-25'),
  ('annex_incidents', 'data', 750, 'operating', 'Załącznik 1. Naruszenia ochrony danych', 'Annex 1. Incidents',
    'Co strona robi, gdy coś pójdzie źle: kogo zawiadamia i w jakim czasie.',
    'What a party does when something goes wrong: whom it tells and in what time.',
    'RODO art. 33–34', '2018-05-25'),
  ('annex_security', 'data', 760, 'good', 'Załącznik 1. Zabezpieczenia i upoważnienia', 'Annex 1. Safeguards and authorisations',
    'Kto może pracować z danymi i po czym poznać, kto do nich zaglądał.',
    'Who may work with the data and how it is known who looked at them.',
    'RODO art. 29 i 32; RPSZ art. 50; UPS art. 100', '2018-05-25'),
  ('contacts', 'contacts', 810, 'operating', 'Załącznik 2. Osoby do kontaktu', 'Annex 2. Contact persons',
    'Do kogo zwracają się partnerzy. Lista pochodzi z danych partnerstwa; zmiana osoby nie wymaga aneksu.',
    'Whom the partners turn to. The list comes from the data of the partnership; a change of person needs no amendment.',
    'Model OPS–PUP–NGO, etap 3; ustalenie Splotu', '2025-06-01');

insert into partnerships.clause_class (clause_code, data_class, institution_types, source)
select 'exchange_identity', c, array['CUS', 'OPS', 'PUP'], 'RPSZ art. 198' from unnest(array['D1', 'D2']) as c
union all select 'exchange_help', c, array['CUS', 'OPS', 'PUP'], 'RPSZ art. 198' from unnest(array['D5', 'D6']) as c
union all select 'annex_categories', c, '{}', 'RODO art. 26; podstawę każdego dostępu wskazuje się w sprawie' from unnest(array['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7']) as c;

-- A version is written in one language; who opens it for signing over remarks that wait says why.
alter table partnerships.agreement
  add column language text not null default 'pl' check (language in ('pl', 'en')),
  add column opened_note text not null default '',
  add unique (id, partnership_id);
comment on column partnerships.agreement.opened_note is 'Why the version was opened for signing although remarks or proposals waited for an answer.';

create table partnerships.agreement_clause (
  id uuid primary key,
  partnership_id uuid not null,
  agreement_id uuid not null,
  clause_code text references partnerships.clause on delete restrict,
  variant_code text references partnerships.clause_variant on delete restrict,
  section text not null check (section in ('parties', 'service', 'exchange', 'money', 'reintegration', 'work', 'final', 'data', 'contacts')),
  position int not null,
  title text not null check (title <> ''),
  body text not null,
  final_text text,
  left_out boolean not null default false,
  row_version int not null default 1,
  unique (agreement_id, clause_code),
  unique (id, agreement_id),
  foreign key (agreement_id, partnership_id) references partnerships.agreement (id, partnership_id) on delete cascade
);
comment on table partnerships.agreement_clause is 'A clause of one version: from the dictionary or its own, in its order, with the text as edited and, since signing was opened, with everything filled in. For members alone.';
create index agreement_clause_code on partnerships.agreement_clause (clause_code);
create index agreement_clause_variant on partnerships.agreement_clause (variant_code);

insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, section, position, title, body, final_text)
select gen_random_uuid(), a.partnership_id, a.id, c.code, c.section, c.position, c.title_pl, v.body, case when a.state <> 'draft' then v.body end
from partnerships.agreement a
cross join lateral (values ('target_group', a.target_group), ('purpose', a.purpose), ('help_rules', a.help_rules),
  ('exchange_rules', a.exchange_rules), ('referral', a.referral_route), ('standard', a.service_standard),
  ('financing', a.financing), ('monitoring', a.monitoring)) as v (code, body)
join partnerships.clause c on c.code = v.code
where v.body <> '';
insert into partnerships.agreement_clause (id, partnership_id, agreement_id, section, position, title, body, final_text)
select gen_random_uuid(), a.partnership_id, a.id, 'data', 700, 'Załącznik o ochronie danych', a.annex_text, case when a.state <> 'draft' then a.annex_text end
from partnerships.agreement a where a.annex_text <> '';

create or replace function partnerships.keep_signed() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'splot_worker' then return new; end if;
  if old.state <> 'draft' and (new.version, new.data_annex, new.change_note, new.opened_note, new.language, new.valid_from)
    is distinct from (old.version, old.data_annex, old.change_note, old.opened_note, old.language, old.valid_from) then
    raise exception 'agreement: the text of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'signing'), ('draft', 'ended'), ('signing', 'in_force'), ('signing', 'ended'), ('in_force', 'superseded'), ('in_force', 'ended')) then
    raise exception 'agreement: % does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  -- Whether there is an annex follows from the clauses, and is fixed with them.
  if old.state = 'draft' then
    new.data_annex := exists (select from partnerships.agreement_clause c
      where c.agreement_id = new.id and c.section = 'data' and not c.left_out and c.body <> '');
  end if;
  if old.state = 'draft' and new.state = 'signing' and exists (select from partnerships.agreement_clause c
      where c.agreement_id = new.id and not c.left_out and c.final_text is null) then
    raise exception 'agreement: a clause without its final text cannot be signed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
alter table partnerships.agreement
  drop column target_group, drop column purpose, drop column help_rules, drop column exchange_rules, drop column referral_route,
  drop column service_standard, drop column financing, drop column annex_text, drop column monitoring;

-- Clauses are the text: nothing of them changes once their version was opened for signing.
create function partnerships.keep_clause() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'splot_worker' and (select a.state from partnerships.agreement a where a.id = new.agreement_id) is distinct from 'draft' then
    raise exception 'agreement: the text of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_clause before insert or update on partnerships.agreement_clause for each row execute function partnerships.keep_clause();
select partnerships.protect('agreement_clause', 'coordinator');

-- What is written or signed now is for the members; what is or was in force is public.
drop policy open on partnerships.agreement;
create policy published on partnerships.agreement for select using (state in ('in_force', 'superseded'));
create policy members on partnerships.agreement for select to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])));
create policy system on partnerships.agreement for select to splot_system, splot_search using (true);
drop policy open on partnerships.agreement_scope;
create policy published on partnerships.agreement_scope for select to splot_worker, splot_participant, splot_public
  using (exists (select from partnerships.agreement a where a.id = agreement_id));
create policy system on partnerships.agreement_scope for select to splot_system, splot_search using (true);
drop policy open on partnerships.signature;
create policy published on partnerships.signature for select to splot_worker, splot_participant, splot_public
  using (exists (select from partnerships.agreement a where a.id = agreement_id));
create policy system on partnerships.signature for select to splot_system, splot_search using (true);
comment on table partnerships.agreement is 'One version of the agreement (RPSZ art. 198); an amendment is a new version. What is or was in force is public data; drafts are for the members.';
comment on table partnerships.agreement_scope is 'Ceiling: the data classes that the agreement lets a type of member receive. No grant may exceed it. Of versions that are or were in force public data.';
comment on table partnerships.signature is 'Who signed which version of the agreement for which institution. Of versions that are or were in force public data.';

alter table partnerships.signature
  add column accession boolean not null default false,
  add column file_id uuid references kernel.file on delete set null;
comment on column partnerships.signature.accession is 'Signed when the version was in force already: the institution acceded.';
create index signature_file on partnerships.signature (file_id);

-- Contact persons speak for their institution in the negotiation, and those who manage there.
set local role splot_search;
create function partnerships.may_negotiate(of_partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.member m where m.partnership_id = of_partnership and m.institution_id = kernel.institution()
      and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today()))
    and (organisations.holds(array['partnership_coordinator', 'head'])
      or exists (select from partnerships.contact c where c.partnership_id = of_partnership and c.worker_id = kernel.worker()
        and c.valid_from <= kernel.today() and (c.valid_to is null or c.valid_to >= kernel.today())))
$$;
revoke execute on function partnerships.may_negotiate(uuid) from public;
grant execute on function partnerships.may_negotiate(uuid) to splot_worker;
set local role splot_owner;

create table partnerships.agreement_remark (
  id uuid primary key,
  partnership_id uuid not null,
  agreement_id uuid not null,
  clause_id uuid not null,
  kind text not null check (kind in ('remark', 'proposal')),
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  body text not null check (body <> ''),
  old_text text,
  new_text text,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer text not null default '',
  answered_by uuid references organisations.worker on delete restrict,
  answered_at timestamptz,
  check ((kind = 'proposal') = (old_text is not null and new_text is not null)),
  foreign key (agreement_id, partnership_id) references partnerships.agreement (id, partnership_id) on delete cascade,
  foreign key (clause_id, agreement_id) references partnerships.agreement_clause (id, agreement_id) on delete cascade
);
comment on table partnerships.agreement_remark is 'What a member says to a clause of a draft: a remark, or a proposal with the text before and after; and what the coordinator answered. For members alone.';
create index agreement_remark_agreement on partnerships.agreement_remark (agreement_id, state);
create index agreement_remark_clause on partnerships.agreement_remark (clause_id);
create index agreement_remark_institution on partnerships.agreement_remark (institution_id);
create index agreement_remark_worker on partnerships.agreement_remark (worker_id);
create index agreement_remark_answered_by on partnerships.agreement_remark (answered_by);
alter table partnerships.agreement_remark enable row level security;
alter table partnerships.agreement_remark force row level security;
create policy members on partnerships.agreement_remark for select to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])));
create policy system on partnerships.agreement_remark for select to splot_system using (true);
create policy said on partnerships.agreement_remark for insert to splot_worker
  with check (state = 'open' and institution_id = kernel.institution() and worker_id = kernel.worker() and partnerships.may_negotiate(partnership_id)
    and exists (select from partnerships.agreement a where a.id = agreement_id and a.state = 'draft'));
create policy answered on partnerships.agreement_remark for update to splot_worker
  using (state = 'open' and (partnerships.may_coordinate(partnership_id) or worker_id = kernel.worker()))
  with check (state = 'withdrawn' or (state in ('accepted', 'declined') and answered_by = kernel.worker() and partnerships.may_coordinate(partnership_id)));
grant select, insert on partnerships.agreement_remark to splot_worker;
grant update (state, answer, answered_by, answered_at) on partnerships.agreement_remark to splot_worker;
grant select on partnerships.agreement_remark to splot_system;

create table partnerships.invitation (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  invited_by uuid not null references organisations.worker on delete restrict,
  word text not null default '',
  sent_on date not null,
  state text not null default 'sent' check (state in ('sent', 'accepted', 'declined', 'withdrawn')),
  on_paper boolean not null default false,
  answer text not null default '',
  answered_by uuid references organisations.worker on delete restrict,
  answered_on date
);
comment on table partnerships.invitation is 'Which institution was invited to a partnership and what it answered. For the members and the invited.';
create unique index invitation_waiting on partnerships.invitation (partnership_id, institution_id) where state = 'sent';
create index invitation_partnership on partnerships.invitation (partnership_id);
create index invitation_institution on partnerships.invitation (institution_id, state);
create index invitation_invited_by on partnerships.invitation (invited_by);
create index invitation_answered_by on partnerships.invitation (answered_by);
alter table partnerships.invitation enable row level security;
alter table partnerships.invitation force row level security;
create policy members on partnerships.invitation for select to splot_worker
  using (institution_id = kernel.institution() or partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])));
create policy system on partnerships.invitation for select to splot_system, splot_search using (true);
create policy invited on partnerships.invitation for insert to splot_worker
  with check (state = 'sent' and invited_by = kernel.worker() and partnerships.may_coordinate(partnership_id));
create policy answered on partnerships.invitation for update to splot_worker
  using (state = 'sent' and (partnerships.may_coordinate(partnership_id)
    or (institution_id = kernel.institution() and (select organisations.holds(array['partnership_coordinator', 'head'])))))
  with check (case when institution_id = kernel.institution() then state in ('accepted', 'declined') and not on_paper
    else partnerships.may_coordinate(partnership_id) and (state = 'withdrawn' or (on_paper and state in ('accepted', 'declined'))) end);
grant select, insert on partnerships.invitation to splot_worker;
grant update (state, on_paper, answer, answered_by, answered_on) on partnerships.invitation to splot_worker;
grant select on partnerships.invitation to splot_system, splot_search;

-- Nobody becomes a member without having been asked: by the own answer, or by one that came on paper.
set local role splot_search;
create function partnerships.may_join(of_partnership uuid, of_institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.invitation i where i.partnership_id = of_partnership and i.institution_id = of_institution
    and ((i.state = 'sent' and of_institution = kernel.institution() and organisations.holds(array['partnership_coordinator', 'head']))
      or (i.state = 'accepted' and i.on_paper and partnerships.may_coordinate(of_partnership))))
$$;
revoke execute on function partnerships.may_join(uuid, uuid) from public;
grant execute on function partnerships.may_join(uuid, uuid) to splot_worker;
set local role splot_owner;
drop policy joined on partnerships.member;
create policy joined on partnerships.member for insert to splot_worker
  with check (partnerships.may_join(partnership_id, institution_id) or partnerships.may_found(partnership_id, institution_id));
