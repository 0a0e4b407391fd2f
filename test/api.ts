import type { Actor } from '#kernel/context.ts';
import { createToken, TOKEN_SCOPES, type TokenScope } from '#modules/organisations/tokens/api.ts';
import type { TestApp } from './app.ts';

export interface ApiAnswer {
  readonly status: number;
  // What comes back is read by its test; its shape is proved by the response schema of the route.
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
}

/** A token of this worker, made as the worker would make it. */
export const tokenOf = (
  app: Pick<TestApp, 'ctxAs' | 'parts'>,
  actor: Actor,
  scopes: readonly TokenScope[] = TOKEN_SCOPES,
): Promise<string> =>
  app.ctxAs(
    actor,
    (ctx) =>
      createToken(ctx, { name: `test ${scopes.length}`, scopes, until: ctx.now.toISOString().slice(0, 10) }),
    { now: app.parts.clock() },
  );

/** Calls the JSON interface in this process, with a token or without. */
export function caller(app: Pick<TestApp, 'fetch'>, token: string | null): Caller {
  const call = async (path: string, init: RequestInit): Promise<ApiAnswer> => {
    const headers = new Headers(init.headers);
    if (token) headers.set('authorization', `Bearer ${token}`);
    const response = await app.fetch(new Request(`http://splot.test${path}`, { ...init, headers }));
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      headers: response.headers,
    };
  };
  return {
    get: (path, headers) => call(path, { headers }),
    send: (method, path, body = {}, headers = {}) =>
      call(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}
