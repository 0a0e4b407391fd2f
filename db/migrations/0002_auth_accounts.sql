-- Module: kernel. Sign-in: accounts, sessions, second factor, single-use links, guarding against guessing.
-- The first five tables are those of better-auth 1.7, in its own shape; only the role splot_auth reaches this schema.

create schema auth authorization splot_owner;
grant usage on schema auth to splot_auth;
comment on schema auth is 'Who may sign in. Reachable by the sign-in code alone; the rest of the system knows an account by its id.';

create table auth."user" (
  id uuid primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email) and email <> ''),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  two_factor_enabled boolean,
  last_acting_as uuid
);
comment on table auth."user" is 'An account of a person: made only by accepting an invitation, by the operator or by the demonstration.';
comment on column auth."user".last_acting_as is 'Whom the account acted for last; a new session starts with it.';

create table auth.session (
  id uuid primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references auth."user" on delete cascade,
  acting_as uuid
);
comment on table auth.session is 'A signed-in browser. The cookie holds the token with its signature, so a copy of this table opens nothing.';
comment on column auth.session.updated_at is 'When the session was last used, to the minute; idle time counts from it.';
comment on column auth.session.ip_address is 'Always empty: the address is not needed to recognise a session.';
comment on column auth.session.acting_as is 'The worker (person in an institution) or the participation the account acts as; null until chosen.';
create index session_of_user on auth.session (user_id);

create table auth.account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on table auth.account is 'How an account proves itself: `credential` is a password (scrypt), `oidc` a subject at the single sign-on. Tokens of the latter are not kept.';
create index account_of_user on auth.account (user_id);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.verification is 'Unfinished sign-ins: waiting for the second factor, or for the answer of the single sign-on.';
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key,
  secret text not null,
  backup_codes text not null,
  user_id uuid not null unique references auth."user" on delete cascade,
  verified boolean,
  failed_verification_count int,
  locked_until timestamptz
);
comment on table auth.two_factor is 'Second factor: the secret of the code generator and the unused recovery codes, both encrypted with the key of the installation.';

create table auth.link (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  token_hash text not null unique,
  email text not null check (email = lower(email)),
  name text not null default '',
  user_id uuid references auth."user" on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  used_by uuid,
  check ((kind = 'reset') = (user_id is not null))
);
comment on table auth.link is 'Single-use links sent by mail: an invitation to open an account, or a new password. Only the hash of the secret is kept.';
create index link_of_user on auth.link (user_id, created_at desc) where user_id is not null;

create table auth.attempt (
  key text primary key,
  failures int not null,
  at timestamptz not null,
  locked_until timestamptz
);
comment on table auth.attempt is 'Failed guesses per account and per address, and the pause they earned.';
comment on column auth.attempt.key is 'Keyed hash of the e-mail, the account or the address; an e-mail without an account counts in the same way.';

do $$
declare t text;
begin
  foreach t in array array['user', 'session', 'account', 'verification', 'two_factor', 'link', 'attempt'] loop
    execute format('alter table auth.%I enable row level security', t);
    execute format('alter table auth.%I force row level security', t);
    execute format('create policy sign_in on auth.%I to splot_auth using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on auth.%I to splot_auth', t);
  end loop;
end
$$;
