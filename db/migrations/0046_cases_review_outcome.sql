-- Module: cases. Reviews that never change, the outcome with its evidence, closing, follow-ups, withdrawal, the archive.

-- What a recorded review says stays as it was said; hard constraint 5: not before the previous one, not in the future.
revoke update on cases.review, cases.review_item, cases.review_goal from splot_worker;
create function cases.check_review() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.held_on > kernel.today() or exists (select from cases.review r where r.case_id = new.case_id and (r.held_on > new.held_on or r.number >= new.number)) then
    raise exception 'a review is not earlier than the previous one and not in the future' using errcode = 'check_violation', constraint = 'review_date';
  end if;
  return new;
end
$$;
alter function cases.check_review() owner to splot_search;
create trigger date before insert on cases.review for each row execute function cases.check_review();

alter table cases.suspension add column review_id uuid references cases.review on delete set null;
create index suspension_review on cases.suspension (review_id);
comment on column cases.suspension.review_id is 'The review that decided to suspend, if one did.';

alter table cases.shared_case add column closed_on date;
alter table cases.shared_case add column retain_until date;
alter table cases.shared_case add column hold_reason text check (hold_reason in ('dispute', 'control'));
comment on column cases.shared_case.closed_on is 'When the case went to follow-up; reopening and the reading period of partners count from it.';
comment on column cases.shared_case.retain_until is 'After this day direct identifiers are erased.';
comment on column cases.shared_case.hold_reason is 'A dispute or a control: nothing is erased until it ends (RPSZ art. 50(6)).';
create index shared_case_retention on cases.shared_case (retain_until) where state in ('archived', 'rejected', 'withdrawn');

alter table cases.outcome add column evaluation text not null default 'asked' check (evaluation in ('asked', 'refused', 'not_possible'));
alter table cases.outcome add column vocational boolean not null default false;
comment on column cases.outcome.evaluation is 'Whether the person was asked what they think of the help.';
comment on column cases.outcome.vocational is 'The plan had a vocational service: the denominator of employment effectiveness. Kept when the plan is erased.';

insert into cases.timer (code, amount, unit, valid_from, source, certain) values
  ('outcome', 14, 'days', '2000-01-01', 'Ustalenie partnerstwa: rezultat po przeglądzie końcowym', false),
  ('closed_read', 6, 'months', '2000-01-01', 'Ustalenie partnerstwa: tyle po zamknięciu partnerzy mogą jeszcze czytać', false),
  ('follow_up_window', 28, 'days', '2000-01-01', 'Ustalenie partnerstwa: czas na rozmowę od dnia, w którym przypada', false),
  ('archive_reading', 1, 'days', '2000-01-01', 'Ustalenie partnerstwa: tak długo otwarte jest archiwum po podaniu powodu', false);
update cases.term set meta = meta || '{"follow_up": false}' where list = 'outcome' and code = 'DEATH';
insert into cases.term (list, code, position, pl, en, meta, source) values
  ('archive_reason', 'person_request', 1, 'prośba osoby o jej dane', 'the person asks for their data', '{}', 'RODO art. 15'),
  ('archive_reason', 'new_case', 2, 'nowa sprawa tej osoby', 'a new case of the person', '{}', 'Model OPS–PUP–NGO'),
  ('archive_reason', 'dispute', 3, 'spór albo skarga', 'a dispute or complaint', '{}', 'RPSZ art. 50 ust. 6'),
  ('archive_reason', 'control', 4, 'kontrola', 'a control', '{}', 'RPSZ art. 50 ust. 6'),
  ('archive_reason', 'other', 5, 'inny powód', 'other reason', '{"note_required": true}', 'Model OPS–PUP–NGO');

create table cases.withdrawal (
  case_id uuid primary key references cases.shared_case on delete cascade,
  reason text not null,
  said_on date not null,
  way text not null check (way in ('paper', 'oral', 'electronic', 'phone')),
  note text not null default '',
  from_state text not null,
  recorded_by uuid references organisations.worker on delete restrict,
  recorded_at timestamptz not null
);
comment on table cases.withdrawal is 'The statement with which the person left, or the finding of the coordinator.';
create index withdrawal_recorder on cases.withdrawal (recorded_by);
select cases.protect('withdrawal', '''D5''');
revoke insert, update on cases.withdrawal from splot_worker;

create table cases.archive_reading (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  reason text not null,
  note text not null default '',
  at timestamptz not null,
  until timestamptz not null
);
comment on table cases.archive_reading is 'Why an archived case was opened again for reading, by whom, until when.';
create index archive_reading_case on cases.archive_reading (case_id, at);
create index archive_reading_institution on cases.archive_reading (institution_id);
create index archive_reading_worker on cases.archive_reading (worker_id);
select cases.protect('archive_reading', '''D1''');
revoke insert, update on cases.archive_reading from splot_worker;

do $$
declare t text;
begin
  foreach t in array array['review', 'outcome', 'follow_up', 'contact_try', 'closing_confirmation', 'item_progress', 'suspension', 'withdrawal', 'archive_reading', 'goal'] loop
    execute format('grant select on cases.%I to splot_search', t);
    execute format('create policy lookup on cases.%I for select to splot_search using (true)', t);
  end loop;
  foreach t in array array['closing_confirmation', 'withdrawal', 'archive_reading'] loop
    execute format('grant insert on cases.%I to splot_search', t);
    execute format('create policy through_door on cases.%I for insert to splot_search with check (true)', t);
  end loop;
end
$$;
grant update (worker_id, at) on cases.closing_confirmation to splot_search;
create policy again on cases.closing_confirmation for update to splot_search using (true);
grant update (done_on, result, note, row_version) on cases.follow_up to splot_search;
create policy through_door on cases.follow_up for update to splot_search using (true);

-- Hard constraint 6: employment needs its evidence and a start not before the case.
create function cases.check_outcome() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  c cases.shared_case;
  kind text := (select t.meta ->> 'kind' from cases.term t where t.list = 'outcome' and t.code = new.code);
  began date;
begin
  select * into c from cases.shared_case where id = new.case_id;
  began := coalesce(c.intake_on, (c.opened_at at time zone 'Europe/Warsaw')::date);
  if kind is null or new.left_on > kernel.today() or new.left_on < began then
    raise exception 'the outcome is not known or the day of leaving is outside the case' using errcode = 'check_violation', constraint = 'outcome_leaving';
  end if;
  if kind = 'employment' and (new.employment_started_on is null or new.employment_started_on < began
      or not exists (select from cases.term t where t.list = 'evidence' and t.code = new.evidence_code and (t.meta ->> 'employment')::boolean)) then
    raise exception 'employment needs evidence and a start not before the case' using errcode = 'check_violation', constraint = 'outcome_employment';
  end if;
  new.vocational := exists (select from cases.plan p join cases.plan_item i on i.plan_id = p.id
    join cases.term t on t.list = 'service' and t.code = i.service_code and t.meta ->> 'group' = 'vocational'
    where p.case_id = new.case_id and p.state in ('signed', 'superseded'));
  return new;
end
$$;
alter function cases.check_outcome() owner to splot_search;
create trigger evidence before insert or update on cases.outcome for each row when (current_user <> 'splot_search') execute function cases.check_outcome();

-- A follow-up that was done never changes; unreachable means three tries on two channels.
create function cases.check_follow_up() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.done_on is not null or (new.case_id, new.stage) is distinct from (old.case_id, old.stage) then
    raise exception 'a follow-up that was recorded cannot be changed' using errcode = 'check_violation', constraint = 'follow_up_done';
  end if;
  if new.done_on > kernel.today() or (new.result = 'reached' and new.done_on < new.opens_on) then
    raise exception 'the follow-up is outside its window' using errcode = 'check_violation', constraint = 'follow_up_window';
  end if;
  if new.result = 'unreachable' and (select count(*) < 3 or count(distinct t.channel) < 2 from cases.contact_try t where t.follow_up_id = new.id) then
    raise exception 'unreachable means three tries on two channels' using errcode = 'check_violation', constraint = 'follow_up_tries';
  end if;
  return new;
end
$$;
alter function cases.check_follow_up() owner to splot_search;
create trigger once before update on cases.follow_up for each row when (current_user <> 'splot_search') execute function cases.check_follow_up();

-- The length of a timer today, as an interval.
create function cases.timer_length(timer text) returns interval language sql stable set search_path = '' as $$
  select case t.unit when 'months' then make_interval(months => t.amount) else make_interval(days => t.amount) end
  from cases.timer t where t.code = timer and t.valid_from <= kernel.today() and (t.valid_to is null or t.valid_to >= kernel.today())
  order by t.valid_from desc limit 1
$$;

create function cases.note_event(for_case uuid, what text, facts jsonb) returns void language sql security definer set search_path = '' as $$
  insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
  values (gen_random_uuid(), for_case, kernel.instant(), what,
    nullif(kernel.institution(), '00000000-0000-0000-0000-000000000000'), nullif(kernel.worker(), '00000000-0000-0000-0000-000000000000'), facts)
$$;
alter function cases.note_event(uuid, text, jsonb) owner to splot_search;

-- Partners who take part in the case and have not confirmed the outcome as it stands now: one recorded anew needs new
-- confirmations. The leading institution closes, so it needs not.
create function cases.unconfirmed(for_case uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.institution_id from cases.participation p join cases.shared_case c on c.id = p.case_id
  where p.case_id = for_case and p.role in ('lead', 'co_lead', 'provider') and p.institution_id <> c.lead_institution_id
    and (p.valid_to is null or p.valid_to > kernel.instant())
    and not exists (select from cases.closing_confirmation k join cases.outcome o on o.case_id = k.case_id
      where k.case_id = for_case and k.institution_id = p.institution_id and k.at >= o.recorded_at)
$$;
alter function cases.unconfirmed(uuid) owner to splot_search;

create function cases.items_open(for_case uuid) returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from cases.plan p join cases.plan_item i on i.plan_id = p.id
  left join cases.item_progress g on g.lineage_id = i.lineage_id
  where p.case_id = for_case and p.state = 'signed' and coalesce(g.state, 'planned') not in ('done', 'not_done')
$$;
alter function cases.items_open(uuid) owner to splot_search;

-- Transition 15: everything was asked. Partners lose what they still read; the leading institution keeps the existence
-- of the case, and the rest opens again only with a reason (cases.api_open_archive).
create function cases.archive_case(for_case uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  c cases.shared_case;
begin
  select * into c from cases.shared_case where id = for_case for update;
  if c.state <> 'follow_up' or exists (select from cases.follow_up f where f.case_id = for_case and f.done_on is null) then
    return false;
  end if;
  update cases.shared_case set state = 'archived', state_since = kernel.instant(), waits_for = 'nothing', waits_institution_id = null,
    waits_worker_id = null, waits_until = null, updated_at = kernel.instant(), row_version = row_version + 1,
    -- Ten years from the end of the calendar year in which the help ended (RPSZ art. 50(4), UZS art. 8b).
    retain_until = (date_trunc('year', coalesce(c.left_on, c.closed_on)::timestamp) + interval '1 year - 1 day' + cases.timer_length('case_retention'))::date
  where id = for_case;
  update cases.access_grant g set valid_to = kernel.instant(), ended_reason = 'closed', can_write = false
  where g.case_id = for_case and (g.valid_to is null or g.valid_to > kernel.instant())
    and (g.institution_id <> c.lead_institution_id or g.data_class <> 'D1');
  update cases.access_grant g set can_write = false where g.case_id = for_case and g.institution_id = c.lead_institution_id and g.data_class = 'D1' and g.can_write;
  perform cases.note_event(for_case, 'state.archived', '{"from": "follow_up", "to": "archived"}');
  return true;
end
$$;
alter function cases.archive_case(uuid) owner to splot_search;

-- What the follow-up waits for next, or the archive when nothing is left.
create function cases.settle_follow_ups(for_case uuid) returns text language plpgsql security definer set search_path = '' as $$
declare
  next_due date := (select min(f.due_on) from cases.follow_up f where f.case_id = for_case and f.done_on is null);
begin
  if next_due is null then
    return case when cases.archive_case(for_case) then 'archived' else 'unchanged' end;
  end if;
  update cases.shared_case set waits_for = 'follow_up', waits_institution_id = lead_institution_id, waits_worker_id = coordinator_id,
    waits_until = next_due, updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case and state = 'follow_up';
  return 'waiting';
end
$$;
alter function cases.settle_follow_ups(uuid) owner to splot_search;

-- Transition 13: everybody confirmed, or their time has passed. Partners may read for a while and write no more; the
-- labour office keeps what it needs to record follow-ups.
create function cases.close_case(for_case uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  c cases.shared_case;
begin
  select * into c from cases.shared_case where id = for_case for update;
  if c.state <> 'closing' or cases.items_open(for_case) > 0 or not exists (select from cases.outcome o where o.case_id = for_case)
    or (exists (select from cases.unconfirmed(for_case)) and (c.waits_until is null or c.waits_until >= kernel.today())) then
    return false;
  end if;
  update cases.shared_case set state = 'follow_up', state_since = kernel.instant(), closed_on = kernel.today(), updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case;
  update cases.access_grant g set can_write = false,
    valid_to = least(g.valid_to, kernel.instant() + cases.timer_length('closed_read'))
  where g.case_id = for_case and g.institution_id <> c.lead_institution_id and (g.valid_to is null or g.valid_to > kernel.instant())
    and not (g.data_class in ('D1', 'D5') and exists (select from organisations.api_institution i where i.id = g.institution_id and i.type = 'PUP'));
  perform cases.note_event(for_case, 'state.follow_up', '{"from": "closing", "to": "follow_up"}');
  perform cases.settle_follow_ups(for_case);
  return true;
end
$$;
alter function cases.close_case(uuid) owner to splot_search;

-- A partner confirms; whoever is last closes. Returns 'waiting' or 'closed', null when there is nothing to confirm.
create function cases.api_confirm_closing(for_case uuid) returns text language plpgsql security definer set search_path = '' as $$
begin
  if not cases.sees_case(for_case) or not exists (select from cases.shared_case c where c.id = for_case and c.state = 'closing')
    or kernel.institution() not in (select cases.unconfirmed(for_case)) then
    return null;
  end if;
  insert into cases.closing_confirmation (case_id, institution_id, worker_id, at) values (for_case, kernel.institution(), kernel.worker(), kernel.instant())
  on conflict (case_id, institution_id) do update set worker_id = excluded.worker_id, at = excluded.at;
  perform cases.note_event(for_case, 'closing.confirmed', '{}');
  if cases.close_case(for_case) then
    return 'closed';
  end if;
  update cases.shared_case set waits_institution_id = (select min(u::text)::uuid from cases.unconfirmed(for_case) u), waits_worker_id = null,
    updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case;
  return 'waiting';
end
$$;
alter function cases.api_confirm_closing(uuid) owner to splot_search;

-- Closes at once when no partner is left to confirm, by the institution that leads.
create function cases.api_close(for_case uuid) returns boolean language sql security definer set search_path = '' as $$
  select case when cases.sees_case(for_case) and exists (select from cases.shared_case c where c.id = for_case and c.lead_institution_id = kernel.institution())
    then cases.close_case(for_case) else false end
$$;
alter function cases.api_close(uuid) owner to splot_search;

create function cases.api_unconfirmed(for_case uuid) returns table (institution_id uuid, institution_name text, institution_type text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.short_name, i.type from cases.unconfirmed(for_case) u join organisations.api_institution i on i.id = u
  where cases.sees_case(for_case) order by i.short_name
$$;
alter function cases.api_unconfirmed(uuid) owner to splot_search;

create function cases.api_settle_follow_ups(for_case uuid) returns text language sql security definer set search_path = '' as $$
  select case when cases.sees_case(for_case) then cases.settle_follow_ups(for_case) end
$$;
alter function cases.api_settle_follow_ups(uuid) owner to splot_search;

-- Transition 6. By the person, or by the institution that leads the case. Partners see nothing from this moment, what
-- was asked of them is taken back, and the leading institution only reads.
create function cases.api_withdraw_case(for_case uuid, why text, said date, said_how text, words text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  c cases.shared_case;
begin
  select * into c from cases.shared_case where id = for_case for update;
  if not found or not cases.sees_case(for_case) or not (c.person_id = kernel.person() or c.lead_institution_id = kernel.institution())
    or c.state not in ('intake', 'diagnosis', 'planning', 'agreed', 'active', 'suspended') then
    return false;
  end if;
  insert into cases.withdrawal (case_id, reason, said_on, way, note, from_state, recorded_by, recorded_at)
  values (for_case, why, said, said_how, words, c.state, nullif(kernel.worker(), '00000000-0000-0000-0000-000000000000'), kernel.instant());
  update cases.shared_case set state = 'withdrawn', state_since = kernel.instant(), closed_on = kernel.today(), waits_for = 'nothing',
    waits_institution_id = null, waits_worker_id = null, waits_until = null, updated_at = kernel.instant(), row_version = row_version + 1,
    -- Where help had not begun there is little to keep.
    retain_until = case when c.state in ('intake', 'diagnosis') then (kernel.today() + cases.timer_length('rejected_retention'))::date
      else (date_trunc('year', kernel.today()::timestamp) + interval '1 year - 1 day' + cases.timer_length('case_retention'))::date end
  where id = for_case;
  update cases.referral set state = 'withdrawn', answered_at = kernel.instant(), row_version = row_version + 1
  where case_id = for_case and state in ('sent', 'seen', 'needs_info');
  perform cases.note_event(for_case, 'state.withdrawn', jsonb_build_object('from', c.state, 'to', 'withdrawn', 'reason', why));
  update cases.access_grant g set valid_to = kernel.instant(), ended_reason = 'withdrawn'
  where g.case_id = for_case and g.institution_id <> c.lead_institution_id and (g.valid_to is null or g.valid_to > kernel.instant());
  update cases.access_grant g set can_write = false where g.case_id = for_case and g.institution_id = c.lead_institution_id and g.can_write;
  return true;
end
$$;
alter function cases.api_withdraw_case(uuid, text, date, text, text) owner to splot_search;

-- An archived case opens for reading, with a reason, for the time of the timer: the classes that the leading
-- institution held come back as grants that end by themselves.
create function cases.api_open_archive(for_case uuid, why text, words text) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  ends timestamptz := kernel.instant() + cases.timer_length('archive_reading');
begin
  if not cases.sees_case(for_case) or not exists (select from cases.shared_case c
      where c.id = for_case and c.state = 'archived' and c.lead_institution_id = kernel.institution()) then
    return null;
  end if;
  insert into cases.archive_reading (id, case_id, institution_id, worker_id, reason, note, at, until)
  values (gen_random_uuid(), for_case, kernel.institution(), kernel.worker(), why, words, kernel.instant(), ends);
  insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, consent_id, origin, valid_from, valid_to, created_at)
  select distinct on (g.data_class) gen_random_uuid(), for_case, g.institution_id, g.data_class, g.purposes, false, g.basis_code, g.consent_id, g.origin,
    kernel.instant(), ends, kernel.instant()
  from cases.access_grant g
  where g.case_id = for_case and g.institution_id = kernel.institution() and g.ended_reason = 'closed' and g.data_class <> 'D8'
    and not exists (select from cases.access_grant o where o.case_id = for_case and o.institution_id = kernel.institution()
      and o.data_class = g.data_class and (o.valid_to is null or o.valid_to > kernel.instant()))
  order by g.data_class, g.valid_from desc;
  perform cases.note_event(for_case, 'archive.opened', jsonb_build_object('reason', why));
  return ends;
end
$$;
alter function cases.api_open_archive(uuid, text, text) owner to splot_search;

-- A dispute or control keeps a case from being erased; null lets it go.
create function cases.api_hold(for_case uuid, why text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not cases.sees_case(for_case) then
    return false;
  end if;
  update cases.shared_case set hold_reason = why, updated_at = kernel.instant(), row_version = row_version + 1
  where id = for_case and lead_institution_id = kernel.institution() and state in ('archived', 'rejected', 'withdrawn');
  if found then
    perform cases.note_event(for_case, case when why is null then 'hold.ended' else 'hold.started' end, '{}');
  end if;
  return found;
end
$$;
alter function cases.api_hold(uuid, text) owner to splot_search;

-- The person's other, older case may be continued within the time of the timer; whether it may is asked before.
create function cases.reopen_until(for_case uuid) returns date language sql stable security definer set search_path = '' as $$
  select (c.closed_on + cases.timer_length('reopen'))::date from cases.shared_case c
  where c.id = for_case and c.state in ('follow_up', 'archived') and cases.sees_case(for_case)
$$;
alter function cases.reopen_until(uuid) owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['cases.note_event(uuid, text, jsonb)', 'cases.unconfirmed(uuid)', 'cases.items_open(uuid)', 'cases.archive_case(uuid)',
      'cases.settle_follow_ups(uuid)', 'cases.close_case(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
  end loop;
  foreach f in array array['cases.api_confirm_closing(uuid)', 'cases.api_close(uuid)', 'cases.api_unconfirmed(uuid)', 'cases.api_settle_follow_ups(uuid)',
      'cases.api_open_archive(uuid, text, text)', 'cases.api_hold(uuid, text)', 'cases.reopen_until(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to splot_worker';
  end loop;
  revoke execute on function cases.api_withdraw_case(uuid, text, date, text, text) from public;
  grant execute on function cases.api_withdraw_case(uuid, text, date, text, text) to splot_worker, splot_participant;
end
$$;
