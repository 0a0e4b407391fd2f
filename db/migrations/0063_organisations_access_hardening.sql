-- Module: organisations. Rights to call the functions of the search role, and whose account, function and authorisation one changes.

-- Rights are given by the owner of the functions; see 0062_cases_execute_rights.sql.

set local role splot_search;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'organisations'::regnamespace and p.proowner = 'splot_search'::regrole
      and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function organisations.api_acting(uuid, date),
  organisations.api_join_invited(uuid, uuid)
  to splot_participant, splot_public, splot_worker;
grant execute on function organisations.api_appoint_first(uuid, uuid, uuid, text, text, text, date),
  organisations.api_note_invitation(uuid, uuid)
  to splot_worker;
grant execute on function organisations.api_token_actor(text, date, timestamptz)
  to splot_public, splot_worker;
set local role splot_owner;

-- Whether the actor holds one of these functions today, as the rows say and not as the request does.
set local role splot_search;
create function organisations.holds(wanted text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
    where f.worker_id = kernel.worker() and f.institution_id = kernel.institution() and f.function = any (wanted)
      and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())
      and (w.employed_to is null or w.employed_to >= kernel.today()))
$$;
revoke execute on function organisations.holds(text[]) from public;
grant execute on function organisations.holds(text[]) to splot_worker;

-- Whoever runs the system appoints the first administrator of an institution; nobody else reaches into another one.
create or replace function organisations.api_appoint_first(for_institution uuid, new_worker uuid, function_id uuid, given text, family text, mail text, from_day date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not organisations.holds(array['technical_admin'])
    or exists (select from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
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
create or replace function organisations.api_note_invitation(invitation uuid, for_worker uuid) returns void
language sql volatile security definer set search_path = '' as $$
  insert into organisations.invitation (id, worker_id, institution_id, sent_at)
  select invitation, w.id, w.institution_id, kernel.instant() from organisations.worker w
  where w.id = for_worker and w.account_id is null and organisations.holds(array['technical_admin'])
$$;
set local role splot_owner;

-- People, their functions and their authorisations are changed by who runs the institution; a plain worker could
-- otherwise make themselves its head. An account is joined by an invitation alone.
do $$
declare t text;
begin
  foreach t in array array['worker', 'worker_function', 'authorisation', 'invitation'] loop
    execute format('create policy run_by on organisations.%I as restrictive for insert to splot_worker with check (organisations.holds(array[''head'', ''institution_admin'']))', t);
  end loop;
  foreach t in array array['worker', 'worker_function', 'authorisation'] loop
    execute format('create policy run_by_change on organisations.%I as restrictive for update to splot_worker using (organisations.holds(array[''head'', ''institution_admin''])) with check (true)', t);
  end loop;
end
$$;
revoke update on organisations.worker, organisations.worker_function, organisations.authorisation, organisations.api_token from splot_worker;
grant update (given_name, family_name, email, phone, employed_to, row_version) on organisations.worker to splot_worker;
grant update (valid_to) on organisations.worker_function to splot_worker;
grant update (revoked_on, revoked_by) on organisations.authorisation to splot_worker;
grant update (revoked_at, last_used_at) on organisations.api_token to splot_worker;
revoke insert on organisations.worker from splot_worker;
grant insert (id, institution_id, given_name, family_name, email, phone, employed_from, employed_to) on organisations.worker to splot_worker;
