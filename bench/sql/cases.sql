-- People, cases, who takes part, grants, referrals. One row of `made_case` decides everything about a case.
-- Kinds: 20 person, 21 identifier, 22 case, 23 assignment, 24 grant, 25 consent, 26 referral, 27 clause, 28 event, 29 lock.

create temp table made_case as
with numbered as (
  select n, case when n <= s.big then 0 else 1 + (n - s.big - 1) % s.counties end as k,
    case when n <= s.big then n - 1 else (n - s.big - 1) / s.counties end as j,
    hashint4(n) & 2147483647 as h, s.today
  from scale s, generate_series(1, s.cases) n
), placed as (
  select m.*, case when k = 0 then 0 else j % 6 end as slot, 7 + j % 3 as other_slot,
    case when h % 100 < 2 then 'draft' when h % 100 < 6 then 'referred' when h % 100 < 10 then 'intake' when h % 100 < 17 then 'diagnosis'
      when h % 100 < 24 then 'planning' when h % 100 < 27 then 'agreed' when h % 100 < 62 then 'active' when h % 100 < 64 then 'suspended'
      when h % 100 < 67 then 'closing' when h % 100 < 79 then 'follow_up' when h % 100 < 93 then 'archived' when h % 100 < 96 then 'rejected'
      else 'withdrawn' end as state
  from numbered m
), staffed as (
  select c.*, o.id as ops, p.id as pup, x.id as other, h / 100 % 10 < 6 and state not in ('draft', 'referred', 'intake', 'diagnosis', 'rejected', 'withdrawn') as has_other,
    pg_temp.made(3, o.n * 1000 + 1 + (case when c.k = 0 then j else j / 6 end) % o.workers) as worker,
    pg_temp.made(3, p.n * 1000 + 1 + j % p.workers) as adviser,
    pg_temp.made(3, x.n * 1000 + 1 + j / 3 % x.workers) as specialist,
    (case state when 'draft' then 5 when 'referred' then 4 when 'intake' then 15 when 'diagnosis' then 30 when 'planning' then 60 when 'agreed' then 80
      when 'active' then 100 when 'suspended' then 200 when 'closing' then 250 when 'follow_up' then 400 when 'archived' then 700 else 60 end) * (100 + h / 1000 % 100) / 100 as age
  from placed c
  join place o on o.k = c.k and o.slot = c.slot join place p on p.k = c.k and p.slot = 6 join place x on x.k = c.k and x.slot = c.other_slot
)
select s.*, pg_temp.made(22, n) as id, pg_temp.made(20, n) as person, pg_temp.made(6, k) as partnership,
  today - age as opened, (today - age)::timestamptz + interval '9 hours' as opened_at,
  state not in ('draft', 'referred', 'rejected') as has_pup,
  state in ('active', 'suspended', 'closing', 'follow_up', 'archived') as delivered,
  state in ('planning', 'agreed', 'active', 'suspended', 'closing', 'follow_up', 'archived') as planned
from staffed s;
create unique index on made_case (n);
analyze made_case, place;

insert into cases.person (id, partnership_id, given_name, family_name, birth_date, sex, gmina_id, locality, phone, created_by_institution_id, created_at)
select person, partnership, (array['Anna', 'Maria', 'Katarzyna', 'Małgorzata', 'Agnieszka', 'Barbara', 'Ewa', 'Krystyna', 'Piotr', 'Krzysztof', 'Andrzej', 'Tomasz', 'Jan', 'Paweł', 'Michał', 'Stanisław', 'Łucja', 'Żaneta', 'Świętosław', 'Józef'])[1 + h / 7 % 20],
  (array['Nowak', 'Kowal', 'Wiśniew', 'Wójc', 'Lewandow', 'Kamiń', 'Zieliń', 'Szymań', 'Dąbrow', 'Kozłow', 'Jankow', 'Mazur', 'Krawcz', 'Piotrow', 'Grabow', 'Pawłow', 'Michal', 'Zają', 'Król', 'Wieczor', 'Jabłoń', 'Wróbl', 'Majew', 'Olszew', 'Stępi', 'Malinow', 'Jawor', 'Adamcz', 'Dudz', 'Górsk'])[1 + h / 140 % 30]
    || (array['ski', 'czyk', 'ewicz', 'iak', 'owski', 'icki', 'aś', 'eński', 'ek', 'ik', 'ała', 'uch'])[1 + h / 4200 % 12],
  date '1800-01-01' + n % 35000, case when h % 2 = 0 then 'f' else 'm' end, null, (array['Mordarka', 'Sowliny', 'Męcina', 'Młynne', 'Stara Wieś'])[1 + h % 5], '+48 600 000 000', ops, opened_at
from made_case;
insert into cases.person_identifier (id, person_id, partnership_id, kind, value)
select pg_temp.made(21, n), person, partnership, 'pesel', pg_temp.pesel(date '1800-01-01' + n % 35000, n / 35000) from made_case where state <> 'draft';

insert into cases.shared_case (id, number, partnership_id, person_id, state, state_since, opened_at, created_by_institution_id, lead_institution_id, coordinator_id,
  office_sign, intake_on, left_on, outcome_code, closed_on, retain_until, waits_for, waits_institution_id, waits_worker_id, waits_until, updated_at, audience)
select id, to_char(opened, 'YYYY') || '/' || lpad((j + 1)::text, 4, '0'), partnership, person, state, opened_at + make_interval(days => age * 3 / 4), opened_at, ops, ops,
  case when state <> 'draft' then worker end, 'OPS.5110.' || n, case when has_pup then opened + age / 10 end,
  case when state in ('follow_up', 'archived') then opened + age / 2 end, case when state in ('follow_up', 'archived') then 'EMP_OPEN' end,
  case when state in ('follow_up', 'archived', 'withdrawn') then opened + age / 2 end, case when state in ('archived', 'withdrawn') then today + 3000 end,
  case state when 'draft' then 'send_referral' when 'referred' then 'answer_referral' when 'intake' then 'basis' when 'diagnosis' then 'diagnosis_parts' when 'planning' then 'plan_draft'
    when 'agreed' then 'start' when 'active' then 'review' when 'suspended' then 'resume' when 'closing' then 'outcome' when 'follow_up' then 'follow_up' else 'nothing' end,
  case when state in ('archived', 'rejected', 'withdrawn') then null when state = 'referred' or (state = 'diagnosis' and h % 2 = 0) then pup else ops end,
  case when state in ('archived', 'rejected', 'withdrawn', 'referred') then null when state = 'diagnosis' and h % 2 = 0 then adviser else worker end,
  case when state in ('archived', 'rejected', 'withdrawn', 'draft') then null else today - 8 + h / 11 % 70 end, opened_at,
  array_remove(array[ops, worker, case when has_pup and state <> 'archived' then pup end, case when has_pup then adviser end, case when has_other and state <> 'archived' then other end, case when has_other then specialist end], null)
from made_case;
insert into cases.counter (partnership_id, year, last)
select partnership, y, max(j) + 1 from made_case, generate_series(2020, 2040) y group by partnership, y;

create temp table part as
select n, id as case_id, ops as institution_id, worker as worker_id, 0 as p, case when state = 'draft' then 'co_lead' else 'lead' end as role, 'ups_100' as basis, 'own' as origin, array['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as classes, opened_at, age, state from made_case
union all select n, id, pup, adviser, 1, 'co_lead', 'rpsz_198', 'acceptance', array['D1', 'D2', 'D3', 'D4', 'D5', 'D6'], opened_at, age, state from made_case where has_pup
union all select n, id, other, specialist, 2, 'provider', (select code from cases.legal_basis where kind = 'consent' order by code limit 1), 'consent', array['D1', 'D5', 'D6'], opened_at, age, state from made_case where has_other;

analyze part;
insert into cases.participation (case_id, institution_id, role, valid_from) select case_id, institution_id, role, opened_at from part;
insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from)
select pg_temp.made(23, n * 4 + p), case_id, institution_id, worker_id, case p when 0 then 'coordinator' else 'caseworker' end, opened_at from part;
insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from)
select pg_temp.made(29, c.n), c.id, c.ops, l.worker, 'conflict_of_interest', c.opened_at
from made_case c join place o on o.id = c.ops cross join lateral (select pg_temp.made(3, o.n * 1000 + 1 + c.n / 20 % o.workers) as worker) l
where c.n % 20 = 7 and c.worker <> l.worker;
insert into cases.consent (id, case_id, institution_id, classes, text_version, lang, given_on, way, valid_to, recorded_by)
select pg_temp.made(25, n), case_id, institution_id, classes, '1', 'pl', opened_at::date, 'paper', opened_at::date + 3650, pg_temp.made(3, 1) from part where p = 2;
insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, consent_id, origin, valid_from, valid_to, ended_reason, created_at)
select pg_temp.made(24, n * 32 + p * 8 + c.nr), case_id, institution_id, c.class, array['P1', 'P2', 'P3', 'P4', 'P5'], state not in ('archived', 'withdrawn', 'rejected'), basis,
  case when p = 2 then pg_temp.made(25, n) end, origin, opened_at, case when ended then opened_at + make_interval(days => age * 9 / 10) end, case when ended then 'closed' end, opened_at
from part cross join lateral unnest(classes) with ordinality c(class, nr)
cross join lateral (select (state = 'archived' and (p > 0 or c.class <> 'D1')) or (state = 'withdrawn' and p > 0) as ended) e;
insert into cases.clause_given (id, case_id, version, given_on, form, institution_id, worker_id)
select pg_temp.made(27, n), id, '1', opened, 'paper', ops, worker from made_case where has_pup;

insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state, needs, reason, informed_on, informed_form,
  discloses_identity, packet, packet_hash, sent_at, due_on, answered_at, answered_by, decline_code)
select pg_temp.made(26, c.n), c.id, c.partnership, 'opening', c.ops, c.worker, c.pup,
  case c.state when 'referred' then case when c.h % 3 = 0 then 'seen' else 'sent' end when 'rejected' then 'declined' else 'accepted' end,
  array['long_term_unemployment', 'debts'], 'Szuka pracy od ponad roku, potrzebuje wsparcia w powrocie na rynek pracy.', c.opened, 'oral', true,
  jsonb_build_object('version', 1, 'number', to_char(c.opened, 'YYYY') || '/' || lpad((c.j + 1)::text, 4, '0'), 'kind', 'opening',
    'sender', jsonb_build_object('institution', o.name, 'type', 'OPS', 'worker', 'Anna Pracująca', 'phone', '+48 600 000 000', 'email', 'w@example.org', 'sign', 'OPS.5110.' || c.n),
    'recipient', jsonb_build_object('institution', u.name, 'type', 'PUP'), 'needs', array['long_term_unemployment', 'debts'], 'urgent', false,
    'reason', 'Szuka pracy od ponad roku, potrzebuje wsparcia w powrocie na rynek pracy.', 'gmina', '', 'gminaName', 'Limanowa',
    'informed', jsonb_build_object('on', c.opened, 'form', 'oral'),
    'person', jsonb_build_object('disclosed', true, 'givenName', p.given_name, 'familyName', p.family_name, 'label', null, 'identifier', null, 'birthDate', null,
      'sex', p.sex, 'locality', p.locality, 'phone', p.phone, 'email', '', 'lang', 'pl')),
  md5(c.n::text) || md5(c.n::text), c.opened_at, c.opened + 10, case when c.state <> 'referred' then c.opened_at + make_interval(days => 1 + c.h % 8) end,
  case when c.state <> 'referred' then c.adviser end, case when c.state = 'rejected' then 'no_place' end
from made_case c join cases.person p on p.id = c.person join place o on o.id = c.ops join place u on u.id = c.pup
where c.state <> 'draft';

insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
select pg_temp.made(28, c.n * 16 + e.nr), c.id, c.opened_at + make_interval(days => c.age * e.nr::int / 12), e.kind,
  case when e.nr % 3 = 0 and c.has_pup then c.pup else c.ops end, case when e.nr % 3 = 0 and c.has_pup then c.adviser else c.worker end, '{}'
from made_case c cross join lateral unnest(array['case.opened', 'referral.sent', 'referral.accepted', 'basis.clause', 'diagnosis.started', 'diagnosis.part_filled', 'diagnosis.approved', 'plan.created', 'plan.signed', 'review.recorded']) with ordinality e(kind, nr)
where e.nr <= 2 or c.has_pup;
