import { createHash } from 'node:crypto';
import type { Context } from 'hono';
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

/**
 * A bucket of calls for each caller, in the memory of this process. `take` gives how many are left after this one, or
 * a negative number when there was none, and the seconds until the next one comes.
 */
export function buckets(limit: Limit, seconds: () => number = () => performance.now() / 1_000) {
  const known = new Map<string, Bucket>();
  const full = (bucket: Bucket, now: number) =>
    bucket.left + (now - bucket.at) * limit.perSecond >= limit.burst;
  return (caller: string): { left: number; wait: number } => {
    const now = seconds();
    // A full bucket says nothing that a new one would not say.
    if (known.size >= MANY) for (const [key, bucket] of known) if (full(bucket, now)) known.delete(key);
    const bucket = known.get(caller) ?? { left: limit.burst, at: now };
    const refilled = Math.min(limit.burst, bucket.left + (now - bucket.at) * limit.perSecond);
    const left = refilled - 1;
    known.set(caller, { left: Math.max(refilled >= 1 ? left : refilled, 0), at: now });
    return { left: Math.floor(left), wait: refilled >= 1 ? 0 : Math.ceil((1 - refilled) / limit.perSecond) };
  };
}

/** Whom the call is counted for: the token, or the network address. The token itself is not kept. */
function callerOf(c: Context): string {
  const bearer = bearerOf(c);
  if (bearer !== null) return createHash('sha256').update(bearer).digest('base64url');
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

/** The personal token of a call of the JSON interface; null when it carries none. */
export function bearerOf(c: Context): string | null {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

/** Counts the calls of the JSON interface and says what is left; 429 with `Retry-After` when nothing is. */
export function rateLimit(limit: Limit = API_LIMIT) {
  const take = buckets(limit);
  const window = Math.ceil(limit.burst / limit.perSecond);
  return async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const { left, wait } = take(callerOf(c));
    const headers = {
      'ratelimit-policy': `"calls";q=${limit.burst};w=${window}`,
      ratelimit: `"calls";r=${Math.max(left, 0)};t=${wait}`,
    };
    if (left < 0) {
      const refused = problem(429, 'too_many', String(c.get('requestId') ?? ''));
      for (const [name, value] of Object.entries({ ...headers, 'retry-after': String(wait) }))
        refused.headers.set(name, value);
      return refused;
    }
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}
