import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, type FieldError, invalid } from '#kernel/errors.ts';
import { type FormValues, typed, typedList } from '#kernel/forms/forms.ts';
import { nearbyFor } from '../../../nearby/api.ts';
import {
  areaGminas,
  type Candidate,
  loadPerson,
  type Person,
  type PersonInput,
  personForm,
  readPerson,
  searchPerson,
} from '../../../person/api.ts';
import { loadCase, recordView, terms, today } from '../../../service.ts';
import { basisChoices } from '../../policy.ts';
import { loadReferral, type Member, members, ownPartnerships } from '../../service.ts';
import { ownDrafts } from '../drafts/service.ts';
import { type ReferForm, referBody } from '../schema.ts';
import type { Nearby, ReadReferral, ReferFormData } from './schema.ts';

/** A day typed into a form; an error when it is none. */
export function readDay(
  ctx: Ctx,
  field: string,
  value: string,
): { day: string | null; errors: FieldError[] } {
  const day = value === '' ? null : parseDate(value, { today: today(ctx), yearless: 'past' });
  return { day, errors: value !== '' && day === null ? [{ field, message: 'date.invalid' }] : [] };
}

export function readReferral(ctx: Ctx, form: ReferForm): ReadReferral {
  const read = readPerson(form, today(ctx));
  const known = form.person !== '' && form.person !== 'new' ? form.person : null;
  const informed = readDay(ctx, 'informed_on', form.informed_on);
  return {
    person: read.person,
    // What was typed about a person who turned out to be known is not used, so it cannot be wrong.
    errors: [...(known ? [] : read.errors), ...informed.errors],
    warnings: known ? [] : read.warnings,
    input: {
      partnershipId: form.partnership,
      recipientId: form.recipient,
      who: known ? { existing: known } : { register: read.person },
      needs: form.needs,
      urgent: form.urgent === 'yes',
      reason: form.reason,
      informedOn: informed.day,
      informedForm: form.informed_form,
      officeSign: form.office_sign,
      basisCode: form.basis || undefined,
      previousId: form.previous || null,
    },
  };
}

/** Reads a whole form, with everything wrong in the fields themselves. */
export function parseReferral(ctx: Ctx, values: FormValues): ReadReferral {
  const parsed = referBody.safeParse(values);
  if (!parsed.success) throw invalid({ field: '', message: 'invalid' });
  return readReferral(ctx, parsed.data);
}

const IDENTITY = ['given_name', 'family_name', 'pesel', 'document', 'birth_date', 'label'];

/** What is wrong with the fields that the search reads. An identifier alone is enough to look for somebody. */
export const identityErrors = ({ person, errors }: Pick<ReadReferral, 'person' | 'errors'>): FieldError[] =>
  errors.filter((e) => IDENTITY.includes(e.field) && !(person.identifier && e.message === 'required'));

/** The birth date and the sex that a valid PESEL tells, where nothing was typed. */
export function withPeselFacts(values: FormValues, { person }: Pick<ReadReferral, 'person'>): FormValues {
  if (person.identifier?.kind !== 'pesel') return values;
  return {
    ...values,
    birth_date: typed(values, 'birth_date') || (person.birthDate ?? ''),
    sex: typed(values, 'sex') || (person.sex ?? ''),
  };
}

/** People who may be the one typed; the search counts against the hour unless it repeats one of the same request. */
export function candidatesFor(
  ctx: Ctx,
  partnershipId: string,
  p: PersonInput,
  counted: boolean,
): Promise<Candidate[]> {
  if (partnershipId === '') return Promise.resolve([]);
  const query = {
    partnershipId,
    identifier: p.identifier?.value ?? '',
    name: p.label === null ? `${p.familyName} ${p.givenName}`.trim() : '',
    birthDate: p.birthDate,
  };
  return searchPerson(ctx, query, { counted });
}

async function knownOf(ctx: Ctx, values: FormValues): Promise<Person | null> {
  const id = typed(values, 'person');
  if (id === '' || id === 'new') return null;
  try {
    return await loadPerson(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

function defaultRecipient(ctx: Ctx, all: readonly Member[]): string {
  const wanted = ctx.actor.institutionType === 'PUP' ? ['OPS', 'CUS'] : ['PUP'];
  const fitting = all.filter((m) => wanted.includes(m.type));
  return (fitting.find((m) => m.competent) ?? (fitting.length === 1 ? fitting[0] : undefined))?.id ?? '';
}

/** Support near somebody who lives there, for the needs ticked so far. */
export async function nearbyData(
  ctx: Ctx,
  values: FormValues,
  gminaId: string | null,
  birthDate: string | null,
): Promise<Nearby> {
  const supports = await nearbyFor(ctx, { needs: typedList(values, 'needs'), gminaId, birthDate });
  return { supports, hasGmina: gminaId !== null };
}

/** What the one screen shows, for these values. `search`: look for people who may be the same. */
export async function referFormData(
  ctx: Ctx,
  draftId: string,
  values: FormValues,
  options: { errors?: readonly FieldError[]; search?: 'counted' | 'again'; near?: boolean } = {},
): Promise<ReferFormData> {
  const partnerships = await ownPartnerships(ctx);
  const chosen =
    partnerships.find((p) => p.id === typed(values, 'partnership')) ?? partnerships.find((p) => p.operating);
  const partnershipId = chosen?.id ?? '';
  const known = await knownOf(ctx, values);
  const form = personForm.safeParse(values);
  const read = readPerson(form.success ? form.data : personForm.parse({}), today(ctx));
  const { person } = read;
  const gmina = known?.gminaId ?? person.gminaId;
  const all = chosen
    ? (await members(ctx, partnershipId, gmina)).filter((m) => m.id !== ctx.actor.institutionId)
    : [];
  const searchable = !known && chosen !== undefined && identityErrors(read).length === 0;
  const search = options.search !== undefined && searchable;
  return {
    draftId,
    values: { ...values, recipient: typed(values, 'recipient') || defaultRecipient(ctx, all) },
    errors: options.errors,
    partnerships,
    members: all,
    gminas: chosen ? await areaGminas(ctx, partnershipId) : [],
    needs: await terms(ctx, 'need'),
    forms: await terms(ctx, 'informed_form'),
    bases: basisChoices(ctx.actor.institutionType),
    known,
    candidates: search ? await candidatesFor(ctx, partnershipId, person, options.search === 'counted') : null,
    written: person,
    nearby: options.near ? await nearbyData(ctx, values, gmina, known?.birthDate ?? person.birthDate) : null,
    drafts: (await ownDrafts(ctx)).filter((d) => d.id !== draftId),
  };
}

/** A new form that begins with what another referral said, to send it elsewhere. */
export async function valuesFrom(ctx: Ctx, referralId: string): Promise<FormValues> {
  const r = await loadReferral(ctx, referralId);
  const c = await loadCase(ctx, r.caseId);
  await recordView(ctx, c, 'referral', ['D1'], r.id);
  return {
    person: c.personId,
    partnership: r.partnershipId,
    previous: r.id,
    needs: [...r.needs],
    urgent: r.urgent ? 'yes' : '',
    reason: r.packet?.reason ?? '',
    office_sign: c.officeSign,
  };
}
