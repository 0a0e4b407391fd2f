import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { addMonths, formatDate, formatTime, type LocalDate, startOfDay, warsawDate } from '#kernel/time.ts';
import { loadCase } from '../../service.ts';
import { attendanceOf, loadSession, type Mark } from '../../sessions/api.ts';
import { inLang, issue, namedPerson, numberPart, officeOf, officialLang } from '../printing/service.ts';
import type { Block } from '../schema.ts';
import { type Text, text } from './text.pl.ts';

/** Empty lines at the end of a list to be signed: for somebody who comes unannounced. */
const SPARE = 2;

export const figure = (n: number, lang: Lang): string =>
  new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(n);

/** The first day of a month given as `2026-03`, and the first of the next one. */
export function monthOf(month: string): { first: LocalDate; next: LocalDate } {
  const first = `${month}-01`;
  return { first, next: addMonths(first, 1) };
}

export function monthName(t: Text, month: string): string {
  const names: Readonly<Record<string, string>> = t.months;
  return `${names[`m${month.slice(5, 7)}`] ?? ''} ${month.slice(0, 4)}`;
}

export const markLabel = (t: Text, mark: Mark | null): string => (mark === null ? t.unmarked : t.marks[mark]);

/**
 * The list of one session of the own institution: to be signed by hand (`blank`), or as it was marked. Every person on
 * it gets an access record. Throws `not_found` for a session of somebody else.
 */
export async function sessionRegister(
  request: Ctx,
  sessionId: string,
  how: { lang?: Lang; blank?: boolean } = {},
): Promise<Response> {
  const lang = officialLang(request, how.lang);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const { session, attendees } = await loadSession(ctx, sessionId);
  const day = warsawDate(session.startsAt);
  const row = (i: number) => attendees[i];
  const count = attendees.length + (how.blank ? SPARE : 0);
  const rows = Array.from({ length: count }, (_, i) => {
    const a = row(i);
    const who = [String(i + 1), a?.name ?? '', a?.caseNumber ?? ''];
    if (how.blank) return [...who, ''];
    return [...who, a ? markLabel(t, a.mark) : '', a?.minutes ? String(a.minutes) : ''];
  });
  const list: Block = how.blank
    ? {
        kind: 'register',
        header: [t.no, t.name, t.case, t.signature],
        columns: ['auto', 5, 'auto', 6],
        centredFrom: 9,
        rows,
      }
    : {
        kind: 'records',
        header: [t.no, t.name, t.case, t.presence, t.minutes],
        columns: ['auto', 5, 'auto', 5, 'auto'],
        rows,
        empty: t.nobody,
      };
  return issue(ctx, {
    kind: 'register',
    objectId: session.id,
    subjects:
      attendees.length > 0
        ? attendees.map((a) => ({ caseId: a.caseId, personId: a.personId }))
        : [{ caseId: null, personId: null }],
    classes: ['D1', 'D6'],
    name: [t.file, day],
    lang,
    sheet: {
      title: t.session,
      institution: await officeOf(ctx, session.institutionId),
      number: '',
      blocks: [
        {
          kind: 'facts',
          pairs: [
            [t.activity, session.title],
            ...(session.groupName ? [[t.group, session.groupName] as const] : []),
            [t.when, t.at(formatDate(day, lang), formatTime(session.startsAt), figure(session.hours, lang))],
            [t.where, session.place],
            [t.leader, session.workerName],
          ],
        },
        ...(session.cancelledAt ? [{ kind: 'notice' as const, text: t.cancelled }] : []),
        list,
        { kind: 'signatures', people: [{ role: t.confirm, name: session.workerName, signed: null }] },
        { kind: 'small', text: t.confidential },
      ],
    },
  });
}

/** The sessions of one case in a month, of every institution whose attendance the reader may see. */
export async function attendanceCard(
  request: Ctx,
  caseId: string,
  month: string,
  wanted?: Lang,
): Promise<Response> {
  const lang = officialLang(request, wanted);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const c = await loadCase(ctx, caseId);
  const { first, next } = monthOf(month);
  const all = (await attendanceOf(ctx, caseId)).filter(
    (a) => a.startsAt >= startOfDay(first) && a.startsAt < startOfDay(next),
  );
  const held = all.filter((a) => !a.cancelled && a.mark !== null);
  const present = held.filter((a) => a.mark === 'present');
  const hours = present.reduce((sum, a) => sum + (a.minutes === null ? a.hours : a.minutes / 60), 0);
  return issue(ctx, {
    kind: 'attendance',
    objectId: c.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1', 'D6'],
    name: [t.file, numberPart(c.number), month],
    lang,
    sheet: {
      title: t.card,
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      blocks: [
        {
          kind: 'facts',
          pairs: [
            [t.person, (await namedPerson(ctx, c)).name],
            [t.monthName, monthName(t, month)],
          ],
        },
        {
          kind: 'records',
          header: [t.date, t.activity, t.institution, t.hours, t.presence],
          columns: ['auto', 5, 4, 'auto', 4],
          empty: t.noSessions,
          rows: all.map((a) => [
            `${formatDate(a.date, lang)}\n${formatTime(a.startsAt)}`,
            a.title,
            a.institutionName,
            figure(a.minutes === null ? a.hours : a.minutes / 60, lang),
            a.cancelled ? t.cancelled : markLabel(t, a.mark),
          ]),
        },
        { kind: 'text', text: t.total(present.length, held.length, figure(hours, lang)) },
      ],
    },
  });
}
