import type { RecordView } from '../../../record/api.ts';
import { compact, type HsdsObject, stableId } from '../../schema.ts';
import { locationOf, phonesOf } from '../places/service.ts';
import { attributes, contactsOf, type Known } from '../service.ts';

const IDENTIFIERS = [
  ['krs', 'KRS', 'PL-KRS'],
  ['nip', 'NIP', 'PL-NIP'],
  ['regon', 'REGON', 'PL-REGON'],
] as const;

/** An organisation: a legal entity or a unit of one. */
export function organizationOf(k: Known, r: RecordView): HsdsObject {
  const description = (k.lang === 'en' && r.descriptionEn) || r.descriptionPl || k.names.term('type', r.type);
  return compact({
    id: r.id,
    name: r.name,
    alternate_name: r.shortName === r.name ? '' : r.shortName,
    description,
    email: r.email,
    website: r.website,
    year_incorporated: r.foundedOn === null ? null : Number(r.foundedOn.slice(0, 4)),
    legal_status: r.legalForm === null ? '' : k.names.term('legal_form', r.legalForm),
    uri: `${k.siteUrl}/directory/${r.id}`,
    parent_organization_id: r.parentId,
    contacts: contactsOf(r),
    phones: phonesOf(r.id, r.phone),
    locations: r.places.map((place) => locationOf(k.territory, k.names, r, place, k.today)),
    organization_identifiers: [
      ...IDENTIFIERS.flatMap(([member, type, scheme]) => {
        const identifier = r[member];
        return identifier === null ? [] : [identifierOf(r.id, type, scheme, identifier)];
      }),
      ...(r.registerNumber === null ? [] : [identifierOf(r.id, 'register', '', r.registerNumber)]),
    ],
    attributes: attributes(k, r.id, 'organization', [
      ['type', r.type],
      ...r.statuses
        .filter(({ validFrom, validTo }) => validFrom <= k.today && (validTo === null || validTo >= k.today))
        .map(({ status }) => ['status', status] as const),
      ...r.groups.map((code) => ['group', code] as const),
      ...r.pkd.map(({ taxonomy, code }) => [taxonomy, code] as const),
    ]),
  });
}

const identifierOf = (of: string, type: string, scheme: string, identifier: string): HsdsObject =>
  compact({
    id: stableId('identifier', of, type),
    organization_id: of,
    identifier_type: type,
    identifier_scheme: scheme,
    identifier,
  });
