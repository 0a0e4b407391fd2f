import type { Ctx } from '#kernel/context.ts';
import { fileResponse, openFile } from '#kernel/files/files.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { counties } from '#modules/territory/api.ts';
import type { Question } from '../../schema.ts';
import { categories, desks, topicGroups } from '../../service.ts';
import { proposals } from '../../setup/proposal/api.ts';
import { templatesOf } from '../../templates/api.ts';
import { timesOf } from '../../times/api.ts';
import * as arrange from './arrange/service.ts';
import type { Choices, Part, Sent } from './pages/parts.tsx';
import { QuestionPage } from './pages/question.tsx';
import { seen } from './presence/service.ts';
import * as reply from './reply/service.ts';
import * as schema from './schema.ts';
import { colleagues, questionView } from './service.ts';

const PATH = '/advice/desk/questions';
const quiet = { permission: 'advice.answer', params: schema.idParams } as const;
const one = { ...quiet, personal: true } as const;

async function choicesFor(ctx: Ctx, question: Question): Promise<Choices> {
  const { deskId } = question;
  const english = ctx.lang === 'en';
  return {
    colleagues: await colleagues(ctx, deskId),
    desks: (await desks(ctx))
      .filter(({ id }) => id !== deskId)
      .map((desk) => ({ value: desk.id, label: (english && desk.nameEn) || desk.namePl })),
    topics: await topicGroups(ctx),
    counties: (await counties(ctx)).map(({ code, name }) => ({ value: code, label: name })),
    proposals: (await proposals(ctx, question)).slice(0, 3),
    templates: await templatesOf(ctx, deskId),
    callers: (await categories(ctx)).map(({ code, namePl, nameEn }) => ({
      value: code,
      label: english ? nameEn : namePl,
    })),
  };
}

async function questionPage(ctx: Ctx, id: string, more: { done?: schema.Done; sent?: Sent } = {}) {
  const view = await questionView(ctx, id);
  return (
    <QuestionPage
      view={view}
      choices={await choicesFor(ctx, view.question)}
      times={await timesOf(ctx, id)}
      me={ctx.actor.subjectId}
      keys={() => newId()}
      {...more}
    />
  );
}

const again =
  (part: Part) =>
  (ctx: Ctx, { params, values, errors }: Rejected<{ id: string }>) =>
    questionPage(ctx, params.id, { sent: { part, values, errors } });
const to = (id: string, done: schema.Done) => redirect(`${PATH}/${id}?done=${done}`);
const filesOf = ({ files }: FormValues): readonly File[] =>
  (Array.isArray(files) ? files : [files]).filter((f): f is File => f instanceof File && f.size > 0);

/** One question at the desk: read, answered, looked at by a second person, put in order. */
export const questionRoutes: readonly Route[] = [
  page(`${PATH}/:id`, { ...one, query: schema.doneQuery }, (ctx, { params, query }) =>
    questionPage(ctx, params.id, { done: query.done }),
  ),
  page(`${PATH}/:id/file/:file`, { ...one, params: schema.fileParams }, async (ctx, { params }) => {
    const view = await questionView(ctx, params.id);
    const known = view.files.some((file) => file.id === params.file);
    return fileResponse(await openFile(ctx, known ? params.file : params.id));
  }),
  form(
    `${PATH}/:id/reply`,
    { ...one, body: schema.replyBody },
    async (ctx, { params, body, values }) => {
      const { _version, step, template } = body;
      const answer = { version: Number(_version), body: body.body, step, template, files: filesOf(values) };
      return to(params.id, await reply.reply(ctx, params.id, answer));
    },
    again('reply'),
  ),
  form(`${PATH}/:id/typing`, { ...quiet, body: schema.typingBody }, async (ctx, { params, body }) => {
    const kept = await reply.keepTyping(ctx, params.id, body.body);
    return new Response(null, { status: kept ? 204 : 409 });
  }),
  form(
    `${PATH}/:id/review`,
    { ...one, body: schema.reviewBody },
    async (ctx, { params, body }) => {
      return to(params.id, await reply.review(ctx, params.id, { ...body, version: Number(body._version) }));
    },
    again('review'),
  ),
  form(
    `${PATH}/:id/note`,
    { ...one, body: schema.noteBody },
    async (ctx, { params, body }) => {
      await reply.writeNote(ctx, params.id, body.body);
      return to(params.id, 'noted');
    },
    again('note'),
  ),
  form(
    `${PATH}/:id/assign`,
    { ...one, body: schema.assignBody },
    async (ctx, { params, body }) => {
      await arrange.assign(ctx, params.id, body.worker === '' ? null : body.worker, Number(body._version));
      return to(params.id, 'taken');
    },
    again('assign'),
  ),
  form(
    `${PATH}/:id/filing`,
    { ...one, body: schema.filingBody },
    async (ctx, { params, body }) => {
      await arrange.file(ctx, params.id, body);
      return to(params.id, 'arranged');
    },
    again('filing'),
  ),
  form(
    `${PATH}/:id/move`,
    { ...one, body: schema.moveBody },
    async (ctx, { params, body }) => {
      await arrange.handOver(ctx, params.id, body.desk, Number(body._version));
      return redirect('/advice/desk');
    },
    again('move'),
  ),
  form(
    `${PATH}/:id/join`,
    { ...one, body: schema.mergeBody },
    async (ctx, { params, body }) => {
      await arrange.join(ctx, params.id, body.number, Number(body._version));
      return to(params.id, 'merged');
    },
    again('join'),
  ),
  form(
    `${PATH}/:id/apart`,
    { ...one, body: schema.emptyBody },
    async (ctx, { params }) => {
      await arrange.takeApart(ctx, params.id);
      return to(params.id, 'arranged');
    },
    again('other'),
  ),
  form(
    `${PATH}/:id/close`,
    { ...one, body: schema.versionBody },
    async (ctx, { params, body }) => {
      await arrange.close(ctx, params.id, Number(body._version));
      return to(params.id, 'closed');
    },
    again('other'),
  ),
  form(
    `${PATH}/:id/reopen`,
    { ...one, body: schema.versionBody },
    async (ctx, { params, body }) => {
      await arrange.reopen(ctx, params.id, Number(body._version));
      return to(params.id, 'arranged');
    },
    again('other'),
  ),
  form(`${PATH}/:id/called`, { ...one, body: schema.versionBody }, async (ctx, { params, body }) => {
    await arrange.called(ctx, params.id, Number(body._version));
    return to(params.id, 'called');
  }),
  form(`${PATH}/:id/here`, { ...quiet, body: schema.hereBody }, async (ctx, { params, body }) =>
    Response.json(
      await seen(ctx, params.id, { writes: body.writes === 'yes', leaves: body.leaves === 'yes' }),
      { headers: { 'cache-control': 'no-store' } },
    ),
  ),
];
