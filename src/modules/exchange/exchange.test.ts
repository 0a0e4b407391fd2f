import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { listMail } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { type Answer, type Browser, moduleApp, type TestApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution, makeWorker } from '#test/factories.ts';
import { exchangeJobs } from './jobs.ts';
import { exchangeRoutes } from './routes.tsx';
import type { CommentPolicy, ExchangeHost } from './schema.ts';

const page = { after: newId(), before: newId(), closed: newId(), members: newId() };
const policyOf: Readonly<Record<string, { policy: CommentPolicy; guests: boolean }>> = {
  [page.after]: { policy: 'after', guests: true },
  [page.before]: { policy: 'before', guests: true },
  [page.closed]: { policy: 'off', guests: false },
  [page.members]: { policy: 'after', guests: false },
};
const addresses = new Map<string, string>();
const host: ExchangeHost = {
  siteUrl: 'http://splot.test',
  subjects: {
    page: async (_, id) => {
      const known = policyOf[id];
      return known ? { title: 'Jak zacząć', path: '/sample', ...known } : null;
    },
  },
  addressOf: async (account) => addresses.get(account) ?? null,
};

let t: TestApp;
let anna: Actor;
let editor: Actor;
let second: Actor;
let now = new Date('2026-03-04T09:00:00Z');
beforeAll(async () => {
  t = await moduleApp(() => exchangeRoutes(host));
  const ops = await makeInstitution(t.adminUrl, 'OPS');
  anna = await makeWorker(t.adminUrl, ops, ['social_worker'], { scope: [], name: ['Anna', 'Próbna'] });
  editor = await makeWorker(t.adminUrl, ops, ['editor'], { scope: [] });
  second = await makeWorker(t.adminUrl, ops, ['editor'], { scope: [] });
  for (const actor of [anna, editor, second]) await makeAccount(t, actor);
  for (const { accountId } of [anna, editor, second])
    addresses.set(accountId, `${accountId.slice(-12)}@example.org`);
});
afterAll(() => t.drop());

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
  t.setNow(now);
};
const work = () =>
  runQueueOnce({ adminUrl: t.adminUrl, db: t.db, jobs: exchangeJobs(host), clock: () => now });
const letters = async (to: string) => {
  await work();
  const all = await t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx), { now });
  return all.filter((mail) => mail.to === to);
};
const linkIn = (body: string) =>
  /http:\/\/splot\.test(\/comments\/(?:link|leave)\/[\w-]{43})/.exec(body)?.[1] ?? '';
const idIn = (answer: Answer) => /\/comments\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '';

let count = 0;
const words = (more: Record<string, string> = {}) => ({
  _shown: '0',
  title: 'Pytanie',
  body: `Treść numer ${++count}, inna niż wszystkie.`,
  signature: 'Czytelniczka z Limanowej',
  ...more,
});
const send = (browser: Browser, subject: string, more: Record<string, string> = {}) =>
  browser.post(`/discussions/page/${subject}/new`, words(more));
const commentOf = async (browser: Browser, subject = page.after, more: Record<string, string> = {}) => {
  const answer = await send(browser, subject, more);
  expect(answer.status, answer.text.match(/class="errors"[\s\S]{0,400}/)?.[0]).toBe(303);
  return idIn(answer);
};
/** Uses the link of a letter; gives the answer, and the browser that is known from then on. */
async function use(path: string) {
  const answer = await t.visitor.post(path);
  const cookie = /visitor=[\w-]{43}/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const request = async (to: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: 'http://splot.test' };
    const response = await t.fetch(new Request(`http://splot.test${to}`, { ...init, headers }));
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  };
  const browser: Browser = {
    get: (to) => request(to),
    post: (to, values = {}) =>
      request(to, { method: 'POST', body: new URLSearchParams(values as Record<string, string>) }),
  };
  return { answer, browser };
}
const known = async (path: string) => (await use(path)).browser;
/** A visitor whose address is confirmed, with the cookie of that browser. */
async function visitor(email: string, more: Record<string, string> = {}) {
  expect((await send(t.visitor, page.after, { email, ...more })).location).toBe('/comments/sent');
  const [mail] = await letters(email);
  const path = linkIn(mail?.body ?? '');
  const { answer, browser } = await use(path);
  return { id: idIn(answer), browser, path };
}

describe('a comment', () => {
  test('of a worker is signed by name and institution, and shown at once', async () => {
    const browser = await t.as(anna.accountId);
    const id = await commentOf(browser, page.after, { signature: 'Redakcja', title: 'Świetny tekst' });
    const shown = await t.visitor.get(`/discussions/page/${page.after}`);
    expect(shown.text).toContain('Świetny tekst');
    expect(shown.text).toContain('Anna Próbna');
    expect(shown.text).not.toContain('Redakcja');
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(200);
  });

  test('of a visitor waits for the link of a letter; the address is nowhere', async () => {
    const email = 'ewa@example.org';
    const { id, path } = await visitor(email, { title: 'Od Ewy' });
    expect((await t.visitor.get(path)).text).toContain('nie działa');
    const shown = await t.visitor.get(`/comments/${id}`);
    expect(shown.text).toContain('Od Ewy');
    expect(shown.text).not.toContain(email);
    const [mail] = await letters(email);
    expect(mail?.subject).not.toContain('Od Ewy');
    expect(mail?.body).not.toContain('Od Ewy');
  });

  test('opening the link publishes nothing; only its button does', async () => {
    await send(t.visitor, page.after, { email: 'gosc@example.org', title: 'Jeszcze nie' });
    const [mail] = await letters('gosc@example.org');
    await t.visitor.get(linkIn(mail?.body ?? ''));
    expect((await t.visitor.get(`/discussions/page/${page.after}`)).text).not.toContain('Jeszcze nie');
  });

  test('of a participant is signed as they wish, and leads to nobody', async () => {
    const person: Actor = {
      ...PUBLIC_ACTOR,
      kind: 'participant',
      accountId: newId(),
      subjectId: newId(),
      name: 'Ewa Prawdziwa',
    };
    const { writeComment } = await import('./writing/service.ts');
    const subject = {
      kind: 'page',
      id: page.after,
      title: '',
      path: '/x',
      policy: 'after',
      guests: true,
    } as const;
    const written = await t.ctxAs(
      person,
      (ctx) =>
        writeComment(
          ctx,
          { subject, to: null, known: true },
          {
            ...{
              _shown: '0',
              company: '',
              email: '',
              title: 'Z mojego okna',
              body: 'To mi pomogło.',
              signature: 'Sąsiadka',
            },
          },
        ),
      { now },
    );
    const { text } = await t.visitor.get(`/comments/${written?.id}`);
    expect(text).toContain('Sąsiadka');
    expect(text).not.toContain('Ewa Prawdziwa');
    const seen = await t.ctxAs(
      editor,
      (ctx) => ctx.tx.many(sql`select institution_id from exchange.comment where id = ${written?.id}`),
      { now },
    );
    expect(seen).toEqual([{ institution_id: null }]);
    expect(
      await t.ctxAs(
        editor,
        (ctx) => ctx.tx.many(sql`select from exchange.author where comment_id = ${written?.id}`),
        { now },
      ),
    ).toEqual([]);
    expect(
      await t.ctxAs(person, (ctx) => ctx.tx.many(sql`select from exchange.author`), { now }),
    ).toHaveLength(1);
  });

  test('under a page that is looked at before waits, and only its author and editors see it', async () => {
    const browser = await t.as(anna.accountId);
    const id = await commentOf(browser, page.before, { title: 'Do sprawdzenia' });
    expect((await browser.get(`/comments/${id}`)).text).toContain('czeka na sprawdzenie');
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(404);
    const editors = await t.as(editor.accountId);
    expect((await editors.get('/moderation/comments?queue=waiting')).text).toContain('Do sprawdzenia');
    const done = await editors.post(`/moderation/comments/${id}/decide`, {
      _version: '1',
      outcome: 'publish',
    });
    expect(done.status).toBe(303);
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(200);
  });

  test('is written by nobody where the page takes none, nor by visitors where it takes members', async () => {
    const browser = await t.as(anna.accountId);
    expect((await send(browser, page.closed)).status).toBe(404);
    expect((await send(t.visitor, page.members, { email: 'x@example.org' })).status).toBe(404);
    expect((await send(browser, newId())).status).toBe(404);
    expect((await browser.post(`/discussions/nothing/${page.after}/new`, words())).status).toBe(404);
    expect((await browser.post(`/discussions/constructor/${page.after}/new`, words())).status).toBe(404);
  });

  test('is answered; answers stand under their thread in order', async () => {
    const browser = await t.as(anna.accountId);
    const first = await commentOf(browser, page.members, { title: 'Pierwszy' });
    await commentOf(browser, page.members, { title: 'Drugi' });
    const reply = await commentOf(browser, page.members, { title: 'Odpowiedź na pierwszy', to: first });
    await commentOf(browser, page.members, { title: 'Odpowiedź na odpowiedź', to: reply });
    const { text } = await t.visitor.get(`/discussions/page/${page.members}`);
    const at = ['Pierwszy', 'Odpowiedź na pierwszy', 'Odpowiedź na odpowiedź', 'Drugi'].map((s) =>
      text.indexOf(`>${s}<`),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(text).toContain('w odpowiedzi: Anna Próbna');
  });

  test('tells whom it answers and whom it names, each once, and stops by one click', async () => {
    const { id, browser } = await visitor('jan@example.org', { signature: 'Jan z Żywca' });
    const worker = await t.as(anna.accountId);
    await commentOf(worker, page.after, {
      to: id,
      body: 'Dziękuję za pytanie, @Jan z Żywca. Odpowiadam tutaj.',
    });
    const told = (await letters('jan@example.org')).filter((m) => m.subject.includes('odpowiedź'));
    expect(told).toHaveLength(1);
    expect(
      (await t.visitor.post(linkIn(told[0]?.body.slice(told[0].body.indexOf('Wyłączenie')) ?? ''))).status,
    ).toBe(303);
    await commentOf(worker, page.after, { to: id });
    expect((await letters('jan@example.org')).filter((m) => m.subject.includes('odpowiedź'))).toHaveLength(1);
    expect((await browser.get(`/comments/${id}`)).text).toContain('Wycofaj');
  });

  test('is corrected for some minutes, with its history, and withdrawn at any time', async () => {
    const browser = await t.as(anna.accountId);
    const id = await commentOf(browser, page.after, { title: 'Z blendem' });
    const edit = (version: string) =>
      browser.post(`/comments/${id}/edit`, {
        _version: version,
        title: 'Bez błędu',
        body: 'Poprawiona treść komentarza.',
      });
    expect((await edit('1')).status).toBe(303);
    expect((await edit('1')).status).toBe(409);
    expect((await t.visitor.get(`/comments/${id}`)).text).not.toContain('Z blendem');
    expect((await (await t.as(editor.accountId)).get(`/moderation/comments/${id}`)).text).toContain(
      'Z blendem',
    );
    pass(16);
    expect((await edit('2')).status).toBe(404);
    expect((await (await t.as(editor.accountId)).post(`/comments/${id}/withdraw`)).status).toBe(404);
    expect((await browser.post(`/comments/${id}/withdraw`)).status).toBe(303);
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(404);
  });

  test('is useful to several people, once each, and no number of them is shown', async () => {
    const id = await commentOf(await t.as(anna.accountId), page.after, { title: 'Pożyteczny' });
    const mark = async (actor: Actor) =>
      (await t.as(actor.accountId)).post(`/comments/${id}/useful`, { _shown: '0' });
    expect((await mark(anna)).status).toBe(404);
    const links = async (browser: Browser) =>
      (await browser.get(`/comments/${id}`)).text.includes(`/comments/${id}/useful`);
    expect(await links(await t.as(anna.accountId))).toBe(false);
    expect(await links(t.visitor)).toBe(true);
    await mark(editor);
    await mark(editor);
    await mark(second);
    const seen = async () =>
      (await t.visitor.get(`/comments/${id}`)).text.includes('Przydatny dla czytelników');
    expect(await seen()).toBe(false);
    const { browser } = await visitor('trzecia@example.org');
    expect((await browser.post(`/comments/${id}/useful`, { _shown: '0' })).location).toContain('done=useful');
    expect(await seen()).toBe(true);
  });

  test('is followed: a letter about what is new, one click to leave', async () => {
    expect(
      (
        await t.visitor.post(`/discussions/page/${page.after}/follow`, {
          _shown: '0',
          email: 'czyta@example.org',
        })
      ).location,
    ).toBe('/comments/sent');
    const [confirm] = await letters('czyta@example.org');
    expect((await t.visitor.post(linkIn(confirm?.body ?? ''))).status).toBe(303);
    pass(1);
    await commentOf(await t.as(anna.accountId));
    pass(13 * 60);
    const { startTelling } = await import('./letters/service.ts');
    await t.ctxAs(SYSTEM_ACTOR, (ctx) => startTelling(ctx), { now });
    const news = (await letters('czyta@example.org')).filter((m) => m.subject.includes('nowe komentarze'));
    expect(news).toHaveLength(1);
    const leave = /http:\/\/splot\.test(\/comments\/leave\/[\w-]+)/.exec(news[0]?.body ?? '')?.[1] ?? '';
    await t.visitor.post(leave);
    pass(1);
    await commentOf(await t.as(anna.accountId));
    pass(13 * 60);
    await t.ctxAs(SYSTEM_ACTOR, (ctx) => startTelling(ctx), { now });
    expect(
      (await letters('czyta@example.org')).filter((m) => m.subject.includes('nowe komentarze')),
    ).toHaveLength(1);
  });
});

test('the newest are a feed, of public pages alone', async () => {
  const feed = await t.visitor.get(`/discussions/page/${page.after}/comments.atom`);
  expect(feed.headers.get('content-type')).toContain('atom+xml');
  expect(feed.text).toContain('<entry');
  expect((await t.visitor.get(`/discussions/page/${newId()}/comments.atom`)).status).toBe(404);
});

describe('what is refused', () => {
  test('a program in the trap thinks that all went well', async () => {
    const answer = await send(t.visitor, page.after, {
      email: 'bot@example.org',
      company: 'x',
      title: 'Z automatu',
    });
    expect(answer.location).toBe('/comments/sent');
    expect(await letters('bot@example.org')).toEqual([]);
  });

  test('links, repetition, names of the editors, a text of a megabyte', async () => {
    const browser = await t.as(anna.accountId);
    const links = Array.from({ length: 6 }, (_, n) => `https://example.org/${n}`).join(' ');
    expect((await send(browser, page.after, { body: links })).text).toContain('Za dużo odsyłaczy');
    expect(
      (
        await send(t.visitor, page.after, {
          body: 'zobacz example.com i www.example.net',
          email: 'a@example.org',
        })
      ).text,
    ).toContain('Za dużo odsyłaczy');
    await commentOf(browser, page.after, { title: '', body: 'Dokładnie ten sam tekst.' });
    expect(
      (await send(browser, page.members, { title: '', body: '  dokladnie TEN sam – tekst' })).text,
    ).toContain('już został napisany');
    for (const signature of ['Redakcja', 'Мoderator', 'admin\u200bistrator', 'SPLOT'])
      expect((await send(t.visitor, page.after, { signature, email: 'a@example.org' })).text).toContain(
        'Wybierz inny',
      );
    const long = await send(browser, page.after, { body: 'a'.repeat(1_000_000) });
    expect(long.status).toBe(422);
  });

  test('personal data are asked about; a PESEL is looked at first', async () => {
    const browser = await t.as(anna.accountId);
    const about = { body: 'Proszę dzwonić: 600 700 800 albo pisać na jan@example.org.' };
    const asked = await send(browser, page.after, about);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('numer telefonu, adres e-mail');
    expect((await send(browser, page.after, { ...about, personal: 'yes' })).location).toContain('done=shown');
    const number = { body: 'Mój numer to 44051401359, proszę sprawdzić.' };
    expect((await send(browser, page.after, number)).text).toContain('numer PESEL');
    expect((await send(browser, page.after, { ...number, personal: 'yes' })).location).toContain(
      'done=waiting',
    );
  });

  test('what is personal in a signature is asked about too', async () => {
    const answer = await send(t.visitor, page.after, {
      signature: 'Jan 600 700 800',
      email: 'a@example.org',
    });
    expect(answer.text).toContain('numer telefonu');
  });

  test('markup is text, invisible signs are gone', async () => {
    const browser = await t.as(anna.accountId);
    const id = await commentOf(browser, page.after, {
      title: '<script>alert(1)</script>',
      body: '<img src=x onerror=alert(1)> [x](javascript:alert(1)) \u202eodwrotnie\u202c z\u0335\u0336\u0337\u0338\u0330\u0331o',
    });
    const { text } = await t.visitor.get(`/comments/${id}`);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
    expect(text).not.toMatch(/href="javascript/i);
    expect(text).not.toContain('\u202e');
    expect(text).not.toContain('\u0337');
  });

  test('an answer to a comment of another page', async () => {
    const browser = await t.as(anna.accountId);
    const elsewhere = await commentOf(browser, page.members);
    expect((await send(browser, page.after, { to: elsewhere })).status).toBe(404);
    const forged = t.ctxAs(anna, (ctx) =>
      ctx.tx.run(
        sql`select exchange.write(${newId()}, 'page', ${page.after}, ${elsewhere}, '', 'x', 'x', 'shown', 'h', 'pl', null, null, '{}')`,
      ),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  test('more forms a day from one place than people send', async () => {
    const mail = (n: number) => `osoba${n}@example.org`;
    let refused = false;
    for (let n = 0; n < 25 && !refused; n++)
      refused = (await send(t.visitor, page.after, { email: mail(n) })).status === 422;
    expect(refused).toBe(true);
    pass(24 * 60);
  });
});

describe('moderation', () => {
  const remove = {
    outcome: 'remove',
    ground: 'rules',
    reason: 'insult',
    statement: 'Słowa „…” obrażają osobę.',
  };
  const noticed = async (id: string, more: Record<string, string> = {}) =>
    t.visitor.post(`/comments/${id}/report`, {
      _shown: '0',
      reason: 'insult',
      explanation: 'Obraża mnie.',
      faith: 'yes',
      ...more,
    });

  test('a notice, a removal with reasons, an appeal decided by somebody else', async () => {
    const { id, browser } = await visitor('autor@example.org', { title: 'Ostry' });
    expect((await noticed(id, { email: 'zglasza@example.org' })).location).toBe('/comments/reported');
    expect((await letters('zglasza@example.org'))[0]?.subject).toContain('przyjęto');

    const first = await t.as(editor.accountId);
    const matter = await first.get(`/moderation/comments/${id}`);
    expect(matter.text).toContain('Obraża mnie.');
    expect(matter.text).not.toContain('zglasza@example.org');
    expect(matter.text).not.toContain('autor@example.org');
    const version = /name="_version" value="(\d+)"/.exec(matter.text)?.[1] ?? '';
    const bare = await first.post(`/moderation/comments/${id}/decide`, {
      _version: version,
      outcome: 'remove',
    });
    expect(bare.status).toBe(422);
    expect(
      (await first.post(`/moderation/comments/${id}/decide`, { _version: version, ...remove })).status,
    ).toBe(303);
    expect(
      (await first.post(`/moderation/comments/${id}/decide`, { _version: version, ...remove })).status,
    ).toBe(409);
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(404);
    expect((await letters('zglasza@example.org'))[0]?.subject).toContain('rozpatrzono');

    const told = (await letters('autor@example.org')).find((m) => m.subject.includes('decyzja'));
    expect(told?.body).not.toContain('Ostry');
    const reasons = await browser.get(`/comments/${id}/decision`);
    expect(reasons.text).toContain('obrażają osobę');
    expect((await t.visitor.get(`/comments/${id}/decision`)).status).toBe(404);
    expect((await browser.post(`/comments/${id}/appeal`, { body: 'To była krytyka poglądu.' })).status).toBe(
      303,
    );

    const judge = { outcome: 'reversed', answer: 'Krytyka poglądu jest dozwolona.' };
    expect((await first.post(`/moderation/comments/${id}/judge`, judge)).status).toBe(422);
    const other = await t.as(second.accountId);
    expect((await other.post(`/moderation/comments/${id}/judge`, judge)).status).toBe(303);
    expect((await t.visitor.get(`/comments/${id}`)).text).toContain('Ostry');
    expect((await browser.get(`/comments/${id}/decision`)).text).toContain('Krytyka poglądu jest dozwolona.');
  });

  test('whoever sent a notice may appeal when the comment stays, and somebody else decides', async () => {
    const { id, browser: author } = await visitor('autorka@example.org', { title: 'Sporny' });
    await noticed(id, { email: 'zglaszam@example.org' });
    const first = await t.as(editor.accountId);
    const decide = { _version: '2', outcome: 'keep' };
    expect((await first.post(`/moderation/comments/${id}/decide`, decide)).status).toBe(303);
    const kept = (await letters('zglaszam@example.org')).find((m) => m.body.includes('odwołać'));
    const { browser: other } = await visitor('inna@example.org');
    expect((await other.get(`/comments/${id}/decision`)).status).toBe(404);
    expect((await author.get(`/comments/${id}/decision`)).status).toBe(404);

    const notifier = await known(linkIn(kept?.body ?? ''));
    expect((await notifier.get(`/comments/${id}`)).text).toContain(`/comments/${id}/decision`);
    expect((await notifier.get(`/comments/${id}/decision`)).text).toContain('nie stwierdzono naruszenia');
    expect((await other.post(`/comments/${id}/appeal`, { body: 'Ja też.' })).status).toBe(404);
    const appealed = await notifier.post(`/comments/${id}/appeal`, { body: 'To jest obelga.' });
    expect(appealed.location).toContain('done=appealed');
    expect((await notifier.post(`/comments/${id}/appeal`, { body: 'I jeszcze raz.' })).status).toBe(409);

    const judge = { outcome: 'reversed', answer: 'To słowo jest obelgą.' };
    const judging = await t.as(second.accountId);
    expect((await judging.get(`/moderation/comments/${id}`)).text).toContain('To jest obelga.');
    expect((await first.post(`/moderation/comments/${id}/judge`, judge)).status).toBe(422);
    expect((await judging.post(`/moderation/comments/${id}/judge`, judge)).status).toBe(422);
    const grounds = { ground: 'rules', reason: 'insult' };
    const done = await judging.post(`/moderation/comments/${id}/judge`, { ...judge, ...grounds });
    expect(done.status).toBe(303);
    expect((await t.visitor.get(`/comments/${id}`)).status).toBe(404);
    expect((await letters('zglaszam@example.org'))[0]?.body).toContain('ukryty');
    expect((await letters('autorka@example.org')).some((m) => m.subject.includes('decyzja'))).toBe(true);
    const told = await author.get(`/comments/${id}/decision`);
    expect(told.text).toContain('To słowo jest obelgą.');
    expect(told.text).not.toContain('To jest obelga.');
  });

  test('four eyes and one’s own comment are seen to by the database', async () => {
    const id = await commentOf(await t.as(editor.accountId));
    const decide = (actor: Actor, what = 'remove') =>
      t.ctxAs(
        actor,
        (ctx) =>
          ctx.tx.run(sql`select exchange.decide(${newId()}, ${id}, 1, ${what}, 'law', 'threat', 'Groźba.')`),
        { now },
      );
    await expect(decide(editor)).rejects.toMatchObject({ code: '42501' });
    await expect(decide(anna)).rejects.toMatchObject({ code: '42501' });
    await decide(second);
    await t.ctxAs(
      editor,
      (ctx) =>
        ctx.tx.run(
          sql`select exchange.appeal_against(${newId()}, (select id from exchange.decision where comment_id = ${id}), 'Nie.')`,
        ),
      { now },
    );
    const appeal = sql`select exchange.judge((select a.id from exchange.appeal a join exchange.decision d on d.id = a.decision_id where d.comment_id = ${id}), ${newId()}, 'upheld', 'Tak.', null, null)`;
    await expect(t.ctxAs(second, (ctx) => ctx.tx.run(appeal), { now })).rejects.toMatchObject({
      code: '23514',
    });
    await expect(t.ctxAs(editor, (ctx) => ctx.tx.run(appeal), { now })).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('a removed comment that was answered leaves a line that says why', async () => {
    const browser = await t.as(anna.accountId);
    const id = await commentOf(browser, page.after, { title: 'Znikający' });
    const reply = await commentOf(browser, page.after, { to: id, title: 'Zostaje' });
    const first = await t.as(editor.accountId);
    await first.post(`/moderation/comments/${id}/decide`, { _version: '1', ...remove, outcome: 'hide' });
    const { text } = await t.visitor.get(`/comments/${reply}`);
    expect(text).toContain('Komentarz jest ukryty: obraża innych.');
    expect(text).not.toContain('Znikający');
    expect(text).toContain('Zostaje');
    const edited = await browser.post(`/comments/${id}/edit`, {
      _version: '2',
      title: 'Grzeczny',
      body: 'Inna treść, bez obrażania.',
    });
    expect(edited.status).toBe(303);
    expect((await first.get('/moderation/comments?queue=waiting')).text).toContain('Grzeczny');
  });

  test('is for editors alone, and its numbers for everybody', async () => {
    expect((await (await t.as(anna.accountId)).get('/moderation/comments')).status).toBe(404);
    pass(1);
    const { text } = await t.visitor.get('/comments/rules');
    expect(text).toContain('Decyzja: Usunięto');
    expect(text).toContain('Odwołanie: decyzję zmieniono');
  });
});

describe('the second wall', () => {
  const strangers = () => [
    PUBLIC_ACTOR,
    anna,
    { ...anna, kind: 'participant' as const, institutionId: PUBLIC_ACTOR.institutionId },
  ];
  const attempt = (
    actor: Actor,
    query: Parameters<Parameters<typeof t.ctxAs>[1]>[0]['tx']['run'] extends (q: infer Q) => unknown
      ? Q
      : never,
  ) => t.ctxAs(actor, (ctx) => ctx.tx.run(query), { now }).catch((e: { code?: string }) => e.code);

  test('nobody reads addresses, authors, marks, links; nobody writes by hand', async () => {
    for (const actor of strangers()) {
      for (const query of [
        sql`select from exchange.contact`,
        sql`select from exchange.mark`,
        sql`select from exchange.token`,
        sql`select from exchange.mention`,
        sql`update exchange.comment set state = 'shown'`,
        sql`insert into exchange.decision (id, comment_id, outcome, made_by, made_at) values (${newId()}, ${newId()}, 'keep', ${newId()}, now())`,
        sql`delete from exchange.comment`,
        sql`select exchange.put_mark(${newId()}, ${newId()}, true)`,
      ])
        expect(await attempt(actor, query)).toBe('42501');
    }
    expect(await attempt(PUBLIC_ACTOR, sql`select from exchange.author`)).toBe(0);
    expect(await attempt(editor, sql`select account_id from exchange.notice`)).toBe('42501');
  });

  test('a comment taken down is read by its author and editors alone', async () => {
    const id = await commentOf(await t.as(anna.accountId), page.after, { title: 'Ukryte słowa' });
    await t.ctxAs(
      editor,
      (ctx) => ctx.tx.run(sql`select exchange.decide(${newId()}, ${id}, 1, 'hide', 'rules', 'other', 'x')`),
      { now },
    );
    const read = sql`select from exchange.comment_text where comment_id = ${id}`;
    expect(await attempt(PUBLIC_ACTOR, read)).toBe(0);
    expect(await attempt({ ...anna, accountId: newId() }, read)).toBe(0);
    expect(await attempt(anna, read)).toBe(1);
    expect(await attempt(editor, read)).toBe(1);
  });

  test('nobody signs as another worker, and a visitor without a link publishes nothing', async () => {
    const write = (signature: string, contact: string | null) =>
      sql`select exchange.write(${newId()}, 'page', ${page.after}, null, '', ${newId()}, ${signature}, 'shown', ${newId()}, 'pl', ${contact}, null, '{}')`;
    expect(await attempt({ ...anna, accountId: newId() }, write('Ktoś', null))).toBe('42501');
    expect(await attempt(PUBLIC_ACTOR, write('Ktoś', null))).toBe('42501');
  });

  test('what is personal goes with time', async () => {
    await send(t.visitor, page.after, { email: 'nigdy@example.org' });
    pass(60 * 24 * 8);
    const { eraseOld } = await import('./letters/service.ts');
    await t.ctxAs(SYSTEM_ACTOR, (ctx) => eraseOld(ctx), { now });
    const count = (query: string) => asAdmin(t.adminUrl, async (run) => Number((await run(query))[0]?.n));
    expect(await count(`select count(*) as n from exchange.contact where email = 'nigdy@example.org'`)).toBe(
      0,
    );
    expect(await count(`select count(*) as n from exchange.comment where state = 'unconfirmed'`)).toBe(0);
    expect(await count(`select count(*) as n from exchange.contact where email = 'ewa@example.org'`)).toBe(1);
    pass(60 * 24 * 400);
    await t.ctxAs(SYSTEM_ACTOR, (ctx) => eraseOld(ctx), { now });
    expect(await count(`select count(*) as n from exchange.contact where email <> ''`)).toBe(0);
  });
});
