import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { basisOf, clauseVersions } from '../../basis/api.ts';
import {
  consentOf,
  consentsOf,
  consentTexts,
  narrowConsent,
  recipientsOf,
  recordConsents,
  statementDay,
  withdrawConsent,
} from '../../consents/api.ts';
import { loadCase, recordView } from '../../service.ts';
import type { basis, consent, consentBody } from './schema.ts';

const versionsOf = (rows: readonly { version: string; lang: string }[]) => [
  ...new Map(rows.map((r) => [`${r.version}|${r.lang}`, { version: r.version, lang: r.lang }])).values(),
];

/** What the access of each partner rests on, what may be recorded, and what is missing before diagnosis. */
export async function basisFor(ctx: Ctx, caseId: string): Promise<z.input<typeof basis>> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'basis', ['D1']);
  const overview = await basisOf(ctx, c);
  return {
    clauses: [...overview.clauses],
    clauseVersions: versionsOf(await clauseVersions(ctx)),
    consentTexts: versionsOf(await consentTexts(ctx)),
    partners: overview.partners.map((p) => ({
      ...p,
      bases: p.bases.map((b) => ({ ...b, basis: b.basisCode, classes: [...b.classes] })),
      choices: p.choices.map((b) => ({ ...b, basis: b.code, classes: [...b.offered] })),
    })),
    consentRecipients: (await recipientsOf(ctx, c)).map((r) => ({ ...r, classes: [...r.classes] })),
    missing: overview.missing.map((m) => ({
      what: m.what,
      institutionId: m.what === 'basis' ? m.institutionId : null,
    })),
  };
}

export async function consentsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof consent>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'consent', ['D1']);
  return (await consentsOf(ctx, c.id)).map((k) => ({
    ...k,
    institution: k.institutionName,
    classes: [...k.classes],
    withdrawnAt: k.withdrawnAt?.toISOString() ?? null,
  }));
}

/** One consent for each institution; gives their ids. */
export const recordAll = (ctx: Ctx, caseId: string, body: z.output<typeof consentBody>): Promise<string[]> =>
  recordConsents(ctx, caseId, {
    text: `${body.textVersion}|${body.lang}`,
    given_on: body.givenOn,
    way: body.way,
    valid_to: body.validTo,
    note: body.note,
    ...Object.fromEntries(body.shares.map((s) => [`share_${s.institutionId}`, s.classes])),
  });

/** On the statement of the person; the consent must belong to the case of the address. */
export async function withdraw(ctx: Ctx, caseId: string, consentId: string, saidOn: string): Promise<void> {
  await consentOf(ctx, caseId, consentId);
  await withdrawConsent(ctx, consentId, 'worker', statementDay(ctx, saidOn));
}

export async function narrow(
  ctx: Ctx,
  caseId: string,
  consentId: string,
  classes: Parameters<typeof narrowConsent>[2],
): Promise<void> {
  await consentOf(ctx, caseId, consentId);
  await narrowConsent(ctx, consentId, classes);
}
