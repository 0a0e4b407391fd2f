-- Module: organisations. The function of an editor of the public base.

-- The editor of the base. Only whoever runs the system appoints one: an institution must not make itself editor of
-- the whole country's base.
alter table organisations.worker_function drop constraint worker_function_function_check;
alter table organisations.worker_function add constraint worker_function_function_check check (function in ('social_worker',
  'employment_adviser', 'ngo_specialist', 'unit_worker', 'case_coordinator', 'partnership_coordinator', 'head', 'reception',
  'dpo', 'analyst', 'editor', 'institution_admin', 'technical_admin'));

create function organisations.runs_system() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.worker_function f
    where f.worker_id = kernel.worker() and f.institution_id = kernel.institution() and f.function = 'technical_admin'
      and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
$$;
alter function organisations.runs_system() owner to splot_search;
revoke execute on function organisations.runs_system() from public;
grant execute on function organisations.runs_system() to splot_worker;
create policy appointed on organisations.worker_function as restrictive for insert to splot_worker
  with check (function <> 'editor' or (select organisations.runs_system()));
create policy appointed_change on organisations.worker_function as restrictive for update to splot_worker
  using (true) with check (function <> 'editor' or (select organisations.runs_system()));
