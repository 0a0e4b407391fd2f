import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import type { LocalDate } from '#kernel/time.ts';
import { mayCoordinate } from '../policy.ts';
import { insertContact, insertMember } from '../queries.ts';
import type { Member, Partnership, PartnershipsHost } from '../schema.ts';
import {
  contactsOf,
  holdToCoordinate,
  membersOf,
  note,
  partnershipOf,
  standingOf,
  today,
} from '../service.ts';
import * as queries from './queries.ts';
import type { Invitable, Invitation, InvitationState } from './schema.ts';
import { text } from './text.pl.ts';

export const invitationsOf = async (ctx: Ctx, partnershipId: string): Promise<Invitation[]> =>
  (await queries.findInvitations(ctx, partnershipId, today(ctx))).map((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    institution: row.institution,
    invitedBy: row.invited_by,
    word: row.word,
    sentOn: row.sent_on,
    state: row.state as InvitationState,
    onPaper: row.on_paper,
    answer: row.answer,
    answeredOn: row.answered_on,
    silent: row.silent ?? false,
  }));

export interface InvitationsView {
  readonly partnership: Partnership;
  readonly invitations: readonly Invitation[];
  /** Whom whoever coordinates may invite; null for the other members. */
  readonly invitable: readonly Invitable[] | null;
}

/** The invitations of a partnership, for its members. */
export async function invitationsView(ctx: Ctx, id: string): Promise<InvitationsView> {
  const partnership = await partnershipOf(ctx, id);
  const standing = await standingOf(ctx, id);
  if (!standing.member) throw notFound();
  const coordinates = partnership.state !== 'ended' && mayCoordinate(ctx.actor, standing).allowed;
  return {
    partnership,
    invitations: await invitationsOf(ctx, id),
    invitable: coordinates ? await queries.findInvitable(ctx, id, partnership.countyCode, today(ctx)) : null,
  };
}

/** Invites institutions; each gets a letter once the transaction has committed. */
export async function invite(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  form: { institution: readonly string[]; word: string },
): Promise<void> {
  await holdToCoordinate(ctx, id);
  const { invitable } = await invitationsView(ctx, id);
  const chosen = (invitable ?? []).filter((each) => form.institution.includes(each.id));
  if (chosen.length === 0)
    throw invalid({ field: 'institution', message: text[ctx.lang].invitations.chooseOne });
  for (const { id: institutionId } of chosen) {
    const invitation = newId();
    await queries.insertInvitation(ctx, {
      id: invitation,
      partnershipId: id,
      institutionId,
      word: form.word,
      today: today(ctx),
    });
    await writeTo(ctx, host, id, institutionId);
    await note(ctx, 'invite', id, { institution: institutionId });
  }
}

/** The letter to whoever may answer: the name of the partnership and the way, nothing of a person. */
async function writeTo(ctx: Ctx, host: PartnershipsHost, id: string, institutionId: string): Promise<void> {
  const { name, county } = await partnershipOf(ctx, id);
  const t = text.pl.mail;
  for (const { email } of await queries.findAddressees(ctx, institutionId, today(ctx)))
    await sendMail(ctx, {
      to: email,
      subject: t.subject,
      body: `${t.body(name, county)}\n${host.siteUrl ?? ''}/partnerships/${id}/invitation\n`,
    });
}

export interface OwnInvitation {
  readonly partnership: Partnership;
  readonly invitation: Invitation;
  readonly members: readonly Member[];
}

/** The invitation that waits for the actor's institution. Throws `not_found` when none does or the actor may not answer. */
export async function ownInvitation(ctx: Ctx, id: string): Promise<OwnInvitation> {
  const partnership = await partnershipOf(ctx, id);
  const found = (await invitationsOf(ctx, id)).find(
    (each) => each.institutionId === ctx.actor.institutionId && each.state === 'sent',
  );
  if (!found || partnership.state === 'ended') throw notFound();
  return { partnership, invitation: found, members: await membersOf(ctx, id) };
}

/** The institution answers for itself; whoever accepts is its contact person until it names another. */
export async function answerInvitation(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  form: { answer: 'accepted' | 'declined'; word: string },
): Promise<void> {
  const { invitation, partnership } = await ownInvitation(ctx, id);
  const day = today(ctx);
  if (form.answer === 'accepted') {
    const { institutionId, subjectId } = ctx.actor;
    await insertMember(ctx, { id: newId(), partnershipId: id, institutionId, today: day });
    await insertContact(ctx, {
      id: newId(),
      partnershipId: id,
      institutionId,
      workerId: subjectId,
      role: 'contact',
      today: day,
    });
  }
  await close(ctx, invitation.id, form.answer, false, form.word, day);
  await note(ctx, form.answer === 'accepted' ? 'member.join' : 'invitation.decline', id, {
    institution: ctx.actor.institutionId,
  });
  await tellAnswer(ctx, host, partnership);
}

async function close(
  ctx: Ctx,
  id: string,
  state: InvitationState,
  onPaper: boolean,
  answer: string,
  day: LocalDate,
): Promise<void> {
  if ((await queries.answerInvitation(ctx, { id, state, onPaper, answer, today: day })) === 0)
    throw new AppError('conflict', { reason: 'invitation_answered' });
}

/** Tells the coordinator that an answer is there. */
async function tellAnswer(ctx: Ctx, host: PartnershipsHost, { id, name }: Partnership): Promise<void> {
  const t = text.pl.mail;
  for (const c of await contactsOf(ctx, id))
    if (c.role === 'coordinator' && c.email !== '')
      await sendMail(ctx, {
        to: c.email,
        subject: t.answeredSubject,
        body: `${t.answeredBody(name)}\n${host.siteUrl ?? ''}/partnerships/${id}/invitations\n`,
      });
}

async function heldInvitation(ctx: Ctx, id: string, invitationId: string): Promise<Invitation> {
  await holdToCoordinate(ctx, id);
  const found = (await invitationsOf(ctx, id)).find((each) => each.id === invitationId);
  if (!found) throw notFound();
  return found;
}

export async function withdrawInvitation(ctx: Ctx, id: string, invitationId: string): Promise<void> {
  const found = await heldInvitation(ctx, id, invitationId);
  await close(ctx, found.id, 'withdrawn', false, '', today(ctx));
  await note(ctx, 'invitation.withdraw', id, { institution: found.institutionId });
}

/** An answer that came on paper, of an institution that has nobody who could answer here. */
export async function noteAnswer(
  ctx: Ctx,
  id: string,
  invitationId: string,
  form: { answer: 'accepted' | 'declined'; word: string },
): Promise<void> {
  const found = await heldInvitation(ctx, id, invitationId);
  if (!found.silent) throw notFound();
  if (form.word === '') throw invalid({ field: 'word', message: 'required' });
  await close(ctx, found.id, form.answer, true, form.word, today(ctx));
  if (form.answer === 'accepted')
    await insertMember(ctx, {
      id: newId(),
      partnershipId: id,
      institutionId: found.institutionId,
      today: today(ctx),
    });
  await note(ctx, 'invitation.paper', id, { institution: found.institutionId, answer: form.answer });
}

export interface WaitingInvitation {
  readonly href: string;
  readonly partnership: string;
  readonly sentOn: LocalDate;
}

/** Invitations that wait for the answer of the actor's institution, for whoever may give it. */
export async function waitingInvitations(ctx: Ctx): Promise<WaitingInvitation[]> {
  if (!ctx.actor.permissions.has('partnership.manage')) return [];
  return (await queries.findWaiting(ctx)).map((row) => ({
    href: `/partnerships/${row.partnership_id}/invitation`,
    partnership: row.partnership,
    sentOn: row.sent_on,
  }));
}

/** The same as lines of what waits for the worker. */
export const dueInvitations = async (
  ctx: Ctx,
): Promise<{ href: string; what: string; until: null; late: boolean }[]> =>
  (await waitingInvitations(ctx)).map(({ href, partnership }) => ({
    href,
    what: text[ctx.lang].due.invitation(partnership),
    until: null,
    late: false,
  }));
