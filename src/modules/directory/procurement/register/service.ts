import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { plain } from '#kernel/words/words.ts';
import { counties } from '#modules/territory/api.ts';
import { openBought, VALUE_BANDS } from '../../enquiries/api.ts';
import { dictionary } from '../../record/api.ts';
import { rulesToday } from '../assistant/api.ts';
import { mayWrite } from './policy.ts';
import * as queries from './queries.ts';
import { type Clause, type ClauseForm, CONTROLS, type Figure, PAGE, type RegisterQuery } from './schema.ts';
import { text } from './text.pl.ts';

const MOST_ROWS = 10_000;

function asClause(ctx: Ctx, row: queries.ClauseRow): Clause {
  const { article, namePl, nameEn, groupPl, groupEn, entityName, ...rest } = row;
  const english = ctx.lang === 'en';
  return {
    ...rest,
    valueBand: VALUE_BANDS.find((band) => band === row.valueBand) ?? 'unknown',
    ruleName: `${english ? nameEn : namePl} (${article})`,
    groupName: english ? groupEn : groupPl,
    kind: row.kind === 'percent' || row.kind === 'persons' ? row.kind : null,
    control: CONTROLS.find((control) => control === row.control) ?? 'planned',
    contractor: entityName ?? row.contractor,
  };
}

const filterOf = (query: Omit<RegisterQuery, 'page'>): queries.Filter => ({
  id: null,
  rule: query.rule ?? null,
  voivodeship: query.voivodeship ?? null,
  group: query.group ?? null,
  control: query.control ?? null,
  like: query.q === '' ? null : `%${plain(query.q).replace(/[\\%_]/g, '\\$&')}%`,
});

/** One page of the register, and how many entries there are in all. */
export async function register(
  ctx: Ctx,
  query: RegisterQuery,
): Promise<{ clauses: readonly Clause[]; total: number }> {
  const filter = filterOf(query);
  const rows = await queries.findClauses(ctx, filter, PAGE, (query.page - 1) * PAGE);
  const { n } = await queries.countClauses(ctx, filter);
  return { clauses: rows.map((row) => asClause(ctx, row)), total: n ?? 0 };
}

/** Every entry that fits, for a file. */
export const wholeRegister = async (ctx: Ctx, query: RegisterQuery): Promise<readonly Clause[]> =>
  (await queries.findClauses(ctx, filterOf(query), MOST_ROWS, 0)).map((row) => asClause(ctx, row));

export const figures = async (ctx: Ctx): Promise<readonly Figure[]> =>
  (await queries.findFigures(ctx)).map((row) => ({
    rule: row.rule,
    voivodeship: row.voivodeship ?? '',
    clauses: row.clauses ?? 0,
    employed: row.employed ?? 0,
  }));

/** One entry and whether the reader may change it. Throws `not_found`. */
export async function readClause(ctx: Ctx, id: string): Promise<{ clause: Clause; writes: boolean }> {
  const everything = filterOf({ q: '' });
  const [row] = await queries.findClauses(ctx, { ...everything, id }, 1, 0);
  if (!row) throw notFound();
  const clause = asClause(ctx, row);
  return { clause, writes: mayWrite(ctx.actor, clause).allowed };
}

/** An entry that the reader may change; missing and forbidden are the same. */
export async function keptClause(ctx: Ctx, id: string): Promise<Clause> {
  const { clause, writes } = await readClause(ctx, id);
  if (!writes) throw notFound();
  return clause;
}

/** What a new entry begins with: the own institution, and the enquiry it came from. */
export async function beginning(
  ctx: Ctx,
  from: { enquiry?: string | undefined; rule: string },
): Promise<FormValues> {
  const own = await queries.findInstitution(ctx);
  const base = { buyer: own?.name ?? '', county: own?.countyCode ?? '', rule: from.rule, control: 'planned' };
  if (from.enquiry === undefined) return { ...base, valueBand: 'unknown' };
  const { enquiry } = await openBought(ctx, from.enquiry);
  const chosen = await queries.findChosen(ctx, enquiry.id);
  return {
    ...base,
    enquiry: enquiry.id,
    county: enquiry.countyCode ?? base.county,
    subject: enquiry.subject,
    cpv: enquiry.cpv[0] ?? '',
    valueBand: enquiry.valueBand,
    rule: enquiry.reservedBasis ?? from.rule,
    contractor: chosen ? `/directory/${chosen.entityId}` : '',
  };
}

export const valuesOf = (c: Clause): FormValues => ({
  buyer: c.buyer,
  county: c.countyCode,
  subject: c.subject,
  cpv: c.cpv,
  valueBand: c.valueBand,
  rule: c.ruleCode,
  group: c.groupCode ?? '',
  kind: c.kind ?? '',
  required: c.required === null ? '' : String(c.required),
  startsOn: formatDate(c.startsOn, 'pl'),
  endsOn: c.endsOn === null ? '' : formatDate(c.endsOn, 'pl'),
  contractor: c.entityId === null ? c.contractor : `/directory/${c.entityId}`,
  employed: c.employed === null ? '' : String(c.employed),
  control: c.control,
  controlNote: c.controlNote,
});

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

async function written(ctx: Ctx, form: ClauseForm): Promise<queries.Written> {
  const t = text[ctx.lang];
  const { startsOn, endsOn, kind, required } = form;
  if (startsOn === null) throw invalid({ field: 'startsOn', message: 'required' });
  if (endsOn !== null && endsOn < startsOn) throw invalid({ field: 'endsOn', message: 'date.order' });
  if ((kind === null) !== (required === null))
    throw invalid({ field: kind === null ? 'kind' : 'required', message: t.both });
  if (kind === 'percent' && (required ?? 0) > 100)
    throw invalid({ field: 'required', message: 'number.max' });
  if (!(await rulesToday(ctx)).some(({ code }) => code === form.rule))
    throw invalid({ field: 'rule', message: 'choice' });
  if (!(await counties(ctx)).some(({ code }) => code === form.county))
    throw invalid({ field: 'county', message: 'choice' });
  const groups = await dictionary(ctx, 'group');
  if (form.group !== '' && !groups.some(({ code }) => code === form.group))
    throw invalid({ field: 'group', message: 'choice' });
  const id = UUID.exec(form.contractor)?.[0] ?? null;
  const number = /^\d{10}$/.exec(form.contractor.replace(/[\s-]/g, ''))?.[0] ?? null;
  const [entity] = id || number ? await queries.findEntity(ctx, id, number) : [];
  if ((id || number) && !entity) throw invalid({ field: 'contractor', message: t.unknownEntity });
  return {
    buyer: form.buyer,
    countyCode: form.county,
    subject: form.subject,
    cpv: form.cpv ?? '',
    valueBand: form.valueBand,
    ruleCode: form.rule,
    groupCode: form.group || null,
    kind,
    required,
    startsOn,
    endsOn,
    entityId: entity?.id ?? null,
    contractor: entity ? '' : form.contractor.slice(0, 200),
    employed: form.employed,
    control: form.control,
    controlNote: form.controlNote,
  };
}

/** Adds an entry for the own institution. @returns its id */
export async function addClause(ctx: Ctx, form: ClauseForm): Promise<string> {
  const id = newId();
  const enquiryId = form.enquiry === '' ? null : (await openBought(ctx, form.enquiry)).enquiry.id;
  await queries.insertClause(ctx, id, await written(ctx, form), enquiryId, ctx.actor.institutionId);
  return id;
}

/** Throws `stale` when somebody changed it meanwhile. */
export async function changeClause(ctx: Ctx, id: string, form: ClauseForm): Promise<void> {
  const clause = await keptClause(ctx, id);
  const done = await queries.updateClause(ctx, id, form._version ?? 0, await written(ctx, form));
  if (done === 0) throw stale({ ...clause });
}
