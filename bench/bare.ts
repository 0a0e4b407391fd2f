import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import { createApp } from '../src/app.ts';
import type { Parts } from '../src/parts.ts';

interface Sent {
  readonly config: { readonly text: string; readonly name?: string; readonly values?: readonly unknown[] };
  /** It was sent before the one before it was answered. */
  readonly together: boolean;
}
/** What one request sent over one connection after another; sign-in has connections with a role of their own. */
export type Recording = readonly { readonly signIn: boolean; readonly sent: readonly Sent[] }[];
export interface Pools {
  readonly app: pg.Pool;
  readonly signIn: pg.Pool;
}

/**
 * Answers one request in this process and notes every statement it sends: those that find out who asks as well as
 * those of the page, begin, context and commit among them, and which went out together.
 */
export async function recordPage(
  parts: Parts,
  origin: string,
  path: string,
  cookie: string,
): Promise<Recording> {
  const app = createApp(parts);
  const request = () => app.fetch(new Request(origin + path, { headers: { cookie } }));
  // The first time something may be prepared or cached.
  await (await request()).text();
  const steps: { client: pg.Client; signIn: boolean; sent: Sent[] }[] = [];
  const waiting = new WeakMap<object, number>();
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function heard(this: pg.Client, ...args: unknown[]) {
    const [first, values] = args;
    const config =
      typeof first === 'string' ? { text: first, values: values as unknown[] | undefined } : first;
    const before = waiting.get(this) ?? 0;
    let step = steps.findLast((s) => s.client === this);
    if (!step || (config as Sent['config']).text === 'begin') {
      const { connectionParameters } = this as unknown as { connectionParameters: { options?: string } };
      step = {
        client: this,
        signIn: connectionParameters.options?.includes('splot_auth') ?? false,
        sent: [],
      };
      steps.push(step);
    }
    step.sent.push({ config: config as Sent['config'], together: before > 0 });
    waiting.set(this, before + 1);
    const result = original.apply(this, args);
    if (result instanceof Promise)
      void result.catch(() => {}).then(() => waiting.set(this, (waiting.get(this) ?? 1) - 1));
    return result;
  } as typeof pg.Client.prototype.query;
  try {
    const answer = await request();
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return steps.map(({ signIn, sent }) => ({ signIn, sent }));
}

/** Sends what was recorded again, in the same order and the same company, and makes no page of it. */
export async function replay(pools: Pools, recording: Recording): Promise<boolean> {
  for (const { signIn, sent } of recording) {
    const connection = await (signIn ? pools.signIn : pools.app).connect();
    try {
      let batch: Promise<unknown>[] = [];
      for (const { config, together } of sent) {
        if (!together) {
          await Promise.all(batch);
          batch = [];
        }
        batch.push(connection.query(fresh(config)));
      }
      await Promise.all(batch);
    } finally {
      connection.release();
    }
  }
  return true;
}

/** An access record has a key of its own each time. */
const fresh = (config: Sent['config']): pg.QueryConfig =>
  /\baudit\./.test(config.text)
    ? { ...config, values: [newId(), ...(config.values ?? []).slice(1)] }
    : { ...config, values: [...(config.values ?? [])] };

export const openPools = (url: string): Pools => {
  const pool = (options?: string) =>
    new pg.Pool({ connectionString: url, max: 16, pipeline: true, options } as pg.PoolConfig);
  return { app: pool(), signIn: pool('-c role=splot_auth -c search_path=auth') };
};
