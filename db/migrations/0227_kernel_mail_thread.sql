-- Module: kernel. A letter may say which letter it answers, so that mail programs show both together.

alter table kernel.mail add column in_reply_to text check (length(in_reply_to) between 3 and 998 and in_reply_to !~ '[[:cntrl:][:space:]]');
comment on column kernel.mail.in_reply_to is 'Message-ID, with its angle brackets, of the letter this one answers.';
