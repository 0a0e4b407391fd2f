import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams } from '../schema.ts';
import { NewTokenPage, TokensPage } from './pages/tokens.tsx';
import { tokenBody } from './schema.ts';
import { createToken, listTokens, revokeToken } from './service.ts';

const PATH = '/account/tokens';
const own = { permission: 'work' } as const;

/** A worker's own tokens for the JSON interface. */
export const tokenRoutes: readonly Route[] = [
  page(PATH, own, async (ctx) => <TokensPage tokens={await listTokens(ctx)} formKey={newId()} />),
  // Not `form`: the answer is a page and not a redirect, since the secret is shown this once and is kept nowhere.
  {
    ...own,
    method: 'POST',
    kind: 'form',
    path: PATH,
    body: tokenBody,
    handle: async (ctx: Ctx, input: { body: z.output<typeof tokenBody> }) => (
      <NewTokenPage token={await createToken(ctx, input.body)} />
    ),
    again: async (ctx: Ctx, { values, errors }: Rejected<unknown>) => (
      <TokensPage tokens={await listTokens(ctx)} formKey={newId()} values={values} errors={errors} />
    ),
  },
  form(`${PATH}/:id/revoke`, { ...own, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await revokeToken(ctx, params.id);
    return redirect(PATH);
  }),
];
