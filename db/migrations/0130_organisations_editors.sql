-- Module: organisations. Who is an editor, asked by the policies of what editors write.

-- Whether the acting worker is an editor of what the whole country reads.
create function organisations.edits() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from organisations.worker_function f
    where f.worker_id = kernel.worker() and f.institution_id = kernel.institution() and f.function = 'editor'
      and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
$$;
alter function organisations.edits() owner to splot_search;
set local role splot_search;
revoke execute on function organisations.edits() from public;
grant execute on function organisations.edits() to splot_worker;
set local role splot_owner;
