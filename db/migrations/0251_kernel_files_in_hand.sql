-- Module: kernel. A file is attached by whoever just stored it: to know an id is not to have a file.

-- Whoever may read what a file hangs on may read the file. So nobody hangs up a file they found, only one they brought in
-- the same transaction; otherwise an id from an old address would open it, and disclose it to others.
grant create on schema kernel to splot_search;
grant select (id, uploaded_by, created_at) on kernel.file to splot_search;
set local role splot_search;
create function kernel.keep_in_hand() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Who acts is known of people alone, so it is asked in an if of its own.
  if current_setting('role') in ('splot_worker', 'splot_participant', 'splot_public') and new.file_id is not null
    and (tg_op = 'INSERT' or new.file_id is distinct from old.file_id) then
    if not exists (select from kernel.file f where f.id = new.file_id and f.uploaded_by = kernel.account() and f.created_at = kernel.instant()) then
      raise exception 'file: only what was just stored is attached' using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;
set local role splot_owner;
