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
