import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeCase, makeAccount, makeCaseIn, makeWorld, type World } from '#test/factories.ts';

/** From intake to planning through the pages, by three institutions: what a person would do with a browser. */

let app: TestApp;
let w: World;
let social: Browser;
let labour: Browser;
let ngo: Browser;
let head: Browser;
beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  const sign = async (actor: Actor) => app.as(await makeAccount(app, actor));
  social = await sign(w.socialWorker);
  labour = await sign(w.adviser);
  ngo = await sign(w.specialist);
  head = await sign(w.opsHead);
});
afterAll(() => app.drop());

const OWN: DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'];
const intake = () => makeCaseIn(app.adminUrl, w, 'intake', { classes: { OPS: OWN, PUP: ['D1'], NGO: [] } });
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const page = async (who: Browser, path: string): Promise<string> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};
const sent = async (who: Browser, path: string, values: Record<string, string | readonly string[]> = {}) => {
  const answer = await who.post(path, { _key: newId(), ...values });
  expect([path, answer.status, answer.status === 303 ? '' : answer.text]).toEqual([path, 303, '']);
  return answer.location ?? '';
};
const viewsOf = (c: MadeCase, actor: Actor) =>
  asAdmin(app.adminUrl, async (run) =>
    run(
      `select object_type, classes, purpose from audit.entry
       where file_id = $1 and worker_id = $2 and action = 'view' order by number desc`,
      [c.id, actor.subjectId],
    ),
  );

/** Clause, statutory bases, a consent to the NGO, and on to diagnosis. */
async function toDiagnosis(c: MadeCase): Promise<void> {
  const base = `/cases/${c.id}/basis`;
  await sent(social, `${base}/clause`, { clause: '1.0|pl', given_on: '4.03.2026', form: 'oral' });
  await sent(social, `${base}/statutory`);
  await sent(social, `${base}/consent`, {
    text: '1.0|pl',
    given_on: '4.3',
    way: 'paper',
    valid_to: '31.12.2026',
    [`share_${w.ngo.id}[]`]: ['D1', 'D5', 'D6'],
  });
  const ready = await page(social, base);
  expect(ready).toContain('Przejdź do diagnozy');
  await sent(social, `${base}/complete`, { _version: hidden(ready, '_version') });
}
async function fill(who: Browser, c: MadeCase): Promise<void> {
  const form = await page(who, `/cases/${c.id}/diagnosis/parts`);
  const values: Record<string, string> = {};
  for (const [, domain, version] of form.matchAll(/name="v_(\w+)" value="(\d+)"/g)) {
    values[`v_${domain}`] = version ?? '';
    values[`scale_${domain}`] = '3';
    values[`note_${domain}`] = `opis ${domain}`;
  }
  expect(Object.keys(values).length).toBeGreaterThan(5);
  await sent(who, `/cases/${c.id}/diagnosis/parts`, values);
}
async function conclude(c: MadeCase): Promise<void> {
  const base = `/cases/${c.id}/diagnosis`;
  const own = await page(social, `${base}/own-view`);
  await sent(social, `${base}/own-view`, {
    _version: hidden(own, '_version'),
    own_view: 'Chcę pracować na dworze.',
    strengths: 'Silny',
  });
  const common = await page(labour, `${base}/conclusion`);
  await sent(labour, `${base}/conclusion`, {
    _version: hidden(common, '_version'),
    conclusion: 'Najpierw długi.',
    meeting_on: '3.3',
    present: 'Anna, Ewa, Jan',
  });
}
async function approve(who: Browser, c: MadeCase): Promise<string> {
  const form = await page(who, `/cases/${c.id}/diagnosis/approve`);
  return sent(who, `/cases/${c.id}/diagnosis/approve`, { _version: hidden(form, '_version') });
}

describe('intake to planning by three institutions', () => {
  test('each step leads to the next', async () => {
    const c = await intake();
    const first = await page(social, `/cases/${c.id}/basis`);
    expect(first).toContain('Czego brakuje, aby zacząć diagnozę');
    expect(first).toContain('klauzula informacyjna przekazana osobie');
    await toDiagnosis(c);
    const diagnosis = await page(labour, `/cases/${c.id}/diagnosis`);
    expect(diagnosis).toContain('Wypełnij swoje części');
    await fill(social, c);
    await fill(labour, c);
    // Each has one filled button for what is left to them: their parts, then what all write together, then approval.
    const filled = async (who: Browser) =>
      [...(await page(who, `/cases/${c.id}/diagnosis`)).matchAll(/data-variant="primary">([^<]*)/g)].map(
        ([, label]) => label,
      );
    expect(await filled(social)).toEqual(['Zapisz głos osoby']);
    const own = await page(social, `/cases/${c.id}/diagnosis/own-view`);
    await sent(social, `/cases/${c.id}/diagnosis/own-view`, {
      _version: hidden(own, '_version'),
      own_view: 'Chcę pracować.',
      strengths: 'Silny',
    });
    expect(await filled(social)).toEqual(['Zapisz wspólny wniosek']);
    expect((await social.get(`/cases/${c.id}/diagnosis/approve`)).text).toContain(
      'nie jest jeszcze kompletna',
    );
    await conclude(c);
    expect(await filled(social)).toEqual(['Zatwierdź diagnozę']);
    expect(await approve(social, c)).toBe(`/cases/${c.id}/diagnosis`);
    expect(await approve(labour, c)).toBe(`/cases/${c.id}/plan`);
    const done = await page(ngo, `/cases/${c.id}/diagnosis`);
    expect(done).toContain('zatwierdzona');
    expect(done).toContain('Najpierw długi.');
    // The NGO sees that OPS filled its part, not what it wrote.
    expect(done).not.toContain('opis housing');
    expect(done).toContain('wypełniona');
    // A new diagnosis, and what has changed since.
    await sent(social, `/cases/${c.id}/diagnosis/start`);
    await fill(social, c);
    expect(await page(social, `/cases/${c.id}/diagnosis/1`)).toContain('Najpierw długi.');
    expect(await page(social, `/cases/${c.id}/diagnosis/compare?from=1&to=2`)).toContain('Najpierw długi.');
  });

  test('health and criminal record reach only those with a grant, in every page', async () => {
    const c = await intake();
    await toDiagnosis(c);
    const base = `/cases/${c.id}/diagnosis`;
    const form = await page(social, `${base}/protected`);
    expect(form).toContain('Kto to przeczyta');
    await sent(social, `${base}/protected`, {
      v_health_disability: hidden(form, 'v_health_disability'),
      scale_health_disability: '1',
      note_health_disability: 'TAJNE-ZDROWIE',
      v_criminal_record: hidden(form, 'v_criminal_record'),
      scale_criminal_record: '0',
      note_criminal_record: 'TAJNE-KARA',
      work: 'bez dźwigania',
      work_version: '0',
    });
    expect(await page(social, base)).toContain('TAJNE-ZDROWIE');
    const paths = ['', '/basis', '/access', '/access?class=D7', '/diagnosis', '/diagnosis/1'];
    for (const who of [labour, ngo])
      for (const path of paths) expect((await who.get(`/cases/${c.id}${path}`)).text).not.toContain('TAJNE');
    expect(await page(labour, base)).toContain('bez dźwigania');
    expect(await page(labour, `/cases/${c.id}/access?class=D7`)).toContain('Nie widzisz');
  });

  test('a form sent too late comes back with what was typed and what stands now', async () => {
    const c = await intake();
    await toDiagnosis(c);
    await fill(social, c);
    const late = await social.post(`/cases/${c.id}/diagnosis/parts`, {
      v_housing: '1',
      scale_housing: '0',
      note_housing: 'mój tekst',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('mój tekst');
    expect(late.text).toContain('opis housing');
    expect(hidden(late.text, 'v_housing')).toBe('2');
  });

  test('what is typed is kept as a draft, and shown again', async () => {
    const c = await intake();
    await toDiagnosis(c);
    const draft = await labour.post(`/cases/${c.id}/diagnosis/parts/draft`, { note_skills: 'obsługa wózka' });
    expect(draft.status).toBe(204);
    expect(await page(labour, `/cases/${c.id}/diagnosis/parts`)).toContain('obsługa wózka');
    expect(await page(labour, `/cases/${c.id}/diagnosis`)).not.toContain('obsługa wózka');
  });
});

describe('who sees this and why', () => {
  test('a withdrawn consent shows what remains, and tells the NGO what to do', async () => {
    const c = await intake();
    await toDiagnosis(c);
    const ledger = await page(social, `/cases/${c.id}/basis`);
    const consent = /basis\/consents\/([0-9a-f-]{36})/.exec(ledger)?.[1];
    const here = `/cases/${c.id}/basis/consents/${consent}`;
    expect(await page(social, `${here}/withdraw`)).toContain('od razu przestanie widzieć');
    await sent(social, `${here}/withdraw`, { said_on: '4.3' });
    expect(await page(social, here)).toContain('Bez tej zgody ta instytucja nie widzi niczego');
    expect((await ngo.get(`/cases/${c.id}`)).status).toBe(404);
    const lost = await page(ngo, `/cases/${c.id}/access`);
    expect(lost).toContain('osoba wycofała zgodę');
    expect(lost).not.toContain('Testowy');
    expect(await page(social, `/cases/${c.id}/access`)).toContain('osoba wycofała zgodę');
  });

  test('the head locks a worker out, except who coordinates', async () => {
    const c = await makeCaseIn(app.adminUrl, w, 'active', { team: [w.socialWorker, w.adviser] });
    const locks = `/cases/${c.id}/access/locks`;
    const own = await head.post(locks, { worker: w.socialWorker.subjectId, reason: 'objection' });
    expect(own.status).toBe(422);
    expect(own.text).toContain('koordynuje sprawę');
    const foreign = await head.post(locks, { worker: w.adviser.subjectId, reason: 'objection' });
    expect(foreign.status).toBe(422);
    expect((await social.get(locks)).status).toBe(404);
    await sent(head, locks, { worker: w.opsHead.subjectId, reason: 'conflict_of_interest' });
    expect((await head.get(`/cases/${c.id}/access`)).status).toBe(404);
  });

  test('hard constraint 9: every page leaves its record, with the classes that were on it', async () => {
    const c = await intake();
    await toDiagnosis(c);
    const seen = async (path: string) => {
      await page(labour, `/cases/${c.id}${path}`);
      return (await viewsOf(c, w.adviser))[0];
    };
    expect(await seen('/basis')).toEqual({ object_type: 'basis', classes: ['D1'], purpose: 'P2' });
    expect(await seen('/access')).toEqual({ object_type: 'access', classes: ['D1'], purpose: 'P5' });
    // D4 is PUP's own part; D3, D7 and D8 were not shown and are not claimed.
    expect(await seen('/diagnosis')).toEqual({
      object_type: 'diagnosis',
      classes: ['D5', 'D4'],
      purpose: 'P2',
    });
  });

  test('outsiders get the same answer as for a case that does not exist', async () => {
    const c = await makeCaseIn(app.adminUrl, w, 'diagnosis', { team: [w.socialWorker] });
    for (const path of ['/basis', '/access', '/diagnosis', '/diagnosis/parts', '/diagnosis/protected']) {
      const there = await ngo.get(`/cases/${c.id}${path}`);
      const nowhere = await ngo.get(`/cases/${newId()}${path}`);
      expect([path, there.status, nowhere.status]).toEqual([path, 404, 404]);
    }
  });

  test('what ends within 30 days is listed by number alone', async () => {
    const c = await intake();
    await sent(social, `/cases/${c.id}/basis/consent`, {
      text: '1.0|pl',
      given_on: '4.3',
      way: 'oral',
      valid_to: '20.03.2026',
      [`share_${w.ngo.id}[]`]: ['D1'],
    });
    const list = await page(social, '/consents/expiring');
    expect(list).toContain(`2026/${c.id.slice(-6)}`);
    expect(list).not.toContain('Testowy');
  });
});
