-- Module: cases. The shared case and the public base: which support may answer a need, and what nobody could meet.

create table cases.need_support (
  need text not null,
  support text not null,
  source text not null,
  primary key (need, support)
);
comment on table cases.need_support is 'Which kinds of support of the public base (codes of its dictionary "support") may answer a need. A proposal shown beside a referral, never a decision. Public data.';
grant select on cases.need_support to splot_worker, splot_participant, splot_public, splot_system;
insert into cases.need_support (need, support, source)
select need, support, 'Propozycja Splotu; partnerstwo może ją zmienić' from (values
  ('long_term_unemployment', 'reintegration'), ('long_term_unemployment', 'job'), ('long_term_unemployment', 'training'),
  ('no_qualifications', 'training'), ('no_qualifications', 'reintegration'),
  ('poverty', 'food_aid'), ('poverty', 'debt'), ('poverty', 'counselling'),
  ('homelessness', 'housing'), ('homelessness', 'food_aid'), ('homelessness', 'reintegration'),
  ('addiction_therapy', 'addiction'), ('addiction_therapy', 'reintegration'),
  ('single_parenthood', 'counselling'), ('single_parenthood', 'food_aid'),
  ('prison_release', 'reintegration'), ('prison_release', 'housing'), ('prison_release', 'job'),
  ('disability', 'therapy'), ('disability', 'job'), ('disability', 'care_home'),
  ('mental_crisis', 'counselling'), ('mental_crisis', 'therapy'), ('mental_crisis', 'crisis'),
  ('long_illness', 'care_home'), ('long_illness', 'counselling'),
  ('debts', 'debt'), ('debts', 'counselling'),
  ('care_duties', 'day_centre'), ('care_duties', 'care_home'),
  ('young_neet', 'training'), ('young_neet', 'counselling'), ('young_neet', 'job'),
  ('leaving_care', 'housing'), ('leaving_care', 'counselling'),
  ('refugee', 'integration'), ('refugee', 'counselling'),
  ('isolation', 'day_centre'), ('isolation', 'reintegration'),
  ('digital_exclusion', 'training')) as v (need, support);

-- Needs nobody met in a county in the last twelve months. Counts below five are not told: a small number points at a
-- person. Runs with the rights of the search role, since the rows themselves are for their institution alone.
create function cases.api_unmet_needs(in_county text, today date)
returns table (need text, count int) language sql stable security definer set search_path = '' as $$
  select u.need, count(*)::int
  from cases.unmet_need u
    left join territory.api_gmina g on g.id = u.gmina_id
    join partnerships.partnership p on p.id = u.partnership_id
  where coalesce(g.county_code, p.county_code) = in_county and u.noted_on > today - interval '12 months'
  group by u.need having count(*) >= 5
  order by 2 desc, 1
$$;
alter function cases.api_unmet_needs(text, date) owner to splot_search;
revoke execute on function cases.api_unmet_needs(text, date) from public;
grant execute on function cases.api_unmet_needs(text, date) to splot_worker, splot_participant, splot_public, splot_system;
grant select on cases.unmet_need to splot_search;
create policy counted on cases.unmet_need for select to splot_search using (true);
