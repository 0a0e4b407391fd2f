import { jsx } from 'hono/jsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { moduleRoutes } from '#app';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, stale } from '#kernel/errors.ts';
import { form, type Route } from '#kernel/http/routes.ts';
import type { Browser } from './app.ts';
import { moduleApp, type TestApp } from './app.ts';
import { makeAccount, makeWorld } from './factories.ts';

/** A form that is shown again is a personal page like any other: it leaves with its access record, or not at all. */
const PERSONAL = { permission: 'case.read', personal: true, body: z.object({}) } as const;
const view = jsx('p', {}, 'Jan Testowy');
const seen = async (ctx: Ctx) => {
  await record(ctx, { action: 'view', objectType: 'test' });
  return view;
};
const unseen = async () => view;
const wrong = async () => {
  throw invalid({ field: 'name', message: 'required' });
};
const slower = async () => {
  throw stale({ name: 'Jan' });
};
const routes: readonly Route[] = [
  form('/seen/invalid', PERSONAL, wrong, seen),
  form('/seen/stale', PERSONAL, slower, seen),
  form('/unseen/invalid', PERSONAL, wrong, unseen),
  form('/unseen/stale', PERSONAL, slower, unseen),
];

let app: TestApp;
let worker: Browser;
beforeAll(async () => {
  app = await moduleApp(() => routes);
  const world = await makeWorld(app.adminUrl);
  worker = await app.as(await makeAccount(app, world.socialWorker));
});
afterAll(() => app.drop());

test.each([
  ['/seen/invalid', 422, true],
  ['/seen/stale', 409, true],
  ['/unseen/invalid', 500, false],
  ['/unseen/stale', 500, false],
] as const)('%s answers %i', async (path, status, shown) => {
  const answer = await worker.post(path);
  expect([answer.status, answer.text.includes('Jan Testowy')]).toEqual([status, shown]);
});

test('every form of a personal page, and every form of a case, is held to it', () => {
  const all = moduleRoutes(app.parts);
  const pages = new Set(all.filter((r) => r.kind === 'page' && r.personal).map((r) => r.path));
  const loose = all.filter(
    (r) => r.kind === 'form' && r.again && !r.personal && (pages.has(r.path) || r.path.startsWith('/cases/')),
  );
  expect(loose.map((r) => r.path)).toEqual([]);
});
