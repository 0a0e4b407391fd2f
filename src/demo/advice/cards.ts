import pg from 'pg';
import { newId } from '../../kernel/ids.ts';
import { addDays, addMonths, instantAt, type LocalDate, weekday } from '../../kernel/time.ts';
import { type DemoCounty, required } from '../county.ts';
import { ADVICE, CLIENTS, type DemoClient } from './card-words.ts';

const MANY = 30;
const TIMES = ['08:30', '10:00', '12:15', '13:30'];
const CHANNELS = ['in_person', 'phone', 'online', 'on_site', 'written'];

/** Thirty cards of the desk for the social economy, two support paths, rates, and a month that was approved. */
export async function loadCards(adminUrl: string, county: DemoCounty, today: LocalDate): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [instantAt(today, '08:00').toISOString()]);
    const { rows } = await client.query<{ id: string }>(
      `select id from advice.desk where slug = 'ekonomia-spoleczna'`,
    );
    const desk = rows[0]?.id;
    if (desk) await new Cards(client, county, today, desk).load();
    await client.query('commit');
  } finally {
    await client.end();
  }
}

class Cards {
  readonly #client: pg.Client;
  readonly #county: DemoCounty;
  readonly #today: LocalDate;
  readonly #desk: string;

  constructor(client: pg.Client, county: DemoCounty, today: LocalDate, desk: string) {
    this.#client = client;
    this.#county = county;
    this.#today = today;
    this.#desk = desk;
  }

  #worker = (key: string): string => required(this.#county.workers, key).id;
  #run = (text: string, values: readonly unknown[]): Promise<unknown> =>
    this.#client.query(text, [...values]);

  async load(): Promise<void> {
    await this.#rates();
    const clients: { id: string; of: DemoClient; pools: ReadonlyMap<string, string> }[] = [];
    for (const of of CLIENTS) clients.push({ of, ...(await this.#clientOf(of)) });
    for (let n = 0; n < MANY; n++) {
      const [said, to] = [ADVICE[n % ADVICE.length], clients[(n * 3 + Math.floor(n / 6)) % clients.length]];
      if (said && to) await this.#card(n, said, to);
    }
    await this.#months();
  }

  async #rates(): Promise<void> {
    const rate = (type: string | null, grosze: number, act: string | null) =>
      this.#run(
        `insert into advice.rate (id, desk_id, type_code, grosze, basis, act, valid_from, created_at)
         values ($1, $2, $3, $4, 'Regulamin świadczenia usług OWES (pokaz), § 7', (select code from library.act where code = $5), $6, kernel.instant())`,
        [newId(), this.#desk, type, grosze, act, addDays(this.#today, -400)],
      );
    await rate(null, 12_000, 'ues');
    await rate('legal', 18_000, 'ues');
  }

  async #clientOf(of: DemoClient): Promise<{ id: string; pools: ReadonlyMap<string, string> }> {
    const [id, since] = [newId(), addDays(this.#today, -160)];
    const owner = this.#worker('doradca');
    await this.#run(
      `insert into advice.client (id, desk_id, kind, name, nip, undertaking, email, phone, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9)`,
      [id, this.#desk, of.kind, of.name, of.nip, of.undertaking, of.email, instantAt(since, '09:00'), owner],
    );
    for (const [key, isKey] of [
      ['doradca', true],
      ['radca', false],
    ] as const)
      await this.#run('insert into advice.client_adviser values ($1, $2, $3, $4, $5, $6)', [
        ...[id, this.#desk, of.kind, this.#worker(key), isKey, since],
      ]);
    const pools = new Map<string, string>();
    if (!of.path) return { id, pools };
    const path = newId();
    await this.#run(
      `insert into advice.path (id, desk_id, client_id, client_kind, diagnosis, next_steps, opened_on) values ($1, $2, $3, $4, $5, $6, $7)`,
      [path, this.#desk, id, of.kind, of.path.diagnosis, of.path.nextSteps, since],
    );
    for (const [i, goal] of of.path.goals.entries())
      await this.#run(
        `insert into advice.goal (id, path_id, desk_id, client_id, client_kind, goal, due_on, reached_on, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[
            newId(),
            path,
            this.#desk,
            id,
            of.kind,
            goal,
            addMonths(this.#today, i),
            i === 0 ? addDays(this.#today, -30) : null,
          ],
          i,
        ],
      );
    for (const [type, planned] of Object.entries(of.path.hours)) {
      const pool = newId();
      pools.set(type, pool);
      await this.#run(
        `insert into advice.pool (id, path_id, desk_id, client_id, client_kind, type_code, planned, source) values ($1, $2, $3, $4, $5, $6, $7, 'Projekt OWES (pokaz)')`,
        [pool, path, this.#desk, id, of.kind, type, planned],
      );
    }
    return { id, pools };
  }

  async #card(
    n: number,
    said: (typeof ADVICE)[number],
    to: { readonly id: string; readonly of: DemoClient; readonly pools: ReadonlyMap<string, string> },
  ): Promise<void> {
    const day = addDays(this.#today, -Math.round((150 * (MANY - 1 - n)) / (MANY - 1)) - 1);
    const on = weekday(day) > 5 ? addDays(day, 5 - weekday(day)) : day;
    const state =
      n === MANY - 1 ? 'draft' : n === MANY - 2 ? 'disputed' : n >= MANY - 5 ? 'waiting' : 'confirmed';
    const answered = state === 'confirmed' || state === 'disputed';
    const hours = 0.5 + (n % 5) * 0.5;
    const from = TIMES[n % TIMES.length] ?? '09:00';
    const minutes = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + hours * 60;
    const until = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const at = instantAt(on, '15:00');
    await this.#run(
      `insert into advice.card (id, desk_id, client_id, client_kind, worker_id, type_code, topic_code, pool_id, on_date, from_time, to_time, hours, channel,
         problem, advice, next_steps, state, asked_at, answered_at, answered_how, answered_by, dispute, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $23)`,
      [
        ...[
          newId(at.getTime()),
          this.#desk,
          to.id,
          to.of.kind,
          this.#worker(said.type === 'legal' ? 'radca' : 'doradca'),
        ],
        ...[
          said.type,
          said.topic,
          to.pools.get(said.type) ?? null,
          on,
          from,
          until,
          hours,
          CHANNELS[n % CHANNELS.length],
        ],
        ...[said.problem, said.advice, said.next, state, state === 'draft' ? null : at],
        ...[
          answered ? instantAt(addDays(on, 1), '10:00') : null,
          answered ? (n % 4 === 0 ? 'paper' : 'link') : null,
        ],
        ...[
          answered ? 'Osoba wymyślona' : '',
          state === 'disputed' ? 'Rozmowa trwała krócej niż wpisano.' : '',
          at,
        ],
      ],
    );
  }

  /** The months of the lawyer are approved by the lead; the lead's own wait for the head. */
  async #months(): Promise<void> {
    const first = `${this.#today.slice(0, 7)}-01`;
    for (const back of [4, 3, 2]) {
      const month = addMonths(first, -back);
      const statement = (worker: string, decided: string | null) =>
        this.#run(
          `insert into advice.statement (id, desk_id, worker_id, month, state, handed_at, decided_by, decided_at)
           select $1, $2, $3, $4, $5, $6, $7, $8 where exists (select from advice.card c where c.worker_id = $3 and c.on_date >= $4::date
             and c.on_date < $4::date + interval '1 month')
             and not exists (select from advice.card c where c.worker_id = $3 and c.state in ('draft', 'disputed') and c.on_date >= $4::date
             and c.on_date < $4::date + interval '1 month')`,
          [
            ...[
              newId(),
              this.#desk,
              worker,
              month,
              decided ? 'approved' : 'handed',
              instantAt(addMonths(month, 1), '09:00'),
            ],
            ...[decided, decided && instantAt(addDays(addMonths(month, 1), 2), '11:00')],
          ],
        );
      await statement(this.#worker('radca'), this.#worker('doradca'));
      if (back === 2) await statement(this.#worker('doradca'), null);
    }
  }
}
