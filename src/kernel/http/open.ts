import type { Context } from 'hono';
import type { Ctx } from '../context.ts';
import type { Scope } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { tagOf } from './conditional.ts';
import type { Host } from './dispatch.ts';
import { problem, strictQuery } from './json.ts';
import type { Route } from './routes.ts';

/** Runs a piece of reading in a short transaction of its own, under the actor of the request. */
export type Read = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** A long answer made piece by piece: memory stays flat however large it is, and no transaction lasts as long as it. */
export class Streamed {
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: (read: Read) => AsyncIterable<string>;
  constructor(headers: Readonly<Record<string, string>>, chunks: (read: Read) => AsyncIterable<string>) {
    this.headers = headers;
    this.chunks = chunks;
  }
}

/** How long others may keep open data, in seconds. */
const MAX_AGE = 300;

const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified, link, ratelimit, ratelimit-policy, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': `public, max-age=${MAX_AGE}`,
} as const;

/** What a browser asks before a page of another site may read open data with headers of its own. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    },
  });

/**
 * Open data: anybody may read it from anywhere, without a key or a cookie. A handler gives an object (JSON), a ready
 * response or a stream. Wrong parameters are refused by name with 400, missing things with 404, as problem+json.
 */
export async function answerOpen(host: Host, route: Route, c: Context, scope: Scope): Promise<Response> {
  try {
    const params = checked(route.params?.safeParse(c.req.param()), 'not_found') ?? {};
    const query = strictQuery(route.query, c.req.query()) ?? {};
    const result = await host.db.transaction(scope, (ctx) => route.handle(ctx, { params, query } as never));
    return await finish(host, scope, result);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const status = error.code === 'invalid' ? 400 : error.status;
    const refused = problem(status, error.code, scope.requestId, error.fields, { lang: scope.lang });
    refused.headers.set('access-control-allow-origin', '*');
    return refused;
  }
}

function checked<T>(
  parsed: { success: true; data: T } | { success: false } | undefined,
  code: 'not_found',
): T | undefined {
  if (!parsed) return undefined;
  if (!parsed.success) throw new AppError(code);
  return parsed.data;
}

async function finish(host: Host, scope: Scope, result: unknown): Promise<Response> {
  if (result instanceof Streamed) {
    const read: Read = (work) => host.db.transaction(scope, work);
    return new Response(streamOf(result.chunks(read)), { headers: { ...OPEN_HEADERS, ...result.headers } });
  }
  const ready = result instanceof Response ? result : null;
  const body = ready ? await ready.text() : JSON.stringify(result);
  const etag = tagOf(body);
  const headers = new Headers({ ...OPEN_HEADERS, 'content-type': 'application/json; charset=utf-8', etag });
  for (const [name, value] of ready?.headers ?? []) headers.set(name, value);
  return new Response(body, { status: ready?.status ?? 200, headers });
}

/** Pulls the next piece only when the reader has taken the last one. */
function streamOf(chunks: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
