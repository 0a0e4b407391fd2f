import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountActor } from '#kernel/auth/actor.ts';
import { type Auth, createAuth } from '#kernel/auth/auth.ts';
import { readConfig } from '#kernel/config.ts';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { type Env, serveRoutes } from '../../web.ts';
import { sendInvitation } from './api.ts';
import { accountsRoutes } from './routes.tsx';
import { type ActingChoice, ownPath } from './schema.ts';
import { text } from './text.pl.ts';

const PASSWORD = 'cztery słowa bez związku';
const START = new Date('2026-03-04T09:00:00Z');
const MINUTE = 60_000;
const TO_SIGN_IN = '/sign-in?next=%2Faccount';
const t = text.pl;

let database: TestDatabase;
let admin: pg.Pool;
let issuer: Issuer;
let now = START;
let mails: { to: string; subject: string; body: string }[] = [];
let choices: Record<string, ActingChoice[]> = {};
let accepted: { invitationId: string; accountId: string }[] = [];

interface Site {
  readonly auth: Auth;
  readonly app: Hono<Env>;
  browser(address?: string): Browser;
}
interface Answer {
  readonly status: number;
  readonly to: string;
  readonly body: string;
  readonly cookies: string[];
}

function site(baseUrl = 'http://localhost:3000', idle?: number): Site {
  const auth = createAuth({
    url: database.url,
    baseUrl,
    secret: 'a secret of the tests, long enough for anything',
    clock: () => now,
    mail: async (message) => {
      mails.push(message);
    },
    oidc: { issuer: issuer.url, clientId: 'splot', clientSecret: 'tajne', name: 'Urząd' },
    max: 2,
    proxies: 1,
    idleMinutes: idle,
  });
  const config = readConfig({
    NODE_ENV: 'test',
    APP_URL: baseUrl,
    SECRET: 'x'.repeat(64),
    DEMO: 'false',
    DATABASE_URL: database.url,
  });
  const parts = { config, db: database.db, auth, clock: () => now };
  const routes = accountsRoutes({
    auth,
    actingChoices: async (_, id) => choices[id] ?? [],
    invitationAccepted: async (_, one) => {
      accepted.push(one);
    },
  });
  const app = serveRoutes(parts, routes, async (c) => {
    const session = await auth.session(c.req.raw.headers);
    return session ? accountActor(session) : PUBLIC_ACTOR;
  });
  return { auth, app, browser: (address) => new Browser(app, baseUrl, address) };
}

/** Keeps cookies and sends forms, as a browser without JavaScript does. */
class Browser {
  readonly #app: Hono<Env>;
  readonly #base: string;
  readonly #address: string;
  readonly jar = new Map<string, string>();
  constructor(app: Hono<Env>, base: string, address = `203.0.113.${Math.floor(Math.random() * 250)}`) {
    this.#app = app;
    this.#base = base;
    this.#address = address;
  }
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set('cookie', [...this.jar].map(([k, v]) => `${k}=${v}`).join('; '));
    headers.set('x-forwarded-for', `198.51.100.7, ${this.#address}`);
    headers.set('user-agent', 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0');
    const response = await this.#app.request(`${this.#base}${path}`, { ...init, headers });
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      body: await response.text(),
      cookies,
    };
  }
  get(path: string) {
    return this.send(path);
  }
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = { origin: this.#base },
  ) {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }
  signIn(email: string, password = PASSWORD, next?: string) {
    return this.post('/sign-in', { email, password, ...(next && { next }) });
  }
}

let main: Site;
let hash: string;
beforeAll(async () => {
  [database, issuer] = await Promise.all([testDatabase(), startIssuer()]);
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 1 });
  main = site();
  hash = await main.auth.hashPassword(PASSWORD);
});
afterAll(async () => {
  await main.auth.close();
  await admin.end();
  await issuer.close();
  await database.drop();
});
beforeEach(() => {
  now = START;
  mails = [];
  choices = {};
  accepted = [];
});

async function person(name = 'Halina Próba'): Promise<{ id: string; email: string }> {
  const email = `${newId()}@example.org`;
  return { id: await main.auth.createAccount({ email, name, password: { hash } }), email };
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};
const linkIn = (body: string) => /https?:\/\/[^/]+(\/\S+)/.exec(body)?.[1] ?? '';
/** What the log keeps about an account, sorted, since entries of one instant have no order. */
async function log(accountId: string): Promise<string[]> {
  const { rows } = await admin.query<{ action: string }>(
    'select action from audit.entry where object_id = $1',
    [accountId],
  );
  return rows.map((row) => row.action).sort();
}

describe('sign-in', () => {
  test('a right password opens a session, sign-out ends it', async () => {
    const { id, email } = await person();
    const browser = main.browser();
    expect((await browser.get('/account')).to).toBe(TO_SIGN_IN);
    const answer = await browser.signIn(` ${email.toUpperCase()} `);
    expect(answer).toMatchObject({ status: 303, to: '/account' });
    expect((await browser.get('/account')).body).toContain('Halina Próba');
    const kept = new Map(browser.jar);
    expect((await browser.post('/sign-out')).to).toBe('/sign-in?done=out');
    expect(browser.jar.size).toBe(0);
    for (const [name, value] of kept) browser.jar.set(name, value);
    expect((await browser.get('/account')).to).toBe(TO_SIGN_IN);
    expect(await log(id)).toEqual(['sign_in', 'sign_out']);
  });

  test('the cookie is HttpOnly, Lax, and Secure under https', async () => {
    const { email } = await person();
    const plain = (await main.browser().signIn(email)).cookies[0] ?? '';
    expect(plain).toMatch(/^splot\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const safe = site('https://splot.example.org');
    const secure = (await safe.browser().signIn(email)).cookies[0] ?? '';
    expect(secure).toMatch(/^__Secure-splot\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
    await safe.auth.close();
  });

  test('a changed cookie opens nothing', async () => {
    const { email } = await person();
    const browser = main.browser();
    await browser.signIn(email);
    for (const [name, value] of browser.jar) browser.jar.set(name, `x${value}`);
    expect((await browser.get('/account')).to).toBe(TO_SIGN_IN);
  });

  test('signing in again makes a new session and ends the one before', async () => {
    const { id, email } = await person();
    const browser = main.browser();
    const before = await main.auth.sessionCookie(id);
    const [name = '', value = ''] = before.split('=');
    browser.jar.set(name, value);
    await browser.signIn(email);
    expect(await main.auth.session(new Headers({ cookie: before }))).toBeNull();
    expect(await main.auth.sessions(id)).toHaveLength(1);
  });

  test('a wrong password and an unknown e-mail get the same answer', async () => {
    const { id, email } = await person();
    const [wrong, unknown] = [
      await main.browser().signIn(email, 'zupełnie inne'),
      await main.browser().signIn('nikogo@example.org'),
    ];
    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    expect(wrong.body).toContain(t.signIn.refused);
    expect(wrong.body.replaceAll(email, '@')).toBe(unknown.body.replaceAll('nikogo@example.org', '@'));
    expect(wrong.body).not.toContain('zupełnie inne');
    expect(await log(id)).toEqual(['sign_in_failed']);
    const { rows } = await admin.query("select from audit.entry where detail::text like '%example.org%'");
    expect(rows).toHaveLength(0);
  });

  test('another site can neither sign a browser in nor act in its name', async () => {
    const { email } = await person();
    const browser = main.browser();
    const fields = { email, password: PASSWORD };
    expect((await browser.post('/sign-in', fields, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.post('/sign-in', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post('/sign-in', fields, { origin: 'null' })).status).toBe(403);
    expect((await browser.post('/sign-in', fields)).status).toBe(303);
  });

  test('?next= leads to a path of this site only', async () => {
    const { id, email } = await person();
    choices[id] = [{ id: newId(), title: 'OPS', detail: '' }];
    expect((await main.browser().signIn(email, PASSWORD, '/cases?page=2')).to).toBe('/cases?page=2');
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/.//evil.example',
      '/sign-out',
    ])
      expect((await main.browser().signIn(email, PASSWORD, next)).to, next).toBe('/');
    expect(ownPath('/a/../b#c')).toBe('/b#c');
    expect((await main.browser().get('/sign-in?next=//evil.example')).body).not.toMatch(
      /(value|href)="[^"?]*evil/,
    );
  });

  test('a session ends after an hour without use and after twelve hours of use', async () => {
    const { id } = await person();
    const idle = new Headers({ cookie: await main.auth.sessionCookie(id) });
    later(59);
    expect((await main.auth.session(idle))?.expiresAt).toEqual(new Date(now.getTime() + 60 * MINUTE));
    later(62);
    expect(await main.auth.session(idle)).toBeNull();
    const busy = new Headers({ cookie: await main.auth.sessionCookie(id) });
    for (let i = 0; i < 14; i++) {
      later(50);
      expect(await main.auth.session(busy)).not.toBeNull();
    }
    later(20);
    expect(await main.auth.session(busy)).toBeNull();
  });
});

describe('guessing', () => {
  test('the fifth failure brings a pause, told with its hour; it grows, ends, and a success clears it', async () => {
    const { id, email } = await person();
    const guess = (password = 'zła odpowiedź') => main.browser().signIn(email, password);
    for (let i = 0; i < 4; i++) expect((await guess()).body).not.toContain('Następna');
    expect((await guess()).body).toContain(t.locked('10:01', 1));
    const during = await guess(PASSWORD);
    expect(during.status).toBe(422);
    expect(during.body).toContain(t.locked('10:01', 1));
    later(1);
    expect((await guess()).body).toContain(t.locked('10:03', 2));
    later(2);
    expect((await guess(PASSWORD)).status).toBe(303);
    expect((await guess()).body).not.toContain('Następna');
    expect(await log(id)).toEqual([
      'locked',
      'locked',
      'sign_in',
      ...Array<string>(7).fill('sign_in_failed'),
    ]);
  });

  test('an e-mail without an account earns the same pause', async () => {
    const email = `${newId()}@example.org`;
    for (let i = 0; i < 4; i++) await main.browser().signIn(email);
    expect((await main.browser().signIn(email)).body).toContain(t.locked('10:01', 1));
  });

  test('guesses at the same moment do not pass together', async () => {
    const { email } = await person();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => main.browser().signIn(email, 'zła odpowiedź')),
    );
    expect(answers.filter((a) => a.body.includes(t.signIn.refused))).toHaveLength(5);
  });

  test('one address that guesses at many accounts is paused, others are not', async () => {
    const { email } = await person();
    const wrong = () => main.browser('203.0.113.254').signIn(`${newId()}@example.org`);
    for (let i = 0; i < 30; i++) await wrong();
    expect((await main.browser('203.0.113.254').signIn(email)).body).toContain(t.locked('10:01', 1));
    expect((await main.browser().signIn(email)).status).toBe(303);
  });
});

describe('second factor', () => {
  async function withTotp() {
    const who = await person();
    const browser = main.browser();
    await browser.signIn(who.email);
    expect((await browser.post('/account/code', { passwordNow: 'nie to' })).body).toContain(
      t.settings.passwordWrong,
    );
    expect(await browser.post('/account/code', { passwordNow: PASSWORD })).toMatchObject({
      to: '/account/code',
    });
    const { body } = await browser.get('/account/code');
    const secret = (/<code>([A-Z2-7 ]{20,})<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', '');
    const recovery = [...body.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map((m) => m[1] ?? '');
    expect(body).toContain('<svg viewBox');
    expect(recovery).toHaveLength(10);
    expect((await browser.post('/account/code/confirm', { code: '000000' })).body).toContain(t.code.wrong);
    expect((await browser.post('/account/code/confirm', { code: totp(secret) })).to).toBe(
      '/account?done=totp_on',
    );
    expect((await browser.get('/account')).body).toContain(t.totp.on);
    expect((await browser.get('/account/code')).body).not.toContain(recovery[0]);
    return { ...who, browser, secret, recovery };
  }

  test('signing in asks for the code; one code works once', async () => {
    const { id, email, secret } = await withTotp();
    const browser = main.browser();
    expect(await browser.signIn(email, PASSWORD, '/cases')).toMatchObject({
      to: '/sign-in/code?next=%2Fcases',
    });
    expect((await browser.get('/account')).to).toBe(TO_SIGN_IN);
    expect((await browser.post('/sign-in/code', { code: '000000' })).body).toContain(t.code.wrong);
    const code = totp(secret);
    expect((await browser.post('/sign-in/code', { code, next: '/cases' })).to).toBe('/cases');
    expect((await browser.get('/account')).status).toBe(200);
    const replay = main.browser();
    await replay.signIn(email);
    expect((await replay.post('/sign-in/code', { code })).status).toBe(422);
    expect(await log(id)).toEqual([
      'sign_in',
      'sign_in',
      ...Array<string>(3).fill('sign_in_failed'),
      'totp_on',
    ]);
  });

  test('a recovery code works once', async () => {
    const { email, recovery } = await withTotp();
    const [code = ''] = recovery;
    const first = main.browser();
    await first.signIn(email);
    expect(
      (await first.post('/sign-in/code', { code: ` ${code.toUpperCase().replace('-', ' ')}` })).status,
    ).toBe(303);
    const second = main.browser();
    await second.signIn(email);
    expect((await second.post('/sign-in/code', { code })).status).toBe(422);
  });

  test('codes cannot be guessed: the fifth failure brings a pause', async () => {
    const { email, secret } = await withTotp();
    const browser = main.browser();
    await browser.signIn(email);
    for (let i = 0; i < 4; i++) await browser.post('/sign-in/code', { code: `00000${i}` });
    expect((await browser.post('/sign-in/code', { code: '000009' })).body).toContain(t.locked('10:01', 1));
    const another = main.browser();
    await another.signIn(email);
    expect((await another.post('/sign-in/code', { code: totp(secret) })).body).toContain(
      t.locked('10:01', 1),
    );
  });

  test('switching it off needs the password', async () => {
    const { id, email, browser } = await withTotp();
    expect((await browser.post('/account/code/off', { passwordNow: 'nie to' })).status).toBe(422);
    expect((await browser.post('/account/code/off', { passwordNow: PASSWORD })).to).toBe(
      '/account?done=totp_off',
    );
    expect((await browser.get('/account')).status).toBe(200);
    expect((await main.browser().signIn(email)).to).toBe('/account');
    expect(await log(id)).toContain('totp_off');
  });
});

describe('new password by mail', () => {
  test('the answer is the same whether there is an account; the mail names nobody', async () => {
    const { email } = await person();
    const known = await main.browser().post('/password/forgotten', { email });
    const unknown = await main.browser().post('/password/forgotten', { email: 'nikogo@example.org' });
    expect(known).toEqual(unknown);
    expect(known.to).toBe('/password/forgotten/sent');
    expect(mails).toHaveLength(1);
    expect(`${mails[0]?.subject}${mails[0]?.body}`).not.toMatch(/Halina|example/);
  });

  test('a link sets the password once and ends every session', async () => {
    const { id, email } = await person();
    const open = new Headers({ cookie: await main.auth.sessionCookie(id) });
    await main.browser().post('/password/forgotten', { email });
    const link = linkIn(mails[0]?.body ?? '');
    const browser = main.browser();
    expect((await browser.get(link)).body).toContain(t.forgotten.title2);
    expect((await browser.post(link, { password: 'krótkie' })).body).toContain(t.newPassword.short);
    expect((await browser.post(link, { password: 'haslohaslo123' })).body).toContain(t.newPassword.obvious);
    expect((await browser.post(link, { password: 'zupełnie nowe i długie' })).to).toBe(
      '/sign-in?done=password',
    );
    expect(await main.auth.session(open)).toBeNull();
    expect((await browser.post(link, { password: 'jeszcze inne i długie' })).to).toBe(link);
    expect((await browser.get(link)).body).toContain(t.forgotten.void);
    expect((await main.browser().signIn(email)).status).toBe(422);
    expect((await main.browser().signIn(email, 'zupełnie nowe i długie')).status).toBe(303);
    expect(await log(id)).toContain('password_changed');
    const { rows } = await admin.query<{ path: string }>(
      'select path from audit.entry where object_id = $1',
      [id],
    );
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
  });

  test('a link lasts an hour, and three an hour are sent', async () => {
    const { email } = await person();
    for (let i = 0; i < 5; i++) await main.browser().post('/password/forgotten', { email });
    expect(mails).toHaveLength(3);
    later(61);
    expect((await main.browser().get(linkIn(mails[0]?.body ?? ''))).body).toContain(t.forgotten.void);
  });
});

describe('invitation', () => {
  const invite = async (email = `${newId()}@example.org`) => {
    const id = await sendInvitation(main.auth, 'pl', { email, name: 'Jan Zaproszony' });
    return { id, email, link: linkIn(mails.at(-1)?.body ?? '') };
  };

  test('opens an account once', async () => {
    const { id, email, link } = await invite();
    expect(JSON.stringify(mails[0])).not.toContain('Jan');
    const browser = main.browser();
    expect((await browser.get(link)).body).toContain('Jan Zaproszony');
    expect((await browser.post(link, { password: 'jan.zaproszony1' })).body).toContain(t.newPassword.obvious);
    expect((await browser.post(link, { password: PASSWORD })).to).toBe('/sign-in?done=invitation');
    const account = await main.auth.accountByEmail(email);
    expect(accepted).toEqual([{ kind: 'accepted', invitationId: id, accountId: account?.id }]);
    expect((await browser.post(link, { password: PASSWORD })).to).toBe(link);
    expect((await browser.get(link)).body).toContain(t.invitation.void);
    expect((await browser.signIn(email)).status).toBe(303);
  });

  test('ends after fourteen days, and nobody opens an account without one', async () => {
    const { email, link } = await invite();
    later(14 * 24 * 60 + 1);
    expect((await main.browser().get(link)).body).toContain(t.invitation.void);
    await main.browser().post(link, { password: PASSWORD });
    await main.browser().post(`/invitation/${'a'.repeat(43)}`, { password: PASSWORD });
    expect(await main.auth.accountByEmail(email)).toBeNull();
  });

  test('the owner of an account signs in and confirms; somebody else cannot', async () => {
    const { id: accountId, email } = await person();
    const other = await person();
    const { id, link } = await invite(email);
    expect((await main.browser().get(link)).body).toContain(`/sign-in?next=${encodeURIComponent(link)}`);
    await main.browser().post(link, { password: 'przejęte przez link' });
    const stranger = main.browser();
    await stranger.signIn(other.email);
    expect((await stranger.get(link)).body).toContain(t.invitation.other);
    expect((await stranger.post(`${link}/confirm`)).to).toBe(link);
    const browser = main.browser();
    expect((await browser.signIn(email, PASSWORD, link)).to).toBe(link);
    expect((await browser.get(link)).body).toContain(t.invitation.confirm);
    expect((await browser.post(`${link}/confirm`)).to).toBe('/account/acting');
    expect(accepted).toEqual([{ kind: 'accepted', invitationId: id, accountId }]);
  });
});

describe('own account', () => {
  test('ending a session on another device works at once', async () => {
    const { id, email } = await person();
    const [here, there] = [main.browser(), main.browser()];
    await there.signIn(email);
    await here.signIn(email);
    const { body } = await here.get('/account');
    expect(body).toContain('Firefox, Windows');
    const action =
      /action="(\/account\/sessions\/[^"]+)"(?:(?!<\/form>).)*data-color="danger"/s.exec(body)?.[1] ?? '';
    const stranger = main.browser();
    await stranger.signIn((await person()).email);
    expect((await stranger.post(action)).status).toBe(404);
    expect((await there.get('/account')).status).toBe(200);
    expect((await here.post(action)).to).toBe('/account?done=sessions');
    expect((await there.get('/account')).to).toBe(TO_SIGN_IN);
    expect((await here.get('/account')).status).toBe(200);
    expect(await log(id)).toContain('session_revoked');
  });

  test('changing the password needs the old one and signs other devices out', async () => {
    const { email } = await person();
    const [here, there] = [main.browser(), main.browser()];
    await there.signIn(email);
    await here.signIn(email);
    const fresh = 'nowe hasło na wiosnę';
    expect((await here.post('/account/password', { passwordNow: 'nie to', password: fresh })).status).toBe(
      422,
    );
    expect((await here.post('/account/password', { passwordNow: PASSWORD, password: fresh })).status).toBe(
      303,
    );
    expect((await there.get('/account')).to).toBe(TO_SIGN_IN);
    expect((await here.get('/account')).status).toBe(200);
    expect((await main.browser().signIn(email, fresh)).status).toBe(303);
  });

  test('whom the account acts for: the only choice by itself, several are asked for, the last is remembered', async () => {
    const { id, email } = await person();
    const [ops, cis] = [newId(), newId()];
    choices[id] = [{ id: ops, title: 'OPS w Dolinie', detail: 'pracownik socjalny' }];
    const acting = async (browser: Browser) => {
      const cookie = [...browser.jar].map(([k, v]) => `${k}=${v}`).join('; ');
      return (await main.auth.session(new Headers({ cookie })))?.actingAs;
    };
    const first = main.browser();
    expect((await first.signIn(email)).to).toBe('/');
    expect(await acting(first)).toBe(ops);
    choices[id].push({ id: cis, title: 'CIS Wrzos', detail: '' });
    await main.auth.setActingAs((await main.auth.sessions(id))[0]?.id ?? '', null);
    const second = main.browser();
    expect((await second.signIn(email, PASSWORD, '/cases')).to).toBe('/account/acting?next=%2Fcases');
    expect((await second.get('/account/acting')).body).toContain('CIS Wrzos');
    expect((await second.post('/account/acting', { id: newId() })).status).toBe(404);
    expect((await second.post('/account/acting', { id: cis, next: '//evil.example' })).to).toBe('/');
    expect(await acting(second)).toBe(cis);
    const third = main.browser();
    expect((await third.signIn(email, PASSWORD, '/cases')).to).toBe('/cases');
    expect(await acting(third)).toBe(cis);
    choices[id] = [];
    const fourth = main.browser();
    await fourth.signIn(email);
    expect(await acting(fourth)).toBeNull();
  });
});

describe('single sign-on', () => {
  const through = async (browser: Browser, claims: Record<string, unknown>, next = '/cases') => {
    const start = await browser.post('/sign-in/single', { next });
    const away = (/content="0;url=([^"]+)"/.exec(start.body)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(away).toContain(`${issuer.url}/authorize?`);
    const asked = new URL(away).searchParams;
    issuer.answerWith({ ...claims, nonce: asked.get('nonce') ?? undefined });
    const back = new URL(asked.get('redirect_uri') ?? '');
    expect(back.pathname).toBe('/sign-in/single/callback/oidc');
    return browser.get(`${back.pathname}?code=kod&state=${encodeURIComponent(asked.get('state') ?? '')}`);
  };

  test('signs in the account with the verified e-mail, and keeps no token of the issuer', async () => {
    const { id, email } = await person();
    choices[id] = [{ id: newId(), title: 'OPS', detail: '' }];
    const browser = main.browser();
    const claims = { sub: newId(), email, email_verified: true };
    expect((await through(browser, claims)).to).toBe('/cases');
    expect((await browser.get('/account')).status).toBe(200);
    expect((await through(main.browser(), claims, '//evil.example')).to).toBe('/');
    expect(await log(id)).toEqual(['sign_in', 'sign_in']);
    const { rows } = await admin.query(
      "select access_token, id_token, refresh_token from auth.account where user_id = $1 and provider_id = 'oidc'",
      [id],
    );
    expect(rows).toEqual([{ access_token: null, id_token: null, refresh_token: null }]);
  });

  test('never opens an account, never joins by an unverified e-mail, never takes a foreign answer', async () => {
    const { id, email } = await person();
    const refused = { status: 303, to: '/sign-in?problem=single' };
    const stranger = `${newId()}@example.org`;
    expect(
      await through(main.browser(), { sub: newId(), email: stranger, email_verified: true }),
    ).toMatchObject(refused);
    expect(await main.auth.accountByEmail(stranger)).toBeNull();
    expect(await through(main.browser(), { sub: newId(), email, email_verified: false })).toMatchObject(
      refused,
    );
    expect(
      await through(main.browser(), { sub: newId(), email, email_verified: true, aud: 'kto inny' }),
    ).toMatchObject(refused);
    expect(await main.browser().get('/sign-in/single/callback/oidc?code=kod&state=zmyślony')).toMatchObject(
      refused,
    );
    expect(await main.auth.sessions(id)).toHaveLength(0);
    expect((await main.browser().get('/sign-in?problem=single')).body).toContain(t.signIn.singleFailed);
  });
});

test('nothing but sign-in reaches the tables, and what ended is tidied away', async () => {
  await expect(
    database.ctxAs(PUBLIC_ACTOR, (ctx) =>
      ctx.tx.many({ text: 'select * from auth.session', values: [] } as never),
    ),
  ).rejects.toThrow(/permission denied/);
  const { id } = await person();
  await main.auth.sessionCookie(id);
  later(13 * 60);
  await main.auth.tidy();
  const { rows } = await admin.query('select from auth.session where user_id = $1', [id]);
  expect(rows).toHaveLength(0);
});

function totp(secret: string): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

interface Issuer {
  readonly url: string;
  answerWith(claims: Record<string, unknown>): void;
  close(): Promise<void>;
}

/** An OpenID provider in a few lines: discovery, keys, and a token with whatever claims the test wants. */
async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let claims: Record<string, unknown> = {};
  let url = '';
  const server: Server = createServer((request, response) => {
    const json = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return json({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (request.url === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    const seconds = Math.floor(Date.now() / 1000);
    const parts = [
      { alg: 'RS256', kid: 'k' },
      { iss: url, aud: 'splot', iat: seconds, exp: seconds + 300, ...claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signature = createSign('RSA-SHA256').update(parts.join('.')).sign(privateKey).toString('base64url');
    return json({ access_token: 'dostęp', token_type: 'Bearer', id_token: [...parts, signature].join('.') });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    answerWith: (next) => {
      claims = next;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
