import type { Ctx } from '#kernel/context.ts';
import { acceptOf } from '#kernel/files/kinds.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { idParams } from '../../schema.ts';
import { attachmentsOf, themes } from '../../service.ts';
import { WithdrawPage } from '../pages/confirm.tsx';
import { DocumentEditPage } from '../pages/document.tsx';
import { withdraw } from '../publishing/service.ts';
import {
  attachmentBody,
  attachmentParams,
  correctBody,
  emptyBody,
  langQuery,
  type Sent,
  sentOf,
  settingsBody,
  withdrawBody,
} from '../schema.ts';
import { correct } from '../service.ts';
import { acts, arrange, arranged, attach, DOWNLOADS, detach, IMAGES, setImage } from './service.ts';

const editor = { permission: 'library.edit' } as const;
const one = { ...editor, params: idParams } as const;
const accept = { images: acceptOf(IMAGES), files: acceptOf(DOWNLOADS) };
const fileIn = (values: Readonly<Record<string, unknown>>, name: string): File | null => {
  const value = values[name];
  return value instanceof File && value.size > 0 ? value : null;
};

async function documentPage(ctx: Ctx, id: string, sent: Sent = {}) {
  return (
    <DocumentEditPage
      document={await arranged(ctx, id)}
      themes={await themes(ctx)}
      acts={await acts(ctx)}
      attachments={await attachmentsOf(ctx, id)}
      accept={accept}
      formKey={newId()}
      {...sent}
    />
  );
}

const DOCUMENT = '/library/edit/documents/:id';
const back = (id: string) => redirect(`/library/edit/documents/${id}`);
const again = (ctx: Ctx, rejected: Rejected<{ id: string }>) =>
  documentPage(ctx, rejected.params.id, sentOf(rejected));

export const documentRoutes: readonly Route[] = [
  page(DOCUMENT, one, (ctx, { params }) => documentPage(ctx, params.id)),
  form(`${DOCUMENT}/correct`, { ...one, body: correctBody }, async (ctx, { params, body }) =>
    redirect(`/library/edit/${await correct(ctx, params.id, body.lang)}`),
  ),
  form(
    `${DOCUMENT}/settings`,
    { ...one, body: settingsBody },
    async (ctx, { params, body }) => {
      await arrange(ctx, params.id, body);
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/image`,
    { ...one, body: emptyBody },
    async (ctx, { params, values }) => {
      await setImage(ctx, params.id, fileIn(values, 'image'));
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/files`,
    { ...one, body: attachmentBody },
    async (ctx, { params, body, values }) => {
      await attach(ctx, params.id, body, fileIn(values, 'file'));
      return back(params.id);
    },
    again,
  ),
  form(
    `${DOCUMENT}/files/:attachment/remove`,
    { ...editor, params: attachmentParams, body: emptyBody },
    async (ctx, { params }) => {
      await detach(ctx, params.id, params.attachment);
      return back(params.id);
    },
  ),
  page(`${DOCUMENT}/withdraw`, { ...one, query: langQuery }, async (ctx, { params, query }) => (
    <WithdrawPage document={await arranged(ctx, params.id)} lang={query.lang} formKey={newId()} />
  )),
  form(
    `${DOCUMENT}/withdraw`,
    { ...one, body: withdrawBody },
    async (ctx, { params, body }) => {
      await withdraw(ctx, params.id, body.lang, body.reason);
      return back(params.id);
    },
    async (ctx, rejected) => (
      <WithdrawPage
        document={await arranged(ctx, rejected.params.id)}
        lang={String(rejected.values.lang ?? 'pl')}
        formKey={newId()}
        {...sentOf(rejected)}
      />
    ),
  ),
];
