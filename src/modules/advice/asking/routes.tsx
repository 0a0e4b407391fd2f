import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { fileResponse, openFile } from '#kernel/files/files.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { helpLines } from '#modules/site/api.ts';
import { counties } from '#modules/territory/api.ts';
import { publishedOfOpened } from '../knowledge/api.ts';
import { type Hours, publicHours } from '../rota/api.ts';
import type { AdviceHost } from '../schema.ts';
import { categories, desks, mayBeCrisis, rule, topicGroups } from '../service.ts';
import { topicsOf } from '../setup/api.ts';
import { AskPage, CodePage } from './pages/ask.tsx';
import { AskedPage, type AskedSent, ForgetPage } from './pages/asked.tsx';
import {
  type AskQuery,
  askBody,
  askedQuery,
  askQuery,
  codeBody,
  emptyBody,
  fileParams,
  moreBody,
  rateBody,
  suggestBody,
} from './schema.ts';
import * as service from './service.ts';

const open = { permission: 'public' } as const;
const linked = { ...open, personal: true, params: tokenParams } as const;

/** So many desks are shown with their hours. */
const MOST_HOURS = 6;

async function askPage(
  ctx: Ctx,
  values: FormValues,
  { errors = [], look = false }: { errors?: readonly FieldError[]; look?: boolean } = {},
) {
  const words = typeof values.words === 'string' ? values.words : '';
  const english = ctx.lang === 'en';
  const open = (await desks(ctx)).filter((desk) => desk.isOpen);
  const asked = open.find((desk) => desk.slug === values.desk) ?? open[0];
  const hours = new Map<string, Hours>();
  for (const { id, phone, email } of open.slice(0, MOST_HOURS))
    if (phone !== '' || email !== '') hours.set(id, await publicHours(ctx, id));
  return (
    <AskPage
      view={{
        desks: open,
        hours,
        topics: await topicGroups(ctx, asked && (await topicsOf(ctx, asked.id))),
        counties: (await counties(ctx)).map(({ code, name }) => ({ value: code, label: name })),
        callers: (await categories(ctx)).map(({ code, namePl, nameEn }) => ({
          value: code,
          label: english ? nameEn : namePl,
        })),
        lines: await helpLines(ctx),
        days: await rule(ctx, 'first_answer_days'),
        months: await rule(ctx, 'contact_months'),
      }}
      values={values}
      errors={errors.length > 0 ? errors : undefined}
      suggested={look ? await service.suggestions(ctx, words) : null}
      crisis={words !== '' && (await mayBeCrisis(ctx, words))}
    />
  );
}

/** The form again: what was typed, what is wrong, and, asked for, what may answer it already. */
const again = (ctx: Ctx, rejected: { values: FormValues; errors: readonly FieldError[] }) =>
  askPage(ctx, rejected.values, {
    errors: rejected.errors.filter(({ message }) => message !== service.LOOK_FIRST),
    look:
      rejected.values.looked === 'yes' ||
      rejected.errors.some(({ message }) => message === service.LOOK_FIRST),
  });

const valuesOf = ({ desk, topic, county }: AskQuery): FormValues => ({
  topic,
  county: county ?? '',
  ...(desk !== '' && { desk }),
});

/** Questions of anybody, and the page of each behind its secret link. */
export function askingRoutes(host: AdviceHost): readonly Route[] {
  async function askedPage(
    ctx: Ctx,
    token: string,
    more: { done?: 'sent' | 'more' | 'rated' | 'forgotten'; sent?: AskedSent } = {},
  ) {
    const asked = await service.asked(ctx, token);
    return (
      <AskedPage
        token={token}
        code={service.codeOf(token)}
        siteUrl={host.siteUrl}
        asked={asked}
        thread={await service.thread(ctx)}
        desk={(await desks(ctx)).find((desk) => desk.id === asked.deskId)}
        lines={asked.urgent ? await helpLines(ctx) : []}
        told={await publishedOfOpened(ctx)}
        {...more}
      />
    );
  }
  const to = (token: string, done: string) => redirect(`/advice/q/${token}?done=${done}`);
  return [
    page('/advice', { ...open, query: askQuery }, (ctx, { query }) => askPage(ctx, valuesOf(query))),
    form(
      '/advice',
      { ...open, body: askBody },
      async (ctx, { body, values }) => {
        const secret = await service.ask(ctx, body, service.filesIn(ctx, values.files));
        return secret === null ? redirect('/advice') : to(secret, 'sent');
      },
      again,
    ),
    form(
      '/advice/suggest',
      { ...open, body: suggestBody },
      async (ctx, { body }) => {
        if (body.as !== 'json') throw invalid({ field: '', message: service.LOOK_FIRST });
        return Response.json(
          {
            help: await mayBeCrisis(ctx, body.words),
            items: await service.suggestions(ctx, body.words, body.topic),
          },
          { headers: { 'cache-control': 'no-store' } },
        );
      },
      again,
    ),
    page('/advice/answer', open, async () => <CodePage values={{}} />),
    form(
      '/advice/answer',
      { ...open, body: codeBody },
      async (ctx, { body }) => {
        const secret = await service.openByCode(ctx, body);
        return redirect(secret === null ? '/advice/answer' : `/advice/q/${secret}`);
      },
      async (_, { values, errors }) => <CodePage values={values} errors={errors} />,
    ),
    page('/advice/q/:token', { ...linked, query: askedQuery }, (ctx, { params, query }) =>
      askedPage(ctx, params.token, { done: query.done }),
    ),
    form(
      '/advice/q/:token/more',
      { ...linked, body: moreBody },
      async (ctx, { params, body, values }) => {
        await service.writeMore(ctx, params.token, body, service.filesIn(ctx, values.files));
        return to(params.token, 'more');
      },
      (ctx, { params, values, errors }) =>
        askedPage(ctx, params.token, { sent: { part: 'more', values, errors } }),
    ),
    form(
      '/advice/q/:token/rate',
      { ...linked, body: rateBody },
      async (ctx, { params, body }) => {
        await service.rate(ctx, params.token, Number(body.score), body.words);
        return to(params.token, 'rated');
      },
      (ctx, { params, values, errors }) =>
        askedPage(ctx, params.token, { sent: { part: 'rate', values, errors } }),
    ),
    page('/advice/q/:token/forget', linked, async (ctx, { params }) => (
      <ForgetPage token={params.token} number={(await service.asked(ctx, params.token)).number} />
    )),
    form('/advice/q/:token/forget', { ...linked, body: emptyBody }, async (ctx, { params }) => {
      await service.forgetContact(ctx, params.token);
      return to(params.token, 'forgotten');
    }),
    page('/advice/q/:token/file/:file', { ...linked, params: fileParams }, async (ctx, { params }) => {
      await service.asked(ctx, params.token);
      return fileResponse(await openFile(ctx, params.file));
    }),
  ];
}
