import type { LocalDate } from '#kernel/time.ts';
import type { Text } from '../text.pl.ts';
import type { Lane, WeaveInput } from './model.ts';

export interface WeaveEvent {
  readonly at: LocalDate;
  readonly to: LocalDate | null;
  readonly lane: Lane;
  readonly what: string;
  readonly type: 'stay' | 'knot' | 'attendance' | 'due';
  /** The event is the person arriving or being at the lane, not something done beside the path. */
  readonly onPath: boolean;
}

/** Stays, knots, attendance and what is due as one list in order of time. */
export function weaveEvents(input: WeaveInput, t: Text): WeaveEvent[] {
  const lanes = new Map(input.lanes.map((lane) => [lane.id, lane]));
  const events: WeaveEvent[] = [];
  const add = (laneId: string, event: Omit<WeaveEvent, 'lane'>) => {
    const lane = lanes.get(laneId);
    if (lane) events.push({ ...event, lane });
  };
  for (const stay of input.path)
    add(stay.laneId, { at: stay.from, to: stay.to, what: t.weave.stay, type: 'stay', onPath: true });
  for (const knot of input.knots) {
    const kind = t.weave.kinds[knot.kind];
    const known = knot.label.toLocaleLowerCase().startsWith(kind.slice(0, 5).toLocaleLowerCase());
    const what = known ? knot.label : `${kind}: ${knot.label}`;
    add(knot.laneId, { at: knot.at, to: null, what, type: 'knot', onPath: true });
  }
  for (const block of input.attendance ?? []) {
    const present = block.marks.filter((mark) => mark === 'present').length;
    const told = block.label.includes(String(present)) && block.label.includes(String(block.marks.length));
    const counted = told ? '' : `; ${t.weave.attendance(present, block.marks.length)}`;
    add(block.laneId, {
      at: block.from,
      to: block.to,
      what: block.label + counted,
      type: 'attendance',
      onPath: true,
    });
  }
  for (const due of input.due ?? []) {
    add(due.laneId, {
      at: due.at,
      to: null,
      what: `${t.weave.due}: ${due.label}`,
      type: 'due',
      onPath: true,
    });
  }
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
