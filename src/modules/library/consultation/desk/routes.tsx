import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { answerBody, remarkParams, removeBody, showBody } from '../remarks/schema.ts';
import { allRemarks, answer, readRemark, remove, show } from '../remarks/service.ts';
import { newRoundBody, newRoundQuery, roundBody, roundParams } from '../schema.ts';
import { changeRound, consultable, openRound, readPart, readRound } from '../service.ts';
import { DeskRemarkPage } from './pages/remark.tsx';
import { DeskRoundPage, NewRoundPage } from './pages/round.tsx';

const editor = { permission: 'library.edit' } as const;
const HERE = '/library/edit/consultations';
const REMARK = `${HERE}/remarks/:id`;

type Sent = Pick<Rejected<unknown>, 'values' | 'errors' | 'current'>;
const sentOf = (sent: Sent | undefined) =>
  sent && { values: sent.values, errors: sent.errors, ...(sent.current && { now: sent.current }) };

const newPage = async (ctx: Ctx, document: string, sent?: Sent) => (
  <NewRoundPage
    documents={await consultable(ctx)}
    formKey={newId()}
    {...(sentOf(sent) ?? {
      values: {
        document,
        lang: ctx.lang === 'en' ? 'en' : 'pl',
        source: 'shown',
        guests: 'wait',
        opensOn: formatDate(warsawDate(ctx.now), ctx.lang),
      },
    })}
  />
);

async function roundPage(ctx: Ctx, id: string, sent?: Sent) {
  return (
    <DeskRoundPage
      round={await readRound(ctx, id)}
      remarks={await allRemarks(ctx, id)}
      formKey={newId()}
      {...sentOf(sent)}
    />
  );
}

async function remarkPage(ctx: Ctx, id: string, sent?: Sent) {
  const remark = await readRemark(ctx, id);
  const { paragraphs } = await readPart(ctx, remark.consultationId, remark.position);
  return (
    <DeskRemarkPage
      round={await readRound(ctx, remark.consultationId)}
      remark={remark}
      paragraph={paragraphs.find(({ key }) => key === remark.block) ?? null}
      formKey={newId()}
      {...sentOf(sent)}
    />
  );
}

/** Rounds as editors open, change and answer them. */
export const deskRoutes: readonly Route[] = [
  page(`${HERE}/new`, { ...editor, query: newRoundQuery }, (ctx, { query }) => newPage(ctx, query.document)),
  form(
    `${HERE}/new`,
    { ...editor, body: newRoundBody },
    async (ctx, { body }) => redirect(`${HERE}/${await openRound(ctx, body)}`),
    (ctx, sent) => newPage(ctx, '', sent),
  ),
  page(REMARK, { ...editor, params: remarkParams }, (ctx, { params }) => remarkPage(ctx, params.id)),
  form(
    `${REMARK}/answer`,
    { ...editor, params: remarkParams, body: answerBody },
    async (ctx, { params, body }) =>
      redirect(`${HERE}/${(await answer(ctx, params.id, body)).consultationId}`),
    (ctx, sent) => remarkPage(ctx, sent.params.id, sent),
  ),
  form(
    `${REMARK}/show`,
    { ...editor, params: remarkParams, body: showBody },
    async (ctx, { params, body }) => {
      await show(ctx, params.id, body._version);
      return redirect(`${HERE}/remarks/${params.id}`);
    },
    (ctx, sent) => remarkPage(ctx, sent.params.id, sent),
  ),
  form(
    `${REMARK}/remove`,
    { ...editor, params: remarkParams, body: removeBody },
    async (ctx, { params, body }) =>
      redirect(`${HERE}/${(await remove(ctx, params.id, body)).consultationId}`),
    (ctx, sent) => remarkPage(ctx, sent.params.id, sent),
  ),
  page(`${HERE}/:id`, { ...editor, params: roundParams }, (ctx, { params }) => roundPage(ctx, params.id)),
  form(
    `${HERE}/:id`,
    { ...editor, params: roundParams, body: roundBody },
    async (ctx, { params, body: { _version, ...body } }) => {
      await changeRound(ctx, params.id, body, _version);
      return redirect(`${HERE}/${params.id}`);
    },
    (ctx, sent) => roundPage(ctx, sent.params.id, sent),
  ),
];
