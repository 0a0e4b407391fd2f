import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, formatDateTime, formatTime, warsawDate } from '#kernel/time.ts';
import type { Meeting } from '../../schema.ts';
import { note } from '../../service.ts';
import { text as words } from '../../text.pl.ts';
import type { MinutesPoint } from '../schema.ts';
import { minutesOf, notesOf, signaturesOf } from '../service.ts';
import { text } from '../text.pl.ts';

/** The minutes as an accessible PDF; a text not signed says so. */
export async function printMinutes(ctx: Ctx, meeting: Meeting): Promise<{ bytes: Uint8Array; name: string }> {
  const minutes = await minutesOf(ctx, meeting);
  if (!minutes || (minutes.state === 'draft' && !meeting.runs)) throw notFound();
  const lang = ctx.lang === 'en' ? 'en' : 'pl';
  const t = text[lang];
  const c = minutes.content;
  const date = (at: Date) => formatDate(warsawDate(at), lang);
  const from = new Date(c.startsAt);
  const signatures = await signaturesOf(ctx, meeting.id, minutes.round);
  const data = {
    institution: { name: c.place, lines: [t.bodies[c.bodyKind]] },
    number: '',
    generated: formatDate(warsawDate(ctx.now), lang),
    mark: minutes.state === 'signed' ? '' : minutes.state === 'sent' ? t.toRemarks : t.draft,
    words: {
      present: t.present,
      points: t.points,
      general: t.title,
      agreed: t.agreedBy,
      corrections: t.corrections,
    },
    facts: [
      [t.when, `${formatDateTime(from, lang)}–${formatTime(new Date(c.endsAt))}`],
      [t.where, c.where || words[lang].modes[c.mode]],
      [t.chair, c.chair],
      [t.clerk, c.clerk],
    ],
    present: c.present.map((p) => [p.name, p.from].filter(Boolean).join(', ')),
    points: c.points.map((p) => ({ title: p.title, notes: p.notes, items: itemsOf(p, lang) })),
    general: c.general,
    signatures: signatures.map(
      (s) =>
        `${s.worker}, ${s.institution}${s.role === 'chair' ? ` (${t.asChair})` : ''}, ${date(s.signedAt)}`,
    ),
    closed: minutes.signedAt && minutes.how ? t.signedHow[minutes.how](date(minutes.signedAt)) : '',
    corrections: (await notesOf(ctx, meeting.id)).map((n) => `${date(n.madeAt)}: ${n.note}`),
  };
  const bytes = await renderPdf('src/modules/partnerships/meetings/minutes/pages/minutes.typ', data, {
    lang,
    title: `${t.title}: ${c.title}`,
    at: ctx.now,
  });
  await note(ctx, 'minutes_print', meeting.id);
  return { bytes, name: `minutes-${warsawDate(from)}.pdf` };
}

function itemsOf(p: MinutesPoint, lang: 'pl' | 'en'): string[] {
  const t = text[lang];
  const day = (date: string) => formatDate(date, lang);
  return [
    ...p.decisions.map((d) =>
      [
        `${t.decision} ${d.number}: ${d.body}`,
        t.from(day(d.validFrom)),
        d.checkOn && t.check(day(d.checkOn)),
        d.votes && t.votes(d.votes),
      ]
        .filter(Boolean)
        .join('; '),
    ),
    ...p.tasks.map((task) => `${t.task}: ${task.what} (${task.owner}, ${t.until(day(task.due))})`),
  ];
}
