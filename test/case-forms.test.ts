import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Ctx } from '#kernel/context.ts';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { Database, type Scope } from '#kernel/db/database.ts';
import { may } from '#kernel/http/dispatch.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { text as outcome } from '../src/modules/cases/outcome/text.pl.ts';
import { text as review } from '../src/modules/cases/review/text.pl.ts';
import { asAdmin } from './factories.ts';
import { filled, type Matrix, matrixWorld } from './matrix-world.ts';
import { formsOf } from './typing.ts';

/**
 * Every page of a case × every state × who works on it: whoever is shown a form may send it, and what to do next is the
 * one filled button. Forms are really sent, into a database that keeps nothing.
 */

class Undone {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}
/** Takes back whatever a request has done, after it has answered. */
class Forgetful extends Database {
  override async transaction<T>(scope: Scope, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    try {
      return await super.transaction(scope, async (ctx) => {
        throw new Undone(await work(ctx));
      });
    } catch (thrown) {
      if (thrown instanceof Undone) return thrown.value as T;
      throw thrown;
    }
  }
}

const WORKERS = ['anna', 'helena', 'tomasz', 'katarzyna', 'marcin'];
const DAY = '18.11.2026';
const REFUSALS = [...Object.values(review.pl.refusals), ...Object.values(outcome.pl.refusals)];

interface Seen {
  readonly who: string;
  readonly actor: Actor;
  readonly state: string;
  readonly path: string;
  readonly text: string;
}
let m: Matrix;
let forgetful: Database | undefined;
const pages: Seen[] = [];

/** One case of each state that the worker sees, with an id of each thing that hangs on it. */
async function casesOf(actor: Actor) {
  return asAdmin(m.app.adminUrl, (run) =>
    run(
      `select distinct on (c.state) c.id, c.state,
         (select id from cases.plan_item i where i.case_id = c.id limit 1) as item,
         (select lineage_id from cases.plan_item i where i.case_id = c.id limit 1) as lineage,
         (select id from cases.goal g where g.case_id = c.id limit 1) as goal,
         (select id from cases.consent k where k.case_id = c.id limit 1) as consent,
         (select institution_id from cases.participation p where p.case_id = c.id order by institution_id limit 1) as institution
       from cases.shared_case c
       where exists (select from cases.assignment a where a.case_id = c.id and (a.worker_id = $1 or (a.institution_id = $2 and $3)))
       order by c.state, c.id`,
      [actor.subjectId, actor.institutionId, actor.wide],
    ),
  );
}

beforeAll(async () => {
  m = await matrixWorld((app) => {
    forgetful = new Forgetful(app.url);
    return forgetful;
  });
  const routes = m.routes.filter((r) => r.kind === 'page' && r.path.startsWith('/cases/:id'));
  for (const who of WORKERS) {
    const account = await m.app.auth.accountByEmail(`${who}@splot.example`);
    const actors = await m.app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, account?.id ?? ''), {
      now: m.app.parts.clock(),
    });
    for (const actor of actors)
      for (const { id, state, ...ids } of await casesOf(actor))
        for (const route of routes) {
          if (!may(actor, route.permission)) continue;
          const path = filled(route.path, { ...(ids as Record<string, string>), case: String(id) });
          const { status, text } = await m.call(actor, 'GET', path);
          if (status >= 500) throw new Error(`${path} fails`);
          if (status === 200) pages.push({ who, actor, state: String(state), path, text });
        }
  }
}, 400_000);
afterAll(async () => {
  await forgetful?.close();
  await m.app.drop();
});

const label = (page: Seen) =>
  `${page.who}, ${page.state}: ${page.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`;

test('whoever is shown a form may send it', async () => {
  const found = new Set<string>();
  let sent = 0;
  for (const page of pages)
    for (const { action, body } of formsOf(page.text, DAY)) {
      if (!action.startsWith('/cases/')) continue;
      sent++;
      const { status, text } = await m.call(page.actor, 'POST', action, body);
      const refused = REFUSALS.find((sentence) => status === 422 && text.includes(sentence));
      if (![204, 303, 422].includes(status) || refused)
        found.add(`${label(page)} → ${action.split('/').slice(3).join('/')}: ${refused ?? status}`);
    }
  expect(sent).toBeGreaterThan(100);
  expect([...found].sort()).toEqual([]);
}, 400_000);

/** Where the next action is done there is none: the day has not come, or a head oversees who does not do it. */
const waitsForADay = ({ state, path, actor }: Seen) =>
  (state === 'agreed' && path.endsWith('/plan')) ||
  (state === 'follow_up' && path.endsWith('/follow-up')) ||
  (state === 'draft' && path.endsWith('/referral') && !actor.permissions.has('case.refer')) ||
  (state === 'intake' && path.endsWith('/basis') && !actor.permissions.has('case.coordinate'));

test('what to do next is the one filled button', () => {
  const found = new Set<string>();
  for (const page of pages) {
    const filledButtons = page.text.match(/data-variant="primary"/g)?.length ?? 0;
    const mine = /class="waits" data-tone="mine"/.test(page.text);
    if (filledButtons > 1) found.add(`${label(page)}: ${filledButtons} filled buttons`);
    if (mine && filledButtons === 0 && !waitsForADay(page)) found.add(`${label(page)}: none`);
  }
  expect([...found].sort()).toEqual([]);
});
