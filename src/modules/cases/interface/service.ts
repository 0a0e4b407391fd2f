import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid } from '#kernel/errors.ts';
import type { Route } from '#kernel/http/routes.ts';
import { loadCase } from '../service.ts';
import type { standing } from './schema.ts';

type Standing = z.input<typeof standing>;

/** Where the case stands now, for the answer of a call that changed it. */
export async function standingOf(ctx: Ctx, caseId: string): Promise<Standing> {
  try {
    const c = await loadCase(ctx, caseId);
    const { for: what, institutionId, workerId, until } = c.waits;
    return {
      case: {
        id: c.id,
        state: c.state,
        waits: { for: what, institutionId, workerId, until },
        rowVersion: c.rowVersion,
      },
    };
  } catch (error) {
    // Some steps end with the caller outside the case, for example a withdrawal.
    if (error instanceof AppError && error.code === 'not_found') return { case: null };
    throw error;
  }
}

/** Where the case stands, and the id of what the call made. */
export const madeIn = async (ctx: Ctx, caseId: string, id: string): Promise<Standing & { id: string }> => ({
  id,
  ...(await standingOf(ctx, caseId)),
});

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A field of a form in the words of the interface: `due_on` is `dueOn`, `share_<id>` is `shares.<id>`. */
export function fieldName(field: string, names: Readonly<Record<string, string>> = {}): string {
  if (names[field] !== undefined) return names[field];
  if (field === '_version') return 'rowVersion';
  const [, kind = '', id = ''] = /^(share|item|reason|goal|m|min)[._](?=[0-9a-f]{8}-)(.*)$/.exec(field) ?? [];
  if (id === '') return camel(field);
  const list = { share: 'shares', item: 'items', reason: 'items', goal: 'goals' }[kind] ?? 'marks';
  return `${list}.${id}`;
}

/** Runs a service that was written for forms; its problems come back beside the fields of the interface. */
export async function inWords<T>(
  work: () => Promise<T>,
  names: Readonly<Record<string, string>> = {},
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    throw invalid(...error.fields.map((f) => ({ ...f, field: fieldName(f.field, names) })));
  }
}

/** The same for whole routes. */
export const speaking = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({ ...route, handle: (ctx, input) => inWords(() => route.handle(ctx, input)) }));
