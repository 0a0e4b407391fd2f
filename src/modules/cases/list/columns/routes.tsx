import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { checkList, rememberColumns } from '../check/service.ts';
import { ColumnsPage } from '../pages/columns.tsx';
import { canContinue, contentOf, loadImport, setReading } from '../run/service.ts';
import { COLUMN_KEYS, type ColumnsForm, columnsBody, importParams, type Reading } from '../schema.ts';
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
  const found = COLUMN_KEYS.map((key) => [`c_${key}`, String(checked.columns.mapping[key] ?? '')]);
  const { encoding = '', separator = '', sheet = '' } = list.reading;
  return (
    <ColumnsPage
      list={list}
      table={checked.table}
      columns={checked.columns}
      values={again?.values ?? { ...Object.fromEntries(found), encoding, separator, sheet }}
      errors={again?.errors}
      crumbs={crumbs(ctx.lang, list, true)}
      formKey={newId()}
    />
  );
}

/** What a person answered about the file. Throws `invalid` when one column was given two meanings. */
function readingFrom(ctx: Ctx, body: ColumnsForm): Reading {
  const columns: Partial<Record<(typeof COLUMN_KEYS)[number], number>> = {};
  const taken = new Set<string>();
  for (const key of COLUMN_KEYS) {
    const index = body[`c_${key}`];
    if (index === '') continue;
    if (taken.has(index)) throw invalid({ field: `c_${key}`, message: text[ctx.lang].ask.twice });
    taken.add(index);
    columns[key] = Number(index);
  }
  const { encoding, separator, sheet } = body;
  return { columns, ...(encoding && { encoding }), ...(separator && { separator }), ...(sheet && { sheet }) };
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
      const how = readingFrom(ctx, body);
      const checked = await checkList(ctx, await contentOf(ctx, params.id), { reading: how });
      await setReading(ctx, list, how, checked.rows.length);
      await rememberColumns(ctx, await contentOf(ctx, params.id), how);
      return redirect(`/referrals/import/${params.id}`);
    },
    (ctx, { params, values, errors }) => columnsPage(ctx, params.id, { values, errors }),
  ),
];
