-- Module: partnerships. The service standard and its yearly self-check: each partner apart, then one conclusion.

-- Which requirement of the standard a computed share speaks to, and what exactly it counts.
create table partnerships.standard_measure (
  code text not null,
  requirement text not null check (requirement ~ '^\d{1,2}\.\d{1,2}$'),
  position int not null,
  pl text not null,
  en text not null,
  definition_pl text not null,
  definition_en text not null,
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (code, valid_from)
);
comment on table partnerships.standard_measure is 'Computed shares beside requirements of the service standard, with definition and source. Public data.';
grant select on partnerships.standard_measure to splot_worker, splot_system;
insert into partnerships.standard_measure (code, requirement, position, pl, en, definition_pl, definition_en, source, valid_from) values
  ('answer', '2.3', 1, 'Odpowiedź na skierowanie w terminie', 'Referral answered in time',
   'Licznik: skierowania, na które odpowiedziano najpóźniej w dniu terminu. Mianownik: skierowania wysłane w okresie, na które odpowiedziano albo których termin minął. Bez wycofanych.',
   'Numerator: referrals answered on the day of the term at the latest. Denominator: referrals sent in the period that were answered or whose term has passed. Without those withdrawn.',
   'Standard współpracy OPS–PUP–NGO, 2.3; termin ze sprawy (ustalenie partnerstwa na wzór UPS art. 105)', '2000-01-01'),
  ('meeting', '2.5', 2, 'Pierwsze spotkanie w 14 dni', 'First meeting within 14 days',
   'Licznik: sprawy, w których w ciągu 14 dni od przyjęcia odbyło się spotkanie z osobą (wizyta, rozmowa w domu, spotkanie zdalne albo spotkanie diagnozy). Mianownik: sprawy przyjęte w okresie, w których te 14 dni minęło albo spotkanie już było. Bez wycofanych i zakończonych wcześniej.',
   'Numerator: cases with a meeting with the person (visit, at home, online, or the meeting of the diagnosis) within 14 days of being accepted. Denominator: cases accepted in the period whose 14 days have passed or that had the meeting. Without cases withdrawn or left earlier.',
   'Standard współpracy OPS–PUP–NGO, 2.5', '2000-01-01'),
  ('diagnosis', '3.3', 3, 'Wspólny wniosek z diagnozy w 30 dni', 'Joint conclusion of the diagnosis within 30 days',
   'Licznik: sprawy, w których pierwsza diagnoza jest zatwierdzona w ciągu 30 dni od przyjęcia. Mianownik: sprawy przyjęte w okresie, w których te 30 dni minęło albo diagnoza jest już zatwierdzona. Bez wycofanych i zakończonych wcześniej.',
   'Numerator: cases whose first diagnosis was approved within 30 days of being accepted. Denominator: cases accepted in the period whose 30 days have passed or whose diagnosis is approved. Without cases withdrawn or left earlier.',
   'Standard współpracy OPS–PUP–NGO, 3.3 (na wzór CUSA art. 40)', '2000-01-01'),
  ('plan', '3.6', 4, 'Plan podpisany w 14 dni od wniosku', 'Plan signed within 14 days of the conclusion',
   'Licznik: sprawy, w których plan podpisano w ciągu 14 dni od zatwierdzenia diagnozy. Mianownik: sprawy z diagnozą zatwierdzoną w okresie, w których te 14 dni minęło albo plan jest już podpisany.',
   'Numerator: cases whose plan was signed within 14 days of the approval of the diagnosis. Denominator: cases with a diagnosis approved in the period whose 14 days have passed or whose plan is signed.',
   'Standard współpracy OPS–PUP–NGO, 3.6; 14 dni: ustalenie partnerstwa', '2000-01-01'),
  ('contact', '4.2', 5, 'Kontakt co najmniej raz na 30 dni', 'Contact at least every 30 days',
   'Licznik: sprawy, w których między podpisaniem planu a końcem okresu (albo wyjściem osoby) żadna przerwa w kontaktach i obecnościach na zajęciach nie była dłuższa niż 30 dni. Mianownik: sprawy, które w okresie były w realizacji co najmniej 30 dni i nie były zawieszone.',
   'Numerator: cases in which, from the signing of the plan to the end of the period (or the person leaving), no gap between contacts and attended sessions was longer than 30 days. Denominator: cases carried out for at least 30 days in the period and not suspended.',
   'Standard współpracy OPS–PUP–NGO, 4.2; RPSZ art. 88', '2000-01-01'),
  ('review', '4.4', 6, 'Przegląd w terminie', 'Review on time',
   'Licznik: zaplanowane przeglądy, które odbyły się najpóźniej w wyznaczonym dniu. Mianownik: przeglądy, których dzień wypadł w okresie i już minął, w sprawach, które wtedy trwały.',
   'Numerator: planned reviews held on the day set at the latest. Denominator: reviews whose day fell in the period and has passed, in cases that were under way.',
   'Standard współpracy OPS–PUP–NGO, 4.4 (na wzór CUSA art. 46)', '2000-01-01');

create table partnerships.standard_round (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  year int not null check (year between 2000 and 2200),
  standard_slug text not null,
  standard_pl text not null,
  standard_en text not null,
  standard_version int not null check (standard_version > 0),
  legal_state_on date,
  state text not null default 'answering' check (state in ('answering', 'concluding', 'concluded')),
  opened_on date not null,
  due_on date not null check (due_on >= opened_on),
  disclosed_on date,
  concluded_on date,
  summary text not null default '' check (length(summary) <= 5000),
  row_version int not null default 1,
  unique (partnership_id, year),
  unique (id, partnership_id),
  check ((state = 'answering') = (disclosed_on is null)),
  check ((state = 'concluded') = (concluded_on is not null))
);
comment on table partnerships.standard_round is 'A yearly self-check against the service standard: each institution answers apart; when all have handed in, or the coordinator closes, the answers are seen by all and a common conclusion is written.';

create table partnerships.standard_requirement (
  round_id uuid not null,
  partnership_id uuid not null,
  code text not null check (code ~ '^\d{1,2}\.\d{1,2}$'),
  position int not null,
  chapter_pl text not null,
  chapter_en text not null,
  title_pl text not null,
  title_en text not null,
  what_pl text not null,
  what_en text not null,
  evidence_pl text not null,
  evidence_en text not null,
  basic boolean not null,
  law boolean not null,
  path text not null,
  primary key (round_id, code),
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_requirement is 'The requirements as they were worded when the round began, so that last year''s check stays what it was.';

create table partnerships.standard_sheet (
  round_id uuid not null,
  partnership_id uuid not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  handed_in_on date,
  primary key (round_id, institution_id),
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_sheet is 'Which institutions are asked in a round, and which have handed in their answers.';
create index standard_sheet_institution on partnerships.standard_sheet (institution_id) where handed_in_on is null;
create index standard_sheet_of on partnerships.standard_sheet (institution_id);

create table partnerships.standard_answer (
  round_id uuid not null,
  partnership_id uuid not null,
  institution_id uuid not null,
  code text not null,
  level text not null check (level in ('met', 'partly', 'not', 'none')),
  evidence text not null default '' check (length(evidence) <= 2000),
  link text not null default '' check (link = '' or link ~ '^https?://'),
  file_id uuid references kernel.file on delete set null,
  answered_on date not null,
  row_version int not null default 1,
  primary key (round_id, institution_id, code),
  foreign key (round_id, institution_id) references partnerships.standard_sheet (round_id, institution_id) on delete restrict,
  foreign key (round_id, code) references partnerships.standard_requirement (round_id, code) on delete restrict,
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_answer is 'What one institution says of one requirement, with its evidence. Others read it only when the round has been disclosed.';
create index standard_answer_code on partnerships.standard_answer (round_id, code);
create index standard_answer_file on partnerships.standard_answer (file_id);

create table partnerships.standard_conclusion (
  round_id uuid not null,
  partnership_id uuid not null,
  code text not null,
  level text not null check (level in ('met', 'partly', 'not', 'none')),
  note text not null default '' check (length(note) <= 2000),
  primary key (round_id, code),
  foreign key (round_id, code) references partnerships.standard_requirement (round_id, code) on delete restrict,
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_conclusion is 'What the partners agreed of a requirement, after they saw each other''s answers.';

create table partnerships.standard_figure (
  round_id uuid not null,
  partnership_id uuid not null,
  code text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  counted bigint check (counted >= 5 or counted = 0),
  total bigint check (total >= 5 or total = 0),
  primary key (round_id, code),
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_figure is 'What was computed for the period of a round on the day it was disclosed; small numbers were left out before they came here.';

create table partnerships.standard_task (
  id uuid primary key,
  round_id uuid not null,
  partnership_id uuid not null,
  code text,
  what text not null check (length(what) between 1 and 500),
  institution_id uuid not null references organisations.institution on delete restrict,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'doing', 'done', 'dropped')),
  note text not null default '' check (length(note) <= 2000),
  changed_on date not null,
  row_version int not null default 1,
  foreign key (round_id, code) references partnerships.standard_requirement (round_id, code) on delete restrict,
  foreign key (round_id, partnership_id) references partnerships.standard_round (id, partnership_id) on delete restrict
);
comment on table partnerships.standard_task is 'The improvement plan: what will be changed, by which institution, until when, and how far it is.';
create index standard_task_round on partnerships.standard_task (round_id, code);
create index standard_task_institution on partnerships.standard_task (institution_id, due_on);

create function partnerships.standard_state(of_round uuid) returns text language sql stable security definer set search_path = '' as $$
  select r.state from partnerships.standard_round r where r.id = of_round and r.partnership_id = any (coalesce(partnerships.mine(), '{}'::uuid[]))
$$;
alter function partnerships.standard_state(uuid) owner to splot_search;

select partnerships.protect('standard_round', 'coordinator');
select partnerships.protect('standard_requirement', 'coordinator');
select partnerships.protect('standard_figure', 'coordinator');
select partnerships.protect('standard_conclusion', 'coordinator');
select partnerships.protect('standard_task', 'members');
-- What stands in a round once is not worded anew; a state only goes forward.
revoke update on partnerships.standard_requirement, partnerships.standard_figure, partnerships.standard_round from splot_worker;
grant update (state, due_on, disclosed_on, concluded_on, summary, row_version) on partnerships.standard_round to splot_worker;
create policy while_concluding on partnerships.standard_conclusion as restrictive for insert to splot_worker
  with check (partnerships.standard_state(round_id) = 'concluding');
create policy while_concluding_changed on partnerships.standard_conclusion as restrictive for update to splot_worker
  using (partnerships.standard_state(round_id) = 'concluding');
create policy coordinated on partnerships.standard_task as restrictive for insert to splot_worker
  with check (partnerships.may_coordinate(partnership_id) and partnerships.standard_state(round_id) <> 'answering');
create policy owned on partnerships.standard_task as restrictive for update to splot_worker
  using (partnerships.may_coordinate(partnership_id) or (institution_id = kernel.institution() and partnerships.may_represent(partnership_id)));

select partnerships.protect('standard_sheet', 'coordinator');
drop policy changed on partnerships.standard_sheet;
revoke update on partnerships.standard_sheet from splot_worker;
grant update (handed_in_on) on partnerships.standard_sheet to splot_worker;
create policy handed_in on partnerships.standard_sheet for update to splot_worker
  using (institution_id = kernel.institution() and handed_in_on is null and partnerships.may_represent(partnership_id)
    and partnerships.standard_state(round_id) = 'answering')
  with check (institution_id = kernel.institution());

alter table partnerships.standard_answer enable row level security;
alter table partnerships.standard_answer force row level security;
-- The wall of the self-check: until the round is disclosed an institution reads its own answers and nobody else's.
create policy own_or_disclosed on partnerships.standard_answer for select to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
    and (institution_id = kernel.institution()
      or round_id in (select r.id from partnerships.standard_round r where r.state <> 'answering')));
create policy own_added on partnerships.standard_answer for insert to splot_worker
  with check (institution_id = kernel.institution() and partnerships.may_represent(partnership_id) and partnerships.standard_state(round_id) = 'answering'
    and exists (select from partnerships.standard_sheet s where s.round_id = standard_answer.round_id and s.institution_id = kernel.institution() and s.handed_in_on is null));
create policy own_changed on partnerships.standard_answer for update to splot_worker
  using (institution_id = kernel.institution() and partnerships.may_represent(partnership_id) and partnerships.standard_state(round_id) = 'answering'
    and exists (select from partnerships.standard_sheet s where s.round_id = standard_answer.round_id and s.institution_id = kernel.institution() and s.handed_in_on is null))
  with check (institution_id = kernel.institution());
grant select, insert, update on partnerships.standard_answer to splot_worker;

-- The last sheet handed in discloses the round, whoever hands it in. What was attached is then read by the other partners.
grant select on partnerships.standard_round, partnerships.standard_sheet, partnerships.standard_answer to splot_search;
grant update (state, disclosed_on, row_version) on partnerships.standard_round to splot_search;
create policy lookup on partnerships.standard_round for select to splot_search using (true);
create policy disclosing on partnerships.standard_round for update to splot_search using (true);
create policy lookup on partnerships.standard_sheet for select to splot_search using (true);
create policy lookup on partnerships.standard_answer for select to splot_search using (true);
grant insert on kernel.file_access to splot_search;
create policy standard_disclosed on kernel.file_access for insert to splot_search with check (true);

create function partnerships.disclose_when_all() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.standard_round r set state = 'concluding', disclosed_on = kernel.today(), row_version = row_version + 1
  where r.id = new.round_id and r.state = 'answering'
    and not exists (select from partnerships.standard_sheet s where s.round_id = new.round_id and s.handed_in_on is null);
  return null;
end
$$;
alter function partnerships.disclose_when_all() owner to splot_search;
create trigger disclosed after update of handed_in_on on partnerships.standard_sheet for each row execute function partnerships.disclose_when_all();

create function partnerships.standard_moves() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (old.state, new.state) not in (('answering', 'answering'), ('answering', 'concluding'), ('concluding', 'concluding'), ('concluding', 'concluded')) then
    raise exception 'a self-check goes from % to % never', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state = 'answering' and new.state = 'concluding' then
    insert into kernel.file_access (id, file_id, granted_by, institution_id, created_at)
    select gen_random_uuid(), a.file_id, a.institution_id, s.institution_id, kernel.instant()
    from partnerships.standard_answer a join partnerships.standard_sheet s on s.round_id = a.round_id and s.institution_id <> a.institution_id
    where a.round_id = new.id and a.file_id is not null
    on conflict do nothing;
  end if;
  return null;
end
$$;
alter function partnerships.standard_moves() owner to splot_search;
create trigger moves after update on partnerships.standard_round for each row execute function partnerships.standard_moves();

set local role splot_search;
revoke execute on function partnerships.standard_state(uuid), partnerships.disclose_when_all(), partnerships.standard_moves() from public;
grant execute on function partnerships.standard_state(uuid) to splot_worker;
set local role splot_owner;
