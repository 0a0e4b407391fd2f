import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { mayCoordinate } from '../../policy.ts';
import { changing, note, require, today } from '../../service.ts';
import { mayAgree, mayPutInForce, mayWrite } from '../policy.ts';
import * as queries from '../queries.ts';
import type { Criterion, CriterionForm, Selection, SelectionForm } from '../schema.ts';
import { criteriaOf, placeOf, versionOf, versionsOf } from '../service.ts';
import { text } from '../text.pl.ts';

/** The version that is written now, or the one in force to begin from; for whoever coordinates. */
export async function writingView(ctx: Ctx, id: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  require(mayCoordinate(ctx.actor, standing));
  const versions = await versionsOf(ctx, id);
  if (versions.some((v) => v.state === 'proposed')) throw notFound();
  const draft = versions.find((v) => v.state === 'draft') ?? null;
  return { partnership, draft, from: draft ?? versions.find((v) => v.state === 'in_force') ?? null };
}

/** The draft, held for writing. */
async function holdDraft(ctx: Ctx, id: string): Promise<Selection> {
  const { partnership, standing } = await placeOf(ctx, id);
  changing(partnership);
  const draft = (await versionsOf(ctx, id)).find((v) => v.state === 'draft');
  if (!draft) throw notFound();
  require(mayWrite(ctx.actor, standing, draft.state));
  if (!(await queries.lockSelection(ctx, draft.id))) throw notFound();
  return draft;
}

/** Writes the draft; the first time as the next version, with the criteria in force to change. */
export async function saveSelection(ctx: Ctx, id: string, form: SelectionForm): Promise<void> {
  const { partnership, draft, from } = await writingView(ctx, id);
  changing(partnership);
  if (draft) {
    if (form._version !== undefined && form._version !== draft.rowVersion) throw stale({});
    await queries.updateSelection(ctx, draft.id, form);
  } else {
    const next = newId();
    const version = Math.max(0, ...(await versionsOf(ctx, id)).map((v) => v.version)) + 1;
    await queries.insertSelection(ctx, { ...form, id: next, partnershipId: id, version });
    for (const c of from ? await criteriaOf(ctx, from.id) : [])
      await queries.insertCriterion(ctx, { ...c, id: newId(), selectionId: next, partnershipId: id });
  }
  await note(ctx, 'selection.write', id);
}

export async function criterionView(ctx: Ctx, id: string, criterionId: string | null) {
  const { partnership, standing } = await placeOf(ctx, id);
  const draft = (await versionsOf(ctx, id)).find((v) => v.state === 'draft');
  if (!draft) throw notFound();
  require(mayWrite(ctx.actor, standing, draft.state));
  const criterion =
    criterionId === null ? null : (await criteriaOf(ctx, draft.id)).find((c) => c.id === criterionId);
  if (criterion === undefined) throw notFound();
  return { partnership, criterion };
}

/** A criterion of the draft in its place; the others of its kind make room. */
export async function saveCriterion(
  ctx: Ctx,
  id: string,
  criterionId: string | null,
  form: CriterionForm,
): Promise<void> {
  const draft = await holdDraft(ctx, id);
  const all = await criteriaOf(ctx, draft.id);
  const old = criterionId === null ? null : all.find((c) => c.id === criterionId);
  if (old === undefined) throw notFound();
  if (old && form._version !== undefined && form._version !== old.rowVersion) throw stale({});
  const others = all.filter((c) => c.kind === form.kind && c.id !== old?.id);
  const place = Math.min(form.position ?? old?.position ?? others.length + 1, others.length + 1);
  const criterion = { ...form, position: place };
  const itself: Pick<Criterion, 'id'> = { id: old?.id ?? newId() };
  if (old) await queries.updateCriterion(ctx, old.id, criterion);
  else
    await queries.insertCriterion(ctx, {
      ...criterion,
      id: itself.id,
      selectionId: draft.id,
      partnershipId: id,
    });
  for (const [i, other] of others.entries()) {
    const position = i + 1 < place ? i + 1 : i + 2;
    if (other.position !== position) await queries.updateCriterion(ctx, other.id, { ...other, position });
  }
  await note(ctx, 'selection.criterion', id);
}

export async function dropCriterion(ctx: Ctx, id: string, criterionId: string): Promise<void> {
  const draft = await holdDraft(ctx, id);
  const all = await criteriaOf(ctx, draft.id);
  const gone = all.find((c) => c.id === criterionId);
  if (!gone) throw notFound();
  await queries.dropCriterion(ctx, gone.id);
  for (const c of all.filter((one) => one.kind === gone.kind && one.position > gone.position))
    await queries.updateCriterion(ctx, c.id, { ...c, position: c.position - 1 });
  await note(ctx, 'selection.criterion_dropped', id);
}

async function holdVersion(ctx: Ctx, id: string, versionId: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  changing(partnership);
  const selection = (await versionsOf(ctx, id)).find((v) => v.id === versionId);
  if (!selection) throw notFound();
  return { standing, version: await versionOf(ctx, selection) };
}

/** Shows the draft to the members, who agree or ask for a change. It does not change meanwhile. */
export async function propose(ctx: Ctx, id: string, versionId: string): Promise<void> {
  const { standing, version } = await holdVersion(ctx, id, versionId);
  require(mayWrite(ctx.actor, standing, version.selection.state));
  if (!version.criteria.some((c) => c.kind === 'condition'))
    throw invalid({ field: '', message: text[ctx.lang].needsCondition });
  await queries.setState(ctx, versionId, 'proposed');
  await note(ctx, 'selection.propose', id, { version: version.selection.version });
}

/** Back to be changed; what members agreed to is void, for it will be something else. */
export async function takeBack(ctx: Ctx, id: string, versionId: string): Promise<void> {
  const { standing, version } = await holdVersion(ctx, id, versionId);
  require(mayCoordinate(ctx.actor, standing));
  if (version.selection.state !== 'proposed') throw notFound();
  await queries.setState(ctx, versionId, 'draft');
  await note(ctx, 'selection.take_back', id, { version: version.selection.version });
}

export async function agree(ctx: Ctx, id: string, versionId: string): Promise<void> {
  const { standing, version } = await holdVersion(ctx, id, versionId);
  const agreed = version.consents.some((c) => c.institutionId === ctx.actor.institutionId);
  require(mayAgree(ctx.actor, standing, version.selection.state, agreed));
  await queries.insertConsent(ctx, {
    id: newId(),
    selectionId: versionId,
    partnershipId: id,
    on: today(ctx),
  });
  await note(ctx, 'selection.agree', id, { version: version.selection.version });
}

/** From a day on, when every member agreed; the version before ends. */
export async function putInForce(
  ctx: Ctx,
  id: string,
  versionId: string,
  from: LocalDate | null,
): Promise<void> {
  const { standing, version } = await holdVersion(ctx, id, versionId);
  const may = mayPutInForce(ctx.actor, standing, version.selection.state, version.missing.length);
  if (!may.allowed && may.reason === 'notAgreed')
    throw new AppError('conflict', { reason: 'selection_not_agreed' });
  require(may);
  const day = from ?? today(ctx);
  if (day > today(ctx)) throw invalid({ field: 'from', message: 'date.future' });
  const before = (await versionsOf(ctx, id)).find((v) => v.state === 'in_force');
  if (before) await queries.supersede(ctx, before.id, day);
  await queries.putInForce(ctx, versionId, day);
  await note(ctx, 'selection.in_force', id, { version: version.selection.version });
}
