import { all, type DataClass, type Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import type { CaseHead, SharedCase } from '../../schema.ts';
import { caseHead, loadCase, mayWriteClass, recordView, team } from '../../service.ts';
import { type Instrument, instruments } from '../instruments/service.ts';
import {
  coordinates,
  mayChange,
  mayCreate,
  mayDirect,
  mayEdit,
  mayInstrument,
  maySetProgress,
} from '../policy.ts';
import * as queries from '../queries.ts';
import { itemsOf, type Plan, type PlanItem, type VersionRow } from '../schema.ts';
import { ownItems, planVersion, versions } from '../service.ts';
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
  const [c, known, people, writes] = await Promise.all([
    loadCase(ctx, caseId),
    versions(ctx, caseId),
    team(ctx, caseId),
    mayWriteClass(ctx, caseId, 'D5'),
  ]);
  const open = known.find((v) => v.state === 'draft' || v.state === 'signing');
  const inForce = known.find((v) => v.state === 'signed');
  const chosen = show === 'in_force' ? (inForce ?? open) : (open ?? inForce);
  const plan = chosen ? await planVersion(ctx, chosen.id) : null;
  const status = plan ? [] : await queries.findStatus(ctx, caseId);
  const own = plan ? [] : await ownItems(ctx, caseId, status);
  const current = plan !== null && (plan.state === 'draft' || plan.state === 'signing');
  const signingId = plan
    ? plan.state === 'signing'
      ? plan.id
      : null
    : (status.find((s) => s.state === 'signing')?.plan_id ?? null);
  const seen: DataClass[] = plan ? ['D1', 'D5', 'D6'] : own.length > 0 ? ['D1', 'D6'] : ['D1'];
  const [found, missing, linked, diagnosis, head] = await Promise.all([
    plan && current ? warnings(ctx, plan) : [],
    signingId ? missingSignatures(ctx, signingId) : [],
    instruments(ctx, caseId),
    plan?.state === 'draft' || !plan ? diagnosisDigest(ctx, caseId) : null,
    caseHead(ctx, c),
    recordView(ctx, c, 'plan', seen, chosen?.id),
  ]);
  return {
    head,
    plan,
    own,
    versions: known,
    warnings: found,
    missing,
    instruments: linked,
    diagnosis,
    can: canOf(ctx, c, { plan, own, found, missing, signing: signingId !== null, people, writes }),
    institutionName: ctx.actor.institutionName,
  };
}

interface Facts {
  readonly plan: Plan | null;
  readonly own: readonly PlanItem[];
  readonly found: readonly Warning[];
  readonly missing: readonly MissingSignature[];
  readonly signing: boolean;
  readonly people: Awaited<ReturnType<typeof team>>;
  /** Whether the institution may still write D5. */
  readonly writes: Decision;
}

/** Each action by the predicates that its own form asks. */
function canOf(ctx: Ctx, c: SharedCase, f: Facts): Can {
  const { actor } = ctx;
  const { plan, own, people, writes } = f;
  const fact = { state: f.signing ? 'signing' : '', missing: f.missing };
  const items = plan?.state === 'signed' ? itemsOf(plan) : own;
  return {
    create: plan === null && own.length === 0 && mayCreate(actor, c).allowed,
    change: plan?.state === 'signed' && all(mayChange(actor, c, people), writes).allowed,
    edit: plan !== null && all(mayEdit(actor, c, plan), writes).allowed,
    direct: plan !== null && mayDirect(actor, c, people).allowed,
    paper: mayRecordPaper(actor, c, people, fact).allowed,
    instrument: plan !== null && all(mayInstrument(actor), writes).allowed,
    sign: signsFor(actor, c, people, fact),
    confirm: plan?.state === 'draft' ? confirmable(ctx, c, people, f.found) : [],
    progress: items.filter((i) => maySetProgress(actor, c, people, i).allowed).map((i) => i.lineageId),
  };
}

/** Who reads is the coordinator or acts for them: for pages that belong to them alone. */
export async function directs(ctx: Ctx, c: SharedCase): Promise<boolean> {
  return coordinates(ctx.actor, c, await team(ctx, c.id));
}
