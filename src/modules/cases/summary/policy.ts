import type { Actor } from '#kernel/context.ts';
import { addDays, type LocalDate, warsawDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';
import type { Attendance, Knot, KnotKind, Lane, Mark, Stay, WeaveInput } from '#ui/weave/model.ts';
import type { CaseState, SharedCase } from '../schema.ts';
import type { EventLine } from './schema.ts';

/** Which events are knots of the weave; all others are in the history only. */
const KNOTS: Readonly<Record<string, KnotKind>> = {
  'referral.sent': 'referral',
  'referral.accepted': 'acceptance',
  'diagnosis.approved': 'diagnosis',
  'plan.signed': 'signature',
  'review.recorded': 'review',
  'case.suspended': 'suspension',
  'case.resumed': 'suspension',
  'outcome.recorded': 'outcome',
  'follow_up.recorded': 'followup',
};

export interface WeaveFacts {
  readonly case: SharedCase;
  readonly today: LocalDate;
  readonly team: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly events: readonly EventLine[];
  readonly marks: readonly {
    readonly institutionId: string;
    readonly on: LocalDate;
    readonly mark: string;
  }[];
  /** The thread of an institution's type; none for those without a lane. */
  readonly threadOf: (type: string) => ThreadKey | undefined;
  readonly words: {
    readonly kind: (kind: string) => string;
    readonly waits: string;
    readonly attendance: (present: number, of: number) => string;
  };
}

/**
 * The weave of a case from its events: a lane for each institution, the person's path through them, knots, marks of
 * attendance, and what is due. Null until something has happened between institutions.
 */
export function weaveOf(facts: WeaveFacts): WeaveInput | null {
  const lanes = lanesOf(facts);
  const known = new Set(lanes.map((lane) => lane.id));
  const moves = facts.events.filter((event) => event.institution && known.has(event.institution.id));
  if (lanes.length === 0 || moves.length === 0) return null;
  const { waits } = facts.case;
  const due =
    waits.institutionId && waits.until && known.has(waits.institutionId)
      ? [
          {
            laneId: waits.institutionId,
            at: notBefore(waits.until, facts.today),
            label: facts.words.waits,
          },
        ]
      : [];
  return {
    today: facts.today,
    lanes,
    path: pathOf(facts, moves),
    knots: knotsOf(facts, moves),
    attendance: attendanceOf(facts, known),
    due,
  };
}

/** What is overdue hangs on today's line: nothing due can lie in the past of the picture. */
const notBefore = (date: LocalDate, limit: LocalDate): LocalDate =>
  date.localeCompare(limit) < 0 ? limit : date;

function lanesOf({ team, events, threadOf }: WeaveFacts): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { id, name, type } of [...team, ...events.flatMap((event) => event.institution ?? [])]) {
    const thread = threadOf(type);
    if (thread && !lanes.has(id)) lanes.set(id, { id, label: name, thread, kind: type });
  }
  return [...lanes.values()];
}

/** The person is with whoever acted last; a series of marks keeps them where the sessions are. */
function pathOf({ today, marks, case: c }: WeaveFacts, moves: readonly EventLine[]): Stay[] {
  const visits = [
    ...moves
      .filter((event) => KNOTS[event.kind])
      .map((event) => ({ laneId: event.institution?.id ?? '', on: warsawDate(event.at) })),
    ...marks.map((mark) => ({ laneId: mark.institutionId, on: mark.on })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  const ended = c.waits.for === 'nothing';
  const stays: { laneId: string; from: LocalDate; to: LocalDate | null }[] = [];
  for (const { laneId, on } of visits) {
    const last = stays.at(-1);
    if (last?.laneId === laneId) continue;
    if (last) last.to = on;
    stays.push({ laneId, from: on, to: null });
  }
  const last = stays.at(-1);
  const lastVisit = visits.at(-1);
  if (last && ended && lastVisit) last.to = lastVisit.on > last.from ? lastVisit.on : addDays(last.from, 1);
  return stays.filter((stay) => stay.from <= today);
}

function knotsOf({ words }: WeaveFacts, moves: readonly EventLine[]): Knot[] {
  return moves.flatMap((event) => {
    const kind = KNOTS[event.kind];
    return kind && event.institution
      ? [
          {
            at: warsawDate(event.at),
            laneId: event.institution.id,
            kind,
            label: words.kind(event.kind).toLowerCase(),
          },
        ]
      : [];
  });
}

const asMark = (mark: string): Mark =>
  mark === 'present' ? 'present' : mark === 'absent' ? 'absent' : 'excused';

function attendanceOf({ marks, words }: WeaveFacts, known: ReadonlySet<string>): Attendance[] {
  const byLane = new Map<string, { on: LocalDate; mark: Mark }[]>();
  for (const { institutionId, on, mark } of marks) {
    if (known.has(institutionId))
      byLane.set(institutionId, [...(byLane.get(institutionId) ?? []), { on, mark: asMark(mark) }]);
  }
  return [...byLane].flatMap(([laneId, list]) => {
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) return [];
    const present = list.filter(({ mark }) => mark === 'present').length;
    return [
      {
        laneId,
        from: first.on,
        to: last.on,
        marks: list.map(({ mark }) => mark),
        label: words.attendance(present, list.length),
      },
    ];
  });
}

export type FurtherAction =
  | 'invite'
  | 'messages'
  | 'contacts'
  | 'assign'
  | 'referrals'
  | 'queue'
  | 'suspend'
  | 'withdraw'
  | 'reopen'
  | 'archive';

const WORKED: readonly CaseState[] = [
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
  'closing',
];

/** What else can be done with the case, besides what it waits for. Each page decides again for itself. */
export function furtherActions(actor: Actor, c: SharedCase): FurtherAction[] {
  const may = (permission: string) => actor.permissions.has(permission);
  const leads = actor.institutionId === c.leadInstitutionId && may('case.coordinate');
  const worked = WORKED.includes(c.state);
  const actions: readonly (readonly [FurtherAction, boolean])[] = [
    ['invite', leads && worked],
    ['messages', leads && worked],
    ['contacts', worked && may('session.mark')],
    ['referrals', leads && worked && may('case.refer')],
    ['assign', worked && (may('case.assign') || may('case.coordinate'))],
    ['queue', worked && may('case.coordinate')],
    ['suspend', leads && c.state === 'active'],
    ['withdraw', leads && worked && c.state !== 'closing'],
    ['reopen', leads && (c.state === 'follow_up' || c.state === 'archived')],
    ['archive', leads && c.state === 'archived'],
  ];
  return actions.flatMap(([action, open]) => (open ? [action] : []));
}
