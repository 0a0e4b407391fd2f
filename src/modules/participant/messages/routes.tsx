import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { doneQuery, emptyBody, idParams, OWN } from '../schema.ts';
import { noteView, requireWindow } from '../service.ts';
import { MessagesPage, NewMessagePage } from './pages/own.tsx';
import { ABOUT, type About, aboutQuery, messageBody } from './schema.ts';
import { confirmMessage, messagesOf, writeToCoordinator } from './service.ts';

async function newMessage(
  ctx: Ctx,
  about: About,
  again?: { values: FormValues; errors: readonly FieldError[] },
) {
  const w = await requireWindow(ctx);
  await noteView(ctx, w, 'message_form', ['D1']);
  return <NewMessagePage window={w} about={about} formKey={newId()} {...again} />;
}

export const messageRoutes = (host: { readonly siteUrl: string }): readonly Route[] => [
  page('/my/messages', { ...OWN, query: doneQuery }, async (ctx, { query }) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'messages', ['D1']);
    const messages = await messagesOf(ctx, w.caseId);
    return (
      <MessagesPage window={w} messages={messages} keys={messages.map(() => newId())} done={query.done} />
    );
  }),
  page('/my/messages/new', { ...OWN, query: aboutQuery }, (ctx, { query }) =>
    newMessage(ctx, query.about ?? 'other'),
  ),
  form(
    '/my/messages/new',
    { ...OWN, body: messageBody },
    async (ctx, { body }) => {
      await writeToCoordinator(ctx, body, host.siteUrl);
      return redirect('/my/messages?done=sent');
    },
    (ctx, { values, errors }) =>
      newMessage(ctx, ABOUT.find((a) => a === typed(values, 'about')) ?? 'other', { values, errors }),
  ),
  form('/my/messages/:id/confirm', { ...OWN, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await confirmMessage(ctx, params.id);
    return redirect('/my/messages?done=confirmed');
  }),
];
