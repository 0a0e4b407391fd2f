import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { sql } from '../db/tx.ts';
import type { FieldError } from '../errors.ts';
import { isId, newId } from '../ids.ts';

/** What a browser sent, by field name: text, several texts, or files. Kept as typed, to show the form again. */
export type FormValues = Record<string, string | string[] | File | File[]>;

/** Gathers a form body. A name sent twice, or one ending in `[]`, becomes a list. Control characters are dropped. */
export function readForm(data: FormData): FormValues {
  const values: FormValues = {};
  for (const [rawName, rawValue] of data.entries()) {
    const list = rawName.endsWith('[]');
    const name = list ? rawName.slice(0, -2) : rawName;
    const value = typeof rawValue === 'string' ? clean(rawValue) : rawValue;
    const before = values[name];
    if (before === undefined) values[name] = list ? ([value] as string[] | File[]) : value;
    else values[name] = [...(Array.isArray(before) ? before : [before]), value] as string[] | File[];
  }
  return values;
}

/** Invisible control and bidirectional override characters can disguise text; line breaks and tabs stay. */
export function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
    .replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** One value of what was typed, as text for an input. */
export function typed(values: FormValues, name: string): string {
  const value = values[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';
}

export function typedList(values: FormValues, name: string): string[] {
  const value = values[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

/** The problems of a schema as codes beside their fields; the texts are in `messages.ts`. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const message = issueCode(issue);
    // A field that nobody knows is named: it is not a problem of the whole.
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ field: path.join('.'), message }));
  });
}

function issueCode(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || /^[a-z_]+(\.[a-z_]+)*$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_big') return issue.origin === 'number' ? 'number.max' : 'too_long';
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'number.min' : 'required';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'invalid_value') return 'choice';
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  return 'invalid';
}

export interface Draft {
  readonly id: string;
  readonly data: FormValues;
  readonly updatedAt: Date;
}

/** Keeps what is being typed; the same id again replaces it. Files are not kept. */
export async function saveDraft(
  ctx: Ctx,
  kind: string,
  id: string | null,
  values: FormValues,
): Promise<string> {
  const draftId = id ?? newId();
  const data = JSON.stringify(
    Object.fromEntries(Object.entries(values).filter(([k, v]) => !k.startsWith('_') && !(v instanceof File))),
  );
  await ctx.tx.run(sql`
    insert into kernel.draft (id, account_id, institution_id, kind, data, updated_at)
    values (${draftId}, ${ctx.actor.accountId}, ${ctx.actor.institutionId}, ${kind}, ${data}::jsonb, ${ctx.now})
    on conflict (id) do update set data = excluded.data, updated_at = excluded.updated_at`);
  return draftId;
}

export async function loadDraft(ctx: Ctx, kind: string, id: string): Promise<Draft | null> {
  if (!isId(id)) return null;
  const row = await ctx.tx.maybe<{ id: string; data: unknown; updated_at: Date }>(
    sql`select id, data, updated_at from kernel.draft where id = ${id} and kind = ${kind}`,
  );
  return row && { id: row.id, data: row.data as FormValues, updatedAt: row.updated_at };
}

export async function listDrafts(ctx: Ctx, kind: string): Promise<Draft[]> {
  const rows = await ctx.tx.many<{ id: string; data: unknown; updated_at: Date }>(
    sql`select id, data, updated_at from kernel.draft where kind = ${kind} and account_id = ${ctx.actor.accountId}
        order by updated_at desc limit 20`,
  );
  return rows.map((row) => ({ id: row.id, data: row.data as FormValues, updatedAt: row.updated_at }));
}

export async function dropDraft(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.run(sql`delete from kernel.draft where id = ${id}`);
}

/** The answer this key already got (with `path`: at that address), or null when the form is new. */
export async function earlierOutcome(
  ctx: Ctx,
  key: string,
  path: string | null = null,
): Promise<string | null> {
  const row = await ctx.tx.maybe<{ outcome: string }>(
    sql`select outcome from kernel.submission where key = ${key} and (${path}::text is null or path = ${path})`,
  );
  return row?.outcome ?? null;
}

/** Notes the answer under its key. Two submits at once collide here, and the later one gives up its work. */
export async function rememberOutcome(ctx: Ctx, key: string, outcome: string): Promise<void> {
  await ctx.tx.run(sql`insert into kernel.submission (key, account_id, path, outcome, at)
    values (${key}, ${ctx.actor.accountId}, ${ctx.path}, ${outcome}, ${ctx.now})`);
}
