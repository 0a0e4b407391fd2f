-- Copies of all public events of the demonstration until there are so many as `wanted` says: each copy two hours further
-- from today than the one before, in another county, with the dates, subjects and registrations of its pattern.

create temp table place as select row_number() over (order by code) - 1 as k, code from territory.county where valid_to is null;
create temp table copy as
select e.id as old, gen_random_uuid() as new, i, row_number() over () + 10000 as number,
  i * interval '2 hours' * case when e.last_at < now() then -1 else 1 end as shift, p.code
from (select id, last_at from events.event where state <> 'draft') e
cross join lateral generate_series(1, (select wanted from scale) / greatest((select count(*) from events.event where state <> 'draft'), 1)) i
join place p on p.k = i % (select count(*) from place);
analyze copy;
insert into events.event overriding system value
select (jsonb_populate_record(e, jsonb_build_object('id', c.new, 'number', c.number, 'slug', left(e.slug, 80) || '-' || c.i,
  'county_code', case when e.county_code is not null then c.code end, 'first_at', e.first_at + c.shift, 'last_at', e.last_at + c.shift,
  'updated_at', e.updated_at - c.i * interval '1 minute'))).*
from copy c join events.event e on e.id = c.old;
insert into events.event_theme select c.new, t.theme from copy c join events.event_theme t on t.event_id = c.old;
insert into events.occurrence
select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'event_id', c.new, 'starts_at', o.starts_at + c.shift,
  'ends_at', o.ends_at + c.shift, 'planned_at', o.planned_at + c.shift))).*
from copy c join events.occurrence o on o.event_id = c.old;
insert into events.registration overriding system value
select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'event_id', c.new,
  'place_in_queue', r.place_in_queue + 1000000, 'code', upper(left(md5(r.code || c.i), 10))))).*
from copy c join events.registration r on r.event_id = c.old;
