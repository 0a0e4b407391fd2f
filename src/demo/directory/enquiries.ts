import { createHash } from 'node:crypto';
import pg from 'pg';
import { newId, newSecret } from '../../kernel/ids.ts';
import { addDays, addMonths, instantAt, type LocalDate } from '../../kernel/time.ts';

/** Enquiries and used clauses of the demonstration, in every state; buyers, prices and results are invented. */

interface DemoEnquiry {
  readonly subject: string;
  readonly description: string;
  readonly category: string;
  readonly cpv: string;
  readonly quantity: number;
  readonly unit: string;
  readonly band: string;
  readonly basis: string | null;
  /** Days from today. */
  readonly sent: number;
  readonly answerBy: number;
  /** Grosze for one unit from each of the asked, null for a refusal, undefined for silence. */
  readonly answers: readonly (number | null | undefined)[];
  readonly outcome?: 'chosen' | 'none';
}
const ENQUIRIES: readonly DemoEnquiry[] = [
  {
    subject: 'Obiady dla szkoły podstawowej',
    description:
      'Obiady dwudaniowe od poniedziałku do piątku, dowóz do 11.30, termosy wykonawcy. Trzy diety.',
    ...{ category: 'catering', cpv: '55524000', quantity: 120, unit: 'porcji dziennie', band: 'to_170' },
    ...{ basis: 'ues_26', sent: -6, answerBy: 5, answers: [1790, 1850, undefined, null] },
  },
  {
    subject: 'Sprzątanie budynku ośrodka',
    description: 'Dwa piętra, 640 m², pięć dni w tygodniu po 15.00, środki zapewnia wykonawca.',
    ...{ category: 'cleaning', cpv: '90919200', quantity: 640, unit: 'm²', band: 'to_50' },
    ...{ basis: null, sent: -20, answerBy: -4, answers: [410, 395, null] },
  },
  {
    subject: 'Koszenie terenów zielonych',
    description: 'Skwery i pobocza, cztery koszenia w sezonie, wywóz trawy.',
    ...{ category: 'green', cpv: '77310000', quantity: 32000, unit: 'm²', band: 'to_50' },
    ...{ basis: 'ues_26', sent: -70, answerBy: -55, answers: [31, 28, 35], outcome: 'chosen' },
  },
  {
    subject: 'Poczęstunek na posiedzenie partnerstwa',
    description: 'Kanapki, ciasto i herbata dla czterdziestu osób, naczynia wielorazowe.',
    ...{ category: 'catering', cpv: '55520000', quantity: 40, unit: 'osób', band: 'to_10' },
    ...{ basis: null, sent: -90, answerBy: -80, answers: [null, undefined], outcome: 'none' },
  },
  {
    subject: 'Druk ulotek o usługach',
    description: 'Ulotka A5 w dwóch kolorach, tekst łatwy do czytania, także w alfabecie Braille’a 50 sztuk.',
    ...{ category: 'office', cpv: '79800000', quantity: 2000, unit: 'sztuk', band: 'to_10' },
    ...{ basis: null, sent: -2, answerBy: 9, answers: [undefined, 85, undefined] },
  },
];
const DECLINES = ['no_capacity', 'too_far', 'term'];

interface DemoClause {
  readonly buyer: string;
  readonly county: string;
  readonly subject: string;
  readonly cpv: string;
  readonly band: string;
  readonly rule: string;
  readonly group: string | null;
  readonly kind: 'percent' | 'persons' | null;
  readonly amount: number | null;
  /** Months from today and how long. */
  readonly from: number;
  readonly months: number;
  readonly contractor: string;
  readonly employed: number | null;
  readonly control: string;
  readonly note: string;
}
const clause = (
  [buyer, county, subject, cpv, band]: readonly [string, string, string, string, string],
  [rule, group, kind, amount]: readonly [string, string | null, 'percent' | 'persons' | null, number | null],
  [from, months]: readonly [number, number],
  [contractor, employed, control, note]: readonly [string, number | null, string, string],
): DemoClause => ({
  ...{ buyer, county, subject, cpv, band, rule, group, kind, amount },
  ...{ from, months, contractor, employed, control, note },
});
const CLAUSES: readonly DemoClause[] = [
  clause(
    ['Gmina Jodłowa Dolina', '1207', 'Utrzymanie zieleni w gminie', '77310000', 'to_50'],
    ['ues_26', 'unemployed', null, null],
    [-20, 9],
    ['', 4, 'kept', 'Odbiory bez uwag.'],
  ),
  clause(
    ['Szkoła Podstawowa w Lipowej', '1207', 'Obiady dla uczniów', '55524000', 'to_170'],
    ['ues_26', 'disabled', null, null],
    [-14, 10],
    ['', 3, 'kept', ''],
  ),
  clause(
    ['Miasto Brzezina', '1210', 'Sprzątanie urzędu', '90919200', 'to_500'],
    ['pzp_94', 'disabled', 'percent', 30],
    [-18, 24],
    ['', 9, 'kept', 'Udział sprawdzany co kwartał.'],
  ),
  clause(
    ['Zarząd Dróg w Kalinowie', '1261', 'Remont chodników', '45233000', 'over_500'],
    ['pzp_96', 'unemployed', 'persons', 4],
    [-10, 8],
    ['Drogmix (zmyślona)', 2, 'partly', 'Dwie osoby zatrudnione po wezwaniu, naliczono karę.'],
  ),
  clause(
    ['Szpital w Dębinie', '1465', 'Pranie bielizny', '98310000', 'over_500'],
    ['pzp_95', null, null, null],
    [-24, 36],
    ['Czysta Biel (zmyślona)', 17, 'kept', ''],
  ),
  clause(
    ['Biblioteka w Olszance', '0661', 'Strona internetowa', '72413000', 'to_50'],
    ['pzp_100', null, null, null],
    [-7, 6],
    ['Sieć i Spółka (zmyślona)', null, 'kept', 'Audyt dostępności przed odbiorem.'],
  ),
  clause(
    ['Powiat Brzozowy', '3061', 'Posiłki dla domu pomocy', '55320000', 'over_500'],
    ['pzp_242', 'under30_over50', 'persons', 3],
    [-15, 12],
    ['Dobra Kuchnia (zmyślona)', 3, 'kept', ''],
  ),
  clause(
    ['Miasto Wierzbowo', '0264', 'Usługi asystenckie', '85311200', 'over_500'],
    ['pzp_361', null, null, null],
    [-12, 24],
    ['Fundacja Most Dnia (zmyślona)', 12, 'planned', ''],
  ),
  clause(
    ['Gmina Sosnówka', '1815', 'Odśnieżanie', '90620000', 'to_130'],
    ['ues_26', 'homeless', null, null],
    [-12, 5],
    ['', 5, 'kept', ''],
  ),
  clause(
    ['Urząd w Jarzębinie', '2261', 'Archiwizacja i skanowanie', '79995100', 'to_130'],
    ['pzp_96', 'disabled', 'persons', 2],
    [-5, 12],
    ['Papierowy Ład (zmyślona)', 0, 'broken', 'Wykonawca nikogo nie zatrudnił; umowę rozwiązano.'],
  ),
  clause(
    ['Gmina Klonów', '1211', 'Dowóz dzieci do szkoły', '60130000', 'to_500'],
    ['pzp_95', null, null, null],
    [-4, 10],
    ['Przewozy Klon (zmyślona)', 6, 'planned', ''],
  ),
  clause(
    ['Centrum Kultury w Bukowie', '1262', 'Obsługa festynu', '79952100', 'to_50'],
    ['ues_26', 'mental', null, null],
    [-3, 1],
    ['', 2, 'none', 'Wydarzenie jednodniowe.'],
  ),
];

type Run = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Five enquiries of the county's welfare centre and a dozen clauses. Run after the records are there. */
export async function loadEnquiries(adminUrl: string, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const run: Run = async (text, values) => (await client.query(text, [...values])).rows;
  try {
    await client.query('begin');
    const [buyer] = await run(
      `select w.id as worker, w.email, i.id as institution, i.name from organisations.worker w
       join organisations.institution i on i.id = w.institution_id where w.email = 'anna@splot.example'`,
      [],
    );
    if (buyer)
      for (const [index, enquiry] of ENQUIRIES.entries()) await addEnquiry(run, buyer, enquiry, index, today);
    for (const [index, one] of CLAUSES.entries()) await addClause(run, one, index, today);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function addEnquiry(
  run: Run,
  buyer: Record<string, unknown>,
  e: DemoEnquiry,
  index: number,
  today: LocalDate,
): Promise<void> {
  const id = newId();
  const sentAt = instantAt(addDays(today, e.sent), '10:00');
  const asked = await run(
    `select l.entity_id as id from directory.listing l join directory.entity n on n.id = l.entity_id
     where $1 = any(l.categories) and l.state = 'active' and n.email <> '' and l.lat is not null
     order by n.institution_id is null, directory.km(49.7, 20.43, l.lat, l.lon), l.entity_id limit $2`,
    [e.category, e.answers.length],
  );
  await run(
    `insert into directory.enquiry (id, draft_hash, state, category, cpv, subject, description, quantity, quantity_unit, place, county_code, lat, lon,
       answer_by, value_band, reserved_basis, lang, text_hash, source_hash, institution_id, worker_id, created_at, sent_at, is_demo)
     values ($1, $2, 'sent', $3, array[$4], $5, $6, $7, $8, 'Limanowa', '1207', 49.7, 20.43, $9, $10, $11, 'pl', $12, '', $13, $14, $15, $15, true)`,
    [
      id,
      newSecret(),
      e.category,
      e.cpv,
      e.subject,
      e.description,
      e.quantity,
      e.unit,
      addDays(today, e.answerBy),
      e.band,
      e.basis,
      createHash('sha256').update(e.subject).digest('base64url'),
      buyer.institution,
      buyer.worker,
      sentAt,
    ],
  );
  await run(
    `insert into directory.enquiry_contact (enquiry_id, name, role, email, phone) values ($1, $2, 'dział organizacyjny', $3, '')`,
    [id, buyer.name, buyer.email],
  );
  const answered: string[] = [];
  for (const [at, { id: entity }] of asked.entries()) {
    const recipient = newId();
    const price = e.answers[at];
    const when = instantAt(addDays(today, Math.min(e.sent + at + 1, 0)), '09:30');
    await run(
      'insert into directory.enquiry_recipient (id, enquiry_id, entity_id, sent_at, seen_at) values ($1, $2, $3, $4, $5)',
      [recipient, id, entity, sentAt, price === undefined && at > 1 ? null : when],
    );
    if (price === undefined) continue;
    if (price !== null) answered.push(recipient);
    await run(
      `insert into directory.enquiry_answer (recipient_id, kind, price, price_basis, valid_until, body, decline_reason, answered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        recipient,
        price === null ? 'decline' : 'quote',
        price,
        price === null ? 'total' : 'unit',
        price === null ? null : addDays(today, e.answerBy + 30),
        price === null ? '' : 'Cena z dojazdem, płatność w 14 dni.',
        price === null ? (DECLINES[(index + at) % DECLINES.length] ?? 'other') : null,
        when,
      ],
    );
    if (at === 0)
      await run(
        `insert into directory.enquiry_question (id, enquiry_id, recipient_id, body, asked_at, answer, answered_at)
         values ($1, $2, $3, 'Czy można obejrzeć miejsce przed złożeniem oferty?', $4, 'Tak, codziennie do 14.00.', $4)`,
        [newId(), id, recipient, when],
      );
  }
  const outcome = e.outcome === 'chosen' && answered.length === 0 ? 'none' : e.outcome;
  if (outcome)
    await run(
      `update directory.enquiry set state = 'closed', outcome = $2::text, chosen_id = $3, outcome_reason = $4, closed_at = $5 where id = $1`,
      [
        id,
        outcome,
        outcome === 'chosen' ? answered.at(-1) : null,
        outcome === 'none' ? 'no_answers' : null,
        instantAt(addDays(today, e.answerBy + 3), '12:00'),
      ],
    );
}

async function addClause(run: Run, c: DemoClause, index: number, today: LocalDate): Promise<void> {
  const from = addMonths(today, c.from);
  const [entity] =
    c.contractor === ''
      ? await run(
          `select entity_id as id from directory.listing where state = 'active' and reserved order by entity_id offset $1 limit 1`,
          [index],
        )
      : [];
  await run(
    `insert into directory.social_clause (id, buyer, county_code, subject, cpv, value_band, rule_code, required_group, required_kind, required_amount,
       starts_on, ends_on, entity_id, contractor, employed, control, control_note, is_demo, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, true, $18, $18)`,
    [
      newId(),
      `${c.buyer} (zmyślony)`,
      c.county,
      c.subject,
      c.cpv,
      c.band,
      c.rule,
      c.group,
      c.kind,
      c.amount,
      from,
      addMonths(from, c.months),
      entity?.id ?? null,
      c.contractor,
      c.employed,
      c.control,
      c.note,
      instantAt(from, '10:00'),
    ],
  );
}
