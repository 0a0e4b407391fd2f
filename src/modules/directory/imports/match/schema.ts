/** Which record of the base a row speaks of, with reasons and a score. */
import { comparable } from '#kernel/tabular/table.ts';
import { comparedName, likeness, sameName, trigrams } from '../names/schema.ts';
import type { Candidate, Draft, Reason, Seat } from '../schema.ts';

/** A record as it is compared. */
export interface Known {
  readonly id: string;
  readonly parentId: string | null;
  readonly type: string;
  readonly name: string;
  readonly krs: string | null;
  readonly nip: string | null;
  readonly regon: string | null;
  readonly registerNumber: string | null;
  readonly locality: string | null;
  readonly countyCode: string | null;
}

/** What editors said about this row before, and what it became. */
export interface Remembered {
  readonly seen: string | null;
  readonly decisions: readonly { readonly entityId: string | null; readonly verdict: string }[];
}

export interface Match {
  /** `sure`: it is `entityId`. `new`: none is like it, or an editor said so. `review`: somebody must look. `taken`: its number is another's. */
  readonly outcome: 'sure' | 'new' | 'review' | 'taken' | 'two';
  readonly entityId: string | null;
  readonly candidates: readonly Candidate[];
}

const SURE = 96;
const REVIEW = 60;
/** Below this share of common trigrams the names have nothing to do with each other. */
const ALIKE = 0.4;
/** A number with a name unlike the record's own is more often a slip than a new name. */
const OTHER_NAME = 0.3;
const MOST = 3;
const NUMBERS = ['krs', 'nip', 'regon'] as const;
const [WEIGHT_NAME, WEIGHT_PLACE] = [70, 30];
const PLACES = { locality: 1, county: 0.6, unknown: 0.4, other: 0 } as const;

interface Indexed extends Known {
  readonly core: string;
  readonly form: string | null;
  readonly place: string;
  readonly size: number;
}

/** The base in memory: by numbers, and by the trigrams of names. Twelve thousand records take some megabytes. */
export class Base {
  readonly #all: readonly Indexed[];
  readonly #byNumber = new Map<string, Indexed>();
  readonly #byId = new Map<string, Indexed>();
  readonly #units = new Map<string, Indexed[]>();
  readonly #index = new Map<string, number[]>();
  readonly #shared: Uint16Array;

  constructor(records: readonly Known[]) {
    this.#all = records.map((record) => {
      const { core, form } = comparedName(record.name);
      return { ...record, core, form, place: comparable(record.locality ?? ''), size: trigrams(core).size };
    });
    this.#shared = new Uint16Array(this.#all.length);
    for (const [i, record] of this.#all.entries()) {
      this.#byId.set(record.id, record);
      if (record.parentId === null)
        for (const kind of NUMBERS) {
          const number = record[kind];
          if (number !== null)
            this.#byNumber.set(`${kind}:${number.slice(0, kind === 'regon' ? 9 : 10)}`, record);
        }
      else push(this.#units, record.parentId, record);
      for (const trigram of trigrams(record.core)) push(this.#index, trigram, i);
    }
  }

  get(id: string): Known | undefined {
    return this.#byId.get(id);
  }

  /** Who runs a unit, by number or by an unmistakable name. */
  founderOf(draft: Draft): Known | null {
    const [byNumber] = this.#numbered(draft);
    if (byNumber) return byNumber.record;
    const name = draft.founder?.name ?? '';
    if (name === '') return null;
    const found = this.#alike(comparedName(name).core, (r) => r.parentId === null).filter(({ record }) =>
      sameName(record.name, name),
    );
    return found.length === 1 ? (found[0]?.record ?? null) : null;
  }

  #numbered(draft: Draft): { record: Indexed; kinds: Reason[] }[] {
    const found = new Map<Indexed, Reason[]>();
    for (const kind of NUMBERS) {
      const number = draft.numbers[kind];
      const record = number === null ? undefined : this.#byNumber.get(`${kind}:${number}`);
      if (record) push(found, record, kind);
    }
    return [...found].map(([record, kinds]) => ({ record, kinds }));
  }

  #alike(core: string, wanted: (record: Indexed) => boolean): { record: Indexed; likeness: number }[] {
    const asked = trigrams(core);
    const touched: number[] = [];
    for (const trigram of asked)
      for (const i of this.#index.get(trigram) ?? []) {
        if (this.#shared[i] === 0) touched.push(i);
        this.#shared[i] = (this.#shared[i] ?? 0) + 1;
      }
    const found: { record: Indexed; likeness: number }[] = [];
    for (const i of touched) {
      const record = this.#all[i];
      const shared = this.#shared[i] ?? 0;
      this.#shared[i] = 0;
      if (!record || !wanted(record)) continue;
      const alike = (2 * shared) / (asked.size + record.size);
      if (alike >= ALIKE) found.push({ record, likeness: alike });
    }
    return found;
  }

  match(draft: Draft, seat: Seat | null, remembered: Remembered): Match {
    const said = (verdict: string) => remembered.decisions.filter((d) => d.verdict === verdict);
    const same = said('same')[0]?.entityId ?? null;
    const chosen = same ?? remembered.seen;
    const other = new Set(said('different').map((d) => d.entityId));
    if (chosen !== null && !other.has(chosen) && this.#byId.has(chosen))
      return {
        outcome: 'sure',
        entityId: chosen,
        candidates: [{ id: chosen, score: 100, reasons: ['remembered'] }],
      };
    const isNew = said('new').length > 0;
    const numbered = draft.isUnit ? [] : this.#numbered(draft);
    if (numbered.length > 1)
      return {
        outcome: 'two',
        entityId: null,
        candidates: numbered.map(({ record, kinds }) => ({ id: record.id, score: 50, reasons: kinds })),
      };
    const [exact] = numbered;
    if (exact) {
      const unlike = likeness(exact.record.name, draft.name) < OTHER_NAME;
      const candidate: Candidate = {
        id: exact.record.id,
        score: unlike ? 70 : 100,
        reasons: unlike ? [...exact.kinds, 'other_name'] : exact.kinds,
      };
      // The number is another record's: a second one with it cannot be.
      if (isNew || other.has(exact.record.id))
        return { outcome: 'taken', entityId: exact.record.id, candidates: [candidate] };
      return {
        outcome: unlike ? 'review' : 'sure',
        entityId: unlike ? null : candidate.id,
        candidates: [candidate],
      };
    }
    const candidates = (draft.isUnit ? this.#likeUnit(draft, seat) : this.#likeEntity(draft, seat))
      .filter(({ id, score }) => score >= REVIEW && !other.has(id))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST);
    const [best, second] = candidates;
    if (isNew || !best) return { outcome: 'new', entityId: null, candidates };
    const sure = best.score >= SURE && (second === undefined || second.score < SURE);
    return { outcome: sure ? 'sure' : 'review', entityId: sure ? best.id : null, candidates };
  }

  #likeEntity(draft: Draft, seat: Seat | null): Candidate[] {
    const { core, form } = comparedName(draft.name);
    return this.#alike(core, (r) => r.parentId === null && !isUnitType(r.type)).flatMap(
      ({ record, likeness: alike }) => {
        const near = placed(record, seat);
        const namesake = NUMBERS.some((kind) => differs(draft.numbers[kind], record[kind]));
        // Two numbers of one kind are two entities, unless everything else says that one of them is wrong.
        if (namesake && !(alike === 1 && near === 'locality')) return [];
        const forms = form !== null && record.form !== null && form !== record.form ? 0.8 : 1;
        return [scored(record.id, alike * forms, near, namesake ? ['other_number'] : [], namesake ? -15 : 0)];
      },
    );
  }

  #likeUnit(draft: Draft, seat: Seat | null): Candidate[] {
    const founder = this.founderOf(draft);
    const { core } = comparedName(draft.name);
    const siblings = founder ? (this.#units.get(founder.id) ?? []).filter((r) => r.type === draft.type) : [];
    const found = new Map(
      this.#alike(core, (r) => r.type === draft.type).map(
        ({ record, likeness: alike }) => [record, alike] as const,
      ),
    );
    for (const sibling of siblings) if (!found.has(sibling)) found.set(sibling, 0);
    return [...found].map(([record, alike]) => {
      const near = placed(record, seat);
      if (draft.registerNumber !== null && record.registerNumber === draft.registerNumber && near !== 'other')
        return { id: record.id, score: 100, reasons: ['register_number'] };
      const only = siblings.length === 1 && siblings[0] === record && near !== 'other';
      if (only && (near === 'locality' || alike >= 0.5))
        return { id: record.id, score: 97, reasons: ['founder', ...reasonsOf(alike, near)] };
      const kin = siblings.includes(record);
      return scored(record.id, alike, near, kin ? ['founder'] : [], kin ? 20 : 0);
    });
  }
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
const isUnitType = (type: string): boolean =>
  type === 'CIS' || type === 'KIS' || type === 'WTZ' || type === 'ZAZ';
const differs = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b.slice(0, a.length);

type Near = keyof typeof PLACES;
function placed(record: Indexed, seat: Seat | null): Near {
  const locality = comparable(seat?.locality ?? '');
  if (locality === '' || record.place === '') return 'unknown';
  const counties = seat?.countyCode && record.countyCode ? seat.countyCode === record.countyCode : null;
  if (locality === record.place && counties !== false) return 'locality';
  return counties === null ? 'unknown' : counties ? 'county' : 'other';
}

const reasonsOf = (alike: number, near: Near): Reason[] => [
  ...(alike === 1 ? (['name'] as const) : alike >= ALIKE ? (['name_like'] as const) : []),
  ...(near === 'locality' || near === 'county' ? [near] : []),
];
const scored = (
  id: string,
  alike: number,
  near: Near,
  more: readonly Reason[],
  extra: number,
): Candidate => ({
  id,
  score: Math.max(0, Math.min(99, Math.round(alike * WEIGHT_NAME + PLACES[near] * WEIGHT_PLACE) + extra)),
  reasons: [...reasonsOf(alike, near), ...more],
});
