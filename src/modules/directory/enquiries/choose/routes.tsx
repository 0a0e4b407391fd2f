import { typedList } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { emptyBody, keyParams } from '../schema.ts';
import { ChoosePage } from './pages/choose.tsx';
import { chooseBody } from './schema.ts';
import { choice, confirm, send } from './service.ts';

const open = { permission: 'public', params: keyParams } as const;

export const chooseRoutes: readonly Route[] = [
  page('/enquiries/:key/recipients', open, async (ctx, { params }) => {
    const path = `/enquiries/${params.key}`;
    const chosen = await choice(ctx, params.key);
    return chosen.enquiry.state === 'draft' ? <ChoosePage path={path} {...chosen} /> : redirect(path);
  }),
  form(
    '/enquiries/:key/recipients',
    { ...open, body: chooseBody },
    async (ctx, { params, body }) => {
      await send(ctx, params.key, body.entity);
      return redirect(`/enquiries/${params.key}`);
    },
    async (ctx, { params, values, errors }) => (
      <ChoosePage
        path={`/enquiries/${params.key}`}
        {...(await choice(ctx, params.key))}
        ticked={typedList(values, 'entity')}
        errors={errors}
      />
    ),
  ),
  form('/enquiries/:key/confirm', { ...open, body: emptyBody }, async (ctx, { params }) => {
    await confirm(ctx, params.key);
    return redirect(`/enquiries/${params.key}`);
  }),
];
