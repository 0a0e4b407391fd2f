import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { openBase, openParts } from '../../src/boot.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { readPidFile } from '../../src/kernel/embedded/postmaster.ts';
import { asAdmin, makeAccount, makeWorld, type World } from '../factories.ts';
import { command, type Env, freePort, serveVictim, type Victim } from '../fault.ts';

/** One referral on its way: what was sent, and what the server said of it before it died. */
interface Attempt {
  readonly draft: string;
  readonly key: string;
  readonly familyName: string;
  saved: boolean;
  location: string | null;
}

let dir = '';
let origin = '';
let env: Env = {};
let cookie = '';
let w: World;
let server: Victim;
const attempts: Attempt[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'splot-crash-'));
  const port = String(await freePort());
  origin = `http://127.0.0.1:${port}`;
  env = {
    ...{
      NODE_ENV: 'production',
      DEMO: 'false',
      DATA_DIR: dir,
      HOST: '127.0.0.1',
      PORT: port,
      APP_URL: origin,
    },
    ...{ SECRET: randomBytes(32).toString('hex'), LOG_LEVEL: 'silent' },
  };
  server = await serveVictim(env);
  await onBase(async (adminUrl, parts) => {
    w = await makeWorld(adminUrl);
    await makeAccount({ adminUrl, auth: parts.auth }, w.socialWorker);
    cookie = await parts.auth.sessionCookie(w.socialWorker.accountId);
  });
});
afterAll(async () => {
  await server?.kill();
  // Whoever attaches last stops the database that the killed server left behind.
  await onBase(async () => {});
  await rm(dir, { recursive: true, force: true });
});

/** Beside the server, on the same database. */
async function onBase(
  work: (adminUrl: string, parts: Awaited<ReturnType<typeof openParts>>) => Promise<void>,
): Promise<void> {
  const config = readConfig(env);
  const base = await openBase(config, () => {});
  const parts = await openParts(config, base);
  try {
    await work(base.adminUrl, parts);
  } finally {
    await parts.close();
    await base.stop();
  }
}

/** Sends a form as the social worker's browser; null when nobody answered to the end. */
async function post(path: string, fields: Record<string, string>): Promise<Response | null> {
  const body = new URLSearchParams(fields);
  try {
    const answer = await fetch(origin + path, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { cookie, origin },
      signal: AbortSignal.timeout(5_000),
    });
    await answer.arrayBuffer();
    return answer;
  } catch {
    return null;
  }
}

const saveDraft = (a: Attempt) =>
  post('/referrals/draft', {
    ...{
      draft: a.draft,
      partnership: w.partnershipId,
      person: 'new',
      given_name: 'Gęśla',
      family_name: a.familyName,
    },
    ...{ gmina: '1207-limanowa-m', 'needs[]': 'debts', recipient: w.pup.id, office_sign: 'OPS.1' },
    ...{ reason: 'Osoba szuka pracy i prosi o pomoc doradcy zawodowego.' },
    ...{ informed_on: formatDate(warsawDate(new Date()), 'pl'), informed_form: 'oral' },
  });
const send = (a: Attempt) => post('/referrals/new/send', { draft: a.draft, _key: a.key });

const letters = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Writes from four browsers at once until the server is gone. */
async function writeUntilGone(): Promise<void> {
  const writer = async () => {
    for (;;) {
      const attempt: Attempt = {
        ...{ draft: newId(), key: newId(), familyName: `Pewna${letters(attempts.length)}` },
        ...{ saved: false, location: null },
      };
      attempts.push(attempt);
      const saved = await saveDraft(attempt);
      attempt.saved = saved?.status === 204;
      if (!attempt.saved) return;
      // Every third stays a draft.
      if (attempts.indexOf(attempt) % 3 === 0) continue;
      const sent = await send(attempt);
      attempt.location = sent?.status === 303 ? sent.headers.get('location') : null;
      if (!attempt.location) return;
    }
  };
  await Promise.all([writer(), writer(), writer(), writer()]);
}

/** Each write that was answered is there, whole and once. */
async function expectKept(): Promise<void> {
  const sent = attempts.filter((a) => a.location);
  expect(sent.length).toBeGreaterThan(0);
  await onBase(async (adminUrl) =>
    asAdmin(adminUrl, async (run) => {
      const drafts = await run(`select id from kernel.draft where kind = 'referral'`);
      const kept = new Set(drafts.map((row) => String(row.id)));
      const waiting = attempts.filter((a) => a.saved && !a.location);
      const people = await run(
        `select p.family_name, count(distinct c.id)::int as cases, count(r.id)::int as referrals, min(r.id::text) as referral,
           count(distinct g.data_class)::int as classes, bool_and(c.state = 'referred') as referred, bool_and(c.audience <> '{}') as audience
         from cases.person p join cases.shared_case c on c.person_id = p.id
         left join cases.referral r on r.case_id = c.id and r.state = 'sent'
         left join cases.access_grant g on g.case_id = c.id and g.institution_id = c.created_by_institution_id
         group by p.id, p.family_name`,
      );
      const known = new Map(people.map((row) => [String(row.family_name), row]));
      for (const a of waiting) expect(kept.has(a.draft) || known.has(a.familyName), a.familyName).toBe(true);
      for (const a of sent) {
        const row = known.get(a.familyName);
        expect(row, a.familyName).toMatchObject({ cases: 1, referred: true, audience: true });
        expect(a.location).toBe(`/referrals/${String(row?.referral)}/sent`);
      }
      // What nobody was told of is there whole or not at all.
      for (const row of people) expect(row.classes, String(row.family_name)).toBeGreaterThan(1);
      const seen = await run(`select object_id from audit.entry where action = 'case.opened'`);
      expect(seen.length).toBe(people.length);
    }),
  );
}

test('the server is killed in the middle of writes: nothing that was answered is lost', async () => {
  const writing = writeUntilGone();
  await sleep(1_500);
  await server.kill();
  await writing;
  server = await serveVictim(env);
  await expectKept();
});

test('the database is killed too, and rises by itself with everything that was answered', async () => {
  const before = attempts.length;
  const writing = writeUntilGone();
  await sleep(1_500);
  const database = readPidFile(await realpath(join(dir, 'postgres')));
  process.kill(database?.pid ?? 0, 'SIGKILL');
  await server.kill();
  await writing;
  expect(attempts.length).toBeGreaterThan(before);
  server = await serveVictim(env);
  await expectKept();
});

test('a form sent again after the crash gets the answer of the first time, and those cut off go through once', async () => {
  for (const a of attempts.filter((each) => each.location).slice(-5))
    expect((await send(a))?.headers.get('location')).toBe(a.location);
  for (const a of attempts.filter((each) => each.saved && !each.location).slice(-8)) {
    const answer = await send(a);
    expect(answer?.status, a.familyName).toBe(303);
    a.location = answer?.headers.get('location') ?? null;
    expect((await send(a))?.headers.get('location')).toBe(a.location);
  }
  await expectKept();
});

test('the access record is whole', async () => {
  const { code, output } = await command(env, 'verify');
  expect(output).toContain('The access record is whole');
  expect(code).toBe(0);
});
