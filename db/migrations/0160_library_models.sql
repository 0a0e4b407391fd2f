-- Module: library. Who uses a model, how well, and the budgets that workers keep for their own institution.

create table library.adopter (
  id uuid primary key,
  document_id uuid not null references library.document on delete cascade,
  county_code text not null references territory.county on delete restrict,
  since date not null,
  state text not null default 'preparing' check (state in ('preparing', 'running', 'ended')),
  franchise boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null,
  row_version int not null default 1
);
comment on table library.adopter is 'Where a model is used and since when; who it is stands apart, since not everybody wants to be named. Public data.';
comment on column library.adopter.franchise is 'Bound by the licence terms of the social franchise, so its quality is audited.';
create index adopter_document on library.adopter (document_id, since);
create index adopter_county on library.adopter (county_code);
create index adopter_author on library.adopter (created_by);

create table library.adopter_entity (
  adopter_id uuid primary key references library.adopter on delete cascade,
  entity_id uuid not null references directory.entity on delete cascade,
  named boolean not null default false
);
comment on table library.adopter_entity is 'The entity of the directory that uses a model; readers see it only with its permission. Public data where named.';
create index adopter_entity_entity on library.adopter_entity (entity_id);

create table library.model_audit (
  id uuid primary key,
  adopter_id uuid not null references library.adopter on delete cascade,
  on_date date not null,
  result text not null check (result in ('passed', 'conditions', 'failed')),
  note text not null default '' check (length(note) <= 1000),
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null
);
comment on table library.model_audit is 'Quality audits of those who use a model under the franchise: day, result and what was found. Public data.';
create index model_audit_adopter on library.model_audit (adopter_id, on_date);
create index model_audit_author on library.model_audit (created_by);

create table library.budget_variant (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete cascade,
  document_id uuid not null references library.document on delete cascade,
  name text not null check (length(name) between 1 and 120),
  budget jsonb not null check (jsonb_typeof(budget) = 'object' and octet_length(budget::text) <= 40000),
  created_at timestamptz not null,
  created_by uuid references organisations.worker on delete set null
);
comment on table library.budget_variant is 'First budgets that workers calculated from a model and kept for their institution; nobody else sees them. No personal data.';
create index budget_variant_own on library.budget_variant (institution_id, created_at desc);
create index budget_variant_document on library.budget_variant (document_id);
create index budget_variant_author on library.budget_variant (created_by);

do $$
declare t text;
begin
  foreach t in array array['adopter', 'adopter_entity', 'model_audit', 'budget_variant'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy work on library.%I to splot_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on library.%I to splot_system', t);
  end loop;
  foreach t in array array['adopter', 'adopter_entity', 'model_audit'] loop
    execute format('grant select on library.%I to splot_worker, splot_participant, splot_public, splot_search', t);
    execute format('create policy editors on library.%I for select to splot_worker using ((select organisations.edits()))', t);
    execute format('create policy editors_add on library.%I for insert to splot_worker with check ((select organisations.edits()))', t);
    execute format('create policy editors_change on library.%I for update to splot_worker using ((select organisations.edits())) with check ((select organisations.edits()))', t);
    execute format('create policy editors_take on library.%I for delete to splot_worker using ((select organisations.edits()))', t);
    execute format('grant insert, delete on library.%I to splot_worker', t);
  end loop;
end
$$;
create policy everybody on library.adopter for select using (true);
create policy everybody on library.model_audit for select using (true);
create policy everybody on library.adopter_entity for select using (named);
grant update (county_code, since, state, franchise, row_version) on library.adopter to splot_worker;
grant update (entity_id, named) on library.adopter_entity to splot_worker;

create policy own on library.budget_variant to splot_worker
  using (institution_id = kernel.institution()) with check (institution_id = kernel.institution());
grant select, insert, delete on library.budget_variant to splot_worker;
