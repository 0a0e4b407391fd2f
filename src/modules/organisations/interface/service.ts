import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { INSTITUTION_TYPES } from '../schema.ts';
import { today } from '../service.ts';
import { isTokenScope } from '../tokens/policy.ts';
import * as queries from './queries.ts';
import type { me, organisation, worker } from './schema.ts';

/** Whom the token stands for and what it opens. */
export function whoAmI({ actor }: Ctx): z.input<typeof me> {
  const working = actor.kind === 'worker';
  return {
    worker: working ? { id: actor.subjectId, name: actor.name, functions: [...actor.functions] } : null,
    institution: working
      ? { id: actor.institutionId, name: actor.institutionName, type: actor.institutionType }
      : null,
    scopes: [...actor.permissions].filter(isTokenScope),
    permissions: [...actor.permissions].filter((p) => !p.startsWith('api:')).sort(),
    dataClasses: [...actor.scope],
  };
}

export async function partnerOrganisations(ctx: Ctx): Promise<z.input<typeof organisation>[]> {
  return (await queries.findPartners(ctx, today(ctx))).flatMap((row) => {
    const type = INSTITUTION_TYPES.find((t) => t === row.type);
    if (!row.id || !type) return [];
    return {
      id: row.id,
      type,
      name: row.name ?? '',
      shortName: row.short_name ?? '',
      countyCode: row.county_code,
      gminaId: row.gmina_id,
      address: row.address ?? '',
      phone: row.phone ?? '',
      email: row.email ?? '',
    };
  });
}

/** Workers of the own institution or of one in a common partnership; `not_found` for any other. */
export async function workersOf(ctx: Ctx, institutionId: string): Promise<z.input<typeof worker>[]> {
  const day = today(ctx);
  const [institution] = await queries.findPartners(ctx, day, institutionId);
  if (!institution) throw notFound();
  return (await queries.findWorkers(ctx, institutionId, day)).flatMap((row) =>
    row.id ? [{ id: row.id, name: row.name ?? '', functions: row.functions ?? [] }] : [],
  );
}
