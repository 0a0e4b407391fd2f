-- Module: advice. Who has to be called back, without reading all that somebody ever answered.

create index question_calls on advice.question (assigned_to, call_back_at, id) where state = 'answered' and call_back_at is not null;
