import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeCase, makeAccount, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { signAsPerson, versions } from './api.ts';

/** From an empty plan to the signed one through the pages, by three institutions and the person. */

let app: TestApp;
let w: World;
let social: Browser;
let labour: Browser;
let ngo: Browser;
beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  const sign = async (actor: Actor) => app.as(await makeAccount(app, actor));
  social = await sign(w.socialWorker);
  labour = await sign(w.adviser);
  ngo = await sign(w.specialist);
});
afterAll(() => app.drop());

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const page = async (who: Browser, path: string): Promise<string> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};
/** What the filled buttons of a page say. */
const filled = (html: string): string[] =>
  [...html.matchAll(/data-variant="primary"[^>]*>(.*?)<\/(?:a|button)>/g)].map((m) =>
    (m[1] ?? '').replace(/<[^>]*>/g, '').trim(),
  );
const sent = async (who: Browser, path: string, values: Record<string, string> = {}) => {
  const answer = await who.post(path, { _key: newId(), ...values });
  expect([path, answer.status, answer.status === 303 ? '' : answer.text]).toEqual([path, 303, '']);
  return answer.location ?? '';
};
const responsible = (a: Actor) => `${a.institutionId}:${a.subjectId}`;
const item = (a: Actor, more: Record<string, string> = {}) => ({
  service_code: 'vocational_guidance',
  responsible: responsible(a),
  starts_on: '4.03.2026',
  due_on: '30.06.2026',
  financing_code: 'none',
  ...more,
});

test('the plan: drafted, warned about, signed by everybody, changed', async () => {
  const c: MadeCase = await makeCaseIn(app.adminUrl, w, 'planning');
  const base = `/cases/${c.id}/plan`;
  expect(await page(social, base)).toContain('Planu jeszcze nie ma');
  await sent(social, `${base}/new`);

  // A goal without a title comes back with what was typed.
  const wrong = await social.post(`${base}/goals/new`, {
    _key: newId(),
    title: '',
    measure: 'umowa',
    due_on: '31.02',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('umowa');
  const goal =
    (
      await sent(social, `${base}/goals/new`, {
        title: 'Stała <praca>',
        measure: 'umowa',
        due_on: '31.12.2026',
      })
    ).split('#goal-')[1] ?? '';
  expect(filled(await page(social, base))).toEqual(['Dodaj działanie']);
  await sent(social, `${base}/goals/${goal}/items/new`, item(w.socialWorker, { service_code: 'cis_place' }));
  await sent(labour, `${base}/goals/${goal}/items/new`, item(w.adviser));
  await sent(
    ngo,
    `${base}/goals/${goal}/items/new`,
    item(w.specialist, { service_code: 'support_group', place: 'sala 2', hours: '24,5' }),
  );
  const strangers = await social.post(`${base}/goals/${goal}/items/new`, {
    _key: newId(),
    ...item(w.opsHead),
  });
  expect(strangers.status).toBe(422);

  expect(filled(await page(social, base))).toEqual(['Uzupełnij ustalenia']);

  // What is missing, in words with a way to it.
  const before = await page(social, `${base}/sign`);
  for (const sentence of [
    'Ustal datę następnego przeglądu',
    'Zapisz, do czego zobowiązuje się osoba',
    'RPSZ art. 65 ust. 1 pkt 6',
    'UZS art. 1',
  ])
    expect(before).toContain(sentence);
  expect(before).not.toContain('<praca>');
  const tooSoon = await social.post(`${base}/start`, { _key: newId(), _version: hidden(before, '_version') });
  expect([tooSoon.status, tooSoon.text.includes('Ustal formę kontaktu')]).toEqual([422, true]);
  const arrange = await page(labour, `${base}/arrangements`);
  const late = {
    own_obligation: 'Przychodzę.',
    contact_every_days: '30',
    contact_form: 'visit',
    _version: hidden(arrange, '_version'),
  };
  expect(
    (await labour.post(`${base}/arrangements`, { _key: newId(), ...late, next_review_on: '10.09.2026' }))
      .status,
  ).toBe(422);
  await sent(labour, `${base}/arrangements`, { ...late, next_review_on: '20.05.2026' });
  const stale = await labour.post(`${base}/arrangements`, {
    _key: newId(),
    ...late,
    own_obligation: 'Inny tekst',
    next_review_on: '20.05.2026',
  });
  expect([stale.status, stale.text.includes('Inny tekst')]).toEqual([409, true]);

  // Each warning is confirmed by whom it names: the trap of the status by the coordinator, the benefit by the labour office.
  const warnings = (html: string) =>
    [...html.matchAll(/name="warning" value="([^"]*)"/g)].map((m) => m[1] ?? '');
  const [trap = ''] = warnings(await page(social, `${base}/sign`));
  expect(trap).toMatch(/^status_loss:/);
  await sent(social, `${base}/warnings`, { warning: trap, _version: '1' });
  const [benefit = ''] = warnings(await page(labour, base));
  expect(benefit).toMatch(/^ipzs_benefit:/);
  await sent(labour, `${base}/warnings`, { warning: benefit, _version: '1' });

  const ready = await page(social, `${base}/sign`);
  await sent(social, `${base}/start`, { _version: hidden(ready, '_version') });
  const mail = await asAdmin(app.adminUrl, (run) => run('select subject, body from kernel.mail'));
  expect(mail).toHaveLength(1);
  expect(JSON.stringify(mail)).not.toContain('Testowy');
  expect((await social.get(`${base}/goals/new`)).status).toBe(404);

  for (const who of [social, labour, ngo]) {
    expect(await page(who, base)).toContain('Podpisz');
    await sent(who, `${base}/sign`);
  }
  const waiting = await page(social, base);
  expect(waiting).toContain('brak podpisu');
  expect(filled(waiting)).toEqual(['Podpis na papierze']);
  const [version] = await app.ctxAs(c.participant, (ctx) => versions(ctx, c.id));
  expect(await app.ctxAs(c.participant, (ctx) => signAsPerson(ctx, c.id, version?.id ?? ''))).toBe('agreed');

  // Nothing is due for weeks: planning the sessions comes before the review.
  expect(filled(await page(social, `/cases/${c.id}/sessions`))).toEqual(['Zaplanuj zajęcia']);

  const signed = await page(labour, base);
  expect(signed).toContain('podpisany');
  const lineage = /plan\/progress\/([0-9a-f-]{36})/.exec(signed)?.[1] ?? '';
  expect(
    (
      await labour.post(`${base}/progress/${lineage}`, {
        _key: newId(),
        state: 'not_done',
        reason: '',
        _version: '0',
      })
    ).status,
  ).toBe(422);
  await sent(labour, `${base}/progress/${lineage}`, { state: 'in_progress', reason: '', _version: '0' });

  await sent(social, `${base}/change`);
  const again = await page(social, base);
  expect(again).toContain('Trwa zmiana planu');
  const goal2 = /plan\/goals\/([0-9a-f-]{36})"/.exec(again)?.[1] ?? '';
  await sent(social, `${base}/goals/${goal2}`, {
    title: 'Praca przy zieleni',
    measure: 'umowa',
    due_on: '31.12.2026',
    _version: '1',
  });
  expect(await page(social, `${base}/compare?to=2`)).toContain(
    'nazwa: było „Stała &lt;praca&gt;”, jest „Praca przy zieleni”',
  );
  await page(social, `${base}/versions/1`);
  await page(social, `${base}/withdraw`).catch(() => undefined);
  await page(social, `${base}/abandon`);
  await sent(social, `${base}/abandon`, { _version: '1' });
  expect(await page(social, base)).toContain('W realizacji');
});

test('a form that somebody was faster with shows what stands there now, and only the next save replaces it', async () => {
  const c = await makeCaseIn(app.adminUrl, w, 'planning');
  const base = `/cases/${c.id}/plan`;
  await sent(social, `${base}/new`);
  const goal = { title: 'Praca', measure: 'umowa', due_on: '31.12.2026' };
  const goalId = (await sent(social, `${base}/goals/new`, goal)).split('#goal-')[1] ?? '';
  await sent(social, `${base}/goals/${goalId}/items/new`, item(w.adviser));
  const id = /plan\/items\/([0-9a-f-]{36})"/.exec(await page(social, base))?.[1] ?? '';

  // Two open the same form; the labour office saves first.
  const at = `${base}/items/${id}`;
  const version = hidden(await page(social, at), '_version');
  await sent(
    labour,
    at,
    item(w.adviser, { place: 'pok. 12', financing_code: 'esf_plus', _version: version }),
  );
  const mine = { _key: newId(), ...item(w.adviser, { place: 'sala 2', _version: version }) };
  const refused = await social.post(at, mine);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('sala 2');
  expect(refused.text).toContain('Teraz zapisane: <b>pok. 12</b>');
  // A code reads as its words; a field that is the same says nothing.
  expect(refused.text).toContain('Teraz zapisane: <b>EFS+</b>');
  expect(refused.text.match(/Teraz zapisane:/g)).toHaveLength(2);
  expect(hidden(refused.text, '_version')).not.toBe(version);

  // A slip corrected on the way does not lose the question: the older version comes back with the form.
  const slip = await social.post(at, { ...mine, _key: newId(), due_on: '31.02.2026' });
  expect([slip.status, hidden(slip.text, '_version')]).toEqual([422, version]);
  expect((await social.post(at, { ...mine, _key: newId() })).status).toBe(409);
  await sent(social, at, { ...mine, _version: hidden(refused.text, '_version') });
  expect(await page(social, base)).toContain('sala 2');

  // The goal and the arrangements ask the same.
  await sent(labour, `${base}/goals/${goalId}`, { ...goal, title: 'Stała praca', _version: '1' });
  const second = await social.post(`${base}/goals/${goalId}`, { _key: newId(), ...goal, _version: '1' });
  expect([second.status, second.text.includes('<b>Stała praca</b>')]).toEqual([409, true]);
  const arrangements = { own_obligation: 'Przychodzę.', contact_form: 'visit', contact_every_days: '30' };
  await sent(labour, `${base}/arrangements`, { ...arrangements, _version: '1' });
  const third = await social.post(`${base}/arrangements`, {
    _key: newId(),
    contact_form: 'visit',
    _version: '1',
  });
  expect([third.status, third.text.includes('<b>Przychodzę.</b>')]).toEqual([409, true]);
});

test('typing is kept until it is saved', async () => {
  const c = await makeCaseIn(app.adminUrl, w, 'planning');
  const base = `/cases/${c.id}/plan`;
  await sent(social, `${base}/new`);
  expect((await social.post(`${base}/typing/goal`, { _key: newId(), title: 'Niedokończone' })).status).toBe(
    204,
  );
  expect(await page(social, `${base}/goals/new`)).toContain('Niedokończone');
  expect(await page(labour, `${base}/goals/new`)).not.toContain('Niedokończone');
  await sent(social, `${base}/goals/new`, { title: 'Skończone', due_on: '31.12.2026' });
  expect(await page(social, `${base}/goals/new`)).not.toContain('Niedokończone');
});

test('linked instruments: number and dates', async () => {
  const c = await makeCaseIn(app.adminUrl, w, 'planning');
  const base = `/cases/${c.id}/plan`;
  await sent(social, `${base}/new`);
  const ipd = {
    kind: 'ipd',
    number: 'IPD/1',
    institution_id: w.pup.id,
    state: 'signed',
    signed_on: '1.03.2026',
    started_on: '',
    ends_on: '',
  };
  await sent(labour, `${base}/instruments/new`, ipd);
  const shown = await page(social, base);
  expect(shown).toContain('IPD/1');
  const id = /plan\/instruments\/([0-9a-f-]{36})/.exec(shown)?.[1] ?? '';
  await page(labour, `${base}/instruments/${id}`);
  await sent(labour, `${base}/instruments/${id}`, { ...ipd, state: 'in_progress', _version: '1' });
  expect(
    (await labour.post(`${base}/instruments/${id}`, { _key: newId(), ...ipd, _version: '1' })).status,
  ).toBe(409);
});

test('an outsider gets the same answer as for a case that does not exist', async () => {
  const c = await makeCaseIn(app.adminUrl, w, 'planning', { team: [w.socialWorker, w.adviser] });
  for (const path of ['', '/sign', '/goals/new', '/versions/1', '/compare', '/instruments/new']) {
    expect((await ngo.get(`/cases/${c.id}/plan${path}`)).status).toBe(404);
    expect((await ngo.get(`/cases/${newId()}/plan${path}`)).status).toBe(404);
  }
});
