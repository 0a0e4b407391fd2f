import type { LocalDate } from '#kernel/time.ts';
import { DateText } from '../components/format.tsx';
import { ThreadBadge } from '../components/tags.tsx';
import { text } from '../text.pl.ts';
import { threads } from '../threads.ts';
import { useText, useView } from '../view.tsx';
import { type WeaveEvent, weaveEvents } from './events.ts';
import type { Lane, WeaveInput } from './model.ts';
import { shortDate } from './scale.ts';

/** Width of one lane column, in pixels of the stretched drawing. */
const COLUMN = 20;
const centre = (column: number): number => column * COLUMN + COLUMN / 2;

interface Row {
  readonly event: WeaveEvent | null;
  /** Lane column where the person is before and after this row; -1 before the path begins. */
  readonly before: number;
  readonly after: number;
  readonly knot: number;
  readonly future: boolean;
}

/** A stay needs no row of its own when another event of the same day and lane stands for it. */
function withoutEchoes(events: readonly WeaveEvent[]): WeaveEvent[] {
  return events.filter(
    (event) =>
      event.type !== 'stay' ||
      !events.some(
        (other) => other.type !== 'stay' && other.at === event.at && other.lane.id === event.lane.id,
      ),
  );
}

/** What happened at one institution on one day is one row. */
function joined(events: readonly WeaveEvent[]): WeaveEvent[] {
  const rows: WeaveEvent[] = [];
  for (const event of events) {
    const last = rows.at(-1);
    const same = last?.at === event.at && last.lane.id === event.lane.id && last.type === 'knot';
    if (same && event.type === 'knot')
      rows[rows.length - 1] = { ...last, what: `${last.what}; ${event.what}` };
    else rows.push(event);
  }
  return rows;
}

export function weaveRows(input: WeaveInput, events: readonly WeaveEvent[]): Row[] {
  const column = new Map(input.lanes.map((lane, index) => [lane.id, index]));
  const stays = [...input.path].sort((a, b) => (a.from < b.from ? -1 : 1));
  const whereAt = (date: LocalDate): number => {
    const stay = stays.findLast((each) => each.from <= date);
    return stay ? (column.get(stay.laneId) ?? -1) : -1;
  };
  const rows: Row[] = [];
  let before = -1;
  let passedToday = false;
  for (const event of joined(withoutEchoes(events))) {
    if (!passedToday && event.at > input.today) {
      rows.push({ event: null, before, after: before, knot: -1, future: false });
      passedToday = true;
    }
    const knot = column.get(event.lane.id) ?? -1;
    const after = event.type === 'due' ? knot : whereAt(event.at);
    rows.push({ event, before, after, knot, future: passedToday });
    before = after;
  }
  if (!passedToday) rows.push({ event: null, before, after: before, knot: -1, future: false });
  return rows;
}

/** The weave turned upright for a phone: time runs down, lanes are columns, and the text wraps as it needs. */
export function WeaveRows(props: { input: WeaveInput }) {
  const t = useText(text);
  const { lang } = useView();
  const { input } = props;
  const rows = weaveRows(input, weaveEvents(input, t));
  const width = input.lanes.length * COLUMN;
  return (
    <div class="w-rows" style={`--w-width:${width}px`}>
      <svg class="w-lanes" viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
        {input.lanes.map((lane, index) => (
          <Column lane={lane} index={index} />
        ))}
      </svg>
      <ol>
        {rows.map((row, index) => (
          <li class={row.event ? undefined : 'w-today-row'}>
            <RowGraph row={row} width={width} last={index === rows.length - 1} />
            {row.event ? (
              <div>
                <b>
                  <DateText date={row.event.at} />
                </b>{' '}
                {row.event.what}
                <span class="w-where">
                  <ThreadBadge thread={row.event.lane.thread} kind={row.event.lane.kind} />{' '}
                  {row.event.lane.label}
                </span>
              </div>
            ) : (
              <b>{t.weave.today(shortDate(input.today, lang))}</b>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Column(props: { lane: Lane; index: number }) {
  const thread = threads[props.lane.thread];
  const x = centre(props.index);
  return (
    <line
      class="w-thread"
      x1={x}
      x2={x}
      y1="0"
      y2="100"
      stroke={thread.colour}
      stroke-dasharray={thread.dash || undefined}
    />
  );
}

/** The stretch of the path beside one row, drawn 100 high and stretched to the row. */
function pathOf(row: Row, last: boolean): string {
  const end = last && !row.future && row.event === null ? 50 : 100;
  if (row.after < 0) return '';
  const to = centre(row.after);
  if (row.before < 0) return `M${to} 26V${end}`;
  const from = centre(row.before);
  if (from === to) return `M${to} 0V${last && row.future ? 26 : end}`;
  return `M${from} 0C${from} 14 ${to} 8 ${to} 24V${last ? 26 : end}`;
}

function RowGraph(props: { row: Row; width: number; last: boolean }) {
  const { row, width } = props;
  const d = pathOf(row, props.last);
  return (
    <div class="w-graph">
      <svg viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
        {d && <path class={row.future ? 'w-path w-ahead' : 'w-path'} d={d} />}
      </svg>
      {row.event && (
        <i
          class={row.event.type === 'due' ? 'w-dot w-dot-due' : 'w-dot'}
          style={`--thread:${threads[row.event.lane.thread].colour};--x:${centre(row.knot)}px`}
        />
      )}
    </div>
  );
}
