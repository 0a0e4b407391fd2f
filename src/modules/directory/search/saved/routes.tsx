import { z } from 'zod';
import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { FollowPage, LinkPage, SavedNotePage } from './pages/saved.tsx';
import { emptyBody, type Followed, followBody } from './schema.ts';
import { confirm, follow, followed, kept, leave } from './service.ts';

const open = { permission: 'public' } as const;
const anything = z.record(z.string(), z.string());

async function linkPage(ctx: Ctx, token: string, kind: Followed['kind']) {
  const found = await followed(ctx, token);
  if (found?.kind !== kind) return <SavedNotePage note="void" />;
  if (kind === 'confirm' && found.confirmed) return <SavedNotePage note="confirmed" />;
  return <LinkPage token={token} followed={found} />;
}

/** Mail about what is new in a search: asked for, confirmed from a letter, left by one click. */
export const savedRoutes: readonly Route[] = [
  page('/directory/saved/new', { ...open, query: anything }, async (_, { query }) => (
    <FollowPage parameters={kept(new URLSearchParams(query).toString())} />
  )),
  form(
    '/directory/saved/new',
    { ...open, body: followBody },
    async (ctx, { body }) => {
      await follow(ctx, body, currentRequest().address);
      return redirect('/directory/saved/sent');
    },
    async (_, { values, errors }) => (
      <FollowPage
        parameters={typeof values.parameters === 'string' ? kept(values.parameters) : ''}
        values={values}
        errors={errors}
      />
    ),
  ),
  page('/directory/saved/sent', open, async () => <SavedNotePage note="sent" />),
  page('/directory/saved/left', open, async () => <SavedNotePage note="left" />),
  page('/directory/saved/confirm/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    linkPage(ctx, params.token, 'confirm'),
  ),
  form(
    '/directory/saved/confirm/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await confirm(ctx, params.token);
      return redirect(`/directory/saved/confirm/${params.token}`);
    },
  ),
  page('/directory/saved/leave/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    linkPage(ctx, params.token, 'leave'),
  ),
  // Also what a mail program sends for one click in its own window (RFC 8058).
  form(
    '/directory/saved/leave/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await leave(ctx, params.token);
      return redirect('/directory/saved/left');
    },
  ),
];
