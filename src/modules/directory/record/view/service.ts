import { z } from 'zod';
import type { Actor, Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { warsawDate } from '#kernel/time.ts';
import type { NavItem } from '#ui/view.tsx';
import { mayCount, mayEdit, mayKeep } from '../../policy.ts';
import type { ChangedBy, EntityState } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { freshnessRules, namesOf } from '../names/service.ts';
import type { Change, RecordView } from '../schema.ts';
import { readRecord } from '../service.ts';
import * as queries from './queries.ts';
import { type EntityPageView, HISTORY_PAGE } from './schema.ts';

export async function known(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record) throw notFound();
  return record;
}

/** Everything the page of an entity shows. Throws `not_found` for an unknown one. */
export async function entityView(ctx: Ctx, id: string, siteUrl: string): Promise<EntityPageView> {
  const record = await known(ctx, id);
  const [names, units, source, rules, figures] = await Promise.all([
    namesOf(ctx, [record]),
    queries.findUnits(ctx, id),
    queries.findSource(ctx, record.sourceCode),
    freshnessRules(ctx),
    queries.findAnswerFigures(ctx, id),
  ]);
  return {
    record,
    names,
    units: units.map((u) => ({ ...u, state: u.state as EntityState })),
    rules,
    source: (ctx.lang === 'en' ? source?.nameEn : source?.namePl) ?? record.sourceCode,
    today: warsawDate(ctx.now),
    siteUrl,
    keeps: mayKeep(ctx.actor, record).allowed,
    edits: mayEdit(ctx.actor).allowed,
    counts: mayCount(ctx.actor, record).allowed && record.supports.length > 0,
    answersIn:
      figures?.answers != null && figures.hours !== null
        ? { answers: figures.answers, hours: figures.hours }
        : null,
  };
}

const fieldsShape = z
  .array(z.object({ field: z.string(), of: z.string().optional(), before: z.string(), after: z.string() }))
  .catch([]);

/** What happened to a record, the newest first. */
export async function historyOf(
  ctx: Ctx,
  id: string,
  page: number,
): Promise<{ record: RecordView; changes: readonly Change[]; total: number }> {
  const record = await known(ctx, id);
  const rows = await queries.findChanges(ctx, id, HISTORY_PAGE, (page - 1) * HISTORY_PAGE);
  return {
    record,
    total: rows[0]?.total ?? 0,
    changes: rows.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by as ChangedBy,
      source: ctx.lang === 'en' ? row.nameEn : row.namePl,
      fields: fieldsShape.parse(row.fields).map(({ of, ...f }) => (of === undefined ? f : { ...f, of })),
    })),
  };
}

/**
 * The base in the main navigation, of everybody and of workers; its editors have their queue beside it, with how many
 * matters wait.
 */
export function directorySections(
  actor: Pick<Actor, 'permissions'>,
  path: string,
  lang: Lang,
  waiting: number | null = null,
): NavItem[] {
  const t = text[lang];
  const queue = mayEdit(actor).allowed && path.startsWith('/directory/moderation');
  const inside = path === '/directory' || path.startsWith('/directory/');
  const base = { href: '/directory', label: t.nav, current: inside && !queue };
  if (!mayEdit(actor).allowed) return [base];
  return [
    base,
    {
      href: '/directory/moderation',
      label: waiting ? `${t.editors} (${waiting})` : t.editors,
      current: queue,
    },
  ];
}
