import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#kernel/context.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

const shown = (seconds: number) => String(TEST_NOW.getTime() - seconds * 1000);
const judged = (form: { _shown: string; company: string }, least?: number) =>
  t.ctxAs(PUBLIC_ACTOR, async (ctx) => fromPerson(ctx, form, least));

test('a person takes a while; a program falls into the trap, or is asked once more', async () => {
  expect(await judged({ _shown: shown(3), company: '' })).toBe(true);
  expect(await judged({ _shown: shown(0), company: 'Best SEO' })).toBe(false);
  for (const _shown of [shown(2), shown(-60), '', '0x0', '-1', 'Infinity'])
    await expect(judged({ _shown, company: '' })).rejects.toMatchObject({
      fields: [{ field: '', message: 'too_quick' }],
    });
  await expect(judged({ _shown: shown(3), company: '' }, 4)).rejects.toMatchObject({ code: 'invalid' });
});

test('one place is the same all day, and another one tomorrow', async () => {
  const at = (address: string, now: string) =>
    t.ctxAs(PUBLIC_ACTOR, async (ctx) => sourceOfDay(ctx, address), { now: new Date(now) });
  const today = await at('10.1.2.3', '2026-03-05T08:00:00Z');
  expect(await at('10.1.2.3', '2026-03-05T20:00:00Z')).toBe(today);
  expect(await at('10.1.2.4', '2026-03-05T08:00:00Z')).not.toBe(today);
  // Midnight of Warsaw.
  expect(await at('10.1.2.3', '2026-03-05T23:30:00Z')).not.toBe(today);
  expect(today).not.toContain('10.1.2.3');
});
