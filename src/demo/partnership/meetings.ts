import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, type LocalDate, startOfDay, weekday } from '../../kernel/time.ts';
import type { DemoCounty } from '../county.ts';
import { PARTNERSHIPS } from '../partnerships.ts';
import { WORKERS } from '../workers.ts';
import type { DemoMeeting, Person, Run, Stage } from './meeting-points.ts';
import { GROUP, GUESTS, TEAM, WHOLE } from './meeting-words.ts';
import { writeMeeting } from './meeting-writer.ts';

/** As the source project counted: eight meetings, 154 attendances. */
const CAME = [17, 18, 19, 20, 20, 19, 20, 21];

const worker = (key: string): Person => {
  const found = WORKERS.find((w) => w.key === key);
  if (!found) throw new Error(`no demonstration worker ${key}`);
  return { key, name: `${found.given} ${found.family}`, institution: found.institution };
};
const firstOf = (institution: string) => WORKERS.find((w) => w.institution === institution)?.key;
/** The second Tuesday, so many months away. */
function meetingDay(today: LocalDate, months: number): LocalDate {
  const first = `${addMonths(today, months).slice(0, 8)}08`;
  return addDays(first, (2 - weekday(first) + 7) % 7);
}

/** Half a year of meetings of each partnership, and eight of a Partner Group of the voivodeship. */
export async function loadMeetings(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [startOfDay(today).toISOString()]);
    const run: Run = async (text, values = []) => (await client.query(text, [...values])).rows;
    const writer = new Writer(run, county, today);
    for (const partnership of PARTNERSHIPS) await writer.partnership(partnership);
    await writer.group();
    await client.query('commit');
  } finally {
    await client.end();
  }
}

class Writer {
  readonly #run: Run;
  readonly #county: DemoCounty;
  readonly #today: LocalDate;
  readonly #numbers = new Map<string, number>();
  constructor(run: Run, county: DemoCounty, today: LocalDate) {
    this.#run = run;
    this.#county = county;
    this.#today = today;
  }

  async partnership(p: (typeof PARTNERSHIPS)[number]): Promise<void> {
    const id = this.#county.partnerships.get(p.key);
    const bodies = await this.#run('select id, kind from partnerships.body where partnership_id = $1', [id]);
    const of = (kind: string) => String(bodies.find((b) => b.kind === kind)?.id);
    const chair = WORKERS.find(
      (w) => w.institution === p.coordinator && w.functions.includes('partnership_coordinator'),
    )?.key;
    const keys = p.members.map(firstOf).filter((key) => key !== undefined);
    const clerk = keys.find((key) => key !== chair);
    if (!chair || !clerk) return;
    const people = [...new Set([chair, ...keys])].map(worker);
    const series = newId();
    await this.#run(
      `insert into partnerships.meeting_series (id, body_id, title, rule, created_at) values ($1, $2, 'Spotkanie zespołu', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU;COUNT=9', $3)`,
      [series, of('team'), startOfDay(addMonths(this.#today, -7))],
    );
    const common = { place: p.name, room: 'Urząd, sala narad, Limanowa', chair, clerk, people };
    for (let month = -6; month <= 2; month += 1) {
      const day = meetingDay(this.#today, month);
      const at = month + 6;
      await this.write({
        ...common,
        body: of('team'),
        kind: 'team',
        title: 'Spotkanie zespołu',
        day,
        series,
        points: [0, 1, 2].map((n) => TEAM[(at * 2 + n) % TEAM.length]).filter((x) => x !== undefined),
        stage: this.#stage(day, 31, 14),
      });
    }
    for (const month of [-5, -2, 1]) {
      const day = addDays(meetingDay(this.#today, month), 9);
      await this.write({
        ...common,
        body: of('whole'),
        kind: 'whole',
        title: 'Spotkanie partnerstwa',
        day,
        points: WHOLE,
        stage: this.#stage(day, 40, 10),
      });
    }
  }

  /** Past ones are signed, the newest of them goes round, the next ones are called. */
  #stage(day: LocalDate, sent: number, called: number): Stage {
    if (day < addDays(this.#today, -sent)) return 'signed';
    if (day < this.#today) return 'sent';
    return day <= addDays(this.#today, called + 30) ? 'called' : 'planned';
  }

  async group(): Promise<void> {
    const id = newId();
    const members = ['wup', 'pcpr', 'pup', 'owes', 'most', 'droga', 'razem', 'cis', 'ops', 'mszana'];
    const institution = (key: string) => this.#county.institutions.get(key);
    const since = addMonths(this.#today, -7);
    await this.#run(
      `insert into partnerships.body (id, kind, convener_id, name, voivodeship_code, aim, started_on)
       values ($1, 'group', $2, 'Grupa Partnerska Małopolski', '12', $3, $4)`,
      [
        id,
        institution('rops'),
        'Poznać partnerstwa, ustalić, jak instytucje regionu mogą je wspierać, i które nowe rozwiązania utrwalić.',
        since,
      ],
    );
    for (const key of members)
      await this.#run(
        'insert into partnerships.body_member (id, body_id, institution_id, joined_on) values ($1, $2, $3, $4)',
        [newId(), id, institution(key), since],
      );
    const workers = ['rops', 'ropsinspektor', ...members.map(firstOf).filter((key) => key !== undefined)].map(
      worker,
    );
    const all: Person[] = [...workers, ...GUESTS.map(([name, organisation]) => ({ name, organisation }))];
    const common = {
      body: id,
      kind: 'group',
      place: 'Grupa Partnerska Małopolski',
      chair: 'rops',
      clerk: 'ropsinspektor',
    } as const;
    for (const [index, came] of CAME.entries()) {
      // Not the same people every time: the list turns, its chair stays.
      const others = all.slice(1);
      const turned = [
        ...others.slice((index * 2) % others.length),
        ...others.slice(0, (index * 2) % others.length),
      ];
      await this.write({
        ...common,
        title: `Spotkanie Grupy Partnerskiej nr ${index + 1}`,
        day: addDays(this.#today, -170 + index * 22),
        room: 'ROPS, Kraków, sala konferencyjna',
        people: [worker('rops'), ...turned].slice(0, came),
        points: [0, 1].map((n) => GROUP[(index + n) % GROUP.length]).filter((x) => x !== undefined),
        stage: index === CAME.length - 1 ? 'sent' : 'signed',
      });
    }
    await this.write({
      ...common,
      title: 'Spotkanie Grupy Partnerskiej nr 9',
      day: addDays(this.#today, 16),
      room: 'ROPS, Kraków, sala konferencyjna',
      people: workers,
      points: GROUP.slice(3, 5),
      stage: 'called',
    });
  }

  async write(m: DemoMeeting): Promise<void> {
    await writeMeeting(
      { run: this.#run, county: this.#county, today: this.#today, numbers: this.#numbers },
      m,
    );
  }
}
