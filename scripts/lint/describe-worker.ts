import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import type { Described, Request, TypeName } from './describe.ts';

/**
 * Asks PostgreSQL what a statement takes and gives, without running it. A thread of its own, because a rule of ESLint
 * cannot wait: it sleeps on `signal` until the answer is there.
 */
const { url, signal } = workerData as { url: string; signal: SharedArrayBuffer };
const client = new pg.Client({ connectionString: url });
// A database dropped meanwhile ends the thread's use, not the linter.
client.on('error', () => {});
const types = connect();

interface Connection {
  parse(query: { text: string; name: string; types: number[] }): void;
  describe(target: { type: 'S'; name: string }): void;
  sync(): void;
  once(event: 'parameterDescription', listener: (message: { dataTypeIDs: number[] }) => void): void;
}

/** A query for the driver that only parses and describes. */
class Description {
  readonly result: { columns: { name: string; oid: number }[]; parameters: number[] };
  readonly text: string;
  readonly done: (error: Error | null) => void;
  constructor(text: string, done: (error: Error | null) => void) {
    this.result = { columns: [], parameters: [] };
    this.text = text;
    this.done = done;
  }
  submit(connection: Connection): void {
    connection.once('parameterDescription', ({ dataTypeIDs }) => {
      this.result.parameters = dataTypeIDs;
    });
    connection.parse({ text: this.text, name: '', types: [] });
    connection.describe({ type: 'S', name: '' });
    connection.sync();
  }
  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.result.columns = fields.map((f) => ({ name: f.name, oid: f.dataTypeID }));
  }
  handleError(error: Error): void {
    this.done(error);
  }
  handleReadyForQuery(): void {
    this.done(null);
  }
}

async function connect(): Promise<Map<number, TypeName>> {
  await client.connect();
  const { rows } = await client.query<{ oid: number; base: string; element: string | null }>(
    // A domain counts as what it is made of, an enum as text.
    `select t.oid::int, case when b.typtype = 'e' then 'text' else b.typname end as base,
       case when e.typtype = 'e' then 'text' else e.typname end as element
     from pg_type t join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
     left join pg_type e on b.typcategory = 'A' and e.oid = b.typelem`,
  );
  return new Map(
    rows.map((row) => [
      row.oid,
      row.element ? { name: row.element, list: true } : { name: row.base, list: false },
    ]),
  );
}

async function describe(text: string): Promise<Described | null> {
  const known = await types;
  const typeOf = (oid: number): TypeName => known.get(oid) ?? { name: 'unknown', list: false };
  return new Promise((resolve) => {
    const description = new Description(text, (error) => {
      const { columns, parameters } = description.result;
      resolve(
        error
          ? null
          : {
              columns: columns.map((c) => ({ name: c.name, type: typeOf(c.oid) })),
              parameters: parameters.map(typeOf),
            },
      );
    });
    client.query(description as unknown as pg.Submittable);
  });
}

parentPort?.on('message', async ({ text, port }: Request) => {
  const answer = await describe(text).catch(() => null);
  port.postMessage(answer);
  Atomics.store(new Int32Array(signal), 0, 1);
  Atomics.notify(new Int32Array(signal), 0);
});
