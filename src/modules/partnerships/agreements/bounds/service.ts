import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { type FormValues, typedList } from '#kernel/forms/forms.ts';
import { typeWords } from '#modules/organisations/api.ts';
import { CEILING_CLASSES } from '../../schema.ts';
import { membersOf, note } from '../../service.ts';
import type { ChosenClause } from '../clauses/schema.ts';
import { permitsOf } from '../clauses/service.ts';
import { dropCeiling, insertCeiling } from '../queries.ts';
import type { AgreementView } from '../schema.ts';
import { holdDraft } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { Bound } from './schema.ts';

/** The types the ceiling is written for: those of the members, and those it holds already. */
export async function ceilingTypes(ctx: Ctx, agreement: AgreementView): Promise<string[]> {
  const members = (await membersOf(ctx, agreement.partnershipId)).map((m) => m.type);
  return [...new Set([...members, ...agreement.ceiling.map((c) => c.type)])].sort();
}

/** The ceiling as ticked: a name of the form for each type of member. Types without a tick receive nothing. */
export async function writeCeiling(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  values: FormValues,
): Promise<void> {
  const draft = await holdDraft(ctx, partnershipId, version);
  const ceiling = (await ceilingTypes(ctx, draft)).map((type) => {
    const ticked = typedList(values, `ceiling_${type}`);
    return { type, classes: CEILING_CLASSES.filter((c) => ticked.includes(c)) };
  });
  if (ceiling.every(({ classes }) => classes.length === 0))
    throw invalid({ field: '', message: text[ctx.lang].ceiling.none });
  await dropCeiling(ctx, draft.id);
  for (const { type, classes } of ceiling)
    if (classes.length > 0) await insertCeiling(ctx, draft.id, type, classes);
  await note(ctx, 'agreement.ceiling', partnershipId, { version });
}

/**
 * The link between the agreement and the cases, both ways: what each type may receive, which clause permits it, and how
 * many cases and grants it bounds today. Grants of a version that is not in force are not counted.
 */
export async function boundsOf(
  ctx: Ctx,
  agreement: AgreementView,
  clauses: readonly ChosenClause[],
): Promise<Bound[]> {
  const permits = await permitsOf(ctx, clauses);
  const words = typeWords(ctx.lang);
  const use = agreement.state === 'in_force' ? await queries.findUse(ctx, agreement.partnershipId) : [];
  const counted = (n: number | null | undefined) => (n === -1 ? null : (n ?? 0));
  const line = (type: string, dataClass: string, within: boolean): Bound => {
    const row = use.find((u) => u.institution_type === type && u.data_class === dataClass);
    return {
      type,
      typeName: words[type] ?? type,
      dataClass,
      within,
      clauses: permits(type, dataClass).map(({ id, title }) => ({ id, title })),
      cases: counted(row?.cases),
      grants: counted(row?.grants),
    };
  };
  const within = agreement.ceiling.flatMap((c) => c.classes.map((one) => line(c.type, one, true)));
  // D1, that there is a case at all, goes with every referral: it may be used without standing in the ceiling.
  const beyond = use.flatMap((u) =>
    u.institution_type &&
    u.data_class &&
    !within.some((b) => b.type === u.institution_type && b.dataClass === u.data_class)
      ? [line(u.institution_type, u.data_class, false)]
      : [],
  );
  return [...within, ...beyond];
}
