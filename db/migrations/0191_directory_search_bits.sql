-- Module: directory. What a search counts, as numbers.
--
-- A search counts every row that no word keeps out by category, type and status. Those are codes in texts and lists, and
-- hashing them was what such a question cost most. Each term that is counted has a bit of its own, and a row says its
-- terms as one number a dictionary: half the processor time of the whole question, and an index half as large.

alter table directory.term add column bit smallint check (bit between 0 and 30);
comment on column directory.term.bit is 'Place of a counted term in the numbers of directory.listing; given once and never changed. Codes of the other dictionaries have none.';
create unique index term_bit on directory.term (taxonomy, bit);
alter table directory.term no force row level security;
update directory.term t set bit = n.bit
from (select taxonomy, code, row_number() over (partition by taxonomy order by position, code) - 1 as bit
  from directory.term where taxonomy in ('category', 'type', 'status')) n
where n.taxonomy = t.taxonomy and n.code = t.code;
alter table directory.term force row level security;
alter table directory.term add constraint term_counted check (bit is not null = (taxonomy in ('category', 'type', 'status')));

create function directory.bits(of_taxonomy text, codes text[]) returns int
language sql stable set search_path = '' as $$
  select coalesce(bit_or(1 << bit), 0) from directory.term where taxonomy = of_taxonomy and code = any (codes)
$$;
comment on function directory.bits(text, text[]) is 'The terms as one number. What has no bit says nothing in it.';

alter table directory.listing
  add column category_bits int not null default 0,
  add column type_bit smallint not null default 0,
  add column status_bits int not null default 0;
comment on column directory.listing.type_bit is 'The bit itself, since an entity has one type; the two others are numbers of several bits.';

create function directory.number_terms() returns trigger language plpgsql set search_path = '' as $$
begin
  new.category_bits := directory.bits('category', new.categories);
  new.status_bits := directory.bits('status', new.statuses);
  select bit into strict new.type_bit from directory.term where taxonomy = 'type' and code = new.type;
  return new;
end
$$;
create trigger number_terms before insert or update of type, categories, statuses on directory.listing
  for each row execute function directory.number_terms();
alter table directory.listing no force row level security;
update directory.listing set type = type;
alter table directory.listing force row level security;

drop index directory.listing_narrow;
create index listing_counted on directory.listing (entity_id)
  include (category_bits, type_bit, status_bits, county_code, voivodeship_code, name, confirmed_on, updated_at, reserved, takes_referrals, free_places, step_free, state, lat, lon, offers);
