import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { asAnswered, readingFrom } from '#kernel/tabular/reading.ts';
import { checkFile, rememberColumns } from '../check/service.ts';
import { ColumnsPage } from '../pages/columns.tsx';
import { contentOf, isOpen, loadImport, openImport, setReading } from '../run/service.ts';
import { COLUMN_KEYS, columnsBody, idParams } from '../schema.ts';
import { crumbs } from '../service.ts';
import { text } from '../text.pl.ts';

const EDIT = { permission: 'directory.edit' } as const;

async function columnsPage(
  ctx: Ctx,
  id: string,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const { file, checked } = await openImport(ctx, id);
  if (!isOpen(file)) throw notFound();
  return (
    <ColumnsPage
      file={file}
      table={checked.table}
      columns={checked.columns}
      values={again?.values ?? asAnswered(COLUMN_KEYS, checked.columns.mapping, file.reading)}
      errors={again?.errors}
      crumbs={crumbs(ctx.lang, file, true)}
      formKey={newId()}
    />
  );
}

/** How the columns of a file are asked about and remembered for its source. */
export const columnsRoutes: readonly Route[] = [
  page('/directory/imports/:id/columns', { ...EDIT, params: idParams }, (ctx, { params }) =>
    columnsPage(ctx, params.id),
  ),
  form(
    '/directory/imports/:id/columns',
    { ...EDIT, params: idParams, body: columnsBody },
    async (ctx, { params, body }) => {
      const file = await loadImport(ctx, params.id);
      const how = readingFrom(COLUMN_KEYS, body, text[ctx.lang].ask.twice);
      const bytes = await contentOf(ctx, params.id);
      const checked = await checkFile(ctx, bytes, { ...file, reading: how });
      const [missing] = checked.columns.missing;
      if (missing) throw invalid({ field: `c_${missing}`, message: 'required' });
      await setReading(ctx, file, how, checked.rows.length);
      await rememberColumns(ctx, file.source, bytes, how);
      return redirect(`/directory/imports/${params.id}`);
    },
    (ctx, { params, values, errors }) => columnsPage(ctx, params.id, { values, errors }),
  ),
];
