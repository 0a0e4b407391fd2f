import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatTime, startOfDay, warsawDate } from '#kernel/time.ts';
import * as queries from '../attendance/queries.ts';
import { monthName, monthOf } from '../attendance/service.ts';
import { type Text, text } from '../attendance/text.pl.ts';
import { inLang, issue, officeOf, officialLang } from '../printing/service.ts';
import type { Block } from '../schema.ts';

/** So many sessions fit across a page and leave room for a signature. */
const ACROSS = 12;
const SPARE = 2;

/** A list of a group for a month, one column a session: to be signed by hand (`blank`), or as it was marked. */
export async function monthRegister(
  request: Ctx,
  groupId: string,
  month: string,
  how: { lang?: Lang; blank?: boolean } = {},
): Promise<Response> {
  const lang = officialLang(request, how.lang);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const group = await queries.findGroup(ctx, groupId);
  if (!group) throw notFound();
  const { first, next } = monthOf(month);
  const [from, to] = [startOfDay(first), startOfDay(next)];
  const sessions = await queries.findGroupSessions(ctx, groupId, from, to);
  const people = await queries.findPeople(ctx, groupId, from, to);
  const marks = await queries.findMarks(
    ctx,
    sessions.map((s) => s.id),
  );
  const letters: Readonly<Record<string, string>> = t.letters;
  const cell = (sessionId: string, caseId: string) => {
    const line = marks.find((m) => m.session_id === sessionId && m.case_id === caseId);
    return how.blank ? (line ? '' : '–') : (letters[line?.mark ?? ''] ?? '');
  };
  const parts = Array.from({ length: Math.ceil(sessions.length / ACROSS) }, (_, i) =>
    sessions.slice(i * ACROSS, (i + 1) * ACROSS),
  );
  const tables = parts.map(
    (part): Block => ({
      kind: 'register',
      header: [t.no, t.name, ...part.map((s) => dayHeader(s.starts_at))],
      columns: ['auto', 4, ...part.map(() => 1.3)],
      centredFrom: 2,
      rows: [
        ...people.map((p, i) => [String(i + 1), p.name ?? '', ...part.map((s) => cell(s.id, p.case_id))]),
        ...Array.from({ length: how.blank ? SPARE : 0 }, (_, i) => [
          String(people.length + i + 1),
          '',
          ...part.map(() => ''),
        ]),
      ],
    }),
  );
  return issue(ctx, {
    kind: 'register',
    objectId: group.id,
    subjects:
      people.length > 0
        ? people.map((p) => ({ caseId: p.case_id, personId: p.person_id }))
        : [{ caseId: null, personId: null }],
    classes: ['D1', 'D6'],
    name: [t.file, month],
    lang,
    sheet: {
      title: t.month,
      institution: await officeOf(ctx, ctx.actor.institutionId),
      number: '',
      landscape: true,
      blocks: [
        { kind: 'facts', pairs: facts(t, group, month) },
        ...(sessions.length === 0 ? [{ kind: 'text' as const, text: t.noSessions }] : tables),
        ...(how.blank ? [] : [{ kind: 'small' as const, text: t.legend }]),
        { kind: 'signatures', people: [{ role: t.confirm, name: group.worker_name, signed: null }] },
        { kind: 'small', text: t.confidential },
      ],
    },
  });
}

const facts = (
  t: Text,
  group: { name: string; place: string; worker_name: string | null },
  month: string,
): (readonly [string, string | null])[] => [
  [t.group, group.name],
  [t.monthName, monthName(t, month)],
  [t.where, group.place],
  [t.leader, group.worker_name],
];

/** „05.03”, and the hour beneath it. */
function dayHeader(startsAt: Date): string {
  const [, month, day] = warsawDate(startsAt).split('-');
  return `${day}.${month}\n${formatTime(startsAt)}`;
}
