import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, instantAt, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { vector } from '../../kernel/words/words.ts';
import { type DemoCounty, required } from '../county.ts';
import { type Sql, writeAnnouncements, writeCalls, writeVisits } from './network-talk.ts';
import { type DemoCard, type DemoNeighbour, NEIGHBOURS, OWN_CARDS } from './network-words.ts';

/** Cards of the demonstration partnerships, about twenty others of the country, visits, announcements and calls. */
export async function loadNetwork(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const run: Sql = async (text, values = []) => (await client.query(text, [...values])).rows;
    const terms = new Map(
      (await run('select code, kind, name_pl from partnerships.network_term')).map((row) => [
        String(row.code),
        { kind: String(row.kind), name: String(row.name_pl) },
      ]),
    );
    const ids = new Map(county.partnerships);
    for (const [key, card] of Object.entries(OWN_CARDS))
      await writeCard(run, terms, required(ids, key), card, addMonths(today, -10));
    for (const one of NEIGHBOURS) {
      const id = newId();
      if (await writeNeighbour(run, id, one, today)) {
        ids.set(one.county, id);
        await writeCard(run, terms, id, one, addMonths(today, -6));
      }
    }
    await writeVisits(run, county, ids, today);
    await writeAnnouncements(run, county, ids, today);
    await writeCalls(run, county, ids, today);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function writeCard(
  run: Sql,
  terms: ReadonlyMap<string, { kind: string; name: string }>,
  id: string,
  card: DemoCard,
  publishedOn: LocalDate,
): Promise<void> {
  const [about] = await run(
    `select p.name, c.name as county, (select m.institution_id from partnerships.member m where m.partnership_id = p.id order by m.id limit 1) as office
     from partnerships.partnership p join territory.county c on c.code = p.county_code where p.id = $1`,
    [id],
  );
  const names = card.terms.map((code) => terms.get(code)?.name ?? '').join(' ');
  await run(
    `insert into partnerships.profile (partnership_id, lead, specialises, proud_of, hosts, host_offer, words, published_on, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7::tsvector, $8, $9)`,
    [
      ...[id, card.lead, card.specialises, card.proudOf, card.shows !== undefined, card.shows ?? ''],
      vector(
        {
          A: `${about?.name} ${about?.county}`,
          B: `${card.lead} ${names}`,
          C: `${card.specialises} ${card.proudOf} ${card.shows ?? ''}`,
        },
        [],
      ),
      ...[publishedOn, startOfDay(publishedOn)],
    ],
  );
  for (const code of card.terms)
    await run('insert into partnerships.profile_term (partnership_id, code) values ($1, $2)', [id, code]);
  for (const code of card.terms.filter((one) => terms.get(one)?.kind === 'topic').slice(0, 2))
    await run(
      'insert into partnerships.profile_contact (partnership_id, code, institution_id, role) values ($1, $2, $3, $4)',
      [id, code, about?.office, 'koordynacja partnerstwa'],
    );
}

const OFFICES = [
  ['OPS', 'Ośrodek Pomocy Społecznej', 'OPS', 'gmina'],
  ['PUP', 'Powiatowy Urząd Pracy', 'PUP', 'powiat'],
  ['NGO', 'Stowarzyszenie „Razem”', 'Stow. „Razem”', 'stowarzyszenie'],
  ['CIS', 'Centrum Integracji Społecznej', 'CIS', 'stowarzyszenie'],
] as const;

/** A partnership of another county with invented institutions; false where the county is not loaded. */
async function writeNeighbour(run: Sql, id: string, one: DemoNeighbour, today: LocalDate): Promise<boolean> {
  const since = addMonths(today, -one.months);
  const made = await run(
    `insert into partnerships.partnership (id, name, county_code, state, started_on)
     select $1, $2, code, $4, $5 from territory.county where code = $3 returning id`,
    [id, `${one.name} (pokaz)`, one.county, one.state ?? 'operating', since],
  );
  if (made.length === 0) return false;
  await run(
    `insert into partnerships.area (partnership_id, gmina_id)
     select $1, id from territory.gmina where county_code = $2 and valid_to is null order by id limit 5`,
    [id, one.county],
  );
  const agreement = one.state === 'negotiation' ? null : newId();
  if (agreement)
    await run(
      `insert into partnerships.agreement (id, partnership_id, version, state, data_annex, valid_from, valid_to)
       values ($1, $2, 1, 'in_force', true, $3, $4)`,
      [agreement, id, since, one.ends === undefined ? null : addDays(today, one.ends)],
    );
  for (const [type, name, short, form] of OFFICES.slice(0, one.terms.includes('reintegration') ? 4 : 3)) {
    const [entity, institution] = [newId(), newId()];
    const where = `${name} w ${one.place}`;
    await run('insert into organisations.legal_entity (id, name, legal_form) values ($1, $2, $3)', [
      ...[entity, `${where} (pokaz)`, form],
    ]);
    await run(
      `insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, address, phone, email, active_from, is_demo)
       values ($1, $2, $3, $4, $5, $6, 'ul. Przykładowa 1', '600 000 000', $7, $8, true)`,
      [
        ...[institution, entity, type, `${where} (pokaz)`, `${short} w ${one.place}`, one.county],
        ...[`${type.toLowerCase()}-${one.county}@splot.example`, since],
      ],
    );
    await run(
      'insert into partnerships.member (id, partnership_id, institution_id, joined_on) values ($1, $2, $3, $4)',
      [newId(), id, institution, since],
    );
    if (agreement)
      await run(
        `insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form)
         values ($1, $2, $3, 'Osoba uprawniona (pokaz)', $4, 'paper')`,
        [newId(), agreement, institution, since],
      );
  }
  await writeMeetings(run, id, one.meetings, today);
  return true;
}

/** Meetings of the last months, one in five of them called off. */
async function writeMeetings(run: Sql, partnership: string, times: number, today: LocalDate): Promise<void> {
  // A partnership comes into the world with its bodies.
  const [body] = await run(`select id from partnerships.body where partnership_id = $1 and kind = 'whole'`, [
    partnership,
  ]);
  for (let n = 1; n <= times; n += 1) {
    const start = instantAt(addDays(today, -28 * n), '10:00');
    await run(
      `insert into partnerships.meeting (id, body_id, title, starts_at, ends_at, mode, place, state, reason, created_at, updated_at)
       values ($1, $2, 'Spotkanie partnerstwa', $3, $4, 'onsite', 'urząd', $5, $6, $3, $3)`,
      [
        ...[newId(), body?.id, start, new Date(start.getTime() + 5_400_000)],
        ...(n % 5 === 0 ? ['cancelled', 'Za mało osób.'] : ['held', '']),
      ],
    );
  }
}
