-- Module: organisations. Who writes the register of institutions: whoever runs the system, also when a page forgets to ask.

-- Reading stays open. Not forced: the owner role, which cannot sign in, loads registers and answers in views.
alter table organisations.legal_entity enable row level security;
alter table organisations.institution enable row level security;
alter table organisations.institution_area enable row level security;
create policy open on organisations.legal_entity for select using (true);
create policy open on organisations.institution for select using (true);
create policy open on organisations.institution_area for select using (true);

create policy registered on organisations.legal_entity for insert to splot_worker
  with check ((select organisations.holds(array['technical_admin'])));
create policy changed on organisations.legal_entity for update to splot_worker
  using ((select organisations.holds(array['technical_admin'])));

create policy registered on organisations.institution for insert to splot_worker
  with check ((select organisations.holds(array['technical_admin'])));
-- Whoever runs an institution holds its row while its people change, and changes nothing of it.
create policy changed on organisations.institution for update to splot_worker
  using ((select organisations.holds(array['technical_admin']))
    or (id = kernel.institution() and (select organisations.holds(array['head', 'institution_admin']))))
  with check ((select organisations.holds(array['technical_admin'])));

create policy added on organisations.institution_area for insert to splot_worker
  with check ((select organisations.holds(array['technical_admin'])));
create policy dropped on organisations.institution_area for delete to splot_worker
  using ((select organisations.holds(array['technical_admin'])));
