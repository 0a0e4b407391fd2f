import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { isId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { freshnessRules, namesOf, type RecordView, readRecords } from '../../record/api.ts';
import type { Known } from '../mapping/service.ts';
import { offerService, supportService } from '../mapping/services/service.ts';
import * as queries from '../queries.ts';
import type { HsdsObject } from '../schema.ts';

/** A wrong request is told apart from a missing thing: an id that is no uuid is the former. */
export function checkedId(id: string): string {
  if (!isId(id)) throw invalid({ field: 'id', message: 'invalid' });
  return id;
}

/** Everything needed to write these records in the words of the specification. */
async function knownFor(ctx: Ctx, siteUrl: string, records: readonly RecordView[]): Promise<Known> {
  const gminas = records.flatMap(({ places }) => places.flatMap(({ gminaId }) => gminaId ?? []));
  const [names, rules, terms, tercs, counties] = await Promise.all([
    namesOf(ctx, records),
    freshnessRules(ctx),
    queries.findTermIds(ctx),
    queries.findTercs(ctx, [...new Set(gminas)]),
    queries.findCounties(ctx),
  ]);
  const terc = new Map(tercs.map(({ id, terc: code }) => [id, code]));
  const voivodeship = new Map(counties.map(({ code, voivodeship: name }) => [code, name]));
  return {
    names,
    rules,
    siteUrl,
    lang: ctx.lang,
    today: warsawDate(ctx.now),
    now: ctx.now,
    termIds: new Map(terms.map(({ taxonomy, code, id }) => [`${taxonomy}:${code}`, id ?? ''])),
    territory: {
      voivodeshipOf: (code) => voivodeship.get(code) ?? '',
      tercOf: (id) => terc.get(id) ?? null,
    },
  };
}

/** Records by id, and how to write them. */
export async function recordsOf(ctx: Ctx, siteUrl: string, ids: readonly (string | null)[]) {
  const records = await readRecords(ctx, [...new Set(ids.flatMap((id) => id ?? []))]);
  return { known: await knownFor(ctx, siteUrl, records), byId: new Map(records.map((r) => [r.id, r])) };
}

export const windowOf = ({ page, per_page }: { page: number; per_page: number }) => ({
  limit: per_page,
  offset: (page - 1) * per_page,
});

/** An offer or a support of a record, whichever the row names. */
export function serviceObject(
  known: Known,
  record: RecordView | undefined,
  row: queries.ServiceRow,
): HsdsObject | null {
  if (!record) return null;
  const offer = record.offers.find(({ id }) => id === row.id);
  if (offer) return offerService(known, record, offer);
  const support = record.supports.find(({ id }) => id === row.id);
  return support ? supportService(known, record, support) : null;
}

/** A page beyond the end says how many there are in all, which its own empty answer cannot. */
export async function totalOf(
  rows: readonly { total: number | null }[],
  count: () => Promise<readonly { total: number | null }[]>,
) {
  return rows[0]?.total ?? (await count())[0]?.total ?? 0;
}

/** One row, for what it says of all. */
export const ALL = { limit: 1, offset: 0 } as const;
