-- Module: events. What other modules may read of events: for letters about what is new and for maps of the site.

create view events.api_event with (security_invoker = true) as
  select e.id, e.slug, e.title_pl, e.title_en, e.mode, e.locality, e.county_code, e.state, e.first_at, e.last_at, e.published_at, e.updated_at,
    array(select t.theme from events.event_theme t where t.event_id = e.id) as themes
  from events.event e where e.state <> 'draft';
comment on view events.api_event is 'Events that were announced. Public data.';
grant select on events.api_event to splot_worker, splot_participant, splot_public, splot_system;
