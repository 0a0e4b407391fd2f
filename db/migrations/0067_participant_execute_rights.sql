-- Module: participant. Who may call the functions that run with the rights of the search role; see 0062_cases_execute_rights.sql.

set local role splot_search;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'participant'::regnamespace and p.proowner = 'splot_search'::regrole
      and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$$;
grant execute on function participant.api_actors(uuid),
  participant.api_join_invited(uuid, uuid, uuid)
  to splot_participant, splot_public, splot_worker;
grant execute on function participant.api_coordinator(uuid),
  participant.api_viewers()
  to splot_participant;
set local role splot_owner;
