import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { warsawDate } from '#kernel/time.ts';
import { keyParams, questionParams } from '../schema.ts';
import { ClosePage } from './pages/close.tsx';
import { EnquiryPage } from './pages/enquiry.tsx';
import { ListPage } from './pages/list.tsx';
import { WaitingPage } from './pages/waiting.tsx';
import { closeBody, compareQuery, listQuery, replyBody } from './schema.ts';
import { buyerView, close, ownEnquiries, replyTo } from './service.ts';

const open = { permission: 'public', params: keyParams } as const;

/** The list stands before `/enquiries/:key`, as do all words. */
export const listRoutes: readonly Route[] = [
  page('/enquiries', { permission: 'work', query: listQuery }, async (ctx, { query }) => (
    <ListPage {...(await ownEnquiries(ctx, query.page))} page={query.page} />
  )),
];

export const boughtRoutes: readonly Route[] = [
  page('/enquiries/:key', { ...open, query: compareQuery }, async (ctx, { params, query }) => {
    const view = await buyerView(ctx, params.key, query.sort);
    const { state, answerBy } = view.enquiry;
    if (state === 'draft') return redirect(`/enquiries/${params.key}/recipients`);
    if (state === 'confirming') return <WaitingPage view={view} late={answerBy <= warsawDate(ctx.now)} />;
    return <EnquiryPage view={view} />;
  }),
  form(
    '/enquiries/:key/questions/:question',
    { permission: 'public', params: questionParams, body: replyBody },
    async (ctx, { params, body }) => {
      await replyTo(ctx, params.key, params.question, body[`reply-${params.question}`]);
      return redirect(`/enquiries/${params.key}`);
    },
    async (ctx, { params, values, errors }) => (
      <EnquiryPage
        view={await buyerView(ctx, params.key)}
        reply={{ question: params.question, values, errors }}
      />
    ),
  ),
  page('/enquiries/:key/close', open, async (ctx, { params }) => {
    const view = await buyerView(ctx, params.key);
    return view.enquiry.state === 'sent' && view.by === 'full' ? (
      <ClosePage view={view} />
    ) : (
      redirect(`/enquiries/${params.key}`)
    );
  }),
  form(
    '/enquiries/:key/close',
    { ...open, body: closeBody },
    async (ctx, { params, body }) => {
      await close(ctx, params.key, body);
      return redirect(`/enquiries/${params.key}`);
    },
    async (ctx, { params, values, errors }) => (
      <ClosePage view={await buyerView(ctx, params.key)} values={values} errors={errors} />
    ),
  ),
];
