import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { countyDrawing } from '#modules/territory/api.ts';
import { allModels } from '../models/service.ts';
import { answerDocument, historyRoute } from '../reading/routes.tsx';
import type { LibraryHost } from '../reading/schema.ts';
import { readQuery, slugParams } from '../schema.ts';
import { PilotsPage } from './pages/list.tsx';
import { KeepersPage, LogPage } from './pages/log.tsx';
import { PilotBrief, PilotParts } from './pages/pilot.tsx';
import { entryBody, pilotsQuery, teamBody } from './schema.ts';
import {
  addEntry,
  allPilots,
  arrangeTeam,
  institutions,
  keptPilot,
  openPilot,
  pilotOf,
  siftPilots,
} from './service.ts';

const open = { permission: 'public' } as const;
const worker = { permission: 'work', params: slugParams } as const;
const editor = { permission: 'library.edit', params: slugParams } as const;

interface Again {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

async function logPage(ctx: Ctx, slug: string, again: Again = {}) {
  const { shown, facts, entries } = await keptPilot(ctx, slug);
  const formKeys = { milestone: newId(), value: newId(), visit: newId() };
  return <LogPage pilot={shown} facts={facts} entries={entries} formKeys={formKeys} {...again} />;
}

async function keepersPage(ctx: Ctx, slug: string, again: Again = {}) {
  const { shown, team } = await openPilot(ctx, slug);
  return (
    <KeepersPage
      pilot={shown}
      team={team}
      institutions={await institutions(ctx)}
      formKey={newId()}
      {...again}
    />
  );
}

/** Pilots: the list with its map, one pilot, and its running log. */
export const pilotRoutes = (host: LibraryHost): readonly Route[] => [
  page('/pilots', { ...open, query: pilotsQuery }, async (ctx, { query }) => (
    <PilotsPage
      query={query}
      pilots={siftPilots(await allPilots(ctx), query)}
      models={await allModels(ctx)}
      drawing={await countyDrawing(ctx)}
    />
  )),
  page('/pilots/:slug', { ...open, params: slugParams, query: readQuery }, (ctx, { params, query }) =>
    answerDocument(
      ctx,
      host,
      { section: 'pilots', slug: params.slug, lang: query.lang },
      async ({ shown }) => {
        const pilot = { ...(await pilotOf(ctx, shown)), path: shown.path };
        return { before: <PilotBrief {...pilot} />, more: <PilotParts {...pilot} /> };
      },
    ),
  ),
  historyRoute('pilots'),
  page('/pilots/:slug/log', worker, (ctx, { params }) => logPage(ctx, params.slug)),
  form(
    '/pilots/:slug/log',
    { ...worker, body: entryBody },
    async (ctx, { params, body }) => {
      await addEntry(ctx, params.slug, body);
      return redirect(`/pilots/${params.slug}`);
    },
    (ctx, { params, values, errors }) => logPage(ctx, params.slug, { values, errors }),
  ),
  page('/pilots/:slug/keepers', editor, (ctx, { params }) => keepersPage(ctx, params.slug)),
  form(
    '/pilots/:slug/keepers',
    { ...editor, body: teamBody },
    async (ctx, { params, body }) => {
      await arrangeTeam(ctx, params.slug, body.institution, body.take === 'yes');
      return redirect(`/pilots/${params.slug}/keepers`);
    },
    (ctx, { params, values, errors }) => keepersPage(ctx, params.slug, { values, errors }),
  ),
];
