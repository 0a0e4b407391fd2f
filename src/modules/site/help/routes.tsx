import { page, type Route } from '#kernel/http/routes.ts';
import { ChapterPage, HelpPage } from './pages/help.tsx';
import { chapterAbout, chapterParams, helpQuery } from './schema.ts';

/** The handbook of whoever uses Splot; what an engineer or an administrator of the machine reads is in the repository. */
export const helpRoutes: readonly Route[] = [
  page('/help', { permission: 'public', query: helpQuery }, async (_, { query }) => (
    <HelpPage about={chapterAbout(query.from)} />
  )),
  page('/help/:chapter', { permission: 'public', params: chapterParams }, async (_, { params }) => (
    <ChapterPage name={params.chapter} />
  )),
];
