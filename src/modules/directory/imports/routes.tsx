import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { enqueueImport, pageOf } from '#kernel/tabular/imports.ts';
import { csvDownload } from '#kernel/tabular/problems.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import type { CheckedFile } from './check/service.ts';
import { checksRoutes } from './checks/routes.tsx';
import { countChecks } from './checks/service.ts';
import { columnsRoutes } from './columns/routes.tsx';
import { ApplyPage, ImportPage, ProgressPage } from './pages/import.tsx';
import { ImportsPage } from './pages/list.tsx';
import type { Shown } from './pages/rows.tsx';
import { registersRoutes } from './registers/routes.tsx';
import type { Fetch, RegisterSettings } from './registers/schema.ts';
import { registersOf } from './registers/service.ts';
import { reviewRoutes } from './review/routes.tsx';
import {
  isOpen,
  listImports,
  loadImport,
  openImport,
  queueImport,
  sourceNames,
  uploadFile,
} from './run/service.ts';
import {
  emptyBody,
  IMPORT_TASK,
  type ImportFile,
  idParams,
  importQuery,
  type ROW_SHOWS,
  uploadBody,
} from './schema.ts';
import { crumbs, errorFile, nameIn, tell } from './service.ts';
import { text } from './text.pl.ts';
import { countRows } from './writing/service.ts';

const EDIT = { permission: 'directory.edit' } as const;
const HERE = '/directory/imports';

async function importsPage(
  ctx: Ctx,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  return (
    <ImportsPage
      formKey={newId()}
      imports={await listImports(ctx)}
      sources={await sourceNames(ctx)}
      checks={await countChecks(ctx)}
      crumbs={crumbs(ctx.lang)}
      values={again?.values ?? { sourceOn: formatDate(warsawDate(ctx.now), ctx.lang) }}
      errors={again?.errors}
    />
  );
}

const sourceOf = async (ctx: Ctx, file: ImportFile): Promise<string> =>
  (await sourceNames(ctx)).get(file.source) ?? file.source;

/** One page of the rows asked for: those that need a hand first. */
function shownRows(
  ctx: Ctx,
  file: CheckedFile,
  query: { show?: (typeof ROW_SHOWS)[number] | undefined; page: number },
): Shown {
  const has = (fate: string) => file.rows.some((row) => row.fate === fate);
  const show = query.show ?? (['review', 'bad', 'changed', 'new'] as const).find(has) ?? 'all';
  const chosen = file.rows.filter(
    (row) => show === 'all' || row.fate === show || (show === 'unchanged' && row.fate === 'repeated'),
  );
  const { rows, ...page } = pageOf(chosen, query.page);
  return {
    show,
    ...page,
    rows: rows.map((row) => ({
      ...row,
      name: nameIn(file, row),
      errors: row.errors.map((problem) => tell(ctx.lang, file, problem)),
      warnings: row.warnings.map((problem) => tell(ctx.lang, file, problem)),
    })),
  };
}

async function importPage(
  ctx: Ctx,
  id: string,
  query: { show?: (typeof ROW_SHOWS)[number] | undefined; page: number },
) {
  const file = await loadImport(ctx, id);
  const common = { file, source: await sourceOf(ctx, file), crumbs: crumbs(ctx.lang, file) };
  if (file.state === 'queued' || file.state === 'running') return <ProgressPage {...common} />;
  const checked = file.kept ? (await openImport(ctx, id)).checked : null;
  const open = isOpen(file);
  // Nobody reads rows that were read wrong: the question about columns comes first.
  if (checked && open && (checked.uncertain || checked.columns.missing.length > 0))
    return redirect(`${HERE}/${id}/columns`);
  return (
    <ImportPage
      {...common}
      counts={checked && countRows(checked)}
      shown={checked && shownRows(ctx, checked, query)}
      vanished={checked?.vanished ?? []}
      readAs={
        checked && {
          format: `${checked.table.format.toUpperCase()}, ${checked.table.encoding}`,
          columns: checked.table.headers.length,
          table: checked.table.separator !== null || checked.table.format === 'xlsx',
        }
      }
      open={open}
    />
  );
}

export const importRoutes = (settings: RegisterSettings, fetcher?: Fetch): readonly Route[] => [
  page(HERE, EDIT, (ctx) => importsPage(ctx)),
  form(
    HERE,
    { ...EDIT, body: uploadBody },
    async (ctx, { body }) => {
      const { file, source, sourceOn } = body;
      if (sourceOn > warsawDate(ctx.now))
        throw invalid({ field: 'sourceOn', message: text[ctx.lang].upload.future });
      const bytes = new Uint8Array(await file.arrayBuffer());
      return redirect(
        `${HERE}/${await uploadFile(ctx, { source, sourceOn, isWhole: body.whole !== '', fileName: file.name, bytes })}`,
      );
    },
    importsPage,
  ),
  ...checksRoutes,
  page(`${HERE}/:id`, { ...EDIT, params: idParams, query: importQuery }, (ctx, { params, query }) =>
    importPage(ctx, params.id, query),
  ),
  page(`${HERE}/:id/errors`, { ...EDIT, params: idParams }, async (ctx, { params }) => {
    const { file, checked } = await openImport(ctx, params.id);
    await record(ctx, { action: 'export', objectType: 'directory_import', objectId: file.id });
    const name = `${text[ctx.lang].errorFile.name}-${file.id.slice(-6)}.csv`;
    return csvDownload(name, errorFile(ctx, checked));
  }),
  ...columnsRoutes,
  ...reviewRoutes,
  page(`${HERE}/:id/apply`, { ...EDIT, params: idParams }, async (ctx, { params }) => {
    const { file, checked } = await openImport(ctx, params.id);
    if (!isOpen(file)) return redirect(`${HERE}/${file.id}`);
    return (
      <ApplyPage
        file={file}
        source={await sourceOf(ctx, file)}
        counts={countRows(checked)}
        crumbs={crumbs(ctx.lang, file, true)}
        formKey={newId()}
      />
    );
  }),
  form(`${HERE}/:id/apply`, { ...EDIT, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    const file = await loadImport(ctx, params.id);
    if (!file.kept) throw notFound();
    // A second click, or a file already under way: the page of the file says how it stands.
    if (await queueImport(ctx, file, file.rowsTotal ?? 0)) await enqueueImport(ctx, IMPORT_TASK, file.id);
    return redirect(`${HERE}/${params.id}`);
  }),
  ...registersRoutes(registersOf(settings, fetcher)),
];
