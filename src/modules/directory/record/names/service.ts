import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { warsawDate } from '#kernel/time.ts';
import type { RecordInput, Taxonomy } from '../../schema.ts';
import type { FreshnessRules, Names, Term } from '../schema.ts';
import * as queries from './queries.ts';

/** Read once a request: the dictionaries asked for in one transaction, by the transaction. */
const read = new WeakMap<object, Map<Taxonomy, Promise<readonly Term[]>>>();

/** The entries of a dictionary in the reader's language, in their order; entries out of use among them. */
export function dictionary(ctx: Ctx, taxonomy: Taxonomy): Promise<readonly Term[]> {
  const known = read.get(ctx.tx) ?? new Map<Taxonomy, Promise<readonly Term[]>>();
  read.set(ctx.tx, known);
  const terms = known.get(taxonomy) ?? readTerms(ctx, taxonomy);
  known.set(taxonomy, terms);
  return terms;
}

const readTerms = async (ctx: Ctx, taxonomy: Taxonomy): Promise<readonly Term[]> =>
  (await queries.findTerms(ctx, taxonomy)).map(({ namePl, nameEn, ...term }) => ({
    ...term,
    taxonomy,
    name: ctx.lang === 'en' ? nameEn : namePl,
  }));

/** Every code in a record with its dictionary. */
function codesOf(r: RecordInput): [Taxonomy, string][] {
  return [
    ['type', r.type],
    ...(r.legalForm === null ? [] : [['legal_form', r.legalForm] as [Taxonomy, string]]),
    ...r.statuses.map((s): [Taxonomy, string] => ['status', s.status]),
    ...r.groups.map((g): [Taxonomy, string] => ['group', g]),
    ...r.pkd.map((p): [Taxonomy, string] => [p.taxonomy, p.code]),
    ...r.places.flatMap((p) => p.access.map((a): [Taxonomy, string] => ['access', a.code])),
    ...r.offers.flatMap((o): [Taxonomy, string][] => [
      ['category', o.category],
      ...o.codes.map((c): [Taxonomy, string] => [c.taxonomy, c.code]),
    ]),
    ...r.supports.map((s): [Taxonomy, string] => ['support', s.kind]),
  ];
}

const ruleValues = (r: RecordInput, rule: 'county' | 'gmina') =>
  r.supports.flatMap((s) => s.eligibility.filter((e) => e.rule === rule).map((e) => e.value));
const present = (values: readonly (string | null)[]) => [...new Set(values.filter((v) => v !== null))];

/** What the codes in these records are called; three statements, however many records there are. */
export async function namesOf(
  ctx: Ctx,
  records: readonly RecordInput[],
  lang: Lang = ctx.lang,
): Promise<Names> {
  const codes = [
    ...new Map(
      records
        .flatMap(codesOf)
        .filter(([, code]) => code !== '')
        .map((c) => [c.join(':'), c]),
    ).values(),
  ];
  const counties = present(
    records.flatMap((r) => [
      ...r.servedCounties,
      ...r.places.map((p) => p.countyCode),
      ...ruleValues(r, 'county'),
    ]),
  );
  const gminas = present(
    records.flatMap((r) => [...r.places.map((p) => p.gminaId), ...ruleValues(r, 'gmina')]),
  );
  const parents = present(records.map((r) => r.parentId));
  const [terms, units, entities] = await Promise.all([
    queries.findNames(
      ctx,
      codes.map(([taxonomy]) => taxonomy),
      codes.map(([, code]) => code),
    ),
    counties.length + gminas.length > 0 ? queries.findUnits(ctx, counties, gminas) : [],
    parents.length > 0 ? queries.findEntityNames(ctx, parents) : [],
  ]);
  const term = new Map(terms.map((t) => [`${t.of}:${t.code}`, lang === 'en' ? t.nameEn : t.namePl]));
  const county = new Map(units.map((u) => [u.countyCode, u.countyName]));
  const gmina = new Map(units.map((u) => [u.id, u.name]));
  const entity = new Map(entities.map((e) => [e.id, e.name]));
  return {
    term: (taxonomy, code) => term.get(`${taxonomy}:${code}`) ?? code,
    county: (code) => county.get(code) ?? code,
    gmina: (id) => gmina.get(id) ?? id,
    entity: (id) => entity.get(id) ?? id,
  };
}

/** The rules of freshness in force today. */
export async function freshnessRules(ctx: Ctx): Promise<FreshnessRules> {
  const rules = new Map((await queries.findRules(ctx, warsawDate(ctx.now))).map((r) => [r.code, r.months]));
  return { ageing: rules.get('ageing') ?? 6, unconfirmed: rules.get('unconfirmed') ?? 12 };
}
