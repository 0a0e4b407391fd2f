import { page, type Route } from '#kernel/http/routes.ts';
import { caseParams } from '../schema.ts';
import { attendanceCard, sessionRegister } from './attendance/service.ts';
import { certificate } from './certificate/service.ts';
import { clause } from './clause/service.ts';
import { closingSummary } from './closing/service.ts';
import { consentForm, recordedConsent } from './consent/service.ts';
import { diagnosisSummary } from './diagnosis/service.ts';
import { referralLetter } from './letter/service.ts';
import { reviewMinutes } from './minutes/service.ts';
import { monthRegister } from './month/service.ts';
import { DocumentsPage } from './pages/documents.tsx';
import { planDocument } from './plan/service.ts';
import { monthOfRequest } from './printing/service.ts';
import { easyQuery, langQuery, monthQuery, numberParams, partParams } from './schema.ts';
import { allowed, documentsOf } from './service.ts';

const READ = { permission: 'case.read', personal: true } as const;
const BASE = '/cases/:id/documents';

export const routes: readonly Route[] = [
  page(BASE, { ...READ, purpose: 'P3', params: caseParams }, async (ctx, { params }) => {
    const { head, offers } = await documentsOf(ctx, params.id);
    return <DocumentsPage head={head} offers={offers} />;
  }),
  // Also for a recipient that has not answered and cannot see the case yet.
  page(
    '/referrals/:id/letter',
    { ...READ, purpose: 'P1', params: caseParams, query: langQuery },
    (ctx, { params, query }) => referralLetter(ctx, params.id, query.lang),
  ),
  page(
    `${BASE}/clause`,
    { ...READ, purpose: 'P3', params: caseParams, query: easyQuery },
    (ctx, { params, query }) =>
      clause(ctx, params.id, { lang: query.lang, version: query.version, large: query.easy === 'yes' }),
  ),
  page(
    `${BASE}/consent-form/:partId`,
    { ...READ, purpose: 'P3', params: partParams, query: easyQuery },
    (ctx, { params, query }) =>
      consentForm(ctx, params.id, params.partId, { lang: query.lang, easy: query.easy === 'yes' }),
  ),
  page(`${BASE}/consent/:partId`, { ...READ, purpose: 'P3', params: partParams }, (ctx, { params }) =>
    recordedConsent(ctx, params.id, params.partId),
  ),
  page(
    `${BASE}/diagnosis/:number`,
    { ...READ, purpose: 'P2', params: numberParams, query: langQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'diagnosis');
      return diagnosisSummary(ctx, params.id, params.number, query.lang);
    },
  ),
  page(
    `${BASE}/plan/:partId`,
    { ...READ, purpose: 'P3', params: partParams, query: easyQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'plan');
      return planDocument(ctx, params.partId, {
        lang: query.lang,
        easy: query.easy === 'yes',
        caseId: params.id,
      });
    },
  ),
  page(
    `${BASE}/attendance`,
    { ...READ, purpose: 'P3', params: caseParams, query: monthQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'attendance');
      return attendanceCard(ctx, params.id, query.month ?? monthOfRequest(ctx), query.lang);
    },
  ),
  page(
    `${BASE}/review/:number`,
    { ...READ, purpose: 'P4', params: numberParams, query: langQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'review');
      return reviewMinutes(ctx, params.id, params.number, query.lang);
    },
  ),
  page(
    `${BASE}/closing`,
    { ...READ, purpose: 'P4', params: caseParams, query: langQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'closing');
      return closingSummary(ctx, params.id, query.lang);
    },
  ),
  page(
    `${BASE}/certificate`,
    { ...READ, purpose: 'P3', params: caseParams, query: langQuery },
    async (ctx, { params, query }) => {
      await allowed(ctx, params.id, 'certificate');
      return certificate(ctx, params.id, query.lang);
    },
  ),
  page(
    '/sessions/:id/register',
    { ...READ, permission: 'session.mark', purpose: 'P3', params: caseParams, query: monthQuery },
    (ctx, { params, query }) =>
      sessionRegister(ctx, params.id, { lang: query.lang, blank: query.blank === 'yes' }),
  ),
  page(
    '/sessions/groups/:id/register',
    { ...READ, permission: 'session.mark', purpose: 'P3', params: caseParams, query: monthQuery },
    (ctx, { params, query }) =>
      monthRegister(ctx, params.id, query.month ?? monthOfRequest(ctx), {
        lang: query.lang,
        blank: query.blank === 'yes',
      }),
  ),
];
