-- Module: library. The base of results is filled from spreadsheets: files on their way into drafts.

create table library.result_import (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  lang text not null check (lang in ('pl', 'en')),
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
comment on table library.result_import is 'A spreadsheet of results of projects on its way into drafts: seen by the editors. Its content goes after 90 days; what came of it stays.';
create index result_import_institution on library.result_import (institution_id);
create index result_import_worker on library.result_import (worker_id);
create index result_import_newest on library.result_import (created_at desc);
create index result_import_age on library.result_import (created_at) where content is not null;

create table library.result_columns (
  headers_hash text primary key check (headers_hash ~ '^[0-9a-f]{64}$'),
  reading jsonb not null,
  updated_at timestamptz not null
);
comment on table library.result_columns is 'How spreadsheets of results with these headings are read: asked once and remembered.';

do $$
declare t text;
begin
  foreach t in array array['result_import', 'result_columns'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy editors on library.%I for select to splot_worker using ((select organisations.edits()))', t);
    execute format('create policy editors_add on library.%I for insert to splot_worker with check ((select organisations.edits()))', t);
    execute format('create policy editors_change on library.%I for update to splot_worker using ((select organisations.edits())) with check ((select organisations.edits()))', t);
    execute format('grant select, insert, update on library.%I to splot_worker', t);
  end loop;
end
$$;
-- The system says that an import could not begin, and takes away contents whose time has passed.
create policy run on library.result_import for select to splot_system using (true);
create policy run_change on library.result_import for update to splot_system using (true) with check (state <> 'done' or content is null);
grant select (id, state, created_at, finished_at), update (content, state, problem, finished_at) on library.result_import to splot_system;

-- Results are found again by the number of their project.
create index version_project_number on library.version ((facts ->> 'number')) where facts ? 'number';
