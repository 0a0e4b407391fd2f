import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { basisDecision, grantInForce, grantsOf, recipientsOf } from '../grants/api.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, mayWriteClass, recordView, today } from '../service.ts';
import { NarrowPage, WithdrawPage } from './pages/change.tsx';
import { ConsentPage } from './pages/consent.tsx';
import { ConsentFormPage } from './pages/consent-form.tsx';
import { ExpiringPage } from './pages/expiring.tsx';
import { consentBody, consentParams, narrowBody, withdrawBody } from './schema.ts';
import {
  consentOf,
  consentTexts,
  defaultEnd,
  expiring,
  narrowConsent,
  recordConsents,
  statementDay,
  takenOut,
  withdrawConsent,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P5', personal: true } as const;
const RECORD = { permission: 'case.coordinate', purpose: 'P5', personal: true } as const;
interface Again {
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
type Params = { id: string; consentId: string };
const here = (p: Params) => `/cases/${p.id}/basis/consents/${p.consentId}`;

async function consentForm(ctx: Ctx, id: string, again?: Again) {
  const c = await loadCase(ctx, id);
  if (!(await basisDecision(ctx, c)).allowed) throw notFound();
  await recordView(ctx, c, 'consent_form', ['D1']);
  const texts = await consentTexts(ctx);
  const first = texts.find((x) => x.lang === 'pl') ?? texts[0];
  const blank = {
    text: first ? `${first.version}|${first.lang}` : '',
    given_on: formatDate(today(ctx), 'pl'),
    valid_to: formatDate(await defaultEnd(ctx), 'pl'),
    way: 'paper',
  };
  return (
    <ConsentFormPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      recipients={await recipientsOf(ctx, c)}
      texts={texts}
      values={again?.values ?? blank}
      errors={again?.errors}
    />
  );
}

async function change(ctx: Ctx, params: Params, Page: typeof WithdrawPage, again?: Again) {
  const c = await loadCase(ctx, params.id);
  const consent = await consentOf(ctx, c.id, params.consentId);
  if (consent.withdrawnAt || !(await mayWriteClass(ctx, c.id, 'D1')).allowed) throw notFound();
  await recordView(ctx, c, 'consent', ['D1'], consent.id);
  const values = again?.values ?? { said_on: formatDate(today(ctx), 'pl'), classes: consent.classes };
  return (
    <Page
      head={await caseHead(ctx, c)}
      consent={consent}
      formKey={newId()}
      values={values}
      errors={again?.errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/consents/expiring', { permission: 'case.read', purpose: 'P5' }, async (ctx) => (
    <ExpiringPage lines={await expiring(ctx)} />
  )),
  page('/cases/:id/basis/consent', { ...RECORD, params: caseParams }, (ctx, { params }) =>
    consentForm(ctx, params.id),
  ),
  form(
    '/cases/:id/basis/consent',
    { ...RECORD, params: caseParams, body: consentBody },
    async (ctx, { params, body }) => {
      const ids = await recordConsents(ctx, params.id, body);
      return redirect(`/cases/${params.id}/basis${ids[0] ? `/consents/${ids[0]}` : ''}`);
    },
    (ctx, { params, values, errors }) => consentForm(ctx, params.id, { values, errors }),
  ),
  page(
    '/cases/:id/basis/consents/:consentId',
    { ...READ, params: consentParams },
    async (ctx, { params }) => {
      const c = await loadCase(ctx, params.id);
      const consent = await consentOf(ctx, c.id, params.consentId);
      await recordView(ctx, c, 'consent', ['D1'], consent.id);
      const grants = await grantsOf(ctx, c.id);
      const remains = grants.filter(
        (g) =>
          g.institutionId === consent.institutionId && g.consentId !== consent.id && grantInForce(g, ctx.now),
      );
      return (
        <ConsentPage
          head={await caseHead(ctx, c)}
          consent={consent}
          remains={remains}
          takenOut={await takenOut(ctx, c.id)}
          mayChange={(await mayWriteClass(ctx, c.id, 'D1')).allowed}
        />
      );
    },
  ),
  page(
    '/cases/:id/basis/consents/:consentId/withdraw',
    { ...READ, params: consentParams },
    (ctx, { params }) => change(ctx, params, WithdrawPage),
  ),
  form(
    '/cases/:id/basis/consents/:consentId/withdraw',
    { ...READ, params: consentParams, body: withdrawBody },
    async (ctx, { params, body }) => {
      const consent = await consentOf(ctx, params.id, params.consentId);
      await withdrawConsent(ctx, params.consentId, 'worker', statementDay(ctx, body.said_on));
      // A worker of the very institution that lost its access goes where the loss is explained.
      const own = consent.institutionId === ctx.actor.institutionId;
      return redirect(own ? `/cases/${params.id}/access` : here(params));
    },
    (ctx, { params, values, errors }) => change(ctx, params, WithdrawPage, { values, errors }),
  ),
  page('/cases/:id/basis/consents/:consentId/narrow', { ...READ, params: consentParams }, (ctx, { params }) =>
    change(ctx, params, NarrowPage),
  ),
  form(
    '/cases/:id/basis/consents/:consentId/narrow',
    { ...READ, params: consentParams, body: narrowBody },
    async (ctx, { params, body }) => {
      await consentOf(ctx, params.id, params.consentId);
      await narrowConsent(ctx, params.consentId, body.classes);
      return redirect(here(params));
    },
    (ctx, { params, values, errors }) => change(ctx, params, NarrowPage, { values, errors }),
  ),
];
