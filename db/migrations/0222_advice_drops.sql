-- Module: advice. What people take back: an unfinished answer, a sign of presence, a line of what somebody knows.

alter policy dropped on advice.message rename to drop_draft;
alter policy left_it on advice.presence rename to drop_draft;
alter policy removed on advice.expertise rename to drop_draft;
