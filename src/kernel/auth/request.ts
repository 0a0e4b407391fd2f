import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareHandler } from 'hono';
import { clientOf } from '../http/caller.ts';
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
export function requestMiddleware(baseUrl: string, proxies: number): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  return async (c, next) => {
    if (changes(c.req.method) && !sameOrigin(c.req.raw.headers, own))
      return c.text('Cross-site request refused', 403);
    const { search: query } = new URL(c.req.url);
    const from = { headers: c.req.raw.headers, address: clientOf(c, proxies), query };
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
