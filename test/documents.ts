import { newId } from '#kernel/ids.ts';
import { asAdmin } from './factories.ts';

export interface MadeDocument {
  readonly id: string;
  readonly versionId: string;
}

/** A document that readers see, as one that came with the database: one version in one language. */
export async function makeDocument(
  adminUrl: string,
  given: {
    readonly kind?: string;
    readonly slug?: string;
    readonly parentId?: string;
    readonly position?: number;
    /** Another language of a document that is there already. */
    readonly documentId?: string;
    readonly lang?: string;
    readonly title?: string;
    readonly lead?: string;
    readonly body?: string;
    readonly facts?: object;
    readonly themes?: readonly string[];
    readonly tags?: readonly string[];
    /** From when readers see it. */
    readonly from?: Date;
    readonly legalStateOn?: string;
  } = {},
): Promise<MadeDocument> {
  const id = given.documentId ?? newId();
  const versionId = newId();
  const from = given.from ?? new Date('2026-02-01T09:00:00Z');
  await asAdmin(adminUrl, async (run) => {
    if (given.documentId === undefined)
      await run(
        `insert into library.document (id, kind, slug, parent_id, position, tags, created_at, published_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [
          id,
          given.kind ?? 'news',
          given.slug ?? `dokument-${id.slice(-6)}`,
          given.parentId ?? null,
          given.position ?? 0,
          given.tags ?? [],
          from,
        ],
      );
    await run(
      `insert into library.version (id, document_id, lang, number, title, lead, body, facts, legal_state_on, state, shown, created_at, updated_at)
       values ($1, $2, $3, 1, $4, $5, $6, $7, $8, 'published', tstzrange($9, null), $9, $9)`,
      [
        versionId,
        id,
        given.lang ?? 'pl',
        given.title ?? 'Dokument próbny',
        given.lead ?? '',
        given.body ?? '',
        JSON.stringify(given.facts ?? {}),
        given.legalStateOn ?? null,
        from,
      ],
    );
    for (const theme of given.themes ?? [])
      await run('insert into library.document_theme (document_id, theme) values ($1, $2)', [id, theme]);
  });
  return { id, versionId };
}
