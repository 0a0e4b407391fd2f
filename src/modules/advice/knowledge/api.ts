export { dueArticles } from './articles/listing/service.ts';
export { publishedOfOpened } from './articles/telling/service.ts';
export type { Suggestion } from './suggesting/schema.ts';
export { suggestions } from './suggesting/service.ts';
