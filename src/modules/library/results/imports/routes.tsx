import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { pageOf } from '#kernel/tabular/imports.ts';
import { csvDownload } from '#kernel/tabular/problems.ts';
import { asAnswered, readingFrom } from '#kernel/tabular/reading.ts';
import { text as editingText } from '../../editing/text.pl.ts';
import { ColumnsPage } from './pages/columns.tsx';
import { ImportPage, ProgressPage, type ShownRows } from './pages/import.tsx';
import { ImportsPage } from './pages/list.tsx';
import { COLUMN_KEYS, columnsBody, emptyBody, FATES, idParams, importQuery, uploadBody } from './schema.ts';
import {
  answerColumns,
  apply,
  type CheckedFile,
  countRows,
  errorFile,
  isOpen,
  listImports,
  loadImport,
  openImport,
  tell,
  uploadFile,
} from './service.ts';
import { text } from './text.pl.ts';

const EDIT = { permission: 'library.edit' } as const;
const ONE = { ...EDIT, params: idParams } as const;
const HERE = '/library/edit/results';

type Again = { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] };
const desk = (ctx: Ctx) => ({ href: '/library/edit', label: editingText[ctx.lang].desk.title });
const crumbs = (ctx: Ctx) => [desk(ctx), { href: HERE, label: text[ctx.lang].title }];

const importsPage = async (ctx: Ctx, again?: Again) => (
  <ImportsPage imports={await listImports(ctx)} crumbs={[desk(ctx)]} formKey={newId()} {...again} />
);

function shownRows(
  ctx: Ctx,
  checked: CheckedFile,
  query: { show?: ShownRows['show'] | undefined; page: number },
): ShownRows {
  const show = query.show ?? (checked.rows.some(({ fate }) => fate === 'bad') ? 'bad' : 'all');
  const chosen = checked.rows.filter(({ fate }) => show === 'all' || fate === show);
  const { rows, ...shown } = pageOf(chosen, query.page);
  return {
    show: FATES.find((fate) => fate === show) ?? 'all',
    ...shown,
    rows: rows.map((row) => ({
      ...row,
      told: row.errors.map((problem) => tell(ctx.lang, checked, problem)),
    })),
  };
}

async function importPage(
  ctx: Ctx,
  id: string,
  query: { show?: ShownRows['show'] | undefined; page: number },
) {
  const file = await loadImport(ctx, id);
  if (file.state === 'queued' || file.state === 'running')
    return <ProgressPage file={file} crumbs={crumbs(ctx)} />;
  const open = isOpen(file);
  const checked = open ? (await openImport(ctx, id)).checked : null;
  // Nobody reads rows that were read wrong: the question about columns comes first.
  if (checked && (checked.uncertain || checked.columns.missing.length > 0))
    return redirect(`${HERE}/${id}/columns`);
  return (
    <ImportPage
      file={file}
      crumbs={crumbs(ctx)}
      counts={checked ? countRows(checked) : file.result}
      shown={checked && shownRows(ctx, checked, query)}
      open={open}
      formKey={newId()}
    />
  );
}

async function columnsPage(ctx: Ctx, id: string, again?: Again) {
  const { file, checked } = await openImport(ctx, id);
  if (!isOpen(file)) throw notFound();
  return (
    <ColumnsPage
      id={id}
      table={checked.table}
      columns={checked.columns}
      values={again?.values ?? asAnswered(COLUMN_KEYS, checked.columns.mapping, file.reading)}
      errors={again?.errors}
      crumbs={crumbs(ctx)}
      formKey={newId()}
    />
  );
}

/** Results come in from a spreadsheet: sent, looked at row by row, then handed over for approval. */
export const importRoutes: readonly Route[] = [
  page(HERE, EDIT, (ctx) => importsPage(ctx)),
  form(
    HERE,
    { ...EDIT, body: uploadBody },
    async (ctx, { body: { lang, file } }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return redirect(`${HERE}/${await uploadFile(ctx, { lang, fileName: file.name, bytes })}`);
    },
    importsPage,
  ),
  page(`${HERE}/:id`, { ...ONE, query: importQuery }, (ctx, { params, query }) =>
    importPage(ctx, params.id, query),
  ),
  page(`${HERE}/:id/errors`, ONE, async (ctx, { params }) => {
    const { file, checked } = await openImport(ctx, params.id);
    await record(ctx, { action: 'export', objectType: 'result_import', objectId: file.id });
    return csvDownload(`${text[ctx.lang].errorFile.name}-${file.id.slice(-6)}.csv`, errorFile(ctx, checked));
  }),
  page(`${HERE}/:id/columns`, ONE, (ctx, { params }) => columnsPage(ctx, params.id)),
  form(
    `${HERE}/:id/columns`,
    { ...ONE, body: columnsBody },
    async (ctx, { params, body }) => {
      await answerColumns(ctx, params.id, readingFrom(COLUMN_KEYS, body, text[ctx.lang].ask.twice));
      return redirect(`${HERE}/${params.id}`);
    },
    (ctx, { params, values, errors }) => columnsPage(ctx, params.id, { values, errors }),
  ),
  form(`${HERE}/:id/apply`, { ...ONE, body: emptyBody }, async (ctx, { params }) => {
    await apply(ctx, params.id);
    return redirect(`${HERE}/${params.id}`);
  }),
];
