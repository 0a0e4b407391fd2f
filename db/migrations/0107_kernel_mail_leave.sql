-- Module: kernel. A letter says in its head how to leave a list by one click (RFC 8058).

alter table kernel.mail add column leave_url text check (leave_url ~ '^https?://');
comment on column kernel.mail.leave_url is 'Where a mail program sends one POST to leave the list; only on letters somebody asked for.';
