import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { addDays, formatDateTime, startOfDay } from '#kernel/time.ts';
import type { OrganisationsHost } from '../schema.ts';
import { today } from '../service.ts';
import { text as words } from '../text.pl.ts';
import * as queries from './queries.ts';
import { DEFAULT_DAYS, type LogLine, type LogQuery, type LogView, MAX_EXPORT, PAGE_SIZE } from './schema.ts';
import { text } from './text.pl.ts';

async function filterOf(ctx: Ctx, host: OrganisationsHost, query: LogQuery) {
  const day = today(ctx);
  const to = (query.to && parseDate(query.to, { today: day })) || day;
  const asked = query.from && parseDate(query.from, { today: day });
  const from = asked && asked <= to ? asked : addDays(to, -DEFAULT_DAYS);
  const number = host.filesNumbered && query.number ? query.number : null;
  const files = number === null ? null : ((await host.filesNumbered?.(ctx, number)) ?? []);
  const filter = {
    from: startOfDay(from),
    until: startOfDay(addDays(to, 1)),
    worker: query.worker ?? null,
    kind: query.kind ?? null,
    files,
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  };
  return { from, to, filter, searched: number !== null };
}

/** Turns rows into lines in the language of the request. */
function liner(ctx: Ctx, host: OrganisationsHost, searched: boolean): (row: queries.LogRow) => LogLine {
  const t = text[ctx.lang];
  const actions: Readonly<Record<string, string>> = { ...host.entryWords?.(ctx.lang), ...t.actions };
  const objects: Readonly<Record<string, string>> = t.objects;
  const named = (words: Readonly<Record<string, string>>, code: string | null) =>
    code === null ? '' : (words[code] ?? code);
  return (row) => lineOf(row, named(actions, row.action), named(objects, row.object_type), searched);
}

const lineOf = (row: queries.LogRow, action: string, objectType: string, searched: boolean): LogLine => ({
  id: row.id ?? '',
  at: row.at ?? new Date(0),
  worker: row.worker,
  action,
  objectType,
  classes: row.classes ?? [],
  purpose: row.purpose ?? '',
  requestId: row.request_id ?? '',
  objectId: searched ? row.object_id : null,
});

/** The access log of the actor's institution, newest first. Reading it is itself an entry of the log. */
export async function logView(ctx: Ctx, host: OrganisationsHost, query: LogQuery): Promise<LogView> {
  const { from, to, filter, searched } = await filterOf(ctx, host, query);
  const rows = await queries.findEntries(ctx, filter);
  const { n } = await queries.countEntries(ctx, filter);
  await note(ctx, 'view', query, searched);
  return {
    from,
    to,
    rows: rows.map(liner(ctx, host, searched)),
    total: n ?? 0,
    workers: await queries.findPeople(ctx),
    searched,
    byNumber: host.filesNumbered !== undefined,
  };
}

/** The same entries as a table for a spreadsheet, at most 20,000 of the newest. */
export async function logExport(ctx: Ctx, host: OrganisationsHost, query: LogQuery): Promise<string> {
  const { filter, searched } = await filterOf(ctx, host, query);
  const rows = await queries.findEntries(ctx, { ...filter, limit: MAX_EXPORT, offset: 0 });
  await note(ctx, 'audit.export', query, searched);
  const t = text[ctx.lang];
  const classes: Readonly<Record<string, string>> = words[ctx.lang].classes;
  const purposes: Readonly<Record<string, string>> = t.purposes;
  const headers = [t.when, t.worker, t.action, t.object, t.classes, t.purpose, t.request];
  return writeCsv(
    searched ? [...headers, t.objectId] : headers,
    rows
      .map(liner(ctx, host, searched))
      .map((line) => [
        formatDateTime(line.at, ctx.lang),
        line.worker ?? t.nobody,
        line.action,
        line.objectType,
        line.classes.map((c) => classes[c] ?? c).join('; '),
        purposes[line.purpose] ?? line.purpose,
        line.requestId,
        ...(searched ? [line.objectId ?? ''] : []),
      ]),
  );
}

const note = (ctx: Ctx, action: string, query: LogQuery, searched: boolean): Promise<void> =>
  record(ctx, {
    action,
    objectType: 'audit',
    detail: { worker: query.worker ?? null, kind: query.kind ?? null, byNumber: searched, page: query.page },
  });
