-- Module: directory. Social procurement: instruments of the law with their conditions, thresholds and clause texts, all dated.
--
-- Nothing here is a constant of the program: what changes in the law is a new row. `certainty` says how well a sentence is
-- known: read in the source, known but not read again, or open to doubt; the last two are shown as to be confirmed.

create table directory.procurement_threshold (
  code text not null check (code in ('pzp')),
  amount bigint not null check (amount > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  certainty text not null check (certainty in ('source', 'knowledge', 'uncertain')),
  source text not null,
  primary key (code, valid_from)
);
comment on table directory.procurement_threshold is 'From which value (grosze, net) the public procurement law applies, in its time. Public data.';

create table directory.procurement_rule (
  code text primary key check (code ~ '^[a-z]+_[0-9]+$'),
  article text not null,
  act_pl text not null,
  act_en text not null,
  name_pl text not null,
  name_en text not null,
  what_pl text not null,
  what_en text not null,
  goals text[] not null check (goals <@ array['groups', 'contracts', 'accessibility', 'quality', 'mission']),
  bands text[] not null check (bands <@ array['below', 'above']),
  subjects text[] not null check (subjects <@ array['works', 'supplies', 'services', 'social']),
  reserves boolean not null,
  certainty text not null check (certainty in ('source', 'knowledge', 'uncertain')),
  source text not null,
  state_on date not null,
  position int not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
comment on table directory.procurement_rule is 'Instruments of social procurement: what each is for, above or below the threshold, for what subject. Public data.';
comment on column directory.procurement_rule.reserves is 'Only certain contractors may take part; offers name it in reserved_basis.';
comment on column directory.procurement_rule.state_on is 'The day on which the law was looked up.';

create table directory.procurement_note (
  rule_code text not null references directory.procurement_rule on delete cascade,
  kind text not null check (kind in ('condition', 'proof', 'trap')),
  position int not null,
  text_pl text not null,
  text_en text not null,
  certainty text not null check (certainty in ('source', 'knowledge', 'uncertain')),
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (rule_code, kind, position, valid_from)
);
comment on table directory.procurement_note is 'Conditions, proofs and traps of an instrument, one sentence each. Public data.';

create table directory.clause_text (
  rule_code text not null references directory.procurement_rule on delete cascade,
  version int not null check (version > 0),
  body_pl text not null,
  body_en text not null,
  certainty text not null check (certainty in ('source', 'knowledge', 'uncertain')),
  source text not null,
  state_on date not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (rule_code, version)
);
comment on table directory.clause_text is 'Texts of clauses as a starting point, in versions. Public data.';

do $$
declare t text;
begin
  foreach t in array array['procurement_threshold', 'procurement_rule', 'procurement_note', 'clause_text'] loop
    -- Not forced: migrations fill them as the owner, and nothing in them is about a person.
    execute format('alter table directory.%I enable row level security', t);
    execute format('create policy everybody on directory.%I for select using (true)', t);
    execute format('create policy editors on directory.%I for insert to splot_worker with check ((select directory.edits()))', t);
    execute format('create policy editors_change on directory.%I for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()))', t);
    execute format('grant select on directory.%I to splot_worker, splot_participant, splot_public, splot_system, splot_search', t);
    execute format('grant insert, update on directory.%I to splot_worker', t);
  end loop;
end
$$;

insert into directory.procurement_threshold values
  ('pzp', 13000000, '2021-01-01', '2025-12-31', 'source', 'Prawo zamówień publicznych art. 2; przedsiebiorstwospoleczne.pl'),
  ('pzp', 17000000, '2026-01-01', null, 'uncertain', 'Zapowiedziana zmiana art. 2 Prawa zamówień publicznych; sprawdź w Dzienniku Ustaw');

insert into directory.procurement_rule (code, article, act_pl, act_en, name_pl, name_en, what_pl, what_en, goals, bands, subjects, reserves, certainty, source, state_on, position, valid_from) values
  ('ues_26', 'art. 26', 'ustawa o ekonomii społecznej', 'Social Economy Act', 'Zamówienie zastrzeżone dla przedsiębiorstw społecznych', 'Contract reserved for social enterprises',
   'Poniżej progu Prawa zamówień publicznych o zamówienie mogą się ubiegać tylko przedsiębiorstwa społeczne.',
   'Below the threshold of the procurement law only social enterprises may bid.',
   '{groups}', '{below}', '{works,supplies,services,social}', true, 'source', 'Ustawa z 5 sierpnia 2022 r. o ekonomii społecznej art. 26', '2026-01-01', 1, '2022-10-30'),
  ('pzp_94', 'art. 94', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Zamówienie zastrzeżone dla wykonawców, których głównym celem jest integracja', 'Contract reserved for contractors whose main goal is integration',
   'O zamówienie mogą się ubiegać tylko zakłady pracy chronionej, spółdzielnie socjalne i inni wykonawcy, których głównym celem jest społeczna i zawodowa integracja osób społecznie marginalizowanych.',
   'Only sheltered-work establishments, social cooperatives and other contractors whose main goal is the social and vocational integration of marginalised people may bid.',
   '{groups}', '{above}', '{works,supplies,services,social}', true, 'source', 'Prawo zamówień publicznych art. 94; ekomentarzpzp.uzp.gov.pl', '2026-01-01', 2, '2021-01-01'),
  ('pzp_96', 'art. 96', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Społeczne wymagania realizacji zamówienia', 'Social conditions of performance',
   'Każdy może się ubiegać o zamówienie, ale wykonawca zatrudnia przy nim osoby z wybranych grup.',
   'Anybody may bid, but the contractor employs people from chosen groups on the contract.',
   '{groups}', '{above}', '{works,supplies,services,social}', false, 'knowledge', 'Prawo zamówień publicznych art. 96', '2026-01-01', 3, '2021-01-01'),
  ('pzp_95', 'art. 95', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Wymaganie umowy o pracę', 'Requirement of an employment contract',
   'Wykonawca zatrudnia na umowę o pracę osoby, które wykonują wskazane czynności.',
   'The contractor employs those who do the named work on an employment contract.',
   '{contracts,groups}', '{above}', '{works,services,social}', false, 'knowledge', 'Prawo zamówień publicznych art. 95', '2026-01-01', 4, '2021-01-01'),
  ('pzp_100', 'art. 100', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Dostępność w opisie przedmiotu zamówienia', 'Accessibility in the description of the subject',
   'Opis przedmiotu zamówienia przeznaczonego dla ludzi uwzględnia dostępność dla osób z niepełnosprawnościami i projektowanie dla wszystkich.',
   'The description of what people will use takes in accessibility for people with disabilities and design for all.',
   '{accessibility}', '{above}', '{works,supplies,services,social}', false, 'knowledge', 'Prawo zamówień publicznych art. 100', '2026-01-01', 5, '2021-01-01'),
  ('pzp_242', 'art. 242', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Społeczne kryteria oceny ofert', 'Social criteria of award',
   'Oferty ocenia się nie tylko ceną: punkty można dać za jakość, w tym aspekty społeczne, i za koszt w całym cyklu życia.',
   'Bids are judged by more than price: points may go to quality, social aspects among them, and to the cost over the whole life.',
   '{quality,groups,accessibility}', '{above}', '{works,supplies,services,social}', false, 'knowledge', 'Prawo zamówień publicznych art. 242', '2026-01-01', 6, '2021-01-01'),
  ('pzp_361', 'art. 361', 'Prawo zamówień publicznych', 'Public Procurement Law', 'Usługi zdrowotne, społeczne i kulturalne zastrzeżone dla organizacji misji publicznej', 'Health, social and cultural services reserved for public-mission organisations',
   'O zamówienie na niektóre usługi zdrowotne, społeczne i kulturalne mogą się ubiegać tylko organizacje, których celem jest misja publiczna związana z tymi usługami.',
   'Only organisations with a public mission in these services may bid for certain health, social and cultural services.',
   '{mission}', '{above}', '{social}', true, 'knowledge', 'Prawo zamówień publicznych art. 361', '2026-01-01', 7, '2021-01-01');

insert into directory.procurement_note (rule_code, kind, position, text_pl, text_en, certainty, source, valid_from) values
  ('ues_26', 'condition', 1, 'Zamawiający nie musi stosować Prawa zamówień publicznych, bo wartość jest niższa od progu.', 'The buyer need not apply the procurement law because the value is below the threshold.', 'source', 'Ustawa o ekonomii społecznej art. 26', '2022-10-30'),
  ('ues_26', 'condition', 2, 'Wykonawca ma status przedsiębiorstwa społecznego.', 'The contractor has the status of a social enterprise.', 'source', 'Ustawa o ekonomii społecznej art. 26', '2022-10-30'),
  ('ues_26', 'proof', 1, 'Zaświadczenie wojewody o statusie przedsiębiorstwa społecznego; wojewoda wydaje je w 3 dni robocze.', 'The voivode''s certificate of the status of a social enterprise, issued within 3 working days.', 'source', 'Ustawa o ekonomii społecznej art. 27', '2022-10-30'),
  ('ues_26', 'trap', 1, 'Sama forma spółdzielni socjalnej nie wystarczy: liczy się status nadany przez wojewodę.', 'Being a social cooperative is not enough: what counts is the status given by the voivode.', 'source', 'Ustawa o ekonomii społecznej art. 3–4', '2022-10-30'),
  ('ues_26', 'trap', 2, 'Regulamin zamówień podprogowych zamawiającego może wymagać zapisu o takim zastrzeżeniu.', 'The buyer''s own rules for small contracts may have to provide for such a reservation.', 'knowledge', 'Praktyka zamówień podprogowych', '2022-10-30'),
  ('pzp_94', 'condition', 1, 'Co najmniej 30% osób zatrudnionych przez wykonawcę albo jego jednostkę, która zrealizuje zamówienie, należy do grup społecznie marginalizowanych.', 'At least 30% of those employed by the contractor, or by its unit that performs the contract, belong to marginalised groups.', 'knowledge', 'Prawo zamówień publicznych art. 94', '2021-01-01'),
  ('pzp_94', 'condition', 2, 'Grupy: osoby z niepełnosprawnością, bezrobotne, poszukujące pracy i niezatrudnione, usamodzielniane, pozbawione wolności lub zwolnione, z zaburzeniami psychicznymi, w kryzysie bezdomności, uchodźcy i cudzoziemcy pod ochroną, osoby do 30. i po 50. roku życia bez pracy, mniejszości narodowe i etniczne.', 'Groups: people with disabilities, unemployed, job-seekers without work, leaving care, prisoners and released, with mental disorders, homeless, refugees and protected foreigners, job-seekers under 30 and over 50, national and ethnic minorities.', 'source', 'Prawo zamówień publicznych art. 94; ekomentarzpzp.uzp.gov.pl', '2021-01-01'),
  ('pzp_94', 'proof', 1, 'Dokumenty potwierdzające status i udział zatrudnionych osób z grup; zamawiający może ich zażądać.', 'Papers that prove the status and the share of people from the groups; the buyer may demand them.', 'knowledge', 'Prawo zamówień publicznych art. 94', '2021-01-01'),
  ('pzp_94', 'trap', 1, 'Zastrzeżenie ogłasza się w ogłoszeniu o zamówieniu; dopisane później nie działa.', 'The reservation stands in the contract notice; added later it has no effect.', 'knowledge', 'Prawo zamówień publicznych art. 94', '2021-01-01'),
  ('pzp_94', 'trap', 2, 'Żądaj liczb i oświadczeń, nie orzeczeń ani nazwisk: dane o zdrowiu pracowników nie są potrzebne.', 'Ask for numbers and statements, not for certificates or names: health data of employees are not needed.', 'knowledge', 'RODO art. 5 ust. 1 lit. c i art. 9', '2021-01-01'),
  ('pzp_96', 'condition', 1, 'Wymaganie jest związane z przedmiotem zamówienia i podane w ogłoszeniu lub dokumentach zamówienia.', 'The requirement is linked to the subject and stated in the notice or the documents.', 'knowledge', 'Prawo zamówień publicznych art. 96', '2021-01-01'),
  ('pzp_96', 'condition', 2, 'Dokumenty określają liczbę osób albo udział, okres zatrudnienia, sposób dokumentowania, kontrolę i sankcje.', 'The documents state the number or share, the period, how it is documented, control and sanctions.', 'knowledge', 'Prawo zamówień publicznych art. 96', '2021-01-01'),
  ('pzp_96', 'proof', 1, 'Oświadczenie wykonawcy o zatrudnieniu oraz zanonimizowane kopie umów na wezwanie.', 'The contractor''s statement on employment, and anonymised copies of contracts on demand.', 'knowledge', 'Prawo zamówień publicznych art. 96', '2021-01-01'),
  ('pzp_96', 'trap', 1, 'Bez kontroli i kary umownej klauzula pozostaje na papierze. Zaplanuj, kto i kiedy sprawdza.', 'Without control and a penalty the clause stays on paper. Plan who checks, and when.', 'knowledge', 'Praktyka klauzul społecznych', '2021-01-01'),
  ('pzp_95', 'condition', 1, 'Czynności mają cechy stosunku pracy (art. 22 § 1 Kodeksu pracy); dotyczy usług i robót budowlanych.', 'The work has the marks of employment (Labour Code art. 22 § 1); for services and works.', 'knowledge', 'Prawo zamówień publicznych art. 95', '2021-01-01'),
  ('pzp_95', 'condition', 2, 'Dokumenty wymieniają rodzaje czynności oraz sposób weryfikacji i sankcje.', 'The documents name the kinds of work, how it is verified, and the sanctions.', 'knowledge', 'Prawo zamówień publicznych art. 95', '2021-01-01'),
  ('pzp_95', 'proof', 1, 'Oświadczenie wykonawcy lub pracownika, poświadczona kopia umowy z zakrytymi danymi.', 'A statement by the contractor or the employee, a certified copy of the contract with data hidden.', 'knowledge', 'Prawo zamówień publicznych art. 438', '2021-01-01'),
  ('pzp_95', 'trap', 1, 'To nie jest opcja: gdy czynności polegają na pracy w rozumieniu Kodeksu pracy, wymaganie trzeba postawić.', 'This is no option: where the work is employment in the meaning of the Labour Code, the requirement must be made.', 'knowledge', 'Prawo zamówień publicznych art. 95', '2021-01-01'),
  ('pzp_100', 'condition', 1, 'Z przedmiotu zamówienia będą korzystać ludzie: mieszkańcy albo pracownicy zamawiającego.', 'People will use the subject: residents or the buyer''s staff.', 'knowledge', 'Prawo zamówień publicznych art. 100', '2021-01-01'),
  ('pzp_100', 'proof', 1, 'Wymagania opisane wprost (na przykład WCAG, wejście bez progu, informacja w prostym języku) i odbiór, który je sprawdza.', 'Requirements spelt out (for example WCAG, step-free entry, plain-language information) and an acceptance that checks them.', 'knowledge', 'Prawo zamówień publicznych art. 100', '2021-01-01'),
  ('pzp_100', 'trap', 1, 'Samo odesłanie do ustawy nie wystarczy: wykonawca musi wiedzieć, co ma być dostępne i jak.', 'A mere reference to the act is not enough: the contractor must know what is to be accessible, and how.', 'knowledge', 'Praktyka zamówień', '2021-01-01'),
  ('pzp_242', 'condition', 1, 'Kryterium jest związane z przedmiotem zamówienia, mierzalne i opisane w dokumentach.', 'The criterion is linked to the subject, measurable and described in the documents.', 'knowledge', 'Prawo zamówień publicznych art. 241–242', '2021-01-01'),
  ('pzp_242', 'proof', 1, 'To, za co dano punkty, wchodzi do umowy i jest sprawdzane tak jak cena.', 'What points were given for goes into the contract and is checked like the price.', 'knowledge', 'Prawo zamówień publicznych art. 242', '2021-01-01'),
  ('pzp_242', 'trap', 1, 'Kryterium nie może dotyczyć właściwości wykonawcy, tylko sposobu realizacji zamówienia.', 'A criterion may not be about the contractor, only about how the contract is performed.', 'knowledge', 'Prawo zamówień publicznych art. 241', '2021-01-01'),
  ('pzp_361', 'condition', 1, 'Celem statutowym organizacji jest misja publiczna związana ze świadczeniem tych usług, a zysk jest reinwestowany.', 'The organisation''s statutory goal is a public mission in these services, and profit is reinvested.', 'knowledge', 'Prawo zamówień publicznych art. 361', '2021-01-01'),
  ('pzp_361', 'condition', 2, 'Umowa trwa najwyżej 3 lata.', 'The contract lasts at most 3 years.', 'knowledge', 'Prawo zamówień publicznych art. 361', '2021-01-01'),
  ('pzp_361', 'condition', 3, 'Ten sam zamawiający nie udzielił tej organizacji takiego zamówienia w ostatnich 3 latach.', 'The same buyer has not given this organisation such a contract in the last 3 years.', 'knowledge', 'Prawo zamówień publicznych art. 361', '2021-01-01'),
  ('pzp_361', 'proof', 1, 'Statut i sprawozdania, z których wynika misja publiczna i przeznaczenie zysku.', 'The statute and reports that show the public mission and the use of profit.', 'knowledge', 'Prawo zamówień publicznych art. 361', '2021-01-01'),
  ('pzp_361', 'trap', 1, 'Dotyczy tylko usług o wskazanych kodach CPV. Sprawdź kod przed ogłoszeniem.', 'Only for services with the named CPV codes. Check the code before the notice.', 'knowledge', 'Prawo zamówień publicznych art. 361', '2021-01-01');

insert into directory.clause_text (rule_code, version, body_pl, body_en, certainty, source, state_on, valid_from) values
  ('ues_26', 1, 'Na podstawie art. 26 ustawy z dnia 5 sierpnia 2022 r. o ekonomii społecznej o udzielenie zamówienia mogą się ubiegać wyłącznie przedsiębiorstwa społeczne. Do oferty wykonawca dołącza zaświadczenie o statusie przedsiębiorstwa społecznego albo wskazuje wpis w wykazie przedsiębiorstw społecznych.',
   'Under art. 26 of the Act of 5 August 2022 on the social economy only social enterprises may bid. With the bid the contractor submits the certificate of the status of a social enterprise or names its entry in the list of social enterprises.', 'knowledge', 'Opracowanie Splotu na podstawie ustawy o ekonomii społecznej art. 26–27', '2026-01-01', '2022-10-30'),
  ('pzp_94', 1, 'Zamawiający zastrzega, że o udzielenie zamówienia mogą się ubiegać wyłącznie zakłady pracy chronionej, spółdzielnie socjalne oraz inni wykonawcy, których głównym celem lub głównym celem działalności ich wyodrębnionych organizacyjnie jednostek, które będą realizowały zamówienie, jest społeczna i zawodowa integracja osób społecznie marginalizowanych (art. 94 Prawa zamówień publicznych). Procentowy wskaźnik zatrudnienia osób należących do co najmniej jednej z grup wymienionych w tym przepisie wynosi nie mniej niż 30% osób zatrudnionych przez wykonawcę albo jego jednostkę, która będzie realizowała zamówienie.',
   'The buyer reserves the contract for sheltered-work establishments, social cooperatives and other contractors whose main goal, or the main goal of their separate units that will perform the contract, is the social and vocational integration of marginalised people (art. 94 of the procurement law). People from at least one of the groups named there make up no less than 30% of those employed by the contractor or its unit that performs the contract.', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 94', '2026-01-01', '2021-01-01'),
  ('pzp_95', 1, 'Wykonawca lub podwykonawca zatrudni na podstawie stosunku pracy osoby wykonujące następujące czynności: […]. Na każde wezwanie zamawiającego, w terminie […] dni, wykonawca przedłoży oświadczenie o zatrudnieniu tych osób lub poświadczone za zgodność kopie umów z zakrytymi danymi, które nie są potrzebne do kontroli. Za niespełnienie wymagania wykonawca zapłaci karę umowną w wysokości […] za każdą osobę i każdy miesiąc.',
   'The contractor or subcontractor employs those who do the following work on employment contracts: […]. On each demand and within […] days the contractor submits a statement on their employment or certified copies of contracts with data not needed for the control hidden. For failing the requirement the contractor pays a penalty of […] for each person and month.', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 95 i 438', '2026-01-01', '2021-01-01'),
  ('pzp_96', 1, 'Przy realizacji zamówienia wykonawca zatrudni co najmniej […] osób należących do grup: […], w wymiarze co najmniej […] etatu, przez cały okres realizacji. Zatrudnienie nastąpi w ciągu […] dni od zawarcia umowy. Wykonawca dokumentuje je oświadczeniem składanym co […] miesięcy; zamawiający może zażądać wglądu w dokumenty bez danych o zdrowiu. Za każdy rozpoczęty miesiąc bez wymaganego zatrudnienia wykonawca zapłaci karę umowną w wysokości […].',
   'For this contract the contractor employs at least […] people from the groups: […], for at least […] of full time, throughout. Employment begins within […] days of the contract. The contractor documents it by a statement every […] months; the buyer may ask to see papers without health data. For each month begun without the required employment the contractor pays a penalty of […].', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 96', '2026-01-01', '2021-01-01'),
  ('pzp_100', 1, 'Przedmiot zamówienia będzie dostępny dla osób z niepełnosprawnościami i zaprojektowany z myślą o wszystkich użytkownikach. W szczególności: […] (na przykład: strona internetowa zgodna z WCAG 2.1 na poziomie AA; miejsce spotkań bez progów; informacja w prostym języku; pętla indukcyjna lub tłumaczenie na polski język migowy na zgłoszenie).',
   'The subject is accessible to people with disabilities and designed for all users. In particular: […] (for example: a website in accordance with WCAG 2.1 AA; a step-free meeting place; information in plain language; an induction loop or interpretation into Polish Sign Language on request).', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 100', '2026-01-01', '2021-01-01'),
  ('pzp_242', 1, 'Kryterium „Integracja zawodowa” – waga […]%. Punkty otrzyma oferta, w której wykonawca zobowiąże się zatrudnić przy realizacji zamówienia, ponad wymagania, osoby z grup: […]: […] punktów za każdą osobę zatrudnioną co najmniej na pół etatu przez cały okres realizacji, nie więcej niż […] punktów. Zobowiązanie staje się częścią umowy.',
   'Criterion "Vocational integration" – weight […]%. Points go to a bid that undertakes to employ on the contract, beyond the requirements, people from the groups: […]: […] points for each person employed at least half time throughout, no more than […] points. The undertaking becomes part of the contract.', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 242', '2026-01-01', '2021-01-01'),
  ('pzp_361', 1, 'Na podstawie art. 361 Prawa zamówień publicznych o udzielenie zamówienia mogą się ubiegać wyłącznie organizacje, których celem statutowym jest realizacja zadań w zakresie użyteczności publicznej związanej ze świadczeniem usług objętych zamówieniem, które nie działają dla zysku lub reinwestują zysk w realizację celów statutowych. Umowa zostaje zawarta na okres […] (nie dłuższy niż 3 lata).',
   'Under art. 361 of the procurement law only organisations may bid whose statutory goal is a public mission in the services of this contract and which do not work for profit or reinvest it in their goals. The contract is made for […] (no longer than 3 years).', 'knowledge', 'Opracowanie Splotu na podstawie Prawa zamówień publicznych art. 361', '2026-01-01', '2021-01-01');
