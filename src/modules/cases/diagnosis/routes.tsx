import { z } from 'zod';
import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { RefusedPage } from '../pages/refused.tsx';
import { caseParams, rowVersion } from '../schema.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { ComparePage, VersionPage } from './pages/compare.tsx';
import { DiagnosisPage, NoDiagnosisPage } from './pages/diagnosis.tsx';
import { ApprovePage, StartPage } from './pages/steps.tsx';
import type { Diagnosis } from './schema.ts';
import { approveDiagnosis, loadDiagnosis, mayOf, startDiagnosis, versionsOf } from './service.ts';
import { text } from './text.pl.ts';

const READ = { permission: 'case.read', purpose: 'P2', personal: true } as const;
const WRITE = { permission: 'diagnosis.write', purpose: 'P2', personal: true, params: caseParams } as const;
const START = { permission: 'case.coordinate', purpose: 'P2', personal: true, params: caseParams } as const;

const number = z.coerce.number().int().min(1).max(9999);
const versionParams = caseParams.extend({ number });
const compareQuery = z.object({ from: number.default(1), to: number.default(2) });

/** The classes whose content was on the screen. */
const shown = (...ds: readonly Diagnosis[]): DataClass[] => [
  ...new Set<DataClass>([
    'D5',
    ...ds.flatMap((d) => d.parts.filter((p) => p.content).map((p) => p.dataClass)),
  ]),
];

async function numbered(ctx: Ctx, caseId: string, wanted: number): Promise<Diagnosis> {
  const d = await loadDiagnosis(ctx, caseId, wanted);
  if (!d) throw notFound();
  return d;
}

async function approvePage(ctx: Ctx, id: string, changed: boolean) {
  const c = await loadCase(ctx, id);
  const d = await loadDiagnosis(ctx, id);
  if (!d || !mayOf(ctx, c, d).approve) throw notFound();
  await recordView(ctx, c, 'diagnosis', shown(d), d.id);
  const t = text[ctx.lang];
  if (d.missing.length > 0)
    return (
      <RefusedPage
        head={await caseHead(ctx, c)}
        current="diagnosis"
        title={t.approve.title}
        reason="incomplete"
        words={t.refusals}
      />
    );
  return <ApprovePage head={await caseHead(ctx, c)} formKey={newId()} diagnosis={d} changed={changed} />;
}

export const routes: readonly Route[] = [
  page('/cases/:id/diagnosis', { ...READ, params: caseParams }, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const d = await loadDiagnosis(ctx, c.id);
    const head = await caseHead(ctx, c);
    if (!d) {
      await recordView(ctx, c, 'case', ['D1']);
      const begun = !['draft', 'referred', 'intake', 'rejected'].includes(c.state);
      return <NoDiagnosisPage head={head} hidden={begun} may={mayOf(ctx, c, d)} />;
    }
    await recordView(ctx, c, 'diagnosis', shown(d), d.id);
    return (
      <DiagnosisPage
        head={head}
        diagnosis={d}
        versions={await versionsOf(ctx, c.id)}
        institutionId={ctx.actor.institutionId}
        may={mayOf(ctx, c, d)}
      />
    );
  }),
  page('/cases/:id/diagnosis/approve', WRITE, (ctx, { params }) => approvePage(ctx, params.id, false)),
  form(
    '/cases/:id/diagnosis/approve',
    { ...WRITE, body: z.object({ _version: rowVersion }) },
    async (ctx, { params, body }) => {
      const result = await approveDiagnosis(ctx, params.id, body._version);
      return redirect(`/cases/${params.id}/${result === 'approved' ? 'plan' : 'diagnosis'}`);
    },
    (ctx, { params }) => approvePage(ctx, params.id, true),
  ),
  page('/cases/:id/diagnosis/start', START, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    if (!mayOf(ctx, c, null).start) throw notFound();
    await recordView(ctx, c, 'case', ['D1']);
    return <StartPage head={await caseHead(ctx, c)} formKey={newId()} />;
  }),
  form('/cases/:id/diagnosis/start', { ...START, body: z.object({}) }, async (ctx, { params }) => {
    await startDiagnosis(ctx, params.id);
    return redirect(`/cases/${params.id}/diagnosis`);
  }),
  page(
    '/cases/:id/diagnosis/compare',
    { ...READ, params: caseParams, query: compareQuery },
    async (ctx, { params, query }) => {
      const c = await loadCase(ctx, params.id);
      const from = await numbered(ctx, c.id, query.from);
      const to = await numbered(ctx, c.id, query.to);
      await recordView(ctx, c, 'diagnosis', shown(from, to), to.id);
      return <ComparePage head={await caseHead(ctx, c)} from={from} to={to} />;
    },
  ),
  page('/cases/:id/diagnosis/:number', { ...READ, params: versionParams }, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const d = await numbered(ctx, c.id, params.number);
    await recordView(ctx, c, 'diagnosis', shown(d), d.id);
    return <VersionPage head={await caseHead(ctx, c)} diagnosis={d} />;
  }),
];
