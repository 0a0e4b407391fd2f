import { newId } from '#kernel/ids.ts';
import { asAdmin, type MadeInstitution } from './factories.ts';

/** A published event of this institution with dates (start and end); open registration unless said otherwise. */
export async function makeEvent(
  adminUrl: string,
  institution: MadeInstitution,
  given: {
    readonly slug?: string;
    readonly capacity?: number | null;
    readonly registration?: 'open' | 'approval' | 'none';
    readonly state?: 'draft' | 'published';
    readonly dates: readonly (readonly [Date, Date])[];
    readonly certificate?: boolean;
    readonly online?: string;
  },
): Promise<{ id: string; slug: string; occurrences: string[] }> {
  const id = newId();
  const slug = given.slug ?? `wydarzenie-${id.slice(-6)}`;
  const occurrences: string[] = [];
  await asAdmin(adminUrl, async (run) => {
    const [first] = given.dates;
    const state = given.state ?? 'published';
    await run(
      `insert into events.event (id, slug, kind, state, title_pl, title_en, lead_pl, institution_id, mode, place_name, locality, county_code,
         registration, capacity, certificate, hours, first_at, last_at, created_at, updated_at, published_at)
       values ($1, $2, 'training', $3, 'Szkolenie próbne', 'A trial training', 'O czym', $4, 'hybrid', 'Sala', 'Limanowa', '1207', $5, $6, $7, 4,
         $8, $9, '2026-01-05', '2026-01-05', case when $3 <> 'draft' then timestamptz '2026-01-05' end)`,
      [
        ...[id, slug, state, institution.id, given.registration ?? 'open', given.capacity ?? null],
        ...[given.certificate ?? false, first?.[0], given.dates.at(-1)?.[1]],
      ],
    );
    for (const [start, end] of given.dates) {
      const occurrence = newId();
      occurrences.push(occurrence);
      await run('insert into events.occurrence (id, event_id, starts_at, ends_at) values ($1, $2, $3, $4)', [
        ...[occurrence, id, start, end],
      ]);
    }
    if (given.online) await run('insert into events.online values ($1, $2)', [id, given.online]);
  });
  return { id, slug, occurrences };
}
