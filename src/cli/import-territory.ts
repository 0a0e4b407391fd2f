import { parseArgs } from 'node:util';
import { systemScope } from '../kernel/db/database.ts';
import { isLang, type Lang } from '../kernel/i18n.ts';
import { message } from '../kernel/messages.ts';
import { formatDate, isLocalDate, warsawDate } from '../kernel/time.ts';
import * as territory from '../modules/territory/api.ts';
import type { Parts } from '../parts.ts';
import { bytesOf, guarded, Refusal } from './input.ts';

const USAGE = `splot import territory FILE [options]    the register TERC of Statistics Poland, CSV or XML of eTERYT
splot import boundaries FILE [options]   boundaries of counties, GeoJSON or TopoJSON in degrees (WGS 84)

  --dry-run        tell what would change and write nothing
  --kind terc      which register the file is; TERC is the only one read
  --source TEXT    boundaries: who published them; shown under maps ("${territory.PRG}" otherwise)
  --as-of DATE     boundaries: the day they show, 2026-01-01; today otherwise
  --lang pl|en     language of the messages (pl otherwise)`;

/** A file of PRG in full detail has about 100 MB. */
const MAX_BYTES = 400 * 1024 * 1024;
const limit = (lang: Lang) => ({ most: MAX_BYTES, tooLarge: message(lang, 'table.too_large') });
const MOST_LINES = 200;

function read(args: readonly string[]) {
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        kind: string,
        source: string,
        'as-of': string,
        lang: string,
      },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1 || (values.kind ?? 'terc') !== 'terc') throw new Refusal(USAGE);
    const asOf = values['as-of'];
    if (asOf !== undefined && !isLocalDate(asOf)) throw new Refusal(USAGE);
    const lang: Lang = isLang(values.lang) ? values.lang : 'pl';
    return { file, lang, dryRun: values['dry-run'] ?? false, source: values.source, asOf };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(USAGE);
  }
}

/** Faults to standard error, with their number; the list is cut where nobody would read on. */
function refuse(lang: Lang, lines: readonly string[]): number {
  for (const line of lines.slice(0, MOST_LINES)) console.error(line);
  if (lines.length > MOST_LINES) console.error('…');
  console.error(territory.outcome(lang).refused(lines.length));
  return 1;
}

/** `splot import territory FILE`: names, kinds and codes of the official register win over those in the database. */
export const importTerritory = (parts: Parts, args: readonly string[]): Promise<number> =>
  guarded(async () => {
    const { file, lang, dryRun } = read(args);
    const bytes = await bytesOf(file, limit(lang));
    const scope = { ...systemScope(parts.clock(), 'splot import territory'), lang };
    const { asOf, problems, changes } = await parts.db.transaction(scope, (ctx) =>
      territory.importTerc(ctx, bytes, { dryRun }),
    );
    if (problems.length > 0)
      return refuse(
        lang,
        problems.map((problem) => territory.tellTercProblem(lang, problem)),
      );
    const t = territory.outcome(lang);
    console.log(t.state(formatDate(asOf ?? '', lang)));
    for (const line of territory.tellChanges(lang, changes)) console.log(line);
    const any = Object.values(changes).some((units) => units.length > 0);
    console.log(!any ? t.nothing : dryRun ? t.dry : t.done);
    return 0;
  });

/** `splot import boundaries FILE`: shapes of counties from an official file take the place of the drawn ones. */
export const importBoundaries = (parts: Parts, args: readonly string[]): Promise<number> =>
  guarded(async () => {
    const { file, lang, dryRun, source = territory.PRG, asOf } = read(args);
    const text = (await bytesOf(file, limit(lang))).toString('utf8');
    const now = parts.clock();
    const scope = { ...systemScope(now, 'splot import boundaries'), lang };
    const result = await parts.db.transaction(scope, (ctx) =>
      territory.importBoundaries(ctx, text, { source, asOf: asOf ?? warsawDate(now), dryRun }),
    );
    if (result.problems.length > 0)
      return refuse(
        lang,
        result.problems.map((problem) => territory.tellBoundaryProblem(lang, problem)),
      );
    const t = territory.outcome(lang);
    console.log(territory.tellBoundaries(lang, result));
    console.log(dryRun ? t.dry : result.written ? t.done : t.nothing);
    return 0;
  });
