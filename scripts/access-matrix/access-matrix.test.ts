import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moduleRoutes } from '../../src/app.ts';
import { testApp } from '../../test/app.ts';
import { accessMatrix } from './document.ts';
import { inWords } from './words.ts';

test('the committed access matrix is what the code and the database say', async () => {
  const app = await testApp();
  const made = await accessMatrix(moduleRoutes(app.parts), app.adminUrl);
  await app.drop();
  const committed = readFileSync(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8');
  expect(made === committed, 'out of date; run: node --import tsx scripts/access-matrix.ts').toBe(true);
}, 60_000);

test('a policy is said in words', () => {
  const grant = `(EXISTS ( SELECT FROM cases.access_grant g WHERE ((g.institution_id = kernel.institution()) AND (g.case_id = plan.case_id)
    AND (g.data_class = 'D5'::text) AND (kernel.purpose() = ANY (g.purposes)) AND g.can_write)))`;
  expect(inWords(`(${grant} AND (kernel.scope() @> ARRAY['D5'::text]))`, 'plan')).toBe(
    'a grant in force to write D5 for this purpose and authorised for D5',
  );
  expect(inWords('((institution_id = kernel.institution()) OR (worker_id = kernel.worker()))', 'x')).toBe(
    '(of the own institution or the worker’s own)',
  );
  expect(inWords('(NOT true)', 'x')).toBe('not every row');
  expect(inWords('(something(else) > 3)', 'x')).toBe('`something(else) > 3`');
});
