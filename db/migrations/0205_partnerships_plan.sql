-- Module: partnerships. The action plan: goals with indicators, tasks, and a budget in which no cost is paid twice.

create table partnerships.budget_source (
  code text primary key,
  pl text not null,
  en text not null,
  public_money boolean not null,
  source text not null,
  position int not null,
  valid_from date not null,
  valid_to date
);
comment on table partnerships.budget_source is 'Public data. Where the money of a plan comes from, with the act that gives it. The list is ours, the acts are not.';
grant select on partnerships.budget_source to splot_worker, splot_system;
insert into partnerships.budget_source (code, pl, en, public_money, source, position, valid_from) values
  ('gmina', 'budżet gminy', 'budget of the gmina', true, 'ustawa z 12 marca 2004 r. o pomocy społecznej, art. 17', 1, '2004-05-01'),
  ('county', 'budżet powiatu', 'budget of the county', true, 'ustawa z 12 marca 2004 r. o pomocy społecznej, art. 19', 2, '2004-05-01'),
  ('state', 'budżet państwa (zadania zlecone)', 'state budget (delegated tasks)', true, 'ustawa z 12 marca 2004 r. o pomocy społecznej, art. 18', 3, '2004-05-01'),
  ('labour_fund', 'Fundusz Pracy', 'Labour Fund', true, 'ustawa z 20 marca 2025 r. o rynku pracy i służbach zatrudnienia, art. 200', 4, '2025-06-01'),
  ('pfron', 'PFRON', 'State Fund for Rehabilitation (PFRON)', true, 'ustawa z 27 sierpnia 1997 r. o rehabilitacji zawodowej i społecznej oraz zatrudnianiu osób niepełnosprawnych, art. 35a', 5, '1998-01-01'),
  ('esf_plus', 'Europejski Fundusz Społeczny Plus', 'European Social Fund Plus', true, 'rozporządzenie (UE) 2021/1057', 6, '2021-01-01'),
  ('public_other', 'inne środki publiczne', 'other public money', true, 'ustawa z 27 sierpnia 2009 r. o finansach publicznych, art. 5', 7, '2010-01-01'),
  ('ngo_own', 'wkład własny organizacji', 'own contribution of the organisation', false, 'ustawa z 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie', 8, '2003-06-29'),
  ('private', 'darczyńcy i pracodawcy', 'donors and employers', false, 'umowa z darczyńcą albo pracodawcą', 9, '2003-06-29');

create table partnerships.action_plan (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  line_id uuid not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  summary text not null default '',
  starts_on date not null,
  ends_on date not null,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'superseded', 'closed', 'dropped')),
  adopted_on date,
  decision text not null default '',
  adopted_by uuid references organisations.worker on delete restrict,
  closed_on date,
  assessment text not null default '',
  copied_from uuid references partnerships.action_plan on delete restrict,
  created_by uuid not null references organisations.worker on delete restrict,
  created_at timestamptz not null,
  row_version int not null default 1,
  check (ends_on >= starts_on),
  check (state in ('draft', 'dropped') or (adopted_on is not null and decision <> '')),
  check (state <> 'closed' or (closed_on is not null and assessment <> '')),
  unique (line_id, version),
  unique (id, partnership_id)
);
comment on table partnerships.action_plan is 'What the members of a partnership will do in a period. A line is one period, its versions are the draft and what was adopted by decision; an adopted version does not change, a change is the next version.';
create unique index action_plan_draft on partnerships.action_plan (line_id) where state = 'draft';
create unique index action_plan_adopted on partnerships.action_plan (line_id) where state in ('adopted', 'closed');
create index action_plan_partnership on partnerships.action_plan (partnership_id, starts_on);
create index action_plan_copied_from on partnerships.action_plan (copied_from);
create index action_plan_adopted_by on partnerships.action_plan (adopted_by);
create index action_plan_created_by on partnerships.action_plan (created_by);

create table partnerships.plan_goal (
  id uuid primary key,
  plan_id uuid not null,
  partnership_id uuid not null,
  position int not null,
  title text not null check (title <> ''),
  description text not null default '',
  starts_on date not null,
  due_on date not null,
  row_version int not null default 1,
  check (due_on >= starts_on),
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  unique (id, plan_id)
);
comment on table partnerships.plan_goal is 'A goal of the action plan with the time it is to be reached in.';
create index plan_goal_plan on partnerships.plan_goal (plan_id, position);

create table partnerships.plan_indicator (
  id uuid primary key,
  plan_id uuid not null,
  partnership_id uuid not null,
  goal_id uuid not null,
  name text not null check (name <> ''),
  definition text not null check (definition <> ''),
  unit text not null default '',
  direction text not null check (direction in ('up', 'down', 'keep')),
  baseline numeric(14, 2),
  baseline_on date,
  target numeric(14, 2) not null,
  computed text check (computed in ('referrals', 'answered_on_time', 'cases_begun', 'cases_active', 'plans_signed', 'reviews_on_time',
    'social', 'employment', 'durability')),
  row_version int not null default 1,
  check ((baseline is null) = (baseline_on is null)),
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  foreign key (goal_id, plan_id) references partnerships.plan_goal (id, plan_id) on delete cascade,
  unique (id, plan_id)
);
comment on table partnerships.plan_indicator is 'How it will be known that a goal is reached. A computed one takes its figures from cases, never of fewer than five people.';
create index plan_indicator_plan on partnerships.plan_indicator (plan_id);
create index plan_indicator_goal on partnerships.plan_indicator (goal_id);

create table partnerships.plan_measurement (
  id uuid primary key,
  indicator_id uuid not null,
  plan_id uuid not null,
  partnership_id uuid not null,
  measured_on date not null,
  value numeric(14, 2) not null,
  source text not null check (source <> ''),
  recorded_by uuid not null references organisations.worker on delete restrict,
  recorded_at timestamptz not null,
  withdrawn_on date,
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  foreign key (indicator_id, plan_id) references partnerships.plan_indicator (id, plan_id) on delete cascade
);
comment on table partnerships.plan_measurement is 'A dated value of an indicator with its source. A wrong one is withdrawn, never rewritten.';
create index plan_measurement_indicator on partnerships.plan_measurement (indicator_id, measured_on);
create index plan_measurement_plan on partnerships.plan_measurement (plan_id);
create index plan_measurement_recorder on partnerships.plan_measurement (recorded_by);

create table partnerships.plan_task (
  id uuid primary key,
  plan_id uuid not null,
  partnership_id uuid not null,
  goal_id uuid not null,
  title text not null check (title <> ''),
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid references organisations.worker on delete restrict,
  starts_on date not null,
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'in_progress', 'done', 'given_up')),
  done_on date,
  done_note text not null default '',
  row_version int not null default 1,
  check (due_on >= starts_on),
  check ((state = 'done') = (done_on is not null)),
  check (state not in ('done', 'given_up') or done_note <> ''),
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  foreign key (goal_id, plan_id) references partnerships.plan_goal (id, plan_id) on delete cascade,
  unique (id, plan_id)
);
comment on table partnerships.plan_task is 'Who does what until when towards a goal, and what was done. The institution that owns a task reports on it.';
create index plan_task_plan on partnerships.plan_task (plan_id);
create index plan_task_goal on partnerships.plan_task (goal_id);
create index plan_task_institution on partnerships.plan_task (institution_id, due_on) where state in ('planned', 'in_progress');
create index plan_task_owner on partnerships.plan_task (institution_id);
create index plan_task_worker on partnerships.plan_task (worker_id);

create table partnerships.plan_cost (
  id uuid primary key,
  plan_id uuid not null,
  partnership_id uuid not null,
  task_id uuid,
  title text not null check (title <> ''),
  document text not null default '',
  amount bigint not null check (amount between 1 and 100000000000),
  financed bigint not null default 0,
  row_version int not null default 1,
  constraint plan_cost_paid_once check (financed between 0 and amount),
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  foreign key (task_id, plan_id) references partnerships.plan_task (id, plan_id) on delete restrict,
  unique (id, plan_id)
);
comment on table partnerships.plan_cost is 'A cost of the plan in grosze. Sources may share it, together never above its amount: the same cost is not paid twice from public money (act of 20 March 2025 on the labour market and employment services, art. 79).';
comment on column partnerships.plan_cost.financed is 'What the shares come to; kept by the database, so that two shares written at once cannot both fit.';
comment on column partnerships.plan_cost.document is 'The contract, invoice or application of this cost, where one is known: the same one is not planned again.';
create index plan_cost_plan on partnerships.plan_cost (plan_id);
create index plan_cost_task on partnerships.plan_cost (task_id);
create unique index plan_cost_words on partnerships.plan_cost (plan_id, coalesce(task_id, plan_id), lower(title));
create index plan_cost_document on partnerships.plan_cost (partnership_id, lower(replace(document, ' ', ''))) where document <> '';

create table partnerships.plan_cost_share (
  id uuid primary key,
  cost_id uuid not null,
  plan_id uuid not null,
  partnership_id uuid not null,
  source_code text not null references partnerships.budget_source on delete restrict,
  institution_id uuid not null references organisations.institution on delete restrict,
  amount bigint not null check (amount > 0),
  foreign key (plan_id, partnership_id) references partnerships.action_plan (id, partnership_id) on delete cascade,
  foreign key (cost_id, plan_id) references partnerships.plan_cost (id, plan_id) on delete cascade,
  constraint plan_cost_share_once unique (cost_id, source_code, institution_id)
);
comment on table partnerships.plan_cost_share is 'How much of a cost one source pays, through which institution.';
create index plan_cost_share_plan on partnerships.plan_cost_share (plan_id);
create index plan_cost_share_source on partnerships.plan_cost_share (source_code);
create index plan_cost_share_institution on partnerships.plan_cost_share (institution_id);

select partnerships.protect('action_plan', 'coordinator');
select partnerships.protect('plan_goal', 'coordinator');
select partnerships.protect('plan_indicator', 'coordinator');
select partnerships.protect('plan_measurement', 'members');
select partnerships.protect('plan_task', 'coordinator');
select partnerships.protect('plan_cost', 'coordinator');
select partnerships.protect('plan_cost_share', 'coordinator');
-- The institution that owns a task says how it goes.
create policy reported on partnerships.plan_task for update to splot_worker
  using (institution_id = kernel.institution() and partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])))
  with check (institution_id = kernel.institution());
create policy own_name on partnerships.plan_measurement as restrictive for insert to splot_worker with check (recorded_by = kernel.worker());
create policy own_name on partnerships.action_plan as restrictive for insert to splot_worker
  with check (created_by = kernel.worker() and state = 'draft');

-- What was never adopted may be taken out of a draft.
do $$
declare t text;
begin
  foreach t in array array['plan_goal', 'plan_indicator', 'plan_task', 'plan_cost', 'plan_cost_share'] loop
    execute format('create policy drop_draft on partnerships.%I for delete to splot_worker using (
      partnership_id = any (coalesce((select partnerships.mine()), ''{}''::uuid[])) and partnerships.may_coordinate(partnership_id))', t);
    execute format('grant delete on partnerships.%I to splot_worker', t);
    execute format('revoke update on partnerships.%I from splot_worker', t);
  end loop;
end
$$;
revoke update on partnerships.action_plan, partnerships.plan_measurement from splot_worker;
grant update (title, summary, starts_on, ends_on, state, adopted_on, decision, adopted_by, closed_on, assessment, row_version)
  on partnerships.action_plan to splot_worker;
grant update (position, title, description, starts_on, due_on, row_version) on partnerships.plan_goal to splot_worker;
grant update (goal_id, name, definition, unit, direction, baseline, baseline_on, target, computed, row_version) on partnerships.plan_indicator to splot_worker;
grant update (withdrawn_on) on partnerships.plan_measurement to splot_worker;
grant update (goal_id, title, institution_id, worker_id, starts_on, due_on, state, done_on, done_note, row_version) on partnerships.plan_task to splot_worker;
grant update (task_id, title, document, amount, row_version) on partnerships.plan_cost to splot_worker;
revoke insert on partnerships.plan_cost from splot_worker;
grant insert (id, plan_id, partnership_id, task_id, title, document, amount) on partnerships.plan_cost to splot_worker;
grant update (amount) on partnerships.plan_cost_share to splot_worker;

-- From draft to adopted by decision, to closed with an assessment; what was adopted stays as it was decided.
create function partnerships.plan_life() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'adopted'), ('draft', 'dropped'), ('adopted', 'adopted'),
      ('adopted', 'superseded'), ('adopted', 'closed')) then
    raise exception 'a plan does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'action_plan_life';
  end if;
  if old.state <> 'draft' and (new.title, new.summary, new.starts_on, new.ends_on, new.adopted_on, new.decision, new.adopted_by)
      is distinct from (old.title, old.summary, old.starts_on, old.ends_on, old.adopted_on, old.decision, old.adopted_by) then
    raise exception 'an adopted plan does not change' using errcode = 'check_violation', constraint = 'action_plan_adopted';
  end if;
  return new;
end
$$;
create trigger life before update on partnerships.action_plan for each row execute function partnerships.plan_life();

-- The parts of a plan change while it is a draft; on the way of an adopted one only how its tasks go is told.
create function partnerships.plan_parts() returns trigger language plpgsql set search_path = '' as $$
declare
  told constant text[] := array['state', 'done_on', 'done_note', 'row_version'];
  stands text := (select p.state from partnerships.action_plan p where p.id = coalesce(new.plan_id, old.plan_id));
begin
  -- Only on the way with the whole plan.
  if stands is null and tg_op = 'DELETE' then return old; end if;
  if tg_table_name = 'plan_task' and tg_op = 'UPDATE' and to_jsonb(new) - told = to_jsonb(old) - told
      and stands in ('draft', 'adopted') then
    return new;
  end if;
  if stands is distinct from 'draft' then
    raise exception 'an adopted plan does not change' using errcode = 'check_violation', constraint = 'action_plan_adopted';
  end if;
  if tg_table_name = 'plan_task' and tg_op = 'UPDATE' and current_user = 'splot_worker' and not partnerships.may_coordinate(new.partnership_id) then
    raise exception 'the owner of a task reports on it and changes nothing else' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
do $$
declare t text;
begin
  foreach t in array array['plan_goal', 'plan_indicator', 'plan_task', 'plan_cost', 'plan_cost_share'] loop
    execute format('create trigger parts before insert or update or delete on partnerships.%I for each row execute function partnerships.plan_parts()', t);
  end loop;
end
$$;

-- Measured is until the plan is closed; a withdrawn value stays to be seen.
create function partnerships.plan_measured() returns trigger language plpgsql set search_path = '' as $$
begin
  if (select p.state from partnerships.action_plan p where p.id = new.plan_id) not in ('draft', 'adopted') then
    raise exception 'a closed plan is not measured' using errcode = 'check_violation', constraint = 'action_plan_closed';
  end if;
  return new;
end
$$;
create trigger measured before insert or update on partnerships.plan_measurement for each row execute function partnerships.plan_measured();

grant select on partnerships.action_plan to splot_search;
grant select, update (financed) on partnerships.plan_cost to splot_search;
create policy counted on partnerships.action_plan for select to splot_search using (true);
create policy counted on partnerships.plan_cost for select to splot_search using (true);
create policy financed on partnerships.plan_cost for update to splot_search using (true) with check (true);
set local role splot_search;
-- Each share is added to its cost under the lock of the cost; the check of the cost refuses what would be paid twice.
create function partnerships.count_share() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.plan_cost c set financed = c.financed + case when tg_op = 'DELETE' then 0 else new.amount end
    - case when tg_op = 'INSERT' then 0 else old.amount end
  where c.id = case when tg_op = 'DELETE' then old.cost_id else new.cost_id end;
  return null;
end
$$;
-- The same contract or invoice in another plan of the partnership is the same cost, whatever it is called there.
create function partnerships.cost_known() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  known constant text := lower(replace(new.document, ' ', ''));
begin
  if known = '' then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.partnership_id::text || known, 0));
  if exists (select from partnerships.plan_cost c join partnerships.action_plan p on p.id = c.plan_id
      join partnerships.action_plan own on own.id = new.plan_id
      where c.partnership_id = new.partnership_id and c.document <> '' and lower(replace(c.document, ' ', '')) = known and c.id <> new.id
        and p.state not in ('superseded', 'dropped') and (p.id = own.id or p.line_id <> own.line_id)) then
    raise exception 'this cost is planned already' using errcode = 'unique_violation', constraint = 'plan_cost_document';
  end if;
  return new;
end
$$;
set local role splot_owner;
create trigger counted after insert or update or delete on partnerships.plan_cost_share for each row execute function partnerships.count_share();
create trigger known before insert or update of document on partnerships.plan_cost for each row execute function partnerships.cost_known();
