-- Diagnosis, plan, sessions, reviews, follow-ups.
-- Kinds: 40 diagnosis, 41 part, 42 plan, 43 goal, 44 lineage, 45 item, 46 signature, 47 group, 48 session,
-- 49 attendance, 50 review, 51 follow-up, 52 contact, 53 note.

insert into cases.diagnosis (id, case_id, number, state, own_view, strengths, conclusion, meeting_on, approved_at, created_at)
select pg_temp.made(40, n), id, 1, case when state = 'diagnosis' then 'draft' else 'approved' end, 'Chcę znowu pracować i spłacić długi.', 'Umie naprawiać rowery.',
  'Potrzebne wsparcie zawodowe i oddłużenie.', opened + age / 4, case when state <> 'diagnosis' then opened_at + make_interval(days => age / 3) end, opened_at
from made_case where planned or state = 'diagnosis';
insert into cases.diagnosis_part (id, diagnosis_id, case_id, domain, data_class, institution_id, scale, note, filled_by, filled_at)
select pg_temp.made(41, n * 8 + d.nr), pg_temp.made(40, n), id, d.domain, d.class, case when d.class = 'D4' then pup else ops end, (h / d.nr % 5)::int, 'Krótki opis sytuacji.',
  case when d.class = 'D4' then adviser else worker end, opened_at
from made_case cross join lateral (values (1, 'housing', 'D3'), (2, 'family_care', 'D3'), (3, 'income_debts', 'D3'), (4, 'education', 'D4'), (5, 'work_history', 'D4'), (6, 'skills', 'D4')) d(nr, domain, class)
where planned or state = 'diagnosis';

insert into cases.plan (id, case_id, version, state, next_review_on, contact_every_days, contact_form, own_obligation, signed_on, created_at, content_hash)
select pg_temp.made(42, n), id, 1, case when state = 'planning' then 'draft' else 'signed' end, today + 30, 30, 'visit', 'Przychodzę na zajęcia.',
  case when state <> 'planning' then opened + age / 2 end, opened_at, case when state <> 'planning' then md5(n::text) end
from made_case where planned;
insert into cases.goal (id, plan_id, case_id, lineage_id, position, title, measure, due_on)
select pg_temp.made(43, n * 2 + g), pg_temp.made(42, n), id, pg_temp.made(43, n * 2 + g), g + 1, case g when 0 then 'Praca na pół etatu' else 'Plan spłaty zadłużenia' end, 'umowa lub ugoda', today + 90
from made_case, generate_series(0, 1) g where planned;
insert into cases.plan_item (id, plan_id, goal_id, case_id, lineage_id, position, service_code, institution_id, worker_id, starts_on, due_on, financing_code)
select pg_temp.made(45, n * 4 + i), pg_temp.made(42, n), pg_temp.made(43, n * 2 + i / 2), id, pg_temp.made(44, n * 4 + i), i + 1,
  (array['support_group', 'vocational_guidance', 'debt_advice', 'training'])[i + 1],
  case when i = 0 and has_other then other when i < 2 or i = 3 then pup else ops end, case when i = 0 and has_other then specialist when i < 2 or i = 3 then adviser else worker end,
  opened + age / 2, greatest(today, opened + age / 2) + 120, 'none'
from made_case, generate_series(0, 3) i where planned;
insert into cases.item_progress (lineage_id, case_id, state, changed_at, changed_by)
select pg_temp.made(44, n * 4 + i), id, case when state in ('follow_up', 'archived') then 'done' else 'in_progress' end, opened_at, worker from made_case, generate_series(0, 3) i where delivered;
insert into cases.plan_signature (id, plan_id, case_id, signer, institution_id, worker_id, name, way, signed_at, content_hash)
select pg_temp.made(46, n * 4 + s), pg_temp.made(42, n), id, (array['coordinator', 'institution', 'person'])[s], case s when 1 then ops when 2 then pup end, case s when 1 then worker when 2 then adviser end,
  'Podpis', 'paper', opened_at, md5(n::text) from made_case, generate_series(1, 3) s where planned and state <> 'planning';

-- Groups of twelve meet weekly: eight times before, today and next week.
create temp table seat as
select n, case_id, institution, host, (row_number() over (partition by host order by n) - 1) / 12 as g, dense_rank() over (order by host) as w
from (select n, id as case_id, case when has_other then other else pup end as institution, case when has_other then specialist else adviser end as host
  from made_case where state in ('active', 'suspended', 'closing', 'follow_up')) c;
analyze seat;
create temp table circle as select distinct w * 1000 + g as n, w, g, institution, host from seat;
insert into cases.activity_group (id, institution_id, name, worker_id) select pg_temp.made(47, n), institution, 'Grupa ' || g, host from circle;
insert into cases.session (id, institution_id, worker_id, group_id, service_code, title, starts_at, hours)
select pg_temp.made(48, c.n * 16 + t), c.institution, c.host, pg_temp.made(47, c.n), 'support_group', 'Grupa wsparcia', (s.today + (t - 8) * 7)::timestamptz + interval '14 hours', 2
from circle c, scale s, generate_series(0, 9) t;
insert into cases.attendance (id, session_id, case_id, lineage_id, mark, minutes, marked_by, marked_at)
select pg_temp.made(49, s.n * 16 + t), pg_temp.made(48, (s.w * 1000 + s.g) * 16 + t), s.case_id, pg_temp.made(44, s.n * 4),
  case when t < 8 then case when (s.n + t) % 5 = 0 then 'absent' else 'present' end end, case when t < 8 and (s.n + t) % 5 <> 0 then 120 end,
  case when t < 8 then s.host end, case when t < 8 then (x.today + (t - 8) * 7)::timestamptz + interval '17 hours' end
from seat s, scale x, generate_series(0, 9) t;

insert into cases.review (id, case_id, plan_id, number, held_on, kind, present, decision, minutes, next_review_on, recorded_by, recorded_at)
select pg_temp.made(50, n * 4 + r), id, pg_temp.made(42, n), r, opened + age * (2 + r) / 5, 'scheduled', 'OPS, PUP, osoba', 'continue', 'Plan idzie zgodnie z ustaleniami.', today + 30, worker, opened_at
from made_case, generate_series(1, 2) r where delivered;
insert into cases.outcome (case_id, code, left_on, evidence_code, progress_codes, informed_on, recorded_by, recorded_at)
select id, 'EMP_OPEN', opened + age / 2, 'contract', array['a'], opened + age / 2, worker, opened_at + make_interval(days => age / 2) from made_case where state in ('follow_up', 'archived');
insert into cases.follow_up (id, case_id, stage, opens_on, due_on, done_on, result, recorded_by)
select pg_temp.made(51, n * 4 + f.nr), id, f.stage, opened + age / 2 + f.days, opened + age / 2 + f.days + 28,
  case when state = 'archived' then opened + age / 2 + f.days end, case when state = 'archived' then 'reached' end, case when state = 'archived' then worker end
from made_case, (values (0, 'F0', 28), (1, 'F3', 90), (2, 'F6', 180), (3, 'F12', 365)) f(nr, stage, days) where state in ('follow_up', 'archived');
insert into cases.contact (id, case_id, institution_id, worker_id, held_on, channel, reached)
select pg_temp.made(52, n * 4 + i), id, ops, worker, opened + age * i / 4, 'phone', true from made_case, generate_series(1, 3) i where delivered;
insert into cases.note (id, case_id, data_class, institution_id, worker_id, at, body)
select pg_temp.made(53, n * 4 + i), id, case i when 1 then 'D3' else 'D5' end, ops, worker, opened_at + make_interval(days => age * i / 4), 'Notatka z rozmowy.' from made_case, generate_series(1, 2) i where has_pup;
