import type { Route } from '#kernel/http/routes.ts';
import { editingRoutes } from './editing/routes.tsx';
import { modelRoutes } from './models/routes.tsx';
import { pilotRoutes } from './pilots/routes.tsx';
import { readingRoutes } from './reading/routes.tsx';
import type { LibraryHost } from './reading/schema.ts';
import { searchRoutes } from './search/routes.tsx';

/** Addresses of what is published. Those with words in them stand before those that take any word. */
export const libraryRoutes = (host: LibraryHost): readonly Route[] => [
  ...searchRoutes,
  ...editingRoutes(host),
  ...modelRoutes(host),
  ...pilotRoutes(host),
  ...readingRoutes(host),
];
