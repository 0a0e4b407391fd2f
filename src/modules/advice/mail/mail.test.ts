import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import hoodiecrow from 'hoodiecrow-imap';
import iconv from 'iconv-lite';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { mailJobs as sendJobs } from '#kernel/mail.ts';
import { runQueueOnce } from '#kernel/queue.ts';
import { makeAdviser, makeDesk } from '#test/advice.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeInstitution } from '#test/factories.ts';
import { adviceJobs } from '../jobs.ts';

/** Real servers on loopback: a mailbox that is read by IMAP, and one that takes what is sent by SMTP. */
let app: TestApp;
let deskId: string;
let adviser: Browser;
let stranger: Browser;
let mailbox: string;
let smtpUrl: string;
const imap = hoodiecrow({
  storage: { INBOX: { messages: [{ raw: 'From: old@example.org\r\n\r\nFrom before' }] } },
});
const sent: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      sent.push(Buffer.concat(parts).toString('utf8'));
      done();
    });
  },
});
const DESK = 'porady@desk.example';

beforeAll(async () => {
  app = await testApp();
  const dir = mkdtempSync(join(tmpdir(), 'splot-letters-'));
  setFileStore({ disk: await openStorage({ STORAGE: 'disk', S3_REGION: 'auto', DATA_DIR: dir }) });
  const institution = await makeInstitution(app.adminUrl, 'OWES', 'OWES');
  deskId = await makeDesk(app.adminUrl, institution, { isDefault: true, name: 'Punkt' });
  await rows('update advice.desk set email = $1 where id = $2', [DESK, deskId]);
  const worker = await makeAdviser(app.adminUrl, institution, deskId);
  adviser = await app.as(await makeAccount(app, worker));
  const other = await makeInstitution(app.adminUrl, 'NGO', 'NGO');
  const away = await makeDesk(app.adminUrl, other, { name: 'Inny punkt' });
  stranger = await app.as(await makeAccount(app, await makeAdviser(app.adminUrl, other, away)));
  await new Promise<void>((listening) => imap.listen(0, '127.0.0.1', () => listening()));
  mailbox = `imap://testuser:testpass@127.0.0.1:${(imap.server.address() as AddressInfo).port}/INBOX`;
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', () => listening()));
  smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  await fetchAll();
}, 60_000);
afterAll(async () => {
  await new Promise<void>((closed) => imap.close(() => closed()));
  await new Promise<void>((closed) => smtp.close(() => closed()));
  await app.drop();
});

const rows = (text: string, values: readonly unknown[] = []) =>
  asAdmin(app.adminUrl, (run) => run(text, values));
/** What a minute of the server does: letters in, and letters out. */
async function fetchAll(): Promise<void> {
  const jobs = [
    ...adviceJobs(
      { siteUrl: 'http://splot.test' },
      { db: app.db, mailbox, mailFrom: 'Splot <splot@desk.example>' },
    ),
    ...sendJobs({ SMTP_URL: smtpUrl, MAIL_FROM: 'Splot <splot@desk.example>' }),
  ];
  await rows(`select graphile_worker.add_job('advice.letters')`);
  await runQueueOnce({ adminUrl: app.adminUrl, db: app.db, jobs, clock: () => app.parts.clock() });
}
const head = (more: Record<string, string>) =>
  Object.entries({ From: 'Jan <jan@example.org>', To: DESK, Subject: 'Pytanie', ...more })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
let count = 0;
/** The server takes a string of bytes. */
const put = (raw: string) => imap.appendMessage('INBOX', [], new Date(), raw);
const write = (more: Record<string, string>, body: string) => {
  count += 1;
  const raw = `${head({ 'Message-ID': `<letter-${count}@example.org>`, ...more })}\r\n${body}`;
  put(Buffer.from(raw, 'utf8').toString('binary'));
};
const questions = () =>
  rows(`select q.id, q.number, q.subject, q.state, q.urgent, a.email,
      array(select m.body from advice.message m where m.question_id = q.id and m.direction <> 'note' order by m.written_at, m.id) as said,
      array(select m.body from advice.message m where m.question_id = q.id and m.direction = 'note') as notes
    from advice.question q left join advice.asker a on a.question_id = q.id where q.channel = 'mail' order by q.asked_at, q.id`);
const asides = async () =>
  (await rows(`select reason from advice.letter where state = 'set_aside'`)).map((r) => r.reason);

test('a letter becomes a question, its answer reaches the sender in the same thread, and a reply comes back to it', async () => {
  expect(await questions()).toEqual([]);
  write(
    {
      Subject: '=?utf-8?Q?Za=C5=82o=C5=BCenie_sp=C3=B3=C5=82dzielni?=',
      'Content-Type': 'text/plain; charset=utf-8',
    },
    'Jak zacząć?',
  );
  await fetchAll();
  const [question] = await questions();
  expect(question).toMatchObject({
    subject: 'Założenie spółdzielni',
    state: 'new',
    email: 'jan@example.org',
    said: ['Jak zacząć?'],
  });
  const notice = sent.at(-1) ?? '';
  expect(notice).toMatch(/^In-Reply-To: <letter-1@example\.org>/m);
  expect(notice).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(notice).not.toContain('Jak zacz');
  const id = /^Message-ID: (<[^>]+>)/im.exec(notice)?.[1] ?? '';
  expect((await adviser.get(`/advice/desk/questions/${question?.id}`)).text).toContain('Jak zacząć?');
  expect((await stranger.get(`/advice/desk/questions/${question?.id}`)).status).toBe(404);
  write(
    { 'In-Reply-To': id, Subject: 'Odp: dotarło' },
    'Dopisuję: jest nas pięcioro.\n\nW dniu 4.03.2026 o 10:00 Splot <splot@desk.example>\nnapisał(a):\n> Pytanie dotarło',
  );
  await fetchAll();
  const all = await questions();
  expect(all).toHaveLength(1);
  expect(all[0]?.said).toEqual(['Jak zacząć?', 'Dopisuję: jest nas pięcioro.']);
  await fetchAll();
  expect(await questions()).toEqual(all);
  expect(await rows(`select uid from advice.letter`)).toHaveLength(2);
});

describe('no loop starts', () => {
  test.each([
    ['automatic', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['automatic', { Precedence: 'bulk' }],
    ['automatic', { From: 'MAILER-DAEMON@example.org' }],
    ['bounce', { 'Return-Path': '<>' }],
    ['bounce', { 'Content-Type': 'multipart/report; boundary=x' }],
    ['list', { 'List-Id': '<news.example.org>' }],
    ['own', { From: 'splot@desk.example' }],
    ['own', { From: `Splot <${DESK}>` }],
    ['own', { 'Message-ID': '<01a20141-8189-728d-bf66-3abd2588284f@splot>' }],
    ['forged', { 'Authentication-Results': 'mx.desk.example; dmarc=fail header.from=example.org' }],
    ['no_sender', { From: '' }],
    ['no_sender', { From: 'undisclosed' }],
  ])('%s: %o waits for a person and is answered by nobody', async (reason, more) => {
    const before = { questions: (await questions()).length, sent: sent.length };
    write(more as Record<string, string>, 'Jestem na urlopie.');
    await fetchAll();
    expect((await asides()).at(-1)).toBe(reason);
    expect((await questions()).length).toBe(before.questions);
    expect(sent.length).toBe(before.sent);
  });

  test('the same letter twice is one question; the eleventh of one sender in a day waits', async () => {
    const before = (await questions()).length;
    for (let n = 0; n < 2; n++) write({ From: 'raz@example.org', 'Message-ID': '<same@example.org>' }, 'Raz');
    for (let n = 0; n < 12; n++) write({ From: 'wiele@example.org' }, `Pytanie ${n}`);
    await fetchAll();
    expect((await questions()).length - before).toBe(1 + 10);
    expect((await asides()).filter((reason) => reason === 'duplicate' || reason === 'too_many')).toEqual([
      'duplicate',
      'too_many',
      'too_many',
    ]);
  });
});

test('a forged thread opens nothing: a new question, and a note for the desk', async () => {
  const [mine] = await questions();
  write(
    { From: 'ktos@example.org', 'In-Reply-To': '<letter-1@example.org>', Subject: `Re: ${mine?.number}` },
    'Podszywam się.',
  );
  await fetchAll();
  const forged = (await questions()).find(({ email }) => email === 'ktos@example.org');
  expect(forged?.id).not.toBe(mine?.id);
  expect(forged?.notes).toEqual([expect.stringContaining(String(mine?.number))]);
  expect((await questions())[0]?.said).toEqual(mine?.said);
});

test('words of somebody in a crisis are urgent, and the letter back begins with telephones', async () => {
  write({ From: 'kryzys@example.org', Subject: '' }, 'Nie chcę żyć, mam komornika.');
  await fetchAll();
  expect((await questions()).find(({ email }) => email === 'kryzys@example.org')).toMatchObject({
    urgent: true,
  });
  expect(Buffer.from(sent.at(-1) ?? '', 'utf8').toString()).toMatch(/116 123|116=20123|112/);
});

describe('hostile letters lose nothing', () => {
  const last = async () => (await questions()).at(-1);
  test('HTML alone, in an old encoding', async () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><p>Dzień dobry &amp; <b>pytanie</b></p><p>Łódź<br>&oacute;semka</p>';
    const raw = `${head({ From: 'html@example.org', 'Content-Type': 'text/html; charset=windows-1250' })}\r\n${html}`;
    put(iconv.encode(raw, 'windows-1250').toString('binary'));
    await fetchAll();
    expect((await last())?.said).toEqual(['Dzień dobry & pytanie\n\nŁódź\nósemka']);
  });

  test('an encoding that lies, control characters, an empty subject', async () => {
    put(
      `${head({ From: 'zly@example.org', Subject: '=?x-none?B?/////w==?=', 'Content-Type': 'text/plain; charset=utf-8' })}\r\nA\x00B\xff\xfe\x07C`,
    );
    await fetchAll();
    expect((await last())?.said).toEqual([expect.stringMatching(/^AB.*C$/)]);
  });

  test('nested without end, a head without end: set aside as damaged, and the next letter is read', async () => {
    let deep = head({ From: 'gleboko@example.org' });
    for (let n = 0; n < 400; n++) deep += `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
    put(`${deep}\r\nx`);
    put(`${head({ From: 'dlugo@example.org', 'X-Long': 'x'.repeat(600_000) })}\r\nx`);
    write({ From: 'zwykly@example.org' }, 'Zwykłe pytanie');
    await fetchAll();
    expect((await asides()).filter((reason) => reason === 'broken')).toHaveLength(2);
    expect((await last())?.email).toBe('zwykly@example.org');
  });

  test('a sign no database holds in an id does not stop the letters after it', async () => {
    put(`${head({ From: 'zero@example.org', 'Message-ID': '<a\x00b@example.org>' })}\r\nZero`);
    put(`${head({ From: 'jeden@example.org', 'Message-ID': '<a\x01b@example.org>' })}\r\nJeden`);
    write({ From: 'potem@example.org' }, 'Pytanie potem');
    await fetchAll();
    expect((await questions()).slice(-3).map(({ email }) => email)).toEqual([
      'zero@example.org',
      'jeden@example.org',
      'potem@example.org',
    ]);
    expect(sent.slice(-3).join('')).toContain('jeden@example.org');
  });

  test('20 MB: what may be kept is kept, the rest is named', async () => {
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 32), Buffer.from('\n%%EOF')]);
    const part = (name: string, bytes: Buffer) =>
      `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
    put(
      `${head({ From: 'duzo@example.org', 'Content-Type': 'multipart/mixed; boundary=b' })}\r\n--b\r\nContent-Type: text/plain\r\n\r\nW zalaczeniu umowa.\r\n${part('umowa.pdf', pdf)}${part('film.pdf', Buffer.alloc(14_000_000, 1))}${part('wirus.exe', pdf)}--b--\r\n`,
    );
    await fetchAll();
    const question = await last();
    expect(question?.said).toEqual(['W zalaczeniu umowa.']);
    expect(question?.notes).toEqual([expect.stringMatching(/film\.pdf, wirus\.exe/)]);
    expect(
      await rows(
        `select f.name from advice.attachment a join kernel.file f on f.id = a.file_id where a.question_id = $1`,
        [question?.id],
      ),
    ).toEqual([{ name: 'umowa.pdf' }]);
  }, 60_000);
});

test('what was set aside is looked at by the desk: taken up, or dropped', async () => {
  const page = await adviser.get('/advice/desk/letters');
  expect(page.status).toBe(200);
  expect(page.text).toContain('automatyczna odpowiedź');
  const letters = await rows(
    `select id from advice.letter where state = 'set_aside' order by received_at, id`,
  );
  const [first, second] = letters.map(({ id }) => String(id));
  expect((await stranger.get('/advice/desk/letters')).text).not.toContain('Jestem na urlopie');
  expect((await stranger.post(`/advice/desk/letters/${first}/take`)).status).toBe(404);
  expect((await adviser.post(`/advice/desk/letters/${first}/take`)).location).toMatch(
    /^\/advice\/desk\/questions\//,
  );
  expect((await adviser.post(`/advice/desk/letters/${second}/drop`)).location).toBe('/advice/desk/letters');
  expect(
    await rows(`select state from advice.letter where id = any($1) order by state`, [[first, second]]),
  ).toEqual([{ state: 'dropped' }, { state: 'taken' }]);
  expect((await adviser.post(`/advice/desk/letters/${first}/drop`)).status).toBe(404);
  const [same] = await rows(`select id from advice.letter where reason = 'duplicate'`);
  expect((await adviser.post(`/advice/desk/letters/${same?.id}/take`)).status).toBe(303);
});

test('a mailbox that does not answer is said, and nothing breaks', async () => {
  const good = mailbox;
  mailbox = good.replace('testpass', 'wrong');
  await fetchAll();
  mailbox = 'imap://a:b@127.0.0.1:1/INBOX';
  await fetchAll();
  mailbox = good;
  await fetchAll();
});
