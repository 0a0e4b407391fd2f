import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { enqueue } from '#kernel/jobs.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { mayOrganise } from '../policy.ts';
import { newCode } from '../registering/schema.ts';
import { held, type Registration } from '../registering/service.ts';
import { addressLine, type Event, inLang } from '../schema.ts';
import { eventOf, rulesOf } from '../service.ts';
import { text as words } from '../text.pl.ts';
import * as queries from './queries.ts';
import {
  CERTIFICATE_CODE,
  type Certificate,
  type EvaluationForm,
  type Results,
  type Verified,
} from './schema.ts';
import { text } from './text.pl.ts';

export interface Afterwards {
  readonly attended: number;
  readonly mayAnswer: boolean;
  readonly certificate: Certificate | null;
}

/** What an event left for somebody who had a place: whether they came, may answer, and the certificate. */
export async function afterOf(ctx: Ctx, registration: Registration, event: Event): Promise<Afterwards> {
  const attended = (await queries.countAttended(ctx, registration.id)).n ?? 0;
  const over = event.lastAt !== null && event.lastAt < ctx.now;
  return {
    attended,
    mayAnswer: over && attended > 0 && (await queries.hasAnswered(ctx, registration.id)) === null,
    certificate: await queries.findCertificate(ctx, registration.id),
  };
}

/** One anonymous answer of somebody who was there. The access record does not say what about it was. */
export async function evaluate(ctx: Ctx, token: string, form: EvaluationForm): Promise<void> {
  const registration = await held(ctx, token);
  const event = await eventOf(ctx, { id: registration.eventId });
  if (!(await afterOf(ctx, registration, event)).mayAnswer) return;
  await queries.noteAnswered(ctx, registration.id);
  await queries.answer(ctx, event.id, form);
}

/** Answers added up for the organiser; null while there are fewer than five. */
export async function resultsOf(ctx: Ctx, eventId: string): Promise<Results | null> {
  const row = await queries.resultsOf(ctx, eventId);
  if (!row?.answers) return null;
  const { useful, organised, accessible, intend } = row;
  return {
    answers: row.answers,
    marks: {
      useful: useful ?? 0,
      organised: organised ?? 0,
      accessible: accessible ?? 0,
      intend: intend ?? 0,
    },
    comments: row.comments ?? [],
  };
}

/** Gives a certificate to everybody who came to enough of the dates. Throws `invalid` before the event is over. */
export async function issueCertificates(ctx: Ctx, eventId: string): Promise<number> {
  const event = await eventOf(ctx, { id: eventId });
  if (!mayOrganise(ctx.actor, event).allowed || !event.certificate) throw notFound();
  if (!event.lastAt || event.lastAt > ctx.now) throw invalid({ field: '', message: text[ctx.lang].notOver });
  await queries.holdPlaces(ctx, eventId);
  const { certificate_percent: percent } = await rulesOf(ctx);
  const due = await queries.entitled(ctx, eventId, percent);
  const year = warsawDate(ctx.now).slice(0, 4);
  for (const { id, attended } of due)
    await queries.issue(ctx, { id, eventId, attended: attended ?? 1, code: newCode(CERTIFICATE_CODE), year });
  for (const { id } of due) await enqueue(ctx, 'events.letter', { id, kind: 'certificate' });
  await record(ctx, {
    action: 'events.certificates',
    objectType: 'event',
    objectId: eventId,
    detail: { count: due.length },
  });
  return due.length;
}

export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** The certificate as PDF/UA, for the holder of the link. */
export async function certificatePdf(
  ctx: Ctx,
  token: string,
  siteUrl: string,
): Promise<{ bytes: Uint8Array; name: string }> {
  const registration = await held(ctx, token);
  const event = await eventOf(ctx, { id: registration.eventId });
  const certificate = await queries.findCertificate(ctx, registration.id);
  if (!certificate) throw notFound();
  const lang = ctx.lang === 'en' ? 'en' : 'pl';
  const t = text[lang];
  const days = event.occurrences
    .filter((o) => !o.cancelled)
    .map((o) => formatDate(warsawDate(o.startsAt), lang));
  const data = {
    institution: { name: event.institutionName, lines: [] },
    number: certificate.number,
    name: `${registration.givenName} ${registration.familyName}`,
    took: t.took,
    title: inLang(lang, event.titlePl, event.titleEn),
    facts: [
      [t.kind, words[lang].kinds[event.kind]],
      [t.when, days.length > 4 ? `${days[0]} – ${days.at(-1)}` : days.join(', ')],
      [t.where, event.mode === 'online' ? words[lang].modes.online : addressLine(event)],
      ...(certificate.hours === null
        ? []
        : [[t.hours, String(certificate.hours).replace('.', lang === 'pl' ? ',' : '.')]]),
      [t.attended, String(certificate.dates)],
      [t.issued, formatDate(certificate.issuedOn, lang)],
    ],
    verify: t.verify(`${siteUrl}/events/certificates`, grouped(certificate.code)),
  };
  const bytes = await renderPdf('src/modules/events/after/pages/certificate.typ', data, {
    lang,
    title: t.certificate,
    at: ctx.now,
  });
  await record(withoutSecret(ctx, '/events/ticket'), {
    action: 'events.certificate_print',
    objectType: 'registration',
    objectId: registration.id,
  });
  return { bytes, name: `${certificate.number.replaceAll('/', '-')}.pdf` };
}

/** What a code from a certificate stands for; null for a code nobody gave. */
export async function verify(ctx: Ctx, code: string): Promise<Verified | null> {
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)) return null;
  const row = await queries.verify(ctx, code);
  return row && { ...row, number: row.number ?? '', issuedOn: row.issuedOn ?? '', dates: row.dates ?? 0 };
}

export const certificatesOf = async (ctx: Ctx, eventId: string): Promise<number> =>
  (await queries.countCertificates(ctx, eventId)).n ?? 0;
