import type pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, daysBetween, instantAt, type LocalDate, weekday } from '../../kernel/time.ts';
import { vector } from '../../kernel/words/words.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { type DemoCounty, required } from '../county.ts';
import type { SaidQuestion } from './questions.ts';

export interface DemoDesk {
  readonly institution: string;
  readonly slug: string;
  readonly name: readonly [string, string];
  readonly lead: readonly [string, string];
  readonly counties: readonly string[];
  readonly phone: string;
  /** Key of a worker to the role. */
  readonly people: Readonly<Record<string, string>>;
}

const LEGAL = new Set([
  'agreement',
  'personal_data',
  'status',
  'enterprise_status',
  'de_minimis',
  'reserved',
  'tasks',
  'benefits',
]);
const COUNTIES = ['1207', '1210', '1211', '1261', '1205', '1218'];
const OPINIONS = [
  'Jasno i szybko, dziękuję.',
  '',
  'Odpowiedź dobra, ale czekałem dłużej niż tydzień.',
  '',
  'Wszystko zrozumiałam.',
];

/** Writes desks and what was asked at them on days of the past. */
export class Loader {
  readonly #client: pg.Client;
  readonly #county: DemoCounty;
  readonly #today: LocalDate;
  readonly #desks = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(client: pg.Client, county: DemoCounty, today: LocalDate) {
    this.#client = client;
    this.#county = county;
    this.#today = today;
  }

  async desk(key: string, d: DemoDesk): Promise<void> {
    const id = newId();
    this.#desks.set(key, id);
    const since = addDays(this.#today, -400);
    await this.#client.query(
      `insert into advice.desk (id, institution_id, slug, name_pl, name_en, lead_pl, lead_en, email, phone, counties, is_default, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        d.institution,
        d.slug,
        ...d.name,
        ...d.lead,
        `${d.slug}@splot.example`,
        d.phone,
        d.counties,
        key === 'rops',
        since,
      ],
    );
    for (const [worker, role] of Object.entries(d.people))
      await this.#client.query(
        'insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5)',
        [newId(), id, required(this.#county.workers, worker).id, role, since],
      );
  }

  #worker = (key: string): string => required(this.#county.workers, key).id;

  #number(day: LocalDate): string {
    const year = day.slice(0, 4);
    const next = (this.#numbers.get(year) ?? 0) + 1;
    this.#numbers.set(year, next);
    return `${year}/${String(next).padStart(6, '0')}`;
  }

  /** The `n`-th of all; what was asked in the last days waits, is assigned, reviewed or opened again. */
  async question(said: SaidQuestion, n: number, on: LocalDate): Promise<void> {
    const day = weekday(on) > 5 ? addDays(on, weekday(on) - 8) : on;
    const age = daysBetween(day, this.#today);
    const spoken = said.channel === 'phone' || said.channel === 'visit';
    const legal = LEGAL.has(said.topic) && !spoken;
    const asked = instantAt(
      day,
      `${String(9 + (n % 6)).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}`,
    );
    // Now and then an answer comes late.
    const takes = spoken ? 0 : n % 7 === 3 ? 4 : 1 + (n % 2);
    const answeredOn = addWorkingDays(day, takes);
    const answered = answeredOn < this.#today && age > 5;
    const reopened = answered && age < 40 && n % 9 === 4;
    const state = reopened
      ? 'reopened'
      : answered
        ? age > 25
          ? 'closed'
          : 'answered'
        : n % 3 === 0
          ? 'new'
          : 'assigned';
    const inReview = state === 'assigned' && legal;
    const adviser = this.#worker(said.desk === 'owes' ? 'doradca' : n % 4 === 0 ? 'doradca' : 'konsultant');
    const answeredAt = answered
      ? spoken
        ? new Date(asked.getTime() + 600_000)
        : instantAt(answeredOn, '13:20')
      : null;
    const firstDue = addWorkingDays(day, 2);
    const id = newId(asked.getTime());
    const desk = required(this.#desks, said.desk);
    const anonymous = n % 3 === 1;
    await this.#client.query(
      `insert into advice.question (id, desk_id, number, channel, state, caller_category, county_code, topic_code, subject, anonymous, urgent,
         needs_review, in_review, asked_at, first_due_on, due_on, first_answered_at, answered_at, closed_at, assigned_to, taken_by, is_demo)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false, $11, $12, $13, $14, $15, $16, $16, $17, $18, $19, true)`,
      [
        ...[
          id,
          desk,
          this.#number(day),
          said.channel,
          state,
          said.caller,
          COUNTIES[n % COUNTIES.length],
          said.topic,
        ],
        ...[said.ask.split(/(?<=[.?])\s/)[0], anonymous, legal, inReview, asked, firstDue],
        state === 'new' || state === 'assigned' ? firstDue : reopened ? addWorkingDays(this.#today, 1) : null,
        ...[answeredAt, state === 'closed' ? instantAt(addDays(answeredOn, 14), '03:10') : null],
        ...[state === 'new' ? null : adviser, spoken ? adviser : null],
      ],
    );
    if (!anonymous)
      await this.#client.query(
        'insert into advice.asker (question_id, desk_id, name, email, phone) values ($1, $2, $3, $4, $5)',
        [
          ...[
            id,
            desk,
            'Osoba wymyślona',
            spoken ? '' : `pytanie-${n}@splot.example`,
            spoken ? '600 000 000' : '',
          ],
        ],
      );
    const common = { id, desk };
    await this.#event(common, asked, 'asked', null);
    await this.#message(common, { direction: 'in', body: said.ask, at: asked });
    if (state !== 'new')
      await this.#event(common, new Date(asked.getTime() + 1_800_000), 'assigned', adviser);
    if (inReview)
      await this.#message(common, {
        direction: 'out',
        state: 'waiting_review',
        body: said.answer,
        at: instantAt(this.#today, '08:00'),
        author: adviser,
      });
    if (answeredAt) {
      const reviewer = legal ? this.#worker('radca') : null;
      await this.#message(common, {
        direction: 'out',
        body: said.answer,
        at: answeredAt,
        author: adviser,
        reviewer,
        spoken,
      });
      await this.#event(common, answeredAt, 'answered', adviser);
      if (n % 2 === 0 && !reopened)
        await this.#client.query(
          'insert into advice.rating (question_id, desk_id, score, words, rated_at) values ($1, $2, $3, $4, $5)',
          [
            ...[
              id,
              desk,
              n % 10 === 4 ? 2 : 4 + (n % 4 === 0 ? 1 : 0),
              OPINIONS[n % OPINIONS.length],
              new Date(answeredAt.getTime() + 7_200_000),
            ],
          ],
        );
    }
    if (reopened) {
      const back = instantAt(addDays(this.#today, -1), '10:15');
      await this.#message(common, {
        direction: 'in',
        body: 'Dziękuję. A co zrobić, jeśli termin już minął?',
        at: back,
      });
      await this.#event(common, back, 'reopened', null);
    }
    await this.#client.query(
      'insert into advice.question_words (question_id, desk_id, asked_at, words) select $1, desk_id, asked_at, $2::tsvector from advice.question where id = $1',
      [id, vector({ A: said.ask, B: '', C: answered ? said.answer : '' }, [])],
    );
  }

  async #message(
    q: { id: string; desk: string },
    m: {
      direction: string;
      body: string;
      at: Date;
      state?: string;
      author?: string;
      reviewer?: string | null;
      spoken?: boolean;
    },
  ): Promise<void> {
    const state = m.state ?? 'sent';
    await this.#client.query(
      `insert into advice.message (id, question_id, desk_id, direction, state, body, spoken, author_id, written_at, sent_at, reviewer_id, reviewed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[
          newId(m.at.getTime()),
          q.id,
          q.desk,
          m.direction,
          state,
          m.body,
          m.spoken ?? false,
          m.author ?? null,
          m.at,
        ],
        ...[state === 'sent' ? m.at : null, m.reviewer ?? null, m.reviewer ? m.at : null],
      ],
    );
  }

  async #event(
    q: { id: string; desk: string },
    at: Date,
    kind: string,
    worker: string | null,
  ): Promise<void> {
    await this.#client.query(
      'insert into advice.event (id, question_id, desk_id, at, kind, worker_id) values ($1, $2, $3, $4, $5, $6)',
      [...[newId(at.getTime()), q.id, q.desk, at, kind, worker]],
    );
  }

  /** Numbers go on from here. */
  async finish(): Promise<void> {
    for (const [year, last] of this.#numbers)
      await this.#client.query(
        'insert into advice.counter (year, last) values ($1, $2) on conflict (year) do update set last = excluded.last',
        [year, last],
      );
  }
}
