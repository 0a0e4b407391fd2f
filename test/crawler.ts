import type { Answer, Browser } from './app.ts';

/** Ten workers of the demonstration who between them reach every page of workers. */
export const ROLES = [
  'anna',
  'tomasz',
  'katarzyna',
  'marcin',
  'helena',
  'koordynator',
  'iod',
  'redaktor',
  'doradca',
  'rops',
  'admin',
];

const MOST_OF_ONE_KIND = 3;
/** Where links lead that change something, leave the site or download. */
const SKIPPED = /^\/(sign-out|preferences|assets|session|report)(?=[/?]|$)|\.(ics|pdf|csv)$|\/export|lang=/;

export interface Visit {
  readonly path: string;
  /** The address with ids, codes and days taken out; about the pattern of its route. */
  readonly kind: string;
  readonly answer: Answer;
}

export const isPage = ({ answer }: Visit): boolean =>
  answer.status === 200 && (answer.headers.get('content-type') ?? '').includes('text/html');

const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\?.*$/, '')
    .replace(/^\/events\/(?!manage|booked|ticket|door|certificates|feeds)[^/]+/, '/events/:slug')
    .replace(/^\/(models|pilots)\/(?!compare|adopters)[^/]+/, '/$1/:slug')
    .replace(/^\/(news|practices|results-base|pages)\/[^/.]+/, '/$1/:slug')
    .replace(/^\/knowledge\/acts\/[^/]+/, '/knowledge/acts/:act')
    .replace(/^\/advice\/desk\/facts\/[^/]+/, '/advice/desk/facts/:fact')
    .replace(
      /^\/library\/(?!edit|images|files)[^/]+(\/(?!history|print|pdf|epub|cite|checklist)[^/]+)?/,
      (_, chapter) => (chapter ? '/library/:slug/:chapter' : '/library/:slug'),
    )
    .replace(/\/\d{4}-\d\d-\d\d/g, '/:day')
    // Counties, voivodeships, versions of an agreement: hundreds of one kind.
    .replace(/\/\d+(?=\/|$)/g, '/:code');

/** Follows links from `start` and opens at most three pages of one kind, in the order in which they are found. */
export async function crawl(browser: Browser, start: string, lang: 'pl' | 'en'): Promise<Visit[]> {
  const seen = new Map<string, number>();
  const queue = [start];
  const known = new Set(queue);
  const visits: Visit[] = [];
  const add = (next: string) => {
    if (known.has(next) || SKIPPED.test(next)) return;
    known.add(next);
    queue.push(next);
  };
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = kindOf(path);
    const times = seen.get(kind) ?? 0;
    if (times >= MOST_OF_ONE_KIND) continue;
    seen.set(kind, times + 1);
    const visit = { path, kind, answer: await browser.get(path, { 'accept-language': lang }) };
    visits.push(visit);
    if (visit.answer.status === 303 && visit.answer.location?.startsWith('/')) add(visit.answer.location);
    if (isPage(visit))
      for (const [, href = ''] of visit.answer.text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
        add(href.replaceAll('&amp;', '&'));
  }
  return visits;
}

/** The fullest page of each kind. */
export function fullest(visits: readonly Visit[]): Visit[] {
  const best = new Map<string, Visit>();
  for (const visit of visits.filter(isPage)) {
    const other = best.get(visit.kind);
    if (!other || other.answer.text.length < visit.answer.text.length) best.set(visit.kind, visit);
  }
  return [...best.values()];
}
