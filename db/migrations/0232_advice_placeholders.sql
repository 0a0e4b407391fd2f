-- Module: advice. The neutral words that stand in an article for what was found, so that a decision to keep it can put it back.

alter table advice.finding add column instead text not null default '' check (length(instead) <= 60);
comment on column advice.finding.instead is 'What stands in the article for it until it is kept: „[imię i nazwisko 1]”.';
alter table advice.finding add constraint finding_forgotten check (decision is distinct from 'kept' or said <> '');
