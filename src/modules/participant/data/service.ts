import { DATA_CLASSES, type DataClass, PURPOSES } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { warsawDate } from '#kernel/time.ts';
import * as queries from './queries.ts';
import {
  type DataQuery,
  KINDS,
  type Look,
  type LookObject,
  OBJECTS,
  PAGE_SIZE,
  type Right,
} from './schema.ts';

const asClasses = (list: readonly string[]): DataClass[] => DATA_CLASSES.filter((c) => list.includes(c));

/** The types of objects in the log by the words for them: `plan_item` is the plan, `attendance` the sessions. */
const WORDS: readonly (readonly [RegExp, LookObject])[] = [
  [/^(person|identity|handover)/, 'person'],
  [/^referral/, 'referral'],
  [/^(clause|information)/, 'clause'],
  [/^(consent|basis|institution_basis|grant)/, 'consent'],
  [/^(diagnosis|functional)/, 'diagnosis'],
  [/^(plan|goal|instrument|linked)/, 'plan'],
  [/^(session|attendance|group|contact)/, 'session'],
  [/^(review|suspension)/, 'review'],
  [/^(outcome|follow_up|closing)/, 'outcome'],
  [/^message/, 'message'],
  [/^emergency/, 'emergency'],
];
export function asObjects(types: readonly string[]): LookObject[] {
  const found = new Set(types.map((type) => WORDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'case'));
  return OBJECTS.filter((object) => found.has(object));
}

export interface Looks {
  readonly total: number;
  readonly looks: readonly Look[];
}

/** Who saw or changed the person's data, by day, worker, purpose and kind. Their own looks are not among them. */
export async function looksAt(ctx: Ctx, query: Partial<DataQuery> = {}, size = PAGE_SIZE): Promise<Looks> {
  const today = warsawDate(ctx.now);
  const rows = await queries.findLooks(ctx, {
    institution: query.institution ?? null,
    kind: query.kind ?? null,
    from: parseDate(query.from ?? '', { today, yearless: 'past' }),
    to: parseDate(query.to ?? '', { today, yearless: 'past' }),
    limit: size,
    offset: ((query.page ?? 1) - 1) * size,
  });
  return {
    total: rows[0]?.total ?? 0,
    looks: rows.map((row) => ({
      day: row.day ?? today,
      firstAt: row.first_at ?? ctx.now,
      lastAt: row.last_at ?? ctx.now,
      workerName: row.worker_name,
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      kind: KINDS.find((k) => k === row.kind) ?? 'seen',
      purpose: PURPOSES.find((p) => p === row.purpose) ?? 'P5',
      classes: asClasses(row.classes ?? []),
      objects: asObjects(row.objects ?? []),
      emergency: row.emergency ?? false,
    })),
  };
}

export const lookers = async (ctx: Ctx): Promise<{ value: string; label: string }[]> =>
  (await queries.findLookers(ctx)).map((row) => ({ value: row.id ?? '', label: row.name ?? '' }));

/** What each institution may see now, one entry for each reason it has. */
export async function rightsOf(ctx: Ctx, caseId: string): Promise<Right[]> {
  const rights = new Map<string, Right & { classes: DataClass[] }>();
  for (const row of await queries.findRights(ctx, caseId)) {
    const dataClass = DATA_CLASSES.find((c) => c === row.data_class);
    const begun = row.valid_from !== null && row.valid_from <= ctx.now;
    if (!dataClass || !begun || (row.valid_to !== null && row.valid_to <= ctx.now)) continue;
    const key = [row.institution_name, row.consent_id ?? row.article, row.valid_to?.getTime()].join('|');
    const right = rights.get(key) ?? {
      institutionName: row.institution_name ?? '',
      institutionType: row.institution_type ?? '',
      classes: [],
      article: row.consent_id ? null : row.article,
      consentId: row.consent_id,
      until: row.valid_to,
    };
    if (!right.classes.includes(dataClass)) right.classes.push(dataClass);
    rights.set(key, right);
  }
  return [...rights.values()];
}
