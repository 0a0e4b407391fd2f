import { newId } from '../../kernel/ids.ts';
import { addDays, type LocalDate } from '../../kernel/time.ts';
import { vector } from '../../kernel/words/words.ts';
import type { MinutesContent } from '../../modules/partnerships/meetings/api.ts';
import type { DemoCounty } from '../county.ts';
import { INSTITUTIONS } from '../institutions.ts';
import type { DemoPoint } from './meeting-words.ts';

export type Run = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
export type Person =
  | { readonly key: string; readonly name: string; readonly institution: string }
  | { readonly name: string; readonly organisation: string };
export type Stage = 'signed' | 'sent' | 'called' | 'planned';
export interface DemoMeeting {
  readonly body: string;
  readonly kind: 'team' | 'whole' | 'group';
  readonly place: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly room: string;
  readonly chair: string;
  readonly clerk: string;
  readonly people: readonly Person[];
  readonly points: readonly DemoPoint[];
  readonly stage: Stage;
  readonly series?: string;
}
export interface World {
  readonly run: Run;
  readonly county: DemoCounty;
  readonly today: LocalDate;
  /** The last number of a decision, by body and year. */
  readonly numbers: Map<string, number>;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

export const shortOf = (key: string) => INSTITUTIONS.find((i) => i.key === key)?.short ?? '';

/** The agenda; of a meeting that was held with notes, decisions and tasks. Gives what its minutes say of it. */
export async function writePoints(w: World, m: DemoMeeting, id: string, held: boolean) {
  const written: MinutesContent['points'][number][] = [];
  for (const [index, p] of m.points.entries()) {
    const pointId = newId();
    await w.run(
      `insert into partnerships.agenda_point (id, body_id, meeting_id, position, title, lasts, notes) values ($1, $2, $3, $4, $5, $6, $7)`,
      [pointId, m.body, id, index + 1, p.title, p.lasts, held ? p.notes : ''],
    );
    if (!held) continue;
    const point: Mutable<MinutesContent['points'][number]> = {
      id: pointId,
      title: p.title,
      presenter: '',
      notes: p.notes,
      decisions: [],
      tasks: [],
    };
    if (p.decision) point.decisions.push(await writeDecision(w, m, id, pointId, p.decision));
    if (p.task) point.tasks.push(await writeTask(w, m, id, pointId, p.task));
    written.push(point);
  }
  return written;
}

async function writeDecision(
  w: World,
  m: DemoMeeting,
  meeting: string,
  point: string,
  d: NonNullable<DemoPoint['decision']>,
) {
  const year = m.day.slice(0, 4);
  const number = (w.numbers.get(m.body + year) ?? 0) + 1;
  w.numbers.set(m.body + year, number);
  const id = newId();
  const checkOn = d.checkAfter === undefined ? null : addDays(m.day, d.checkAfter);
  await w.run(
    `insert into partnerships.decision (id, body_id, meeting_id, point_id, year, number, body, votes_for, votes_against, abstained, valid_from,
       check_on, state, settled_on, words) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::tsvector)`,
    [
      id,
      m.body,
      meeting,
      point,
      Number(year),
      number,
      d.body,
      ...(d.votes ?? [null, null, null]),
      m.day,
      checkOn,
      checkOn === null ? 'carried_out' : 'in_force',
      checkOn === null ? m.day : null,
      vector({ A: d.body, B: '', C: m.title }, []),
    ],
  );
  return { id, number: `${number}/${year}`, body: d.body, votes: d.votes ?? null, validFrom: m.day, checkOn };
}

async function writeTask(
  w: World,
  m: DemoMeeting,
  meeting: string,
  point: string,
  t: NonNullable<DemoPoint['task']>,
) {
  const id = newId();
  const due = addDays(m.day, t.days);
  // An institution that is no member here hands its task to the one that chairs.
  const by = m.people.some((p) => 'key' in p && p.institution === t.by)
    ? t.by
    : (m.people.flatMap((p) => ('key' in p && p.key === m.chair ? [p.institution] : []))[0] ?? t.by);
  const done = t.done === undefined ? null : addDays(m.day, t.done);
  const settled = done !== null && done <= w.today ? done : null;
  await w.run(
    `insert into partnerships.meeting_task (id, body_id, meeting_id, point_id, what, institution_id, due_on, state, settled_on, reminded_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      m.body,
      meeting,
      point,
      t.what,
      w.county.institutions.get(by),
      due,
      settled ? 'done' : 'open',
      settled,
      due < w.today ? w.today : null,
    ],
  );
  return { id, what: t.what, owner: shortOf(by), due };
}
