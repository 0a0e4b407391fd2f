import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addDays } from '#kernel/time.ts';
import { mayCoordinate, mayRepresent } from '../policy.ts';
import type { Partnership, PartnershipsHost, Standing } from '../schema.ts';
import { partnershipOf, standingOf, today } from '../service.ts';
import * as queries from './queries.ts';
import type {
  Criterion,
  CriterionKind,
  Selection,
  SelectionState,
  SelectionView,
  Service,
  Version,
} from './schema.ts';
import { text } from './text.pl.ts';

const fromRow = (row: queries.SelectionRow): Selection => ({
  id: row.id,
  version: row.version,
  state: row.state as SelectionState,
  who: row.who,
  basis: row.basis,
  choosing: row.choosing,
  orderWords: row.order_words,
  appeal: row.appeal,
  changeNote: row.change_note,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  rowVersion: row.row_version,
});

/** The partnership, for those whose institution is a member; for everybody else these pages do not exist. */
export async function placeOf(
  ctx: Ctx,
  id: string,
): Promise<{ partnership: Partnership; standing: Standing }> {
  const partnership = await partnershipOf(ctx, id);
  const standing = await standingOf(ctx, id);
  if (!standing.member) throw notFound();
  return { partnership, standing };
}

/** Versions, the newest first. */
export const versionsOf = async (ctx: Ctx, id: string): Promise<Selection[]> =>
  (await queries.findSelections(ctx, id)).map(fromRow);

export const criteriaOf = async (ctx: Ctx, selectionId: string): Promise<Criterion[]> =>
  (await queries.findCriteria(ctx, selectionId)).map((row) => ({
    id: row.id,
    kind: row.kind as CriterionKind,
    position: row.position,
    name: row.name,
    basis: row.basis,
    checking: row.checking,
    rowVersion: row.row_version,
  }));

export async function versionOf(ctx: Ctx, selection: Selection): Promise<Version> {
  return {
    selection,
    criteria: await criteriaOf(ctx, selection.id),
    consents: (await queries.findConsents(ctx, selection.id)).map((row) => ({
      institutionId: row.institution_id,
      institution: row.institution,
      worker: row.worker,
      agreedOn: row.agreed_on,
    })),
    missing: selection.state === 'proposed' ? await queries.findMissing(ctx, selection.id) : [],
  };
}

export const servicesOf = async (ctx: Ctx, id: string): Promise<Service[]> =>
  (await queries.findServices(ctx, id)).map((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    institution: row.institution,
    name: row.name,
    description: row.description,
    places: row.places,
    free: row.free,
    freeOn: row.free_on,
    validTo: row.valid_to,
    rowVersion: row.row_version,
  }));

/** What members see: the rules, who agreed to them, and waiting lists as numbers. */
export async function selectionView(ctx: Ctx, host: PartnershipsHost, id: string): Promise<SelectionView> {
  const { partnership, standing } = await placeOf(ctx, id);
  const versions = await versionsOf(ctx, id);
  const whole = async (found: Selection | undefined) => (found ? versionOf(ctx, found) : null);
  const inForce = versions.find((v) => v.state === 'in_force');
  const open = versions.find((v) => v.state === 'draft' || v.state === 'proposed');
  const waiting = (await host.waiting?.(ctx, id)) ?? [];
  const { permissions, institutionId } = ctx.actor;
  return {
    partnership,
    inForce: await whole(inForce),
    open: await whole(open),
    past: versions.filter((v) => v.state === 'superseded'),
    services: (await servicesOf(ctx, id)).map((s) => ({
      ...s,
      waiting: waiting.find((one) => one.serviceId === s.id) ?? null,
    })),
    coordinates: mayCoordinate(ctx.actor, standing).allowed,
    represents: mayRepresent(ctx.actor, standing).allowed,
    seesPeople: permissions.has('case.read'),
    institutionId,
  };
}

const ANSWER_DAYS = 14;
const PLACES_DAYS = 30;

/** What selection asks of the acting worker: criteria to agree to, places to say anew. */
export async function dueSelection(ctx: Ctx) {
  const day = today(ctx);
  const t = text[ctx.lang].due;
  const agree = ctx.actor.permissions.has('partnership.manage') ? await queries.findToAgree(ctx) : [];
  const places = await queries.findOldPlaces(ctx, addDays(day, -PLACES_DAYS));
  const line = (href: string, what: string, until: string) => ({ href, what, until, late: until < day });
  return [
    ...agree.map((row) =>
      line(
        `/partnerships/${row.partnership_id}/selection`,
        t.agree(row.version),
        addDays(row.created_on ?? day, ANSWER_DAYS),
      ),
    ),
    ...places.map((row) =>
      line(
        `/partnerships/${row.partnership_id}/selection/services/${row.id}`,
        t.places(row.name),
        addDays(row.free_on, PLACES_DAYS),
      ),
    ),
  ];
}
