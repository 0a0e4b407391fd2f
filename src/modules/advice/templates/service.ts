import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, formatDate, warsawDate } from '#kernel/time.ts';
import { isLegal, topics } from '../service.ts';
import { ledDesk } from '../setup/api.ts';
import { doubtsOf, factOn, factsIn, fill } from './policy.ts';
import * as queries from './queries.ts';
import { CERTAINTIES, type Fact, type FactForm, type Template, type TemplateForm, UNITS } from './schema.ts';
import { text } from './text.pl.ts';

/** Every fact with all its values, the newest first. */
export async function facts(ctx: Ctx): Promise<Fact[]> {
  const rows = await queries.findFacts(ctx);
  return rows.map((row) => ({
    ...row,
    value: row.value ?? 0,
    unit: UNITS.find((unit) => unit === row.unit) ?? 'zl',
    certainty: CERTAINTIES.find((c) => c === row.certainty) ?? 'uncertain',
  }));
}

const figures = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'pl-PL', {
    useGrouping: 'always',
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(value);

/** A fact as it stands in a sentence: „1 010 zł”, „7 dni”. */
export function factWords({ value, unit }: Pick<Fact, 'value' | 'unit'>, lang: Lang): string {
  const { units, counts } = text[lang];
  return unit === 'zl' || unit === 'eur' || unit === 'percent'
    ? units[unit](figures(value, lang))
    : counts[unit](value);
}

const typed = (row: queries.TemplateRow): Template => ({ ...row, lang: isLang(row.lang) ? row.lang : 'pl' });

/** Templates of a desk in force, each with what is doubtful about it today. */
export async function templatesOf(ctx: Ctx, deskId: string) {
  const known = await facts(ctx);
  const today = warsawDate(ctx.now);
  return (await queries.findTemplates(ctx, deskId)).map(typed).map((template) => ({
    ...template,
    doubts: doubtsOf(template.body, known, today).map((doubt) => ({
      kind: doubt.kind,
      words: text[ctx.lang].doubts[doubt.kind](
        nameOf(known, doubt.code, ctx.lang),
        doubt.day === null ? '' : formatDate(doubt.day, ctx.lang),
      ),
    })),
  }));
}
export type ListedTemplate = Awaited<ReturnType<typeof templatesOf>>[number];

const nameOf = (known: readonly Fact[], code: string, lang: Lang): string => {
  const fact = known.find((f) => f.code === code);
  return fact ? (lang === 'en' ? fact.nameEn : fact.namePl) : code;
};

export async function templateOf(ctx: Ctx, deskId: string, id: string): Promise<Template> {
  const row = (await queries.findTemplates(ctx, deskId)).find((t) => t.id === id);
  if (!row) throw notFound();
  return typed(row);
}

/**
 * The text of a template with the facts of today put in, in the language of the template; „stan prawny na dzień …” where
 * it tells what the law says. A fact without a value in force leaves a mark that nobody overlooks.
 */
export async function filled(ctx: Ctx, template: Template, number = ''): Promise<string> {
  const known = await facts(ctx);
  const today = warsawDate(ctx.now);
  const desk = await queries.findDeskNames(ctx, template.deskId);
  const { lang, body } = template;
  const own: Readonly<Record<string, string>> = {
    date: formatDate(today, lang),
    desk: lang === 'en' && desk?.nameEn ? desk.nameEn : (desk?.namePl ?? ''),
    phone: desk?.phone ?? '',
    number,
  };
  const value = (code: string): string | null => {
    const fact = factOn(known, code, today);
    return own[code] ?? (fact && factWords(fact, lang));
  };
  const words = fill(body, value, (code) => text[lang].lacking(nameOf(known, code, lang)));
  const law = factsIn(body).length > 0 || (await isLegal(ctx, template.topicCode));
  return law ? `${words.trimEnd()}\n\n${text[lang].legalState(formatDate(today, lang))}` : words;
}

/** A draft with a template at its end, for a question of the desk. */
export async function withTemplate(
  ctx: Ctx,
  question: { readonly deskId: string; readonly number: string },
  templateId: string,
  draft: string,
): Promise<string> {
  const words = await filled(ctx, await templateOf(ctx, question.deskId, templateId), question.number);
  return draft.trim() === '' ? words : `${draft.trimEnd()}\n\n${words}`;
}

async function checked(
  ctx: Ctx,
  deskId: string,
  id: string,
  form: TemplateForm,
): Promise<queries.NewTemplate> {
  const known = await facts(ctx);
  const unknown = factsIn(form.body).find((code) => !known.some((f) => f.code === code));
  if (unknown !== undefined) throw invalid({ field: 'body', message: text[ctx.lang].unknownPlace(unknown) });
  if (form.topic !== '' && !(await topics(ctx)).some(({ code }) => code === form.topic))
    throw invalid({ field: 'topic', message: 'choice' });
  const { name, lang, body } = form;
  return { id, deskId, name, lang, body, topicCode: form.topic === '' ? null : form.topic };
}

export async function addTemplate(ctx: Ctx, deskId: string, form: TemplateForm): Promise<string> {
  await ledDesk(ctx, deskId);
  const id = newId();
  await queries.insertTemplate(ctx, await checked(ctx, deskId, id, form));
  await record(ctx, {
    action: 'template.add',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { template: id },
  });
  return id;
}

export async function saveTemplate(ctx: Ctx, deskId: string, id: string, form: TemplateForm): Promise<void> {
  await ledDesk(ctx, deskId);
  const { name, topicCode, lang, body } = await templateOf(ctx, deskId, id);
  const values = await checked(ctx, deskId, id, form);
  if ((await queries.updateTemplate(ctx, values, form._version)) === 0)
    throw stale({ name, topic: topicCode ?? '', lang, body });
  await record(ctx, {
    action: 'template.change',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { template: id },
  });
}

export async function endTemplate(ctx: Ctx, deskId: string, id: string): Promise<void> {
  await ledDesk(ctx, deskId);
  await queries.endTemplate(ctx, deskId, id);
  await record(ctx, {
    action: 'template.end',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { template: id },
  });
}

/** Editors keep the facts; everybody reads them. */
export const mayEditFacts = (ctx: Ctx): boolean => ctx.actor.permissions.has('library.edit');

/** A new value of a fact from a day on; the one before ends the day before. */
export async function changeFact(ctx: Ctx, code: string, form: FactForm): Promise<void> {
  if (!mayEditFacts(ctx)) throw notFound();
  const [last] = (await facts(ctx)).filter((f) => f.code === code);
  const { from, to } = form;
  if (!last || from === null) throw notFound();
  if (from <= last.validFrom) throw invalid({ field: 'from', message: text[ctx.lang].laterFrom });
  if (to !== null && to < from) throw invalid({ field: 'to', message: 'date.order' });
  await queries.endFact(ctx, code, addDays(from, -1));
  await queries.insertFact(ctx, { code, value: form.value, from, to, source: form.source });
  await record(ctx, { action: 'fact.change', objectType: 'advice_fact', detail: { code, from } });
}
