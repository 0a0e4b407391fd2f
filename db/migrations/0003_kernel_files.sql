-- Module: kernel. Files that people attach: what is known of each, and who besides its owner may read it.
-- The bytes lie in storage outside the web root, under a random key; see src/kernel/files.

create table kernel.file (
  id uuid primary key,
  owner_institution uuid not null check (owner_institution <> '00000000-0000-0000-0000-000000000000'),
  owner_person uuid check (owner_person <> '00000000-0000-0000-0000-000000000000'),
  uploaded_by uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'webp', 'odt', 'docx', 'xlsx', 'csv', 'txt')),
  size int not null check (size between 1 and 10485760),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  scan_state text not null check (scan_state in ('clean', 'pending', 'infected', 'unscanned')),
  created_at timestamptz not null,
  unique (id, owner_institution)
);
comment on table kernel.file is 'A stored file. Its class of data, and so who may open it, is decided by what it is attached to; these rows are the second wall.';
comment on column kernel.file.owner_institution is 'The institution that keeps the file.';
comment on column kernel.file.owner_person is 'The person who sent the file in, when it was not a worker.';
comment on column kernel.file.uploaded_by is 'The account; nil when the system made the file.';
comment on column kernel.file.size is 'Bytes, at most 10 MiB.';
comment on column kernel.file.scan_state is 'pending: not to be opened yet; infected: its bytes are gone; unscanned: no scanner is configured.';

create table kernel.file_access (
  id uuid primary key,
  file_id uuid not null,
  granted_by uuid not null,
  institution_id uuid check (institution_id <> '00000000-0000-0000-0000-000000000000'),
  person_id uuid check (person_id <> '00000000-0000-0000-0000-000000000000'),
  valid_to timestamptz,
  created_at timestamptz not null,
  check (num_nonnulls(institution_id, person_id) = 1),
  foreign key (file_id, granted_by) references kernel.file (id, owner_institution) on delete cascade
);
comment on table kernel.file_access is 'Who besides its owner may read a file: an institution or a person.';
comment on column kernel.file_access.granted_by is 'Always the institution that owns the file: the foreign key sees to it, so that nobody can pass on what is not theirs.';
comment on column kernel.file_access.valid_to is 'The instant from which the access no longer holds; null while it has no end.';
create index file_access_file on kernel.file_access (file_id);
create unique index file_access_institution on kernel.file_access (institution_id, file_id) include (valid_to) where institution_id is not null;
create unique index file_access_person on kernel.file_access (person_id, file_id) include (valid_to) where person_id is not null;

alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy own on kernel.file for select to splot_worker using (owner_institution = kernel.institution());
create policy shared on kernel.file for select to splot_worker
  using (exists (select from kernel.file_access a
    where a.institution_id = kernel.institution() and a.file_id = file.id
      and (a.valid_to is null or a.valid_to > kernel.instant())));
create policy own_person on kernel.file for select to splot_participant using (owner_person = kernel.person());
create policy shared_person on kernel.file for select to splot_participant
  using (exists (select from kernel.file_access a
    where a.person_id = kernel.person() and a.file_id = file.id
      and (a.valid_to is null or a.valid_to > kernel.instant())));
create policy store on kernel.file for insert to splot_worker
  with check (owner_institution = kernel.institution() and uploaded_by = kernel.account() and owner_person is null);
create policy store_person on kernel.file for insert to splot_participant
  with check (owner_person = kernel.person() and uploaded_by = kernel.account());
create policy store_system on kernel.file for insert to splot_system with check (uploaded_by = kernel.account());
create policy remove on kernel.file for delete to splot_worker using (owner_institution = kernel.institution());
create policy scan on kernel.file for select to splot_system using (true);
create policy scanned on kernel.file for update to splot_system using (scan_state in ('pending', 'unscanned')) with check (true);
grant select, insert on kernel.file to splot_worker, splot_participant;
grant delete on kernel.file to splot_worker;
-- The system scans and sweeps; a file's name can name a person, so it reads everything but that.
grant select (id, storage_key, size, sha256, scan_state, created_at), insert, update (scan_state) on kernel.file to splot_system;

alter table kernel.file_access enable row level security;
alter table kernel.file_access force row level security;
create policy given on kernel.file_access to splot_worker
  using (granted_by = kernel.institution()) with check (granted_by = kernel.institution());
create policy received on kernel.file_access for select to splot_worker using (institution_id = kernel.institution());
create policy received_person on kernel.file_access for select to splot_participant using (person_id = kernel.person());
grant select, insert, update, delete on kernel.file_access to splot_worker;
grant select on kernel.file_access to splot_participant;
