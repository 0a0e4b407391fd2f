import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ReviewPage } from '../pages/review.tsx';
import { idParams, reviewBody, reviewQuery } from '../schema.ts';
import { crumbs } from '../service.ts';
import { decide, nextQuestion } from './service.ts';

const EDIT = { permission: 'directory.edit' } as const;

async function reviewPage(ctx: Ctx, id: string, after: number, errors?: readonly FieldError[]) {
  const question = await nextQuestion(ctx, id, after);
  if (!question) return redirect(`/directory/imports/${id}`);
  return (
    <ReviewPage
      question={question}
      crumbs={crumbs(ctx.lang, question.file, true)}
      formKey={newId()}
      errors={errors}
    />
  );
}

/** Rows that are like a record and not surely it, one after another. */
export const reviewRoutes: readonly Route[] = [
  page(
    '/directory/imports/:id/review',
    { ...EDIT, params: idParams, query: reviewQuery },
    (ctx, { params, query }) => reviewPage(ctx, params.id, query.after),
  ),
  form(
    '/directory/imports/:id/review',
    { ...EDIT, params: idParams, body: reviewBody },
    async (ctx, { params, body }) => {
      await decide(ctx, params.id, body);
      // „Another one" asks about the next similar record of the same row first.
      const after = body.verdict === 'different' ? body.row - 1 : body.row;
      return redirect(`/directory/imports/${params.id}/review?after=${after}`);
    },
    (ctx, { params, values, errors }) =>
      reviewPage(ctx, params.id, Math.max(0, Number(values.row) - 1) || 0, errors),
  ),
];
