-- Module: kernel. Pictures that everybody may see.

-- Said when the file is stored and never afterwards: no file of a case can be made public by mistake or by trick.
alter table kernel.file add column is_public boolean not null default false
  check (not is_public or (owner_person is null and kind in ('png', 'jpeg', 'webp')));
comment on column kernel.file.is_public is 'A picture stored to be shown to everybody, such as a photo in the public base; set once.';
create policy published on kernel.file for select to splot_worker, splot_participant, splot_public using (is_public);
grant select (id, name, kind, size, sha256, storage_key, scan_state, created_at, is_public) on kernel.file to splot_public;
