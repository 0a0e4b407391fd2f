import { isAPIError } from 'better-auth/api';

/** A call of the library; null when it refuses. Other errors are ours and pass through. */
export async function attempt<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}

/** Headers that name the browser and carry no cookie, so that no older session or pending code joins in. */
export function agentOnly(headers: Headers): Headers {
  const agent = headers.get('user-agent');
  return new Headers(agent ? { 'user-agent': agent.slice(0, 300) } : {});
}

/** One cookie out of a `Cookie` header. */
export function only(cookie: string, name: string): string {
  return cookie.split(';').find((part) => part.trim().startsWith(`${name}=`)) ?? '';
}

/** What a browser would send back after these `Set-Cookie` values. */
export function cookieHeader(setCookies: readonly string[]): Headers {
  return new Headers({ cookie: setCookies.map((c) => c.split(';')[0]).join('; ') });
}
