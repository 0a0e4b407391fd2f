import type { Hono } from 'hono';
import { workHost } from './due.ts';
import { auditJobs } from './kernel/audit/seal.ts';
import { fileJobs } from './kernel/files/jobs.ts';
import { formJobs } from './kernel/forms/jobs.ts';
import type { Route } from './kernel/http/routes.ts';
import type { Job } from './kernel/jobs.ts';
import { mailJobs } from './kernel/mail.ts';
import {
  accountsHost,
  directoryHost,
  discussionUnder,
  exchangeHost,
  libraryHost,
  mailHost,
  organisationsHost,
  partnershipsHost,
  siteHost,
} from './lends.tsx';
import { accountsJobs } from './modules/accounts/jobs.ts';
import { accountsRoutes } from './modules/accounts/routes.tsx';
import { adviceJobs } from './modules/advice/jobs.ts';
import { adviceRoutes } from './modules/advice/routes.tsx';
import { casesJobs } from './modules/cases/jobs.ts';
import { routes as casesRoutes } from './modules/cases/routes.tsx';
import { directoryJobs } from './modules/directory/jobs.ts';
import { directoryRoutes } from './modules/directory/routes.tsx';
import { eventsJobs } from './modules/events/jobs.ts';
import { eventsRoutes } from './modules/events/routes.tsx';
import { exchangeJobs } from './modules/exchange/jobs.ts';
import { exchangeRoutes } from './modules/exchange/routes.tsx';
import { libraryJobs } from './modules/library/jobs.ts';
import { libraryRoutes } from './modules/library/routes.tsx';
import { newsletterJobs } from './modules/newsletter/jobs.ts';
import { newsletterRoutes } from './modules/newsletter/routes.tsx';
import { routes as organisationsJson } from './modules/organisations/interface/routes.tsx';
import { organisationsJobs } from './modules/organisations/jobs.ts';
import { organisationsRoutes } from './modules/organisations/routes.tsx';
import { participantJobs } from './modules/participant/jobs.ts';
import { participantRoutes } from './modules/participant/routes.tsx';
import { routes as partnershipsJson } from './modules/partnerships/interface/routes.tsx';
import { partnershipsJobs } from './modules/partnerships/jobs.ts';
import { partnershipsRoutes } from './modules/partnerships/routes.tsx';
import { siteJobs } from './modules/site/jobs.ts';
import { routes as siteRoutes } from './modules/site/routes.tsx';
import { routes as territoryRoutes } from './modules/territory/routes.tsx';
import type { Parts } from './parts.ts';
import { type Env, serveRoutes } from './web.ts';

/** The table of contents of Splot: every module with the addresses it answers. */
export const moduleRoutes = (parts: Parts): readonly Route[] => [
  ...siteRoutes(siteHost(parts)),
  ...accountsRoutes(accountsHost(parts)),
  ...territoryRoutes,
  ...directoryRoutes(directoryHost(parts)),
  ...eventsRoutes({ siteUrl: parts.config.APP_URL, discussion: discussionUnder }),
  ...libraryRoutes({
    ...libraryHost(parts),
    ownerName: parts.config.OWNER_NAME,
    ownerEmail: parts.config.OWNER_EMAIL,
  }),
  ...exchangeRoutes(exchangeHost(parts)),
  ...adviceRoutes({ siteUrl: parts.config.APP_URL }),
  ...newsletterRoutes,
  ...organisationsRoutes(organisationsHost(parts)),
  ...organisationsJson,
  ...partnershipsRoutes({ ...partnershipsHost, siteUrl: parts.config.APP_URL }),
  ...partnershipsJson,
  ...casesRoutes(workHost),
  ...participantRoutes({ auth: parts.auth, siteUrl: parts.config.APP_URL }),
];

/** Work that happens outside a request. */
export const moduleJobs = (parts: Parts): readonly Job[] => [
  ...mailJobs(parts.config),
  ...auditJobs(parts.config),
  ...accountsJobs(parts),
  ...fileJobs,
  ...organisationsJobs(parts.config),
  ...partnershipsJobs(parts.config),
  ...formJobs,
  ...siteJobs,
  ...casesJobs(parts),
  ...directoryJobs({ siteUrl: parts.config.APP_URL, db: parts.db }),
  ...libraryJobs({ siteUrl: parts.config.APP_URL, db: parts.db, askOwn: ownAnswers(parts) }),
  ...eventsJobs(parts.config.APP_URL),
  ...adviceJobs({ siteUrl: parts.config.APP_URL }, mailHost(parts)),
  ...newsletterJobs(parts.config.APP_URL),
  ...exchangeJobs(exchangeHost(parts)),
  ...participantJobs(parts),
];

/** What this site answers to anybody who opens an address of its own, asked without a network. */
function ownAnswers(parts: Parts) {
  let app: Hono<Env> | undefined;
  return async (path: string) => {
    app ??= createApp(parts);
    const { status, headers } = await app.fetch(new Request(parts.config.APP_URL + path));
    return { status, location: headers.get('location') };
  };
}

/** The whole application; the server and the tests both use it. */
export const createApp = (parts: Parts): Hono<Env> => serveRoutes(parts, moduleRoutes(parts));
