import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { writeCsv, writeXlsx } from '#kernel/tabular/write.ts';
import { slug } from '../../schema.ts';
import { read } from '../../service.ts';
import { CalculatorPage } from './pages/calculator.tsx';
import type { Budget } from './schema.ts';
import { calculate, sensitivity } from './service.ts';
import { text } from './text.pl.ts';
import { readBudget, type Typed, typedBudget } from './typed/schema.ts';
import { type VariantForm, variantBody, variantParams } from './variants/schema.ts';
import { dropVariant, keepVariant, variantsOf } from './variants/service.ts';

const open = {
  permission: 'public',
  query: z.record(z.string().max(40), z.string().max(200)),
} as const;
const params = z.object({ slug });
const emptyBody = z.object({});
const fileParams = z.object({ slug, file: z.enum(['export.csv', 'export.xlsx']) });

/** The model at the address; somebody who types nothing gets its own budget. Throws `not_found` for a model without one. */
async function opened(ctx: Ctx, slug: string, query: Typed) {
  const found = await read(ctx, { section: 'models', slug });
  if ('movedTo' in found) return found;
  const own = found.facts.kind === 'model' ? found.facts.budget : null;
  if (!own) throw notFound();
  const { lang: _, ...fields } = query;
  const asked = Object.keys(fields).length === 0 ? typedBudget(own, ctx.lang) : fields;
  return { model: found, typed: asked, ...readBudget(asked) };
}

const moved = (to: string) => new Response(null, { status: 308, headers: { location: `${to}/budget` } });

function rowsOf(ctx: Ctx, budget: Budget) {
  const t = text[ctx.lang].months;
  const money = [
    'revenue',
    'received',
    'variable',
    'wages',
    'subsidy',
    'fixed',
    'result',
    'balance',
  ] as const;
  const { opening, months } = calculate(budget);
  const start = [0, 0, ...money.map((key) => (key === 'balance' ? opening / 100 : 0))];
  return {
    headers: [t.month, t.units, ...money.map((key) => `${t[key]} (zł)`)],
    rows: [start, ...months.map((row) => [row.month, row.units, ...money.map((key) => row[key] / 100)])],
  };
}

type Opened = Exclude<Awaited<ReturnType<typeof opened>>, { movedTo: string }>;

const calculatorPage = async (
  ctx: Ctx,
  found: Opened,
  kept?: { readonly values: FormValues; readonly errors: readonly FieldError[] },
) => (
  <CalculatorPage
    {...found}
    outcome={calculate(found.budget)}
    sensitivity={sensitivity(found.budget)}
    variants={await variantsOf(ctx, found.model)}
    formKey={newId()}
    {...(kept && { kept })}
  />
);

async function keepOf(ctx: Ctx, slug: string, body: VariantForm) {
  const found = await read(ctx, { section: 'models', slug });
  if ('movedTo' in found) throw notFound();
  await keepVariant(ctx, found, body);
  return found;
}

/** The first budget from a model. Every figure stands in the address; a worker may keep it for the institution. */
export const budgetRoutes: readonly Route[] = [
  page('/models/:slug/budget', { ...open, params }, async (ctx, { params: at, query }) => {
    const found = await opened(ctx, at.slug, query);
    if ('movedTo' in found) return moved(found.movedTo);
    return calculatorPage(ctx, found);
  }),
  form(
    '/models/:slug/budget/kept',
    { permission: 'work', params, body: variantBody },
    async (ctx, { params: at, body }) => {
      const { path } = await keepOf(ctx, at.slug, body);
      return redirect(`${path}/budget?${body.typed}`);
    },
    async (ctx, { params: at, values, errors }) => {
      const query = Object.fromEntries(new URLSearchParams(typed(values, 'typed')));
      const found = await opened(ctx, at.slug, query);
      if ('movedTo' in found) throw notFound();
      return calculatorPage(ctx, found, { values, errors });
    },
  ),
  form(
    '/models/:slug/budget/kept/:id',
    { permission: 'work', params: variantParams, body: emptyBody },
    async (ctx, { params: at }) => {
      await dropVariant(ctx, at.id);
      return redirect(`/models/${at.slug}/budget`);
    },
  ),
  page('/models/:slug/budget/:file', { ...open, params: fileParams }, async (ctx, { params: at, query }) => {
    const found = await opened(ctx, at.slug, query);
    if ('movedTo' in found) return moved(found.movedTo);
    const { headers, rows } = rowsOf(ctx, found.budget);
    const csv = at.file === 'export.csv';
    const body = csv ? writeCsv(headers, rows) : await writeXlsx(headers, rows, { sheet: found.model.title });
    return new Response(body as BodyInit, {
      headers: {
        'content-type': csv
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="${text[ctx.lang].file.name}-${at.slug}.${csv ? 'csv' : 'xlsx'}"`,
      },
    });
  }),
];
