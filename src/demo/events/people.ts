import { createHash } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import { newCode } from '../../modules/events/api.ts';
import type { Chance } from '../random.ts';
import type { DemoEvent } from './event.ts';

/** A code that is the same in every demonstration. */
const codeOf = (of: string): string => newCode(10, createHash('sha256').update(of).digest());

type Sql = (text: string, values?: readonly unknown[]) => Promise<unknown>;
const GIVEN = [
  'Alicja',
  'Bożena',
  'Cezary',
  'Daria',
  'Edward',
  'Feliks',
  'Grażyna',
  'Hubert',
  'Iwona',
  'Jacek',
  'Kamila',
  'Lech',
  'Maria',
  'Norbert',
  'Olga',
  'Paweł',
  'Róża',
  'Szymon',
  'Teresa',
  'Urszula',
];
const FAMILY = [
  'Wymyślona',
  'Pokazowy',
  'Przykładna',
  'Próbny',
  'Zmyślona',
  'Wzorowy',
  'Niebyła',
  'Bajeczny',
];
const FROM = [
  'GOPS (pokaz)',
  'urząd gminy (pokaz)',
  'stowarzyszenie (pokaz)',
  'spółdzielnia socjalna (pokaz)',
  'szkoła (pokaz)',
  '',
];
const NEEDS = [
  ['pjm'],
  ['wheelchair'],
  ['vegetarian'],
  ['loop', 'seat'],
  ['assistant'],
  ['vegetarian', 'transport'],
];

/** Those who asked for a place, in order; of what was held, those who came, and what they thought of it. */
export async function comeAndAnswer(
  run: Sql,
  luck: Chance,
  e: DemoEvent & { id: string; state: string },
  dates: readonly { id: string; start: Date }[],
  now: Date,
): Promise<void> {
  for (let n = 0; n < e.asked; n++) {
    const id = newId();
    const given = luck.pick(GIVEN);
    const at = new Date(
      Math.min(now.getTime(), (dates[0]?.start ?? now).getTime()) - (20 + e.asked - n) * 43_200_000,
    );
    const full = e.capacity !== null && n >= e.capacity;
    const state = full
      ? 'waiting'
      : e.more?.approval && n % 4 === 3
        ? 'requested'
        : luck.yes(0.04)
          ? 'cancelled'
          : 'confirmed';
    await run(
      `insert into events.registration (id, event_id, state, given_name, family_name, email, organisation, lang, code, created_at, settled_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'pl', $8, $9, $9)`,
      [
        id,
        e.id,
        state,
        given,
        luck.pick(FAMILY),
        `osoba${n}.${e.slug.slice(0, 9)}@przyklad.example`,
        luck.pick(FROM),
        codeOf(`${e.slug} ${n}`),
        at,
      ],
    );
    if (e.state !== 'held' && luck.yes(0.12))
      await run('insert into events.need values ($1, $2, $3)', [id, luck.pick(NEEDS), '']);
    if (state !== 'confirmed') continue;
    let came = 0;
    for (const date of dates) {
      if (date.start >= now || !luck.yes(0.86)) continue;
      came++;
      await run(
        `insert into events.attendance (occurrence_id, registration_id, event_id, at, way) values ($1, $2, $3, $4, 'code')`,
        [date.id, id, e.id, date.start],
      );
    }
    if (e.state !== 'held' || came === 0 || !luck.yes(0.6)) continue;
    await run('insert into events.evaluation_given values ($1)', [id]);
    await run('insert into events.evaluation values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)', [
      ...[e.id, luck.int(3, 5), luck.int(3, 5), luck.int(2, 5), luck.int(3, 5)],
      luck.yes(0.2) ? 'Więcej czasu na rozmowę, mniej slajdów.' : '',
    ]);
  }
}
