import pg from 'pg';
import { hashOf, newId, newSecret } from '../../kernel/ids.ts';
import { addDays, instantAt, type LocalDate } from '../../kernel/time.ts';
import { addClauses, type Run } from './clauses.ts';

/** Enquiries of the demonstration, in every state; prices and results are invented. */

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
    await addClauses(run, today);
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
      hashOf(e.subject),
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
