import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ResultsPanel } from '../after/pages/after.tsx';
import { certificatesOf, issueCertificates, resultsOf } from '../after/service.ts';
import { emptyBody, idParams } from '../schema.ts';
import { eventView, rulesOf, themeOptions } from '../service.ts';
import { partRoutes } from './dates/routes.tsx';
import { EventFormPage } from './pages/form.tsx';
import { ManagePage } from './pages/manage.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { CallOffPage, ResultsPage } from './pages/parts.tsx';
import { cancelBody, eventBody, resultsBody } from './schema.ts';
import * as service from './service.ts';

const organise = { permission: 'events.organise' } as const;
const one = { ...organise, params: idParams } as const;
const to = (id: string) => redirect(`/events/manage/${id}`);
type Values = Readonly<Record<string, unknown>>;
interface Again {
  readonly values?: Values;
  readonly errors?: readonly FieldError[];
  readonly current?: Values | null;
}

const NEW = { mode: 'onsite', registration: 'open', waiting: 'yes', mostTogether: '5', comments: 'after' };

async function formPage(ctx: Ctx, id: string | null, { values, errors, current }: Again = {}) {
  const event = id === null ? null : await service.ownEvent(ctx, id);
  return (
    <EventFormPage
      id={id}
      formKey={newId()}
      version={event?.rowVersion ?? 0}
      themes={await themeOptions(ctx)}
      counties={await service.countyOptions(ctx)}
      values={values ?? (event ? await service.formOf(ctx, event) : NEW)}
      errors={errors}
      {...(current && { now: current })}
    />
  );
}

async function overview(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  await service.ownEvent(ctx, id);
  const view = await eventView(ctx, { id });
  return (
    <OverviewPage
      {...view}
      percent={(await rulesOf(ctx)).certificate_percent}
      certificates={await certificatesOf(ctx, id)}
      evaluation={<ResultsPanel results={await resultsOf(ctx, id)} />}
      errors={errors}
    />
  );
}

/** What organisers do with their events. */
export const managingRoutes: readonly Route[] = [
  page('/events/manage', organise, async (ctx) => <ManagePage rows={await service.ownEvents(ctx)} />),
  page('/events/manage/new', organise, (ctx) => formPage(ctx, null)),
  form(
    '/events/manage/new',
    { ...organise, body: eventBody },
    async (ctx, { body }) => to(await service.createEvent(ctx, body)),
    (ctx, again) => formPage(ctx, null, again),
  ),
  page('/events/manage/:id', one, (ctx, { params }) => overview(ctx, params.id)),
  page('/events/manage/:id/edit', one, (ctx, { params }) => formPage(ctx, params.id)),
  form(
    '/events/manage/:id/edit',
    { ...one, body: eventBody },
    async (ctx, { params, body }) => {
      await service.saveEvent(ctx, params.id, body);
      return to(params.id);
    },
    (ctx, again) => formPage(ctx, again.params.id, again),
  ),
  form(
    '/events/manage/:id/publish',
    { ...one, body: emptyBody },
    async (ctx, { params }) => {
      await service.publishEvent(ctx, params.id);
      return to(params.id);
    },
    (ctx, { params, errors }) => overview(ctx, params.id, errors),
  ),
  page('/events/manage/:id/call-off', one, async (ctx, { params }) => {
    const event = await service.ownEvent(ctx, params.id);
    if (event.state !== 'published') throw notFound();
    return <CallOffPage event={event} formKey={newId()} />;
  }),
  form(
    '/events/manage/:id/call-off',
    { ...one, body: cancelBody },
    async (ctx, { params, body }) => {
      await service.callOffEvent(ctx, params.id, body);
      return to(params.id);
    },
    async (ctx, { params, values, errors }) => (
      <CallOffPage
        event={await service.ownEvent(ctx, params.id)}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
  page('/events/manage/:id/results', one, async (ctx, { params }) => {
    const event = await service.ownEvent(ctx, params.id);
    const { resultsPl, resultsEn } = event;
    return (
      <ResultsPage
        event={event}
        formKey={newId()}
        version={event.rowVersion}
        values={{ resultsPl, resultsEn }}
      />
    );
  }),
  form(
    '/events/manage/:id/results',
    { ...one, body: resultsBody },
    async (ctx, { params, body }) => {
      await service.saveResults(ctx, params.id, body);
      return to(params.id);
    },
    async (ctx, { params, values, errors }) => {
      const event = await service.ownEvent(ctx, params.id);
      return (
        <ResultsPage
          event={event}
          formKey={newId()}
          version={event.rowVersion}
          values={values}
          errors={errors}
        />
      );
    },
  ),
  form(
    '/events/manage/:id/certificates',
    { ...one, body: emptyBody },
    async (ctx, { params }) => {
      await issueCertificates(ctx, params.id);
      return to(params.id);
    },
    (ctx, { params, errors }) => overview(ctx, params.id, errors),
  ),
  ...partRoutes,
];
