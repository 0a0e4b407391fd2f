import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { operatingPartnerships } from '#modules/partnerships/api.ts';
import { EmergenciesPage } from './pages/emergencies.tsx';
import { FiguresPage } from './pages/figures.tsx';
import { OpenPage } from './pages/open.tsx';
import { ReviewPage } from './pages/review.tsx';
import { EmergencyPage } from './reading/pages/emergency.tsx';
import { readEmergency } from './reading/service.ts';
import { emergencyParams, noBody, openBody, reviewBody } from './schema.ts';
import {
  canOpen,
  emergencies,
  emergencyReasons,
  endEmergency,
  figures,
  loadEmergency,
  openEmergency,
  recordEmergency,
  recordTry,
  reviewEmergency,
} from './service.ts';

const OPEN = { permission: 'case.emergency', purpose: 'P5', personal: true } as const;
/** Whoever coordinates a case or reviews is no special function: the database says whom an emergency concerns. */
const CONCERNED = { permission: 'work', purpose: 'P5', personal: true } as const;

interface Rejected {
  values: Readonly<Record<string, unknown>>;
  errors: readonly FieldError[];
}

async function openPage(ctx: Ctx, rejected?: Rejected) {
  if (!canOpen(ctx)) throw notFound();
  if (rejected) await recordTry(ctx, rejected.errors);
  await record(ctx, { action: 'view', objectType: 'emergency_form' });
  return (
    <OpenPage
      formKey={newId()}
      partnerships={(await operatingPartnerships(ctx)).map((p) => ({ value: p.id, label: p.name }))}
      reasons={(await emergencyReasons(ctx)).map((r) => ({ value: r.code, label: r.label }))}
      {...rejected}
    />
  );
}

async function reviewPage(ctx: Ctx, id: string, rejected?: Rejected) {
  const emergency = await loadEmergency(ctx, id);
  await recordEmergency(ctx, emergency, 'view', []);
  return (
    <ReviewPage emergency={emergency} reasons={await emergencyReasons(ctx)} formKey={newId()} {...rejected} />
  );
}

export const routes: readonly Route[] = [
  // Numbers of cases and names of workers, nothing of a person.
  page('/emergency', { permission: 'work', purpose: 'P5' }, async (ctx) => {
    await record(ctx, { action: 'view', objectType: 'emergency_list' });
    return (
      <EmergenciesPage
        emergencies={await emergencies(ctx)}
        reasons={await emergencyReasons(ctx)}
        mayOpen={canOpen(ctx)}
      />
    );
  }),
  page('/emergency/new', OPEN, (ctx) => openPage(ctx)),
  form(
    '/emergency/new',
    { ...OPEN, body: openBody },
    async (ctx, { body }) => redirect(`/emergency/${await openEmergency(ctx, body)}`),
    (ctx, { values, errors }) => openPage(ctx, { values, errors }),
  ),
  page('/emergency/:id', { ...CONCERNED, params: emergencyParams }, async (ctx, { params }) => {
    const emergency = await loadEmergency(ctx, params.id);
    // Others, and whoever looked once the time is over, see what is known of the access and nothing of the person.
    if (!emergency.open) return reviewPage(ctx, params.id);
    return (
      <EmergencyPage
        emergency={emergency}
        view={await readEmergency(ctx, emergency)}
        reasons={await emergencyReasons(ctx)}
      />
    );
  }),
  form(
    '/emergency/:id/end',
    { ...CONCERNED, params: emergencyParams, body: noBody },
    async (ctx, { params }) => {
      await endEmergency(ctx, params.id);
      return redirect('/emergency');
    },
  ),
  form(
    '/emergency/:id/review',
    { ...CONCERNED, params: emergencyParams, body: reviewBody },
    async (ctx, { params, body }) => {
      await reviewEmergency(ctx, params.id, body);
      return redirect('/emergency');
    },
    (ctx, { params, values, errors }) => reviewPage(ctx, params.id, { values, errors }),
  ),
  page('/transparency', { permission: 'public' }, async (ctx) => <FiguresPage years={await figures(ctx)} />),
];
