-- Module: advice. Letters that come to the mailbox of the desks: every one is kept account of, and none is lost.

create table advice.mailbox (
  name text primary key,
  uid_validity bigint not null,
  last_uid bigint not null,
  checked_at timestamptz not null,
  problem text check (length(problem) <= 100)
);
comment on table advice.mailbox is 'How far the mailbox has been read, and what went wrong last. The name is a hash of server, login and folder.';
alter table advice.mailbox enable row level security;
alter table advice.mailbox force row level security;
create policy work on advice.mailbox to splot_system using (true) with check (true);
create policy state on advice.mailbox for select to splot_worker using (coalesce((select advice.mine()), '{}') <> '{}' or coalesce((select advice.led()), '{}') <> '{}');
grant select, insert, update on advice.mailbox to splot_system;
grant select on advice.mailbox to splot_worker;

create table advice.letter (
  id uuid primary key,
  desk_id uuid not null references advice.desk on delete restrict,
  mailbox text not null references advice.mailbox on delete restrict,
  uid_validity bigint not null,
  uid bigint not null,
  state text not null check (state in ('taken', 'set_aside', 'dropped')),
  reason text check (reason ~ '^[a-z_]{1,30}$'),
  message_id text check (length(message_id) between 1 and 998),
  from_address text not null default '' check (length(from_address) <= 254),
  from_name text not null default '' check (length(from_name) <= 200),
  subject text not null default '' check (length(subject) <= 200),
  body text not null default '' check (length(body) <= 20000),
  size int not null check (size >= 0),
  received_at timestamptz not null,
  question_id uuid references advice.question on delete cascade,
  handled_by uuid references organisations.worker on delete restrict,
  handled_at timestamptz,
  unique (mailbox, uid_validity, uid),
  check ((state = 'taken') = (question_id is not null)),
  check ((state = 'taken') or reason is not null),
  check ((handled_by is null) = (handled_at is null))
);
comment on table advice.letter is 'A letter that came to a desk: taken in as a question, set aside until somebody looks, or dropped by somebody. Personal data: for the desk alone; sender and words are erased by the rule of contacts.';
comment on column advice.letter.reason is 'Why it was not taken in: a machine wrote it, it is damaged, too many came …';
create index letter_waiting on advice.letter (desk_id, received_at desc, id desc) where state = 'set_aside';
create index letter_desk on advice.letter (desk_id);
create index letter_question on advice.letter (question_id);
create index letter_worker on advice.letter (handled_by);
create index letter_message on advice.letter (message_id);
create index letter_sender on advice.letter (from_address, received_at) where from_address <> '';
create index letter_received on advice.letter (received_at) where from_address <> '' or body <> '';
select advice.protect('letter');
revoke insert, update on advice.letter from splot_worker;
grant update (state, handled_by, handled_at, question_id) on advice.letter to splot_worker;

create table advice.notice (
  mail_id uuid primary key,
  question_id uuid not null,
  desk_id uuid not null,
  foreign key (question_id, desk_id) references advice.question (id, desk_id) on delete cascade on update cascade
);
comment on table advice.notice is 'Which letter that left is about which question: an answer to it belongs there.';
create index notice_question on advice.notice (question_id, desk_id);
create index notice_desk on advice.notice (desk_id);
select advice.protect('notice');
revoke insert, update on advice.notice from splot_worker;

alter table advice.rule drop constraint rule_code_check;
alter table advice.rule add constraint rule_code_check check (code in ('first_answer_days', 'urgent_answer_days', 'again_answer_days', 'close_days',
  'contact_months', 'words_years', 'link_days', 'per_network_day', 'presence_seconds', 'letters_day'));
insert into advice.rule (code, value, valid_from, source) values
  ('letters_day', 10, '2000-01-01', 'Ustalenie administratora: tyle listów jednego nadawcy na dobę staje się pytaniami; dalsze czekają, aż ktoś je przejrzy');
