/**
 * The Polish profile of HSDS: what is narrower here than in the specification, as JSON Merge Patches (RFC 7386) to its
 * schema files. It adds no member and changes no meaning.
 */
export const PROFILE = {
  name: 'Splot – polski profil HSDS',
  base: 'https://github.com/openreferral/specification',
  version: '3.1',
  schema: {
    'organization_identifier.json': {
      properties: { identifier_type: { enum: ['KRS', 'NIP', 'REGON', 'register'] } },
    },
    'location.json': { properties: { external_identifier_type: { enum: ['TERYT'] } } },
    'address.json': {
      properties: { country: { const: 'PL' }, postal_code: { pattern: '^(\\d{2}-\\d{3})?$' } },
    },
    'cost_option.json': { properties: { currency: { const: 'PLN' } } },
    'language.json': { properties: { code: { enum: ['pl', 'en', 'uk', 'be', 'ru', 'de', 'pjm'] } } },
    'contact.json': {
      description: 'A role that answers, never a person: name is not used.',
      properties: { name: null },
    },
  },
  parameters: {
    '/services': ['minimum_age', 'maximum_age'],
    '/organizations': ['modified_after'],
  },
} as const;
