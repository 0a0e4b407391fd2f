import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Measured {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers that were not what was expected; a measurement with any is worth nothing. */
  readonly errors: number;
}

/** Repeats `once` from so many hands at once for some seconds, after a second of warming up. Times are milliseconds. */
export async function measure(
  hands: number,
  seconds: number,
  once: (n: number) => Promise<boolean | null>,
): Promise<Measured> {
  let n = 0;
  const work = async (until: number, times: number[]): Promise<number> => {
    let errors = 0;
    await Promise.all(
      Array.from({ length: hands }, async () => {
        while (performance.now() < until) {
          const started = performance.now();
          n += 1;
          const good = await once(n);
          if (good === null) await sleep(2);
          else times.push(performance.now() - started);
          if (good === false) errors += 1;
        }
      }),
    );
    return errors;
  };
  await work(performance.now() + 1000, []);
  const times: number[] = [];
  const started = performance.now();
  const errors = await work(started + seconds * 1000, times);
  const took = (performance.now() - started) / 1000;
  return summary(times, took, errors);
}

function summary(times: number[], seconds: number, errors: number): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    ...{ requests: times.length, seconds, perSecond: times.length / seconds, errors },
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

/**
 * So many requests a second for some seconds, whether or not those before have been answered: people do not wait for one
 * another. Time runs from the moment a request was due, so that a server that falls behind shows it.
 */
export async function arrive(
  rate: number,
  seconds: number,
  once: (n: number) => Promise<boolean>,
): Promise<Measured> {
  const run = async (count: number): Promise<{ times: number[]; errors: number; took: number }> => {
    const times: number[] = [];
    let errors = 0;
    const started = performance.now();
    const one = async (n: number, due: number) => {
      const good = await once(n).catch(() => false);
      times.push(performance.now() - due);
      if (!good) errors += 1;
    };
    const all: Promise<void>[] = [];
    for (let n = 0; n < count; n++) {
      const due = started + (n * 1000) / rate;
      const wait = due - performance.now();
      if (wait > 1) await sleep(wait);
      all.push(one(n, due));
    }
    await Promise.all(all);
    return { times, errors, took: (performance.now() - started) / 1000 };
  };
  await run(rate);
  const { times, errors, took } = await run(rate * seconds);
  return summary(times, took, errors);
}

export interface Client {
  get(path: string, cookie: string): Promise<number>;
  post(
    path: string,
    cookie: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; location: string }>;
  close(): void;
}

/** A client on kept-open connections to our own server on this machine; it reads every answer to its end. */
export function client(origin: string): Client {
  const { hostname, port } = new URL(origin);
  if (hostname !== '127.0.0.1') throw new Error('the measurement loads only its own server on this machine');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const call = (method: string, path: string, cookie: string, body?: string) =>
    new Promise<{ status: number; location: string }>((resolve, reject) => {
      const headers: Record<string, string> = { cookie, origin };
      if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
      const request = http.request({ hostname, port, method, path, agent, headers }, (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' }),
        );
        answer.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  return {
    get: async (path, cookie) => (await call('GET', path, cookie)).status,
    post: (path, cookie, fields) => call('POST', path, cookie, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  };
}
