-- Module: partnerships. Local partnerships, members, contact persons, agreements with versions and signatures.

create schema partnerships authorization splot_owner;
grant usage on schema partnerships to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant create on schema partnerships to splot_search;
comment on schema partnerships is 'The local Partnership of OPS, PUP and others, and the agreement it stands on.';

create table partnerships.partnership (
  id uuid primary key,
  name text not null check (name <> ''),
  county_code text not null,
  state text not null check (state in ('initiative', 'negotiation', 'agreement_signed', 'operating', 'suspended', 'ended')),
  started_on date not null,
  ended_on date,
  row_version int not null default 1
);
comment on table partnerships.partnership is 'A local partnership and its state. Public data.';

create table partnerships.area (
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  gmina_id text not null,
  primary key (partnership_id, gmina_id)
);
comment on table partnerships.area is 'Gminas of the partnership. Public data.';
create index area_gmina on partnerships.area (gmina_id);

create table partnerships.member (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  exclude using gist (partnership_id with =, institution_id with =, daterange(joined_on, left_on, '[]') with &&)
);
comment on table partnerships.member is 'Institutions of the partnership, from–to. Public data.';
create index member_partnership on partnerships.member (partnership_id);
create index member_institution on partnerships.member (institution_id);

create table partnerships.contact (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  worker_id uuid not null references organisations.worker on delete restrict,
  role text not null check (role in ('coordinator', 'contact')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
comment on table partnerships.contact is 'Contact person of each party, and the partnership coordinator.';
create index contact_partnership on partnerships.contact (partnership_id);
create index contact_institution on partnerships.contact (institution_id);
create index contact_worker on partnerships.contact (worker_id, partnership_id) include (role, valid_from, valid_to);

create table partnerships.agreement (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership on delete cascade,
  version int not null check (version > 0),
  state text not null check (state in ('draft', 'signing', 'in_force', 'superseded', 'ended')),
  purpose text not null,
  target_group text not null,
  data_annex boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  row_version int not null default 1,
  unique (partnership_id, version)
);
comment on table partnerships.agreement is 'One version of the agreement (RPSZ art. 198); an amendment is a new version. Public data.';
create unique index agreement_in_force on partnerships.agreement (partnership_id) where state = 'in_force';

create table partnerships.agreement_scope (
  agreement_id uuid not null references partnerships.agreement on delete cascade,
  institution_type text not null,
  classes text[] not null check (classes <@ array['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7']),
  primary key (agreement_id, institution_type)
);
comment on table partnerships.agreement_scope is 'Ceiling: the data classes that the agreement lets a type of member receive. No grant may exceed it. Public data.';

create table partnerships.signature (
  id uuid primary key,
  agreement_id uuid not null references partnerships.agreement on delete cascade,
  institution_id uuid not null references organisations.institution on delete restrict,
  signed_by text not null check (signed_by <> ''),
  signed_on date not null,
  form text not null check (form in ('qualified', 'trusted_profile', 'paper')),
  unique (agreement_id, institution_id)
);
comment on table partnerships.signature is 'Who signed which version of the agreement for which institution. Public data.';
create index signature_agreement on partnerships.signature (agreement_id);
create index signature_institution on partnerships.signature (institution_id);

grant select on partnerships.partnership, partnerships.area, partnerships.member, partnerships.agreement, partnerships.agreement_scope, partnerships.signature
  to splot_worker, splot_participant, splot_public, splot_system, splot_search;
grant insert, update on partnerships.partnership, partnerships.member, partnerships.agreement, partnerships.agreement_scope to splot_worker;
grant insert on partnerships.signature, partnerships.area to splot_worker;
grant delete on partnerships.area to splot_worker;

alter table partnerships.contact enable row level security;
alter table partnerships.contact force row level security;
create policy partners on partnerships.contact for select to splot_worker using (true);
create policy lookup on partnerships.contact for select to splot_search, splot_system using (true);
create policy add on partnerships.contact for insert to splot_worker with check (true);
create policy change on partnerships.contact for update to splot_worker using (true);
grant select, insert, update on partnerships.contact to splot_worker;
grant select on partnerships.contact to splot_system, splot_search;

-- A partnership operates when the version in force is signed by at least one OPS or CUS, one PUP and one other
-- partner, has the data annex, and every signatory has named a contact person (domain handbook, section 2.4).
create function partnerships.api_readiness(for_partnership uuid)
returns table (has_welfare boolean, has_labour boolean, has_other boolean, has_annex boolean, has_contacts boolean)
language sql stable set search_path = '' as $$
  with signed as (
    select i.id, i.type from partnerships.agreement a
    join partnerships.signature s on s.agreement_id = a.id
    join organisations.institution i on i.id = s.institution_id
    where a.partnership_id = for_partnership and a.state in ('signing', 'in_force')
  )
  select coalesce(bool_or(type in ('OPS', 'CUS')), false), coalesce(bool_or(type = 'PUP'), false),
    coalesce(bool_or(type not in ('OPS', 'CUS', 'PUP')), false),
    exists (select from partnerships.agreement a where a.partnership_id = for_partnership and a.state in ('signing', 'in_force') and a.data_annex),
    coalesce(bool_and(exists (select from partnerships.contact c where c.partnership_id = for_partnership and c.institution_id = signed.id and c.valid_to is null)), false)
  from signed
$$;

create view partnerships.api_membership with (security_invoker = true) as
  select m.partnership_id, p.name as partnership_name, p.state, p.county_code, m.institution_id, m.joined_on, m.left_on
  from partnerships.member m join partnerships.partnership p on p.id = m.partnership_id;
grant select on partnerships.api_membership to splot_worker, splot_participant, splot_public, splot_system, splot_search;

create view partnerships.api_ceiling with (security_invoker = true) as
  select a.partnership_id, s.institution_type, s.classes
  from partnerships.agreement a join partnerships.agreement_scope s on s.agreement_id = a.id where a.state = 'in_force';
grant select on partnerships.api_ceiling to splot_worker, splot_participant, splot_system, splot_search;

create view partnerships.api_area as select partnership_id, gmina_id from partnerships.area;
grant select on partnerships.api_area to splot_worker, splot_participant, splot_public, splot_system, splot_search;
