import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Browser, type TestApp, testApp } from '#test/app.ts';
import { asAdmin, makeAccount, makeCaseIn, makeWorker, makeWorld, type World } from '#test/factories.ts';
import { budgetOf, planOfToday, reached, sharesProblem } from './policy.ts';
import { duePlanWork } from './service.ts';

let app: TestApp;
let w: World;
let pupHead: Actor;
let head: Browser;
let adviser: Browser;
let stranger: Browser;
const base = () => `/partnerships/${w.partnershipId}/plan`;
let planId: string;
const one = (rest = '') => `${base()}/${planId}${rest}`;

beforeAll(async () => {
  app = await testApp(new Date('2026-03-04T09:00:00Z'));
  w = await makeWorld(app.adminUrl);
  pupHead = await makeWorker(app.adminUrl, w.pup, ['head']);
  const other = await makeWorld(app.adminUrl);
  await asAdmin(app.adminUrl, (run) =>
    run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
      [newId(), w.partnershipId, w.ops.id, w.opsHead.subjectId],
    ),
  );
  for (const actor of [w.opsHead, w.adviser, other.opsHead, pupHead]) await makeAccount(app, actor);
  head = await app.as(w.opsHead.accountId);
  adviser = await app.as(w.adviser.accountId);
  stranger = await app.as(other.opsHead.accountId);
});
afterAll(() => app.drop());

const rows = (text: string, values: unknown[] = []) => asAdmin(app.adminUrl, (run) => run(text, values));
const idOf = async (table: string, column = 'plan_id') =>
  String(
    (
      await rows(`select id from partnerships.${table} where ${column} = $1 order by id desc limit 1`, [
        planId,
      ])
    )[0]?.id,
  );
async function sent(browser: Browser, path: string, values: Record<string, string>) {
  const answer = await browser.post(path, values);
  expect(
    answer.status,
    answer.text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 600),
  ).toBe(303);
  return answer.location ?? '';
}
const cost = (more: Record<string, string> = {}) => ({
  title: 'Wynajem sali',
  amount: '1 000,00',
  source0: 'labour_fund',
  payer0: w.pup.id,
  part0: '600',
  ...more,
});

describe('a plan from an empty page to its end', () => {
  test('the empty state says what to do; outsiders find nothing', async () => {
    expect((await head.get(base())).text).toContain('Napisz plan');
    const member = await adviser.get(base());
    expect(member.status).toBe(200);
    expect(member.text).not.toContain('Napisz plan');
    expect((await stranger.get(base())).status).toBe(404);
    expect((await adviser.get(`${base()}/new`)).status).toBe(404);
  });

  test('whoever coordinates writes it; what lacks is said', async () => {
    const wrong = await head.post(`${base()}/new`, {
      title: 'Plan 2026',
      from: '31.12.2026',
      to: '1.01.2026',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Plan 2026');
    const at = await sent(head, `${base()}/new`, { title: 'Plan 2026', from: '1.01.2026', to: '31.12.2026' });
    planId = at.split('/').at(-1) ?? '';
    expect((await head.get(at)).text).toContain('Plan nie ma jeszcze celu.');
    await sent(head, one('/goals/new'), {
      title: 'Szybsza droga do wsparcia',
      from: '1.01.2026',
      to: '31.12.2026',
    });
    const goal = await idOf('plan_goal');
    expect((await head.get(one('/adopt'))).text).toContain('Jest cel bez wskaźnika.');
    const indicator = {
      goal,
      definition: 'Dni od skierowania do odpowiedzi.',
      direction: 'down',
      target: '5',
    };
    await sent(head, one('/indicators/new'), {
      ...indicator,
      name: 'Czas odpowiedzi',
      unit: 'dni',
      baseline: '9,5',
      baselineOn: '1.01.2026',
    });
    await sent(head, one('/indicators/new'), {
      ...indicator,
      name: 'Skierowania',
      computed: 'referrals',
      direction: 'up',
      target: '20',
    });
    const task = { goal, title: 'Wspólne szkolenie', from: '1.02.2026', to: '1.03.2026' };
    expect((await head.post(one('/tasks/new'), { ...task, owner: newId() })).status).toBe(422);
    await sent(head, one('/tasks/new'), { ...task, owner: `${w.pup.id}:${w.adviser.subjectId}` });
    const shown = await head.get(one());
    for (const words of [
      'Czas odpowiedzi',
      '9,5',
      'Wspólne szkolenie',
      'po terminie',
      '<svg',
      'Zrobiono 0 zadań z 1',
    ])
      expect(shown.text).toContain(words);
    expect(
      (await adviser.post(one('/goals/new'), { title: 'Obcy', from: '1.01.2026', to: '2.01.2026' })).status,
    ).toBe(404);
  });

  test('a cost is shared up to its amount and not planned twice', async () => {
    const over = await head.post(
      one('/costs/new'),
      cost({ source1: 'gmina', payer1: w.ops.id, part1: '400,01' }),
    );
    expect(over.status).toBe(422);
    expect(over.text).toContain('nie może być opłacony dwa razy');
    expect(over.text).toContain('400,01');
    await sent(
      head,
      one('/costs/new'),
      cost({ source1: 'gmina', payer1: w.ops.id, part1: '400', document: 'UM 7/2026' }),
    );
    expect((await head.post(one('/costs/new'), cost())).text).toContain('już jest w planie');
    const again = await head.post(one('/costs/new'), cost({ title: 'Sala inaczej', document: 'um7/2026' }));
    expect(again.status).toBe(422);
    expect(again.text).toContain('Nie można sfinansować go drugi raz');
    await sent(head, one('/costs/new'), cost({ title: 'Materiały', part0: '250,50' }));
    const csv = await adviser.get(one('/budget.csv'));
    expect(csv.text).toContain('Wynajem sali;;UM 7/2026;1000;Fundusz Pracy;');
    expect(csv.text).toContain('Materiały;;;1000;bez źródła;;749,5');
    expect((await head.get(one('/budget'))).text).toMatch(/2\s000,00\szł/u);
    const first = String(
      (await rows(`select id from partnerships.plan_cost where title = 'Materiały'`))[0]?.id,
    );
    await sent(head, one(`/costs/${first}`), cost({ title: 'Materiały', part0: '1000' }));
  });

  test('adopted by decision it does not change; its tasks are told by their owner', async () => {
    expect((await head.post(one('/adopt'), { on: '5.03.2026', decision: 'jutro' })).status).toBe(422);
    await sent(head, one('/adopt'), { on: '2.03.2026', decision: 'uchwała nr 4 spotkania' });
    expect((await adviser.get(one())).text).toContain('uchwała nr 4 spotkania');
    expect((await head.get(one('/goals/new'))).status).toBe(404);
    expect((await head.post(one('/costs/new'), cost({ title: 'Po fakcie' }))).status).toBe(404);
    const task = await idOf('plan_task');
    const due = await app.ctxAs(w.adviser, (ctx) => duePlanWork(ctx), {
      now: new Date('2026-03-04T09:00:00Z'),
    });
    expect(due).toMatchObject([{ href: one(`/tasks/${task}`), until: '2026-03-01', late: true }]);
    expect((await adviser.post(one(`/tasks/${task}`), { state: 'done' })).status).toBe(422);
    await sent(adviser, one(`/tasks/${task}`), {
      state: 'done',
      doneOn: '1.03.2026',
      doneNote: 'Przeszkolono 12 osób.',
    });
    expect((await adviser.get(one())).text).toContain('Przeszkolono 12 osób.');
    expect((await stranger.get(one())).status).toBe(404);
  });

  test('members measure; a wrong value is withdrawn and stays to be seen', async () => {
    const id = String(
      (
        await rows(
          `select id from partnerships.plan_indicator where name = 'Czas odpowiedzi' and plan_id = $1`,
          [planId],
        )
      )[0]?.id,
    );
    const at = one(`/indicators/${id}`);
    expect((await adviser.post(at, { value: '4', on: '5.03.2026', source: 'rejestr' })).status).toBe(422);
    await sent(adviser, at, { value: '40', on: '3.03.2026', source: 'rejestr' });
    const wrong = String(
      (await rows('select id from partnerships.plan_measurement where plan_id = $1', [planId]))[0]?.id,
    );
    await sent(adviser, one(`/measurements/${wrong}/withdraw`), {});
    await sent(adviser, at, { value: '4,5', on: '4.03.2026', source: 'rejestr skierowań' });
    const shown = await adviser.get(at);
    for (const words of ['wycofany', '4,5', 'rejestr skierowań']) expect(shown.text).toContain(words);
    expect((await adviser.get(one())).text).toContain('osiągnięty');
  });

  test('a computed figure comes from cases, never of fewer than five', async () => {
    const refer = (n: number) =>
      asAdmin(app.adminUrl, async (run) => {
        for (let i = 0; i < n; i += 1) {
          const c = await makeCaseIn(app.adminUrl, w, 'intake');
          await run(
            `insert into cases.referral (id, case_id, partnership_id, kind, sender_institution_id, sender_worker_id, recipient_institution_id, state, packet, packet_hash, sent_at, due_on)
             values ($1, $2, $3, 'opening', $4, $5, $6, 'sent', '{}', 'x', '2026-02-10', '2026-02-17')`,
            [newId(), c.id, w.partnershipId, w.ops.id, w.socialWorker.subjectId, w.pup.id],
          );
        }
      });
    await refer(4);
    const few = await adviser.get(one());
    expect(few.text).toContain('mniej niż 5 osób');
    await refer(3);
    const id = String(
      (
        await rows(
          `select id from partnerships.plan_indicator where computed = 'referrals' and plan_id = $1`,
          [planId],
        )
      )[0]?.id,
    );
    const shown = await adviser.get(one(`/indicators/${id}`));
    expect(shown.text).toMatch(/7, stan na 04\.03\.2026/);
    expect(
      (await adviser.post(one(`/indicators/${id}`), { value: '99', on: '3.03.2026', source: 'x' })).status,
    ).toBe(404);
  });

  test('PDF, the next version and the next year', async () => {
    const pdf = await adviser.get(one('/plan.pdf'));
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const next = await sent(head, one('/amend'), {});
    expect((await head.get(next)).text).toContain('Przeszkolono 12 osób.');
    // The same line may keep its document; a cost of another period may not.
    const year = await sent(head, `${base()}/new`, {
      title: 'Plan 2027',
      from: '1.01.2027',
      to: '31.12.2027',
      copy: planId,
    });
    const copied = await head.get(year);
    expect(copied.text).toContain('01.03.2027');
    expect(copied.text).not.toContain('Przeszkolono 12 osób.');
    expect(copied.text).toContain('4,5');
    const old = planId;
    planId = next.split('/').at(-1) ?? '';
    await sent(head, one('/adopt'), { on: '4.03.2026', decision: 'uchwała nr 5' });
    expect(await rows('select state from partnerships.action_plan where id = $1', [old])).toEqual([
      { state: 'superseded' },
    ]);
    await sent(head, one('/close'), { assessment: 'Szkolenie skróciło drogę.' });
    expect((await adviser.get(one())).text).toContain('Szkolenie skróciło drogę.');
    expect(
      await rows(
        `select value::int as value from partnerships.plan_measurement m join partnerships.plan_indicator i on i.id = m.indicator_id where i.computed = 'referrals' and m.plan_id = $1`,
        [planId],
      ),
    ).toEqual([{ value: 7 }]);
  });
});

describe('the rule of the budget in the database alone', () => {
  const plan = newId();
  const act = (query: ReturnType<typeof sql>, actor = w.opsHead) =>
    app
      .ctxAs(actor, (ctx) => ctx.tx.run(query))
      .catch((e: { constraint?: string; code?: string }) => e.constraint ?? e.code ?? '');
  beforeAll(async () => {
    await act(sql`insert into partnerships.action_plan (id, partnership_id, line_id, version, title, starts_on, ends_on, created_by, created_at)
      values (${plan}, ${w.partnershipId}, ${newId()}, 1, 'p', '2028-01-01', '2028-12-31', ${w.opsHead.subjectId}, kernel.instant())`);
  });
  const addCost = async (amount: number) => {
    const id = newId();
    expect(
      await act(
        sql`insert into partnerships.plan_cost (id, plan_id, partnership_id, title, amount) values (${id}, ${plan}, ${w.partnershipId}, ${id}, ${amount})`,
      ),
    ).toBe(1);
    return id;
  };
  const CODES = ['gmina', 'county', 'state', 'labour_fund', 'pfron', 'esf_plus'];
  const addShare = (costId: string, n: number, amount: number) =>
    act(sql`insert into partnerships.plan_cost_share (id, cost_id, plan_id, partnership_id, source_code, institution_id, amount)
      values (${newId()}, ${costId}, ${plan}, ${w.partnershipId}, ${CODES[n] ?? ''}, ${w.ops.id}, ${amount})`);

  test('property: shares are taken while they fit into the cost, and never after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 }),
        async (amount, parts) => {
          const id = await addCost(amount);
          let sum = 0;
          for (const [n, part] of parts.entries()) {
            const fits = sum + part <= amount;
            expect(await addShare(id, n, part)).toBe(fits ? 1 : 'plan_cost_paid_once');
            if (fits) sum += part;
          }
          expect(
            sharesProblem(
              amount,
              parts.map((part, n) => ({ source: String(n), institutionId: 'x', amount: part })),
            ) === 'over',
          ).toBe(parts.reduce((a, b) => a + b, 0) > amount);
          expect((await rows('select financed from partnerships.plan_cost where id = $1', [id]))[0]).toEqual({
            financed: sum,
          });
          // Made smaller than what is already paid, it is refused as well.
          if (sum > 1)
            expect(
              await act(sql`update partnerships.plan_cost set amount = ${sum - 1} where id = ${id}`),
            ).toBe('plan_cost_paid_once');
        },
      ),
      { numRuns: 15 },
    );
  });

  test('two shares written at once do not both fit; nobody writes the sum by hand', async () => {
    const id = await addCost(1000);
    const both = await Promise.all([addShare(id, 0, 600), addShare(id, 1, 600)]);
    expect(both.map(String).sort()).toEqual(['1', 'plan_cost_paid_once']);
    expect(await act(sql`update partnerships.plan_cost set financed = 0 where id = ${id}`)).toBe('42501');
    expect(await addShare(id, 0, 100)).toBe('plan_cost_share_once');
  });

  test('a member who does not coordinate writes no cost, a stranger sees none', async () => {
    const id = await addCost(10);
    expect(await act(sql`update partnerships.plan_cost set amount = 5 where id = ${id}`, pupHead)).toBe(0);
    expect(
      await app.ctxAs(pupHead, (ctx) =>
        ctx.tx.many(sql`select id from partnerships.plan_cost where id = ${id}`),
      ),
    ).toHaveLength(1);
    const other = (await makeWorld(app.adminUrl)).opsHead;
    expect(await app.ctxAs(other, (ctx) => ctx.tx.many(sql`select id from partnerships.plan_cost`))).toEqual(
      [],
    );
    expect(
      await app.ctxAs(other, (ctx) =>
        ctx.tx.many(
          sql`select code from cases.api_figures(${w.partnershipId}::uuid, '2026-01-01', '2026-12-31')`,
        ),
      ),
    ).toEqual([]);
  });
});

describe('small rules', () => {
  test('a target is reached from the side it is approached', () => {
    expect(reached({ direction: 'down', target: 5 }, 5)).toBe(true);
    expect(reached({ direction: 'down', target: 5 }, 5.1)).toBe(false);
    expect(reached({ direction: 'up', target: 5 }, 4)).toBe(false);
    expect(reached({ direction: 'up', target: 5 }, null)).toBeNull();
  });
  test('the plan of today comes first, a draft only when there is nothing else', () => {
    const p = (state: 'draft' | 'adopted', startsOn: string, endsOn: string) => ({ state, startsOn, endsOn });
    const [next, now, draft] = [
      p('adopted', '2027-01-01', '2027-12-31'),
      p('adopted', '2026-01-01', '2026-12-31'),
      p('draft', '2028-01-01', '2028-12-31'),
    ];
    expect(planOfToday([draft, next, now], '2026-06-01')).toBe(now);
    expect(planOfToday([draft], '2026-06-01')).toBe(draft);
    expect(planOfToday([], '2026-06-01')).toBeNull();
  });
  test('what nobody pays is the rest', () => {
    const { total, open } = budgetOf([
      {
        id: '',
        taskId: null,
        title: '',
        document: '',
        amount: 100,
        financed: 60,
        rowVersion: 1,
        shares: [{ source: 'gmina', institutionId: 'x', institution: '', amount: 60 }],
      },
    ]);
    expect([total, open]).toEqual([100, 40]);
  });
});
