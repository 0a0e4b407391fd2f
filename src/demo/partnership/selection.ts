import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';
import { chance } from '../random.ts';

type Sql = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const WORDS = {
  who: 'Osoby długotrwale bezrobotne, które korzystają z pomocy społecznej i mieszkają na terenie Partnerstwa.',
  basis: 'Porozumienie o współpracy, § 7. Ustawa o rynku pracy i służbach zatrudnienia, art. 198.',
  choosing:
    'Osobę zgłasza każdy partner. Warunki sprawdza koordynator sprawy razem z partnerem, który ma dokument. Odpowiedź jest w ciągu 7 dni, z powodem na piśmie.',
  order:
    'Najpierw osoby z podstawą pierwszeństwa, w kolejności podstaw. W ramach podstawy i bez podstawy: kto wcześniej się zapisał. Nikt nie dostaje punktów.',
  appeal: 'Można napisać do koordynatora Partnerstwa. Odpowiedź przychodzi w 14 dni.',
};
const CONDITIONS = [
  ['Bezrobocie długotrwałe', 'RPSZ, art. 2', 'PUP potwierdza okres rejestracji.'],
  [
    'Zamieszkanie na terenie Partnerstwa',
    'UPS, art. 101',
    'Oświadczenie osoby, sprawdzone przy pierwszej rozmowie.',
  ],
  [
    'Zgoda osoby na udział',
    '',
    'Osoba mówi, że chce czekać na to miejsce; koordynator sprawy zapisuje dzień.',
  ],
] as const;
const GROUNDS = [
  ['Utrata mieszkania w ciągu 3 miesięcy', 'porozumienie, § 7 ust. 2', 'Pismo o wypowiedzeniu albo wyrok.'],
  ['Samotne wychowywanie dziecka', 'porozumienie, § 7 ust. 3', 'Oświadczenie osoby.'],
] as const;
const SERVICES = [
  ['most', 'Trener pracy', 'Wsparcie w szukaniu pracy i w jej pierwszych miesiącach.', 12, 1],
  ['cis', 'Miejsce w Centrum Integracji Społecznej', 'Grupa remontowa i gastronomiczna, 12 miesięcy.', 24, 0],
  ['pup', 'Grupa „Pierwszy krok”', 'Spotkania z doradcą, 8 tygodni.', 10, 2],
] as const;

/** Criteria in force with the version before, services with places, and people of open cases who wait for them. */
export async function loadSelection(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const run: Sql = async (text, values = []) =>
      (await client.query<Record<string, unknown>>(text, [...values])).rows;
    await run('begin');
    await run(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    // Some members have no worker in the demonstration who could agree; nobody counts them here.
    await run(`select set_config('app.institution', $1, true)`, ['00000000-0000-0000-0000-000000000000']);
    const partnership = required(county.partnerships, 'powiat');
    await writeVersion(run, partnership, 1, addMonths(today, -20), addMonths(today, -8));
    const rules = await writeVersion(run, partnership, 2, addDays(addMonths(today, -8), 1), null);
    const services: string[] = [];
    for (const [institution, name, description, places, free] of SERVICES) {
      const id = newId();
      services.push(id);
      await run(
        `insert into partnerships.service (id, partnership_id, institution_id, name, description, places, free, free_on, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          partnership,
          required(county.institutions, institution),
          name,
          description,
          places,
          free,
          addDays(today, -2),
          addMonths(today, -20),
        ],
      );
    }
    await writeQueue(run, partnership, rules, services, today);
    await run('commit');
  } finally {
    await client.end();
  }
}

interface Rules {
  readonly id: string;
  readonly conditions: readonly string[];
  readonly grounds: readonly string[];
}

async function writeVersion(
  run: Sql,
  partnership: string,
  version: number,
  from: LocalDate,
  to: LocalDate | null,
): Promise<Rules> {
  const id = newId();
  const author = await run(
    `select worker_id from partnerships.contact where partnership_id = $1 and role = 'coordinator' limit 1`,
    [partnership],
  );
  await run(
    `insert into partnerships.selection (id, partnership_id, version, who, basis, choosing, order_words, appeal, change_note, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      partnership,
      version,
      WORDS.who,
      WORDS.basis,
      WORDS.choosing,
      WORDS.order,
      WORDS.appeal,
      version === 1 ? '' : 'Dodano pierwszeństwo przy utracie mieszkania.',
      author[0]?.worker_id,
      startOfDay(addDays(from, -30)),
    ],
  );
  const ids = { condition: [] as string[], ground: [] as string[] };
  const write = async (
    kind: 'condition' | 'ground',
    list: readonly (readonly [string, string, string])[],
  ) => {
    for (const [i, [name, basis, checking]] of list.entries()) {
      const criterion = newId();
      ids[kind].push(criterion);
      await run(
        `insert into partnerships.selection_criterion (id, selection_id, partnership_id, kind, position, name, basis, checking) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [criterion, id, partnership, kind, i + 1, name, basis, checking],
      );
    }
  };
  await write('condition', CONDITIONS);
  await write('ground', version === 1 ? GROUNDS.slice(1) : GROUNDS);
  await run(`update partnerships.selection set state = 'proposed' where id = $1`, [id]);
  await run(
    `insert into partnerships.selection_agreement (id, selection_id, partnership_id, institution_id, worker_id, agreed_on)
     select gen_random_uuid(), $1, $2, m.institution_id, w.id, $3::date
     from partnerships.member m join lateral (select id from organisations.worker where institution_id = m.institution_id order by id limit 1) w on true
     where m.partnership_id = $2`,
    [id, partnership, addDays(from, -3)],
  );
  await run(`update partnerships.selection set state = 'in_force', valid_from = $2 where id = $1`, [
    id,
    from,
  ]);
  if (to)
    await run(`update partnerships.selection set state = 'superseded', valid_to = $2 where id = $1`, [
      id,
      to,
    ]);
  return { id, conditions: ids.condition, grounds: ids.ground };
}

/** Every third open case waits for something; some with a ground, one counted differently, some already placed. */
async function writeQueue(
  run: Sql,
  partnership: string,
  rules: Rules,
  services: readonly string[],
  today: LocalDate,
): Promise<void> {
  const luck = chance(207);
  const cases = await run(
    `select c.id, c.coordinator_id, coalesce(c.intake_on, (c.opened_at at time zone 'Europe/Warsaw')::date)::text as began
     from cases.shared_case c left join participant.access a on a.person_id = c.person_id
     where c.partnership_id = $1 and c.coordinator_id is not null and c.state in ('intake', 'diagnosis', 'planning', 'agreed', 'active')
     order by a.person_id is null, c.id limit 24`,
    [partnership],
  );
  for (const [i, c] of cases.entries()) {
    const service = services[i % 4 === 3 ? 1 : i % 3] ?? '';
    const id = newId();
    const began = String(c.began);
    const wanted = addDays(today, -luck.int(3, 90));
    const [, since = wanted] = [began, wanted].sort();
    const ground = i % 5 === 1 ? rules.grounds[0] : i % 5 === 3 ? rules.grounds[1] : null;
    const joined = startOfDay(addDays(since, 1));
    await run(
      `insert into cases.queue_entry (id, case_id, partnership_id, service_id, selection_id, since, ground_id, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, c.id, partnership, service, rules.id, since, ground ?? null, c.coordinator_id, joined],
    );
    const step = (at: Date, kind: string, reason = '') =>
      run(
        `insert into cases.queue_step (id, entry_id, case_id, at, kind, reason, worker_id) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, c.id, at, kind, reason, c.coordinator_id],
      );
    await step(joined, 'joined');
    // The newest have not been checked whole.
    for (const criterion of rules.conditions.slice(0, i % 6 === 5 ? 2 : 3))
      await run(
        `insert into cases.queue_fact (entry_id, case_id, criterion_id, met, checked_on, checked_by) values ($1, $2, $3, true, $4, $5)`,
        [id, c.id, criterion, since, c.coordinator_id],
      );
    if (i === 7) {
      const reason =
        'Sprawę przekazano między ośrodkami i zapis się opóźnił; osoba prosiła o miejsce dwa tygodnie wcześniej.';
      await run(`update cases.queue_entry set shifted_from = $2, shift_reason = $3 where id = $1`, [
        id,
        addDays(since, -14),
        reason,
      ]);
      await step(startOfDay(today), 'shifted', reason);
    }
  }
}
