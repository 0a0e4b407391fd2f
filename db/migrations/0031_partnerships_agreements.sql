-- Module: partnerships. The text of the agreement, its states, readiness of one version, and what is signed stays as signed.

alter table partnerships.agreement
  add column help_rules text not null default '',
  add column exchange_rules text not null default '',
  add column referral_route text not null default '',
  add column service_standard text not null default '',
  add column financing text not null default '',
  add column annex_text text not null default '',
  add column monitoring text not null default '',
  add column change_note text not null default '';
comment on column partnerships.agreement.help_rules is 'Rules and scope of help (RPSZ art. 198).';
comment on column partnerships.agreement.exchange_rules is 'Mode of exchanging information (RPSZ art. 198).';
comment on column partnerships.agreement.financing is 'Which task is paid from which source: the same cost only once (RPSZ art. 79).';

create table partnerships.transition (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
comment on table partnerships.transition is 'Which state of a partnership may follow which; the same table stands in the application. Public data.';
insert into partnerships.transition (from_state, to_state) values
  ('initiative', 'negotiation'), ('initiative', 'ended'),
  ('negotiation', 'agreement_signed'), ('negotiation', 'ended'),
  ('agreement_signed', 'negotiation'), ('agreement_signed', 'operating'), ('agreement_signed', 'ended'),
  ('operating', 'suspended'), ('operating', 'ended'),
  ('suspended', 'operating'), ('suspended', 'ended');
grant select on partnerships.transition to splot_worker, splot_system, splot_search;

create function partnerships.check_state() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state <> old.state and not exists (select from partnerships.transition t where t.from_state = old.state and t.to_state = new.state) then
    raise exception 'partnership: % does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger state before update of state on partnerships.partnership for each row execute function partnerships.check_state();

-- Requests cannot touch the text of a version once it was opened for signing; a state only goes on.
create function partnerships.keep_signed() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'splot_worker' then return new; end if;
  if old.state <> 'draft' and (new.version, new.purpose, new.target_group, new.data_annex, new.help_rules, new.exchange_rules, new.referral_route, new.service_standard, new.financing, new.annex_text, new.monitoring, new.change_note, new.valid_from)
    is distinct from (old.version, old.purpose, old.target_group, old.data_annex, old.help_rules, old.exchange_rules, old.referral_route, old.service_standard, old.financing, old.annex_text, old.monitoring, old.change_note, old.valid_from) then
    raise exception 'agreement: the text of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'signing'), ('draft', 'ended'), ('signing', 'in_force'), ('signing', 'ended'), ('in_force', 'superseded'), ('in_force', 'ended')) then
    raise exception 'agreement: % does not follow %', new.state, old.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_signed before update on partnerships.agreement for each row execute function partnerships.keep_signed();

create function partnerships.keep_ceiling() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'splot_worker' and (select a.state from partnerships.agreement a where a.id = coalesce(new.agreement_id, old.agreement_id)) <> 'draft' then
    raise exception 'agreement: the scope of a version opened for signing cannot change' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end
$$;
create trigger keep_ceiling before insert or update or delete on partnerships.agreement_scope for each row execute function partnerships.keep_ceiling();
grant delete on partnerships.agreement_scope to splot_worker;

-- A request signs for its own institution alone, a member, and only what is open for signing or in force (accession).
create function partnerships.check_signature() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'splot_worker' then return new; end if;
  if new.institution_id <> kernel.institution() or not exists (
    select from partnerships.agreement a join partnerships.member m on m.partnership_id = a.partnership_id
    where a.id = new.agreement_id and a.state in ('signing', 'in_force') and m.institution_id = new.institution_id
      and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())) then
    raise exception 'agreement: only a member signs, for itself, what is open for signing' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_signature before insert on partnerships.signature for each row execute function partnerships.check_signature();

-- What one version has of what operating needs (domain handbook, section 2.4). Only members of today count, and only
-- contact persons who work today.
create function partnerships.readiness(for_agreement uuid)
returns table (has_welfare boolean, has_labour boolean, has_other boolean, has_annex boolean, has_contacts boolean)
language sql stable set search_path = '' as $$
  with signed as (
    select i.id, i.type, a.partnership_id from partnerships.agreement a
    join partnerships.signature s on s.agreement_id = a.id
    join organisations.api_institution i on i.id = s.institution_id
    where a.id = for_agreement and exists (select from partnerships.member m where m.partnership_id = a.partnership_id
      and m.institution_id = s.institution_id and (m.left_on is null or m.left_on >= kernel.today()))
  )
  select coalesce(bool_or(type in ('OPS', 'CUS')), false), coalesce(bool_or(type = 'PUP'), false),
    coalesce(bool_or(type not in ('OPS', 'CUS', 'PUP')), false),
    exists (select from partnerships.agreement a where a.id = for_agreement and a.data_annex),
    coalesce(bool_and(exists (select from partnerships.contact c join organisations.api_worker w on w.id = c.worker_id
      where c.partnership_id = signed.partnership_id and c.institution_id = signed.id and c.valid_from <= kernel.today()
        and (c.valid_to is null or c.valid_to >= kernel.today()) and (w.employed_to is null or w.employed_to >= kernel.today()))), false)
  from signed
$$;

-- For others: the version in force, or the one being signed when none is.
create or replace function partnerships.api_readiness(for_partnership uuid)
returns table (has_welfare boolean, has_labour boolean, has_other boolean, has_annex boolean, has_contacts boolean)
language sql stable set search_path = '' as $$
  select r.has_welfare, r.has_labour, r.has_other, r.has_annex, r.has_contacts
  from (select a.id from partnerships.agreement a where a.partnership_id = for_partnership and a.state in ('signing', 'in_force')
    order by a.state = 'in_force' desc, a.version desc limit 1) decisive,
    lateral partnerships.readiness(decisive.id) r
  union all
  select false, false, false, false, false
  where not exists (select from partnerships.agreement a where a.partnership_id = for_partnership and a.state in ('signing', 'in_force'))
$$;

-- One version is written or signed at a time.
create unique index agreement_open on partnerships.agreement (partnership_id) where state in ('draft', 'signing');
