-- Module: organisations. Invitations of workers, tokens by their hash, cancelled absences, the access log of an institution.

create table organisations.invitation (
  id uuid primary key,
  worker_id uuid not null references organisations.worker on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  sent_at timestamptz not null,
  accepted_at timestamptz
);
comment on table organisations.invitation is 'Which worker an invitation by mail joins to an account. The id is that of the invitation in sign-in.';
create index invitation_worker on organisations.invitation (worker_id, sent_at desc);
create index invitation_institution on organisations.invitation (institution_id);
alter table organisations.invitation enable row level security;
alter table organisations.invitation force row level security;
grant select, insert on organisations.invitation to splot_worker;
grant select, insert, update (accepted_at) on organisations.invitation to splot_search;
create policy own_institution on organisations.invitation for select to splot_worker using (institution_id = kernel.institution());
create policy add on organisations.invitation for insert to splot_worker with check (institution_id = kernel.institution());
create policy join_account on organisations.invitation to splot_search using (true) with check (true);

-- An absence entered by mistake is cancelled, never deleted; a cancelled one blocks nothing and moves nobody.
alter table organisations.absence add column cancelled_at timestamptz;
alter table organisations.absence drop constraint absence_worker_id_daterange_excl;
alter table organisations.absence add constraint absence_once
  exclude using gist (worker_id with =, daterange(from_on, to_on, '[]') with &&) where (cancelled_at is null);
create or replace view organisations.api_absence with (security_invoker = true) as
  select worker_id, institution_id, stand_in_id, from_on, to_on from organisations.absence where cancelled_at is null;

-- The last day of an authorisation belongs to it: two that share it would both be in force.
alter table organisations.authorisation drop constraint authorisation_worker_id_daterange_excl;
alter table organisations.authorisation add constraint authorisation_once
  exclude using gist (worker_id with =, daterange(valid_from, coalesce(revoked_on, valid_to + 1), '[)') with &&);
alter table organisations.authorisation add constraint authorisation_revoked check (revoked_on >= valid_from);

-- Who gave and took back an authorisation is part of the document.
alter table organisations.authorisation add column given_by uuid references organisations.worker on delete set null;
alter table organisations.authorisation add column revoked_by uuid references organisations.worker on delete set null;
create index authorisation_given_by on organisations.authorisation (given_by);
create index authorisation_revoked_by on organisations.authorisation (revoked_by);

-- A token is its owner's alone: not even the head reads or makes one for somebody else.
create policy own_alone on organisations.api_token as restrictive to splot_worker
  using (worker_id = kernel.worker()) with check (worker_id = kernel.worker());
grant update (last_used_at) on organisations.api_token to splot_search;
create policy note_use on organisations.api_token for update to splot_search using (true) with check (true);

-- The account of an accepted invitation becomes that of the worker. Runs as nobody, or as whoever was signed in.
grant insert, update (account_id) on organisations.worker to splot_search;
grant insert on organisations.worker_function to splot_search;
create policy join_account on organisations.worker for update to splot_search using (true) with check (true);
create policy appoint on organisations.worker for insert to splot_search with check (true);
create policy appoint on organisations.worker_function for insert to splot_search with check (true);
create function organisations.api_join_invited(for_invitation uuid, for_account uuid) returns uuid
language sql volatile security definer set search_path = '' as $$
  with accepted as (
    update organisations.invitation set accepted_at = kernel.instant()
    where id = for_invitation and accepted_at is null returning worker_id)
  update organisations.worker w set account_id = for_account
  from accepted where w.id = accepted.worker_id and w.account_id is null
    and (w.employed_to is null or w.employed_to >= kernel.today())
  returning w.id
$$;
alter function organisations.api_join_invited(uuid, uuid) owner to splot_search;
revoke execute on function organisations.api_join_invited(uuid, uuid) from public;
grant execute on function organisations.api_join_invited(uuid, uuid) to splot_public, splot_participant, splot_worker;

-- The first administrator of an institution, appointed by whoever runs the system. Once somebody manages it, it is
-- closed to outsiders: then this does nothing and answers false.
create function organisations.api_appoint_first(for_institution uuid, new_worker uuid, function_id uuid, given text, family text, mail text, from_day date)
returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  if exists (select from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
    where f.institution_id = for_institution and f.function in ('head', 'institution_admin')
      and (f.valid_to is null or f.valid_to >= from_day) and (w.employed_to is null or w.employed_to >= from_day))
    or exists (select from organisations.worker w where w.institution_id = for_institution and w.email = mail) then
    return false;
  end if;
  insert into organisations.worker (id, institution_id, given_name, family_name, email, employed_from)
    values (new_worker, for_institution, given, family, mail, from_day);
  insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from)
    values (function_id, new_worker, for_institution, 'institution_admin', from_day);
  return true;
end
$$;
alter function organisations.api_appoint_first(uuid, uuid, uuid, text, text, text, date) owner to splot_search;
revoke execute on function organisations.api_appoint_first(uuid, uuid, uuid, text, text, text, date) from public;
grant execute on function organisations.api_appoint_first(uuid, uuid, uuid, text, text, text, date) to splot_worker;

-- Its invitation cannot be written under the institution of the inviter.
create function organisations.api_note_invitation(invitation uuid, for_worker uuid) returns void
language sql volatile security definer set search_path = '' as $$
  insert into organisations.invitation (id, worker_id, institution_id, sent_at)
  select invitation, w.id, w.institution_id, kernel.instant() from organisations.worker w where w.id = for_worker and w.account_id is null
$$;
alter function organisations.api_note_invitation(uuid, uuid) owner to splot_search;
revoke execute on function organisations.api_note_invitation(uuid, uuid) from public;
grant execute on function organisations.api_note_invitation(uuid, uuid) to splot_worker;

-- Who a token stands for today; also notes that it was used, to the minute. Asked before there is an actor.
create function organisations.api_token_actor(token_hash text, today date, at timestamptz)
returns table (token_id uuid, scopes text[], account_id uuid, worker_id uuid, institution_id uuid, institution_name text, institution_type text, name text, functions text[], scope text[])
language plpgsql volatile security definer set search_path = '' as $$
begin
  update organisations.api_token t set last_used_at = at
  where t.hash = token_hash and t.revoked_at is null and t.expires_at > at
    and (t.last_used_at is null or t.last_used_at < at - interval '1 minute');
  return query
    select t.id, t.scopes, w.account_id, a.worker_id, a.institution_id, a.institution_name, a.institution_type, a.name, a.functions, a.scope
    from organisations.api_token t
    join organisations.worker w on w.id = t.worker_id
    join lateral organisations.api_acting(w.account_id, today) a on a.worker_id = t.worker_id
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > at;
end
$$;
alter function organisations.api_token_actor(text, date, timestamptz) owner to splot_search;
revoke execute on function organisations.api_token_actor(text, date, timestamptz) from public;
grant execute on function organisations.api_token_actor(text, date, timestamptz) to splot_public, splot_worker;

-- The access log as the data protection officer reads it: row-level security of the log holds, so an officer sees the
-- entries of the own institution, and only when the purpose is supervision (P8).
create view organisations.access_log with (security_invoker = true) as
  select e.id, e.at, e.action, e.institution_id, e.worker_id, e.object_type, e.object_id, e.subject_id, e.file_id, e.classes, e.purpose, e.path, e.request_id
  from audit.entry e;
grant select on organisations.access_log to splot_worker;

-- Contact data of an institution are public; who may change them is asked in the application and, by its own row only, here.
create index institution_county on organisations.institution (county_code);
