-- Module: partnerships. Who reads and writes what the members of a partnership keep together.

-- The partnerships of the acting institution today. A small set: asked once a statement, never once a row.
create function partnerships.mine() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(m.partnership_id), '{}') from partnerships.member m
  where m.institution_id = kernel.institution() and m.joined_on <= kernel.today()
    and (m.left_on is null or m.left_on >= kernel.today())
$$;
alter function partnerships.mine() owner to splot_search;
set local role splot_search;
revoke execute on function partnerships.mine() from public;
grant execute on function partnerships.mine() to splot_worker;
set local role splot_owner;

create function partnerships.protect(tbl text, written_by text default 'members') returns void
language plpgsql set search_path = '' as $$
declare
  members constant text := 'partnership_id = any (coalesce((select partnerships.mine()), ''{}''::uuid[]))';
  writers text := members;
begin
  if written_by = 'coordinator' then writers := members || ' and partnerships.may_coordinate(partnership_id)';
  elsif written_by <> 'members' then raise exception 'partnerships.protect: % writes nothing', written_by;
  end if;
  execute format('alter table partnerships.%I enable row level security', tbl);
  execute format('alter table partnerships.%I force row level security', tbl);
  execute format('create policy members on partnerships.%I for select to splot_worker using (%s)', tbl, members);
  execute format('create policy added on partnerships.%I for insert to splot_worker with check (%s)', tbl, writers);
  execute format('create policy changed on partnerships.%I for update to splot_worker using (%s) with check (%s)', tbl, writers, writers);
  execute format('create policy system on partnerships.%I for select to splot_system using (true)', tbl);
  execute format('grant select, insert, update on partnerships.%I to splot_worker', tbl);
  execute format('grant select on partnerships.%I to splot_system', tbl);
end
$$;
comment on function partnerships.protect(text, text) is 'Puts row-level security on a table that has partnership_id: the members read it; members or the coordinator (written_by) write it. Grants no delete.';
