import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import type { From } from './sign-in.ts';

const current = new AsyncLocalStorage<From>();

/**
 * The headers and the network address of the request being answered, for sign-in pages alone: a `Ctx` says who acts
 * and does not know the browser. Throws outside `auth.middleware`.
 */
export function currentRequest(): From {
  const from = current.getStore();
  if (!from) throw new Error('auth.middleware is not mounted before the routes');
  return from;
}

/**
 * Refuses with 403 what another site sends in the name of a signed-in person (beside SameSite=Lax of the cookie), and
 * keeps the request at hand for sign-in pages. Stands before every route.
 */
export function requestMiddleware(baseUrl: string): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  return async (c, next) => {
    if (changes(c.req.method) && !sameOrigin(c.req.raw.headers, own))
      return c.text('Cross-site request refused', 403);
    const from = { headers: c.req.raw.headers, address: addressOf(c), query: new URL(c.req.url).search };
    return current.run(from, next);
  };
}

const changes = (method: string) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';

/** By `Origin`, which every browser of this decade sends; a program without a cookie is nobody's victim. */
function sameOrigin(headers: Headers, own: string): boolean {
  if (headers.has('authorization') && !headers.has('cookie')) return true;
  const origin = headers.get('origin');
  if (origin === null) return !['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '');
  if (origin === own) return true;
  // A laptop is reached as localhost, 127.0.0.1 or by its name, whatever APP_URL says.
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}

/**
 * The address of the browser. A header can be written by anybody, so only the last entry of X-Forwarded-For is
 * believed, and only when the connection comes from a private network, where a proxy of ours stands.
 */
function addressOf(c: Context): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket;
  const peer = (socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return network(isPrivate(peer) && isIP(forwarded) ? forwarded : peer);
}

const isPrivate = (ip: string) => /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(ip);

/** One household or office has a whole /64 of IPv6; counting single addresses would count nothing. */
function network(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = ip.includes('::') ? tail.split(':').filter(Boolean) : [];
  const zeros = ip.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
