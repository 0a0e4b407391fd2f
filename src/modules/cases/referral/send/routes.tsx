import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ALIKE, askHandover } from '../../person/api.ts';
import { terms } from '../../service.ts';
import { referralParams } from '../schema.ts';
import { mayReferNow, viewReferral } from '../service.ts';
import { text } from '../text.pl.ts';
import { draftRoutes } from './drafts/routes.tsx';
import {
  draftSent,
  draftValues,
  keepDraft,
  kept,
  openDraftId,
  sentBefore,
  whereSent,
} from './drafts/service.ts';
import {
  candidatesFor,
  identityErrors,
  parseReferral,
  referFormData,
  valuesFrom,
  withPeselFacts,
} from './form/service.ts';
import { AlreadySentPage, AskedPage } from './pages/asked.tsx';
import { PreviewPage, SentPage } from './pages/preview.tsx';
import { ReferPage } from './pages/refer.tsx';
import { draftBody, draftOnly, nearBody, newQuery, referBody } from './schema.ts';
import { previewReferral, recordDraftView, referPerson } from './service.ts';

const refer = { permission: 'case.refer', purpose: 'P1', personal: true } as const;
/** Keeping a draft shows nothing, so it leaves no access record. */
const keep = { permission: 'case.refer', purpose: 'P1' } as const;

/** The form once more, with its access record: what was typed is about a person. It is in the draft, too. */
async function again(ctx: Ctx, draftId: string, values: FormValues, errors: Parameters<typeof invalid>) {
  await keepDraft(ctx, draftId, values);
  await recordDraftView(ctx, draftId);
  const search = errors.some((e) => e.field === 'person') ? ('again' as const) : undefined;
  return <ReferPage data={await referFormData(ctx, draftId, values, { errors, search })} />;
}
async function readyToSend(ctx: Ctx, values: FormValues) {
  const { input, errors, warnings } = parseReferral(ctx, values);
  return { ...(await previewReferral(ctx, input, errors)), warnings };
}
/** The form that was refused, under an id of a draft that was not sent yet. */
const refused = async (
  ctx: Ctx,
  { values, errors }: { readonly values: FormValues; readonly errors: readonly FieldError[] },
) => again(ctx, await openDraftId(ctx, typed(values, 'draft')), values, [...errors]);
/** Somebody went back to the form after sending it. */
async function alreadySent(ctx: Ctx, draftId: string) {
  const where = await whereSent(ctx, draftId);
  if (where === null) return null;
  await recordDraftView(ctx, draftId);
  return <AlreadySentPage href={where} />;
}

export const sendRoutes: readonly Route[] = [
  page('/referrals/new', { ...refer, query: newQuery }, async (ctx, { query }) => {
    if (!mayReferNow(ctx)) throw notFound();
    const draftId = query.draft ?? newId();
    const sent = await alreadySent(ctx, draftId);
    if (sent) return sent;
    const values = query.draft
      ? await draftValues(ctx, query.draft)
      : query.from
        ? await valuesFrom(ctx, query.from)
        : {};
    await recordDraftView(ctx, draftId);
    return (
      <ReferPage
        data={
          await referFormData(ctx, draftId, values, {
            search: query.checked ? 'counted' : undefined,
            near: query.near !== undefined,
          })
        }
      />
    );
  }),
  form('/referrals/draft', { ...keep, body: draftBody }, async (ctx, { body, values }) => {
    await keepDraft(ctx, body.draft, values);
    return kept(`/referrals/new?draft=${body.draft}`);
  }),
  form('/referrals/new/save', { ...keep, body: draftBody }, async (ctx, { body, values }) => {
    await keepDraft(ctx, body.draft, values);
    return redirect(`/referrals/new?draft=${body.draft}`);
  }),
  form(
    '/referrals/new/check',
    { ...refer, body: draftBody },
    async (ctx, { body, values }) => {
      const read = parseReferral(ctx, { ...values, person: '' });
      const wrong = identityErrors(read);
      if (wrong.length > 0) throw invalid(...wrong);
      await keepDraft(ctx, body.draft, { ...withPeselFacts(values, read), person: '' });
      return redirect(`/referrals/new?draft=${body.draft}&checked=1#candidates`);
    },
    refused,
  ),
  form('/referrals/new/nearby', { ...keep, body: nearBody }, async (ctx, { body, values }) => {
    const { choose: _, ...typedNow } = values;
    await keepDraft(ctx, body.draft, body.choose ? { ...typedNow, recipient: body.choose } : typedNow);
    return redirect(`/referrals/new?draft=${body.draft}&near=1#nearby`);
  }),
  form('/referrals/new/other', { ...keep, body: draftBody }, async (ctx, { body, values }) => {
    await keepDraft(ctx, body.draft, { ...values, person: '' });
    return redirect(`/referrals/new?draft=${body.draft}`);
  }),
  // Asks whoever runs the case of the hidden person to get in touch; says the same whether there is one or not.
  form('/referrals/new/handover', { ...refer, body: referBody }, async (ctx, { body, values }) => {
    const read = parseReferral(ctx, { ...values, person: '' });
    await keepDraft(ctx, body.draft || newId(), values);
    const found = await candidatesFor(ctx, body.partnership, read.person, true);
    const hidden = found.find((c) => !c.visible && c.exact);
    if (hidden) await askHandover(ctx, hidden.personId);
    return redirect(`/referrals/asked?draft=${body.draft}`);
  }),
  ...draftRoutes,
  page('/referrals/asked', { permission: 'case.refer', query: draftOnly }, async (_, { query }) => (
    <AskedPage draftId={query.draft} />
  )),
  form(
    '/referrals/new',
    { ...refer, body: referBody },
    async (ctx, { body, values }) => {
      const read = parseReferral(ctx, values);
      const wrong = [...read.errors];
      if (body.person === '' && read.person.label === null && identityErrors(read).length === 0) {
        const found = await candidatesFor(ctx, body.partnership, read.person, true);
        if (found.some((c) => c.exact || c.score >= ALIKE))
          wrong.push({ field: 'person', message: text[ctx.lang].form.decide });
      }
      await previewReferral(ctx, read.input, wrong);
      const draftId = await openDraftId(ctx, body.draft);
      await keepDraft(ctx, draftId, { ...withPeselFacts(values, read), person: body.person || 'new' });
      return redirect(`/referrals/new/preview?draft=${draftId}`);
    },
    refused,
  ),
  page('/referrals/new/preview', { ...refer, query: draftOnly }, async (ctx, { query }) => {
    const sent = await alreadySent(ctx, query.draft);
    if (sent) return sent;
    const values = await draftValues(ctx, query.draft);
    let ready: Awaited<ReturnType<typeof readyToSend>>;
    try {
      ready = await readyToSend(ctx, values);
    } catch (error) {
      // A draft that cannot be sent yet opens as the form, with what is missing.
      if (error instanceof AppError && error.code === 'invalid')
        return again(ctx, query.draft, values, [...error.fields]);
      throw error;
    }
    await recordDraftView(ctx, query.draft);
    const { packet, dueOn, warnings } = ready;
    return (
      <PreviewPage
        packet={packet}
        dueOn={dueOn}
        draftId={query.draft}
        formKey={newId()}
        action="/referrals/new/send"
        back={`/referrals/new?draft=${query.draft}`}
        warnings={warnings}
        needs={await terms(ctx, 'need')}
        forms={await terms(ctx, 'informed_form')}
      />
    );
  }),
  form(
    '/referrals/new/send',
    { ...refer, body: draftOnly },
    async (ctx, { body, values }) => {
      const already = await sentBefore(ctx, body.draft, values);
      if (already) return redirect(already);
      const { input, errors } = parseReferral(ctx, await draftValues(ctx, body.draft));
      if (errors.length > 0) throw invalid(...errors);
      const sent = await referPerson(ctx, input);
      const where = `/referrals/${sent.referralId}/sent`;
      await draftSent(ctx, body.draft, where);
      return redirect(where);
    },
    async (ctx, { values, errors }) => {
      const draftId = typed(values, 'draft');
      return again(ctx, draftId, await draftValues(ctx, draftId), [...errors]);
    },
  ),
  page('/referrals/:id/sent', { ...refer, params: referralParams }, async (ctx, { params }) => {
    const r = await viewReferral(ctx, params.id);
    if (r.sender.institutionId !== ctx.actor.institutionId) throw notFound();
    return (
      <SentPage
        sent={{ referralId: r.id, caseId: r.caseId, number: r.packet?.number ?? '', dueOn: r.dueOn ?? '' }}
        recipient={r.recipient.name}
        mayRefer={mayReferNow(ctx)}
      />
    );
  }),
];
