import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { makePesel } from '#kernel/identifiers.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { makeAccount, makeWorld, type World } from '#test/factories.ts';
import { watchReferrals, writeReferralMail } from './watch/service.ts';

let app: TestApp;
let w: World;
let ops: Browser;
let pup: Browser;
let ngo: Browser;
beforeAll(async () => {
  app = await testApp();
  w = await makeWorld(app.adminUrl);
  for (const actor of [w.socialWorker, w.adviser, w.specialist]) await makeAccount(app, actor);
  ops = await app.as(w.socialWorker.accountId);
  pup = await app.as(w.adviser.accountId);
  ngo = await app.as(w.specialist.accountId);
});
afterAll(() => app.drop());

let serial = 100;
/** Different people need names that are far apart: the search forgives typos. */
const letters = (n: number) =>
  [...String((n * 15_485_863) % 99_999_989)].map((d) => 'abdefgklmo'[Number(d)]).join('');
const typed = (more: Record<string, string | readonly string[]> = {}) => {
  serial += 1;
  return {
    draft: newId(),
    partnership: w.partnershipId,
    given_name: 'Gęśla',
    family_name: `Gałązka${letters(serial)}`,
    pesel: makePesel('1870-02-11', 'female', serial),
    gmina: '1207-limanowa-m',
    phone: '600 000 123',
    'needs[]': ['long_term_unemployment', 'debts'],
    recipient: w.pup.id,
    reason: 'Osoba szuka pracy i prosi o pomoc doradcy zawodowego.',
    informed_on: '3.3',
    informed_form: 'oral',
    office_sign: 'OPS.4088.7.2026',
    ...more,
  };
};
const errors = (html: string) => html.slice(html.indexOf('data-errors'), html.indexOf('data-errors') + 600);

/** From the form to the confirmation; gives the id of the referral. */
async function send(fields: ReturnType<typeof typed>): Promise<string> {
  const form = await ops.post('/referrals/new', fields);
  expect(form.status, errors(form.text)).toBe(303);
  expect(form.location).toBe(`/referrals/new/preview?draft=${fields.draft}`);
  const preview = await ops.get(form.location ?? '');
  expect(preview.status).toBe(200);
  expect(preview.text).toContain(fields.family_name);
  const sent = await ops.post('/referrals/new/send', { draft: fields.draft, _key: newId() });
  expect(sent.status, errors(sent.text)).toBe(303);
  return /referrals\/([0-9a-f-]{36})\/sent/.exec(sent.location ?? '')?.[1] ?? '';
}
const version = (html: string) => /name="_version" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('sending on one screen', () => {
  test('the form opens, is kept while typing, previewed, sent and confirmed', async () => {
    expect((await ops.get('/referrals/new')).text).toContain('Skieruj osobę');
    const fields = typed();
    const saved = await ops.post('/referrals/draft', { ...fields, reason: 'niedokoń' });
    expect(saved.status).toBe(204);
    expect(saved.headers.get('content-location')).toBe(`/referrals/new?draft=${fields.draft}`);
    const back = await ops.get(`/referrals/new?draft=${fields.draft}`);
    expect(back.text).toContain('niedokoń');
    const id = await send(fields);
    const done = await ops.get(`/referrals/${id}/sent`);
    expect(done.text).toContain('13.03.2026');
    expect(done.text).toContain('2026/');
    // Whoever goes back finds out that it was sent, and where it is.
    for (const back of [
      `/referrals/new?draft=${fields.draft}`,
      `/referrals/new/preview?draft=${fields.draft}`,
    ]) {
      const sentAlready = await ops.get(back);
      expect(sentAlready.status).toBe(200);
      expect(sentAlready.text).toContain('To skierowanie zostało już wysłane');
      expect(sentAlready.text).toContain(`/referrals/${id}/sent`);
    }
    const twice = await ops.post('/referrals/new/send', { draft: fields.draft, _key: newId() });
    expect(twice.location).toBe(`/referrals/${id}/sent`);
    expect((await ops.get(`/referrals/new?draft=${newId()}`)).status).toBe(404);
  });

  test('a wrong form comes back with everything typed and a message beside each field', async () => {
    const bad = await ops.post(
      '/referrals/new',
      typed({ pesel: '85811501235', informed_on: '31.02.2026', given_name: '<b>' }),
    );
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Cyfra kontrolna numeru PESEL się nie zgadza');
    expect(bad.text).toContain('value="31.02.2026"');
    expect(bad.text).toContain('value="&lt;b&gt;"');
    const missing = await ops.post('/referrals/new', {
      ...typed(),
      reason: '',
      informed_on: '',
      gmina: '',
      'needs[]': [],
    });
    expect(missing.status).toBe(422);
    for (const field of ['needs', 'reason', 'gmina', 'informed-on'])
      expect(missing.text).toContain(`href="#f-${field}"`);
  });

  test('a refused form is in the draft, with everything wrong named at once', async () => {
    const fields = typed({
      pesel: '85811501235',
      birth_date: '31.02.1885',
      phone: '12',
      email: 'brak',
      reason: '',
      informed_on: '',
    });
    const bad = await ops.post('/referrals/new', fields);
    expect(bad.status).toBe(422);
    for (const field of ['pesel', 'birth-date', 'phone', 'email', 'reason', 'informed-on'])
      expect(bad.text).toContain(`href="#f-${field}"`);
    const draft = await ops.get(`/referrals/new?draft=${fields.draft}`);
    expect(draft.text).toContain(fields.family_name);
    expect(draft.text).toContain('value="31.02.1885"');
  });

  test('an empty form says what is missing', async () => {
    const empty = await ops.post('/referrals/new', {});
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#f-family-name"');
  });

  test('a draft stands in the list and can be deleted, after a question', async () => {
    const fields = typed();
    await ops.post('/referrals/draft', fields);
    const address = `/referrals/new/delete?draft=${fields.draft}`;
    expect((await ops.get('/referrals')).text).toContain(address);
    expect((await ops.get(address)).text).toContain(fields.family_name);
    expect((await pup.get(address)).status).toBe(404);
    expect((await pup.post('/referrals/new/delete', { draft: fields.draft })).status).toBe(404);
    expect((await ops.post('/referrals/new/delete', { draft: fields.draft })).location).toBe('/referrals');
    expect((await ops.get(`/referrals/new?draft=${fields.draft}`)).status).toBe(404);
  });

  test('nobody is looked for by an identity that cannot be right', async () => {
    const fields = typed({ pesel: '85811501235', birth_date: '31.02.1885', given_name: '' });
    const wrong = await ops.post('/referrals/new/check', fields);
    expect(wrong.status).toBe(422);
    for (const field of ['pesel', 'birth-date', 'given-name'])
      expect(wrong.text).toContain(`href="#f-${field}"`);
    const opened = await ops.get(`/referrals/new?draft=${fields.draft}&checked=1`);
    expect(opened.text).not.toContain('Nie ma podobnej osoby');
    // An identifier alone is enough, and its birth date and sex are filled in.
    const right = typed({ given_name: '', family_name: '' });
    const checked = await ops.post('/referrals/new/check', right);
    expect(checked.status).toBe(303);
    const nobody = await ops.get((checked.location ?? '').replace('#candidates', ''));
    expect(nobody.text).toContain('id="candidates"');
    expect(nobody.text).toContain('Nie ma podobnej osoby');
    expect(nobody.text).toMatch(/name="birth_date"[^>]*value="(11\.02\.1870|1870-02-11)"/);
  });

  test('a different birth date in the PESEL is a warning, and what was typed stays', async () => {
    const fields = typed({ birth_date: '11.02.1970', sex: 'm' });
    const form = await ops.post('/referrals/new', fields);
    const preview = await ops.get(form.location ?? '');
    expect(preview.text).toContain('Data urodzenia jest inna niż w numerze PESEL');
    expect(preview.text).toContain('Płeć jest inna niż w numerze PESEL');
    expect(preview.text).toContain('11.02.1970');
  });

  test('somebody similar is shown side by side; new or known is a choice and never a trap', async () => {
    const first = typed({ family_name: 'Szczęsna-Łęcka', given_name: 'Żaneta' });
    await send(first);
    const similar = typed({ family_name: 'Szczesna-Lecka', given_name: 'Zaneta' });
    const asked = await ops.post('/referrals/new', similar);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Czy to jedna z tych osób?');
    expect(asked.text).toContain('To ktoś inny. Zapisz nową osobę');
    expect((await ops.post('/referrals/new', { ...similar, person: 'new' })).status).toBe(303);
    const known = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>To ta osoba/.exec(asked.text)?.[1] ?? '';
    const open = await ops.post('/referrals/new', { ...similar, person: known });
    expect(open.status).toBe(422);
    expect(open.text).toContain('otwartą sprawę');
  });

  test('the button that checks shows the same, from an address without personal data', async () => {
    const fields = typed({ family_name: 'Szczęsna-Łęcka', given_name: 'Żaneta', pesel: '' });
    const check = await ops.post('/referrals/new/check', fields);
    expect(check.location).toBe(`/referrals/new?draft=${fields.draft}&checked=1#candidates`);
    expect((await ops.get(check.location?.replace('#candidates', '') ?? '')).text).toContain(
      'Szczęsna-Łęcka',
    );
  });

  test('of a person whose case one may not see, only that there may be one', async () => {
    const fields = typed({ family_name: 'Ukryta', given_name: 'Zofia' });
    await send(fields);
    const hidden = {
      ...typed({ given_name: 'Zofia', family_name: 'Ukryta' }),
      pesel: fields.pesel,
      basis: 'consent',
    };
    const asked = await ngo.post('/referrals/new', hidden);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('W partnerstwie może już być sprawa tej osoby');
    expect(asked.text).not.toContain('/cases/');
    const handover = await ngo.post('/referrals/new/handover', hidden);
    expect(handover.location).toBe(`/referrals/asked?draft=${hidden.draft}`);
    expect((await ngo.get(handover.location ?? '')).status).toBe(200);
  });

  test('an unidentified person is referred by a description', async () => {
    const fields = {
      ...typed(),
      given_name: '',
      family_name: '',
      pesel: '',
      unidentified: 'yes',
      label: 'mężczyzna, około 40 lat, dworzec',
    };
    const form = await ops.post('/referrals/new', fields);
    expect(form.status, errors(form.text)).toBe(303);
    expect((await ops.get(form.location ?? '')).text).toContain('dworzec');
    expect((await ops.post('/referrals/new/send', { draft: fields.draft })).status).toBe(303);
  });

  test('sent twice by one key is sent once', async () => {
    const fields = typed();
    await ops.post('/referrals/new', fields);
    const key = newId();
    const both = await Promise.all(
      [1, 2].map(() => ops.post('/referrals/new/send', { draft: fields.draft, _key: key })),
    );
    expect(both.map((a) => a.status)).toEqual([303, 303]);
    expect(both[0]?.location).toBe(both[1]?.location);
  });

  test("somebody else's draft is a missing page", async () => {
    const fields = typed();
    await ops.post('/referrals/draft', fields);
    expect((await pup.get(`/referrals/new?draft=${fields.draft}`)).status).toBe(404);
    expect((await pup.post('/referrals/draft', fields)).status).toBe(404);
    expect((await pup.post('/referrals/new/send', { draft: fields.draft })).status).toBe(404);
  });
});

describe('answering', () => {
  test('the labour office finds it in its list, takes it, accepts it, and stands in the case', async () => {
    const fields = typed();
    const id = await send(fields);
    expect((await pup.get('/referrals')).text).toContain(fields.family_name);
    let view = (await pup.get(`/referrals/${id}`)).text;
    expect(view).toContain(fields.pesel);
    expect((await pup.post(`/referrals/${id}/take`, { _version: version(view) })).status).toBe(303);
    view = (await pup.get(`/referrals/${id}`)).text;
    const empty = await pup.post(`/referrals/${id}/accept`, { _version: version(view), coordinator: '' });
    expect(empty.status).toBe(422);
    const accepted = await pup.post(`/referrals/${id}/accept`, {
      _version: version(view),
      coordinator: w.adviser.subjectId,
    });
    expect(accepted.status, errors(accepted.text)).toBe(303);
    const caseUrl = accepted.location ?? '';
    expect((await pup.get(`${caseUrl}/referral`)).status).toBe(200);
    expect((await pup.get(`${caseUrl}/person`)).text).toContain(fields.pesel);
    expect((await ops.get(`/referrals/${id}`)).text).toContain('przyjęte');
    expect((await ngo.get(`${caseUrl}/referral`)).status).toBe(404);
    // An NGO is invited to the case and sees no name until it accepts.
    const draft = newId();
    const content = {
      draft,
      'needs[]': ['debts'],
      recipient: w.ngo.id,
      reason: 'Potrzebne doradztwo dla zadłużonych.',
      informed_on: '4.3',
      informed_form: 'oral',
    };
    const blank = (await pup.get(`${caseUrl}/referrals/new`)).text;
    expect(blank).toContain(w.ngo.name);
    // The needs the case was opened for are ticked already.
    expect(blank).toMatch(/value="debts"[^>]* checked/);
    const invited = await pup.post(`${caseUrl}/referrals/new`, content);
    expect(invited.status, errors(invited.text)).toBe(303);
    expect((await pup.get(invited.location ?? '')).text).toContain('Wyślij zaproszenie');
    const sent = await pup.post(`${caseUrl}/referrals/send`, { draft });
    const service = (sent.location ?? '').replace('/sent', '');
    const packet = (await ngo.get(service)).text;
    expect(packet).toContain('G. G.');
    for (const secret of [fields.family_name, fields.pesel, '600 000 123'])
      expect(packet).not.toContain(secret);
    const joined = await ngo.post(`${service}/accept`, { _version: version(packet), basis: 'commission' });
    expect(joined.location).toBe(caseUrl);
    expect((await ngo.get(`${caseUrl}/person`)).text).toContain(fields.family_name);
    expect((await ngo.get(`${caseUrl}/person`)).text).not.toContain(fields.pesel);
    expect((await ngo.get(`${caseUrl}/person/edit`)).status).toBe(404);
    // The first referral names the number, which the NGO has no grant for: it knows that it was sent, not what it says.
    const list = await ngo.get(`${caseUrl}/referral`);
    expect(list.text).toContain(w.pup.name);
    expect(list.text).not.toContain(fields.pesel);
    expect((await ngo.get(`/referrals/${id}`)).status).toBe(404);
  });

  test('declined: the recipient is back at its list and sees nothing; the sender reads why and sends elsewhere', async () => {
    const fields = typed();
    const id = await send(fields);
    const view = (await pup.get(`/referrals/${id}/decline`)).text;
    const bare = await pup.post(`/referrals/${id}/decline`, {
      _version: version(view),
      code: 'other',
      note: '',
    });
    expect(bare.status).toBe(422);
    const done = await pup.post(`/referrals/${id}/decline`, {
      _version: version(view),
      code: 'no_places',
      note: 'Od maja będą wolne miejsca.',
    });
    expect(done.location).toBe('/referrals');
    expect((await pup.get(`/referrals/${id}`)).status).toBe(404);
    const sender = (await ops.get(`/referrals/${id}`)).text;
    expect(sender).toContain('brak miejsc');
    expect(sender).toContain('Od maja');
    const again = await ops.get(`/referrals/new?from=${id}`);
    expect(again.text).toContain(fields.family_name);
    const person = /name="person" value="([0-9a-f-]{36})"/.exec(again.text)?.[1] ?? '';
    const next = {
      ...typed({ person, previous: id, recipient: w.ngo.id }),
      given_name: '',
      family_name: '',
      pesel: '',
    };
    expect((await ops.post('/referrals/new', next)).status).toBe(303);
    expect((await ops.post('/referrals/new/send', { draft: next.draft })).status).toBe(303);
  });

  test('a question goes to the sender and its answer back; the sender may take it all back', async () => {
    const id = await send(typed());
    let view = (await pup.get(`/referrals/${id}/ask`)).text;
    expect((await pup.post(`/referrals/${id}/ask`, { _version: version(view), question: '' })).status).toBe(
      422,
    );
    await pup.post(`/referrals/${id}/ask`, { _version: version(view), question: 'Czy osoba ma orzeczenie?' });
    view = (await ops.get(`/referrals/${id}`)).text;
    expect(view).toContain('Czy osoba ma orzeczenie?');
    expect(
      (await ops.post(`/referrals/${id}/answer`, { _version: version(view), answer: 'Tak, lekkie.' })).status,
    ).toBe(303);
    expect((await pup.get(`/referrals/${id}`)).text).toContain('Tak, lekkie.');
    view = (await ops.get(`/referrals/${id}/withdraw`)).text;
    expect(
      (await ops.post(`/referrals/${id}/withdraw`, { _version: version(view), code: 'back' })).status,
    ).toBe(303);
    expect((await pup.get(`/referrals/${id}`)).status).toBe(404);
  });

  test('two workers answer at once: the later one is told', async () => {
    const id = await send(typed());
    const view = (await pup.get(`/referrals/${id}`)).text;
    await pup.post(`/referrals/${id}/take`, { _version: version(view) });
    const late = await pup.post(`/referrals/${id}/accept`, {
      _version: version(view),
      coordinator: w.adviser.subjectId,
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ktoś zmienił te dane');
  });
});

describe('correcting a person', () => {
  test('two at once: the later one sees the difference and loses nothing', async () => {
    const fields = typed();
    const id = await send(fields);
    const caseUrl =
      /href="(\/cases\/[0-9a-f-]{36})"/.exec((await ops.get(`/referrals/${id}`)).text)?.[1] ?? '';
    const edit = (await ops.get(`${caseUrl}/person/edit`)).text;
    const row = {
      given_name: 'Gęśla',
      family_name: fields.family_name,
      gmina: '1207-limanowa-m',
      _version: version(edit),
    };
    expect((await ops.post(`${caseUrl}/person/edit`, { ...row, locality: 'Sowliny' })).status).toBe(303);
    const stale = await ops.post(`${caseUrl}/person/edit`, { ...row, locality: 'Słopnice' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Sowliny');
    expect(stale.text).toContain('value="Słopnice"');
    expect((await ops.get('/people/duplicates')).status).toBe(200);
  });
});

describe('time', () => {
  const system = <T>(at: string, work: Parameters<typeof app.ctxAs<T>>[1]) =>
    app.ctxAs(SYSTEM_ACTOR, work, { now: new Date(at) });
  const mails = async () =>
    (await system('2026-04-30T06:00:00Z', (ctx) => listMail(ctx, 1000))).map((m) => `${m.to} ${m.subject}`);

  test('reminders at half and on the due day, the head after it, then the end, the sender told, the need noted', async () => {
    const id = await send(typed());
    const view = (await pup.get(`/referrals/${id}`)).text;
    await pup.post(`/referrals/${id}/take`, { _version: version(view) });
    const adviser = `${w.adviser.subjectId}@example.org`;
    const round = async (day: string) => {
      const before = new Set(await mails());
      for (let i = 0; i < 2; i++)
        await system(`${day}T05:20:00Z`, (ctx) => watchReferrals(ctx, 'http://splot.test'));
      return (await mails()).filter((m) => !before.has(m));
    };
    // Sent on Wednesday 4 March, due on Friday 13 March.
    expect((await round('2026-03-09')).filter((m) => m.startsWith(adviser))).toEqual([]);
    expect(await round('2026-03-10')).toContain(`${adviser} Skierowanie czeka na odpowiedź`);
    expect((await round('2026-03-11')).filter((m) => m.startsWith(adviser))).toEqual([]);
    expect(await round('2026-03-13')).toContain(`${adviser} Dziś mija termin odpowiedzi na skierowanie`);
    // A Saturday: offices rest, and so do reminders.
    expect(await round('2026-03-14')).toEqual([]);
    await round('2026-03-18');
    expect((await pup.get(`/referrals/${id}`)).status).toBe(200);
    expect(await round('2026-03-30')).toContain(
      `${w.socialWorker.subjectId}@example.org Skierowanie bez odpowiedzi`,
    );
    expect((await pup.get(`/referrals/${id}`)).status).toBe(404);
    const sender = (await ops.get(`/referrals/${id}`)).text;
    expect(sender).toContain('brak odpowiedzi w terminie');
    expect(sender).toContain('Wyślij do innej instytucji');
  });

  test('a message says that something waits, and nothing else', async () => {
    const fields = typed();
    const id = await send(fields);
    await system('2026-06-05T06:00:00Z', (ctx) => writeReferralMail(ctx, id, 'sent', 'http://splot.test'));
    const [last] = await system('2026-06-05T06:00:01Z', (ctx) => listMail(ctx, 1));
    expect(last?.body).toContain(`http://splot.test/referrals/${id}`);
    for (const secret of [fields.family_name, fields.pesel, fields.office_sign, 'Gęśla'])
      expect(last?.body).not.toContain(secret);
  });
});
