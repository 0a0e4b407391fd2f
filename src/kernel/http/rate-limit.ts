import type { Context } from 'hono';
import { hashOf } from '../ids.ts';
import { clientOf } from './caller.ts';
import { problem } from './json.ts';

export interface Limit {
  /** Calls that may come at once. */
  readonly burst: number;
  /** Calls that come back every second. */
  readonly perSecond: number;
}

/** Ten calls a second for hours, six hundred at once: enough for a nightly exchange, too few to empty the register. */
export const API_LIMIT: Limit = { burst: 600, perSecond: 10 };

interface Bucket {
  left: number;
  /** Seconds of the process clock. */
  at: number;
}

const MANY = 10_000;

export interface Taken {
  /** Calls left; negative when there was none. */
  readonly left: number;
  /** Seconds until the next one comes. */
  readonly wait: number;
}

/**
 * A bucket of calls for each caller, in the memory of this process. Taking nothing (`calls` 0) only asks whether one
 * is left.
 */
export function buckets(limit: Limit, seconds: () => number = () => performance.now() / 1_000) {
  const known = new Map<string, Bucket>();
  const full = (bucket: Bucket, now: number) =>
    bucket.left + (now - bucket.at) * limit.perSecond >= limit.burst;
  return (caller: string, calls = 1): Taken => {
    const now = seconds();
    // A full bucket says nothing that a new one would not say.
    if (known.size >= MANY) for (const [key, bucket] of known) if (full(bucket, now)) known.delete(key);
    const bucket = known.get(caller) ?? { left: limit.burst, at: now };
    const refilled = Math.min(limit.burst, bucket.left + (now - bucket.at) * limit.perSecond);
    if (refilled < 1) return { left: -1, wait: Math.ceil((1 - refilled) / limit.perSecond) };
    if (calls > 0) known.set(caller, { left: refilled - calls, at: now });
    return { left: Math.floor(refilled - calls), wait: 0 };
  };
}

/** The personal token of a call of the JSON interface; null when it carries none. */
export function bearerOf(c: Context): string | null {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

export interface RateOptions {
  readonly limit?: Limit;
  /** Trusted proxies in front; see `clientOf`. */
  readonly proxies?: number;
}

/**
 * Counts the calls of the JSON interface and says what is left; 429 with `Retry-After` when nothing is. A token has a
 * bucket of its own (by its hash), a call without one that of its network address. Calls with a token that is not
 * valid are counted for the address too, so that inventing tokens brings nothing. Each process counts for itself.
 */
export function rateLimit({ limit = API_LIMIT, proxies = 0 }: RateOptions = {}) {
  const take = buckets(limit);
  const window = Math.ceil(limit.burst / limit.perSecond);
  return async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const bearer = bearerOf(c);
    const address = clientOf(c, proxies);
    const invented = `invented ${address}`;
    const tried = bearer === null ? null : take(invented, 0);
    const taken = tried && tried.left < 0 ? tried : take(bearer === null ? address : hashOf(bearer));
    const headers = {
      'ratelimit-policy': `"calls";q=${limit.burst};w=${window}`,
      ratelimit: `"calls";r=${Math.max(taken.left, 0)};t=${taken.wait}`,
    };
    if (taken.left < 0) {
      const refused = problem(429, 'too_many', String(c.get('requestId') ?? ''));
      for (const [name, value] of Object.entries({ ...headers, 'retry-after': String(taken.wait) }))
        refused.headers.set(name, value);
      return refused;
    }
    await next();
    if (bearer !== null && c.res.status === 401) take(invented);
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}
