-- Module: participant. The person's own window: who was invited, messages with the coordinator, what was confirmed.

create schema participant authorization splot_owner;
grant usage on schema participant to splot_worker, splot_participant, splot_public, splot_search;
grant create on schema participant to splot_search;
comment on schema participant is 'The window in which a participant follows their own case.';

create table participant.invitation (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  person_id uuid not null references cases.person on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  invited_by uuid not null references organisations.worker on delete restrict,
  email text not null check (email <> ''),
  lang text not null check (lang in ('pl', 'en', 'uk')),
  sent_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
comment on table participant.invitation is 'Invitation of a person to their own window, sent from the case. The id is that of the invitation in sign-in.';
create index invitation_case on participant.invitation (case_id, sent_at desc);
create index invitation_person on participant.invitation (person_id);
create index invitation_partnership on participant.invitation (partnership_id);
create index invitation_inviter on participant.invitation (invited_by);

create table participant.access (
  id uuid primary key,
  account_id uuid not null,
  person_id uuid not null references cases.person on delete cascade,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  case_id uuid not null references cases.shared_case on delete cascade,
  invited_by uuid not null references organisations.worker on delete restrict,
  invited_at timestamptz not null,
  joined_at timestamptz not null,
  ended_at timestamptz,
  lang text not null check (lang in ('pl', 'en', 'uk'))
);
comment on table participant.access is 'Which account is whose window. Made by accepting an invitation; a person has one window at a time.';
comment on column participant.access.case_id is 'The case from which the person was invited.';
create unique index access_current on participant.access (person_id) where ended_at is null;
create index access_account on participant.access (account_id);
create index access_person on participant.access (person_id);
create index access_partnership on participant.access (partnership_id);
create index access_case on participant.access (case_id);
create index access_inviter on participant.access (invited_by);

create table participant.message (
  id uuid primary key,
  case_id uuid not null references cases.shared_case on delete cascade,
  sender text not null check (sender in ('participant', 'worker')),
  worker_id uuid references organisations.worker on delete restrict,
  institution_id uuid references organisations.institution on delete restrict,
  about text not null default 'other' check (about in ('other', 'plan', 'correction')),
  body text not null check (char_length(body) between 1 and 2000),
  sent_at timestamptz not null,
  to_confirm boolean not null default false,
  check ((sender = 'worker') = (worker_id is not null)),
  check ((sender = 'worker') = (institution_id is not null)),
  check (sender = 'worker' or not to_confirm)
);
comment on table participant.message is 'Messages between the person and the institution that leads the case (class D1). Never changed once sent.';
comment on column participant.message.about is 'plan: the person does not agree with the plan; correction: asks to correct data.';
comment on column participant.message.to_confirm is 'The coordinator asks the person to confirm that they have read it.';
create index message_case on participant.message (case_id, sent_at);
create index message_worker on participant.message (worker_id);
create index message_institution on participant.message (institution_id);

create table participant.confirmation (
  case_id uuid not null references cases.shared_case on delete cascade,
  object_type text not null check (object_type in ('message', 'clause')),
  object_id uuid not null,
  by text not null check (by in ('participant', 'worker')),
  worker_id uuid references organisations.worker on delete restrict,
  at timestamptz not null,
  primary key (case_id, object_type, object_id, by),
  check ((by = 'worker') = (worker_id is not null))
);
comment on table participant.confirmation is 'That a message or a document was read: said by whoever read it, never guessed from a page being opened.';
create index confirmation_worker on participant.confirmation (worker_id);

-- Worker side: the shape of cases.protect for class D1, and narrower: what a person writes to the coordinator may hold
-- anything, so only the institution that leads the case reads it.
do $$
declare
  t text;
  rule text := $rule$exists (select from cases.access_grant g
    where g.institution_id = kernel.institution() and g.case_id = %1$I.case_id and g.data_class = 'D1'
      and g.valid_from <= kernel.instant() and (g.valid_to is null or g.valid_to > kernel.instant())
      and kernel.purpose() = any (g.purposes) %2$s) and kernel.scope() @> array['D1']$rule$;
begin
  foreach t in array array['invitation', 'access', 'message', 'confirmation'] loop
    execute format('alter table participant.%I enable row level security', t);
    execute format('alter table participant.%I force row level security', t);
    execute format('create policy granted on participant.%1$I for select to splot_worker using (' || rule || ')', t, '');
    execute format('create policy assigned on participant.%I as restrictive to splot_worker using (%s)', t, cases.reachable(t || '.case_id'));
    execute format('create policy lead_only on participant.%1$I as restrictive to splot_worker using (
      exists (select from cases.shared_case c where c.id = %1$I.case_id and c.lead_institution_id = kernel.institution()))', t);
    execute format('grant select on participant.%I to splot_worker', t);
  end loop;
  execute format('create policy invite on participant.invitation for insert to splot_worker with check (invited_by = kernel.worker() and ' || rule || ')', 'invitation', 'and g.can_write');
  execute format('create policy take_back on participant.invitation for update to splot_worker using (' || rule || ')', 'invitation', 'and g.can_write');
  execute format('create policy close on participant.access for update to splot_worker using (' || rule || ')', 'access', 'and g.can_write');
  execute format('create policy write on participant.message for insert to splot_worker with check (
    sender = ''worker'' and worker_id = kernel.worker() and institution_id = kernel.institution() and ' || rule || ')', 'message', 'and g.can_write');
  execute format('create policy confirm on participant.confirmation for insert to splot_worker with check (
    by = ''worker'' and worker_id = kernel.worker() and ' || rule || ')', 'confirmation', '');
  -- Their own side: the person reads and writes in their own case only.
  foreach t in array array['message', 'confirmation'] loop
    execute format('create policy own_person on participant.%I for select to splot_participant using (%s)', t, cases.own_case(t || '.case_id'));
    execute format('grant select, insert on participant.%I to splot_participant', t);
  end loop;
  execute format('create policy own_write on participant.message for insert to splot_participant with check (sender = ''participant'' and %s)', cases.own_case('message.case_id'));
  execute format('create policy own_confirm on participant.confirmation for insert to splot_participant with check (by = ''participant'' and %s)', cases.own_case('confirmation.case_id'));
end
$$;
grant insert, update (withdrawn_at) on participant.invitation to splot_worker;
grant update (ended_at) on participant.access to splot_worker;
grant insert on participant.message, participant.confirmation to splot_worker;

-- Joining and finding windows happens before there is an actor: through these two functions alone.
grant select, update (accepted_at) on participant.invitation to splot_search;
grant select, insert, update (ended_at) on participant.access to splot_search;
create policy joining on participant.invitation to splot_search using (true) with check (true);
create policy joining on participant.access to splot_search using (true) with check (true);

create function participant.api_join_invited(for_invitation uuid, for_account uuid, access_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  i participant.invitation;
begin
  update participant.invitation set accepted_at = kernel.instant()
  where id = for_invitation and accepted_at is null and withdrawn_at is null
    and exists (select from cases.person p where p.id = person_id and p.erased_at is null)
  returning * into i;
  if not found then
    return null;
  end if;
  -- The first mail may have gone to a wrong address: whoever is invited last has the window.
  update participant.access set ended_at = kernel.instant() where person_id = i.person_id and ended_at is null;
  insert into participant.access (id, account_id, person_id, partnership_id, case_id, invited_by, invited_at, joined_at, lang)
  values (access_id, for_account, i.person_id, i.partnership_id, i.case_id, i.invited_by, i.sent_at, kernel.instant(), i.lang);
  return i.person_id;
end
$$;
alter function participant.api_join_invited(uuid, uuid, uuid) owner to splot_search;

create function participant.api_actors(for_account uuid) returns table (person_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select p.id, coalesce(nullif(p.given_name, ''), p.unidentified_label, '')
  from participant.access a join cases.person p on p.id = a.person_id
  where a.account_id = for_account and a.ended_at is null and p.erased_at is null
  order by a.joined_at
$$;
alter function participant.api_actors(uuid) owner to splot_search;

-- Who coordinates the case of the person who asks, and where a notice goes: to the stand-in while the coordinator is away.
create function participant.api_coordinator(for_case uuid)
returns table (worker_id uuid, name text, stand_in text, email text, institution_id uuid, institution_name text, institution_phone text)
language sql stable security definer set search_path = '' as $$
  select w.id, w.name, s.name, coalesce(s.email, w.email), i.id, i.short_name, i.phone
  from cases.api_team(for_case) t
  join organisations.api_worker w on w.id = t.worker_id
  join organisations.api_institution i on i.id = w.institution_id
  left join organisations.api_absence a on a.worker_id = w.id and kernel.today() between a.from_on and a.to_on
  left join organisations.api_worker s on s.id = a.stand_in_id
  where t.role = 'coordinator' and exists (select from cases.shared_case c
    where c.id = for_case and c.coordinator_id = w.id and c.person_id = kernel.person())
  limit 1
$$;
alter function participant.api_coordinator(uuid) owner to splot_search;

-- Who looked. The log is the person's own by its policy read_own; names of workers are told here only to somebody
-- whose data they saw or changed.
create view participant.access_log with (security_invoker = true) as
  select e.id, e.at, (e.at at time zone 'Europe/Warsaw')::date as day, e.action, e.object_type, e.worker_id, e.institution_id,
    e.classes, e.purpose
  from audit.entry e where e.actor_kind = 'worker' and e.subject_id = kernel.person();
comment on view participant.access_log is 'What workers saw and changed of the data of the person who reads it.';
grant select on participant.access_log to splot_participant;
create policy own_subject on audit.entry for select to splot_search using (subject_id = kernel.person());

create function participant.api_viewers() returns table (worker_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select w.id, w.name from organisations.api_worker w where w.id in (
    select e.worker_id from audit.entry e where e.subject_id = kernel.person() and e.actor_kind = 'worker')
$$;
alter function participant.api_viewers() owner to splot_search;

do $$
declare f text;
begin
  foreach f in array array['participant.api_join_invited(uuid, uuid, uuid)', 'participant.api_actors(uuid)',
      'participant.api_coordinator(uuid)', 'participant.api_viewers()'] loop
    execute 'revoke execute on function ' || f || ' from public';
  end loop;
end
$$;
grant execute on function participant.api_join_invited(uuid, uuid, uuid), participant.api_actors(uuid) to splot_public, splot_worker, splot_participant;
grant execute on function participant.api_coordinator(uuid), participant.api_viewers() to splot_participant;
-- Whoever is in their own window may also work in an institution, and chooses between the two.
grant execute on function organisations.api_acting(uuid, date) to splot_participant;
