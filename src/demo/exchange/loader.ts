import type pg from 'pg';
import { hashOf, newId } from '../../kernel/ids.ts';
import { addDays, instantAt, type LocalDate } from '../../kernel/time.ts';
import { vector } from '../../kernel/words/words.ts';
import { type DemoCounty, required } from '../county.ts';
import { WORKERS } from '../workers.ts';
import type { SaidComment } from './comments.ts';
import type { SaidGroup, SaidTopic } from './groups.ts';

interface Said {
  readonly by?: string;
  readonly signature?: string;
  readonly title?: string;
  readonly body: string;
  readonly lang?: string;
  readonly ago: number;
  readonly useful?: true;
}
interface Place {
  readonly kind: string;
  readonly id: string;
  readonly thread: string | null;
  readonly parent: string | null;
}

/** Writes what was said on days of the past, in the names of the demonstration's workers and of invented readers. */
export class Loader {
  readonly #client: pg.Client;
  readonly #county: DemoCounty;
  readonly #today: LocalDate;
  /** Minutes of the day: what is written later on one day follows what was written before. */
  #minute = 0;

  constructor(client: pg.Client, county: DemoCounty, today: LocalDate) {
    this.#client = client;
    this.#county = county;
    this.#today = today;
  }

  #at(ago: number): Date {
    this.#minute = (this.#minute + 7) % 420;
    const start = instantAt(addDays(this.#today, -Math.max(ago, 1)), '08:30').getTime();
    return new Date(start + this.#minute * 60_000);
  }

  #worker(key: string) {
    const person = WORKERS.find((worker) => worker.key === key);
    if (!person) throw new Error(`demo: no worker ${key}`);
    return { ...required(this.#county.workers, key), name: `${person.given} ${person.family}` };
  }

  async #write(
    place: Place,
    said: Said,
    state: { state: string; reason: string | null },
  ): Promise<{ id: string; at: Date }> {
    const at = this.#at(said.ago);
    const id = newId(at.getTime());
    const worker = said.by === undefined ? null : this.#worker(said.by);
    const { title = '', body } = said;
    await this.#client.query(
      `insert into exchange.comment (id, subject_kind, subject_id, thread_id, parent_id, state, reason, useful, institution_id, text_hash, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        place.kind,
        place.id,
        place.thread ?? id,
        place.parent,
        state.state,
        state.reason,
        said.useful === true,
        worker?.institutionId ?? null,
        hashOf(`${title} ${body}`),
        at,
      ],
    );
    await this.#client.query(
      `insert into exchange.comment_text (comment_id, number, title, body, signature, lang, words, written_at) values ($1, 1, $2, $3, $4, $5, $6::tsvector, $7)`,
      [
        id,
        title,
        body,
        worker?.name ?? said.signature ?? '–',
        said.lang ?? 'pl',
        place.kind === 'topic' ? vector({ A: title, B: '', C: body }, []) : null,
        at,
      ],
    );
    await this.#client.query(
      'insert into exchange.author (comment_id, account_id, worker_id, created_at) values ($1, $2, $3, $4)',
      [id, worker?.accountId ?? null, worker?.id ?? null, at],
    );
    return { id, at };
  }

  /** A comment with everything that answers it. */
  async discuss(place: Place, said: SaidComment): Promise<void> {
    const { removed } = said;
    const state = removed ? { state: 'removed', reason: 'insult' } : { state: 'shown', reason: null };
    const { id, at } = await this.#write(place, said, state);
    for (const answer of said.answers ?? [])
      await this.discuss({ ...place, thread: place.thread ?? id, parent: id }, answer);
    const day = 86_400_000;
    if (removed) {
      const decision = newId();
      await this.#client.query(
        `insert into exchange.decision (id, comment_id, outcome, ground, reason, statement, noticed, made_by, made_at)
         values ($1, $2, 'remove', 'rules', 'insult', $3, true, $4, $5)`,
        [decision, id, removed.statement, this.#worker('redakcja').id, new Date(at.getTime() + day)],
      );
      await this.#client.query(
        `insert into exchange.notice (id, comment_id, reason, explanation, lang, made_at, decision_id, closed_at)
         values ($1, $2, 'insult', 'Obraża pracowników urzędu.', 'pl', $3, $4, $5)`,
        [newId(), id, new Date(at.getTime() + day / 4), decision, new Date(at.getTime() + day)],
      );
      await this.#client.query(
        'insert into exchange.appeal (id, decision_id, decision_by, body, made_at) values ($1, $2, $3, $4, $5)',
        [newId(), decision, this.#worker('redakcja').id, removed.appeal, new Date(at.getTime() + 2 * day)],
      );
    }
    if (said.noticed)
      await this.#client.query(
        `insert into exchange.notice (id, comment_id, reason, explanation, lang, made_at) values ($1, $2, 'advertising', $3, 'pl', $4)`,
        [newId(), id, said.noticed, new Date(at.getTime() + day / 8)],
      );
  }

  async group(said: SaidGroup): Promise<void> {
    const id = newId();
    const since = this.#at(150);
    await this.#client.query(
      `insert into exchange.topic_group (id, name, description, reading, joining, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, said.name, said.description, said.reading, said.joining, this.#worker(said.keeper).id, since],
    );
    for (const key of [said.keeper, ...said.members]) {
      const worker = this.#worker(key);
      await this.#client.query(
        `insert into exchange.membership (group_id, worker_id, institution_id, account_id, name, role, digest_at, lang, joined_at)
         values ($1, $2, $3, $4, $5, $6, now(), 'pl', $7)`,
        [
          id,
          worker.id,
          worker.institutionId,
          worker.accountId,
          worker.name,
          key === said.keeper ? 'keeper' : 'member',
          since,
        ],
      );
    }
    for (const topic of said.topics) await this.#topic(id, topic);
  }

  async #topic(groupId: string, said: SaidTopic): Promise<void> {
    const id = newId();
    const place = { kind: 'topic', id, thread: null, parent: null };
    const start = this.#at(said.ago);
    await this.#client.query(
      `insert into exchange.topic (id, group_id, kind, pinned, closed_at, created_at, last_at) values ($1, $2, $3, $4, $5, $6, $6)`,
      [id, groupId, said.poll ? 'poll' : 'question', said.pinned === true, said.closed ? start : null, start],
    );
    const shown = { state: 'shown', reason: null };
    let last = await this.#write(place, said, shown);
    const opening = last.id;
    let solved: string | null = null;
    for (const answer of said.answers) {
      last = await this.#write(place, answer, shown);
      if (answer.solves) solved = last.id;
    }
    await this.#client.query(
      'update exchange.topic set opening_id = $2, solved_id = $3, last_at = $4 where id = $1',
      [id, opening, solved, last.at],
    );
    const options = said.poll?.options.map((label, position) => ({ id: newId(), label, position })) ?? [];
    for (const option of options)
      await this.#client.query(
        'insert into exchange.poll_option (id, topic_id, position, label) values ($1, $2, $3, $4)',
        [option.id, id, option.position, option.label],
      );
    for (const [key, chosen] of Object.entries(said.poll?.votes ?? {}))
      await this.#client.query(
        'insert into exchange.vote (topic_id, worker_id, option_id, at) values ($1, $2, $3, $4)',
        [id, this.#worker(key).id, options[chosen]?.id, last.at],
      );
  }
}
