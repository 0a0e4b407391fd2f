import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { helpLines } from '#modules/site/api.ts';
import { counties } from '#modules/territory/api.ts';
import { categories, topicGroups } from '../../service.ts';
import { colleagues } from '../question/service.ts';
import { CallPage } from './pages/call.tsx';
import { CALL_DRAFT, callBody, callParams, callQuery, typingBody } from './schema.ts';
import * as service from './service.ts';

const PATH = '/advice/desk/call';
const desk = { permission: 'advice.answer' } as const;

async function callPage(ctx: Ctx, draftId: string, values: FormValues, errors?: readonly FieldError[]) {
  const english = ctx.lang === 'en';
  const own = await service.ownDesks(ctx);
  const nameOf = ({ namePl, nameEn }: (typeof own)[number]) => (english && nameEn) || namePl;
  const working = await Promise.all(
    own.map(async (each) => ({
      label: nameOf(each),
      options: (await colleagues(ctx, each.id)).map(({ workerId, name }) => ({
        value: workerId,
        label: name,
      })),
    })),
  );
  await record(ctx, { action: 'view', objectType: CALL_DRAFT, objectId: draftId });
  return (
    <CallPage
      draftId={draftId}
      formKey={newId()}
      desks={own.map((each) => ({ value: each.id, label: nameOf(each) }))}
      topics={await topicGroups(ctx)}
      counties={(await counties(ctx)).map(({ code, name }) => ({ value: code, label: name }))}
      callers={(await categories(ctx)).map(({ code, namePl, nameEn }) => ({
        value: code,
        label: english ? nameEn : namePl,
      }))}
      colleagues={working.length === 1 ? (working[0]?.options ?? []) : working}
      lines={await helpLines(ctx)}
      unfinished={(await service.unfinished(ctx)).filter(({ id }) => id !== draftId)}
      values={values}
      errors={errors}
    />
  );
}

/** What somebody says on the telephone or at the table, written down while they say it. */
export const callRoutes: readonly Route[] = [
  page(PATH, { ...desk, personal: true, query: callQuery }, async (ctx, { query }) =>
    callPage(ctx, query.draft ?? newId(), query.draft ? await service.typedCall(ctx, query.draft) : {}),
  ),
  form(
    `${PATH}/:draft`,
    { ...desk, personal: true, params: callParams, body: callBody },
    async (ctx, { params, body }) =>
      redirect(`/advice/desk/questions/${await service.saveCall(ctx, params.draft, body)}?done=taken`),
    (ctx, { params, values, errors }) => callPage(ctx, params.draft, values, errors),
  ),
  form(
    `${PATH}/:draft/typing`,
    { ...desk, params: callParams, body: typingBody },
    async (ctx, { params, values }) => {
      await service.keepTyping(ctx, params.draft, values);
      return new Response(null, {
        status: 204,
        headers: { 'content-location': `${PATH}?draft=${params.draft}` },
      });
    },
  ),
  form(`${PATH}/:draft/drop`, { ...desk, params: callParams, body: typingBody }, async (ctx, { params }) => {
    await service.dropCall(ctx, params.draft);
    return redirect('/advice/desk');
  }),
];
