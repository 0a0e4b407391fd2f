import { migration, moduleTest, page } from './long-files.ts';
import type { ModuleNames } from './names.ts';

/** The files of a new module by their path: one small thing that works from the table to the page, to be replaced. */
export function filesOf(names: ModuleNames, number: string): Record<string, string> {
  const dir = `src/modules/${names.folder}`;
  return {
    [`db/migrations/${number}_${names.schema}.sql`]: migration(names),
    [`${dir}/schema.ts`]: SCHEMA,
    [`${dir}/policy.ts`]: POLICY,
    [`${dir}/queries.ts`]: queries(names),
    [`${dir}/service.ts`]: service(names),
    [`${dir}/api.ts`]: API,
    [`${dir}/routes.tsx`]: routes(names),
    [`${dir}/pages/notes.tsx`]: page(names),
    [`${dir}/text.pl.ts`]: TEXT_PL,
    [`${dir}/text.en.ts`]: TEXT_EN,
    [`${dir}/${names.folder}.test.ts`]: moduleTest(names),
  };
}

const SCHEMA = `import { z } from 'zod';

export const noteBody = z.object({ title: z.string().trim().min(1).max(200) });
export type NoteBody = z.output<typeof noteBody>;

export interface Note {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
}
`;

const POLICY = `import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';

/** Workers write notes of their institution; nobody else does. */
export const mayAdd = (actor: Actor): Decision => (actor.kind === 'worker' ? allow : deny('workers_only'));
`;

const queries = ({ schema }: ModuleNames) => `import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface NoteRow {
  readonly id: string;
  readonly title: string;
  readonly created_at: Date;
}

/** Notes of the actor's institution, newest first. Row-level security decides whose. */
export const listNotes = (ctx: Ctx): Promise<NoteRow[]> =>
  ctx.tx.many<NoteRow>(sql\`
    select id, title, created_at from ${schema}.note order by created_at desc, id desc limit 100\`);

export const countNotes = (ctx: Ctx): Promise<{ notes: number }> =>
  ctx.tx.one<{ notes: number }>(sql\`select count(*) as notes from ${schema}.note\`);

export const insertNote = (ctx: Ctx, note: { id: string; title: string }): Promise<number> =>
  ctx.tx.run(sql\`
    insert into ${schema}.note (id, institution_id, author_id, title, created_at)
    values (\${note.id}, \${ctx.actor.institutionId}, \${ctx.actor.subjectId}, \${note.title}, \${ctx.now})\`);
`;

const service = ({ schema }: ModuleNames) => `import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { mayAdd } from './policy.ts';
import * as queries from './queries.ts';
import type { Note, NoteBody } from './schema.ts';

export async function notes(ctx: Ctx): Promise<Note[]> {
  const rows = await queries.listNotes(ctx);
  return rows.map((row) => ({ id: row.id, title: row.title, createdAt: row.created_at }));
}

export async function countNotes(ctx: Ctx): Promise<number> {
  return (await queries.countNotes(ctx)).notes;
}

/** Adds a note and returns its id. Throws \`forbidden\` unless the actor is a worker. */
export async function addNote(ctx: Ctx, body: NoteBody): Promise<string> {
  const decision = mayAdd(ctx.actor);
  if (!decision.allowed) throw new AppError('forbidden', { reason: decision.reason });
  const id = newId();
  await queries.insertNote(ctx, { id, title: body.title });
  await record(ctx, { action: '${schema}.note.add', objectType: '${schema}.note', objectId: id });
  return id;
}
`;

const API = `export type { Note } from './schema.ts';
export { countNotes } from './service.ts';
`;

const routes = ({
  folder,
  view,
}: ModuleNames) => `import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ${view}Page } from './pages/notes.tsx';
import { noteBody } from './schema.ts';
import { addNote, notes } from './service.ts';

export const routes: readonly Route[] = [
  page('/${folder}', { permission: 'work' }, async (ctx) => (
    <${view}Page notes={await notes(ctx)} formKey={newId()} />
  )),
  form(
    '/${folder}',
    { permission: 'work', body: noteBody },
    async (ctx, { body }) => {
      await addNote(ctx, body);
      return redirect('/${folder}');
    },
    async (ctx, { values, errors }) => (
      <${view}Page notes={await notes(ctx)} formKey={newId()} values={values} errors={errors} />
    ),
  ),
];
`;

const TEXT_PL = `import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Notatki',
  empty: 'Nie ma jeszcze żadnej notatki',
  caption: 'Notatki, najnowsze na górze',
  noteTitle: 'Tytuł',
  createdAt: 'Dodano',
  add: 'Dodaj notatkę',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
`;

const TEXT_EN = `import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Notes',
  empty: 'There is no note yet',
  caption: 'Notes, newest first',
  noteTitle: 'Title',
  createdAt: 'Added',
  add: 'Add a note',
};
`;
