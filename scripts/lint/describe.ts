import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** A type of PostgreSQL, `int8`, or a list of it. */
export interface TypeName {
  readonly name: string;
  readonly list: boolean;
}

export interface Described {
  readonly columns: readonly { readonly name: string; readonly type: TypeName }[];
  readonly parameters: readonly TypeName[];
}

export interface Request {
  readonly text: string;
  readonly port: MessagePort;
}

const LONGEST_MS = 20_000;
const describers = new Map<string, (text: string) => Described | null>();

/** What a statement takes and gives in this database; null when PostgreSQL does not understand it. Waits for the answer. */
export function describe(url: string, text: string): Described | null {
  let ask = describers.get(url);
  if (!ask) {
    ask = start(url);
    describers.set(url, ask);
  }
  return ask(text);
}

function start(url: string): (text: string) => Described | null {
  const signal = new SharedArrayBuffer(4);
  const flag = new Int32Array(signal);
  const worker = new Worker(new URL('./describe-worker.ts', import.meta.url), {
    workerData: { url, signal },
  });
  worker.unref();
  return (text) => {
    const { port1, port2 } = new MessageChannel();
    Atomics.store(flag, 0, 0);
    worker.postMessage({ text, port: port2 } satisfies Request, [port2]);
    const ended = Atomics.wait(flag, 0, 0, LONGEST_MS);
    if (ended === 'timed-out') throw new Error('the database of SPLOT_LINT_DATABASE does not answer');
    const answer = receiveMessageOnPort(port1)?.message as Described | null | undefined;
    port1.close();
    return answer ?? null;
  };
}
