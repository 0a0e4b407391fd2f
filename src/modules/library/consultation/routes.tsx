import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { writeCsv, writeXlsx } from '#kernel/tabular/write.ts';
import { deskRoutes } from './desk/routes.tsx';
import { PartPage } from './pages/part.tsx';
import { RoundPage } from './pages/round.tsx';
import { RoundsPage } from './pages/rounds.tsx';
import { ConfirmPage, RemarkNotePage, RemarkPage } from './remarks/pages/write.tsx';
import { emptyBody, remarkBody, remarkQuery } from './remarks/schema.ts';
import { confirm, leave, linked, remarksOf, speaksForInstitution } from './remarks/service.ts';
import { ReportPage } from './report/pages/report.tsx';
import { reportOf, reportTable } from './report/service.ts';
import { partParams, roundParams, WHOLE } from './schema.ts';
import { editsRounds, partsOf, readPart, readRound, rounds } from './service.ts';
import { text } from './text.pl.ts';

const open = { permission: 'public' } as const;
const round = { ...open, params: roundParams } as const;
const part = { ...open, params: partParams } as const;

async function writePage(
  ctx: Ctx,
  at: { id: string; position: number },
  block: string,
  sent: Pick<Rejected<unknown>, 'values' | 'errors'> | undefined = undefined,
) {
  const of = await readRound(ctx, at.id);
  if (of.state !== 'open') return redirect(`/consultations/${at.id}/${at.position}`);
  const { paragraphs } = await readPart(ctx, at.id, at.position);
  const paragraph = paragraphs.find(({ key }) => key === block) ?? null;
  if (!paragraph && block !== WHOLE) throw notFound();
  return (
    <RemarkPage
      round={of}
      position={at.position}
      paragraph={paragraph}
      institution={speaksForInstitution(ctx) ? ctx.actor.institutionName : null}
      formKey={newId()}
      {...sent}
    />
  );
}

async function confirmPage(ctx: Ctx, token: string) {
  const link = await linked(ctx, token);
  if (link.state === 'open') return <ConfirmPage token={token} />;
  const back = `/consultations/${link.roundId}/${link.position}#${link.block}`;
  return <RemarkNotePage note={link.state} back={back} />;
}

const download = (bytes: string | Uint8Array, type: string, name: string): Response =>
  new Response(typeof bytes === 'string' ? bytes : Uint8Array.from(bytes), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });

/** A text is put to everybody, spoken about paragraph by paragraph, and each remark is answered. */
export const consultationRoutes: readonly Route[] = [
  ...deskRoutes,
  page('/consultations', open, async (ctx) => (
    <RoundsPage rounds={await rounds(ctx)} edits={editsRounds(ctx)} />
  )),
  page('/consultations/confirm/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    confirmPage(ctx, params.token),
  ),
  form(
    '/consultations/confirm/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await confirm(ctx, params.token);
      return redirect(`/consultations/confirm/${params.token}`);
    },
  ),
  page('/consultations/:id', round, async (ctx, { params: { id } }) => (
    <RoundPage round={await readRound(ctx, id)} parts={await partsOf(ctx, id)} edits={editsRounds(ctx)} />
  )),
  page('/consultations/:id/sent', round, async (ctx, { params: { id } }) => {
    await readRound(ctx, id);
    return <RemarkNotePage note="sent" back={`/consultations/${id}`} />;
  }),
  page('/consultations/:id/report', round, async (ctx, { params: { id } }) => (
    <ReportPage round={await readRound(ctx, id)} rows={await reportOf(ctx, id)} />
  )),
  page('/consultations/:id/report.csv', round, async (ctx, { params: { id } }) => {
    await readRound(ctx, id);
    const { headers, rows } = reportTable(ctx, await reportOf(ctx, id));
    const name = `${text[ctx.lang].reporting.file}-${id.slice(-6)}.csv`;
    return download(writeCsv(headers, rows), 'text/csv; charset=utf-8', name);
  }),
  page('/consultations/:id/report.xlsx', round, async (ctx, { params: { id } }) => {
    await readRound(ctx, id);
    const { headers, rows } = reportTable(ctx, await reportOf(ctx, id));
    return download(
      await writeXlsx(headers, rows, { sheet: text[ctx.lang].title }),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      `${text[ctx.lang].reporting.file}-${id.slice(-6)}.xlsx`,
    );
  }),
  page('/consultations/:id/:position', part, async (ctx, { params: { id, position } }) => (
    <PartPage
      round={await readRound(ctx, id)}
      part={await readPart(ctx, id, position)}
      remarks={await remarksOf(ctx, id, position)}
    />
  )),
  page('/consultations/:id/:position/remark', { ...part, query: remarkQuery }, (ctx, { params, query }) =>
    writePage(ctx, params, query.block),
  ),
  form(
    '/consultations/:id/:position/remark',
    { ...part, body: remarkBody },
    async (ctx, { params, body }) => {
      const done = await leave(ctx, params, body, currentRequest().address);
      return redirect(
        done === 'shown'
          ? `/consultations/${params.id}/${params.position}#${body.block}`
          : `/consultations/${params.id}/sent`,
      );
    },
    (ctx, { params, values, errors }) =>
      writePage(ctx, params, remarkQuery.parse({ block: values.block }).block, { values, errors }),
  ),
];
