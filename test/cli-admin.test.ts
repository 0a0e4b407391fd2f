import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, testApp } from '#test/app.ts';
import { appointAdmin } from '../src/cli/admin.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.drop());

const run = async (...args: string[]) => {
  const [out, err] = (['log', 'error'] as const).map((to) => vi.spyOn(console, to).mockReturnValue());
  const base = { adminUrl: t.adminUrl, appUrl: t.url, stop: async () => {} };
  const code = await appointAdmin(t.parts, base, args);
  const said = { code, out: out?.mock.calls.join(), err: err?.mock.calls.join() };
  vi.restoreAllMocks();
  return said;
};

test('the way into an empty installation: an invitation that makes the administrator of the system', async () => {
  const who = ['admin@example.org', '--name', 'Adam Węzeł', '--institution', 'Starostwo Próbne'];
  expect(await run('admin@example.org')).toMatchObject({ code: 2, out: '' });
  expect(await run(...who)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--type') });
  const { code, out } = await run(...who, '--type', 'PCPR');
  expect(code).toBe(0);
  const path = new URL(out ?? '').pathname;
  expect((await t.visitor.get(path)).text).toContain('admin@example.org');
  expect((await t.visitor.post(path, { password: 'bardzo dlugie haslo 77' })).status).toBe(303);
  const account = await t.auth.accountByEmail('admin@example.org');
  const admin = await t.as(account?.id ?? '');
  expect((await admin.get('/institutions')).text).toContain('Starostwo Próbne');
  expect((await admin.get('/cases')).status).toBe(404);
  expect(await run(...who)).toMatchObject({ code: 1, err: expect.stringContaining('already') });
});
