-- Module: directory. Register of social clauses: which were used, by whom, for whom, and what came of them.

create table directory.social_clause (
  id uuid primary key,
  buyer text not null check (buyer <> '' and length(buyer) <= 200),
  county_code text not null references territory.county on delete restrict,
  subject text not null check (subject <> '' and length(subject) <= 300),
  cpv text not null default '' check (cpv ~ '^([0-9]{8})?$'),
  value_band text not null check (value_band in ('unknown', 'to_10', 'to_50', 'to_130', 'to_170', 'to_500', 'over_500')),
  rule_code text not null references directory.procurement_rule on delete restrict,
  required_group text,
  required_kind text check (required_kind in ('percent', 'persons')),
  required_amount int check (required_amount between 1 and 10000),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  entity_id uuid references directory.entity on delete set null,
  contractor text not null default '' check (length(contractor) <= 200),
  employed int check (employed between 0 and 10000),
  control text not null default 'planned' check (control in ('planned', 'kept', 'partly', 'broken', 'none')),
  control_note text not null default '' check (length(control_note) <= 1000),
  enquiry_id uuid references directory.enquiry on delete set null,
  institution_id uuid references organisations.institution on delete restrict,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  row_version int not null default 1,
  group_of text generated always as ('group') stored,
  foreign key (group_of, required_group) references directory.term (taxonomy, code) on delete restrict,
  check ((required_kind is null) = (required_amount is null)),
  check (required_kind <> 'percent' or required_amount <= 100)
);
comment on table directory.social_clause is 'Social clauses that buyers used, and their results: numbers of people employed, never who. Public data.';
comment on column directory.social_clause.institution_id is 'The institution whose worker wrote it; empty for an editor of the base.';
create index social_clause_county on directory.social_clause (county_code);
create index social_clause_rule on directory.social_clause (rule_code);
create index social_clause_group on directory.social_clause (group_of, required_group);
create index social_clause_entity on directory.social_clause (entity_id) where entity_id is not null;
create index social_clause_enquiry on directory.social_clause (enquiry_id) where enquiry_id is not null;
create index social_clause_institution on directory.social_clause (institution_id) where institution_id is not null;
create index social_clause_newest on directory.social_clause (starts_on desc, id);

alter table directory.social_clause enable row level security;
alter table directory.social_clause force row level security;
create policy everybody on directory.social_clause for select using (true);
create policy own on directory.social_clause for insert to splot_worker
  with check (institution_id = kernel.institution() or (select directory.edits()));
create policy own_change on directory.social_clause for update to splot_worker
  using (institution_id = kernel.institution() or (select directory.edits()))
  with check (institution_id = kernel.institution() or (select directory.edits()));
create policy work on directory.social_clause to splot_system using (true) with check (true);
grant select on directory.social_clause to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update on directory.social_clause to splot_worker, splot_system;
