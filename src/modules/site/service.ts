import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { fromPerson } from '#kernel/forms/guest.ts';
import { mayHoldIdentifier, sendMail } from '#kernel/mail.ts';
import type { ReportBody } from './schema.ts';
import { text } from './text.pl.ts';

/** A problem somebody met goes to the operator by mail. A form filled in by a program goes nowhere, and is told nothing. */
export async function reportProblem(ctx: Ctx, to: string, report: ReportBody): Promise<void> {
  if (!fromPerson(ctx, report)) return;
  for (const field of ['what', 'from', 'id', 'email'] as const)
    if (mayHoldIdentifier(report[field])) throw invalid({ field, message: text[ctx.lang].report.identifier });
  const t = text.pl.report;
  await sendMail(ctx, {
    to,
    subject: t.subject,
    body: [
      report.what,
      '',
      `${t.where}: ${report.from || '–'}`,
      `${t.id}: ${report.id || '–'}`,
      `${t.email}: ${report.email || '–'}`,
    ].join('\n'),
  });
}
