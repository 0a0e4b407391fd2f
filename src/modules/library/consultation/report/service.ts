import type { Ctx } from '#kernel/context.ts';
import { formatDateTime } from '#kernel/time.ts';
import { remarksOf } from '../remarks/service.ts';
import { WHOLE } from '../schema.ts';
import { partsOf, readPart } from '../service.ts';
import { text } from '../text.pl.ts';
import type { ReportRow } from './schema.ts';

/** Every remark that readers see, in the order of the text. */
export async function reportOf(ctx: Ctx, roundId: string): Promise<readonly ReportRow[]> {
  const remarks = await remarksOf(ctx, roundId);
  const rows: ReportRow[] = [];
  for (const { position } of await partsOf(ctx, roundId)) {
    const here = remarks.filter((remark) => remark.position === position);
    if (here.length === 0) continue;
    const part = await readPart(ctx, roundId, position);
    const places = [
      ...part.paragraphs.map(({ key, excerpt }) => ({ key, excerpt })),
      { key: WHOLE, excerpt: '' },
    ];
    for (const { key, excerpt } of places)
      for (const remark of here.filter(({ block }) => block === key))
        rows.push({ remark, part: part.title, paragraph: excerpt });
  }
  return rows;
}

/** The same as a table of texts: its headings and its rows. */
export function reportTable(ctx: Ctx, rows: readonly ReportRow[]): { headers: string[]; rows: string[][] } {
  const t = text[ctx.lang];
  const c = t.reporting.columns;
  return {
    headers: [c.part, c.paragraph, c.kind, c.who, c.when, c.body, c.outcome, c.answer],
    rows: rows.map(({ remark, part, paragraph }) => [
      part,
      paragraph || t.reporting.wholePart,
      t.remark.kinds[remark.kind],
      remark.signature,
      formatDateTime(remark.createdAt, ctx.lang),
      remark.body,
      remark.outcome ? t.outcomes[remark.outcome] : t.reporting.open,
      remark.answer,
    ]),
  };
}
