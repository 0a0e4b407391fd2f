-- Module: directory. Offers and support as one list of services, as other portals read them.

create view directory.service with (security_invoker = true) as
  select o.id, o.entity_id, 'offer' as kind, o.name, kernel.plain(o.name || ' ' || o.description) as plain, o.category as term_code, 'category' as term_of,
    null::int as minimum_age, null::int as maximum_age, null::uuid as place_id, greatest(o.updated_at, e.updated_at) as modified_at
  from directory.offer o join directory.entity e on e.id = o.entity_id
  union all
  select s.id, s.entity_id, 'support', s.name, kernel.plain(s.name || ' ' || s.description), s.kind, 'support',
    s.minimum_age, s.maximum_age, s.place_id, greatest(s.updated_at, e.updated_at)
  from directory.support s join directory.entity e on e.id = s.entity_id;
comment on view directory.service is 'Offers and support services together.';
grant select on directory.service to splot_worker, splot_participant, splot_public, splot_system;
create index offer_name on directory.offer (name, id);
create index support_name on directory.support (name, id);
