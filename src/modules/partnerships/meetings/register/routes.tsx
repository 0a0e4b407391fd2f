import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { type At, placeParams } from '../schema.ts';
import { placeOf } from '../service.ts';
import { DecisionPage, DecisionsPage } from './pages/decisions.tsx';
import { TaskPage, TasksPage } from './pages/tasks.tsx';
import {
  decisionParams,
  decisionStateBody,
  decisionsQuery,
  taskParams,
  taskStateBody,
  tasksQuery,
} from './schema.ts';
import * as service from './service.ts';
import { text } from './text.pl.ts';

const work = { permission: 'work' } as const;
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}

/** The register of decisions, and the tasks of meetings. */
export function registerRoutes(at: At): Route[] {
  const place = (ctx: Ctx, params: { id: string }) => placeOf(ctx, at.kind, params.id);
  async function decisionPage(ctx: Ctx, params: { id: string; decisionId: string }, sent: Sent) {
    const where = await place(ctx, params);
    const decision = await service.decisionOf(ctx, where, params.decisionId);
    return <DecisionPage place={where} decision={decision} formKey={newId()} {...sent} />;
  }
  async function taskPage(ctx: Ctx, params: { id: string; taskId: string }, sent: Sent) {
    const where = await place(ctx, params);
    const task = await service.taskOf(ctx, where, params.taskId);
    const mayChange = service.maySettleTask(ctx, where, task);
    return <TaskPage place={where} task={task} mayChange={mayChange} formKey={newId()} {...sent} />;
  }
  return [
    page(
      `${at.base}/decisions`,
      { ...work, params: placeParams, query: decisionsQuery },
      async (ctx, { params, query }) => {
        const where = await place(ctx, params);
        return (
          <DecisionsPage place={where} query={query} {...(await service.registerOf(ctx, where, query))} />
        );
      },
    ),
    page(
      `${at.base}/decisions.csv`,
      { ...work, params: placeParams, query: decisionsQuery },
      async (ctx, { params, query }) => {
        const t = text[ctx.lang];
        const { decisions } = await service.registerOf(ctx, await place(ctx, params), query, true);
        const day = (date: string | null) => (date ? formatDate(date, 'pl') : '');
        const csv = writeCsv(
          [
            t.number,
            t.body,
            t.meeting,
            t.held,
            t.validFrom,
            t.checkOn,
            t.votes,
            t.state,
            t.settledOn,
            t.revokedBy,
          ],
          decisions.map((d) => [
            d.number,
            d.body,
            d.meeting,
            day(warsawDate(d.heldAt)),
            day(d.validFrom),
            day(d.checkOn),
            d.votes ? t.votesOf(d.votes) : '',
            t.states[d.state],
            day(d.settledOn),
            d.revokedBy ?? '',
          ]),
        );
        return new Response(csv, {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${t.file}.csv"`,
          },
        });
      },
    ),
    page(`${at.base}/decisions/:decisionId`, { ...work, params: decisionParams }, (ctx, { params }) =>
      decisionPage(ctx, params, {}),
    ),
    form(
      `${at.base}/decisions/:decisionId`,
      { ...work, params: decisionParams, body: decisionStateBody },
      async (ctx, { params, body }) => {
        const where = await place(ctx, params);
        await service.settleDecision(ctx, where, params.decisionId, body);
        return redirect(`${where.base}/decisions/${params.decisionId}`);
      },
      (ctx, { params, values, errors, current }) =>
        decisionPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
    page(
      `${at.base}/tasks`,
      { ...work, params: placeParams, query: tasksQuery },
      async (ctx, { params, query }) => {
        const where = await place(ctx, params);
        return <TasksPage place={where} query={query} {...(await service.tasksOf(ctx, where, query))} />;
      },
    ),
    page(`${at.base}/tasks/:taskId`, { ...work, params: taskParams }, (ctx, { params }) =>
      taskPage(ctx, params, {}),
    ),
    form(
      `${at.base}/tasks/:taskId`,
      { ...work, params: taskParams, body: taskStateBody },
      async (ctx, { params, body }) => {
        const where = await place(ctx, params);
        await service.settleTask(ctx, where, params.taskId, body);
        return redirect(`${where.base}/tasks/${params.taskId}`);
      },
      (ctx, { params, values, errors, current }) =>
        taskPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
  ];
}
