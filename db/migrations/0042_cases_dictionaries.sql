-- Module: cases. Configuration of law and dictionaries: legal bases, deadlines, terms, clauses and consent texts.
--
-- "certain" says whether the rule was read in the act or regulation itself; what is not certain is practice or our own
-- proposal and stands so that an office can see it and change it. Needs, services, outcomes and domains have
-- Ukrainian too, since a participant reads them.

-- A share of the time given (for reminders) is neither days nor months.
alter table cases.timer drop constraint timer_unit_check;
alter table cases.timer add constraint timer_unit_check check (unit in ('working_days', 'days', 'months', 'percent'));

-- Which classes a type of institution may receive, on what, for which purposes.
-- P1 decide on a referral · P2 diagnosis · P3 plan and delivery · P4 review · P5 own duty · P6 project · P8 supervision.
insert into cases.legal_basis (code, article, pl, en, kind, institution_types, classes, purposes, valid_from, source, certain) values
  ('ups_100', 'UPS art. 100; RODO art. 6 ust. 1 lit. c i e, art. 9 ust. 2 lit. b i g',
   'Zadania własne pomocy społecznej', 'Own tasks of social assistance', 'statutory',
   '{OPS,CUS,PCPR}', '{D1,D2,D3,D4,D5,D6,D7,D8,D9,D10}', '{P1,P2,P3,P4,P5,P6,P8}', '2019-05-04',
   'Ustawa o pomocy społecznej (UPS) art. 100', true),
  ('cusa_50', 'CUSA art. 50; RODO art. 6 ust. 1 lit. c i e, art. 9 ust. 2 lit. b i g',
   'Usługi społeczne centrum usług społecznych', 'Services of a social services centre', 'statutory',
   '{CUS}', '{D1,D2,D3,D4,D5,D6,D7,D8,D9,D10}', '{P1,P2,P3,P4,P5,P6,P8}', '2020-01-01',
   'Ustawa o realizowaniu usług społecznych przez centrum usług społecznych (CUSA) art. 50', true),
  ('rpsz_47', 'RPSZ art. 47; RODO art. 6 ust. 1 lit. c i e, art. 9 ust. 2 lit. b',
   'Zadania własne urzędu pracy', 'Own tasks of a labour office', 'statutory',
   '{PUP}', '{D1,D2,D4,D5,D6,D9,D10}', '{P1,P2,P3,P4,P5,P6,P8}', '2025-06-01',
   'Ustawa o rynku pracy i służbach zatrudnienia (RPSZ) art. 47', true),
  ('rpsz_198', 'RPSZ art. 198',
   'Wymiana między urzędem pracy a pomocą społeczną: udzielona pomoc, jej efekty, planowane działania',
   'Exchange between a labour office and social assistance: help given, its effects, planned actions', 'statutory',
   '{OPS,CUS,PUP}', '{D1,D2,D5,D6}', '{P1,P2,P3,P4,P5}', '2025-06-01',
   'Ustawa o rynku pracy i służbach zatrudnienia (RPSZ) art. 198; porozumienie stron', true),
  ('rpsz_198_d3', 'RPSZ art. 198, art. 51 ust. 1 pkt 13',
   'Wymiana danych o sytuacji życiowej między pomocą społeczną a urzędem pracy',
   'Exchange of data on the living situation between social assistance and a labour office', 'statutory',
   '{OPS,CUS,PUP}', '{D3}', '{P2,P3,P4}', '2025-06-01',
   'Nasze odczytanie RPSZ art. 198 i art. 51; art. 198 mówi o pomocy i planach, nie o diagnozie. Do potwierdzenia przez IOD', false),
  ('uzs_8b', 'UZS art. 8b; RODO art. 6 ust. 1 lit. c, art. 9 ust. 2 lit. b i h, art. 10',
   'Zatrudnienie socjalne w centrum integracji społecznej', 'Social employment in a social integration centre', 'statutory',
   '{CIS}', '{D1,D2,D3,D4,D5,D6,D7,D8,D9,D10}', '{P1,P2,P3,P4,P5,P6,P8}', '2019-05-04',
   'Ustawa o zatrudnieniu socjalnym (UZS) art. 8b', true),
  ('uzs_18f', 'UZS art. 18f; RODO art. 6 ust. 1 lit. c, art. 9 ust. 2 lit. b i h, art. 10',
   'Reintegracja w klubie integracji społecznej', 'Reintegration in a social integration club', 'statutory',
   '{KIS}', '{D1,D2,D3,D4,D5,D6,D7,D8,D9,D10}', '{P1,P2,P3,P4,P5,P6,P8}', '2019-05-04',
   'Ustawa o zatrudnieniu socjalnym (UZS) art. 18f', true),
  ('rehab_10a', 'Ustawa o rehabilitacji art. 10a',
   'Udział w warsztacie terapii zajęciowej', 'Participation in an occupational therapy workshop', 'statutory',
   '{WTZ}', '{D1,D2,D4,D5,D6,D7,D9,D10}', '{P1,P2,P3,P4,P5,P8}', '2018-01-01',
   'Ustawa o rehabilitacji zawodowej i społecznej art. 10a; zakres danych do potwierdzenia przez IOD', false),
  ('rehab_29', 'Ustawa o rehabilitacji art. 29',
   'Zatrudnienie w zakładzie aktywności zawodowej', 'Employment in a vocational activity establishment', 'statutory',
   '{ZAZ}', '{D1,D2,D4,D5,D6,D7,D9,D10}', '{P1,P2,P3,P4,P5,P8}', '2018-01-01',
   'Ustawa o rehabilitacji zawodowej i społecznej art. 29; zakres danych do potwierdzenia przez IOD', false),
  ('commission', 'Umowa o realizację zadania publicznego; UPS art. 25; RODO art. 6 ust. 1 lit. e',
   'Zadanie publiczne zlecone organizacji', 'A public task commissioned to an organisation', 'commission',
   '{NGO,CIS,KIS,WTZ,ZAZ,SPS,PS}', '{D1,D2,D3,D4,D5,D6,D9,D10}', '{P1,P2,P3,P4,P5}', '2019-05-04',
   'Ustawa o pomocy społecznej (UPS) art. 25 ust. 7; umowa o realizację zadania', true),
  ('consent', 'RODO art. 6 ust. 1 lit. a, art. 9 ust. 2 lit. a',
   'Zgoda osoby', 'Consent of the person', 'consent',
   '{NGO,CIS,KIS,WTZ,ZAZ,SPS,PS,OWES,EMP}', '{D1,D2,D3,D4,D5,D6,D7,D9,D10}', '{P1,P2,P3,P4,P5,P6}', '2018-05-25',
   'Rozporządzenie (UE) 2016/679 (RODO) art. 6 ust. 1 lit. a, art. 9 ust. 2 lit. a', true),
  ('contract', 'RODO art. 6 ust. 1 lit. b; RPSZ art. 200',
   'Umowa z osobą lub umowa o usługi reintegracji', 'A contract with the person, or for reintegration services', 'contract',
   '{NGO,CIS,KIS,WTZ,ZAZ,SPS,PS,OWES,EMP}', '{D1,D2,D4,D5,D6,D9,D10}', '{P1,P3,P4,P5}', '2018-05-25',
   'Rozporządzenie (UE) 2016/679 (RODO) art. 6 ust. 1 lit. b; RPSZ art. 200', true),
  ('ues_6_60', 'UES art. 6 i 60; Kodeks pracy art. 22¹; RODO art. 9 ust. 2 lit. b',
   'Indywidualny plan reintegracyjny w przedsiębiorstwie społecznym', 'Individual reintegration plan in a social enterprise', 'statutory',
   '{PS,SPS}', '{D1,D2,D4,D5,D6,D7,D9,D10}', '{P1,P3,P4,P5}', '2022-10-30',
   'Ustawa o ekonomii społecznej (UES) art. 6 i 60', true),
  ('ues_63', 'UES art. 63',
   'Usługi ośrodka wsparcia ekonomii społecznej', 'Services of a social economy support centre', 'statutory',
   '{OWES}', '{D1,D2,D4,D5,D6,D9,D10}', '{P1,P3,P4,P5,P6}', '2022-10-30',
   'Ustawa o ekonomii społecznej (UES) art. 63; bez danych szczególnych', true),
  ('vital_interest', 'RODO art. 6 ust. 1 lit. d, art. 9 ust. 2 lit. c',
   'Żywotny interes osoby', 'Vital interest of the person', 'vital_interest',
   '{OPS,CUS,PCPR,PUP,WUP,ROPS,NGO,CIS,KIS,WTZ,ZAZ,SPS,PS,OWES,EMP}', '{D1,D2,D3,D4,D5,D6,D7}', '{P3}', '2018-05-25',
   'Rozporządzenie (UE) 2016/679 (RODO) art. 6 ust. 1 lit. d, art. 9 ust. 2 lit. c', true);

insert into cases.timer (code, amount, unit, valid_from, source, certain) values
  -- Seven days, as UPS art. 105 gives for answers to an OPS, but counted on the working-day calendar: the partnership's
  -- own promise, not a limit of law.
  ('answer_referral', 7, 'working_days', '2000-01-01', 'Ustalenie partnerstwa na wzór UPS art. 105 (7 dni), liczone w dniach roboczych', false),
  ('answer_referral_urgent', 2, 'working_days', '2000-01-01', 'Ustalenie partnerstwa na wzór pilnego wywiadu środowiskowego (2 dni)', false),
  ('answer_question', 5, 'working_days', '2000-01-01', 'Ustalenie partnerstwa', false),
  ('reminder_share', 50, 'percent', '2000-01-01', 'Ustalenie partnerstwa: przypomnienie w połowie czasu i w dniu terminu', false),
  ('escalation', 3, 'working_days', '2000-01-01', 'Ustalenie partnerstwa: po tylu dniach roboczych po terminie wie kierownik', false),
  ('referral_expiry', 10, 'working_days', '2000-01-01', 'Ustalenie partnerstwa: po tylu dniach roboczych po terminie skierowanie wygasa bez odpowiedzi', false),
  ('first_meeting', 14, 'working_days', '2000-01-01', 'Rozporządzenie w sprawie rodzinnego wywiadu środowiskowego (Dz.U. 2021 poz. 893): 14 dni roboczych', true),
  ('diagnosis', 30, 'days', '2000-01-01', 'CUSA art. 40: 30 dni na plan usług', true),
  ('plan_signed', 14, 'days', '2000-01-01', 'Ustalenie partnerstwa', false),
  ('contact', 30, 'days', '2000-01-01', 'RPSZ art. 88: kontakt co najmniej co 30 dni', true),
  ('pup_confirmation', 90, 'days', '2000-01-01', 'RPSZ art. 65 ust. 1 pkt 11: potwierdzenie zainteresowania co najmniej co 90 dni', true),
  ('review', 3, 'months', '2000-01-01', 'CUSA art. 46: spotkania koordynatorów co najmniej co 3 miesiące', true),
  ('rediagnosis', 6, 'months', '2000-01-01', 'CUSA art. 46: podsumowanie co najmniej co 6 miesięcy; UPS art. 107: aktualizacja wywiadu', true),
  ('suspension_max', 180, 'days', '2000-01-01', 'RPSZ art. 65 ust. 1 pkt 7: 180 dni niezdolności do pracy', true),
  ('post_job_support', 60, 'days', '2000-01-01', 'RPSZ art. 88: wsparcie po podjęciu pracy do 60 dni', true),
  ('plan_max', 24, 'months', '2000-01-01', 'UZS art. 15: 1 + 11 + 12 miesięcy uczestnictwa w CIS', true),
  ('closing_confirmation', 14, 'days', '2000-01-01', 'Ustalenie partnerstwa', false),
  ('follow_up_f0', 28, 'days', '2000-01-01', 'Rozporządzenie (UE) 2021/1057, załącznik I: do 4 tygodni od zakończenia', true),
  ('follow_up_f3', 3, 'months', '2000-01-01', 'Wytyczne EFS: efektywność społeczna i zatrudnieniowa do 3 miesięcy', true),
  ('follow_up_f6', 6, 'months', '2000-01-01', 'Rozporządzenie (UE) 2021/1057, załącznik I: 6 miesięcy (EECR05, EECR06)', false),
  ('follow_up_f12', 12, 'months', '2000-01-01', 'Ustalenie partnerstwa: trwałość po 12 miesiącach', false),
  ('follow_up_grace', 60, 'days', '2000-01-01', 'Ustalenie partnerstwa', false),
  ('employment_window', 90, 'days', '2000-01-01', 'Wytyczne EFS: efektywność zatrudnieniowa do 3 miesięcy', true),
  ('rejected_retention', 6, 'months', '2000-01-01', 'Ustalenie partnerstwa: krótkie przechowywanie nieprzyjętych skierowań', false),
  ('case_retention', 120, 'months', '2000-01-01', 'RPSZ art. 50 ust. 4, UZS art. 8b i 18f: 10 lat od końca roku, w którym zakończono pomoc', true),
  ('consent_default', 12, 'months', '2000-01-01', 'Ustalenie partnerstwa: zgoda na czas oznaczony', false),
  ('reopen', 6, 'months', '2000-01-01', 'Ustalenie partnerstwa', false);

insert into cases.term (list, code, position, pl, en, uk, meta, source) values
  -- What the person needs help with. "suggests": types of institutions worth asking first.
  ('need', 'long_term_unemployment', 1, 'długotrwałe bezrobocie', 'long-term unemployment', 'тривале безробіття', '{"suggests": ["PUP", "CIS"]}', 'RPSZ; UZS art. 1'),
  ('need', 'no_qualifications', 2, 'brak kwalifikacji', 'no qualifications', 'відсутність кваліфікації', '{"suggests": ["PUP"]}', 'Praktyka OPS'),
  ('need', 'poverty', 3, 'ubóstwo', 'poverty', 'бідність', '{"suggests": ["PUP", "NGO"]}', 'UPS art. 7'),
  ('need', 'homelessness', 4, 'bezdomność', 'homelessness', 'бездомність', '{"suggests": ["NGO", "CIS"]}', 'UPS art. 7; UZS art. 1'),
  ('need', 'addiction_therapy', 5, 'uzależnienie w trakcie terapii', 'addiction, in therapy', 'залежність, у процесі терапії', '{"suggests": ["CIS", "KIS", "NGO"], "sensitive": true}', 'UPS art. 7; UZS art. 1'),
  ('need', 'single_parenthood', 6, 'samotne rodzicielstwo', 'single parenthood', 'самотнє батьківство', '{"suggests": ["PUP", "NGO"]}', 'UPS art. 7'),
  ('need', 'prison_release', 7, 'opuszczenie zakładu karnego', 'release from prison', 'звільнення з місць позбавлення волі', '{"suggests": ["PUP", "CIS"], "sensitive": true}', 'UPS art. 7; UZS art. 1'),
  ('need', 'disability', 8, 'niepełnosprawność', 'disability', 'інвалідність', '{"suggests": ["WTZ", "ZAZ", "PUP"], "sensitive": true}', 'UPS art. 7; UZS art. 1'),
  ('need', 'mental_crisis', 9, 'kryzys psychiczny', 'mental health crisis', 'психологічна криза', '{"suggests": ["NGO", "CIS"], "sensitive": true}', 'UZS art. 1'),
  ('need', 'long_illness', 10, 'długotrwała choroba', 'long illness', 'тривала хвороба', '{"suggests": ["NGO"], "sensitive": true}', 'UPS art. 7'),
  ('need', 'debts', 11, 'zadłużenie', 'debts', 'борги', '{"suggests": ["NGO", "PUP"]}', 'Praktyka OPS'),
  ('need', 'care_duties', 12, 'opieka nad osobą zależną', 'care for a dependent person', 'догляд за залежною особою', '{"suggests": ["NGO", "PUP"]}', 'Praktyka OPS'),
  ('need', 'young_neet', 13, 'młoda osoba bez pracy i nauki', 'young person without work or school', 'молода особа без роботи та навчання', '{"suggests": ["PUP"]}', 'RPSZ art. 202'),
  ('need', 'leaving_care', 14, 'usamodzielnienie po pieczy zastępczej', 'leaving foster care', 'самостійне життя після прийомної опіки', '{"suggests": ["PUP", "NGO"]}', 'UPS art. 7'),
  ('need', 'refugee', 15, 'uchodźstwo lub migracja', 'refugee or migrant situation', 'біженство або міграція', '{"suggests": ["NGO", "PUP"], "sensitive": true}', 'UPS art. 7; UZS art. 1'),
  ('need', 'isolation', 16, 'osamotnienie, brak wsparcia bliskich', 'isolation, no support of others', 'самотність, відсутність підтримки близьких', '{"suggests": ["NGO", "KIS"]}', 'Praktyka OPS'),
  ('need', 'digital_exclusion', 17, 'wykluczenie cyfrowe lub komunikacyjne', 'digital or transport exclusion', 'цифрова або транспортна ізоляція', '{"suggests": ["NGO"]}', 'Praktyka OPS'),

  ('decline', 'not_target_group', 1, 'osoba spoza grupy, której pomagamy', 'not in our target group', 'особа не належить до нашої цільової групи', '{"unmet": false}', 'Model OPS–PUP–NGO'),
  ('decline', 'other_area', 2, 'inny obszar działania', 'other area', 'інша територія діяльності', '{"unmet": false}', 'Model OPS–PUP–NGO'),
  ('decline', 'no_places', 3, 'brak miejsc', 'no free places', 'немає вільних місць', '{"unmet": true}', 'Model OPS–PUP–NGO'),
  ('decline', 'person_refused', 4, 'osoba nie chce skorzystać', 'the person does not want it', 'особа не хоче скористатися', '{"unmet": false}', 'Model OPS–PUP–NGO'),
  ('decline', 'already_served', 5, 'osoba korzysta już z tej pomocy', 'the person already has this help', 'особа вже отримує цю допомогу', '{"unmet": false}', 'Model OPS–PUP–NGO'),
  ('decline', 'other', 6, 'inny powód', 'other reason', 'інша причина', '{"unmet": false, "note_required": true}', 'Model OPS–PUP–NGO'),

  ('informed_form', 'oral', 1, 'ustnie, podczas rozmowy', 'in conversation', 'усно, під час розмови', '{}', 'UPS art. 100'),
  ('informed_form', 'phone', 2, 'telefonicznie', 'by telephone', 'телефоном', '{}', 'UPS art. 100'),
  ('informed_form', 'paper', 3, 'na piśmie', 'in writing', 'письмово', '{}', 'UPS art. 100'),
  ('informed_form', 'electronic', 4, 'elektronicznie', 'electronically', 'в електронній формі', '{}', 'UPS art. 100'),

  ('withdrawal', 'person_resigned', 1, 'rezygnacja osoby', 'the person resigned', 'відмова особи', '{}', 'Model OPS–PUP–NGO'),
  ('withdrawal', 'objection', 2, 'sprzeciw wobec przetwarzania danych', 'objection to the processing of data', 'заперечення проти обробки даних', '{}', 'RODO art. 21'),
  ('withdrawal', 'moved', 3, 'wyprowadzka poza obszar partnerstwa', 'moved out of the area', 'переїзд за межі території', '{}', 'UPS art. 101'),
  ('withdrawal', 'died', 4, 'śmierć osoby', 'death of the person', null, '{}', 'Model OPS–PUP–NGO'),
  ('withdrawal', 'mistake', 5, 'skierowanie przez pomyłkę', 'referred by mistake', 'направлення помилкове', '{}', 'Model OPS–PUP–NGO'),
  ('withdrawal', 'other', 6, 'inny powód', 'other reason', 'інша причина', '{"note_required": true}', 'Model OPS–PUP–NGO'),

  -- The catalogue of services. "group" gives the heading; "instrument" the linked instrument it usually needs.
  ('service', 'social_work', 101, 'praca socjalna', 'social work', 'соціальна робота', '{"group": "social"}', 'UPS art. 45'),
  ('service', 'legal_counselling', 102, 'poradnictwo prawne', 'legal counselling', 'юридичне консультування', '{"group": "social"}', 'UPS art. 46'),
  ('service', 'psychological_counselling', 103, 'poradnictwo psychologiczne', 'psychological counselling', 'психологічне консультування', '{"group": "social"}', 'UPS art. 46'),
  ('service', 'family_counselling', 104, 'poradnictwo rodzinne', 'family counselling', 'сімейне консультування', '{"group": "social"}', 'UPS art. 46'),
  ('service', 'debt_advice', 105, 'doradztwo dla osób zadłużonych', 'debt advice', 'консультації щодо боргів', '{"group": "social"}', 'UPS art. 46'),
  ('service', 'addiction_therapy', 106, 'terapia uzależnień', 'addiction therapy', 'терапія залежностей', '{"group": "social", "sensitive": true}', 'UZS art. 1'),
  ('service', 'support_group', 107, 'grupa wsparcia', 'support group', 'група підтримки', '{"group": "social", "collective": true}', 'RPSZ art. 200'),
  ('service', 'family_assistance', 108, 'wsparcie asystenta rodziny', 'family assistance', 'допомога асистента сім''ї', '{"group": "social"}', 'Ustawa o wspieraniu rodziny'),
  ('service', 'care_service', 109, 'usługi opiekuńcze', 'care service', 'послуги догляду', '{"group": "social"}', 'UPS art. 50'),
  ('service', 'housing_help', 110, 'pomoc mieszkaniowa', 'housing help', 'допомога з житлом', '{"group": "social"}', 'UPS art. 53'),
  ('service', 'community_work', 111, 'działania w społeczności lokalnej', 'community work', 'діяльність у місцевій громаді', '{"group": "social", "collective": true}', 'UPS art. 45'),
  ('service', 'volunteering', 112, 'wolontariat', 'volunteering', 'волонтерство', '{"group": "social"}', 'Ustawa o działalności pożytku publicznego'),
  ('service', 'motivation_workshop', 113, 'warsztaty motywacyjne', 'motivational workshops', 'мотиваційні майстерні', '{"group": "social", "collective": true}', 'RPSZ art. 200'),

  ('service', 'vocational_guidance', 201, 'poradnictwo zawodowe', 'vocational guidance', 'професійне консультування', '{"group": "vocational"}', 'RPSZ'),
  ('service', 'job_placement', 202, 'pośrednictwo pracy', 'job placement', 'посередництво у працевлаштуванні', '{"group": "vocational"}', 'RPSZ'),
  ('service', 'ipd_meeting', 203, 'spotkanie w ramach IPD', 'meeting under the Individual Action Plan (IPD)', 'зустріч у межах індивідуального плану дій (IPD)', '{"group": "vocational", "instrument": "ipd"}', 'RPSZ art. 88'),
  ('service', 'training', 204, 'szkolenie', 'training', 'професійне навчання', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'exam', 205, 'egzamin kwalifikacyjny', 'qualification exam', 'кваліфікаційний іспит', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'internship', 206, 'staż', 'internship (staż)', 'стажування', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'intervention_works', 207, 'prace interwencyjne', 'intervention works', 'інтервенційні роботи', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'publicly_useful_works', 208, 'prace społecznie użyteczne', 'publicly useful works', 'суспільно корисні роботи', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'public_works', 209, 'roboty publiczne', 'public works', 'громадські роботи', '{"group": "vocational", "public_form": true}', 'RPSZ'),
  ('service', 'supported_employment', 210, 'zatrudnienie wspierane', 'supported employment', 'підтримуване працевлаштування', '{"group": "vocational"}', 'UZS art. 16'),
  ('service', 'job_coach', 211, 'wsparcie trenera pracy', 'job coach', 'підтримка тренера праці', '{"group": "vocational"}', 'Praktyka NGO'),
  ('service', 'assisted_job_search', 212, 'pomoc w szukaniu pracy', 'assisted job search', 'допомога в пошуку роботи', '{"group": "vocational"}', 'RPSZ'),
  ('service', 'business_grant', 213, 'dofinansowanie działalności gospodarczej', 'grant for a business', 'фінансування власної справи', '{"group": "vocational", "public_form": true, "ends_status": true}', 'RPSZ art. 65 ust. 1 pkt 4'),
  ('service', 'coop_grant', 214, 'środki na założenie lub przystąpienie do spółdzielni socjalnej', 'grant or loan to found or join a social cooperative', 'кошти на створення соціального кооперативу або вступ до нього', '{"group": "vocational", "public_form": true, "ends_status": true}', 'RPSZ art. 65 ust. 1 pkt 5'),

  ('service', 'school_completion', 301, 'ukończenie szkoły', 'school completion', 'завершення школи', '{"group": "educational"}', 'Prawo oświatowe'),
  ('service', 'language_course', 302, 'nauka języka', 'language course', 'вивчення мови', '{"group": "educational"}', 'Praktyka NGO'),
  ('service', 'digital_skills', 303, 'umiejętności cyfrowe', 'digital skills', 'цифрові навички', '{"group": "educational"}', 'RPSZ art. 202'),
  ('service', 'key_competences', 304, 'kompetencje kluczowe', 'key competences', 'ключові компетентності', '{"group": "educational"}', 'Praktyka NGO'),

  ('service', 'medical_referral', 401, 'pomoc w dotarciu do lekarza', 'help in reaching a doctor', 'допомога в зверненні до лікаря', '{"group": "health", "sensitive": true}', 'UPS art. 45'),
  ('service', 'rehabilitation', 402, 'rehabilitacja', 'rehabilitation', 'реабілітація', '{"group": "health", "sensitive": true}', 'Ustawa o rehabilitacji'),
  ('service', 'disability_certificate', 403, 'pomoc w uzyskaniu orzeczenia o niepełnosprawności', 'help in obtaining a disability certificate', 'допомога в отриманні посвідчення про інвалідність', '{"group": "health", "sensitive": true}', 'Ustawa o rehabilitacji'),

  ('service', 'cis_place', 501, 'udział w CIS', 'place in a social integration centre (CIS)', 'участь у центрі соціальної інтеграції (CIS)', '{"group": "reintegration", "instrument": "ipzs", "unit": "CIS"}', 'UZS art. 12–15'),
  ('service', 'kis_place', 502, 'udział w KIS', 'place in a social integration club (KIS)', 'участь у клубі соціальної інтеграції (KIS)', '{"group": "reintegration", "instrument": "social_contract", "unit": "KIS"}', 'UZS art. 18'),
  ('service', 'wtz_place', 503, 'udział w WTZ', 'place in an occupational therapy workshop (WTZ)', 'участь у майстерні трудотерапії (WTZ)', '{"group": "reintegration", "unit": "WTZ"}', 'Ustawa o rehabilitacji art. 10a'),
  ('service', 'zaz_place', 504, 'praca w ZAZ', 'job in a vocational activity establishment (ZAZ)', 'робота в закладі професійної активності (ZAZ)', '{"group": "reintegration", "unit": "ZAZ"}', 'Ustawa o rehabilitacji art. 29'),
  ('service', 'art_200_group', 505, 'reintegracja w grupie (art. 200 RPSZ)', 'reintegration group (art. 200 RPSZ)', 'реінтеграція в групі (ст. 200 RPSZ)', '{"group": "reintegration", "instrument": "art_200", "exclusive": true, "collective": true}', 'RPSZ art. 200'),

  ('service', 'coop_incubation', 601, 'przygotowanie spółdzielni socjalnej z OWES', 'incubation of a cooperative with OWES', 'підготовка соціального кооперативу з OWES', '{"group": "social_economy"}', 'UES'),
  ('service', 'job_in_ps', 602, 'praca w przedsiębiorstwie społecznym', 'job in a social enterprise', 'робота в соціальному підприємстві', '{"group": "social_economy", "instrument": "ipr"}', 'UES art. 6'),
  ('service', 'trial_visit', 603, 'wizyta lub próba pracy', 'visit or trial job', 'візит або пробна робота', '{"group": "social_economy"}', 'Praktyka OWES'),

  ('service_group', 'social', 1, 'Usługi społeczne', 'Social', 'Соціальні послуги', '{}', 'Katalog usług'),
  ('service_group', 'vocational', 2, 'Usługi zawodowe', 'Vocational', 'Професійні послуги', '{}', 'Katalog usług'),
  ('service_group', 'educational', 3, 'Edukacja', 'Educational', 'Освіта', '{}', 'Katalog usług'),
  ('service_group', 'health', 4, 'Zdrowie', 'Health', 'Здоров''я', '{}', 'Katalog usług'),
  ('service_group', 'reintegration', 5, 'Jednostki reintegracyjne', 'Reintegration units', 'Реінтеграційні установи', '{}', 'Katalog usług'),
  ('service_group', 'social_economy', 6, 'Ekonomia społeczna', 'Social economy', 'Соціальна економіка', '{}', 'Katalog usług'),

  ('financing', 'none', 1, 'bez kosztów', 'no cost', 'без витрат', '{}', 'Model OPS–PUP–NGO'),
  ('financing', 'gmina', 2, 'budżet gminy', 'budget of the municipality (gmina)', 'бюджет гміни', '{"public": true}', 'UPS art. 17'),
  ('financing', 'powiat', 3, 'budżet powiatu', 'budget of the county (powiat)', 'бюджет повіту', '{"public": true}', 'UPS art. 19'),
  ('financing', 'labour_fund', 4, 'Fundusz Pracy', 'Labour Fund', 'Фонд праці', '{"public": true}', 'RPSZ'),
  ('financing', 'labour_fund_gmina', 5, 'Fundusz Pracy i gmina', 'Labour Fund and gmina', 'Фонд праці та гміна', '{"public": true}', 'RPSZ'),
  ('financing', 'pfron', 6, 'PFRON', 'State Fund for Rehabilitation of Disabled People (PFRON)', 'PFRON', '{"public": true}', 'Ustawa o rehabilitacji'),
  ('financing', 'esf_plus', 7, 'EFS+', 'ESF+', 'ESF+', '{"public": true}', 'Rozporządzenie (UE) 2021/1057'),
  ('financing', 'state_budget', 8, 'budżet państwa', 'state budget', 'державний бюджет', '{"public": true}', 'UPS art. 18'),
  ('financing', 'nfz', 9, 'NFZ', 'National Health Fund (NFZ)', 'NFZ', '{"public": true}', 'Ustawa o świadczeniach opieki zdrowotnej'),
  ('financing', 'commissioned_task', 10, 'zlecone zadanie publiczne', 'commissioned public task', 'доручене публічне завдання', '{"public": true}', 'Ustawa o działalności pożytku publicznego'),
  ('financing', 'own_ngo', 11, 'środki własne organizacji', 'own means of the organisation', 'власні кошти організації', '{}', 'Praktyka NGO'),
  ('financing', 'employer', 12, 'pracodawca', 'employer', 'роботодавець', '{}', 'Praktyka'),
  ('financing', 'own_person', 13, 'środki własne osoby', 'own means of the person', 'власні кошти особи', '{}', 'Praktyka'),

  ('outcome', 'EMP_OPEN', 1, 'zatrudnienie – umowa o pracę', 'employment contract, open market', 'працевлаштування за трудовим договором', '{"kind": "employment"}', 'Słownik wyników'),
  ('outcome', 'EMP_CIVIL', 2, 'umowa cywilnoprawna', 'civil-law contract', 'цивільно-правовий договір', '{"kind": "employment", "threshold": true}', 'Słownik wyników; próg jak w EFS'),
  ('outcome', 'EMP_SUBS', 3, 'zatrudnienie subsydiowane', 'subsidised job', 'субсидоване працевлаштування', '{"kind": "employment", "flag": "subsidised"}', 'Słownik wyników'),
  ('outcome', 'EMP_SUPP', 4, 'zatrudnienie wspierane', 'supported employment', 'підтримуване працевлаштування', '{"kind": "employment", "flag": "supported"}', 'UZS art. 16'),
  ('outcome', 'EMP_PS', 5, 'zatrudnienie w PS/PES', 'job in a social enterprise or another social economy entity', 'робота на соціальному підприємстві', '{"kind": "employment", "flag": "social_economy"}', 'UES'),
  ('outcome', 'EMP_ZAZ', 6, 'zatrudnienie w ZAZ', 'job in a vocational activity establishment (ZAZ)', 'робота в закладі професійної активності (ZAZ)', '{"kind": "employment", "flag": "zaz"}', 'Ustawa o rehabilitacji art. 29'),
  ('outcome', 'SELF', 7, 'własna działalność', 'own business', 'власна справа', '{"kind": "employment"}', 'Słownik wyników'),
  ('outcome', 'COOP_FOUND', 8, 'założenie spółdzielni socjalnej', 'social cooperative founded', 'заснування соціального кооперативу', '{"kind": "employment", "flag": "social_economy"}', 'Słownik wyników'),
  ('outcome', 'COOP_JOIN', 9, 'przystąpienie do spółdzielni socjalnej', 'social cooperative joined', 'вступ до соціального кооперативу', '{"kind": "employment", "flag": "social_economy"}', 'Słownik wyników'),
  ('outcome', 'CIS_KIS', 10, 'podjęcie udziału w CIS lub KIS', 'entered a CIS or KIS', 'участь у CIS або KIS', '{"kind": "progress"}', 'Słownik wyników'),
  ('outcome', 'WTZ', 11, 'podjęcie udziału w WTZ', 'entered a WTZ', 'участь у WTZ', '{"kind": "progress"}', 'Słownik wyników'),
  ('outcome', 'EDU', 12, 'nauka lub szkolenie', 'education or training', 'навчання', '{"kind": "progress"}', 'Słownik wyników'),
  ('outcome', 'VOL', 13, 'wolontariat', 'volunteering', 'волонтерство', '{"kind": "progress"}', 'Słownik wyników'),
  ('outcome', 'HEALTH', 14, 'podjęcie terapii lub leczenia', 'treatment or therapy undertaken', 'початок терапії або лікування', '{"kind": "progress", "sensitive": true}', 'Słownik wyników'),
  ('outcome', 'INDEP', 15, 'usamodzielnienie ekonomiczne w inny sposób', 'economic independence by other way', 'економічна самостійність іншим шляхом', '{"kind": "progress"}', 'Sprawozdanie CIS'),
  ('outcome', 'STABLE', 16, 'poprawa sytuacji bez pracy', 'situation stabilised, no job', 'покращення ситуації без роботи', '{"kind": "progress"}', 'Słownik wyników'),
  ('outcome', 'DROP_PERSON', 17, 'rezygnacja', 'resigned', 'відмова від участі', '{"kind": "drop_out"}', 'Słownik wyników'),
  ('outcome', 'DROP_CONTACT', 18, 'brak kontaktu', 'lost contact', 'втрачено контакт', '{"kind": "drop_out"}', 'Słownik wyników'),
  ('outcome', 'DROP_BREACH', 19, 'przerwanie z winy uczestnika', 'broken plan', 'переривання з вини учасника', '{"kind": "drop_out"}', 'Słownik wyników'),
  ('outcome', 'MOVE', 20, 'przeprowadzka poza obszar', 'moved away', 'переїзд', '{"kind": "neutral"}', 'Słownik wyników'),
  ('outcome', 'DEATH', 21, 'śmierć', 'died', 'смерть', '{"kind": "neutral"}', 'Słownik wyników'),
  ('outcome', 'PRISON', 22, 'pobyt w zakładzie karnym', 'prison', 'позбавлення волі', '{"kind": "neutral", "sensitive": true}', 'Słownik wyników'),
  ('outcome', 'PENSION', 23, 'emerytura lub renta', 'pension', 'пенсія', '{"kind": "neutral"}', 'Słownik wyników'),
  ('outcome', 'ILL', 24, 'długa choroba', 'long illness', 'тривала хвороба', '{"kind": "neutral", "sensitive": true}', 'Słownik wyników'),

  ('progress', 'a', 1, 'podjęcie nauki', 'started education', 'початок навчання', '{}', 'Definicja efektywności społecznej'),
  ('progress', 'b', 2, 'większa motywacja do pracy', 'stronger motivation to work', 'більша мотивація до праці', '{}', 'Definicja efektywności społecznej'),
  ('progress', 'c', 3, 'większa pewność siebie i umiejętności', 'more confidence and own skills', 'більша впевненість у собі та вміння', '{}', 'Definicja efektywności społecznej'),
  ('progress', 'd', 4, 'lepsze radzenie sobie z problemami', 'better problem-solving', 'краще вирішення проблем', '{}', 'Definicja efektywności społecznej'),
  ('progress', 'e', 5, 'podjęcie wolontariatu', 'took up volunteering', 'початок волонтерства', '{}', 'Definicja efektywności społecznej'),
  ('progress', 'f', 6, 'poprawa stanu zdrowia', 'better health', 'покращення здоров''я', '{"sensitive": true}', 'Definicja efektywności społecznej'),
  ('progress', 'g', 7, 'ograniczenie nałogów', 'limited addictions', 'обмеження залежностей', '{"sensitive": true}', 'Definicja efektywności społecznej'),
  ('progress', 'h', 8, 'wyraźna poprawa funkcjonowania', 'visible improvement in functioning', 'помітне покращення функціонування', '{"sensitive": true}', 'Definicja efektywności społecznej'),

  ('evidence', 'contract_seen', 1, 'wgląd w umowę', 'copy of the contract seen', 'перегляд договору', '{"employment": true}', 'Wytyczne EFS'),
  ('evidence', 'zus', 2, 'dane ZUS z urzędu pracy', 'insurance (ZUS) data from the labour office', 'дані ZUS від служби зайнятості', '{"employment": true}', 'Wytyczne EFS'),
  ('evidence', 'register_entry', 3, 'wpis do rejestru (CEIDG, KRS)', 'register entry (CEIDG, KRS)', 'запис у реєстрі (CEIDG, KRS)', '{"employment": true}', 'Wytyczne EFS'),
  ('evidence', 'employer_certificate', 4, 'zaświadczenie pracodawcy', 'certificate of the employer', 'довідка роботодавця', '{"employment": true}', 'Wytyczne EFS'),
  ('evidence', 'certificate', 5, 'zaświadczenie instytucji', 'certificate of an institution', 'довідка установи', '{"employment": false}', 'Wytyczne EFS'),
  ('evidence', 'statement', 6, 'oświadczenie osoby', 'statement of the person', 'заява особи', '{"employment": true}', 'Wytyczne EFS'),
  ('evidence', 'self_assessment', 7, 'karta samooceny', 'self-assessment card', 'картка самооцінки', '{"employment": false}', 'Wytyczne EFS'),
  ('evidence', 'worker_note', 8, 'ustalenie pracownika', 'finding of a worker', 'висновок працівника', '{"employment": false}', 'Model OPS–PUP–NGO'),

  ('suspension_reason', 'illness', 1, 'choroba', 'illness', 'хвороба', '{"sensitive": true}', 'Model OPS–PUP–NGO'),
  ('suspension_reason', 'treatment', 2, 'leczenie lub terapia', 'treatment or therapy', 'лікування або терапія', '{"sensitive": true}', 'Model OPS–PUP–NGO'),
  ('suspension_reason', 'prison', 3, 'pobyt w zakładzie karnym', 'prison', 'позбавлення волі', '{"sensitive": true}', 'Model OPS–PUP–NGO'),
  ('suspension_reason', 'abroad', 4, 'pobyt za granicą', 'stay abroad', 'перебування за кордоном', '{}', 'Model OPS–PUP–NGO'),
  ('suspension_reason', 'family_care', 5, 'opieka nad bliską osobą', 'care for a family member', 'догляд за близькою особою', '{}', 'Model OPS–PUP–NGO'),
  ('suspension_reason', 'other', 6, 'inny powód', 'other reason', 'інша причина', '{}', 'Model OPS–PUP–NGO'),

  -- The sixteen domains of the joint diagnosis. "owner" fills it ("or" when no such partner is in the team); "data_class"
  -- decides who reads it; what is "required" must be filled before approval.
  ('domain', 'identity_legal', 1, 'tożsamość i sytuacja prawna', 'identity and legal situation', 'особа та правова ситуація', '{"data_class": "D3", "owner": "OPS", "required": true}', 'UPS art. 107'),
  ('domain', 'family_care', 2, 'rodzina i obowiązki opiekuńcze', 'family and care duties', 'сім''я та обов''язки догляду', '{"data_class": "D3", "owner": "OPS", "required": true}', 'UPS art. 107'),
  ('domain', 'housing', 3, 'mieszkanie', 'housing', 'житло', '{"data_class": "D3", "owner": "OPS", "required": true}', 'UPS art. 107'),
  ('domain', 'income_debts', 4, 'dochody i zadłużenie', 'income and debts', 'доходи та борги', '{"data_class": "D3", "owner": "OPS", "required": true}', 'UPS art. 107'),
  ('domain', 'health_disability', 5, 'zdrowie i niepełnosprawność', 'health and disability', 'здоров''я та інвалідність', '{"data_class": "D7", "owner": "OPS", "required": false}', 'UPS art. 107; RODO art. 9'),
  ('domain', 'addiction', 6, 'uzależnienia', 'addiction', 'залежності', '{"data_class": "D7", "owner": "OPS", "required": false}', 'UZS art. 8b; RODO art. 9'),
  ('domain', 'education', 7, 'wykształcenie i kwalifikacje', 'education and qualifications', 'освіта та кваліфікація', '{"data_class": "D4", "owner": "PUP", "required": true}', 'RPSZ art. 47 ust. 2'),
  ('domain', 'work_history', 8, 'historia pracy', 'work history', 'трудова історія', '{"data_class": "D4", "owner": "PUP", "required": true}', 'RPSZ art. 47 ust. 2'),
  ('domain', 'skills', 9, 'umiejętności, także cyfrowe', 'skills, also digital', 'навички, також цифрові', '{"data_class": "D4", "owner": "PUP", "required": true}', 'RPSZ art. 47 ust. 2, art. 202'),
  ('domain', 'job_motivation', 10, 'oczekiwania wobec pracy i motywacja', 'job preferences and motivation', 'побажання щодо роботи та мотивація', '{"data_class": "D4", "owner": "PUP", "required": true}', 'RPSZ art. 88'),
  ('domain', 'mobility', 11, 'dojazd i mobilność', 'mobility and transport', 'мобільність і транспорт', '{"data_class": "D4", "owner": "PUP", "required": false}', 'RPSZ art. 88'),
  ('domain', 'social_network', 12, 'bliscy i otoczenie', 'social network', 'близькі та оточення', '{"data_class": "D3", "owner": "NGO", "or": "OPS", "required": false}', 'Model OPS–PUP–NGO'),
  ('domain', 'language', 13, 'język i komunikacja', 'language and communication', 'мова та спілкування', '{"data_class": "D4", "owner": "PUP", "required": false}', 'RPSZ art. 47 ust. 2'),
  ('domain', 'criminal_record', 14, 'karalność', 'criminal record', 'судимість', '{"data_class": "D8", "owner": "OPS", "required": false}', 'RODO art. 10; UZS art. 8b'),
  ('domain', 'own_goals', 15, 'własne cele osoby', 'own goals', 'власні цілі', '{"data_class": "D4", "owner": "person", "required": true, "field": "own_view"}', 'Model OPS–PUP–NGO'),
  ('domain', 'strengths', 16, 'mocne strony', 'strengths', 'сильні сторони', '{"data_class": "D4", "owner": "person", "required": true, "field": "strengths"}', 'Model OPS–PUP–NGO'),

  ('contact_form', 'visit', 1, 'wizyta w instytucji', 'visit at the office', 'візит до установи', '{}', 'RPSZ art. 88'),
  ('contact_form', 'phone', 2, 'telefon', 'telephone', 'телефон', '{}', 'RPSZ art. 88'),
  ('contact_form', 'email', 3, 'e-mail', 'e-mail', 'електронна пошта', '{}', 'RPSZ art. 88'),
  ('contact_form', 'post', 4, 'list', 'post', 'лист', '{}', 'RPSZ art. 88'),
  ('contact_form', 'home', 5, 'wizyta w domu', 'home visit', 'візит додому', '{}', 'UPS art. 107'),
  ('contact_form', 'online', 6, 'rozmowa przez internet', 'online talk', 'розмова через інтернет', '{}', 'Praktyka'),

  ('place', 'ops', 1, 'ośrodek pomocy społecznej', 'social assistance centre', 'центр соціальної допомоги', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'pup', 2, 'urząd pracy', 'labour office', 'служба зайнятості', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'ngo', 3, 'siedziba organizacji', 'seat of the organisation', 'офіс організації', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'unit', 4, 'jednostka reintegracyjna', 'reintegration unit', 'реінтеграційна установа', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'employer', 5, 'u pracodawcy', 'at an employer', 'у роботодавця', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'home', 6, 'miejsce zamieszkania', 'at home', 'за місцем проживання', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'online', 7, 'przez internet', 'online', 'через інтернет', '{}', 'Model OPS–PUP–NGO'),
  ('place', 'other', 8, 'inne miejsce', 'another place', 'інше місце', '{}', 'Model OPS–PUP–NGO'),

  ('instrument', 'interview', 1, 'rodzinny wywiad środowiskowy', 'family environmental interview', null, '{"owner": ["OPS", "CUS"]}', 'UPS art. 107'),
  ('instrument', 'social_contract', 2, 'kontrakt socjalny', 'social contract', 'соціальний контракт', '{"owner": ["OPS", "CUS", "PCPR"]}', 'UPS art. 108'),
  ('instrument', 'ipd', 3, 'Indywidualny Plan Działania (IPD)', 'Individual Action Plan (IPD)', 'індивідуальний план дій (IPD)', '{"owner": ["PUP"]}', 'RPSZ art. 88'),
  ('instrument', 'ipzs', 4, 'Indywidualny Program Zatrudnienia Socjalnego (IPZS)', 'Individual Programme of Social Employment (IPZS)', 'індивідуальна програма соціального працевлаштування (IPZS)', '{"owner": ["CIS"], "takes_status": true}', 'UZS art. 12–15; RPSZ art. 65 ust. 1 pkt 6'),
  ('instrument', 'ipus', 5, 'Indywidualny Plan Usług Społecznych (IPUS)', 'Individual Plan of Social Services (IPUS)', 'індивідуальний план соціальних послуг (IPUS)', '{"owner": ["CUS"]}', 'CUSA art. 35–46'),
  ('instrument', 'ipr', 6, 'indywidualny plan reintegracyjny (IPR)', 'individual reintegration plan (IPR)', 'індивідуальний план реінтеграції (IPR)', '{"owner": ["PS", "SPS", "WTZ", "ZAZ"]}', 'UES art. 6'),
  ('instrument', 'art_200', 7, 'usługa reintegracji z art. 200 RPSZ', 'reintegration service of art. 200 RPSZ', 'послуга реінтеграції зі ст. 200 RPSZ', '{"owner": ["PUP"]}', 'RPSZ art. 200'),
  ('instrument', 'homelessness_programme', 8, 'indywidualny program wychodzenia z bezdomności', 'individual programme of leaving homelessness', 'індивідуальна програма виходу з бездомності', '{"owner": ["OPS", "CUS"]}', 'UPS art. 49'),
  ('instrument', 'integration_programme', 9, 'indywidualny program integracji', 'individual integration programme', 'індивідуальна програма інтеграції', '{"owner": ["PCPR"]}', 'UPS art. 93'),
  ('instrument', 'leaving_care', 10, 'indywidualny program usamodzielnienia', 'individual programme of leaving care', 'індивідуальна програма самостійності', '{"owner": ["PCPR"]}', 'UPS art. 88'),

  ('review_trigger', 'scheduled', 1, 'planowany termin', 'scheduled date', 'запланований термін', '{"kind": "scheduled"}', 'Model OPS–PUP–NGO'),
  ('review_trigger', 'person_request', 2, 'prośba osoby', 'request of the person', 'прохання особи', '{"kind": "extra"}', 'Model OPS–PUP–NGO'),
  ('review_trigger', 'absences', 3, 'nieobecności na zajęciach', 'absences', 'відсутність на заняттях', '{"kind": "extra"}', 'Model OPS–PUP–NGO'),
  ('review_trigger', 'status_change', 4, 'zmiana sytuacji lub statusu', 'change of situation or status', 'зміна ситуації або статусу', '{"kind": "extra"}', 'Model OPS–PUP–NGO'),
  ('review_trigger', 'partner_request', 5, 'prośba partnera', 'request of a partner', 'прохання партнера', '{"kind": "extra"}', 'Model OPS–PUP–NGO'),
  ('review_trigger', 'suspension_end', 6, 'koniec zawieszenia', 'end of a suspension', 'кінець призупинення', '{"kind": "extra"}', 'RPSZ art. 65 ust. 1 pkt 7'),
  ('review_trigger', 'closing', 7, 'zamknięcie sprawy', 'closing of the case', 'закриття справи', '{"kind": "final"}', 'Model OPS–PUP–NGO'),

  ('follow_up_employment', 'employed', 1, 'pracuje', 'employed', 'працює', '{"employed": true}', 'Rozporządzenie (UE) 2021/1057'),
  ('follow_up_employment', 'self_employed', 2, 'prowadzi działalność', 'self-employed', 'веде власну справу', '{"employed": true}', 'Rozporządzenie (UE) 2021/1057'),
  ('follow_up_employment', 'education', 3, 'uczy się lub szkoli', 'in education or training', 'навчається', '{"employed": false}', 'Rozporządzenie (UE) 2021/1057'),
  ('follow_up_employment', 'unemployed', 4, 'bezrobotny', 'unemployed', 'безробітний', '{"employed": false}', 'Rozporządzenie (UE) 2021/1057'),
  ('follow_up_employment', 'inactive', 5, 'osoba bierna zawodowo', 'economically inactive', 'економічно неактивна особа', '{"employed": false}', 'Rozporządzenie (UE) 2021/1057'),
  ('follow_up_employment', 'unknown', 6, 'nie wiadomo', 'not known', 'невідомо', '{"employed": false}', 'Rozporządzenie (UE) 2021/1057'),

  ('employment_kind', 'contract', 1, 'umowa o pracę', 'employment contract', 'трудовий договір', '{}', 'Wytyczne EFS'),
  ('employment_kind', 'civil', 2, 'umowa cywilnoprawna', 'civil-law contract', 'цивільно-правовий договір', '{}', 'Wytyczne EFS'),
  ('employment_kind', 'subsidised', 3, 'zatrudnienie subsydiowane', 'subsidised job', 'субсидована робота', '{}', 'RPSZ'),
  ('employment_kind', 'supported', 4, 'zatrudnienie wspierane', 'supported employment', 'підтримуване працевлаштування', '{}', 'UZS art. 16'),
  ('employment_kind', 'social_enterprise', 5, 'PS lub spółdzielnia socjalna', 'social enterprise or cooperative', 'соціальне підприємство або кооператив', '{}', 'UES'),
  ('employment_kind', 'zaz', 6, 'ZAZ', 'ZAZ', 'ZAZ', '{}', 'Ustawa o rehabilitacji'),
  ('employment_kind', 'own_business', 7, 'własna działalność', 'own business', 'власна справа', '{}', 'Wytyczne EFS'),

  ('informant', 'person', 1, 'osoba', 'the person', 'особа', '{}', 'Model OPS–PUP–NGO'),
  ('informant', 'family', 2, 'ktoś z rodziny', 'somebody of the family', 'хтось із родини', '{}', 'Model OPS–PUP–NGO'),
  ('informant', 'employer', 3, 'pracodawca', 'employer', 'роботодавець', '{}', 'Model OPS–PUP–NGO'),
  ('informant', 'institution', 4, 'instytucja partnerstwa', 'institution of the partnership', 'установа партнерства', '{}', 'Model OPS–PUP–NGO'),
  ('informant', 'register', 5, 'rejestr (ZUS, urząd pracy)', 'register (ZUS, labour office)', 'реєстр (ZUS, служба зайнятості)', '{}', 'Model OPS–PUP–NGO');

-- Templates written by us, in plain words; the data protection officer of the partnership confirms them before use.
insert into cases.information_clause (id, version, lang, title, body, valid_from, source) values
  ('0190a000-0000-7000-8000-000000000101', '1.0', 'pl', 'Informacja o przetwarzaniu danych', 'Kto odpowiada za Twoje dane
Każda instytucja, która bierze udział w Twojej sprawie, jest administratorem danych, które sama zbiera i zapisuje. Listę tych instytucji i ich adresy dostaniesz razem z tą informacją. W każdej z nich możesz zapytać o swoje dane i skontaktować się z inspektorem ochrony danych.

Po co zbieramy dane
Po to, aby wspólnie zrozumieć Twoją sytuację, ułożyć z Tobą plan, prowadzić go i sprawdzać, czy pomaga. Nie używamy tych danych do niczego innego. Nikt nie podejmuje decyzji o Tobie automatycznie.

Na jakiej podstawie
Ośrodek pomocy społecznej, centrum usług społecznych i urząd pracy działają na podstawie ustaw: ustawy o pomocy społecznej (art. 100), ustawy o realizowaniu usług społecznych przez centrum usług społecznych (art. 50) oraz ustawy o rynku pracy i służbach zatrudnienia (art. 47 i 198). Jednostki zatrudnienia socjalnego działają na podstawie ustawy o zatrudnieniu socjalnym (art. 8b i 18f). Organizacja pozarządowa dostaje dane tylko wtedy, gdy wykonuje zlecone zadanie publiczne albo gdy się na to zgadzasz (art. 6 i 9 RODO).

Kto zobaczy dane
Tylko pracownicy, którzy prowadzą Twoją sprawę i mają pisemne upoważnienie. Każda instytucja widzi tylko te dane, do których ma podstawę. Zapisujemy, kto i kiedy oglądał Twoje dane, a Ty możesz to sprawdzić w Splocie.

Skąd mamy dane
Od Ciebie i od instytucji, która Cię kieruje.

Jak długo
Dane sprawy przechowujemy przez 10 lat od końca roku, w którym zakończyła się pomoc. Dane z nieprzyjętego skierowania usuwamy po 6 miesiącach.

Twoje prawa
Możesz zobaczyć swoje dane, dostać ich kopię, poprawić je, zażądać ograniczenia przetwarzania albo usunięcia, gdy pozwala na to prawo, i wnieść sprzeciw. Zgodę możesz wycofać w każdej chwili. Nie wpływa to na to, co zrobiono wcześniej, ani na pomoc, która należy Ci się z ustawy. Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.

Czy musisz podać dane
Podanie danych jest dobrowolne. Bez imienia, nazwiska i kontaktu nie poprowadzimy jednak wspólnej sprawy. Możesz nie odpowiadać na pytania, na które nie chcesz.',
   '2024-01-01', 'Wzór zespołu Splot; przed użyciem potwierdza go inspektor ochrony danych (IOD)'),
  ('0190a000-0000-7000-8000-000000000102', '1.0', 'en', 'Information on the processing of data', 'Who is responsible for your data
Each institution that takes part in your case is the controller of the data it collects and records. You receive the list of these institutions and their addresses together with this information. In each of them you can ask about your data and contact the data protection officer.

Why we collect data
To understand your situation together, to make a plan with you, to carry it out and to check whether it helps. We use the data for nothing else. Nobody decides about you automatically.

On what basis
The social assistance centre, the social services centre and the labour office act on statutes: the Social Assistance Act (art. 100), the Act on social services centres (art. 50) and the Act on the labour market and employment services (art. 47 and 198). Units of social employment act on the Social Employment Act (art. 8b and 18f). A non-governmental organisation receives data only when it carries out a commissioned public task, or when you consent (art. 6 and 9 GDPR).

Who will see the data
Only workers who work on your case and have a written authorisation. Each institution sees only the data for which it has a basis. We record who looked at your data and when, and you can check it in Splot.

Where the data come from
From you and from the institution that refers you.

How long
We keep the data of the case for 10 years from the end of the year in which the help ended. Data from a referral that was not accepted are erased after 6 months.

Your rights
You can see your data, receive a copy, correct them, ask for their processing to be restricted or for their erasure where the law allows, and object. You can withdraw a consent at any time. This does not affect what was done before, nor the help the law gives you. You can complain to the President of the Personal Data Protection Office (UODO).

Whether you must give data
Giving data is voluntary. Without your name and contact, however, we cannot run a shared case. You need not answer questions you do not want to answer.',
   '2024-01-01', 'Wzór zespołu Splot; przed użyciem potwierdza go inspektor ochrony danych (IOD)'),
  ('0190a000-0000-7000-8000-000000000103', '1.0', 'uk', 'Інформація про обробку даних', 'Хто відповідає за Ваші дані
Кожна установа, яка бере участь у Вашій справі, є адміністратором даних, які вона сама збирає та записує. Список цих установ і їхні адреси Ви отримаєте разом із цією інформацією. У кожній із них можна запитати про свої дані та зв''язатися з інспектором із захисту даних.

Навіщо ми збираємо дані
Щоб разом зрозуміти Вашу ситуацію, скласти з Вами план, виконувати його та перевіряти, чи він допомагає. Ми не використовуємо ці дані ні для чого іншого. Ніхто не приймає рішень про Вас автоматично.

На якій підставі
Центр соціальної допомоги, центр соціальних послуг і служба зайнятості діють на підставі законів: закону про соціальну допомогу (ст. 100), закону про центри соціальних послуг (ст. 50) та закону про ринок праці і служби зайнятості (ст. 47 і 198). Установи соціального працевлаштування діють на підставі закону про соціальне працевлаштування (ст. 8b і 18f). Громадська організація отримує дані лише тоді, коли виконує доручене публічне завдання або коли Ви на це погоджуєтеся (ст. 6 і 9 GDPR).

Хто побачить дані
Лише працівники, які ведуть Вашу справу і мають письмове уповноваження. Кожна установа бачить тільки ті дані, на які має підставу. Ми записуємо, хто і коли переглядав Ваші дані, і Ви можете це перевірити у Splot.

Звідки ми маємо дані
Від Вас і від установи, яка Вас направляє.

Як довго
Дані справи ми зберігаємо 10 років від кінця року, в якому закінчилася допомога. Дані з неприйнятого направлення видаляємо через 6 місяців.

Ваші права
Ви можете побачити свої дані, отримати їхню копію, виправити їх, вимагати обмеження обробки або видалення, якщо це дозволяє закон, і подати заперечення. Згоду можна відкликати будь-коли. Це не впливає на те, що зроблено раніше, ані на допомогу, яка належить Вам за законом. Ви можете подати скаргу до Голови Управління захисту персональних даних (UODO).

Чи потрібно надавати дані
Надання даних добровільне. Проте без імені, прізвища та контакту ми не зможемо вести спільну справу. Ви можете не відповідати на запитання, на які не хочете.',
   '2024-01-01', 'Wzór zespołu Splot; przed użyciem potwierdza go inspektor ochrony danych (IOD)');

insert into cases.consent_text (id, version, lang, easy, body, hash, valid_from, source)
select v.id::uuid, '1.0', v.lang, v.easy, v.body, encode(sha256(convert_to(v.body, 'UTF8')), 'hex'), '2024-01-01',
  'Wzór zespołu Splot; przed użyciem potwierdza go inspektor ochrony danych (IOD)'
from (values
  ('0190a000-0000-7000-8000-000000000201', 'pl', false, 'Zgadzam się, aby instytucja wskazana w tym formularzu dostała moje dane w zakresie zaznaczonym poniżej i używała ich po to, aby brać udział w mojej wspólnej sprawie: w diagnozie, planie, zajęciach i przeglądach.

Zgoda obowiązuje do dnia wskazanego w formularzu.

Wiem, że:
– zgoda jest dobrowolna, a jej brak nie pozbawia mnie pomocy, która należy mi się z ustawy,
– mogę zgodzić się tylko na część danych,
– mogę wycofać zgodę w każdej chwili: w swoim oknie w Splocie, ustnie albo na piśmie w każdej instytucji z mojej sprawy,
– po wycofaniu zgody ta instytucja od razu przestanie widzieć moje dane; to, co zrobiono wcześniej, pozostaje zgodne z prawem.'),
  ('0190a000-0000-7000-8000-000000000202', 'en', false, 'I agree that the institution named in this form receives my data in the scope marked below and uses them to take part in my shared case: in the diagnosis, the plan, the sessions and the reviews.

The consent is valid until the day named in the form.

I know that:
– the consent is voluntary, and without it I do not lose the help the law gives me,
– I may agree to a part of the data only,
– I may withdraw the consent at any time: in my window in Splot, orally or in writing in any institution of my case,
– after I withdraw it, this institution stops seeing my data at once; what was done before remains lawful.'),
  ('0190a000-0000-7000-8000-000000000203', 'uk', false, 'Я погоджуюся, щоб установа, вказана в цій формі, отримала мої дані в обсязі, позначеному нижче, і використовувала їх для участі в моїй спільній справі: в діагнозі, плані, заняттях та оглядах.

Згода діє до дня, вказаного у формі.

Я знаю, що:
– згода добровільна, і без неї я не втрачаю допомоги, яка належить мені за законом,
– я можу погодитися лише на частину даних,
– я можу відкликати згоду будь-коли: у своєму вікні у Splot, усно або письмово в будь-якій установі з моєї справи,
– після відкликання згоди ця установа одразу перестане бачити мої дані; те, що зроблено раніше, залишається законним.'),
  ('0190a000-0000-7000-8000-000000000204', 'pl', true, 'To jest zgoda.

Zgoda znaczy, że na coś pozwalasz.

Jest organizacja, która chce Ci pomóc.
Jej nazwa jest na tej kartce.
Ta organizacja musi coś o Tobie wiedzieć.

Pytamy: czy pozwalasz, żeby ta organizacja widziała informacje o Tobie?
Zaznaczysz, które informacje może widzieć.

Możesz powiedzieć: tak.
Możesz powiedzieć: nie.
Gdy powiesz nie, inne instytucje dalej będą Ci pomagać.

Możesz zmienić zdanie każdego dnia.
Wtedy ta organizacja od razu przestanie widzieć informacje o Tobie.'),
  ('0190a000-0000-7000-8000-000000000205', 'en', true, 'This is a consent.

A consent means that you allow something.

There is an organisation that wants to help you.
Its name is on this page.
This organisation needs to know something about you.

We ask: do you allow this organisation to see information about you?
You will mark which information it may see.

You can say: yes.
You can say: no.
If you say no, the other institutions will still help you.

You can change your mind on any day.
Then this organisation will stop seeing information about you at once.'),
  ('0190a000-0000-7000-8000-000000000206', 'uk', true, 'Це згода.

Згода означає, що Ви щось дозволяєте.

Є організація, яка хоче Вам допомогти.
Її назва є на цьому аркуші.
Ця організація повинна щось про Вас знати.

Ми питаємо: чи Ви дозволяєте, щоб ця організація бачила інформацію про Вас?
Ви позначите, яку інформацію вона може бачити.

Ви можете сказати: так.
Ви можете сказати: ні.
Якщо Ви скажете ні, інші установи й далі будуть Вам допомагати.

Ви можете змінити думку будь-якого дня.
Тоді ця організація одразу перестане бачити інформацію про Вас.')
) as v (id, lang, easy, body);
