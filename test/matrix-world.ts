import { moduleRoutes } from '#app';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Route } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { TOKEN_SCOPES } from '#modules/organisations/tokens/api.ts';
import { PERMISSIONS } from '../src/modules/organisations/policy.ts';
import { serveRoutes } from '../src/web.ts';
import { ORIGIN } from './app.ts';
import { type DemoApp, demoApp } from './demo.ts';
import { ALL_CLASSES, asAdmin } from './factories.ts';

/** Ids by what they are of; in addresses they are filled in by the names of parameters. */
export type Ids = Readonly<Record<string, string>>;

export interface Matrix {
  readonly app: DemoApp;
  readonly routes: readonly Route[];
  readonly actors: Readonly<Record<'anonymous' | 'admin' | 'foreign' | 'insider' | 'participant', Actor>>;
  /** Ids of one case under way and of what hangs on it. */
  readonly real: Ids;
  call(actor: Actor, method: string, path: string, body?: unknown): Promise<Answer>;
}
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/**
 * Every route of the application before the real dispatcher and database, with any actor that a test makes up.
 * `open` may put another database before the routes, for example one that keeps nothing.
 */
export async function matrixWorld(open: (app: DemoApp) => Database = (app) => app.db): Promise<Matrix> {
  const app = await demoApp(56);
  const routes = moduleRoutes(app.parts);
  const acting = new Map<string, Actor>();
  const parts = { ...app.parts, db: open(app) };
  const { fetch } = serveRoutes(
    parts,
    routes,
    async (c) => acting.get(c.req.header('x-actor') ?? '') ?? PUBLIC_ACTOR,
  );

  const real = await realIds(app);
  return {
    app,
    routes,
    real,
    actors: await actorsFor(app, real),
    call: async (actor, method, path, body) => {
      acting.set(actor.subjectId, actor);
      const json = path.startsWith('/api/');
      const response = await fetch(
        new Request(ORIGIN + path, {
          method,
          headers: {
            'x-actor': actor.subjectId,
            origin: ORIGIN,
            ...(json && method !== 'GET' && { 'content-type': 'application/json' }),
          },
          ...(method !== 'GET' && {
            body: json
              ? JSON.stringify(body ?? {})
              : body instanceof URLSearchParams
                ? body
                : new URLSearchParams(),
          }),
        }),
      );
      return {
        status: response.status,
        text: await response.text(),
        location: response.headers.get('location'),
      };
    },
  };
}

/** The demonstration holds all of it; an id of nothing would make the tests prove nothing. */
function required(id: unknown): string {
  if (typeof id !== 'string') throw new Error('the demonstration lacks a case to try');
  return id;
}

/** A case of the OPS in Limanowa that is carried out with an NGO, and one id of everything that hangs on it. */
async function realIds(app: DemoApp): Promise<Ids> {
  return asAdmin(app.adminUrl, async (run) => {
    const one = async (text: string, values: readonly unknown[] = []): Promise<string> =>
      required((await run(text, values))[0]?.id);
    const caseId = await one(
      `select c.id from cases.shared_case c join organisations.api_worker w on w.id = c.coordinator_id
       where c.state = 'active' and w.email = 'anna@splot.example'
         and exists (select from cases.consent k where k.case_id = c.id)
         and exists (select from cases.attendance a where a.case_id = c.id)
       order by c.id limit 1`,
    );
    const of = (table: string, column = 'id') =>
      one(`select ${column} as id from cases.${table} where case_id = $1 order by 1 limit 1`, [caseId]);
    const about = (what: string) =>
      one(`select ${what} as id from cases.shared_case where id = $1`, [caseId]);
    return {
      case: caseId,
      person: await about('person_id'),
      partnership: await about('partnership_id'),
      institution: await about('lead_institution_id'),
      worker: await about('coordinator_id'),
      referral: await of('referral'),
      consent: await of('consent'),
      plan: await of('plan'),
      goal: await of('goal'),
      item: await of('plan_item'),
      lineage: await of('plan_item', 'lineage_id'),
      session: await of('attendance', 'session_id'),
      meeting: await one(
        `select m.id from partnerships.meeting m join partnerships.body b on b.id = m.body_id
         where b.partnership_id = (select partnership_id from cases.shared_case where id = $1) and m.state = 'held' order by m.starts_at limit 1`,
        [caseId],
      ),
      partnerGroup: await one(`select id from partnerships.body where kind = 'group' limit 1`),
      authorisation: await one(
        'select id from organisations.authorisation where worker_id = (select coordinator_id from cases.shared_case where id = $1)',
        [caseId],
      ),
      function: await one(
        'select id from organisations.worker_function where worker_id = (select coordinator_id from cases.shared_case where id = $1) limit 1',
        [caseId],
      ),
    };
  });
}

async function actorsFor(app: DemoApp, real: Ids): Promise<Matrix['actors']> {
  const worker = async (email: string): Promise<Actor> => {
    const account = await app.auth.accountByEmail(email);
    const [actor] = await app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, account?.id ?? ''), {
      now: app.parts.clock(),
    });
    if (!actor) throw new Error(`no worker ${email}`);
    // With every scope of the JSON interface, so that its routes are tried and not only its scopes.
    return { ...actor, permissions: new Set([...actor.permissions, ...TOKEN_SCOPES]) };
  };
  const mighty = (actor: Actor): Actor => ({
    ...actor,
    permissions: new Set([...actor.permissions, ...PERMISSIONS]),
    scope: ALL_CLASSES,
    wide: true,
  });
  const anna = await worker('anna@splot.example');
  return {
    anonymous: PUBLIC_ACTOR,
    admin: await worker('admin@splot.example'),
    // Every permission there is, over every case of an institution that has no part in this one.
    foreign: mighty(await worker('kis@splot.example')),
    insider: mighty(anna),
    participant: {
      ...PUBLIC_ACTOR,
      kind: 'participant',
      accountId: newId(),
      subjectId: real.person ?? '',
      permissions: new Set(['public', 'signed-in', 'participant.window']),
      choices: 1,
    },
  };
}

/** What an id in an address is of, by the beginning of the address and the name of the parameter. */
const MEANING: readonly (readonly [RegExp, string, string])[] = [
  [/^(\/api\/v1)?\/cases\//, 'id', 'case'],
  [/^(\/api\/v1)?\/referrals\//, 'id', 'referral'],
  [/^\/sessions\/groups\//, 'id', 'group'],
  [/^(\/api\/v1)?\/sessions\//, 'id', 'session'],
  [/^\/institution\/workers\//, 'id', 'worker'],
  [/^\/institution\/authorisations\//, 'id', 'authorisation'],
  [/^(\/api\/v1)?\/partnerships\//, 'id', 'partnership'],
  [/^\/partner-groups\//, 'id', 'partnerGroup'],
  [/^\/(api\/v1\/organisations|institutions)\//, 'id', 'institution'],
  [/^\/my\/consents\//, 'id', 'consent'],
  [/^\/my\/documents\/consent\//, 'id', 'consent'],
  [/^\/my\/dates\//, 'id', 'session'],
  [/documents\/consent(-form)?\//, 'partId', 'consent'],
  [/documents\/plan\//, 'partId', 'plan'],
];
const FIXED: Readonly<Record<string, string>> = {
  number: '1',
  version: '1',
  year: '2026',
  chapter: '1',
  requirement: '2.3',
  stage: 'F0',
  form: 'goal',
  to: 'negotiation',
  code: '1207',
  name: 'need',
  token: 'x'.repeat(43),
};

/** The address with its parameters filled in: by the ids given, by a fixed word, or by an id of nothing. */
export const filled = (path: string, ids: Ids): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const meaning = MEANING.find(([at, param]) => param === name && at.test(path))?.[2];
    return FIXED[name] ?? ids[meaning ?? name.replace(/Id$/, '')] ?? newId();
  });

/** Addresses under which nothing of anybody else's may be found: cases and what hangs on them, and the own institution. */
export const SECRET = /^(\/api\/v1)?\/(cases|referrals|sessions|institution|my)\/.*:/;
