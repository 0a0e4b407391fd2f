-- Module: partnerships. The network of partnerships: cards, contacts by topic, peer visits, announcements, calls; rules of health.

create table partnerships.network_term (
  code text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
  kind text not null check (kind in ('topic', 'group', 'problem')),
  position int not null,
  name_pl text not null check (name_pl <> ''),
  name_en text not null check (name_en <> ''),
  valid_from date not null default '2026-01-01',
  valid_to date check (valid_to >= valid_from),
  source text not null
);
comment on table partnerships.network_term is 'Words in which partnerships describe themselves to each other: what they are good at, whom they work with, what troubles them. Public data.';
create index network_term_kind on partnerships.network_term (kind, position);
grant select on partnerships.network_term to splot_worker, splot_participant, splot_public, splot_system;

insert into partnerships.network_term (code, kind, position, name_pl, name_en, source)
select code, kind, row_number() over (partition by kind order by n), pl, en, 'słownik własny, do uzupełniania przez sieć'
from (values
  (1, 'agreement', 'topic', 'porozumienie i jego zmiany', 'the agreement and its changes'),
  (2, 'referrals', 'topic', 'skierowania między instytucjami', 'referrals between institutions'),
  (3, 'diagnosis', 'topic', 'wspólna diagnoza', 'joint diagnosis'),
  (4, 'plan', 'topic', 'wspólny plan działań z osobą', 'a common plan with the person'),
  (5, 'data_protection', 'topic', 'ochrona danych w partnerstwie', 'data protection in a partnership'),
  (6, 'financing', 'topic', 'finansowanie bez podwójnych kosztów', 'financing without paying twice'),
  (7, 'employers', 'topic', 'współpraca z pracodawcami', 'working with employers'),
  (8, 'social_economy', 'topic', 'przedsiębiorstwa społeczne i spółdzielnie', 'social enterprises and cooperatives'),
  (9, 'reintegration', 'topic', 'CIS, KIS, WTZ i ZAZ w partnerstwie', 'reintegration units in a partnership'),
  (10, 'evaluation', 'topic', 'ewaluacja i wskaźniki', 'evaluation and indicators'),
  (11, 'participants', 'topic', 'głos osób uczestniczących', 'the voice of participants'),
  (21, 'long_unemployed', 'group', 'osoby długotrwale bezrobotne', 'long-term unemployed people'),
  (22, 'young', 'group', 'osoby młode bez pracy i nauki', 'young people out of work and school'),
  (23, 'older', 'group', 'osoby po 50. roku życia', 'people over 50'),
  (24, 'disability', 'group', 'osoby z niepełnosprawnościami', 'people with disabilities'),
  (25, 'parents', 'group', 'rodzice samodzielnie wychowujący dzieci', 'lone parents'),
  (26, 'homeless', 'group', 'osoby w kryzysie bezdomności', 'people in the crisis of homelessness'),
  (27, 'addiction', 'group', 'osoby wychodzące z uzależnień', 'people leaving addictions'),
  (28, 'prison', 'group', 'osoby po pobycie w zakładzie karnym', 'people after prison'),
  (29, 'migrants', 'group', 'migranci i uchodźcy', 'migrants and refugees'),
  (30, 'care_leavers', 'group', 'osoby usamodzielniane z pieczy zastępczej', 'young people leaving foster care'),
  (41, 'transport', 'problem', 'dojazdy', 'transport'),
  (42, 'childcare', 'problem', 'opieka nad dziećmi', 'childcare'),
  (43, 'debts', 'problem', 'zadłużenie', 'debts'),
  (44, 'housing', 'problem', 'mieszkania', 'housing'),
  (45, 'few_jobs', 'problem', 'mało ofert pracy', 'few vacancies'),
  (46, 'few_specialists', 'problem', 'brak specjalistów', 'too few specialists'),
  (47, 'staff_turnover', 'problem', 'rotacja kadry', 'staff turnover'),
  (48, 'health_care', 'problem', 'dostęp do leczenia', 'access to health care'),
  (49, 'motivation', 'problem', 'przerywanie udziału', 'people who drop out'),
  (50, 'cold_start', 'problem', 'początek współpracy', 'the beginning of cooperation')
) as t (n, code, kind, pl, en);

create table partnerships.profile (
  partnership_id uuid primary key references partnerships.partnership on delete cascade,
  lead text not null default '' check (length(lead) <= 400),
  specialises text not null default '' check (length(specialises) <= 3000),
  target_note text not null default '' check (length(target_note) <= 2000),
  proud_of text not null default '' check (length(proud_of) <= 3000),
  site text not null default '' check (length(site) <= 300),
  hosts boolean not null default false,
  host_offer text not null default '' check (length(host_offer) <= 2000),
  words tsvector not null default '',
  published_on date,
  updated_at timestamptz not null,
  row_version int not null default 1
);
comment on table partnerships.profile is 'Card of a partnership for the network, written by its coordinator. Holds no person. Public data once published; before that for its members.';

create table partnerships.profile_term (
  partnership_id uuid not null references partnerships.profile on delete cascade,
  code text not null references partnerships.network_term on delete restrict,
  primary key (partnership_id, code)
);
comment on table partnerships.profile_term is 'What a partnership is good at, whom it works with and what troubles it, as terms. Public data once its card is published.';
create index profile_term_code on partnerships.profile_term (code);

create table partnerships.profile_contact (
  partnership_id uuid not null references partnerships.profile on delete cascade,
  code text not null references partnerships.network_term on delete restrict,
  institution_id uuid not null references organisations.institution on delete restrict,
  role text not null check (role <> '' and length(role) <= 120),
  primary key (partnership_id, code)
);
comment on table partnerships.profile_contact is 'Whom to ask about a topic: a role in an institution of the partnership, reached through the office. Never a person. Public data once the card is published.';
create index profile_contact_code on partnerships.profile_contact (code);
create index profile_contact_institution on partnerships.profile_contact (institution_id);

do $$
declare
  members constant text := 'partnership_id = any (coalesce((select partnerships.mine()), ''{}''::uuid[]))';
  t text;
  shown text;
begin
  foreach t in array array['profile', 'profile_term', 'profile_contact'] loop
    shown := case t when 'profile' then 'published_on is not null'
      else format('exists (select from partnerships.profile p where p.partnership_id = %I.partnership_id and p.published_on is not null)', t) end;
    execute format('alter table partnerships.%I enable row level security', t);
    execute format('alter table partnerships.%I force row level security', t);
    execute format('create policy published on partnerships.%I for select to splot_public, splot_participant using (%s)', t, shown);
    execute format('create policy members on partnerships.%I for select to splot_worker using (%s or %s)', t, shown, members);
    execute format('create policy system on partnerships.%I for select to splot_system using (true)', t);
    execute format('create policy added on partnerships.%I for insert to splot_worker with check (%s and partnerships.may_coordinate(partnership_id))', t, members);
    execute format('create policy changed on partnerships.%I for update to splot_worker using (%s and partnerships.may_coordinate(partnership_id)) with check (%s)', t, members, members);
    execute format('grant select on partnerships.%I to splot_worker, splot_participant, splot_public, splot_system', t);
    execute format('grant insert, update on partnerships.%I to splot_worker', t);
  end loop;
  foreach t in array array['profile_term', 'profile_contact'] loop
    execute format('create policy dropped on partnerships.%I for delete to splot_worker using (%s and partnerships.may_coordinate(partnership_id))', t, members);
    execute format('grant delete on partnerships.%I to splot_worker', t);
  end loop;
end
$$;

-- One partnership visits another to learn. Both sides read all of it.
create table partnerships.peer_visit (
  id uuid primary key,
  guest_id uuid not null references partnerships.partnership on delete cascade,
  host_id uuid not null references partnerships.partnership on delete cascade,
  topic text not null references partnerships.network_term on delete restrict,
  wish text not null check (wish <> '' and length(wish) <= 3000),
  state text not null default 'requested' check (state in ('requested', 'proposed', 'accepted', 'declined', 'withdrawn', 'held')),
  day date,
  answer text not null default '' check (length(answer) <= 3000),
  guest_learnt text not null default '' check (length(guest_learnt) <= 5000),
  host_learnt text not null default '' check (length(host_learnt) <= 5000),
  asked_by uuid references organisations.worker on delete set null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  row_version int not null default 1,
  check (guest_id <> host_id),
  check (state not in ('proposed', 'accepted', 'held') or day is not null)
);
comment on table partnerships.peer_visit is 'A peer visit: one partnership asks another to show how it works; a day is agreed, and what was learnt is written down by both.';
create index peer_visit_guest on partnerships.peer_visit (guest_id, asked_at);
create index peer_visit_host on partnerships.peer_visit (host_id, asked_at);
create index peer_visit_topic on partnerships.peer_visit (topic);
create index peer_visit_asker on partnerships.peer_visit (asked_by);
create unique index peer_visit_open on partnerships.peer_visit (guest_id, host_id) where state in ('requested', 'proposed', 'accepted');
alter table partnerships.peer_visit enable row level security;
alter table partnerships.peer_visit force row level security;
create policy sides on partnerships.peer_visit for select to splot_worker
  using (guest_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) or host_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])));
create policy asked on partnerships.peer_visit for insert to splot_worker
  with check (state = 'requested' and guest_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(guest_id));
create policy answered on partnerships.peer_visit for update to splot_worker
  using ((guest_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(guest_id))
    or (host_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(host_id)));
create policy system on partnerships.peer_visit for select to splot_system using (true);
grant select, insert on partnerships.peer_visit to splot_worker;
grant update (state, day, answer, guest_learnt, host_learnt, settled_at, row_version) on partnerships.peer_visit to splot_worker;
grant select on partnerships.peer_visit to splot_system;

-- Who may take which step: the side that answers what waits for it.
create function partnerships.keep_visit() returns trigger language plpgsql set search_path = '' as $$
declare
  guest boolean := partnerships.may_coordinate(new.guest_id);
  host boolean := partnerships.may_coordinate(new.host_id);
begin
  if new.guest_learnt is distinct from old.guest_learnt and not guest or new.host_learnt is distinct from old.host_learnt and not host then
    raise exception 'what was learnt is written by the side that learnt it' using errcode = '42501';
  end if;
  if new.state = old.state then return new; end if;
  if not (case old.state || ' ' || new.state
      when 'requested proposed' then host
      when 'requested accepted' then host
      when 'requested declined' then host
      when 'requested withdrawn' then guest
      when 'proposed accepted' then guest
      when 'proposed withdrawn' then guest
      when 'accepted withdrawn' then guest or host
      when 'accepted held' then guest or host
      else false end) then
    raise exception 'a peer visit does not go from % to % by this side', old.state, new.state using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_visit before update on partnerships.peer_visit for each row execute function partnerships.keep_visit();

-- What a partnership announces to the network. For everybody only after an editor has read it.
create table partnerships.announcement (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  kind text not null check (kind in ('offer', 'wanted', 'news')),
  title text not null check (title <> '' and length(title) <= 160),
  body text not null check (body <> '' and length(body) <= 4000),
  audience text not null check (audience in ('network', 'public')),
  state text not null check (state in ('waiting', 'shown', 'refused', 'withdrawn')),
  ends_on date not null,
  written_by uuid references organisations.worker on delete set null,
  written_at timestamptz not null,
  settled_by uuid references organisations.worker on delete set null,
  settled_at timestamptz,
  reason text not null default '' check (length(reason) <= 1000),
  row_version int not null default 1,
  check (ends_on - (written_at at time zone 'Europe/Warsaw')::date between 0 and 366)
);
comment on table partnerships.announcement is 'Announcements of partnerships, until a day. Those for the network are read by workers; those for everybody only after moderation.';
create index announcement_partnership on partnerships.announcement (partnership_id);
create index announcement_end on partnerships.announcement (ends_on) where state = 'shown';
create index announcement_waiting on partnerships.announcement (written_at) where state = 'waiting';
create index announcement_author on partnerships.announcement (written_by);
create index announcement_editor on partnerships.announcement (settled_by);
alter table partnerships.announcement enable row level security;
alter table partnerships.announcement force row level security;
create policy everybody on partnerships.announcement for select to splot_public, splot_participant
  using (state = 'shown' and audience = 'public' and ends_on >= kernel.today());
create policy network on partnerships.announcement for select to splot_worker
  using ((state = 'shown' and ends_on >= kernel.today()) or partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
    or (audience = 'public' and (select organisations.holds(array['editor']))));
create policy written on partnerships.announcement for insert to splot_worker
  with check (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id)
    and written_by = kernel.worker() and state = case audience when 'public' then 'waiting' else 'shown' end);
create policy withdrawn on partnerships.announcement for update to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id))
  with check (state = 'withdrawn');
create policy moderated on partnerships.announcement for update to splot_worker
  using (audience = 'public' and state in ('waiting', 'shown') and (select organisations.holds(array['editor'])))
  with check (state in ('shown', 'refused') and settled_by = kernel.worker());
create policy system on partnerships.announcement for select to splot_system using (true);
grant select on partnerships.announcement to splot_worker, splot_participant, splot_public, splot_system;
grant insert on partnerships.announcement to splot_worker;
grant update (state, settled_by, settled_at, reason, row_version) on partnerships.announcement to splot_worker;

-- Calls for projects, published by a regional institution for its voivodeship.
create table partnerships.regional_call (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  voivodeship_code text not null references territory.voivodeship on delete restrict,
  title text not null check (title <> '' and length(title) <= 200),
  lead text not null check (lead <> '' and length(lead) <= 600),
  criteria text not null check (criteria <> '' and length(criteria) <= 6000),
  who text not null default '' check (length(who) <= 1000),
  amount bigint check (amount > 0),
  link text not null default '' check (link = '' or link ~ '^https?://'),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  published_at timestamptz,
  written_by uuid references organisations.worker on delete set null,
  updated_at timestamptz not null,
  row_version int not null default 1,
  check (state = 'draft' or published_at is not null)
);
comment on table partnerships.regional_call is 'Calls for projects of a region: dates, criteria, where the documents are. Amounts in grosze. Public data once published; a draft is for its institution.';
create index regional_call_institution on partnerships.regional_call (institution_id);
create index regional_call_voivodeship on partnerships.regional_call (voivodeship_code, closes_on);
create index regional_call_author on partnerships.regional_call (written_by);

create table partnerships.call_interest (
  call_id uuid not null references partnerships.regional_call on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  note text not null default '' check (length(note) <= 1000),
  marked_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (call_id, partnership_id)
);
comment on table partnerships.call_interest is 'Which partnership is interested in a call: read by the partnership and by the institution of the call.';
create index call_interest_partnership on partnerships.call_interest (partnership_id);

-- The voivodeship that the acting worker may look at as a whole: of a regional institution, in a function made for it.
create function partnerships.my_region() returns text
language sql stable security definer set search_path = '' as $$
  select left(i.county_code, 2) from organisations.api_institution i
  where i.id = kernel.institution() and i.type in ('ROPS', 'WUP') and (i.active_to is null or i.active_to >= kernel.today())
    and organisations.holds(array['analyst', 'head', 'partnership_coordinator'])
$$;
alter function partnerships.my_region() owner to splot_search;
set local role splot_search;
revoke execute on function partnerships.my_region() from public;
grant execute on function partnerships.my_region() to splot_worker;
set local role splot_owner;

alter table partnerships.regional_call enable row level security;
alter table partnerships.regional_call force row level security;
create policy published on partnerships.regional_call for select to splot_public, splot_participant using (state <> 'draft');
create policy region on partnerships.regional_call for select to splot_worker using (state <> 'draft' or institution_id = kernel.institution());
create policy written on partnerships.regional_call for insert to splot_worker
  with check (state = 'draft' and institution_id = kernel.institution() and voivodeship_code = (select partnerships.my_region())
    and (select organisations.holds(array['head', 'partnership_coordinator'])));
create policy changed on partnerships.regional_call for update to splot_worker
  using (institution_id = kernel.institution() and (select partnerships.my_region()) = voivodeship_code
    and (select organisations.holds(array['head', 'partnership_coordinator'])))
  with check (institution_id = kernel.institution() and voivodeship_code = (select partnerships.my_region()));
create policy system on partnerships.regional_call for select to splot_system using (true);
grant select on partnerships.regional_call to splot_worker, splot_participant, splot_public, splot_system;
grant insert, update on partnerships.regional_call to splot_worker;

alter table partnerships.call_interest enable row level security;
alter table partnerships.call_interest force row level security;
create policy sides on partnerships.call_interest for select to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[]))
    or exists (select from partnerships.regional_call c where c.id = call_id and c.institution_id = kernel.institution()));
create policy marked on partnerships.call_interest for insert to splot_worker
  with check (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id));
create policy changed on partnerships.call_interest for update to splot_worker
  using (partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id));
create policy system on partnerships.call_interest for select to splot_system using (true);
grant select, insert on partnerships.call_interest to splot_worker;
grant update (note, marked_at, withdrawn_at) on partnerships.call_interest to splot_worker;
grant select on partnerships.call_interest to splot_system;

create table partnerships.health_rule (
  code text not null check (code in ('answer', 'first_meeting', 'plans', 'reviews', 'meetings', 'agreement', 'contacts')),
  good_from int not null check (good_from between 0 and 100),
  days int check (days > 0),
  least int not null default 5 check (least > 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null,
  primary key (code, valid_from)
);
comment on table partnerships.health_rule is 'From which share on a component of the health of a partnership is called good, within how many days where days count, and from how many on it is called anything. Our own convention, no law. Public data.';
grant select on partnerships.health_rule to splot_worker, splot_participant, splot_public, splot_system;
insert into partnerships.health_rule (code, good_from, days, least, valid_from, source) values
  ('answer', 80, null, 5, '2026-01-01', 'umowa własna; termin odpowiedzi na skierowanie wynika z tabeli terminów procesu'),
  ('first_meeting', 70, 14, 5, '2026-01-01', 'umowa własna: pierwsze spotkanie w 14 dni od przyjęcia skierowania'),
  ('plans', 60, null, 5, '2026-01-01', 'umowa własna: plan podpisany przez co najmniej dwie instytucje'),
  ('reviews', 80, null, 5, '2026-01-01', 'umowa własna; termin przeglądu zapisany jest w planie osoby'),
  ('meetings', 75, null, 2, '2026-01-01', 'umowa własna: zaplanowane spotkania, które się odbyły'),
  ('agreement', 100, 90, 1, '2026-01-01', 'umowa własna: porozumienie obowiązuje jeszcze co najmniej 90 dni'),
  ('contacts', 100, null, 1, '2026-01-01', 'umowa własna: każdy partner ma wyznaczoną osobę do kontaktu');

-- Questions put to the network: the question itself is a topic of an open group; here is what it is about and what solved it.
create table partnerships.network_question (
  topic_id uuid primary key references exchange.topic on delete cascade,
  partnership_id uuid references partnerships.partnership on delete set null,
  code text not null references partnerships.network_term on delete restrict,
  document_id uuid references library.document on delete set null,
  asked_at timestamptz not null
);
comment on table partnerships.network_question is 'A question to the network, by the topic of exchange that holds its words: subject and the practice card that answers it. Read by workers.';
create index network_question_partnership on partnerships.network_question (partnership_id);
create index network_question_code on partnerships.network_question (code, asked_at);
create index network_question_document on partnerships.network_question (document_id);
alter table partnerships.network_question enable row level security;
alter table partnerships.network_question force row level security;
create policy workers on partnerships.network_question for select to splot_worker using (true);
create policy asked on partnerships.network_question for insert to splot_worker
  with check (document_id is null and exchange.wrote((select t.opening_id from exchange.topic t where t.id = topic_id))
    and (partnership_id is null or partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[]))));
create policy solved on partnerships.network_question for update to splot_worker
  using (exchange.wrote((select t.opening_id from exchange.topic t where t.id = topic_id)) or (select organisations.holds(array['editor'])));
create policy system on partnerships.network_question for select to splot_system using (true);
grant select, insert on partnerships.network_question to splot_worker;
grant update (document_id) on partnerships.network_question to splot_worker;
grant select on partnerships.network_question to splot_system;
