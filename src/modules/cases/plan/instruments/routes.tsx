import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { caseParams } from '../../schema.ts';
import { caseHead, loadCase, recordView, team, terms } from '../../service.ts';
import { InstrumentPage } from './pages/instrument.tsx';
import { type InstrumentBody, instrumentBody, instrumentParams } from './schema.ts';
import { instrumentDecision, instruments, type NewInstrument, saveInstrument } from './service.ts';

const WRITE = { permission: 'plan.write', purpose: 'P3', personal: true } as const;

/** A date as it is written in a field: figures, which every language reads back. */
const written = (date: LocalDate | null) => (date ? formatDate(date, 'pl') : '');

const inputOf = (body: InstrumentBody): NewInstrument => ({
  kind: body.kind,
  number: body.number,
  institutionId: body.institution_id,
  signedOn: body.signed_on,
  startedOn: body.started_on,
  endsOn: body.ends_on,
  state: body.state,
});

async function instrumentPage(ctx: Ctx, caseId: string, id: string | null, again?: Rejected<unknown>) {
  const c = await loadCase(ctx, caseId);
  const existing = id === null ? null : (await instruments(ctx, caseId)).find((n) => n.id === id);
  if (existing === undefined || !(await instrumentDecision(ctx, c)).allowed) throw notFound();
  const [kinds, people] = await Promise.all([terms(ctx, 'instrument'), team(ctx, caseId)]);
  await recordView(ctx, c, 'linked_instrument', ['D1', 'D5'], id ?? c.id);
  const named = new Map(people.map((p) => [p.institution_id ?? '', p.institution_name ?? '']));
  const fresh = existing
    ? {
        kind: existing.kind,
        number: existing.number,
        institution_id: existing.institutionId,
        signed_on: written(existing.signedOn),
        started_on: written(existing.startedOn),
        ends_on: written(existing.endsOn),
        state: existing.state,
      }
    : { state: 'draft' };
  return (
    <InstrumentPage
      head={await caseHead(ctx, c)}
      action={`/cases/${caseId}/plan/instruments/${id ?? 'new'}`}
      formKey={newId()}
      version={existing?.rowVersion}
      values={again?.values ?? fresh}
      errors={again?.errors}
      now={again?.current && existing ? fresh : undefined}
      kinds={kinds.map((k) => ({ value: k.code, label: k.label }))}
      institutions={[...named].map(([value, label]) => ({ value, label }))}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/plan/instruments/new', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    instrumentPage(ctx, params.id, null),
  ),
  form(
    '/cases/:id/plan/instruments/new',
    { ...WRITE, params: caseParams, body: instrumentBody },
    async (ctx, { params, body }) => {
      await saveInstrument(ctx, params.id, inputOf(body));
      return redirect(`/cases/${params.id}/plan#instruments`);
    },
    (ctx, again) => instrumentPage(ctx, again.params.id, null, again),
  ),
  page(
    '/cases/:id/plan/instruments/:instrumentId',
    { ...WRITE, params: instrumentParams },
    (ctx, { params }) => instrumentPage(ctx, params.id, params.instrumentId),
  ),
  form(
    '/cases/:id/plan/instruments/:instrumentId',
    { ...WRITE, params: instrumentParams, body: instrumentBody },
    async (ctx, { params, body }) => {
      await saveInstrument(ctx, params.id, inputOf(body), {
        id: params.instrumentId,
        version: body._version ?? 0,
      });
      return redirect(`/cases/${params.id}/plan#instruments`);
    },
    (ctx, again) => instrumentPage(ctx, again.params.id, again.params.instrumentId, again),
  ),
];
