-- Module: cases. The count of the night touches only partnerships that have cases: figures that came otherwise stay.

set local role splot_search;
create or replace function cases.api_count_measures() returns int language plpgsql security definer set search_path = '' as $$
declare
  this constant int := extract(year from kernel.today())::int;
  lines int;
begin
  update cases.measure m set counted = 0, total = 0, computed_on = kernel.today()
  where m.year in (this - 1, this) and exists (select from cases.shared_case c where c.partnership_id = m.partnership_id);
  insert into cases.measure (partnership_id, year, code, counted, total, computed_on)
  select m.partnership_id, y.year, m.code, m.counted, m.total, kernel.today()
  from generate_series(this - 1, this) y (year), cases.measures(make_date(y.year, 1, 1), make_date(y.year, 12, 31), null) m
  on conflict (year, code, partnership_id) do update set counted = excluded.counted, total = excluded.total;
  get diagnostics lines = row_count;
  return lines;
end
$$;
set local role splot_owner;
