import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { idParams } from '../../schema.ts';
import { counted, countFree } from '../free/service.ts';
import { FreePlacesPage, PhotosPage } from '../pages/small.tsx';
import { addPhoto, dropPhoto, photoFile } from '../photos/service.ts';
import { emptyBody, freeBody, photoBody, photoParams } from '../schema.ts';
import { kept, photoAccept } from '../service.ts';

const worker = { permission: 'work' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const freePage = async (ctx: Ctx, id: string, sent: Sent) => (
  <FreePlacesPage
    record={await counted(ctx, id)}
    values={sent.values ?? {}}
    errors={sent.errors}
    formKey={newId()}
  />
);
const photosPage = async (ctx: Ctx, id: string, sent: Sent) => (
  <PhotosPage
    record={await kept(ctx, id)}
    values={sent.values ?? {}}
    errors={sent.errors}
    formKey={newId()}
    accept={photoAccept}
  />
);

/** Free places of the day, and photos. */
export const smallRoutes: readonly Route[] = [
  page('/directory/:id/places-free', { ...worker, params: idParams }, (ctx, { params }) =>
    freePage(ctx, params.id, {}),
  ),
  form(
    '/directory/:id/places-free',
    { ...worker, params: idParams, body: freeBody },
    async (ctx, { params, values }) => {
      await countFree(ctx, params.id, values);
      return redirect(`/directory/${params.id}`);
    },
    (ctx, { params, ...sent }) => freePage(ctx, params.id, sent),
  ),
  page('/directory/photos/:id', { permission: 'public', params: idParams }, (ctx, { params }) =>
    photoFile(ctx, params.id),
  ),
  page('/directory/:id/edit/photos', { ...worker, params: idParams }, (ctx, { params }) =>
    photosPage(ctx, params.id, {}),
  ),
  form(
    '/directory/:id/edit/photos',
    { ...worker, params: idParams, body: photoBody },
    async (ctx, { params, body, values }) => {
      await addPhoto(ctx, params.id, body, values);
      return redirect(`/directory/${params.id}/edit/photos`);
    },
    (ctx, { params, ...sent }) => photosPage(ctx, params.id, sent),
  ),
  form(
    '/directory/:id/edit/photos/:photo/remove',
    { ...worker, params: photoParams, body: emptyBody },
    async (ctx, { params }) => {
      await dropPhoto(ctx, params.id, params.photo);
      return redirect(`/directory/${params.id}/edit/photos`);
    },
  ),
];
