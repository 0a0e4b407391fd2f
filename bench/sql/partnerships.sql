-- Partnerships of all counties, five institutions in each: an OPS and two NGOs of its own, and the PUP and PCPR of its county.
-- `scale` says how many, and how many cases each has. The same numbers always give the same ids.

create function pg_temp.made(key text) returns uuid language sql immutable as $$ 
  select overlay(overlay(md5(key) placing '4' from 13) placing '8' from 17)::uuid $$;
create temp table place as select row_number() over (order by code) - 1 as k, code, name from territory.county where valid_to is null;
create temp table p as
select n, pg_temp.made('partnership ' || n) as id, c.code, c.k, c.name as county, pg_temp.made('agreement ' || n) as agreement,
  pg_temp.made('plan ' || n) as plan, pg_temp.made('body ' || n) as body, pg_temp.made('round ' || n) as round
from scale s, generate_series(0, s.partnerships - 1) n join place c on c.k = n % (select count(*) from place);
create temp table inst as
select pg_temp.made(key) as id, key, type, code, type || ' ' || name || ' ' || nr as name from (
  select 'OPS ' || n as key, 'OPS' as type, code, county as name, n as nr from p
  union all select 'NGO ' || n, 'NGO', code, county, n from p union all select 'NGO2 ' || n, 'NGO', code, county, n from p
  union all select 'PUP ' || k, 'PUP', code, name, 1 from place union all select 'PCPR ' || k, 'PCPR', code, name, 1 from place) x;
create temp table m as
select p.n, p.id as partnership_id, i.slot, pg_temp.made(i.key) as institution_id, i.type, pg_temp.made('worker ' || i.key) as worker_id from p cross join lateral
  (values (0, 'OPS ' || n, 'OPS'), (1, 'PUP ' || k, 'PUP'), (2, 'NGO ' || n, 'NGO'), (3, 'NGO2 ' || n, 'NGO'), (4, 'PCPR ' || k, 'PCPR')) i(slot, key, type);
analyze p; analyze m; analyze inst;

insert into organisations.legal_entity (id, name, legal_form) select id, name, 'gmina' from inst;
insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, active_from) select id, id, type, name, name, code, '2015-01-01' from inst;
insert into organisations.worker (id, account_id, institution_id, given_name, family_name, email, employed_from)
select pg_temp.made('worker ' || key), pg_temp.made('account ' || key), id, 'Ewa', 'Pracująca', replace(key, ' ', '') || '@example.org', '2018-01-01' from inst;
insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from)
select gen_random_uuid(), pg_temp.made('worker ' || key), id, 'partnership_coordinator', '2018-01-01' from inst;
insert into territory.gmina (id, name, county_code, kind) select 'bench-' || code || '-' || i, name || ' ' || i, code, 'rural' from place, generate_series(0, 5) i;

insert into partnerships.partnership (id, name, county_code, state, started_on) select id, 'Partnerstwo ' || county || ' ' || n, code, 'operating', '2024-01-01' from p;
insert into partnerships.area select id, 'bench-' || code || '-' || (n + i) % 6 from p, generate_series(0, 2) i;
insert into partnerships.member (id, partnership_id, institution_id, joined_on) select gen_random_uuid(), partnership_id, institution_id, '2024-01-01' from m;
insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
select gen_random_uuid(), partnership_id, institution_id, worker_id, case slot when 1 then 'coordinator' else 'contact' end, '2024-01-01' from m;
insert into partnerships.agreement (id, partnership_id, version, state, data_annex, valid_from) select agreement, id, 1, 'in_force', true, '2024-01-01' from p;
insert into partnerships.agreement_scope select p.agreement, t, array['D1', 'D4', 'D5', 'D6'] from p, unnest(array['OPS', 'PUP', 'NGO', 'PCPR']) t;
insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, section, position, title, body, final_text)
select gen_random_uuid(), p.id, p.agreement, c.code, c.section, c.position, c.title_pl, repeat('Strony ustalają, jak to robią. ', 12), repeat('Strony ustalają, jak to robią. ', 12) from p, partnerships.clause c;
insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form)
select gen_random_uuid(), p.agreement, m.institution_id, 'Kierownik', '2024-01-01', 'paper' from m join p on p.n = m.n;

insert into partnerships.action_plan (id, partnership_id, line_id, version, title, starts_on, ends_on, state, adopted_on, decision, created_by, created_at)
select p.plan, p.id, p.plan, 1, 'Plan działań', s.today - 200, s.today + 165, 'adopted', s.today - 200, 'Uchwała 1', m.worker_id, now() from scale s, p join m on m.n = p.n and m.slot = 1;
insert into partnerships.plan_goal (id, plan_id, partnership_id, position, title, starts_on, due_on)
select pg_temp.made('goal ' || n || '/' || g), plan, id, g, 'Cel ' || g, s.today - 200, s.today + 100 from scale s, p, generate_series(1, 3) g;
insert into partnerships.plan_task (id, plan_id, partnership_id, goal_id, title, institution_id, worker_id, starts_on, due_on, state, done_on, done_note)
select gen_random_uuid(), p.plan, p.id, pg_temp.made('goal ' || p.n || '/' || 1 + t % 3), 'Zadanie ' || t, m.institution_id, m.worker_id, s.today - 200, s.today - 60 + t * 10,
  case when t < 5 then 'done' else 'planned' end, case when t < 5 then s.today - 40 end, case when t < 5 then 'Zrobione' else '' end
from scale s, p cross join generate_series(1, 12) t join m on m.n = p.n and m.slot = t % 5;
insert into partnerships.plan_indicator (id, plan_id, partnership_id, goal_id, name, definition, direction, target, computed)
select gen_random_uuid(), plan, id, pg_temp.made('goal ' || n || '/' || g), 'Wskaźnik ' || g, 'Liczba', 'up', 100, case g when 1 then 'referrals' when 2 then 'answered_on_time' end from p, generate_series(1, 3) g;

insert into partnerships.body (id, kind, partnership_id, started_on) select body, 'team', id, '2024-01-01' from p;
insert into partnerships.meeting (id, body_id, title, starts_at, ends_at, mode, place, state, created_at, updated_at)
select pg_temp.made('meeting ' || n || '/' || t), body, 'Spotkanie ' || t, s.today + (t - 11) * 30 + time '09:00', s.today + (t - 11) * 30 + time '11:00', 'onsite', 'Sala',
  case when t <= 11 then 'held' else 'called' end, now(), now() from scale s, p, generate_series(1, 12) t;
insert into partnerships.attendee (id, body_id, meeting_id, worker_id, institution_id, invited_at, came)
select gen_random_uuid(), p.body, pg_temp.made('meeting ' || p.n || '/' || t), m.worker_id, m.institution_id, now(), t <= 11 from p join m on m.n = p.n cross join generate_series(1, 12) t;
insert into partnerships.agenda_point (id, body_id, meeting_id, position, title) select gen_random_uuid(), body, pg_temp.made('meeting ' || n || '/' || t), i, 'Punkt ' || i from p, generate_series(1, 12) t, generate_series(1, 4) i;
insert into partnerships.decision (id, body_id, meeting_id, year, number, body, valid_from, words)
select gen_random_uuid(), body, pg_temp.made('meeting ' || n || '/' || t), 2026, t, 'Ustalono wspólny termin', '2026-01-01', to_tsvector('simple', 'ustalono termin') from p, generate_series(1, 11) t;
insert into partnerships.meeting_task (id, body_id, meeting_id, what, institution_id, worker_id, due_on, state, settled_on)
select gen_random_uuid(), p.body, pg_temp.made('meeting ' || p.n || '/' || t), 'Przygotować', m.institution_id, m.worker_id, s.today + (t - 10) * 30, case when t < 9 then 'done' else 'open' end, case when t < 9 then s.today end
from scale s, p cross join generate_series(1, 11) t join m on m.n = p.n and m.slot = t % 5;

insert into partnerships.standard_round (id, partnership_id, year, standard_slug, standard_pl, standard_en, standard_version, state, opened_on, due_on, disclosed_on, concluded_on)
select round, id, extract(year from s.today), 'standard', 'Standard', 'Standard', 1, 'concluded', s.today - 90, s.today - 60, s.today - 60, s.today - 30 from scale s, p;
insert into partnerships.standard_sheet select p.round, p.id, m.institution_id, s.today - 61 from scale s, p join m on m.n = p.n;
insert into partnerships.standard_requirement
select p.round, p.id, c || '.' || i, c * 10 + i, 'Rozdział ' || c, 'Chapter', 'Wymaganie ' || i, 'Requirement', 'Co', 'What', 'Dowód', 'Evidence', i = 1, i = 2, '/' from p, generate_series(1, 5) c, generate_series(1, 5) i;
insert into partnerships.standard_answer (round_id, partnership_id, institution_id, code, level, evidence, answered_on)
select r.round_id, r.partnership_id, m.institution_id, r.code, (array['met', 'partly', 'not'])[1 + (m.n + m.slot + r.position) % 3], 'Dowód', s.today - 65
from scale s, partnerships.standard_requirement r join m on m.partnership_id = r.partnership_id;
insert into partnerships.standard_conclusion (round_id, partnership_id, code, level) select round_id, partnership_id, code, (array['met', 'partly', 'not'])[1 + position % 3] from partnerships.standard_requirement;

insert into partnerships.profile (partnership_id, lead, specialises, hosts, words, published_on, updated_at)
select id, 'Pracujemy razem', 'Mieszkania i praca', n % 3 = 0, to_tsvector('simple', public.unaccent('partnerstwo ' || county || ' ' || (array['mieszkanie', 'praca', 'dlug', 'migranci'])[1 + n % 4])), '2026-01-01', now() from p;
insert into partnerships.profile_term select p.id, t.code from p join (select code, row_number() over (order by code) as i, count(*) over () as all_of from partnerships.network_term) t on (p.n * 7 + t.i * 3) % 5 = 0;
insert into partnerships.announcement (id, partnership_id, kind, title, body, audience, state, ends_on, written_at)
select gen_random_uuid(), id, 'offer', 'Wymiana', 'Zapraszamy', 'network', 'shown', s.today + n % 60, now() - n * interval '1 hour' from scale s, p;
insert into partnerships.service (id, partnership_id, institution_id, name, places, free, free_on, valid_from)
select gen_random_uuid(), partnership_id, institution_id, 'Warsztat', 12, 3, s.today, '2024-01-01' from scale s, m where slot in (2, 3);

create temp table c as
select p.n, i, pg_temp.made('case ' || p.n || '/' || i) as id, pg_temp.made('person ' || p.n || '/' || i) as person, p.id as partnership, o.institution_id as ops, o.worker_id as worker, u.institution_id as pup, g.institution_id as ngo,
  now() - (i * 17 % 700 + 5) * interval '1 day' as at, (array['active', 'active', 'active', 'diagnosis', 'archived'])[1 + i % 5] as state
from scale s, p join m o on o.n = p.n and o.slot = 0 join m u on u.n = p.n and u.slot = 1 join m g on g.n = p.n and g.slot = 2, generate_series(1, (select cases from scale)) i;
insert into cases.person (id, partnership_id, given_name, family_name, created_by_institution_id, created_at) select person, partnership, 'Jan', 'Wymyślony' || i, ops, at from c;
insert into cases.shared_case (id, number, partnership_id, person_id, state, state_since, opened_at, created_by_institution_id, lead_institution_id, coordinator_id, waits_for, waits_institution_id, waits_until, audience, updated_at)
select c.id, '2026/' || lpad(i::text, 4, '0'), partnership, person, state, at, at, ops, ops, worker, case state when 'archived' then 'nothing' else 'review' end, case when state <> 'archived' then ops end,
  case when state <> 'archived' then s.today + i end, array[ops, worker, pup], at from c, scale s;
insert into cases.participation (case_id, institution_id, role, valid_from)
select id, x.institution, x.role, at from c cross join lateral (values (ops, 'lead'), (pup, 'co_lead'), (case when i % 2 = 0 then ngo end, 'provider')) x(institution, role) where x.institution is not null;
insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state, packet, packet_hash, sent_at, due_on, answered_at)
select gen_random_uuid(), id, partnership, 'opening', ops, worker, pup, 'accepted', '{}', md5(id::text), at, at::date + 10, at + i % 14 * interval '1 day' from c;
