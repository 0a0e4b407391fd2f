import { expect } from 'vitest';
import type { Browser } from './app.ts';
import { asAdmin } from './factories.ts';

/** Steps to an agreement through the pages, as its coordinator takes them. */

export const SCOPE = {
  'ceiling_OPS[]': ['D1', 'D3'],
  'ceiling_PUP[]': ['D1', 'D4'],
  'ceiling_NGO[]': ['D1'],
} as const;

export const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The clauses of a version by their codes: where each of them is. */
export async function clausesIn(
  adminUrl: string,
  path: string,
  version: number,
): Promise<Record<string, { id: string; body: string; text: string | null }>> {
  const rows = await asAdmin(adminUrl, (run) =>
    run(
      `select c.id, coalesce(c.clause_code, c.title) as code, c.body, c.final_text as text from partnerships.agreement_clause c
       join partnerships.agreement a on a.id = c.agreement_id
       where a.partnership_id = $1 and a.version = $2 and not c.left_out`,
      [idOf(path), version],
    ),
  );
  return Object.fromEntries(
    rows.map((row) => [
      String(row.code),
      { id: String(row.id), body: String(row.body), text: row.text === null ? null : String(row.text) },
    ]),
  );
}

/** An institution accepts its invitation. */
export async function join(
  coordinator: Browser,
  invited: Browser,
  path: string,
  institution: string,
): Promise<void> {
  expect((await coordinator.post(`${path}/invitations`, { institution })).status).toBe(303);
  expect((await invited.post(`${path}/invitation`, { answer: 'accepted' })).status).toBe(303);
}

/** A draft with everything the act demands and nothing left empty; gives its number. */
export async function writeDraft(
  adminUrl: string,
  browser: Browser,
  path: string,
  given: { from?: string; to?: string; changeNote?: string; scope?: Record<string, readonly string[]> } = {},
): Promise<number> {
  const { scope = SCOPE, from = '1.3.2026', to = '', changeNote = '' } = given;
  const made = await browser.post(`${path}/agreements/new`, { from, to, changeNote });
  expect(made.status).toBe(303);
  const version = Number(made.location?.split('/').at(-2));
  const ticked = Object.fromEntries(Object.entries(scope).map(([name, classes]) => [name, [...classes]]));
  expect((await browser.post(`${path}/agreements/${version}/ceiling`, ticked)).status).toBe(303);
  const { annex_roles: roles } = await clausesIn(adminUrl, path, version);
  if (roles?.body.includes('[nazwa]'))
    expect(
      (
        await browser.post(`${path}/agreements/${version}/clauses/${roles.id}`, {
          title: 'Role stron',
          body: roles.body.replace('[nazwa]', 'Starostwo'),
        })
      ).status,
    ).toBe(303);
  return version;
}
