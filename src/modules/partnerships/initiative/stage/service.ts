import type { Ctx } from '#kernel/context.ts';
import { clausesOf, lacksOf } from '../../agreements/clauses/service.ts';
import { openRemarks } from '../../agreements/negotiation/service.ts';
import { agreementOf, versionsOf } from '../../agreements/service.ts';
import { missing } from '../../policy.ts';
import type { Partnership } from '../../schema.ts';
import { contactsOf, membersOf, partnershipOf, readinessOf } from '../../service.ts';
import { rightsOn } from '../../signing/service.ts';
import { text as words } from '../../text.pl.ts';
import { findFounding } from '../queries.ts';
import { addressOf, type NextStep, type StageView } from '../schema.ts';
import { invitationsOf } from '../service.ts';
import { text } from '../text.pl.ts';

const PLACE = {
  initiative: 0,
  negotiation: 1,
  agreement_signed: 2,
  operating: 3,
  suspended: 3,
  ended: 3,
} as const;

interface Next {
  readonly next: NextStep;
  /** Whom it waits for; the coordinator when not given. */
  readonly who?: readonly string[];
  readonly version?: number;
  readonly count?: number;
}

/** Where a partnership is on its way, what comes next and who does it. For its members. */
export async function stageOf(ctx: Ctx, partnership: Partnership): Promise<StageView> {
  const { id } = partnership;
  const found = await nextOf(ctx, partnership);
  const { coordinates, maySign } = await rightsOn(
    ctx,
    id,
    found.version === undefined ? null : await agreementOf(ctx, id, found.version),
  );
  const t = text[ctx.lang].stage;
  const coordinator = (await contactsOf(ctx, id)).find((c) => c.role === 'coordinator');
  const self = coordinator ? `${coordinator.worker}, ${t.coordinator}` : t.nobody;
  return {
    partnershipId: id,
    current: PLACE[partnership.state],
    next: found.next,
    who: found.who ?? [self],
    version: found.version ?? null,
    count: found.count ?? 0,
    mine: found.next === 'sign' ? maySign : found.next !== 'work' && found.next !== 'none' && coordinates,
  };
}

async function nextOf(ctx: Ctx, { id, state }: Partnership): Promise<Next> {
  if (state === 'ended') return { next: 'none', who: [] };
  if (state === 'suspended') return { next: 'resume' };
  if (state === 'operating') return { next: 'work', who: [] };
  const versions = await versionsOf(ctx, id);
  const open = versions.find((v) => v.state === 'draft' || v.state === 'signing');
  if (!open) {
    if (state !== 'initiative' || (await membersOf(ctx, id)).length >= 2) return { next: 'start' };
    const asked = (await invitationsOf(ctx, id)).filter((v) => v.state === 'sent').map((v) => v.institution);
    return asked.length > 0 ? { next: 'answers', who: asked } : { next: 'invite' };
  }
  const { version } = open;
  const agreement = await agreementOf(ctx, id, version);
  if (open.state === 'draft') {
    const { remarks, proposals } = await openRemarks(ctx, agreement);
    if (remarks + proposals > 0) return { next: 'remarks', version, count: remarks + proposals };
    const lacks = await lacksOf(ctx, agreement, await clausesOf(ctx, agreement));
    const count = lacks.filter((lack) => lack.blocks).length;
    return count > 0 ? { next: 'draft', version, count } : { next: 'open', version };
  }
  const needs = missing(await readinessOf(ctx, agreement.id), state === 'agreement_signed');
  if (state === 'agreement_signed')
    return needs.length === 0
      ? { next: 'inForce', version }
      : { next: 'needs', version, who: needs.map((need) => words[ctx.lang].needs[need]) };
  return { next: 'sign', version, who: agreement.waiting.map((w) => w.name) };
}

/** Steps that wait for another, or that stand among what waits in agreements already. */
const ELSEWHERE: readonly NextStep[] = ['answers', 'remarks', 'sign', 'needs'];

/** The next step of partnerships on their way to work, for whoever coordinates them. */
export async function dueStages(
  ctx: Ctx,
): Promise<{ href: string; what: string; until: null; late: boolean }[]> {
  if (!ctx.actor.permissions.has('partnership.manage')) return [];
  const t = text[ctx.lang];
  const lines = [];
  for (const { id } of await findFounding(ctx)) {
    const partnership = await partnershipOf(ctx, id);
    const stage = await stageOf(ctx, partnership);
    if (!stage.mine || ELSEWHERE.includes(stage.next)) continue;
    const what = t.due.stage(t.stage.next[stage.next], partnership.name);
    lines.push({ href: addressOf(stage), what, until: null, late: false });
  }
  return lines;
}
