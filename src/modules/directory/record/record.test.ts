import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Ctx, SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, makeEntity, makeInstitution, makeWorker, recordInput } from '#test/factories.ts';
import type { Provenance, RecordInput } from '../schema.ts';
import { confirmRecord, freshnessOf, type RecordView, readRecord, readRecords, saveRecord } from './api.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const system = <T>(work: (ctx: Ctx) => Promise<T>) => base.ctxAs(SYSTEM_ACTOR, work);
const FROM: Provenance = { source: 'partner', sourceOn: '2026-01-02', by: 'import', confirmed: null };

/** Everything a record can hold. */
const FULL: Partial<RecordInput> = {
  registerNumber: 'PS/12/1',
  descriptionPl: 'Gotujemy obiady.',
  descriptionEn: 'We cook lunches.',
  foundedOn: '2015-06-01',
  sizeBand: '10-49',
  contactRole: 'biuro zamówień',
  phone: '+48183300123',
  email: 'biuro@example.org',
  website: 'https://example.org',
  statuses: [
    {
      status: 'PS',
      decisionNumber: 'ES.1/2024',
      authority: 'Wojewoda Małopolski',
      validFrom: '2024-01-01',
      validTo: null,
    },
  ],
  founders: [
    { kind: 'persons', name: '' },
    { kind: 'ngo', name: 'Fundacja Próbna' },
  ],
  groups: ['disabled'],
  pkd: [{ taxonomy: 'pkd2025', code: '56', isMain: true }],
  servedCounties: ['1207'],
  places: [
    {
      name: 'Kuchnia',
      kind: 'physical',
      isMain: true,
      street: 'Rynek 1',
      postalCode: '34-600',
      localityId: null,
      locality: 'Limanowa',
      gminaId: '1207-limanowa-m',
      countyCode: '1207',
      lat: 49.7,
      lon: 20.4,
      directions: 'Od dworca prosto.',
      access: [{ code: 'step_free', note: 'od podwórza' }],
      opening: [
        {
          weekday: 1,
          onDay: null,
          opens: '08:00',
          closes: '16:00',
          validFrom: null,
          validTo: null,
          note: '',
        },
        {
          weekday: null,
          onDay: '2026-12-24',
          opens: null,
          closes: null,
          validFrom: null,
          validTo: null,
          note: 'Wigilia',
        },
      ],
    },
    {
      name: 'Sala',
      kind: 'physical',
      isMain: false,
      street: 'Polna 2',
      postalCode: '',
      localityId: null,
      locality: 'Laskowa',
      gminaId: null,
      countyCode: '1207',
      lat: null,
      lon: null,
      directions: '',
      access: [],
      opening: [],
    },
  ],
  offers: [
    {
      category: 'catering',
      name: 'Obiady szkolne',
      description: 'Dwa dania.',
      priceFrom: 1200,
      priceTo: 1800,
      priceUnit: 'porcja',
      capacity: 300,
      capacityUnit: 'porcji dziennie',
      leadDays: 3,
      rangeKm: 25,
      reservedBasis: ['pzp_94'],
      certificates: 'HACCP',
      samples: 'Szkoła nr 1',
      active: true,
      codes: [{ taxonomy: 'cpv', code: '55524000' }],
    },
  ],
  supports: [
    {
      placeIndex: 1,
      kind: 'training',
      name: 'Klub pracy',
      description: 'Warsztaty.',
      descriptionEasy: 'Uczymy szukać pracy.',
      minimumAge: 18,
      maximumAge: null,
      fee: 0,
      feeNote: '',
      howToApply: 'Zadzwoń.',
      takesReferrals: true,
      placesTotal: 12,
      placesFree: 3,
      placesOn: '2026-03-01',
      languages: ['pl', 'uk'],
      active: true,
      eligibility: [
        { rule: 'county', value: '1207' },
        { rule: 'registered_unemployed', value: '' },
      ],
      requiredPapers: ['dowód osobisty'],
    },
  ],
};

async function read(id: string): Promise<RecordView> {
  const found = await system((ctx) => readRecord(ctx, id));
  if (!found) throw new Error('no record');
  return found;
}
const changes = (id: string) =>
  asAdmin(base.adminUrl, (run) =>
    run('select by_kind, fields from directory.change where entity_id = $1 order by at, id', [id]),
  );

describe('a record', () => {
  test('comes back as it was written', async () => {
    const id = await makeEntity(base, FULL);
    const view = await read(id);
    expect(view).toMatchObject({
      ...recordInput(FULL),
      founders: expect.arrayContaining([expect.objectContaining({ name: 'Fundacja Próbna' })]),
      confirmedOn: '2026-01-02',
    });
    expect(view.supports[0]?.placeId).toBe(view.places[1]?.id);
    expect((await changes(id)).map((c) => c.fields)).toEqual([
      [{ field: 'record', before: '', after: view.name }],
    ]);
  });

  test('written back as it was read changes nothing', async () => {
    const id = await makeEntity(base, { ...FULL, nip: '5252248481' });
    const before = await read(id);
    await system((ctx) => saveRecord(ctx, id, before, FROM));
    expect(await read(id)).toEqual(before);
    expect(await changes(id)).toHaveLength(1);
  });

  test('each change of a field is one entry of the history, and only that', async () => {
    const id = await makeEntity(base, FULL);
    const view = await read(id);
    const [place, second] = view.places;
    const [offer] = view.offers;
    const [support] = view.supports;
    if (!place || !second || !offer || !support) throw new Error('parts');
    const steps: [string, RecordInput][] = [
      ['phone', { ...view, phone: '+48600000123' }],
      ['state', { ...view, state: 'suspended' }],
      ['statuses', { ...view, statuses: [] }],
      ['directions', { ...view, places: [{ ...place, directions: 'Inaczej.' }, second] }],
      ['opening', { ...view, places: [{ ...place, opening: place.opening.slice(1) }, second] }],
      ['price', { ...view, offers: [{ ...offer, priceTo: 1900 }] }],
      ['codes', { ...view, offers: [{ ...offer, codes: [] }] }],
      ['placesFree', { ...view, supports: [{ ...support, placesFree: 2 }] }],
      ['eligibility', { ...view, supports: [{ ...support, eligibility: [] }] }],
      ['offers', { ...view, offers: [] }],
    ];
    for (const [field, input] of steps) {
      const { rowVersion } = await read(id);
      await system((ctx) => saveRecord(ctx, id, input, FROM));
      const after = await read(id);
      expect(after.rowVersion).toBe(rowVersion + 1);
      const fields = (await changes(id)).at(-1)?.fields as { field: string }[];
      expect(fields.map((f) => f.field)).toEqual([field]);
      await system((ctx) => saveRecord(ctx, id, view, FROM));
    }
  });

  test('parts keep their ids, the seat moves, and a foreign id is a new part', async () => {
    const other = await read(await makeEntity(base, FULL));
    const id = await makeEntity(base, FULL);
    const view = await read(id);
    const [first, second] = view.places;
    const [stolen] = other.places;
    if (!first || !second || !stolen) throw new Error('places');
    const places = [
      { ...first, isMain: false },
      { ...second, isMain: true },
      { ...stolen, isMain: false },
    ];
    await system((ctx) => saveRecord(ctx, id, { ...view, places }, FROM));
    const after = await read(id);
    expect(after.places.map((p) => p.id).slice(0, 2)).toEqual([second.id, first.id]);
    expect(after.places).toHaveLength(3);
    expect(after.places.some((p) => p.id === stolen.id)).toBe(false);
    expect(await read(other.id)).toEqual(other);
  });

  test('two legal entities do not share a number; a unit may repeat it', async () => {
    const id = await makeEntity(base, { nip: '1234563218' });
    await expect(makeEntity(base, { nip: '1234563218' })).rejects.toMatchObject({
      fields: [{ field: 'nip' }],
    });
    const unit = await makeEntity(base, { nip: '1234563218', parentId: id, type: 'KIS', legalForm: null });
    expect((await read(unit)).parentId).toBe(id);
  });

  test('many are read in the order asked for', async () => {
    const ids = await Promise.all([makeEntity(base), makeEntity(base)]);
    const found = await system((ctx) => readRecords(ctx, [...ids].reverse()));
    expect(found.map((r) => r.id)).toEqual([...ids].reverse());
  });
});

describe('who may write', () => {
  let keeper: Actor;
  let stranger: Actor;
  let editor: Actor;
  let id: string;
  beforeAll(async () => {
    const own = await makeInstitution(base.adminUrl, 'NGO');
    const other = await makeInstitution(base.adminUrl, 'NGO');
    keeper = await makeWorker(base.adminUrl, own, ['institution_admin']);
    stranger = await makeWorker(base.adminUrl, other, ['institution_admin']);
    editor = await makeWorker(base.adminUrl, other, ['editor']);
    id = await makeEntity(base, FULL, { institutionId: own.id });
  });
  const change = (actor: Actor, name: string) =>
    base.ctxAs(actor, async (ctx) => {
      const view = await readRecord(ctx, id);
      if (!view) throw new Error('no record');
      const parts = { ...view, places: view.places.map((p) => ({ ...p, directions: name })) };
      await saveRecord(ctx, id, { ...parts, name }, { ...FROM, by: 'entity' });
    });

  test('the keeper and the editor, nobody else', async () => {
    await change(keeper, 'Po nowemu');
    expect((await read(id)).name).toBe('Po nowemu');
    await change(editor, 'Po redakcji');
    expect((await read(id)).name).toBe('Po redakcji');
    await expect(change(stranger, 'Nie')).rejects.toMatchObject({ code: 'not_found' });
    await expect(base.ctxAs(stranger, (ctx) => confirmRecord(ctx, id, 'entity'))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      base.ctxAs(keeper, (ctx) => saveRecord(ctx, null, recordInput(), FROM)),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a confirmation moves the date and no version', async () => {
    const { rowVersion } = await read(id);
    await base.ctxAs(keeper, (ctx) => confirmRecord(ctx, id, 'entity'));
    expect(await read(id)).toMatchObject({ confirmedOn: '2026-03-04', confirmedBy: 'entity', rowVersion });
  });
});

test('freshness by full months', () => {
  const rules = { ageing: 6, unconfirmed: 12 };
  expect(freshnessOf(null, '2026-03-04', rules)).toEqual({ freshness: 'unconfirmed', months: null });
  expect(freshnessOf('2025-09-05', '2026-03-04', rules)).toEqual({ freshness: 'confirmed', months: 5 });
  expect(freshnessOf('2025-09-04', '2026-03-04', rules)).toEqual({ freshness: 'ageing', months: 6 });
  expect(freshnessOf('2025-01-04', '2026-03-04', rules)).toEqual({ freshness: 'unconfirmed', months: 14 });
});
