-- Module: kernel. Sealing of the access record: numbered entries, keyed seals, monthly partitions made ahead.

create sequence audit.entry_number as bigint;
comment on sequence audit.entry_number is 'Numbers the entries. Gaps are ordinary: a request that failed took its number with it.';

-- The transaction takes its id first and its number second. So whoever reads the sequence and then takes a
-- transaction id of their own knows that every number up to there belongs to a transaction older than theirs, and
-- can wait until those have ended; that is how the seal never skips an entry committed late.
create function audit.next_number() returns bigint language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_catalog.pg_current_xact_id();
  return pg_catalog.nextval('audit.entry_number');
end $$;

alter table audit.entry add column number bigint not null default audit.next_number();
comment on column audit.entry.number is 'The order of sealing. Not the order of time: the demonstration writes entries of the past.';
create index entry_by_number on audit.entry (number);

-- Nobody chooses a number: the application may fill every column but that one.
revoke insert on audit.entry from splot_worker, splot_participant, splot_public, splot_system;
grant insert (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id,
    classes, purpose, path, request_id, basis_id, detail)
  on audit.entry to splot_worker, splot_participant, splot_public, splot_system;
revoke execute on function audit.next_number() from public;
grant execute on function audit.next_number() to splot_worker, splot_participant, splot_public, splot_system;
grant select on sequence audit.entry_number to splot_system;

alter table audit.seal
  add column from_number bigint not null,
  add column to_number bigint not null,
  add column rows_hash text not null,
  add column signature text not null,
  add constraint seal_range check (to_number > from_number and entries >= 0);
comment on column audit.seal.from_number is 'The seal covers the entries with a number above this one, up to and including to_number.';
comment on column audit.seal.rows_hash is 'SHA-256 over the entries, in the order of their numbers.';
comment on column audit.seal.hash is 'SHA-256 over every other column of the seal but the signature, the previous hash among them.';
comment on column audit.seal.signature is 'HMAC of the hash with a key made from SECRET: whoever has the database alone cannot forge a seal.';

-- The text of one entry that is hashed. One function, so that sealing and checking cannot drift apart.
create function audit.canonical(e audit.entry) returns text language sql stable parallel safe as $$
  select json_build_array(e.number, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.action, e.actor_kind, e.account_id,
    e.worker_id, e.institution_id, e.object_type, e.object_id, e.subject_id, e.file_id, array_to_json(e.classes), e.purpose,
    e.path, e.request_id, e.basis_id, e.detail)::text
$$;

-- Makes the monthly partitions (months of UTC) that hold the days from..to and do not exist yet; returns how many.
-- Entries of such a month that had landed in the default partition move into the new one.
create function audit.ensure_partitions(from_day date, to_day date) returns int
language plpgsql security definer set search_path = '' set timezone = 'UTC' set lock_timeout = '10s' as $$
declare
  month date := date_trunc('month', from_day::timestamp)::date;
  next_month date;
  name text;
  made int := 0;
begin
  if to_day < from_day or to_day - from_day > 3660 then
    raise exception 'ensure_partitions: from % to % is not a span of at most ten years', from_day, to_day;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(7315003);
  while month <= to_day loop
    next_month := (month + interval '1 month')::date;
    name := 'entry_' || to_char(month, 'YYYY_MM');
    if to_regclass('audit.' || name) is null then
      execute format('create table audit.%I (like audit.entry including defaults including constraints including comments)', name);
      -- Owners are held by FORCE row-level security as well, so it rests while rows move; the transaction ends with it back.
      alter table audit.entry_default no force row level security;
      execute format('with moved as (delete from audit.entry_default where at >= %L and at < %L returning *) insert into audit.%I select * from moved',
        month::timestamptz, next_month::timestamptz, name);
      alter table audit.entry_default force row level security;
      execute format('alter table audit.%I enable row level security', name);
      execute format('alter table audit.%I force row level security', name);
      execute format('alter table audit.entry attach partition audit.%I for values from (%L) to (%L)',
        name, month::timestamptz, next_month::timestamptz);
      made := made + 1;
    end if;
    month := next_month;
  end loop;
  return made;
end $$;
revoke execute on function audit.ensure_partitions(date, date) from public;
grant execute on function audit.ensure_partitions(date, date) to splot_system;
