import type { z } from 'zod';
import type { Purpose } from '../access.ts';
import type { Ctx } from '../context.ts';
import type { FieldError } from '../errors.ts';
import type { FormValues } from '../forms/forms.ts';

/** What a page handler returns: a view, an address to go to, or a ready response (file, calendar, feed). */
export type Result = View | Redirect | Response;
/** A rendered tree; the kernel does not know the view library, only how to have it rendered. */
export type View = { readonly tag: unknown } | Promise<unknown>;

export class Redirect {
  readonly to: string;
  constructor(to: string) {
    this.to = to;
  }
}
export const redirect = (to: string): Redirect => new Redirect(to);

/** A form to show again: what was typed, and what is wrong with it. */
export interface Rejected<P> {
  readonly params: P;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** The row as it stands now when somebody else changed it meanwhile. */
  readonly current: Readonly<Record<string, unknown>> | null;
}

interface Common {
  /** `public`, `signed-in`, or a permission that the actor's function must carry. */
  readonly permission: string;
  readonly purpose?: Purpose;
  /** The answer shows data of a person: it must not leave without an access record. */
  readonly personal?: boolean;
}

export interface Route extends Common {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly kind: 'page' | 'form' | 'api' | 'open';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly summary?: string;
  readonly scope?: string;
  readonly handle: (ctx: Ctx, input: never) => Promise<unknown>;
  readonly again?: (ctx: Ctx, rejected: never) => Promise<unknown>;
}

type Out<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;

/**
 * A page. GET changes nothing but the access record. `search` is what stands after the path as it was sent, for
 * protocols in which a repeated name is a mistake.
 */
export function page<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>(
  path: string,
  options: Common & { params?: P; query?: Q },
  handle: (ctx: Ctx, input: { params: Out<P>; query: Out<Q>; search: string }) => Promise<unknown>,
): Route {
  return { ...options, method: 'GET', kind: 'page', path, handle: handle as Route['handle'] };
}

/** A form that is sent. Success redirects; problems go to `again`, which shows the form with what was typed. */
export function form<B extends z.ZodType, P extends z.ZodType | undefined = undefined>(
  path: string,
  options: Common & { params?: P; body: B },
  handle: (
    ctx: Ctx,
    input: { params: Out<P>; body: z.output<B>; values: FormValues },
  ) => Promise<Redirect | Response>,
  again?: (ctx: Ctx, rejected: Rejected<Out<P>>) => Promise<unknown>,
): Route {
  return {
    ...options,
    method: 'POST',
    kind: 'form',
    path,
    handle: handle as Route['handle'],
    again: again as Route['again'],
  };
}

/** A call of the JSON interface; its schemas make the OpenAPI document. */
export function api<
  R extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  method: Route['method'],
  path: string,
  options: Common & { summary: string; scope?: string; params?: P; query?: Q; body?: B; response: R },
  handle: (ctx: Ctx, input: { params: Out<P>; query: Out<Q>; body: Out<B> }) => Promise<z.input<R>>,
): Route {
  return { ...options, method, kind: 'api', path, handle: handle as Route['handle'] };
}

/** Open data for programs of anybody: JSON, feeds, files. Public by its nature; see `open.ts`. */
export function open<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
>(
  path: string,
  options: { summary: string; params?: P; query?: Q; response?: z.ZodType },
  handle: (ctx: Ctx, input: { params: Out<P>; query: Out<Q> }) => Promise<unknown>,
): Route {
  return {
    ...options,
    permission: 'public',
    method: 'GET',
    kind: 'open',
    path,
    handle: handle as Route['handle'],
  };
}
