-- Module: cases. Two questions that read all of a partnership or of an office to answer with a few rows.

-- An exact identifier is searched without its kind, so the unique index gave everybody of the partnership.
create index person_identifier_value on cases.person_identifier (partnership_id, value);
-- How long others take to answer is counted from the last ninety days, not from every referral the office ever sent.
create index referral_answers on cases.referral (sender_institution_id, answered_at) where answered_at is not null;
