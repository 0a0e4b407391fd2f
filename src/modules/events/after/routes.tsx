import type { Ctx } from '#kernel/context.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import type { Registration } from '../registering/service.ts';
import type { Event } from '../schema.ts';
import { AfterPanel, EvaluatePage, VerifyPage } from './pages/after.tsx';
import { codeQuery, evaluationBody } from './schema.ts';
import * as service from './service.ts';

const ticket = { permission: 'public', params: tokenParams } as const;

/** What a ticket shows of what comes after the event. */
export async function afterwards(ctx: Ctx, token: string, registration: Registration, event: Event) {
  if (registration.state !== 'confirmed') return null;
  const { mayAnswer, certificate } = await service.afterOf(ctx, registration, event);
  return <AfterPanel token={token} mayAnswer={mayAnswer} certificate={certificate} />;
}

export const afterRoutes = (siteUrl: string): Route[] => [
  page('/events/certificates', { permission: 'public', query: codeQuery }, async (ctx, { query }) => (
    <VerifyPage code={query.code} found={await service.verify(ctx, query.code)} />
  )),
  form(
    '/events/ticket/:token/evaluation',
    { ...ticket, body: evaluationBody },
    async (ctx, { params, body }) => {
      await service.evaluate(ctx, params.token, body);
      return redirect(`/events/ticket/${params.token}`);
    },
    async (_, { params, values, errors }) => (
      <EvaluatePage token={params.token} values={values} errors={errors} />
    ),
  ),
  page('/events/ticket/:token/certificate.pdf', ticket, async (ctx, { params }) => {
    const { bytes, name } = await service.certificatePdf(ctx, params.token, siteUrl);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  }),
];
