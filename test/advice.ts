import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { asAdmin, type MadeInstitution, makeWorker } from './factories.ts';

/** An advice desk of an institution that takes questions from the public form. */
export async function makeDesk(
  adminUrl: string,
  institution: MadeInstitution,
  more: { slug?: string; name?: string; counties?: readonly string[]; isDefault?: boolean } = {},
): Promise<string> {
  const id = newId();
  await asAdmin(adminUrl, (run) =>
    run(
      `insert into advice.desk (id, institution_id, slug, name_pl, name_en, counties, is_default, created_at)
       values ($1, $2, $3, $4, $4, $5, $6, '2025-01-01')`,
      [
        id,
        institution.id,
        more.slug ?? `punkt-${id.slice(-12)}`,
        more.name ?? 'Punkt doradztwa',
        more.counties ?? [],
        more.isDefault ?? false,
      ],
    ),
  );
  return id;
}

/** Somebody works at the desk from the beginning of 2025. */
export const joinDesk = (
  adminUrl: string,
  deskId: string,
  worker: Actor,
  role: 'reception' | 'adviser' | 'reviewer' | 'lead' = 'adviser',
): Promise<unknown> =>
  asAdmin(adminUrl, (run) =>
    run(
      `insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from) values ($1, $2, $3, $4, '2025-01-01')`,
      [newId(), deskId, worker.subjectId, role],
    ),
  );

/** A worker with the function of an adviser who works at the desk. */
export async function makeAdviser(
  adminUrl: string,
  institution: MadeInstitution,
  deskId: string,
  role: 'reception' | 'adviser' | 'reviewer' | 'lead' = 'adviser',
): Promise<Actor> {
  const worker = await makeWorker(adminUrl, institution, ['adviser'], { scope: [] });
  await joinDesk(adminUrl, deskId, worker, role);
  return worker;
}

export interface GivenQuestion {
  readonly channel?: string;
  readonly topic?: string | null;
  readonly county?: string | null;
  readonly askedAt?: string;
  readonly dueOn?: string;
  readonly assignedTo?: string | null;
}

/** A question at a desk that waits for an answer; gives its id. */
export async function makeQuestion(
  adminUrl: string,
  deskId: string,
  given: GivenQuestion = {},
): Promise<string> {
  const id = newId();
  const due = given.dueOn ?? '2026-03-06';
  await asAdmin(adminUrl, (run) =>
    run(
      `insert into advice.question (id, desk_id, number, channel, state, topic_code, county_code, subject, asked_at, first_due_on, due_on, assigned_to)
       values ($1, $2, $3, $4, $5, $6, $7, 'Pytanie próbne', $8, $9, $9, $10)`,
      [
        id,
        deskId,
        `2026/${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`,
        given.channel ?? 'web',
        given.assignedTo ? 'assigned' : 'new',
        given.topic ?? null,
        given.county ?? null,
        given.askedAt ?? '2026-03-04T08:00:00Z',
        due,
        given.assignedTo ?? null,
      ],
    ),
  );
  return id;
}
