import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import {
  asAdmin,
  type MadeCase,
  makeAccount,
  makeCaseIn,
  makeSignedItem,
  makeWorld,
  type World,
} from '#test/factories.ts';

/** A group of fifteen: planned, marked in one go, the exceptions changed, an absence followed up. */

let app: TestApp;
let w: World;
let trainer: Browser;
let social: Browser;
const people: { c: MadeCase; lineage: string }[] = [];
beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  const sign = async (actor: Actor) => app.as(await makeAccount(app, actor));
  trainer = await sign(w.specialist);
  social = await sign(w.socialWorker);
  for (let i = 0; i < 15; i++) {
    const c = await makeCaseIn(app.adminUrl, w, 'active');
    const lineage = await makeSignedItem(app.adminUrl, c.id, w.specialist, {
      startsOn: '2026-02-02',
      dueOn: '2026-06-30',
      serviceCode: i === 0 ? 'cis_place' : 'support_group',
    });
    people.push({ c, lineage });
  }
});
afterAll(() => app.drop());

const page = async (who: Browser, path: string): Promise<string> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};
const sent = async (who: Browser, path: string, values: Record<string, string> = {}) => {
  const answer = await who.post(path, { _key: newId(), ...values });
  expect([path, answer.status, answer.status === 303 ? '' : answer.text]).toEqual([path, 303, '']);
  return answer.location ?? '';
};
/** The form as the browser would send it: checked radios, minutes, versions. */
function listOf(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="((?:m|min|v)\.[^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (name && (!tag.includes('type="radio"') || / checked/.test(tag))) values[name] = value;
  }
  return values;
}

test('fifteen people: a series, everybody present, two exceptions, one POST', async () => {
  const group = await sent(trainer, '/sessions/groups/new', {
    name: 'Warsztaty',
    service_code: 'support_group',
    worker_id: w.specialist.subjectId,
  });
  for (const p of people) await sent(trainer, `${group}/members`, { item: `${p.c.id}:${p.lineage}` });
  expect(await page(trainer, group)).toContain('Osoby w grupie: 15');
  const groupId = group.split('/').at(-1) ?? '';
  const planned = await sent(trainer, '/sessions/new', {
    for: `g:${groupId}`,
    title: '',
    first_on: '4.3',
    time: '8',
    hours: '4',
    times: '3',
    place: 'sala',
  });
  expect(planned).toBe('/sessions?week=2026-03-04&planned=3');
  const week = await page(trainer, planned);
  const session = /\/sessions\/([0-9a-f-]{36})"/.exec(week)?.[1] ?? '';
  const path = `/sessions/${session}`;

  const preset = await page(trainer, `${path}?preset=present`);
  const values = listOf(preset);
  const lines = Object.keys(values).filter((k) => k.startsWith('m.'));
  expect(lines).toHaveLength(15);
  const [absent = '', excused = ''] = lines;
  const started = performance.now();
  await sent(trainer, path, { ...values, [absent]: 'absent', [excused]: 'excused' });
  expect(performance.now() - started).toBeLessThan(5000);
  const saved = listOf(await page(trainer, `${path}?saved=yes`));
  expect(lines.map((k) => saved[k]).sort()).toEqual(
    ['absent', 'excused', ...Array(13).fill('present')].sort(),
  );
  expect(saved[absent.replace('m.', 'min.')]).toBe('');
  expect(saved[lines[5]?.replace('m.', 'min.') ?? '']).toBe('240');

  // A second marker who opened the list earlier learns of it beside the line, and keeps what they typed.
  const late = await trainer.post(path, { _key: newId(), ...values, [absent]: 'sick' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Ktoś zaznaczył tu już: nieobecność nieusprawiedliwiona');
  expect(listOf(late.text)[absent]).toBe('sick');

  const wrong = await trainer.post(path, {
    _key: newId(),
    ...saved,
    [lines[5]?.replace('m.', 'min.') ?? '']: 'dużo',
  });
  expect(wrong.status).toBe(422);
  expect((await trainer.get(`${path}/cancel`)).status).toBe(200);
  expect((await social.get(path)).status).toBe(404);

  // Each name on the list left its own access record.
  const views = await asAdmin(app.adminUrl, (run) =>
    run(
      `select distinct subject_id from audit.entry where object_id = $1 and action = 'view' and subject_id is not null`,
      [session],
    ),
  );
  expect(views).toHaveLength(15);
});

test('sessions of a case: months, the rule of the benefit, contacts', async () => {
  const first = people[0];
  if (!first) throw new Error('nobody');
  const { c, lineage } = first;
  const where = await sent(trainer, '/sessions/new', {
    for: `i:${c.id}:${lineage}`,
    title: 'Rozmowa',
    first_on: '3.03.2026',
    time: '9.30',
    hours: '1,5',
    times: '1',
  });
  const week = await page(trainer, where);
  expect(week).toContain('Jan Testowy');
  // Opened from the case, the form has chosen it; opened elsewhere it has not.
  expect(await page(trainer, `/cases/${c.id}/sessions`)).toContain(`/sessions/new?case=${c.id}`);
  const chosen = new RegExp(`value="i:${c.id}:${lineage}" selected`);
  expect(await page(trainer, `/sessions/new?case=${c.id}`)).toMatch(chosen);
  expect(await page(trainer, '/sessions/new')).not.toMatch(chosen);
  const outside = await trainer.post('/sessions/new', {
    _key: newId(),
    for: `i:${c.id}:${lineage}`,
    title: '',
    first_on: '1.07.2026',
    time: '9',
    hours: '1',
    times: '1',
  });
  expect([outside.status, outside.text.includes('02.02.2026')]).toEqual([422, true]);
  const session = /\/sessions\/([0-9a-f-]{36})">Rozmowa/.exec(week)?.[1] ?? '';
  const values = listOf(await page(trainer, `/sessions/${session}`));
  const line =
    Object.keys(values)
      .find((k) => k.startsWith('v.'))
      ?.slice(2) ?? '';
  await sent(trainer, `/sessions/${session}`, { ...values, [`m.${line}`]: 'absent' });
  const shown = await page(social, `/cases/${c.id}/sessions`);
  expect(shown).toContain('nieobecność nieusprawiedliwiona');
  expect(shown).toContain('UZS art. 15');
  expect(shown).toContain('mniej o 1/20');
  expect(shown).toContain('Kontakt miał być najpóźniej');

  await sent(social, `/cases/${c.id}/contacts`, {
    held_on: '4.3',
    channel: 'phone',
    reached: 'yes',
    note: 'Rozmowa <o pracy>',
  });
  const contacts = await page(social, `/cases/${c.id}/contacts`);
  expect(contacts).toContain('Rozmowa &lt;o pracy&gt;');
  expect(contacts).toContain('Następny najpóźniej 03.04.2026');
  expect(
    (
      await social.post(`/cases/${c.id}/contacts`, {
        _key: newId(),
        held_on: '5.03.2026',
        channel: 'phone',
        reached: 'yes',
        note: 'zostaje',
      })
    ).text,
  ).toContain('zostaje');
});

test('somebody from outside sees no session and no list', async () => {
  const stranger = await app.as(await makeAccount(app, w.adviser));
  expect(await page(stranger, '/sessions')).not.toContain('Warsztaty');
  expect((await stranger.get(`/sessions/${newId()}`)).status).toBe(404);
  expect((await stranger.get('/sessions/nonsense')).status).toBe(404);
});
