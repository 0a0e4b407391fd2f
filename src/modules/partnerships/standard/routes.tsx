import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams } from '../schema.ts';
import { today } from '../service.ts';
import { AnswerPage, ConfirmPage } from './answering/pages/answer.tsx';
import { answered, answering, evidenceFile, handInAnswers, saveChapter } from './answering/service.ts';
import { concludingRoutes } from './concluding/routes.tsx';
import type { MeasuresHost } from './figures/schema.ts';
import { figuresOf, placed } from './figures/service.ts';
import { openChoices, openRound } from './opening/service.ts';
import { ChapterPage } from './pages/chapter.tsx';
import { OpenPage } from './pages/open.tsx';
import { StandardPage } from './pages/overview.tsx';
import { RoundPage } from './pages/round.tsx';
import { printRoutes } from './print/routes.tsx';
import { chapterBody, chapterParams, fileParams, openBody, roundParams } from './schema.ts';
import { closeRound, placeOf, roundsOf, roundView } from './service.ts';
import { taskRoutes } from './tasks/routes.tsx';
import { tasksOf } from './tasks/service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
const BASE = '/partnerships/:id/standard';
const ROUND = `${BASE}/:year`;

/** The standard of the service: self-checks in which every partner answers apart, conclusions and improvements. */
export const standardRoutes = (host: Partial<MeasuresHost>): Route[] => [
  page(BASE, { ...work, params: idParams }, (ctx, { params }) => overview(ctx, host, params.id)),
  page(`${BASE}/new`, { ...manage, params: idParams }, async (ctx, { params }) => (
    <OpenPage {...(await openChoices(ctx, params.id))} formKey={newId()} />
  )),
  form(
    `${BASE}/new`,
    { ...manage, params: idParams, body: openBody },
    async (ctx, { params, body }) =>
      redirect(`/partnerships/${params.id}/standard/${await openRound(ctx, params.id, body)}`),
    async (ctx, { params, values, errors }) => (
      <OpenPage {...(await openChoices(ctx, params.id))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page(ROUND, { ...work, params: roundParams }, (ctx, { params }) => oneRound(ctx, host, params)),
  page(`${ROUND}/chapters/:chapter`, { ...work, params: chapterParams }, async (ctx, { params }) => {
    const view = await roundView(ctx, params.id, params.year);
    const chapter = view.chapters.find(({ number }) => number === params.chapter);
    if (!chapter) throw notFound();
    return <ChapterPage view={view} chapter={chapter} />;
  }),
  page(`${ROUND}/files/:institution/:requirement`, { ...work, params: fileParams }, (ctx, { params }) =>
    evidenceFile(ctx, params),
  ),
  page(`${ROUND}/answer/:chapter`, { ...manage, params: chapterParams }, async (ctx, { params }) => {
    const view = answering(await roundView(ctx, params.id, params.year), params.chapter);
    return <AnswerPage view={view} formKey={newId()} values={answered(view)} />;
  }),
  form(
    `${ROUND}/answer/:chapter`,
    { ...manage, params: chapterParams, body: chapterBody },
    async (ctx, { params, values }) => {
      const { next } = await saveChapter(ctx, params.id, params.year, params.chapter, values);
      const path = `/partnerships/${params.id}/standard/${params.year}`;
      return redirect(next === null ? path : `${path}/answer/${next}`);
    },
    async (ctx, { params, values, errors }) => {
      const view = answering(await roundView(ctx, params.id, params.year), params.chapter);
      return <AnswerPage view={view} formKey={newId()} values={values} errors={errors} />;
    },
  ),
  ...confirmed('hand-in', async (ctx, { id, year }) => handInAnswers(ctx, id, year)),
  ...confirmed('close', async (ctx, { id, year }) => void (await closeRound(ctx, id, year))),
  ...concludingRoutes(host),
  ...taskRoutes,
  ...printRoutes(host),
];

function confirmed(
  what: 'hand-in' | 'close',
  act: (ctx: Ctx, params: { id: string; year: number }) => Promise<void>,
): Route[] {
  const at = { ...manage, params: roundParams };
  const seen = async (ctx: Ctx, params: { id: string; year: number }) => {
    const view = await roundView(ctx, params.id, params.year);
    const allowed = what === 'close' ? view.coordinates && view.round.state === 'answering' : view.mayAnswer;
    if (!allowed) throw notFound();
    return view;
  };
  return [
    page(`${ROUND}/${what}`, at, async (ctx, { params }) => (
      <ConfirmPage view={await seen(ctx, params)} what={what} formKey={newId()} />
    )),
    form(
      `${ROUND}/${what}`,
      { ...at, body: emptyBody },
      async (ctx, { params }) => {
        await act(ctx, params);
        return redirect(`/partnerships/${params.id}/standard/${params.year}`);
      },
      async (ctx, { params, errors }) => (
        <ConfirmPage view={await seen(ctx, params)} what={what} formKey={newId()} errors={errors} />
      ),
    ),
  ];
}

async function overview(ctx: Ctx, host: Partial<MeasuresHost>, id: string) {
  const place = await placeOf(ctx, id);
  const year = Number(today(ctx).slice(0, 4));
  const views = await Promise.all(
    (await roundsOf(ctx, id)).slice(0, 10).map((round) => roundView(ctx, id, round.year)),
  );
  const figures = await figuresOf(ctx, host, id, year);
  const [latest] = views;
  return (
    <StandardPage
      {...place}
      rounds={views.map(({ round, chapters, conclusions }) => ({
        round,
        met: round.state === 'concluded' ? conclusions.filter(({ level }) => level === 'met').length : null,
        of: chapters.reduce((sum, chapter) => sum + chapter.requirements.length, 0),
      }))}
      latest={latest ?? null}
      figures={figures}
      placed={await placed(ctx, host, year, figures)}
      year={year}
    />
  );
}

async function oneRound(ctx: Ctx, host: Partial<MeasuresHost>, { id, year }: { id: string; year: number }) {
  const view = await roundView(ctx, id, year);
  const earlier = (await roundsOf(ctx, id)).find((round) => round.year < year && round.state === 'concluded');
  const before = earlier ? await roundView(ctx, id, earlier.year) : null;
  return (
    <RoundPage
      view={view}
      figures={await figuresOf(ctx, host, id, year)}
      tasks={view.round.state === 'answering' ? [] : await tasksOf(ctx, view.round.id)}
      before={before ? before.conclusions.filter(({ level }) => level === 'met').length : null}
    />
  );
}
