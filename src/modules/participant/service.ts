import type { DataClass } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Actor, Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { NIL_ID, newId } from '#kernel/ids.ts';
import * as queries from './queries.ts';
import { type GivenClause, TOLD_STATES, type Window } from './schema.ts';

/** The window of whoever is signed in, or null when there is no case to look at (yet, or any more). */
export async function openWindow(ctx: Ctx): Promise<Window | null> {
  const [row] = await queries.findOwnCases(ctx);
  const state = TOLD_STATES.find((s) => s === row?.state);
  if (!row?.id || !row.person_id || !state) return null;
  const coordinator = await queries.findCoordinator(ctx, row.id);
  return {
    caseId: row.id,
    personId: row.person_id,
    state,
    leadInstitutionId: row.lead_institution_id ?? NIL_ID,
    givenName: row.given_name || ctx.actor.name,
    fullName: [row.given_name, row.family_name].filter(Boolean).join(' '),
    birthDate: row.birth_date,
    address: [row.street, [row.postal_code, row.locality].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    phone: row.phone ?? '',
    email: row.email ?? '',
    coordinator: coordinator && {
      name: coordinator.name ?? '',
      standIn: coordinator.stand_in,
      email: coordinator.email ?? '',
      institutionName: coordinator.institution_name ?? '',
      institutionPhone: coordinator.institution_phone ?? '',
    },
  };
}

/** As `openWindow`; throws `not_found` when there is no case. */
export async function requireWindow(ctx: Ctx): Promise<Window> {
  const window = await openWindow(ctx);
  if (!window) throw notFound();
  return window;
}

/** The person read their own data: also that leaves a record, so that nobody can look in their name unseen. */
export const noteView = (
  ctx: Ctx,
  w: Pick<Window, 'personId' | 'caseId'>,
  objectType: string,
  classes: readonly DataClass[],
  objectId: string = w.caseId,
): Promise<void> =>
  record(ctx, {
    action: 'view',
    objectType,
    objectId,
    subjectId: w.personId,
    fileId: w.caseId,
    classes,
  });

/** Everyone whose window this account opens. Asked before there is an actor. */
export async function participantActors(ctx: Ctx, accountId: string): Promise<Actor[]> {
  const rows = await queries.findActors(ctx, accountId);
  return rows.map((row) => ({
    kind: 'participant',
    accountId,
    subjectId: row.person_id ?? NIL_ID,
    institutionId: NIL_ID,
    institutionName: '',
    institutionType: '',
    name: row.name ?? '',
    functions: [],
    permissions: new Set(['public', 'signed-in', 'participant.window']),
    wide: false,
    scope: [],
    choices: rows.length,
  }));
}

/** Joins an account to the window it was invited to. False when the invitation is none of ours, used or taken back. */
export async function joinInvited(ctx: Ctx, invitationId: string, accountId: string): Promise<boolean> {
  const { person_id } = await queries.joinInvited(ctx, invitationId, accountId, newId());
  return person_id !== null;
}

/** Information clauses the person received, newest first. */
export async function clausesOf(ctx: Ctx, caseId: string): Promise<GivenClause[]> {
  return (await queries.findClauses(ctx, caseId)).map((row) => ({
    id: row.id ?? NIL_ID,
    version: row.version ?? '',
    givenOn: row.given_on ?? '',
    form: row.form ?? '',
    institutionName: row.institution_name ?? '',
    confirmedAt: row.confirmed_at,
    toConfirm: row.form === 'electronic' && row.confirmed_at === null,
  }));
}

/** One clause with its text in the language of the reader, or else in Polish. */
export async function clauseOf(ctx: Ctx, caseId: string, id: string) {
  const given = (await clausesOf(ctx, caseId)).find((c) => c.id === id);
  if (!given) throw notFound();
  const texts = await queries.findClauseTexts(ctx, given.version);
  const shown = texts.find((t) => t.lang === ctx.lang) ?? texts.find((t) => t.lang === 'pl') ?? texts[0];
  return { given, lang: shown?.lang ?? 'pl', title: shown?.title ?? '', body: shown?.body ?? '' };
}

/** The person says they have read the clause. Saying it twice changes nothing. */
export async function confirmClause(ctx: Ctx, id: string): Promise<void> {
  const w = await requireWindow(ctx);
  const { given } = await clauseOf(ctx, w.caseId, id);
  if (given.confirmedAt) return;
  await queries.insertConfirmation(ctx, w.caseId, 'clause', id);
  await record(ctx, {
    action: 'clause.confirmed',
    objectType: 'clause',
    objectId: id,
    subjectId: w.personId,
    fileId: w.caseId,
  });
}
