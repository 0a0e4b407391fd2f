import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeEvent } from '#test/events.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { keptUntil } from './policy.ts';

const NOW = new Date('2026-03-04T09:00:00Z');
let app: TestApp;
let desk: Browser;
let other: Browser;
let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(async () => {
  app = await testApp(NOW);
  const own = await makeInstitution(app.adminUrl, 'NGO', 'Most');
  desk = await app.as(
    await makeAccount(app, await makeWorker(app.adminUrl, own, ['partnership_coordinator'])),
  );
  const foreign = await makeInstitution(app.adminUrl, 'NGO', 'Kładka');
  other = await app.as(
    await makeAccount(app, await makeWorker(app.adminUrl, foreign, ['partnership_coordinator'])),
  );
  event = await makeEvent(app.adminUrl, own, {
    dates: ['2026-03-04', '2026-03-05', '2026-03-06'].map(
      (day) => [new Date(`${day}T08:00:00Z`), new Date(`${day}T14:00:00Z`)] as const,
    ),
  });
}, 60_000);
afterAll(() => app.drop());

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
async function place(code: string, email: string): Promise<string> {
  const id = newId();
  await rows(
    `insert into events.registration (id, event_id, state, given_name, family_name, email, organisation, lang, code, created_at, settled_at)
     values ($1, $2, 'confirmed', 'Ewa', 'Wymyślona', $4, 'Biuro', 'pl', $3, '2026-02-01', '2026-02-01')`,
    [id, event.id, code, email],
  );
  return id;
}
const door = () => `/events/manage/${event.id}/door`;
const came = async (id: string) =>
  (await rows('select at, taken_back_at from events.attendance where registration_id = $1', [id]))[0];

test('a list may lie on a device from the day before until the midnight after', () => {
  const date = { startsAt: new Date('2026-03-28T09:00:00Z'), endsAt: new Date('2026-03-28T15:00:00Z') };
  const at = (now: string) => keptUntil(date, new Date(now))?.toISOString() ?? null;
  expect(at('2026-03-26T22:59:59Z')).toBeNull();
  expect(at('2026-03-26T23:00:00Z')).toBe('2026-03-28T23:00:00.000Z');
  expect(at('2026-03-28T22:59:59Z')).toBe('2026-03-28T23:00:00.000Z');
  expect(at('2026-03-28T23:00:00Z')).toBeNull();
});

test('what lies on the device is the least, is recorded, and is for whoever organises', async () => {
  const id = await place('KEPTKEPT01', 'ewa@example.org');
  await rows(`insert into events.need values ($1, '{loop}', 'wózek')`, [id]);
  const [today, , later] = event.occurrences;
  const page = await desk.get(`${door()}/kept?date=${today}`);
  expect(page.text).toContain('Wymyślona');
  for (const more of ['ewa@example.org', 'Biuro', 'wózek', id]) expect(page.text).not.toContain(more);
  expect(await rows(`select 1 from audit.entry where action = 'events.list_kept'`)).toHaveLength(1);
  expect((await desk.get(`${door()}/kept?date=${later}`)).status).toBe(404);
  expect((await other.get(`${door()}/kept?date=${today}`)).status).toBe(404);
  // A list that may not be kept is not offered to the script.
  expect((await desk.get(`${door()}?date=${later}`)).text).not.toContain('data-keep');
});

test('of two doors without a network the first time counts, whichever sends first', async () => {
  const id = await place('TW1CETW1CE', 'iga@example.org');
  const [today = ''] = event.occurrences;
  const send = async (at: string) => {
    const marks = JSON.stringify([{ code: 'TW1CETW1CE', date: today, at }]);
    const answer = await desk.post(`${door()}/sync`, { marks });
    return (JSON.parse(answer.text) as Record<string, unknown>)[`TW1CETW1CE ${today}`];
  };
  expect(await send('2026-03-04T08:10:00.000Z')).toEqual({ said: 'marked' });
  expect(await send('2026-03-04T08:05:00.000Z')).toEqual({ said: 'already', at: '2026-03-04T08:05:00.000Z' });
  expect(await send('2026-03-04T08:20:00.000Z')).toEqual({ said: 'already', at: '2026-03-04T08:05:00.000Z' });
  expect((await came(id))?.at).toEqual(new Date('2026-03-04T08:05:00Z'));
  expect((await desk.get(`${door()}?date=${today}`)).text).toContain('jest, 09:05');
  // What somebody took back is not brought in again by a door that did not know of it.
  await desk.post(`${door()}/mark`, { registration: id, date: today, present: 'no' });
  await send('2026-03-04T08:06:00.000Z');
  expect((await came(id))?.taken_back_at).not.toBeNull();
  await desk.post(`${door()}/mark`, { registration: id, date: today, present: 'yes' });
  expect((await came(id))?.taken_back_at).toBeNull();
});

test('somebody without registration whose name is missing is not lost', async () => {
  const typed = { givenName: 'Iwo', familyName: '', email: '', organisation: 'Spółdzielnia', date: '' };
  const answer = await desk.post(`${door()}/walk-in`, { ...typed, date: event.occurrences[0] ?? '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('value="Iwo"');
  expect(answer.text).toContain('data-errors');
});

test('the worker of the door is served for its addresses alone', async () => {
  const worker = await app.visitor.get('/assets/door-worker.js');
  expect(worker.status).toBe(200);
  expect(worker.headers.get('service-worker-allowed')).toBe('/events/manage/');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  expect(worker.headers.get('content-security-policy')).toContain("worker-src 'self'");
});
