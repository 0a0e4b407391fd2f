-- Module: directory

-- The search reads every row when no word narrows it. Four fifths of a row are words and texts that such a question does not
-- touch, and looking into a list for each row costs more than reading the row: so what the page counts and orders by stands
-- in an index of its own. Its longest entry is far below the limit of 2,704 bytes: names have at most 120 signs, and lists
-- hold codes of short dictionaries. Columns of filters that are seldom set (codes, counties served) are left out.
alter table directory.listing
  add column step_free boolean not null generated always as ('step_free' = any (access)) stored;

create index listing_narrow on directory.listing (entity_id)
  include (type, statuses, categories, county_code, voivodeship_code, name, confirmed_on, updated_at, reserved, takes_referrals, free_places, step_free, state, lat, lon);
