-- Module: events. Lists are found in the index alone: an event carries its text, so reading twenty thousand takes long.

drop index events.event_last;
create index event_last on events.event (last_at, id) include (first_at, kind, mode, county_code) where state <> 'draft';
create index event_changed on events.event (updated_at desc, id) include (county_code) where state <> 'draft';
