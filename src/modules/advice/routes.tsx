import type { Route } from '#kernel/http/routes.ts';
import { callRoutes } from './answering/call/routes.tsx';
import { inboxRoutes } from './answering/inbox/routes.tsx';
import { questionRoutes } from './answering/question/routes.tsx';
import { askingRoutes } from './asking/routes.tsx';
import { confirmingRoutes } from './cards/confirming/routes.tsx';
import { cardRoutes } from './cards/routes.tsx';
import { actsRoutes } from './knowledge/acts/routes.tsx';
import { articleRoutes } from './knowledge/articles/routes.tsx';
import { mailRoutes } from './mail/routes.tsx';
import { reportRoutes } from './reports/routes.tsx';
import { rotaRoutes } from './rota/routes.tsx';
import type { AdviceHost } from './schema.ts';
import { setupRoutes } from './setup/routes.tsx';
import { templateRoutes } from './templates/routes.tsx';
import { timesRoutes } from './times/routes.tsx';

/** Questions, answers and what grows from them. Words come before ids. */
export const adviceRoutes = (host: AdviceHost): readonly Route[] => [
  ...setupRoutes,
  ...rotaRoutes(host),
  ...timesRoutes,
  ...templateRoutes,
  ...reportRoutes,
  ...askingRoutes(host),
  ...callRoutes,
  ...inboxRoutes,
  ...questionRoutes,
  ...confirmingRoutes,
  ...mailRoutes,
  ...cardRoutes,
  ...articleRoutes,
  ...actsRoutes,
];
