import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid } from '#kernel/errors.ts';
import {
  ALIKE,
  type Candidate,
  type PersonInput,
  personForm,
  personName,
  readPerson,
  searchPerson,
} from '../../person/api.ts';
import {
  basisChoices,
  coordinatorsFor,
  inviteInstitution,
  listReferrals,
  loadReferral,
  type Referral,
  referPerson,
  viewReferral,
} from '../../referral/api.ts';
import { OPEN_REFERRAL } from '../../referral/schema.ts';
import { today } from '../../service.ts';
import { inWords } from '../service.ts';
import type {
  after,
  candidate,
  inviteBody,
  NewPerson,
  ReferBody,
  referral,
  referralPage,
  referralsQuery,
  searchBody,
  sent,
} from './schema.ts';

type Sent = z.input<typeof sent>;

/** Fields of the forms, as they are called here. */
const NAMES: Readonly<Record<string, string>> = {
  recipient: 'recipientId',
  partnership: 'partnershipId',
  person: 'personId',
  gmina: 'person.gmina',
  given_name: 'person.givenName',
  family_name: 'person.familyName',
  label: 'person.unidentifiedLabel',
  birth_date: 'person.birthDate',
  postal_code: 'person.postalCode',
  pesel: 'person.pesel',
  document: 'person.document',
  sex: 'person.sex',
  phone: 'person.phone',
  email: 'person.email',
};

function personFrom(ctx: Ctx, p: NewPerson): PersonInput {
  const { person, errors } = readPerson(
    personForm.parse({
      given_name: p.givenName,
      family_name: p.familyName,
      unidentified: p.unidentifiedLabel === undefined ? '' : 'yes',
      label: p.unidentifiedLabel,
      pesel: p.pesel,
      document: p.document,
      birth_date: p.birthDate,
      sex: p.sex,
      gmina: p.gmina,
      locality: p.locality,
      postal_code: p.postalCode,
      street: p.street,
      phone: p.phone,
      email: p.email,
      lang: p.language,
    }),
    today(ctx),
  );
  if (errors.length > 0) throw invalid(...errors);
  return person;
}

const similar = (ctx: Ctx, partnershipId: string, p: PersonInput): Promise<Candidate[]> =>
  searchPerson(ctx, {
    partnershipId,
    identifier: p.identifier?.value ?? '',
    name: p.label === null ? personName(p) : '',
    birthDate: p.birthDate,
  });

/** Who this may be. Of somebody the caller may not see only that there is somebody. */
export const searchPeople = (
  ctx: Ctx,
  body: z.output<typeof searchBody>,
): Promise<z.input<typeof candidate>[]> =>
  inWords(
    async () =>
      (await similar(ctx, body.partnershipId, personFrom(ctx, body.person))).map((c) =>
        c.visible
          ? c
          : { ...c, personId: null, name: null, birthDate: null, locality: null, openCaseId: null },
      ),
    NAMES,
  );

/** Refers somebody known, or registers and refers somebody new; similar people stop it until `surelyNew`. */
export const refer = (ctx: Ctx, body: ReferBody): Promise<Sent> =>
  inWords(async () => {
    const { personId, person, surelyNew, basis, ...content } = body;
    if ((personId === undefined) === (person === undefined))
      throw invalid({ field: 'person', message: 'required' });
    const register = person && personFrom(ctx, person);
    if (register && register.label === null && !surelyNew) {
      const found = await similar(ctx, body.partnershipId, register);
      if (found.some((c) => c.exact || c.score >= ALIKE))
        throw new AppError('conflict', { reason: 'similar_people' });
    }
    const who = register ? { register } : { existing: personId ?? '' };
    return referPerson(ctx, { ...content, who, basisCode: basis });
  }, NAMES);

export const invite = (ctx: Ctx, caseId: string, body: z.output<typeof inviteBody>): Promise<Sent> =>
  inWords(() => inviteInstitution(ctx, { ...body, caseId }), NAMES);

export async function pageOfReferrals(
  ctx: Ctx,
  q: z.output<typeof referralsQuery>,
): Promise<z.input<typeof referralPage>> {
  const { lines, total } = await listReferrals(ctx, { box: q.box, show: q.state, sort: 'due', page: q.page });
  return { referrals: lines.map((l) => ({ ...l, needs: [...l.needs] })), total };
}

/** A referral with what was sent, recorded as seen. */
export async function referralOf(ctx: Ctx, id: string): Promise<z.input<typeof referral>> {
  const r = await viewReferral(ctx, id);
  const answers = r.recipient.institutionId === ctx.actor.institutionId && OPEN_REFERRAL.includes(r.state);
  return {
    ...r,
    needs: [...r.needs],
    packet: r.packet,
    sentAt: r.sentAt?.toISOString() ?? null,
    answeredAt: r.answeredAt?.toISOString() ?? null,
    coordinators: answers && r.kind === 'opening' ? await coordinatorsFor(ctx, r) : [],
    bases: answers ? [...basisChoices(ctx.actor.institutionType)] : [],
  };
}

/** The referral after an answer, when the caller still sees it. */
export async function referralAfter(ctx: Ctx, id: string): Promise<z.input<typeof after>> {
  let r: Referral;
  try {
    r = await loadReferral(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return { referral: null };
    throw error;
  }
  return { referral: { id: r.id, state: r.state, dueOn: r.dueOn, rowVersion: r.rowVersion } };
}
