import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ChecksPage } from '../pages/checks.tsx';
import { sourceNames } from '../run/service.ts';
import { idParams, settleBody } from '../schema.ts';
import { listCrumbs } from '../service.ts';
import { openChecks, settleCheck } from './service.ts';

const EDIT = { permission: 'directory.edit' } as const;
const HERE = '/directory/imports/checks';

export const checksRoutes: readonly Route[] = [
  page(HERE, EDIT, async (ctx) => (
    <ChecksPage
      checks={await openChecks(ctx)}
      sources={await sourceNames(ctx)}
      crumbs={listCrumbs(ctx.lang)}
      keyOf={newId}
    />
  )),
  form(`${HERE}/:id`, { ...EDIT, params: idParams, body: settleBody }, async (ctx, { params, body }) => {
    await settleCheck(ctx, params.id, body.verdict);
    return redirect(HERE);
  }),
];
