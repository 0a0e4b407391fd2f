import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { listMail } from '#kernel/mail.ts';
import { loadCase } from '#modules/cases/api.ts';
import { recordConsents } from '#modules/cases/consents/api.ts';
import * as plan from '#modules/cases/plan/api.ts';
import { ORIGIN, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld, type World } from '#test/factories.ts';
import { serveRoutes } from '../../web.ts';
import { joinInvited, participantActors, unreadByCase } from './api.ts';
import { participantRoutes } from './routes.tsx';

let t: TestApp;
let w: World;
let app: ReturnType<typeof serveRoutes>;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  t = await testApp();
  w = await makeWorld(t.adminUrl);
  // Who acts is said by a header; all else is real.
  app = serveRoutes(
    t.parts,
    participantRoutes({ auth: t.auth, siteUrl: ORIGIN }),
    async (c) => actors.get(c.req.header('x-actor') ?? '') ?? PUBLIC_ACTOR,
  );
});
afterAll(() => t.drop());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly type: string;
}
async function send(actor: Actor, path: string, init: RequestInit = {}): Promise<Answer> {
  actors.set(actor.subjectId, actor);
  const headers = { 'x-actor': actor.subjectId, 'accept-language': 'pl', origin: ORIGIN };
  const response = await app.fetch(new Request(ORIGIN + path, { ...init, headers }));
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location'),
    type: response.headers.get('content-type') ?? '',
  };
}
const get = (actor: Actor, path: string) => send(actor, path);
const post = (actor: Actor, path: string, values: Record<string, string> = {}) =>
  send(actor, path, { method: 'POST', body: new URLSearchParams(values) });
const as = <T>(actor: Actor, work: Parameters<typeof t.ctxAs<T>>[1]) =>
  t.ctxAs(actor, work, { purpose: 'P3' });
const mails = () => t.ctxAs(SYSTEM_ACTOR, (ctx) => listMail(ctx));
/** The page without what changes from one request to the next. */
const still = (page: string) => page.replace(/[0-9a-f]{8}(?:-[0-9a-f-]{27})?/g, '#');

async function signingPlan(c: MadeCase): Promise<string> {
  await as(w.socialWorker, async (ctx) => {
    await plan.createPlan(ctx, c.id);
    const goal = await plan.addGoal(ctx, c.id, {
      title: 'Stała praca w zawodzie',
      measure: 'umowa na pół etatu',
      dueOn: '2026-12-31',
    });
    await plan.addItem(ctx, c.id, goal, {
      serviceCode: 'social_work',
      institutionId: w.ops.id,
      workerId: w.socialWorker.subjectId,
      startsOn: '2026-03-20',
      dueOn: '2026-09-30',
      financingCode: 'none',
    });
    const open = await plan.openPlan(ctx, c.id);
    await plan.setArrangements(ctx, c.id, open?.rowVersion ?? 0, {
      ownObligation: 'Przychodzę na spotkania i mówię, gdy coś mi przeszkadza.',
      nextReviewOn: '2026-05-20',
      contactEveryDays: '30',
      contactForm: 'visit',
    });
  });
  const id = await as(w.socialWorker, (ctx) => plan.startSigning(ctx, c.id));
  await as(w.socialWorker, (ctx) => plan.signPlan(ctx, c.id));
  return id;
}

const fullName = async (c: MadeCase): Promise<string> => {
  const [row] = await asAdmin(t.adminUrl, (run) =>
    run(`select given_name || ' ' || family_name as name from cases.person where id = $1`, [c.personId]),
  );
  return String(row?.name);
};

describe('invitation', () => {
  const link = async (email: string) =>
    (await mails())
      .filter((m) => m.to === email)
      .map((m) => /invitation\/([\w-]{43})/.exec(m.body)?.[1])
      .find((token) => token !== undefined) ?? '';
  const accept = async (email: string) => {
    const result = await t.auth.acceptInvitation(await link(email), 'cztery nijak niepasujące słowa');
    if (result.kind !== 'accepted') throw new Error(result.kind);
    return result;
  };
  const join = (invitationId: string, accountId: string) =>
    t.ctxAs(PUBLIC_ACTOR, (ctx) => joinInvited(ctx, invitationId, accountId));
  const windows = (accountId: string) => t.ctxAs(PUBLIC_ACTOR, (ctx) => participantActors(ctx, accountId));

  test('leads from the case to the own window, and the last one invited has it', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'active');
    const invite = (email: string) => post(w.socialWorker, `/cases/${c.id}/invite`, { email, lang: 'uk' });
    expect((await get(w.socialWorker, `/cases/${c.id}/invite`)).text).toContain('Osoba nie ma jeszcze okna');
    expect((await invite('nie adres')).status).toBe(422);
    expect((await invite('pierwszy@example.org')).status).toBe(303);
    expect((await get(w.socialWorker, `/cases/${c.id}/invite`)).text).toContain('pierwszy@example.org');
    const [letter] = (await mails()).filter((m) => m.to === 'pierwszy@example.org');
    expect(letter?.subject).toMatch(/\p{Script=Cyrillic}/u);
    expect(`${letter?.subject}${letter?.body}`).not.toContain('Testowy');

    const first = await accept('pierwszy@example.org');
    expect(await join(first.invitationId, first.accountId)).toBe(true);
    expect(await join(first.invitationId, randomUUID())).toBe(false);
    expect(await join(randomUUID(), first.accountId)).toBe(false);
    const [actor] = await windows(first.accountId);
    expect(actor).toMatchObject({ kind: 'participant', subjectId: c.personId, name: 'Jan', choices: 1 });
    expect((await get(actor ?? PUBLIC_ACTOR, '/my')).text).toContain('Dzień dobry, Jan');

    await invite('drugi@example.org');
    const second = await accept('drugi@example.org');
    expect(await join(second.invitationId, second.accountId)).toBe(true);
    expect(await windows(first.accountId)).toEqual([]);
    expect(await windows(second.accountId)).toHaveLength(1);
    expect((await post(w.socialWorker, `/cases/${c.id}/invite/close`)).status).toBe(303);
    expect(await windows(second.accountId)).toEqual([]);
  });

  test('an invitation sent again makes the earlier link void', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'active');
    await post(w.socialWorker, `/cases/${c.id}/invite`, { email: 'stary@example.org', lang: 'pl' });
    const token = await link('stary@example.org');
    await post(w.socialWorker, `/cases/${c.id}/invite`, { email: 'nowy@example.org', lang: 'pl' });
    expect((await t.auth.acceptInvitation(token, 'cztery nijak niepasujące słowa')).kind).toBe('invalid');
  });

  test('is the business of the institution that leads', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'active');
    for (const actor of [w.adviser, w.specialist]) {
      expect((await get(actor, `/cases/${c.id}/invite`)).status).toBe(404);
      expect((await get(actor, `/cases/${c.id}/messages`)).status).toBe(404);
      expect((await post(actor, `/cases/${c.id}/messages`, { body: 'x' })).status).toBe(404);
    }
    expect((await get(c.participant, `/cases/${c.id}/invite`)).status).toBe(404);
    expect((await get(PUBLIC_ACTOR, '/my')).location).toContain('/sign-in');
  });
});

describe('the window', () => {
  test('says whose turn it is, with one filled button', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    const before = await get(c.participant, '/my');
    expect(before.text).toContain('Teraz nic nie musisz robić');
    await signingPlan(c);
    const page = await get(c.participant, '/my');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Przeczytaj i podpisz swój plan');
    expect(page.text.match(/data-variant="primary"/g)).toHaveLength(1);
    expect(page.text).toContain('data-reader="participant"');
  });

  test('a draft of the plan is not shown', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await as(w.socialWorker, (ctx) => plan.createPlan(ctx, c.id));
    expect((await get(c.participant, '/my/plan')).text).toContain('Nie masz jeszcze planu');
    expect((await get(c.participant, '/my/plan/versions/1')).status).toBe(404);
  });

  test('speaks Ukrainian, and says so', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    await signingPlan(c);
    const pages = [
      '/my',
      '/my/plan',
      '/my/plan?easy=1',
      '/my/plan/sign',
      '/my/consents',
      '/my/data',
      '/my/dates',
    ];
    for (const path of [...pages, '/my/messages', '/my/messages/new', '/my/documents']) {
      const page = await get(c.participant, `${path}${path.includes('?') ? '&' : '?'}lang=uk`);
      expect(page.status, path).toBe(200);
      expect(page.text, path).toContain('<html lang="uk"');
      const main = /<main[\s\S]*<\/main>/.exec(page.text)?.[0] ?? '';
      const words = main
        .replace(/<span lang="pl">[^<]*<\/span>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/Stała praca w zawodzie|umowa na pół etatu|Przychodzę na spotkania[^.]*\./g, '')
        .replace(/Próbna\w*/g, '');
      expect(words, path).not.toMatch(/[ąęłńśźż]/i);
    }
  });

  test('somebody without a case gets a page that says so', async () => {
    const nobody: Actor = { ...(await makeCaseIn(t.adminUrl, w, 'draft')).participant };
    expect((await get(nobody, '/my')).text).toContain('Nie ma tu jeszcze Twojej sprawy');
    expect((await get(nobody, '/my/plan')).status).toBe(404);
  });
});

describe('signing', () => {
  test('goes from reading to a signature by the own name, once', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'planning');
    const id = await signingPlan(c);
    const read = await get(c.participant, '/my/plan/sign');
    expect(read.text).toContain('Stała praca w zawodzie');
    expect(read.text).toContain('Nie zgadzam się, chcę porozmawiać');
    expect((await get(c.participant, '/my/plan/sign?step=understand')).text).toContain('Co znaczy podpis');
    const page = (await get(c.participant, '/my/plan/sign?step=sign')).text;
    const hash = /name="text" value="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(hash).not.toBe('');
    const form = { plan: id, text: hash, agree: 'yes', name: await fullName(c), _key: randomUUID() };

    const unticked = await post(c.participant, '/my/plan/sign', { plan: id, text: hash, name: 'Jan' });
    expect(unticked.status).toBe(422);
    expect(unticked.text).toContain('value="Jan"');
    expect((await post(c.participant, '/my/plan/sign', { ...form, name: 'Ktoś Inny' })).status).toBe(422);
    const changed = await post(c.participant, '/my/plan/sign', { ...form, text: 'inny' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Przeczytaj go jeszcze raz');

    const signed = await post(c.participant, '/my/plan/sign', form);
    expect(signed).toMatchObject({ status: 303, location: '/my/plan?done=agreed' });
    expect((await post(c.participant, '/my/plan/sign', form)).location).toBe('/my/plan?done=agreed');
    const again = await post(c.participant, '/my/plan/sign', { ...form, _key: randomUUID() });
    expect(again.location).toBe('/my/plan');
    expect((await as(w.socialWorker, (ctx) => loadCase(ctx, c.id))).state).toBe('agreed');
    const own = await get(c.participant, '/my/plan?done=agreed');
    expect(own.text).toContain('plan obowiązuje');
    expect(own.text).toContain(`${form.name} (Ty)`);
    const easy = await get(c.participant, '/my/plan?easy=1');
    expect(easy.text).toContain('To jest Twój plan.');
    expect((await get(c.participant, '/my/plan/versions/1')).status).toBe(200);
    for (const query of ['', '?easy=1'])
      expect((await get(c.participant, `/my/documents/plan/1/pdf${query}`)).type).toBe('application/pdf');
    expect((await get(c.participant, '/my/documents/plan/2/pdf')).status).toBe(404);
  });
});

describe('consents', () => {
  const given = async (c: MadeCase, classes: readonly string[] = ['D1', 'D5', 'D6']) =>
    as(w.socialWorker, async (ctx) => {
      const body = {
        text: '1.0|pl',
        given_on: '3.03.2026',
        way: 'paper' as const,
        valid_to: '31.12.2026',
        note: '',
      };
      const [id] = await recordConsents(ctx, c.id, { ...body, [`share_${w.ngo.id}`]: [...classes] });
      return id ?? '';
    });
  const onConsent = () =>
    makeCaseIn(t.adminUrl, w, 'active', {
      classes: { OPS: ['D1', 'D3', 'D4', 'D5', 'D6'], PUP: ['D1', 'D5'], NGO: [] },
    });
  const sees = (actor: Actor, c: MadeCase) =>
    as(actor, (ctx) => loadCase(ctx, c.id)).then(
      () => true,
      () => false,
    );

  test('withdrawing says what will happen, and closes the view of that institution at once', async () => {
    const c = await onConsent();
    const id = await given(c);
    expect(await sees(w.specialist, c)).toBe(true);
    const list = await get(c.participant, '/my/consents');
    expect(list.text).toContain(w.ngo.name);
    expect(list.text).toContain('wspólne wnioski i plan');
    const one = await get(c.participant, `/my/consents/${id}`);
    expect(one.text).toContain('Zgadzam się, aby instytucja');
    expect(one.text).toContain('Zgoda znaczy, że na coś pozwalasz.');
    expect((await get(c.participant, `/my/documents/consent/${id}/pdf`)).type).toBe('application/pdf');
    const ask = await get(c.participant, `/my/consents/${id}/withdraw`);
    expect(ask.text).toContain('od razu przestanie widzieć');
    expect(ask.text).toContain('Nie tracisz pomocy');
    expect(ask.text).toContain(`${w.pup.name} dalej widzi swoją część`);
    expect(await sees(w.specialist, c)).toBe(true);

    expect((await post(c.participant, `/my/consents/${id}/withdraw`)).location).toBe(
      '/my/consents?done=withdrawn',
    );
    expect(await sees(w.specialist, c)).toBe(false);
    expect(await sees(w.adviser, c)).toBe(true);
    expect((await get(c.participant, '/my/consents')).text).toContain('wycofana');
    expect((await get(c.participant, `/my/consents/${id}/withdraw`)).location).toBe(`/my/consents/${id}`);
  });

  test('somebody else’s consent, message, date and document are not there, like ones that do not exist', async () => {
    const [mine, other] = [await onConsent(), await onConsent()];
    const id = await given(other);
    const message = await asAdmin(t.adminUrl, async (run) => {
      const [row] = await run(
        `insert into participant.message (id, case_id, sender, worker_id, institution_id, body, sent_at, to_confirm)
         values (gen_random_uuid(), $1, 'worker', $2, $3, 'x', now(), true) returning id`,
        [other.id, w.socialWorker.subjectId, w.ops.id],
      );
      return String(row?.id);
    });
    for (const path of ['/my/consents/', '/my/documents/clause/', '/my/dates/']) {
      const tail = path === '/my/dates/' ? '/calendar.ics' : '';
      const foreign = await get(mine.participant, path + id + tail);
      const missing = await get(mine.participant, path + randomUUID() + tail);
      expect(foreign.status).toBe(404);
      expect(still(foreign.text)).toBe(still(missing.text));
    }
    expect((await post(mine.participant, `/my/consents/${id}/withdraw`)).status).toBe(404);
    expect((await post(mine.participant, `/my/messages/${message}/confirm`)).status).toBe(404);
    expect((await post(other.participant, `/my/messages/${message}/confirm`)).status).toBe(303);
    expect(await sees(w.specialist, other)).toBe(true);
  });
});

describe('messages', () => {
  const unread = (actor: Actor, c: MadeCase) =>
    as(actor, async (ctx) => (await unreadByCase(ctx)).get(c.id) ?? 0);

  test('go both ways, with notices that say nothing', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'active');
    const empty = await post(c.participant, '/my/messages/new', { body: ' ', about: 'plan' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Nie zgadzam się z planem');
    expect(
      (await post(c.participant, '/my/messages/new', { body: 'x'.repeat(2001), about: 'other' })).status,
    ).toBe(422);
    const body = 'Nie mogę przyjść, <b>choruję</b>.';
    expect((await post(c.participant, '/my/messages/new', { body, about: 'plan' })).location).toBe(
      '/my/messages?done=sent',
    );
    expect(await unread(w.socialWorker, c)).toBe(1);
    expect(await unread(w.adviser, c)).toBe(0);
    const notice = (await mails()).find((m) => m.body.includes(c.id));
    expect(notice?.to).toBe(`${w.socialWorker.subjectId}@example.org`);
    expect(`${notice?.subject}${notice?.body}`).not.toMatch(/chor|Jan|Testowy/);

    const thread = await get(w.socialWorker, `/cases/${c.id}/messages`);
    expect(thread.text).toContain('&lt;b&gt;choruję');
    expect(thread.text).toContain('Nie zgadza się z planem');
    expect(thread.text).toContain('Nieprzeczytane: 1');
    await post(w.socialWorker, `/cases/${c.id}/messages/read`);
    expect(await unread(w.socialWorker, c)).toBe(0);
    await post(w.socialWorker, `/cases/${c.id}/messages`, {
      body: 'Zdrowia! Spotkamy się we wtorek.',
      to_confirm: 'yes',
    });

    const home = await get(c.participant, '/my');
    expect(home.text).toContain('Przeczytaj wiadomość od koordynatora');
    const own = await get(c.participant, '/my/messages');
    expect(own.text).toContain('Spotkamy się we wtorek');
    const action = /action="(\/my\/messages\/[0-9a-f-]+\/confirm)"/.exec(own.text)?.[1] ?? '';
    await post(c.participant, action);
    await post(c.participant, action);
    expect((await get(c.participant, '/my')).text).toContain('Teraz nic nie musisz robić');
    expect((await get(w.socialWorker, `/cases/${c.id}/messages`)).text).toContain('osoba potwierdziła');
  });

  test('are seen by the person and the leading institution alone, and nobody writes for another', async () => {
    const [c, other] = [await makeCaseIn(t.adminUrl, w, 'active'), await makeCaseIn(t.adminUrl, w, 'active')];
    await post(c.participant, '/my/messages/new', { body: 'tylko dla koordynatora', about: 'other' });
    const count = (actor: Actor) =>
      as(actor, async (ctx) => {
        const row = await ctx.tx.one<{ n: number }>(
          sql`select count(*)::int as n from participant.message where case_id = ${c.id}`,
        );
        return row.n;
      });
    expect(await Promise.all([c.participant, w.socialWorker, w.opsHead].map(count))).toEqual([1, 1, 1]);
    expect(
      await Promise.all(
        [other.participant, w.adviser, w.specialist, PUBLIC_ACTOR].map((a) => count(a).catch(() => 0)),
      ),
    ).toEqual([0, 0, 0, 0]);
    const forged = (actor: Actor, sender: string, worker: string | null) =>
      as(actor, (ctx) =>
        ctx.tx.run(sql`insert into participant.message (id, case_id, sender, worker_id, institution_id, body, sent_at)
          values (${randomUUID()}, ${c.id}, ${sender}, ${worker}, ${worker && w.ops.id}, 'x', now())`),
      );
    await expect(forged(other.participant, 'participant', null)).rejects.toThrow('row-level security');
    await expect(forged(c.participant, 'worker', w.socialWorker.subjectId)).rejects.toThrow(
      'row-level security',
    );
    await expect(forged(w.socialWorker, 'participant', null)).rejects.toThrow('row-level security');
    await expect(forged(w.socialWorker, 'worker', w.opsHead.subjectId)).rejects.toThrow('row-level security');
  });
});

describe('hard constraint 9: who looked', () => {
  test('what a worker opened stands there with name, institution, purpose and classes in plain words', async () => {
    const [c, other] = [await makeCaseIn(t.adminUrl, w, 'active'), await makeCaseIn(t.adminUrl, w, 'active')];
    expect((await get(c.participant, '/my/data')).text).toContain('Nikt jeszcze nie zaglądał');
    await get(w.socialWorker, `/cases/${c.id}/messages`);
    await get(w.socialWorker, `/cases/${c.id}/messages`);
    const page = (await get(c.participant, '/my/data')).text;
    expect(page).toContain(w.socialWorker.name);
    expect(page).toContain(w.ops.name);
    expect(page).toContain('żeby przygotować i prowadzić plan');
    expect(page).toContain('imię, nazwisko i kontakt');
    expect(page).toContain('>1 wpis<');
    expect((await get(c.participant, '/my')).text).toContain(w.socialWorker.name);
    expect((await get(c.participant, '/my/data?kind=taken')).text).toContain('Nie ma wpisów, które pasują');
    expect((await get(c.participant, `/my/data?institution=${w.pup.id}`)).text).toContain('Nie ma wpisów');
    expect((await get(c.participant, '/my/data?from=4.03.2026&to=4.03.2026')).text).toContain('>1 wpis<');
    // What one person's worker did, another person cannot read; not even the worker's name.
    const foreign = (await get(other.participant, '/my/data')).text;
    expect(foreign).toContain('Nikt jeszcze nie zaglądał');
    const names = await as(other.participant, (ctx) =>
      ctx.tx.many<{ name: string | null }>(sql`select name from participant.api_viewers()`),
    );
    expect(names).toEqual([]);
    expect(page).toContain('art. 198');
  });
});

describe('documents', () => {
  test('an information clause given electronically is read, confirmed once, and can be taken home', async () => {
    const [c, other] = [await makeCaseIn(t.adminUrl, w, 'active'), await makeCaseIn(t.adminUrl, w, 'active')];
    const id = randomUUID();
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.clause_given (id, case_id, version, given_on, form, institution_id, worker_id, lang)
         values ($1, $2, '1.0', '2026-03-03', 'electronic', $3, $4, 'pl')`,
        [id, c.id, w.ops.id, w.socialWorker.subjectId],
      ),
    );
    expect((await get(c.participant, '/my')).text).toContain('Przeczytaj informację o danych');
    const page = await get(c.participant, `/my/documents/clause/${id}`);
    expect(page.text).toContain('Potwierdzam: przeczytane');
    expect(page.text).toContain('Kto zobaczy dane');
    expect((await get(other.participant, `/my/documents/clause/${id}`)).status).toBe(404);
    expect((await post(other.participant, `/my/documents/clause/${id}`)).status).toBe(404);
    expect((await post(c.participant, `/my/documents/clause/${id}`)).status).toBe(303);
    expect((await post(c.participant, `/my/documents/clause/${id}`)).status).toBe(303);
    expect((await get(c.participant, '/my')).text).toContain('Teraz nic nie musisz robić');
    expect((await get(c.participant, `/my/documents/clause/${id}/pdf`)).type).toBe('application/pdf');
  });
});

describe('dates', () => {
  test('go into a calendar without saying what they are about', async () => {
    const c = await makeCaseIn(t.adminUrl, w, 'active');
    const session = randomUUID();
    await asAdmin(t.adminUrl, async (run) => {
      await run(`set session_replication_role = 'replica'`);
      await run(
        `insert into cases.session (id, institution_id, worker_id, service_code, title, starts_at, hours, place)
         values ($1, $2, $3, 'addiction_therapy', 'Terapia', '2026-03-09T07:00:00Z', 1.5, 'ul. Lipowa 4; sala 2')`,
        [session, w.ops.id, w.socialWorker.subjectId],
      );
      await run(
        `insert into cases.attendance (id, session_id, case_id, lineage_id) values ($1, $2, $3, $4)`,
        [randomUUID(), session, c.id, randomUUID()],
      );
    });
    const home = await get(c.participant, '/my');
    expect(home.text).toContain('Poniedziałek, 9 marca 2026');
    const file = await get(c.participant, '/my/calendar.ics');
    expect(file.type).toContain('text/calendar');
    expect(file.text).toContain('DTSTART;TZID=Europe/Warsaw:20260309T080000');
    expect(file.text).toContain('LOCATION:ul. Lipowa 4\\; sala 2');
    expect(file.text).not.toMatch(/terapia/i);
    const one = await get(c.participant, `/my/dates/${session}/calendar.ics`);
    expect(one.text).toContain(`UID:${session}@splot`);
  });
});
