-- Module: kernel. Roles of the server; idempotent, run before the numbered migrations by the administrator's login.
-- None of them may sign in by itself: a login is made a member (see docs/operations.md) and switches per transaction.
do $$
declare
  name text;
begin
  foreach name in array array['splot_owner', 'splot_worker', 'splot_participant', 'splot_public', 'splot_system', 'splot_search', 'splot_auth', 'splot_report', 'splot_emergency'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin noinherit nobypassrls', name);
      exception when duplicate_object or unique_violation then
        null; -- another process made it at the same moment
      end;
    end if;
    -- The administrator's login acts as each of them in turn.
    if not (select rolsuper from pg_roles where rolname = current_user) and not pg_has_role(current_user, name, 'member') then
      execute format('grant %I to %I', name, current_user);
    end if;
  end loop;
  -- The owner hands definer functions to the search role, whose own rights are minimal.
  if not pg_has_role('splot_owner', 'splot_search', 'member') then
    grant splot_search to splot_owner;
  end if;
  -- A worker's transaction steps into the read-only role of emergency access for one screen. Roles inherit nothing, so
  -- being a member opens nothing by itself, and the logins of running systems need no new grant.
  if not pg_has_role('splot_worker', 'splot_emergency', 'member') then
    grant splot_emergency to splot_worker;
  end if;
  execute format('grant create, connect, temporary on database %I to splot_owner', current_database());
end
$$;

create schema if not exists kernel authorization splot_owner;

do $$
begin
  if to_regclass('kernel.migration') is null then
    set local role splot_owner;
    create table kernel.migration (
      name text primary key,
      hash text not null,
      applied_at timestamptz not null default now()
    );
    comment on table kernel.migration is 'Which migration files this database has, with the hash of each.';
  end if;
end
$$;
