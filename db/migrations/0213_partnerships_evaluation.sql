-- Module: partnerships. Evaluation rounds: partners, workers and participants say what works. Anonymous by construction:
-- nothing in an answer leads to an invitation, a person, a sheet or an hour.
-- Simple on purpose: the questionnaires move to the common survey engine later.

create table partnerships.evaluation_question (
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  audience text not null check (audience in ('partner', 'worker', 'participant')),
  area text not null check (area in ('effectiveness', 'innovation', 'spread')),
  kind text not null check (kind in ('scale', 'yes_no', 'choice', 'text')),
  position int not null,
  pl text not null,
  en text not null,
  uk text not null default '',
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (code, valid_from),
  check (audience <> 'participant' or uk <> ''),
  check ((kind = 'choice') = (jsonb_array_length(options) > 0))
);
comment on table partnerships.evaluation_question is 'The question bank of evaluations, by audience; those of participants are worded plainly and in Ukrainian too. Options of a choice are objects with code, pl, en, uk. Public data.';
grant select on partnerships.evaluation_question to splot_worker, splot_participant, splot_public, splot_system, splot_search;
insert into partnerships.evaluation_question (code, audience, area, kind, position, pl, en, uk, options, source, valid_from)
select q.code, q.audience, q.area, q.kind, q.position, q.pl, q.en, q.uk, q.options::jsonb, 'Ustalenie Splotu: krótka ankieta do oceny modelu', '2000-01-01'
from (values
  ('partner_effect', 'partner', 'effectiveness', 'scale', 1, 'Dzięki partnerstwu osoby szybciej dostają pomoc, której potrzebują.', 'Because of the partnership people get the help they need sooner.', '', '[]'),
  ('partner_burden', 'partner', 'effectiveness', 'scale', 2, 'Korzyści z partnerstwa są większe niż praca, której wymaga.', 'The partnership gives more than the work it takes.', '', '[]'),
  ('partner_decisions', 'partner', 'effectiveness', 'scale', 3, 'Ustalenia ze spotkań są wykonywane.', 'What is agreed at meetings gets done.', '', '[]'),
  ('partner_money', 'partner', 'effectiveness', 'yes_no', 4, 'Czy wiadomo, które zadanie kto finansuje?', 'Is it known who pays for which task?', '', '[]'),
  ('partner_new', 'partner', 'innovation', 'scale', 5, 'Robimy razem coś, czego żadna z instytucji nie robiła wcześniej sama.', 'Together we do something that none of the institutions did alone before.', '', '[]'),
  ('partner_new_where', 'partner', 'innovation', 'choice', 6, 'Co jest w tej współpracy najbardziej nowe?', 'What is newest in this cooperation?', '', '[{"code":"diagnosis","pl":"wspólna diagnoza i jeden plan","en":"a joint diagnosis and one plan"},{"code":"money","pl":"wspólne finansowanie usługi","en":"financing a service together"},{"code":"ngo","pl":"rola organizacji pozarządowej","en":"the role of the organisation"},{"code":"data","pl":"uporządkowana wymiana informacji","en":"orderly exchange of information"},{"code":"nothing","pl":"nic z tego nie jest nowe","en":"none of it is new"}]'),
  ('partner_without', 'partner', 'innovation', 'yes_no', 7, 'Czy pracowalibyście tak dalej bez pieniędzy z projektu?', 'Would you go on working like this without project money?', '', '[]'),
  ('partner_keep', 'partner', 'spread', 'text', 8, 'Co warto zachować i polecić innym powiatom?', 'What is worth keeping and recommending to other counties?', '', '[]'),
  ('partner_change', 'partner', 'spread', 'text', 9, 'Co trzeba zmienić?', 'What must change?', '', '[]'),
  ('worker_referral', 'worker', 'effectiveness', 'scale', 1, 'Na moje skierowania dostaję odpowiedź na czas.', 'My referrals are answered in time.', '', '[]'),
  ('worker_plan', 'worker', 'effectiveness', 'scale', 2, 'Wspólny plan pomaga mi w codziennej pracy z osobą.', 'The joint plan helps me in my daily work with the person.', '', '[]'),
  ('worker_once', 'worker', 'effectiveness', 'scale', 3, 'Osoba nie musi opowiadać tego samego w każdej instytucji.', 'The person does not have to tell the same story in every institution.', '', '[]'),
  ('worker_time', 'worker', 'effectiveness', 'choice', 4, 'Ile czasu zajmuje mi praca wspólna w porównaniu z pracą osobno?', 'How much time does working together take, compared with working apart?', '', '[{"code":"less","pl":"mniej","en":"less"},{"code":"same","pl":"tyle samo","en":"as much"},{"code":"more_worth","pl":"więcej, ale warto","en":"more, but it is worth it"},{"code":"more","pl":"więcej i nie warto","en":"more, and it is not worth it"}]'),
  ('worker_new', 'worker', 'innovation', 'scale', 5, 'Pracuję inaczej niż przed partnerstwem.', 'I work differently than before the partnership.', '', '[]'),
  ('worker_idea', 'worker', 'innovation', 'yes_no', 6, 'Czy w ostatnim roku spróbowaliście z partnerem czegoś nowego?', 'Did you try something new with a partner in the last year?', '', '[]'),
  ('worker_keep', 'worker', 'spread', 'text', 7, 'Co warto zachować i polecić innym?', 'What is worth keeping and recommending to others?', '', '[]'),
  ('worker_change', 'worker', 'spread', 'text', 8, 'Co przeszkadza w pracy wspólnej?', 'What gets in the way of working together?', '', '[]'),
  ('person_help', 'participant', 'effectiveness', 'scale', 1, 'Pomoc była mi potrzebna.', 'I needed this help.', 'Ця допомога була мені потрібна.', '[]'),
  ('person_heard', 'participant', 'effectiveness', 'scale', 2, 'Pytano mnie o zdanie i słuchano.', 'People asked what I think, and listened.', 'Мене питали про мою думку і слухали.', '[]'),
  ('person_clear', 'participant', 'effectiveness', 'scale', 3, 'Wiem, co jest w moim planie i co będzie dalej.', 'I know what is in my plan and what comes next.', 'Я знаю, що є в моєму плані і що буде далі.', '[]'),
  ('person_once', 'participant', 'effectiveness', 'yes_no', 4, 'Czy trzeba było kilka razy opowiadać to samo w różnych miejscach?', 'Did you have to tell the same story in several places?', 'Чи доводилося кілька разів розповідати те саме в різних місцях?', '[]'),
  ('person_respect', 'participant', 'effectiveness', 'scale', 5, 'Traktowano mnie z szacunkiem.', 'I was treated with respect.', 'До мене ставилися з повагою.', '[]'),
  ('person_other', 'participant', 'innovation', 'choice', 6, 'Czy ta pomoc różniła się od wcześniejszej?', 'Was this help different from before?', 'Чи ця допомога відрізнялася від попередньої?', '[{"code":"better","pl":"tak, była lepsza","en":"yes, it was better","uk":"так, вона була краща"},{"code":"same","pl":"była taka sama","en":"it was the same","uk":"вона була така сама"},{"code":"worse","pl":"tak, była gorsza","en":"yes, it was worse","uk":"так, вона була гірша"},{"code":"first","pl":"to moja pierwsza taka pomoc","en":"this is the first help of this kind for me","uk":"це моя перша така допомога"}]'),
  ('person_friend', 'participant', 'spread', 'yes_no', 7, 'Czy polecisz tę pomoc komuś w podobnej sytuacji?', 'Would you recommend this help to somebody in a similar situation?', 'Чи порадите ви цю допомогу комусь у схожій ситуації?', '[]'),
  ('person_good', 'participant', 'spread', 'text', 8, 'Co było dobre? Nie pisz imion ani nazwisk.', 'What was good? Please write no names.', 'Що було добре? Не пишіть імен і прізвищ.', '[]'),
  ('person_change', 'participant', 'spread', 'text', 9, 'Co zmienić? Nie pisz imion ani nazwisk.', 'What should change? Please write no names.', 'Що змінити? Не пишіть імен і прізвищ.', '[]')
) q (code, audience, area, kind, position, pl, en, uk, options);

create table partnerships.evaluation_round (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  title text not null check (length(title) between 1 and 200),
  state text not null default 'open' check (state in ('open', 'closed', 'decided')),
  opened_on date not null,
  closes_on date not null check (closes_on >= opened_on),
  closed_on date,
  decision text not null default '' check (length(decision) <= 5000),
  decided_on date,
  row_version int not null default 1,
  unique (id, partnership_id),
  check ((state = 'open') = (closed_on is null)),
  check ((state = 'decided') = (decided_on is not null))
);
comment on table partnerships.evaluation_round is 'An evaluation of the partnership: a time for answers, then results, conclusions and a decision.';
create index evaluation_round_of on partnerships.evaluation_round (partnership_id, opened_on desc);

create table partnerships.evaluation_group (
  round_id uuid not null,
  partnership_id uuid not null,
  audience text not null check (audience in ('partner', 'worker', 'participant')),
  issued int not null default 0 check (issued >= 0),
  answered int not null default 0 check (answered between 0 and issued),
  by_hand int not null default 0 check (by_hand between 0 and answered),
  primary key (round_id, audience),
  foreign key (round_id, partnership_id) references partnerships.evaluation_round (id, partnership_id) on delete restrict
);
comment on table partnerships.evaluation_group is 'How many of an audience were invited, answered, and had their paper typed in by the partnership.';

create table partnerships.evaluation_pass (
  hash text primary key check (length(hash) = 43),
  round_id uuid not null,
  audience text not null,
  foreign key (round_id, audience) references partnerships.evaluation_group (round_id, audience) on delete restrict
);
comment on table partnerships.evaluation_pass is 'Hashes of invitations not yet used. It says nothing of who holds one, and a used one is gone: not marked, deleted. Read by the functions here alone.';
create index evaluation_pass_of on partnerships.evaluation_pass (round_id, audience);

create table partnerships.evaluation_taken (
  round_id uuid not null references partnerships.evaluation_round on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  primary key (round_id, worker_id)
);
comment on table partnerships.evaluation_taken is 'Which workers have taken an invitation, so that each takes one; not which one, nor whether it was used. Read by the functions here alone.';
create index evaluation_taken_worker on partnerships.evaluation_taken (worker_id);

create table partnerships.evaluation_answer (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  audience text not null,
  question text not null,
  value int check (value between 0 and 5),
  choice text,
  answered_on date not null,
  by_hand boolean not null,
  foreign key (round_id, audience) references partnerships.evaluation_group (round_id, audience) on delete restrict,
  check (num_nonnulls(value, choice) = 1)
);
comment on table partnerships.evaluation_answer is 'One answer to one question. No column leads to an invitation, to who answered, or to the other answers of the same person; the time is a day. Read by the functions here alone, as counts.';
create index evaluation_answer_of on partnerships.evaluation_answer (round_id, audience, question);

create table partnerships.evaluation_text (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  partnership_id uuid not null,
  audience text not null,
  question text not null,
  body text not null check (length(body) <= 2000),
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'withheld')),
  foreign key (round_id, audience) references partnerships.evaluation_group (round_id, audience) on delete restrict,
  foreign key (round_id, partnership_id) references partnerships.evaluation_round (id, partnership_id) on delete restrict,
  check (state <> 'withheld' or body = '')
);
comment on table partnerships.evaluation_text is 'What somebody wrote. The coordinator looks for names first: what is shown to the partners replaces what was written, what is withheld is emptied.';
create index evaluation_text_of on partnerships.evaluation_text (round_id, audience, question);

create table partnerships.evaluation_comparison (
  id uuid primary key,
  round_id uuid not null,
  partnership_id uuid not null,
  indicator text not null check (length(indicator) between 1 and 200),
  definition text not null check (length(definition) between 1 and 1000),
  here text not null check (length(here) between 1 and 100),
  other text not null check (length(other) between 1 and 200),
  there text not null check (length(there) between 1 and 100),
  source text not null check (length(source) between 1 and 500),
  caveat text not null check (length(caveat) between 1 and 1000),
  removed_on date,
  row_version int not null default 1,
  foreign key (round_id, partnership_id) references partnerships.evaluation_round (id, partnership_id) on delete restrict
);
comment on table partnerships.evaluation_comparison is 'An indicator here and in another model or country, side by side, with its definition, source and what makes them hard to compare.';
create index evaluation_comparison_of on partnerships.evaluation_comparison (round_id);

create table partnerships.evaluation_conclusion (
  id uuid primary key,
  round_id uuid not null,
  partnership_id uuid not null,
  kind text not null check (kind in ('keep', 'change', 'spread')),
  body text not null check (length(body) between 1 and 1000),
  removed_on date,
  row_version int not null default 1,
  foreign key (round_id, partnership_id) references partnerships.evaluation_round (id, partnership_id) on delete restrict
);
comment on table partnerships.evaluation_conclusion is 'What the partners keep, change and spread after an evaluation.';
create index evaluation_conclusion_of on partnerships.evaluation_conclusion (round_id);

select partnerships.protect('evaluation_round', 'coordinator');
select partnerships.protect('evaluation_group', 'coordinator');
select partnerships.protect('evaluation_comparison', 'coordinator');
select partnerships.protect('evaluation_conclusion', 'coordinator');
revoke update on partnerships.evaluation_round, partnerships.evaluation_group from splot_worker;
grant update (state, closes_on, closed_on, decision, decided_on, row_version) on partnerships.evaluation_round to splot_worker;
-- Counters begin at nothing and are moved by the functions below alone.
create policy empty on partnerships.evaluation_group as restrictive for insert to splot_worker with check (issued = 0);
create function partnerships.evaluation_moves() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.state, new.state) not in (('open', 'open'), ('open', 'closed'), ('closed', 'closed'), ('closed', 'decided')) then
    raise exception 'an evaluation goes from % to % never', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger moves before update on partnerships.evaluation_round for each row execute function partnerships.evaluation_moves();

do $$
declare t text;
begin
  foreach t in array array['evaluation_pass', 'evaluation_taken', 'evaluation_answer', 'evaluation_text'] loop
    execute format('alter table partnerships.%I enable row level security', t);
    execute format('alter table partnerships.%I force row level security', t);
    execute format('create policy lookup on partnerships.%I for select to splot_search using (true)', t);
    execute format('create policy door on partnerships.%I for insert to splot_search with check (true)', t);
    execute format('grant select, insert on partnerships.%I to splot_search', t);
  end loop;
end
$$;
-- An invitation is a draft of an answer: with the answer it goes, so that nothing is left to lay beside it.
create policy drop_draft on partnerships.evaluation_pass for delete to splot_search using (true);
grant delete on partnerships.evaluation_pass to splot_search;
create policy judged on partnerships.evaluation_text for update to splot_search using (true);
create policy lookup on partnerships.evaluation_round for select to splot_search using (true);
create policy lookup on partnerships.evaluation_group for select to splot_search using (true);
create policy counted on partnerships.evaluation_group for update to splot_search using (true);
grant select on partnerships.evaluation_round, partnerships.evaluation_group, partnerships.evaluation_question to splot_search;
grant update (issued, answered, by_hand) on partnerships.evaluation_group to splot_search;

-- Texts: only after the end, only from five answers upward; unread ones by the coordinator alone.
create policy looked_at on partnerships.evaluation_text for select to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and state <> 'withheld'
    and (state = 'shown' or partnerships.may_coordinate(partnership_id))
    and exists (select from partnerships.evaluation_round r where r.id = evaluation_text.round_id and r.state <> 'open')
    and exists (select from partnerships.evaluation_group g where g.round_id = evaluation_text.round_id and g.audience = evaluation_text.audience and g.answered >= 5));
grant select on partnerships.evaluation_text to splot_worker;
grant update (body, state) on partnerships.evaluation_text to splot_search;

set local role splot_search;

create function partnerships.evaluation_judge_text(of_text uuid, new_body text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.evaluation_text t set body = coalesce(new_body, ''), state = case when coalesce(new_body, '') = '' then 'withheld' else 'shown' end
  where t.id = of_text and t.state = 'waiting' and partnerships.may_coordinate(t.partnership_id)
    and exists (select from partnerships.evaluation_round r where r.id = t.round_id and r.state = 'closed')
    and exists (select from partnerships.evaluation_group g where g.round_id = t.round_id and g.audience = t.audience and g.answered >= 5);
  return found;
end
$$;

-- Codes to hand out, from the coordinator: their hashes alone come here.
create function partnerships.evaluation_issue(of_round uuid, for_audience text, hashes text[]) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.evaluation_group g set issued = issued + cardinality(hashes)
  from partnerships.evaluation_round r
  where g.round_id = of_round and g.audience = for_audience and r.id = g.round_id and r.state = 'open' and cardinality(hashes) between 1 and 200
    and g.issued + cardinality(hashes) <= 2000 and partnerships.may_coordinate(r.partnership_id);
  if not found then
    return false;
  end if;
  insert into partnerships.evaluation_pass (hash, round_id, audience) select h, of_round, for_audience from unnest(hashes) h;
  return true;
end
$$;

-- An invitation that a worker of a member takes, once a round. Gives the audience; null when there is none to take.
create function partnerships.evaluation_take(of_round uuid, new_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare whose text := case when organisations.holds(array['head', 'partnership_coordinator']) then 'partner' else 'worker' end;
begin
  perform from partnerships.evaluation_round r where r.id = of_round and r.state = 'open' and r.closes_on >= kernel.today()
    and r.partnership_id = any (coalesce(partnerships.mine(), '{}'::uuid[]));
  if not found then
    return null;
  end if;
  insert into partnerships.evaluation_taken (round_id, worker_id) values (of_round, kernel.worker()) on conflict do nothing;
  if not found then
    return null;
  end if;
  update partnerships.evaluation_group set issued = issued + 1 where round_id = of_round and audience = whose;
  insert into partnerships.evaluation_pass (hash, round_id, audience) values (new_hash, of_round, whose);
  return whose;
end
$$;

create function partnerships.evaluation_has_taken(of_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.evaluation_taken t where t.round_id = of_round and t.worker_id = kernel.worker())
$$;

-- What a code opens: which questions, of whom, until when.
create function partnerships.evaluation_open(by_hash text)
returns table (round_id uuid, partnership_id uuid, audience text, partnership text, closes_on date, opened_on date)
language sql stable security definer set search_path = '' as $$
  select r.id, r.partnership_id, p.audience, n.name, r.closes_on, r.opened_on from partnerships.evaluation_pass p
  join partnerships.evaluation_round r on r.id = p.round_id join partnerships.partnership n on n.id = r.partnership_id
  where p.hash = by_hash and r.state = 'open' and r.closes_on >= kernel.today()
$$;

-- Uses the code up and keeps the answers, which share nothing with it. False when the code opens nothing (any more).
create function partnerships.evaluation_answer(by_hash text, answers jsonb, typed_in boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
declare p record;
begin
  delete from partnerships.evaluation_pass x using partnerships.evaluation_round r
  where x.hash = by_hash and r.id = x.round_id and r.state = 'open' and r.closes_on >= kernel.today()
    and (not typed_in or partnerships.may_coordinate(r.partnership_id))
  returning x.round_id, x.audience, r.partnership_id, r.opened_on into p;
  if not found then
    return false;
  end if;
  update partnerships.evaluation_group g set answered = answered + 1, by_hand = by_hand + typed_in::int
  where g.round_id = p.round_id and g.audience = p.audience;
  insert into partnerships.evaluation_answer (round_id, audience, question, value, choice, answered_on, by_hand)
  select p.round_id, p.audience, q.code, case when q.kind <> 'choice' then a.said::int end, case when q.kind = 'choice' then a.said end, kernel.today(), typed_in
  from jsonb_each_text(answers) a (code, said)
  join partnerships.evaluation_question q on q.code = a.code and q.audience = p.audience and q.valid_from <= p.opened_on and coalesce(q.valid_to >= p.opened_on, true)
  where case q.kind when 'scale' then a.said ~ '^[1-5]$' when 'yes_no' then a.said ~ '^[01]$'
    when 'choice' then exists (select from jsonb_array_elements(q.options) o where o ->> 'code' = a.said) else false end;
  insert into partnerships.evaluation_text (round_id, partnership_id, audience, question, body)
  select p.round_id, p.partnership_id, p.audience, q.code, left(btrim(a.said), 2000)
  from jsonb_each_text(answers) a (code, said)
  join partnerships.evaluation_question q on q.code = a.code and q.audience = p.audience and q.kind = 'text' and q.valid_from <= p.opened_on and coalesce(q.valid_to >= p.opened_on, true)
  where btrim(a.said) <> '';
  return true;
end
$$;

-- Counts, after the end, of audiences and questions with at least five answers. Nothing of the others.
create function partnerships.evaluation_results(of_round uuid) returns table (audience text, question text, said text, n bigint)
language sql stable security definer set search_path = '' as $$
  with counted as (
    select a.audience, a.question, coalesce(a.choice, a.value::text) as said, count(*) as n, sum(count(*)) over (partition by a.audience, a.question) as total
    from partnerships.evaluation_answer a join partnerships.evaluation_round r on r.id = a.round_id
    join partnerships.evaluation_group g on g.round_id = a.round_id and g.audience = a.audience
    where a.round_id = of_round and r.state <> 'open' and g.answered >= 5 and r.partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
    group by 1, 2, 3
  )
  select c.audience, c.question, c.said, c.n from counted c where c.total >= 5
$$;

revoke execute on function partnerships.evaluation_judge_text(uuid, text), partnerships.evaluation_issue(uuid, text, text[]),
  partnerships.evaluation_take(uuid, text), partnerships.evaluation_has_taken(uuid), partnerships.evaluation_open(text),
  partnerships.evaluation_answer(text, jsonb, boolean), partnerships.evaluation_results(uuid) from public;
grant execute on function partnerships.evaluation_judge_text(uuid, text), partnerships.evaluation_issue(uuid, text, text[]),
  partnerships.evaluation_take(uuid, text), partnerships.evaluation_has_taken(uuid), partnerships.evaluation_results(uuid) to splot_worker;
grant execute on function partnerships.evaluation_open(text), partnerships.evaluation_answer(text, jsonb, boolean)
  to splot_public, splot_worker, splot_participant;
set local role splot_owner;
