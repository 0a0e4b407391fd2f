import { createHash } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import { addDays, instantAt, startOfDay } from '../../kernel/time.ts';
import { plain } from '../../kernel/words/words.ts';
import type { MinutesContent } from '../../modules/partnerships/meetings/api.ts';
import { type DemoMeeting, type Person, shortOf, type World, writePoints } from './meeting-points.ts';

const fromOf = (p: Person) => ('key' in p ? shortOf(p.institution) : p.organisation);

/** A meeting with all that belongs to it, as far as its stage; what is signed is closed last, since then it is. */
export async function writeMeeting(w: World, m: DemoMeeting): Promise<void> {
  const id = newId();
  const worker = (key: string) => w.county.workers.get(key)?.id ?? null;
  const [from, to] = [instantAt(m.day, '09:00'), instantAt(m.day, '11:30')];
  const held = m.stage === 'signed' || m.stage === 'sent';
  await w.run(
    `insert into partnerships.meeting (id, body_id, series_id, title, starts_at, ends_at, mode, place, chair_id, clerk_id, state, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'onsite', $7, $8, $9, $10, $11, $11)`,
    [
      id,
      m.body,
      m.series ?? null,
      m.title,
      from,
      to,
      m.room,
      worker(m.chair),
      worker(m.clerk),
      held ? 'held' : m.stage,
      startOfDay(addDays(m.day, -40)),
    ],
  );
  await writePeople(w, m, id, held);
  if (held)
    await w.run('insert into partnerships.minutes (meeting_id, body_id) values ($1, $2)', [id, m.body]);
  const points = await writePoints(w, m, id, held);
  if (!held) return;
  const sent = startOfDay(addDays(m.day, 2));
  const until = m.stage === 'sent' ? addDays(w.today, 4) : addDays(m.day, 9);
  await w.run(
    `update partnerships.minutes set state = 'sent', sent_at = $2, remarks_until = $3, general = $4 where meeting_id = $1`,
    [id, sent, until, GENERAL],
  );
  const content: MinutesContent = {
    place: m.place,
    bodyKind: m.kind,
    title: m.title,
    startsAt: from.toISOString(),
    endsAt: to.toISOString(),
    mode: 'onsite',
    where: m.room,
    chair: nameOf(m, m.chair),
    clerk: nameOf(m, m.clerk),
    present: present(m).map((p) => ({ name: p.name, from: fromOf(p) })),
    points,
    general: GENERAL,
  };
  await sign(w, m, id, content);
}

const GENERAL = 'Następne spotkanie odbędzie się zgodnie z kalendarzem.';
const nameOf = (m: DemoMeeting, key: string) => m.people.find((p) => 'key' in p && p.key === key)?.name ?? '';
/** In a partnership somebody is always missing; of the Partner Group those listed came. */
const present = (m: DemoMeeting): readonly Person[] =>
  m.kind === 'group'
    ? m.people
    : m.people.filter((_, index) => index < 2 || (index + m.day.charCodeAt(6)) % 4 !== 0);

async function writePeople(w: World, m: DemoMeeting, id: string, held: boolean): Promise<void> {
  const came = new Set(present(m));
  for (const [index, p] of m.people.entries()) {
    const guest = !('key' in p);
    const answer =
      m.stage === 'planned'
        ? null
        : held
          ? came.has(p)
            ? 'comes'
            : 'absent'
          : [null, 'comes', 'comes', 'absent'][index % 4];
    await w.run(
      `insert into partnerships.attendee (id, body_id, meeting_id, worker_id, institution_id, name, organisation, guest_key, invited_at, answer, answered_at, came)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        newId(),
        m.body,
        id,
        guest ? null : (w.county.workers.get(p.key)?.id ?? null),
        guest ? null : (w.county.institutions.get(p.institution) ?? null),
        guest ? p.name : '',
        guest ? p.organisation : '',
        guest ? `${plain(p.name)}|${plain(p.organisation)}` : null,
        m.stage === 'planned' ? null : startOfDay(addDays(m.day, -21)),
        answer,
        answer ? startOfDay(addDays(m.day, -15)) : null,
        held && came.has(p),
      ],
    );
  }
}

async function sign(w: World, m: DemoMeeting, id: string, content: MinutesContent): Promise<void> {
  const at = startOfDay(addDays(m.day, 5));
  const workers = present(m).filter((p) => 'key' in p);
  const signing = m.stage === 'signed' ? workers : workers.slice(0, 1);
  const seen = new Set<string>();
  for (const p of signing) {
    const role = p.key === m.chair ? 'chair' : 'member';
    if (seen.has(p.institution + role)) continue;
    seen.add(p.institution + role);
    await w.run(
      `insert into partnerships.minutes_signature (id, body_id, meeting_id, institution_id, worker_id, role, round, signed_at) values ($1, $2, $3, $4, $5, $6, 1, $7)`,
      [
        newId(),
        m.body,
        id,
        w.county.institutions.get(p.institution),
        w.county.workers.get(p.key)?.id,
        role,
        at,
      ],
    );
  }
  if (m.stage !== 'signed') return;
  const stored = JSON.stringify(content);
  await w.run(
    `update partnerships.minutes set state = 'signed', signed_at = $2, signed_how = 'people', content = $3::jsonb, content_hash = $4 where meeting_id = $1`,
    [id, at, stored, createHash('sha256').update(stored).digest('hex')],
  );
}
