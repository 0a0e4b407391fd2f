-- Module: cases. People who wait for a place in a service of the partnership, and figures of a partnership without persons.

create table cases.queue_entry (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  service_id uuid not null references partnerships.service on delete restrict,
  selection_id uuid not null references partnerships.selection on delete restrict,
  since date not null,
  ground_id uuid references partnerships.selection_criterion on delete restrict,
  ground_rank int not null default 100,
  shifted_rank int check (shifted_rank between 1 and 100),
  shifted_from date,
  shift_reason text not null default '',
  state text not null default 'waiting' check (state in ('waiting', 'offered', 'accepted', 'removed')),
  ahead_reason text not null default '',
  offered_on date,
  answer_until date,
  ended_on date,
  end_code text not null default '' check (end_code in ('', 'accepted', 'person', 'other_service', 'not_met', 'no_contact', 'case_ended')),
  end_note text not null default '',
  created_by uuid not null references organisations.worker on delete restrict,
  created_at timestamptz not null,
  row_version int not null default 1,
  constraint queue_shift_reason check ((shifted_rank is null and shifted_from is null) = (shift_reason = '')),
  check (state <> 'offered' or (offered_on is not null and answer_until is not null)),
  check ((state in ('accepted', 'removed')) = (ended_on is not null)),
  check ((ended_on is not null) = (end_code <> '')),
  constraint queue_end_note check (end_code in ('', 'accepted', 'case_ended') or end_note <> ''),
  unique (id, case_id)
);
comment on table cases.queue_entry is 'A person of a case waits for a place in a service. Order: the rank of the stated ground, then the date; no points. Seen by those who see the plan of the case and by the person; everybody else sees counts of five and more.';
comment on column cases.queue_entry.shift_reason is 'Why the entry counts under another rank or date than its own; without words nothing is moved.';
comment on column cases.queue_entry.ahead_reason is 'Why a place was offered although somebody else stood before.';
create unique index queue_entry_once on cases.queue_entry (case_id, service_id) where state in ('waiting', 'offered');
create index queue_entry_case on cases.queue_entry (case_id);
create index queue_entry_order on cases.queue_entry (service_id, state, since);
create index queue_entry_partnership on cases.queue_entry (partnership_id, state);
create index queue_entry_selection on cases.queue_entry (selection_id);
create index queue_entry_ground on cases.queue_entry (ground_id);
create index queue_entry_author on cases.queue_entry (created_by);

create table cases.queue_fact (
  entry_id uuid not null,
  case_id uuid not null,
  criterion_id uuid not null references partnerships.selection_criterion on delete restrict,
  met boolean not null,
  checked_on date not null,
  checked_by uuid not null references organisations.worker on delete restrict,
  primary key (entry_id, criterion_id),
  foreign key (entry_id, case_id) references cases.queue_entry (id, case_id) on delete cascade
);
comment on table cases.queue_fact is 'Which criterion somebody found met or not met, and when. No words: what it was found from stays where it is.';
create index queue_fact_case on cases.queue_fact (case_id);
create index queue_fact_criterion on cases.queue_fact (criterion_id);
create index queue_fact_checker on cases.queue_fact (checked_by);

create table cases.queue_step (
  id uuid primary key,
  entry_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('joined', 'shifted', 'offered', 'accepted', 'declined', 'removed')),
  reason text not null default '',
  worker_id uuid not null references organisations.worker on delete restrict,
  check (kind not in ('shifted', 'removed') or reason <> ''),
  foreign key (entry_id, case_id) references cases.queue_entry (id, case_id) on delete cascade
);
comment on table cases.queue_step is 'What happened with an entry of the waiting list, by whom and why. Only added to.';
create index queue_step_entry on cases.queue_step (entry_id, at);
create index queue_step_case on cases.queue_step (case_id);
create index queue_step_worker on cases.queue_step (worker_id);

select cases.protect('queue_entry', '''D5''');
select cases.protect('queue_fact', '''D5''');
select cases.protect('queue_step', '''D5''');
select cases.erasable('queue_entry');
select cases.erasable('queue_fact');
select cases.erasable('queue_step');
revoke update on cases.queue_entry, cases.queue_fact, cases.queue_step from splot_worker;
grant update (shifted_rank, shifted_from, shift_reason, state, ahead_reason, offered_on, answer_until, ended_on, end_code, end_note, row_version)
  on cases.queue_entry to splot_worker;
grant update (met, checked_on, checked_by) on cases.queue_fact to splot_worker;
create policy own_name on cases.queue_entry as restrictive for insert to splot_worker with check (
  created_by = kernel.worker() and state = 'waiting' and shift_reason = '' and since <= kernel.today());
create policy own_name on cases.queue_fact as restrictive for insert to splot_worker with check (checked_by = kernel.worker());
create policy own_name_change on cases.queue_fact as restrictive for update to splot_worker using (true) with check (checked_by = kernel.worker());
create policy own_name on cases.queue_step as restrictive for insert to splot_worker with check (worker_id = kernel.worker() and at = kernel.instant());

grant select, update (state, ended_on, end_code, row_version) on cases.queue_entry to splot_search;
grant select on cases.queue_fact, cases.plan, cases.review, cases.outcome, cases.follow_up to splot_search;
create policy counted on cases.queue_entry for select to splot_search using (true);
create policy ended on cases.queue_entry for update to splot_search using (true) with check (end_code = 'case_ended');
create policy counted on cases.queue_fact for select to splot_search using (true);
create policy counted on cases.review for select to splot_search using (true);

set local role splot_search;
-- The one order of a waiting list: rank of the ground, or what a reason in words made of it; then the date; then who
-- was written down first. Everybody who waits for a service, whoever may see them.
create function cases.queue_order(of_service uuid) returns table (entry_id uuid, case_id uuid, place int) language sql stable security definer set search_path = '' as $$
  select e.id, e.case_id, (row_number() over (order by coalesce(e.shifted_rank, e.ground_rank), coalesce(e.shifted_from, e.since), e.since, e.created_at, e.id))::int
  from cases.queue_entry e where e.service_id = of_service and e.state = 'waiting'
$$;
revoke execute on function cases.queue_order(uuid) from public;

-- Where the entries stand that the asker may see, or their own. An entry itself is read under its own policy.
create function cases.api_queue_places(of_service uuid) returns table (entry_id uuid, place int) language sql stable security definer set search_path = '' as $$
  select o.entry_id, o.place from cases.queue_order(of_service) o where cases.sees_case(o.case_id)
$$;
revoke execute on function cases.api_queue_places(uuid) from public;
grant execute on function cases.api_queue_places(uuid) to splot_worker;

-- An entry belongs to the partnership of its case and to criteria and a service of it; it carries the rank of its ground.
create function cases.queue_joined() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from cases.shared_case c join partnerships.service s on s.partnership_id = c.partnership_id
      join partnerships.selection v on v.partnership_id = c.partnership_id
      where c.id = new.case_id and c.partnership_id = new.partnership_id and s.id = new.service_id and v.id = new.selection_id and v.state = 'in_force'
        and c.state not in ('draft', 'rejected', 'withdrawn', 'closing', 'follow_up', 'archived', 'erased')) then
    raise exception 'nobody waits outside the partnership of the case and its criteria in force' using errcode = 'check_violation', constraint = 'queue_partnership';
  end if;
  new.ground_rank := 100;
  if new.ground_id is not null then
    select k.position into strict new.ground_rank from partnerships.selection_criterion k
    where k.id = new.ground_id and k.selection_id = new.selection_id and k.kind = 'ground';
  end if;
  return new;
end
$$;
-- A place is offered when every condition was found met, and to whoever stands first, or with a reason in words.
create function cases.queue_moves() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  first uuid;
begin
  if (old.state, new.state) not in (('waiting', 'waiting'), ('waiting', 'offered'), ('waiting', 'removed'), ('offered', 'offered'), ('offered', 'accepted'),
      ('offered', 'waiting'), ('offered', 'removed')) then
    raise exception 'an entry does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'queue_life';
  end if;
  if old.state = 'waiting' and new.state = 'offered' then
    -- Two offers at once are one after the other.
    perform pg_advisory_xact_lock(hashtextextended(new.service_id::text, 0));
    if exists (select from partnerships.selection_criterion k where k.selection_id = new.selection_id and k.kind = 'condition'
        and not exists (select from cases.queue_fact f where f.entry_id = new.id and f.criterion_id = k.id and f.met)) then
      raise exception 'not every condition was found met' using errcode = 'check_violation', constraint = 'queue_conditions';
    end if;
    select o.entry_id into first from cases.queue_order(new.service_id) o where o.place = 1;
    if first is distinct from new.id and new.ahead_reason = '' then
      raise exception 'somebody stands before; say why' using errcode = 'check_violation', constraint = 'queue_ahead';
    end if;
  end if;
  return new;
end
$$;
-- Nobody waits any more whose case has ended.
create function cases.queue_ends() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update cases.queue_entry e set state = 'removed', ended_on = kernel.today(), end_code = 'case_ended', row_version = e.row_version + 1
  where e.case_id = new.id and e.state in ('waiting', 'offered');
  return null;
end
$$;

-- How many wait and how long, for members; fewer than five are not told.
create function cases.api_queue_counts(of_partnership uuid)
returns table (service_id uuid, few boolean, waiting int, median_days int, longest_days int, placed int, placed_median_days int)
language sql stable security definer set search_path = '' as $$
  with n as (
    select s.id, count(*) filter (where e.state = 'waiting') as w, count(*) filter (where e.state = 'accepted' and e.ended_on > kernel.today() - 365) as p,
      percentile_disc(0.5) within group (order by kernel.today() - e.since) filter (where e.state = 'waiting') as wm,
      max(kernel.today() - e.since) filter (where e.state = 'waiting') as wl,
      percentile_disc(0.5) within group (order by e.ended_on - e.since) filter (where e.state = 'accepted' and e.ended_on > kernel.today() - 365) as pm
    from partnerships.service s left join cases.queue_entry e on e.service_id = s.id
    where s.partnership_id = of_partnership and of_partnership = any (partnerships.mine()) group by s.id)
  select n.id, n.w between 1 and 4, case when n.w between 1 and 4 then null else n.w::int end, case when n.w >= 5 then n.wm end,
    case when n.w >= 5 then n.wl end, case when n.p >= 5 then n.p::int end, case when n.p >= 5 then n.pm end
  from n
$$;
revoke execute on function cases.api_queue_counts(uuid) from public;
grant execute on function cases.api_queue_counts(uuid) to splot_worker;

-- What the person waits for, where they stand and by what rules, in their own window.
create function cases.api_own_queue(of_case uuid)
returns table (entry_id uuid, service text, institution text, since date, state text, place int, ground text, shift_reason text, offered_on date, answer_until date,
  who text, order_words text, appeal text)
language sql stable security definer set search_path = '' as $$
  select e.id, s.name, i.short_name, e.since, e.state, o.place, k.name, e.shift_reason, e.offered_on, e.answer_until, v.who, v.order_words, v.appeal
  from cases.shared_case c join cases.queue_entry e on e.case_id = c.id
  join partnerships.service s on s.id = e.service_id
  join organisations.api_institution i on i.id = s.institution_id
  join partnerships.selection v on v.id = e.selection_id
  left join partnerships.selection_criterion k on k.id = e.ground_id
  left join lateral cases.queue_order(e.service_id) o on o.entry_id = e.id
  where c.id = of_case and c.person_id = kernel.person() and e.state in ('waiting', 'offered')
$$;
revoke execute on function cases.api_own_queue(uuid) from public;
grant execute on function cases.api_own_queue(uuid) to splot_participant;

-- Everybody who left between two days, by partnership or leading institution. Who may count them is asked by those who call.
create function cases.left_between(in_partnership uuid, led_by uuid, from_on date, to_on date)
returns table (case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean)
language sql stable security definer set search_path = '' as $$
  select c.id, o.left_on, t.meta ->> 'kind', o.code, cardinality(o.progress_codes) > 0, o.vocational,
    t.meta ->> 'kind' = 'employment' and o.employment_started_on <= o.left_on + cases.timer_length('employment_window')
      and o.planned_months >= 3 and o.employment_hours in ('full', 'half_or_more')
  from cases.shared_case c join cases.outcome o on o.case_id = c.id join cases.term t on t.list = 'outcome' and t.code = o.code
  where c.closed_on is not null and o.left_on between from_on and to_on and c.partnership_id = coalesce(in_partnership, c.partnership_id)
    and c.lead_institution_id = coalesce(led_by, c.lead_institution_id)
$$;
revoke execute on function cases.left_between(uuid, uuid, date, date) from public;
create or replace function cases.closed_between(in_partnership uuid, from_on date, to_on date)
returns table (case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean)
language sql stable security definer set search_path = '' as $$
  select l.* from cases.left_between(in_partnership, case when in_partnership is null then kernel.institution() end, from_on, to_on) l
  where case when in_partnership is null then kernel.wide()
    else exists (select from partnerships.contact k where k.partnership_id = in_partnership and k.worker_id = kernel.worker()
      and k.role = 'coordinator' and k.valid_from <= kernel.today() and (k.valid_to is null or k.valid_to >= kernel.today())) end
$$;

-- Figures of a partnership for its members: numbers and shares, nothing of fewer than five. A share is told only where
-- neither the counted nor the rest is small; each could be taken from the other.
create function cases.api_figures(of_partnership uuid, from_on date, to_on date)
returns table (code text, counted int, whole int, few boolean) language sql stable security definer set search_path = '' as $$
  with r as (
    select (x.answered_at at time zone 'Europe/Warsaw')::date as answered, x.due_on, (x.sent_at at time zone 'Europe/Warsaw')::date as sent
    from cases.referral x where x.partnership_id = of_partnership and x.sent_at is not null and x.state not in ('draft', 'withdrawn')),
  l as (select b.*, b.left_on + cases.timer_length('follow_up_f3') < kernel.today() as social_known,
      b.left_on + cases.timer_length('employment_window') < kernel.today() as job_known,
      f.done_on is not null or b.left_on + 180 < kernel.today() as durable_known,
      f.result = 'reached' and coalesce((t.meta ->> 'employed')::boolean, false) as still
    from cases.left_between(of_partnership, null, from_on, to_on) b
    left join cases.follow_up f on f.case_id = b.case_id and f.stage = 'F6'
    left join cases.term t on t.list = 'follow_up_employment' and t.code = f.employment_status
    where b.kind <> 'neutral'),
  v as (
    select v.held_on <= coalesce((select b.next_review_on from cases.review b where b.case_id = v.case_id and b.number = v.number - 1), p.next_review_on) as in_time
    from cases.review v join cases.plan p on p.id = v.plan_id join cases.shared_case c on c.id = v.case_id
    where c.partnership_id = of_partnership and v.kind = 'scheduled' and v.held_on between from_on and to_on
    union all
    select false from cases.shared_case c where c.partnership_id = of_partnership and c.waits_for = 'review'
      and c.waits_until between from_on and least(to_on, kernel.today() - 1)),
  n (code, counted, whole) as (
    select 'referrals', count(*), null from r where r.sent between from_on and to_on
    union all select 'answered_on_time', count(*) filter (where r.answered <= r.due_on), count(*) from r
      where r.due_on between from_on and to_on and (r.answered is not null or r.due_on < kernel.today())
    union all select 'cases_begun', count(*), null from cases.shared_case c where c.partnership_id = of_partnership and c.intake_on between from_on and to_on
    union all select 'cases_active', count(*), null from cases.shared_case c where c.partnership_id = of_partnership and c.intake_on <= to_on
      and (c.left_on is null or c.left_on > to_on) and c.state not in ('rejected', 'withdrawn', 'erased')
    union all select 'plans_signed', count(*), null from cases.plan p join cases.shared_case c on c.id = p.case_id
      where c.partnership_id = of_partnership and p.state in ('signed', 'superseded') and p.signed_on between from_on and to_on
    union all select 'reviews_on_time', count(*) filter (where v.in_time), count(*) from v
    union all select 'social', count(*) filter (where l.social_known and l.progress), count(*) filter (where l.social_known) from l
    union all select 'employment', count(*) filter (where l.job_known and l.vocational and l.employed), count(*) filter (where l.job_known and l.vocational) from l
    union all select 'durability', count(*) filter (where l.kind = 'employment' and l.durable_known and l.still), count(*) filter (where l.kind = 'employment' and l.durable_known) from l),
  safe as (select n.*, n.counted between 1 and 4 or coalesce(n.whole between 1 and 4 or n.whole - n.counted between 1 and 4, false) as small from n)
  select s.code, case when not s.small then s.counted::int end, case when not s.small then s.whole::int end, s.small
  from safe s where of_partnership = any (partnerships.mine())
$$;
revoke execute on function cases.api_figures(uuid, date, date) from public;
grant execute on function cases.api_figures(uuid, date, date) to splot_worker;
set local role splot_owner;
create trigger joined before insert on cases.queue_entry for each row execute function cases.queue_joined();
create trigger moves before update on cases.queue_entry for each row execute function cases.queue_moves();
create trigger queue_ends after update of state on cases.shared_case for each row
  when (new.state in ('rejected', 'withdrawn', 'closing', 'follow_up', 'archived', 'erased') and old.state is distinct from new.state) execute function cases.queue_ends();
