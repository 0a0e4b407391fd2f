-- Module: cases. Lists of referrals that an office sends as a file: the upload, its remembered columns, what came of it.

create table cases.list_import (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  file_name text not null check (length(file_name) between 1 and 200),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  content bytea check (octet_length(content) between 1 and 10485760),
  reading jsonb not null default '{}',
  partnership_id uuid references partnerships.partnership on delete restrict,
  recipient_id uuid references organisations.institution on delete restrict,
  informed_form text,
  state text not null default 'uploaded' check (state in ('uploaded', 'queued', 'running', 'done', 'failed')),
  problem text check (problem ~ '^[a-z_.]+$'),
  rows_total int check (rows_total >= 0),
  rows_done int not null default 0 check (rows_done >= 0),
  rows_created int check (rows_created >= 0),
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  check (state = 'uploaded' or (partnership_id is not null and recipient_id is not null and informed_form is not null)),
  check (state <> 'done' or (rows_created is not null and finished_at is not null))
);
comment on table cases.list_import is 'A list of people to refer, as a file (classes D1 and D2): seen by who sent it and by who oversees the office. Its content goes after 30 days.';
comment on column cases.list_import.content is 'The file as it came; null once its time has passed.';
comment on column cases.list_import.reading is 'How the file is to be read: encoding, separator, sheet, which column holds what. Empty while nothing had to be asked.';
comment on column cases.list_import.problem is 'Why it failed, as a code of the texts; never what stood in the file.';
create index list_import_worker on cases.list_import (worker_id, created_at desc);
create index list_import_institution on cases.list_import (institution_id, created_at desc);
create index list_import_partnership on cases.list_import (partnership_id);
create index list_import_recipient on cases.list_import (recipient_id);
create index list_import_age on cases.list_import (created_at) where content is not null;

alter table cases.list_import enable row level security;
alter table cases.list_import force row level security;
create policy own on cases.list_import for select to splot_worker using (institution_id = kernel.institution()
  and (worker_id = kernel.worker() or kernel.wide()) and kernel.scope() @> array['D1', 'D2']);
create policy own_add on cases.list_import for insert to splot_worker
  with check (institution_id = kernel.institution() and worker_id = kernel.worker() and kernel.scope() @> array['D1', 'D2']);
create policy own_change on cases.list_import for update to splot_worker
  using (institution_id = kernel.institution() and worker_id = kernel.worker() and kernel.scope() @> array['D1', 'D2'])
  with check (institution_id = kernel.institution() and worker_id = kernel.worker());
grant select, insert, update on cases.list_import to splot_worker;
-- The system says that an import could not begin, and takes away contents whose time has passed; it reads neither
-- the file nor its name.
create policy run on cases.list_import for select to splot_system using (true);
create policy run_change on cases.list_import for update to splot_system using (true) with check (state <> 'done' or content is null);
grant select (id, state, created_at, finished_at), update (content, state, problem, finished_at) on cases.list_import to splot_system;

create table cases.list_row (
  institution_id uuid not null references organisations.institution on delete restrict,
  partnership_id uuid not null references partnerships.partnership on delete restrict,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  import_id uuid not null references cases.list_import on delete restrict,
  number int not null,
  case_id uuid not null references cases.shared_case on delete cascade,
  referral_id uuid not null references cases.referral on delete cascade,
  created_at timestamptz not null,
  primary key (institution_id, partnership_id, fingerprint)
);
comment on table cases.list_row is 'Which row of a list became which case, so that the same list sent again changes nothing.';
comment on column cases.list_row.fingerprint is 'SHA-256 of the identifier, the name and the office''s sign (or the day of the referral where there is none). Tells nothing to who does not know the person.';
create index list_row_import on cases.list_row (import_id, number);
create index list_row_case on cases.list_row (case_id);
create index list_row_referral on cases.list_row (referral_id);
create index list_row_partnership on cases.list_row (partnership_id);
alter table cases.list_row enable row level security;
alter table cases.list_row force row level security;
create policy own on cases.list_row for select to splot_worker using (institution_id = kernel.institution() and kernel.scope() @> array['D1', 'D2']);
create policy own_add on cases.list_row for insert to splot_worker
  with check (institution_id = kernel.institution() and exists (select from cases.list_import i where i.id = import_id and i.worker_id = kernel.worker()));
grant select, insert on cases.list_row to splot_worker;

create table cases.list_columns (
  institution_id uuid not null references organisations.institution on delete cascade,
  headers_hash text not null check (headers_hash ~ '^[0-9a-f]{64}$'),
  reading jsonb not null,
  updated_at timestamptz not null,
  primary key (institution_id, headers_hash)
);
comment on table cases.list_columns is 'How an office''s files with these headings are read, asked once and remembered. Holds no person.';
alter table cases.list_columns enable row level security;
alter table cases.list_columns force row level security;
create policy own on cases.list_columns for select to splot_worker using (institution_id = kernel.institution());
create policy own_add on cases.list_columns for insert to splot_worker with check (institution_id = kernel.institution());
create policy own_change on cases.list_columns for update to splot_worker using (institution_id = kernel.institution()) with check (institution_id = kernel.institution());
grant select, insert, update on cases.list_columns to splot_worker;

-- Who of a whole list is known, in one question: what api_same_person and has_open_case answer row by row.
create function cases.api_list_known(in_partnership uuid, kinds text[], numbers text[], families text[], givens text[])
returns table (kind text, number text, same boolean, has_open boolean) language sql stable security definer set search_path = '' as $$
  select l.kind, l.number, m.same,
    m.same and exists (select from cases.shared_case c where c.partnership_id = in_partnership and c.person_id = p.id
      and c.state not in ('archived', 'rejected', 'withdrawn', 'erased', 'follow_up', 'draft'))
  from unnest(kinds, numbers, families, givens) as l(kind, number, family, given)
  join cases.person_identifier i on i.partnership_id = in_partnership and i.kind = l.kind and i.value = l.number
  join cases.person p on p.id = i.person_id and p.erased_at is null
  cross join lateral (select kernel.plain(p.family_name) = kernel.plain(l.family)
    or public.similarity(p.search, kernel.plain(l.family || ' ' || l.given)) >= 0.5 as same) m
  where kernel.scope() @> array['D1', 'D2'] and cardinality(numbers) <= 5000
    and exists (select from partnerships.api_membership b where b.partnership_id = in_partnership
      and b.institution_id = kernel.institution() and b.left_on is null)
$$;
alter function cases.api_list_known(uuid, text[], text[], text[], text[]) owner to splot_search;
revoke execute on function cases.api_list_known(uuid, text[], text[], text[], text[]) from public;
grant execute on function cases.api_list_known(uuid, text[], text[], text[], text[]) to splot_worker;

-- A list may still name the gmina from which another was taken out; it is no mistake worth a warning.
insert into cases.term (list, code, position, pl, en, uk, meta, valid_from, source) values
  ('gmina_before', '1207-szczawa', 1, 'Szczawa', 'Szczawa', null, '{"before": ["1207-kamienica"]}', '2025-01-01',
   'Rozporządzenie Rady Ministrów z października 2024 r. (utworzenie gminy Szczawa)'),
  ('gmina_before', '2002-grabowka', 2, 'Grabówka', 'Grabówka', null, '{"before": ["2002-suprasl"]}', '2025-01-01',
   'Rozporządzenie Rady Ministrów z października 2024 r. (utworzenie gminy Grabówka)');
