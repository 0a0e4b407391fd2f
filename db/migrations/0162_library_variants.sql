-- Module: library. A kept budget is read, added and deleted, each by a policy of its own; nobody changes it.

drop policy own on library.budget_variant;
create policy own on library.budget_variant for select to splot_worker using (institution_id = kernel.institution());
create policy own_add on library.budget_variant for insert to splot_worker with check (institution_id = kernel.institution());
create policy drop_draft on library.budget_variant for delete to splot_worker using (institution_id = kernel.institution());
