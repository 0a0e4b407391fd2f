import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** The content of the demonstration: `<kind>/<slug>.json` with what has no language, `<slug>.<lang>.md` with the words. */
const ROOT = join(import.meta.dirname, 'content');

const about = z.object({
  themes: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  acts: z.record(z.string(), z.string()).default({}),
  legal_state_on: z.string().nullable().default(null),
  review_by: z.string().nullable().default(null),
  related: z.array(z.string()).default([]),
  published_days_ago: z.number().default(60),
  facts: z.record(z.string(), z.unknown()).default({}),
});
export type About = z.output<typeof about>;

export interface Words {
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}
export interface Content {
  /** `kind/slug`, or `chapter/publication/slug`. */
  readonly key: string;
  readonly slug: string;
  readonly position: number;
  readonly about: About;
  readonly words: readonly Words[];
  readonly chapters: readonly Content[];
}

/** A line with `# Title`, a paragraph of lead, the rest. Throws when it is otherwise. */
export function wordsOf(lang: string, markdown: string, name: string): Words {
  const [, title, lead, body] =
    /^# (.+)\n+([^\n#].*(?:\n.+)*)(?:\n\s*\n([\s\S]*))?$/.exec(markdown.trim()) ?? [];
  if (title === undefined || lead === undefined) throw new Error(`${name}: no title and lead`);
  // Lists and feeds show both as they stand.
  if (/[*`]|\]\(/.test(title + lead)) throw new Error(`${name}: marks of Markdown in the title or the lead`);
  return { lang, title: title.trim(), lead: lead.replaceAll('\n', ' ').trim(), body: (body ?? '').trim() };
}

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(
    await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    }),
  );

async function contentsIn(folder: string, kind: string): Promise<Content[]> {
  const names = await readdir(folder);
  const stems = [...new Set(names.flatMap((name) => /^(.+)\.[a-z]{2}\.md$/.exec(name)?.[1] ?? []))].sort();
  return Promise.all(
    stems.map(async (stem) => {
      const [, number, slug = stem] = /^(\d+)-(.+)$/.exec(stem) ?? [];
      const langs = names.flatMap(
        (name) => (name.startsWith(`${stem}.`) && /\.([a-z]{2})\.md$/.exec(name)?.[1]) || [],
      );
      const words = langs.map(async (lang) =>
        wordsOf(lang, await readFile(join(folder, `${stem}.${lang}.md`), 'utf8'), `${stem}.${lang}.md`),
      );
      return {
        key: `${kind}/${slug}`,
        slug,
        position: Number(number ?? 0),
        about: about.parse(await readJson(join(folder, `${stem}.json`))),
        words: await Promise.all(words),
        chapters: names.includes(stem)
          ? await contentsIn(join(folder, stem), `chapter/${basename(stem)}`)
          : [],
      };
    }),
  );
}

export const readContent = async (kind: string): Promise<Content[]> =>
  (await readdir(ROOT)).includes(kind) ? contentsIn(join(ROOT, kind), kind) : [];

const act = z.object({
  name_pl: z.string(),
  name_en: z.string(),
  short_pl: z.string(),
  journal: z.string(),
  url: z.string().optional(),
  source: z.string(),
});
export const readActs = async () =>
  Object.entries(z.record(z.string(), act).parse(await readJson(join(ROOT, 'acts.json')))).map(
    ([code, each]) => ({
      code,
      namePl: each.name_pl,
      nameEn: each.name_en,
      short: each.short_pl,
      journal: each.journal,
      url: each.url ?? null,
      source: each.source,
    }),
  );

/** Texts written as {pl, en} become the one of a language, however deep they stand. */
export function inLanguage(value: unknown, lang: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, lang));
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  if (typeof given.pl === 'string') return given[lang] ?? given.pl;
  return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, inLanguage(each, lang)]));
}
