import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Ctx, SYSTEM_ACTOR } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeWorld, type World } from '#test/factories.ts';
import {
  acceptReferral,
  answerQuestion,
  askBack,
  declineReferral,
  loadReferral,
  referPerson,
  takeReferral,
  withdrawReferral,
} from './api.ts';
import { type Party, REFERRAL_MOVES, REFERRAL_STATES, type ReferralState } from './schema.ts';
import { expire } from './watch/queries.ts';

let t: TestDatabase;
let w: World;
let actors: Record<Party | 'stranger', Actor>;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  actors = { sender: w.socialWorker, recipient: w.adviser, system: SYSTEM_ACTOR, stranger: w.specialist };
});
afterAll(() => t.drop());

const OPERATIONS: readonly {
  name: string;
  to: ReferralState;
  by: Party;
  run: (ctx: Ctx, id: string) => Promise<unknown>;
}[] = [
  { name: 'take', to: 'seen', by: 'recipient', run: (ctx, id) => takeReferral(ctx, id) },
  {
    name: 'ask',
    to: 'needs_info',
    by: 'recipient',
    run: (ctx, id) => askBack(ctx, id, 'Czy jest orzeczenie?'),
  },
  {
    name: 'accept',
    to: 'accepted',
    by: 'recipient',
    run: (ctx, id) => acceptReferral(ctx, { referralId: id, coordinatorId: w.adviser.subjectId }),
  },
  {
    name: 'decline',
    to: 'declined',
    by: 'recipient',
    run: (ctx, id) => declineReferral(ctx, { referralId: id, code: 'other_area', note: '' }),
  },
  { name: 'answer', to: 'seen', by: 'sender', run: (ctx, id) => answerQuestion(ctx, id, 'Nie ma.') },
  {
    name: 'withdraw',
    to: 'withdrawn',
    by: 'sender',
    run: (ctx, id) => withdrawReferral(ctx, { referralId: id, code: 'back' }),
  },
  {
    name: 'expire',
    to: 'expired',
    by: 'system',
    run: async (ctx, id) => {
      if (!(await expire(ctx, id)).done) throw new AppError('conflict');
    },
  },
];

let serial = 0;
async function newReferral(): Promise<{ id: string; caseId: string }> {
  serial += 1;
  const letters = [...String(serial)].map((d) => 'abcdefghij'[Number(d)]).join('');
  const sent = await t.ctxAs(
    w.socialWorker,
    (ctx) =>
      referPerson(ctx, {
        partnershipId: w.partnershipId,
        recipientId: w.pup.id,
        who: {
          register: {
            givenName: 'Jan',
            familyName: `Wymyślony${letters}`,
            label: null,
            identifier: null,
            birthDate: null,
            sex: null,
            gminaId: '1207-limanowa',
            locality: '',
            postalCode: '',
            street: '',
            phone: '',
            email: '',
            lang: 'pl',
          },
        },
        needs: ['debts'],
        urgent: false,
        reason: 'Potrzebne jest doradztwo.',
        informedOn: '2026-03-04',
        informedForm: 'oral',
        officeSign: '',
      }),
    { purpose: 'P1' },
  );
  return { id: sent.referralId, caseId: sent.caseId };
}

class Undo extends Error {}
/** Runs the operation and takes everything back; tells the state it led to, or null when it was refused. */
async function attempt(
  actor: Actor,
  run: (ctx: Ctx, id: string) => Promise<unknown>,
  id: string,
): Promise<ReferralState | null> {
  let reached: ReferralState | null = null;
  try {
    await t.ctxAs(
      actor,
      async (ctx) => {
        await run(ctx, id);
        reached = await stateOf(ctx, id);
        throw new Undo();
      },
      { purpose: 'P1' },
    );
  } catch (error) {
    if (error instanceof Undo) return reached;
    // A refusal is one of ours; anything else, also of the database, is a mistake.
    if (error instanceof AppError && ['not_found', 'conflict', 'invalid'].includes(error.code)) return null;
    throw error;
  }
  return reached;
}
/** Seen from inside the transaction; a referral one may not see any more was declined or has expired. */
async function stateOf(ctx: Ctx, id: string): Promise<ReferralState> {
  if (ctx.actor.kind === 'system') return 'expired';
  try {
    return (await loadReferral(ctx, id)).state;
  } catch {
    return 'declined';
  }
}

describe('the states of a referral', () => {
  test('from every state each operation does what the table says, and no other', async () => {
    const { id } = await newReferral();
    for (const from of REFERRAL_STATES) {
      await asAdmin(t.adminUrl, (run) =>
        run(
          `update cases.referral set state = $2, decline_code = 'other', question = 'Czy?', days_left = 3 where id = $1`,
          [id, from],
        ),
      );
      for (const op of OPERATIONS) {
        const allowed = REFERRAL_MOVES[from][op.to] === op.by;
        for (const party of ['sender', 'recipient', 'system', 'stranger'] as const) {
          // The system calls no operation of a worker, and the job is not a worker's to run.
          if ((party === 'system') !== (op.by === 'system')) continue;
          const reached = await attempt(actors[party], op.run, id);
          expect(reached, `${from} ${op.name} by ${party}`).toBe(allowed && party === op.by ? op.to : null);
        }
      }
    }
  });

  test('along any path the recipient sees it while it is open or accepted, and the case only once accepted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...OPERATIONS), { maxLength: 5 }), async (path) => {
        const { id, caseId } = await newReferral();
        let state: ReferralState = 'sent';
        for (const op of path) {
          const allowed: boolean = REFERRAL_MOVES[state][op.to] === op.by;
          const done = await t
            .ctxAs(actors[op.by], (ctx) => op.run(ctx, id), { purpose: 'P1' })
            .then(
              () => true,
              () => false,
            );
          expect(done, `${state} ${op.name}`).toBe(allowed);
          if (allowed) state = op.to;
          const [row] = await asAdmin(t.adminUrl, (run) =>
            run(
              'select r.state, c.state as case_state, c.waits_for from cases.referral r join cases.shared_case c on c.id = r.case_id where r.id = $1',
              [id],
            ),
          );
          expect(row?.state).toBe(state);
          expect(row?.case_state).toBe(CASE_STATE[state]);
          expect(row?.waits_for).toBe(WAITS[state]);
          const sees = await t.ctxAs(w.adviser, (ctx) =>
            loadReferral(ctx, id).then(
              () => true,
              () => false,
            ),
          );
          expect(sees).toBe(['sent', 'seen', 'needs_info', 'accepted'].includes(state));
          const stranger = await t.ctxAs(w.specialist, (ctx) =>
            loadReferral(ctx, id).then(
              () => true,
              () => false,
            ),
          );
          expect(stranger).toBe(false);
          const { rows } = await visible(w.adviser, caseId);
          expect(rows).toBe(state === 'accepted' ? 1 : 0);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

const CASE_STATE: Readonly<Record<ReferralState, string>> = {
  draft: 'draft',
  sent: 'referred',
  seen: 'referred',
  needs_info: 'referred',
  accepted: 'intake',
  declined: 'rejected',
  expired: 'draft',
  withdrawn: 'draft',
};
const WAITS: Readonly<Record<ReferralState, string>> = {
  draft: 'send_referral',
  sent: 'answer_referral',
  seen: 'answer_referral',
  needs_info: 'answer_question',
  accepted: 'basis',
  declined: 'nothing',
  expired: 'send_referral',
  withdrawn: 'send_referral',
};

async function visible(actor: Actor, caseId: string): Promise<{ rows: number }> {
  const { loadCase } = await import('../service.ts');
  return t.ctxAs(actor, (ctx) =>
    loadCase(ctx, caseId).then(
      () => ({ rows: 1 }),
      () => ({ rows: 0 }),
    ),
  );
}
