import type { Route } from '#kernel/http/routes.ts';
import { consultationRoutes } from './consultation/routes.tsx';
import { editingRoutes } from './editing/routes.tsx';
import { feedRoutes } from './feeds/routes.tsx';
import type { FeedHost } from './feeds/schema.ts';
import { modelRoutes } from './models/routes.tsx';
import { pilotRoutes } from './pilots/routes.tsx';
import { publicationRoutes } from './publications/routes.tsx';
import { checklistRoutes } from './quotes/routes.tsx';
import { readingRoutes } from './reading/routes.tsx';
import type { LibraryHost } from './reading/schema.ts';
import { resultRoutes } from './results/routes.tsx';
import { searchRoutes } from './search/routes.tsx';

/** Addresses of what is published. Those with words in them stand before those that take any word. */
export const libraryRoutes = (host: LibraryHost & FeedHost): readonly Route[] => [
  ...searchRoutes,
  ...feedRoutes(host),
  ...consultationRoutes,
  ...resultRoutes(host),
  ...editingRoutes(host),
  ...modelRoutes(host),
  ...pilotRoutes(host),
  ...readingRoutes(host),
  ...checklistRoutes,
  ...publicationRoutes(host),
];
