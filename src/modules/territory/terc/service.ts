import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isMessageCode, message } from '#kernel/messages.ts';
import { decodeText, detectEncoding } from '#kernel/tabular/encoding.ts';
import { readTable } from '#kernel/tabular/read.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Change, type Comparison, compare, type GminaUnit, type Unit } from './compare/schema.ts';
import * as queries from './queries.ts';
import { type FileProblem, readTerc, xmlAsCsv } from './schema.ts';
import { text } from './text.pl.ts';

/** More gminas than this have never vanished in a year; a file that says so is a part of the register. */
const MOST_GONE = 50;

export interface TercImport {
  readonly asOf: LocalDate | null;
  /** Anything here, and nothing was written. */
  readonly problems: readonly FileProblem[];
  readonly changes: Comparison;
}

/**
 * Brings voivodeships, counties and gminas to the state of a TERC file; its codes, names and kinds win over those in
 * the database. Units it no longer has get `valid_to`. One fault anywhere, and nothing is written.
 */
export async function importTerc(
  ctx: Ctx,
  bytes: Uint8Array,
  options: { dryRun: boolean },
): Promise<TercImport> {
  const { register, problems } = readTerc(await readTable(withoutXml(bytes)));
  const nothing: Comparison = { voivodeships: [], counties: [], gminas: [] };
  if (!register) return { asOf: null, problems, changes: nothing };
  const { asOf } = register;
  const standing = {
    voivodeships: await queries.findVoivodeships(ctx),
    counties: await queries.findCounties(ctx),
    gminas: await queries.findGminas(ctx),
  };
  const whole = (code: FileProblem['code'], value: string): TercImport => ({
    asOf,
    problems: [{ line: 0, field: '', value, code }],
    changes: nothing,
  });
  const newest =
    standing.gminas
      .map((unit) => unit.asOf)
      .sort()
      .at(-1) ?? '';
  if (asOf < newest) return whole('older', newest);
  const changes = compare(register, standing);
  const gone = changes.gminas.filter(({ after }) => after.validTo).length;
  if (gone > MOST_GONE) return whole('incomplete', String(gone));
  if (!options.dryRun) {
    await queries.saveVoivodeships(ctx, after(changes.voivodeships));
    await queries.saveCounties(ctx, after(changes.counties));
    await queries.saveGminas(ctx, after(changes.gminas));
  }
  return { asOf, problems: [], changes };
}

const after = <U>(changes: readonly Change<U>[]): U[] => changes.map((change) => change.after);

function withoutXml(bytes: Uint8Array): Uint8Array {
  const csv = xmlAsCsv(decodeText(bytes, detectEncoding(bytes).encoding));
  return csv === null ? bytes : Buffer.from(csv);
}

/** One problem as a sentence with its remedy: `12: RODZ [7]: …`. */
export function tellProblem(lang: Lang, { line, field, value, code }: FileProblem): string {
  const own: Readonly<Record<string, string | ((value: string) => string)>> = text[lang].problems;
  const sentence = own[code] ?? message(lang, isMessageCode(code) ? code : 'invalid');
  const what = typeof sentence === 'string' ? sentence : sentence(value);
  const where = [field, typeof sentence === 'string' && value && `[${value}]`].filter(Boolean).join(' ');
  return [line > 0 && line, where, what].filter(Boolean).join(': ');
}

/** What would change or has changed: units by name, then counts. Codes and days alone are only counted. */
export function tellChanges(lang: Lang, changes: Comparison): string[] {
  const t = text[lang];
  const unit = (it: Unit | GminaUnit) =>
    'terc' in it
      ? `${it.terc ?? it.countyCode} ${it.name} (${t.kinds[it.kind] ?? it.kind})`
      : `${it.code} ${it.name}`;
  const all: readonly Change<Unit | GminaUnit>[] = [
    ...changes.voivodeships,
    ...changes.counties,
    ...changes.gminas,
  ];
  const counts = { added: 0, ended: 0, altered: 0, coded: 0, proved: 0 };
  const lines = all.flatMap(({ before, after }) => {
    if (!before) {
      counts.added += 1;
      return `+ ${unit(after)}`;
    }
    if (after.validTo) {
      counts.ended += 1;
      return `- ${unit(after)}`;
    }
    if (differs(before, after)) {
      counts.altered += 1;
      return `~ ${unit(before)} → ${unit(after)}`;
    }
    counts['terc' in after && 'terc' in before && after.terc !== before.terc ? 'coded' : 'proved'] += 1;
    return [];
  });
  return [...lines, t.counts(counts.added, counts.ended, counts.altered, counts.coded, counts.proved)];
}

/** Whether more than a missing code and the day differ. */
function differs(before: Unit | GminaUnit, after: Unit | GminaUnit): boolean {
  if (before.name !== after.name || before.kind !== after.kind || before.validTo !== null) return true;
  if (!('terc' in before && 'terc' in after)) return false;
  return before.countyCode !== after.countyCode || (before.terc !== null && before.terc !== after.terc);
}

/** The sentences that end an import of either kind. */
export const outcome = (lang: Lang) => text[lang].outcome;
