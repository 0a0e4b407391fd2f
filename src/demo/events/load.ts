import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, instantAt, type LocalDate, startOfDay } from '../../kernel/time.ts';
import { vector } from '../../kernel/words/words.ts';
import { isPublicHoliday, isWorkingDay, nextWorkingDay } from '../../kernel/working-days.ts';
import { datesFor } from '../../modules/events/api.ts';
import { type Chance, chance } from '../random.ts';
import { AHEAD } from './ahead.ts';
import type { DemoEvent } from './event.ts';
import { BEHIND } from './past.ts';
import { comeAndAnswer } from './people.ts';
import { PLACES } from './places.ts';

type Sql = (text: string, values?: readonly unknown[]) => Promise<unknown>;

/** A year of invented events of the network, with those who asked for a place and those who came. */
export async function loadEvents(
  adminUrl: string,
  institutions: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const run: Sql = (text, values = []) => client.query(text, [...values]);
    const luck = chance(44);
    for (const event of [...AHEAD, ...BEHIND]) await writeEvent(run, luck, event, institutions, today);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const ROLE = { pl: 'sekretariat wydarzenia', en: 'event office' };

async function writeEvent(
  run: Sql,
  luck: Chance,
  e: DemoEvent,
  institutions: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<void> {
  const institution = institutions.get(e.by);
  if (!institution) throw new Error(`no demonstration institution ${e.by}`);
  const { dates, rule } = datesOf(e, today);
  const first = dates[0];
  const last = dates.at(-1);
  if (!first || !last) return;
  const place = PLACES[e.place];
  const { more = {} } = e;
  const behind = last.end < startOfDay(today);
  const state = more.draft ? 'draft' : more.cancelled ? 'cancelled' : behind ? 'held' : 'published';
  const id = newId();
  const created = startOfDay(addDays(today, Math.min(e.day - 45, -3)));
  await run(
    `insert into events.event (id, slug, kind, state, title_pl, title_en, lead_pl, lead_en, body_pl, body_en, words, institution_id,
       contact_role, contact_email, mode, place_name, street, locality, locality_id, county_code, lat, lon, directions_pl, directions_en,
       access, rule, registration, capacity, closes_at, certificate, hours, sequence, reason_pl, reason_en, first_at, last_at,
       created_at, updated_at, published_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::tsvector, $12, $13, $14, $15, $16, $17, $18, l.id, $19, l.lat, l.lon, $20, $21,
       $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36
     from (values (1)) one left join lateral (select id, lat, lon from territory.locality
       where name = $18 and left(county_code, 2) = '12' order by (county_code = $19) desc, (kind = 'town') desc limit 1) l on true`,
    [
      ...[id, e.slug, e.kind, state, e.pl[0], e.en[0], e.pl[1], e.en[1]],
      'Wydarzenie wymyślone na potrzeby pokazu. Udział jest bezpłatny. Zabierz pytania ze swojej pracy: na rozmowę jest przewidziany czas.',
      'An event invented for the demonstration. It is free of charge. Bring questions from your work: there is time to talk.',
      vector({ A: e.pl.join(' '), B: e.en.join(' '), C: place?.locality ?? '' }, []),
      institution,
      ...[ROLE.pl, 'wydarzenia@splot.example', place === null ? 'online' : more.hybrid ? 'hybrid' : 'onsite'],
      ...[place?.name ?? '', place?.street ?? '', place?.locality ?? '', place?.county ?? null],
      ...[place?.pl ?? '', place?.en ?? '', place?.access ?? [], rule],
      more.open ? 'none' : more.approval ? 'approval' : 'open',
      ...[e.capacity, instantAt(addDays(dayOf(e, today), -2), '23:59'), more.certificate !== undefined],
      ...[
        more.certificate ?? null,
        more.moved ? 1 : 0,
        more.cancelled ? 'Prowadząca zachorowała. Nowy termin ogłosimy.' : '',
      ],
      more.cancelled ? 'The trainer is ill. We will announce a new date.' : '',
      ...[first.start, last.end, created, created, more.draft ? null : created],
    ],
  );
  if (rule !== null) await run('update events.event set closes_at = null where id = $1', [id]);
  for (const theme of e.themes) await run('insert into events.event_theme values ($1, $2)', [id, theme]);
  if (place === null || more.hybrid)
    await run('insert into events.online values ($1, $2, $3)', [
      id,
      `https://spotkania.example/${e.slug}`,
      'Pokój otwieramy 15 minut wcześniej.',
    ]);
  const occurrences: { id: string; start: Date; end: Date }[] = [];
  const holiday = ['W święto się nie spotykamy.', 'No meeting on a holiday.'];
  for (const [n, date] of dates.entries()) {
    const moved = more.moved && n === 4;
    const one = {
      id: newId(),
      start: moved ? new Date(date.start.getTime() + 86_400_000) : date.start,
      end: moved ? new Date(date.end.getTime() + 86_400_000) : date.end,
    };
    if (!date.off) occurrences.push(one);
    await run(
      `insert into events.occurrence (id, event_id, starts_at, ends_at, planned_at, cancelled, note_pl, note_en)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[one.id, id, one.start, one.end, rule === null ? null : date.start, date.off],
        ...(date.off ? holiday : ['', '']),
      ],
    );
    if (moved)
      await run('insert into events.change values ($1, 1, $2, $3, $4)', [
        ...[id, created],
        JSON.stringify({
          dates: [`${date.start.toISOString()}/${date.end.toISOString()}`],
          place: place?.name ?? '',
        }),
        JSON.stringify({
          dates: [`${one.start.toISOString()}/${one.end.toISOString()}`],
          place: place?.name ?? '',
        }),
      ]);
  }
  await writeProgramme(run, id, e, occurrences[0], today);
  if (!more.draft) await comeAndAnswer(run, luck, { ...e, id, state }, occurrences, startOfDay(today));
}

/** Nobody works on Saturday, Sunday and holidays; what lasts for days begins when all of them are working ones. */
const dayOf = (e: DemoEvent, today: LocalDate): LocalDate => {
  const { every, count = 1 } = e.more?.repeat ?? {};
  const days = every === 'daily' ? count : 1;
  let day = nextWorkingDay(addDays(today, e.day));
  while (!Array.from({ length: days }, (_, n) => addDays(day, n)).every(isWorkingDay))
    day = nextWorkingDay(addDays(day, 1));
  return day;
};

/** When an event is; the date of a series that falls on a holiday is off. */
export const datesOf = (e: DemoEvent, today: LocalDate) => {
  const first = dayOf(e, today);
  const made = e.more?.repeat
    ? datesFor({ ...e.more.repeat, until: null }, first)
    : { dates: [first], rule: null };
  return {
    rule: made.rule,
    dates: made.dates.map((day) => {
      const start = instantAt(day, e.at);
      return {
        start,
        end: new Date(start.getTime() + e.minutes * 60_000),
        off: isPublicHoliday(day) !== null,
      };
    }),
  };
};

async function writeProgramme(
  run: Sql,
  id: string,
  e: DemoEvent,
  date: { id: string } | undefined,
  today: LocalDate,
): Promise<void> {
  if (!date) return;
  for (const [at, minutes, room, pl, en, who, whoEn] of e.more?.programme ?? []) {
    const start = instantAt(dayOf(e, today), at);
    await run(
      `insert into events.session (id, event_id, occurrence_id, starts_at, ends_at, room, title_pl, title_en, speakers_pl, speakers_en)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [newId(), id, date.id, start, new Date(start.getTime() + minutes * 60_000), room, pl, en, who, whoEn],
    );
  }
}
