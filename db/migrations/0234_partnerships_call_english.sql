-- Module: partnerships. A call for projects may be told in English too; without it everybody reads the Polish words.

alter table partnerships.regional_call
  add column title_en text not null default '' check (length(title_en) <= 200),
  add column lead_en text not null default '' check (length(lead_en) <= 600),
  add column criteria_en text not null default '' check (length(criteria_en) <= 6000),
  add column who_en text not null default '' check (length(who_en) <= 1000);

-- The name of a county comes in its first form, so it may not stand after „w powiecie”.
update partnerships.clause_variant
set body_pl = 'Partnerstwo działa na obszarze gmin: {obszar} (powiat: {powiat}). Kierować można osoby, które mieszkają albo przebywają na tym obszarze.'
where body_pl = 'Partnerstwo działa w powiecie {powiat}, na obszarze gmin: {obszar}. Kierować można osoby, które mieszkają albo przebywają na tym obszarze.';
