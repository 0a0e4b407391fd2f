import { createHash } from 'node:crypto';
import pg from 'pg';
import { systemScope } from '../../kernel/db/database.ts';
import { newId, newSecret } from '../../kernel/ids.ts';
import type { LocalDate } from '../../kernel/time.ts';
import { addDays } from '../../kernel/time.ts';
import { readRecord, saveRecord } from '../../modules/directory/api.ts';
import type { Parts } from '../../parts.ts';

interface Told {
  readonly kind: string;
  readonly cause: string;
  readonly by?: string;
  /** Days ago. */
  readonly opened: number;
  readonly note?: string;
  readonly proposed?: Readonly<Record<string, string>>;
  readonly mail?: string;
  /** E-mail of the worker who claims. */
  readonly worker?: string;
  readonly closed?: {
    readonly ago: number;
    readonly state: string;
    readonly code?: string;
    readonly note: string;
  };
}

/** One for each kind of thing that editors meet, waiting for different lengths of time, and some decided. */
const TOLD: readonly Told[] = [
  {
    kind: 'report',
    cause: 'gone',
    opened: 21,
    note: 'Lokal pusty od wiosny, na drzwiach kartka „do wynajęcia”.',
    mail: 'czytelniczka@example.org',
  },
  { kind: 'check', cause: 'struck_off', by: 'import', opened: 17, note: 'Brak w ostatnim wyciągu z KRS.' },
  {
    kind: 'claim',
    cause: 'document',
    by: 'entity',
    opened: 12,
    note: 'Prowadzimy tę spółdzielnię od zeszłego roku, umowę przekazaliśmy redakcji na papierze.',
    worker: 'mosthead@splot.example',
  },
  {
    kind: 'report',
    cause: 'contact',
    opened: 9,
    note: 'Pod starym numerem nikt nie odbiera, nowy jest na stronie podmiotu.',
    proposed: { phone: '+48183301122' },
  },
  { kind: 'check', cause: 'bounced', by: 'import', opened: 7 },
  {
    kind: 'claim',
    cause: 'newcomer',
    opened: 5,
    note: 'Jestem prezesem spółdzielni, chcemy sami uzupełniać ofertę.',
    mail: 'zarzad@example.org',
  },
  {
    kind: 'proposal',
    cause: 'letter',
    by: 'entity',
    opened: 3,
    note: 'Od października jesteśmy też czynni w soboty, 9–13.',
    proposed: {
      contactRole: 'biuro zamówień',
      phone: '+48183302233',
      website: 'https://nowa-strona.example',
    },
    mail: 'biuro@example.org',
  },
  { kind: 'claim', cause: 'code', by: 'entity', opened: 1, worker: 'cishead@splot.example' },
  {
    kind: 'report',
    cause: 'hours',
    opened: 40,
    note: 'W piątki zamykają wcześniej.',
    closed: { ago: 36, state: 'rejected', code: 'already_true', note: 'Zadzwoniliśmy: w piątki do 16.' },
  },
  {
    kind: 'report',
    cause: 'moved',
    opened: 60,
    note: 'Są teraz dwa domy dalej.',
    closed: { ago: 58, state: 'accepted', note: 'Poprawione, dziękujemy.' },
  },
];

/** What waits for the editors of the base, a pair that is one, letters without an answer, and the freshness of a year. */
export async function loadTrust(adminUrl: string, parts: Parts, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select e.id from directory.entity e join directory.listing l on l.entity_id = e.id
       where e.institution_id is null and e.parent_id is null and e.state = 'active' and e.email <> ''
       order by l.county_code = '1207' desc, e.id limit $1`,
      [TOLD.length + 1],
    );
    for (const [n, told] of TOLD.entries()) await tell(client, told, rows[n]?.id, today);
    await writeTwin(client, parts, rows[TOLD.length]?.id, today);
    await writeLetters(client, today);
    await writeMonths(client, today);
  } finally {
    await client.end();
  }
}

async function tell(client: pg.Client, t: Told, entity: string | undefined, today: LocalDate): Promise<void> {
  if (entity === undefined) return;
  const id = newId();
  await client.query(
    `insert into directory.matter (id, entity_id, kind, cause, by_kind, note, proposed, institution_id, worker_id, state, opened_at,
       closed_at, closed_code, closed_note)
     select $1, $2, $3, $4, $5, $6, $7, w.institution_id, w.id, $9, $10, $11, $12, $13
     from (select) one left join organisations.worker w on w.email = $8
     -- A base alone, such as the bench loads, has no workers.
     where $8::text is null or w.id is not null`,
    [
      id,
      entity,
      t.kind,
      t.cause,
      t.by ?? 'reader',
      t.note ?? '',
      JSON.stringify(t.proposed ?? {}),
      t.worker ?? null,
      t.closed?.state ?? 'open',
      `${addDays(today, -t.opened)}T09:20:00Z`,
      t.closed ? `${addDays(today, -t.closed.ago)}T12:05:00Z` : null,
      t.closed?.code ?? null,
      t.closed?.note ?? '',
    ],
  );
  if (t.mail && !t.closed)
    await client.query('insert into directory.matter_contact (matter_id, email) values ($1, $2)', [
      id,
      t.mail,
    ]);
}

/** A record that somebody entered a second time under a slightly different name. */
async function writeTwin(
  client: pg.Client,
  parts: Parts,
  of: string | undefined,
  today: LocalDate,
): Promise<void> {
  if (of === undefined) return;
  const twin = await parts.db.transaction(systemScope(parts.clock(), 'demo'), async (ctx) => {
    const record = await readRecord(ctx, of);
    if (!record) return null;
    const places = record.places.slice(0, 1).map(({ id: _, ...place }) => place);
    const numbers = { nip: null, krs: null, regon: null };
    const name = record.name
      .replace('Spółdzielnia Socjalna', 'Spółdz. Socjalna')
      .replace('(pokaz)', 'bis (pokaz)');
    return saveRecord(
      ctx,
      null,
      { ...record, ...numbers, name, places, offers: [], supports: [], statuses: [] },
      { source: 'partner', sourceOn: addDays(today, -400), by: 'import', confirmed: null, isDemo: true },
    );
  });
  if (twin === null) return;
  await client.query(
    `insert into directory.matter (id, entity_id, other_id, kind, cause, by_kind, opened_at)
     values ($1, $2, $3, 'check', 'duplicate', 'import', $4)`,
    [newId(), twin, of, `${addDays(today, -4)}T02:40:00Z`],
  );
}

/** Asked twelve days ago, no answer yet. Nobody knows these links. */
async function writeLetters(client: pg.Client, today: LocalDate): Promise<void> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `select distinct on (lower(email)) id, email from directory.entity
     where email <> '' and state = 'active' and (confirmed_on is null or confirmed_on < $1::date - 200) order by lower(email), id limit 20`,
    [today],
  );
  const sent = `${addDays(today, -12)}T06:30:00Z`;
  for (const { id, email } of rows)
    await client.query(
      `insert into directory.letter (id, entity_id, address_hash, token_hash, leave_hash, sent_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $6::timestamptz + interval '90 days')`,
      [
        newId(),
        id,
        createHash('sha256').update(email.toLowerCase()).digest('hex'),
        newSecret(),
        newSecret(),
        sent,
      ],
    );
}

/** A year in which the base slowly grew and became fresher. */
async function writeMonths(client: pg.Client, today: LocalDate): Promise<void> {
  await client.query(
    `with v as (
       select coalesce(voivodeship_code, '00') as code, count(*) as n,
         count(*) filter (where confirmed_on > $1::date - interval '6 months') as six,
         count(*) filter (where confirmed_on > $1::date - interval '12 months') as twelve
       from directory.listing where state <> 'deregistered' group by 1),
     m as (
       select v.code, k, ceil(n * (1 - 0.012 * k))::int as records,
         greatest(0, twelve * (1 - 0.035 * k) + (ascii(md5(v.code || k)) % 3 - 1) * 0.02 * n) as twelve, six * (1 - 0.05 * k) as six
       from v, generate_series(0, 11) k)
     insert into directory.freshness_month (month, voivodeship_code, records, within6, within12)
     select (date_trunc('month', $1::date) - make_interval(months => k))::date, code, records,
       floor(least(six, twelve, records))::int, floor(least(twelve, records))::int
     from m on conflict do nothing`,
    [today],
  );
}
