import type { Ctx } from '#kernel/context.ts';
import { readKm } from '../place/schema.ts';
import { type FoundPlace, placeIn } from '../place/service.ts';
import { findSimilar, findTerms } from './queries.ts';
import {
  type Concept,
  findPhrases,
  isEmpty,
  type Lexicon,
  makeLexicon,
  nearest,
  type Phrase,
  readTokens,
  type Token,
} from './schema.ts';

/** A question as it was understood. */
export interface Understood {
  /** What means an entry of a dictionary: an entity must have it. */
  readonly core: readonly Concept[];
  /** Words only: those that have them come first; without any core they are all that counts. */
  readonly words: readonly Concept[];
  readonly place: FoundPlace | null;
  readonly km: number | null;
  /** Misspelt words and what was taken for them. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  readonly place: FoundPlace | null;
}

/** Numbers that identify: a CPV code with or without its check digit, KRS, NIP, REGON with or without dashes. */
function readNumbers(text: string): { text: string; concepts: Concept[] } {
  const concepts: Concept[] = [];
  const rest = text.replace(/(?<!\d)\d{8}(-\d)?(?!\d)/g, (code) => {
    const group = code.slice(0, 8).replace(/0+$/, '').padEnd(2, '0');
    concepts.push({ stems: [], entries: [`cpv.${group}:*`], open: false });
    return ' ';
  });
  const joined = rest.replace(/(?<=\d)[- ](?=\d)/g, '').replace(/\d{9,14}/g, (number) => {
    concepts.push({ stems: [number], entries: [], open: false });
    return ' ';
  });
  return { text: concepts.length > 0 ? joined : text, concepts };
}

async function read(ctx: Ctx, tokens: readonly Token[], lexicon: Lexicon, places: boolean): Promise<Reading> {
  const phrases = findPhrases(tokens, lexicon);
  const free = (index: number) => {
    const token = tokens[index];
    return token !== undefined && !isEmpty(token) && !covered(phrases, index);
  };
  return { tokens, phrases, place: places ? await placeIn(ctx, tokens, free) : null };
}

const covered = (parts: readonly { from: number; length: number }[], index: number): boolean =>
  parts.some(({ from, length }) => index >= from && index < from + length);

const left = ({ tokens, phrases, place }: Reading): Token[] =>
  tokens.filter((token, i) => !isEmpty(token) && !covered(place ? [...phrases, place] : phrases, i));

/** Reads a question of a person: what they look for, where, and what they probably meant to write. */
export async function understand(ctx: Ctx, question: string, places: boolean): Promise<Understood> {
  const distance = readKm(question);
  const numbers = readNumbers(distance.text);
  const lexicon = await lexiconOf(ctx);
  let reading = await read(ctx, readTokens(numbers.text), lexicon, places);
  const doubtful = left(reading).filter(({ word }) => word.length > 2 && /^[a-z]+$/.test(word));
  const similar = await similarTo(ctx, doubtful);
  const corrected = corrections(doubtful, similar, lexicon, reading.tokens.at(-1));
  if (corrected.length > 0) {
    const meant = new Map(corrected.map(({ from, to }) => [from, readTokens(to)[0]]));
    const tokens = reading.tokens.map((token) => meant.get(token.word) ?? token);
    reading = await read(ctx, tokens, lexicon, places);
  }
  const words = left(reading).map((token) => ({
    stems: [unfinished(token, reading, similar) ? token.word : token.stem],
    entries: [],
    open: unfinished(token, reading, similar),
  }));
  return {
    core: [...numbers.concepts, ...reading.phrases.map(({ concept }) => concept)],
    words,
    place: reading.place,
    km: distance.km,
    corrected,
  };
}

type Similar = ReadonlyMap<string, readonly string[]>;

async function similarTo(ctx: Ctx, tokens: readonly Token[]): Promise<Similar> {
  if (tokens.length === 0) return new Map();
  const rows = await findSimilar(
    ctx,
    tokens.map(({ word }) => word),
  );
  return new Map(tokens.map(({ word }) => [word, rows.filter((r) => r.asked === word).map((r) => r.word)]));
}

const isKnown = (token: Token, similar: Similar): boolean =>
  similar.get(token.word)?.some((word) => readTokens(word)[0]?.stem === token.stem) === true;

/** The last word while it is being typed: no word of the base, but several begin so. */
const unfinished = (token: Token, { tokens }: Reading, similar: Similar): boolean =>
  token.word === tokens.at(-1)?.word && !isKnown(token, similar) && begins(token, similar);

const begins = ({ word }: Token, similar: Similar): boolean =>
  similar.get(word)?.some((other) => other.startsWith(word)) === true;

function corrections(
  doubtful: readonly Token[],
  similar: Similar,
  lexicon: Lexicon,
  last: Token | undefined,
): { from: string; to: string }[] {
  return doubtful.flatMap((token) => {
    if (token.word.length < 4 || isKnown(token, similar)) return [];
    if (token.word === last?.word && begins(token, similar)) return [];
    const to = nearest(token.word, lexicon.words, similar.get(token.word) ?? []);
    return to && to !== token.word ? [{ from: token.word, to }] : [];
  });
}

/** The dictionaries as a search reads them. A few hundred entries, read anew each time: they change under our hands. */
async function lexiconOf(ctx: Ctx): Promise<Lexicon> {
  const rows = await findTerms(ctx);
  return makeLexicon(
    rows.map(({ taxonomy, code, name_pl, name_en, words }) => ({
      taxonomy,
      code,
      names: [name_pl, name_en],
      words,
    })),
  );
}
