import { addDays, addMonths, daysBetween, type LocalDate } from '../kernel/time.ts';
import { confirmClosing, recordFollowUp, recordOutcome, unconfirmed } from '../modules/cases/outcome/api.ts';
import {
  addGoal,
  addItem,
  confirmWarning,
  createPlan,
  currentPlan,
  itemsOf,
  openPlan,
  readiness,
  recordPaperSignature,
  setArrangements,
  setProgress,
  signPlan,
  startSigning,
} from '../modules/cases/plan/api.ts';
import { recordReview, suspendCase } from '../modules/cases/review/api.ts';
import { loadSession, markAttendance, planSessions, recordContact } from '../modules/cases/sessions/api.ts';
import { later } from './cast.ts';
import type { Story } from './story.ts';
import { GOALS, OBLIGATIONS } from './words.ts';

export interface PlanStory extends Story {
  readonly caseId: string;
  /** The worker who coordinates. */
  readonly lead: string;
}

/** From the empty draft to the last signature. Stops where the story's stage stops; then returns null. */
export async function agreePlan(s: PlanStory, from: LocalDate): Promise<LocalDate | null> {
  const { cast, roles, luck, caseId } = s;
  const begins = s.stage === 'agreed' ? later(s.today, 6, addDays(s.today, 20)) : from;
  const wanted = GOALS.filter((goal) => goal.items.every((item) => item.who !== 'third' || roles.third));
  // Whoever was invited to the case has a part in its plan.
  const theirs = wanted.findIndex((goal) => goal.items.some((item) => item.who === 'third'));
  const first = roles.third ? theirs : luck.int(0, wanted.length - 1);
  const chosen = [
    wanted[first],
    wanted[(first + 1) % wanted.length],
    wanted[(first + 2) % wanted.length],
  ].slice(0, luck.int(2, 3));
  await cast.act(s.lead, from, 'P3', async (ctx) => {
    await createPlan(ctx, caseId);
    for (const goal of chosen) {
      if (!goal) continue;
      const longest = Math.max(...goal.items.map((item) => item.months));
      const goalId = await addGoal(ctx, caseId, {
        title: goal.title,
        measure: goal.measure,
        dueOn: addMonths(from, longest),
      });
      for (const item of goal.items) {
        const key =
          item.who === 'welfare'
            ? roles.welfare
            : item.who === 'labour'
              ? roles.labour
              : (roles.third ?? roles.welfare);
        const actor = cast.actor(key);
        await addItem(ctx, caseId, goalId, {
          serviceCode: item.service,
          description: item.text,
          institutionId: actor.institutionId,
          workerId: actor.subjectId,
          startsOn: begins,
          dueOn: addMonths(begins, item.months),
          financingCode: item.financing,
          place: item.place ?? 'w instytucji',
          hours: item.hours ?? '20',
        });
      }
    }
    const draft = await openPlan(ctx, caseId);
    await setArrangements(ctx, caseId, draft?.rowVersion ?? 1, {
      ownObligation: luck.pick(OBLIGATIONS),
      nextReviewOn: later(addDays(from, 60), luck.int(0, 20), addMonths(from, 3)),
      contactEveryDays: '30',
      contactForm: luck.pick(['visit', 'phone']),
    });
  });
  if (s.stage === 'planning' && luck.yes(0.5)) return null;
  return sign(s, from);
}

async function sign(s: PlanStory, from: LocalDate): Promise<LocalDate | null> {
  const { cast, roles, luck, today, caseId } = s;
  const day = later(from, luck.int(1, 4), today);
  for (const key of [s.lead, s.lead === roles.labour ? roles.welfare : roles.labour]) {
    await cast
      .act(key, day, 'P3', async (ctx) => {
        const { warnings } = await readiness(ctx, caseId);
        for (const warning of warnings.filter((w) => w.confirm && !w.confirmed)) {
          // Each office confirms what the dictionary asks of it; the other one is simply not the one asked.
          await confirmWarning(ctx, caseId, warning.key).catch(() => {});
        }
      })
      .catch(() => {});
  }
  await cast.act(s.lead, day, 'P3', (ctx) => startSigning(ctx, caseId));
  const signed = s.stage !== 'planning';
  // A plan still in planning lacks only the signature of the person, who can give it in their own window.
  if (signed)
    await cast.act(s.lead, day, 'P3', (ctx) =>
      recordPaperSignature(ctx, caseId, {
        signer: 'person',
        name: `${s.person.givenName} ${s.person.familyName}`,
      }),
    );
  for (const key of new Set([s.lead, roles.welfare, roles.labour, ...(roles.third ? [roles.third] : [])])) {
    await cast
      .act(key, day, 'P3', (ctx) => signPlan(ctx, caseId))
      .catch((error: Error) => {
        if (!/nothing_to_sign|plan_not_signing|not found/.test(error.message)) throw error;
      });
  }
  return signed ? day : null;
}

/** Sessions, contacts, reviews, and the end of the story where it has one. */
export async function livePlan(s: PlanStory, from: LocalDate): Promise<void> {
  const { cast, luck, today, caseId } = s;
  await workshops(s, from);
  let day = from;
  const rounds = s.stage === 'follow_up' || s.stage === 'archived' ? 1 : 4;
  for (let n = 0; n < rounds && daysBetween(day, today) > 75; n++) {
    day = later(addDays(day, 60), luck.int(0, 15), today);
    const last = daysBetween(day, today) <= 75;
    const ends = last && ['closing', 'follow_up', 'archived'].includes(s.stage);
    if (ends) break;
    await review(s, day, 'continue');
  }
  await cast.act(s.lead, later(day, 20, today), 'P3', (ctx) =>
    recordContact(ctx, caseId, {
      heldOn: later(day, 20, today),
      channel: luck.pick(['visit', 'phone'] as const),
      reached: true,
      note: '',
    }),
  );
  if (s.stage === 'suspended') {
    await cast.act(s.lead, later(day, 25, today), 'P4', (ctx) =>
      suspendCase(ctx, caseId, {
        reason: luck.pick(['illness', 'treatment', 'family_care']),
        fromOn: later(day, 25, today),
        untilOn: addDays(today, luck.int(20, 90)),
      }),
    );
  }
  if (['closing', 'follow_up', 'archived'].includes(s.stage))
    await close(s, later(day, s.stage === 'closing' ? 30 : 10, today));
}

async function review(s: PlanStory, day: LocalDate, decision: 'continue' | 'close'): Promise<void> {
  const { cast, luck, caseId } = s;
  await cast.act(s.lead, day, 'P4', async (ctx) => {
    const plan = await currentPlan(ctx, caseId);
    if (!plan) return;
    const items = itemsOf(plan);
    await recordReview(ctx, caseId, {
      heldOn: day,
      trigger: decision === 'close' ? 'closing' : 'scheduled',
      present: 'osoba, zespół',
      items: items.map((item) => ({
        lineageId: item.lineageId,
        result: decision === 'close' || luck.yes(0.08) ? ('done' as const) : ('in_progress' as const),
        reason: '',
      })),
      goals: plan.goals.map((goal) => ({
        lineageId: goal.lineageId,
        scale: luck.pick([1, 2, 2, 3, 3, 4] as const),
      })),
      decision,
      nextReviewOn: decision === 'continue' ? addDays(day, luck.int(60, 85)) : undefined,
      minutes: 'Omówiono postępy i przeszkody. Ustalono dalsze kroki.',
    });
  });
}

/** A weekly series of the third partner (or the labour office), marked up to today. */
async function workshops(s: PlanStory, from: LocalDate): Promise<void> {
  const { cast, roles, luck, today, caseId } = s;
  const key = roles.third ?? roles.labour;
  const { institutionId } = cast.actor(key);
  const item = await cast.act(key, from, 'P3', async (ctx) => {
    const plan = await currentPlan(ctx, caseId);
    return plan && itemsOf(plan).find((i) => i.institutionId === institutionId);
  });
  if (!item) return;
  const weeks = Math.min(14, Math.max(2, Math.ceil(daysBetween(from, today) / 7) + 2));
  const planned = await cast.act(key, from, 'P3', (ctx) =>
    planSessions(ctx, {
      for: { caseId, lineageId: item.lineageId },
      firstOn: later(from, 2, today),
      time: luck.pick(['8:00', '9:30', '13:00']),
      hours: '3',
      times: String(weeks),
      place: item.place,
    }),
  );
  for (const id of planned.sessionIds) {
    const on = await cast.act(key, today, 'P3', async (ctx) =>
      (await loadSession(ctx, id)).session.startsAt.toISOString().slice(0, 10),
    );
    if (on >= today) break;
    await cast.act(key, on, 'P3', async (ctx) => {
      const { attendees } = await loadSession(ctx, id);
      const mark = luck.yes(0.84) ? 'present' : luck.pick(['excused', 'absent', 'sick'] as const);
      await markAttendance(
        ctx,
        id,
        attendees.map((a) => ({
          id: a.id,
          version: a.rowVersion,
          mark,
          minutes: mark === 'present' ? 180 : null,
        })),
      );
    });
  }
  await cast
    .act(key, later(from, 10, today), 'P3', (ctx) =>
      setProgress(ctx, caseId, item.lineageId, { state: 'in_progress' }),
    )
    .catch(() => {});
}

const RESULTS = [
  'EMP_OPEN',
  'EMP_SUBS',
  'EMP_PS',
  'CIS_KIS',
  'EDU',
  'STABLE',
  'DROP_PERSON',
  'MOVE',
] as const;

async function close(s: PlanStory, from: LocalDate): Promise<void> {
  const { cast, roles, luck, today, caseId } = s;
  const day = s.stage === 'closing' ? later(today, -3, today) : from;
  await review(s, day, 'close');
  const code = luck.pick(RESULTS);
  const job = code.startsWith('EMP');
  await cast.act(s.lead, day, 'P4', (ctx) =>
    recordOutcome(ctx, caseId, {
      code,
      leftOn: day,
      evidence: job ? 'contract_seen' : 'statement',
      employmentStartedOn: job ? day : '',
      employmentHours: job ? 'full' : '',
      plannedMonths: job ? '6' : '',
      progress: job ? ['b', 'c'] : code === 'STABLE' ? ['d'] : [],
      informedOn: day,
      evaluation: 'asked',
    }),
  );
  if (s.stage === 'closing') return;
  for (const key of new Set([s.lead, roles.welfare, roles.labour, ...(roles.third ? [roles.third] : [])])) {
    const { institutionId } = cast.actor(key);
    await cast.act(key, later(day, 3, today), 'P4', async (ctx) => {
      if ((await unconfirmed(ctx, caseId)).some((p) => p.institutionId === institutionId))
        await confirmClosing(ctx, caseId);
    });
  }
  const windows = { F0: 20, F3: 92, F6: 185, F12: 368 } as const;
  for (const stage of ['F0', 'F3', 'F6', 'F12'] as const) {
    const on = later(addDays(day, windows[stage]), 0, addDays(today, 1));
    if (on >= today) break;
    await cast.act(s.lead, on, 'P4', (ctx) =>
      recordFollowUp(ctx, caseId, {
        stage,
        doneOn: on,
        channel: 'phone',
        informant: 'person',
        employmentStatus: job && luck.yes(0.8) ? 'employed' : 'unemployed',
        employmentKind: job ? 'contract' : '',
        sameJob: job ? 'yes' : '',
        incomeChange: job ? 'better' : 'same',
        needsHelp: luck.yes(0.15),
      }),
    );
  }
}
