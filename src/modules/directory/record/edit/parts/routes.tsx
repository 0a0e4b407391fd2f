import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { RemovePage } from '../pages/hub.tsx';
import { OfferFormPage } from '../pages/offer.tsx';
import { PlacePage } from '../pages/place.tsx';
import { SupportFormPage } from '../pages/support.tsx';
import { offerBody, partParams, placeBody, removeParams, supportBody, versionBody } from '../schema.ts';
import { areaChoices, change, choices, countyChoices, kept, partOf, removePart } from '../service.ts';
import { offerValues, placeValues, supportValues, withOffer, withPlace, withSupport } from './service.ts';

const worker = { permission: 'work' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
interface At {
  readonly id: string;
  readonly part: string;
}
const back = ({ id }: At) => redirect(`/directory/${id}/edit`);

async function placePage(ctx: Ctx, at: At, sent: Sent) {
  const record = await kept(ctx, at.id);
  const part = partOf(record, 'places', at.part);
  return (
    <PlacePage
      record={record}
      part={part}
      values={sent.values ?? placeValues(ctx, part)}
      errors={sent.errors}
      formKey={newId()}
      access={await choices(ctx, 'access')}
      counties={await countyChoices(ctx)}
    />
  );
}

async function offerPage(ctx: Ctx, at: At, sent: Sent) {
  const record = await kept(ctx, at.id);
  const part = partOf(record, 'offers', at.part);
  return (
    <OfferFormPage
      record={record}
      part={part}
      values={sent.values ?? offerValues(part)}
      errors={sent.errors}
      formKey={newId()}
      categories={await choices(ctx, 'category')}
    />
  );
}

async function supportPage(ctx: Ctx, at: At, sent: Sent) {
  const record = await kept(ctx, at.id);
  const part = partOf(record, 'supports', at.part);
  return (
    <SupportFormPage
      record={record}
      part={part}
      values={sent.values ?? supportValues(part)}
      errors={sent.errors}
      formKey={newId()}
      kinds={await choices(ctx, 'support')}
      counties={await countyChoices(ctx)}
      areas={await areaChoices(ctx, record, part)}
    />
  );
}

const PLACE = '/directory/:id/edit/places/:part';
const OFFER = '/directory/:id/edit/offers/:part';
const SUPPORT = '/directory/:id/edit/supports/:part';
const REMOVE = '/directory/:id/edit/:kind/:part/remove';
const at = { ...worker, params: partParams };

/** Places, offers and support services of a record, one form each. */
export const partRoutes: readonly Route[] = [
  page(PLACE, at, (ctx, { params }) => placePage(ctx, params, {})),
  form(
    PLACE,
    { ...at, body: placeBody },
    async (ctx, { params, body }) => {
      await change(ctx, params.id, body._version, (record) =>
        withPlace(ctx, record, partOf(record, 'places', params.part), body),
      );
      return back(params);
    },
    (ctx, { params, ...sent }) => placePage(ctx, params, sent),
  ),
  page(OFFER, at, (ctx, { params }) => offerPage(ctx, params, {})),
  form(
    OFFER,
    { ...at, body: offerBody },
    async (ctx, { params, body }) => {
      await change(ctx, params.id, body._version, (record) =>
        withOffer(ctx, record, partOf(record, 'offers', params.part), body),
      );
      return back(params);
    },
    (ctx, { params, ...sent }) => offerPage(ctx, params, sent),
  ),
  page(SUPPORT, at, (ctx, { params }) => supportPage(ctx, params, {})),
  form(
    SUPPORT,
    { ...at, body: supportBody },
    async (ctx, { params, body }) => {
      await change(ctx, params.id, body._version, (record) =>
        withSupport(ctx, record, partOf(record, 'supports', params.part), body),
      );
      return back(params);
    },
    (ctx, { params, ...sent }) => supportPage(ctx, params, sent),
  ),
  page(REMOVE, { ...worker, params: removeParams }, (ctx, { params }) => removePage(ctx, params)),
  form(
    REMOVE,
    { ...worker, params: removeParams, body: versionBody },
    async (ctx, { params, body }) => {
      await removePart(ctx, params.id, params.kind, params.part, body._version);
      return back(params);
    },
    (ctx, { params }) => removePage(ctx, params),
  ),
];

async function removePage(ctx: Ctx, at: At & { kind: 'places' | 'offers' | 'supports' }) {
  const record = await kept(ctx, at.id);
  partOf(record, at.kind, at.part);
  return <RemovePage record={record} kind={at.kind} part={at.part} formKey={newId()} />;
}
