import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { requirementsOf, standards } from '#modules/library/quotes/api.ts';
import { holdToCoordinate, membersOf, note, today } from '../../service.ts';
import * as queries from '../queries.ts';
import type { OpenForm } from '../schema.ts';
import { placeOf, roundsOf } from '../service.ts';
import { text } from '../text.pl.ts';

/** What a new round may follow, and the year it would be for. */
export async function openChoices(ctx: Ctx, id: string) {
  const place = await placeOf(ctx, id);
  if (!place.coordinates) throw notFound();
  const year = Number(today(ctx).slice(0, 4));
  return { ...place, standards: await standards(ctx), year, due: addDays(today(ctx), 30) };
}

async function standardIn(ctx: Ctx, slug: string, lang: string) {
  const standard = await requirementsOf(ctx, slug, lang);
  if ('movedTo' in standard) throw invalid({ field: 'standard', message: 'choice' });
  return standard;
}

/** Begins a round: the requirements are copied as they are worded today, and every member is asked. */
export async function openRound(ctx: Ctx, id: string, form: OpenForm): Promise<number> {
  await holdToCoordinate(ctx, id);
  const t = text[ctx.lang].open;
  const day = today(ctx);
  if (form.year === null) throw invalid({ field: 'year', message: 'required' });
  if (form.due < day) throw invalid({ field: 'due', message: t.duePast });
  if ((await roundsOf(ctx, id)).some(({ year }) => year === form.year))
    throw invalid({ field: 'year', message: t.there });
  if (!(await standards(ctx)).some(({ slug }) => slug === form.standard))
    throw invalid({ field: 'standard', message: 'choice' });
  const [pl, en] = [await standardIn(ctx, form.standard, 'pl'), await standardIn(ctx, form.standard, 'en')];
  const english = new Map(
    en.chapters.flatMap((c) => c.requirements.map((r) => [r.number, { ...r, chapter: c.title }])),
  );
  const rows = pl.chapters.flatMap((chapter) =>
    chapter.requirements.map((r) => ({ ...r, chapter: chapter.title, en: english.get(r.number) })),
  );
  if (rows.length === 0) throw invalid({ field: 'standard', message: t.empty });
  const roundId = newId();
  const round = {
    id: roundId,
    partnershipId: id,
    year: form.year,
    slug: form.standard,
    pl: pl.title,
    en: en.title,
  };
  await queries.insertRound(ctx, {
    ...round,
    version: pl.number,
    legalStateOn: pl.legalStateOn,
    openedOn: day,
    dueOn: form.due,
  });
  await queries.insertRequirements(
    ctx,
    roundId,
    id,
    rows.map((r, position) => ({
      code: r.number,
      position,
      chapter_pl: r.chapter,
      chapter_en: r.en?.chapter ?? r.chapter,
      title_pl: r.title,
      title_en: r.en?.title ?? r.title,
      what_pl: r.what,
      what_en: r.en?.what ?? r.what,
      evidence_pl: r.evidence,
      evidence_en: r.en?.evidence ?? r.evidence,
      basic: r.basic,
      law: r.law,
      path: r.path,
    })),
  );
  await queries.insertSheets(
    ctx,
    roundId,
    id,
    (await membersOf(ctx, id)).map(({ institutionId }) => institutionId),
  );
  await note(ctx, 'standard.open', id, { year: form.year });
  return form.year;
}
