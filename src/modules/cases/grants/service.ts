import { all, DATA_CLASSES, type DataClass, type Decision, PURPOSES } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import type { SharedCase } from '../schema.ts';
import { grantAccess, mayWriteClass, team, today } from '../service.ts';
import { fits, mayRecordBasis, offered, writable } from './policy.ts';
import * as queries from './queries.ts';
import { asClasses, type GrantLine, type LegalBasis, type Partner } from './schema.ts';

/** The bases in force today, certain ones first. */
export async function legalBases(ctx: Ctx): Promise<LegalBasis[]> {
  const rows = await queries.findBases(ctx, today(ctx));
  return rows.map((row) => ({
    code: row.code,
    article: row.article,
    label: ctx.lang === 'en' ? row.en : row.pl,
    kind: row.kind,
    types: row.institution_types,
    classes: asClasses(row.classes),
    purposes: row.purposes,
    certain: row.certain,
  }));
}

/** The institutions that take part in the case, each with the ceiling of the agreement in force. */
export async function partnersOf(ctx: Ctx, c: SharedCase): Promise<Partner[]> {
  const ceilings = new Map(
    (await queries.findCeilings(ctx, c.partnershipId)).map((row) => [
      row.institution_type,
      asClasses(row.classes ?? []),
    ]),
  );
  const partners = new Map<string, Partner>();
  for (const row of await team(ctx, c.id)) {
    if (!row.institution_id || partners.has(row.institution_id)) continue;
    partners.set(row.institution_id, {
      institutionId: row.institution_id,
      name: row.institution_name ?? '',
      type: row.institution_type ?? '',
      role: row.participation ?? '',
      ceiling: ceilings.get(row.institution_type) ?? [],
    });
  }
  return [...partners.values()];
}

/** Whether the reader may record the clause, bases and consents; the forms and their sending ask alike. */
export async function basisDecision(ctx: Ctx, c: SharedCase): Promise<Decision> {
  const { institutionId } = ctx.actor;
  const leads =
    c.createdByInstitutionId === institutionId ||
    (await team(ctx, c.id)).some(
      (row) =>
        row.institution_id === institutionId &&
        (row.participation === 'lead' || row.participation === 'co_lead'),
    );
  return all(mayRecordBasis(ctx.actor, c, leads), await mayWriteClass(ctx, c.id, 'D1'));
}

/** Notes that stay in the institution which wrote them: nobody is asked for consent to them. */
const OWN_NOTES: readonly DataClass[] = ['D9', 'D10'];

export interface Recipient extends Partner {
  readonly basis: LegalBasis;
  /** What may be ticked for it: the basis under the ceiling of the agreement. */
  readonly classes: readonly DataClass[];
}

/** Who a consent may be given to: partners whose type may rest on consent. Public bodies do not (GDPR recital 43). */
export async function recipientsOf(ctx: Ctx, c: SharedCase): Promise<Recipient[]> {
  const bases = (await legalBases(ctx)).filter((b) => b.kind === 'consent');
  return (await partnersOf(ctx, c)).flatMap((partner) => {
    const basis = bases.find((b) => fits(b, partner.type));
    const classes = basis
      ? offered(basis.classes, partner.ceiling).filter((k) => !OWN_NOTES.includes(k))
      : [];
    return basis ? [{ ...partner, basis, classes }] : [];
  });
}

/** All grants of the case, ended ones too; none for whoever does not see the case. */
export async function grantsOf(ctx: Ctx, caseId: string): Promise<GrantLine[]> {
  const rows = await queries.findGrants(ctx, caseId);
  return rows.flatMap((row) => {
    const dataClass = DATA_CLASSES.find((c) => c === row.data_class);
    if (!row.id || !row.institution_id || !row.valid_from || !dataClass) return [];
    return {
      id: row.id,
      institutionId: row.institution_id,
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      dataClass,
      canWrite: row.can_write ?? false,
      basisCode: row.basis_code ?? '',
      article: row.article ?? '',
      consentId: row.consent_id,
      origin: row.origin ?? '',
      purposes: row.purposes ?? [],
      validFrom: row.valid_from,
      validTo: row.valid_to,
      endedReason: row.ended_reason,
    };
  });
}

/** The start counts, the end does not: what ends now is over. */
export const grantInForce = (g: GrantLine, now: Date): boolean =>
  g.validFrom <= now && (g.validTo === null || g.validTo > now);

/**
 * Opens the classes to a partner on a basis, writing where its type writes; leaves alone what such a grant opens
 * already. Returns the classes newly opened.
 */
export async function openClasses(
  ctx: Ctx,
  caseId: string,
  partner: Partner,
  basis: LegalBasis,
  classes: readonly DataClass[],
  how: { consentId?: string; validTo?: Date } = {},
): Promise<DataClass[]> {
  const writes = writable(partner.type, classes);
  const now = (await grantsOf(ctx, caseId)).filter(
    (g) => g.institutionId === partner.institutionId && grantInForce(g, ctx.now),
  );
  const open = (dataClass: DataClass): boolean =>
    !how.consentId &&
    now.some(
      (g) =>
        g.dataClass === dataClass &&
        g.consentId === null &&
        (g.origin === 'own' || g.basisCode === basis.code) &&
        g.validTo?.getTime() === how.validTo?.getTime() &&
        (g.canWrite || !writes.includes(dataClass)),
    );
  const missing = classes.filter((c) => !open(c));
  await grantAccess(ctx, {
    caseId,
    institutionId: partner.institutionId,
    classes: missing,
    writes,
    basisCode: basis.code,
    consentId: how.consentId,
    origin: how.consentId ? 'consent' : 'agreement',
    validTo: how.validTo,
    purposes: PURPOSES.filter((p) => basis.purposes.includes(p)),
  });
  return missing;
}

/** Ends the grants that stand in force and answer the question, at once; returns how many. */
export async function closeGrants(
  ctx: Ctx,
  caseId: string,
  reason: 'withdrawn' | 'narrowed',
  which: (g: GrantLine) => boolean,
): Promise<number> {
  const ids = (await grantsOf(ctx, caseId))
    .filter((g) => grantInForce(g, ctx.now) && which(g))
    .map((g) => g.id);
  return ids.length === 0 ? 0 : queries.endGrantList(ctx, caseId, ids, reason);
}
