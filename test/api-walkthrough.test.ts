import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { createToken } from '../src/cli/token.ts';
import { tokenOf } from './api.ts';
import { DEMO_NOW, type DemoApp, demoApp, serveApp } from './demo.ts';

/** `docs/api-walkthrough.md`, run as it stands: every block marked `sh`, in order, against a served system. */
const DOCUMENT = readFileSync(new URL('../docs/api-walkthrough.md', import.meta.url), 'utf8');
const SCRIPT = [...DOCUMENT.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('\n');

const missing = ['bash', 'curl'].find((tool) => spawnSync(tool, ['--version']).error !== undefined);

let app: DemoApp;
let served: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  app = await demoApp(0);
  served = await serveApp(app);
}, 120_000);
afterAll(async () => {
  await served.close();
  await app.drop();
});

async function tokenFor(email: string): Promise<string> {
  const account = await app.auth.accountByEmail(email);
  const [actor] = await app.ctxAs(PUBLIC_ACTOR, (ctx) => actorsOf(ctx, account?.id ?? ''), { now: DEMO_NOW });
  if (!actor) throw new Error(`no worker ${email}`);
  return tokenOf(app, actor);
}

const run = (script: string, env: Record<string, string>): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(
      'bash',
      ['-c', script],
      { env: { ...process.env, ...env }, maxBuffer: 1 << 24 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${out}\n${err}` }),
    );
  });

test.skipIf(missing !== undefined)(
  `the walkthrough brings a case to its follow-up${missing ? `: skipped, this machine has no ${missing}` : ''}`,
  async () => {
    expect(SCRIPT.match(/\bcall "|\bcurl /g)?.length).toBeGreaterThan(40);
    const tokens = {
      OPS_TOKEN: await tokenFor('anna@splot.example'),
      PUP_TOKEN: await tokenFor('tomasz@splot.example'),
      NGO_TOKEN: await tokenFor('katarzyna@splot.example'),
    };
    const { code, output } = await run(`${SCRIPT}\necho; echo "case=$CASE"`, {
      ...tokens,
      BASE: served.url,
      TODAY: warsawDate(DEMO_NOW),
    });
    expect(code, output.slice(-4_000)).toBe(0);
    const id = /^case=(\S+)$/m.exec(output)?.[1] ?? '';
    const get = async (path: string) =>
      (
        await fetch(`${served.url}/api/v1/cases/${id}${path}`, {
          headers: { authorization: `Bearer ${tokens.OPS_TOKEN}` },
        })
      ).json() as Promise<Record<string, unknown>>;
    expect(await get('')).toMatchObject({ state: 'follow_up' });
    expect(await get('/follow-ups')).toContainEqual(
      expect.objectContaining({ stage: 'F0', doneOn: '2026-11-18', result: 'reached' }),
    );
  },
  120_000,
);

test('a token is made on the command line, and refused in words', async () => {
  const said: string[] = [];
  const [log, error] = [console.log, console.error];
  console.log = (line: string) => void said.push(line);
  console.error = (line: string) => void said.push(line);
  try {
    expect(
      await createToken(app.parts, [
        'create',
        'anna@splot.example',
        '--scopes',
        'api:cases.read',
        '--name',
        'x',
      ]),
    ).toBe(0);
    expect(said[0]).toMatch(/^splot_[\w-]{43}$/);
    expect(
      await createToken(app.parts, ['create', 'anna@splot.example', '--scopes', 'all', '--name', 'x']),
    ).toBe(1);
    expect(await createToken(app.parts, ['create', 'nobody@splot.example', '--scopes', 'all'])).toBe(1);
    expect(await createToken(app.parts, ['create', 'anna@splot.example', '--scopes', 'everything'])).toBe(1);
    expect(await createToken(app.parts, ['create', 'anna@splot.example'])).toBe(2);
    expect(await createToken(app.parts, ['--nonsense'])).toBe(2);
  } finally {
    console.log = log;
    console.error = error;
  }
});
