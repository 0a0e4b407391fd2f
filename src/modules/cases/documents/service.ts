import { DATA_CLASSES } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { mayDirect } from '../review/api.ts';
import type { CaseHead, SharedCase } from '../schema.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { deskOf, FINDERS } from './offers/service.ts';
import { mayPrint, type PrintFacts } from './policy.ts';
import * as queries from './queries.ts';
import { type DocumentKind, type Offer, REFUSALS, type Refusal } from './schema.ts';

/** What can be printed of a case now, by this reader, and why the rest cannot. One access record for the screen. */
export async function documentsOf(
  ctx: Ctx,
  caseId: string,
): Promise<{ head: CaseHead; offers: readonly Offer[] }> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'documents', ['D1']);
  const desk = await deskOf(ctx, c);
  const facts = await printFacts(ctx, c);
  const offers: Offer[] = [];
  for (const [kind, [find, empty]] of Object.entries(FINDERS)) {
    const may = mayPrint(kind as DocumentKind, facts);
    const entries = may.allowed ? await find(desk) : [];
    const refused = may.allowed ? (entries.length === 0 ? empty : null) : asRefusal(may.reason);
    offers.push({ kind: kind as DocumentKind, entries, refused: ownItems(kind, refused, facts) });
  }
  return { head: await caseHead(ctx, c), offers };
}

const asRefusal = (reason: string): Refusal => REFUSALS.find((r) => r === reason) ?? 'no_basis';

/** Who sees its own items of the plan (D6) and no more gets the truer answer. */
const ownItems = (kind: string, refused: Refusal | null, f: PrintFacts): Refusal | null =>
  kind === 'plan' && refused === 'no_basis' && f.open.includes('D6') ? 'own_items_only' : refused;

/** What the policy asks about the reader and the case. */
export async function printFacts(ctx: Ctx, c: SharedCase): Promise<PrintFacts> {
  const worker = ctx.actor.kind === 'worker';
  const granted = worker ? (await queries.findOpenClasses(ctx, c.id)).map((g) => g.data_class) : [];
  return {
    open: DATA_CLASSES.filter((one) => granted.includes(one) && ctx.actor.scope.includes(one)),
    directs: worker && (await mayDirect(ctx, c)),
    state: c.state,
    own: ctx.actor.kind === 'participant' && ctx.actor.subjectId === c.personId,
  };
}

/** Refuses, as if the document did not exist, whoever may not take it; the list says why. */
export async function allowed(ctx: Ctx, caseId: string, kind: DocumentKind): Promise<void> {
  const may = mayPrint(kind, await printFacts(ctx, await loadCase(ctx, caseId)));
  if (!may.allowed) throw notFound();
}
