-- Module: kernel. Context functions, drafts, double-submit keys, mail, the audit log.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

grant usage on schema kernel to splot_worker, splot_participant, splot_public, splot_system, splot_search, splot_auth;

-- The context of a transaction. Without it current_setting fails: no context means no rows, never all rows.
create function kernel.account() returns uuid language sql stable parallel safe as $$ select current_setting('app.account')::uuid $$;
create function kernel.worker() returns uuid language sql stable parallel safe as $$ select current_setting('app.worker')::uuid $$;
create function kernel.person() returns uuid language sql stable parallel safe as $$ select current_setting('app.person')::uuid $$;
create function kernel.institution() returns uuid language sql stable parallel safe as $$ select current_setting('app.institution')::uuid $$;
create function kernel.wide() returns boolean language sql stable parallel safe as $$ select current_setting('app.wide') = 'on' $$;
create function kernel.scope() returns text[] language sql stable parallel safe as $$ select current_setting('app.scope')::text[] $$;
create function kernel.purpose() returns text language sql stable parallel safe as $$ select current_setting('app.purpose') $$;
create function kernel.instant() returns timestamptz language sql stable parallel safe as $$ select current_setting('app.now')::timestamptz $$;
create function kernel.today() returns date language sql stable parallel safe as $$ select (current_setting('app.now')::timestamptz at time zone 'Europe/Warsaw')::date $$;
comment on function kernel.instant() is 'The instant the request works at. Equal to the clock except in tests and in the demonstration, which plays the past.';

-- Text as it is searched: lower case, without diacritics. unaccent() is only stable because its dictionary could
-- change; with the dictionary named it is safe to index.
create function kernel.plain(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, replace(replace(value, 'ł', 'l'), 'Ł', 'L'))) $$;

create table kernel.draft (
  id uuid primary key,
  account_id uuid not null,
  institution_id uuid not null,
  kind text not null,
  data jsonb not null,
  updated_at timestamptz not null,
  check (octet_length(data::text) < 1000000)
);
comment on table kernel.draft is 'What somebody is typing and has not sent yet. Readable by its author only.';
create index draft_account on kernel.draft (account_id, kind, updated_at desc);
alter table kernel.draft enable row level security;
alter table kernel.draft force row level security;
create policy own on kernel.draft to splot_worker, splot_participant
  using (account_id = kernel.account() and institution_id = kernel.institution())
  with check (account_id = kernel.account() and institution_id = kernel.institution());
create policy expiry on kernel.draft for delete to splot_system using (updated_at < kernel.instant() - interval '60 days');
create policy expiry_read on kernel.draft for select to splot_system using (updated_at < kernel.instant() - interval '60 days');
grant select, insert, update, delete on kernel.draft to splot_worker, splot_participant;
grant select, delete on kernel.draft to splot_system;

create table kernel.submission (
  key uuid primary key,
  account_id uuid not null,
  path text not null,
  outcome text not null,
  at timestamptz not null
);
comment on table kernel.submission is 'Forms and API calls already accepted, by their key: a second submit gets the first answer.';
alter table kernel.submission enable row level security;
alter table kernel.submission force row level security;
create policy own on kernel.submission to splot_worker, splot_participant, splot_public
  using (account_id = kernel.account()) with check (account_id = kernel.account());
create policy expiry on kernel.submission to splot_system using (at < kernel.instant() - interval '30 days');
grant select, insert on kernel.submission to splot_worker, splot_participant, splot_public;
grant select, delete on kernel.submission to splot_system;

create table kernel.mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  problem text
);
comment on table kernel.mail is 'Mail to send. Subjects and bodies never name a person or a case: they say that something waits, with a link.';
create index mail_waiting on kernel.mail (created_at) where sent_at is null;
alter table kernel.mail enable row level security;
alter table kernel.mail force row level security;
create policy write_mail on kernel.mail for insert to splot_worker, splot_participant, splot_public, splot_system with check (true);
create policy deliver on kernel.mail for select to splot_system using (true);
create policy delivered on kernel.mail for update to splot_system using (true);
grant insert on kernel.mail to splot_worker, splot_participant, splot_public, splot_system;
grant select, update on kernel.mail to splot_system;

create schema audit authorization splot_owner;
grant usage on schema audit to splot_worker, splot_participant, splot_public, splot_system;
comment on schema audit is 'Who did and saw what. Append-only by grant: no role of the application may update or delete.';

create table audit.entry (
  id uuid not null,
  at timestamptz not null,
  action text not null,
  actor_kind text not null,
  account_id uuid not null,
  worker_id uuid not null,
  institution_id uuid not null,
  object_type text not null,
  object_id uuid,
  subject_id uuid,
  file_id uuid,
  classes text[] not null default '{}',
  purpose text not null,
  path text not null,
  request_id text not null,
  basis_id uuid,
  detail jsonb not null default '{}',
  primary key (at, id)
) partition by range (at);
comment on table audit.entry is 'One narrow row per screen or change.';
comment on column audit.entry.subject_id is 'The person whose data were seen or changed.';
comment on column audit.entry.file_id is 'The dossier (case) the object belongs to.';
comment on column audit.entry.basis_id is 'The grant or emergency access on which the view rested.';
create table audit.entry_default partition of audit.entry default;
create index entry_subject on audit.entry (subject_id, at desc);
create index entry_file on audit.entry (file_id, at desc);
create index entry_institution on audit.entry (institution_id, at desc);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
alter table audit.entry_default enable row level security;
alter table audit.entry_default force row level security;
create policy append on audit.entry for insert to splot_worker, splot_participant, splot_public, splot_system
  with check (account_id = kernel.account() and institution_id = kernel.institution());
create policy read_own on audit.entry for select to splot_participant using (subject_id = kernel.person());
create policy read_institution on audit.entry for select to splot_worker
  using (institution_id = kernel.institution() and current_setting('app.purpose') = 'P8');
create policy seal on audit.entry for select to splot_system using (true);
grant insert on audit.entry to splot_worker, splot_participant, splot_public, splot_system;
grant select on audit.entry to splot_worker, splot_participant, splot_system;

create table audit.seal (
  number bigint primary key,
  from_at timestamptz not null,
  to_at timestamptz not null,
  entries int not null,
  hash text not null,
  previous text not null,
  sealed_at timestamptz not null
);
comment on table audit.seal is 'Hash-chained batches of the log: changing one entry or one seal breaks every later one.';
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
create policy seal on audit.seal to splot_system using (true) with check (true);
grant select, insert on audit.seal to splot_system;

-- The queue belongs to graphile-worker; the application reaches it through this one function.
create function kernel.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
language sql security definer set search_path = '' as $$
  select graphile_worker.add_job(task, payload, run_at => coalesce(run_at, clock_timestamp()), max_attempts => 12, job_key => job_key);
$$;
revoke execute on function kernel.enqueue(text, json, timestamptz, text) from public;
grant execute on function kernel.enqueue(text, json, timestamptz, text) to splot_worker, splot_participant, splot_public, splot_system;
