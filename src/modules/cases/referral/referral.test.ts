import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { makePesel } from '#kernel/identifiers.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import {
  asAdmin,
  makeInstitution,
  makePartnership,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { type PersonInput, searchPerson } from '../person/api.ts';
import { loadCase } from '../service.ts';
import {
  acceptReferral,
  answerQuestion,
  askBack,
  declineReferral,
  inviteInstitution,
  listInbox,
  loadReferral,
  type ReferInput,
  referPerson,
  takeReferral,
  withdrawReferral,
} from './api.ts';
import { packetHash } from './packet/schema.ts';

let t: TestDatabase;
let w: World;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
});
afterAll(() => t.drop());

let serial = 0;
const somebody = (more: Partial<PersonInput> = {}): PersonInput => {
  serial += 1;
  return {
    givenName: 'Łucja',
    familyName: `Wymyślona${serial}`,
    label: null,
    identifier: { kind: 'pesel', value: makePesel('1880-05-03', 'female', serial) },
    birthDate: '1990-05-03',
    sex: 'f',
    gminaId: '1207-limanowa-m',
    locality: 'Limanowa',
    postalCode: '',
    street: '',
    phone: '+48600000123',
    email: '',
    lang: 'pl',
    ...more,
  };
};
const input = (more: Partial<ReferInput> = {}): ReferInput => ({
  partnershipId: w.partnershipId,
  recipientId: w.pup.id,
  who: { register: somebody() },
  needs: ['long_term_unemployment', 'debts'],
  urgent: false,
  reason: 'Osoba szuka pracy od dwóch lat i prosi o wsparcie doradcy.',
  informedOn: '2026-03-03',
  informedForm: 'oral',
  officeSign: 'OPS.4088.1.2026',
  ...more,
});
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, now?: string) =>
  t.ctxAs(actor, work, { purpose: 'P1', ...(now && { now: new Date(now) }) });
const send = (more: Partial<ReferInput> = {}, actor = w.socialWorker) =>
  as(actor, (ctx) => referPerson(ctx, input(more)));
const fields = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error.code === 'invalid' ? error.fields.map((f) => f.field) : [error.code];
};

describe('sending', () => {
  test('opens a case with a number and a due date on the working-day calendar', async () => {
    // Wednesday 4 March + 7 working days = Friday 13 March.
    const sent = await send();
    expect(sent.dueOn).toBe('2026-03-13');
    expect(sent.number).toMatch(/^2026\/\d{4}$/);
    const c = await as(w.socialWorker, (ctx) => loadCase(ctx, sent.caseId));
    expect(c).toMatchObject({
      state: 'referred',
      waits: { for: 'answer_referral', institutionId: w.pup.id, until: '2026-03-13' },
    });
  });

  test('the due date jumps over Saturdays, Sundays and holidays; urgent is two working days', async () => {
    // Thursday 2 April 2026: Easter Monday is 6 April.
    const sent = await as(
      w.socialWorker,
      (ctx) => referPerson(ctx, input({ urgent: true })),
      '2026-04-02T09:00:00Z',
    );
    expect(sent.dueOn).toBe('2026-04-07');
    // 23 December 2026: 24, 25 and 26 are free, 1 and 6 January too.
    const winter = await as(
      w.socialWorker,
      (ctx) => referPerson(ctx, input({ informedOn: '2026-12-23' })),
      '2026-12-23T09:00:00Z',
    );
    expect(winter.dueOn).toBe('2027-01-07');
  });

  test('a recipient with a statutory basis sees who it is, exactly as sent and hashed', async () => {
    const sent = await send();
    const r = await as(w.adviser, (ctx) => loadReferral(ctx, sent.referralId));
    expect(r.packet?.person).toMatchObject({
      disclosed: true,
      givenName: 'Łucja',
      identifier: { kind: 'pesel' },
    });
    expect(r.packet && packetHash(r.packet)).toBe(r.packetHash);
    expect(Object.keys(r.packet?.person ?? {})).not.toContain('street');
  });

  test('any other recipient sees initials, age band, gmina and needs, and nothing of the case', async () => {
    const who = somebody();
    const sent = await send({ recipientId: w.ngo.id, who: { register: who } });
    await as(w.specialist, async (ctx) => {
      const r = await loadReferral(ctx, sent.referralId);
      expect(r.packet?.person).toEqual({ disclosed: false, initials: 'Ł. W.', ageBand: '35–44' });
      const text = JSON.stringify(r);
      for (const secret of [who.familyName, who.identifier?.value ?? 'x', '600000123', 'Łucja'])
        expect(text).not.toContain(secret);
      await expect(loadCase(ctx, sent.caseId)).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  test.each<[string, Partial<ReferInput>, string]>([
    ['no need', { needs: [] }, 'needs'],
    ['an unknown need', { needs: ['x'] }, 'needs'],
    ['an empty reason', { reason: 'bo tak' }, 'reason'],
    ['the person not informed', { informedOn: null }, 'informed_on'],
    ['informed in the future', { informedOn: '2026-03-05' }, 'informed_on'],
    ['an unknown form of information', { informedForm: 'x' }, 'informed_form'],
    [
      'a recipient outside the partnership',
      { recipientId: '00000000-0000-7000-8000-000000000000' },
      'recipient',
    ],
    ['no residence', { who: { register: somebody({ gminaId: null }) } }, 'gmina'],
    ['residence outside the area', { who: { register: somebody({ gminaId: '1207-dobra' }) } }, 'gmina'],
    [
      'a person of another partnership',
      { who: { existing: '00000000-0000-7000-8000-000000000000' } },
      'person',
    ],
  ])('is refused with %s', async (_, more, field) => {
    expect(await fields(send(more))).toContain(field);
  });

  test('is refused to itself, and when the reason tells a pseudonymous recipient who it is', async () => {
    expect(await fields(send({ recipientId: w.ops.id }))).toContain('recipient');
    const who = { register: somebody({ familyName: 'Źrebięcka' }) };
    const reason = 'Pani Źrebięckiej potrzebna jest grupa wsparcia.';
    expect(await fields(send({ recipientId: w.ngo.id, who, reason }))).toEqual(['reason']);
    expect((await send({ who, reason })).number).toBeTruthy();
  });

  test('only in an operating partnership', async () => {
    const other = await makePartnership(t.adminUrl, [w.ops, w.pup, w.ngo]);
    await asAdmin(t.adminUrl, (run) =>
      run(`update partnerships.partnership set state = 'suspended' where id = $1`, [other]),
    );
    expect(await fields(send({ partnershipId: other }))).toEqual(['']);
  });

  test('a person has one open case; the same identifier with another name is somebody else', async () => {
    const who = somebody();
    await send({ who: { register: who } });
    expect(await fields(send({ who: { register: who } }))).toEqual(['']);
    const stranger = { ...who, familyName: 'Zupełnieinna', givenName: 'Barbara' };
    expect(await fields(send({ who: { register: stranger } }))).toEqual(['pesel']);
  });

  test('a worker without an authorisation cannot refer', async () => {
    const reception = await makeWorker(t.adminUrl, w.ops, ['reception'], { scope: [] });
    expect(await fields(send({}, reception))).toEqual(['not_found']);
  });
});

describe('the answer', () => {
  test('accepting names the coordinator, opens the case to the recipient and moves it to intake', async () => {
    const sent = await send();
    await as(w.adviser, (ctx) => takeReferral(ctx, sent.referralId));
    const caseId = await as(w.adviser, (ctx) =>
      acceptReferral(ctx, { referralId: sent.referralId, coordinatorId: w.adviser.subjectId }),
    );
    const c = await as(w.adviser, (ctx) => loadCase(ctx, caseId));
    expect(c).toMatchObject({
      state: 'intake',
      coordinatorId: w.adviser.subjectId,
      leadInstitutionId: w.pup.id,
      intakeOn: '2026-03-04',
      waits: { for: 'basis', workerId: w.adviser.subjectId, until: '2026-03-24' },
    });
    expect(await as(w.socialWorker, (ctx) => loadCase(ctx, caseId))).toMatchObject({ state: 'intake' });
    // Transition 3: welfare and the labour office are both in the team, so nobody further was invited.
    const rows = await asAdmin(t.adminUrl, (run) =>
      run('select 1 from cases.referral where case_id = $1', [caseId]),
    );
    expect(rows).toHaveLength(1);
  });

  test('the referring worker may be the coordinator', async () => {
    const sent = await send();
    const caseId = await as(w.adviser, (ctx) =>
      acceptReferral(ctx, { referralId: sent.referralId, coordinatorId: w.socialWorker.subjectId }),
    );
    expect(await as(w.socialWorker, (ctx) => loadCase(ctx, caseId))).toMatchObject({
      leadInstitutionId: w.ops.id,
    });
  });

  test('no stranger can be the coordinator, and no office accepts for another', async () => {
    const sent = await send();
    const accept = (actor: Actor, coordinatorId: string) =>
      as(actor, (ctx) => acceptReferral(ctx, { referralId: sent.referralId, coordinatorId }));
    expect(await fields(accept(w.adviser, w.specialist.subjectId))).toEqual(['coordinator']);
    expect(await fields(accept(w.specialist, w.specialist.subjectId))).toEqual(['not_found']);
    expect(await fields(accept(w.socialWorker, w.socialWorker.subjectId))).toEqual(['not_found']);
  });

  test('an NGO that accepts says on what; consent lets it in for the first contact only', async () => {
    const sent = await send({ recipientId: w.ngo.id });
    const accept = (basisCode?: string) =>
      as(w.specialist, (ctx) =>
        acceptReferral(ctx, {
          referralId: sent.referralId,
          coordinatorId: w.socialWorker.subjectId,
          basisCode,
        }),
      );
    expect(await fields(accept())).toEqual(['basis']);
    const caseId = await accept('consent');
    const grants = await asAdmin(t.adminUrl, (run) =>
      run(
        'select data_class, valid_to is not null as ends from cases.access_grant where case_id = $1 and institution_id = $2 order by 1',
        [caseId, w.ngo.id],
      ),
    );
    expect(grants).toEqual([
      { data_class: 'D1', ends: true },
      { data_class: 'D9', ends: true },
    ]);
    // The labour office was missing from the team, so it was invited at once.
    const asked = await asAdmin(t.adminUrl, (run) =>
      run(`select kind from cases.referral where case_id = $1 and recipient_institution_id = $2`, [
        caseId,
        w.pup.id,
      ]),
    );
    expect(asked).toEqual([{ kind: 'service' }]);
  });

  test('declining hides the referral from the recipient at once, ends the case and notes the unmet need', async () => {
    const sent = await send();
    await as(w.adviser, (ctx) =>
      declineReferral(ctx, { referralId: sent.referralId, code: 'no_places', note: '' }),
    );
    await as(w.adviser, async (ctx) => {
      await expect(loadReferral(ctx, sent.referralId)).rejects.toMatchObject({ code: 'not_found' });
      await expect(loadCase(ctx, sent.caseId)).rejects.toMatchObject({ code: 'not_found' });
      expect((await listInbox(ctx)).lines.map((l) => l.id)).not.toContain(sent.referralId);
    });
    const r = await as(w.socialWorker, (ctx) => loadReferral(ctx, sent.referralId));
    expect(r).toMatchObject({ state: 'declined', declineCode: 'no_places' });
    expect(await as(w.socialWorker, (ctx) => loadCase(ctx, sent.caseId))).toMatchObject({
      state: 'rejected',
    });
    const unmet = await asAdmin(t.adminUrl, (run) =>
      run(`select need from cases.unmet_need where reason = 'no_places' and institution_id = $1 order by 1`, [
        w.pup.id,
      ]),
    );
    expect(unmet).toEqual([{ need: 'debts' }, { need: 'long_term_unemployment' }]);
  });

  test('after a refusal the person may be referred again, and the new case knows the old one', async () => {
    const who = somebody();
    const first = await send({ who: { register: who } });
    await as(w.adviser, (ctx) =>
      declineReferral(ctx, { referralId: first.referralId, code: 'not_target_group', note: '' }),
    );
    const c = await as(w.socialWorker, (ctx) => loadCase(ctx, first.caseId));
    const second = await send({
      who: { existing: c.personId },
      recipientId: w.ngo.id,
      previousId: first.referralId,
    });
    expect(await as(w.socialWorker, (ctx) => loadCase(ctx, second.caseId))).toMatchObject({
      previousCaseId: first.caseId,
    });
  });

  test('a refusal needs a reason of the list, and words for another reason', async () => {
    const sent = await send();
    const decline = (code: string, note: string) =>
      as(w.adviser, (ctx) => declineReferral(ctx, { referralId: sent.referralId, code, note }));
    expect(await fields(decline('', ''))).toEqual(['code']);
    expect(await fields(decline('other', ''))).toEqual(['note']);
  });

  test('asking back stops the clock for the recipient and starts it for the sender', async () => {
    const sent = await send();
    await as(
      w.adviser,
      (ctx) => askBack(ctx, sent.referralId, 'Czy osoba jest zarejestrowana w urzędzie?'),
      '2026-03-06T09:00:00Z',
    );
    const waiting = await as(w.socialWorker, (ctx) => loadCase(ctx, sent.caseId));
    expect(waiting.waits).toMatchObject({
      for: 'answer_question',
      institutionId: w.ops.id,
      until: '2026-03-13',
    });
    await as(
      w.socialWorker,
      (ctx) => answerQuestion(ctx, sent.referralId, 'Tak, od stycznia.'),
      '2026-03-10T09:00:00Z',
    );
    const r = await as(w.adviser, (ctx) => loadReferral(ctx, sent.referralId));
    // Five working days were left on 6 March; they run from 10 March.
    expect(r).toMatchObject({ state: 'seen', dueOn: '2026-03-17', questionAnswer: 'Tak, od stycznia.' });
  });

  test('the sender takes the referral back: the recipient sees nothing, the case is a draft and can be sent again', async () => {
    const sent = await send();
    await as(w.socialWorker, (ctx) => withdrawReferral(ctx, { referralId: sent.referralId, code: 'back' }));
    await as(w.adviser, (ctx) =>
      expect(loadReferral(ctx, sent.referralId)).rejects.toMatchObject({ code: 'not_found' }),
    );
    const c = await as(w.socialWorker, (ctx) => loadCase(ctx, sent.caseId));
    expect(c.state).toBe('draft');
    const again = await send({ who: { existing: c.personId }, recipientId: w.ngo.id });
    expect(again).toMatchObject({ caseId: sent.caseId, number: sent.number });
    await as(w.socialWorker, (ctx) =>
      withdrawReferral(ctx, { referralId: again.referralId, code: 'person_resigned' }),
    );
    expect(await as(w.socialWorker, (ctx) => loadCase(ctx, sent.caseId))).toMatchObject({
      state: 'withdrawn',
    });
  });

  test('a form older than the referral is told so', async () => {
    const sent = await send();
    await as(w.adviser, (ctx) => takeReferral(ctx, sent.referralId, 1));
    expect(await fields(as(w.adviser, (ctx) => takeReferral(ctx, sent.referralId, 1)))).toEqual(['stale']);
  });
});

describe('an invitation to a case under way', () => {
  test('goes to an institution that is not on the case, once', async () => {
    const sent = await send();
    const caseId = await as(w.adviser, (ctx) =>
      acceptReferral(ctx, { referralId: sent.referralId, coordinatorId: w.adviser.subjectId }),
    );
    const content = {
      caseId,
      needs: ['debts'],
      urgent: false,
      reason: 'Potrzebne jest doradztwo dla zadłużonych.',
      informedOn: '2026-03-04',
      informedForm: 'oral',
    };
    const invite = (recipientId: string) =>
      as(w.adviser, (ctx) => inviteInstitution(ctx, { ...content, recipientId }));
    expect(await fields(invite(w.ops.id))).toEqual(['recipient']);
    const invited = await invite(w.ngo.id);
    expect(await fields(invite(w.ngo.id))).toEqual(['recipient']);
    await as(w.specialist, (ctx) =>
      acceptReferral(ctx, { referralId: invited.referralId, basisCode: 'commission' }),
    );
    await as(w.specialist, (ctx) => loadCase(ctx, caseId));
    expect(await as(w.adviser, (ctx) => loadCase(ctx, caseId))).toMatchObject({
      state: 'intake',
      coordinatorId: w.adviser.subjectId,
    });
  });
});

describe('existence', () => {
  test('a draft case and an unsent referral are unknown to everybody but the sender', async () => {
    const sent = await send();
    await as(w.socialWorker, (ctx) => withdrawReferral(ctx, { referralId: sent.referralId, code: 'back' }));
    for (const actor of [w.adviser, w.specialist])
      await as(actor, (ctx) =>
        expect(loadCase(ctx, sent.caseId)).rejects.toMatchObject({ code: 'not_found' }),
      );
  });

  test('a search by name tells nothing of people elsewhere; an exact number says only that there may be a case', async () => {
    const cis = await makeInstitution(t.adminUrl, 'CIS');
    const partnershipId = await makePartnership(t.adminUrl, [w.ops, w.pup, w.ngo, cis]);
    const who = somebody();
    await send({ partnershipId, who: { register: who } });
    const search = (actor: Actor, identifier: string, name: string) =>
      as(actor, (ctx) => searchPerson(ctx, { partnershipId, identifier, name, birthDate: null }));
    const name = `${who.familyName} ${who.givenName}`;
    expect(await search(w.specialist, '', name)).toEqual([]);
    const [hidden, ...others] = await search(w.specialist, who.identifier?.value ?? '', '');
    expect(others).toEqual([]);
    expect(hidden).toMatchObject({
      visible: false,
      name: null,
      birthDate: null,
      locality: null,
      openCaseId: null,
      lastCaseId: null,
      sameIdentifier: false,
    });
    const [mine] = await search(w.socialWorker, '', name.replace('W', 'V'));
    expect(mine).toMatchObject({ visible: true, name });
  });

  test('more than sixty searches an hour are too many', async () => {
    const busy = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    const search = () =>
      as(busy, (ctx) =>
        searchPerson(ctx, { partnershipId: w.partnershipId, identifier: '', name: 'Nowak', birthDate: null }),
      );
    for (let i = 0; i < 60; i++) await search();
    expect(await fields(search())).toEqual(['too_many']);
  });
});
