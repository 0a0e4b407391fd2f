-- Module: directory. Imports from registers: files, how they are read, what a source may change, what was decided.

create table directory.source_rule (
  source_code text not null references directory.source on delete cascade,
  field text not null check (field in ('name', 'legalForm', 'krs', 'nip', 'regon', 'registerNumber', 'foundedOn', 'state', 'statuses',
    'founders', 'seat', 'pkd', 'parentId', 'phone', 'email', 'website', 'descriptionPl')),
  mode text not null check (mode in ('owns', 'newer', 'fills')),
  reason text not null,
  primary key (source_code, field)
);
comment on table directory.source_rule is 'What a source may change in a record; a field without a rule is never touched. Public data.';
comment on column directory.source_rule.mode is 'owns: it is the authority and is written. newer: written unless the entity confirmed its record later, then the difference is shown to an editor. fills: written only where nothing stands.';
insert into directory.source_rule (source_code, field, mode, reason)
select s.code, f.field, f.mode, f.reason from (values
  ('ps_list', 'Ustawa o ekonomii społecznej art. 19: wykaz prowadzi wojewoda'),
  ('cis_register', 'Ustawa o zatrudnieniu socjalnym art. 5: rejestr prowadzi wojewoda'),
  ('kis_register', 'Ustawa o zatrudnieniu socjalnym art. 18: rejestr prowadzi wojewoda'),
  ('krs', 'Ustawa o Krajowym Rejestrze Sądowym art. 17: domniemanie prawdziwości wpisu'),
  ('regon', 'Ustawa o statystyce publicznej art. 42: rejestr REGON'),
  ('partner', 'Ustalenie redakcji bazy')) as s (code, law)
cross join lateral (
  select field, case when s.code = 'partner' then 'newer' else 'owns' end as mode, s.law as reason
  from unnest(case s.code
    when 'ps_list' then '{name,krs,nip,regon,registerNumber,legalForm,statuses,seat}'
    when 'krs' then '{name,krs,nip,regon,legalForm,foundedOn,state,statuses,seat,pkd}'
    when 'regon' then '{name,krs,nip,regon,legalForm,foundedOn,state,seat,pkd}'
    when 'partner' then '{name,krs,nip,regon,registerNumber,legalForm,foundedOn,founders,seat}'
    else '{name,krs,nip,regon,registerNumber,foundedOn,founders,seat,parentId}' end::text[]) as owned (field)
  union all
  select field, 'newer', 'Ustalenie redakcji bazy: o kontakcie najlepiej wie sam podmiot'
  from unnest('{phone,email,website}'::text[]) as contact (field)
  union all
  select field, 'fills', 'Ustalenie redakcji bazy: rejestr dopełnia, nie poprawia'
  from unnest(case s.code when 'ps_list' then '{pkd,foundedOn,founders,descriptionPl}' when 'partner' then '{pkd,descriptionPl}'
    else '{descriptionPl}' end::text[]) as rest (field)
) f;

create table directory.import_file (
  id uuid primary key,
  source_code text not null references directory.source on delete restrict,
  source_on date not null,
  is_whole boolean not null,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  file_name text not null check (length(file_name) between 1 and 200),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  content bytea check (octet_length(content) between 1 and 10485760),
  reading jsonb not null default '{}',
  state text not null default 'uploaded' check (state in ('uploaded', 'queued', 'running', 'done', 'failed')),
  problem text check (problem ~ '^[a-z_.]+$'),
  rows_total int check (rows_total >= 0),
  rows_done int not null default 0 check (rows_done >= 0),
  result jsonb check (jsonb_typeof(result) = 'object'),
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  check (state <> 'done' or (result is not null and finished_at is not null))
);
comment on table directory.import_file is 'A file of a register or a list on its way into the base: seen by the editors. Its content goes after 90 days; what came of it stays.';
comment on column directory.import_file.source_on is 'On which day the source said so.';
comment on column directory.import_file.is_whole is 'The whole list of its voivodeships: who is missing from it has vanished from the source.';
comment on column directory.import_file.result is 'How many records were new, changed, unchanged and so on.';
create index import_file_source on directory.import_file (source_code);
create index import_file_institution on directory.import_file (institution_id);
create index import_file_worker on directory.import_file (worker_id);
create index import_file_newest on directory.import_file (created_at desc);
create index import_file_age on directory.import_file (created_at) where content is not null;

create table directory.import_columns (
  source_code text not null references directory.source on delete cascade,
  headers_hash text not null check (headers_hash ~ '^[0-9a-f]{64}$'),
  reading jsonb not null,
  updated_at timestamptz not null,
  primary key (source_code, headers_hash)
);
comment on table directory.import_columns is 'How files of a source with these headings are read: asked once and remembered.';

create table directory.import_decision (
  source_code text not null references directory.source on delete cascade,
  row_key text not null check (length(row_key) between 1 and 500),
  entity_id uuid references directory.entity on delete cascade,
  verdict text not null check (verdict in ('same', 'different', 'new')),
  worker_id uuid not null references organisations.worker on delete restrict,
  at timestamptz not null,
  unique nulls not distinct (source_code, row_key, entity_id),
  check ((verdict = 'new') = (entity_id is null))
);
comment on table directory.import_decision is 'What an editor said about a row that is like a record: the same, another one, or a new one. The same file asks once.';
create index import_decision_entity on directory.import_decision (entity_id);
create index import_decision_worker on directory.import_decision (worker_id);

create table directory.import_seen (
  source_code text not null references directory.source on delete cascade,
  row_key text not null check (length(row_key) between 1 and 500),
  entity_id uuid not null references directory.entity on delete cascade,
  import_id uuid not null references directory.import_file on delete restrict,
  seen_on date not null,
  vanished_on date,
  primary key (source_code, row_key)
);
comment on table directory.import_seen is 'Which record a row of a source is, and since when the source no longer names it.';
create index import_seen_entity on directory.import_seen (entity_id);
create index import_seen_import on directory.import_seen (import_id);

create table directory.import_check (
  id uuid primary key,
  entity_id uuid not null references directory.entity on delete cascade,
  source_code text not null references directory.source on delete restrict,
  import_id uuid not null references directory.import_file on delete restrict,
  kind text not null check (kind in ('vanished', 'differs')),
  field text check ((field is null) = (kind = 'vanished')),
  theirs text check ((theirs is null) = (kind = 'vanished')),
  ours text,
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references organisations.worker on delete restrict,
  outcome text check (outcome in ('kept', 'taken', 'returned')),
  check ((settled_at is null) = (outcome is null))
);
comment on table directory.import_check is 'What an editor should look at after an import: a record its source no longer names, or a difference the entity confirmed later.';
create unique index import_check_open on directory.import_check (entity_id, source_code, kind, field) nulls not distinct where settled_at is null;
create index import_check_source on directory.import_check (source_code);
create index import_check_import on directory.import_check (import_id);
create index import_check_settled_by on directory.import_check (settled_by);

alter table directory.source_rule enable row level security;
create policy everybody on directory.source_rule for select using (true);
create policy editors on directory.source_rule for insert to splot_worker with check ((select directory.edits()));
create policy editors_change on directory.source_rule for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()));
grant select on directory.source_rule to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update on directory.source_rule to splot_worker;

do $$
declare t text;
begin
  foreach t in array array['import_file', 'import_columns', 'import_decision', 'import_seen', 'import_check'] loop
    execute format('alter table directory.%I enable row level security', t);
    execute format('alter table directory.%I force row level security', t);
    execute format('create policy editors on directory.%I for select to splot_worker using ((select directory.edits()))', t);
    execute format('create policy editors_add on directory.%I for insert to splot_worker with check ((select directory.edits()))', t);
    execute format('create policy editors_change on directory.%I for update to splot_worker using ((select directory.edits())) with check ((select directory.edits()))', t);
    execute format('grant select, insert, update on directory.%I to splot_worker', t);
  end loop;
end
$$;
-- The system says that an import could not begin, and takes away contents whose time has passed.
create policy run on directory.import_file for select to splot_system using (true);
create policy run_change on directory.import_file for update to splot_system using (true) with check (state <> 'done' or content is null);
grant select (id, state, created_at, finished_at), update (content, state, problem, finished_at) on directory.import_file to splot_system;
