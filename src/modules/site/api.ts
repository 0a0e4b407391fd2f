export { HelpLines } from './contact/pages/contact.tsx';
export type { HelpLine } from './contact/schema.ts';
export { helpLines } from './contact/service.ts';
export { ErrorPage } from './pages/error.tsx';
export type { SiteHost } from './schema.ts';
