import type { Ctx } from '#kernel/context.ts';
import { sendToOperator } from './contact/service.ts';
import type { ReportBody } from './schema.ts';
import { text } from './text.pl.ts';

/** A problem somebody met goes to the operator. Throws as `sendToOperator` does. */
export async function reportProblem(
  ctx: Ctx,
  to: string,
  report: ReportBody,
  address: string,
): Promise<void> {
  const t = text.pl.report;
  const { what, from, id, email } = report;
  const lines = [
    what,
    '',
    `${t.where}: ${from || '–'}`,
    `${t.id}: ${id || '–'}`,
    `${t.email}: ${email || '–'}`,
  ];
  const fields = { what, from, id, email };
  await sendToOperator(ctx, to, { form: report, fields, subject: t.subject, lines }, address);
}
