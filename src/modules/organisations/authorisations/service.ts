import { DATA_CLASSES } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { formatDate } from '#kernel/time.ts';
import * as root from '../queries.ts';
import { institutionOf, today } from '../service.ts';
import * as workers from '../workers/queries.ts';
import type { Authorisation } from '../workers/schema.ts';
import * as queries from './queries.ts';
import { type AuthorisationDocument, type AuthorisationForm, periodOf } from './schema.ts';
import { text } from './text.pl.ts';

const fromRow = (row: queries.AuthorisationRow): Authorisation => ({
  id: row.id,
  // In the order of the classes, not of the ticks.
  scope: DATA_CLASSES.filter((c) => row.scope.includes(c)),
  from: row.valid_from,
  to: row.valid_to,
  document: row.document,
  revokedOn: row.revoked_on,
});

export const authorisationsOf = async (ctx: Ctx, workerId: string): Promise<Authorisation[]> =>
  (await queries.findAuthorisations(ctx, workerId)).map(fromRow);

/**
 * Gives a documented authorisation to process data (UPS art. 100(7), RPSZ art. 50, UZS art. 8b). Two cannot be in
 * force on one day: the old one is revoked first. Throws `invalid` beside the field.
 */
export async function authorise(ctx: Ctx, workerId: string, form: AuthorisationForm): Promise<string> {
  const worker = await workers.lockWorker(ctx, workerId);
  if (!worker) throw notFound();
  const { from, to } = periodOf(form, today(ctx));
  const [other] = await queries.findOverlapping(ctx, workerId, from, to);
  if (other)
    throw invalid({
      field: 'from',
      message: text[ctx.lang].overlap(other.document, formatDate(other.valid_to, ctx.lang)),
    });
  const id = newId();
  await queries.insertAuthorisation(ctx, {
    id,
    workerId,
    scope: form.scope,
    from,
    to,
    document: form.document,
  });
  await record(ctx, {
    action: 'authorisation.give',
    objectType: 'authorisation',
    objectId: id,
    detail: { worker: workerId, scope: form.scope.join(','), from, to },
  });
  return id;
}

/** Takes an authorisation back: access to cases ends with this request. */
export async function revoke(ctx: Ctx, id: string): Promise<string> {
  const row = await queries.findDocument(ctx, id);
  if (!row) throw notFound();
  if (!(await workers.lockWorker(ctx, row.worker_id))) throw notFound();
  if ((await queries.revoke(ctx, id, today(ctx))) === 0)
    throw new AppError('conflict', { reason: 'authorisation_ended' });
  await record(ctx, {
    action: 'authorisation.revoke',
    objectType: 'authorisation',
    objectId: id,
    detail: { worker: row.worker_id },
  });
  return row.worker_id;
}

/** The authorisation as a document to print and sign. */
export async function documentOf(ctx: Ctx, id: string): Promise<AuthorisationDocument> {
  const row = await queries.findDocument(ctx, id);
  const institution = await root.findInstitution(ctx, ctx.actor.institutionId);
  if (!row || !institution) throw notFound();
  return {
    ...fromRow(row),
    workerId: row.worker_id,
    worker: row.worker,
    givenBy: row.given_by_name,
    ...institutionOf(institution),
    inForce: row.revoked_on === null && row.valid_to >= today(ctx),
  };
}

/** Tells whoever runs an institution how many authorisations end within a month, and again within a week. Once each. */
export async function tellEnding(ctx: Ctx, appUrl: string): Promise<number> {
  const due = await queries.takeEnding(ctx);
  const t = text.pl.mail;
  for (const { email, within_days, how_many } of due)
    if (email && within_days && how_many)
      await sendMail(ctx, {
        to: email,
        subject: t.subject,
        body: `${t.body(how_many, within_days)}\n\n${appUrl}/institution\n`,
      });
  return due.length;
}
