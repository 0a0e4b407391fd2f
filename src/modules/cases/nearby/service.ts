import type { Ctx } from '#kernel/context.ts';
import { AppError } from '#kernel/errors.ts';
import { ageOn, type LocalDate } from '#kernel/time.ts';
import { type NearbySupport, supportNear } from '#modules/directory/api.ts';
import { loadPerson } from '../person/api.ts';
import { loadCase, terms, today } from '../service.ts';
import * as queries from './queries.ts';

/**
 * Support of the public base near a person that may answer the needs; of every kind when no need is named. Only the
 * gmina and the age leave the case, and they leave it into a question to our own database.
 */
export async function nearbyFor(
  ctx: Ctx,
  about: {
    readonly needs: readonly string[];
    readonly gminaId: string | null;
    readonly birthDate: LocalDate | null;
  },
): Promise<NearbySupport[]> {
  const kinds = (await queries.findSupportKinds(ctx, about.needs)).map(({ support }) => support);
  return supportNear(ctx, {
    gminaId: about.gminaId,
    kinds: kinds.length > 0 ? kinds : null,
    age: about.birthDate === null ? null : ageOn(about.birthDate, today(ctx)),
  });
}

/** Names and places of support near the person of a case, to suggest while a plan is written. */
export async function placesNear(ctx: Ctx, caseId: string): Promise<string[]> {
  const { personId } = await loadCase(ctx, caseId);
  try {
    const { gminaId, birthDate } = await loadPerson(ctx, personId);
    const supports = await nearbyFor(ctx, { needs: [], gminaId, birthDate });
    return [...new Set(supports.map((s) => [s.entity, s.locality].filter(Boolean).join(', ')))];
  } catch (error) {
    // Whoever writes the plan without a grant to know where the person lives gets no suggestions.
    if (error instanceof AppError && error.code === 'not_found') return [];
    throw error;
  }
}

/** What people of a county needed within a year and nobody could give: name and count, five or more, largest first. */
export async function unmetNeeds(ctx: Ctx, county: string): Promise<{ name: string; count: number }[]> {
  const names = new Map((await terms(ctx, 'need')).map(({ code, label }) => [code, label]));
  const rows = await queries.findUnmetNeeds(ctx, county, today(ctx));
  return rows.map(({ need, count }) => ({ name: names.get(need ?? '') ?? need ?? '', count: count ?? 0 }));
}
