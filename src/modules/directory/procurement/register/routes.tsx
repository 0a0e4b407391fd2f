import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import { enquiryWords } from '../../enquiries/api.ts';
import { dictionary } from '../../record/api.ts';
import { rulesToday } from '../assistant/api.ts';
import { ClausePage } from './pages/clause.tsx';
import { ClauseFormPage } from './pages/form.tsx';
import { RegisterPage } from './pages/register.tsx';
import { clauseBody, idParams, newQuery, registerQuery } from './schema.ts';
import {
  addClause,
  beginning,
  changeClause,
  figures,
  keptClause,
  readClause,
  register,
  valuesOf,
  wholeRegister,
} from './service.ts';
import { text } from './text.pl.ts';

const open = { permission: 'public' } as const;
const worker = { permission: 'work' } as const;

const formPage = async (
  ctx: Ctx,
  id: string | null,
  values: FormValues,
  more: { errors?: readonly FieldError[]; version?: number } = {},
) => (
  <ClauseFormPage
    id={id}
    values={values}
    formKey={newId()}
    rules={await rulesToday(ctx)}
    groups={await dictionary(ctx, 'group')}
    counties={await counties(ctx)}
    {...more}
  />
);

/** What everybody reads; words stand before `/:id`. */
export const registerRoutes: readonly Route[] = [
  page('/procurement/register', { ...open, query: registerQuery }, async (ctx, { query }) => (
    <RegisterPage
      query={query}
      {...(await register(ctx, query))}
      rules={await rulesToday(ctx)}
      groups={await dictionary(ctx, 'group')}
      voivodeships={await voivodeships(ctx)}
      figures={await figures(ctx)}
    />
  )),
  page('/procurement/register/export.csv', { ...open, query: registerQuery }, async (ctx, { query }) => {
    const t = text[ctx.lang];
    const { bands } = enquiryWords[ctx.lang];
    const rows = await wholeRegister(ctx, query);
    const csv = writeCsv(
      [
        t.buyer,
        t.county,
        t.subject,
        t.cpv,
        t.value,
        t.rule,
        t.group,
        t.kind,
        t.required,
        t.starts,
        t.ends,
        t.contractor,
        t.employed,
        t.control,
        t.controlNote,
      ],
      rows.map((c) => [
        c.buyer,
        c.countyName,
        c.subject,
        c.cpv,
        bands[c.valueBand],
        c.ruleName,
        c.groupName,
        c.kind === null ? null : t.kinds[c.kind],
        c.required,
        c.startsOn,
        c.endsOn,
        c.contractor,
        c.employed,
        t.controls[c.control],
        c.controlNote,
      ]),
    );
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="splot-social-clauses.csv"',
      },
    });
  }),
  page('/procurement/register/new', { ...worker, query: newQuery }, async (ctx, { query }) =>
    formPage(ctx, null, await beginning(ctx, query)),
  ),
  form(
    '/procurement/register/new',
    { ...worker, body: clauseBody },
    async (ctx, { body }) => redirect(`/procurement/register/${await addClause(ctx, body)}`),
    (ctx, { values, errors }) => formPage(ctx, null, values, { errors }),
  ),
  page('/procurement/register/:id/edit', { ...worker, params: idParams }, async (ctx, { params }) => {
    const clause = await keptClause(ctx, params.id);
    return formPage(ctx, params.id, valuesOf(clause), { version: clause.rowVersion });
  }),
  form(
    '/procurement/register/:id/edit',
    { ...worker, params: idParams, body: clauseBody },
    async (ctx, { params, body }) => {
      await changeClause(ctx, params.id, body);
      return redirect(`/procurement/register/${params.id}`);
    },
    async (ctx, { params, values, errors }) => {
      const { rowVersion } = await keptClause(ctx, params.id);
      return formPage(ctx, params.id, values, { errors, version: rowVersion });
    },
  ),
  page('/procurement/register/:id', { ...open, params: idParams }, async (ctx, { params }) => (
    <ClausePage {...(await readClause(ctx, params.id))} />
  )),
];
