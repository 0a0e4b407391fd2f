import type { ModuleNames } from './names.ts';

export const migration = ({ schema }: ModuleNames) => `-- Module: ${schema}. Say here what this module keeps.

create schema ${schema} authorization splot_owner;
grant usage on schema ${schema} to splot_worker;
comment on schema ${schema} is 'Say here what this module is for.';

create table ${schema}.note (
  id uuid primary key,
  institution_id uuid not null references organisations.institution on delete restrict,
  author_id uuid not null,
  title text not null check (title <> ''),
  created_at timestamptz not null,
  row_version int not null default 1
);
comment on table ${schema}.note is 'Notes of an institution, seen by its workers alone.';
create index note_institution on ${schema}.note (institution_id, created_at desc);
alter table ${schema}.note enable row level security;
alter table ${schema}.note force row level security;
create policy read_own on ${schema}.note for select to splot_worker using (institution_id = kernel.institution());
create policy write_own on ${schema}.note for insert to splot_worker
  with check (institution_id = kernel.institution() and author_id = kernel.worker());
grant select, insert on ${schema}.note to splot_worker;
`;

export const page = ({ folder, view }: ModuleNames) => `import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDateTime } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Note } from '../schema.ts';
import { text } from '../text.pl.ts';

export function ${view}Page(props: {
  notes: readonly Note[];
  formKey: string;
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <Page title={t.title} failed={!!props.errors?.length}>
      {props.notes.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable<Note>
          caption={t.caption}
          rows={props.notes}
          columns={[
            { key: 'title', label: t.noteTitle, heading: true, cell: (note) => note.title },
            { key: 'created', label: t.createdAt, cell: (note) => formatDateTime(note.createdAt, lang) },
          ]}
        />
      )}
      <Form action="/${folder}" formKey={props.formKey} values={props.values} errors={props.errors}>
        <TextField name="title" label={t.noteTitle} maxlength={200} />
        <Button type="submit">{t.add}</Button>
      </Form>
    </Page>
  );
}
`;

export const moduleTest = ({
  schema,
}: ModuleNames) => `import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeInstitution, makeWorker } from '#test/factories.ts';
import { mayAdd } from './policy.ts';
import { addNote, countNotes, notes } from './service.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.drop());

test('${schema}: a note is seen in its institution and nowhere else', async () => {
  const worker = await makeWorker(t.adminUrl, await makeInstitution(t.adminUrl, 'OPS'), ['social_worker']);
  const stranger = await makeWorker(t.adminUrl, await makeInstitution(t.adminUrl, 'PUP'), ['social_worker']);
  await t.ctxAs(worker, (ctx) => addNote(ctx, { title: 'Zażółć gęślą jaźń' }));
  expect((await t.ctxAs(worker, notes)).map((note) => note.title)).toEqual(['Zażółć gęślą jaźń']);
  expect(await t.ctxAs(worker, countNotes)).toBe(1);
  expect(await t.ctxAs(stranger, notes)).toEqual([]);
});

test('${schema}: the system writes no notes', async () => {
  expect(mayAdd(SYSTEM_ACTOR)).toEqual({ allowed: false, reason: 'workers_only' });
  await expect(t.ctxAs(SYSTEM_ACTOR, (ctx) => addNote(ctx, { title: 'x' }))).rejects.toThrow('workers_only');
});
`;
