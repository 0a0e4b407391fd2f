-- Module: partnerships. Whom a partnership helps first: criteria as dated versions agreed by its members, and services with places.

create table partnerships.selection (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  version int not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'in_force', 'superseded')),
  who text not null default '',
  basis text not null default '',
  choosing text not null default '',
  order_words text not null default '',
  appeal text not null default '',
  change_note text not null default '',
  valid_from date,
  valid_to date,
  created_by uuid not null references organisations.worker on delete restrict,
  created_at timestamptz not null,
  row_version int not null default 1,
  check (state = 'draft' or (who <> '' and basis <> '' and choosing <> '' and order_words <> '')),
  check (state not in ('in_force', 'superseded') or valid_from is not null),
  check (valid_to is null or valid_to >= valid_from),
  unique (partnership_id, version),
  unique (id, partnership_id)
);
comment on table partnerships.selection is 'One version of how a partnership chooses whom it helps and in what order people wait. In force when every member agreed to it.';
create unique index selection_open on partnerships.selection (partnership_id) where state in ('draft', 'proposed');
create unique index selection_in_force on partnerships.selection (partnership_id) where state = 'in_force';
create index selection_author on partnerships.selection (created_by);

create table partnerships.selection_criterion (
  id uuid primary key,
  selection_id uuid not null,
  partnership_id uuid not null,
  kind text not null check (kind in ('condition', 'ground')),
  position int not null check (position between 1 and 99),
  name text not null check (name <> ''),
  basis text not null default '',
  checking text not null check (checking <> ''),
  row_version int not null default 1,
  foreign key (selection_id, partnership_id) references partnerships.selection (id, partnership_id) on delete cascade,
  unique (selection_id, kind, position) deferrable initially deferred,
  unique (id, selection_id)
);
comment on table partnerships.selection_criterion is 'A condition to be met, or a ground to go first: what it is, on what basis, how it is checked. The position of a ground is its rank in the queue; nothing is scored or added up.';

create table partnerships.selection_agreement (
  id uuid primary key,
  selection_id uuid not null,
  partnership_id uuid not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  agreed_on date not null,
  void boolean not null default false,
  foreign key (selection_id, partnership_id) references partnerships.selection (id, partnership_id) on delete cascade
);
comment on table partnerships.selection_agreement is 'Which member agreed to a version, when and by whom. Void when the version went back to be changed.';
create unique index selection_agreement_once on partnerships.selection_agreement (selection_id, institution_id) where not void;
create index selection_agreement_version on partnerships.selection_agreement (selection_id);
create index selection_agreement_institution on partnerships.selection_agreement (institution_id);
create index selection_agreement_worker on partnerships.selection_agreement (worker_id);

create table partnerships.service (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  name text not null check (name <> ''),
  description text not null default '',
  places int not null check (places between 0 and 10000),
  free int not null check (free between 0 and 10000),
  free_on date not null,
  valid_from date not null,
  valid_to date,
  row_version int not null default 1,
  check (free <= places),
  check (valid_to is null or valid_to >= valid_from),
  unique (id, partnership_id)
);
comment on table partnerships.service is 'A service of a member with places that people of the partnership may wait for; how many are free, and on what day that was true.';
create index service_partnership on partnerships.service (partnership_id);
create index service_institution on partnerships.service (institution_id);

select partnerships.protect('selection', 'coordinator');
select partnerships.protect('selection_criterion', 'coordinator');
select partnerships.protect('selection_agreement', 'members');
select partnerships.protect('service', 'members');
create policy own_draft on partnerships.selection as restrictive for insert to splot_worker with check (created_by = kernel.worker() and state = 'draft');
create policy own_voice on partnerships.selection_agreement as restrictive for insert to splot_worker
  with check (institution_id = kernel.institution() and worker_id = kernel.worker() and not void and partnerships.may_represent(partnership_id));
create policy own_service on partnerships.service as restrictive for insert to splot_worker with check (institution_id = kernel.institution());
create policy own_service_change on partnerships.service as restrictive for update to splot_worker
  using (institution_id = kernel.institution()) with check (institution_id = kernel.institution());
create policy drop_draft on partnerships.selection_criterion for delete to splot_worker using (
  partnership_id = any (coalesce((select partnerships.mine()), '{}'::uuid[])) and partnerships.may_coordinate(partnership_id));
grant delete on partnerships.selection_criterion to splot_worker;

revoke update on partnerships.selection, partnerships.selection_criterion, partnerships.selection_agreement, partnerships.service from splot_worker;
grant update (state, who, basis, choosing, order_words, appeal, change_note, valid_from, valid_to, row_version) on partnerships.selection to splot_worker;
grant update (kind, position, name, basis, checking, row_version) on partnerships.selection_criterion to splot_worker;
grant update (name, description, places, free, free_on, valid_to, row_version) on partnerships.service to splot_worker;

grant select on partnerships.selection, partnerships.selection_criterion, partnerships.selection_agreement, partnerships.service to splot_search;
grant update (void) on partnerships.selection_agreement to splot_search;
do $$
declare t text;
begin
  foreach t in array array['selection', 'selection_criterion', 'selection_agreement', 'service'] loop
    execute format('create policy counted on partnerships.%I for select to splot_search using (true)', t);
  end loop;
end
$$;
create policy voided on partnerships.selection_agreement for update to splot_search using (true) with check (void);

set local role splot_search;
-- Members of today that have not agreed to a version.
create function partnerships.not_agreed(of_selection uuid) returns table (institution_id uuid) language sql stable security definer set search_path = '' as $$
  select m.institution_id from partnerships.selection s join partnerships.member m on m.partnership_id = s.partnership_id
  where s.id = of_selection and s.partnership_id = any (partnerships.mine()) and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())
    and not exists (select from partnerships.selection_agreement a where a.selection_id = s.id and a.institution_id = m.institution_id and not a.void)
$$;
revoke execute on function partnerships.not_agreed(uuid) from public;
grant execute on function partnerships.not_agreed(uuid) to splot_worker;

-- Written, proposed to the members, in force when all of them agreed; taken back to be changed, the agreement is void.
create function partnerships.selection_life() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'in_force'), ('in_force', 'superseded')) then
    raise exception 'criteria do not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'selection_life';
  end if;
  if old.state <> 'draft' and (new.who, new.basis, new.choosing, new.order_words, new.appeal, new.change_note)
      is distinct from (old.who, old.basis, old.choosing, old.order_words, old.appeal, old.change_note) then
    raise exception 'what was proposed does not change' using errcode = 'check_violation', constraint = 'selection_proposed';
  end if;
  if old.state = 'proposed' and new.state = 'in_force' and exists (select from partnerships.not_agreed(new.id)) then
    raise exception 'not every member agreed' using errcode = 'check_violation', constraint = 'selection_agreed';
  end if;
  if old.state = 'proposed' and new.state = 'draft' then
    update partnerships.selection_agreement a set void = true where a.selection_id = new.id and not a.void;
  end if;
  return new;
end
$$;
create function partnerships.selection_parts() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  stands text := (select s.state from partnerships.selection s where s.id = coalesce(new.selection_id, old.selection_id));
begin
  if tg_table_name = 'selection_agreement' then
    if stands is distinct from 'proposed' and not (tg_op = 'UPDATE') then
      raise exception 'members agree to what is proposed' using errcode = 'check_violation', constraint = 'selection_proposed';
    end if;
  elsif stands is distinct from 'draft' and not (stands is null and tg_op = 'DELETE') then
    raise exception 'what was proposed does not change' using errcode = 'check_violation', constraint = 'selection_proposed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
set local role splot_owner;
create trigger life before update on partnerships.selection for each row execute function partnerships.selection_life();
create trigger parts before insert or update or delete on partnerships.selection_criterion for each row execute function partnerships.selection_parts();
create trigger parts before insert on partnerships.selection_agreement for each row execute function partnerships.selection_parts();

-- What the waiting list of cases leans on.
create view partnerships.api_service with (security_invoker = true) as
  select id, partnership_id, institution_id, name, description, places, free, free_on, valid_from, valid_to from partnerships.service;
create view partnerships.api_selection with (security_invoker = true) as
  select id, partnership_id, version, state, who, choosing, order_words, appeal, valid_from from partnerships.selection;
create view partnerships.api_criterion with (security_invoker = true) as
  select id, selection_id, partnership_id, kind, position, name, checking from partnerships.selection_criterion;
grant select on partnerships.api_service, partnerships.api_selection, partnerships.api_criterion to splot_worker, splot_search;
