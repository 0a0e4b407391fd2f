import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/config.ts';
import { insertEntities } from '../directory.ts';
import { asAdmin } from '../factories.ts';

/** 150 invented entities and everyday questions about them; both committed, so that figures can be compared over time. */
export interface CorpusEntity {
  readonly type: string;
  readonly name: string;
  readonly locality: string;
  readonly county: string;
  readonly offers: readonly {
    readonly category: string;
    readonly name: string;
    readonly cpv: readonly string[];
  }[];
  readonly supports: readonly { readonly kind: string; readonly name: string }[];
  /** What it is an answer to; categories and the type count as well. */
  readonly tags: ReadonlySet<string>;
  readonly extra: string;
}

export interface Question {
  readonly kind: string;
  readonly text: string;
  /** Tags, any of which makes an entity a hit, or `@` and a name. */
  readonly expected: readonly string[];
  /** The hits are those of this town. */
  readonly place: string;
}

const lines = (file: string): string[][] =>
  readFileSync(join(projectRoot, 'test/relevance', file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const list = (text: string): string[] => (text === '' ? [] : text.split(';'));

export const corpus: readonly CorpusEntity[] = lines('corpus.tsv').map(
  ([type = '', name = '', locality = '', county = '', offers = '', supports = '', tags = '', extra = '']) => {
    const offered = list(offers).map((text) => {
      const [what = '', cpv] = text.split('~');
      const [category = '', title = ''] = what.split(':');
      return { category, name: title, cpv: cpv ? [cpv] : [] };
    });
    const kinds = list(supports).map((text) => {
      const [kind = '', title = ''] = text.split(':');
      return { kind, name: title };
    });
    const all = new Set([...tags.split(','), type, ...offered.map(({ category }) => category), `@${name}`]);
    return { type, name, locality, county, offers: offered, supports: kinds, tags: all, extra };
  },
);

export const questions: readonly Question[] = lines('queries.tsv').map(
  ([kind = '', text = '', expected = '', place = '']) => ({
    kind,
    text,
    expected: expected.split(','),
    place,
  }),
);

export const isHit = (question: Question, entity: CorpusEntity): boolean =>
  question.expected.some((tag) => entity.tags.has(tag)) &&
  (question.place === '' || question.place === entity.locality);

/** Puts the corpus into a database; ids in the order of `corpus`. Search rows are not made. */
export async function insertCorpus(adminUrl: string): Promise<string[]> {
  const places = await asAdmin(adminUrl, (run) =>
    run(
      `select distinct on (w.n) l.id, l.lat, l.lon from unnest($1::text[], $2::text[]) with ordinality w (name, county, n)
       join territory.locality l on l.name = w.name and l.county_code = w.county order by w.n, l.kind = 'town' desc`,
      [corpus.map(({ locality }) => locality), corpus.map(({ county }) => county)],
    ),
  );
  if (places.length !== corpus.length)
    throw new Error('a locality of the corpus is in no county of that code');
  return insertEntities(
    adminUrl,
    corpus.map(({ extra, supports, offers, ...entity }, n) => ({
      ...entity,
      localityId: Number(places[n]?.id),
      lat: Number(places[n]?.lat),
      lon: Number(places[n]?.lon),
      confirmedOn: '2026-01-15',
      access: extra === 'step_free' ? ['step_free'] : [],
      offers: offers.map((offer) => ({ ...offer, reserved: extra === 'reserved' })),
      supports: supports.map((support) => ({ ...support, free: extra === 'free' ? 3 : 0 })),
    })),
  );
}

export interface Score {
  readonly recall: number;
  readonly rank: number;
}

/** Recall among the first ten (of ten at most), and one over the place of the first hit. */
export function scoreOf(question: Question, found: readonly number[]): Score {
  const wanted = corpus.flatMap((entity, n) => (isHit(question, entity) ? [n] : []));
  if (wanted.length === 0) throw new Error(`no entity answers „${question.text}”`);
  const ten = found.slice(0, 10);
  const hits = ten.filter((n) => wanted.includes(n)).length;
  const first = ten.findIndex((n) => wanted.includes(n));
  return { recall: hits / Math.min(10, wanted.length), rank: first < 0 ? 0 : 1 / (first + 1) };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
