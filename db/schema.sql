-- The structure of the database as the migrations make it. Written by: node --import tsx scripts/schema.ts
-- To read and to compare; the migrations in db/migrations are what runs.

table advice.advice_type -- Types of advice on a card. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  position integer not null
  source text not null
  valid_from date not null
  valid_to date
  constraint advice_type_check CHECK ((valid_to >= valid_from))
  constraint advice_type_code_check CHECK ((code ~ '^[a-z_]+$'::text))
  constraint advice_type_pkey PRIMARY KEY (code)
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table advice.answer_time -- Within how many working days a question is answered and closed: of a desk, a topic with all below it, a channel; empty is any. Public data.
  id uuid not null default gen_random_uuid()
  desk_id uuid
  topic_code text
  channel text
  first_days integer
  closing_days integer not null
  valid_from date not null
  valid_to date
  derived boolean not null default true
  source text not null
  constraint answer_time_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'mail'::text, 'phone'::text, 'visit'::text])))
  constraint answer_time_check CHECK ((valid_to >= valid_from))
  constraint answer_time_check1 CHECK ((first_days <= closing_days))
  constraint answer_time_closing_days_check CHECK (((closing_days >= 0) AND (closing_days <= 250)))
  constraint answer_time_coalesce_coalesce1_coalesce2_daterange_excl EXCLUDE USING gist (COALESCE((desk_id)::text, ''::text) WITH =, COALESCE(topic_code, ''::text) WITH =, COALESCE(channel, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint answer_time_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint answer_time_first_days_check CHECK (((first_days >= 0) AND (first_days <= 60)))
  constraint answer_time_pkey PRIMARY KEY (id)
  constraint answer_time_source_check CHECK ((source <> ''::text))
  constraint answer_time_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  index answer_time_desk USING btree (desk_id)
  index answer_time_topic USING btree (topic_code)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (valid_to)

table advice.article -- An answer on its way to a public article. Personal data until every finding is decided: read by the desk alone, and so is the link from the question to the document.
  id uuid not null
  desk_id uuid not null
  question_id uuid
  topic_code text
  title text not null default ''::text
  lead text not null default ''::text
  body text not null default ''::text
  legal_state_on date
  review_by date
  theme text
  acts text not null default ''::text
  state text not null default 'writing'::text
  document_id uuid
  version_id uuid
  authors uuid[] not null default '{}'::uuid[]
  created_by uuid
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  handed_at timestamp with time zone
  row_version integer not null default 1
  constraint article_acts_check CHECK ((length(acts) <= 2000))
  constraint article_body_check CHECK ((length(body) <= 60000))
  constraint article_check CHECK (((state = 'writing'::text) OR (document_id IS NOT NULL) OR (handed_at IS NOT NULL)))
  constraint article_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint article_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE SET NULL
  constraint article_lead_check CHECK ((length(lead) <= 1000))
  constraint article_pkey PRIMARY KEY (id)
  constraint article_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE SET NULL (question_id)
  constraint article_question_id_key UNIQUE (question_id)
  constraint article_state_check CHECK ((state = ANY (ARRAY['writing'::text, 'handed'::text])))
  constraint article_theme_fkey FOREIGN KEY (theme) REFERENCES library.theme(code) ON DELETE RESTRICT
  constraint article_title_check CHECK ((length(title) <= 200))
  constraint article_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  constraint article_version_id_fkey FOREIGN KEY (version_id) REFERENCES library.version(id) ON DELETE SET NULL
  index article_author USING btree (created_by)
  index article_desk USING btree (desk_id, updated_at DESC)
  index article_document USING btree (document_id)
  index article_question USING btree (question_id, desk_id)
  index article_theme USING btree (theme)
  index article_topic USING btree (topic_code)
  index article_version USING btree (version_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  trigger keep BEFORE UPDATE ON advice.article FOR EACH ROW EXECUTE FUNCTION advice.keep_article()
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (topic_code, title, lead, body, legal_state_on, review_by, theme, acts, state, document_id, version_id, authors, updated_at, handed_at, row_version)

table advice.asker -- How to reach who asked; none for somebody anonymous. Personal data (D1): for the desk, erased a time after closing that is a rule, or when the person wishes.
  question_id uuid not null
  desk_id uuid not null
  name text not null default ''::text
  email text not null default ''::text
  phone text not null default ''::text
  account_id uuid
  source_hash text not null default ''::text
  erased_at timestamp with time zone
  constraint asker_check CHECK (((erased_at IS NULL) OR (((name = ''::text) AND (email = ''::text) AND (phone = ''::text) AND (source_hash = ''::text)) AND (account_id IS NULL))))
  constraint asker_email_check CHECK (((length(email) <= 254) AND (email = lower(email))))
  constraint asker_name_check CHECK ((length(name) <= 200))
  constraint asker_phone_check CHECK ((length(phone) <= 40))
  constraint asker_pkey PRIMARY KEY (question_id)
  constraint asker_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  index asker_account USING btree (account_id) WHERE (account_id IS NOT NULL)
  index asker_desk USING btree (desk_id)
  index asker_email USING btree (email) WHERE (email <> ''::text)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select (question_id, desk_id, name, email, phone, erased_at), update

table advice.attachment -- Files that came or left with a message.
  file_id uuid not null
  message_id uuid not null
  question_id uuid not null
  desk_id uuid not null
  constraint attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint attachment_message_id_question_id_desk_id_fkey FOREIGN KEY (message_id, question_id, desk_id) REFERENCES advice.message(id, question_id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint attachment_pkey PRIMARY KEY (file_id)
  index attachment_desk USING btree (desk_id)
  index attachment_message USING btree (message_id, question_id, desk_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  trigger in_hand BEFORE INSERT OR UPDATE OF file_id ON advice.attachment FOR EACH ROW EXECUTE FUNCTION kernel.keep_in_hand()
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table advice.attempt -- Forms sent without an account, by a hash of the day and the network address, for the limit of a day; gone after two days.
  id uuid not null
  source_hash text not null
  at timestamp with time zone not null
  constraint attempt_pkey PRIMARY KEY (id)
  index attempt_at USING btree (at)
  index attempt_source USING btree (source_hash, at)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table advice.away -- Days on which somebody does not answer at this desk though present in the own institution: noted by themselves or by the lead. Absences of the institution stand in organisations.absence.
  id uuid not null
  desk_id uuid not null
  worker_id uuid not null
  stand_in_id uuid
  from_on date not null
  to_on date not null
  cancelled_at timestamp with time zone
  constraint away_check CHECK ((stand_in_id <> worker_id))
  constraint away_check1 CHECK ((to_on >= from_on))
  constraint away_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint away_pkey PRIMARY KEY (id)
  constraint away_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint away_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index away_desk USING btree (desk_id, to_on)
  index away_stand_in USING btree (stand_in_id)
  index away_worker USING btree (worker_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy own for insert to splot_worker with check (((worker_id = kernel.worker()) AND (desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))))
  policy own_change for update to splot_worker using ((worker_id = kernel.worker())) with check ((worker_id = kernel.worker()))
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (cancelled_at)

table advice.caller_category -- Who asks, in kinds. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  position integer not null
  valid_from date not null
  valid_to date
  source text not null
  name_uk text not null default ''::text
  constraint caller_category_check CHECK ((valid_to >= valid_from))
  constraint caller_category_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,30}$'::text))
  constraint caller_category_name_uk_check CHECK ((length(name_uk) <= 120))
  constraint caller_category_pkey PRIMARY KEY (code)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table advice.card -- One piece of advice given: to whom, by whom, when, how long, on what, and whether they confirmed it. Advice to a person is personal data.
  id uuid not null
  desk_id uuid not null
  number text not null default ''::text
  client_id uuid not null
  client_kind text not null
  worker_id uuid not null
  type_code text not null
  topic_code text
  question_id uuid
  pool_id uuid
  on_date date not null
  from_time time without time zone
  to_time time without time zone
  hours numeric(4,1) not null
  channel text not null
  problem text not null default ''::text
  advice text not null default ''::text
  next_steps text not null default ''::text
  state text not null default 'draft'::text
  asked_at timestamp with time zone
  answered_at timestamp with time zone
  answered_how text
  answered_by text not null default ''::text
  dispute text not null default ''::text
  rate_id uuid
  rate_grosze integer
  value_grosze bigint
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  erased_at timestamp with time zone
  row_version integer not null default 1
  constraint card_advice_check CHECK ((length(advice) <= 20000))
  constraint card_answered_by_check CHECK ((length(answered_by) <= 200))
  constraint card_answered_how_check CHECK ((answered_how = ANY (ARRAY['link'::text, 'paper'::text])))
  constraint card_channel_check CHECK ((channel = ANY (ARRAY['in_person'::text, 'on_site'::text, 'phone'::text, 'online'::text, 'written'::text])))
  constraint card_check CHECK (((from_time IS NULL) = (to_time IS NULL)))
  constraint card_check1 CHECK (((state = ANY (ARRAY['confirmed'::text, 'disputed'::text])) = (answered_at IS NOT NULL)))
  constraint card_check2 CHECK (((state <> 'disputed'::text) OR (dispute <> ''::text) OR (erased_at IS NOT NULL)))
  constraint card_check3 CHECK (((value_grosze IS NULL) OR ((value_grosze)::numeric = round((hours * (rate_grosze)::numeric)))))
  constraint card_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE RESTRICT
  constraint card_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint card_dispute_check CHECK ((length(dispute) <= 4000))
  constraint card_hours_check CHECK ((((hours >= 0.5) AND (hours <= (24)::numeric)) AND ((hours * (2)::numeric) = floor((hours * (2)::numeric)))))
  constraint card_hours_fit CHECK ((hours <= (ceil((EXTRACT(epoch FROM (to_time - from_time)) / (1800)::numeric)) / (2)::numeric)))
  constraint card_next_steps_check CHECK ((length(next_steps) <= 4000))
  constraint card_pkey PRIMARY KEY (id)
  constraint card_pool_id_client_id_type_code_fkey FOREIGN KEY (pool_id, client_id, type_code) REFERENCES advice.pool(id, client_id, type_code) ON DELETE RESTRICT
  constraint card_problem_check CHECK ((length(problem) <= 8000))
  constraint card_question_id_fkey FOREIGN KEY (question_id) REFERENCES advice.question(id) ON DELETE SET NULL
  constraint card_rate_id_fkey FOREIGN KEY (rate_id) REFERENCES advice.rate(id) ON DELETE RESTRICT
  constraint card_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'confirmed'::text, 'disputed'::text])))
  constraint card_time_order CHECK ((to_time > from_time))
  constraint card_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  constraint card_type_code_fkey FOREIGN KEY (type_code) REFERENCES advice.advice_type(code) ON DELETE RESTRICT
  constraint card_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index card_asked USING btree (asked_at) WHERE (state = 'waiting'::text)
  index card_by_number UNIQUE USING btree (desk_id, number)
  index card_client USING btree (client_id, on_date DESC)
  index card_desk USING btree (desk_id, on_date DESC, id)
  index card_pool USING btree (pool_id) WHERE (pool_id IS NOT NULL)
  index card_question USING btree (question_id) WHERE (question_id IS NOT NULL)
  index card_rate USING btree (rate_id) WHERE (rate_id IS NOT NULL)
  index card_topic USING btree (topic_code)
  index card_type USING btree (type_code)
  index card_worker USING btree (worker_id, on_date DESC)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (worker_id = kernel.worker()) AND (EXISTS ( SELECT
   FROM advice.client k
  WHERE (k.id = card.client_id)))))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (worker_id = kernel.worker()))) with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (worker_id = kernel.worker())))
  policy doors for select to splot_search using (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  trigger answer BEFORE INSERT OR UPDATE ON advice.card FOR EACH ROW EXECUTE FUNCTION advice.keep_answer()
  trigger keep BEFORE INSERT OR UPDATE ON advice.card FOR EACH ROW EXECUTE FUNCTION advice.keep_card()
  trigger pool AFTER INSERT OR UPDATE ON advice.card FOR EACH ROW EXECUTE FUNCTION advice.keep_pool()
  row-level security, forced
  -- splot_search: select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (client_id, client_kind, type_code, topic_code, pool_id, on_date, from_time, to_time, hours, channel, problem, advice, next_steps, state, asked_at, answered_at, answered_how, answered_by, dispute, updated_at, row_version)

table advice.card_file -- Documents given or gathered with a card; one may be its scanned signature.
  file_id uuid not null
  card_id uuid not null
  desk_id uuid not null
  client_id uuid not null
  client_kind text not null
  title text not null
  signature boolean not null default false
  added_at timestamp with time zone not null
  constraint card_file_card_id_fkey FOREIGN KEY (card_id) REFERENCES advice.card(id) ON DELETE CASCADE
  constraint card_file_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE CASCADE
  constraint card_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint card_file_pkey PRIMARY KEY (file_id)
  constraint card_file_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index card_file_card USING btree (card_id)
  index card_file_client USING btree (client_id)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)) with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  trigger in_hand BEFORE INSERT OR UPDATE OF file_id ON advice.card_file FOR EACH ROW EXECUTE FUNCTION kernel.keep_in_hand()
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table advice.card_link -- Secret links by which whoever was advised reads a card and confirms or disputes it. Only the hash of the secret is kept.
  hash text not null
  card_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  constraint card_link_card_id_fkey FOREIGN KEY (card_id) REFERENCES advice.card(id) ON DELETE CASCADE
  constraint card_link_pkey PRIMARY KEY (hash)
  index card_link_card USING btree (card_id)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select, update
  -- splot_system: delete, insert, select, update

table advice.card_number -- The last number of a card given at a desk in a year.
  desk_id uuid not null
  year integer not null
  last integer not null
  constraint card_number_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE CASCADE
  constraint card_number_pkey PRIMARY KEY (desk_id, year)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, select

table advice.card_rule -- How long cards are kept, how long a link for confirmation works, after how many days without an answer the adviser is reminded. Public data.
  code text not null
  value integer not null
  source text not null
  valid_from date not null
  valid_to date
  constraint card_rule_check CHECK ((valid_to >= valid_from))
  constraint card_rule_code_check CHECK ((code = ANY (ARRAY['keep_years'::text, 'link_days'::text, 'answer_days'::text])))
  constraint card_rule_pkey PRIMARY KEY (code, valid_from)
  constraint card_rule_value_check CHECK ((value > 0))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table advice.client -- Whom a desk advises: an initiative group, an entity, a person. A person is personal data: read by their advisers and the lead of the desk alone.
  id uuid not null
  desk_id uuid not null
  kind text not null
  name text not null
  entity_id uuid
  institution_id uuid
  nip text not null default ''::text
  undertaking boolean not null default false
  county_code text
  email text not null default ''::text
  phone text not null default ''::text
  created_at timestamp with time zone not null
  created_by uuid
  erased_at timestamp with time zone
  row_version integer not null default 1
  constraint client_check CHECK (((kind = 'entity'::text) OR ((entity_id IS NULL) AND (institution_id IS NULL) AND (nip = ''::text) AND (NOT undertaking))))
  constraint client_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint client_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint client_email_check CHECK ((length(email) <= 254))
  constraint client_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE SET NULL
  constraint client_id_desk_id_kind_key UNIQUE (id, desk_id, kind)
  constraint client_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE SET NULL
  constraint client_kind_check CHECK ((kind = ANY (ARRAY['initiative'::text, 'entity'::text, 'person'::text])))
  constraint client_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint client_nip_check CHECK ((nip ~ '^(\d{10})?$'::text))
  constraint client_phone_check CHECK ((length(phone) <= 20))
  constraint client_pkey PRIMARY KEY (id)
  index client_author USING btree (created_by)
  index client_desk USING btree (desk_id, name)
  index client_entity USING btree (entity_id) WHERE (entity_id IS NOT NULL)
  index client_institution USING btree (institution_id) WHERE (institution_id IS NOT NULL)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (created_by = kernel.worker())))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((kind <> 'person'::text) OR (id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (name, entity_id, institution_id, nip, undertaking, county_code, email, phone, row_version)

table advice.client_adviser -- Who advises whom, from a day to a day; of them one is the key adviser. Opens the records of a person.
  client_id uuid not null
  desk_id uuid not null
  client_kind text not null
  worker_id uuid not null
  is_key boolean not null default false
  since date not null
  until date
  constraint client_adviser_check CHECK ((until >= since))
  constraint client_adviser_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE CASCADE
  constraint client_adviser_pkey PRIMARY KEY (client_id, worker_id, since)
  constraint client_adviser_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index client_adviser_key UNIQUE USING btree (client_id) WHERE (is_key AND (until IS NULL))
  index client_adviser_worker USING btree (worker_id)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND advice.may_let_in(client_id, client_kind, worker_id)))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_kind <> 'person'::text) OR (client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (is_key, until)

table advice.counter -- The last number of a question in a year.
  year integer not null
  last integer not null
  constraint counter_pkey PRIMARY KEY (year)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table advice.crisis_phrase -- Beginnings of words, one after another, that somebody in a crisis or in danger writes; without diacritics. Public data.
  phrase text not null
  lang text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint crisis_phrase_check CHECK ((valid_to >= valid_from))
  constraint crisis_phrase_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint crisis_phrase_phrase_check CHECK (((phrase = lower(phrase)) AND (phrase <> ''::text)))
  constraint crisis_phrase_pkey PRIMARY KEY (phrase)
  constraint crisis_phrase_source_check CHECK ((source <> ''::text))
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table advice.desk -- An advice desk of an institution. Public data.
  id uuid not null
  institution_id uuid not null
  slug text not null
  name_pl text not null
  name_en text not null default ''::text
  lead_pl text not null default ''::text
  lead_en text not null default ''::text
  email text not null default ''::text
  phone text not null default ''::text
  counties text[] not null default '{}'::text[]
  is_default boolean not null default false
  is_open boolean not null default true
  state text not null default 'active'::text
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  row_version integer not null default 1
  assigns_itself boolean not null default false
  constraint desk_check CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL)))
  constraint desk_counties_check CHECK ((cardinality(counties) <= 400))
  constraint desk_email_check CHECK ((length(email) <= 254))
  constraint desk_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint desk_lead_en_check CHECK ((length(lead_en) <= 1000))
  constraint desk_lead_pl_check CHECK ((length(lead_pl) <= 1000))
  constraint desk_name_en_check CHECK ((length(name_en) <= 200))
  constraint desk_name_pl_check CHECK (((length(name_pl) >= 1) AND (length(name_pl) <= 200)))
  constraint desk_phone_check CHECK ((length(phone) <= 40))
  constraint desk_pkey PRIMARY KEY (id)
  constraint desk_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
  constraint desk_slug_key UNIQUE (slug)
  constraint desk_state_check CHECK ((state = ANY (ARRAY['active'::text, 'ended'::text])))
  index desk_default UNIQUE USING btree (is_default) WHERE (is_default AND (state = 'active'::text))
  index desk_institution USING btree (institution_id)
  policy added for insert to splot_worker with check (((institution_id = kernel.institution()) AND ( SELECT organisations.holds(ARRAY['head'::text]) AS holds)))
  policy changed for update to splot_worker using ((id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table advice.desk_topic -- Topics a desk has switched off, or on again; without a row a topic is on. Public data.
  desk_id uuid not null
  topic_code text not null
  is_on boolean not null
  constraint desk_topic_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint desk_topic_pkey PRIMARY KEY (desk_id, topic_code)
  constraint desk_topic_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  index desk_topic_topic USING btree (topic_code)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table advice.desk_worker -- Who works at a desk, from–to; experts of other institutions too. Worth nothing without the function of an adviser in the own institution.
  id uuid not null
  desk_id uuid not null
  worker_id uuid not null
  role text not null
  valid_from date not null
  valid_to date
  constraint desk_worker_check CHECK ((valid_to >= valid_from))
  constraint desk_worker_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint desk_worker_desk_id_worker_id_role_daterange_excl EXCLUDE USING gist (desk_id WITH =, worker_id WITH =, role WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint desk_worker_id_desk_id_key UNIQUE (id, desk_id)
  constraint desk_worker_pkey PRIMARY KEY (id)
  constraint desk_worker_role_check CHECK ((role = ANY (ARRAY['reception'::text, 'adviser'::text, 'reviewer'::text, 'lead'::text])))
  constraint desk_worker_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index desk_worker_desk USING btree (desk_id)
  index desk_worker_worker USING btree (worker_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table advice.duty -- Hours in which somebody is at the telephone, receives people or talks online: every week on a weekday (1 = Monday), or on one day. A duty ends, it is not deleted.
  id uuid not null
  desk_id uuid not null
  worker_id uuid not null
  kind text not null
  weekday integer
  on_day date
  from_time time without time zone not null
  to_time time without time zone not null
  valid_from date not null
  valid_to date
  constraint duty_check CHECK ((to_time > from_time))
  constraint duty_check1 CHECK ((valid_to >= valid_from))
  constraint duty_check2 CHECK (((weekday IS NULL) <> (on_day IS NULL)))
  constraint duty_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint duty_id_desk_id_key UNIQUE (id, desk_id)
  constraint duty_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'visit'::text, 'online'::text])))
  constraint duty_pkey PRIMARY KEY (id)
  constraint duty_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
  constraint duty_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index duty_desk USING btree (desk_id, valid_to)
  index duty_worker USING btree (worker_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (valid_to)

table advice.duty_change -- One day on which a duty is otherwise: somebody else has it, or it falls out (no substitute).
  id uuid not null
  duty_id uuid not null
  desk_id uuid not null
  on_day date not null
  substitute_id uuid
  note text not null default ''::text
  cancelled_at timestamp with time zone
  constraint duty_change_duty_id_desk_id_fkey FOREIGN KEY (duty_id, desk_id) REFERENCES advice.duty(id, desk_id) ON DELETE RESTRICT
  constraint duty_change_note_check CHECK ((length(note) <= 200))
  constraint duty_change_pkey PRIMARY KEY (id)
  constraint duty_change_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index duty_change_desk USING btree (desk_id, on_day)
  index duty_change_duty USING btree (duty_id, desk_id)
  index duty_change_once UNIQUE USING btree (duty_id, on_day) WHERE (cancelled_at IS NULL)
  index duty_change_substitute USING btree (substitute_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (cancelled_at)

table advice.event -- What happened with a question and who did it; codes and ids only.
  id uuid not null
  question_id uuid not null
  desk_id uuid not null
  at timestamp with time zone not null
  kind text not null
  worker_id uuid
  detail jsonb not null default '{}'::jsonb
  constraint event_kind_check CHECK ((kind ~ '^[a-z_]{1,40}$'::text))
  constraint event_pkey PRIMARY KEY (id)
  constraint event_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint event_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index event_desk USING btree (desk_id)
  index event_question USING btree (question_id, desk_id, at)
  index event_worker USING btree (worker_id)
  policy added for insert to splot_worker with check (((worker_id = kernel.worker()) AND (desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table advice.expertise -- What somebody at a desk knows: a topic with all below it (null is any), in these counties (none is everywhere).
  id uuid not null
  desk_worker_id uuid not null
  desk_id uuid not null
  topic_code text
  counties text[] not null default '{}'::text[]
  constraint expertise_counties_check CHECK ((cardinality(counties) <= 400))
  constraint expertise_desk_worker_id_desk_id_fkey FOREIGN KEY (desk_worker_id, desk_id) REFERENCES advice.desk_worker(id, desk_id) ON DELETE CASCADE
  constraint expertise_pkey PRIMARY KEY (id)
  constraint expertise_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  index expertise_desk USING btree (desk_id)
  index expertise_desk_worker USING btree (desk_worker_id, desk_id)
  index expertise_topic USING btree (topic_code)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table advice.finding -- What looked like personal data in an article and what was decided: taken out, or kept with a reason. Personal data; words taken out are forgotten when the article leaves the desk.
  id uuid not null
  article_id uuid not null
  desk_id uuid not null
  kind text not null
  said text not null
  decision text
  reason text not null default ''::text
  decided_by uuid
  decided_at timestamp with time zone
  instead text not null default ''::text
  constraint finding_article_id_fkey FOREIGN KEY (article_id) REFERENCES advice.article(id) ON DELETE CASCADE
  constraint finding_article_id_kind_said_key UNIQUE (article_id, kind, said)
  constraint finding_check CHECK (((decision IS NULL) = (decided_at IS NULL)))
  constraint finding_check1 CHECK (((decision IS DISTINCT FROM 'kept'::text) OR (reason <> ''::text)))
  constraint finding_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint finding_decision_check CHECK ((decision = ANY (ARRAY['removed'::text, 'kept'::text])))
  constraint finding_forgotten CHECK (((decision IS DISTINCT FROM 'kept'::text) OR (said <> ''::text)))
  constraint finding_instead_check CHECK ((length(instead) <= 60))
  constraint finding_kind_check CHECK ((kind ~ '^[a-z_]{1,20}$'::text))
  constraint finding_pkey PRIMARY KEY (id)
  constraint finding_reason_check CHECK ((length(reason) <= 300))
  constraint finding_said_check CHECK ((length(said) <= 500))
  index finding_article USING btree (article_id)
  index finding_decided USING btree (decided_by)
  index finding_desk USING btree (desk_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (decision IS NULL)))
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (said, decision, reason, decided_by, decided_at)

table advice.goal -- Goals of a support path and when they were reached.
  id uuid not null
  path_id uuid not null
  desk_id uuid not null
  client_id uuid not null
  client_kind text not null
  goal text not null
  due_on date
  reached_on date
  note text not null default ''::text
  position integer not null default 0
  constraint goal_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE CASCADE
  constraint goal_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 500)))
  constraint goal_note_check CHECK ((length(note) <= 1000))
  constraint goal_path_id_fkey FOREIGN KEY (path_id) REFERENCES advice.path(id) ON DELETE CASCADE
  constraint goal_pkey PRIMARY KEY (id)
  index goal_client USING btree (client_id)
  index goal_path USING btree (path_id, "position")
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)) with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (goal, due_on, reached_on, note, position)

table advice.legal_fact -- Amounts, shares and times that the law sets, each with the days of its validity and its source; templates insert them. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  value numeric(14,2) not null
  unit text not null
  act text not null default ''::text
  valid_from date not null
  valid_to date
  certainty text not null
  source text not null
  constraint legal_fact_certainty_check CHECK ((certainty = ANY (ARRAY['source'::text, 'knowledge'::text, 'uncertain'::text])))
  constraint legal_fact_check CHECK ((valid_to >= valid_from))
  constraint legal_fact_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,40}$'::text))
  constraint legal_fact_code_daterange_excl EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint legal_fact_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 160)))
  constraint legal_fact_name_pl_check CHECK (((length(name_pl) >= 1) AND (length(name_pl) <= 160)))
  constraint legal_fact_pkey PRIMARY KEY (code, valid_from)
  constraint legal_fact_source_check CHECK ((source <> ''::text))
  constraint legal_fact_unit_check CHECK ((unit = ANY (ARRAY['zl'::text, 'eur'::text, 'percent'::text, 'days'::text, 'working_days'::text, 'months'::text, 'years'::text, 'persons'::text, 'hours'::text])))
  policy added for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy ended for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (valid_to)

table advice.letter -- A letter that came to a desk: taken in as a question, set aside until somebody looks, or dropped by somebody. Personal data: for the desk alone; sender and words are erased by the rule of contacts.
  id uuid not null
  desk_id uuid not null
  mailbox text not null
  uid_validity bigint not null
  uid bigint not null
  state text not null
  reason text
  message_id text
  from_address text not null default ''::text
  from_name text not null default ''::text
  subject text not null default ''::text
  body text not null default ''::text
  size integer not null
  received_at timestamp with time zone not null
  question_id uuid
  handled_by uuid
  handled_at timestamp with time zone
  constraint letter_body_check CHECK ((length(body) <= 20000))
  constraint letter_check CHECK (((state = 'taken'::text) = (question_id IS NOT NULL)))
  constraint letter_check1 CHECK (((state = 'taken'::text) OR (reason IS NOT NULL)))
  constraint letter_check2 CHECK (((handled_by IS NULL) = (handled_at IS NULL)))
  constraint letter_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint letter_from_address_check CHECK ((length(from_address) <= 254))
  constraint letter_from_name_check CHECK ((length(from_name) <= 200))
  constraint letter_handled_by_fkey FOREIGN KEY (handled_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint letter_mailbox_fkey FOREIGN KEY (mailbox) REFERENCES advice.mailbox(name) ON DELETE RESTRICT
  constraint letter_mailbox_uid_validity_uid_key UNIQUE (mailbox, uid_validity, uid)
  constraint letter_message_id_check CHECK (((length(message_id) >= 1) AND (length(message_id) <= 998)))
  constraint letter_pkey PRIMARY KEY (id)
  constraint letter_question_id_fkey FOREIGN KEY (question_id) REFERENCES advice.question(id) ON DELETE CASCADE
  constraint letter_reason_check CHECK ((reason ~ '^[a-z_]{1,30}$'::text))
  constraint letter_size_check CHECK ((size >= 0))
  constraint letter_state_check CHECK ((state = ANY (ARRAY['taken'::text, 'set_aside'::text, 'dropped'::text])))
  constraint letter_subject_check CHECK ((length(subject) <= 200))
  index letter_desk USING btree (desk_id)
  index letter_message USING btree (message_id)
  index letter_question USING btree (question_id)
  index letter_received USING btree (received_at) WHERE ((from_address <> ''::text) OR (body <> ''::text))
  index letter_sender USING btree (from_address, received_at) WHERE (from_address <> ''::text)
  index letter_waiting USING btree (desk_id, received_at DESC, id DESC) WHERE (state = 'set_aside'::text)
  index letter_worker USING btree (handled_by)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select, update (state, question_id, handled_by, handled_at)

table advice.link -- Hashes of the links and written-down codes that open one question. Personal data: read by nobody but the functions here and the system.
  hash text not null
  question_id uuid not null
  kind text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'code'::text])))
  constraint link_pkey PRIMARY KEY (hash)
  constraint link_question_id_fkey FOREIGN KEY (question_id) REFERENCES advice.question(id) ON DELETE CASCADE
  index link_expires USING btree (expires_at)
  index link_question USING btree (question_id)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table advice.mailbox -- How far the mailbox has been read, and what went wrong last. The name is a hash of server, login and folder.
  name text not null
  uid_validity bigint not null
  last_uid bigint not null
  checked_at timestamp with time zone not null
  problem text
  constraint mailbox_pkey PRIMARY KEY (name)
  constraint mailbox_problem_check CHECK ((length(problem) <= 100))
  policy state for select to splot_worker using (((COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]) <> '{}'::uuid[]) OR (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]) <> '{}'::uuid[])))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_system: insert, select, update
  -- splot_worker: select

table advice.message -- What was asked, answered and noted inside. Personal data where the words tell of a person; notes never leave the desk.
  id uuid not null
  question_id uuid not null
  desk_id uuid not null
  direction text not null
  state text not null
  body text not null
  spoken boolean not null default false
  author_id uuid
  written_at timestamp with time zone not null
  sent_at timestamp with time zone
  reviewer_id uuid
  reviewed_at timestamp with time zone
  review_note text not null default ''::text
  mail_id text
  row_version integer not null default 1
  constraint message_author_id_fkey FOREIGN KEY (author_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint message_body_check CHECK ((length(body) <= 20000))
  constraint message_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)))
  constraint message_check1 CHECK (((direction = 'out'::text) OR (state = 'sent'::text)))
  constraint message_check2 CHECK ((reviewer_id <> author_id))
  constraint message_check3 CHECK (((reviewer_id IS NULL) = (reviewed_at IS NULL)))
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])))
  constraint message_id_question_id_desk_id_key UNIQUE (id, question_id, desk_id)
  constraint message_mail_id_check CHECK (((length(mail_id) >= 1) AND (length(mail_id) <= 998)))
  constraint message_pkey PRIMARY KEY (id)
  constraint message_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint message_review_note_check CHECK ((length(review_note) <= 2000))
  constraint message_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint message_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting_review'::text, 'sent'::text])))
  index message_author USING btree (author_id)
  index message_desk USING btree (desk_id)
  index message_draft UNIQUE USING btree (question_id, author_id) WHERE (state = 'draft'::text)
  index message_mail UNIQUE USING btree (mail_id) WHERE (mail_id IS NOT NULL)
  index message_one_review UNIQUE USING btree (question_id) WHERE (state = 'waiting_review'::text)
  index message_question USING btree (question_id, desk_id, written_at)
  index message_reviewer USING btree (reviewer_id)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (direction = 'in'::text) THEN (author_id IS NULL)
    ELSE ((author_id = kernel.worker()) AND (reviewer_id IS NULL))
END))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND (state <> 'sent'::text) AND ((author_id = kernel.worker()) OR (state = 'waiting_review'::text)))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy drop_draft for delete to splot_worker using (((state = 'draft'::text) AND (author_id = kernel.worker())))
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  trigger end_pause AFTER INSERT ON advice.message FOR EACH ROW WHEN ((new.direction = 'in'::text)) EXECUTE FUNCTION advice.end_pause()
  trigger keep_sent BEFORE INSERT OR UPDATE ON advice.message FOR EACH ROW EXECUTE FUNCTION advice.keep_sent()
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (state, body, written_at, sent_at, reviewer_id, reviewed_at, review_note, row_version)

table advice.notice -- Which letter that left is about which question: an answer to it belongs there.
  mail_id uuid not null
  question_id uuid not null
  desk_id uuid not null
  constraint notice_pkey PRIMARY KEY (mail_id)
  constraint notice_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  index notice_desk USING btree (desk_id)
  index notice_question USING btree (question_id, desk_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table advice.path -- The individual support path of whom a desk advises: diagnosis, goals, pools of hours, next steps.
  id uuid not null
  desk_id uuid not null
  client_id uuid not null
  client_kind text not null
  diagnosis text not null default ''::text
  next_steps text not null default ''::text
  opened_on date not null
  closed_on date
  outcome text not null default ''::text
  row_version integer not null default 1
  constraint path_check CHECK ((closed_on >= opened_on))
  constraint path_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE CASCADE
  constraint path_client_id_key UNIQUE (client_id)
  constraint path_diagnosis_check CHECK ((length(diagnosis) <= 8000))
  constraint path_next_steps_check CHECK ((length(next_steps) <= 4000))
  constraint path_outcome_check CHECK ((length(outcome) <= 2000))
  constraint path_pkey PRIMARY KEY (id)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)) with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (diagnosis, next_steps, closed_on, outcome, row_version)

table advice.pause -- Days on which the desk waits for the person who asked: they do not count. Settled: the due days have been moved by it.
  id uuid not null
  question_id uuid not null
  desk_id uuid not null
  from_on date not null
  to_on date
  settled boolean not null default false
  constraint pause_check CHECK ((to_on >= from_on))
  constraint pause_check1 CHECK (((to_on IS NOT NULL) OR (NOT settled)))
  constraint pause_pkey PRIMARY KEY (id)
  constraint pause_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  index pause_desk USING btree (desk_id)
  index pause_open UNIQUE USING btree (question_id) WHERE (to_on IS NULL)
  index pause_question USING btree (question_id, desk_id)
  index pause_unsettled USING btree (to_on) WHERE (NOT settled)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  trigger ask_to_settle_pause AFTER UPDATE OF to_on ON advice.pause FOR EACH ROW WHEN (((old.to_on IS NULL) AND (new.to_on IS NOT NULL))) EXECUTE FUNCTION advice.ask_to_settle_pause()
  row-level security, forced
  -- splot_search: select, update (to_on)
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table advice.pool -- Hours planned for a type of advice on a support path, and those used by cards. Never below zero.
  id uuid not null
  path_id uuid not null
  desk_id uuid not null
  client_id uuid not null
  client_kind text not null
  type_code text not null
  planned numeric(5,1) not null
  used numeric(5,1) not null default 0
  source text not null default ''::text
  row_version integer not null default 1
  constraint pool_client_id_desk_id_client_kind_fkey FOREIGN KEY (client_id, desk_id, client_kind) REFERENCES advice.client(id, desk_id, kind) ON DELETE CASCADE
  constraint pool_id_client_id_type_code_key UNIQUE (id, client_id, type_code)
  constraint pool_left CHECK (((used >= (0)::numeric) AND (used <= planned)))
  constraint pool_path_id_fkey FOREIGN KEY (path_id) REFERENCES advice.path(id) ON DELETE CASCADE
  constraint pool_path_id_type_code_key UNIQUE (path_id, type_code)
  constraint pool_pkey PRIMARY KEY (id)
  constraint pool_planned_check CHECK (((planned > (0)::numeric) AND ((planned * (2)::numeric) = floor((planned * (2)::numeric)))))
  constraint pool_source_check CHECK ((length(source) <= 200))
  constraint pool_type_code_fkey FOREIGN KEY (type_code) REFERENCES advice.advice_type(code) ON DELETE RESTRICT
  index pool_client USING btree (client_id)
  index pool_type USING btree (type_code)
  policy added for insert to splot_worker with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END AND (used = (0)::numeric)))
  policy changed for update to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)) with check (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END))
  policy doors for select to splot_search using (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using (
CASE
    WHEN (client_kind <> 'person'::text) THEN ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
    ELSE ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) AND ((client_id = ANY (COALESCE(( SELECT advice.my_persons() AS my_persons), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.leads() AS leads), '{}'::uuid[])))))
END)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (planned, source, row_version)

table advice.presence -- Who has a question open now, so that two do not answer it at once; gone after a day.
  question_id uuid not null
  worker_id uuid not null
  desk_id uuid not null
  writes boolean not null
  seen_at timestamp with time zone not null
  constraint presence_pkey PRIMARY KEY (question_id, worker_id)
  constraint presence_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint presence_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index presence_desk USING btree (desk_id)
  index presence_question USING btree (question_id, desk_id)
  index presence_worker USING btree (worker_id)
  policy added for insert to splot_worker with check (((worker_id = kernel.worker()) AND (desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))))
  policy changed for update to splot_worker using ((worker_id = kernel.worker())) with check ((worker_id = kernel.worker()))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy drop_draft for delete to splot_worker using ((worker_id = kernel.worker()))
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table advice.question -- What somebody asked a desk. Personal data where the words tell of a person: read by the workers of that desk alone.
  id uuid not null
  desk_id uuid not null
  number text not null
  channel text not null
  state text not null default 'new'::text
  caller_category text
  county_code text
  topic_code text
  subject text not null default ''::text
  lang text not null default 'pl'::text
  anonymous boolean not null default true
  urgent boolean not null default false
  needs_review boolean not null default false
  in_review boolean not null default false
  asked_at timestamp with time zone not null
  first_due_on date not null
  due_on date
  call_back_at timestamp with time zone
  first_answered_at timestamp with time zone
  answered_at timestamp with time zone
  closed_at timestamp with time zone
  assigned_to uuid
  taken_by uuid
  merged_into uuid
  erased_at timestamp with time zone
  is_demo boolean not null default false
  row_version integer not null default 1
  closing_due_on date
  constraint question_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint question_caller_category_fkey FOREIGN KEY (caller_category) REFERENCES advice.caller_category(code) ON DELETE RESTRICT
  constraint question_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'mail'::text, 'phone'::text, 'visit'::text])))
  constraint question_check CHECK ((merged_into <> id))
  constraint question_check1 CHECK (((state = ANY (ARRAY['new'::text, 'assigned'::text, 'reopened'::text])) = (due_on IS NOT NULL)))
  constraint question_check2 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)))
  constraint question_check3 CHECK (((state <> 'answered'::text) OR (answered_at IS NOT NULL)))
  constraint question_check4 CHECK (((state <> 'assigned'::text) OR (assigned_to IS NOT NULL)))
  constraint question_check5 CHECK (((merged_into IS NULL) OR (state = 'closed'::text)))
  constraint question_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint question_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint question_id_desk_id_key UNIQUE (id, desk_id)
  constraint question_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint question_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES advice.question(id) ON DELETE RESTRICT
  constraint question_number_check CHECK ((number ~ '^[0-9]{4}/[0-9]{6,}$'::text))
  constraint question_number_key UNIQUE (number)
  constraint question_pkey PRIMARY KEY (id)
  constraint question_state_check CHECK ((state = ANY (ARRAY['new'::text, 'assigned'::text, 'answered'::text, 'closed'::text, 'reopened'::text])))
  constraint question_subject_check CHECK ((length(subject) <= 200))
  constraint question_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint question_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  index question_answered USING btree (answered_at) WHERE (state = 'answered'::text)
  index question_assigned USING btree (assigned_to)
  index question_calls USING btree (assigned_to, call_back_at, id) WHERE ((state = 'answered'::text) AND (call_back_at IS NOT NULL))
  index question_category USING btree (caller_category)
  index question_channel USING btree (desk_id, channel, asked_at DESC, id DESC)
  index question_closed USING btree (closed_at) WHERE ((state = 'closed'::text) AND (erased_at IS NULL))
  index question_closing USING btree (closing_due_on) WHERE (state <> 'closed'::text)
  index question_county USING btree (desk_id, county_code, asked_at DESC, id DESC)
  index question_county_fk USING btree (county_code)
  index question_due USING btree (desk_id, due_on, id) WHERE (due_on IS NOT NULL)
  index question_figures USING btree (desk_id, asked_at) INCLUDE (topic_code, county_code, channel, caller_category, first_answered_at, closed_at, due_on, first_due_on, state) WHERE (merged_into IS NULL)
  index question_merged USING btree (merged_into) WHERE (merged_into IS NOT NULL)
  index question_mine USING btree (assigned_to, due_on, id) WHERE (due_on IS NOT NULL)
  index question_newest USING btree (desk_id, asked_at DESC, id DESC)
  index question_review USING btree (desk_id, due_on, id) WHERE in_review
  index question_state USING btree (desk_id, state, asked_at DESC, id DESC)
  index question_taken USING btree (taken_by)
  index question_topic USING btree (desk_id, topic_code, asked_at DESC, id DESC)
  index question_topic_fk USING btree (topic_code)
  index question_unassigned USING btree (desk_id, due_on, id) WHERE ((due_on IS NOT NULL) AND (assigned_to IS NULL))
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  trigger ask_to_settle AFTER INSERT ON advice.question FOR EACH ROW EXECUTE FUNCTION advice.ask_to_settle()
  trigger ask_to_settle_again AFTER UPDATE OF topic_code, desk_id ON advice.question FOR EACH ROW WHEN (((new.topic_code IS DISTINCT FROM old.topic_code) OR (new.desk_id <> old.desk_id))) EXECUTE FUNCTION advice.ask_to_settle()
  trigger keep_state BEFORE UPDATE ON advice.question FOR EACH ROW EXECUTE FUNCTION advice.keep_state()
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table advice.question_words -- Stems of a question and its messages, for the search of the desk. Read through advice.find alone.
  question_id uuid not null
  desk_id uuid not null
  asked_at timestamp with time zone not null
  words tsvector not null
  constraint question_words_pkey PRIMARY KEY (question_id)
  constraint question_words_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  index question_words_desk USING btree (desk_id)
  index question_words_words USING gin (words)
  policy doors for all to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table advice.rate -- What an hour of advice is worth, by desk and type of advice, from a day to a day; in grosze.
  id uuid not null
  desk_id uuid not null
  type_code text
  grosze integer not null
  basis text not null
  act text
  valid_from date not null
  valid_to date
  created_at timestamp with time zone not null
  created_by uuid
  constraint rate_act_fkey FOREIGN KEY (act) REFERENCES library.act(code) ON DELETE RESTRICT
  constraint rate_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 500)))
  constraint rate_check CHECK ((valid_to >= valid_from))
  constraint rate_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint rate_desk_id_coalesce_daterange_excl EXCLUDE USING gist (desk_id WITH =, COALESCE(type_code, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint rate_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint rate_grosze_check CHECK (((grosze >= 1) AND (grosze <= 100000000)))
  constraint rate_pkey PRIMARY KEY (id)
  constraint rate_type_code_fkey FOREIGN KEY (type_code) REFERENCES advice.advice_type(code) ON DELETE RESTRICT
  index rate_act USING btree (act)
  index rate_author USING btree (created_by)
  index rate_type USING btree (type_code)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table advice.rating -- Whether the answer helped: 1 not at all, 5 very much. Words are personal data where they tell of a person.
  question_id uuid not null
  desk_id uuid not null
  score integer not null
  words text not null default ''::text
  rated_at timestamp with time zone not null
  constraint rating_pkey PRIMARY KEY (question_id)
  constraint rating_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint rating_score_check CHECK (((score >= 1) AND (score <= 5)))
  constraint rating_words_check CHECK ((length(words) <= 2000))
  index rating_desk USING btree (desk_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table advice.reminder -- What was said about a due day and to whom, so that nothing is said twice.
  question_id uuid not null
  desk_id uuid not null
  target text not null
  stage text not null
  worker_id uuid
  sent_at timestamp with time zone not null
  constraint reminder_pkey PRIMARY KEY (question_id, target, stage)
  constraint reminder_question_id_desk_id_fkey FOREIGN KEY (question_id, desk_id) REFERENCES advice.question(id, desk_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint reminder_stage_check CHECK ((stage = ANY (ARRAY['half'::text, 'due'::text, 'late'::text])))
  constraint reminder_target_check CHECK ((target = ANY (ARRAY['first'::text, 'closing'::text])))
  constraint reminder_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index reminder_desk USING btree (desk_id)
  index reminder_question USING btree (question_id, desk_id)
  index reminder_worker USING btree (worker_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table advice.rule -- Times of answers, of closing and of keeping; of a desk, or of all where desk_id is null. Public data.
  id uuid not null default gen_random_uuid()
  code text not null
  desk_id uuid
  value integer not null
  derived boolean not null default true
  valid_from date not null
  valid_to date
  source text not null
  constraint rule_check CHECK ((valid_to >= valid_from))
  constraint rule_code_check CHECK ((code = ANY (ARRAY['first_answer_days'::text, 'urgent_answer_days'::text, 'again_answer_days'::text, 'close_days'::text, 'contact_months'::text, 'words_years'::text, 'link_days'::text, 'per_network_day'::text, 'presence_seconds'::text, 'letters_day'::text])))
  constraint rule_code_desk_id_valid_from_key UNIQUE NULLS NOT DISTINCT (code, desk_id, valid_from)
  constraint rule_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE CASCADE
  constraint rule_pkey PRIMARY KEY (id)
  constraint rule_source_check CHECK ((source <> ''::text))
  constraint rule_value_check CHECK ((value >= 0))
  index rule_desk USING btree (desk_id)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy dictionary for all to splot_owner using (true) with check (true)
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table advice.statement -- The cards of an adviser in a month, handed over to the head. Approved, neither it nor its cards change any more.
  id uuid not null
  desk_id uuid not null
  worker_id uuid not null
  month date not null
  state text not null
  handed_at timestamp with time zone not null
  note text not null default ''::text
  decided_by uuid
  decided_at timestamp with time zone
  cards integer not null default 0
  hours numeric(6,1) not null default 0
  value_grosze bigint not null default 0
  row_version integer not null default 1
  constraint statement_check CHECK ((decided_by <> worker_id))
  constraint statement_check1 CHECK (((state = 'handed'::text) = (decided_at IS NULL)))
  constraint statement_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
  constraint statement_check3 CHECK (((state <> 'returned'::text) OR (note <> ''::text)))
  constraint statement_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint statement_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint statement_desk_id_worker_id_month_key UNIQUE (desk_id, worker_id, month)
  constraint statement_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  constraint statement_note_check CHECK ((length(note) <= 1000))
  constraint statement_pkey PRIMARY KEY (id)
  constraint statement_state_check CHECK ((state = ANY (ARRAY['handed'::text, 'returned'::text, 'approved'::text])))
  constraint statement_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index statement_decided USING btree (decided_by)
  index statement_month USING btree (desk_id, month DESC)
  index statement_worker USING btree (worker_id)
  policy added for insert to splot_worker with check (((worker_id = kernel.worker()) AND (state = 'handed'::text) AND (desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[])))))
  policy decided for update to splot_worker using (((worker_id <> kernel.worker()) AND (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))) AND (state = 'handed'::text))) with check (((decided_by = kernel.worker()) AND (state = ANY (ARRAY['approved'::text, 'returned'::text]))))
  policy doors for select to splot_search using (true)
  policy handed_again for update to splot_worker using (((worker_id = kernel.worker()) AND (state = 'returned'::text))) with check (((worker_id = kernel.worker()) AND (state = 'handed'::text)))
  policy seen for select to splot_worker using (((worker_id = kernel.worker()) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  trigger keep BEFORE INSERT OR UPDATE ON advice.statement FOR EACH ROW EXECUTE FUNCTION advice.keep_statement()
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (state, handed_at, note, decided_by, decided_at, row_version)

table advice.template -- Texts of a desk to begin an answer with; {{code}} stands for a legal fact, {{date}}, {{desk}} and {{phone}} for what they say.
  id uuid not null
  desk_id uuid not null
  name text not null
  topic_code text
  lang text not null
  body text not null
  valid_from date not null
  valid_to date
  row_version integer not null default 1
  constraint template_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  constraint template_check CHECK ((valid_to >= valid_from))
  constraint template_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES advice.desk(id) ON DELETE RESTRICT
  constraint template_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint template_pkey PRIMARY KEY (id)
  constraint template_topic_code_fkey FOREIGN KEY (topic_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  index template_desk USING btree (desk_id, name)
  index template_topic USING btree (topic_code)
  policy added for insert to splot_worker with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))) with check ((desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[]))))
  policy doors for select to splot_search using (true)
  policy seen for select to splot_worker using (((desk_id = ANY (COALESCE(( SELECT advice.mine() AS mine), '{}'::uuid[]))) OR (desk_id = ANY (COALESCE(( SELECT advice.led() AS led), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table advice.topic -- Topics of questions, a tree. Public data.
  code text not null
  parent_code text
  name_pl text not null
  name_en text not null
  legal boolean not null default false
  position integer not null default 0
  valid_from date not null
  valid_to date
  source text not null
  name_uk text not null default ''::text
  constraint topic_check CHECK ((parent_code <> code))
  constraint topic_check1 CHECK ((valid_to >= valid_from))
  constraint topic_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,40}$'::text))
  constraint topic_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 120)))
  constraint topic_name_pl_check CHECK (((length(name_pl) >= 1) AND (length(name_pl) <= 120)))
  constraint topic_name_uk_check CHECK ((length(name_uk) <= 120))
  constraint topic_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES advice.topic(code) ON DELETE RESTRICT
  constraint topic_pkey PRIMARY KEY (code)
  index topic_parent USING btree (parent_code)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table advice.transition -- The ways of a question through its states. Public data.
  from_state text not null
  to_state text not null
  constraint transition_pkey PRIMARY KEY (from_state, to_state)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table audit.entry partition by RANGE (at) -- One narrow row per screen or change.
  id uuid not null
  at timestamp with time zone not null
  action text not null
  actor_kind text not null
  account_id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  object_type text not null
  object_id uuid
  subject_id uuid
  file_id uuid
  classes text[] not null default '{}'::text[]
  purpose text not null
  path text not null
  request_id text not null
  basis_id uuid
  detail jsonb not null default '{}'::jsonb
  number bigint not null default audit.next_number()
  constraint entry_pkey PRIMARY KEY (at, id)
  index entry_by_number USING btree (number)
  index entry_file USING btree (file_id, at DESC)
  index entry_institution USING btree (institution_id, at DESC)
  index entry_subject USING btree (subject_id, at DESC)
  policy append for insert to splot_participant, splot_public, splot_system, splot_worker with check (((account_id = kernel.account()) AND (institution_id = kernel.institution())))
  policy as_nobody restrictive for insert to splot_public with check (((actor_kind = 'public'::text) AND (worker_id = '00000000-0000-0000-0000-000000000000'::uuid) AND (at = kernel.instant())))
  policy as_person restrictive for insert to splot_participant with check (((actor_kind = 'participant'::text) AND (worker_id = kernel.person()) AND (at = kernel.instant())))
  policy as_system restrictive for insert to splot_system with check (((actor_kind = 'system'::text) AND (worker_id = '00000000-0000-0000-0000-000000000000'::uuid) AND (at = kernel.instant())))
  policy as_worker restrictive for insert to splot_worker with check (((actor_kind = 'worker'::text) AND (worker_id = kernel.worker()) AND (at = kernel.instant())))
  policy own_linked for select to splot_search using ((subject_id = ANY (ARRAY( SELECT cases.own_records() AS own_records))))
  policy own_subject for select to splot_search using ((subject_id = kernel.person()))
  policy read_institution for select to splot_worker using (((institution_id = kernel.institution()) AND (current_setting('app.purpose'::text) = 'P8'::text)))
  policy read_linked for select to splot_participant using ((subject_id = ANY (ARRAY( SELECT cases.own_records() AS own_records))))
  policy read_own for select to splot_participant using ((subject_id = kernel.person()))
  policy seal for select to splot_system using (true)
  policy taken_out for select to splot_search using ((action = ANY (ARRAY['export'::text, 'print'::text])))
  row-level security, forced
  -- splot_participant: insert (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id, basis_id, detail), select
  -- splot_public: insert (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id, basis_id, detail)
  -- splot_search: select
  -- splot_system: insert (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id, basis_id, detail), select
  -- splot_worker: insert (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, object_id, subject_id, file_id, classes, purpose, path, request_id, basis_id, detail), select

table audit.seal -- Hash-chained batches of the log: changing one entry or one seal breaks every later one.
  number bigint not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  entries integer not null
  hash text not null
  previous text not null
  sealed_at timestamp with time zone not null
  from_number bigint not null
  to_number bigint not null
  rows_hash text not null
  signature text not null
  constraint seal_pkey PRIMARY KEY (number)
  constraint seal_range CHECK (((to_number > from_number) AND (entries >= 0)))
  policy seal for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_system: insert, select

table auth."user" -- An account of a person: made only by accepting an invitation, by the operator or by the demonstration.
  id uuid not null
  name text not null
  email text not null
  email_verified boolean not null
  image text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  two_factor_enabled boolean
  last_acting_as uuid
  constraint user_email_check CHECK (((email = lower(email)) AND (email <> ''::text)))
  constraint user_email_key UNIQUE (email)
  constraint user_name_check CHECK ((name <> ''::text))
  constraint user_pkey PRIMARY KEY (id)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.account -- How an account proves itself: `credential` is a password (scrypt), `oidc` a subject at the single sign-on. Tokens of the latter are not kept.
  id uuid not null
  account_id text not null
  provider_id text not null
  user_id uuid not null
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  password text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  constraint account_pkey PRIMARY KEY (id)
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id)
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  index account_of_user USING btree (user_id)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.attempt -- Failed guesses per account and per address, and the pause they earned.
  key text not null
  failures integer not null
  at timestamp with time zone not null
  locked_until timestamp with time zone
  constraint attempt_pkey PRIMARY KEY (key)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.link -- Single-use links sent by mail: an invitation to open an account, or a new password. Only the hash of the secret is kept.
  id uuid not null
  kind text not null
  token_hash text not null
  email text not null
  name text not null default ''::text
  user_id uuid
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  used_by uuid
  constraint link_check CHECK ((expires_at > created_at))
  constraint link_check1 CHECK (((kind = 'reset'::text) = (user_id IS NOT NULL)))
  constraint link_email_check CHECK ((email = lower(email)))
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text])))
  constraint link_pkey PRIMARY KEY (id)
  constraint link_token_hash_key UNIQUE (token_hash)
  constraint link_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  index link_of_user USING btree (user_id, created_at DESC) WHERE (user_id IS NOT NULL)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.session -- A signed-in browser. The cookie holds the token with its signature, so a copy of this table opens nothing.
  id uuid not null
  expires_at timestamp with time zone not null
  token text not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null
  ip_address text
  user_agent text
  user_id uuid not null
  acting_as uuid
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_key UNIQUE (token)
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  index session_of_user USING btree (user_id)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.two_factor -- Second factor: the secret of the code generator and the unused recovery codes, both encrypted with the key of the installation.
  id uuid not null
  secret text not null
  backup_codes text not null
  user_id uuid not null
  verified boolean
  failed_verification_count integer
  locked_until timestamp with time zone
  constraint two_factor_pkey PRIMARY KEY (id)
  constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  constraint two_factor_user_id_key UNIQUE (user_id)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table auth.verification -- Unfinished sign-ins: waiting for the second factor, or for the answer of the single sign-on.
  id text not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  constraint verification_pkey PRIMARY KEY (id)
  index verification_identifier USING btree (identifier)
  policy sign_in for all to splot_auth using (true) with check (true)
  row-level security, forced
  -- splot_auth: delete, insert, select, update

table cases.access_grant -- Recipient × data class × purpose × legal basis × period: not a record of the access rule but the rule itself.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  data_class text not null
  purposes text[] not null
  can_write boolean not null
  basis_code text not null
  consent_id uuid
  origin text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  ended_reason text
  created_at timestamp with time zone not null
  constraint access_grant_basis_code_fkey FOREIGN KEY (basis_code) REFERENCES cases.legal_basis(code) ON DELETE RESTRICT
  constraint access_grant_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint access_grant_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES cases.consent(id) ON DELETE RESTRICT
  constraint access_grant_data_class_check CHECK ((data_class = ANY (ARRAY['D1'::text, 'D2'::text, 'D3'::text, 'D4'::text, 'D5'::text, 'D6'::text, 'D7'::text, 'D8'::text, 'D9'::text, 'D10'::text])))
  constraint access_grant_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['expired'::text, 'withdrawn'::text, 'closed'::text, 'narrowed'::text, 'handover'::text])))
  constraint access_grant_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint access_grant_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'referral'::text, 'acceptance'::text, 'consent'::text, 'agreement'::text, 'handover'::text])))
  constraint access_grant_pkey PRIMARY KEY (id)
  constraint access_grant_purposes_check CHECK (((purposes <@ ARRAY['P1'::text, 'P2'::text, 'P3'::text, 'P4'::text, 'P5'::text, 'P6'::text, 'P7'::text, 'P8'::text]) AND (purposes <> '{}'::text[])))
  index access_grant_basis USING btree (basis_code)
  index access_grant_case USING btree (case_id)
  index access_grant_consent USING btree (consent_id)
  index access_grant_rule USING btree (institution_id, case_id, data_class) INCLUDE (valid_from, valid_to, purposes, can_write)
  policy acting restrictive for insert to splot_worker with check (cases.acts_in(case_id))
  policy admit for insert to splot_worker with check (cases.may_admit(case_id, institution_id))
  policy amend for update to splot_worker using (cases.may_admit(case_id, institution_id))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = access_grant.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = access_grant.case_id) AND (c.state = 'erased'::text)))))
  policy lookup for all to splot_search using (true) with check (true)
  policy own_institution for select to splot_worker using ((institution_id = kernel.institution()))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = access_grant.case_id) AND (own.person_id = kernel.person())))))
  trigger audience_added AFTER INSERT ON cases.access_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.keep_audience()
  trigger audience_changed AFTER UPDATE ON cases.access_grant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.keep_audience()
  trigger ceiling BEFORE INSERT ON cases.access_grant FOR EACH ROW EXECUTE FUNCTION cases.check_ceiling()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table cases.activity_group -- A group that an institution runs sessions for.
  id uuid not null
  institution_id uuid not null
  name text not null
  place text not null default ''::text
  worker_id uuid not null
  active boolean not null default true
  row_version integer not null default 1
  service_code text not null default 'support_group'::text
  constraint activity_group_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint activity_group_name_check CHECK ((name <> ''::text))
  constraint activity_group_pkey PRIMARY KEY (id)
  constraint activity_group_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index activity_group_institution USING btree (institution_id)
  index activity_group_worker USING btree (worker_id)
  policy hand_over for update to splot_search using (true)
  policy lookup for select to splot_search using (true)
  policy own_add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy own_change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy own_read for select to splot_worker using ((institution_id = kernel.institution()))
  row-level security, forced
  -- splot_search: select, update (worker_id, row_version)
  -- splot_worker: insert, select, update (institution_id, name, place, worker_id, active, row_version, service_code)

table cases.archive_reading -- Why an archived case was opened again for reading, by whom, until when.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  reason text not null
  note text not null default ''::text
  at timestamp with time zone not null
  until timestamp with time zone not null
  constraint archive_reading_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint archive_reading_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint archive_reading_pkey PRIMARY KEY (id)
  constraint archive_reading_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index archive_reading_case USING btree (case_id, at)
  index archive_reading_institution USING btree (institution_id)
  index archive_reading_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = archive_reading.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = archive_reading.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = archive_reading.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = archive_reading.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = archive_reading.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = archive_reading.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = archive_reading.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = archive_reading.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = archive_reading.case_id) AND (own.person_id = kernel.person())))))
  policy through_door for insert to splot_search with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select
  -- splot_system: delete, select (case_id)
  -- splot_worker: select

table cases.assignment -- Which workers of a participating institution work on the case.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  role text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  stands_in_for uuid
  constraint assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint assignment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint assignment_pkey PRIMARY KEY (id)
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'caseworker'::text, 'stand_in'::text])))
  constraint assignment_stands_in_for_fkey FOREIGN KEY (stands_in_for) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint assignment_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index assignment_case USING btree (case_id)
  index assignment_institution USING btree (institution_id)
  index assignment_stands_in USING btree (stands_in_for)
  index assignment_worker USING btree (worker_id, case_id) INCLUDE (valid_from, valid_to)
  policy acting restrictive for insert to splot_worker with check ((cases.acts_in(case_id) AND (EXISTS ( SELECT
   FROM organisations.api_worker w
  WHERE ((w.id = assignment.worker_id) AND (w.institution_id = assignment.institution_id))))))
  policy acting_change restrictive for update to splot_worker using (cases.acts_in(case_id)) with check (true)
  policy admit for insert to splot_worker with check (((institution_id = kernel.institution()) OR cases.may_admit(case_id, institution_id)))
  policy amend for update to splot_worker using (((institution_id = kernel.institution()) OR cases.may_admit(case_id, institution_id)))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = assignment.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = assignment.case_id) AND (c.state = 'erased'::text)))))
  policy erase_only restrictive for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = assignment.case_id) AND (c.state = 'erased'::text)))))
  policy lookup for all to splot_search using (true) with check (true)
  policy own_institution for select to splot_worker using (((worker_id = kernel.worker()) OR (institution_id = kernel.institution())))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = assignment.case_id) AND (own.person_id = kernel.person())))))
  policy stand_in for all to splot_system using (true) with check (true)
  trigger audience_added AFTER INSERT ON cases.assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.keep_audience()
  trigger audience_changed AFTER UPDATE ON cases.assignment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cases.keep_audience()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, select (case_id), update
  -- splot_worker: insert, select, update (valid_to)

table cases.attendance -- Who is expected at a session, and once marked, whether they came. lineage_id names the item of the plan.
  id uuid not null
  session_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  mark text
  minutes integer
  marked_by uuid
  marked_at timestamp with time zone
  row_version integer not null default 1
  dropped_at timestamp with time zone
  constraint attendance_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint attendance_mark_check CHECK ((mark = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text, 'sick'::text])))
  constraint attendance_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint attendance_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440)))
  constraint attendance_pkey PRIMARY KEY (id)
  constraint attendance_session_id_case_id_key UNIQUE (session_id, case_id)
  constraint attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES cases.session(id) ON DELETE CASCADE
  constraint dropped_unmarked CHECK (((dropped_at IS NULL) OR (mark IS NULL)))
  index attendance_case USING btree (case_id, lineage_id)
  index attendance_marker USING btree (marked_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = attendance.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = attendance.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = attendance.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = attendance.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = attendance.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = attendance.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = attendance.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = attendance.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = attendance.case_id) AND (own.person_id = kernel.person())))))
  policy own_session restrictive for insert to splot_worker with check ((cases.session_institution(session_id) = kernel.institution()))
  policy own_session_change restrictive for update to splot_worker using ((cases.session_institution(session_id) = kernel.institution()))
  trigger within_item BEFORE INSERT OR UPDATE ON cases.attendance FOR EACH ROW EXECUTE FUNCTION cases.keep_attendance()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (mark, minutes, marked_by, marked_at, row_version, dropped_at)

table cases.case_lock -- A worker who must not see the case, whatever else allows it (own relative, objection, GDPR art. 18).
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  reason text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  constraint case_lock_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint case_lock_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint case_lock_pkey PRIMARY KEY (id)
  constraint case_lock_reason_check CHECK ((reason = ANY (ARRAY['conflict_of_interest'::text, 'objection'::text, 'restriction'::text])))
  constraint case_lock_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index case_lock_case USING btree (case_id)
  index case_lock_institution USING btree (institution_id)
  index case_lock_worker USING btree (worker_id, case_id) INCLUDE (valid_from, valid_to)
  policy add for insert to splot_worker with check (((institution_id = kernel.institution()) AND kernel.wide()))
  policy change for update to splot_worker using (((institution_id = kernel.institution()) AND kernel.wide()))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = case_lock.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = case_lock.case_id) AND (c.state = 'erased'::text)))))
  policy lookup for all to splot_search using (true) with check (true)
  policy not_own restrictive for update to splot_worker using ((worker_id <> kernel.worker())) with check (true)
  policy own for select to splot_worker using (((worker_id = kernel.worker()) OR (institution_id = kernel.institution())))
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (valid_to)

table cases.clause_given -- That the person received the information clause: which version, when, how.
  id uuid not null
  case_id uuid not null
  version text not null
  given_on date not null
  form text not null
  institution_id uuid not null
  worker_id uuid not null
  lang text not null default 'pl'::text
  constraint clause_given_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint clause_given_form_check CHECK ((form = ANY (ARRAY['paper'::text, 'oral'::text, 'electronic'::text, 'posted'::text])))
  constraint clause_given_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint clause_given_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint clause_given_pkey PRIMARY KEY (id)
  constraint clause_given_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index clause_given_case USING btree (case_id)
  index clause_given_institution USING btree (institution_id)
  index clause_given_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = clause_given.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = clause_given.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = clause_given.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = clause_given.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = clause_given.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = clause_given.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = clause_given.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = clause_given.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = clause_given.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (version, given_on, form, institution_id, worker_id, lang)

table cases.closing_confirmation -- A partner confirms the closing; without it the case goes on after 14 days.
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  at timestamp with time zone not null
  constraint closing_confirmation_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint closing_confirmation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint closing_confirmation_pkey PRIMARY KEY (case_id, institution_id)
  constraint closing_confirmation_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index closing_confirmation_institution USING btree (institution_id)
  index closing_confirmation_worker USING btree (worker_id)
  policy again for update to splot_search using (true)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = closing_confirmation.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = closing_confirmation.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = closing_confirmation.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = closing_confirmation.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = closing_confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = closing_confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = closing_confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = closing_confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = closing_confirmation.case_id) AND (own.person_id = kernel.person())))))
  policy through_door for insert to splot_search with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update (worker_id, at)
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (institution_id, worker_id, at)

table cases.consent -- Consent of the person to one recipient for named classes. Several may stand, each withdrawable apart.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  classes text[] not null
  text_version text not null
  lang text not null
  given_on date not null
  way text not null
  note text not null default ''::text
  valid_to date not null
  recorded_by uuid
  withdrawn_at timestamp with time zone
  withdrawn_by text
  row_version integer not null default 1
  constraint consent_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint consent_classes_check CHECK ((classes <> '{}'::text[]))
  constraint consent_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint consent_pkey PRIMARY KEY (id)
  constraint consent_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint consent_way_check CHECK ((way = ANY (ARRAY['paper'::text, 'oral'::text, 'electronic'::text])))
  constraint consent_withdrawn_by_check CHECK ((withdrawn_by = ANY (ARRAY['participant'::text, 'worker'::text])))
  index consent_case USING btree (case_id)
  index consent_institution USING btree (institution_id)
  index consent_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = consent.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = consent.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy by_participant for update to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = consent.case_id) AND (own.person_id = kernel.person())))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = consent.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = consent.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = consent.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = consent.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = consent.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = consent.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = consent.case_id) AND (own.person_id = kernel.person())))))
  trigger narrows BEFORE UPDATE ON cases.consent FOR EACH ROW EXECUTE FUNCTION cases.keep_consent()
  row-level security, forced
  -- splot_participant: select, update (withdrawn_at, withdrawn_by, row_version)
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (institution_id, classes, text_version, lang, given_on, way, note, valid_to, recorded_by, withdrawn_at, withdrawn_by, row_version)

table cases.consent_text -- Versions of the consent text, also in easy-to-read form. Public data.
  id uuid not null
  version text not null
  lang text not null
  easy boolean not null default false
  body text not null
  hash text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint consent_text_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint consent_text_pkey PRIMARY KEY (id)
  constraint consent_text_version_lang_easy_key UNIQUE (version, lang, easy)
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.contact -- Contacts with the person; at least every 30 days (RPSZ art. 88) unless the plan says otherwise.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  held_on date not null
  channel text not null
  reached boolean not null
  note text not null default ''::text
  constraint contact_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint contact_channel_check CHECK ((channel = ANY (ARRAY['visit'::text, 'phone'::text, 'email'::text, 'post'::text, 'home'::text, 'online'::text])))
  constraint contact_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint contact_pkey PRIMARY KEY (id)
  constraint contact_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index contact_case USING btree (case_id, held_on)
  index contact_institution USING btree (institution_id)
  index contact_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = contact.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = contact.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = contact.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = contact.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy lookup for select to splot_search using (true)
  policy own_contact restrictive for insert to splot_worker with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker())))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = contact.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (institution_id, worker_id, held_on, channel, reached, note)

table cases.contact_try -- Tries to reach the person for a follow-up: unreachable only after three on two channels.
  id uuid not null
  follow_up_id uuid not null
  case_id uuid not null
  tried_on date not null
  channel text not null
  worker_id uuid not null
  constraint contact_try_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint contact_try_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES cases.follow_up(id) ON DELETE CASCADE
  constraint contact_try_pkey PRIMARY KEY (id)
  constraint contact_try_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index contact_try_case USING btree (case_id)
  index contact_try_follow_up USING btree (follow_up_id)
  index contact_try_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = contact_try.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = contact_try.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = contact_try.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = contact_try.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact_try.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact_try.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact_try.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = contact_try.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = contact_try.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (tried_on, channel, worker_id)

table cases.counter -- Last case number of a partnership in a year. Public data.
  partnership_id uuid not null
  year integer not null
  last integer not null
  constraint counter_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint counter_pkey PRIMARY KEY (partnership_id, year)
  policy lookup for all to splot_search using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update

table cases.diagnosis -- The joint diagnosis; each approved one is immutable, a new one takes the next number.
  id uuid not null
  case_id uuid not null
  number integer not null
  state text not null default 'draft'::text
  own_view text not null default ''::text
  strengths text not null default ''::text
  conclusion text not null default ''::text
  meeting_on date
  present text not null default ''::text
  approved_at timestamp with time zone
  created_at timestamp with time zone not null
  row_version integer not null default 1
  content_version integer not null default 1
  constraint diagnosis_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint diagnosis_case_id_number_key UNIQUE (case_id, number)
  constraint diagnosis_pkey PRIMARY KEY (id)
  constraint diagnosis_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text])))
  index diagnosis_draft UNIQUE USING btree (case_id) WHERE (state = 'draft'::text)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = diagnosis.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = diagnosis.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy count for update to splot_search using (true)
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = diagnosis.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = diagnosis.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = diagnosis.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = diagnosis.case_id) AND (own.person_id = kernel.person())))))
  trigger approvals BEFORE UPDATE ON cases.diagnosis FOR EACH ROW EXECUTE FUNCTION cases.check_approval()
  trigger approved BEFORE UPDATE ON cases.diagnosis FOR EACH ROW EXECUTE FUNCTION cases.keep_approved()
  trigger content BEFORE UPDATE ON cases.diagnosis FOR EACH ROW EXECUTE FUNCTION cases.count_diagnosis()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: select, update (content_version)
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (number, state, own_view, strengths, conclusion, meeting_on, present, approved_at, row_version, content_version)

table cases.diagnosis_approval -- Approval of the common conclusion by an institution; OPS or CUS and PUP must both approve.
  diagnosis_id uuid not null
  case_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  at timestamp with time zone not null
  content_version integer not null
  constraint diagnosis_approval_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint diagnosis_approval_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES cases.diagnosis(id) ON DELETE CASCADE
  constraint diagnosis_approval_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint diagnosis_approval_pkey PRIMARY KEY (diagnosis_id, institution_id)
  constraint diagnosis_approval_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index diagnosis_approval_case USING btree (case_id)
  index diagnosis_approval_institution USING btree (institution_id)
  index diagnosis_approval_worker USING btree (worker_id)
  policy approve_own restrictive for insert to splot_worker with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker())))
  policy approve_own_again restrictive for update to splot_worker using ((institution_id = kernel.institution())) with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker())))
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = diagnosis_approval.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = diagnosis_approval.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_approval.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_approval.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_approval.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_approval.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = diagnosis_approval.case_id) AND (own.person_id = kernel.person())))))
  trigger approved BEFORE INSERT OR UPDATE ON cases.diagnosis_approval FOR EACH ROW EXECUTE FUNCTION cases.keep_parts()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_worker: insert, select, update (institution_id, worker_id, at, content_version)

table cases.diagnosis_part -- One domain of the diagnosis, owned by an institution. Its class decides who reads it; D7 and D8 only by explicit grant.
  id uuid not null
  diagnosis_id uuid not null
  case_id uuid not null
  domain text not null
  data_class text not null
  institution_id uuid not null
  scale integer
  note text not null default ''::text
  filled_by uuid
  filled_at timestamp with time zone
  row_version integer not null default 1
  required boolean not null default false
  constraint diagnosis_part_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint diagnosis_part_data_class_check CHECK ((data_class = ANY (ARRAY['D3'::text, 'D4'::text, 'D7'::text, 'D8'::text])))
  constraint diagnosis_part_diagnosis_id_domain_key UNIQUE (diagnosis_id, domain)
  constraint diagnosis_part_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES cases.diagnosis(id) ON DELETE CASCADE
  constraint diagnosis_part_filled_by_fkey FOREIGN KEY (filled_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint diagnosis_part_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint diagnosis_part_pkey PRIMARY KEY (id)
  constraint diagnosis_part_scale_check CHECK (((scale >= 0) AND (scale <= 4)))
  constraint required_is_open CHECK (((NOT required) OR (data_class <> ALL (ARRAY['D7'::text, 'D8'::text]))))
  index diagnosis_part_case USING btree (case_id)
  index diagnosis_part_filler USING btree (filled_by)
  index diagnosis_part_institution USING btree (institution_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = diagnosis_part.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = diagnosis_part.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy emergency for select to splot_emergency using (((data_class = ANY (ARRAY['D3'::text, 'D4'::text])) AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = diagnosis_part.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY[data_class])))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_part.case_id) AND (g.data_class = diagnosis_part.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY[data_class])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_part.case_id) AND (g.data_class = diagnosis_part.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_part.case_id) AND (g.data_class = diagnosis_part.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = diagnosis_part.case_id) AND (g.data_class = diagnosis_part.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = diagnosis_part.case_id) AND (own.person_id = kernel.person())))))
  policy owner_only restrictive for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy start for insert to splot_search with check (true)
  policy through_start restrictive for insert to splot_worker with check (false)
  trigger approved BEFORE INSERT OR UPDATE ON cases.diagnosis_part FOR EACH ROW EXECUTE FUNCTION cases.keep_parts()
  trigger content AFTER UPDATE ON cases.diagnosis_part FOR EACH ROW EXECUTE FUNCTION cases.count_part()
  trigger identity BEFORE UPDATE ON cases.diagnosis_part FOR EACH ROW EXECUTE FUNCTION cases.keep_part_identity()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: insert, select
  -- splot_worker: insert, select, update (domain, data_class, institution_id, scale, note, filled_by, filled_at, row_version, required)

table cases.emergency -- Emergency access of one worker to one case: why, until when, and what the review found. Written by functions alone.
  id uuid not null
  case_id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  reason text not null
  justification text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone not null
  review_due date not null
  reviewed_at timestamp with time zone
  reviewed_by uuid
  verdict text
  review_note text not null default ''::text
  reminded_on date
  constraint emergency_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint emergency_check CHECK ((valid_to >= valid_from))
  constraint emergency_check1 CHECK ((reviewed_by <> worker_id))
  constraint emergency_check2 CHECK ((num_nulls(reviewed_at, reviewed_by, verdict) = ANY (ARRAY[0, 3])))
  constraint emergency_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint emergency_justification_check CHECK (((char_length(btrim(justification)) >= 20) AND (char_length(btrim(justification)) <= 2000)))
  constraint emergency_pkey PRIMARY KEY (id)
  constraint emergency_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint emergency_verdict_check CHECK ((verdict = ANY (ARRAY['justified'::text, 'unjustified'::text, 'training'::text])))
  constraint emergency_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index emergency_case USING btree (case_id)
  index emergency_institution USING btree (institution_id)
  index emergency_open USING btree (review_due) WHERE (reviewed_at IS NULL)
  index emergency_reviewer USING btree (reviewed_by)
  index emergency_rule USING btree (worker_id, case_id) INCLUDE (institution_id, valid_from, valid_to)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = emergency.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = emergency.case_id) AND (c.state = 'erased'::text)))))
  policy lookup for all to splot_search using (true) with check (true)
  policy own for select to splot_emergency using ((worker_id = kernel.worker()))
  row-level security, forced
  -- splot_emergency: select (id, case_id, worker_id, institution_id, valid_from, valid_to)
  -- splot_search: insert, select, update
  -- splot_system: delete, select (case_id)

table cases.event -- What happened in the case, without content: the timeline, the weave and the process figures are drawn from it.
  id uuid not null
  case_id uuid not null
  at timestamp with time zone not null
  kind text not null
  institution_id uuid
  worker_id uuid
  data jsonb not null default '{}'::jsonb
  constraint event_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint event_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint event_pkey PRIMARY KEY (id)
  constraint event_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index event_case USING btree (case_id, at)
  index event_institution USING btree (institution_id)
  index event_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = event.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = event.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy by_participant for insert to splot_participant with check ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = event.case_id) AND (own.person_id = kernel.person())))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = event.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = event.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = event.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = event.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy note for insert to splot_system with check (true)
  policy note_search for insert to splot_search with check (true)
  policy own_name restrictive for insert to splot_worker with check ((((worker_id IS NULL) OR (worker_id = kernel.worker())) AND ((institution_id IS NULL) OR (institution_id = kernel.institution()))))
  policy own_name_person restrictive for insert to splot_participant with check (((worker_id IS NULL) AND (institution_id IS NULL)))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = event.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_search: insert
  -- splot_system: insert
  -- splot_worker: insert, select

table cases.follow_up -- How the person fares 4 weeks, 3, 6 and 12 months after leaving.
  id uuid not null
  case_id uuid not null
  stage text not null
  opens_on date not null
  due_on date not null
  done_on date
  result text
  channel text
  informant text
  employment_status text
  employment_kind text
  same_job boolean
  income_change text
  needs_help boolean
  note text not null default ''::text
  recorded_by uuid
  row_version integer not null default 1
  constraint follow_up_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint follow_up_case_id_stage_key UNIQUE (case_id, stage)
  constraint follow_up_check CHECK (((done_on IS NULL) = (result IS NULL)))
  constraint follow_up_income_change_check CHECK ((income_change = ANY (ARRAY['better'::text, 'same'::text, 'worse'::text, 'unknown'::text])))
  constraint follow_up_pkey PRIMARY KEY (id)
  constraint follow_up_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint follow_up_result_check CHECK ((result = ANY (ARRAY['reached'::text, 'unreachable'::text, 'missed'::text])))
  constraint follow_up_stage_check CHECK ((stage = ANY (ARRAY['F0'::text, 'F3'::text, 'F6'::text, 'F12'::text])))
  index follow_up_due USING btree (due_on) WHERE (done_on IS NULL)
  index follow_up_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = follow_up.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = follow_up.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy due for select to splot_system using (true)
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = follow_up.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = follow_up.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = follow_up.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = follow_up.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = follow_up.case_id) AND (own.person_id = kernel.person())))))
  policy through_door for update to splot_search using (true)
  trigger once BEFORE UPDATE ON cases.follow_up FOR EACH ROW WHEN ((CURRENT_USER <> 'splot_search'::name)) EXECUTE FUNCTION cases.check_follow_up()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select, update (done_on, result, note, row_version)
  -- splot_system: select (id, case_id, stage, opens_on, due_on, done_on)
  -- splot_worker: insert, select, update (stage, opens_on, due_on, done_on, result, channel, informant, employment_status, employment_kind, same_job, income_change, needs_help, note, recorded_by, row_version)

table cases.functional_conclusion -- What follows for work from a protected domain, without the reason ("no heavy lifting"): class D5, shown to the team.
  id uuid not null
  diagnosis_id uuid not null
  case_id uuid not null
  domain text not null
  body text not null
  row_version integer not null default 1
  constraint functional_conclusion_body_check CHECK ((body <> ''::text))
  constraint functional_conclusion_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint functional_conclusion_diagnosis_id_domain_key UNIQUE (diagnosis_id, domain)
  constraint functional_conclusion_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES cases.diagnosis(id) ON DELETE CASCADE
  constraint functional_conclusion_pkey PRIMARY KEY (id)
  index functional_conclusion_case USING btree (case_id)
  index functional_conclusion_diagnosis USING btree (diagnosis_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = functional_conclusion.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = functional_conclusion.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = functional_conclusion.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = functional_conclusion.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = functional_conclusion.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = functional_conclusion.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = functional_conclusion.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = functional_conclusion.case_id) AND (own.person_id = kernel.person())))))
  trigger approved BEFORE INSERT OR UPDATE ON cases.functional_conclusion FOR EACH ROW EXECUTE FUNCTION cases.keep_parts()
  trigger content AFTER INSERT OR UPDATE ON cases.functional_conclusion FOR EACH ROW EXECUTE FUNCTION cases.count_part()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_worker: insert, select, update (domain, body, row_version)

table cases.goal -- A goal with its measure. lineage_id is the same goal in the next version, so that versions can be compared.
  id uuid not null
  plan_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  position integer not null
  title text not null
  measure text not null
  due_on date not null
  row_version integer not null default 1
  constraint goal_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint goal_pkey PRIMARY KEY (id)
  constraint goal_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES cases.plan(id) ON DELETE CASCADE
  constraint goal_plan_id_lineage_id_key UNIQUE (plan_id, lineage_id)
  constraint goal_title_check CHECK ((title <> ''::text))
  index goal_case USING btree (case_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = goal.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = goal.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy drop_by_writer restrictive for delete to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = goal.case_id) AND (g.data_class = 'D5'::text) AND g.can_write AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy drop_draft for delete to splot_worker using ((EXISTS ( SELECT
   FROM cases.plan p
  WHERE ((p.id = goal.plan_id) AND (p.state = 'draft'::text)))))
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = goal.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = goal.case_id) AND (own.person_id = kernel.person())))))
  trigger signed BEFORE INSERT OR DELETE OR UPDATE ON cases.goal FOR EACH ROW EXECUTE FUNCTION cases.keep_signed_parts()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: select
  -- splot_worker: delete, insert, select, update (position, title, measure, due_on, row_version)

table cases.group_member -- Who belongs to an activity group, by the item of their plan, from–to.
  id uuid not null
  group_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  joined_on date not null
  left_on date
  row_version integer not null default 1
  constraint group_member_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint group_member_check CHECK ((left_on >= joined_on))
  constraint group_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES cases.activity_group(id) ON DELETE CASCADE
  constraint group_member_pkey PRIMARY KEY (id)
  index group_member_case USING btree (case_id)
  index group_member_group USING btree (group_id)
  index group_member_once UNIQUE USING btree (group_id, case_id) WHERE (left_on IS NULL)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = group_member.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = group_member.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = group_member.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = group_member.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = group_member.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = group_member.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = group_member.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = group_member.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy own_group restrictive for insert to splot_worker with check ((EXISTS ( SELECT
   FROM cases.activity_group g
  WHERE ((g.id = group_member.group_id) AND (g.institution_id = kernel.institution())))))
  policy own_group_change restrictive for update to splot_worker using ((EXISTS ( SELECT
   FROM cases.activity_group g
  WHERE ((g.id = group_member.group_id) AND (g.institution_id = kernel.institution())))))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = group_member.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (joined_on, left_on, row_version)

table cases.information_clause -- Versions of the information clause (GDPR art. 13 and 14). Public data.
  id uuid not null
  version text not null
  lang text not null
  title text not null
  body text not null
  valid_from date not null
  valid_to date
  source text not null
  constraint information_clause_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint information_clause_pkey PRIMARY KEY (id)
  constraint information_clause_version_lang_key UNIQUE (version, lang)
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.institution_basis -- On what law or commission an institution receives which classes in this case. The grants made from it are the access; this is why.
  id uuid not null
  case_id uuid not null
  institution_id uuid not null
  basis_code text not null
  classes text[] not null
  document text not null default ''::text
  valid_to date
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  ended_at timestamp with time zone
  row_version integer not null default 1
  constraint institution_basis_basis_code_fkey FOREIGN KEY (basis_code) REFERENCES cases.legal_basis(code) ON DELETE RESTRICT
  constraint institution_basis_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint institution_basis_classes_check CHECK ((classes <> '{}'::text[]))
  constraint institution_basis_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint institution_basis_pkey PRIMARY KEY (id)
  constraint institution_basis_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index institution_basis_case USING btree (case_id)
  index institution_basis_code USING btree (basis_code)
  index institution_basis_current UNIQUE USING btree (case_id, institution_id, basis_code) WHERE (ended_at IS NULL)
  index institution_basis_institution USING btree (institution_id)
  index institution_basis_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = institution_basis.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = institution_basis.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = institution_basis.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = institution_basis.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = institution_basis.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = institution_basis.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = institution_basis.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = institution_basis.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = institution_basis.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (institution_id, basis_code, classes, document, valid_to, recorded_by, recorded_at, ended_at, row_version)

table cases.item_progress -- How far an item of the plan is, across versions of the plan.
  lineage_id uuid not null
  case_id uuid not null
  state text not null
  reason text not null default ''::text
  changed_at timestamp with time zone not null
  changed_by uuid
  row_version integer not null default 1
  constraint item_progress_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint item_progress_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint item_progress_pkey PRIMARY KEY (lineage_id)
  constraint item_progress_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in_progress'::text, 'done'::text, 'not_done'::text])))
  index item_progress_case USING btree (case_id)
  index item_progress_worker USING btree (changed_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = item_progress.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = item_progress.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = item_progress.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = item_progress.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = item_progress.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = item_progress.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = item_progress.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = item_progress.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D6'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = item_progress.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (state, reason, changed_at, changed_by, row_version)

table cases.legal_basis -- Legal bases on which an institution of a type may receive classes of data for purposes. Public data.
  code text not null
  article text not null
  pl text not null
  en text not null
  kind text not null
  institution_types text[] not null
  classes text[] not null
  purposes text[] not null
  valid_from date not null
  valid_to date
  source text not null
  certain boolean not null
  constraint legal_basis_kind_check CHECK ((kind = ANY (ARRAY['statutory'::text, 'commission'::text, 'consent'::text, 'contract'::text, 'vital_interest'::text])))
  constraint legal_basis_pkey PRIMARY KEY (code)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.linked_instrument -- An instrument of law that lives in an office's own system: its number and dates alone, never its content.
  id uuid not null
  case_id uuid not null
  kind text not null
  number text not null default ''::text
  institution_id uuid not null
  signed_on date
  started_on date
  ends_on date
  state text not null
  row_version integer not null default 1
  constraint linked_instrument_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint linked_instrument_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint linked_instrument_kind_check CHECK ((kind = ANY (ARRAY['interview'::text, 'social_contract'::text, 'ipd'::text, 'ipzs'::text, 'ipus'::text, 'ipr'::text, 'art_200'::text, 'homelessness_programme'::text, 'integration_programme'::text, 'leaving_care'::text])))
  constraint linked_instrument_pkey PRIMARY KEY (id)
  constraint linked_instrument_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'in_progress'::text, 'evaluated'::text, 'closed'::text, 'broken'::text])))
  index linked_instrument_case USING btree (case_id)
  index linked_instrument_institution USING btree (institution_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = linked_instrument.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = linked_instrument.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = linked_instrument.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = linked_instrument.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = linked_instrument.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = linked_instrument.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = linked_instrument.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = linked_instrument.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = linked_instrument.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (kind, number, institution_id, signed_on, started_on, ends_on, state, row_version)

table cases.list_columns -- How an office's files with these headings are read, asked once and remembered. Holds no person.
  institution_id uuid not null
  headers_hash text not null
  reading jsonb not null
  updated_at timestamp with time zone not null
  constraint list_columns_headers_hash_check CHECK ((headers_hash ~ '^[0-9a-f]{64}$'::text))
  constraint list_columns_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint list_columns_pkey PRIMARY KEY (institution_id, headers_hash)
  policy own for select to splot_worker using ((institution_id = kernel.institution()))
  policy own_add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy own_change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  row-level security, forced
  -- splot_worker: insert, select, update (institution_id, headers_hash, reading, updated_at)

table cases.list_import -- A list of people to refer, as a file (classes D1 and D2): seen by who sent it and by who oversees the office. Its content goes after 30 days.
  id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  file_name text not null
  file_hash text not null
  content bytea
  reading jsonb not null default '{}'::jsonb
  partnership_id uuid
  recipient_id uuid
  informed_form text
  state text not null default 'uploaded'::text
  problem text
  rows_total integer
  rows_done integer not null default 0
  rows_created integer
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  constraint list_import_check CHECK (((state = 'uploaded'::text) OR ((partnership_id IS NOT NULL) AND (recipient_id IS NOT NULL) AND (informed_form IS NOT NULL))))
  constraint list_import_check1 CHECK (((state <> 'done'::text) OR ((rows_created IS NOT NULL) AND (finished_at IS NOT NULL))))
  constraint list_import_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
  constraint list_import_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint list_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint list_import_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint list_import_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint list_import_pkey PRIMARY KEY (id)
  constraint list_import_problem_check CHECK ((problem ~ '^[a-z_.]+$'::text))
  constraint list_import_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint list_import_rows_created_check CHECK ((rows_created >= 0))
  constraint list_import_rows_done_check CHECK ((rows_done >= 0))
  constraint list_import_rows_total_check CHECK ((rows_total >= 0))
  constraint list_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
  constraint list_import_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index list_import_age USING btree (created_at) WHERE (content IS NOT NULL)
  index list_import_institution USING btree (institution_id, created_at DESC)
  index list_import_partnership USING btree (partnership_id)
  index list_import_recipient USING btree (recipient_id)
  index list_import_worker USING btree (worker_id, created_at DESC)
  policy own for select to splot_worker using (((institution_id = kernel.institution()) AND ((worker_id = kernel.worker()) OR kernel.wide()) AND (kernel.scope() @> ARRAY['D1'::text, 'D2'::text])))
  policy own_add for insert to splot_worker with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker()) AND (kernel.scope() @> ARRAY['D1'::text, 'D2'::text])))
  policy own_change for update to splot_worker using (((institution_id = kernel.institution()) AND (worker_id = kernel.worker()) AND (kernel.scope() @> ARRAY['D1'::text, 'D2'::text]))) with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker())))
  policy run for select to splot_system using (true)
  policy run_change for update to splot_system using (true) with check (((state <> 'done'::text) OR (content IS NULL)))
  row-level security, forced
  -- splot_system: select (id, state, created_at, finished_at), update (content, state, problem, finished_at)
  -- splot_worker: insert, select, update (institution_id, worker_id, file_name, file_hash, content, reading, partnership_id, recipient_id, informed_form, state, problem, rows_total, rows_done, rows_created, started_at, finished_at)

table cases.list_row -- Which row of a list became which case, so that the same list sent again changes nothing.
  institution_id uuid not null
  partnership_id uuid not null
  fingerprint text not null
  import_id uuid not null
  number integer not null
  case_id uuid not null
  referral_id uuid not null
  created_at timestamp with time zone not null
  constraint list_row_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint list_row_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
  constraint list_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES cases.list_import(id) ON DELETE RESTRICT
  constraint list_row_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint list_row_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint list_row_pkey PRIMARY KEY (institution_id, partnership_id, fingerprint)
  constraint list_row_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES cases.referral(id) ON DELETE CASCADE
  index list_row_case USING btree (case_id)
  index list_row_import USING btree (import_id, number)
  index list_row_partnership USING btree (partnership_id)
  index list_row_referral USING btree (referral_id)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = list_row.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = list_row.case_id) AND (c.state = 'erased'::text)))))
  policy own for select to splot_worker using (((institution_id = kernel.institution()) AND (kernel.scope() @> ARRAY['D1'::text, 'D2'::text])))
  policy own_add for insert to splot_worker with check (((institution_id = kernel.institution()) AND (EXISTS ( SELECT
   FROM cases.list_import i
  WHERE ((i.id = list_row.import_id) AND (i.worker_id = kernel.worker()))))))
  row-level security, forced
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table cases.measure -- Shares of the process by partnership and calendar year, counted every night, so that a distribution over all of them is read and not computed. Read by the functions here alone: what leaves them is suppressed.
  partnership_id uuid not null
  year integer not null
  code text not null
  counted integer not null
  total integer not null
  computed_on date not null
  constraint measure_check CHECK ((total >= counted))
  constraint measure_code_check CHECK ((code = ANY (ARRAY['answer'::text, 'meeting'::text, 'diagnosis'::text, 'plan'::text, 'contact'::text, 'review'::text])))
  constraint measure_counted_check CHECK ((counted >= 0))
  constraint measure_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint measure_pkey PRIMARY KEY (year, code, partnership_id)
  constraint measure_year_check CHECK (((year >= 2000) AND (year <= 2200)))
  index measure_partnership USING btree (partnership_id)
  policy counted for insert to splot_search with check (true)
  policy counted_again for update to splot_search using (true)
  policy lookup for select to splot_search using (true)
  row-level security, forced
  -- splot_search: insert, select, update

table cases.need_support -- Which kinds of support of the public base (codes of its dictionary "support") may answer a need. A proposal shown beside a referral, never a decision. Public data.
  need text not null
  support text not null
  source text not null
  constraint need_support_pkey PRIMARY KEY (need, support)
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

table cases.note -- A note with its class; D9 stays in the author's institution, D10 with supervision.
  id uuid not null
  case_id uuid not null
  data_class text not null
  institution_id uuid not null
  worker_id uuid not null
  at timestamp with time zone not null
  body text not null
  constraint note_body_check CHECK ((body <> ''::text))
  constraint note_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint note_data_class_check CHECK ((data_class = ANY (ARRAY['D3'::text, 'D4'::text, 'D5'::text, 'D6'::text, 'D7'::text, 'D9'::text, 'D10'::text])))
  constraint note_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint note_pkey PRIMARY KEY (id)
  constraint note_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index note_case USING btree (case_id, at)
  index note_institution USING btree (institution_id)
  index note_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = note.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = note.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy emergency for select to splot_emergency using (((data_class = ANY (ARRAY['D3'::text, 'D4'::text, 'D5'::text])) AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = note.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY[data_class])))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = note.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = note.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = note.case_id) AND (g.data_class = note.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY[data_class])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = note.case_id) AND (g.data_class = note.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = note.case_id) AND (g.data_class = note.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = note.case_id) AND (g.data_class = note.data_class) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY[data_class])))
  policy not_professional restrictive for select to splot_participant using ((data_class <> ALL (ARRAY['D9'::text, 'D10'::text])))
  policy own_notes restrictive for select to splot_worker using (((data_class <> ALL (ARRAY['D9'::text, 'D10'::text])) OR (institution_id = kernel.institution())))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = note.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (data_class, institution_id, worker_id, at, body)

table cases.outcome -- The result of the case with its evidence.
  case_id uuid not null
  code text not null
  extra_codes text[] not null default '{}'::text[]
  left_on date not null
  evidence_code text not null
  employment_started_on date
  employment_hours text not null default ''::text
  planned_months integer
  progress_codes text[] not null default '{}'::text[]
  note text not null default ''::text
  informed_on date not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  row_version integer not null default 1
  evaluation text not null default 'asked'::text
  vocational boolean not null default false
  open_ended boolean not null default false
  constraint outcome_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint outcome_employment_hours_check CHECK ((employment_hours = ANY (ARRAY[''::text, 'full'::text, 'half_or_more'::text, 'under_half'::text])))
  constraint outcome_evaluation_check CHECK ((evaluation = ANY (ARRAY['asked'::text, 'refused'::text, 'not_possible'::text])))
  constraint outcome_open_ended CHECK (((NOT open_ended) OR (planned_months IS NULL)))
  constraint outcome_pkey PRIMARY KEY (case_id)
  constraint outcome_planned_months_check CHECK (((planned_months >= 0) AND (planned_months <= 600)))
  constraint outcome_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index outcome_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = outcome.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = outcome.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = outcome.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = outcome.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = outcome.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = outcome.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = outcome.case_id) AND (own.person_id = kernel.person())))))
  policy scrub for update to splot_search using (true)
  trigger evidence BEFORE INSERT OR UPDATE ON cases.outcome FOR EACH ROW WHEN ((CURRENT_USER <> 'splot_search'::name)) EXECUTE FUNCTION cases.check_outcome()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select, update (note)
  -- splot_worker: insert, select, update (code, extra_codes, left_on, evidence_code, employment_started_on, employment_hours, planned_months, progress_codes, note, informed_on, recorded_by, recorded_at, row_version, evaluation, vocational, open_ended)

table cases.participation -- Which institutions take part in a case and in which role.
  case_id uuid not null
  institution_id uuid not null
  role text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  constraint participation_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint participation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint participation_pkey PRIMARY KEY (case_id, institution_id)
  constraint participation_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'co_lead'::text, 'provider'::text, 'referrer'::text, 'observer'::text])))
  index participation_institution USING btree (institution_id, case_id) INCLUDE (role, valid_from, valid_to)
  policy acting restrictive for insert to splot_worker with check (cases.acts_in(case_id))
  policy acting_change restrictive for update to splot_worker using (cases.acts_in(case_id)) with check (true)
  policy admit for insert to splot_worker with check (cases.may_admit(case_id, institution_id))
  policy amend for update to splot_worker using (cases.may_admit(case_id, institution_id))
  policy lookup for all to splot_search using (true) with check (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = participation.case_id) AND (own.person_id = kernel.person())))))
  policy team for select to splot_worker using (((institution_id = kernel.institution()) OR (EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE (c.id = participation.case_id)))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_worker: insert, select, update (role, valid_to)

table cases.person -- Minimal identity (class D1), one per partnership. An unidentified person carries a label until known.
  id uuid not null
  partnership_id uuid not null
  given_name text not null default ''::text
  family_name text not null default ''::text
  birth_date date
  sex text
  gmina_id text
  locality text not null default ''::text
  postal_code text not null default ''::text
  street text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  preferred_lang text not null default 'pl'::text
  unidentified_label text
  search text generated as (kernel.plain(((family_name || ' '::text) || given_name)))
  created_by_institution_id uuid not null
  created_at timestamp with time zone not null
  erased_at timestamp with time zone
  row_version integer not null default 1
  merged_into uuid
  constraint person_created_by_institution_id_fkey FOREIGN KEY (created_by_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES cases.person(id) ON DELETE RESTRICT
  constraint person_named CHECK (((erased_at IS NOT NULL) OR (merged_into IS NOT NULL) OR (unidentified_label IS NOT NULL) OR ((given_name <> ''::text) AND (family_name <> ''::text))))
  constraint person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint person_pkey PRIMARY KEY (id)
  constraint person_preferred_lang_check CHECK ((preferred_lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['f'::text, 'm'::text])))
  index person_birth USING btree (partnership_id, birth_date, search)
  index person_creator USING btree (created_by_institution_id)
  index person_merged USING btree (merged_into)
  index person_name USING gin (partnership_id, search public.gin_trgm_ops)
  index person_partnership USING btree (partnership_id)
  policy by_case for select to splot_worker using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE (c.person_id = person.id))))
  policy by_case_change for update to splot_worker using ((EXISTS ( SELECT
   FROM (cases.shared_case c
     JOIN cases.access_grant g ON (((g.case_id = c.id) AND (g.institution_id = kernel.institution()) AND (g.data_class = 'D1'::text) AND g.can_write)))
  WHERE ((c.person_id = person.id) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant()))))))
  policy emergency for select to splot_emergency using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE (c.person_id = person.id))))
  policy erased for select to splot_system using ((erased_at IS NOT NULL))
  policy lookup for all to splot_search using (true) with check (true)
  policy own_person for select to splot_participant using ((id = kernel.person()))
  policy register for insert to splot_worker with check ((created_by_institution_id = kernel.institution()))
  trigger erased_links AFTER UPDATE OF erased_at ON cases.person FOR EACH ROW WHEN (((new.erased_at IS NOT NULL) AND (old.erased_at IS NULL))) EXECUTE FUNCTION cases.erase_links()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: select (id, erased_at)
  -- splot_worker: insert, select, update (given_name, family_name, birth_date, sex, gmina_id, locality, postal_code, street, phone, email, preferred_lang, unidentified_label, row_version)

table cases.person_identifier -- PESEL or a document (class D2). Never a key: people have none, change it, or share a mistake.
  id uuid not null
  person_id uuid not null
  partnership_id uuid not null
  kind text not null
  value text not null
  constraint person_identifier_kind_check CHECK ((kind = ANY (ARRAY['pesel'::text, 'document'::text])))
  constraint person_identifier_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint person_identifier_partnership_id_kind_value_key UNIQUE (partnership_id, kind, value)
  constraint person_identifier_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.person(id) ON DELETE CASCADE
  constraint person_identifier_pkey PRIMARY KEY (id)
  constraint person_identifier_value_check CHECK ((value <> ''::text))
  index person_identifier_person USING btree (person_id)
  index person_identifier_value USING btree (partnership_id, value)
  policy by_grant for select to splot_worker using (((kernel.scope() @> ARRAY['D2'::text]) AND (EXISTS ( SELECT
   FROM (cases.shared_case c
     JOIN cases.access_grant g ON (((g.case_id = c.id) AND (g.institution_id = kernel.institution()) AND (g.data_class = 'D2'::text))))
  WHERE ((c.person_id = person_identifier.person_id) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())))))))
  policy correct for update to splot_worker using (((kernel.scope() @> ARRAY['D2'::text]) AND (EXISTS ( SELECT
   FROM (cases.shared_case c
     JOIN cases.access_grant g ON (((g.case_id = c.id) AND (g.institution_id = kernel.institution()) AND (g.data_class = 'D2'::text) AND g.can_write)))
  WHERE ((c.person_id = person_identifier.person_id) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())))))))
  policy emergency for select to splot_emergency using (((kernel.scope() @> ARRAY['D2'::text]) AND (EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE (c.person_id = person_identifier.person_id)))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = person_identifier.person_id) AND (p.erased_at IS NOT NULL)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = person_identifier.person_id) AND (p.erased_at IS NOT NULL)))))
  policy lookup for all to splot_search using (true) with check (true)
  policy own_person for select to splot_participant using ((person_id = kernel.person()))
  policy own_person_number restrictive for insert to splot_worker with check (cases.may_identify(person_id, partnership_id))
  policy register for insert to splot_worker with check ((kernel.scope() @> ARRAY['D2'::text]))
  trigger not_absorbed BEFORE INSERT ON cases.person_identifier FOR EACH ROW EXECUTE FUNCTION cases.refuse_absorbed()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: delete, select (person_id)
  -- splot_worker: insert, select, update (kind, value)

table cases.person_link -- That two records were one person (classes D1 and D2): what each said before, so that it can be undone. Read and written by functions alone.
  id uuid not null
  partnership_id uuid not null
  survivor_id uuid not null
  absorbed_id uuid not null
  case_ids uuid[] not null
  institution_id uuid not null
  merged_by uuid not null
  merged_at timestamp with time zone not null
  undo_until date not null
  undone_at timestamp with time zone
  undone_by uuid
  before jsonb
  after jsonb
  moved jsonb
  constraint person_link_absorbed_id_fkey FOREIGN KEY (absorbed_id) REFERENCES cases.person(id) ON DELETE CASCADE
  constraint person_link_check CHECK ((survivor_id <> absorbed_id))
  constraint person_link_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint person_link_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint person_link_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint person_link_pkey PRIMARY KEY (id)
  constraint person_link_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES cases.person(id) ON DELETE CASCADE
  constraint person_link_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index person_link_absorbed UNIQUE USING btree (absorbed_id) WHERE (undone_at IS NULL)
  index person_link_absorbed_all USING btree (absorbed_id)
  index person_link_institution USING btree (institution_id)
  index person_link_merger USING btree (merged_by)
  index person_link_partnership USING btree (partnership_id)
  index person_link_survivor USING btree (survivor_id, merged_at DESC)
  index person_link_undoer USING btree (undone_by)
  policy lookup for all to splot_search using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update

table cases.plan -- One version of the plan. A signed one never changes; a change is the next version.
  id uuid not null
  case_id uuid not null
  version integer not null
  state text not null default 'draft'::text
  next_review_on date
  contact_every_days integer
  contact_form text not null default ''::text
  own_obligation text not null default ''::text
  confirmed_warnings text[] not null default '{}'::text[]
  signed_on date
  created_at timestamp with time zone not null
  row_version integer not null default 1
  content_hash text
  signing_since timestamp with time zone
  constraint plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint plan_case_id_version_key UNIQUE (case_id, version)
  constraint plan_contact_every_days_check CHECK (((contact_every_days >= 1) AND (contact_every_days <= 90)))
  constraint plan_pkey PRIMARY KEY (id)
  constraint plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signing'::text, 'signed'::text, 'superseded'::text, 'abandoned'::text])))
  constraint plan_version_check CHECK ((version > 0))
  constraint signing_has_hash CHECK (((state <> 'signing'::text) OR ((content_hash IS NOT NULL) AND (signing_since IS NOT NULL))))
  index plan_open UNIQUE USING btree (case_id) WHERE (state = ANY (ARRAY['draft'::text, 'signing'::text]))
  index plan_signed UNIQUE USING btree (case_id) WHERE (state = 'signed'::text)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = plan.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = plan.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = plan.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = plan.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = plan.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = plan.case_id) AND (own.person_id = kernel.person())))))
  policy settle for update to splot_search using (true)
  trigger signed BEFORE UPDATE ON cases.plan FOR EACH ROW EXECUTE FUNCTION cases.keep_signed()
  trigger version BEFORE UPDATE ON cases.plan FOR EACH ROW EXECUTE FUNCTION cases.keep_version()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: select, update (state, signed_on, row_version)
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (version, state, next_review_on, contact_every_days, contact_form, own_obligation, confirmed_warnings, signed_on, row_version, content_hash, signing_since)

table cases.plan_item -- A service or action of the plan: who does it, from when to when, paid from what.
  id uuid not null
  plan_id uuid not null
  goal_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  position integer not null
  service_code text not null
  description text not null default ''::text
  institution_id uuid not null
  worker_id uuid not null
  starts_on date not null
  due_on date not null
  financing_code text not null
  place text not null default ''::text
  hours numeric(6,1)
  row_version integer not null default 1
  constraint plan_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint plan_item_check CHECK ((due_on >= starts_on))
  constraint plan_item_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES cases.goal(id) ON DELETE CASCADE
  constraint plan_item_hours_check CHECK ((hours > (0)::numeric))
  constraint plan_item_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint plan_item_pkey PRIMARY KEY (id)
  constraint plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES cases.plan(id) ON DELETE CASCADE
  constraint plan_item_plan_id_lineage_id_key UNIQUE (plan_id, lineage_id)
  constraint plan_item_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index plan_item_case USING btree (case_id)
  index plan_item_goal USING btree (goal_id)
  index plan_item_institution USING btree (institution_id, case_id)
  index plan_item_plan USING btree (plan_id)
  index plan_item_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = plan_item.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = plan_item.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy drop_by_writer restrictive for delete to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D5'::text) AND g.can_write AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy drop_draft for delete to splot_worker using ((EXISTS ( SELECT
   FROM cases.plan p
  WHERE ((p.id = plan_item.plan_id) AND (p.state = 'draft'::text)))))
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = plan_item.case_id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(case_id)) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_item for select to splot_worker using (((institution_id = kernel.institution()) AND (kernel.scope() @> ARRAY['D6'::text]) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_item.case_id) AND (g.data_class = 'D6'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)))))))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = plan_item.case_id) AND (own.person_id = kernel.person())))))
  trigger signed BEFORE INSERT OR DELETE OR UPDATE ON cases.plan_item FOR EACH ROW EXECUTE FUNCTION cases.keep_signed_parts()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: select
  -- splot_worker: delete, insert, select, update (goal_id, position, service_code, description, institution_id, worker_id, starts_on, due_on, financing_code, place, hours, row_version)

table cases.plan_signature -- A signature under a version of the plan, with the hash of what was signed.
  id uuid not null
  plan_id uuid not null
  case_id uuid not null
  signer text not null
  institution_id uuid
  worker_id uuid
  name text not null
  way text not null
  signed_at timestamp with time zone not null
  content_hash text not null
  voided_at timestamp with time zone
  signed_on date
  constraint plan_signature_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint plan_signature_check CHECK (((signer = ANY (ARRAY['person'::text, 'guardian'::text])) = (institution_id IS NULL)))
  constraint plan_signature_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint plan_signature_name_check CHECK ((name <> ''::text))
  constraint plan_signature_paper_day CHECK (((way = 'paper'::text) OR (signed_on IS NULL)))
  constraint plan_signature_pkey PRIMARY KEY (id)
  constraint plan_signature_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES cases.plan(id) ON DELETE CASCADE
  constraint plan_signature_signer_check CHECK ((signer = ANY (ARRAY['person'::text, 'guardian'::text, 'coordinator'::text, 'institution'::text])))
  constraint plan_signature_way_check CHECK ((way = ANY (ARRAY['electronic'::text, 'paper'::text])))
  constraint plan_signature_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index plan_signature_case USING btree (case_id)
  index plan_signature_institution USING btree (institution_id)
  index plan_signature_once UNIQUE USING btree (plan_id, signer, COALESCE(institution_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (voided_at IS NULL)
  index plan_signature_person UNIQUE USING btree (plan_id) WHERE ((signer = ANY (ARRAY['person'::text, 'guardian'::text])) AND (voided_at IS NULL))
  index plan_signature_plan USING btree (plan_id)
  index plan_signature_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = plan_signature.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = plan_signature.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy by_participant for insert to splot_participant with check (((signer = 'person'::text) AND (EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = plan_signature.case_id) AND (own.person_id = kernel.person())))) AND (EXISTS ( SELECT
   FROM cases.plan p
  WHERE ((p.id = plan_signature.plan_id) AND (p.state = 'signing'::text))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_signature.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_signature.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_signature.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan_signature.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = plan_signature.case_id) AND (own.person_id = kernel.person())))))
  policy sign_items for insert to splot_worker with check (((signer = 'institution'::text) AND (institution_id = kernel.institution()) AND (kernel.scope() @> ARRAY['D6'::text]) AND (EXISTS ( SELECT
   FROM cases.plan_item i
  WHERE ((i.plan_id = plan_signature.plan_id) AND (i.institution_id = kernel.institution()))))))
  policy sign_own restrictive for insert to splot_worker with check (((worker_id = kernel.worker()) AND ((institution_id = kernel.institution()) OR ((institution_id IS NULL) AND (way = 'paper'::text)))))
  policy sign_self restrictive for insert to splot_participant with check (((way = 'electronic'::text) AND (worker_id IS NULL)))
  trigger text BEFORE INSERT OR UPDATE ON cases.plan_signature FOR EACH ROW EXECUTE FUNCTION cases.keep_signature()
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_search: select
  -- splot_worker: insert, select, update (signer, institution_id, worker_id, name, way, signed_at, content_hash, voided_at)

table cases.queue_entry -- A person of a case waits for a place in a service. Order: the rank of the stated ground, then the date; no points. Seen by those who see the plan of the case and by the person; everybody else sees counts of five and more.
  id uuid not null
  case_id uuid not null
  partnership_id uuid not null
  service_id uuid not null
  selection_id uuid not null
  since date not null
  ground_id uuid
  ground_rank integer not null default 100
  shifted_rank integer
  shifted_from date
  shift_reason text not null default ''::text
  state text not null default 'waiting'::text
  ahead_reason text not null default ''::text
  offered_on date
  answer_until date
  ended_on date
  end_code text not null default ''::text
  end_note text not null default ''::text
  created_by uuid not null
  created_at timestamp with time zone not null
  row_version integer not null default 1
  constraint queue_end_note CHECK (((end_code = ANY (ARRAY[''::text, 'accepted'::text, 'case_ended'::text])) OR (end_note <> ''::text)))
  constraint queue_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint queue_entry_check CHECK (((state <> 'offered'::text) OR ((offered_on IS NOT NULL) AND (answer_until IS NOT NULL))))
  constraint queue_entry_check1 CHECK (((state = ANY (ARRAY['accepted'::text, 'removed'::text])) = (ended_on IS NOT NULL)))
  constraint queue_entry_check2 CHECK (((ended_on IS NOT NULL) = (end_code <> ''::text)))
  constraint queue_entry_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint queue_entry_end_code_check CHECK ((end_code = ANY (ARRAY[''::text, 'accepted'::text, 'person'::text, 'other_service'::text, 'not_met'::text, 'no_contact'::text, 'case_ended'::text])))
  constraint queue_entry_ground_id_fkey FOREIGN KEY (ground_id) REFERENCES partnerships.selection_criterion(id) ON DELETE RESTRICT
  constraint queue_entry_id_case_id_key UNIQUE (id, case_id)
  constraint queue_entry_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint queue_entry_pkey PRIMARY KEY (id)
  constraint queue_entry_selection_id_fkey FOREIGN KEY (selection_id) REFERENCES partnerships.selection(id) ON DELETE RESTRICT
  constraint queue_entry_service_id_fkey FOREIGN KEY (service_id) REFERENCES partnerships.service(id) ON DELETE RESTRICT
  constraint queue_entry_shifted_rank_check CHECK (((shifted_rank >= 1) AND (shifted_rank <= 100)))
  constraint queue_entry_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'accepted'::text, 'removed'::text])))
  constraint queue_shift_reason CHECK ((((shifted_rank IS NULL) AND (shifted_from IS NULL)) = (shift_reason = ''::text)))
  index queue_entry_author USING btree (created_by)
  index queue_entry_case USING btree (case_id)
  index queue_entry_ground USING btree (ground_id)
  index queue_entry_once UNIQUE USING btree (case_id, service_id) WHERE (state = ANY (ARRAY['waiting'::text, 'offered'::text]))
  index queue_entry_order USING btree (service_id, state, since)
  index queue_entry_partnership USING btree (partnership_id, state)
  index queue_entry_selection USING btree (selection_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = queue_entry.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = queue_entry.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy counted for select to splot_search using (true)
  policy ended for update to splot_search using (true) with check ((end_code = 'case_ended'::text))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_entry.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_entry.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_entry.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_entry.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_entry.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_entry.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_name restrictive for insert to splot_worker with check (((created_by = kernel.worker()) AND (state = 'waiting'::text) AND (shift_reason = ''::text) AND (since <= kernel.today())))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = queue_entry.case_id) AND (own.person_id = kernel.person())))))
  trigger joined BEFORE INSERT ON cases.queue_entry FOR EACH ROW EXECUTE FUNCTION cases.queue_joined()
  trigger moves BEFORE UPDATE ON cases.queue_entry FOR EACH ROW EXECUTE FUNCTION cases.queue_moves()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select, update (state, ended_on, end_code, row_version)
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (shifted_rank, shifted_from, shift_reason, state, ahead_reason, offered_on, answer_until, ended_on, end_code, end_note, row_version)

table cases.queue_fact -- Which criterion somebody found met or not met, and when. No words: what it was found from stays where it is.
  entry_id uuid not null
  case_id uuid not null
  criterion_id uuid not null
  met boolean not null
  checked_on date not null
  checked_by uuid not null
  constraint queue_fact_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint queue_fact_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES partnerships.selection_criterion(id) ON DELETE RESTRICT
  constraint queue_fact_entry_id_case_id_fkey FOREIGN KEY (entry_id, case_id) REFERENCES cases.queue_entry(id, case_id) ON DELETE CASCADE
  constraint queue_fact_pkey PRIMARY KEY (entry_id, criterion_id)
  index queue_fact_case USING btree (case_id)
  index queue_fact_checker USING btree (checked_by)
  index queue_fact_criterion USING btree (criterion_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = queue_fact.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = queue_fact.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy counted for select to splot_search using (true)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_fact.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_fact.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_fact.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_fact.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_fact.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_fact.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_name restrictive for insert to splot_worker with check ((checked_by = kernel.worker()))
  policy own_name_change restrictive for update to splot_worker using (true) with check ((checked_by = kernel.worker()))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = queue_fact.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (met, checked_on, checked_by)

table cases.queue_step -- What happened with an entry of the waiting list, by whom and why. Only added to.
  id uuid not null
  entry_id uuid not null
  case_id uuid not null
  at timestamp with time zone not null
  kind text not null
  reason text not null default ''::text
  worker_id uuid not null
  constraint queue_step_check CHECK (((kind <> ALL (ARRAY['shifted'::text, 'removed'::text])) OR (reason <> ''::text)))
  constraint queue_step_entry_id_case_id_fkey FOREIGN KEY (entry_id, case_id) REFERENCES cases.queue_entry(id, case_id) ON DELETE CASCADE
  constraint queue_step_kind_check CHECK ((kind = ANY (ARRAY['joined'::text, 'shifted'::text, 'offered'::text, 'accepted'::text, 'declined'::text, 'removed'::text])))
  constraint queue_step_pkey PRIMARY KEY (id)
  constraint queue_step_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index queue_step_case USING btree (case_id)
  index queue_step_entry USING btree (entry_id, at)
  index queue_step_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = queue_step.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = queue_step.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_step.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = queue_step.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_step.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_step.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_step.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = queue_step.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_name restrictive for insert to splot_worker with check (((worker_id = kernel.worker()) AND (at = kernel.instant())))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = queue_step.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table cases.referral -- A referral of the person to one institution. The packet is a snapshot: exactly what was sent, with its hash.
  id uuid not null
  case_id uuid not null
  partnership_id uuid not null
  kind text not null
  sender_institution_id uuid not null
  sender_worker_id uuid not null
  recipient_institution_id uuid not null
  state text not null default 'draft'::text
  needs text[] not null default '{}'::text[]
  urgent boolean not null default false
  reason text not null default ''::text
  informed_on date
  informed_form text
  discloses_identity boolean not null default false
  packet jsonb
  packet_hash text
  sent_at timestamp with time zone
  due_on date
  reminded_at timestamp with time zone
  escalated_at timestamp with time zone
  answered_at timestamp with time zone
  answered_by uuid
  decline_code text
  decline_note text not null default ''::text
  question text not null default ''::text
  question_answer text not null default ''::text
  row_version integer not null default 1
  handled_by uuid
  asked_at timestamp with time zone
  days_left integer
  withdrawn_code text
  previous_id uuid
  constraint referral_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint referral_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint referral_check CHECK (((state = 'draft'::text) OR ((sent_at IS NOT NULL) AND (due_on IS NOT NULL) AND (packet IS NOT NULL) AND (packet_hash IS NOT NULL))))
  constraint referral_check1 CHECK (((state <> 'declined'::text) OR (decline_code IS NOT NULL)))
  constraint referral_days_left_check CHECK ((days_left >= 0))
  constraint referral_handled_by_fkey FOREIGN KEY (handled_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint referral_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'service'::text])))
  constraint referral_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint referral_pkey PRIMARY KEY (id)
  constraint referral_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES cases.referral(id) ON DELETE RESTRICT
  constraint referral_recipient_institution_id_fkey FOREIGN KEY (recipient_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint referral_sender_institution_id_fkey FOREIGN KEY (sender_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint referral_sender_worker_id_fkey FOREIGN KEY (sender_worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint referral_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'seen'::text, 'needs_info'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
  index referral_answerer USING btree (answered_by)
  index referral_answers USING btree (sender_institution_id, answered_at) WHERE (answered_at IS NOT NULL)
  index referral_case USING btree (case_id)
  index referral_due USING btree (due_on) WHERE (state = ANY (ARRAY['sent'::text, 'seen'::text, 'needs_info'::text]))
  index referral_handler USING btree (handled_by)
  index referral_inbox USING btree (recipient_institution_id, state, due_on)
  index referral_one_each UNIQUE USING btree (case_id, recipient_institution_id) WHERE (state = ANY (ARRAY['draft'::text, 'sent'::text, 'seen'::text, 'needs_info'::text]))
  index referral_one_opening UNIQUE USING btree (case_id) WHERE ((kind = 'opening'::text) AND (state = ANY (ARRAY['draft'::text, 'sent'::text, 'seen'::text, 'needs_info'::text])))
  index referral_outbox USING btree (sender_institution_id, state, due_on)
  index referral_partnership USING btree (partnership_id)
  index referral_previous USING btree (previous_id)
  index referral_sender USING btree (sender_worker_id)
  policy by_recipient for update to splot_worker using (((recipient_institution_id = kernel.institution()) AND (state = ANY (ARRAY['sent'::text, 'seen'::text, 'needs_info'::text])))) with check ((recipient_institution_id = kernel.institution()))
  policy by_sender for update to splot_worker using (((sender_institution_id = kernel.institution()) AND ((sender_worker_id = kernel.worker()) OR ((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = referral.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = referral.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant())))))))))) with check ((sender_institution_id = kernel.institution()))
  policy draft for insert to splot_worker with check (((sender_institution_id = kernel.institution()) AND (sender_worker_id = kernel.worker())))
  policy due for all to splot_system using ((state <> 'draft'::text)) with check (true)
  policy lookup for all to splot_search using (true) with check (true)
  policy own_case restrictive for insert to splot_worker with check (((state = ANY (ARRAY['draft'::text, 'sent'::text])) AND (answered_at IS NULL) AND (answered_by IS NULL) AND (EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = referral.case_id) AND (c.partnership_id = referral.partnership_id))))))
  policy own_person for select to splot_participant using (((state <> 'draft'::text) AND (EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = referral.case_id) AND (own.person_id = kernel.person()))))))
  policy recipient for select to splot_worker using (((kernel.scope() @> ARRAY['D1'::text]) AND (recipient_institution_id = kernel.institution()) AND (state = ANY (ARRAY['sent'::text, 'seen'::text, 'needs_info'::text, 'accepted'::text]))))
  policy sender for select to splot_worker using (((sender_institution_id = kernel.institution()) AND ((sender_worker_id = kernel.worker()) OR ((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = referral.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = referral.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))))
  policy team for select to splot_worker using (((state <> 'draft'::text) AND (EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE (c.id = referral.case_id))) AND ((NOT discloses_identity) OR ((kernel.scope() @> ARRAY['D2'::text]) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = referral.case_id) AND (g.data_class = 'D2'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())))))))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: select (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state, urgent, sent_at, due_on, reminded_at, escalated_at, row_version, handled_by, asked_at), update (state, reminded_at, escalated_at, answered_at, row_version)
  -- splot_worker: insert, select, update (kind, state, needs, urgent, reason, informed_on, informed_form, due_on, reminded_at, escalated_at, answered_at, answered_by, decline_code, decline_note, question, question_answer, row_version, handled_by, asked_at, days_left, withdrawn_code, previous_id)

table cases.reminder -- Reminders already sent, so that a job done twice reminds once.
  case_id uuid not null
  waits_for text not null
  waits_until date not null
  kind text not null
  at timestamp with time zone not null
  constraint reminder_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['due'::text, 'escalation'::text])))
  constraint reminder_pkey PRIMARY KEY (case_id, waits_for, waits_until, kind)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = reminder.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = reminder.case_id) AND (c.state = 'erased'::text)))))
  policy run for select to splot_system using (true)
  policy run_add for insert to splot_system with check (true)
  row-level security, forced
  -- splot_system: delete, insert, select, select (case_id)

table cases.review -- A review of the plan by the team with its decision. Immutable once recorded.
  id uuid not null
  case_id uuid not null
  plan_id uuid not null
  number integer not null
  held_on date not null
  kind text not null
  trigger_code text not null default ''::text
  present text not null
  decision text not null
  minutes text not null default ''::text
  next_review_on date
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint review_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint review_case_id_number_key UNIQUE (case_id, number)
  constraint review_decision_check CHECK ((decision = ANY (ARRAY['continue'::text, 'change_plan'::text, 'suspend'::text, 'close'::text])))
  constraint review_kind_check CHECK ((kind = ANY (ARRAY['scheduled'::text, 'extra'::text, 'final'::text])))
  constraint review_pkey PRIMARY KEY (id)
  constraint review_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES cases.plan(id) ON DELETE RESTRICT
  constraint review_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index review_plan USING btree (plan_id)
  index review_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = review.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = review.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy counted for select to splot_search using (true)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = review.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = review.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy measured for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = review.case_id) AND (own.person_id = kernel.person())))))
  trigger date BEFORE INSERT ON cases.review FOR EACH ROW EXECUTE FUNCTION cases.check_review()
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table cases.review_goal -- How near a goal is, 0–4, at a review.
  review_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  scale integer not null
  constraint review_goal_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint review_goal_pkey PRIMARY KEY (review_id, lineage_id)
  constraint review_goal_review_id_fkey FOREIGN KEY (review_id) REFERENCES cases.review(id) ON DELETE CASCADE
  constraint review_goal_scale_check CHECK (((scale >= 0) AND (scale <= 4)))
  index review_goal_case USING btree (case_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = review_goal.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = review_goal.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_goal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = review_goal.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_worker: insert, select

table cases.review_item -- What the review found about one item of the plan.
  review_id uuid not null
  case_id uuid not null
  lineage_id uuid not null
  result text not null
  reason text not null default ''::text
  constraint review_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint review_item_check CHECK (((result <> 'not_done'::text) OR (reason <> ''::text)))
  constraint review_item_pkey PRIMARY KEY (review_id, lineage_id)
  constraint review_item_result_check CHECK ((result = ANY (ARRAY['done'::text, 'in_progress'::text, 'not_done'::text])))
  constraint review_item_review_id_fkey FOREIGN KEY (review_id) REFERENCES cases.review(id) ON DELETE CASCADE
  index review_item_case USING btree (case_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = review_item.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = review_item.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = review_item.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = review_item.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_worker: insert, select

table cases.search_made -- That a worker searched for a person, and when: never for whom. Limits how often one may search.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  at timestamp with time zone not null
  constraint search_made_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint search_made_pkey PRIMARY KEY (id)
  constraint search_made_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index search_made_institution USING btree (institution_id)
  index search_made_worker USING btree (worker_id, at)
  policy expiry for delete to splot_system using ((at < (kernel.instant() - '1 day'::interval)))
  policy expiry_read for select to splot_system using ((at < (kernel.instant() - '1 day'::interval)))
  policy own_add for insert to splot_worker with check (((worker_id = kernel.worker()) AND (institution_id = kernel.institution())))
  policy own_read for select to splot_worker using ((worker_id = kernel.worker()))
  row-level security, forced
  -- splot_system: delete, select
  -- splot_worker: insert, select

table cases.session -- One meeting, workshop or class, for one person or a group.
  id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  group_id uuid
  service_code text not null
  title text not null
  starts_at timestamp with time zone not null
  hours numeric(4,1) not null
  place text not null default ''::text
  cancelled_at timestamp with time zone
  row_version integer not null default 1
  series_id uuid
  cancel_reason text not null default ''::text
  constraint session_group_id_fkey FOREIGN KEY (group_id) REFERENCES cases.activity_group(id) ON DELETE RESTRICT
  constraint session_hours_check CHECK (((hours > (0)::numeric) AND (hours <= (24)::numeric)))
  constraint session_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint session_pkey PRIMARY KEY (id)
  constraint session_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index session_group USING btree (group_id)
  index session_institution USING btree (institution_id, starts_at)
  index session_series USING btree (series_id) WHERE (series_id IS NOT NULL)
  index session_worker USING btree (worker_id, starts_at)
  policy hand_over for update to splot_search using (true)
  policy lookup for select to splot_search using (true)
  policy own_add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy own_change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.attendance a
  WHERE (a.session_id = session.id))))
  policy own_read for select to splot_worker using (((institution_id = kernel.institution()) OR (EXISTS ( SELECT
   FROM cases.attendance a
  WHERE (a.session_id = session.id)))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select, update (worker_id, row_version)
  -- splot_worker: insert, select, update (institution_id, worker_id, service_code, title, starts_at, hours, place, cancelled_at, row_version, series_id, cancel_reason)

table cases.shared_case -- The shared case: process data alone (state, dates, who must act). What is known of the person stands elsewhere.
  id uuid not null
  number text not null
  partnership_id uuid not null
  person_id uuid not null
  state text not null default 'draft'::text
  state_since timestamp with time zone not null
  opened_at timestamp with time zone not null
  created_by_institution_id uuid not null
  lead_institution_id uuid not null
  coordinator_id uuid
  office_sign text not null default ''::text
  intake_on date
  left_on date
  outcome_code text
  waits_for text not null
  waits_institution_id uuid
  waits_worker_id uuid
  waits_until date
  previous_case_id uuid
  audience uuid[] not null default '{}'::uuid[]
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  closed_on date
  retain_until date
  hold_reason text
  constraint shared_case_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint shared_case_created_by_institution_id_fkey FOREIGN KEY (created_by_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint shared_case_hold_reason_check CHECK ((hold_reason = ANY (ARRAY['dispute'::text, 'control'::text])))
  constraint shared_case_lead_institution_id_fkey FOREIGN KEY (lead_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint shared_case_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint shared_case_partnership_id_number_key UNIQUE (partnership_id, number)
  constraint shared_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.person(id) ON DELETE RESTRICT
  constraint shared_case_pkey PRIMARY KEY (id)
  constraint shared_case_previous_case_id_fkey FOREIGN KEY (previous_case_id) REFERENCES cases.shared_case(id) ON DELETE RESTRICT
  constraint shared_case_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'referred'::text, 'intake'::text, 'diagnosis'::text, 'planning'::text, 'agreed'::text, 'active'::text, 'suspended'::text, 'closing'::text, 'follow_up'::text, 'archived'::text, 'rejected'::text, 'withdrawn'::text, 'erased'::text])))
  constraint shared_case_waits_institution_id_fkey FOREIGN KEY (waits_institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint shared_case_waits_worker_id_fkey FOREIGN KEY (waits_worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index shared_case_audience USING gin (audience)
  index shared_case_coordinator USING btree (coordinator_id)
  index shared_case_creator USING btree (created_by_institution_id)
  index shared_case_draft USING btree (created_by_institution_id) WHERE (state = 'draft'::text)
  index shared_case_erased USING btree (lead_institution_id) WHERE (state = 'erased'::text)
  index shared_case_lead USING btree (lead_institution_id)
  index shared_case_one_open UNIQUE USING btree (partnership_id, person_id) WHERE (state = ANY (ARRAY['referred'::text, 'intake'::text, 'diagnosis'::text, 'planning'::text, 'agreed'::text, 'active'::text, 'suspended'::text, 'closing'::text]))
  index shared_case_partnership USING btree (partnership_id, state, waits_until)
  index shared_case_person USING btree (person_id)
  index shared_case_previous USING btree (previous_case_id)
  index shared_case_retention USING btree (retain_until) WHERE (state = ANY (ARRAY['archived'::text, 'rejected'::text, 'withdrawn'::text]))
  index shared_case_waits USING btree (waits_until) WHERE (waits_until IS NOT NULL)
  index shared_case_waits_institution USING btree (waits_institution_id)
  index shared_case_waits_office USING btree (waits_institution_id) WHERE (waits_worker_id IS NULL)
  index shared_case_waits_worker USING btree (waits_worker_id)
  policy assigned_change restrictive for update to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = shared_case.id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = shared_case.id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy assigned_read restrictive for select to splot_worker using ((((audience @> ARRAY[
CASE
    WHEN kernel.wide() THEN kernel.institution()
    ELSE kernel.worker()
END]) OR ((created_by_institution_id = kernel.institution()) AND (state = 'draft'::text)) OR ((lead_institution_id = kernel.institution()) AND (state = 'erased'::text))) AND (( SELECT kernel.wide() AS wide) OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = shared_case.id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (id <> ALL (ARRAY( SELECT l.case_id
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy due for all to splot_system using (true) with check (true)
  policy emergency for select to splot_emergency using ((true AND (EXISTS ( SELECT
   FROM cases.emergency e
  WHERE ((e.worker_id = kernel.worker()) AND (e.case_id = shared_case.id) AND (e.institution_id = kernel.institution()) AND (e.valid_from <= kernel.instant()) AND (e.valid_to > kernel.instant())))) AND (NOT cases.kept_away(id)) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy granted for select to splot_worker using ((( SELECT (kernel.scope() @> ARRAY['D1'::text])) AND ((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = shared_case.id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= ( SELECT kernel.instant() AS instant)) AND ((g.valid_to IS NULL) OR (g.valid_to > ( SELECT kernel.instant() AS instant)))))) OR ((created_by_institution_id = kernel.institution()) AND (state = 'draft'::text)))))
  policy granted_change for update to splot_worker using (((kernel.scope() @> ARRAY['D1'::text]) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = shared_case.id) AND (g.data_class = 'D1'::text) AND g.can_write AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant()))))))) with check (true)
  policy known_person restrictive for insert to splot_worker with check (cases.may_open(person_id, partnership_id))
  policy lookup for all to splot_search using (true) with check (true)
  policy open_case for insert to splot_worker with check (((created_by_institution_id = kernel.institution()) AND (state = 'draft'::text)))
  policy own_person for select to splot_participant using ((person_id = kernel.person()))
  trigger not_absorbed BEFORE INSERT ON cases.shared_case FOR EACH ROW EXECUTE FUNCTION cases.refuse_absorbed()
  trigger queue_ends AFTER UPDATE OF state ON cases.shared_case FOR EACH ROW WHEN (((new.state = ANY (ARRAY['rejected'::text, 'withdrawn'::text, 'closing'::text, 'follow_up'::text, 'archived'::text, 'erased'::text])) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION cases.queue_ends()
  trigger retention BEFORE UPDATE ON cases.shared_case FOR EACH ROW EXECUTE FUNCTION cases.check_erasure()
  trigger transition BEFORE UPDATE ON cases.shared_case FOR EACH ROW EXECUTE FUNCTION cases.check_transition()
  row-level security, forced
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_search: insert, select, update
  -- splot_system: select (id, partnership_id, state, state_since, lead_institution_id, coordinator_id, left_on, waits_for, waits_institution_id, waits_worker_id, waits_until, row_version), update (state, state_since, coordinator_id, waits_for, waits_institution_id, waits_worker_id, waits_until, updated_at, row_version)
  -- splot_worker: insert, select, update (state, state_since, lead_institution_id, coordinator_id, office_sign, intake_on, left_on, outcome_code, waits_for, waits_institution_id, waits_worker_id, waits_until, updated_at, row_version, closed_on, retain_until, hold_reason)

table cases.suspension -- The case rests: reason, from, until, and when it was resumed.
  id uuid not null
  case_id uuid not null
  reason text not null
  from_on date not null
  until_on date not null
  resumed_on date
  recorded_by uuid not null
  row_version integer not null default 1
  review_id uuid
  constraint suspension_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint suspension_check CHECK ((until_on >= from_on))
  constraint suspension_check1 CHECK ((resumed_on >= from_on))
  constraint suspension_pkey PRIMARY KEY (id)
  constraint suspension_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint suspension_review_id_fkey FOREIGN KEY (review_id) REFERENCES cases.review(id) ON DELETE SET NULL
  index suspension_case USING btree (case_id)
  index suspension_open UNIQUE USING btree (case_id) WHERE (resumed_on IS NULL)
  index suspension_recorder USING btree (recorded_by)
  index suspension_review USING btree (review_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = suspension.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = suspension.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = suspension.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = suspension.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = suspension.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = suspension.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = suspension.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = suspension.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy measured for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = suspension.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select, update (reason, from_on, until_on, resumed_on, recorded_by, row_version, review_id)

table cases.term -- Dictionaries: needs, reasons, services, outcomes and the like. A term is retired, never deleted. Public data.
  list text not null
  code text not null
  position integer not null
  pl text not null
  en text not null
  uk text
  meta jsonb not null default '{}'::jsonb
  valid_from date not null default '2000-01-01'::date
  valid_to date
  source text not null
  constraint term_pkey PRIMARY KEY (list, code)
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.timer -- Deadlines of the process with their source. Public data.
  code text not null
  amount integer not null
  unit text not null
  valid_from date not null
  valid_to date
  source text not null
  certain boolean not null
  constraint timer_amount_check CHECK ((amount >= 0))
  constraint timer_pkey PRIMARY KEY (code, valid_from)
  constraint timer_unit_check CHECK ((unit = ANY (ARRAY['hours'::text, 'working_days'::text, 'days'::text, 'months'::text, 'percent'::text])))
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.transition -- Which state of a case may follow which (domain handbook, section 2.4). Public data.
  from_state text not null
  to_state text not null
  constraint transition_pkey PRIMARY KEY (from_state, to_state)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table cases.unmet_need -- A need that nobody could meet, without the person: material for local planning.
  id uuid not null
  partnership_id uuid not null
  gmina_id text
  need text not null
  reason text not null
  institution_id uuid not null
  noted_on date not null
  constraint unmet_need_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint unmet_need_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint unmet_need_pkey PRIMARY KEY (id)
  index unmet_need_institution USING btree (institution_id)
  index unmet_need_partnership USING btree (partnership_id, noted_on)
  policy counted for select to splot_search using (true)
  policy note for insert to splot_system with check (true)
  policy note_search for insert to splot_search with check (true)
  policy own_add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy own_read for select to splot_worker using ((institution_id = kernel.institution()))
  row-level security, forced
  -- splot_search: insert, select
  -- splot_system: insert
  -- splot_worker: insert, select

table cases.withdrawal -- The statement with which the person left, or the finding of the coordinator.
  case_id uuid not null
  reason text not null
  said_on date not null
  way text not null
  note text not null default ''::text
  from_state text not null
  recorded_by uuid
  recorded_at timestamp with time zone not null
  constraint withdrawal_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint withdrawal_pkey PRIMARY KEY (case_id)
  constraint withdrawal_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint withdrawal_way_check CHECK ((way = ANY (ARRAY['paper'::text, 'oral'::text, 'electronic'::text, 'phone'::text])))
  index withdrawal_recorder USING btree (recorded_by)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = withdrawal.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = withdrawal.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = withdrawal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_add for insert to splot_worker with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = withdrawal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy granted_change for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = withdrawal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text]))) with check (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = withdrawal.case_id) AND (g.data_class = 'D5'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D5'::text])))
  policy lookup for select to splot_search using (true)
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = withdrawal.case_id) AND (own.person_id = kernel.person())))))
  policy scrub for update to splot_search using (true)
  policy through_door for insert to splot_search with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select, update (note)
  -- splot_worker: select

table directory.change -- History of a record. Public data: it says which kind of hand changed what, never who (that stands in the access record).
  id uuid not null
  entity_id uuid not null
  at timestamp with time zone not null
  by_kind text not null
  source_code text
  fields jsonb not null
  constraint change_by_kind_check CHECK ((by_kind = ANY (ARRAY['entity'::text, 'editor'::text, 'import'::text, 'reader'::text])))
  constraint change_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint change_fields_check CHECK ((jsonb_typeof(fields) = 'array'::text))
  constraint change_pkey PRIMARY KEY (id)
  constraint change_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE RESTRICT
  index change_entity USING btree (entity_id, at DESC)
  index change_source USING btree (source_code)
  policy door for insert to splot_search with check (true)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select
  -- splot_system: insert, select
  -- splot_worker: insert, select

table directory.claim_code -- Hash of the code sent to the address of a record, by which an institution proves that the record is its own.
  matter_id uuid not null
  hash text not null
  attempts integer not null default 0
  expires_at timestamp with time zone not null
  constraint claim_code_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES directory.matter(id) ON DELETE CASCADE
  constraint claim_code_pkey PRIMARY KEY (matter_id)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table directory.clause_text -- Texts of clauses as a starting point, in versions. Public data.
  rule_code text not null
  version integer not null
  body_pl text not null
  body_en text not null
  certainty text not null
  source text not null
  state_on date not null
  valid_from date not null
  valid_to date
  constraint clause_text_certainty_check CHECK ((certainty = ANY (ARRAY['source'::text, 'knowledge'::text, 'uncertain'::text])))
  constraint clause_text_check CHECK ((valid_to >= valid_from))
  constraint clause_text_pkey PRIMARY KEY (rule_code, version)
  constraint clause_text_rule_code_fkey FOREIGN KEY (rule_code) REFERENCES directory.procurement_rule(code) ON DELETE CASCADE
  constraint clause_text_version_check CHECK ((version > 0))
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.eligibility -- Who may use a support service, as data: several values of one rule are alternatives, different rules hold together. Public data.
  id uuid not null
  support_id uuid not null
  rule text not null
  value text not null default ''::text
  constraint eligibility_pkey PRIMARY KEY (id)
  constraint eligibility_rule_check CHECK ((rule = ANY (ARRAY['county'::text, 'gmina'::text, 'registered_unemployed'::text, 'long_term_unemployed'::text, 'welfare_recipient'::text, 'disability'::text, 'homeless'::text, 'addiction_treatment'::text, 'released_prisoner'::text, 'refugee'::text, 'mental_disorder'::text, 'leaving_care'::text, 'referral_needed'::text, 'social_contract'::text])))
  constraint eligibility_support_id_fkey FOREIGN KEY (support_id) REFERENCES directory.support(id) ON DELETE CASCADE
  constraint eligibility_support_id_rule_value_key UNIQUE (support_id, rule, value)
  index eligibility_support USING btree (support_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using ((EXISTS ( SELECT
   FROM directory.support s
  WHERE ((s.id = eligibility.support_id) AND directory.keeps(s.entity_id))))) with check ((EXISTS ( SELECT
   FROM directory.support s
  WHERE ((s.id = eligibility.support_id) AND directory.keeps(s.entity_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.enquiry -- What a buyer needs, until when they want answers, and what came of it. That the date has passed is read from the date, it is no state.
  id uuid not null
  draft_hash text not null
  state text not null default 'draft'::text
  category text not null
  cpv text[] not null default '{}'::text[]
  subject text not null
  description text not null
  quantity integer
  quantity_unit text not null default ''::text
  place text not null
  county_code text
  lat double precision
  lon double precision
  starts_on date
  answer_by date not null
  value_band text not null
  reserved_basis text
  lang text not null
  wanted uuid[] not null default '{}'::uuid[]
  text_hash text not null
  source_hash text not null
  institution_id uuid
  worker_id uuid
  outcome text
  outcome_reason text
  outcome_note text not null default ''::text
  chosen_id uuid
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  is_demo boolean not null default false
  category_of text generated as ('category'::text)
  constraint enquiry_category_of_category_fkey FOREIGN KEY (category_of, category) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint enquiry_check CHECK (((institution_id IS NULL) = (worker_id IS NULL)))
  constraint enquiry_check1 CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)))
  constraint enquiry_check2 CHECK (((outcome = 'none'::text) = (outcome_reason IS NOT NULL)))
  constraint enquiry_check3 CHECK (((outcome = 'chosen'::text) = (chosen_id IS NOT NULL)))
  constraint enquiry_chosen_id_fkey FOREIGN KEY (chosen_id) REFERENCES directory.enquiry_recipient(id) ON DELETE SET NULL
  constraint enquiry_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint enquiry_description_check CHECK ((length(description) <= 4000))
  constraint enquiry_draft_hash_key UNIQUE (draft_hash)
  constraint enquiry_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint enquiry_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint enquiry_outcome_check CHECK ((outcome = ANY (ARRAY['chosen'::text, 'none'::text])))
  constraint enquiry_outcome_note_check CHECK ((length(outcome_note) <= 1000))
  constraint enquiry_outcome_reason_check CHECK ((outcome_reason = ANY (ARRAY['too_expensive'::text, 'no_answers'::text, 'not_fitting'::text, 'cancelled'::text, 'in_house'::text, 'other'::text])))
  constraint enquiry_pkey PRIMARY KEY (id)
  constraint enquiry_place_check CHECK ((length(place) <= 200))
  constraint enquiry_quantity_check CHECK ((quantity > 0))
  constraint enquiry_quantity_unit_check CHECK ((length(quantity_unit) <= 60))
  constraint enquiry_reserved_basis_check CHECK ((reserved_basis ~ '^[a-z]+_[0-9]+$'::text))
  constraint enquiry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'confirming'::text, 'sent'::text, 'closed'::text, 'stopped'::text])))
  constraint enquiry_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 200)))
  constraint enquiry_value_band_check CHECK ((value_band = ANY (ARRAY['unknown'::text, 'to_10'::text, 'to_50'::text, 'to_130'::text, 'to_170'::text, 'to_500'::text, 'over_500'::text])))
  constraint enquiry_wanted_check CHECK ((cardinality(wanted) <= 50))
  constraint enquiry_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index enquiry_category USING btree (category_of, category)
  index enquiry_chosen USING btree (chosen_id) WHERE (chosen_id IS NOT NULL)
  index enquiry_county USING btree (county_code) WHERE (county_code IS NOT NULL)
  index enquiry_institution USING btree (institution_id, created_at DESC) WHERE (institution_id IS NOT NULL)
  index enquiry_source USING btree (source_hash, created_at)
  index enquiry_text USING btree (text_hash, sent_at)
  index enquiry_worker USING btree (worker_id) WHERE (worker_id IS NOT NULL)
  policy asked for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM directory.enquiry_recipient r
  WHERE (r.enquiry_id = enquiry.id))))
  policy begin for insert to splot_participant, splot_public, splot_worker with check (((state = 'draft'::text) AND (sent_at IS NULL) AND (NOT is_demo) AND (((institution_id IS NULL) AND (draft_hash = ( SELECT directory.enquiry_key() AS enquiry_key))) OR ((institution_id = kernel.institution()) AND (worker_id = kernel.worker())))))
  policy buyer for select to splot_participant, splot_public, splot_worker using (((id = ( SELECT directory.enquiry_held() AS enquiry_held)) OR (institution_id = kernel.institution())))
  policy doors for select to splot_search using (true)
  policy go_on for update to splot_participant, splot_public, splot_worker using (((id = ( SELECT directory.enquiry_held() AS enquiry_held)) OR (institution_id = kernel.institution()))) with check (((institution_id = kernel.institution()) OR (id = ( SELECT directory.enquiry_mailed() AS enquiry_mailed)) OR ((id = ( SELECT directory.enquiry_held() AS enquiry_held)) AND (state = ANY (ARRAY['draft'::text, 'confirming'::text])))))
  policy stop for update to splot_worker using ((( SELECT directory.edits() AS edits) AND (EXISTS ( SELECT
   FROM directory.enquiry_recipient r
  WHERE ((r.enquiry_id = enquiry.id) AND (r.reported_at IS NOT NULL)))))) with check ((state = 'stopped'::text))
  policy work for all to splot_system using (true) with check (true)
  trigger stays BEFORE UPDATE ON directory.enquiry FOR EACH ROW EXECUTE FUNCTION directory.enquiry_stays()
  row-level security, forced
  -- splot_participant: insert, select, update (state, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon, starts_on, answer_by, value_band, reserved_basis, wanted, text_hash, outcome, outcome_reason, outcome_note, chosen_id, sent_at, closed_at)
  -- splot_public: insert, select, update (state, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon, starts_on, answer_by, value_band, reserved_basis, wanted, text_hash, outcome, outcome_reason, outcome_note, chosen_id, sent_at, closed_at)
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (state, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon, starts_on, answer_by, value_band, reserved_basis, wanted, text_hash, outcome, outcome_reason, outcome_note, chosen_id, sent_at, closed_at)

table directory.enquiry_answer -- The answer of one asked entity: a price in grosze for all or for one unit, or why not. Read by whoever asked and by that entity alone.
  recipient_id uuid not null
  kind text not null
  price bigint
  price_basis text not null default 'total'::text
  valid_until date
  body text not null default ''::text
  decline_reason text
  answered_at timestamp with time zone not null
  constraint enquiry_answer_body_check CHECK ((length(body) <= 4000))
  constraint enquiry_answer_check CHECK (((kind = 'quote'::text) = (price IS NOT NULL)))
  constraint enquiry_answer_check1 CHECK (((kind = 'decline'::text) = (decline_reason IS NOT NULL)))
  constraint enquiry_answer_decline_reason_check CHECK ((decline_reason = ANY (ARRAY['no_capacity'::text, 'too_far'::text, 'not_our_field'::text, 'term'::text, 'other'::text])))
  constraint enquiry_answer_kind_check CHECK ((kind = ANY (ARRAY['quote'::text, 'decline'::text])))
  constraint enquiry_answer_pkey PRIMARY KEY (recipient_id)
  constraint enquiry_answer_price_basis_check CHECK ((price_basis = ANY (ARRAY['total'::text, 'unit'::text])))
  constraint enquiry_answer_price_check CHECK (((price >= 0) AND (price <= '100000000000'::bigint)))
  constraint enquiry_answer_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES directory.enquiry_recipient(id) ON DELETE CASCADE
  policy answer for insert to splot_participant, splot_public, splot_worker with check (directory.enquiry_answers(recipient_id))
  policy change for update to splot_participant, splot_public, splot_worker using (directory.enquiry_answers(recipient_id)) with check (directory.enquiry_answers(recipient_id))
  policy doors for select to splot_search using (true)
  policy follows for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM directory.enquiry_recipient r
  WHERE (r.id = enquiry_answer.recipient_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert, select, update
  -- splot_public: insert, select, update
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table directory.enquiry_block -- Senders an entity wants no more enquiries from, as hashes of their addresses.
  entity_id uuid not null
  address_hash text not null
  blocked_at timestamp with time zone not null
  constraint enquiry_block_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint enquiry_block_pkey PRIMARY KEY (entity_id, address_hash)
  policy block for insert to splot_participant, splot_public, splot_worker with check ((EXISTS ( SELECT
   FROM (directory.enquiry_recipient r
     JOIN directory.entity e ON ((e.id = r.entity_id)))
  WHERE ((r.entity_id = enquiry_block.entity_id) AND ((r.id = ( SELECT directory.enquiry_asked() AS enquiry_asked)) OR (e.institution_id = kernel.institution()))))))
  policy doors for select to splot_search using (true)
  policy own for select to splot_worker using ((EXISTS ( SELECT
   FROM directory.entity e
  WHERE ((e.id = enquiry_block.entity_id) AND (e.institution_id = kernel.institution())))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert
  -- splot_public: insert
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table directory.enquiry_contact -- Who asks: institution, role, address. Personal data; erased a fixed time after the enquiry ends (directory.enquiry_rule).
  enquiry_id uuid not null
  name text not null
  role text not null default ''::text
  email text not null
  phone text not null default ''::text
  constraint enquiry_contact_email_check CHECK ((length(email) <= 254))
  constraint enquiry_contact_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES directory.enquiry(id) ON DELETE CASCADE
  constraint enquiry_contact_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)))
  constraint enquiry_contact_pkey PRIMARY KEY (enquiry_id)
  constraint enquiry_contact_role_check CHECK ((length(role) <= 120))
  index enquiry_contact_email USING btree (email)
  policy begin for insert to splot_participant, splot_public, splot_worker with check (directory.enquiry_buys(enquiry_id))
  policy correct for update to splot_participant, splot_public, splot_worker using ((directory.enquiry_buys(enquiry_id) AND (EXISTS ( SELECT
   FROM directory.enquiry e
  WHERE ((e.id = enquiry_contact.enquiry_id) AND (e.state = 'draft'::text))))))
  policy doors for select to splot_search using (true)
  policy follows for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM directory.enquiry e
  WHERE (e.id = enquiry_contact.enquiry_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert, select, update
  -- splot_public: insert, select, update
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table directory.enquiry_question -- Questions of the asked to the buyer, with answers; everybody asked reads them, nobody reads who asked.
  id uuid not null
  enquiry_id uuid not null
  recipient_id uuid not null
  body text not null
  asked_at timestamp with time zone not null
  answer text not null default ''::text
  answered_at timestamp with time zone
  constraint enquiry_question_answer_check CHECK ((length(answer) <= 2000))
  constraint enquiry_question_body_check CHECK (((body <> ''::text) AND (length(body) <= 1000)))
  constraint enquiry_question_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES directory.enquiry(id) ON DELETE CASCADE
  constraint enquiry_question_pkey PRIMARY KEY (id)
  constraint enquiry_question_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES directory.enquiry_recipient(id) ON DELETE CASCADE
  index enquiry_question_enquiry USING btree (enquiry_id, asked_at)
  index enquiry_question_recipient USING btree (recipient_id)
  policy ask for insert to splot_participant, splot_public, splot_worker with check ((directory.enquiry_answers(recipient_id) AND (answer = ''::text) AND (EXISTS ( SELECT
   FROM directory.enquiry_recipient r
  WHERE ((r.id = enquiry_question.recipient_id) AND (r.enquiry_id = enquiry_question.enquiry_id))))))
  policy doors for select to splot_search using (true)
  policy follows for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM directory.enquiry e
  WHERE (e.id = enquiry_question.enquiry_id))))
  policy reply for update to splot_participant, splot_public, splot_worker using (directory.enquiry_buys(enquiry_id)) with check (directory.enquiry_buys(enquiry_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert, select, update (answer, answered_at)
  -- splot_public: insert, select, update (answer, answered_at)
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (answer, answered_at)

table directory.enquiry_recipient -- Whom an enquiry asks, when it was sent and first opened, and whether they reported it as abuse.
  id uuid not null
  enquiry_id uuid not null
  entity_id uuid not null
  sent_at timestamp with time zone
  seen_at timestamp with time zone
  reported_at timestamp with time zone
  report_note text not null default ''::text
  constraint enquiry_recipient_enquiry_id_entity_id_key UNIQUE (enquiry_id, entity_id)
  constraint enquiry_recipient_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES directory.enquiry(id) ON DELETE CASCADE
  constraint enquiry_recipient_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint enquiry_recipient_pkey PRIMARY KEY (id)
  constraint enquiry_recipient_report_note_check CHECK ((length(report_note) <= 1000))
  index enquiry_recipient_entity USING btree (entity_id)
  policy asked for select to splot_participant, splot_public, splot_worker using ((id = ( SELECT directory.enquiry_asked() AS enquiry_asked)))
  policy buyer for select to splot_participant, splot_public, splot_worker using (directory.enquiry_buys(enquiry_id))
  policy choose for insert to splot_participant, splot_public, splot_worker with check ((directory.enquiry_buys(enquiry_id) AND (sent_at IS NULL) AND (seen_at IS NULL) AND (reported_at IS NULL)))
  policy doors for select to splot_search using (true)
  policy drop_draft for delete to splot_participant, splot_public, splot_worker using (((sent_at IS NULL) AND directory.enquiry_buys(enquiry_id)))
  policy editors for select to splot_worker using (((reported_at IS NOT NULL) AND ( SELECT directory.edits() AS edits)))
  policy keeper for select to splot_worker using (((sent_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM directory.entity e
  WHERE ((e.id = enquiry_recipient.entity_id) AND (e.institution_id = kernel.institution()))))))
  policy open_it for update to splot_participant, splot_public, splot_worker using (((sent_at IS NOT NULL) AND ((id = ( SELECT directory.enquiry_asked() AS enquiry_asked)) OR (EXISTS ( SELECT
   FROM directory.entity e
  WHERE ((e.id = enquiry_recipient.entity_id) AND (e.institution_id = kernel.institution())))))))
  policy send for update to splot_participant, splot_public, splot_worker using (((sent_at IS NULL) AND directory.enquiry_buys(enquiry_id))) with check (directory.enquiry_buys(enquiry_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: delete, insert, select, update (sent_at, seen_at, reported_at, report_note)
  -- splot_public: delete, insert, select, update (sent_at, seen_at, reported_at, report_note)
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (sent_at, seen_at, reported_at, report_note)

table directory.enquiry_rule -- Limits of enquiries: months until contacts are erased, enquiries a day, recipients, and so on. Public data.
  code text not null
  value integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint enquiry_rule_check CHECK ((valid_to >= valid_from))
  constraint enquiry_rule_code_check CHECK ((code = ANY (ARRAY['contact_months'::text, 'per_address'::text, 'per_network'::text, 'recipients'::text, 'fill_seconds'::text, 'repeat_days'::text, 'figures_from'::text])))
  constraint enquiry_rule_pkey PRIMARY KEY (code, valid_from)
  constraint enquiry_rule_value_check CHECK ((value > 0))
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.enquiry_token -- Hashes of the links in letters: to the whole enquiry for whoever asked, to one answer for an asked entity. The links stand in the letters alone.
  hash text not null
  enquiry_id uuid not null
  recipient_id uuid
  created_at timestamp with time zone not null
  constraint enquiry_token_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES directory.enquiry(id) ON DELETE CASCADE
  constraint enquiry_token_pkey PRIMARY KEY (hash)
  constraint enquiry_token_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES directory.enquiry_recipient(id) ON DELETE CASCADE
  index enquiry_token_enquiry USING btree (enquiry_id)
  index enquiry_token_recipient USING btree (recipient_id) WHERE (recipient_id IS NOT NULL)
  policy doors for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update

table directory.entity -- A social-economy entity, or a unit of one (CIS, KIS, WTZ, ZAZ), as the public sees it. Public data.
  id uuid not null
  parent_id uuid
  type text not null
  legal_form text
  name text not null
  short_name text not null
  krs text
  nip text
  regon text
  register_number text
  description_pl text not null default ''::text
  description_en text not null default ''::text
  founded_on date
  size_band text
  contact_role text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  website text not null default ''::text
  state text not null default 'active'::text
  state_since date
  source_code text not null
  source_on date not null
  confirmed_on date
  confirmed_by text
  institution_id uuid
  is_demo boolean not null default false
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  type_of text generated as ('type'::text)
  legal_form_of text generated as ('legal_form'::text)
  constraint entity_check CHECK ((parent_id <> id))
  constraint entity_check1 CHECK (((confirmed_on IS NULL) OR (confirmed_by IS NOT NULL)))
  constraint entity_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['entity'::text, 'editor'::text, 'register'::text])))
  constraint entity_contact_role_check CHECK ((length(contact_role) <= 120))
  constraint entity_description_en_check CHECK ((length(description_en) <= 5000))
  constraint entity_description_pl_check CHECK ((length(description_pl) <= 5000))
  constraint entity_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE SET NULL
  constraint entity_krs_check CHECK ((krs ~ '^\d{10}$'::text))
  constraint entity_legal_form_of_legal_form_fkey FOREIGN KEY (legal_form_of, legal_form) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint entity_name_check CHECK (((name <> ''::text) AND (length(name) <= 300)))
  constraint entity_nip_check CHECK ((nip ~ '^\d{10}$'::text))
  constraint entity_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES directory.entity(id) ON DELETE RESTRICT
  constraint entity_pkey PRIMARY KEY (id)
  constraint entity_register_number_check CHECK ((register_number <> ''::text))
  constraint entity_regon_check CHECK ((regon ~ '^(\d{9}|\d{14})$'::text))
  constraint entity_short_name_check CHECK (((short_name <> ''::text) AND (length(short_name) <= 120)))
  constraint entity_size_band_check CHECK ((size_band = ANY (ARRAY['1-4'::text, '5-9'::text, '10-49'::text, '50+'::text])))
  constraint entity_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE RESTRICT
  constraint entity_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'in_liquidation'::text, 'deregistered'::text])))
  constraint entity_type_of_type_fkey FOREIGN KEY (type_of, type) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint entity_website_check CHECK (((website = ''::text) OR (website ~ '^https?://'::text)))
  index entity_changed USING btree (updated_at, id)
  index entity_institution USING btree (institution_id)
  index entity_krs UNIQUE USING btree (krs) WHERE ((parent_id IS NULL) AND (krs IS NOT NULL))
  index entity_legal_form USING btree (legal_form_of, legal_form)
  index entity_nip UNIQUE USING btree (nip) WHERE ((parent_id IS NULL) AND (nip IS NOT NULL))
  index entity_parent USING btree (parent_id)
  index entity_regon UNIQUE USING btree (regon) WHERE ((parent_id IS NULL) AND (regon IS NOT NULL))
  index entity_source USING btree (source_code)
  index entity_type USING btree (type_of, type)
  policy add for insert to splot_worker with check ((( SELECT directory.edits() AS edits) OR (institution_id = kernel.institution())))
  policy door for update to splot_search using (true) with check (true)
  policy everybody for select to public using (true)
  policy keep for update to splot_worker using ((( SELECT directory.edits() AS edits) OR (institution_id = kernel.institution()))) with check ((( SELECT directory.edits() AS edits) OR (institution_id = kernel.institution())))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select, update (confirmed_on, confirmed_by, institution_id, updated_at)
  -- splot_system: insert, select, update
  -- splot_worker: insert, select, update

table directory.entity_term -- At-risk groups it employs and the classes of its activity. Public data.
  entity_id uuid not null
  taxonomy text not null
  code text not null
  is_main boolean not null default false
  constraint entity_term_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint entity_term_pkey PRIMARY KEY (entity_id, taxonomy, code)
  constraint entity_term_taxonomy_check CHECK ((taxonomy = ANY (ARRAY['group'::text, 'pkd2007'::text, 'pkd2025'::text])))
  constraint entity_term_taxonomy_code_fkey FOREIGN KEY (taxonomy, code) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  index entity_term_term USING btree (taxonomy, code)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.founder -- Who founded it: legal persons by name, natural persons only as a kind. Public data.
  id uuid not null
  entity_id uuid not null
  kind text not null
  name text not null default ''::text
  constraint founder_check CHECK (((kind <> 'persons'::text) OR (name = ''::text)))
  constraint founder_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint founder_kind_check CHECK ((kind = ANY (ARRAY['persons'::text, 'local_government'::text, 'ngo'::text, 'church'::text, 'cooperative'::text, 'company'::text, 'other'::text])))
  constraint founder_pkey PRIMARY KEY (id)
  index founder_entity USING btree (entity_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.freshness_month -- Records that still exist, and how many of them were confirmed within six and twelve months, by month and voivodeship (00: place unknown). Public data.
  month date not null
  voivodeship_code text not null
  records integer not null
  within6 integer not null
  within12 integer not null
  constraint freshness_month_check CHECK (((within12 >= within6) AND (within12 <= records)))
  constraint freshness_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  constraint freshness_month_pkey PRIMARY KEY (month, voivodeship_code)
  constraint freshness_month_records_check CHECK ((records >= 0))
  constraint freshness_month_voivodeship_code_check CHECK ((voivodeship_code ~ '^\d{2}$'::text))
  constraint freshness_month_within6_check CHECK ((within6 >= 0))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: select

table directory.freshness_rule -- After how many months a confirmation is due again, and after how many the record counts as unconfirmed. Public data.
  code text not null
  months integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint freshness_rule_check CHECK ((valid_to >= valid_from))
  constraint freshness_rule_code_check CHECK ((code = ANY (ARRAY['ageing'::text, 'unconfirmed'::text])))
  constraint freshness_rule_months_check CHECK ((months > 0))
  constraint freshness_rule_pkey PRIMARY KEY (code, valid_from)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.import_check -- What an editor should look at after an import: a record its source no longer names, or a difference the entity confirmed later.
  id uuid not null
  entity_id uuid not null
  source_code text not null
  import_id uuid not null
  kind text not null
  field text
  theirs text
  ours text
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  settled_by uuid
  outcome text
  constraint import_check_check CHECK (((field IS NULL) = (kind = 'vanished'::text)))
  constraint import_check_check1 CHECK (((theirs IS NULL) = (kind = 'vanished'::text)))
  constraint import_check_check2 CHECK (((settled_at IS NULL) = (outcome IS NULL)))
  constraint import_check_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint import_check_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory.import_file(id) ON DELETE RESTRICT
  constraint import_check_kind_check CHECK ((kind = ANY (ARRAY['vanished'::text, 'differs'::text])))
  constraint import_check_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'taken'::text, 'returned'::text])))
  constraint import_check_pkey PRIMARY KEY (id)
  constraint import_check_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint import_check_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE RESTRICT
  index import_check_entity USING btree (entity_id)
  index import_check_import USING btree (import_id)
  index import_check_open UNIQUE USING btree (entity_id, source_code, kind, field) NULLS NOT DISTINCT WHERE (settled_at IS NULL)
  index import_check_settled_by USING btree (settled_by)
  index import_check_source USING btree (source_code)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  row-level security, forced
  -- splot_worker: insert, select, update

table directory.import_columns -- How files of a source with these headings are read: asked once and remembered.
  source_code text not null
  headers_hash text not null
  reading jsonb not null
  updated_at timestamp with time zone not null
  constraint import_columns_headers_hash_check CHECK ((headers_hash ~ '^[0-9a-f]{64}$'::text))
  constraint import_columns_pkey PRIMARY KEY (source_code, headers_hash)
  constraint import_columns_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE CASCADE
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  row-level security, forced
  -- splot_worker: insert, select, update

table directory.import_decision -- What an editor said about a row that is like a record: the same, another one, or a new one. The same file asks once.
  source_code text not null
  row_key text not null
  entity_id uuid
  verdict text not null
  worker_id uuid not null
  at timestamp with time zone not null
  constraint import_decision_check CHECK (((verdict = 'new'::text) = (entity_id IS NULL)))
  constraint import_decision_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint import_decision_row_key_check CHECK (((length(row_key) >= 1) AND (length(row_key) <= 500)))
  constraint import_decision_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE CASCADE
  constraint import_decision_source_code_row_key_entity_id_key UNIQUE NULLS NOT DISTINCT (source_code, row_key, entity_id)
  constraint import_decision_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text, 'new'::text])))
  constraint import_decision_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index import_decision_entity USING btree (entity_id)
  index import_decision_worker USING btree (worker_id)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  row-level security, forced
  -- splot_worker: insert, select, update

table directory.import_file -- A file of a register or a list on its way into the base: seen by the editors. Its content goes after 90 days; what came of it stays.
  id uuid not null
  source_code text not null
  source_on date not null
  is_whole boolean not null
  institution_id uuid not null
  worker_id uuid not null
  file_name text not null
  file_hash text not null
  content bytea
  reading jsonb not null default '{}'::jsonb
  state text not null default 'uploaded'::text
  problem text
  rows_total integer
  rows_done integer not null default 0
  result jsonb
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  constraint import_file_check CHECK (((state <> 'done'::text) OR ((result IS NOT NULL) AND (finished_at IS NOT NULL))))
  constraint import_file_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
  constraint import_file_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint import_file_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint import_file_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint import_file_pkey PRIMARY KEY (id)
  constraint import_file_problem_check CHECK ((problem ~ '^[a-z_.]+$'::text))
  constraint import_file_result_check CHECK ((jsonb_typeof(result) = 'object'::text))
  constraint import_file_rows_done_check CHECK ((rows_done >= 0))
  constraint import_file_rows_total_check CHECK ((rows_total >= 0))
  constraint import_file_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE RESTRICT
  constraint import_file_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
  constraint import_file_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index import_file_age USING btree (created_at) WHERE (content IS NOT NULL)
  index import_file_institution USING btree (institution_id)
  index import_file_newest USING btree (created_at DESC)
  index import_file_source USING btree (source_code)
  index import_file_worker USING btree (worker_id)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy run for select to splot_system using (true)
  policy run_change for update to splot_system using (true) with check (((state <> 'done'::text) OR (content IS NULL)))
  row-level security, forced
  -- splot_system: select (id, state, created_at, finished_at), update (content, state, problem, finished_at)
  -- splot_worker: insert, select, update

table directory.import_seen -- Which record a row of a source is, and since when the source no longer names it.
  source_code text not null
  row_key text not null
  entity_id uuid not null
  import_id uuid not null
  seen_on date not null
  vanished_on date
  constraint import_seen_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint import_seen_import_id_fkey FOREIGN KEY (import_id) REFERENCES directory.import_file(id) ON DELETE RESTRICT
  constraint import_seen_pkey PRIMARY KEY (source_code, row_key)
  constraint import_seen_row_key_check CHECK (((length(row_key) >= 1) AND (length(row_key) <= 500)))
  constraint import_seen_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE CASCADE
  index import_seen_entity USING btree (entity_id)
  index import_seen_import USING btree (import_id)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  row-level security, forced
  -- splot_worker: insert, select, update

table directory.letter -- Letters that asked an entity to confirm its record. The links stand in the letters alone, here are their hashes.
  id uuid not null
  entity_id uuid not null
  address_hash text not null
  token_hash text not null
  leave_hash text not null
  sent_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  answered_at timestamp with time zone
  answer text
  refused_at timestamp with time zone
  constraint letter_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'proposed'::text, 'not_ours'::text])))
  constraint letter_check CHECK ((expires_at > sent_at))
  constraint letter_check1 CHECK (((answered_at IS NULL) = (answer IS NULL)))
  constraint letter_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint letter_pkey PRIMARY KEY (id)
  constraint letter_token_hash_key UNIQUE (token_hash)
  index letter_entity USING btree (entity_id, sent_at)
  index letter_leave USING btree (leave_hash)
  index letter_sent USING btree (sent_at)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table directory.listing -- Search row of an entity: everything filters, facets and the map need, in one place. Derived; a test compares it with the records. Public data.
  entity_id uuid not null
  type text not null
  name text not null
  plain text not null
  words tsvector not null
  summary text not null
  legal_form text
  statuses text[] not null
  categories text[] not null
  cpv text[] not null
  pkd text[] not null
  groups text[] not null
  access text[] not null
  support_kinds text[] not null
  reserved boolean not null
  takes_referrals boolean not null
  free_places integer not null
  offers integer not null
  state text not null
  confirmed_on date
  locality text not null
  county_code text
  voivodeship_code text
  counties text[] not null
  lat double precision
  lon double precision
  founded_on date
  size_band text
  updated_at timestamp with time zone not null
  step_free boolean not null generated as (('step_free'::text = ANY (access)))
  category_bits integer not null default 0
  type_bit smallint not null default 0
  status_bits integer not null default 0
  constraint listing_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint listing_pkey PRIMARY KEY (entity_id)
  index listing_counted USING btree (entity_id) INCLUDE (category_bits, type_bit, status_bits, county_code, voivodeship_code, name, confirmed_on, updated_at, reserved, takes_referrals, free_places, step_free, state, lat, lon, offers)
  index listing_county USING btree (county_code)
  index listing_place USING btree (lat, lon)
  index listing_plain USING gin (plain public.gin_trgm_ops)
  index listing_updated USING btree (updated_at DESC, entity_id)
  index listing_words USING gin (words)
  policy door for update to splot_search using (true) with check (true)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  trigger number_terms BEFORE INSERT OR UPDATE OF type, categories, statuses ON directory.listing FOR EACH ROW EXECUTE FUNCTION directory.number_terms()
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select, update (confirmed_on, updated_at)
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.matter -- What waits for the editors of the base, or has been decided: proposals, reports of errors, claims, records to check. What readers wrote may name somebody, so only editors read it; it is erased six months after the decision.
  id uuid not null
  entity_id uuid not null
  kind text not null
  cause text not null
  by_kind text not null
  note text not null default ''::text
  proposed jsonb not null default '{}'::jsonb
  other_id uuid
  institution_id uuid
  worker_id uuid
  file_id uuid
  lang text not null default 'pl'::text
  source_hash text not null default ''::text
  state text not null default 'open'::text
  opened_at timestamp with time zone not null
  closed_at timestamp with time zone
  closed_code text
  closed_note text not null default ''::text
  row_version integer not null default 1
  constraint matter_by_kind_check CHECK ((by_kind = ANY (ARRAY['entity'::text, 'reader'::text, 'editor'::text, 'import'::text])))
  constraint matter_check CHECK ((other_id <> entity_id))
  constraint matter_check1 CHECK (((state = 'open'::text) = (closed_at IS NULL)))
  constraint matter_check2 CHECK (((state <> 'rejected'::text) OR (closed_code IS NOT NULL)))
  constraint matter_check3 CHECK (((kind <> 'claim'::text) OR (cause = 'newcomer'::text) OR (institution_id IS NOT NULL)))
  constraint matter_check4 CHECK (
CASE kind
    WHEN 'proposal'::text THEN (cause = 'letter'::text)
    WHEN 'report'::text THEN (cause = ANY (ARRAY['gone'::text, 'moved'::text, 'contact'::text, 'hours'::text, 'other'::text]))
    WHEN 'claim'::text THEN (cause = ANY (ARRAY['numbers'::text, 'code'::text, 'document'::text, 'newcomer'::text]))
    ELSE (cause = ANY (ARRAY['not_ours'::text, 'bounced'::text, 'vanished'::text, 'struck_off'::text, 'duplicate'::text, 'other'::text]))
END)
  constraint matter_closed_note_check CHECK ((length(closed_note) <= 3000))
  constraint matter_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint matter_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE SET NULL
  constraint matter_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint matter_kind_check CHECK ((kind = ANY (ARRAY['proposal'::text, 'report'::text, 'claim'::text, 'check'::text])))
  constraint matter_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint matter_note_check CHECK ((length(note) <= 3000))
  constraint matter_other_id_fkey FOREIGN KEY (other_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint matter_pkey PRIMARY KEY (id)
  constraint matter_proposed_check CHECK (((jsonb_typeof(proposed) = 'object'::text) AND (octet_length((proposed)::text) < 50000)))
  constraint matter_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text])))
  constraint matter_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index matter_check UNIQUE USING btree (entity_id, cause) WHERE ((kind = 'check'::text) AND (state = 'open'::text) AND (other_id IS NULL))
  index matter_claim UNIQUE USING btree (entity_id, institution_id) WHERE ((kind = 'claim'::text) AND (state = 'open'::text))
  index matter_entity USING btree (entity_id)
  index matter_file USING btree (file_id)
  index matter_institution USING btree (institution_id)
  index matter_open USING btree (opened_at, id) WHERE (state = 'open'::text)
  index matter_other USING btree (other_id)
  index matter_pair UNIQUE USING btree (LEAST(entity_id, other_id), GREATEST(entity_id, other_id)) WHERE (other_id IS NOT NULL)
  index matter_source USING btree (source_hash, opened_at) WHERE (source_hash <> ''::text)
  index matter_worker USING btree (worker_id)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy editors_add for insert to splot_worker with check ((( SELECT directory.edits() AS edits) AND (kind = 'check'::text)))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy own_claims for select to splot_worker using (((kind = 'claim'::text) AND (institution_id = kernel.institution())))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (entity_id, state, closed_at, closed_code, closed_note, row_version)

table directory.matter_contact -- Where the author of a report or a request wants the answer. Personal data: gone six months after the decision.
  matter_id uuid not null
  email text not null
  constraint matter_contact_email_check CHECK ((length(email) <= 254))
  constraint matter_contact_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES directory.matter(id) ON DELETE CASCADE
  constraint matter_contact_pkey PRIMARY KEY (matter_id)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy editors for select to splot_worker using (( SELECT directory.edits() AS edits))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table directory.merged -- Records that turned out to be another one: their address leads there. Public data.
  old_id uuid not null
  into_id uuid not null
  at timestamp with time zone not null
  constraint merged_check CHECK ((into_id <> old_id))
  constraint merged_into_id_fkey FOREIGN KEY (into_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint merged_old_id_fkey FOREIGN KEY (old_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint merged_pkey PRIMARY KEY (old_id)
  index merged_into USING btree (into_id)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table directory.offer -- Goods and services for buyers. Prices in grosze; none means on request. Public data.
  id uuid not null
  entity_id uuid not null
  category text not null
  name text not null
  description text not null default ''::text
  price_from bigint
  price_to bigint
  price_unit text not null default ''::text
  capacity integer
  capacity_unit text not null default ''::text
  lead_days integer
  range_km integer
  reserved_basis text[] not null default '{}'::text[]
  certificates text not null default ''::text
  samples text not null default ''::text
  active boolean not null default true
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  category_of text generated as ('category'::text)
  constraint offer_capacity_check CHECK ((capacity > 0))
  constraint offer_capacity_unit_check CHECK ((length(capacity_unit) <= 60))
  constraint offer_category_of_category_fkey FOREIGN KEY (category_of, category) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint offer_certificates_check CHECK ((length(certificates) <= 500))
  constraint offer_check CHECK ((price_to >= price_from))
  constraint offer_check1 CHECK (((capacity IS NULL) = (capacity_unit = ''::text)))
  constraint offer_description_check CHECK ((length(description) <= 3000))
  constraint offer_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint offer_lead_days_check CHECK ((lead_days >= 0))
  constraint offer_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)))
  constraint offer_pkey PRIMARY KEY (id)
  constraint offer_price_from_check CHECK ((price_from >= 0))
  constraint offer_price_unit_check CHECK ((length(price_unit) <= 60))
  constraint offer_range_km_check CHECK ((range_km > 0))
  constraint offer_samples_check CHECK ((length(samples) <= 1000))
  index offer_category USING btree (category_of, category)
  index offer_entity USING btree (entity_id)
  index offer_name USING btree (name, id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.offer_code -- CPV and PKD of an offer. Public data.
  offer_id uuid not null
  taxonomy text not null
  code text not null
  constraint offer_code_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES directory.offer(id) ON DELETE CASCADE
  constraint offer_code_pkey PRIMARY KEY (offer_id, taxonomy, code)
  constraint offer_code_taxonomy_check CHECK ((taxonomy = ANY (ARRAY['cpv'::text, 'pkd2007'::text, 'pkd2025'::text])))
  constraint offer_code_taxonomy_code_fkey FOREIGN KEY (taxonomy, code) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  index offer_code_term USING btree (taxonomy, code)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using ((EXISTS ( SELECT
   FROM directory.offer o
  WHERE ((o.id = offer_code.offer_id) AND directory.keeps(o.entity_id))))) with check ((EXISTS ( SELECT
   FROM directory.offer o
  WHERE ((o.id = offer_code.offer_id) AND directory.keeps(o.entity_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.opening -- Opening hours: a rule for a weekday (1 is Monday), or an exception for one day, on which no hours mean closed. Public data.
  id uuid not null
  place_id uuid not null
  weekday integer
  on_day date
  opens time without time zone
  closes time without time zone
  valid_from date
  valid_to date
  note text not null default ''::text
  constraint opening_check CHECK ((closes > opens))
  constraint opening_check1 CHECK ((valid_to >= valid_from))
  constraint opening_check2 CHECK (((weekday IS NULL) <> (on_day IS NULL)))
  constraint opening_check3 CHECK (((opens IS NULL) = (closes IS NULL)))
  constraint opening_check4 CHECK (((weekday IS NULL) OR (opens IS NOT NULL)))
  constraint opening_note_check CHECK ((length(note) <= 200))
  constraint opening_pkey PRIMARY KEY (id)
  constraint opening_place_id_fkey FOREIGN KEY (place_id) REFERENCES directory.place(id) ON DELETE CASCADE
  constraint opening_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
  index opening_place USING btree (place_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using ((EXISTS ( SELECT
   FROM directory.place p
  WHERE ((p.id = opening.place_id) AND directory.keeps(p.entity_id))))) with check ((EXISTS ( SELECT
   FROM directory.place p
  WHERE ((p.id = opening.place_id) AND directory.keeps(p.entity_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.photo -- Pictures, each with its alternative text. Public data.
  id uuid not null
  entity_id uuid not null
  file_id uuid not null
  alt_pl text not null
  alt_en text not null default ''::text
  licence text not null default ''::text
  position integer not null default 0
  constraint photo_alt_pl_check CHECK ((alt_pl <> ''::text))
  constraint photo_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint photo_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint photo_pkey PRIMARY KEY (id)
  index photo_entity USING btree (entity_id, "position")
  index photo_file USING btree (file_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.place -- Where it works: the seat and other places, with coordinates (those of the locality when nothing better is known). Public data.
  id uuid not null
  entity_id uuid not null
  name text not null default ''::text
  kind text not null
  is_main boolean not null
  street text not null default ''::text
  postal_code text not null default ''::text
  locality_id integer
  locality text not null default ''::text
  gmina_id text
  county_code text
  lat double precision
  lon double precision
  directions text not null default ''::text
  constraint place_check CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint place_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint place_directions_check CHECK ((length(directions) <= 1000))
  constraint place_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint place_gmina_id_fkey FOREIGN KEY (gmina_id) REFERENCES territory.gmina(id) ON DELETE SET NULL
  constraint place_kind_check CHECK ((kind = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text])))
  constraint place_lat_check CHECK (((lat >= (48.9)::double precision) AND (lat <= (55.0)::double precision)))
  constraint place_locality_check CHECK ((length(locality) <= 100))
  constraint place_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES territory.locality(id) ON DELETE SET NULL
  constraint place_lon_check CHECK (((lon >= (14.0)::double precision) AND (lon <= (24.3)::double precision)))
  constraint place_name_check CHECK ((length(name) <= 200))
  constraint place_pkey PRIMARY KEY (id)
  constraint place_postal_code_check CHECK (((postal_code = ''::text) OR (postal_code ~ '^\d{2}-\d{3}$'::text)))
  constraint place_street_check CHECK ((length(street) <= 200))
  index place_county USING btree (county_code)
  index place_entity USING btree (entity_id)
  index place_gmina USING btree (gmina_id)
  index place_locality USING btree (locality_id)
  index place_main UNIQUE USING btree (entity_id) WHERE is_main
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.place_access -- Accessibility of a place. Public data.
  place_id uuid not null
  code text not null
  note text not null default ''::text
  access_of text generated as ('access'::text)
  constraint place_access_access_of_code_fkey FOREIGN KEY (access_of, code) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint place_access_note_check CHECK ((length(note) <= 300))
  constraint place_access_pkey PRIMARY KEY (place_id, code)
  constraint place_access_place_id_fkey FOREIGN KEY (place_id) REFERENCES directory.place(id) ON DELETE CASCADE
  index place_access_term USING btree (access_of, code)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using ((EXISTS ( SELECT
   FROM directory.place p
  WHERE ((p.id = place_access.place_id) AND directory.keeps(p.entity_id))))) with check ((EXISTS ( SELECT
   FROM directory.place p
  WHERE ((p.id = place_access.place_id) AND directory.keeps(p.entity_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.procurement_note -- Conditions, proofs and traps of an instrument, one sentence each. Public data.
  rule_code text not null
  kind text not null
  position integer not null
  text_pl text not null
  text_en text not null
  certainty text not null
  source text not null
  valid_from date not null
  valid_to date
  constraint procurement_note_certainty_check CHECK ((certainty = ANY (ARRAY['source'::text, 'knowledge'::text, 'uncertain'::text])))
  constraint procurement_note_check CHECK ((valid_to >= valid_from))
  constraint procurement_note_kind_check CHECK ((kind = ANY (ARRAY['condition'::text, 'proof'::text, 'trap'::text])))
  constraint procurement_note_pkey PRIMARY KEY (rule_code, kind, "position", valid_from)
  constraint procurement_note_rule_code_fkey FOREIGN KEY (rule_code) REFERENCES directory.procurement_rule(code) ON DELETE CASCADE
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.procurement_rule -- Instruments of social procurement: what each is for, above or below the threshold, for what subject. Public data.
  code text not null
  article text not null
  act_pl text not null
  act_en text not null
  name_pl text not null
  name_en text not null
  what_pl text not null
  what_en text not null
  goals text[] not null
  bands text[] not null
  subjects text[] not null
  reserves boolean not null
  certainty text not null
  source text not null
  state_on date not null
  position integer not null
  valid_from date not null
  valid_to date
  constraint procurement_rule_bands_check CHECK ((bands <@ ARRAY['below'::text, 'above'::text]))
  constraint procurement_rule_certainty_check CHECK ((certainty = ANY (ARRAY['source'::text, 'knowledge'::text, 'uncertain'::text])))
  constraint procurement_rule_check CHECK ((valid_to >= valid_from))
  constraint procurement_rule_code_check CHECK ((code ~ '^[a-z]+_[0-9]+$'::text))
  constraint procurement_rule_goals_check CHECK ((goals <@ ARRAY['groups'::text, 'contracts'::text, 'accessibility'::text, 'quality'::text, 'mission'::text]))
  constraint procurement_rule_pkey PRIMARY KEY (code)
  constraint procurement_rule_subjects_check CHECK ((subjects <@ ARRAY['works'::text, 'supplies'::text, 'services'::text, 'social'::text]))
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.procurement_threshold -- From which value (grosze, net) the public procurement law applies, in its time. Public data.
  code text not null
  amount bigint not null
  valid_from date not null
  valid_to date
  certainty text not null
  source text not null
  constraint procurement_threshold_amount_check CHECK ((amount > 0))
  constraint procurement_threshold_certainty_check CHECK ((certainty = ANY (ARRAY['source'::text, 'knowledge'::text, 'uncertain'::text])))
  constraint procurement_threshold_check CHECK ((valid_to >= valid_from))
  constraint procurement_threshold_code_check CHECK ((code = 'pzp'::text))
  constraint procurement_threshold_pkey PRIMARY KEY (code, valid_from)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.required_paper -- Papers a person must bring. Public data.
  id uuid not null
  support_id uuid not null
  name text not null
  constraint required_paper_name_check CHECK ((name <> ''::text))
  constraint required_paper_pkey PRIMARY KEY (id)
  constraint required_paper_support_id_fkey FOREIGN KEY (support_id) REFERENCES directory.support(id) ON DELETE CASCADE
  index required_paper_support USING btree (support_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using ((EXISTS ( SELECT
   FROM directory.support s
  WHERE ((s.id = required_paper.support_id) AND directory.keeps(s.entity_id))))) with check ((EXISTS ( SELECT
   FROM directory.support s
  WHERE ((s.id = required_paper.support_id) AND directory.keeps(s.entity_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.saved_search -- Who wants mail about new results of a search. Personal data: read by the system alone; gone when the person leaves, or a week after it was not confirmed.
  id uuid not null
  email text not null
  parameters text not null
  lang text not null
  cadence text not null
  source_hash text not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  run_at timestamp with time zone not null
  constraint saved_search_cadence_check CHECK ((cadence = ANY (ARRAY['daily'::text, 'weekly'::text])))
  constraint saved_search_email_check CHECK ((length(email) <= 254))
  constraint saved_search_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint saved_search_parameters_check CHECK ((length(parameters) <= 2000))
  constraint saved_search_pkey PRIMARY KEY (id)
  index saved_search_due USING btree (run_at)
  index saved_search_email USING btree (email, created_at)
  index saved_search_source USING btree (source_hash, created_at)
  policy answer for update to splot_search using (true) with check (true)
  policy ask for insert to splot_search with check (true)
  policy look for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table directory.saved_token -- Hashes of the links in mails about a saved search; the links themselves stand in the mails alone. Personal data.
  hash text not null
  saved_search_id uuid not null
  kind text not null
  created_at timestamp with time zone not null
  constraint saved_token_kind_check CHECK ((kind = ANY (ARRAY['confirm'::text, 'leave'::text])))
  constraint saved_token_pkey PRIMARY KEY (hash)
  constraint saved_token_saved_search_id_fkey FOREIGN KEY (saved_search_id) REFERENCES directory.saved_search(id) ON DELETE CASCADE
  index saved_token_search USING btree (saved_search_id)
  policy look for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update

table directory.served_county -- Counties it works in beside those of its places. Public data.
  entity_id uuid not null
  county_code text not null
  constraint served_county_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint served_county_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint served_county_pkey PRIMARY KEY (entity_id, county_code)
  index served_county_county USING btree (county_code)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.silence -- Hashes of addresses that asked for no more letters about confirmation.
  address_hash text not null
  since timestamp with time zone not null
  constraint silence_pkey PRIMARY KEY (address_hash)
  policy door_add for insert to splot_search with check (true)
  policy door_change for update to splot_search using (true) with check (true)
  policy door_read for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table directory.social_clause -- Social clauses that buyers used, and their results: numbers of people employed, never who. Public data.
  id uuid not null
  buyer text not null
  county_code text not null
  subject text not null
  cpv text not null default ''::text
  value_band text not null
  rule_code text not null
  required_group text
  required_kind text
  required_amount integer
  starts_on date not null
  ends_on date
  entity_id uuid
  contractor text not null default ''::text
  employed integer
  control text not null default 'planned'::text
  control_note text not null default ''::text
  enquiry_id uuid
  institution_id uuid
  is_demo boolean not null default false
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  group_of text generated as ('group'::text)
  constraint social_clause_buyer_check CHECK (((buyer <> ''::text) AND (length(buyer) <= 200)))
  constraint social_clause_check CHECK ((ends_on >= starts_on))
  constraint social_clause_check1 CHECK (((required_kind IS NULL) = (required_amount IS NULL)))
  constraint social_clause_check2 CHECK (((required_kind <> 'percent'::text) OR (required_amount <= 100)))
  constraint social_clause_contractor_check CHECK ((length(contractor) <= 200))
  constraint social_clause_control_check CHECK ((control = ANY (ARRAY['planned'::text, 'kept'::text, 'partly'::text, 'broken'::text, 'none'::text])))
  constraint social_clause_control_note_check CHECK ((length(control_note) <= 1000))
  constraint social_clause_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint social_clause_cpv_check CHECK ((cpv ~ '^([0-9]{8})?$'::text))
  constraint social_clause_employed_check CHECK (((employed >= 0) AND (employed <= 10000)))
  constraint social_clause_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES directory.enquiry(id) ON DELETE SET NULL
  constraint social_clause_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE SET NULL
  constraint social_clause_group_of_required_group_fkey FOREIGN KEY (group_of, required_group) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint social_clause_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint social_clause_pkey PRIMARY KEY (id)
  constraint social_clause_required_amount_check CHECK (((required_amount >= 1) AND (required_amount <= 10000)))
  constraint social_clause_required_kind_check CHECK ((required_kind = ANY (ARRAY['percent'::text, 'persons'::text])))
  constraint social_clause_rule_code_fkey FOREIGN KEY (rule_code) REFERENCES directory.procurement_rule(code) ON DELETE RESTRICT
  constraint social_clause_subject_check CHECK (((subject <> ''::text) AND (length(subject) <= 300)))
  constraint social_clause_value_band_check CHECK ((value_band = ANY (ARRAY['unknown'::text, 'to_10'::text, 'to_50'::text, 'to_130'::text, 'to_170'::text, 'to_500'::text, 'over_500'::text])))
  index social_clause_county USING btree (county_code)
  index social_clause_enquiry USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL)
  index social_clause_entity USING btree (entity_id) WHERE (entity_id IS NOT NULL)
  index social_clause_group USING btree (group_of, required_group)
  index social_clause_institution USING btree (institution_id) WHERE (institution_id IS NOT NULL)
  index social_clause_newest USING btree (starts_on DESC, id)
  index social_clause_rule USING btree (rule_code)
  policy everybody for select to public using (true)
  policy own for insert to splot_worker with check (((institution_id = kernel.institution()) OR ( SELECT directory.edits() AS edits)))
  policy own_change for update to splot_worker using (((institution_id = kernel.institution()) OR ( SELECT directory.edits() AS edits))) with check (((institution_id = kernel.institution()) OR ( SELECT directory.edits() AS edits)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: insert, select, update

table directory.source -- Where records come from. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  keeper text not null
  kind text not null
  url text
  licence text
  constraint source_kind_check CHECK ((kind = ANY (ARRAY['register'::text, 'self'::text, 'editor'::text, 'partner'::text])))
  constraint source_pkey PRIMARY KEY (code)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.source_rule -- What a source may change in a record; a field without a rule is never touched. Public data.
  source_code text not null
  field text not null
  mode text not null
  reason text not null
  constraint source_rule_field_check CHECK ((field = ANY (ARRAY['name'::text, 'legalForm'::text, 'krs'::text, 'nip'::text, 'regon'::text, 'registerNumber'::text, 'foundedOn'::text, 'state'::text, 'statuses'::text, 'founders'::text, 'seat'::text, 'pkd'::text, 'parentId'::text, 'phone'::text, 'email'::text, 'website'::text, 'descriptionPl'::text])))
  constraint source_rule_mode_check CHECK ((mode = ANY (ARRAY['owns'::text, 'newer'::text, 'fills'::text])))
  constraint source_rule_pkey PRIMARY KEY (source_code, field)
  constraint source_rule_source_code_fkey FOREIGN KEY (source_code) REFERENCES directory.source(code) ON DELETE CASCADE
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.status -- Statuses with decision and period: social enterprise (PS), public benefit (OPP), sheltered work (ZPCh). Public data.
  id uuid not null
  entity_id uuid not null
  status text not null
  decision_number text not null default ''::text
  authority text not null default ''::text
  valid_from date not null
  valid_to date
  status_of text generated as ('status'::text)
  constraint status_check CHECK ((valid_to >= valid_from))
  constraint status_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint status_entity_id_status_daterange_excl EXCLUDE USING gist (entity_id WITH =, status WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  constraint status_pkey PRIMARY KEY (id)
  constraint status_status_of_status_fkey FOREIGN KEY (status_of, status) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  index status_entity USING btree (entity_id)
  index status_period USING btree (valid_from, valid_to)
  index status_term USING btree (status_of, status)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.support -- Support services for people: for whom, how to get in, how many free places and as of when. Fee in grosze, 0 is free. Public data.
  id uuid not null
  entity_id uuid not null
  place_id uuid
  kind text not null
  name text not null
  description text not null default ''::text
  description_easy text not null default ''::text
  minimum_age integer
  maximum_age integer
  fee bigint not null default 0
  fee_note text not null default ''::text
  how_to_apply text not null default ''::text
  takes_referrals boolean not null default false
  places_total integer
  places_free integer
  places_on date
  languages text[] not null default '{pl}'::text[]
  active boolean not null default true
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  kind_of text generated as ('support'::text)
  constraint support_check CHECK (((places_free >= 0) AND (places_free <= places_total)))
  constraint support_check1 CHECK (((minimum_age IS NULL) OR (maximum_age IS NULL) OR (maximum_age >= minimum_age)))
  constraint support_check2 CHECK (((places_free IS NULL) = (places_on IS NULL)))
  constraint support_description_check CHECK ((length(description) <= 3000))
  constraint support_description_easy_check CHECK ((length(description_easy) <= 2000))
  constraint support_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint support_fee_check CHECK ((fee >= 0))
  constraint support_fee_note_check CHECK ((length(fee_note) <= 300))
  constraint support_how_to_apply_check CHECK ((length(how_to_apply) <= 1000))
  constraint support_kind_of_kind_fkey FOREIGN KEY (kind_of, kind) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  constraint support_maximum_age_check CHECK (((maximum_age >= 0) AND (maximum_age <= 120)))
  constraint support_minimum_age_check CHECK (((minimum_age >= 0) AND (minimum_age <= 120)))
  constraint support_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)))
  constraint support_pkey PRIMARY KEY (id)
  constraint support_place_id_fkey FOREIGN KEY (place_id) REFERENCES directory.place(id) ON DELETE SET NULL
  constraint support_places_total_check CHECK ((places_total > 0))
  index support_entity USING btree (entity_id)
  index support_kind USING btree (kind_of, kind)
  index support_name USING btree (name, id)
  index support_place USING btree (place_id)
  policy everybody for select to public using (true)
  policy keepers for all to splot_worker using (directory.keeps(entity_id)) with check (directory.keeps(entity_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table directory.taxonomy -- Dictionaries of the base: types, legal forms, statuses, categories, CPV, PKD, groups, support, accessibility. Public data.
  code text not null
  id uuid generated as (directory.stable_id(code))
  name_pl text not null
  name_en text not null
  note_pl text not null
  note_en text not null
  version text
  source text not null
  constraint taxonomy_id_key UNIQUE (id)
  constraint taxonomy_pkey PRIMARY KEY (code)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.term -- Entries of the dictionaries. Public data.
  taxonomy text not null
  code text not null
  id uuid generated as (directory.stable_id(((taxonomy || ':'::text) || code)))
  parent_code text
  name_pl text not null
  name_en text not null
  words text[] not null default '{}'::text[]
  position integer not null default 0
  valid_from date
  valid_to date
  source text not null
  bit smallint
  constraint term_bit_check CHECK ((("bit" >= 0) AND ("bit" <= 30)))
  constraint term_check CHECK ((valid_to >= valid_from))
  constraint term_counted CHECK ((("bit" IS NOT NULL) = (taxonomy = ANY (ARRAY['category'::text, 'type'::text, 'status'::text]))))
  constraint term_id_key UNIQUE (id)
  constraint term_pkey PRIMARY KEY (taxonomy, code)
  constraint term_taxonomy_fkey FOREIGN KEY (taxonomy) REFERENCES directory.taxonomy(code) ON DELETE RESTRICT
  constraint term_taxonomy_parent_code_fkey FOREIGN KEY (taxonomy, parent_code) REFERENCES directory.term(taxonomy, code) ON DELETE RESTRICT
  index term_bit UNIQUE USING btree (taxonomy, "bit")
  index term_parent USING btree (taxonomy, parent_code)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.term_link -- Which entries of two dictionaries belong together, many to many: categories with CPV and PKD, PKD 2007 with PKD 2025. Public data.
  taxonomy text not null
  code text not null
  to_taxonomy text not null
  to_code text not null
  constraint term_link_pkey PRIMARY KEY (taxonomy, code, to_taxonomy, to_code)
  constraint term_link_taxonomy_code_fkey FOREIGN KEY (taxonomy, code) REFERENCES directory.term(taxonomy, code) ON DELETE CASCADE
  constraint term_link_to_taxonomy_to_code_fkey FOREIGN KEY (to_taxonomy, to_code) REFERENCES directory.term(taxonomy, code) ON DELETE CASCADE
  index term_link_to USING btree (to_taxonomy, to_code)
  policy editors for insert to splot_worker with check (( SELECT directory.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT directory.edits() AS edits)) with check (( SELECT directory.edits() AS edits))
  policy everybody for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table directory.word -- Words that stand in names and offers of the base, without case and diacritics. Derived; a word nobody uses any more does no harm. Public data.
  word text not null
  constraint word_pkey PRIMARY KEY (word)
  constraint word_word_check CHECK (((word = kernel.plain(word)) AND ((length(word) >= 4) AND (length(word) <= 40))))
  index word_similar USING gin (word public.gin_trgm_ops)
  policy add_of_system for insert to splot_system with check (true)
  policy add_of_worker for insert to splot_worker with check (true)
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select
  -- splot_worker: insert, select

table events.attendance -- Who came on which date. A second scan changes nothing. Personal data while the registration has a name, figures afterwards.
  occurrence_id uuid not null
  registration_id uuid not null
  event_id uuid not null
  at timestamp with time zone not null
  way text not null
  marked_by uuid
  taken_back_at timestamp with time zone
  constraint attendance_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint attendance_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES events.occurrence(id) ON DELETE RESTRICT
  constraint attendance_pkey PRIMARY KEY (occurrence_id, registration_id)
  constraint attendance_registration_id_event_id_fkey FOREIGN KEY (registration_id, event_id) REFERENCES events.registration(id, event_id) ON DELETE RESTRICT
  constraint attendance_way_check CHECK ((way = ANY (ARRAY['code'::text, 'list'::text, 'walk_in'::text])))
  index attendance_event USING btree (event_id)
  index attendance_registration USING btree (registration_id, event_id)
  index attendance_worker USING btree (marked_by)
  policy holder for select to splot_participant, splot_public, splot_worker using ((registration_id = ( SELECT events.held() AS held)))
  policy organisers_add for insert to splot_worker with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = attendance.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_change for update to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = attendance.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = attendance.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = attendance.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (at, way, marked_by, taken_back_at)

table events.certificate -- Register of certificates of attendance. The name stands in the registration alone; whoever checks a number learns no person.
  registration_id uuid not null
  event_id uuid not null
  number text not null
  code text not null
  issued_on date not null
  dates integer not null
  hours numeric(5,1)
  constraint certificate_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text))
  constraint certificate_code_key UNIQUE (code)
  constraint certificate_dates_check CHECK ((dates > 0))
  constraint certificate_number_key UNIQUE (number)
  constraint certificate_pkey PRIMARY KEY (registration_id)
  constraint certificate_registration_id_event_id_fkey FOREIGN KEY (registration_id, event_id) REFERENCES events.registration(id, event_id) ON DELETE RESTRICT
  index certificate_event USING btree (event_id, registration_id)
  policy door for select to splot_search using (true)
  policy holder for select to splot_participant, splot_public, splot_worker using ((registration_id = ( SELECT events.held() AS held)))
  policy organisers_add for insert to splot_worker with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = certificate.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_change for update to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = certificate.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = certificate.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = certificate.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table events.change -- Versions of time and place, as they were told to those who registered. Public data.
  event_id uuid not null
  sequence integer not null
  at timestamp with time zone not null
  before jsonb not null
  after jsonb not null
  constraint change_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint change_pkey PRIMARY KEY (event_id, sequence)
  policy organisers for all to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = change.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = change.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy seen for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE (e.id = change.event_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table events.evaluation -- Answers after an event, without a name, a time or a link to anybody; read only added up, from five on.
  id uuid not null
  event_id uuid not null
  useful integer not null
  organised integer not null
  accessible integer not null
  intend integer not null
  comment text not null default ''::text
  constraint evaluation_accessible_check CHECK (((accessible >= 1) AND (accessible <= 5)))
  constraint evaluation_comment_check CHECK ((length(comment) <= 2000))
  constraint evaluation_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint evaluation_intend_check CHECK (((intend >= 1) AND (intend <= 5)))
  constraint evaluation_organised_check CHECK (((organised >= 1) AND (organised <= 5)))
  constraint evaluation_pkey PRIMARY KEY (id)
  constraint evaluation_useful_check CHECK (((useful >= 1) AND (useful <= 5)))
  index evaluation_event USING btree (event_id)
  policy answer for insert to splot_participant, splot_public, splot_worker with check ((EXISTS ( SELECT
   FROM events.registration r
  WHERE ((r.id = ( SELECT events.held() AS held)) AND (r.event_id = evaluation.event_id)))))
  policy door for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert
  -- splot_public: insert
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert

table events.evaluation_given -- Who has answered, not what: nobody answers twice.
  registration_id uuid not null
  constraint evaluation_given_pkey PRIMARY KEY (registration_id)
  constraint evaluation_given_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES events.registration(id) ON DELETE CASCADE
  policy answered for insert to splot_participant, splot_public, splot_worker with check ((registration_id = ( SELECT events.held() AS held)))
  policy holder for select to splot_participant, splot_public, splot_worker using ((registration_id = ( SELECT events.held() AS held)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_public: insert, select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table events.event -- What one registers for: one or more dates with one place and one programme. Public data unless a draft.
  id uuid not null
  number integer not null
  slug text not null
  kind text not null
  state text not null default 'draft'::text
  title_pl text not null
  title_en text not null default ''::text
  lead_pl text not null default ''::text
  lead_en text not null default ''::text
  body_pl text not null default ''::text
  body_en text not null default ''::text
  words tsvector
  institution_id uuid not null
  contact_role text not null default ''::text
  contact_email text not null default ''::text
  contact_phone text not null default ''::text
  mode text not null
  place_name text not null default ''::text
  street text not null default ''::text
  locality text not null default ''::text
  locality_id integer
  county_code text
  lat double precision
  lon double precision
  directions_pl text not null default ''::text
  directions_en text not null default ''::text
  access text[] not null default '{}'::text[]
  access_note_pl text not null default ''::text
  access_note_en text not null default ''::text
  rule text
  registration text not null
  capacity integer
  waiting boolean not null default true
  most_together integer not null default 5
  closes_at timestamp with time zone
  certificate boolean not null default false
  hours numeric(5,1)
  comments text not null default 'after'::text
  results_pl text not null default ''::text
  results_en text not null default ''::text
  results_at timestamp with time zone
  sequence integer not null default 0
  reason_pl text not null default ''::text
  reason_en text not null default ''::text
  first_at timestamp with time zone
  last_at timestamp with time zone
  created_by uuid
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  published_at timestamp with time zone
  row_version integer not null default 1
  constraint event_access_check CHECK ((cardinality(access) <= 20))
  constraint event_access_note_en_check CHECK ((length(access_note_en) <= 1000))
  constraint event_access_note_pl_check CHECK ((length(access_note_pl) <= 1000))
  constraint event_body_en_check CHECK ((length(body_en) <= 20000))
  constraint event_body_pl_check CHECK ((length(body_pl) <= 20000))
  constraint event_capacity_check CHECK (((capacity >= 1) AND (capacity <= 5000)))
  constraint event_check CHECK (((mode = 'online'::text) OR (state = 'draft'::text) OR (county_code IS NOT NULL)))
  constraint event_check1 CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint event_check2 CHECK (((state = 'draft'::text) OR ((published_at IS NOT NULL) AND (first_at IS NOT NULL))))
  constraint event_check3 CHECK (((state <> 'cancelled'::text) OR (reason_pl <> ''::text)))
  constraint event_comments_check CHECK ((comments = ANY (ARRAY['off'::text, 'before'::text, 'after'::text])))
  constraint event_contact_email_check CHECK ((length(contact_email) <= 254))
  constraint event_contact_phone_check CHECK ((length(contact_phone) <= 40))
  constraint event_contact_role_check CHECK ((length(contact_role) <= 120))
  constraint event_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint event_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint event_directions_en_check CHECK ((length(directions_en) <= 2000))
  constraint event_directions_pl_check CHECK ((length(directions_pl) <= 2000))
  constraint event_hours_check CHECK ((hours > (0)::numeric))
  constraint event_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['conference'::text, 'seminar'::text, 'workshop'::text, 'meeting'::text, 'training'::text])))
  constraint event_lead_en_check CHECK ((length(lead_en) <= 500))
  constraint event_lead_pl_check CHECK ((length(lead_pl) <= 500))
  constraint event_locality_check CHECK ((length(locality) <= 120))
  constraint event_locality_id_fkey FOREIGN KEY (locality_id) REFERENCES territory.locality(id) ON DELETE SET NULL
  constraint event_mode_check CHECK ((mode = ANY (ARRAY['onsite'::text, 'online'::text, 'hybrid'::text])))
  constraint event_most_together_check CHECK (((most_together >= 1) AND (most_together <= 10)))
  constraint event_number_key UNIQUE (number)
  constraint event_pkey PRIMARY KEY (id)
  constraint event_place_name_check CHECK ((length(place_name) <= 200))
  constraint event_reason_en_check CHECK ((length(reason_en) <= 500))
  constraint event_reason_pl_check CHECK ((length(reason_pl) <= 500))
  constraint event_registration_check CHECK ((registration = ANY (ARRAY['none'::text, 'open'::text, 'approval'::text])))
  constraint event_results_en_check CHECK ((length(results_en) <= 20000))
  constraint event_results_pl_check CHECK ((length(results_pl) <= 20000))
  constraint event_rule_check CHECK ((length(rule) <= 200))
  constraint event_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100) AND (slug <> ALL (ARRAY['manage'::text, 'booked'::text, 'ticket'::text, 'door'::text, 'certificates'::text, 'feeds'::text, 'file'::text]))))
  constraint event_slug_key UNIQUE (slug)
  constraint event_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text, 'held'::text])))
  constraint event_street_check CHECK ((length(street) <= 200))
  constraint event_title_en_check CHECK ((length(title_en) <= 200))
  constraint event_title_pl_check CHECK (((length(title_pl) >= 1) AND (length(title_pl) <= 200)))
  index event_author USING btree (created_by)
  index event_changed USING btree (updated_at DESC, id) INCLUDE (county_code) WHERE (state <> 'draft'::text)
  index event_county USING btree (county_code)
  index event_institution USING btree (institution_id)
  index event_last USING btree (last_at, id) INCLUDE (first_at, kind, mode, county_code) WHERE (state <> 'draft'::text)
  index event_locality USING btree (locality_id)
  index event_words USING gin (words)
  policy door for select to splot_search using (true)
  policy everybody for select to splot_participant, splot_public, splot_worker using ((state <> 'draft'::text))
  policy organisers for all to splot_worker using (((institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))) with check (((institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table events.event_theme -- Subjects of an event. Public data.
  event_id uuid not null
  theme text not null
  constraint event_theme_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint event_theme_pkey PRIMARY KEY (event_id, theme)
  constraint event_theme_theme_fkey FOREIGN KEY (theme) REFERENCES library.theme(code) ON DELETE RESTRICT
  index event_theme_theme USING btree (theme, event_id)
  policy organisers for all to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = event_theme.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = event_theme.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy seen for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE (e.id = event_theme.event_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table events.material -- Files of an event: for everybody, or for those who have a place.
  id uuid not null
  event_id uuid not null
  file_id uuid not null
  title text not null
  kind text not null
  audience text not null
  added_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint material_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'registered'::text])))
  constraint material_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint material_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint material_kind_check CHECK ((kind = ANY (ARRAY['material'::text, 'minutes'::text, 'results'::text])))
  constraint material_pkey PRIMARY KEY (id)
  constraint material_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index material_event USING btree (event_id, added_at)
  index material_file USING btree (file_id)
  policy everybody for select to splot_participant, splot_public, splot_worker using (((audience = 'public'::text) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM events.event e
  WHERE (e.id = material.event_id)))))
  policy organisers_add for insert to splot_worker with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = material.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_change for update to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = material.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = material.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = material.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy placed for select to splot_participant, splot_public, splot_worker using (((withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM events.registration r
  WHERE ((r.event_id = material.event_id) AND (r.state = 'confirmed'::text))))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (withdrawn_at)

table events.need -- What somebody needs to take part: an interpreter, a loop, a diet. Data of a special kind (RODO art. 9): for the organiser and the person alone, erased soon after the event.
  registration_id uuid not null
  needs text[] not null default '{}'::text[]
  note text not null default ''::text
  constraint need_needs_check CHECK ((cardinality(needs) <= 20))
  constraint need_note_check CHECK ((length(note) <= 1000))
  constraint need_pkey PRIMARY KEY (registration_id)
  constraint need_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES events.registration(id) ON DELETE CASCADE
  policy door for select to splot_search using (true)
  policy door_add for insert to splot_search with check (true)
  policy forget for update to splot_search using (true) with check (true)
  policy holder for select to splot_participant, splot_public, splot_worker using ((registration_id = ( SELECT events.held() AS held)))
  policy holder_add for insert to splot_participant, splot_public, splot_worker with check ((registration_id = ( SELECT events.held() AS held)))
  policy holder_change for update to splot_participant, splot_public, splot_worker using ((registration_id = ( SELECT events.held() AS held))) with check ((registration_id = ( SELECT events.held() AS held)))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM (events.registration r
     JOIN events.event e ON ((e.id = r.event_id)))
  WHERE ((r.id = need.registration_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: insert, select, update (needs, note)
  -- splot_public: insert, select, update (needs, note)
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (needs, note)

table events.occurrence -- The dates of an event, each on its own, also when a rule made them. Public data.
  id uuid not null
  event_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  planned_at timestamp with time zone
  cancelled boolean not null default false
  note_pl text not null default ''::text
  note_en text not null default ''::text
  constraint occurrence_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval))))
  constraint occurrence_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint occurrence_event_id_starts_at_key UNIQUE (event_id, starts_at)
  constraint occurrence_note_en_check CHECK ((length(note_en) <= 300))
  constraint occurrence_note_pl_check CHECK ((length(note_pl) <= 300))
  constraint occurrence_pkey PRIMARY KEY (id)
  index occurrence_starts USING btree (starts_at, event_id)
  policy organisers for all to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = occurrence.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = occurrence.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy seen for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE (e.id = occurrence.event_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table events.online -- Where an event meets online: for the organiser and for those who have a place.
  event_id uuid not null
  address text not null
  note text not null default ''::text
  constraint online_address_check CHECK (((address ~ '^https://'::text) AND (length(address) <= 500)))
  constraint online_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint online_note_check CHECK ((length(note) <= 500))
  constraint online_pkey PRIMARY KEY (event_id)
  policy organisers_add for insert to splot_worker with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = online.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_change for update to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = online.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = online.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = online.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy placed for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.registration r
  WHERE ((r.event_id = online.event_id) AND (r.state = 'confirmed'::text)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table events.registration -- Who wants a place at an event. Personal data: for the organiser, for whoever booked the place, and for the holder of the link from a letter.
  id uuid not null
  event_id uuid not null
  place_in_queue bigint not null
  state text not null
  institution_id uuid
  booked_by uuid
  given_name text not null
  family_name text not null
  email text not null
  organisation text not null default ''::text
  lang text not null
  code text not null
  walk_in boolean not null default false
  source_hash text not null default ''::text
  created_at timestamp with time zone not null
  settled_at timestamp with time zone
  reminded_at timestamp with time zone
  thanked_at timestamp with time zone
  erased_at timestamp with time zone
  row_version integer not null default 1
  constraint registration_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint registration_check CHECK (((NOT walk_in) OR (state = 'confirmed'::text)))
  constraint registration_check1 CHECK (((erased_at IS NULL) OR ((given_name = ''::text) AND (family_name = ''::text) AND (email = ''::text) AND (organisation = ''::text))))
  constraint registration_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text))
  constraint registration_code_key UNIQUE (code)
  constraint registration_email_check CHECK ((length(email) <= 254))
  constraint registration_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE RESTRICT
  constraint registration_family_name_check CHECK ((length(family_name) <= 100))
  constraint registration_given_name_check CHECK ((length(given_name) <= 100))
  constraint registration_id_event_id_key UNIQUE (id, event_id)
  constraint registration_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint registration_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint registration_organisation_check CHECK ((length(organisation) <= 200))
  constraint registration_pkey PRIMARY KEY (id)
  constraint registration_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'requested'::text, 'waiting'::text, 'confirmed'::text, 'declined'::text, 'cancelled'::text])))
  index registration_booked USING btree (booked_by)
  index registration_event USING btree (event_id, state, place_in_queue)
  index registration_institution USING btree (institution_id) WHERE (institution_id IS NOT NULL)
  index registration_once UNIQUE USING btree (event_id, lower(email)) WHERE ((institution_id IS NULL) AND (NOT walk_in) AND (erased_at IS NULL) AND (state = ANY (ARRAY['requested'::text, 'waiting'::text, 'confirmed'::text])))
  index registration_source USING btree (source_hash, created_at) WHERE (source_hash <> ''::text)
  policy book for insert to splot_worker with check (((institution_id = kernel.institution()) AND (booked_by = kernel.worker()) AND (NOT walk_in) AND (state = ANY (ARRAY['requested'::text, 'waiting'::text, 'confirmed'::text]))))
  policy booked for select to splot_worker using (((institution_id = kernel.institution()) AND ((booked_by = kernel.worker()) OR ( SELECT organisations.holds(ARRAY['head'::text, 'institution_admin'::text]) AS holds))))
  policy booked_change for update to splot_worker using (((institution_id = kernel.institution()) AND ((booked_by = kernel.worker()) OR ( SELECT organisations.holds(ARRAY['head'::text, 'institution_admin'::text]) AS holds)) AND (state <> 'declined'::text))) with check (((institution_id = kernel.institution()) AND (state = ANY (ARRAY['requested'::text, 'waiting'::text, 'confirmed'::text, 'cancelled'::text]))))
  policy door for select to splot_search using (true)
  policy door_add for insert to splot_search with check (true)
  policy holder for select to splot_participant, splot_public, splot_worker using ((id = ( SELECT events.held() AS held)))
  policy holder_change for update to splot_participant, splot_public, splot_worker using (((id = ( SELECT events.held() AS held)) AND (state <> 'declined'::text))) with check (((id = ( SELECT events.held() AS held)) AND (state = ANY (ARRAY['requested'::text, 'waiting'::text, 'confirmed'::text, 'cancelled'::text]))))
  policy organisers_add for insert to splot_worker with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = registration.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_change for update to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = registration.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = registration.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy organisers_read for select to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = registration.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy work for all to splot_system using (true) with check (true)
  trigger forget_former AFTER UPDATE OF email ON events.registration FOR EACH ROW WHEN ((old.email <> new.email)) EXECUTE FUNCTION events.forget_former()
  trigger guard_capacity BEFORE INSERT OR UPDATE OF state ON events.registration FOR EACH ROW EXECUTE FUNCTION events.guard_capacity()
  trigger guard_state BEFORE INSERT OR UPDATE OF state ON events.registration FOR EACH ROW EXECUTE FUNCTION events.guard_state()
  row-level security, forced
  -- splot_participant: select, update (state, settled_at, row_version)
  -- splot_public: select, update (state, settled_at, row_version)
  -- splot_search: insert, select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (state, given_name, family_name, email, organisation, lang, code, settled_at, row_version)

table events.rule -- How long something is kept or when it happens. Public data.
  what text not null
  amount integer not null
  source text not null
  constraint rule_amount_check CHECK ((amount > 0))
  constraint rule_pkey PRIMARY KEY (what)
  constraint rule_what_check CHECK ((what = ANY (ARRAY['needs_days'::text, 'people_days'::text, 'unconfirmed_hours'::text, 'reminder_days'::text, 'certificate_percent'::text])))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table events.session -- The programme. Speakers stand in their public roles. Public data.
  id uuid not null
  event_id uuid not null
  occurrence_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  room text not null default ''::text
  title_pl text not null
  title_en text not null default ''::text
  about_pl text not null default ''::text
  about_en text not null default ''::text
  speakers_pl text not null default ''::text
  speakers_en text not null default ''::text
  constraint session_about_en_check CHECK ((length(about_en) <= 2000))
  constraint session_about_pl_check CHECK ((length(about_pl) <= 2000))
  constraint session_check CHECK ((ends_at > starts_at))
  constraint session_event_id_fkey FOREIGN KEY (event_id) REFERENCES events.event(id) ON DELETE CASCADE
  constraint session_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES events.occurrence(id) ON DELETE CASCADE
  constraint session_pkey PRIMARY KEY (id)
  constraint session_room_check CHECK ((length(room) <= 120))
  constraint session_speakers_en_check CHECK ((length(speakers_en) <= 300))
  constraint session_speakers_pl_check CHECK ((length(speakers_pl) <= 300))
  constraint session_title_en_check CHECK ((length(title_en) <= 200))
  constraint session_title_pl_check CHECK (((length(title_pl) >= 1) AND (length(title_pl) <= 200)))
  index session_event USING btree (event_id, starts_at)
  index session_occurrence USING btree (occurrence_id)
  policy organisers for all to splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = session.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises))))) with check ((EXISTS ( SELECT
   FROM events.event e
  WHERE ((e.id = session.event_id) AND (e.institution_id = kernel.institution()) AND ( SELECT events.organises() AS organises)))))
  policy seen for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.event e
  WHERE (e.id = session.event_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table events.ticket -- Hashes of the links in letters about a registration; the links stand in the letters alone.
  hash text not null
  registration_id uuid not null
  created_at timestamp with time zone not null
  void_at timestamp with time zone
  constraint ticket_pkey PRIMARY KEY (hash)
  constraint ticket_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES events.registration(id) ON DELETE CASCADE
  index ticket_registration USING btree (registration_id)
  policy door for select to splot_search using (true)
  policy forget for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select, update
  -- splot_system: delete, insert, select, update

table exchange.appeal -- The author disagrees with a comment being hidden or removed, or whoever sent a notice with its being kept; somebody else than who made the decision decides (art. 20). Read by moderators and by whom the decision concerns.
  id uuid not null
  decision_id uuid not null
  decision_by uuid not null
  body text not null
  made_at timestamp with time zone not null
  outcome text
  answer text not null default ''::text
  decided_by uuid
  decided_at timestamp with time zone
  constraint appeal_answer_check CHECK ((length(answer) <= 3000))
  constraint appeal_body_check CHECK (((length(body) >= 1) AND (length(body) <= 3000)))
  constraint appeal_check CHECK ((decided_by <> decision_by))
  constraint appeal_check1 CHECK ((num_nonnulls(outcome, decided_by, decided_at) = ANY (ARRAY[0, 3])))
  constraint appeal_check2 CHECK (((outcome IS NULL) OR (answer <> ''::text)))
  constraint appeal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint appeal_decision_id_decision_by_fkey FOREIGN KEY (decision_id, decision_by) REFERENCES exchange.decision(id, made_by) ON DELETE CASCADE
  constraint appeal_decision_id_key UNIQUE (decision_id)
  constraint appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reversed'::text])))
  constraint appeal_pkey PRIMARY KEY (id)
  index appeal_decided_by USING btree (decided_by)
  index appeal_open USING btree (made_at) WHERE (outcome IS NULL)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy moderators for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy notifier for select to splot_participant, splot_public, splot_worker using (exchange.noticed(decision_id))
  policy own for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM exchange.decision d
  WHERE ((d.id = appeal.decision_id) AND exchange.wrote(d.comment_id)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.attempt -- Forms sent without an account, by a hash of the day and the network address, for the limit of a day; gone after two days.
  id uuid not null
  source_hash text not null
  at timestamp with time zone not null
  constraint attempt_pkey PRIMARY KEY (id)
  index attempt_at USING btree (at)
  index attempt_source USING btree (source_hash, at)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.author -- Who wrote a comment. Personal data: read by that person and the system alone, so that a signature leads to nobody; unlinked after a time that is data.
  comment_id uuid not null
  account_id uuid
  worker_id uuid
  contact_id uuid
  quiet boolean not null default false
  created_at timestamp with time zone not null
  constraint author_check CHECK ((num_nonnulls(account_id, contact_id) <= 1))
  constraint author_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint author_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES exchange.contact(id) ON DELETE RESTRICT
  constraint author_pkey PRIMARY KEY (comment_id)
  constraint author_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index author_account USING btree (account_id, created_at)
  index author_age USING btree (created_at)
  index author_contact USING btree (contact_id, created_at)
  index author_worker USING btree (worker_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy own for select to splot_participant, splot_public, splot_worker using (((account_id = ( SELECT exchange.who() AS who)) OR (contact_id = ( SELECT exchange.who() AS who))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.comment -- Where a comment stands and in what state; its words are in comment_text, who wrote it in author. Ids grow with time, so the order of a discussion is (thread_id, id).
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  thread_id uuid not null
  parent_id uuid
  state text not null
  planned text not null default 'shown'::text
  stub boolean not null default false
  visible boolean not null generated as (((state = 'shown'::text) OR stub))
  useful boolean not null default false
  reason text
  institution_id uuid
  version integer not null default 1
  text_hash text not null
  created_at timestamp with time zone not null
  edited_at timestamp with time zone
  row_version integer not null default 1
  constraint comment_check CHECK (((NOT stub) OR (state = ANY (ARRAY['hidden'::text, 'removed'::text, 'withdrawn'::text]))))
  constraint comment_check1 CHECK (((parent_id IS NULL) = (thread_id = id)))
  constraint comment_check2 CHECK (((state = ANY (ARRAY['hidden'::text, 'removed'::text])) = (reason IS NOT NULL)))
  constraint comment_id_subject_kind_subject_id_key UNIQUE (id, subject_kind, subject_id)
  constraint comment_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE SET NULL
  constraint comment_parent_id_subject_kind_subject_id_fkey FOREIGN KEY (parent_id, subject_kind, subject_id) REFERENCES exchange.comment(id, subject_kind, subject_id) ON DELETE RESTRICT
  constraint comment_pkey PRIMARY KEY (id)
  constraint comment_planned_check CHECK ((planned = ANY (ARRAY['waiting'::text, 'shown'::text])))
  constraint comment_reason_check CHECK ((reason ~ '^[a-z_]{1,30}$'::text))
  constraint comment_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'waiting'::text, 'shown'::text, 'hidden'::text, 'removed'::text, 'withdrawn'::text])))
  constraint comment_subject_kind_check CHECK ((subject_kind ~ '^[a-z_]{1,30}$'::text))
  constraint comment_thread_id_subject_kind_subject_id_fkey FOREIGN KEY (thread_id, subject_kind, subject_id) REFERENCES exchange.comment(id, subject_kind, subject_id) ON DELETE RESTRICT
  index comment_hash USING btree (text_hash, created_at)
  index comment_institution USING btree (institution_id)
  index comment_newest USING btree (subject_kind, subject_id, id) WHERE visible
  index comment_open USING btree (id) WHERE (state = ANY (ARRAY['waiting'::text, 'unconfirmed'::text]))
  index comment_parent USING btree (parent_id)
  index comment_place USING btree (subject_kind, subject_id, thread_id, id) WHERE visible
  index comment_thread USING btree (thread_id)
  index comment_withdrawn USING btree (edited_at) WHERE (state = 'withdrawn'::text)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy in_groups for select to splot_worker using ((visible AND (subject_kind = 'topic'::text) AND (EXISTS ( SELECT
   FROM exchange.topic t
  WHERE (t.id = comment.subject_id)))))
  policy moderators for select to splot_worker using (((state <> 'unconfirmed'::text) AND ( SELECT organisations.edits() AS edits)))
  policy own for select to splot_participant, splot_public, splot_worker using (exchange.wrote(id))
  policy shown for select to splot_participant, splot_public, splot_worker using ((visible AND (subject_kind <> 'topic'::text)))
  policy work for all to splot_system using (true) with check (true)
  trigger touch_topic AFTER INSERT ON exchange.comment FOR EACH ROW WHEN ((new.subject_kind = 'topic'::text)) EXECUTE FUNCTION exchange.touch_topic()
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.comment_file -- Files of comments in groups. Read by those who read the comment.
  file_id uuid not null
  comment_id uuid not null
  constraint comment_file_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint comment_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint comment_file_pkey PRIMARY KEY (file_id)
  index comment_file_comment USING btree (comment_id)
  policy attach for insert to splot_worker with check ((exchange.wrote(comment_id) AND (EXISTS ( SELECT
   FROM exchange.comment c
  WHERE ((c.id = comment_file.comment_id) AND (c.subject_kind = 'topic'::text)))) AND (EXISTS ( SELECT
   FROM kernel.file f
  WHERE ((f.id = comment_file.file_id) AND (f.uploaded_by = kernel.account()) AND (f.owner_institution = kernel.institution()))))))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy readers for select to splot_worker using ((EXISTS ( SELECT
   FROM exchange.comment c
  WHERE ((c.id = comment_file.comment_id) AND (c.state = 'shown'::text)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table exchange.comment_text -- The words of a comment, one row for each time the author wrote them. Readers see the current ones of a shown comment; the author and moderators the former too.
  comment_id uuid not null
  number integer not null
  title text not null
  body text not null
  signature text not null
  lang text not null
  words tsvector
  written_at timestamp with time zone not null
  constraint comment_text_body_check CHECK ((length(body) <= 10000))
  constraint comment_text_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint comment_text_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint comment_text_number_check CHECK ((number > 0))
  constraint comment_text_pkey PRIMARY KEY (comment_id, number)
  constraint comment_text_signature_check CHECK (((length(signature) >= 1) AND (length(signature) <= 120)))
  constraint comment_text_title_check CHECK ((length(title) <= 200))
  index comment_text_words USING gin (words) WHERE (words IS NOT NULL)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy moderators for select to splot_worker using ((( SELECT organisations.edits() AS edits) AND (EXISTS ( SELECT
   FROM exchange.comment c
  WHERE (c.id = comment_text.comment_id)))))
  policy own for select to splot_participant, splot_public, splot_worker using (exchange.wrote(comment_id))
  policy shown for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM exchange.comment c
  WHERE ((c.id = comment_text.comment_id) AND (c.version = comment_text.number) AND (c.state = 'shown'::text)))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.contact -- Addresses of people without an account. Personal data: read by the system alone, never shown, emptied after a time that is data.
  id uuid not null
  email text not null
  lang text not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  used_at timestamp with time zone not null
  constraint contact_email_check CHECK ((length(email) <= 254))
  constraint contact_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint contact_pkey PRIMARY KEY (id)
  index contact_email UNIQUE USING btree (email) WHERE (email <> ''::text)
  index contact_used USING btree (used_at)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.decision -- What a moderator decided about a comment, with the reasons told to its author (Regulation (EU) 2022/2065, art. 17). Read by moderators and the author.
  id uuid not null
  comment_id uuid not null
  outcome text not null
  ground text
  reason text
  statement text not null default ''::text
  noticed boolean not null default false
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint decision_check CHECK (((outcome = ANY (ARRAY['hide'::text, 'remove'::text])) = ((reason IS NOT NULL) AND (ground IS NOT NULL) AND (statement <> ''::text))))
  constraint decision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint decision_ground_check CHECK ((ground = ANY (ARRAY['law'::text, 'rules'::text])))
  constraint decision_id_made_by_key UNIQUE (id, made_by)
  constraint decision_made_by_fkey FOREIGN KEY (made_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['publish'::text, 'keep'::text, 'hide'::text, 'remove'::text, 'restore'::text])))
  constraint decision_pkey PRIMARY KEY (id)
  constraint decision_reason_check CHECK ((reason ~ '^[a-z_]{1,30}$'::text))
  constraint decision_statement_check CHECK ((length(statement) <= 3000))
  index decision_by USING btree (made_by)
  index decision_comment USING btree (comment_id, made_at)
  index decision_made USING btree (made_at)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy moderators for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy notifier for select to splot_participant, splot_public, splot_worker using (exchange.noticed(id))
  policy own for select to splot_participant, splot_public, splot_worker using (exchange.wrote(comment_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.invitation -- Hashes of the links by which somebody joins a group, once each; the address they went to stands in the letter alone.
  hash text not null
  group_id uuid not null
  created_by uuid not null
  expires_at timestamp with time zone not null
  used_by uuid
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE CASCADE
  constraint invitation_group_id_fkey FOREIGN KEY (group_id) REFERENCES exchange.topic_group(id) ON DELETE CASCADE
  constraint invitation_pkey PRIMARY KEY (hash)
  constraint invitation_used_by_fkey FOREIGN KEY (used_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index invitation_by USING btree (created_by)
  index invitation_group USING btree (group_id)
  index invitation_used USING btree (used_by)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.mark -- Who found a comment useful, once a person. Personal data: nobody but the functions here reads it, and no number of them is shown.
  comment_id uuid not null
  who uuid not null
  given boolean not null
  at timestamp with time zone not null
  constraint mark_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint mark_pkey PRIMARY KEY (comment_id, who)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.membership -- Workers in a group. Personal data: read by members of the same group.
  group_id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  account_id uuid not null
  name text not null
  role text not null
  digest boolean not null default true
  digest_at timestamp with time zone not null
  lang text not null
  joined_at timestamp with time zone not null
  left_at timestamp with time zone
  constraint membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES exchange.topic_group(id) ON DELETE CASCADE
  constraint membership_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint membership_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint membership_pkey PRIMARY KEY (group_id, worker_id)
  constraint membership_role_check CHECK ((role = ANY (ARRAY['member'::text, 'keeper'::text])))
  constraint membership_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index membership_institution USING btree (institution_id)
  index membership_worker USING btree (worker_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy members for select to splot_worker using (((worker_id = kernel.worker()) OR exchange.belongs(group_id)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.mention -- Whom a comment speaks to: the writers of these comments of its thread are told. Read by the system alone.
  comment_id uuid not null
  of_comment_id uuid not null
  constraint mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint mention_of_comment_id_fkey FOREIGN KEY (of_comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint mention_pkey PRIMARY KEY (comment_id, of_comment_id)
  index mention_of USING btree (of_comment_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.notice -- Somebody says that a comment breaks the law or the rules (art. 16). Moderators read what was said; who said it only the system knows, which answers.
  id uuid not null
  comment_id uuid not null
  reason text not null
  explanation text not null
  account_id uuid
  contact_id uuid
  lang text not null
  made_at timestamp with time zone not null
  decision_id uuid
  closed_at timestamp with time zone
  constraint notice_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint notice_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES exchange.contact(id) ON DELETE RESTRICT
  constraint notice_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES exchange.decision(id) ON DELETE SET NULL
  constraint notice_explanation_check CHECK (((length(explanation) >= 1) AND (length(explanation) <= 3000)))
  constraint notice_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint notice_pkey PRIMARY KEY (id)
  constraint notice_reason_check CHECK ((reason ~ '^[a-z_]{1,30}$'::text))
  index notice_comment USING btree (comment_id)
  index notice_contact USING btree (contact_id)
  index notice_decision USING btree (decision_id)
  index notice_made USING btree (made_at)
  index notice_open USING btree (made_at) WHERE (closed_at IS NULL)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy moderators for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select (id, comment_id, reason, explanation, lang, made_at, decision_id, closed_at)

table exchange.poll_option -- What can be chosen in a poll. Read by those who read the group.
  id uuid not null
  topic_id uuid not null
  position integer not null
  label text not null
  constraint poll_option_id_topic_id_key UNIQUE (id, topic_id)
  constraint poll_option_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
  constraint poll_option_pkey PRIMARY KEY (id)
  constraint poll_option_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES exchange.topic(id) ON DELETE CASCADE
  index poll_option_topic USING btree (topic_id, "position")
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy readers for select to splot_worker using ((EXISTS ( SELECT
   FROM exchange.topic t
  WHERE (t.id = poll_option.topic_id))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.rule -- Limits of comments and how long what is personal in them is kept. Public data.
  code text not null
  value integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint rule_check CHECK ((valid_to >= valid_from))
  constraint rule_code_check CHECK ((code = ANY (ARRAY['edit_minutes'::text, 'contact_months'::text, 'author_months'::text, 'unconfirmed_days'::text, 'withdrawn_days'::text, 'link_days'::text, 'per_author_day'::text, 'per_contact_day'::text, 'per_network_day'::text, 'links_author'::text, 'links_guest'::text, 'repeat_days'::text, 'useful_from'::text, 'appeal_months'::text, 'letter_hours'::text])))
  constraint rule_pkey PRIMARY KEY (code, valid_from)
  constraint rule_value_check CHECK ((value > 0))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.subscription -- Who wants letters about new comments under a subject. Personal data: read by that person and the system alone.
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  account_id uuid
  contact_id uuid
  lang text not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  ended_at timestamp with time zone
  told_at timestamp with time zone not null
  constraint subscription_check CHECK ((num_nonnulls(account_id, contact_id) = 1))
  constraint subscription_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES exchange.contact(id) ON DELETE CASCADE
  constraint subscription_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint subscription_pkey PRIMARY KEY (id)
  index subscription_account UNIQUE USING btree (account_id, subject_kind, subject_id) WHERE (account_id IS NOT NULL)
  index subscription_contact UNIQUE USING btree (contact_id, subject_kind, subject_id) WHERE (contact_id IS NOT NULL)
  index subscription_contact_fk USING btree (contact_id) WHERE (contact_id IS NOT NULL)
  index subscription_due USING btree (told_at) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL))
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy own for select to splot_participant, splot_public, splot_worker using (((account_id = ( SELECT exchange.who() AS who)) OR (contact_id = ( SELECT exchange.who() AS who))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.token -- Hashes of the links in letters and of the cookie of a confirmed visitor. Personal data: read by nobody but the functions here and the system.
  hash text not null
  contact_id uuid
  kind text not null
  comment_id uuid
  subscription_id uuid
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  group_id uuid
  worker_id uuid
  constraint token_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint token_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES exchange.contact(id) ON DELETE CASCADE
  constraint token_group_id_worker_id_fkey FOREIGN KEY (group_id, worker_id) REFERENCES exchange.membership(group_id, worker_id) ON DELETE CASCADE
  constraint token_kind_check CHECK ((kind = ANY (ARRAY['comment'::text, 'mark'::text, 'follow'::text, 'visit'::text, 'mine'::text, 'leave'::text, 'quiet'::text, 'digest'::text])))
  constraint token_pkey PRIMARY KEY (hash)
  constraint token_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES exchange.subscription(id) ON DELETE CASCADE
  index token_comment USING btree (comment_id)
  index token_contact USING btree (contact_id)
  index token_expires USING btree (expires_at)
  index token_membership USING btree (group_id, worker_id)
  index token_subscription USING btree (subscription_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table exchange.topic -- A question or a poll in a group; its words are its first comment, its answers the others. Read by those who read the group.
  id uuid not null
  group_id uuid not null
  kind text not null
  opening_id uuid
  solved_id uuid
  pinned boolean not null default false
  closed_at timestamp with time zone
  closes_on date
  created_at timestamp with time zone not null
  last_at timestamp with time zone not null
  own_kind text not null generated as ('topic'::text)
  constraint topic_check CHECK (((kind = 'poll'::text) OR (closes_on IS NULL)))
  constraint topic_group_id_fkey FOREIGN KEY (group_id) REFERENCES exchange.topic_group(id) ON DELETE CASCADE
  constraint topic_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'poll'::text])))
  constraint topic_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES exchange.comment(id) ON DELETE CASCADE
  constraint topic_pkey PRIMARY KEY (id)
  constraint topic_solved_id_own_kind_id_fkey FOREIGN KEY (solved_id, own_kind, id) REFERENCES exchange.comment(id, subject_kind, subject_id) ON DELETE RESTRICT
  index topic_list USING btree (group_id, pinned DESC, last_at DESC, id)
  index topic_opening USING btree (opening_id)
  index topic_solved USING btree (solved_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy readers for select to splot_worker using (exchange.reads(group_id))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.topic_group -- A group of workers of many institutions around a subject. Seen by workers; one that is read by members and joined by invitation, by its members alone.
  id uuid not null
  name text not null
  description text not null
  reading text not null
  joining text not null
  created_by uuid
  created_at timestamp with time zone not null
  closed_at timestamp with time zone
  row_version integer not null default 1
  constraint topic_group_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint topic_group_description_check CHECK (((length(description) >= 1) AND (length(description) <= 2000)))
  constraint topic_group_joining_check CHECK ((joining = ANY (ARRAY['anybody'::text, 'invited'::text])))
  constraint topic_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint topic_group_pkey PRIMARY KEY (id)
  constraint topic_group_reading_check CHECK ((reading = ANY (ARRAY['open'::text, 'members'::text])))
  index topic_group_author USING btree (created_by)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy work for all to splot_system using (true) with check (true)
  policy workers for select to splot_worker using (((reading = 'open'::text) OR (joining = 'anybody'::text) OR exchange.belongs(id) OR ( SELECT organisations.edits() AS edits)))
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table exchange.vote -- Who chose what, once a person. Personal data: read by that person alone; others see sums after they have voted or when the poll is closed.
  topic_id uuid not null
  worker_id uuid not null
  option_id uuid not null
  at timestamp with time zone not null
  constraint vote_option_id_topic_id_fkey FOREIGN KEY (option_id, topic_id) REFERENCES exchange.poll_option(id, topic_id) ON DELETE CASCADE
  constraint vote_pkey PRIMARY KEY (topic_id, worker_id)
  constraint vote_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES exchange.topic(id) ON DELETE CASCADE
  constraint vote_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index vote_option USING btree (option_id)
  index vote_worker USING btree (worker_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy doors_on for update to splot_search using (true) with check (true)
  policy own for select to splot_worker using ((worker_id = kernel.worker()))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table kernel.draft -- What somebody is typing and has not sent yet. Readable by its author only.
  id uuid not null
  account_id uuid not null
  institution_id uuid not null
  kind text not null
  data jsonb not null
  updated_at timestamp with time zone not null
  constraint draft_data_check CHECK ((octet_length((data)::text) < 1000000))
  constraint draft_pkey PRIMARY KEY (id)
  index draft_account USING btree (account_id, kind, updated_at DESC)
  policy expiry for delete to splot_system using ((updated_at < (kernel.instant() - '60 days'::interval)))
  policy expiry_read for select to splot_system using ((updated_at < (kernel.instant() - '60 days'::interval)))
  policy own for all to splot_participant, splot_worker using (((account_id = kernel.account()) AND (institution_id = kernel.institution()))) with check (((account_id = kernel.account()) AND (institution_id = kernel.institution())))
  row-level security, forced
  -- splot_participant: delete, insert, select, update
  -- splot_system: delete, select
  -- splot_worker: delete, insert, select, update

table kernel.file -- A stored file. Its class of data, and so who may open it, is decided by what it is attached to; these rows are the second wall.
  id uuid not null
  owner_institution uuid not null
  owner_person uuid
  uploaded_by uuid not null
  name text not null
  kind text not null
  size integer not null
  sha256 text not null
  storage_key text not null
  scan_state text not null
  created_at timestamp with time zone not null
  is_public boolean not null default false
  constraint file_check CHECK (((NOT is_public) OR ((owner_person IS NULL) AND (kind = ANY (ARRAY['png'::text, 'jpeg'::text, 'webp'::text, 'pdf'::text, 'docx'::text, 'odt'::text, 'xlsx'::text, 'csv'::text, 'txt'::text])))))
  constraint file_id_owner_institution_key UNIQUE (id, owner_institution)
  constraint file_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text, 'webp'::text, 'odt'::text, 'docx'::text, 'xlsx'::text, 'csv'::text, 'txt'::text])))
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint file_owner_institution_check CHECK ((owner_institution <> '00000000-0000-0000-0000-000000000000'::uuid))
  constraint file_owner_person_check CHECK ((owner_person <> '00000000-0000-0000-0000-000000000000'::uuid))
  constraint file_pkey PRIMARY KEY (id)
  constraint file_scan_state_check CHECK ((scan_state = ANY (ARRAY['clean'::text, 'pending'::text, 'infected'::text, 'unscanned'::text])))
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint file_size_check CHECK (((size >= 1) AND (size <= 10485760)))
  constraint file_storage_key_key UNIQUE (storage_key)
  policy advice_asker for select to splot_participant, splot_public, splot_worker using (((NULLIF(current_setting('app.advice_key'::text, true), ''::text) IS NOT NULL) AND advice.opens_file(id)))
  policy advice_card for select to splot_worker using ((EXISTS ( SELECT
   FROM advice.card_file f
  WHERE (f.file_id = file.id))))
  policy advice_card_forget for delete to splot_system using ((EXISTS ( SELECT
   FROM (advice.card_file f
     JOIN advice.client k ON ((k.id = f.client_id)))
  WHERE ((f.file_id = file.id) AND (k.erased_at IS NOT NULL)))))
  policy advice_desk for select to splot_worker using ((EXISTS ( SELECT
   FROM advice.attachment a
  WHERE (a.file_id = file.id))))
  policy advice_forget for delete to splot_system using ((EXISTS ( SELECT
   FROM (advice.attachment a
     JOIN advice.question q ON ((q.id = a.question_id)))
  WHERE ((a.file_id = file.id) AND (q.erased_at IS NOT NULL)))))
  policy advice_in for insert to splot_participant, splot_public, splot_worker with check (((uploaded_by = kernel.account()) AND (owner_person IS NULL) AND (NOT is_public) AND (EXISTS ( SELECT
   FROM advice.desk d
  WHERE ((d.institution_id = file.owner_institution) AND (d.state = 'active'::text))))))
  policy claim_paper for select to splot_worker using ((( SELECT directory.edits() AS edits) AND (EXISTS ( SELECT
   FROM directory.matter m
  WHERE (m.file_id = file.id)))))
  policy door for select to splot_search using (true)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = file.owner_person) AND (p.erased_at IS NOT NULL)))))
  policy event_material for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM events.material m
  WHERE (m.file_id = file.id))))
  policy follow for select to splot_search using ((owner_person IS NOT NULL))
  policy follow_change for update to splot_search using ((owner_person IS NOT NULL)) with check ((owner_person IS NOT NULL))
  policy of_groups for select to splot_worker using (exchange.opens_file(id))
  policy own for select to splot_worker using ((owner_institution = kernel.institution()))
  policy own_person for select to splot_participant using ((owner_person = kernel.person()))
  policy published for select to splot_participant, splot_public, splot_worker using (is_public)
  policy remove for delete to splot_worker using ((owner_institution = kernel.institution()))
  policy scan for select to splot_system using (true)
  policy scanned for update to splot_system using ((scan_state = ANY (ARRAY['pending'::text, 'unscanned'::text]))) with check (true)
  policy shared for select to splot_worker using ((EXISTS ( SELECT
   FROM kernel.file_access a
  WHERE ((a.institution_id = kernel.institution()) AND (a.file_id = file.id) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant()))))))
  policy shared_person for select to splot_participant using ((EXISTS ( SELECT
   FROM kernel.file_access a
  WHERE ((a.person_id = kernel.person()) AND (a.file_id = file.id) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant()))))))
  policy store for insert to splot_worker with check (((owner_institution = kernel.institution()) AND (uploaded_by = kernel.account()) AND (owner_person IS NULL)))
  policy store_person for insert to splot_participant with check (((owner_person = kernel.person()) AND (uploaded_by = kernel.account())))
  policy store_system for insert to splot_system with check ((uploaded_by = kernel.account()))
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_public: insert, select (id, name, kind, size, sha256, storage_key, scan_state, created_at, is_public)
  -- splot_search: select (id, owner_institution, owner_person, uploaded_by, created_at), update (owner_person)
  -- splot_system: delete, insert, select (id, owner_person, size, sha256, storage_key, scan_state, created_at), update (scan_state)
  -- splot_worker: delete, insert, select

table kernel.file_access -- Who besides its owner may read a file: an institution or a person.
  id uuid not null
  file_id uuid not null
  granted_by uuid not null
  institution_id uuid
  person_id uuid
  valid_to timestamp with time zone
  created_at timestamp with time zone not null
  constraint file_access_check CHECK ((num_nonnulls(institution_id, person_id) = 1))
  constraint file_access_file_id_granted_by_fkey FOREIGN KEY (file_id, granted_by) REFERENCES kernel.file(id, owner_institution) ON DELETE CASCADE
  constraint file_access_institution_id_check CHECK ((institution_id <> '00000000-0000-0000-0000-000000000000'::uuid))
  constraint file_access_person_id_check CHECK ((person_id <> '00000000-0000-0000-0000-000000000000'::uuid))
  constraint file_access_pkey PRIMARY KEY (id)
  index file_access_file USING btree (file_id)
  index file_access_institution UNIQUE USING btree (institution_id, file_id) INCLUDE (valid_to) WHERE (institution_id IS NOT NULL)
  index file_access_person UNIQUE USING btree (person_id, file_id) INCLUDE (valid_to) WHERE (person_id IS NOT NULL)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = file_access.person_id) AND (p.erased_at IS NOT NULL)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = file_access.person_id) AND (p.erased_at IS NOT NULL)))))
  policy follow for select to splot_search using ((person_id IS NOT NULL))
  policy follow_change for update to splot_search using ((person_id IS NOT NULL)) with check ((person_id IS NOT NULL))
  policy given for all to splot_worker using ((granted_by = kernel.institution())) with check ((granted_by = kernel.institution()))
  policy received for select to splot_worker using ((institution_id = kernel.institution()))
  policy received_person for select to splot_participant using ((person_id = kernel.person()))
  policy standard_disclosed for insert to splot_search with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_search: insert, select (file_id, person_id), update (person_id)
  -- splot_system: delete, select (person_id)
  -- splot_worker: delete, insert, select, update

table kernel.mail -- Mail to send. Subjects and bodies never name a person or a case: they say that something waits, with a link.
  id uuid not null
  to_address text not null
  subject text not null
  body text not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  attempts integer not null default 0
  problem text
  leave_url text
  in_reply_to text
  constraint mail_in_reply_to_check CHECK ((((length(in_reply_to) >= 3) AND (length(in_reply_to) <= 998)) AND (in_reply_to !~ '[[:cntrl:][:space:]]'::text)))
  constraint mail_leave_url_check CHECK ((leave_url ~ '^https?://'::text))
  constraint mail_pkey PRIMARY KEY (id)
  index mail_waiting USING btree (created_at) WHERE (sent_at IS NULL)
  policy advice_erase for delete to splot_system using ((EXISTS ( SELECT
   FROM (advice.notice n
     JOIN advice.asker a ON ((a.question_id = n.question_id)))
  WHERE ((n.mail_id = mail.id) AND (a.erased_at IS NOT NULL)))))
  policy deliver for select to splot_system using (true)
  policy delivered for update to splot_system using (true)
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM participant.invitation i
  WHERE (i.email = mail.to_address))))
  policy expiry for delete to splot_system using ((created_at < (kernel.instant() - '90 days'::interval)))
  policy write_mail for insert to splot_participant, splot_public, splot_system, splot_worker with check (true)
  row-level security, forced
  -- splot_participant: insert
  -- splot_public: insert
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert

table kernel.migration -- Which migration files this database has, with the hash of each.
  name text not null
  hash text not null
  applied_at timestamp with time zone not null default now()
  constraint migration_pkey PRIMARY KEY (name)

table kernel.submission -- Forms and API calls already accepted, by their key: a second submit gets the first answer.
  key uuid not null
  account_id uuid not null
  path text not null
  outcome text not null
  at timestamp with time zone not null
  constraint submission_pkey PRIMARY KEY (key)
  policy expiry for all to splot_system using ((at < (kernel.instant() - '30 days'::interval)))
  policy expiry_after_a_day for all to splot_system using ((at < (kernel.instant() - '24:00:00'::interval)))
  policy own for all to splot_participant, splot_public, splot_worker using ((account_id = kernel.account())) with check ((account_id = kernel.account()))
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_public: insert, select
  -- splot_system: delete, select
  -- splot_worker: insert, select

table library.act -- Acts of law on which publications rest. When an act changes, editors set changed_on, and what rests on an older legal state is due for review. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  short_pl text not null
  journal text not null
  url text
  changed_on date
  changed_note text not null default ''::text
  source text not null
  row_version integer not null default 1
  constraint act_code_check CHECK ((code ~ '^[a-z0-9_]+$'::text))
  constraint act_pkey PRIMARY KEY (code)
  constraint act_url_check CHECK ((url ~ '^https://'::text))
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table library.adopter -- Where a model is used and since when; who it is stands apart, since not everybody wants to be named. Public data.
  id uuid not null
  document_id uuid not null
  county_code text not null
  since date not null
  state text not null default 'preparing'::text
  franchise boolean not null default false
  created_at timestamp with time zone not null
  created_by uuid
  row_version integer not null default 1
  constraint adopter_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint adopter_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint adopter_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint adopter_pkey PRIMARY KEY (id)
  constraint adopter_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'running'::text, 'ended'::text])))
  index adopter_author USING btree (created_by)
  index adopter_county USING btree (county_code)
  index adopter_document USING btree (document_id, since)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (county_code, since, state, franchise, row_version)

table library.adopter_entity -- The entity of the directory that uses a model; readers see it only with its permission. Public data where named.
  adopter_id uuid not null
  entity_id uuid not null
  named boolean not null default false
  constraint adopter_entity_adopter_id_fkey FOREIGN KEY (adopter_id) REFERENCES library.adopter(id) ON DELETE CASCADE
  constraint adopter_entity_entity_id_fkey FOREIGN KEY (entity_id) REFERENCES directory.entity(id) ON DELETE CASCADE
  constraint adopter_entity_pkey PRIMARY KEY (adopter_id)
  index adopter_entity_entity USING btree (entity_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (named)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (entity_id, named)

table library.attachment -- Files to download with a document, each with what is known of its accessibility. Public data.
  id uuid not null
  document_id uuid not null
  lang text not null
  file_id uuid not null
  title text not null
  pages integer
  accessibility text not null default ''::text
  licence text not null default ''::text
  position integer not null default 0
  added_at timestamp with time zone not null
  constraint attachment_accessibility_check CHECK ((length(accessibility) <= 1000))
  constraint attachment_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint attachment_lang_check CHECK ((lang ~ '^[a-z]{2}$'::text))
  constraint attachment_pages_check CHECK ((pages > 0))
  constraint attachment_pkey PRIMARY KEY (id)
  constraint attachment_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index attachment_document USING btree (document_id, "position")
  index attachment_file USING btree (file_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table library.budget_variant -- First budgets that workers calculated from a model and kept for their institution; nobody else sees them. No personal data.
  id uuid not null
  institution_id uuid not null
  document_id uuid not null
  name text not null
  budget jsonb not null
  created_at timestamp with time zone not null
  created_by uuid
  constraint budget_variant_budget_check CHECK (((jsonb_typeof(budget) = 'object'::text) AND (octet_length((budget)::text) <= 40000)))
  constraint budget_variant_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint budget_variant_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint budget_variant_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint budget_variant_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint budget_variant_pkey PRIMARY KEY (id)
  index budget_variant_author USING btree (created_by)
  index budget_variant_document USING btree (document_id)
  index budget_variant_own USING btree (institution_id, created_at DESC)
  policy drop_draft for delete to splot_worker using ((institution_id = kernel.institution()))
  policy own for select to splot_worker using ((institution_id = kernel.institution()))
  policy own_add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.consultation -- Rounds of consultation of what is published. Public data from the day they open.
  id uuid not null
  document_id uuid not null
  lang text not null
  title text not null
  source text not null
  invitation text not null
  guests_wait boolean not null
  opens_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  created_at timestamp with time zone not null
  created_by uuid
  row_version integer not null default 1
  constraint consultation_check CHECK ((closes_at > opens_at))
  constraint consultation_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint consultation_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE RESTRICT
  constraint consultation_invitation_check CHECK (((length(invitation) >= 1) AND (length(invitation) <= 3000)))
  constraint consultation_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint consultation_pkey PRIMARY KEY (id)
  constraint consultation_source_check CHECK ((source = ANY (ARRAY['shown'::text, 'proposed'::text])))
  constraint consultation_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index consultation_author USING btree (created_by)
  index consultation_closes USING btree (closes_at DESC)
  index consultation_document USING btree (document_id, closes_at)
  policy doors for select to splot_search using (true)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to splot_participant, splot_public, splot_worker using ((opens_at <= ( SELECT kernel.instant() AS instant)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update (invitation, guests_wait, opens_at, closes_at, row_version)

table library.consultation_part -- The text of a consultation as it was when the round was opened: it does not change while people write about it. Public data from the day the round opens.
  consultation_id uuid not null
  position integer not null
  document_id uuid not null
  version_number integer not null
  title text not null
  body text not null
  blocks text[] not null
  constraint consultation_part_body_check CHECK ((length(body) <= 400000))
  constraint consultation_part_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES library.consultation(id) ON DELETE CASCADE
  constraint consultation_part_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE RESTRICT
  constraint consultation_part_pkey PRIMARY KEY (consultation_id, "position")
  constraint consultation_part_position_check CHECK (("position" > 0))
  constraint consultation_part_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index consultation_part_document USING btree (document_id)
  policy doors for select to splot_search using (true)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM library.consultation c
  WHERE ((c.id = consultation_part.consultation_id) AND (c.opens_at <= ( SELECT kernel.instant() AS instant))))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table library.contributor -- Who writes one document of the kind advice without being an editor; `approves`: they may also approve a version, one they did not write in.
  document_id uuid not null
  worker_id uuid not null
  approves boolean not null
  added_at timestamp with time zone not null
  constraint contributor_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint contributor_pkey PRIMARY KEY (document_id, worker_id)
  constraint contributor_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index contributor_worker USING btree (worker_id)
  policy doors for select to splot_search using (true)
  policy invite for insert to splot_worker with check ((library.may_invite(document_id) OR (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))
  policy own for select to splot_worker using (((worker_id = kernel.worker()) OR ( SELECT organisations.edits() AS edits) OR (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select

table library.document -- One thing that is published, whatever its kind; its words are in versions, one line of versions a language. Public data.
  id uuid not null
  kind text not null
  slug text not null
  parent_id uuid
  position integer not null default 0
  comments text not null default 'after'::text
  tags text[] not null default '{}'::text[]
  image_id uuid
  image_licence text not null default ''::text
  published_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  row_version integer not null default 1
  constraint document_check CHECK (((kind <> 'chapter'::text) OR (parent_id IS NOT NULL)))
  constraint document_comments_check CHECK ((comments = ANY (ARRAY['off'::text, 'before'::text, 'after'::text])))
  constraint document_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint document_image_id_fkey FOREIGN KEY (image_id) REFERENCES kernel.file(id) ON DELETE SET NULL
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['page'::text, 'news'::text, 'commentary'::text, 'advice'::text, 'publication'::text, 'chapter'::text, 'practice'::text, 'model'::text, 'pilot'::text, 'result'::text])))
  constraint document_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES library.document(id) ON DELETE RESTRICT
  constraint document_parent_id_slug_key UNIQUE NULLS NOT DISTINCT (parent_id, slug)
  constraint document_pkey PRIMARY KEY (id)
  constraint document_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100)))
  constraint document_tags_check CHECK ((cardinality(tags) <= 20))
  index document_author USING btree (created_by)
  index document_image USING btree (image_id)
  index document_kind USING btree (kind, published_at DESC, id) WHERE (published_at IS NOT NULL)
  index document_parent USING btree (parent_id, "position")
  index document_published USING btree (published_at DESC, id) WHERE (published_at IS NOT NULL)
  index document_tags USING gin (tags)
  policy approve for update to splot_worker using (((kind = 'advice'::text) AND ((id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[]))) OR (id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))) with check (((kind = 'advice'::text) AND (id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[])))))
  policy contribute for insert to splot_worker with check (((kind = 'advice'::text) AND (parent_id IS NULL) AND (created_by = kernel.worker()) AND (published_at IS NULL) AND ( SELECT organisations.holds(ARRAY['adviser'::text]) AS holds)))
  policy contributed for select to splot_worker using (((kind = 'advice'::text) AND ((id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[]))) OR (id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))))
  policy door for select to splot_search using (true)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to splot_participant, splot_public, splot_worker using ((published_at <= ( SELECT kernel.instant() AS instant)))
  policy harvest for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert, select, update

table library.document_act -- Acts of law a document rests on, with the articles. Public data.
  document_id uuid not null
  act text not null
  articles text not null default ''::text
  constraint document_act_act_fkey FOREIGN KEY (act) REFERENCES library.act(code) ON DELETE RESTRICT
  constraint document_act_articles_check CHECK ((length(articles) <= 200))
  constraint document_act_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint document_act_pkey PRIMARY KEY (document_id, act)
  index document_act_act USING btree (act)
  policy contribute for insert to splot_worker with check ((document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))
  policy contribute_take for delete to splot_worker using ((document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.document_theme -- Subjects of a document. Public data.
  document_id uuid not null
  theme text not null
  constraint document_theme_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint document_theme_pkey PRIMARY KEY (document_id, theme)
  constraint document_theme_theme_fkey FOREIGN KEY (theme) REFERENCES library.theme(code) ON DELETE RESTRICT
  index document_theme_theme USING btree (theme)
  policy contribute for insert to splot_worker with check ((document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))
  policy contribute_take for delete to splot_worker using ((document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.link -- Addresses that shown texts lead to, each asked once a week. Public data.
  id uuid not null
  url text not null
  host text not null
  outcome text
  status integer
  moved_to text
  failures integer not null default 0
  checked_at timestamp with time zone
  constraint link_moved_to_check CHECK ((length(moved_to) <= 2000))
  constraint link_outcome_check CHECK ((outcome = ANY (ARRAY['well'::text, 'moved'::text, 'gone'::text, 'silent'::text, 'closed'::text])))
  constraint link_pkey PRIMARY KEY (id)
  constraint link_url_check CHECK ((length(url) <= 2000))
  constraint link_url_key UNIQUE (url)
  index link_due USING btree (host, checked_at)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table library.link_use -- In which texts a link stands. Public data.
  link_id uuid not null
  document_id uuid not null
  lang text not null
  seen_at timestamp with time zone not null
  constraint link_use_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint link_use_link_id_fkey FOREIGN KEY (link_id) REFERENCES library.link(id) ON DELETE CASCADE
  constraint link_use_pkey PRIMARY KEY (link_id, document_id, lang)
  index link_use_document USING btree (document_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table library.model_audit -- Quality audits of those who use a model under the franchise: day, result and what was found. Public data.
  id uuid not null
  adopter_id uuid not null
  on_date date not null
  result text not null
  note text not null default ''::text
  created_at timestamp with time zone not null
  created_by uuid
  constraint model_audit_adopter_id_fkey FOREIGN KEY (adopter_id) REFERENCES library.adopter(id) ON DELETE CASCADE
  constraint model_audit_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint model_audit_note_check CHECK ((length(note) <= 1000))
  constraint model_audit_pkey PRIMARY KEY (id)
  constraint model_audit_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'conditions'::text, 'failed'::text])))
  index model_audit_adopter USING btree (adopter_id, on_date)
  index model_audit_author USING btree (created_by)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.pilot_entry -- Notes of a pilot: a milestone reached, a value measured, a visit paid. The latest of a milestone or an indicator counts; none is changed. Public data.
  id uuid not null
  document_id uuid not null
  kind text not null
  item integer not null default 0
  on_date date not null
  value numeric(14,2)
  note text not null default ''::text
  institution_id uuid
  added_at timestamp with time zone not null
  added_by uuid
  constraint pilot_entry_added_by_fkey FOREIGN KEY (added_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint pilot_entry_check CHECK (((kind = 'value'::text) = (value IS NOT NULL)))
  constraint pilot_entry_check1 CHECK (((kind <> 'visit'::text) OR (note <> ''::text)))
  constraint pilot_entry_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint pilot_entry_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE SET NULL
  constraint pilot_entry_item_check CHECK (((item >= 0) AND (item <= 60)))
  constraint pilot_entry_kind_check CHECK ((kind = ANY (ARRAY['milestone'::text, 'value'::text, 'visit'::text])))
  constraint pilot_entry_note_check CHECK ((length(note) <= 1000))
  constraint pilot_entry_pkey PRIMARY KEY (id)
  index pilot_entry_author USING btree (added_by)
  index pilot_entry_document USING btree (document_id, on_date, added_at)
  index pilot_entry_institution USING btree (institution_id)
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy team_add for insert to splot_worker with check (((institution_id = kernel.institution()) AND (added_by = kernel.worker()) AND (( SELECT organisations.edits() AS edits) OR (EXISTS ( SELECT
   FROM library.pilot_team t
  WHERE ((t.document_id = pilot_entry.document_id) AND (t.institution_id = kernel.institution())))))))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.pilot_team -- Institutions whose workers keep the log of a pilot. Public data.
  document_id uuid not null
  institution_id uuid not null
  constraint pilot_team_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint pilot_team_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint pilot_team_pkey PRIMARY KEY (document_id, institution_id)
  index pilot_team_institution USING btree (institution_id)
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.redirect -- Former addresses that lead to a document. Public data.
  path text not null
  document_id uuid not null
  created_at timestamp with time zone not null
  constraint redirect_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint redirect_path_check CHECK (((path ~ '^/'::text) AND (length(path) <= 400)))
  constraint redirect_pkey PRIMARY KEY (path)
  index redirect_document USING btree (document_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select

table library.related -- What an editor recommends beside a document. Public data.
  document_id uuid not null
  other_id uuid not null
  position integer not null default 0
  constraint related_check CHECK ((other_id <> document_id))
  constraint related_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint related_other_id_fkey FOREIGN KEY (other_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint related_pkey PRIMARY KEY (document_id, other_id)
  index related_other USING btree (other_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy editors_take for delete to splot_worker using (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update

table library.remark -- What was said of a paragraph in a consultation, and what the editors answered. Public once shown, under the name of an institution or the signature a person chose; who wrote it for the institution is not shown.
  id uuid not null
  consultation_id uuid not null
  position integer not null
  block text not null
  kind text not null
  body text not null
  signature text not null
  lang text not null
  state text not null
  institution_id uuid
  worker_id uuid
  text_hash text not null
  source_hash text not null default ''::text
  created_at timestamp with time zone not null
  shown_at timestamp with time zone
  removed_reason text not null default ''::text
  outcome text
  answer text not null default ''::text
  answered_by uuid
  answered_at timestamp with time zone
  row_version integer not null default 1
  constraint remark_answer_check CHECK ((length(answer) <= 5000))
  constraint remark_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint remark_block_check CHECK ((block ~ '^[a-z0-9-]{1,40}$'::text))
  constraint remark_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
  constraint remark_check CHECK (((state = 'shown'::text) = ((shown_at IS NOT NULL) AND (removed_reason = ''::text))))
  constraint remark_check1 CHECK (((state = 'removed'::text) = (removed_reason <> ''::text)))
  constraint remark_check2 CHECK (((outcome IS NULL) OR (answered_at IS NOT NULL)))
  constraint remark_check3 CHECK (((outcome <> ALL (ARRAY['partly'::text, 'rejected'::text])) OR (answer <> ''::text)))
  constraint remark_consultation_id_position_fkey FOREIGN KEY (consultation_id, "position") REFERENCES library.consultation_part(consultation_id, "position") ON DELETE CASCADE
  constraint remark_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE SET NULL
  constraint remark_kind_check CHECK ((kind = ANY (ARRAY['support'::text, 'objection'::text, 'wording'::text, 'question'::text])))
  constraint remark_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint remark_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'partly'::text, 'rejected'::text, 'noted'::text])))
  constraint remark_pkey PRIMARY KEY (id)
  constraint remark_removed_reason_check CHECK ((length(removed_reason) <= 1000))
  constraint remark_signature_check CHECK (((length(signature) >= 1) AND (length(signature) <= 200)))
  constraint remark_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'waiting'::text, 'shown'::text, 'removed'::text])))
  constraint remark_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index remark_answered_by USING btree (answered_by)
  index remark_institution USING btree (institution_id)
  index remark_once UNIQUE USING btree (consultation_id, "position", block, institution_id, text_hash) WHERE (institution_id IS NOT NULL)
  index remark_place USING btree (consultation_id, "position", block, created_at)
  index remark_source USING btree (source_hash, created_at) WHERE (source_hash <> ''::text)
  index remark_unconfirmed USING btree (created_at) WHERE (state = 'unconfirmed'::text)
  index remark_worker USING btree (worker_id)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (((state = 'unconfirmed'::text) AND (institution_id IS NULL)))
  policy doors_on for update to splot_search using ((state = 'unconfirmed'::text)) with check ((state = ANY (ARRAY['waiting'::text, 'shown'::text])))
  policy editors for select to splot_worker using (((state <> 'unconfirmed'::text) AND ( SELECT organisations.edits() AS edits)))
  policy editors_change for update to splot_worker using (((state <> 'unconfirmed'::text) AND ( SELECT organisations.edits() AS edits))) with check (((state <> 'unconfirmed'::text) AND ( SELECT organisations.edits() AS edits)))
  policy everybody for select to splot_participant, splot_public, splot_worker using ((state = 'shown'::text))
  policy institutions for insert to splot_worker with check (((institution_id = ( SELECT kernel.institution() AS institution)) AND (worker_id = ( SELECT kernel.worker() AS worker)) AND (state = 'shown'::text) AND (outcome IS NULL) AND (EXISTS ( SELECT
   FROM (library.consultation_part p
     JOIN library.consultation c ON ((c.id = p.consultation_id)))
  WHERE ((p.consultation_id = remark.consultation_id) AND (p."position" = remark."position") AND (remark.block = ANY (p.blocks)) AND (c.opens_at <= kernel.instant()) AND (c.closes_at > kernel.instant()))))))
  policy own for select to splot_worker using ((institution_id = ( SELECT kernel.institution() AS institution)))
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, created_at, shown_at, removed_reason, outcome, answer, answered_at, row_version)
  -- splot_public: select (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, created_at, shown_at, removed_reason, outcome, answer, answered_at, row_version)
  -- splot_search: insert, select, update (state, shown_at)
  -- splot_system: delete, insert, select, update
  -- splot_worker: insert (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, worker_id, text_hash, created_at, shown_at), select (id, consultation_id, position, block, kind, body, signature, lang, state, institution_id, created_at, shown_at, removed_reason, outcome, answer, answered_at, row_version), update (state, shown_at, removed_reason, outcome, answer, answered_by, answered_at, row_version)

table library.remark_contact -- Addresses of people who sent remarks without an account. Personal data: read by the system alone, for the confirmation and the answer; gone six months after the round.
  remark_id uuid not null
  email text not null
  constraint remark_contact_email_check CHECK ((length(email) <= 254))
  constraint remark_contact_pkey PRIMARY KEY (remark_id)
  constraint remark_contact_remark_id_fkey FOREIGN KEY (remark_id) REFERENCES library.remark(id) ON DELETE CASCADE
  index remark_contact_email USING btree (email)
  policy doors for select to splot_search using (true)
  policy doors_in for insert to splot_search with check (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select
  -- splot_system: delete, insert, select, update

table library.remark_token -- Hashes of the links that confirm a remark. Personal data: read by nobody but the function here and the system.
  hash text not null
  remark_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint remark_token_pkey PRIMARY KEY (hash)
  constraint remark_token_remark_id_fkey FOREIGN KEY (remark_id) REFERENCES library.remark(id) ON DELETE CASCADE
  index remark_token_remark USING btree (remark_id)
  policy doors for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update

table library.result_columns -- How spreadsheets of results with these headings are read: asked once and remembered.
  headers_hash text not null
  reading jsonb not null
  updated_at timestamp with time zone not null
  constraint result_columns_headers_hash_check CHECK ((headers_hash ~ '^[0-9a-f]{64}$'::text))
  constraint result_columns_pkey PRIMARY KEY (headers_hash)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  row-level security, forced
  -- splot_worker: insert, select, update

table library.result_import -- A spreadsheet of results of projects on its way into drafts: seen by the editors. Its content goes after 90 days; what came of it stays.
  id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  lang text not null
  file_name text not null
  file_hash text not null
  content bytea
  reading jsonb not null default '{}'::jsonb
  state text not null default 'uploaded'::text
  problem text
  rows_total integer
  rows_done integer not null default 0
  result jsonb
  created_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  constraint result_import_check CHECK (((state <> 'done'::text) OR ((result IS NOT NULL) AND (finished_at IS NOT NULL))))
  constraint result_import_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
  constraint result_import_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint result_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  constraint result_import_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint result_import_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint result_import_pkey PRIMARY KEY (id)
  constraint result_import_problem_check CHECK ((problem ~ '^[a-z_.]+$'::text))
  constraint result_import_result_check CHECK ((jsonb_typeof(result) = 'object'::text))
  constraint result_import_rows_done_check CHECK ((rows_done >= 0))
  constraint result_import_rows_total_check CHECK ((rows_total >= 0))
  constraint result_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
  constraint result_import_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index result_import_age USING btree (created_at) WHERE (content IS NOT NULL)
  index result_import_institution USING btree (institution_id)
  index result_import_newest USING btree (created_at DESC)
  index result_import_worker USING btree (worker_id)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy run for select to splot_system using (true)
  policy run_change for update to splot_system using (true) with check (((state <> 'done'::text) OR (content IS NULL)))
  row-level security, forced
  -- splot_system: select (id, state, created_at, finished_at), update (content, state, problem, finished_at)
  -- splot_worker: insert, select, update

table library.theme -- Subjects by which everything published is found. Public data.
  code text not null
  name_pl text not null
  name_en text not null
  position integer not null default 0
  constraint theme_code_check CHECK ((code ~ '^[a-z0-9_]+$'::text))
  constraint theme_pkey PRIMARY KEY (code)
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to public using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: select

table library.version -- The words of a document in one language as they were for a time. What has been shown is never changed; a correction is the next version. Public data once shown.
  id uuid not null
  document_id uuid not null
  lang text not null
  number integer not null
  title text not null
  lead text not null default ''::text
  body text not null default ''::text
  facts jsonb not null default '{}'::jsonb
  image_alt text not null default ''::text
  legal_state_on date
  review_by date
  change_note text not null default ''::text
  state text not null default 'draft'::text
  shown tstzrange
  words tsvector
  author_id uuid
  authors uuid[] not null default '{}'::uuid[]
  returned_note text not null default ''::text
  proposed_at timestamp with time zone
  publish_from timestamp with time zone
  published_by uuid
  withdrawn_reason text not null default ''::text
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  head tsvector generated as (ts_filter(words, '{a,b}'::"char"[]))
  constraint version_author_id_fkey FOREIGN KEY (author_id) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint version_body_check CHECK ((length(body) <= 400000))
  constraint version_change_note_check CHECK ((length(change_note) <= 500))
  constraint version_check CHECK (((shown IS NULL) = (state = ANY (ARRAY['draft'::text, 'proposed'::text]))))
  constraint version_check1 CHECK ((NOT (published_by = ANY (authors))))
  constraint version_check2 CHECK (((state <> 'withdrawn'::text) OR (withdrawn_reason <> ''::text)))
  constraint version_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE CASCADE
  constraint version_document_id_lang_number_key UNIQUE (document_id, lang, number)
  constraint version_document_id_lang_shown_excl EXCLUDE USING gist (document_id WITH =, lang WITH =, shown WITH &&) WHERE ((state = 'published'::text))
  constraint version_facts_check CHECK (((jsonb_typeof(facts) = 'object'::text) AND (octet_length((facts)::text) <= 200000)))
  constraint version_image_alt_check CHECK ((length(image_alt) <= 300))
  constraint version_lang_check CHECK ((lang ~ '^[a-z]{2}$'::text))
  constraint version_lead_check CHECK ((length(lead) <= 1000))
  constraint version_number_check CHECK ((number > 0))
  constraint version_pkey PRIMARY KEY (id)
  constraint version_published_by_fkey FOREIGN KEY (published_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint version_returned_note_check CHECK ((length(returned_note) <= 1000))
  constraint version_shown_check CHECK (((shown IS NULL) OR (NOT isempty(shown))))
  constraint version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'published'::text, 'withdrawn'::text])))
  constraint version_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index version_author USING btree (author_id)
  index version_head USING gin (head) WHERE (state = 'published'::text)
  index version_open UNIQUE USING btree (document_id, lang) WHERE (state = ANY (ARRAY['draft'::text, 'proposed'::text]))
  index version_project_number USING btree (((facts ->> 'number'::text))) WHERE (facts ? 'number'::text)
  index version_publisher USING btree (published_by)
  index version_review USING btree (review_by) WHERE (state = 'published'::text)
  index version_shown USING btree (lower(shown) DESC, document_id) WHERE (state = 'published'::text)
  index version_words USING gin (words) WHERE (state = 'published'::text)
  policy approve for update to splot_worker using (((state = ANY (ARRAY['proposed'::text, 'published'::text])) AND (document_id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[]))))) with check (((document_id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[]))) AND ((state = 'draft'::text) OR ((state = ANY (ARRAY['published'::text, 'withdrawn'::text])) AND ((published_by = kernel.worker()) OR (upper(shown) IS NOT NULL))))))
  policy contribute for insert to splot_worker with check (((state = 'draft'::text) AND (kernel.worker() = ANY (authors)) AND (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))
  policy contribute_again for update to splot_worker using (((state = ANY (ARRAY['draft'::text, 'proposed'::text])) AND (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[]))))) with check (((state = ANY (ARRAY['draft'::text, 'proposed'::text])) AND (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))
  policy contributed for select to splot_worker using (((document_id = ANY (COALESCE(( SELECT library.contributions(true) AS contributions), '{}'::uuid[]))) OR (document_id = ANY (COALESCE(( SELECT library.contributions(false) AS contributions), '{}'::uuid[])))))
  policy door for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((state = 'draft'::text) AND ( SELECT organisations.edits() AS edits)))
  policy editors for select to splot_worker using (( SELECT organisations.edits() AS edits))
  policy editors_add for insert to splot_worker with check (( SELECT organisations.edits() AS edits))
  policy editors_change for update to splot_worker using (( SELECT organisations.edits() AS edits)) with check (( SELECT organisations.edits() AS edits))
  policy everybody for select to splot_participant, splot_public, splot_worker using (((state = 'published'::text) AND (lower(shown) <= ( SELECT kernel.instant() AS instant))))
  policy harvest for select to splot_search using ((state = 'withdrawn'::text))
  policy work for all to splot_system using (true) with check (true)
  trigger keep_approved BEFORE UPDATE ON library.version FOR EACH ROW EXECUTE FUNCTION library.keep_approved()
  trigger keep_shown BEFORE UPDATE ON library.version FOR EACH ROW EXECUTE FUNCTION library.keep_shown()
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: delete, insert, select, update
  -- splot_worker: delete, insert, select, update (title, lead, body, facts, image_alt, legal_state_on, review_by, change_note, state, shown, words, author_id, authors, returned_note, proposed_at, publish_from, published_by, withdrawn_reason, updated_at, row_version)

table newsletter.subscriber -- Who asked for the letter. Personal data: read by the system alone; emptied at once when the person leaves and gone the next morning, a week after it was not confirmed, and after three returned letters.
  id uuid not null
  email text not null
  lang text not null
  cadence text not null
  themes text[] not null default '{}'::text[]
  region text not null default ''::text
  source_hash text not null
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  run_at timestamp with time zone not null
  sent_at timestamp with time zone
  returned integer not null default 0
  constraint subscriber_cadence_check CHECK ((cadence = ANY (ARRAY['weekly'::text, 'monthly'::text])))
  constraint subscriber_email_check CHECK ((length(email) <= 254))
  constraint subscriber_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint subscriber_pkey PRIMARY KEY (id)
  constraint subscriber_region_check CHECK ((region ~ '^(\d{2}|\d{4})?$'::text))
  constraint subscriber_themes_check CHECK ((cardinality(themes) <= 30))
  index subscriber_due USING btree (run_at) WHERE (confirmed_at IS NOT NULL)
  index subscriber_email USING btree (email, created_at)
  index subscriber_source USING btree (source_hash, created_at)
  policy answer for update to splot_search using (true) with check (true)
  policy ask for insert to splot_search with check (true)
  policy look for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update
  -- splot_system: delete, insert, select, update

table newsletter.token -- Hashes of the links in letters; the links themselves stand in the letters alone. Personal data.
  hash text not null
  subscriber_id uuid not null
  kind text not null
  created_at timestamp with time zone not null
  constraint token_kind_check CHECK ((kind = ANY (ARRAY['confirm'::text, 'leave'::text])))
  constraint token_pkey PRIMARY KEY (hash)
  constraint token_subscriber_id_fkey FOREIGN KEY (subscriber_id) REFERENCES newsletter.subscriber(id) ON DELETE CASCADE
  index token_subscriber USING btree (subscriber_id)
  policy look for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: delete, insert, select, update

table organisations.absence -- A worker is away and a stand-in acts for them, so that no case is left without an owner.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  stand_in_id uuid not null
  from_on date not null
  to_on date not null
  cancelled_at timestamp with time zone
  constraint absence_check CHECK ((to_on >= from_on))
  constraint absence_check1 CHECK ((worker_id <> stand_in_id))
  constraint absence_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint absence_once EXCLUDE USING gist (worker_id WITH =, daterange(from_on, to_on, '[]'::text) WITH &&) WHERE ((cancelled_at IS NULL))
  constraint absence_pkey PRIMARY KEY (id)
  constraint absence_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint absence_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index absence_institution USING btree (institution_id)
  index absence_stand_in USING btree (stand_in_id)
  index absence_worker USING btree (worker_id)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy lookup for select to splot_search using (true)
  policy run for select to splot_system using (true)
  policy stand_ins for select to splot_worker using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table organisations.api_token -- Personal token for the JSON interface, bound to a worker of an institution and to scopes. Only the hash is kept.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  name text not null
  hash text not null
  scopes text[] not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  last_used_at timestamp with time zone
  constraint api_token_hash_key UNIQUE (hash)
  constraint api_token_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint api_token_pkey PRIMARY KEY (id)
  constraint api_token_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index api_token_institution USING btree (institution_id)
  index api_token_worker USING btree (worker_id)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy lookup for select to splot_search using (true)
  policy note_use for update to splot_search using (true) with check (true)
  policy own for select to splot_worker using ((worker_id = kernel.worker()))
  policy own_alone restrictive for all to splot_worker using ((worker_id = kernel.worker())) with check ((worker_id = kernel.worker()))
  row-level security, forced
  -- splot_search: select, update (last_used_at)
  -- splot_worker: insert, select, update (revoked_at, last_used_at)

table organisations.authorisation -- Documented authorisation to process data (UPS art. 100(7), RPSZ art. 50, UZS art. 8b). Without a valid one there is no access.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  scope text[] not null
  valid_from date not null
  valid_to date not null
  document text not null
  revoked_on date
  given_by uuid
  revoked_by uuid
  reminded_days integer
  constraint authorisation_check CHECK ((valid_to >= valid_from))
  constraint authorisation_document_check CHECK ((document <> ''::text))
  constraint authorisation_given_by_fkey FOREIGN KEY (given_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint authorisation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint authorisation_once EXCLUDE USING gist (worker_id WITH =, daterange(valid_from, COALESCE(revoked_on, (valid_to + 1)), '[)'::text) WITH &&)
  constraint authorisation_pkey PRIMARY KEY (id)
  constraint authorisation_reminded_days_check CHECK ((reminded_days = ANY (ARRAY[30, 7])))
  constraint authorisation_revoked CHECK ((revoked_on >= valid_from))
  constraint authorisation_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint authorisation_scope_check CHECK ((scope <@ ARRAY['D1'::text, 'D2'::text, 'D3'::text, 'D4'::text, 'D5'::text, 'D6'::text, 'D7'::text, 'D8'::text, 'D9'::text, 'D10'::text]))
  constraint authorisation_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index authorisation_given_by USING btree (given_by)
  index authorisation_institution USING btree (institution_id)
  index authorisation_revoked_by USING btree (revoked_by)
  index authorisation_worker USING btree (worker_id)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy lookup for select to splot_search using (true)
  policy note_reminder for update to splot_search using (true) with check (true)
  policy own_institution for select to splot_worker using ((institution_id = kernel.institution()))
  policy run_by restrictive for insert to splot_worker with check (organisations.holds(ARRAY['head'::text, 'institution_admin'::text]))
  policy run_by_change restrictive for update to splot_worker using (organisations.holds(ARRAY['head'::text, 'institution_admin'::text])) with check (true)
  row-level security, forced
  -- splot_search: select, update (reminded_days)
  -- splot_worker: insert, select, update (revoked_on, revoked_by)

table organisations.institution -- The unit that acts: an OPS of its gmina, a CIS of its founder. Public data.
  id uuid not null
  legal_entity_id uuid not null
  type text not null
  name text not null
  short_name text not null
  county_code text
  gmina_id text
  address text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  active_from date not null
  active_to date
  is_demo boolean not null default false
  search text generated as (kernel.plain(((name || ' '::text) || short_name)))
  row_version integer not null default 1
  constraint institution_check CHECK ((active_to >= active_from))
  constraint institution_legal_entity_id_fkey FOREIGN KEY (legal_entity_id) REFERENCES organisations.legal_entity(id) ON DELETE RESTRICT
  constraint institution_name_check CHECK ((name <> ''::text))
  constraint institution_pkey PRIMARY KEY (id)
  constraint institution_short_name_check CHECK ((short_name <> ''::text))
  constraint institution_type_check CHECK ((type = ANY (ARRAY['OPS'::text, 'CUS'::text, 'PCPR'::text, 'PUP'::text, 'WUP'::text, 'ROPS'::text, 'NGO'::text, 'CIS'::text, 'KIS'::text, 'WTZ'::text, 'ZAZ'::text, 'SPS'::text, 'PS'::text, 'OWES'::text, 'EMP'::text])))
  index institution_county USING btree (county_code)
  index institution_legal_entity USING btree (legal_entity_id)
  index institution_search USING gin (search public.gin_trgm_ops)
  policy changed for update to splot_worker using ((( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds) OR ((id = kernel.institution()) AND ( SELECT organisations.holds(ARRAY['head'::text, 'institution_admin'::text]) AS holds)))) with check (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  policy open for select to public using (true)
  policy registered for insert to splot_worker with check (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table organisations.institution_area -- Gminas an institution is competent for (by residence: UPS art. 101). Public data.
  institution_id uuid not null
  gmina_id text not null
  constraint institution_area_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE CASCADE
  constraint institution_area_pkey PRIMARY KEY (institution_id, gmina_id)
  index institution_area_gmina USING btree (gmina_id)
  policy added for insert to splot_worker with check (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  policy dropped for delete to splot_worker using (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  policy open for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: delete, insert, select

table organisations.invitation -- Which worker an invitation by mail joins to an account. The id is that of the invitation in sign-in.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  sent_at timestamp with time zone not null
  accepted_at timestamp with time zone
  constraint invitation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint invitation_pkey PRIMARY KEY (id)
  constraint invitation_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index invitation_institution USING btree (institution_id)
  index invitation_worker USING btree (worker_id, sent_at DESC)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy join_account for all to splot_search using (true) with check (true)
  policy own_institution for select to splot_worker using ((institution_id = kernel.institution()))
  policy run_by restrictive for insert to splot_worker with check (organisations.holds(ARRAY['head'::text, 'institution_admin'::text]))
  row-level security, forced
  -- splot_search: insert, select, update (accepted_at)
  -- splot_worker: insert, select

table organisations.legal_entity -- A legal person. Public data.
  id uuid not null
  name text not null
  legal_form text not null
  nip text
  regon text
  krs text
  row_version integer not null default 1
  constraint legal_entity_krs_check CHECK ((krs ~ '^\d{10}$'::text))
  constraint legal_entity_legal_form_check CHECK ((legal_form = ANY (ARRAY['gmina'::text, 'powiat'::text, 'wojewodztwo'::text, 'stowarzyszenie'::text, 'fundacja'::text, 'spoldzielnia_socjalna'::text, 'spolka'::text, 'koscielna'::text, 'inna'::text])))
  constraint legal_entity_name_check CHECK ((name <> ''::text))
  constraint legal_entity_nip_check CHECK ((nip ~ '^\d{10}$'::text))
  constraint legal_entity_pkey PRIMARY KEY (id)
  constraint legal_entity_regon_check CHECK ((regon ~ '^(\d{9}|\d{14})$'::text))
  index legal_entity_krs UNIQUE USING btree (krs) WHERE (krs IS NOT NULL)
  index legal_entity_nip UNIQUE USING btree (nip) WHERE (nip IS NOT NULL)
  policy changed for update to splot_worker using (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  policy open for select to public using (true)
  policy registered for insert to splot_worker with check (( SELECT organisations.holds(ARRAY['technical_admin'::text]) AS holds))
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table organisations.worker -- A person employed by an institution. One account may be a worker of several institutions.
  id uuid not null
  account_id uuid
  institution_id uuid not null
  given_name text not null
  family_name text not null
  email text not null
  phone text not null default ''::text
  employed_from date not null
  employed_to date
  row_version integer not null default 1
  constraint worker_check CHECK ((employed_to >= employed_from))
  constraint worker_email_check CHECK ((email <> ''::text))
  constraint worker_family_name_check CHECK ((family_name <> ''::text))
  constraint worker_given_name_check CHECK ((given_name <> ''::text))
  constraint worker_institution_id_email_key UNIQUE (institution_id, email)
  constraint worker_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint worker_pkey PRIMARY KEY (id)
  index worker_account USING btree (account_id)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy appoint for insert to splot_search with check (true)
  policy change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy colleagues for select to splot_worker using (true)
  policy join_account for update to splot_search using (true) with check (true)
  policy lookup for select to splot_search using (true)
  policy run for select to splot_system using (true)
  policy run_by restrictive for insert to splot_worker with check (organisations.holds(ARRAY['head'::text, 'institution_admin'::text]))
  policy run_by_change restrictive for update to splot_worker using (organisations.holds(ARRAY['head'::text, 'institution_admin'::text])) with check (true)
  row-level security, forced
  -- splot_search: insert, select, update (account_id)
  -- splot_system: select
  -- splot_worker: insert (id, institution_id, given_name, family_name, email, phone, employed_from, employed_to), select, update (given_name, family_name, email, phone, employed_to, row_version)

table organisations.worker_function -- What a worker does in the institution, from–to.
  id uuid not null
  worker_id uuid not null
  institution_id uuid not null
  function text not null
  valid_from date not null
  valid_to date
  constraint worker_function_check CHECK ((valid_to >= valid_from))
  constraint worker_function_function_check CHECK ((function = ANY (ARRAY['social_worker'::text, 'employment_adviser'::text, 'ngo_specialist'::text, 'unit_worker'::text, 'case_coordinator'::text, 'partnership_coordinator'::text, 'head'::text, 'reception'::text, 'dpo'::text, 'analyst'::text, 'adviser'::text, 'editor'::text, 'institution_admin'::text, 'technical_admin'::text])))
  constraint worker_function_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint worker_function_pkey PRIMARY KEY (id)
  constraint worker_function_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  constraint worker_function_worker_id_function_daterange_excl EXCLUDE USING gist (worker_id WITH =, function WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
  index worker_function_institution USING btree (institution_id)
  index worker_function_worker USING btree (worker_id)
  policy add for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy appoint for insert to splot_search with check (true)
  policy appointed restrictive for insert to splot_worker with check (((function <> 'editor'::text) OR ( SELECT organisations.runs_system() AS runs_system)))
  policy appointed_change restrictive for update to splot_worker using (true) with check (((function <> 'editor'::text) OR ( SELECT organisations.runs_system() AS runs_system)))
  policy change for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy lookup for select to splot_search using (true)
  policy own_institution for select to splot_worker using (true)
  policy run for select to splot_system using (true)
  policy run_by restrictive for insert to splot_worker with check (organisations.holds(ARRAY['head'::text, 'institution_admin'::text]))
  policy run_by_change restrictive for update to splot_worker using (organisations.holds(ARRAY['head'::text, 'institution_admin'::text])) with check (true)
  row-level security, forced
  -- splot_search: insert, select
  -- splot_system: select
  -- splot_worker: insert, select, update (valid_to)

table participant.access -- Which account is whose window. Made by accepting an invitation; a person has one window at a time.
  id uuid not null
  account_id uuid not null
  person_id uuid not null
  partnership_id uuid not null
  case_id uuid not null
  invited_by uuid not null
  invited_at timestamp with time zone not null
  joined_at timestamp with time zone not null
  ended_at timestamp with time zone
  lang text not null
  constraint access_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint access_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint access_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint access_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint access_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.person(id) ON DELETE CASCADE
  constraint access_pkey PRIMARY KEY (id)
  index access_account USING btree (account_id)
  index access_case USING btree (case_id)
  index access_current UNIQUE USING btree (person_id) WHERE (ended_at IS NULL)
  index access_inviter USING btree (invited_by)
  index access_partnership USING btree (partnership_id)
  index access_person USING btree (person_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = access.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = access.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy close for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = access.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = access.person_id) AND (p.erased_at IS NOT NULL)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = access.person_id) AND (p.erased_at IS NOT NULL)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = access.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy joining for all to splot_search using (true) with check (true)
  policy lead_only restrictive for all to splot_worker using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = access.case_id) AND (c.lead_institution_id = kernel.institution())))))
  trigger not_absorbed BEFORE INSERT ON participant.access FOR EACH ROW EXECUTE FUNCTION cases.refuse_absorbed()
  row-level security, forced
  -- splot_search: insert, select, update (person_id, ended_at)
  -- splot_system: delete, select (account_id, person_id)
  -- splot_worker: select, update (ended_at)

table participant.confirmation -- That a message or a document was read: said by whoever read it, never guessed from a page being opened.
  case_id uuid not null
  object_type text not null
  object_id uuid not null
  by text not null
  worker_id uuid
  at timestamp with time zone not null
  constraint confirmation_by_check CHECK ((by = ANY (ARRAY['participant'::text, 'worker'::text])))
  constraint confirmation_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint confirmation_check CHECK (((by = 'worker'::text) = (worker_id IS NOT NULL)))
  constraint confirmation_object_type_check CHECK ((object_type = ANY (ARRAY['message'::text, 'clause'::text])))
  constraint confirmation_pkey PRIMARY KEY (case_id, object_type, object_id, by)
  constraint confirmation_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index confirmation_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = confirmation.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = confirmation.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy confirm for insert to splot_worker with check (((by = 'worker'::text) AND (worker_id = kernel.worker()) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = confirmation.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = confirmation.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = confirmation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy lead_only restrictive for all to splot_worker using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = confirmation.case_id) AND (c.lead_institution_id = kernel.institution())))))
  policy own_confirm for insert to splot_participant with check (((by = 'participant'::text) AND (EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = confirmation.case_id) AND (own.person_id = kernel.person()))))))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = confirmation.case_id) AND (own.person_id = kernel.person())))))
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table participant.invitation -- Invitation of a person to their own window, sent from the case. The id is that of the invitation in sign-in.
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  partnership_id uuid not null
  invited_by uuid not null
  email text not null
  lang text not null
  sent_at timestamp with time zone not null
  accepted_at timestamp with time zone
  withdrawn_at timestamp with time zone
  constraint invitation_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint invitation_email_check CHECK ((email <> ''::text))
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint invitation_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text, 'uk'::text])))
  constraint invitation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES cases.person(id) ON DELETE CASCADE
  constraint invitation_pkey PRIMARY KEY (id)
  index invitation_case USING btree (case_id, sent_at DESC)
  index invitation_inviter USING btree (invited_by)
  index invitation_partnership USING btree (partnership_id)
  index invitation_person USING btree (person_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = invitation.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = invitation.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = invitation.person_id) AND (p.erased_at IS NOT NULL)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.person p
  WHERE ((p.id = invitation.person_id) AND (p.erased_at IS NOT NULL)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = invitation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy invite for insert to splot_worker with check (((invited_by = kernel.worker()) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = invitation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy joining for all to splot_search using (true) with check (true)
  policy lead_only restrictive for all to splot_worker using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = invitation.case_id) AND (c.lead_institution_id = kernel.institution())))))
  policy take_back for update to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = invitation.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  trigger not_absorbed BEFORE INSERT ON participant.invitation FOR EACH ROW EXECUTE FUNCTION cases.refuse_absorbed()
  row-level security, forced
  -- splot_search: select, update (person_id, accepted_at)
  -- splot_system: delete, select (person_id, email)
  -- splot_worker: insert, select, update (withdrawn_at)

table participant.message -- Messages between the person and the institution that leads the case (class D1). Never changed once sent.
  id uuid not null
  case_id uuid not null
  sender text not null
  worker_id uuid
  institution_id uuid
  about text not null default 'other'::text
  body text not null
  sent_at timestamp with time zone not null
  to_confirm boolean not null default false
  constraint message_about_check CHECK ((about = ANY (ARRAY['other'::text, 'plan'::text, 'correction'::text])))
  constraint message_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 2000)))
  constraint message_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.shared_case(id) ON DELETE CASCADE
  constraint message_check CHECK (((sender = 'worker'::text) = (worker_id IS NOT NULL)))
  constraint message_check1 CHECK (((sender = 'worker'::text) = (institution_id IS NOT NULL)))
  constraint message_check2 CHECK (((sender = 'worker'::text) OR (NOT to_confirm)))
  constraint message_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint message_pkey PRIMARY KEY (id)
  constraint message_sender_check CHECK ((sender = ANY (ARRAY['participant'::text, 'worker'::text])))
  constraint message_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index message_case USING btree (case_id, sent_at)
  index message_institution USING btree (institution_id)
  index message_worker USING btree (worker_id)
  policy assigned restrictive for all to splot_worker using (((kernel.wide() OR (EXISTS ( SELECT
   FROM cases.assignment a
  WHERE ((a.worker_id = kernel.worker()) AND (a.case_id = message.case_id) AND (a.valid_from <= kernel.instant()) AND ((a.valid_to IS NULL) OR (a.valid_to > kernel.instant())))))) AND (NOT (EXISTS ( SELECT
   FROM cases.case_lock l
  WHERE ((l.worker_id = kernel.worker()) AND (l.case_id = message.case_id) AND (l.valid_from <= kernel.instant()) AND ((l.valid_to IS NULL) OR (l.valid_to > kernel.instant()))))))))
  policy erase for delete to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = message.case_id) AND (c.state = 'erased'::text)))))
  policy erase_find for select to splot_system using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = message.case_id) AND (c.state = 'erased'::text)))))
  policy granted for select to splot_worker using (((EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = message.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes))))) AND (kernel.scope() @> ARRAY['D1'::text])))
  policy lead_only restrictive for all to splot_worker using ((EXISTS ( SELECT
   FROM cases.shared_case c
  WHERE ((c.id = message.case_id) AND (c.lead_institution_id = kernel.institution())))))
  policy own_person for select to splot_participant using ((EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = message.case_id) AND (own.person_id = kernel.person())))))
  policy own_write for insert to splot_participant with check (((sender = 'participant'::text) AND (EXISTS ( SELECT
   FROM cases.shared_case own
  WHERE ((own.id = message.case_id) AND (own.person_id = kernel.person()))))))
  policy write for insert to splot_worker with check (((sender = 'worker'::text) AND (worker_id = kernel.worker()) AND (institution_id = kernel.institution()) AND (EXISTS ( SELECT
   FROM cases.access_grant g
  WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = message.case_id) AND (g.data_class = 'D1'::text) AND (g.valid_from <= kernel.instant()) AND ((g.valid_to IS NULL) OR (g.valid_to > kernel.instant())) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write))) AND (kernel.scope() @> ARRAY['D1'::text])))
  row-level security, forced
  -- splot_participant: insert, select
  -- splot_system: delete, select (case_id)
  -- splot_worker: insert, select

table partnerships.action_plan -- What the members of a partnership will do in a period. A line is one period, its versions are the draft and what was adopted by decision; an adopted version does not change, a change is the next version.
  id uuid not null
  partnership_id uuid not null
  line_id uuid not null
  version integer not null
  title text not null
  summary text not null default ''::text
  starts_on date not null
  ends_on date not null
  state text not null default 'draft'::text
  adopted_on date
  decision text not null default ''::text
  adopted_by uuid
  closed_on date
  assessment text not null default ''::text
  copied_from uuid
  created_by uuid not null
  created_at timestamp with time zone not null
  row_version integer not null default 1
  constraint action_plan_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint action_plan_check CHECK ((ends_on >= starts_on))
  constraint action_plan_check1 CHECK (((state = ANY (ARRAY['draft'::text, 'dropped'::text])) OR ((adopted_on IS NOT NULL) AND (decision <> ''::text))))
  constraint action_plan_check2 CHECK (((state <> 'closed'::text) OR ((closed_on IS NOT NULL) AND (assessment <> ''::text))))
  constraint action_plan_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES partnerships.action_plan(id) ON DELETE RESTRICT
  constraint action_plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint action_plan_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint action_plan_line_id_version_key UNIQUE (line_id, version)
  constraint action_plan_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint action_plan_pkey PRIMARY KEY (id)
  constraint action_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'adopted'::text, 'superseded'::text, 'closed'::text, 'dropped'::text])))
  constraint action_plan_title_check CHECK ((title <> ''::text))
  constraint action_plan_version_check CHECK ((version > 0))
  index action_plan_adopted UNIQUE USING btree (line_id) WHERE (state = ANY (ARRAY['adopted'::text, 'closed'::text]))
  index action_plan_adopted_by USING btree (adopted_by)
  index action_plan_copied_from USING btree (copied_from)
  index action_plan_created_by USING btree (created_by)
  index action_plan_draft UNIQUE USING btree (line_id) WHERE (state = 'draft'::text)
  index action_plan_partnership USING btree (partnership_id, starts_on)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy counted for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy own_name restrictive for insert to splot_worker with check (((created_by = kernel.worker()) AND (state = 'draft'::text)))
  policy system for select to splot_system using (true)
  trigger life BEFORE UPDATE ON partnerships.action_plan FOR EACH ROW EXECUTE FUNCTION partnerships.plan_life()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (title, summary, starts_on, ends_on, state, adopted_on, decision, adopted_by, closed_on, assessment, row_version)

table partnerships.agenda_point -- A point of the agenda, and what the minutes say of it. A point made from what is due has the key of its source.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  position integer not null
  title text not null
  about text not null default ''::text
  lasts integer not null default 10
  presenter_id uuid
  state text not null default 'agenda'::text
  source_key text
  href text
  proposed_by uuid
  notes text not null default ''::text
  row_version integer not null default 1
  constraint agenda_point_about_check CHECK ((length(about) <= 2000))
  constraint agenda_point_href_check CHECK (((href ~ '^/'::text) AND (length(href) <= 300)))
  constraint agenda_point_id_meeting_id_key UNIQUE (id, meeting_id)
  constraint agenda_point_lasts_check CHECK (((lasts >= 1) AND (lasts <= 480)))
  constraint agenda_point_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint agenda_point_meeting_id_source_key_key UNIQUE (meeting_id, source_key)
  constraint agenda_point_notes_check CHECK ((length(notes) <= 20000))
  constraint agenda_point_pkey PRIMARY KEY (id)
  constraint agenda_point_position_check CHECK (("position" > 0))
  constraint agenda_point_presenter_id_fkey FOREIGN KEY (presenter_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint agenda_point_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint agenda_point_source_key_check CHECK ((length(source_key) <= 200))
  constraint agenda_point_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'agenda'::text, 'left_out'::text])))
  constraint agenda_point_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  index agenda_point_meeting USING btree (meeting_id, "position")
  index agenda_point_presenter USING btree (presenter_id) WHERE (presenter_id IS NOT NULL)
  index agenda_point_proposed USING btree (proposed_by) WHERE (proposed_by IS NOT NULL)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy proposes for insert to splot_worker with check (((state = 'proposed'::text) AND (proposed_by = kernel.worker()) AND (notes = ''::text) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[])))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE INSERT OR DELETE OR UPDATE ON partnerships.agenda_point FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  trigger sent BEFORE INSERT OR DELETE OR UPDATE ON partnerships.agenda_point FOR EACH ROW EXECUTE FUNCTION partnerships.guard_sent()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.agreement -- One version of the agreement (RPSZ art. 198); an amendment is a new version. What is or was in force is public data; drafts are for the members.
  id uuid not null
  partnership_id uuid not null
  version integer not null
  state text not null
  data_annex boolean not null default false
  valid_from date not null
  valid_to date
  row_version integer not null default 1
  change_note text not null default ''::text
  end_told_on date
  language text not null default 'pl'::text
  opened_note text not null default ''::text
  constraint agreement_check CHECK ((valid_to >= valid_from))
  constraint agreement_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint agreement_language_check CHECK ((language = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint agreement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint agreement_partnership_id_version_key UNIQUE (partnership_id, version)
  constraint agreement_pkey PRIMARY KEY (id)
  constraint agreement_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signing'::text, 'in_force'::text, 'superseded'::text, 'ended'::text])))
  constraint agreement_version_check CHECK ((version > 0))
  index agreement_in_force UNIQUE USING btree (partnership_id) WHERE (state = 'in_force'::text)
  index agreement_open UNIQUE USING btree (partnership_id) WHERE (state = ANY (ARRAY['draft'::text, 'signing'::text]))
  policy changed for update to splot_worker using (partnerships.may_coordinate(partnership_id))
  policy drafted for insert to splot_worker with check (((state = 'draft'::text) AND partnerships.may_coordinate(partnership_id)))
  policy end_told for update to splot_search using (true) with check (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy published for select to public using ((state = ANY (ARRAY['in_force'::text, 'superseded'::text])))
  policy system for select to splot_search, splot_system using (true)
  trigger keep_signed BEFORE UPDATE ON partnerships.agreement FOR EACH ROW EXECUTE FUNCTION partnerships.keep_signed()
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select, update (end_told_on)
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.agreement_clause -- A clause of one version: from the dictionary or its own, in its order, with the text as edited and, since signing was opened, with everything filled in. For members alone.
  id uuid not null
  partnership_id uuid not null
  agreement_id uuid not null
  clause_code text
  variant_code text
  section text not null
  position integer not null
  title text not null
  body text not null
  final_text text
  left_out boolean not null default false
  row_version integer not null default 1
  constraint agreement_clause_agreement_id_clause_code_key UNIQUE (agreement_id, clause_code)
  constraint agreement_clause_agreement_id_partnership_id_fkey FOREIGN KEY (agreement_id, partnership_id) REFERENCES partnerships.agreement(id, partnership_id) ON DELETE CASCADE
  constraint agreement_clause_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES partnerships.clause(code) ON DELETE RESTRICT
  constraint agreement_clause_id_agreement_id_key UNIQUE (id, agreement_id)
  constraint agreement_clause_pkey PRIMARY KEY (id)
  constraint agreement_clause_section_check CHECK ((section = ANY (ARRAY['parties'::text, 'service'::text, 'exchange'::text, 'money'::text, 'reintegration'::text, 'work'::text, 'final'::text, 'data'::text, 'contacts'::text])))
  constraint agreement_clause_title_check CHECK ((title <> ''::text))
  constraint agreement_clause_variant_code_fkey FOREIGN KEY (variant_code) REFERENCES partnerships.clause_variant(code) ON DELETE RESTRICT
  index agreement_clause_code USING btree (clause_code)
  index agreement_clause_variant USING btree (variant_code)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger keep_clause BEFORE INSERT OR UPDATE ON partnerships.agreement_clause FOR EACH ROW EXECUTE FUNCTION partnerships.keep_clause()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.agreement_remark -- What a member says to a clause of a draft: a remark, or a proposal with the text before and after; and what the coordinator answered. For members alone.
  id uuid not null
  partnership_id uuid not null
  agreement_id uuid not null
  clause_id uuid not null
  kind text not null
  institution_id uuid not null
  worker_id uuid not null
  body text not null
  old_text text
  new_text text
  made_at timestamp with time zone not null
  state text not null default 'open'::text
  answer text not null default ''::text
  answered_by uuid
  answered_at timestamp with time zone
  constraint agreement_remark_agreement_id_partnership_id_fkey FOREIGN KEY (agreement_id, partnership_id) REFERENCES partnerships.agreement(id, partnership_id) ON DELETE CASCADE
  constraint agreement_remark_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint agreement_remark_body_check CHECK ((body <> ''::text))
  constraint agreement_remark_check CHECK (((kind = 'proposal'::text) = ((old_text IS NOT NULL) AND (new_text IS NOT NULL))))
  constraint agreement_remark_clause_id_agreement_id_fkey FOREIGN KEY (clause_id, agreement_id) REFERENCES partnerships.agreement_clause(id, agreement_id) ON DELETE CASCADE
  constraint agreement_remark_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint agreement_remark_kind_check CHECK ((kind = ANY (ARRAY['remark'::text, 'proposal'::text])))
  constraint agreement_remark_pkey PRIMARY KEY (id)
  constraint agreement_remark_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  constraint agreement_remark_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index agreement_remark_agreement USING btree (agreement_id, state)
  index agreement_remark_answered_by USING btree (answered_by)
  index agreement_remark_clause USING btree (clause_id)
  index agreement_remark_institution USING btree (institution_id)
  index agreement_remark_worker USING btree (worker_id)
  policy answered for update to splot_worker using (((state = 'open'::text) AND (partnerships.may_coordinate(partnership_id) OR (worker_id = kernel.worker())))) with check ((((state = 'withdrawn'::text) AND (worker_id = kernel.worker())) OR ((state = ANY (ARRAY['accepted'::text, 'declined'::text])) AND (answered_by = kernel.worker()) AND partnerships.may_coordinate(partnership_id))))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy said for insert to splot_worker with check (((state = 'open'::text) AND (institution_id = kernel.institution()) AND (worker_id = kernel.worker()) AND partnerships.may_negotiate(partnership_id) AND (EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE ((a.id = agreement_remark.agreement_id) AND (a.state = 'draft'::text))))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update (state, answer, answered_by, answered_at)

table partnerships.agreement_scope -- Ceiling: the data classes that the agreement lets a type of member receive. No grant may exceed it. Of versions that are or were in force public data.
  agreement_id uuid not null
  institution_type text not null
  classes text[] not null
  constraint agreement_scope_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES partnerships.agreement(id) ON DELETE CASCADE
  constraint agreement_scope_classes_check CHECK ((classes <@ ARRAY['D1'::text, 'D2'::text, 'D3'::text, 'D4'::text, 'D5'::text, 'D6'::text, 'D7'::text]))
  constraint agreement_scope_pkey PRIMARY KEY (agreement_id, institution_type)
  policy changed for update to splot_worker using ((EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE ((a.id = agreement_scope.agreement_id) AND partnerships.may_coordinate(a.partnership_id)))))
  policy drafted for insert to splot_worker with check ((EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE ((a.id = agreement_scope.agreement_id) AND partnerships.may_coordinate(a.partnership_id)))))
  policy dropped for delete to splot_worker using ((EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE ((a.id = agreement_scope.agreement_id) AND partnerships.may_coordinate(a.partnership_id)))))
  policy published for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE (a.id = agreement_scope.agreement_id))))
  policy system for select to splot_search, splot_system using (true)
  trigger keep_ceiling BEFORE INSERT OR DELETE OR UPDATE ON partnerships.agreement_scope FOR EACH ROW EXECUTE FUNCTION partnerships.keep_ceiling()
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: delete, insert, select, update

table partnerships.announcement -- Announcements of partnerships, until a day. Those for the network are read by workers; those for everybody only after moderation.
  id uuid not null
  partnership_id uuid not null
  kind text not null
  title text not null
  body text not null
  audience text not null
  state text not null
  ends_on date not null
  written_by uuid
  written_at timestamp with time zone not null
  settled_by uuid
  settled_at timestamp with time zone
  reason text not null default ''::text
  row_version integer not null default 1
  constraint announcement_audience_check CHECK ((audience = ANY (ARRAY['network'::text, 'public'::text])))
  constraint announcement_body_check CHECK (((body <> ''::text) AND (length(body) <= 4000)))
  constraint announcement_check CHECK ((((ends_on - ((written_at AT TIME ZONE 'Europe/Warsaw'::text))::date) >= 0) AND ((ends_on - ((written_at AT TIME ZONE 'Europe/Warsaw'::text))::date) <= 366)))
  constraint announcement_kind_check CHECK ((kind = ANY (ARRAY['offer'::text, 'wanted'::text, 'news'::text])))
  constraint announcement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint announcement_pkey PRIMARY KEY (id)
  constraint announcement_reason_check CHECK ((length(reason) <= 1000))
  constraint announcement_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint announcement_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'refused'::text, 'withdrawn'::text])))
  constraint announcement_title_check CHECK (((title <> ''::text) AND (length(title) <= 160)))
  constraint announcement_written_by_fkey FOREIGN KEY (written_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index announcement_author USING btree (written_by)
  index announcement_editor USING btree (settled_by)
  index announcement_end USING btree (ends_on) WHERE (state = 'shown'::text)
  index announcement_partnership USING btree (partnership_id)
  index announcement_waiting USING btree (written_at) WHERE (state = 'waiting'::text)
  policy everybody for select to splot_participant, splot_public using (((state = 'shown'::text) AND (audience = 'public'::text) AND (ends_on >= kernel.today())))
  policy moderated for update to splot_worker using (((audience = 'public'::text) AND (state = ANY (ARRAY['waiting'::text, 'shown'::text])) AND ( SELECT organisations.holds(ARRAY['editor'::text]) AS holds))) with check (((audience = 'public'::text) AND (state = ANY (ARRAY['shown'::text, 'refused'::text])) AND (settled_by = kernel.worker()) AND ( SELECT organisations.holds(ARRAY['editor'::text]) AS holds)))
  policy network for select to splot_worker using ((((state = 'shown'::text) AND (ends_on >= kernel.today())) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) OR ((audience = 'public'::text) AND ( SELECT organisations.holds(ARRAY['editor'::text]) AS holds))))
  policy system for select to splot_system using (true)
  policy withdrawn for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((state = 'withdrawn'::text) AND (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy written for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id) AND (written_by = kernel.worker()) AND (state =
CASE audience
    WHEN 'public'::text THEN 'waiting'::text
    ELSE 'shown'::text
END)))
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: insert, select, update (state, settled_by, settled_at, reason, row_version)

table partnerships.area -- Gminas of the partnership. Public data.
  partnership_id uuid not null
  gmina_id text not null
  constraint area_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint area_pkey PRIMARY KEY (partnership_id, gmina_id)
  index area_gmina USING btree (gmina_id)
  policy added for insert to splot_worker with check (partnerships.may_coordinate(partnership_id))
  policy dropped for delete to splot_worker using (partnerships.may_coordinate(partnership_id))
  policy open for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: delete, insert, select

table partnerships.attendee -- Who is invited to a meeting or came: a worker, or a guest by name and organisation. One row is one attendance; people are counted by worker_id and guest_key.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  worker_id uuid
  institution_id uuid
  name text not null default ''::text
  organisation text not null default ''::text
  guest_key text
  invited_at timestamp with time zone
  answer text
  substitute text not null default ''::text
  answered_at timestamp with time zone
  came boolean not null default false
  constraint attendee_answer_check CHECK ((answer = ANY (ARRAY['comes'::text, 'absent'::text, 'sends'::text])))
  constraint attendee_check CHECK (((worker_id IS NULL) = (name <> ''::text)))
  constraint attendee_check1 CHECK (((worker_id IS NULL) = (guest_key IS NOT NULL)))
  constraint attendee_check2 CHECK (((worker_id IS NULL) OR (institution_id IS NOT NULL)))
  constraint attendee_guest_key_check CHECK (((length(guest_key) >= 1) AND (length(guest_key) <= 420)))
  constraint attendee_id_body_id_key UNIQUE (id, body_id)
  constraint attendee_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint attendee_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint attendee_meeting_id_guest_key_key UNIQUE (meeting_id, guest_key)
  constraint attendee_meeting_id_worker_id_key UNIQUE (meeting_id, worker_id)
  constraint attendee_name_check CHECK ((length(name) <= 200))
  constraint attendee_organisation_check CHECK ((length(organisation) <= 200))
  constraint attendee_pkey PRIMARY KEY (id)
  constraint attendee_substitute_check CHECK ((length(substitute) <= 200))
  constraint attendee_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index attendee_came USING btree (body_id) WHERE came
  index attendee_institution USING btree (institution_id) WHERE (institution_id IS NOT NULL)
  index attendee_worker USING btree (worker_id) WHERE (worker_id IS NOT NULL)
  policy answers for update to splot_worker using (((worker_id = kernel.worker()) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))) with check ((worker_id = kernel.worker()))
  policy door for select to splot_search using (true)
  policy door_answers for update to splot_search using (true) with check (true)
  policy drop_draft for delete to splot_worker using (((invited_at IS NULL) AND (NOT came) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy invited for update to splot_system using (true) with check (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE INSERT OR DELETE OR UPDATE ON partnerships.attendee FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  trigger own_only BEFORE UPDATE ON partnerships.attendee FOR EACH ROW EXECUTE FUNCTION partnerships.guard_own()
  row-level security, forced
  -- splot_search: select, update
  -- splot_system: select, update
  -- splot_worker: delete, insert, select, update

table partnerships.body -- A body that meets: the working team of a partnership, the whole partnership, or a Partner Group of regional institutions, which is no one partnership's.
  id uuid not null
  kind text not null
  partnership_id uuid
  convener_id uuid
  name text not null default ''::text
  voivodeship_code text
  aim text not null default ''::text
  started_on date not null
  ended_on date
  row_version integer not null default 1
  constraint body_aim_check CHECK ((length(aim) <= 2000))
  constraint body_check CHECK ((ended_on >= started_on))
  constraint body_check1 CHECK (((kind = 'group'::text) = (partnership_id IS NULL)))
  constraint body_check2 CHECK (((kind = 'group'::text) = (convener_id IS NOT NULL)))
  constraint body_check3 CHECK (((kind = 'group'::text) = (name <> ''::text)))
  constraint body_convener_id_fkey FOREIGN KEY (convener_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['team'::text, 'whole'::text, 'group'::text])))
  constraint body_name_check CHECK ((length(name) <= 200))
  constraint body_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint body_partnership_id_kind_key UNIQUE (partnership_id, kind)
  constraint body_pkey PRIMARY KEY (id)
  constraint body_voivodeship_code_check CHECK ((voivodeship_code ~ '^\d{2}$'::text))
  index body_convener USING btree (convener_id) WHERE (convener_id IS NOT NULL)
  policy convenes for insert to splot_worker with check (((kind = 'group'::text) AND (convener_id = kernel.institution()) AND ( SELECT organisations.holds(ARRAY['partnership_coordinator'::text, 'head'::text]) AS holds)))
  policy door for select to splot_search using (true)
  policy door_add for insert to splot_search with check (true)
  policy members for select to splot_worker using ((id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using ((id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[])))) with check ((id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: insert, select
  -- splot_system: select
  -- splot_worker: insert, select, update (name, voivodeship_code, aim, ended_on, row_version)

table partnerships.body_member -- Institutions of a Partner Group, from–to.
  id uuid not null
  body_id uuid not null
  institution_id uuid not null
  joined_on date not null
  left_on date
  constraint body_member_body_id_fkey FOREIGN KEY (body_id) REFERENCES partnerships.body(id) ON DELETE CASCADE
  constraint body_member_body_id_institution_id_daterange_excl EXCLUDE USING gist (body_id WITH =, institution_id WITH =, daterange(joined_on, left_on, '[]'::text) WITH &&)
  constraint body_member_check CHECK ((left_on >= joined_on))
  constraint body_member_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint body_member_pkey PRIMARY KEY (id)
  index body_member_body USING btree (body_id)
  index body_member_institution USING btree (institution_id)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[])))) with check ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy runs_add for insert to splot_worker with check ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (left_on)

table partnerships.budget_source -- Public data. Where the money of a plan comes from, with the act that gives it. The list is ours, the acts are not.
  code text not null
  pl text not null
  en text not null
  public_money boolean not null
  source text not null
  position integer not null
  valid_from date not null
  valid_to date
  constraint budget_source_pkey PRIMARY KEY (code)
  -- splot_system: select
  -- splot_worker: select

table partnerships.calendar_link -- Subscriptions of workers to the calendar of their meetings; the secret address is shown once, here is its hash.
  hash text not null
  worker_id uuid not null
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint calendar_link_check CHECK ((ended_at >= created_at))
  constraint calendar_link_pkey PRIMARY KEY (hash)
  constraint calendar_link_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE CASCADE
  index calendar_link_worker USING btree (worker_id)
  policy door for select to splot_search using (true)
  policy own for select to splot_worker using ((worker_id = kernel.worker()))
  policy own_add for insert to splot_worker with check ((worker_id = kernel.worker()))
  policy own_end for update to splot_worker using ((worker_id = kernel.worker())) with check ((worker_id = kernel.worker()))
  row-level security, forced
  -- splot_search: select
  -- splot_worker: insert, select, update

table partnerships.call_interest -- Which partnership is interested in a call: read by the partnership and by the institution of the call.
  call_id uuid not null
  partnership_id uuid not null
  note text not null default ''::text
  marked_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint call_interest_call_id_fkey FOREIGN KEY (call_id) REFERENCES partnerships.regional_call(id) ON DELETE CASCADE
  constraint call_interest_note_check CHECK ((length(note) <= 1000))
  constraint call_interest_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint call_interest_pkey PRIMARY KEY (call_id, partnership_id)
  index call_interest_partnership USING btree (partnership_id)
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy marked for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy sides for select to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) OR (EXISTS ( SELECT
   FROM partnerships.regional_call c
  WHERE ((c.id = call_interest.call_id) AND (c.institution_id = kernel.institution()))))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update (note, marked_at, withdrawn_at)

table partnerships.clause -- What an agreement may hold, from which source, and whether it must: statute = every agreement of RPSZ art. 198, package = as soon as anything of its section is there (RPSZ art. 200), operating = without it the partnership cannot operate, good = practice. Public data.
  code text not null
  section text not null
  position integer not null
  need text not null
  title_pl text not null
  title_en text not null
  about_pl text not null
  about_en text not null
  source text not null
  valid_from date not null
  valid_to date
  constraint clause_need_check CHECK ((need = ANY (ARRAY['statute'::text, 'operating'::text, 'package'::text, 'good'::text])))
  constraint clause_pkey PRIMARY KEY (code)
  constraint clause_position_key UNIQUE ("position")
  constraint clause_section_check CHECK ((section = ANY (ARRAY['parties'::text, 'service'::text, 'exchange'::text, 'money'::text, 'reintegration'::text, 'work'::text, 'final'::text, 'data'::text, 'contacts'::text])))
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.clause_class -- Which clause lets which kind of data be shared, and between which types of institutions; no type means any. Public data.
  clause_code text not null
  data_class text not null
  institution_types text[] not null default '{}'::text[]
  source text not null
  constraint clause_class_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES partnerships.clause(code) ON DELETE RESTRICT
  constraint clause_class_data_class_check CHECK ((data_class = ANY (ARRAY['D1'::text, 'D2'::text, 'D3'::text, 'D4'::text, 'D5'::text, 'D6'::text, 'D7'::text])))
  constraint clause_class_pkey PRIMARY KEY (clause_code, data_class)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.clause_variant -- Wordings of a clause to choose from. {words} are filled from the data of the partnership, [words] by people. Public data.
  code text not null
  clause_code text not null
  position integer not null
  name_pl text not null
  name_en text not null
  body_pl text not null
  body_en text not null
  source text not null
  written_on date not null
  valid_from date not null
  valid_to date
  constraint clause_variant_clause_code_fkey FOREIGN KEY (clause_code) REFERENCES partnerships.clause(code) ON DELETE RESTRICT
  constraint clause_variant_clause_code_position_key UNIQUE (clause_code, "position")
  constraint clause_variant_pkey PRIMARY KEY (code)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.contact -- Contact person of each party, and the partnership coordinator.
  id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  role text not null
  valid_from date not null
  valid_to date
  constraint contact_check CHECK ((valid_to >= valid_from))
  constraint contact_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint contact_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint contact_pkey PRIMARY KEY (id)
  constraint contact_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'contact'::text])))
  constraint contact_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index contact_institution USING btree (institution_id)
  index contact_partnership USING btree (partnership_id)
  index contact_worker USING btree (worker_id, partnership_id) INCLUDE (role, valid_from, valid_to)
  policy add for insert to splot_worker with check (true)
  policy change for update to splot_worker using (true)
  policy lookup for select to splot_search, splot_system using (true)
  policy named restrictive for insert to splot_worker with check (partnerships.may_name(partnership_id, institution_id, worker_id, role))
  policy named_change restrictive for update to splot_worker using (partnerships.may_name(partnership_id, institution_id, worker_id, role)) with check (true)
  policy partners for select to splot_worker using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (valid_to)

table partnerships.decision -- Decisions of a body, numbered within a year.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  point_id uuid
  year integer not null
  number integer not null
  body text not null
  votes_for integer
  votes_against integer
  abstained integer
  valid_from date not null
  check_on date
  state text not null default 'in_force'::text
  settled_on date
  revoked_by uuid
  words tsvector
  row_version integer not null default 1
  constraint decision_abstained_check CHECK ((abstained >= 0))
  constraint decision_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)))
  constraint decision_body_id_year_number_key UNIQUE (body_id, year, number)
  constraint decision_check CHECK ((revoked_by <> id))
  constraint decision_check1 CHECK ((((votes_for IS NULL) = (votes_against IS NULL)) AND ((votes_for IS NULL) = (abstained IS NULL))))
  constraint decision_check2 CHECK (((state = 'in_force'::text) = (settled_on IS NULL)))
  constraint decision_check3 CHECK (((state = 'revoked'::text) = (revoked_by IS NOT NULL)))
  constraint decision_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint decision_number_check CHECK ((number > 0))
  constraint decision_pkey PRIMARY KEY (id)
  constraint decision_point_id_meeting_id_fkey FOREIGN KEY (point_id, meeting_id) REFERENCES partnerships.agenda_point(id, meeting_id) ON DELETE RESTRICT
  constraint decision_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES partnerships.decision(id) ON DELETE RESTRICT
  constraint decision_state_check CHECK ((state = ANY (ARRAY['in_force'::text, 'carried_out'::text, 'revoked'::text])))
  constraint decision_votes_against_check CHECK ((votes_against >= 0))
  constraint decision_votes_for_check CHECK ((votes_for >= 0))
  constraint decision_year_check CHECK (((year >= 2000) AND (year <= 2200)))
  index decision_check USING btree (body_id, check_on) WHERE ((state = 'in_force'::text) AND (check_on IS NOT NULL))
  index decision_meeting USING btree (meeting_id)
  index decision_point USING btree (point_id) WHERE (point_id IS NOT NULL)
  index decision_revoked_by USING btree (revoked_by) WHERE (revoked_by IS NOT NULL)
  policy door for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((state = 'in_force'::text) AND (NOT partnerships.minutes_are_signed(meeting_id)) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE INSERT OR DELETE OR UPDATE ON partnerships.decision FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  trigger sent BEFORE INSERT OR DELETE OR UPDATE ON partnerships.decision FOR EACH ROW EXECUTE FUNCTION partnerships.guard_sent()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: delete, insert, select, update

table partnerships.evaluation_answer -- One answer to one question. No column leads to an invitation, to who answered, or to the other answers of the same person; the time is a day. Read by the functions here alone, as counts.
  id uuid not null default gen_random_uuid()
  round_id uuid not null
  audience text not null
  question text not null
  value integer
  choice text
  answered_on date not null
  by_hand boolean not null
  constraint evaluation_answer_check CHECK ((num_nonnulls(value, choice) = 1))
  constraint evaluation_answer_pkey PRIMARY KEY (id)
  constraint evaluation_answer_round_id_audience_fkey FOREIGN KEY (round_id, audience) REFERENCES partnerships.evaluation_group(round_id, audience) ON DELETE RESTRICT
  constraint evaluation_answer_value_check CHECK (((value >= 0) AND (value <= 5)))
  index evaluation_answer_of USING btree (round_id, audience, question)
  policy door for insert to splot_search with check (true)
  policy drop_draft for delete to splot_search using (true)
  policy lookup for select to splot_search using (true)
  row-level security, forced
  -- splot_search: delete, insert, select

table partnerships.evaluation_comparison -- An indicator here and in another model or country, side by side, with its definition, source and what makes them hard to compare.
  id uuid not null
  round_id uuid not null
  partnership_id uuid not null
  indicator text not null
  definition text not null
  here text not null
  other text not null
  there text not null
  source text not null
  caveat text not null
  removed_on date
  row_version integer not null default 1
  constraint evaluation_comparison_caveat_check CHECK (((length(caveat) >= 1) AND (length(caveat) <= 1000)))
  constraint evaluation_comparison_definition_check CHECK (((length(definition) >= 1) AND (length(definition) <= 1000)))
  constraint evaluation_comparison_here_check CHECK (((length(here) >= 1) AND (length(here) <= 100)))
  constraint evaluation_comparison_indicator_check CHECK (((length(indicator) >= 1) AND (length(indicator) <= 200)))
  constraint evaluation_comparison_other_check CHECK (((length(other) >= 1) AND (length(other) <= 200)))
  constraint evaluation_comparison_pkey PRIMARY KEY (id)
  constraint evaluation_comparison_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.evaluation_round(id, partnership_id) ON DELETE RESTRICT
  constraint evaluation_comparison_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))
  constraint evaluation_comparison_there_check CHECK (((length(there) >= 1) AND (length(there) <= 100)))
  index evaluation_comparison_of USING btree (round_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.evaluation_conclusion -- What the partners keep, change and spread after an evaluation.
  id uuid not null
  round_id uuid not null
  partnership_id uuid not null
  kind text not null
  body text not null
  removed_on date
  row_version integer not null default 1
  constraint evaluation_conclusion_body_check CHECK (((length(body) >= 1) AND (length(body) <= 1000)))
  constraint evaluation_conclusion_kind_check CHECK ((kind = ANY (ARRAY['keep'::text, 'change'::text, 'spread'::text])))
  constraint evaluation_conclusion_pkey PRIMARY KEY (id)
  constraint evaluation_conclusion_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.evaluation_round(id, partnership_id) ON DELETE RESTRICT
  index evaluation_conclusion_of USING btree (round_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.evaluation_group -- How many of an audience were invited, answered, and had their paper typed in by the partnership.
  round_id uuid not null
  partnership_id uuid not null
  audience text not null
  issued integer not null default 0
  answered integer not null default 0
  by_hand integer not null default 0
  constraint evaluation_group_audience_check CHECK ((audience = ANY (ARRAY['partner'::text, 'worker'::text, 'participant'::text])))
  constraint evaluation_group_check CHECK (((answered >= 0) AND (answered <= issued)))
  constraint evaluation_group_check1 CHECK (((by_hand >= 0) AND (by_hand <= answered)))
  constraint evaluation_group_issued_check CHECK ((issued >= 0))
  constraint evaluation_group_pkey PRIMARY KEY (round_id, audience)
  constraint evaluation_group_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.evaluation_round(id, partnership_id) ON DELETE RESTRICT
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy counted for update to splot_search using (true)
  policy empty restrictive for insert to splot_worker with check ((issued = 0))
  policy lookup for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select, update (issued, answered, by_hand)
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.evaluation_pass -- Hashes of invitations not yet used. It says nothing of who holds one, and a used one is gone: not marked, deleted. Read by the functions here alone.
  hash text not null
  round_id uuid not null
  audience text not null
  constraint evaluation_pass_hash_check CHECK ((length(hash) = 43))
  constraint evaluation_pass_pkey PRIMARY KEY (hash)
  constraint evaluation_pass_round_id_audience_fkey FOREIGN KEY (round_id, audience) REFERENCES partnerships.evaluation_group(round_id, audience) ON DELETE RESTRICT
  index evaluation_pass_of USING btree (round_id, audience)
  policy door for insert to splot_search with check (true)
  policy drop_draft for delete to splot_search using (true)
  policy lookup for select to splot_search using (true)
  row-level security, forced
  -- splot_search: delete, insert, select

table partnerships.evaluation_question -- The question bank of evaluations, by audience; those of participants are worded plainly and in Ukrainian too. Options of a choice are objects with code, pl, en, uk. Public data.
  code text not null
  audience text not null
  area text not null
  kind text not null
  position integer not null
  pl text not null
  en text not null
  uk text not null default ''::text
  options jsonb not null default '[]'::jsonb
  source text not null
  valid_from date not null
  valid_to date
  constraint evaluation_question_area_check CHECK ((area = ANY (ARRAY['effectiveness'::text, 'innovation'::text, 'spread'::text])))
  constraint evaluation_question_audience_check CHECK ((audience = ANY (ARRAY['partner'::text, 'worker'::text, 'participant'::text])))
  constraint evaluation_question_check CHECK ((valid_to >= valid_from))
  constraint evaluation_question_check1 CHECK (((audience <> 'participant'::text) OR (uk <> ''::text)))
  constraint evaluation_question_check2 CHECK (((kind = 'choice'::text) = (jsonb_array_length(options) > 0)))
  constraint evaluation_question_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,39}$'::text))
  constraint evaluation_question_kind_check CHECK ((kind = ANY (ARRAY['scale'::text, 'yes_no'::text, 'choice'::text, 'text'::text])))
  constraint evaluation_question_options_check CHECK ((jsonb_typeof(options) = 'array'::text))
  constraint evaluation_question_pkey PRIMARY KEY (code, valid_from)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.evaluation_round -- An evaluation of the partnership: a time for answers, then results, conclusions and a decision.
  id uuid not null
  partnership_id uuid not null
  title text not null
  state text not null default 'open'::text
  opened_on date not null
  closes_on date not null
  closed_on date
  decision text not null default ''::text
  decided_on date
  row_version integer not null default 1
  constraint evaluation_round_check CHECK ((closes_on >= opened_on))
  constraint evaluation_round_check1 CHECK (((state = 'open'::text) = (closed_on IS NULL)))
  constraint evaluation_round_check2 CHECK (((state = 'decided'::text) = (decided_on IS NOT NULL)))
  constraint evaluation_round_decision_check CHECK ((length(decision) <= 5000))
  constraint evaluation_round_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint evaluation_round_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint evaluation_round_pkey PRIMARY KEY (id)
  constraint evaluation_round_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'decided'::text])))
  constraint evaluation_round_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index evaluation_round_of USING btree (partnership_id, opened_on DESC)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy lookup for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger mixed AFTER UPDATE OF state ON partnerships.evaluation_round FOR EACH ROW WHEN (((old.state = 'open'::text) AND (new.state = 'closed'::text))) EXECUTE FUNCTION partnerships.evaluation_mix()
  trigger moves BEFORE UPDATE ON partnerships.evaluation_round FOR EACH ROW EXECUTE FUNCTION partnerships.evaluation_moves()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (state, closes_on, closed_on, decision, decided_on, row_version)

table partnerships.evaluation_taken -- Which workers have taken an invitation, so that each takes one; not which one, nor whether it was used. Read by the functions here alone.
  round_id uuid not null
  worker_id uuid not null
  constraint evaluation_taken_pkey PRIMARY KEY (round_id, worker_id)
  constraint evaluation_taken_round_id_fkey FOREIGN KEY (round_id) REFERENCES partnerships.evaluation_round(id) ON DELETE RESTRICT
  constraint evaluation_taken_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index evaluation_taken_worker USING btree (worker_id)
  policy door for insert to splot_search with check (true)
  policy drop_draft for delete to splot_search using (true)
  policy lookup for select to splot_search using (true)
  row-level security, forced
  -- splot_search: delete, insert, select

table partnerships.evaluation_text -- What somebody wrote. The coordinator looks for names first: what is shown to the partners replaces what was written, what is withheld is emptied.
  id uuid not null default gen_random_uuid()
  round_id uuid not null
  partnership_id uuid not null
  audience text not null
  question text not null
  body text not null
  state text not null default 'waiting'::text
  constraint evaluation_text_body_check CHECK ((length(body) <= 2000))
  constraint evaluation_text_check CHECK (((state <> 'withheld'::text) OR (body = ''::text)))
  constraint evaluation_text_pkey PRIMARY KEY (id)
  constraint evaluation_text_round_id_audience_fkey FOREIGN KEY (round_id, audience) REFERENCES partnerships.evaluation_group(round_id, audience) ON DELETE RESTRICT
  constraint evaluation_text_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.evaluation_round(id, partnership_id) ON DELETE RESTRICT
  constraint evaluation_text_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'withheld'::text])))
  index evaluation_text_of USING btree (round_id, audience, question)
  policy door for insert to splot_search with check (true)
  policy drop_draft for delete to splot_search using (true)
  policy judged for update to splot_search using (true)
  policy looked_at for select to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND (state <> 'withheld'::text) AND ((state = 'shown'::text) OR partnerships.may_coordinate(partnership_id)) AND (EXISTS ( SELECT
   FROM partnerships.evaluation_round r
  WHERE ((r.id = evaluation_text.round_id) AND (r.state <> 'open'::text)))) AND (EXISTS ( SELECT
   FROM partnerships.evaluation_group g
  WHERE ((g.round_id = evaluation_text.round_id) AND (g.audience = evaluation_text.audience) AND (g.answered >= 5))))))
  policy lookup for select to splot_search using (true)
  row-level security, forced
  -- splot_search: delete, insert, select, update (body, state)
  -- splot_worker: select

table partnerships.guest_contact -- Where a guest is written to. Only whoever runs the meetings of the body reads it; erased some time after the meeting.
  attendee_id uuid not null
  body_id uuid not null
  email text not null
  lang text not null default 'pl'::text
  constraint guest_contact_attendee_id_body_id_fkey FOREIGN KEY (attendee_id, body_id) REFERENCES partnerships.attendee(id, body_id) ON DELETE CASCADE
  constraint guest_contact_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)))
  constraint guest_contact_lang_check CHECK ((lang = ANY (ARRAY['pl'::text, 'en'::text])))
  constraint guest_contact_pkey PRIMARY KEY (attendee_id)
  policy erased for delete to splot_system using (true)
  policy runs for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy runs_add for insert to splot_worker with check ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: delete, select
  -- splot_worker: insert, select

table partnerships.health_rule -- From which share on a component of the health of a partnership is called good, within how many days where days count, and from how many on it is called anything. Our own convention, no law. Public data.
  code text not null
  good_from integer not null
  days integer
  least integer not null default 5
  valid_from date not null
  valid_to date
  source text not null
  constraint health_rule_check CHECK ((valid_to >= valid_from))
  constraint health_rule_code_check CHECK ((code = ANY (ARRAY['answer'::text, 'first_meeting'::text, 'plans'::text, 'reviews'::text, 'meetings'::text, 'agreement'::text, 'contacts'::text])))
  constraint health_rule_days_check CHECK ((days > 0))
  constraint health_rule_good_from_check CHECK (((good_from >= 0) AND (good_from <= 100)))
  constraint health_rule_least_check CHECK (("least" > 0))
  constraint health_rule_pkey PRIMARY KEY (code, valid_from)
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.invitation -- Which institution was invited to a partnership and what it answered. For the members and the invited.
  id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  invited_by uuid not null
  word text not null default ''::text
  sent_on date not null
  state text not null default 'sent'::text
  on_paper boolean not null default false
  answer text not null default ''::text
  answered_by uuid
  answered_on date
  constraint invitation_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint invitation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint invitation_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint invitation_pkey PRIMARY KEY (id)
  constraint invitation_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  index invitation_answered_by USING btree (answered_by)
  index invitation_institution USING btree (institution_id, state)
  index invitation_invited_by USING btree (invited_by)
  index invitation_partnership USING btree (partnership_id)
  index invitation_waiting UNIQUE USING btree (partnership_id, institution_id) WHERE (state = 'sent'::text)
  policy answered for update to splot_worker using (((state = 'sent'::text) AND (partnerships.may_coordinate(partnership_id) OR ((institution_id = kernel.institution()) AND ( SELECT organisations.holds(ARRAY['partnership_coordinator'::text, 'head'::text]) AS holds))))) with check (
CASE
    WHEN (institution_id = kernel.institution()) THEN ((state = ANY (ARRAY['accepted'::text, 'declined'::text])) AND (NOT on_paper))
    ELSE (partnerships.may_coordinate(partnership_id) AND ((state = 'withdrawn'::text) OR (on_paper AND (state = ANY (ARRAY['accepted'::text, 'declined'::text])))))
END)
  policy invited for insert to splot_worker with check (((state = 'sent'::text) AND (invited_by = kernel.worker()) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using (((institution_id = kernel.institution()) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))))
  policy system for select to splot_search, splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (state, on_paper, answer, answered_by, answered_on)

table partnerships.meeting -- A meeting: planned, called (invitations went out), held or cancelled.
  id uuid not null
  body_id uuid not null
  series_id uuid
  title text not null
  aim text not null default ''::text
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  mode text not null
  place text not null default ''::text
  link text not null default ''::text
  chair_id uuid
  clerk_id uuid
  state text not null default 'planned'::text
  reason text not null default ''::text
  sequence integer not null default 0
  row_version integer not null default 1
  created_at timestamp with time zone not null
  updated_at timestamp with time zone not null
  constraint meeting_aim_check CHECK ((length(aim) <= 2000))
  constraint meeting_body_id_fkey FOREIGN KEY (body_id) REFERENCES partnerships.body(id) ON DELETE CASCADE
  constraint meeting_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint meeting_check CHECK ((ends_at > starts_at))
  constraint meeting_check1 CHECK (((mode = 'online'::text) OR (place <> ''::text)))
  constraint meeting_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint meeting_id_body_id_key UNIQUE (id, body_id)
  constraint meeting_link_check CHECK (((length(link) <= 500) AND ((link = ''::text) OR (link ~ '^https://'::text))))
  constraint meeting_mode_check CHECK ((mode = ANY (ARRAY['onsite'::text, 'online'::text, 'hybrid'::text])))
  constraint meeting_pkey PRIMARY KEY (id)
  constraint meeting_place_check CHECK ((length(place) <= 300))
  constraint meeting_reason_check CHECK ((length(reason) <= 500))
  constraint meeting_series_id_body_id_fkey FOREIGN KEY (series_id, body_id) REFERENCES partnerships.meeting_series(id, body_id) ON DELETE CASCADE
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'called'::text, 'held'::text, 'cancelled'::text])))
  constraint meeting_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index meeting_body USING btree (body_id, starts_at)
  index meeting_chair USING btree (chair_id) WHERE (chair_id IS NOT NULL)
  index meeting_clerk USING btree (clerk_id) WHERE (clerk_id IS NOT NULL)
  index meeting_of_series USING btree (series_id) WHERE (series_id IS NOT NULL)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE UPDATE ON partnerships.meeting FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.meeting_file -- Documents of a meeting.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  file_id uuid not null
  title text not null
  added_by uuid not null
  added_at timestamp with time zone not null
  constraint meeting_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint meeting_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE CASCADE
  constraint meeting_file_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint meeting_file_pkey PRIMARY KEY (id)
  constraint meeting_file_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index meeting_file_by USING btree (added_by)
  index meeting_file_file USING btree (file_id)
  index meeting_file_meeting USING btree (meeting_id)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy own_name restrictive for insert to splot_worker with check ((added_by = kernel.worker()))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE DELETE OR UPDATE ON partnerships.meeting_file FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  trigger in_hand BEFORE INSERT OR UPDATE OF file_id ON partnerships.meeting_file FOR EACH ROW EXECUTE FUNCTION kernel.keep_in_hand()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.meeting_link -- Links in invitations. The secret stands in the letter alone, here is its hash.
  hash text not null
  attendee_id uuid not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint meeting_link_attendee_id_fkey FOREIGN KEY (attendee_id) REFERENCES partnerships.attendee(id) ON DELETE CASCADE
  constraint meeting_link_check1 CHECK ((expires_at > created_at))
  constraint meeting_link_pkey PRIMARY KEY (hash)
  index meeting_link_attendee USING btree (attendee_id)
  policy door for select to splot_search using (true)
  policy made for insert to splot_system with check (true)
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: insert, select

table partnerships.meeting_rule -- Days that meetings are held to. Public data.
  what text not null
  amount integer not null
  source text not null
  valid_from date not null
  valid_to date
  constraint meeting_rule_amount_check CHECK ((amount > 0))
  constraint meeting_rule_check CHECK ((valid_to >= valid_from))
  constraint meeting_rule_pkey PRIMARY KEY (what, valid_from)
  constraint meeting_rule_what_check CHECK ((what = ANY (ARRAY['silence_days'::text, 'remind_days'::text, 'guest_days'::text])))
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.meeting_series -- Meetings planned together by one rule of recurrence.
  id uuid not null
  body_id uuid not null
  title text not null
  rule text not null
  created_at timestamp with time zone not null
  constraint meeting_series_body_id_fkey FOREIGN KEY (body_id) REFERENCES partnerships.body(id) ON DELETE CASCADE
  constraint meeting_series_id_body_id_key UNIQUE (id, body_id)
  constraint meeting_series_pkey PRIMARY KEY (id)
  constraint meeting_series_rule_check CHECK ((length(rule) <= 200))
  constraint meeting_series_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  index meeting_series_body USING btree (body_id)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (body_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (body_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (body_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.meeting_task -- What an institution took upon itself at a meeting, and until when.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  point_id uuid
  what text not null
  institution_id uuid not null
  worker_id uuid
  due_on date not null
  state text not null default 'open'::text
  remark text not null default ''::text
  settled_on date
  reminded_on date
  row_version integer not null default 1
  constraint meeting_task_check CHECK (((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (settled_on IS NOT NULL)))
  constraint meeting_task_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint meeting_task_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint meeting_task_pkey PRIMARY KEY (id)
  constraint meeting_task_point_id_meeting_id_fkey FOREIGN KEY (point_id, meeting_id) REFERENCES partnerships.agenda_point(id, meeting_id) ON DELETE RESTRICT
  constraint meeting_task_remark_check CHECK ((length(remark) <= 1000))
  constraint meeting_task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'started'::text, 'done'::text, 'dropped'::text])))
  constraint meeting_task_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))
  constraint meeting_task_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index meeting_task_due USING btree (due_on) WHERE (state = ANY (ARRAY['open'::text, 'started'::text]))
  index meeting_task_institution USING btree (institution_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'started'::text]))
  index meeting_task_meeting USING btree (meeting_id)
  index meeting_task_owner USING btree (institution_id)
  index meeting_task_point USING btree (point_id) WHERE (point_id IS NOT NULL)
  index meeting_task_worker USING btree (worker_id) WHERE (worker_id IS NOT NULL)
  policy door for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((state = 'open'::text) AND (NOT partnerships.minutes_are_signed(meeting_id)) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy own_task for update to splot_worker using (((institution_id = kernel.institution()) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))) with check ((institution_id = kernel.institution()))
  policy reminded for update to splot_system using (true) with check (true)
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE INSERT OR DELETE OR UPDATE ON partnerships.meeting_task FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  trigger own_only BEFORE UPDATE ON partnerships.meeting_task FOR EACH ROW EXECUTE FUNCTION partnerships.guard_own()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select, update
  -- splot_worker: delete, insert, select, update

table partnerships.member -- Institutions of the partnership, from–to. Public data.
  id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  joined_on date not null
  left_on date
  constraint member_check CHECK ((left_on >= joined_on))
  constraint member_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint member_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint member_partnership_id_institution_id_daterange_excl EXCLUDE USING gist (partnership_id WITH =, institution_id WITH =, daterange(joined_on, left_on, '[]'::text) WITH &&)
  constraint member_pkey PRIMARY KEY (id)
  index member_institution USING btree (institution_id)
  index member_partnership USING btree (partnership_id)
  policy ended for update to splot_worker using ((partnerships.may_coordinate(partnership_id) OR ((institution_id = kernel.institution()) AND partnerships.may_represent(partnership_id)))) with check (true)
  policy joined for insert to splot_worker with check ((partnerships.may_join(partnership_id, institution_id) OR partnerships.may_found(partnership_id, institution_id)))
  policy open for select to public using (true)
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (left_on)

table partnerships.minutes -- The minutes of a meeting: draft, sent for remarks, signed. What was signed never changes; corrections are notes beside it.
  meeting_id uuid not null
  body_id uuid not null
  state text not null default 'draft'::text
  round integer not null default 1
  general text not null default ''::text
  sent_at timestamp with time zone
  remarks_until date
  signed_at timestamp with time zone
  signed_how text
  content jsonb
  content_hash text
  row_version integer not null default 1
  constraint minutes_check CHECK (((state = 'draft'::text) = (sent_at IS NULL)))
  constraint minutes_check1 CHECK (((state = 'draft'::text) = (remarks_until IS NULL)))
  constraint minutes_check2 CHECK (((state = 'signed'::text) = (signed_at IS NOT NULL)))
  constraint minutes_check3 CHECK (((state = 'signed'::text) = (signed_how IS NOT NULL)))
  constraint minutes_check4 CHECK (((state = 'signed'::text) = (content IS NOT NULL)))
  constraint minutes_check5 CHECK (((content IS NULL) = (content_hash IS NULL)))
  constraint minutes_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
  constraint minutes_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
  constraint minutes_general_check CHECK ((length(general) <= 20000))
  constraint minutes_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint minutes_pkey PRIMARY KEY (meeting_id)
  constraint minutes_round_check CHECK ((round > 0))
  constraint minutes_signed_how_check CHECK ((signed_how = ANY (ARRAY['people'::text, 'silence'::text])))
  constraint minutes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'signed'::text])))
  policy door for select to splot_search using (true)
  policy drafts restrictive for select to splot_worker using (((state <> 'draft'::text) OR (body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))
  policy member_signs for update to splot_worker using (((state = 'sent'::text) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))) with check ((state = 'signed'::text))
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  policy system_signs for update to splot_system using ((state = 'sent'::text)) with check ((state = 'signed'::text))
  trigger guard BEFORE INSERT OR DELETE OR UPDATE ON partnerships.minutes FOR EACH ROW EXECUTE FUNCTION partnerships.guard_minutes()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select, update
  -- splot_worker: insert, select, update

table partnerships.minutes_note -- Corrections of signed minutes: they stand beside them and change nothing.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  worker_id uuid not null
  note text not null
  made_at timestamp with time zone not null
  constraint minutes_note_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint minutes_note_note_check CHECK (((length(note) >= 1) AND (length(note) <= 4000)))
  constraint minutes_note_pkey PRIMARY KEY (id)
  constraint minutes_note_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index minutes_note_meeting USING btree (meeting_id)
  index minutes_note_worker USING btree (worker_id)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy own_name restrictive for insert to splot_worker with check ((worker_id = kernel.worker()))
  policy runs_add for insert to splot_worker with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.minutes_remark -- A remark on minutes sent round, and what became of it.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  remark text not null
  made_at timestamp with time zone not null
  taken boolean
  reply text not null default ''::text
  constraint minutes_remark_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint minutes_remark_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint minutes_remark_pkey PRIMARY KEY (id)
  constraint minutes_remark_remark_check CHECK (((length(remark) >= 1) AND (length(remark) <= 4000)))
  constraint minutes_remark_reply_check CHECK ((length(reply) <= 2000))
  constraint minutes_remark_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index minutes_remark_institution USING btree (institution_id)
  index minutes_remark_meeting USING btree (meeting_id)
  index minutes_remark_worker USING btree (worker_id)
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy remarks for insert to splot_worker with check (((worker_id = kernel.worker()) AND (institution_id = kernel.institution()) AND (taken IS NULL) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[])))))
  policy runs for update to splot_worker using (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[])))))) with check (((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))))))
  policy system for select to splot_system using (true)
  trigger guard BEFORE INSERT OR UPDATE ON partnerships.minutes_remark FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (taken, reply)

table partnerships.minutes_signature -- Who agreed to the minutes as they were sent: the chair, and one person for each institution present.
  id uuid not null
  body_id uuid not null
  meeting_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  role text not null
  round integer not null
  signed_at timestamp with time zone not null
  constraint minutes_signature_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint minutes_signature_meeting_id_body_id_fkey FOREIGN KEY (meeting_id, body_id) REFERENCES partnerships.meeting(id, body_id) ON DELETE CASCADE
  constraint minutes_signature_meeting_id_round_institution_id_role_key UNIQUE (meeting_id, round, institution_id, role)
  constraint minutes_signature_pkey PRIMARY KEY (id)
  constraint minutes_signature_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'member'::text])))
  constraint minutes_signature_round_check CHECK ((round > 0))
  constraint minutes_signature_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index minutes_signature_institution USING btree (institution_id)
  index minutes_signature_worker USING btree (worker_id)
  policy agrees for insert to splot_worker with check (((worker_id = kernel.worker()) AND (institution_id = kernel.institution()) AND (body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))) AND ((role = 'member'::text) OR (meeting_id = ANY (COALESCE(( SELECT partnerships.meetings_i_run() AS meetings_i_run), '{}'::uuid[]))) OR (body_id = ANY (COALESCE(( SELECT partnerships.bodies_i_run() AS bodies_i_run), '{}'::uuid[]))))))
  policy door for select to splot_search using (true)
  policy members for select to splot_worker using ((body_id = ANY (COALESCE(( SELECT partnerships.my_bodies() AS my_bodies), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  policy to_this_text restrictive for insert to splot_worker with check ((EXISTS ( SELECT
   FROM partnerships.minutes m
  WHERE ((m.meeting_id = minutes_signature.meeting_id) AND (m.state = 'sent'::text) AND (m.round = minutes_signature.round)))))
  trigger guard BEFORE INSERT ON partnerships.minutes_signature FOR EACH ROW EXECUTE FUNCTION partnerships.guard_signed()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.network_question -- A question to the network, by the topic of exchange that holds its words: subject and the practice card that answers it. Read by workers.
  topic_id uuid not null
  partnership_id uuid
  code text not null
  document_id uuid
  asked_at timestamp with time zone not null
  constraint network_question_code_fkey FOREIGN KEY (code) REFERENCES partnerships.network_term(code) ON DELETE RESTRICT
  constraint network_question_document_id_fkey FOREIGN KEY (document_id) REFERENCES library.document(id) ON DELETE SET NULL
  constraint network_question_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE SET NULL
  constraint network_question_pkey PRIMARY KEY (topic_id)
  constraint network_question_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES exchange.topic(id) ON DELETE CASCADE
  index network_question_code USING btree (code, asked_at)
  index network_question_document USING btree (document_id)
  index network_question_partnership USING btree (partnership_id)
  policy asked for insert to splot_worker with check (((document_id IS NULL) AND exchange.wrote(( SELECT t.opening_id
   FROM exchange.topic t
  WHERE (t.id = network_question.topic_id))) AND ((partnership_id IS NULL) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))))
  policy solved for update to splot_worker using ((exchange.wrote(( SELECT t.opening_id
   FROM exchange.topic t
  WHERE (t.id = network_question.topic_id))) OR ( SELECT organisations.holds(ARRAY['editor'::text]) AS holds)))
  policy system for select to splot_system using (true)
  policy workers for select to splot_worker using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update (document_id)

table partnerships.network_term -- Words in which partnerships describe themselves to each other: what they are good at, whom they work with, what troubles them. Public data.
  code text not null
  kind text not null
  position integer not null
  name_pl text not null
  name_en text not null
  valid_from date not null default '2026-01-01'::date
  valid_to date
  source text not null
  constraint network_term_check CHECK ((valid_to >= valid_from))
  constraint network_term_code_check CHECK ((code ~ '^[a-z][a-z0-9_]*$'::text))
  constraint network_term_kind_check CHECK ((kind = ANY (ARRAY['topic'::text, 'group'::text, 'problem'::text])))
  constraint network_term_name_en_check CHECK ((name_en <> ''::text))
  constraint network_term_name_pl_check CHECK ((name_pl <> ''::text))
  constraint network_term_pkey PRIMARY KEY (code)
  index network_term_kind USING btree (kind, "position")
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

table partnerships.partnership -- A local partnership and its state. Public data.
  id uuid not null
  name text not null
  county_code text not null
  state text not null
  started_on date not null
  ended_on date
  row_version integer not null default 1
  constraint partnership_name_check CHECK ((name <> ''::text))
  constraint partnership_pkey PRIMARY KEY (id)
  constraint partnership_state_check CHECK ((state = ANY (ARRAY['initiative'::text, 'negotiation'::text, 'agreement_signed'::text, 'operating'::text, 'suspended'::text, 'ended'::text])))
  index partnership_county USING btree (county_code)
  policy changed for update to splot_worker using (partnerships.may_represent(id)) with check ((partnerships.may_coordinate(id) OR partnerships.only_moves(partnership.*)))
  policy founded for insert to splot_worker with check (((state = 'initiative'::text) AND ( SELECT organisations.holds(ARRAY['partnership_coordinator'::text, 'head'::text]) AS holds)))
  policy open for select to public using (true)
  trigger make_bodies AFTER INSERT ON partnerships.partnership FOR EACH ROW EXECUTE FUNCTION partnerships.make_bodies()
  trigger state BEFORE UPDATE OF state ON partnerships.partnership FOR EACH ROW EXECUTE FUNCTION partnerships.check_state()
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.peer_visit -- A peer visit: one partnership asks another to show how it works; a day is agreed, and what was learnt is written down by both.
  id uuid not null
  guest_id uuid not null
  host_id uuid not null
  topic text not null
  wish text not null
  state text not null default 'requested'::text
  day date
  answer text not null default ''::text
  guest_learnt text not null default ''::text
  host_learnt text not null default ''::text
  asked_by uuid
  asked_at timestamp with time zone not null
  settled_at timestamp with time zone
  row_version integer not null default 1
  constraint peer_visit_answer_check CHECK ((length(answer) <= 3000))
  constraint peer_visit_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  constraint peer_visit_check CHECK ((guest_id <> host_id))
  constraint peer_visit_check1 CHECK (((state <> ALL (ARRAY['proposed'::text, 'accepted'::text, 'held'::text])) OR (day IS NOT NULL)))
  constraint peer_visit_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint peer_visit_guest_learnt_check CHECK ((length(guest_learnt) <= 5000))
  constraint peer_visit_host_id_fkey FOREIGN KEY (host_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint peer_visit_host_learnt_check CHECK ((length(host_learnt) <= 5000))
  constraint peer_visit_pkey PRIMARY KEY (id)
  constraint peer_visit_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'proposed'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'held'::text])))
  constraint peer_visit_topic_fkey FOREIGN KEY (topic) REFERENCES partnerships.network_term(code) ON DELETE RESTRICT
  constraint peer_visit_wish_check CHECK (((wish <> ''::text) AND (length(wish) <= 3000)))
  index peer_visit_asker USING btree (asked_by)
  index peer_visit_guest USING btree (guest_id, asked_at)
  index peer_visit_host USING btree (host_id, asked_at)
  index peer_visit_open UNIQUE USING btree (guest_id, host_id) WHERE (state = ANY (ARRAY['requested'::text, 'proposed'::text, 'accepted'::text]))
  index peer_visit_topic USING btree (topic)
  policy answered for update to splot_worker using ((((guest_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(guest_id)) OR ((host_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(host_id))))
  policy asked for insert to splot_worker with check (((state = 'requested'::text) AND (guest_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(guest_id)))
  policy sides for select to splot_worker using (((guest_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) OR (host_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))))
  policy system for select to splot_system using (true)
  trigger keep_visit BEFORE UPDATE ON partnerships.peer_visit FOR EACH ROW EXECUTE FUNCTION partnerships.keep_visit()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update (state, day, answer, guest_learnt, host_learnt, settled_at, row_version)

table partnerships.plan_cost -- A cost of the plan in grosze. Sources may share it, together never above its amount: the same cost is not paid twice from public money (act of 20 March 2025 on the labour market and employment services, art. 79).
  id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  task_id uuid
  title text not null
  document text not null default ''::text
  amount bigint not null
  financed bigint not null default 0
  row_version integer not null default 1
  constraint plan_cost_amount_check CHECK (((amount >= 1) AND (amount <= '100000000000'::bigint)))
  constraint plan_cost_id_plan_id_key UNIQUE (id, plan_id)
  constraint plan_cost_paid_once CHECK (((financed >= 0) AND (financed <= amount)))
  constraint plan_cost_pkey PRIMARY KEY (id)
  constraint plan_cost_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  constraint plan_cost_task_id_plan_id_fkey FOREIGN KEY (task_id, plan_id) REFERENCES partnerships.plan_task(id, plan_id) ON DELETE RESTRICT
  constraint plan_cost_title_check CHECK ((title <> ''::text))
  index plan_cost_document USING btree (partnership_id, lower(replace(document, ' '::text, ''::text))) WHERE (document <> ''::text)
  index plan_cost_plan USING btree (plan_id)
  index plan_cost_task USING btree (task_id)
  index plan_cost_words UNIQUE USING btree (plan_id, COALESCE(task_id, plan_id), lower(title))
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy counted for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy financed for update to splot_search using (true) with check (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger known BEFORE INSERT OR UPDATE OF document ON partnerships.plan_cost FOR EACH ROW EXECUTE FUNCTION partnerships.cost_known()
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.plan_cost FOR EACH ROW EXECUTE FUNCTION partnerships.plan_parts()
  row-level security, forced
  -- splot_search: select, update (financed)
  -- splot_system: select
  -- splot_worker: delete, insert (id, plan_id, partnership_id, task_id, title, document, amount), select, update (task_id, title, document, amount, row_version)

table partnerships.plan_cost_share -- How much of a cost one source pays, through which institution.
  id uuid not null
  cost_id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  source_code text not null
  institution_id uuid not null
  amount bigint not null
  constraint plan_cost_share_amount_check CHECK ((amount > 0))
  constraint plan_cost_share_cost_id_plan_id_fkey FOREIGN KEY (cost_id, plan_id) REFERENCES partnerships.plan_cost(id, plan_id) ON DELETE CASCADE
  constraint plan_cost_share_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint plan_cost_share_once UNIQUE (cost_id, source_code, institution_id)
  constraint plan_cost_share_pkey PRIMARY KEY (id)
  constraint plan_cost_share_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  constraint plan_cost_share_source_code_fkey FOREIGN KEY (source_code) REFERENCES partnerships.budget_source(code) ON DELETE RESTRICT
  index plan_cost_share_institution USING btree (institution_id)
  index plan_cost_share_plan USING btree (plan_id)
  index plan_cost_share_source USING btree (source_code)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger counted AFTER INSERT OR DELETE OR UPDATE ON partnerships.plan_cost_share FOR EACH ROW EXECUTE FUNCTION partnerships.count_share()
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.plan_cost_share FOR EACH ROW EXECUTE FUNCTION partnerships.plan_parts()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: delete, insert, select, update (amount)

table partnerships.plan_goal -- A goal of the action plan with the time it is to be reached in.
  id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  position integer not null
  title text not null
  description text not null default ''::text
  starts_on date not null
  due_on date not null
  row_version integer not null default 1
  constraint plan_goal_check CHECK ((due_on >= starts_on))
  constraint plan_goal_id_plan_id_key UNIQUE (id, plan_id)
  constraint plan_goal_pkey PRIMARY KEY (id)
  constraint plan_goal_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  constraint plan_goal_title_check CHECK ((title <> ''::text))
  index plan_goal_plan USING btree (plan_id, "position")
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.plan_goal FOR EACH ROW EXECUTE FUNCTION partnerships.plan_parts()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: delete, insert, select, update (position, title, description, starts_on, due_on, row_version)

table partnerships.plan_indicator -- How it will be known that a goal is reached. A computed one takes its figures from cases, never of fewer than five people.
  id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  goal_id uuid not null
  name text not null
  definition text not null
  unit text not null default ''::text
  direction text not null
  baseline numeric(14,2)
  baseline_on date
  target numeric(14,2) not null
  computed text
  row_version integer not null default 1
  constraint plan_indicator_check CHECK (((baseline IS NULL) = (baseline_on IS NULL)))
  constraint plan_indicator_computed_check CHECK ((computed = ANY (ARRAY['referrals'::text, 'answered_on_time'::text, 'cases_begun'::text, 'cases_active'::text, 'plans_signed'::text, 'reviews_on_time'::text, 'social'::text, 'employment'::text, 'durability'::text])))
  constraint plan_indicator_definition_check CHECK ((definition <> ''::text))
  constraint plan_indicator_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'keep'::text])))
  constraint plan_indicator_goal_id_plan_id_fkey FOREIGN KEY (goal_id, plan_id) REFERENCES partnerships.plan_goal(id, plan_id) ON DELETE CASCADE
  constraint plan_indicator_id_plan_id_key UNIQUE (id, plan_id)
  constraint plan_indicator_name_check CHECK ((name <> ''::text))
  constraint plan_indicator_pkey PRIMARY KEY (id)
  constraint plan_indicator_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  index plan_indicator_goal USING btree (goal_id)
  index plan_indicator_plan USING btree (plan_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.plan_indicator FOR EACH ROW EXECUTE FUNCTION partnerships.plan_parts()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: delete, insert, select, update (goal_id, name, definition, unit, direction, baseline, baseline_on, target, computed, row_version)

table partnerships.plan_measurement -- A dated value of an indicator with its source. A wrong one is withdrawn, never rewritten.
  id uuid not null
  indicator_id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  measured_on date not null
  value numeric(14,2) not null
  source text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  withdrawn_on date
  constraint plan_measurement_indicator_id_plan_id_fkey FOREIGN KEY (indicator_id, plan_id) REFERENCES partnerships.plan_indicator(id, plan_id) ON DELETE CASCADE
  constraint plan_measurement_pkey PRIMARY KEY (id)
  constraint plan_measurement_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  constraint plan_measurement_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint plan_measurement_source_check CHECK ((source <> ''::text))
  index plan_measurement_indicator USING btree (indicator_id, measured_on)
  index plan_measurement_plan USING btree (plan_id)
  index plan_measurement_recorder USING btree (recorded_by)
  policy added for insert to splot_worker with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy own_name restrictive for insert to splot_worker with check ((recorded_by = kernel.worker()))
  policy system for select to splot_system using (true)
  trigger measured BEFORE INSERT OR UPDATE ON partnerships.plan_measurement FOR EACH ROW EXECUTE FUNCTION partnerships.plan_measured()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update (withdrawn_on)

table partnerships.plan_task -- Who does what until when towards a goal, and what was done. The institution that owns a task reports on it.
  id uuid not null
  plan_id uuid not null
  partnership_id uuid not null
  goal_id uuid not null
  title text not null
  institution_id uuid not null
  worker_id uuid
  starts_on date not null
  due_on date not null
  state text not null default 'planned'::text
  done_on date
  done_note text not null default ''::text
  row_version integer not null default 1
  constraint plan_task_check CHECK ((due_on >= starts_on))
  constraint plan_task_check1 CHECK (((state = 'done'::text) = (done_on IS NOT NULL)))
  constraint plan_task_check2 CHECK (((state <> ALL (ARRAY['done'::text, 'given_up'::text])) OR (done_note <> ''::text)))
  constraint plan_task_goal_id_plan_id_fkey FOREIGN KEY (goal_id, plan_id) REFERENCES partnerships.plan_goal(id, plan_id) ON DELETE CASCADE
  constraint plan_task_id_plan_id_key UNIQUE (id, plan_id)
  constraint plan_task_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint plan_task_pkey PRIMARY KEY (id)
  constraint plan_task_plan_id_partnership_id_fkey FOREIGN KEY (plan_id, partnership_id) REFERENCES partnerships.action_plan(id, partnership_id) ON DELETE CASCADE
  constraint plan_task_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'in_progress'::text, 'done'::text, 'given_up'::text])))
  constraint plan_task_title_check CHECK ((title <> ''::text))
  constraint plan_task_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index plan_task_goal USING btree (goal_id)
  index plan_task_institution USING btree (institution_id, due_on) WHERE (state = ANY (ARRAY['planned'::text, 'in_progress'::text]))
  index plan_task_owner USING btree (institution_id)
  index plan_task_plan USING btree (plan_id)
  index plan_task_worker USING btree (worker_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy reported for update to splot_worker using (((institution_id = kernel.institution()) AND (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))) with check ((institution_id = kernel.institution()))
  policy system for select to splot_system using (true)
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.plan_task FOR EACH ROW EXECUTE FUNCTION partnerships.plan_parts()
  row-level security, forced
  -- splot_system: select
  -- splot_worker: delete, insert, select, update (goal_id, title, institution_id, worker_id, starts_on, due_on, state, done_on, done_note, row_version)

table partnerships.profile -- Card of a partnership for the network, written by its coordinator. Holds no person. Public data once published; before that for its members.
  partnership_id uuid not null
  lead text not null default ''::text
  specialises text not null default ''::text
  target_note text not null default ''::text
  proud_of text not null default ''::text
  site text not null default ''::text
  hosts boolean not null default false
  host_offer text not null default ''::text
  words tsvector not null default ''::tsvector
  published_on date
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  constraint profile_host_offer_check CHECK ((length(host_offer) <= 2000))
  constraint profile_lead_check CHECK ((length(lead) <= 400))
  constraint profile_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint profile_pkey PRIMARY KEY (partnership_id)
  constraint profile_proud_of_check CHECK ((length(proud_of) <= 3000))
  constraint profile_site_check CHECK ((length(site) <= 300))
  constraint profile_specialises_check CHECK ((length(specialises) <= 3000))
  constraint profile_target_note_check CHECK ((length(target_note) <= 2000))
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy counted for select to splot_search using (true)
  policy members for select to splot_worker using (((published_on IS NOT NULL) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))))
  policy published for select to splot_participant, splot_public using ((published_on IS NOT NULL))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.profile_contact -- Whom to ask about a topic: a role in an institution of the partnership, reached through the office. Never a person. Public data once the card is published.
  partnership_id uuid not null
  code text not null
  institution_id uuid not null
  role text not null
  constraint profile_contact_code_fkey FOREIGN KEY (code) REFERENCES partnerships.network_term(code) ON DELETE RESTRICT
  constraint profile_contact_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint profile_contact_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.profile(partnership_id) ON DELETE CASCADE
  constraint profile_contact_pkey PRIMARY KEY (partnership_id, code)
  constraint profile_contact_role_check CHECK (((role <> ''::text) AND (length(role) <= 120)))
  index profile_contact_code USING btree (code)
  index profile_contact_institution USING btree (institution_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy dropped for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using (((EXISTS ( SELECT
   FROM partnerships.profile p
  WHERE ((p.partnership_id = profile_contact.partnership_id) AND (p.published_on IS NOT NULL)))) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))))
  policy published for select to splot_participant, splot_public using ((EXISTS ( SELECT
   FROM partnerships.profile p
  WHERE ((p.partnership_id = profile_contact.partnership_id) AND (p.published_on IS NOT NULL)))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: delete, insert, select, update

table partnerships.profile_term -- What a partnership is good at, whom it works with and what troubles it, as terms. Public data once its card is published.
  partnership_id uuid not null
  code text not null
  constraint profile_term_code_fkey FOREIGN KEY (code) REFERENCES partnerships.network_term(code) ON DELETE RESTRICT
  constraint profile_term_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.profile(partnership_id) ON DELETE CASCADE
  constraint profile_term_pkey PRIMARY KEY (partnership_id, code)
  index profile_term_code USING btree (code)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy dropped for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using (((EXISTS ( SELECT
   FROM partnerships.profile p
  WHERE ((p.partnership_id = profile_term.partnership_id) AND (p.published_on IS NOT NULL)))) OR (partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))))
  policy published for select to splot_participant, splot_public using ((EXISTS ( SELECT
   FROM partnerships.profile p
  WHERE ((p.partnership_id = profile_term.partnership_id) AND (p.published_on IS NOT NULL)))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: delete, insert, select, update

table partnerships.regional_call -- Calls for projects of a region: dates, criteria, where the documents are. Amounts in grosze. Public data once published; a draft is for its institution.
  id uuid not null
  institution_id uuid not null
  voivodeship_code text not null
  title text not null
  lead text not null
  criteria text not null
  who text not null default ''::text
  amount bigint
  link text not null default ''::text
  opens_on date not null
  closes_on date not null
  state text not null default 'draft'::text
  published_at timestamp with time zone
  written_by uuid
  updated_at timestamp with time zone not null
  row_version integer not null default 1
  title_en text not null default ''::text
  lead_en text not null default ''::text
  criteria_en text not null default ''::text
  who_en text not null default ''::text
  constraint regional_call_amount_check CHECK ((amount > 0))
  constraint regional_call_check CHECK ((closes_on >= opens_on))
  constraint regional_call_check1 CHECK (((state = 'draft'::text) OR (published_at IS NOT NULL)))
  constraint regional_call_criteria_check CHECK (((criteria <> ''::text) AND (length(criteria) <= 6000)))
  constraint regional_call_criteria_en_check CHECK ((length(criteria_en) <= 6000))
  constraint regional_call_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint regional_call_lead_check CHECK (((lead <> ''::text) AND (length(lead) <= 600)))
  constraint regional_call_lead_en_check CHECK ((length(lead_en) <= 600))
  constraint regional_call_link_check CHECK (((link = ''::text) OR (link ~ '^https?://'::text)))
  constraint regional_call_pkey PRIMARY KEY (id)
  constraint regional_call_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text])))
  constraint regional_call_title_check CHECK (((title <> ''::text) AND (length(title) <= 200)))
  constraint regional_call_title_en_check CHECK ((length(title_en) <= 200))
  constraint regional_call_voivodeship_code_fkey FOREIGN KEY (voivodeship_code) REFERENCES territory.voivodeship(code) ON DELETE RESTRICT
  constraint regional_call_who_check CHECK ((length(who) <= 1000))
  constraint regional_call_who_en_check CHECK ((length(who_en) <= 1000))
  constraint regional_call_written_by_fkey FOREIGN KEY (written_by) REFERENCES organisations.worker(id) ON DELETE SET NULL
  index regional_call_author USING btree (written_by)
  index regional_call_institution USING btree (institution_id)
  index regional_call_voivodeship USING btree (voivodeship_code, closes_on)
  policy changed for update to splot_worker using (((institution_id = kernel.institution()) AND (( SELECT partnerships.my_region() AS my_region) = voivodeship_code) AND ( SELECT organisations.holds(ARRAY['head'::text, 'partnership_coordinator'::text]) AS holds))) with check (((institution_id = kernel.institution()) AND (voivodeship_code = ( SELECT partnerships.my_region() AS my_region))))
  policy published for select to splot_participant, splot_public using ((state <> 'draft'::text))
  policy region for select to splot_worker using (((state <> 'draft'::text) OR (institution_id = kernel.institution())))
  policy system for select to splot_system using (true)
  policy written for insert to splot_worker with check (((state = 'draft'::text) AND (institution_id = kernel.institution()) AND (voivodeship_code = ( SELECT partnerships.my_region() AS my_region)) AND ( SELECT organisations.holds(ARRAY['head'::text, 'partnership_coordinator'::text]) AS holds)))
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.selection -- One version of how a partnership chooses whom it helps and in what order people wait. In force when every member agreed to it.
  id uuid not null
  partnership_id uuid not null
  version integer not null
  state text not null default 'draft'::text
  who text not null default ''::text
  basis text not null default ''::text
  choosing text not null default ''::text
  order_words text not null default ''::text
  appeal text not null default ''::text
  change_note text not null default ''::text
  valid_from date
  valid_to date
  created_by uuid not null
  created_at timestamp with time zone not null
  row_version integer not null default 1
  constraint selection_check CHECK (((state = 'draft'::text) OR ((who <> ''::text) AND (basis <> ''::text) AND (choosing <> ''::text) AND (order_words <> ''::text))))
  constraint selection_check1 CHECK (((state <> ALL (ARRAY['in_force'::text, 'superseded'::text])) OR (valid_from IS NOT NULL)))
  constraint selection_check2 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint selection_created_by_fkey FOREIGN KEY (created_by) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  constraint selection_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint selection_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint selection_partnership_id_version_key UNIQUE (partnership_id, version)
  constraint selection_pkey PRIMARY KEY (id)
  constraint selection_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'in_force'::text, 'superseded'::text])))
  constraint selection_version_check CHECK ((version > 0))
  index selection_author USING btree (created_by)
  index selection_in_force UNIQUE USING btree (partnership_id) WHERE (state = 'in_force'::text)
  index selection_open UNIQUE USING btree (partnership_id) WHERE (state = ANY (ARRAY['draft'::text, 'proposed'::text]))
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy counted for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy own_draft restrictive for insert to splot_worker with check (((created_by = kernel.worker()) AND (state = 'draft'::text)))
  policy system for select to splot_system using (true)
  trigger life BEFORE UPDATE ON partnerships.selection FOR EACH ROW EXECUTE FUNCTION partnerships.selection_life()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (state, who, basis, choosing, order_words, appeal, change_note, valid_from, valid_to, row_version)

table partnerships.selection_agreement -- Which member agreed to a version, when and by whom. Void when the version went back to be changed.
  id uuid not null
  selection_id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  worker_id uuid not null
  agreed_on date not null
  void boolean not null default false
  constraint selection_agreement_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint selection_agreement_pkey PRIMARY KEY (id)
  constraint selection_agreement_selection_id_partnership_id_fkey FOREIGN KEY (selection_id, partnership_id) REFERENCES partnerships.selection(id, partnership_id) ON DELETE CASCADE
  constraint selection_agreement_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES organisations.worker(id) ON DELETE RESTRICT
  index selection_agreement_institution USING btree (institution_id)
  index selection_agreement_once UNIQUE USING btree (selection_id, institution_id) WHERE (NOT void)
  index selection_agreement_version USING btree (selection_id)
  index selection_agreement_worker USING btree (worker_id)
  policy added for insert to splot_worker with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy counted for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy own_voice restrictive for insert to splot_worker with check (((institution_id = kernel.institution()) AND (worker_id = kernel.worker()) AND (NOT void) AND partnerships.may_represent(partnership_id)))
  policy system for select to splot_system using (true)
  policy voided for update to splot_search using (true) with check (void)
  trigger parts BEFORE INSERT ON partnerships.selection_agreement FOR EACH ROW EXECUTE FUNCTION partnerships.selection_parts()
  row-level security, forced
  -- splot_search: select, update (void)
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.selection_criterion -- A condition to be met, or a ground to go first: what it is, on what basis, how it is checked. The position of a ground is its rank in the queue; nothing is scored or added up.
  id uuid not null
  selection_id uuid not null
  partnership_id uuid not null
  kind text not null
  position integer not null
  name text not null
  basis text not null default ''::text
  checking text not null
  row_version integer not null default 1
  constraint selection_criterion_checking_check CHECK ((checking <> ''::text))
  constraint selection_criterion_id_selection_id_key UNIQUE (id, selection_id)
  constraint selection_criterion_kind_check CHECK ((kind = ANY (ARRAY['condition'::text, 'ground'::text])))
  constraint selection_criterion_name_check CHECK ((name <> ''::text))
  constraint selection_criterion_pkey PRIMARY KEY (id)
  constraint selection_criterion_position_check CHECK ((("position" >= 1) AND ("position" <= 99)))
  constraint selection_criterion_selection_id_kind_position_key UNIQUE (selection_id, kind, "position") DEFERRABLE INITIALLY DEFERRED
  constraint selection_criterion_selection_id_partnership_id_fkey FOREIGN KEY (selection_id, partnership_id) REFERENCES partnerships.selection(id, partnership_id) ON DELETE CASCADE
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy counted for select to splot_search using (true)
  policy drop_draft for delete to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger parts BEFORE INSERT OR DELETE OR UPDATE ON partnerships.selection_criterion FOR EACH ROW EXECUTE FUNCTION partnerships.selection_parts()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: delete, insert, select, update (kind, position, name, basis, checking, row_version)

table partnerships.service -- A service of a member with places that people of the partnership may wait for; how many are free, and on what day that was true.
  id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  name text not null
  description text not null default ''::text
  places integer not null
  free integer not null
  free_on date not null
  valid_from date not null
  valid_to date
  row_version integer not null default 1
  constraint service_check CHECK ((free <= places))
  constraint service_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  constraint service_free_check CHECK (((free >= 0) AND (free <= 10000)))
  constraint service_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint service_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint service_name_check CHECK ((name <> ''::text))
  constraint service_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE CASCADE
  constraint service_pkey PRIMARY KEY (id)
  constraint service_places_check CHECK (((places >= 0) AND (places <= 10000)))
  index service_institution USING btree (institution_id)
  index service_partnership USING btree (partnership_id)
  policy added for insert to splot_worker with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy counted for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy own_service restrictive for insert to splot_worker with check ((institution_id = kernel.institution()))
  policy own_service_change restrictive for update to splot_worker using ((institution_id = kernel.institution())) with check ((institution_id = kernel.institution()))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (name, description, places, free, free_on, valid_to, row_version)

table partnerships.signature -- Who signed which version of the agreement for which institution. Of versions that are or were in force public data.
  id uuid not null
  agreement_id uuid not null
  institution_id uuid not null
  signed_by text not null
  signed_on date not null
  form text not null
  accession boolean not null default false
  file_id uuid
  constraint signature_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES partnerships.agreement(id) ON DELETE CASCADE
  constraint signature_agreement_id_institution_id_key UNIQUE (agreement_id, institution_id)
  constraint signature_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE SET NULL
  constraint signature_form_check CHECK ((form = ANY (ARRAY['qualified'::text, 'trusted_profile'::text, 'paper'::text])))
  constraint signature_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint signature_pkey PRIMARY KEY (id)
  constraint signature_signed_by_check CHECK ((signed_by <> ''::text))
  index signature_agreement USING btree (agreement_id)
  index signature_file USING btree (file_id)
  index signature_institution USING btree (institution_id)
  policy published for select to splot_participant, splot_public, splot_worker using ((EXISTS ( SELECT
   FROM partnerships.agreement a
  WHERE (a.id = signature.agreement_id))))
  policy signed for insert to splot_worker with check (((institution_id = kernel.institution()) AND ( SELECT organisations.holds(ARRAY['head'::text]) AS holds)))
  policy system for select to splot_search, splot_system using (true)
  trigger check_signature BEFORE INSERT ON partnerships.signature FOR EACH ROW EXECUTE FUNCTION partnerships.check_signature()
  trigger in_hand BEFORE INSERT OR UPDATE OF file_id ON partnerships.signature FOR EACH ROW EXECUTE FUNCTION kernel.keep_in_hand()
  row-level security
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.standard_answer -- What one institution says of one requirement, with its evidence. Others read it only when the round has been disclosed.
  round_id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  code text not null
  level text not null
  evidence text not null default ''::text
  link text not null default ''::text
  file_id uuid
  answered_on date not null
  row_version integer not null default 1
  constraint standard_answer_evidence_check CHECK ((length(evidence) <= 2000))
  constraint standard_answer_file_id_fkey FOREIGN KEY (file_id) REFERENCES kernel.file(id) ON DELETE SET NULL
  constraint standard_answer_level_check CHECK ((level = ANY (ARRAY['met'::text, 'partly'::text, 'not'::text, 'none'::text])))
  constraint standard_answer_link_check CHECK (((link = ''::text) OR (link ~ '^https?://'::text)))
  constraint standard_answer_pkey PRIMARY KEY (round_id, institution_id, code)
  constraint standard_answer_round_id_code_fkey FOREIGN KEY (round_id, code) REFERENCES partnerships.standard_requirement(round_id, code) ON DELETE RESTRICT
  constraint standard_answer_round_id_institution_id_fkey FOREIGN KEY (round_id, institution_id) REFERENCES partnerships.standard_sheet(round_id, institution_id) ON DELETE RESTRICT
  constraint standard_answer_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  index standard_answer_code USING btree (round_id, code)
  index standard_answer_file USING btree (file_id)
  policy lookup for select to splot_search using (true)
  policy own_added for insert to splot_worker with check (((institution_id = kernel.institution()) AND partnerships.may_represent(partnership_id) AND (partnerships.standard_state(round_id) = 'answering'::text) AND (EXISTS ( SELECT
   FROM partnerships.standard_sheet s
  WHERE ((s.round_id = standard_answer.round_id) AND (s.institution_id = kernel.institution()) AND (s.handed_in_on IS NULL))))))
  policy own_changed for update to splot_worker using (((institution_id = kernel.institution()) AND partnerships.may_represent(partnership_id) AND (partnerships.standard_state(round_id) = 'answering'::text) AND (EXISTS ( SELECT
   FROM partnerships.standard_sheet s
  WHERE ((s.round_id = standard_answer.round_id) AND (s.institution_id = kernel.institution()) AND (s.handed_in_on IS NULL)))))) with check ((institution_id = kernel.institution()))
  policy own_or_disclosed for select to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND ((institution_id = kernel.institution()) OR (round_id IN ( SELECT r.id
   FROM partnerships.standard_round r
  WHERE (r.state <> 'answering'::text))))))
  trigger in_hand BEFORE INSERT OR UPDATE OF file_id ON partnerships.standard_answer FOR EACH ROW EXECUTE FUNCTION kernel.keep_in_hand()
  row-level security, forced
  -- splot_search: select
  -- splot_worker: insert, select, update (level, evidence, link, file_id, answered_on, row_version)

table partnerships.standard_conclusion -- What the partners agreed of a requirement, after they saw each other's answers.
  round_id uuid not null
  partnership_id uuid not null
  code text not null
  level text not null
  note text not null default ''::text
  constraint standard_conclusion_level_check CHECK ((level = ANY (ARRAY['met'::text, 'partly'::text, 'not'::text, 'none'::text])))
  constraint standard_conclusion_note_check CHECK ((length(note) <= 2000))
  constraint standard_conclusion_pkey PRIMARY KEY (round_id, code)
  constraint standard_conclusion_round_id_code_fkey FOREIGN KEY (round_id, code) REFERENCES partnerships.standard_requirement(round_id, code) ON DELETE RESTRICT
  constraint standard_conclusion_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  policy while_concluding restrictive for insert to splot_worker with check ((partnerships.standard_state(round_id) = 'concluding'::text))
  policy while_concluding_changed restrictive for update to splot_worker using ((partnerships.standard_state(round_id) = 'concluding'::text))
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.standard_figure -- What was computed for the period of a round on the day it was concluded; small numbers were left out before they came here.
  round_id uuid not null
  partnership_id uuid not null
  code text not null
  from_on date not null
  to_on date not null
  counted bigint
  total bigint
  constraint standard_figure_check CHECK ((to_on >= from_on))
  constraint standard_figure_counted_check CHECK (((counted >= 5) OR (counted = 0)))
  constraint standard_figure_pkey PRIMARY KEY (round_id, code)
  constraint standard_figure_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  constraint standard_figure_total_check CHECK (((total >= 5) OR (total = 0)))
  index standard_figure_of USING btree (partnership_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.standard_measure -- Computed shares beside requirements of the service standard, with definition and source. Public data.
  code text not null
  requirement text not null
  position integer not null
  pl text not null
  en text not null
  definition_pl text not null
  definition_en text not null
  source text not null
  valid_from date not null
  valid_to date
  constraint standard_measure_check CHECK ((valid_to >= valid_from))
  constraint standard_measure_pkey PRIMARY KEY (code, valid_from)
  constraint standard_measure_requirement_check CHECK ((requirement ~ '^\d{1,2}\.\d{1,2}$'::text))
  -- splot_system: select
  -- splot_worker: select

table partnerships.standard_requirement -- The requirements as they were worded when the round began, so that last year's check stays what it was.
  round_id uuid not null
  partnership_id uuid not null
  code text not null
  position integer not null
  chapter_pl text not null
  chapter_en text not null
  title_pl text not null
  title_en text not null
  what_pl text not null
  what_en text not null
  evidence_pl text not null
  evidence_en text not null
  basic boolean not null
  law boolean not null
  path text not null
  constraint standard_requirement_code_check CHECK ((code ~ '^\d{1,2}\.\d{1,2}$'::text))
  constraint standard_requirement_pkey PRIMARY KEY (round_id, code)
  constraint standard_requirement_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select

table partnerships.standard_round -- A yearly self-check against the service standard: each institution answers apart; when all have handed in, or the coordinator closes, the answers are seen by all and a common conclusion is written.
  id uuid not null
  partnership_id uuid not null
  year integer not null
  standard_slug text not null
  standard_pl text not null
  standard_en text not null
  standard_version integer not null
  legal_state_on date
  state text not null default 'answering'::text
  opened_on date not null
  due_on date not null
  disclosed_on date
  concluded_on date
  summary text not null default ''::text
  row_version integer not null default 1
  constraint standard_round_check CHECK ((due_on >= opened_on))
  constraint standard_round_check1 CHECK (((state = 'answering'::text) = (disclosed_on IS NULL)))
  constraint standard_round_check2 CHECK (((state = 'concluded'::text) = (concluded_on IS NOT NULL)))
  constraint standard_round_id_partnership_id_key UNIQUE (id, partnership_id)
  constraint standard_round_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnerships.partnership(id) ON DELETE RESTRICT
  constraint standard_round_partnership_id_year_key UNIQUE (partnership_id, year)
  constraint standard_round_pkey PRIMARY KEY (id)
  constraint standard_round_standard_version_check CHECK ((standard_version > 0))
  constraint standard_round_state_check CHECK ((state = ANY (ARRAY['answering'::text, 'concluding'::text, 'concluded'::text])))
  constraint standard_round_summary_check CHECK ((length(summary) <= 5000))
  constraint standard_round_year_check CHECK (((year >= 2000) AND (year <= 2200)))
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy changed for update to splot_worker using (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id))) with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy disclosing for update to splot_search using (true)
  policy lookup for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger moves AFTER UPDATE ON partnerships.standard_round FOR EACH ROW EXECUTE FUNCTION partnerships.standard_moves()
  row-level security, forced
  -- splot_search: select, update (state, disclosed_on, row_version)
  -- splot_system: select
  -- splot_worker: insert, select, update (state, due_on, disclosed_on, concluded_on, summary, row_version)

table partnerships.standard_sheet -- Which institutions are asked in a round, and which have handed in their answers.
  round_id uuid not null
  partnership_id uuid not null
  institution_id uuid not null
  handed_in_on date
  constraint standard_sheet_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint standard_sheet_pkey PRIMARY KEY (round_id, institution_id)
  constraint standard_sheet_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  index standard_sheet_institution USING btree (institution_id) WHERE (handed_in_on IS NULL)
  index standard_sheet_of USING btree (institution_id)
  policy added for insert to splot_worker with check (((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))) AND partnerships.may_coordinate(partnership_id)))
  policy handed_in for update to splot_worker using (((institution_id = kernel.institution()) AND (handed_in_on IS NULL) AND partnerships.may_represent(partnership_id) AND (partnerships.standard_state(round_id) = 'answering'::text))) with check ((institution_id = kernel.institution()))
  policy lookup for select to splot_search using (true)
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy system for select to splot_system using (true)
  trigger disclosed AFTER UPDATE OF handed_in_on ON partnerships.standard_sheet FOR EACH ROW EXECUTE FUNCTION partnerships.disclose_when_all()
  row-level security, forced
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: insert, select, update (handed_in_on)

table partnerships.standard_task -- The improvement plan: what will be changed, by which institution, until when, and how far it is.
  id uuid not null
  round_id uuid not null
  partnership_id uuid not null
  code text
  what text not null
  institution_id uuid not null
  due_on date not null
  state text not null default 'open'::text
  note text not null default ''::text
  changed_on date not null
  row_version integer not null default 1
  constraint standard_task_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES organisations.institution(id) ON DELETE RESTRICT
  constraint standard_task_note_check CHECK ((length(note) <= 2000))
  constraint standard_task_pkey PRIMARY KEY (id)
  constraint standard_task_round_id_code_fkey FOREIGN KEY (round_id, code) REFERENCES partnerships.standard_requirement(round_id, code) ON DELETE RESTRICT
  constraint standard_task_round_id_partnership_id_fkey FOREIGN KEY (round_id, partnership_id) REFERENCES partnerships.standard_round(id, partnership_id) ON DELETE RESTRICT
  constraint standard_task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'doing'::text, 'done'::text, 'dropped'::text])))
  constraint standard_task_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))
  index standard_task_institution USING btree (institution_id, due_on)
  index standard_task_round USING btree (round_id, code)
  policy added for insert to splot_worker with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy changed for update to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[])))) with check ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy coordinated restrictive for insert to splot_worker with check ((partnerships.may_coordinate(partnership_id) AND (partnerships.standard_state(round_id) <> 'answering'::text)))
  policy members for select to splot_worker using ((partnership_id = ANY (COALESCE(( SELECT partnerships.mine() AS mine), '{}'::uuid[]))))
  policy owned restrictive for update to splot_worker using ((partnerships.may_coordinate(partnership_id) OR ((institution_id = kernel.institution()) AND partnerships.may_represent(partnership_id))))
  policy system for select to splot_system using (true)
  row-level security, forced
  -- splot_system: select
  -- splot_worker: insert, select, update

table partnerships.transition -- Which state of a partnership may follow which; the same table stands in the application. Public data.
  from_state text not null
  to_state text not null
  constraint transition_pkey PRIMARY KEY (from_state, to_state)
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table site.help_line -- Telephones shown to whoever writes of a danger or a crisis. Public data, with the source.
  number text not null
  name_pl text not null
  name_en text not null
  name_uk text not null
  position integer not null
  valid_from date not null
  valid_to date
  source text not null
  constraint help_line_number_check CHECK ((number ~ '^[0-9 ]+$'::text))
  constraint help_line_pkey PRIMARY KEY (number)
  policy everybody for select to public using (true)
  row-level security, forced
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

table site.sent -- That a letter was written in the contact form, never what or by whom: counts a day of one place. Gone after a day.
  id uuid not null
  source_hash text not null
  sent_at timestamp with time zone not null
  constraint sent_pkey PRIMARY KEY (id)
  index sent_source USING btree (source_hash, sent_at)
  policy count for insert to splot_search with check (true)
  policy look for select to splot_search using (true)
  policy work for all to splot_system using (true) with check (true)
  row-level security, forced
  -- splot_search: insert, select
  -- splot_system: delete, select

table territory.boundary -- Imported shapes of counties as simplified TopoJSON; they win over the drawn ones of the repository. Public data.
  name text not null
  topology json not null
  source text not null
  as_of date not null
  loaded_at timestamp with time zone not null
  constraint boundary_name_check CHECK ((name = 'counties'::text))
  constraint boundary_pkey PRIMARY KEY (name)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: select

table territory.county -- Counties and cities with county rights, by TERYT code. Public data.
  code text not null
  name text not null
  voivodeship_code text not null
  kind text not null
  source text not null default 'splot'::text
  as_of date not null default '2026-01-01'::date
  valid_to date
  constraint county_code_check CHECK ((code ~ '^\d{4}$'::text))
  constraint county_kind_check CHECK ((kind = ANY (ARRAY['county'::text, 'city'::text])))
  constraint county_pkey PRIMARY KEY (code)
  constraint county_source_check CHECK ((source = ANY (ARRAY['splot'::text, 'terc'::text])))
  constraint county_voivodeship_code_fkey FOREIGN KEY (voivodeship_code) REFERENCES territory.voivodeship(code) ON DELETE RESTRICT
  index county_voivodeship USING btree (voivodeship_code)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: select

table territory.gmina -- Gminas. The TERC code is empty where it is not sure; an official file fills it. Public data.
  id text not null
  name text not null
  county_code text not null
  kind text not null
  terc text
  source text not null default 'splot'::text
  as_of date not null default '2026-01-01'::date
  valid_to date
  constraint gmina_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint gmina_kind_check CHECK ((kind = ANY (ARRAY['urban'::text, 'rural'::text, 'urban-rural'::text])))
  constraint gmina_pkey PRIMARY KEY (id)
  constraint gmina_source_check CHECK ((source = ANY (ARRAY['splot'::text, 'terc'::text])))
  constraint gmina_terc_check CHECK ((terc ~ '^\d{7}$'::text))
  index gmina_county USING btree (county_code)
  index gmina_terc UNIQUE USING btree (terc) WHERE ((terc IS NOT NULL) AND (valid_to IS NULL))
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: select

table territory.locality -- Localities with coordinates. Public data.
  id integer not null
  name text not null
  plain text generated as (kernel.plain(name))
  gmina_id text not null
  county_code text not null
  kind text not null
  lat double precision not null
  lon double precision not null
  constraint locality_county_code_fkey FOREIGN KEY (county_code) REFERENCES territory.county(code) ON DELETE RESTRICT
  constraint locality_gmina_id_fkey FOREIGN KEY (gmina_id) REFERENCES territory.gmina(id) ON DELETE RESTRICT
  constraint locality_kind_check CHECK ((kind = ANY (ARRAY['town'::text, 'village'::text])))
  constraint locality_pkey PRIMARY KEY (id)
  index locality_county USING btree (county_code)
  index locality_gmina USING btree (gmina_id, plain)
  index locality_plain USING gin (plain public.gin_trgm_ops)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table territory.population -- Inhabitants of voivodeships (two digits) and counties (four) on a day. What is not here has no density. Public data.
  area_code text not null
  on_day date not null
  inhabitants integer not null
  source text not null
  constraint population_area_code_check CHECK ((area_code ~ '^\d{2}(\d{2})?$'::text))
  constraint population_inhabitants_check CHECK ((inhabitants > 0))
  constraint population_pkey PRIMARY KEY (area_code, on_day)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table territory.source -- Which version of the reference files is loaded. Public data.
  name text not null
  hash text not null
  loaded_at timestamp with time zone not null
  constraint source_name_check CHECK ((name = 'territory'::text))
  constraint source_pkey PRIMARY KEY (name)
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

table territory.voivodeship -- The 16 voivodeships. Public data.
  code text not null
  name text not null
  source text not null default 'splot'::text
  as_of date not null default '2026-01-01'::date
  constraint voivodeship_code_check CHECK ((code ~ '^\d{2}$'::text))
  constraint voivodeship_pkey PRIMARY KEY (code)
  constraint voivodeship_source_check CHECK ((source = ANY (ARRAY['splot'::text, 'terc'::text])))
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: insert, select, update
  -- splot_worker: select

view cases.api_case with (security_invoker=true) -- Cases the reader may see. A draft is not a case yet, and nobody is told of it.
 SELECT id,
    number,
    partnership_id,
    person_id,
    state,
    state_since,
    opened_at,
    lead_institution_id,
    coordinator_id
   FROM cases.shared_case
  WHERE (state <> ALL (ARRAY['draft'::text, 'erased'::text]));
  -- splot_participant: select
  -- splot_worker: select

view cases.api_clause with (security_invoker=true) -- Texts of the information clause. Public data.
 SELECT version,
    lang,
    title,
    body
   FROM cases.information_clause;
  -- splot_participant: select

view cases.api_clause_given with (security_invoker=true) -- Which information clause the person received, when and how.
 SELECT id,
    case_id,
    version,
    lang,
    given_on,
    form,
    institution_id
   FROM cases.clause_given;
  -- splot_participant: select

view cases.api_consent_text with (security_invoker=true) -- Texts of the consent, also easy to read. Public data.
 SELECT version,
    lang,
    easy,
    body
   FROM cases.consent_text;
  -- splot_participant: select

view cases.api_person with (security_invoker=true) -- Identity and contact of the people the reader may see.
 SELECT id,
    given_name,
    family_name,
    birth_date,
    locality,
    postal_code,
    street,
    phone,
    email,
    preferred_lang,
    unidentified_label
   FROM cases.person
  WHERE (erased_at IS NULL);
  -- splot_participant: select
  -- splot_worker: select

view cases.api_retention
 SELECT code,
    amount,
    unit,
    source
   FROM cases.timer
  WHERE ((code = ANY (ARRAY['case_retention'::text, 'rejected_retention'::text])) AND (valid_from <= kernel.today()) AND ((valid_to IS NULL) OR (valid_to >= kernel.today())));
  -- splot_system: select
  -- splot_worker: select

view cases.api_session with (security_invoker=true) -- Sessions at which the person of a case is expected.
 SELECT a.case_id,
    a.lineage_id,
    a.mark,
    s.id AS session_id,
    s.institution_id,
    s.worker_id,
    s.service_code,
    s.title,
    s.starts_at,
    s.hours,
    s.place,
    s.cancelled_at,
    s.row_version
   FROM (cases.expected a
     JOIN cases.session s ON ((s.id = a.session_id)));
  -- splot_participant: select

view cases.expected with (security_invoker=true) -- Lines of attendance lists that count. Whoever has left the case is expected no more: lines of later sessions that nobody has marked are passed over. They stay as they are, so a closing that is taken back brings them to the lists again.
 SELECT id,
    session_id,
    case_id,
    lineage_id,
    mark,
    minutes,
    marked_by,
    marked_at,
    row_version
   FROM cases.attendance a
  WHERE ((dropped_at IS NULL) AND ((mark IS NOT NULL) OR (NOT (EXISTS ( SELECT
           FROM cases.shared_case k
          WHERE ((k.id = a.case_id) AND (k.state = ANY (ARRAY['closing'::text, 'follow_up'::text, 'archived'::text, 'withdrawn'::text])) AND (( SELECT s.starts_at
                   FROM cases.session s
                  WHERE (s.id = a.session_id)) >= COALESCE((((k.left_on + 1))::timestamp without time zone AT TIME ZONE 'Europe/Warsaw'::text), k.state_since))))))));
  -- splot_participant: select
  -- splot_worker: select

view directory.api_entity with (security_invoker=true)
 SELECT e.id,
    e.parent_id,
    e.type,
    e.name,
    e.short_name,
    e.state,
    e.institution_id,
    e.confirmed_on,
    l.county_code,
    l.locality,
    l.lat,
    l.lon
   FROM (directory.entity e
     LEFT JOIN directory.listing l ON ((l.entity_id = e.id)));
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view directory.api_support with (security_invoker=true)
 SELECT s.id,
    s.entity_id,
    s.kind,
    s.name,
    s.minimum_age,
    s.maximum_age,
    s.takes_referrals,
    s.places_total,
    s.places_free,
    s.places_on,
    s.active,
    e.short_name AS entity_name,
    e.institution_id,
    e.state,
    COALESCE(p.county_code, l.county_code) AS county_code,
    COALESCE(p.lat, l.lat) AS lat,
    COALESCE(p.lon, l.lon) AS lon
   FROM (((directory.support s
     JOIN directory.entity e ON ((e.id = s.entity_id)))
     LEFT JOIN directory.place p ON ((p.id = s.place_id)))
     LEFT JOIN directory.listing l ON ((l.entity_id = e.id)));
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view directory.service with (security_invoker=true) -- Offers and support services together.
 SELECT o.id,
    o.entity_id,
    'offer'::text AS kind,
    o.name,
    kernel.plain(((o.name || ' '::text) || o.description)) AS plain,
    o.category AS term_code,
    'category'::text AS term_of,
    NULL::integer AS minimum_age,
    NULL::integer AS maximum_age,
    NULL::uuid AS place_id,
    GREATEST(o.updated_at, e.updated_at) AS modified_at
   FROM (directory.offer o
     JOIN directory.entity e ON ((e.id = o.entity_id)))
UNION ALL
 SELECT s.id,
    s.entity_id,
    'support'::text AS kind,
    s.name,
    kernel.plain(((s.name || ' '::text) || s.description)) AS plain,
    s.kind AS term_code,
    'support'::text AS term_of,
    s.minimum_age,
    s.maximum_age,
    s.place_id,
    GREATEST(s.updated_at, e.updated_at) AS modified_at
   FROM (directory.support s
     JOIN directory.entity e ON ((e.id = s.entity_id)));
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

view events.api_event with (security_invoker=true) -- Events that were announced. Public data.
 SELECT id,
    slug,
    title_pl,
    title_en,
    mode,
    locality,
    county_code,
    state,
    first_at,
    last_at,
    published_at,
    updated_at,
    ARRAY( SELECT t.theme
           FROM events.event_theme t
          WHERE (t.event_id = e.id)) AS themes
   FROM events.event e
  WHERE (state <> 'draft'::text);
  -- splot_participant: select
  -- splot_public: select
  -- splot_system: select
  -- splot_worker: select

view library.api_theme
 SELECT code,
    name_pl,
    name_en,
    "position"
   FROM library.theme;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view organisations.access_log with (security_invoker=true)
 SELECT id,
    at,
    action,
    institution_id,
    worker_id,
    object_type,
    object_id,
    subject_id,
    file_id,
    classes,
    purpose,
    path,
    request_id
   FROM audit.entry e;
  -- splot_worker: select

view organisations.api_absence with (security_invoker=true)
 SELECT worker_id,
    institution_id,
    stand_in_id,
    from_on,
    to_on
   FROM organisations.absence
  WHERE (cancelled_at IS NULL);
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view organisations.api_area
 SELECT institution_id,
    gmina_id
   FROM organisations.institution_area;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view organisations.api_function with (security_invoker=true)
 SELECT worker_id,
    institution_id,
    function,
    valid_from,
    valid_to
   FROM organisations.worker_function;
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view organisations.api_institution
 SELECT id,
    legal_entity_id,
    type,
    name,
    short_name,
    county_code,
    gmina_id,
    address,
    phone,
    email,
    active_from,
    active_to
   FROM organisations.institution;
  -- splot_emergency: select
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view organisations.api_worker with (security_invoker=true)
 SELECT id,
    account_id,
    institution_id,
    given_name,
    family_name,
    ((given_name || ' '::text) || family_name) AS name,
    email,
    phone,
    employed_from,
    employed_to
   FROM organisations.worker;
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view participant.access_log with (security_invoker=true) -- What workers saw and changed of the data of the person who reads it.
 SELECT id,
    at,
    ((at AT TIME ZONE 'Europe/Warsaw'::text))::date AS day,
    action,
    object_type,
    worker_id,
    institution_id,
    classes,
    purpose
   FROM audit.entry e
  WHERE ((actor_kind = 'worker'::text) AND (subject_id = ANY (ARRAY( SELECT cases.own_records() AS own_records))));
  -- splot_participant: select

view partnerships.api_area
 SELECT partnership_id,
    gmina_id
   FROM partnerships.area;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view partnerships.api_ceiling with (security_invoker=true)
 SELECT a.partnership_id,
    s.institution_type,
    s.classes
   FROM (partnerships.agreement a
     JOIN partnerships.agreement_scope s ON ((s.agreement_id = a.id)))
  WHERE ((a.state = 'in_force'::text) AND ((a.valid_to IS NULL) OR (a.valid_to >= kernel.today())));
  -- splot_participant: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view partnerships.api_criterion with (security_invoker=true)
 SELECT id,
    selection_id,
    partnership_id,
    kind,
    "position",
    name,
    checking
   FROM partnerships.selection_criterion;
  -- splot_search: select
  -- splot_worker: select

view partnerships.api_membership with (security_invoker=true)
 SELECT m.partnership_id,
    p.name AS partnership_name,
        CASE
            WHEN ((p.state = 'operating'::text) AND partnerships.lapsed(p.id)) THEN 'suspended'::text
            ELSE p.state
        END AS state,
    p.county_code,
    m.institution_id,
    m.joined_on,
    m.left_on
   FROM (partnerships.member m
     JOIN partnerships.partnership p ON ((p.id = m.partnership_id)));
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view partnerships.api_selection with (security_invoker=true)
 SELECT id,
    partnership_id,
    version,
    state,
    who,
    choosing,
    order_words,
    appeal,
    valid_from
   FROM partnerships.selection;
  -- splot_search: select
  -- splot_worker: select

view partnerships.api_service with (security_invoker=true)
 SELECT id,
    partnership_id,
    institution_id,
    name,
    description,
    places,
    free,
    free_on,
    valid_from,
    valid_to
   FROM partnerships.service;
  -- splot_search: select
  -- splot_worker: select

view territory.api_county
 SELECT code,
    name,
    voivodeship_code,
    kind
   FROM territory.county;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view territory.api_gmina
 SELECT g.id,
    g.name,
    g.county_code,
    g.kind,
    g.terc,
    c.name AS county_name,
    c.voivodeship_code,
    g.valid_to
   FROM (territory.gmina g
     JOIN territory.county c ON ((c.code = g.county_code)));
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view territory.api_locality
 SELECT id,
    name,
    plain,
    gmina_id,
    county_code,
    kind,
    lat,
    lon
   FROM territory.locality;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view territory.api_population
 SELECT DISTINCT ON (area_code) area_code,
    on_day,
    inhabitants,
    source
   FROM territory.population
  ORDER BY area_code, on_day DESC;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

view territory.api_voivodeship
 SELECT code,
    name
   FROM territory.voivodeship;
  -- splot_participant: select
  -- splot_public: select
  -- splot_search: select
  -- splot_system: select
  -- splot_worker: select

function advice.add_words(uuid,tsvector) returns void security definer owner splot_search body e8aeeb26
  -- execute: splot_system, splot_worker

function advice.admit(uuid,text) returns boolean security definer owner splot_search body 9cd4f0fa
  -- execute: splot_participant, splot_public, splot_worker

function advice.answer_card(text,boolean,text,text) returns boolean security definer owner splot_search body eff0207b
  -- execute: splot_participant, splot_public, splot_worker

function advice.api_asked() returns TABLE(id uuid, desk_id uuid, number text, state text, subject text, urgent boolean, asked_at timestamp with time zone, due_on date, answered_at timestamp with time zone, closed_at timestamp with time zone, erased boolean, has_contact boolean, has_mail boolean, own boolean, score integer) stable security definer owner splot_search body 94b26fb5
  -- execute: splot_participant, splot_public, splot_worker

function advice.api_given() returns TABLE(name text, email text, phone text, channel text, topic text, category text, county text, opinion text) stable security definer owner splot_search body 93e0df39
  -- execute: splot_participant, splot_public, splot_worker

function advice.api_own(integer,integer) returns TABLE(id uuid, number text, state text, subject text, asked_at timestamp with time zone, due_on date, answered_at timestamp with time zone, total integer) stable security definer owner splot_search body 86a1a711
  -- execute: splot_participant, splot_worker

function advice.api_thread() returns TABLE(id uuid, direction text, body text, at timestamp with time zone, spoken boolean) stable security definer owner splot_search body 002c7126
  -- execute: splot_participant, splot_public, splot_worker

function advice.api_thread_files() returns TABLE(file_id uuid, message_id uuid) stable security definer owner splot_search body 7f031f8a
  -- execute: splot_participant, splot_public, splot_worker

function advice.ask(uuid,uuid,uuid,uuid,text,text,text,text,text,text,text,text,text,boolean,date,tsvector,text,text,boolean) returns text security definer owner splot_search body dba57daf
  -- execute: splot_participant, splot_public, splot_worker

function advice.ask_to_settle() returns trigger security definer owner splot_owner body c1139edd
  -- execute: public

function advice.ask_to_settle_pause() returns trigger security definer owner splot_owner body 3eaca9a7
  -- execute: public

function advice.asked_and_answered(uuid,date,date) returns TABLE(topic_code text, questions integer, articles integer) stable security definer owner splot_search body 1c45227c
  -- execute: splot_worker

function advice.attach(uuid,uuid) returns void security definer owner splot_search body 4c740d33
  -- execute: splot_participant, splot_public, splot_worker

function advice.end_pause() returns trigger owner splot_owner body 4f14e198
  -- execute: public

function advice.erase(uuid,uuid) returns boolean security definer owner splot_search body 60b48b80
  -- execute: splot_system

function advice.erase_opened(uuid) returns boolean security definer owner splot_search body 13cf6e84
  -- execute: splot_participant, splot_public, splot_worker

function advice.find(tsquery,integer) returns TABLE(question_id uuid) stable security definer owner splot_search body d6e98acf
  -- execute: splot_worker

function advice.forget_contact(uuid) returns void security definer owner splot_search body f9428bb1
  -- execute: splot_participant, splot_public, splot_worker

function advice.holds_role(uuid,text[],uuid) returns boolean stable security definer owner splot_search body 27fad435
  -- execute: splot_system, splot_worker

function advice.hours(uuid,date,date) returns TABLE(duty_id uuid, kind text, weekday integer, on_day date, from_time time without time zone, to_time time without time zone, valid_from date, valid_to date, off_on date[]) stable security definer owner splot_search body a3a28792
  -- execute: splot_participant, splot_public, splot_worker

function advice.is_away(uuid,uuid,date) returns boolean stable security definer owner splot_search body b48a93dc
  -- execute: owner alone

function advice.is_legal(text) returns boolean stable security definer owner splot_search body e567a1bd
  -- execute: splot_system, splot_worker

function advice.is_missed(uuid,uuid,date) returns boolean stable security definer owner splot_search body 8866a0e4
  -- execute: owner alone

function advice.keep_answer() returns trigger owner splot_owner body 4e98abed
  -- execute: public

function advice.keep_article() returns trigger owner splot_owner body c555dc96
  -- execute: public

function advice.keep_card() returns trigger security definer owner splot_search body 665f1be2
  -- execute: public

function advice.keep_pool() returns trigger security definer owner splot_search body 138e1dad
  -- execute: public

function advice.keep_sent() returns trigger owner splot_owner body 75f11af1
  -- execute: public

function advice.keep_state() returns trigger owner splot_owner body 00412339
  -- execute: public

function advice.keep_statement() returns trigger security definer owner splot_search body 0fcd4bfb
  -- execute: public

function advice.leads() returns uuid[] stable security definer owner splot_search body d9db0a82
  -- execute: splot_worker

function advice.led() returns uuid[] stable security definer owner splot_search body dd790fdf
  -- execute: splot_worker

function advice.may_let_in(uuid,text,uuid) returns boolean stable security definer owner splot_search body 7e9b2504
  -- execute: splot_worker

function advice.mine() returns uuid[] stable security definer owner splot_search body ad9eb60b
  -- execute: splot_worker

function advice.month_advisers(date) returns TABLE(desk_id uuid, worker_id uuid, worker text, cards integer, hours numeric, value_grosze bigint, drafts integer, waiting integer, disputed integer) stable security definer owner splot_search body 77c7aac1
  -- execute: splot_worker

function advice.month_cards(uuid,uuid,date) returns TABLE(card_id uuid, number text, on_date date, type_code text, hours numeric, channel text, state text, client_kind text, client text, value_grosze bigint) stable security definer owner splot_search body 1becd8ed
  -- execute: splot_worker

function advice.month_state(uuid,uuid,date) returns text stable security definer owner splot_search body f2f3844f
  -- execute: splot_worker

function advice.move(uuid,uuid,integer) returns boolean security definer owner splot_search body ba1c9cd8
  -- execute: splot_worker

function advice.my_persons() returns uuid[] stable security definer owner splot_search body 17a7b72d
  -- execute: splot_worker

function advice.new_link(text,uuid,text) returns void security definer owner splot_search body 4b87b945
  -- execute: splot_system

function advice.next_number() returns text security definer owner splot_search body 0d2a1ae9
  -- execute: splot_system, splot_worker

function advice.open_by_code(text,text,text) returns boolean security definer owner splot_search body 2ae2b573
  -- execute: splot_participant, splot_public, splot_worker

function advice.opened() returns uuid stable security definer owner splot_search body 53f899ab
  -- execute: splot_participant, splot_public, splot_worker

function advice.opens_file(uuid) returns boolean stable security definer owner splot_search body 9f454f5b
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function advice.protect(text,text) returns void owner splot_owner body edbf9ab0 -- Puts row-level security on a table that has desk_id: the desk reads it; the desk or its lead (written_by) writes it.
  -- execute: public

function advice.published_of_opened() returns uuid stable security definer owner splot_search body afd5ae12
  -- execute: splot_participant, splot_public, splot_worker

function advice.rate(integer,text,uuid) returns boolean security definer owner splot_search body e84a64dd
  -- execute: splot_participant, splot_public, splot_worker

function advice.read_card(text) returns TABLE(card_id uuid, number text, desk text, desk_email text, desk_phone text, adviser text, client text, type_pl text, type_en text, on_date date, from_time time without time zone, to_time time without time zone, hours numeric, channel text, problem text, said text, next_steps text, state text, answered_by text) stable security definer owner splot_search body 8aaeea56
  -- execute: splot_participant, splot_public, splot_worker

function advice.report(uuid[],date,date,date,integer[]) returns TABLE(dimension text, part text, n integer, answered integer, waiting integer, late integer) stable security definer owner splot_search body da6b719a
  -- execute: splot_worker

function advice.reported() returns TABLE(desk_id uuid, inside boolean) stable security definer owner splot_search body 696319ec
  -- execute: splot_worker

function advice.taken(text) returns boolean security definer owner splot_search body 991cc0aa
  -- execute: splot_participant, splot_public, splot_worker

function advice.value_of(text,uuid) returns integer stable security definer owner splot_search body cde7b4c8
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function advice.write_more(uuid,uuid,uuid,text,tsvector,boolean,date) returns boolean security definer owner splot_search body e6d1250d
  -- execute: splot_participant, splot_public, splot_worker

function audit.canonical(audit.entry) returns text stable owner splot_owner body 6a9d275f
  -- execute: public

function audit.ensure_partitions(date,date) returns integer security definer owner splot_owner body 2e97e887
  -- execute: splot_system

function audit.next_number() returns bigint security definer owner splot_owner body 2074df8e
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function cases.acts_in(uuid) returns boolean stable security definer owner splot_search body a28fb12e
  -- execute: splot_worker

function cases.api_ask_handover(uuid,uuid) returns uuid security definer owner splot_search body b7816c21
  -- execute: splot_worker

function cases.api_assignable() returns TABLE(worker_id uuid, name text, functions text[]) stable security definer owner splot_search body afa22295
  -- execute: splot_worker

function cases.api_begin(uuid) returns boolean security definer owner splot_search body 470ac667
  -- execute: splot_participant, splot_worker

function cases.api_begin_due() returns TABLE(case_id uuid) security definer owner splot_search body 88d46c2b
  -- execute: splot_system

function cases.api_call_review(uuid,date) returns boolean security definer owner splot_search body 873cdaa9
  -- execute: splot_worker

function cases.api_case_referrals(uuid) returns TABLE(id uuid, kind text, state text, sender_name text, recipient_name text, recipient_type text, sent_at timestamp with time zone, due_on date) stable security definer owner splot_search body d0f7eeb9
  -- execute: splot_worker

function cases.api_ceiling_use(uuid) returns TABLE(institution_type text, data_class text, cases integer, grants integer) stable security definer owner splot_search body 26597164
  -- execute: splot_worker

function cases.api_close(uuid) returns boolean security definer owner splot_search body 2c902572
  -- execute: splot_worker

function cases.api_close_due() returns integer security definer owner splot_search body 8eb78af9
  -- execute: splot_system

function cases.api_confirm_closing(uuid) returns text security definer owner splot_search body 19e2c640
  -- execute: splot_worker

function cases.api_cooperation(uuid,date,date) returns TABLE(kind text, from_id uuid, to_id uuid, n integer, veiled text) stable security definer owner splot_search body 2805b8b2
  -- execute: splot_worker

function cases.api_count_measures() returns integer security definer owner splot_search body 848e99ed
  -- execute: splot_system

function cases.api_decline_referral(uuid,integer,text,text,uuid) returns boolean security definer owner splot_search body df58b884
  -- execute: splot_worker

function cases.api_effectiveness(uuid,date,date) returns TABLE(closed bigint, neutral bigint, dropped bigint, waiting bigint, eligible bigint, social bigint, vocational_waiting bigint, vocational bigint, employed bigint, jobs bigint, jobs_waiting bigint, durable bigint, durable_unknown bigint) stable security definer owner splot_search body 022f69b6
  -- execute: splot_worker

function cases.api_emergencies() returns TABLE(id uuid, case_id uuid, person_id uuid, number text, worker_name text, institution_name text, reason text, justification text, valid_from timestamp with time zone, valid_to timestamp with time zone, review_due date, reviewed_at timestamp with time zone, reviewer_name text, verdict text, review_note text, coordinator_name text, lead_name text, lead_phone text, own boolean, coordinates boolean, reviews boolean) stable security definer owner splot_search body 48a0dbaf
  -- execute: splot_worker

function cases.api_emergency_figures() returns TABLE(year integer, opened bigint, justified bigint, unjustified bigint, training bigint, waiting bigint, late bigint) stable security definer owner splot_search body 84abe56d
  -- execute: splot_participant, splot_public, splot_worker

function cases.api_emergency_watchers(uuid) returns TABLE(email text) stable security definer owner splot_search body d8dbc745
  -- execute: splot_system

function cases.api_end_emergency(uuid) returns boolean security definer owner splot_search body 853f8a90
  -- execute: splot_worker

function cases.api_end_grant_list(uuid,uuid[],text) returns integer security definer owner splot_search body bf843e1e
  -- execute: splot_participant, splot_worker

function cases.api_end_grants(uuid,uuid,uuid,text) returns integer security definer owner splot_search body 791c21a8
  -- execute: splot_participant, splot_worker

function cases.api_ended_access(uuid) returns TABLE(data_class text, article text, consent_id uuid, valid_from timestamp with time zone, valid_to timestamp with time zone, ended_reason text) stable security definer owner splot_search body af00d134
  -- execute: splot_worker

function cases.api_erase_due() returns TABLE(case_id uuid) security definer owner splot_search body 499a2412
  -- execute: splot_system

function cases.api_expire_referral(uuid,uuid) returns boolean security definer owner splot_search body 57558fda
  -- execute: splot_system

function cases.api_figures(uuid,date,date) returns TABLE(code text, counted integer, whole integer, few boolean) stable security definer owner splot_search body 60745e6a
  -- execute: splot_worker

function cases.api_find_person(uuid,text,text,date) returns TABLE(person_id uuid, label text, birth_date date, locality text, visible boolean, open_case_id uuid, score real) stable security definer owner splot_search body 9aca7141
  -- execute: splot_worker

function cases.api_grants(uuid) returns TABLE(id uuid, institution_id uuid, institution_name text, institution_type text, data_class text, purposes text[], can_write boolean, basis_code text, article text, consent_id uuid, origin text, valid_from timestamp with time zone, valid_to timestamp with time zone, ended_reason text) stable security definer owner splot_search body a76fec80
  -- execute: splot_participant, splot_worker

function cases.api_hand_over(uuid,uuid) returns integer security definer owner splot_search body 8d91d089
  -- execute: splot_worker

function cases.api_health(uuid,date,date,integer) returns TABLE(code text, whole integer, part integer, veiled text, median double precision) stable security definer owner splot_search body 4a0c8add
  -- execute: splot_worker

function cases.api_hold(uuid,text) returns boolean security definer owner splot_search body 3651ba56
  -- execute: splot_worker

function cases.api_late_emergencies() returns TABLE(email text) security definer owner splot_search body b3a3a336
  -- execute: splot_system

function cases.api_list_known(uuid,text[],text[],text[],text[]) returns TABLE(kind text, number text, same boolean, has_open boolean) stable security definer owner splot_search body 6582b8dc
  -- execute: splot_worker

function cases.api_may_merge(uuid,uuid) returns boolean stable security definer owner splot_search body dc085e02
  -- execute: splot_worker

function cases.api_measure_spread(integer) returns TABLE(code text, shares numeric[], computed_on date) stable security definer owner splot_search body 9373e601
  -- execute: splot_worker

function cases.api_measures(uuid,date,date) returns TABLE(code text, counted bigint, total bigint) stable security definer owner splot_search body e46fcd40
  -- execute: splot_worker

function cases.api_merge_persons(uuid,uuid,uuid,integer,integer,text[]) returns text security definer owner splot_search body 3392adee
  -- execute: splot_worker

function cases.api_miss_follow_ups() returns integer security definer owner splot_search body 631c12be
  -- execute: splot_system

function cases.api_missing_signatures(uuid) returns TABLE(signer text, institution_id uuid, institution_name text) stable security definer owner splot_search body 9dc71599
  -- execute: splot_participant, splot_worker

function cases.api_named(text) returns SETOF uuid stable security definer owner splot_search body b5c065bc
  -- execute: splot_worker

function cases.api_named_workers(uuid) returns TABLE(worker_id uuid, name text) stable security definer owner splot_search body 6579fbbb
  -- execute: splot_participant, splot_worker

function cases.api_narrow_to_ceiling(uuid) returns integer security definer owner splot_search body 4940f381
  -- execute: splot_worker

function cases.api_note_referral(uuid,uuid,text) returns void security definer owner splot_search body fcaa9965
  -- execute: splot_worker

function cases.api_numbered(text) returns TABLE(id uuid) stable security definer owner splot_search body 870e03da
  -- execute: splot_worker

function cases.api_obligations(uuid) returns TABLE(kind text, object_id uuid, case_id uuid, number text, state text, until date) stable security definer owner splot_search body db7101af
  -- execute: splot_worker

function cases.api_open_archive(uuid,text,text) returns timestamp with time zone security definer owner splot_search body afcc190a
  -- execute: splot_worker

function cases.api_open_cases(uuid,uuid) returns integer stable security definer owner splot_search body 48a5c688
  -- execute: splot_worker

function cases.api_open_emergency(uuid,uuid,text,text,text,date,text,text,date) returns TABLE(id uuid, case_id uuid, person_id uuid) security definer owner splot_search body 238a2c0f
  -- execute: splot_worker

function cases.api_open_parts(uuid,jsonb) returns integer security definer owner splot_search body 8f4d350b
  -- execute: splot_worker

function cases.api_orphan_accounts(uuid[]) returns TABLE(account_id uuid) stable security definer owner splot_search body cfadb5da
  -- execute: splot_system

function cases.api_outcome_counts(uuid,date,date) returns TABLE(code text, kind text, n bigint) stable security definer owner splot_search body 4e81ca26
  -- execute: splot_worker

function cases.api_own_queue(uuid) returns TABLE(entry_id uuid, service text, institution text, since date, state text, place integer, ground text, shift_reason text, offered_on date, answer_until date, who text, order_words text, appeal text) stable security definer owner splot_search body f6116462
  -- execute: splot_participant

function cases.api_parts(uuid) returns TABLE(id uuid, domain text, data_class text, institution_id uuid, institution_name text, institution_type text, required boolean, filled boolean) stable security definer owner splot_search body 09ceefbe
  -- execute: splot_participant, splot_worker

function cases.api_person_links(uuid) returns TABLE(id uuid, absorbed_id uuid, merged_at timestamp with time zone, merged_by text, institution_name text, undo_until date, may_undo boolean, former_name text, former_numbers text[]) stable security definer owner splot_search body 56da50f9
  -- execute: splot_worker

function cases.api_plan_status(uuid) returns TABLE(plan_id uuid, version integer, state text, content_hash text, signing_since timestamp with time zone) stable security definer owner splot_search body 2581d272
  -- execute: splot_participant, splot_worker

function cases.api_process(uuid) returns TABLE(id uuid, number text, state text, state_since timestamp with time zone, opened_at timestamp with time zone, waits_for text, waits_institution_id uuid, waits_until date, lead_institution_id uuid) stable security definer owner splot_search body bf3af6e8
  -- execute: splot_worker

function cases.api_queue_counts(uuid) returns TABLE(service_id uuid, few boolean, waiting integer, median_days integer, longest_days integer, placed integer, placed_median_days integer) stable security definer owner splot_search body b18ecee1
  -- execute: splot_worker

function cases.api_queue_places(uuid) returns TABLE(entry_id uuid, place integer) stable security definer owner splot_search body 248e4eb7
  -- execute: splot_worker

function cases.api_referral_subject(uuid) returns uuid stable security definer owner splot_search body ea23f587
  -- execute: splot_worker

function cases.api_referral_watchers(uuid,date) returns TABLE(worker_id uuid, email text, role text) stable security definer owner splot_search body 5fdfc288
  -- execute: splot_system

function cases.api_refuse(uuid) returns void security definer owner splot_search body 101d9070
  -- execute: splot_worker

function cases.api_region(text,date,date) returns TABLE(partnership_id uuid, open_cases integer, answered integer, in_time integer, in_time_veiled text) stable security definer owner splot_search body 8f409a62
  -- execute: splot_worker

function cases.api_reminder_targets(uuid) returns TABLE(worker_id uuid, email text, role text) stable security definer owner splot_search body 54110b41
  -- execute: splot_system

function cases.api_review_emergency(uuid,text,text) returns boolean security definer owner splot_search body 489c9313
  -- execute: splot_worker

function cases.api_same_person(uuid,text,text,text,text) returns TABLE(person_id uuid, taken boolean) stable security definer owner splot_search body 80110e7d
  -- execute: splot_worker

function cases.api_settle_follow_ups(uuid) returns text security definer owner splot_search body 2a36f289
  -- execute: splot_worker

function cases.api_settle_plan(uuid) returns text security definer owner splot_search body 9562db34
  -- execute: splot_participant, splot_worker

function cases.api_stand_in() returns integer security definer owner splot_search body 776358dd
  -- execute: splot_system

function cases.api_stand_in_for(uuid) returns integer security definer owner splot_search body 6cc60d1a
  -- execute: splot_worker

function cases.api_survivor(uuid) returns uuid stable security definer owner splot_search body 00b19293
  -- execute: splot_worker

function cases.api_taken_out(uuid) returns TABLE(at timestamp with time zone, action text, object_type text, institution_id uuid, institution_name text, classes text[]) stable security definer owner splot_search body 3e8cbddb
  -- execute: splot_participant, splot_worker

function cases.api_team(uuid) returns TABLE(institution_id uuid, institution_name text, institution_type text, participation text, worker_id uuid, worker_name text, role text, valid_to timestamp with time zone) stable security definer owner splot_search body dac816b1
  -- execute: splot_participant, splot_worker

function cases.api_unconfirmed(uuid) returns TABLE(institution_id uuid, institution_name text, institution_type text) stable security definer owner splot_search body a34a6dbd
  -- execute: splot_worker

function cases.api_unmerge_persons(uuid) returns text security definer owner splot_search body 24c5883c
  -- execute: splot_worker

function cases.api_unmet_needs(text,date) returns TABLE(need text, count integer) stable security definer owner splot_search body d9d1c9fb
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function cases.api_withdraw_case(uuid,text,date,text,text) returns boolean security definer owner splot_search body e2eee2a7
  -- execute: splot_participant, splot_worker

function cases.archive_case(uuid) returns boolean security definer owner splot_search body 49818535
  -- execute: owner alone

function cases.begin_case(uuid) returns boolean security definer owner splot_search body 89f54576
  -- execute: owner alone

function cases.check_approval() returns trigger security definer owner splot_search body d453519a
  -- execute: public

function cases.check_ceiling() returns trigger security definer owner splot_search body 52a2a9a9
  -- execute: public

function cases.check_erasure() returns trigger owner splot_owner body e3a435e4
  -- execute: public

function cases.check_follow_up() returns trigger security definer owner splot_search body a042e3c9
  -- execute: public

function cases.check_outcome() returns trigger security definer owner splot_search body 7529c8eb
  -- execute: public

function cases.check_review() returns trigger security definer owner splot_search body 3f54c63b
  -- execute: public

function cases.check_transition() returns trigger owner splot_owner body 97b8ae15
  -- execute: public

function cases.close_case(uuid) returns boolean security definer owner splot_search body d7a363b5
  -- execute: owner alone

function cases.closed_between(uuid,date,date) returns TABLE(case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean) stable security definer owner splot_search body c62013fe
  -- execute: owner alone

function cases.count_diagnosis() returns trigger owner splot_owner body b859be40
  -- execute: public

function cases.count_part() returns trigger security definer owner splot_search body cf79e43d
  -- execute: public

function cases.emergency_watchers(cases.emergency,boolean) returns SETOF text stable security definer owner splot_search body a3799aed
  -- execute: owner alone

function cases.erasable(text) returns void owner splot_owner body d1af6d76 -- Everything of the table goes when its case is erased. Each table with case_id is either erasable, or keeps nothing that says who it was about.
  -- execute: public

function cases.erase_content(uuid) returns void owner splot_owner body cb4f6af1
  -- execute: splot_system

function cases.erase_links() returns trigger security definer owner splot_search body 7cc2a26a
  -- execute: splot_owner

function cases.find_person(uuid,text,text,date) returns TABLE(person_id uuid, label text, birth_date date, locality text, visible boolean, open_case_id uuid, score real) stable security definer owner splot_search body f25c4a14
  -- execute: owner alone

function cases.hand_over(uuid,uuid) returns integer security definer owner splot_search body ad8b4c7c
  -- execute: owner alone

function cases.has_open_case(uuid,uuid) returns boolean stable security definer owner splot_search body 89eba92d
  -- execute: splot_worker

function cases.holds_function(text[]) returns boolean stable security definer owner splot_search body cc9530ed
  -- execute: owner alone

function cases.identifies(uuid,boolean) returns boolean stable security definer owner splot_search body bce47eb8
  -- execute: owner alone

function cases.in_emergency(text) returns text immutable owner splot_owner body c5e76a58
  -- execute: public

function cases.items_open(uuid) returns bigint stable security definer owner splot_search body 094453a2
  -- execute: owner alone

function cases.keep_approved() returns trigger owner splot_owner body 4d922a40
  -- execute: public

function cases.keep_attendance() returns trigger security definer owner splot_search body 336d538f
  -- execute: public

function cases.keep_audience() returns trigger security definer owner splot_search body 63428cba
  -- execute: public

function cases.keep_consent() returns trigger owner splot_owner body 068ceb54
  -- execute: public

function cases.keep_part_identity() returns trigger owner splot_owner body bc317cf8
  -- execute: public

function cases.keep_parts() returns trigger security definer owner splot_search body 5ca0ac34
  -- execute: public

function cases.keep_signature() returns trigger security definer owner splot_search body 1d645c60
  -- execute: public

function cases.keep_signed() returns trigger owner splot_owner body 0fd94154
  -- execute: public

function cases.keep_signed_parts() returns trigger security definer owner splot_search body b926ec1c
  -- execute: public

function cases.keep_version() returns trigger security definer owner splot_search body 6f2de775
  -- execute: public

function cases.kept_away(uuid) returns boolean stable security definer owner splot_search body 1166d0ea
  -- execute: splot_emergency

function cases.left_between(uuid,uuid,date,date) returns TABLE(case_id uuid, left_on date, kind text, code text, progress boolean, vocational boolean, employed boolean) stable security definer owner splot_search body 0e2b3335
  -- execute: owner alone

function cases.may_admit(uuid,uuid) returns boolean stable owner splot_owner body 21c98946
  -- execute: public

function cases.may_identify(uuid,uuid) returns boolean stable security definer owner splot_search body 43d2104d
  -- execute: splot_worker

function cases.may_open(uuid,uuid) returns boolean stable security definer owner splot_search body dc5fd07d
  -- execute: splot_worker

function cases.may_undo(cases.person_link) returns boolean stable security definer owner splot_search body 19fa018a
  -- execute: owner alone

function cases.measures(date,date,uuid) returns TABLE(partnership_id uuid, code text, counted bigint, total bigint) stable security definer owner splot_search body 3a81d0be
  -- execute: owner alone

function cases.member(uuid) returns boolean stable security definer owner splot_search body 590f7ff8
  -- execute: owner alone

function cases.missing_signatures(uuid) returns TABLE(signer text, institution_id uuid, turn integer) stable security definer owner splot_search body 62ad8bfb
  -- execute: owner alone

function cases.next_number(uuid,integer) returns text security definer owner splot_search body f73e40c1
  -- execute: splot_worker

function cases.note_event(uuid,text,jsonb) returns void security definer owner splot_search body e27ff48c
  -- execute: owner alone

function cases.obligations(uuid) returns TABLE(kind text, object_id uuid, case_id uuid, number text, state text, until date) stable security definer owner splot_search body 5f15f1d6
  -- execute: owner alone

function cases.own_case(text) returns text immutable owner splot_owner body bddd4659
  -- execute: public

function cases.own_records() returns SETOF uuid stable security definer owner splot_search body ff56e618
  -- execute: splot_participant

function cases.own_workers() returns SETOF uuid stable security definer owner splot_search body c37f3ad1
  -- execute: owner alone

function cases.person_snapshot(uuid,uuid) returns jsonb stable security definer owner splot_search body f7f815c7
  -- execute: owner alone

function cases.plan_state(uuid) returns text stable security definer owner splot_search body e4921131
  -- execute: splot_participant, splot_worker

function cases.protect(text,text) returns void owner splot_owner body 7e23bdcf -- Puts row-level security on a table that has case_id. class_expression: a quoted class or a column.
  -- execute: public

function cases.queue_ends() returns trigger security definer owner splot_search body e166ea18
  -- execute: public

function cases.queue_joined() returns trigger security definer owner splot_search body 4b0e6379
  -- execute: public

function cases.queue_moves() returns trigger security definer owner splot_search body c4942911
  -- execute: public

function cases.queue_order(uuid) returns TABLE(entry_id uuid, case_id uuid, place integer) stable security definer owner splot_search body 85beca7f
  -- execute: owner alone

function cases.reachable(text) returns text immutable owner splot_owner body a7ad5521
  -- execute: public

function cases.records_of(uuid) returns SETOF uuid stable security definer owner splot_search body 2ac11f53
  -- execute: owner alone

function cases.refresh_audience(uuid[]) returns void security definer owner splot_search body 7688ed4b
  -- execute: owner alone

function cases.refuse_absorbed() returns trigger security definer owner splot_search body 0ba22add
  -- execute: splot_owner

function cases.reopen_until(uuid) returns date stable security definer owner splot_search body 4418310a
  -- execute: splot_worker

function cases.reviews(cases.emergency) returns boolean stable security definer owner splot_search body 3a1bfa42
  -- execute: owner alone

function cases.same_person(uuid,text,text,text,text) returns TABLE(person_id uuid, taken boolean) stable security definer owner splot_search body efc2080b
  -- execute: owner alone

function cases.sees_case(uuid) returns boolean stable security definer owner splot_search body dbc21d24
  -- execute: splot_participant, splot_worker

function cases.session_institution(uuid) returns uuid stable security definer owner splot_search body d40667e7
  -- execute: splot_worker

function cases.settle_follow_ups(uuid) returns text security definer owner splot_search body 716bf1be
  -- execute: owner alone

function cases.shown_share(bigint,bigint) returns boolean immutable owner splot_owner body c5924ef5
  -- execute: public

function cases.shut_out(uuid) returns boolean stable security definer owner splot_search body 00756876
  -- execute: owner alone

function cases.stand_in(uuid) returns integer security definer owner splot_search body beb6245f
  -- execute: owner alone

function cases.take_number(uuid,integer) returns text security definer owner splot_search body 9eb08f92
  -- execute: owner alone

function cases.timer_length(text) returns interval stable owner splot_owner body 6e4682f8
  -- execute: public

function cases.unconfirmed(uuid) returns SETOF uuid stable security definer owner splot_search body 4138df49
  -- execute: owner alone

function cases.veil(bigint,bigint) returns text immutable owner splot_owner body 6992b664
  -- execute: splot_search

function directory.bits(text,text[]) returns integer stable owner splot_owner body 31b723ec -- The terms as one number. What has no bit says nothing in it.
  -- execute: public

function directory.claim(uuid,uuid,text,text,uuid,text) returns text security definer owner splot_search body 98d67b6f
  -- execute: splot_worker

function directory.claim_check(uuid,text) returns text security definer owner splot_search body fe6a42f1
  -- execute: splot_worker

function directory.edits() returns boolean stable security definer owner splot_search body 7e13a9b2
  -- execute: splot_worker

function directory.enquiry_answers(uuid) returns boolean stable security definer owner splot_search body b1f63ffd
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_asked() returns uuid stable security definer owner splot_search body 4d4a73f9
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_buys(uuid) returns boolean stable security definer owner splot_search body 1837188a
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_figures(uuid) returns TABLE(answers integer, hours double precision) stable security definer owner splot_search body 178f09f2
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_held() returns uuid stable security definer owner splot_search body 65593b4f
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_key() returns text stable owner splot_search body 7e105a35
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_load(text,text) returns TABLE(by_address integer, by_source integer) stable security definer owner splot_search body 7c6f6330
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_mailed() returns uuid stable security definer owner splot_search body 09320a2b
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_refusals(text,text,uuid[]) returns TABLE(entity_id uuid, why text) stable security definer owner splot_search body b20762eb
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function directory.enquiry_stays() returns trigger owner splot_owner body 37bb9b87
  -- execute: public

function directory.follow(uuid,text,text,text,text,text) returns void security definer owner splot_search body 733435ec
  -- execute: splot_participant, splot_public, splot_worker

function directory.follow_confirmed(text) returns void security definer owner splot_search body 4b840aee
  -- execute: splot_participant, splot_public, splot_worker

function directory.followed(text) returns TABLE(parameters text, cadence text, kind text, confirmed boolean) stable security definer owner splot_search body 5e436a9f
  -- execute: splot_participant, splot_public, splot_worker

function directory.give_up(uuid) returns boolean security definer owner splot_search body 4986e78e
  -- execute: splot_worker

function directory.hand_over(uuid,uuid) returns void security definer owner splot_search body da51f7e7
  -- execute: owner alone

function directory.keeps(uuid) returns boolean stable owner splot_owner body b37e29a8
  -- execute: public

function directory.km(double precision,double precision,double precision,double precision) returns double precision immutable owner splot_owner body 1a1ff869
  -- execute: public

function directory.letter_confirm(text) returns uuid security definer owner splot_search body 4a6f688d
  -- execute: splot_participant, splot_public, splot_worker

function directory.letter_leave(text) returns void security definer owner splot_search body 3d209a3e
  -- execute: splot_participant, splot_public, splot_worker

function directory.letter_leaves(text) returns boolean stable security definer owner splot_search body 8cb17492
  -- execute: splot_participant, splot_public, splot_worker

function directory.letter_not_ours(text,uuid) returns uuid security definer owner splot_search body acdc257b
  -- execute: splot_participant, splot_public, splot_worker

function directory.letter_of(text) returns TABLE(entity_id uuid, state text) stable security definer owner splot_search body 8d131978
  -- execute: splot_participant, splot_public, splot_worker

function directory.letter_propose(text,uuid,jsonb,text,text) returns uuid security definer owner splot_search body 84356be8
  -- execute: splot_participant, splot_public, splot_worker

function directory.number_terms() returns trigger owner splot_owner body ff02b200
  -- execute: public

function directory.report(uuid,uuid,text,text,jsonb,text,text,text) returns boolean security definer owner splot_search body d893a662
  -- execute: splot_participant, splot_public, splot_worker

function directory.shared_number(uuid) returns text stable security definer owner splot_search body 0f8b9779
  -- execute: splot_worker

function directory.stable_id(text) returns uuid immutable owner splot_owner body 07cd6c6e
  -- execute: public

function directory.unfollow(text) returns void security definer owner splot_search body 5bd7deb4
  -- execute: splot_participant, splot_public, splot_worker

function events.answers(tsquery) returns TABLE(id uuid) stable security definer owner splot_search body da402443 -- Gives ids of what everybody may read, and nothing else of it.
  -- execute: splot_participant, splot_public, splot_worker

function events.api_together(uuid[],date,date) returns TABLE(one_id uuid, other_id uuid, n integer) stable security definer owner splot_search body d062c1f6
  -- execute: splot_worker

function events.ask(uuid,uuid,text,text,text,text,text,text,text[],text,text) returns text security definer owner splot_search body a68bb0a0
  -- execute: splot_participant, splot_public

function events.certificate_of(text) returns TABLE(number text, event_id uuid, issued_on date, dates integer, hours numeric) stable security definer owner splot_search body 7b91b310
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function events.evaluation_of(uuid) returns TABLE(answers integer, useful numeric, organised numeric, accessible numeric, intend numeric, comments text[]) stable security definer owner splot_search body 4f1d955d
  -- execute: splot_worker

function events.forget_former() returns trigger security definer owner splot_search body a3f11fdc
  -- execute: public

function events.guard_capacity() returns trigger security definer owner splot_search body e3ffe9f6
  -- execute: public

function events.guard_state() returns trigger owner splot_owner body e6252882
  -- execute: public

function events.held() returns uuid stable security definer owner splot_search body 3c818c18
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function events.hold_places(uuid) returns void security definer owner splot_search body 6ea5f72d
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function events.organises() returns boolean stable security definer owner splot_search body 5752a106
  -- execute: splot_worker

function events.place_in_queue(uuid) returns integer stable security definer owner splot_search body 1f99ef70
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function events.placed_already() returns boolean stable security definer owner splot_search body 7d101c00
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function events.standing(uuid) returns TABLE(taken integer, waiting integer) security definer owner splot_search body c0386658
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function exchange.admit_source(uuid,text) returns boolean security definer owner splot_search body 727be045
  -- execute: splot_participant, splot_public, splot_worker

function exchange.admits(text,uuid) returns boolean stable security definer owner splot_search body 9918503d
  -- execute: owner alone

function exchange.appeal_against(uuid,uuid,text) returns boolean security definer owner splot_search body e4eddc8e
  -- execute: splot_participant, splot_public, splot_worker

function exchange.arrange(uuid,text,uuid) returns boolean security definer owner splot_search body eef021d3
  -- execute: splot_worker

function exchange.ask(uuid,uuid,text,text[],date,uuid,text,text,text,text,tsvector) returns void security definer owner splot_search body f66f48ea
  -- execute: splot_worker

function exchange.belongs(uuid) returns boolean stable security definer owner splot_search body 13ab759a
  -- execute: splot_worker

function exchange.cast_vote(uuid,uuid) returns boolean security definer owner splot_search body f7865388
  -- execute: splot_worker

function exchange.contact_of(uuid,text,text) returns uuid security definer owner splot_search body dc78f9ba
  -- execute: splot_participant, splot_public, splot_worker

function exchange.decide(uuid,uuid,integer,text,text,text,text) returns boolean security definer owner splot_search body 4bd0b9cd
  -- execute: splot_worker

function exchange.edit(uuid,integer,text,text,text,text,tsvector) returns boolean security definer owner splot_search body f1fc2e6b
  -- execute: splot_participant, splot_public, splot_worker

function exchange.figures(timestamp with time zone,timestamp with time zone) returns TABLE(what text, code text, n integer, hours double precision) stable security definer owner splot_search body b008654e
  -- execute: splot_participant, splot_public, splot_worker

function exchange.find_topics(uuid,tsquery) returns SETOF uuid stable security definer owner splot_search body 68da7c6a
  -- execute: splot_worker

function exchange.find_useful(uuid,boolean) returns boolean security definer owner splot_search body fd81d1c9
  -- execute: splot_participant, splot_public, splot_worker

function exchange.follow(uuid,text,uuid,uuid,text) returns uuid security definer owner splot_search body b65cb7f9
  -- execute: splot_participant, splot_public, splot_worker

function exchange.follows(text,uuid) returns boolean stable security definer owner splot_search body 09ac5de8
  -- execute: splot_participant, splot_public, splot_worker

function exchange.found_group(uuid,text,text,text,text,text) returns void security definer owner splot_search body 9d547cf3
  -- execute: splot_worker

function exchange.found_useful(uuid[]) returns SETOF uuid stable security definer owner splot_search body 40f236c8
  -- execute: splot_participant, splot_public, splot_worker

function exchange.invite(text,uuid) returns boolean security definer owner splot_search body 0af44369
  -- execute: splot_worker

function exchange.invited_to(text) returns TABLE(id uuid, name text, description text) stable security definer owner splot_search body d506aada
  -- execute: splot_worker

function exchange.is_answered(uuid) returns boolean stable security definer owner splot_search body 64cb9d96
  -- execute: owner alone

function exchange.is_polling(uuid) returns boolean stable security definer owner splot_search body 60433b85
  -- execute: splot_worker

function exchange.join_group(uuid,text,text) returns uuid security definer owner splot_search body d497c205
  -- execute: splot_worker

function exchange.judge(uuid,uuid,text,text,text,text) returns boolean security definer owner splot_search body fa8e0419
  -- execute: splot_worker

function exchange.keeps(uuid) returns boolean stable security definer owner splot_search body 7c64059e
  -- execute: splot_worker

function exchange.kept(uuid) returns uuid stable security definer owner splot_search body ad73cba3
  -- execute: splot_participant, splot_public, splot_worker

function exchange.leave_digest(text) returns void security definer owner splot_search body 5cb50a33
  -- execute: splot_participant, splot_public, splot_worker

function exchange.leave_group(uuid) returns void security definer owner splot_search body 5bb53d15
  -- execute: splot_worker

function exchange.link_about(text) returns TABLE(kind text, comment_id uuid, subject_kind text, subject_id uuid, state text) stable security definer owner splot_search body 85f6e849
  -- execute: splot_participant, splot_public, splot_worker

function exchange.noticed(uuid) returns boolean stable security definer owner splot_search body aa5b41dc
  -- execute: splot_participant, splot_public, splot_worker

function exchange.opens_file(uuid) returns boolean stable security definer owner splot_search body c0d4349f
  -- execute: splot_worker

function exchange.poll_sums(uuid) returns TABLE(option_id uuid, votes integer) stable security definer owner splot_search body c9fa88f6
  -- execute: splot_worker

function exchange.put_mark(uuid,uuid,boolean) returns void security definer owner splot_search body 5d407020
  -- execute: owner alone

function exchange.put_member(uuid,text,text) returns void security definer owner splot_search body fa2115f1
  -- execute: owner alone

function exchange.reads(uuid) returns boolean stable security definer owner splot_search body b9328bfe
  -- execute: splot_worker

function exchange.report(uuid,uuid,text,text,uuid,text) returns boolean security definer owner splot_search body 27410067
  -- execute: splot_participant, splot_public, splot_worker

function exchange.sees(uuid) returns boolean stable security definer owner splot_search body 601ec9b9
  -- execute: splot_participant, splot_public, splot_worker

function exchange.set_digest(uuid,boolean) returns void security definer owner splot_search body 7360370e
  -- execute: splot_worker

function exchange.touch_topic() returns trigger owner splot_owner body 52b843da
  -- execute: public

function exchange.unfollow(text,uuid) returns void security definer owner splot_search body 3d9e9b07
  -- execute: splot_participant, splot_public, splot_worker

function exchange.use_link(text,text) returns TABLE(kind text, comment_id uuid, moved boolean) security definer owner splot_search body e0e59814
  -- execute: splot_participant, splot_public, splot_worker

function exchange.value_of(text) returns integer stable security definer owner splot_search body d8239ad4
  -- execute: splot_participant, splot_public, splot_worker

function exchange.visitor() returns uuid stable security definer owner splot_search body ec819625
  -- execute: splot_participant, splot_public, splot_worker

function exchange.who() returns uuid stable security definer owner splot_search body a432dc5f
  -- execute: splot_participant, splot_public, splot_worker

function exchange.withdraw(uuid) returns void security definer owner splot_search body 6b45664c
  -- execute: splot_participant, splot_public, splot_worker

function exchange.write(uuid,text,uuid,uuid,text,text,text,text,text,text,uuid,tsvector,uuid[]) returns text security definer owner splot_search body 0e9c16cd
  -- execute: splot_participant, splot_public, splot_worker

function exchange.written(uuid,text) returns TABLE(today integer, repeated boolean) stable security definer owner splot_search body 6750e0e9
  -- execute: splot_participant, splot_public, splot_worker

function exchange.wrote(uuid) returns boolean stable security definer owner splot_search body 3c9d9942
  -- execute: splot_participant, splot_public, splot_worker

function kernel.account() returns uuid stable owner splot_owner body f5c5c5b0
  -- execute: public

function kernel.enqueue(text,json,timestamp with time zone,text) returns void security definer owner splot_owner body 7fe74c3d
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function kernel.instant() returns timestamp with time zone stable owner splot_owner body 10889b99 -- The instant the request works at. Equal to the clock except in tests and in the demonstration, which plays the past.
  -- execute: public

function kernel.institution() returns uuid stable owner splot_owner body 5eb1854a
  -- execute: public

function kernel.keep_in_hand() returns trigger security definer owner splot_search body 013eddf5
  -- execute: public

function kernel.person() returns uuid stable owner splot_owner body d26aa1d0
  -- execute: public

function kernel.plain(text) returns text immutable owner splot_owner body 81036768
  -- execute: public

function kernel.purpose() returns text stable owner splot_owner body 45efbf9a
  -- execute: public

function kernel.scope() returns text[] stable owner splot_owner body 9dfcdacd
  -- execute: public

function kernel.today() returns date stable owner splot_owner body f4b93172
  -- execute: public

function kernel.wide() returns boolean stable owner splot_owner body 11b671fd
  -- execute: public

function kernel.worker() returns uuid stable owner splot_owner body d84ef98c
  -- execute: public

function library.answers(tsquery,text,text,text,integer,integer) returns TABLE(id uuid) stable security definer owner splot_search body e26a65cf -- Gives ids of what everybody may read, and nothing else of it.
  -- execute: splot_participant, splot_public, splot_worker

function library.api_withdrawn() returns TABLE(document_id uuid, kind text, at timestamp with time zone) stable security definer owner splot_search body db18600e -- Documents of which a version in some language was withdrawn, and when last. Tells nothing else about them.
  -- execute: splot_participant, splot_public, splot_system, splot_worker

function library.confirm_remark(text) returns boolean security definer owner splot_search body 093c4411
  -- execute: splot_participant, splot_public, splot_worker

function library.contributions(boolean) returns uuid[] stable security definer owner splot_search body fcca2114
  -- execute: splot_worker

function library.keep_approved() returns trigger owner splot_owner body 0f7c9798
  -- execute: public

function library.keep_shown() returns trigger owner splot_owner body 887b281a
  -- execute: public

function library.leave_remark(uuid,uuid,integer,text,text,text,text,text,text,text,text) returns boolean security definer owner splot_search body 98cedeb8
  -- execute: splot_participant, splot_public, splot_worker

function library.may_invite(uuid) returns boolean stable security definer owner splot_search body c27af91e
  -- execute: splot_worker

function library.remark_of(text) returns TABLE(consultation_id uuid, "position" integer, block text, state text) stable security definer owner splot_search body cb570793
  -- execute: splot_participant, splot_public, splot_worker

function newsletter.asked(text) returns TABLE(cadence text, themes text[], region text, kind text, confirmed boolean) stable security definer owner splot_search body 0beaf6ef
  -- execute: splot_participant, splot_public, splot_worker

function newsletter.confirm(text) returns void security definer owner splot_search body b5040352
  -- execute: splot_participant, splot_public, splot_worker

function newsletter.leave(text) returns void security definer owner splot_search body 554ec220
  -- execute: splot_participant, splot_public, splot_worker

function newsletter.subscribe(uuid,text,text,text,text[],text,text) returns void security definer owner splot_search body 06aae524
  -- execute: splot_participant, splot_public, splot_worker

function organisations.api_acting(uuid,date) returns TABLE(worker_id uuid, institution_id uuid, institution_name text, institution_type text, name text, functions text[], scope text[]) stable security definer owner splot_search body 8d194ff5
  -- execute: splot_participant, splot_public, splot_worker

function organisations.api_appoint_first(uuid,uuid,uuid,text,text,text,date) returns boolean security definer owner splot_search body e5861b00
  -- execute: splot_worker

function organisations.api_ending_authorisations() returns TABLE(email text, within_days integer, how_many integer) security definer owner splot_search body 7a5b6b3e
  -- execute: splot_system

function organisations.api_join_invited(uuid,uuid) returns uuid security definer owner splot_search body 45d784ad
  -- execute: splot_participant, splot_public, splot_worker

function organisations.api_note_invitation(uuid,uuid) returns void security definer owner splot_search body 41b02222
  -- execute: splot_worker

function organisations.api_token_actor(text,date,timestamp with time zone) returns TABLE(token_id uuid, scopes text[], account_id uuid, worker_id uuid, institution_id uuid, institution_name text, institution_type text, name text, functions text[], scope text[]) security definer owner splot_search body 60cd7a77
  -- execute: splot_public, splot_worker

function organisations.edits() returns boolean stable security definer owner splot_search body 7e13a9b2
  -- execute: splot_worker

function organisations.holds(text[]) returns boolean stable security definer owner splot_search body 8c844517
  -- execute: splot_worker

function organisations.runs_system() returns boolean stable security definer owner splot_search body 10c5cd80
  -- execute: splot_worker

function participant.api_actors(uuid) returns TABLE(person_id uuid, name text) stable security definer owner splot_search body a078ef0d
  -- execute: splot_participant, splot_public, splot_worker

function participant.api_coordinator(uuid) returns TABLE(worker_id uuid, name text, stand_in text, email text, institution_id uuid, institution_name text, institution_phone text) stable security definer owner splot_search body 6eb40e5a
  -- execute: splot_participant

function participant.api_is_own(uuid) returns boolean stable security definer owner splot_search body a388ba51
  -- execute: owner alone

function participant.api_join_invited(uuid,uuid,uuid) returns uuid security definer owner splot_search body 10a23f43
  -- execute: splot_participant, splot_public, splot_worker

function participant.api_viewers() returns TABLE(worker_id uuid, name text) stable security definer owner splot_search body 7b4ab7a3
  -- execute: splot_participant

function participant.move_person(uuid,uuid) returns jsonb security definer owner splot_search body 2f66bba0
  -- execute: owner alone

function participant.move_person_back(jsonb,uuid) returns void security definer owner splot_search body de93e646
  -- execute: owner alone

function partnerships.answer_invitation(text,text,text) returns boolean security definer owner splot_search body 70594b02
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.api_ending_agreements() returns TABLE(email text, partnership_id uuid, ends_on date) security definer owner splot_search body 1954e8e1
  -- execute: splot_system

function partnerships.api_readiness(uuid) returns TABLE(has_welfare boolean, has_labour boolean, has_other boolean, has_annex boolean, has_contacts boolean) stable owner splot_owner body 759d969a
  -- execute: public

function partnerships.bodies_i_run() returns uuid[] stable security definer owner splot_search body 80a2cbd8
  -- execute: splot_worker

function partnerships.calendar_known(text) returns boolean stable security definer owner splot_search body 57323170
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.calendar_of(text) returns TABLE(id uuid, title text, starts_at timestamp with time zone, ends_at timestamp with time zone, mode text, place text, link text, state text, sequence integer, updated_at timestamp with time zone, body_kind text, body_name text, partnership_id uuid, body_id uuid) stable security definer owner splot_search body 1d1970ac
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.check_signature() returns trigger owner splot_owner body 62804e0c
  -- execute: public

function partnerships.check_state() returns trigger owner splot_owner body 42a162b2
  -- execute: public

function partnerships.cost_known() returns trigger security definer owner splot_search body 75c48a89
  -- execute: public

function partnerships.count_share() returns trigger security definer owner splot_search body 6ec72939
  -- execute: public

function partnerships.disclose_when_all() returns trigger security definer owner splot_search body 78c89144
  -- execute: owner alone

function partnerships.evaluation_answer(text,jsonb,boolean) returns boolean security definer owner splot_search body cabc920b
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.evaluation_has_taken(uuid) returns boolean stable security definer owner splot_search body 2163339f
  -- execute: splot_worker

function partnerships.evaluation_issue(uuid,text,text[]) returns boolean security definer owner splot_search body 18572c94
  -- execute: splot_worker

function partnerships.evaluation_judge_text(uuid,text) returns boolean security definer owner splot_search body b78459f4
  -- execute: splot_worker

function partnerships.evaluation_mix() returns trigger security definer owner splot_search body 519080d8
  -- execute: public

function partnerships.evaluation_moves() returns trigger owner splot_owner body ecb796f2
  -- execute: public

function partnerships.evaluation_open(text) returns TABLE(round_id uuid, partnership_id uuid, audience text, partnership text, closes_on date, opened_on date) stable security definer owner splot_search body 18d9009f
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.evaluation_results(uuid) returns TABLE(audience text, question text, said text, n bigint) stable security definer owner splot_search body 433d29fe
  -- execute: splot_worker

function partnerships.evaluation_take(uuid,text) returns text security definer owner splot_search body 2bb2a17d
  -- execute: splot_worker

function partnerships.guard_minutes() returns trigger owner splot_owner body 701b20b2
  -- execute: public

function partnerships.guard_own() returns trigger owner splot_owner body 649214fb
  -- execute: public

function partnerships.guard_sent() returns trigger owner splot_owner body 3cd0edb0
  -- execute: public

function partnerships.guard_signed() returns trigger owner splot_owner body f8ff4b26
  -- execute: public

function partnerships.invited_by(text) returns TABLE(meeting_id uuid, attendee_id uuid, body_kind text, body_name text, title text, aim text, starts_at timestamp with time zone, ends_at timestamp with time zone, mode text, place text, link text, state text, sequence integer, updated_at timestamp with time zone, answer text, substitute text, points text[]) stable security definer owner splot_search body fd5b288e
  -- execute: splot_participant, splot_public, splot_worker

function partnerships.keep_ceiling() returns trigger owner splot_owner body d8fa058f
  -- execute: public

function partnerships.keep_clause() returns trigger owner splot_owner body e4598076
  -- execute: public

function partnerships.keep_signed() returns trigger owner splot_owner body 5fd4c2dd
  -- execute: public

function partnerships.keep_visit() returns trigger owner splot_owner body 55542a51
  -- execute: public

function partnerships.lapsed(uuid) returns boolean stable owner splot_owner body 7fc8b70a
  -- execute: public

function partnerships.make_bodies() returns trigger security definer owner splot_search body d406e610
  -- execute: public

function partnerships.may_coordinate(uuid) returns boolean stable security definer owner splot_search body b3a4d421
  -- execute: splot_worker

function partnerships.may_found(uuid,uuid) returns boolean stable security definer owner splot_search body 2c8557d1
  -- execute: splot_worker

function partnerships.may_join(uuid,uuid) returns boolean stable security definer owner splot_search body c7d4fe59
  -- execute: splot_worker

function partnerships.may_name(uuid,uuid,uuid,text) returns boolean stable security definer owner splot_search body e78fe520
  -- execute: splot_worker

function partnerships.may_negotiate(uuid) returns boolean stable security definer owner splot_search body d8f7c5f3
  -- execute: splot_worker

function partnerships.may_represent(uuid) returns boolean stable security definer owner splot_search body b68275bc
  -- execute: splot_worker

function partnerships.meetings_i_run() returns uuid[] stable security definer owner splot_search body 725165e6
  -- execute: splot_worker

function partnerships.mine() returns uuid[] stable security definer owner splot_search body 6fbcffde
  -- execute: splot_worker

function partnerships.minutes_agreed(uuid,text) returns boolean stable owner splot_owner body a25585f5
  -- execute: public

function partnerships.minutes_are_signed(uuid) returns boolean stable security definer owner splot_search body 7c53d7cf
  -- execute: splot_owner, splot_system, splot_worker

function partnerships.my_bodies() returns uuid[] stable security definer owner splot_search body b2e0c06c
  -- execute: splot_worker

function partnerships.my_region() returns text stable security definer owner splot_search body 294e2118
  -- execute: splot_worker

function partnerships.not_agreed(uuid) returns TABLE(institution_id uuid) stable security definer owner splot_search body e6bc84ec
  -- execute: splot_worker

function partnerships.only_moves(partnerships.partnership) returns boolean stable security definer owner splot_search body eb71ffce
  -- execute: splot_worker

function partnerships.plan_life() returns trigger owner splot_owner body 52bc833a
  -- execute: public

function partnerships.plan_measured() returns trigger owner splot_owner body 3bd3779a
  -- execute: public

function partnerships.plan_parts() returns trigger owner splot_owner body 5172b1a8
  -- execute: public

function partnerships.protect(text,text) returns void owner splot_owner body bfa0e45e -- Puts row-level security on a table that has partnership_id: the members read it; members or the coordinator (written_by) write it. Grants no delete.
  -- execute: public

function partnerships.protect_meeting(text,text) returns void owner splot_owner body 4a619e2e -- Row-level security of what belongs to a body that meets: its members read, whoever runs the meeting writes.
  -- execute: public

function partnerships.readiness(uuid) returns TABLE(has_welfare boolean, has_labour boolean, has_other boolean, has_annex boolean, has_contacts boolean) stable owner splot_owner body c4420cac
  -- execute: public

function partnerships.region_lines(text,date,date) returns TABLE(partnership_id uuid, name text, county_code text, county text, state text, started_on date, members integer, agreement_from date, agreement_to date, contacts integer, meetings_held integer, meetings_planned integer, published boolean) stable security definer owner splot_search body b59a95a6
  -- execute: splot_worker

function partnerships.selection_life() returns trigger security definer owner splot_search body 5729e110
  -- execute: public

function partnerships.selection_parts() returns trigger security definer owner splot_search body 2bb473d8
  -- execute: public

function partnerships.standard_moves() returns trigger security definer owner splot_search body 782a91a1
  -- execute: owner alone

function partnerships.standard_state(uuid) returns text stable security definer owner splot_search body e58b8b57
  -- execute: splot_worker

function site.may_send(uuid,text) returns boolean security definer owner splot_search body d1ec0b46
  -- execute: splot_participant, splot_public, splot_worker
