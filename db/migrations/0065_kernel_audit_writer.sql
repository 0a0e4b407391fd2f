-- Module: kernel. An entry of the access record is written in the name of whoever acts, by kind and by person, and for now.

-- The account and the institution were held to the context before; who looked was not, though that is what is read.
create policy as_worker on audit.entry as restrictive for insert to splot_worker
  with check (actor_kind = 'worker' and worker_id = kernel.worker() and at = kernel.instant());
create policy as_person on audit.entry as restrictive for insert to splot_participant
  with check (actor_kind = 'participant' and worker_id = kernel.person() and at = kernel.instant());
create policy as_nobody on audit.entry as restrictive for insert to splot_public
  with check (actor_kind = 'public' and worker_id = '00000000-0000-0000-0000-000000000000' and at = kernel.instant());
create policy as_system on audit.entry as restrictive for insert to splot_system
  with check (actor_kind = 'system' and worker_id = '00000000-0000-0000-0000-000000000000' and at = kernel.instant());
