import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { asAnswered, readingFrom } from '#kernel/tabular/reading.ts';
import { checkList, rememberColumns } from '../check/service.ts';
import { ColumnsPage } from '../pages/columns.tsx';
import { canContinue, contentOf, loadImport, setReading } from '../run/service.ts';
import { COLUMN_KEYS, columnsBody, importParams } from '../schema.ts';
import { crumbs } from '../service.ts';
import { text } from '../text.pl.ts';
import { openList } from '../writing/service.ts';

const PERSONAL = { permission: 'list.import', purpose: 'P1', personal: true } as const;

async function columnsPage(
  ctx: Ctx,
  id: string,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const { list, checked } = await openList(ctx, id);
  if (!canContinue(ctx, list)) throw notFound();
  return (
    <ColumnsPage
      list={list}
      table={checked.table}
      columns={checked.columns}
      values={again?.values ?? asAnswered(COLUMN_KEYS, checked.columns.mapping, list.reading)}
      errors={again?.errors}
      crumbs={crumbs(ctx.lang, list, true)}
      formKey={newId()}
    />
  );
}

/** How the columns of a list are asked about and remembered. */
export const routes: readonly Route[] = [
  page('/referrals/import/:id/columns', { ...PERSONAL, params: importParams }, (ctx, { params }) =>
    columnsPage(ctx, params.id),
  ),
  form(
    '/referrals/import/:id/columns',
    { ...PERSONAL, params: importParams, body: columnsBody },
    async (ctx, { params, body }) => {
      const list = await loadImport(ctx, params.id);
      const how = readingFrom(COLUMN_KEYS, body, text[ctx.lang].ask.twice);
      const checked = await checkList(ctx, await contentOf(ctx, params.id), { reading: how });
      await setReading(ctx, list, how, checked.rows.length);
      await rememberColumns(ctx, await contentOf(ctx, params.id), how);
      return redirect(`/referrals/import/${params.id}`);
    },
    (ctx, { params, values, errors }) => columnsPage(ctx, params.id, { values, errors }),
  ),
];
