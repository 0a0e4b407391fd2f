import { newId } from '#kernel/ids.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { searchPerson } from '../src/modules/cases/person/api.ts';
import { madeId } from './generate.ts';
import type { Client } from './load.ts';
import type { Person, Stand } from './stand.ts';

/** A page to open: under which name, by whom, at which address for the n-th time. */
export interface PageTask {
  readonly name: string;
  readonly who: Person;
  readonly path: (n: number) => string;
  /** Milliseconds at the 95th percentile, docs/architecture.md. */
  readonly budget: number | null;
  /** How many of forty requests of a working day ask for it. */
  readonly often: number;
}
export interface WriteTask {
  readonly name: string;
  readonly budget: number | null;
  /** Null when there was nothing to do at that moment; such a turn is not counted. */
  readonly once: (n: number) => Promise<boolean | null>;
}

export async function pageTasks(s: Stand): Promise<PageTask[]> {
  const own = await s.query<{ id: string }>(
    `select c.id from cases.shared_case c where c.audience @> array[$1::uuid] and c.state in ('active', 'planning', 'follow_up') order by c.id`,
    [s.worker.actor.subjectId],
  );
  const oneOf = (n: number) => own[n % own.length]?.id ?? '';
  const { worker, head, adviser } = s;
  return [
    { name: 'morning page, caseworker', who: worker, path: () => '/work', often: 5, budget: 100 },
    { name: 'list of cases, caseworker', who: worker, path: () => '/cases', often: 5, budget: 100 },
    {
      name: 'list filtered to late, caseworker',
      who: worker,
      path: () => '/cases?view=late',
      often: 2,
      budget: 100,
    },
    {
      name: 'search in the list by name, caseworker',
      who: worker,
      path: () => '/cases?q=nowa',
      often: 4,
      budget: 100,
    },
    {
      name: 'one case with its timeline',
      who: worker,
      path: (n) => `/cases/${oneOf(n)}`,
      often: 11,
      budget: 120,
    },
    { name: 'plan of a case', who: worker, path: (n) => `/cases/${oneOf(n)}/plan`, often: 8, budget: null },
    {
      name: 'inbox of referrals, labour office',
      who: adviser,
      path: () => '/referrals',
      often: 3,
      budget: null,
    },
    { name: 'morning page, head of a large office', who: head, path: () => '/work', often: 1, budget: null },
    {
      name: 'list of cases, head of a large office',
      who: head,
      path: () => '/cases',
      often: 1,
      budget: null,
    },
    {
      name: 'search in the list by name, head',
      who: head,
      path: () => '/cases?q=nowa',
      often: 0,
      budget: null,
    },
  ];
}

const letters = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

interface Sender {
  readonly who: Person;
  readonly county: number;
  readonly gmina: string;
}

/** Two requests: the draft is kept, then sent. The senders take turns. */
function referral(name: string, senders: readonly Sender[], http: Client): WriteTask {
  const common = {
    ...{
      person: 'new',
      given_name: 'Gęśla',
      'needs[]': 'debts',
      office_sign: 'OPS.1',
      informed_form: 'oral',
    },
    ...{ reason: 'Osoba szuka pracy i prosi o pomoc doradcy zawodowego.' },
    ...{ informed_on: formatDate(warsawDate(new Date()), 'pl') },
  };
  return {
    name: `keep a draft and send the referral, ${name}`,
    budget: 150,
    once: async (n) => {
      const sender = senders[n % senders.length];
      if (!sender) return null;
      const { county, gmina, who } = sender;
      const draft = newId();
      const kept = await http.post('/referrals/draft', who.cookie, {
        ...{ ...common, draft, gmina, partnership: madeId('partnership', county) },
        ...{ recipient: madeId('institution', county * 10 + 6), family_name: `Nowa${letters(n)}` },
      });
      const sent = await http.post('/referrals/new/send', who.cookie, { draft, _key: newId() });
      return kept.status === 204 && sent.status === 303;
    },
  };
}

async function sendersOf(s: Stand): Promise<Sender[]> {
  const areas = await s.query<{ partnership_id: string; gmina: string }>(
    'select partnership_id, min(gmina_id) as gmina from partnerships.area group by partnership_id',
  );
  return s.colleagues.flatMap((who, county) =>
    areas
      .filter((area) => area.partnership_id === madeId('partnership', county))
      .map(({ gmina }) => ({ who, county, gmina })),
  );
}

interface Line {
  readonly session_id: string;
  readonly id: string;
  readonly row_version: number;
}

/** Last week's lists of one adviser, marked over and over: every line changes each time. */
async function attendance(s: Stand, http: Client): Promise<WriteTask> {
  const lines = await s.query<Line>(
    `select a.session_id, a.id, a.row_version from cases.attendance a join cases.session e on e.id = a.session_id
     join cases.shared_case c on c.id = a.case_id
     where e.worker_id = $1 and c.state = 'active' and c.audience @> array[$1::uuid]
       and e.starts_at between now() - interval '13 days' and now() - interval '1 day'
       and not exists (select from cases.case_lock l where l.case_id = c.id and l.worker_id = $1)`,
    [s.adviser.actor.subjectId],
  );
  const lists = [...new Set(lines.map((l) => l.session_id))].map((id) => ({
    ...{ id, round: 0, lines: lines.filter((l) => l.session_id === id) },
  }));
  return {
    name: `mark a group's attendance (${Math.round(lines.length / Math.max(1, lists.length))} people)`,
    budget: 150,
    once: async () => {
      const list = lists.shift();
      if (!list) return null;
      list.round += 1;
      const fields: Record<string, string> = { _key: newId() };
      for (const line of list.lines) {
        fields[`m.${line.id}`] = list.round % 2 === 0 ? 'sick' : 'excused';
        fields[`v.${line.id}`] = String(line.row_version + list.round - 1);
      }
      const { status } = await http.post(`/sessions/${list.id}`, s.adviser.cookie, fields);
      lists.push(list);
      return status === 303;
    },
  };
}

/** In this process, past the form: the form lets one worker search sixty times an hour. */
function search(
  s: Stand,
  name: string,
  budget: number,
  query: { identifier: string; name: string },
): WriteTask {
  const scope = {
    actor: s.worker.actor,
    lang: 'pl',
    requestId: 'bench',
    purpose: 'P1',
    path: '/bench',
  } as const;
  const asked = { partnershipId: madeId('partnership', 0), birthDate: null, ...query };
  return {
    name: `${name} (service alone)`,
    budget,
    once: async () => {
      await s.parts.db.transaction({ ...scope, now: new Date() }, (ctx) =>
        searchPerson(ctx, asked, { counted: false }),
      );
      return true;
    },
  };
}

export async function writeTasks(s: Stand, http: Client): Promise<WriteTask[]> {
  const [known] = await s.query<{ value: string }>(
    'select value from cases.person_identifier where partnership_id = $1 order by id limit 1',
    [madeId('partnership', 0)],
  );
  const senders = await sendersOf(s);
  return [
    search(s, 'find a person by PESEL', 50, { identifier: known?.value ?? '', name: '' }),
    search(s, 'find a person by a name with a typo', 100, { identifier: '', name: 'Kowalsky Ana' }),
    referral('in four partnerships', senders, http),
    referral('all in one partnership', senders.slice(0, 1), http),
    await attendance(s, http),
  ];
}
