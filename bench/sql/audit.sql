-- The access record: who saw what, sixteen entries a case, in monthly partitions as the system makes them.
-- They stand under one invented seal, so that the server does not spend the measurement on sealing history.
select audit.ensure_partitions(min(opened), max(today)) from made_case;
insert into audit.entry (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id)
select pg_temp.made(60, n * 16 + e), least(opened_at + make_interval(secs => age * 86400 * (e + 1) / 17.0), today::timestamptz), case when e % 5 = 4 then 'note.added' else 'view' end, 'worker',
  pg_temp.made(9, 0), case when e % 3 = 0 and has_pup then adviser else worker end, case when e % 3 = 0 and has_pup then pup else ops end,
  (array['case', 'plan', 'diagnosis', 'case_history'])[1 + e % 4], id, person, id, (array['{D1}', '{D1,D5}', '{D1,D3,D4,D5}', '{D1}'])[1 + e % 4]::text[],
  'P3', '/cases/' || id || (array['', '/plan', '/diagnosis', '/history'])[1 + e % 4], 'made' || n * 16 + e
from made_case, generate_series(0, 15) e;
insert into audit.seal (number, from_number, to_number, entries, from_at, to_at, rows_hash, previous, sealed_at, hash, signature)
select 1, 0, max(number), count(*), min(at), max(at), 'made', 'made', now(), 'made', 'made' from audit.entry;
