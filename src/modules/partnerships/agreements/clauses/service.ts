import type { Ctx } from '#kernel/context.ts';
import { classWords, typeWords } from '#modules/organisations/api.ts';
import { today } from '../../service.ts';
import type { AgreementView } from '../schema.ts';
import { text } from '../text.pl.ts';
import { blanksOf } from './blanks/service.ts';
import * as queries from './queries.ts';
import {
  type ChosenClause,
  type Clause,
  type ClauseNeed,
  emptyPlaces,
  filled,
  type Lack,
  type Section,
  type Variant,
} from './schema.ts';

/** The dictionary of clauses of today, in a language. */
export const dictionaryOf = async (ctx: Ctx, lang: string): Promise<Clause[]> =>
  (await queries.findClauses(ctx, lang, today(ctx))).map((row) => ({
    ...row,
    section: row.section as Section,
    need: row.need as ClauseNeed,
  }));

/** Wordings to choose from, of one clause or of all. */
export const variantsOf = async (ctx: Ctx, language: string, clause: string | null): Promise<Variant[]> =>
  (await queries.findVariants(ctx, language, clause, today(ctx))).map((row) => ({
    code: row.code,
    clause: row.clause_code,
    name: row.name,
    body: row.body,
    source: row.source,
    writtenOn: row.written_on,
  }));

/** The clauses of a version in their order, filled: from the data of today while it is a draft, then as it was signed. */
export async function clausesOf(ctx: Ctx, agreement: AgreementView): Promise<ChosenClause[]> {
  const rows = await queries.findChosen(ctx, agreement.id);
  const needs = new Map((await dictionaryOf(ctx, ctx.lang)).map((c) => [c.code, c.need]));
  const blanks = rows.some((row) => row.final_text === null) ? await blanksOf(ctx, agreement) : null;
  return rows.map((row) => ({
    id: row.id,
    code: row.clause_code,
    variant: row.variant_code,
    section: row.section as Section,
    position: row.position,
    title: row.title,
    body: row.body,
    text: row.final_text ?? (blanks ? filled(row.body, blanks) : row.body),
    need: needs.get(row.clause_code ?? '') ?? 'good',
    rowVersion: row.row_version,
  }));
}

/** Which clause of a version lets which class be shared with which type of institution. */
export async function permitsOf(
  ctx: Ctx,
  clauses: readonly ChosenClause[],
): Promise<(type: string, dataClass: string) => ChosenClause[]> {
  const rules = await queries.findPermits(ctx);
  // An annex written in one piece, as agreements had before there were clauses, permits what is ticked with it.
  const whole = clauses.filter((c) => c.section === 'data' && c.code === null);
  return (type, dataClass) => [
    ...clauses.filter((c) =>
      rules.some(
        (rule) =>
          rule.clause_code === c.code &&
          rule.data_class === dataClass &&
          (rule.institution_types.length === 0 || rule.institution_types.includes(type)),
      ),
    ),
    ...whole,
  ];
}

/** What is missing before a version may be signed, what blocks first. */
export async function lacksOf(
  ctx: Ctx,
  agreement: AgreementView,
  clauses: readonly ChosenClause[],
): Promise<Lack[]> {
  const dictionary = await dictionaryOf(ctx, ctx.lang);
  const has = (code: string) => clauses.some((c) => c.code === code);
  const packages = new Set(clauses.filter((c) => c.need === 'package').map((c) => c.section));
  const ownAnnex = clauses.some((c) => c.section === 'data' && c.code === null);
  const lacks: Lack[] = [];
  for (const { code, need, section, title } of dictionary) {
    if (has(code) || need === 'good') continue;
    if (need === 'statute' || (need === 'package' && packages.has(section)))
      lacks.push({ kind: 'clause', what: title, code, blocks: true });
    if (need === 'operating' && !(section === 'data' && ownAnnex))
      lacks.push({ kind: 'annex', what: title, code, blocks: false });
  }
  for (const clause of clauses) {
    const at = { what: clause.title, clauseId: clause.id };
    if (clause.body.trim() === '') lacks.push({ kind: 'empty', ...at, blocks: true });
    // The scope of data fills it, and is named below while it is missing.
    for (const place of emptyPlaces(clause.text))
      if (place !== '[dane]' || agreement.ceiling.length > 0)
        lacks.push({ kind: 'blank', ...at, what: `${clause.title}: ${place}`, blocks: true });
  }
  if (agreement.ceiling.length === 0)
    lacks.push({ kind: 'ceiling', what: text[ctx.lang].ceiling.none, blocks: true });
  const permits = await permitsOf(ctx, clauses);
  const [types, classes] = [typeWords(ctx.lang), classWords(ctx.lang)];
  for (const { type, classes: ticked } of agreement.ceiling)
    for (const one of ticked)
      if (permits(type, one).length === 0)
        lacks.push({
          kind: 'unpermitted',
          what: `${types[type] ?? type}: ${classes[one as keyof typeof classes] ?? one}`,
          blocks: true,
        });
  return lacks.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}
