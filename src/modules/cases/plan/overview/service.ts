import type { Ctx } from '#kernel/context.ts';
import type { CaseHead, SharedCase } from '../../schema.ts';
import { caseHead, loadCase, recordView, team } from '../../service.ts';
import { type Instrument, instrumentDecision, instruments } from '../instruments/service.ts';
import { coordinates, mayCreate, mayDirect, maySetProgress } from '../policy.ts';
import * as queries from '../queries.ts';
import { itemsOf, type Plan, type PlanItem, type VersionRow } from '../schema.ts';
import { changeDecision, editDecision, ownItems, planVersion, versions } from '../service.ts';
import { mayRecordPaper, signsFor } from '../signing/policy.ts';
import { confirmable, type MissingSignature, missingSignatures } from '../signing/service.ts';
import type { Warning } from '../warnings/policy.ts';
import { warnings } from '../warnings/service.ts';

export interface Can {
  readonly create: boolean;
  readonly change: boolean;
  readonly edit: boolean;
  readonly direct: boolean;
  readonly paper: boolean;
  readonly instrument: boolean;
  readonly sign: readonly ('coordinator' | 'institution')[];
  /** Keys of warnings the reader may confirm. */
  readonly confirm: readonly string[];
  /** Lineages of items whose progress the reader may set. */
  readonly progress: readonly string[];
}

export interface PlanOverview {
  readonly head: CaseHead;
  /** The version shown; null when there is none, or when the reader sees only `own`. */
  readonly plan: Plan | null;
  readonly own: readonly PlanItem[];
  readonly versions: readonly VersionRow[];
  readonly warnings: readonly Warning[];
  readonly missing: readonly MissingSignature[];
  readonly instruments: readonly Instrument[];
  readonly diagnosis: DiagnosisDigest | null;
  readonly can: Can;
  readonly institutionName: string;
}

export interface DiagnosisDigest {
  readonly conclusion: string;
  readonly ownView: string;
  readonly strengths: string;
  readonly functional: readonly string[];
}

/** What the approved diagnosis says, to draft from; null when there is none or it is not shared. */
export async function diagnosisDigest(ctx: Ctx, caseId: string): Promise<DiagnosisDigest | null> {
  const d = await queries.findDiagnosis(ctx, caseId);
  if (!d) return null;
  const functional = await queries.findFunctional(ctx, d.id);
  return {
    conclusion: d.conclusion,
    ownView: d.own_view,
    strengths: d.strengths,
    functional: functional.map((f) => f.body),
  };
}

/** The page of the plan: the open version when there is one (or the one in force on demand), and what the reader may do. */
export async function planOverview(
  ctx: Ctx,
  caseId: string,
  show: 'open' | 'in_force' = 'open',
): Promise<PlanOverview> {
  const c = await loadCase(ctx, caseId);
  const all = await versions(ctx, caseId);
  const open = all.find((v) => v.state === 'draft' || v.state === 'signing');
  const inForce = all.find((v) => v.state === 'signed');
  const chosen = show === 'in_force' ? (inForce ?? open) : (open ?? inForce);
  const plan = chosen ? await planVersion(ctx, chosen.id) : null;
  const own = plan ? [] : await ownItems(ctx, caseId);
  const current = plan !== null && (plan.state === 'draft' || plan.state === 'signing');
  const status = plan ? null : await queries.findStatus(ctx, caseId);
  const signingId = plan
    ? plan.state === 'signing'
      ? plan.id
      : null
    : (status?.find((s) => s.state === 'signing')?.plan_id ?? null);
  const [found, missing, linked, diagnosis, head] = await Promise.all([
    plan && current ? warnings(ctx, plan) : [],
    signingId ? missingSignatures(ctx, signingId) : [],
    instruments(ctx, caseId),
    plan?.state === 'draft' || !plan ? diagnosisDigest(ctx, caseId) : null,
    caseHead(ctx, c),
  ]);
  await recordView(
    ctx,
    c,
    'plan',
    plan ? ['D1', 'D5', 'D6'] : own.length > 0 ? ['D1', 'D6'] : ['D1'],
    chosen?.id,
  );
  return {
    head,
    plan,
    own,
    versions: all,
    warnings: found,
    missing,
    instruments: linked,
    diagnosis,
    can: await canOf(ctx, c, plan, own, found, missing, signingId !== null),
    institutionName: ctx.actor.institutionName,
  };
}

async function canOf(
  ctx: Ctx,
  c: SharedCase,
  plan: Plan | null,
  own: readonly PlanItem[],
  found: readonly Warning[],
  missing: readonly MissingSignature[],
  signing: boolean,
): Promise<Can> {
  const { actor } = ctx;
  const people = await team(ctx, c.id);
  const fact = { state: signing ? 'signing' : '', missing };
  const items = plan?.state === 'signed' ? itemsOf(plan) : plan ? [] : own;
  return {
    create: plan === null && own.length === 0 && mayCreate(actor, c).allowed,
    change: plan?.state === 'signed' && (await changeDecision(ctx, c)).allowed,
    edit: plan !== null && (await editDecision(ctx, c, plan)).allowed,
    direct: plan !== null && mayDirect(actor, c, people).allowed,
    paper: mayRecordPaper(actor, c, people, fact).allowed,
    instrument: plan !== null && (await instrumentDecision(ctx, c)).allowed,
    sign: signsFor(actor, c, people, fact),
    confirm: plan?.state === 'draft' ? await confirmable(ctx, c, found) : [],
    progress: items.filter((i) => maySetProgress(actor, c, people, i).allowed).map((i) => i.lineageId),
  };
}

/** Who reads is the coordinator or acts for them: for pages that belong to them alone. */
export async function directs(ctx: Ctx, c: SharedCase): Promise<boolean> {
  return coordinates(ctx.actor, c, await team(ctx, c.id));
}
