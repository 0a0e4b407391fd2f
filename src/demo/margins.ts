import pg from 'pg';
import { systemScope } from '../kernel/db/database.ts';
import { saveDraft } from '../kernel/forms/forms.ts';
import { newId, newRequestId } from '../kernel/ids.ts';
import { addDays, type LocalDate } from '../kernel/time.ts';
import { openBody, openEmergency, reviewEmergency } from '../modules/cases/emergency/api.ts';
import { erase } from '../modules/cases/timers/api.ts';
import type { Parts } from '../parts.ts';
import { type Cast, later } from './cast.ts';
import { type DemoCounty, required } from './county.ts';
import { PARTNERSHIPS } from './partnerships.ts';
import { inventPerson, LOCALITIES } from './people.ts';
import { chance } from './random.ts';
import { play } from './story.ts';

/** People of the demonstration: those of the cases, and those only known from before. */
const PEOPLE = 180;

/** What happens beside the cases: retention ends, somebody begins a referral, looks in an emergency, is known from before. */
export async function loadMargins(
  adminUrl: string,
  parts: Parts,
  cast: Cast,
  county: DemoCounty,
  today: LocalDate,
  whole: boolean,
): Promise<void> {
  await parts.db.transaction(systemScope(parts.clock(), 'demo'), erase);
  await cast.act('anna', today, 'P1', async (ctx) => {
    for (const given of ['Halina', 'Zdzisław'])
      await saveDraft(ctx, 'referral', null, {
        partnership: required(county.partnerships, 'powiat'),
        given_name: given,
        family_name: 'Wymyślona-Pokaz',
        locality: 'Limanowa',
        needs: 'long_term_unemployment',
      });
  });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await loadEmergencies(client, parts, cast, county, today);
    await loadTwice(client, cast, county, today);
    if (whole) await loadKnown(client, county, today);
  } finally {
    await client.end();
  }
}

const WORDS = [
  'Osoba zgłosiła się wieczorem bez noclegu, przy mrozie, a koordynatorki nie ma.',
  'Telefon ze szpitala: trzeba od razu ustalić, kto opiekuje się dziećmi tej osoby.',
  'Osoba jest w ośrodku bez leków i pieniędzy, nikt z zespołu nie odbiera telefonu.',
];

/** One justified and closed, one that waits for its review, one that is open now. */
async function loadEmergencies(
  client: pg.Client,
  parts: Parts,
  cast: Cast,
  county: DemoCounty,
  today: LocalDate,
): Promise<void> {
  const open = async (worker: string, coordinator: string, day: LocalDate | null, n: number) => {
    const found = await openCaseOf(client, cast.actor(coordinator).subjectId, addDays(today, -30));
    if (!found) return null;
    const body = openBody.parse({
      partnership: required(county.partnerships, 'powiat'),
      identifier: found,
      reason: ['shelter', 'child_safety', 'nobody_there'][n],
      justification: WORDS[n],
    });
    if (day) return cast.act(worker, day, 'P5', (ctx) => openEmergency(ctx, body));
    const scope = { ...systemScope(parts.clock(), 'demo'), actor: cast.actor(worker) };
    return parts.db.transaction({ ...scope, requestId: newRequestId() }, (ctx) => openEmergency(ctx, body));
  };
  const before = later(addDays(today, -20), 0, today);
  const reviewed = await open('lukowica', 'anna', before, 0);
  if (reviewed)
    await cast.act('iod', later(before, 1, today), 'P8', (ctx) =>
      reviewEmergency(ctx, reviewed, { verdict: 'justified', note: 'Nocleg znaleziono tego samego dnia.' }),
    );
  await open('dobra', 'anna', later(addDays(today, -2), 0, addDays(today, -1)), 1);
  await open('anna', 'lukowica', null, 2);
}

/** Somebody written twice: a second referral without a number, sent too early and taken back. Both are cases of one worker. */
async function loadTwice(client: pg.Client, cast: Cast, county: DemoCounty, today: LocalDate): Promise<void> {
  const partnershipId = required(county.partnerships, 'powiat');
  const { rows } = await client.query<{
    given: string;
    family: string;
    born: LocalDate;
    sex: 'f' | 'm';
    gmina: string;
    locality: string;
  }>(
    `select p.given_name as given, p.family_name as family, p.birth_date::text as born, p.sex, p.gmina_id as gmina, p.locality
     from cases.shared_case c join cases.person p on p.id = c.person_id
     where c.coordinator_id = $1 and c.partnership_id = $2 and c.state in ('active', 'planning', 'diagnosis', 'intake') and p.given_name <> ''
     order by c.state, c.number limit 1`,
    [cast.actor('anna').subjectId, partnershipId],
  );
  const [known] = rows;
  if (!known) return;
  await play({
    cast,
    roles: {
      partnershipId,
      welfare: 'anna',
      labour: 'tomasz',
      third: null,
      labourInstitution: required(county.institutions, 'pup'),
      thirdInstitution: null,
      thirdType: null,
      welfareLeads: true,
    },
    person: {
      givenName: known.given,
      familyName: known.family,
      label: null,
      identifier: { kind: 'document', value: 'POKAZ98001' },
      birthDate: known.born,
      sex: known.sex,
      gminaId: known.gmina,
      locality: known.locality,
      postalCode: '34-600',
      street: 'ul. Pokazowa 98',
      phone: '+48600000998',
      email: '',
      lang: 'pl',
    },
    needs: ['long_term_unemployment'],
    stage: 'draft',
    start: later(addDays(today, -3), 0, today),
    today,
    luck: chance(611_953),
  });
}

/** The identifier of somebody with an open case which this worker coordinates. */
async function openCaseOf(
  client: pg.Client,
  coordinatorId: string,
  before: LocalDate,
): Promise<string | null> {
  const { rows } = await client.query<{ value: string }>(
    `select i.value from cases.shared_case c join cases.person_identifier i on i.person_id = c.person_id
     where c.coordinator_id = $1 and c.state in ('active', 'planning', 'agreed', 'diagnosis') and c.opened_at < $2::date
     order by c.state, c.number limit 1`,
    [coordinatorId, before],
  );
  return rows[0]?.value ?? null;
}

/** People whom an office registered and did not refer: a search finds them by their exact number alone. */
async function loadKnown(client: pg.Client, county: DemoCounty, today: LocalDate): Promise<void> {
  const { rows } = await client.query<{ n: string }>('select count(*) as n from cases.person');
  for (let n = Number(rows[0]?.n ?? PEOPLE); n < PEOPLE; n++) {
    const luck = chance(104_729 * n);
    const partnership = luck.pick(PARTNERSHIPS);
    const p = inventPerson(500 + n, luck.pick(partnership.area.filter((g) => LOCALITIES[g])), today, luck);
    const id = newId();
    const partnershipId = required(county.partnerships, partnership.key);
    await client.query(
      `insert into cases.person (id, partnership_id, given_name, family_name, birth_date, sex, gmina_id, locality, postal_code, street,
         created_by_institution_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        partnershipId,
        p.givenName,
        p.familyName,
        p.birthDate,
        p.sex,
        p.gminaId,
        p.locality,
        p.postalCode,
        p.street,
        required(county.institutions, partnership.members[0] ?? 'ops'),
        addDays(today, -luck.int(20, 400)),
      ],
    );
    if (p.identifier)
      await client.query(
        'insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, $4, $5)',
        [newId(), id, partnershipId, p.identifier.kind, p.identifier.value],
      );
  }
}
