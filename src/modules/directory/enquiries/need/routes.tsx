import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newSecret } from '#kernel/ids.ts';
import { keyParams } from '../schema.ts';
import { openBought } from '../service.ts';
import { NeedPage } from './pages/need.tsx';
import { needBody, newQuery } from './schema.ts';
import { begin, beginning, categories, correct, valuesOf } from './service.ts';

const open = { permission: 'public' } as const;

const needPage = async (ctx: Ctx, key: string | null, values: FormValues, errors?: readonly FieldError[]) => (
  <NeedPage
    action={key === null ? '/enquiries/new' : `/enquiries/${key}/need`}
    values={values}
    errors={errors}
    categories={await categories(ctx)}
    token={newSecret()}
    draft={key !== null}
  />
);

export const needRoutes: readonly Route[] = [
  page('/enquiries/new', { ...open, query: newQuery }, async (ctx, { query }) =>
    needPage(ctx, null, await beginning(ctx, query)),
  ),
  form(
    '/enquiries/new',
    { ...open, body: needBody },
    async (ctx, { body }) => redirect(`/enquiries/${await begin(ctx, body)}/recipients`),
    (ctx, { values, errors }) => needPage(ctx, null, values, errors),
  ),
  page('/enquiries/:key/need', { ...open, params: keyParams }, async (ctx, { params }) => {
    const { enquiry } = await openBought(ctx, params.key);
    if (enquiry.state !== 'draft' && enquiry.state !== 'confirming')
      return redirect(`/enquiries/${params.key}`);
    return needPage(ctx, params.key, valuesOf(enquiry));
  }),
  form(
    '/enquiries/:key/need',
    { ...open, params: keyParams, body: needBody },
    async (ctx, { params, body }) => {
      await correct(ctx, params.key, body);
      return redirect(`/enquiries/${params.key}/recipients`);
    },
    async (ctx, { params, values, errors }) => {
      await openBought(ctx, params.key);
      return needPage(ctx, params.key, values, errors);
    },
  ),
];
