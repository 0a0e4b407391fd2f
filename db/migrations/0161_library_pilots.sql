-- Module: library. The running log of a pilot: what the team on the spot notes between two versions of its page.

create table library.pilot_team (
  document_id uuid not null references library.document on delete cascade,
  institution_id uuid not null references organisations.institution on delete cascade,
  primary key (document_id, institution_id)
);
comment on table library.pilot_team is 'Institutions whose workers keep the log of a pilot. Public data.';
create index pilot_team_institution on library.pilot_team (institution_id);

create table library.pilot_entry (
  id uuid primary key,
  document_id uuid not null references library.document on delete cascade,
  kind text not null check (kind in ('milestone', 'value', 'visit')),
  item int not null default 0 check (item between 0 and 60),
  on_date date not null,
  value numeric(14, 2),
  note text not null default '' check (length(note) <= 1000),
  institution_id uuid references organisations.institution on delete set null,
  added_at timestamptz not null,
  added_by uuid references organisations.worker on delete set null,
  check ((kind = 'value') = (value is not null)),
  check (kind <> 'visit' or note <> '')
);
comment on table library.pilot_entry is 'Notes of a pilot: a milestone reached, a value measured, a visit paid. The latest of a milestone or an indicator counts; none is changed. Public data.';
comment on column library.pilot_entry.item is 'Which: the month of a milestone, the position of an indicator from 0; nothing for a visit.';
create index pilot_entry_document on library.pilot_entry (document_id, on_date, added_at);
create index pilot_entry_institution on library.pilot_entry (institution_id);
create index pilot_entry_author on library.pilot_entry (added_by);

do $$
declare t text;
begin
  foreach t in array array['pilot_team', 'pilot_entry'] loop
    execute format('alter table library.%I enable row level security', t);
    execute format('alter table library.%I force row level security', t);
    execute format('create policy work on library.%I to splot_system using (true) with check (true)', t);
    execute format('create policy everybody on library.%I for select using (true)', t);
    execute format('create policy editors_take on library.%I for delete to splot_worker using ((select organisations.edits()))', t);
    execute format('grant select on library.%I to splot_worker, splot_participant, splot_public, splot_search', t);
    execute format('grant select, insert, update, delete on library.%I to splot_system', t);
    execute format('grant insert, delete on library.%I to splot_worker', t);
  end loop;
end
$$;
create policy editors_add on library.pilot_team for insert to splot_worker with check ((select organisations.edits()));
create policy team_add on library.pilot_entry for insert to splot_worker
  with check (institution_id = kernel.institution() and added_by = kernel.worker()
    and ((select organisations.edits())
      or exists (select from library.pilot_team t where t.document_id = pilot_entry.document_id and t.institution_id = kernel.institution())));
