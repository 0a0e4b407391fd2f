import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { CandidatesPage, MergePage } from './pages/merge.tsx';
import { mergeBody, mergeParams, mergeQuery } from './schema.ts';
import { candidates, merge, mergeView } from './service.ts';

const editor = { permission: 'directory.edit', params: mergeParams } as const;

async function mergePage(ctx: Ctx, id: string, into: string, errors?: readonly FieldError[]) {
  return <MergePage view={await mergeView(ctx, id, into)} formKey={newId()} errors={errors} />;
}

/** Two records of one entity. */
export const mergeRoutes: readonly Route[] = [
  page('/directory/:id/merge', { ...editor, query: mergeQuery }, async (ctx, { params, query }) =>
    query.with === undefined ? (
      <CandidatesPage id={params.id} q={query.q} {...(await candidates(ctx, params.id, query.q))} />
    ) : (
      mergePage(ctx, params.id, query.with)
    ),
  ),
  form(
    '/directory/:id/merge',
    { ...editor, body: mergeBody },
    async (ctx, { params, body }) => {
      await merge(ctx, params.id, body.into, body._version);
      return redirect(`/directory/${body.into}`);
    },
    async (ctx, { params, values, errors }) => {
      const into = mergeQuery.safeParse({ with: values.into }).data?.with;
      return into === undefined ? (
        <CandidatesPage id={params.id} {...(await candidates(ctx, params.id, undefined))} />
      ) : (
        mergePage(ctx, params.id, into, errors)
      );
    },
  ),
];
