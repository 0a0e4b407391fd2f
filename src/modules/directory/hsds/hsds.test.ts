import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { fillDirectory } from '#test/directory.ts';

let app: TestApp;
interface Item {
  readonly id: string;
  readonly [member: string]: unknown;
}
interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
}

beforeAll(async () => {
  app = await testApp();
  await fillDirectory(app, 60);
});
afterAll(() => app.drop());

const get = async <T>(path: string): Promise<T> => {
  const answer = await app.visitor.get(path);
  expect(answer.status, path).toBe(200);
  return JSON.parse(answer.text) as T;
};
const page = (path: string) => get<Page>(path);
const LISTS = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'] as const;

/** Every page of a list. */
async function everything(path: string, perPage = 37): Promise<Item[]> {
  const found: Item[] = [];
  for (let number = 1; ; number += 1) {
    const one = await page(`${path}${path.includes('?') ? '&' : '?'}page=${number}&per_page=${perPage}`);
    found.push(...one.contents);
    if (one.last_page) return found;
  }
}

test('the root says version, profile and where the description of the interface is', async () => {
  const root = await get<Record<string, string>>('/hsds');
  expect(root).toMatchObject({ version: expect.stringMatching(/^3\.1/), publisher: { name: 'Splot' } });
  const { paths } = await get<{ paths: Record<string, unknown> }>(new URL(root.openapi_url ?? '').pathname);
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/hsds/services', '/hsds/services/{id}']));
  expect((await app.visitor.get(new URL(root.profile ?? '').pathname)).status).toBe(200);
});

describe.each(LISTS)('%s', (list) => {
  const base = `/hsds/${list}`;

  test('pages add up, keep their order and end in an empty one', async () => {
    const first = await page(`${base}?per_page=7`);
    expect(first).toMatchObject({ page_number: 1, first_page: true });
    const all = await everything(base, 7);
    expect(all).toHaveLength(first.total_items);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(await everything(base, 500)).toEqual(all);
    const beyond = await page(`${base}?page=${first.total_pages + 5}&per_page=7`);
    expect(beyond).toMatchObject({ empty: true, size: 0, last_page: true, total_items: first.total_items });
  });

  test('each id leads to one object; others are missing or wrong', async () => {
    for (const { id } of (await everything(base)).slice(0, 25))
      expect((await get<Item>(`${base}/${id}`)).id).toBe(id);
    expect((await app.visitor.get(`${base}/${newId()}`)).status).toBe(404);
    const wrong = await app.visitor.get(`${base}/no-such-id`);
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
  });

  test('lines hold the same as the pages, one object each', async () => {
    const answer = await app.visitor.get(`${base}?format=ndjson`);
    const lines = answer.text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Item)).toEqual(await everything(base, 500));
  });

  test('wrong parameters are refused by name', async () => {
    for (const query of ['page=0', 'page=x', 'per_page=-3', 'taxonomy_term_id=1', 'nonsense=1']) {
      const path = `${base}?${query}`;
      const { status } = await app.visitor.get(path);
      if (list !== 'taxonomies' || !query.startsWith('taxonomy')) expect(status, path).toBe(400);
    }
  });

  test('a page of another site may ask first', async () => {
    const asked = await app.fetch(new Request('http://splot.test/hsds/organizations', { method: 'OPTIONS' }));
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('anybody may read it from anywhere, without a cookie, and need not read it twice', async () => {
    const answer = await app.visitor.get(base);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('ratelimit')).not.toBeNull();
    const again = await app.visitor.get(base, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
});

test('no null stands anywhere', async () => {
  for (const list of LISTS) {
    const all = await everything(`/hsds/${list}${list.startsWith('t') ? '' : '?full=true'}`);
    expect(JSON.stringify(all)).not.toContain('null');
  }
});

test('a further filter never adds anything; a dictionary is the union of its entries', async () => {
  const all = await page('/hsds/services?per_page=500');
  const taxonomies = await everything('/hsds/taxonomies');
  const category = taxonomies.find(({ name }) => name === 'Kategoria oferty');
  const terms = await everything(`/hsds/taxonomy_terms?taxonomy_id=${category?.id}`);
  const union = new Set<string>();
  for (const term of terms) {
    const found = await page(`/hsds/services?per_page=500&taxonomy_term_id=${term.id}`);
    expect(found.total_items).toBeLessThanOrEqual(all.total_items);
    for (const { id } of found.contents) union.add(id);
    const narrower = await page(`/hsds/services?per_page=500&taxonomy_term_id=${term.id}&search=a`);
    expect(narrower.total_items).toBeLessThanOrEqual(found.total_items);
  }
  const whole = await page(`/hsds/services?per_page=500&taxonomy_id=${category?.id}`);
  expect(new Set(whole.contents.map(({ id }) => id))).toEqual(union);
  expect(union.size).toBeGreaterThan(10);
});

test('what changed since an instant is found, the instant itself included; minimal lists everything', async () => {
  const all = await page('/hsds/services?per_page=500&minimal=true');
  expect(all.size).toBe(all.total_items);
  const instants = all.contents.map(({ last_modified }) => String(last_modified)).sort();
  const newest = instants.at(-1) ?? '';
  const since = await page(`/hsds/services?per_page=500&modified_after=${encodeURIComponent(newest)}`);
  expect(since.total_items).toBe(instants.filter((each) => each === newest).length);
});

test('ages keep those whom a service takes', async () => {
  const adults = await everything('/hsds/services?full=true&minimum_age=17');
  expect(adults.every(({ minimum_age }) => minimum_age === undefined || Number(minimum_age) <= 17)).toBe(
    true,
  );
});

test('contacts are roles', async () => {
  for (const { contacts } of await everything('/hsds/organizations?full=true'))
    for (const contact of (contacts ?? []) as Item[])
      expect(Object.keys(contact).sort()).toEqual(['id', 'title']);
});

/** Members of HSDS 3.1 by entity, the required ones first, after a bar the others: a misspelt one would pass any schema. */
const MEMBERS: Readonly<Record<string, string>> = {
  service:
    'id name status | organization_id program_id alternate_name description url additional_urls email interpretation_services application_process fees_description eligibility_description minimum_age maximum_age assured_date assurer_email alert last_modified accreditations phones schedules service_areas service_at_locations languages organization funding cost_options program required_documents contacts capacities attributes metadata',
  organization:
    'id name description | alternate_name email website additional_websites year_incorporated legal_status logo uri parent_organization_id funding contacts phones locations programs organization_identifiers attributes metadata',
  organization_identifier:
    'id identifier_type identifier | organization_id identifier_scheme attributes metadata',
  location:
    'id location_type | url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type languages addresses contacts accessibility phones schedules attributes metadata',
  address:
    'id address_1 city state_province postal_code country address_type | attention address_2 region location_id attributes metadata',
  service_at_location:
    'id | service_id location_id description service_areas contacts phones schedules location service attributes metadata',
  service_area:
    'id | name description extent extent_type uri service_id service_at_location_id attributes metadata',
  phone:
    'id number | extension type description languages organization_id service_id location_id service_at_location_id contact_id attributes metadata',
  contact:
    'id | name title department email phones organization_id service_id service_at_location_id location_id attributes metadata',
  schedule:
    'id | freq wkst interval byday bymonthday byweekno byyearday dtstart until count valid_from valid_to opens_at closes_at timezone description schedule_link attending_type notes attributes metadata',
  cost_option:
    'id | service_id option currency amount amount_description valid_from valid_to attributes metadata',
  language: 'id | name code note attributes metadata',
  accessibility: 'id | location_id description details url attributes metadata',
  required_document: 'id | service_id document uri attributes metadata',
  service_capacity: 'id unit available updated | service_id unit_id maximum description attributes metadata',
  unit: 'id name | scheme identifier uri attributes metadata',
  taxonomy: 'id name description | uri version metadata',
  taxonomy_term:
    'id name description | code parent_id taxonomy taxonomy_detail taxonomy_id language term_uri metadata',
  attribute: 'id | link_id taxonomy_term_id link_type link_entity value label taxonomy_term metadata',
};
/** Which entity stands in a member that nests one or several. */
const NESTED: Readonly<Record<string, string>> = {
  organization: 'organization',
  organization_identifiers: 'organization_identifier',
  locations: 'location',
  location: 'location',
  addresses: 'address',
  service_at_locations: 'service_at_location',
  service_areas: 'service_area',
  phones: 'phone',
  contacts: 'contact',
  schedules: 'schedule',
  cost_options: 'cost_option',
  languages: 'language',
  accessibility: 'accessibility',
  required_documents: 'required_document',
  capacities: 'service_capacity',
  unit: 'unit',
  attributes: 'attribute',
  taxonomy_term: 'taxonomy_term',
  service: 'service',
};

/** What is wrong with an object: members that are missing or that nobody knows, all the way down. */
function problems(entity: string, item: Record<string, unknown>, at = entity): string[] {
  const [required = '', others = ''] = (MEMBERS[entity] ?? '').split(' | ');
  const known = `${required} ${others}`.split(' ');
  const whole = entity === 'organization' || entity === 'service' ? ['id', 'name'] : required.split(' ');
  return [
    ...whole.filter((member) => !(member in item)).map((member) => `${at}.${member} is missing`),
    ...Object.keys(item)
      .filter((member) => !known.includes(member))
      .map((member) => `${at}.${member} is unknown`),
    ...Object.entries(item).flatMap(([member, value]) => {
      const inner = NESTED[member];
      if (!inner || typeof value !== 'object' || value === null) return [];
      return [value]
        .flat()
        .flatMap((each) => problems(inner, each as Record<string, unknown>, `${at}.${member}`));
    }),
  ];
}

test.each([
  ['services?full=true', 'service'],
  ['services', 'service'],
  ['organizations?full=true', 'organization'],
  ['organizations', 'organization'],
  ['service_at_locations?full=true', 'service_at_location'],
  ['taxonomies', 'taxonomy'],
  ['taxonomy_terms', 'taxonomy_term'],
])(
  'every member of %s is one of the specification, and none that is required is missing',
  async (list, entity) => {
    const found = (await everything(`/hsds/${list}`, 500)).flatMap((item) => [
      ...problems(entity, item),
      ...(entity === 'service' && !('status' in item) ? ['service.status is missing'] : []),
      ...(entity === 'organization' && !('description' in item)
        ? ['organization.description is missing']
        : []),
    ]);
    expect([...new Set(found)]).toEqual([]);
  },
);

test('hours are written as the specification wants them', async () => {
  const all = JSON.stringify(await everything('/hsds/organizations?full=true', 500));
  const schedules = [...all.matchAll(/"schedules":(\[.*?\])/g)].flatMap(
    ([, list]) => JSON.parse(list ?? '[]') as Item[],
  );
  expect(schedules.length).toBeGreaterThan(10);
  for (const { freq, byday, opens_at, timezone } of schedules) {
    expect(freq).toBe('WEEKLY');
    expect(byday).toMatch(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/);
    expect(opens_at).toMatch(/^\d\d:\d\d:00$/);
    expect([1, 2]).toContain(timezone);
  }
});

/**
 * The JSON Schemas of the specification (CC BY-SA) are not part of this repository. Whoever has a checkout of
 * openreferral/specification names its folder `schema` in HSDS_SCHEMAS.
 */
const schemas = process.env.HSDS_SCHEMAS;
const OWN_WORDS = [
  'name',
  'path',
  'datapackage_metadata',
  'constraints',
  'example',
  'core',
  'tabular_required',
  'datapackage_type',
];
describe.skipIf(!schemas)(
  'the JSON Schemas of HSDS (skipped without HSDS_SCHEMAS: they are not part of this repository)',
  () => {
    const files = schemas
      ? readdirSync(schemas).filter((name) => name.endsWith('.json') && name !== 'openapi.json')
      : [];
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    formats.default(ajv);
    ajv.addVocabulary(OWN_WORDS);
    const schemaOf = (entity: string) =>
      JSON.parse(readFileSync(join(schemas ?? '', `${entity}.json`), 'utf8')) as {
        properties: object;
        required: string[];
      };
    for (const file of files) ajv.addSchema(schemaOf(file.replace(/\.json$/, '')), file);

    test.each(Object.keys(MEMBERS))('the members of %s named above are those of its schema', (entity) => {
      const { properties, required } = schemaOf(entity);
      const [needed = '', others = ''] = (MEMBERS[entity] ?? '').split(' | ');
      expect(needed.split(' ').sort()).toEqual(required.toSorted());
      // Stands in the examples of the specification and in no schema.
      const shown = entity === 'service_at_location' ? ['service'] : [];
      const known = [...Object.keys(properties), ...shown];
      expect(others.split(' ').filter((member) => !known.includes(member))).toEqual([]);
    });

    test.each([
      ['services?full=true', 'service.json'],
      ['organizations?full=true', 'organization.json'],
      ['service_at_locations?full=true', 'service_at_location.json'],
      ['taxonomies', 'taxonomy.json'],
      ['taxonomy_terms', 'taxonomy_term.json'],
    ])('%s', async (list, schema) => {
      const valid = ajv.compile({ $ref: schema });
      for (const item of await everything(`/hsds/${list}`, 500)) {
        valid(item);
        expect(valid.errors ?? [], JSON.stringify(item).slice(0, 300)).toEqual([]);
      }
    });
  },
);
