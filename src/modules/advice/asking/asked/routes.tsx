import type { Ctx } from '#kernel/context.ts';
import { fileResponse } from '#kernel/files/files.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { helpLines } from '#modules/site/api.ts';
import { publishedOfOpened } from '../../knowledge/api.ts';
import type { AdviceHost } from '../../schema.ts';
import { desks } from '../../service.ts';
import { copyOne } from '../own/service.ts';
import { codeOf, filesIn } from '../service.ts';
import { AskedPage, type AskedSent } from './pages/asked.tsx';
import { CodePage } from './pages/code.tsx';
import { ErasePage, ForgetPage } from './pages/leave.tsx';
import {
  type Asked,
  anyKey,
  askedQuery,
  codeBody,
  codeQuery,
  type Done,
  emptyBody,
  fileKey,
  moreBody,
  type Opener,
  ownKey,
  rateBody,
  secretKey,
} from './schema.ts';
import * as service from './service.ts';

/** A way to a question: by its secret link, or by the account it was asked from. */
interface Way {
  readonly base: '/advice/q' | '/advice/mine';
  readonly permission: 'public' | 'signed-in';
  readonly params: typeof secretKey;
  readonly openerOf: (key: string) => Opener;
}
const byLink: Way = {
  base: '/advice/q',
  permission: 'public',
  params: secretKey,
  openerOf: (key) => ({ token: key }),
};
const byAccount: Way = {
  base: '/advice/mine',
  permission: 'signed-in',
  params: ownKey,
  openerOf: (key) => ({ own: key }),
};

async function askedPage(
  ctx: Ctx,
  host: AdviceHost,
  { key, way, asked }: { key: string; way: Way; asked: Asked },
  more: { done?: Done; sent?: AskedSent } = {},
) {
  const base = `${way.base}/${key}`;
  return (
    <AskedPage
      base={base}
      link={way === byLink ? { url: `${host.siteUrl}${base}`, code: codeOf(key) } : null}
      once={newId()}
      asked={asked}
      thread={await service.thread(ctx)}
      desk={(await desks(ctx)).find((desk) => desk.id === asked.deskId)}
      lines={asked.urgent ? await helpLines(ctx) : []}
      told={await publishedOfOpened(ctx)}
      {...more}
    />
  );
}

/** What is done with a question that is open, whichever way it was opened. */
function routesOf(host: AdviceHost, way: Way): readonly Route[] {
  const { params, openerOf } = way;
  const path = `${way.base}/:key`;
  const linked = { permission: way.permission, personal: true, params } as const;
  const again = async (ctx: Ctx, key: string, sent: AskedSent) =>
    askedPage(ctx, host, { key, way, asked: await service.asked(ctx, openerOf(key)) }, { sent });
  const to = (key: string, done: Done) => redirect(`${way.base}/${key}?done=${done}`);
  /** The account does not know the question any more; the link still does. */
  const gone = (key: string, done: Done) =>
    way === byLink ? to(key, done) : redirect(`${way.base}?done=${done}`);
  return [
    form(
      `${path}/more`,
      { ...linked, body: moreBody },
      async (ctx, { params: { key }, body, values }) => {
        await service.writeMore(ctx, openerOf(key), body, filesIn(ctx, values.files));
        return to(key, 'more');
      },
      (ctx, { params: { key }, values, errors }) => again(ctx, key, { part: 'more', values, errors }),
    ),
    form(
      `${path}/rate`,
      { ...linked, body: rateBody },
      async (ctx, { params: { key }, body }) => {
        await service.rate(ctx, openerOf(key), Number(body.score), body.words);
        return to(key, 'rated');
      },
      (ctx, { params: { key }, values, errors }) => again(ctx, key, { part: 'rate', values, errors }),
    ),
    page(`${path}/forget`, linked, async (ctx, { params: { key } }) => {
      const { number, own } = await service.asked(ctx, openerOf(key));
      return <ForgetPage base={`${way.base}/${key}`} number={number} own={own} />;
    }),
    form(`${path}/forget`, { ...linked, body: emptyBody }, async (ctx, { params: { key } }) => {
      await service.forgetContact(ctx, openerOf(key));
      return gone(key, 'forgotten');
    }),
    page(`${path}/erase`, linked, async (ctx, { params: { key } }) => {
      const { number } = await service.asked(ctx, openerOf(key));
      return <ErasePage base={`${way.base}/${key}`} number={number} />;
    }),
    form(`${path}/erase`, { ...linked, body: emptyBody }, async (ctx, { params: { key } }) => {
      await service.erase(ctx, openerOf(key));
      return gone(key, 'erased');
    }),
    page(`${path}/copy`, linked, async (ctx, { params: { key } }) => {
      const asked = await service.asked(ctx, openerOf(key));
      return copyOne(ctx, asked, way === byAccount);
    }),
    page(
      `${path}/file/:file`,
      { ...linked, params: params.extend(fileKey) },
      async (ctx, { params: { key, file } }) => {
        return fileResponse(await service.fileOf(ctx, openerOf(key), file));
      },
    ),
  ];
}

/** The page of each question, behind its secret link and for the account it was asked from. */
export const askedRoutes = (host: AdviceHost): readonly Route[] => [
  page('/advice/answer', { permission: 'public', query: codeQuery }, async (_, { query }) => (
    <CodePage values={{}} cutOff={query.void === '1'} />
  )),
  form(
    '/advice/answer',
    { permission: 'public', body: codeBody },
    async (ctx, { body }) => {
      const secret = await service.openByCode(ctx, body);
      return redirect(secret === null ? '/advice/answer' : `/advice/q/${secret}`);
    },
    async (_, { values, errors }) => <CodePage values={values} errors={errors} />,
  ),
  page(
    '/advice/q/:key',
    { permission: 'public', personal: true, params: anyKey, query: askedQuery },
    async (ctx, { params: { key }, query: { done } }) => {
      const asked = await service.findAsked(ctx, { token: key });
      return asked
        ? askedPage(ctx, host, { key, way: byLink, asked }, { done })
        : redirect('/advice/answer?void=1');
    },
  ),
  page(
    '/advice/mine/:key',
    { permission: 'signed-in', personal: true, params: ownKey, query: askedQuery },
    async (ctx, { params: { key }, query: { done } }) =>
      askedPage(ctx, host, { key, way: byAccount, asked: await service.asked(ctx, { own: key }) }, { done }),
  ),
  ...routesOf(host, byLink),
  ...routesOf(host, byAccount),
];
