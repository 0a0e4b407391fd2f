import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { fromPerson, sourceOfDay } from '#kernel/forms/guest.ts';
import { hashOf, newId } from '#kernel/ids.ts';
import { addDays, formatDate, warsawDate } from '#kernel/time.ts';
import { dictionary, readRecord, type Term } from '../../record/api.ts';
import { placeOf } from '../../search/api.ts';
import { holdsNumber } from '../fields/schema.ts';
import type { Enquiry } from '../schema.ts';
import { hold, limits, loadOf, openBought, textHash } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { NeedForm, NewQuery } from './schema.ts';

const MAX_MONTHS_DAYS = 366;

export const categories = (ctx: Ctx): Promise<readonly Term[]> => dictionary(ctx, 'category');

/** What the form begins with: from the entity or the offer it was opened at, and from who is signed in. */
export async function beginning(ctx: Ctx, query: NewQuery): Promise<FormValues> {
  const today = warsawDate(ctx.now);
  const record = query.entity === undefined ? null : await readRecord(ctx, query.entity);
  const offer = record?.offers.find(({ id }) => id === query.offer) ?? null;
  const wanted = record ? [record.id] : query.entities;
  const worker = ctx.actor.kind === 'worker' ? await queries.findWorker(ctx) : null;
  return {
    wanted: wanted.join(','),
    subject: offer?.name ?? query.q,
    category: offer?.category ?? query.category,
    place: query.place,
    cpv: offer?.codes.find(({ taxonomy }) => taxonomy === 'cpv')?.code ?? '',
    quantityUnit: offer?.capacityUnit ?? '',
    reservedBasis: query.reserved,
    answerBy: formatDate(addDays(today, 14), 'pl'),
    valueBand: 'unknown',
    name: worker?.institution ?? '',
    email: worker?.email ?? '',
  };
}

/** A draft as the fields of its form. */
export const valuesOf = ({ contact, ...e }: Enquiry): FormValues => ({
  wanted: e.wanted.join(','),
  category: e.category,
  cpv: e.cpv[0] ?? '',
  subject: e.subject,
  description: e.description,
  quantity: e.quantity === null ? '' : String(e.quantity),
  quantityUnit: e.quantityUnit,
  place: e.place,
  startsOn: e.startsOn === null ? '' : formatDate(e.startsOn, 'pl'),
  answerBy: formatDate(e.answerBy, 'pl'),
  valueBand: e.valueBand,
  reservedBasis: e.reservedBasis ?? '',
  name: contact?.name ?? '',
  role: contact?.role ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
});

/** What a form is refused for before its fields are looked at. */
async function refuseMachines(ctx: Ctx, form: NeedForm): Promise<void> {
  if (!fromPerson(ctx, form, (await limits(ctx))('fill_seconds', 4)))
    throw invalid({ field: '', message: text[ctx.lang].need.trap });
}

async function checked(ctx: Ctx, form: NeedForm): Promise<Omit<queries.Draft, 'id' | 'draftHash'>> {
  const t = text[ctx.lang].need;
  const today = warsawDate(ctx.now);
  const answerBy = form.answerBy;
  if (answerBy === null) throw invalid({ field: 'answerBy', message: 'required' });
  if (answerBy <= today) throw invalid({ field: 'answerBy', message: 'date.past' });
  if (answerBy > addDays(today, MAX_MONTHS_DAYS)) throw invalid({ field: 'answerBy', message: 'date.after' });
  if (form.startsOn !== null && form.startsOn < today)
    throw invalid({ field: 'startsOn', message: 'date.past' });
  for (const field of ['subject', 'description'] as const)
    if (holdsNumber(form[field])) throw invalid({ field, message: t.number });
  if (!(await categories(ctx)).some(({ code }) => code === form.category))
    throw invalid({ field: 'category', message: 'choice' });
  const found = await placeOf(ctx, form.place);
  if (!found) throw invalid({ field: 'place', message: t.unknownPlace });
  const { place } = found;
  const worker = ctx.actor.kind === 'worker';
  return {
    category: form.category,
    cpv: form.cpv === null ? [] : [form.cpv],
    subject: form.subject,
    description: form.description,
    quantity: form.quantity,
    quantityUnit: form.quantityUnit,
    place: form.place,
    countyCode: place.kind === 'locality' ? place.county : place.kind === 'county' ? place.code : null,
    lat: place.kind === 'locality' ? place.lat : null,
    lon: place.kind === 'locality' ? place.lon : null,
    startsOn: form.startsOn,
    answerBy,
    valueBand: form.valueBand,
    reservedBasis: form.reservedBasis,
    lang: ctx.lang === 'en' ? 'en' : 'pl',
    wanted: form.wanted,
    textHash: textHash(form),
    sourceHash: sourceOfDay(ctx, currentRequest().address),
    institutionId: worker ? ctx.actor.institutionId : null,
    workerId: worker ? ctx.actor.subjectId : null,
  };
}

/**
 * Keeps a need as a draft; sent twice it is one draft. Throws `invalid` with what is wrong, also above the limit of a
 * network address.
 * @returns the key under which it goes on
 */
export async function begin(ctx: Ctx, form: NeedForm): Promise<string> {
  await refuseMachines(ctx, form);
  const draft = await checked(ctx, form);
  const draftHash = hashOf(form.token);
  await hold(ctx, form.token);
  if (draft.institutionId === null) {
    const load = await loadOf(ctx, form.email, draft.sourceHash);
    if (load.bySource >= (await limits(ctx))('per_network', 10))
      throw invalid({ field: '', message: text[ctx.lang].need.tooMany });
  }
  const id = newId();
  if ((await queries.insertDraft(ctx, { ...draft, id, draftHash })) === 1) {
    await queries.insertContact(ctx, id, contactOf(form));
    return draft.institutionId === null ? form.token : id;
  }
  // This form was sent before: what was begun then goes on.
  if (draft.institutionId === null) return form.token;
  return (await queries.findByHash(ctx, draftHash))?.id ?? id;
}

const contactOf = ({ name, role, email, phone }: NeedForm) => ({ name, role, email, phone });

/** Corrects a draft. An address to confirm that changed is asked again when it is sent. */
export async function correct(ctx: Ctx, key: string, form: NeedForm): Promise<void> {
  const { enquiry } = await openBought(ctx, key);
  const draft = await checked(ctx, form);
  if ((await queries.updateDraft(ctx, enquiry.id, { ...draft, draftHash: '' })) === 0)
    throw invalid({ field: '', message: text[ctx.lang].need.sentAlready });
  await queries.updateContact(ctx, enquiry.id, contactOf(form));
}
