import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { addDays, type LocalDate, startOfDay } from '#kernel/time.ts';
import { refreshBasisWaits } from '../basis/waits/api.ts';
import {
  asClasses,
  basisDecision,
  closeGrants,
  legalBases,
  openClasses,
  recipientsOf,
} from '../grants/api.ts';
import type { SharedCase } from '../schema.ts';
import { deadline, holdCase, loadCase, mayWriteClass, recordChange, today } from '../service.ts';
import { mayWithdraw, narrows, wrongChoice } from './policy.ts';
import * as queries from './queries.ts';
import { type Consent, type ConsentBody, consentInForce, readShares, WARNING_DAYS } from './schema.ts';

const fromRow = (row: queries.ConsentRow): Consent => ({
  id: row.id,
  caseId: row.case_id,
  institutionId: row.institution_id,
  institutionName: row.institution_name ?? '',
  institutionType: row.institution_type ?? '',
  classes: asClasses(row.classes),
  textVersion: row.text_version,
  lang: row.lang,
  givenOn: row.given_on,
  way: row.way,
  note: row.note,
  validTo: row.valid_to,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
  rowVersion: row.row_version,
});

/** The ledger of consents of a case, newest first. */
export const consentsOf = async (ctx: Ctx, caseId: string): Promise<Consent[]> =>
  (await queries.findConsents(ctx, caseId)).map(fromRow);

export async function consentOf(ctx: Ctx, caseId: string, consentId: string): Promise<Consent> {
  const consent = (await consentsOf(ctx, caseId)).find((c) => c.id === consentId);
  if (!consent) throw notFound();
  return consent;
}

/** Notes that stay in the institution which wrote them: nobody is asked for consent to them. */
const OWN_NOTES: readonly DataClass[] = ['D9', 'D10'];

export const consentTexts = (ctx: Ctx) => queries.findConsentTexts(ctx, today(ctx));
export const defaultEnd = (ctx: Ctx): Promise<LocalDate> => deadline(ctx, 'consent_default');

/**
 * Takes down a consent form: one consent for each institution ticked, and its grants at once. Returns the ids.
 * `body.share_<institution>` are the classes ticked. Throws `invalid` with the fields to correct.
 */
export async function recordConsents(ctx: Ctx, caseId: string, body: ConsentBody): Promise<string[]> {
  const c = await holdCase(ctx, caseId);
  if (!(await basisDecision(ctx, c)).allowed) throw notFound();
  const [textVersion = '', lang = ''] = body.text.split('|');
  const recipients = await recipientsOf(ctx, c);
  const shares = readShares(body);
  const errors: FieldError[] = [];
  const day = today(ctx);
  const givenOn = parseDate(body.given_on, { today: day, yearless: 'past' });
  const validTo = parseDate(body.valid_to, { today: day, yearless: 'future' });
  if (!(await consentTexts(ctx)).some((t) => t.version === textVersion && t.lang === lang))
    errors.push({ field: 'text', message: 'choice' });
  if (!givenOn) errors.push({ field: 'given_on', message: 'date.invalid' });
  else if (givenOn > day) errors.push({ field: 'given_on', message: 'date.future' });
  if (!validTo) errors.push({ field: 'valid_to', message: 'date.invalid' });
  else if (validTo < day) errors.push({ field: 'valid_to', message: 'date.past' });
  for (const [institutionId, classes] of shares) {
    const recipient = recipients.find((r) => r.institutionId === institutionId);
    const wrong = recipient ? wrongChoice(classes, recipient.classes) : 'beyond';
    if (wrong) errors.push({ field: `share_${institutionId}`, message: `consent.${wrong}` });
  }
  if (shares.size === 0)
    errors.push({
      field: recipients[0] ? `share_${recipients[0].institutionId}` : '',
      message: 'choices',
    });
  if (errors.length > 0 || !givenOn || !validTo) throw invalid(...errors);

  const ids: string[] = [];
  for (const recipient of recipients) {
    const classes = shares.get(recipient.institutionId);
    if (!classes) continue;
    const id = newId();
    await queries.insertConsent(ctx, {
      id,
      caseId,
      institutionId: recipient.institutionId,
      classes,
      textVersion,
      lang,
      givenOn,
      way: body.way,
      note: body.note,
      validTo,
    });
    // With the consent comes the institution's own notebook: it is written there and read by nobody else.
    await openClasses(ctx, caseId, recipient, recipient.basis, [...classes, 'D9'], {
      consentId: id,
      validTo: startOfDay(addDays(validTo, 1)),
    });
    // What the institution was shown while it answered gives way to what the person has agreed to.
    await closeGrants(
      ctx,
      caseId,
      'narrowed',
      (g) =>
        g.institutionId === recipient.institutionId &&
        g.consentId === null &&
        g.basisCode === recipient.basis.code,
    );
    await recordChange(ctx, c, 'consent.given', 'consent', id, {
      institution: recipient.institutionId,
      until: validTo,
      lang,
      version: textVersion,
    });
    ids.push(id);
  }
  await refreshBasisWaits(ctx, caseId);
  return ids;
}

/** Holds the consent; `not_found` for whoever may not see it. */
async function hold(ctx: Ctx, consentId: string): Promise<{ consent: Consent; c: SharedCase }> {
  const row = await queries.lockConsent(ctx, consentId);
  if (!row || !mayWithdraw(ctx.actor).allowed) throw notFound();
  return { consent: fromRow(row), c: await loadCase(ctx, row.case_id) };
}

const tellRecipient = (ctx: Ctx, consent: Consent): Promise<void> =>
  enqueue(ctx, 'cases.consent_changed', { caseId: consent.caseId, institutionId: consent.institutionId });

/**
 * Withdraws a consent: the recipient's view closes at once, whatever rests on other bases stays. By the participant
 * (`by: 'participant'`) or by a worker on the person's statement. A second withdrawal changes nothing.
 */
export async function withdrawConsent(
  ctx: Ctx,
  consentId: string,
  by: 'participant' | 'worker',
  saidOn: LocalDate = today(ctx),
): Promise<void> {
  const { consent, c } = await hold(ctx, consentId);
  if (consent.withdrawnAt) return;
  const others = (await consentsOf(ctx, consent.caseId)).some(
    (o) => o.id !== consent.id && o.institutionId === consent.institutionId && consentInForce(o, today(ctx)),
  );
  const bases = new Set((await legalBases(ctx)).filter((b) => b.kind === 'consent').map((b) => b.code));
  await queries.withdraw(ctx, consent.id, by);
  // Before the doors close: the worker who writes this may be of the very institution that loses its view.
  await recordChange(ctx, c, 'consent.withdrawn', 'consent', consent.id, {
    institution: consent.institutionId,
    by,
    said_on: saidOn,
  });
  await tellRecipient(ctx, consent);
  await closeGrants(
    ctx,
    consent.caseId,
    'withdrawn',
    (g) =>
      g.consentId === consent.id ||
      (!others &&
        g.institutionId === consent.institutionId &&
        g.consentId === null &&
        bases.has(g.basisCode)),
  );
  if (by === 'worker' && (await mayWriteClass(ctx, c.id, 'D1')).allowed)
    await refreshBasisWaits(ctx, consent.caseId);
}

/** Leaves a consent with fewer classes, at once. Throws `invalid` for anything but a part of what was agreed to. */
export async function narrowConsent(
  ctx: Ctx,
  consentId: string,
  classes: readonly DataClass[],
): Promise<void> {
  const { consent, c } = await hold(ctx, consentId);
  if (consent.withdrawnAt) throw notFound();
  if (!narrows(consent.classes, classes)) throw invalid({ field: 'classes', message: 'consent.narrower' });
  if (!classes.includes('D1')) throw invalid({ field: 'classes', message: 'consent.needs_contact' });
  await queries.narrow(ctx, consent.id, classes);
  await recordChange(ctx, c, 'consent.narrowed', 'consent', consent.id, {
    institution: consent.institutionId,
  });
  await tellRecipient(ctx, consent);
  await closeGrants(
    ctx,
    consent.caseId,
    'narrowed',
    (g) => g.consentId === consent.id && !classes.includes(g.dataClass) && !OWN_NOTES.includes(g.dataClass),
  );
}

/** A day typed for a statement of the person: today or before. */
export function statementDay(ctx: Ctx, text: string): LocalDate {
  const day = parseDate(text, { today: today(ctx), yearless: 'past' });
  if (!day) throw invalid({ field: 'said_on', message: 'date.invalid' });
  if (day > today(ctx)) throw invalid({ field: 'said_on', message: 'date.future' });
  return day;
}

export const takenOut = queries.findTakenOut;
/** Consents and dated bases that end within 30 days, of the cases the actor sees. */
export const expiring = (ctx: Ctx) => queries.findExpiring(ctx, addDays(today(ctx), WARNING_DAYS));
export const recipientAddresses = queries.findRecipients;
