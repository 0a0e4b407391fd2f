import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { note } from '../../../service.ts';
import type { AgreementView } from '../../schema.ts';
import { holdDraft } from '../../service.ts';
import * as queries from '../queries.ts';
import type { ChosenClause, Section } from '../schema.ts';
import { clausesOf, dictionaryOf, variantsOf } from '../service.ts';

interface Draft {
  readonly id: string;
  readonly partnershipId: string;
  readonly language: 'pl' | 'en';
}

/** A new agreement begins with every clause of the dictionary but the packages, in the first wording of each. */
export async function proposeClauses(ctx: Ctx, draft: Draft): Promise<void> {
  const variants = await variantsOf(ctx, draft.language, null);
  for (const clause of await dictionaryOf(ctx, draft.language)) {
    if (clause.need === 'package') continue;
    const variant = variants.find((v) => v.clause === clause.code);
    await queries.insertClause(ctx, {
      id: newId(),
      partnershipId: draft.partnershipId,
      agreementId: draft.id,
      code: clause.code,
      variant: variant?.code ?? null,
      section: clause.section,
      position: clause.position,
      title: clause.title,
      body: variant?.body ?? '',
    });
  }
}

/** An amendment begins with the clauses of the version before; data are filled in anew. */
export const copyClauses = (ctx: Ctx, draft: Draft, from: string): Promise<number> =>
  queries.copyClauses(ctx, draft, from);

interface At {
  readonly id: string;
  readonly version: number;
  readonly clause: string;
}

async function holdClause(ctx: Ctx, at: At): Promise<{ draft: AgreementView; clause: ChosenClause }> {
  const draft = await holdDraft(ctx, at.id, at.version);
  const clause = (await clausesOf(ctx, draft)).find((c) => c.id === at.clause);
  if (!clause) throw notFound();
  return { draft, clause };
}

/** Adds a clause of the dictionary, or an own one at the end of a section. */
export async function addClause(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  form: { code: string; title: string; section: Section },
): Promise<void> {
  const draft = await holdDraft(ctx, partnershipId, version);
  const base = { id: newId(), partnershipId, agreementId: draft.id };
  if (form.code !== '') {
    const clause = (await dictionaryOf(ctx, draft.language)).find((c) => c.code === form.code);
    if (!clause) throw invalid({ field: 'code', message: 'choice' });
    const [variant] = await variantsOf(ctx, draft.language, clause.code);
    const { code, section, position, title } = clause;
    const chosen = { variant: variant?.code ?? null, body: variant?.body ?? '' };
    await queries.insertClause(ctx, { ...base, code, section, position, title, ...chosen });
  } else {
    if (form.title === '') throw invalid({ field: 'title', message: 'required' });
    const { section, title } = form;
    const last = (await clausesOf(ctx, draft)).filter((c) => c.section === section).at(-1);
    const first = (await dictionaryOf(ctx, ctx.lang)).find((c) => c.section === section);
    const position = (last?.position ?? first?.position ?? 0) + 1;
    await queries.insertClause(ctx, {
      ...base,
      code: null,
      variant: null,
      section,
      position,
      title,
      body: '',
    });
  }
  await note(ctx, 'agreement.clause_add', partnershipId, { version, clause: form.code || form.title });
}

export async function editClause(
  ctx: Ctx,
  at: At,
  form: { title: string; body: string; _version?: number | undefined },
): Promise<void> {
  const { clause } = await holdClause(ctx, at);
  if (form._version !== undefined && form._version !== clause.rowVersion) throw stale({});
  await queries.updateClause(ctx, {
    id: clause.id,
    title: form.title,
    body: form.body,
    variant: clause.variant,
  });
  await note(ctx, 'agreement.clause_edit', at.id, {
    version: at.version,
    clause: clause.code ?? clause.title,
  });
}

/** Puts a wording of the dictionary in the place of the text. */
export async function chooseVariant(ctx: Ctx, at: At, code: string): Promise<void> {
  const { draft, clause } = await holdClause(ctx, at);
  const variant = (await variantsOf(ctx, draft.language, clause.code ?? '')).find((v) => v.code === code);
  if (!variant) throw invalid({ field: 'variant', message: 'choice' });
  await queries.updateClause(ctx, { id: clause.id, title: clause.title, body: variant.body, variant: code });
  await note(ctx, 'agreement.clause_edit', at.id, { version: at.version, clause: code });
}

export async function leaveOutClause(ctx: Ctx, at: At): Promise<void> {
  const { clause } = await holdClause(ctx, at);
  await queries.leaveOut(ctx, clause.id);
  await note(ctx, 'agreement.clause_drop', at.id, {
    version: at.version,
    clause: clause.code ?? clause.title,
  });
}

/** Changes places with the neighbour of the same section; nothing at its edge. */
export async function moveClause(ctx: Ctx, at: At, to: 'up' | 'down'): Promise<void> {
  const { draft, clause } = await holdClause(ctx, at);
  const beside = (await clausesOf(ctx, draft)).filter((c) => c.section === clause.section);
  const neighbour = beside[beside.findIndex((c) => c.id === clause.id) + (to === 'up' ? -1 : 1)];
  if (!neighbour) return;
  const same = neighbour.position === clause.position;
  await queries.moveTo(ctx, clause.id, neighbour.position + (same ? (to === 'up' ? -1 : 1) : 0));
  if (!same) await queries.moveTo(ctx, neighbour.id, clause.position);
}

/** The text of every clause as it will be signed. */
export async function fixTexts(ctx: Ctx, draft: AgreementView): Promise<void> {
  for (const clause of await clausesOf(ctx, draft)) await queries.fixText(ctx, clause.id, clause.text);
}
