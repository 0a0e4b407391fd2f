export { ErrorPage } from './pages/error.tsx';
export type { SiteHost } from './schema.ts';
