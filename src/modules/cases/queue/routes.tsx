import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseParams } from '../schema.ts';
import { caseHead } from '../service.ts';
import { peopleWaiting } from './lists/service.ts';
import { type ActionName, EntryPage } from './pages/entry.tsx';
import { JoinPage, PeoplePage, QueuePage } from './pages/queue.tsx';
import {
  answerBody,
  entryParams,
  factsBody,
  joinBody,
  offerBody,
  partnershipParams,
  removeBody,
  shiftBody,
} from './schema.ts';
import { entryView, joinView, queueOf } from './service.ts';
import { answerOffer, join, offerPlace, remove, shift, tick } from './steps/service.ts';

const READ = { permission: 'case.read', purpose: 'P3', personal: true } as const;
const WRITE = { permission: 'case.coordinate', purpose: 'P3', personal: true } as const;
const ONE = '/cases/:id/queue/:entryId';
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** Waiting for a place in a service of the partnership: an entry is seen by whoever sees the plan of the case. */
export const routes: readonly Route[] = [
  page(
    '/partnerships/:id/selection/people',
    { ...READ, params: partnershipParams },
    async (ctx, { params }) => (
      <PeoplePage partnershipId={params.id} lines={await peopleWaiting(ctx, params.id)} />
    ),
  ),
  page('/cases/:id/queue', { ...READ, params: caseParams }, async (ctx, { params }) => {
    const { c, ...view } = await queueOf(ctx, params.id);
    return <QueuePage {...view} head={await caseHead(ctx, c)} />;
  }),
  page('/cases/:id/queue/new', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    joinPage(ctx, params.id, {}),
  ),
  form(
    '/cases/:id/queue/new',
    { ...WRITE, params: caseParams, body: joinBody },
    async (ctx, { params, body }) =>
      redirect(`/cases/${params.id}/queue/${await join(ctx, params.id, body)}`),
    (ctx, { params, values, errors }) => joinPage(ctx, params.id, { values, errors }),
  ),
  page(ONE, { ...READ, params: entryParams }, (ctx, { params }) => card(ctx, params, null, {})),
  act('facts', factsBody, (ctx, at, body) => tick(ctx, at.id, at.entryId, body.met)),
  act('offer', offerBody, (ctx, at, body) => offerPlace(ctx, at.id, at.entryId, body)),
  act('answer', answerBody, (ctx, at, body) => answerOffer(ctx, at.id, at.entryId, body)),
  act('shift', shiftBody, (ctx, at, body) => shift(ctx, at.id, at.entryId, body)),
  act('remove', removeBody, (ctx, at, body) => remove(ctx, at.id, at.entryId, body)),
];

type At = z.output<typeof entryParams>;

/** A form of the card of an entry; refused, it is shown there with what was typed. */
function act<B extends z.ZodType>(
  name: ActionName,
  body: B,
  work: (ctx: Ctx, at: At, body: z.output<B>) => Promise<void>,
): Route {
  return form(
    `${ONE}/${name}`,
    { ...WRITE, params: entryParams, body },
    async (ctx, { params, body: sent }) => {
      await work(ctx, params, sent);
      return redirect(`/cases/${params.id}/queue/${params.entryId}`);
    },
    (ctx, { params, values, errors }) => card(ctx, params, name, { values, errors }),
  );
}

async function card(ctx: Ctx, at: At, sent: ActionName | null, again: Sent) {
  const { c, rules, ...view } = await entryView(ctx, at.id, at.entryId);
  const keys = { facts: newId(), offer: newId(), answer: newId(), shift: newId(), remove: newId() };
  return <EntryPage {...view} head={await caseHead(ctx, c)} sent={sent} keys={keys} {...again} />;
}

async function joinPage(ctx: Ctx, id: string, again: Sent) {
  const { c, rules, ...view } = await joinView(ctx, id);
  return <JoinPage {...view} head={await caseHead(ctx, c)} formKey={newId()} {...again} />;
}
