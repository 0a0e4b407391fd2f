import { Readable } from 'node:stream';
import type pg from 'pg';

/** What of a connection of `pg` is used here; its own types leave these out. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: { pause(): void; resume(): void };
}

/** The messages of a statement that answers no rows and needs no attention. */
const quiet = {
  handleRowDescription: () => {},
  handleDataRow: () => {},
  handlePortalSuspended: () => {},
  handleEmptyQuery: () => {},
  handleCommandComplete: () => {},
};

/** Runs `copy … to stdout`; each chunk is whole rows. The server waits while nobody reads. */
export function copyOut(client: pg.Client, text: string): Readable {
  let wire: Wire | undefined;
  const rows = new Readable({ objectMode: true, highWaterMark: 256, read: () => wire?.stream.resume() });
  submit(client, {
    ...quiet,
    submit: (connection: Wire) => {
      wire = connection;
      connection.query(text);
    },
    // The parser uses its memory again, so the bytes are copied.
    handleCopyData: ({ chunk }: { chunk: Buffer }, connection: Wire) => {
      if (!rows.push(Buffer.from(chunk))) connection.stream.pause();
    },
    handleError: (error: Error) => {
      rows.destroy(error);
    },
    handleReadyForQuery: () => {
      rows.push(null);
    },
  });
  return rows;
}

/** Runs `copy … from stdin` with these rows. */
export function copyIn(client: pg.Client, text: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    submit(client, {
      ...quiet,
      submit: (connection: Wire) => connection.query(text),
      handleCopyInResponse: (connection: Wire) => {
        connection.sendCopyFromChunk(rows);
        connection.endCopyFrom();
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    });
  });
}

interface Statement {
  readonly submit: (connection: Wire) => void;
  readonly handleCopyData?: (message: { chunk: Buffer }, connection: Wire) => void;
  readonly handleCopyInResponse?: (connection: Wire) => void;
  readonly handleError: (error: Error) => void;
  readonly handleReadyForQuery: () => void;
}

const submit = (client: pg.Client, query: Statement): void => {
  client.query(query as unknown as pg.Submittable);
};
