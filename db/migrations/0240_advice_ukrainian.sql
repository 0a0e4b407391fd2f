-- Module: advice. What somebody who asks in Ukrainian reads and writes: topics, kinds of callers, words of a crisis.

alter table advice.topic add column name_uk text not null default '' check (length(name_uk) <= 120);
alter table advice.caller_category add column name_uk text not null default '' check (length(name_uk) <= 120);
comment on column advice.topic.name_uk is 'Empty while nobody has translated it: then the Polish name is shown.';
comment on column advice.caller_category.name_uk is 'Empty while nobody has translated it: then the Polish name is shown.';

update advice.topic t set name_uk = v.name from (values
  ('cooperation', 'Співпраця установ'),
  ('agreement', 'Угода і партнерська група'),
  ('referral', 'Направлення і спільний план'),
  ('personal_data', 'Персональні дані та обмін ними'),
  ('work', 'Робота та професійна активізація'),
  ('status', 'Статус безробітної особи'),
  ('instruments', 'Стажування, навчання, субсидоване працевлаштування'),
  ('social_employment', 'Соціальна зайнятість: CIS і KIS'),
  ('economy', 'Соціальна економіка'),
  ('enterprise_status', 'Статус соціального підприємства'),
  ('cooperative', 'Заснування соціального кооперативу'),
  ('owes', 'Підтримка OWES, дотації та позики'),
  ('de_minimis', 'Допомога de minimis'),
  ('procurement', 'Державні закупівлі та публічні завдання'),
  ('reserved', 'Зарезервовані закупівлі та соціальні умови'),
  ('tasks', 'Доручення публічних завдань організаціям'),
  ('help', 'Допомога для людини'),
  ('benefits', 'Соціальні виплати та допомога грошима'),
  ('housing', 'Житло і борги'),
  ('disability', 'Інвалідність і доступність'),
  ('services', 'Де знайти допомогу поруч'),
  ('other', 'Інша тема')
) as v (code, name) where v.code = t.code;

update advice.caller_category c set name_uk = v.name from (values
  ('social_assistance', 'Соціальна допомога (OPS, CUS, PCPR)'),
  ('labour_office', 'Служба зайнятості (PUP, WUP)'),
  ('local_government', 'Ґміна, повіт, воєводство'),
  ('ngo', 'Громадська організація'),
  ('reintegration_unit', 'CIS, KIS, WTZ, ZAZ'),
  ('social_enterprise', 'Соціальний кооператив або соціальне підприємство'),
  ('initiative', 'Ініціативна група'),
  ('employer', 'Роботодавець'),
  ('person', 'Приватна особа'),
  ('other', 'Хтось інший')
) as v (code, name) where v.code = c.code;

insert into advice.crisis_phrase (phrase, lang, valid_from, source)
select p, 'uk', '2026-01-01', s from (values
  ('Splot, after the warning signs of WHO „Preventing suicide” (2023); rather too often than too seldom',
    array['накласти на себе руки', 'накладу на себе руки', 'не хочу більше жити', 'не хочу вже жити', 'більше не хочу жити', 'не хочеться жити',
      'хочу вмерти', 'хочеться вмерти', 'хочеться померти', 'краще померти', 'краще вмерти', 'покінчити з собою', 'покінчу з собою', 'покінчити з життям',
      'піти з життя', 'повіситис', 'вбю себе', 'вб ю себе', 'не бачу сенсу жити', 'немає сенсу жити', 'ріжу себе']),
  ('Splot, after the form „Niebieska Karta – A” (Regulation of the Council of Ministers of 6.09.2023); rather too often than too seldom',
    array['бє мене', 'мене бє', 'мене б є', 'бʼє мене', 'мене бʼє', 'бють мене', 'мене бють', 'б ють мене', 'мене б ють', 'бʼють мене', 'мене бʼють', 'побив мене', 'мене побив', 'побили мене', 'мене побили',
      'душить мене', 'мене душить', 'знущаєтьс', 'погрожує мене вбити', 'погрожує вбити', 'боюся за своє життя', 'боюся за життя', 'боюся повертатися додому']),
  ('Splot: life in danger for want of shelter; Social Assistance Act, art. 48',
    array['замерза', 'замерзн', 'не маю де спати сьогодні', 'сьогодні не маю де спати', 'немає де спати сьогодні', 'діти голодують', 'помираю з голоду'])
) as x (s, ps), unnest(ps) as p
on conflict do nothing;
