import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { AnsweredPage, ChangePage, ConfirmPage, LeavePage, LeftPage } from './pages/confirm.tsx';
import { changeBody, emptyBody } from './schema.ts';
import { confirm, leave, leaves, letterOf, notOurs, propose } from './service.ts';

const open = { permission: 'public', params: tokenParams } as const;
const to = (token: string) => redirect(`/directory/confirm/${token}`);

/** What the links in a letter about confirmation lead to. No account; the link is the key. */
export function freshnessRoutes(siteUrl: string): Route[] {
  async function linkPage(ctx: Ctx, token: string) {
    const letter = await letterOf(ctx, token, siteUrl);
    return letter.state === 'open' ? (
      <ConfirmPage token={token} view={letter.view} />
    ) : (
      <AnsweredPage letter={letter} state={letter.state} />
    );
  }
  return [
    page('/directory/confirm/left', { permission: 'public' }, async () => <LeftPage />),
    page('/directory/confirm/leave/:token', open, async (ctx, { params }) => {
      if (!(await leaves(ctx, params.token))) throw notFound();
      return <LeavePage token={params.token} />;
    }),
    // Also what a mail program sends for one click in its own window (RFC 8058).
    form('/directory/confirm/leave/:token', { ...open, body: emptyBody }, async (ctx, { params }) => {
      await leave(ctx, params.token);
      return redirect('/directory/confirm/left');
    }),
    page('/directory/confirm/:token', open, (ctx, { params }) => linkPage(ctx, params.token)),
    form('/directory/confirm/:token', { ...open, body: emptyBody }, async (ctx, { params }) => {
      await confirm(ctx, params.token);
      return to(params.token);
    }),
    form('/directory/confirm/:token/not-ours', { ...open, body: emptyBody }, async (ctx, { params }) => {
      await notOurs(ctx, params.token);
      return to(params.token);
    }),
    page('/directory/confirm/:token/change', open, async (ctx, { params }) => {
      const letter = await letterOf(ctx, params.token, siteUrl);
      if (letter.state !== 'open') return to(params.token);
      // Whoever keeps the record changes it without asking.
      if (letter.view.keeps) return redirect(`/directory/${letter.view.record.id}/edit`);
      return <ChangePage token={params.token} view={letter.view} />;
    }),
    form(
      '/directory/confirm/:token/change',
      { ...open, body: changeBody },
      async (ctx, { params, body }) => {
        await propose(ctx, params.token, body, siteUrl);
        return to(params.token);
      },
      async (ctx, { params, values, errors }) => {
        const { view } = await letterOf(ctx, params.token, siteUrl);
        return <ChangePage token={params.token} view={view} values={values} errors={errors} />;
      },
    ),
  ];
}
