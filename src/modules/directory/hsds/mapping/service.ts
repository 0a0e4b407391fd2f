import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { FreshnessRules, Names, RecordView } from '../../record/api.ts';
import type { Taxonomy } from '../../schema.ts';
import { compact, type HsdsObject, stableId } from '../schema.ts';
import type { Territory } from './places/service.ts';

/** What mapping needs beside the record. */
export interface Known {
  readonly names: Names;
  readonly lang: Lang;
  readonly today: LocalDate;
  readonly now: Date;
  readonly rules: FreshnessRules;
  readonly territory: Territory;
  /** Ids of dictionary entries outside Splot, by `taxonomy:code`. */
  readonly termIds: ReadonlyMap<string, string>;
  readonly siteUrl: string;
}

/** An entry of a dictionary that says something about an object, and in which way. */
export function attributes(
  k: Known,
  of: string,
  entity: string,
  terms: readonly (readonly [Taxonomy, string])[],
): HsdsObject[] {
  return terms.flatMap(([taxonomy, code]) => {
    const termId = k.termIds.get(`${taxonomy}:${code}`);
    if (!termId) return [];
    const name = k.names.term(taxonomy, code);
    return [
      {
        id: stableId('attribute', of, taxonomy, code),
        link_id: of,
        link_entity: entity,
        link_type: taxonomy,
        label: name,
        taxonomy_term_id: termId,
        taxonomy_term: { id: termId, code, name, description: name },
      },
    ];
  });
}

/** Whom to ask for, as a role; never a person. */
export const contactsOf = (r: RecordView): HsdsObject[] =>
  r.contactRole === '' ? [] : [{ id: stableId('contact', r.id), title: r.contactRole }];

/** What stands in a list, without `full`: enough to tell it and to know whether it changed. */
export const briefOf = ({
  id,
  name,
  alternate_name,
  description,
  status,
  last_modified,
  uri,
}: HsdsObject): HsdsObject => compact({ id, name, alternate_name, description, status, last_modified, uri });
