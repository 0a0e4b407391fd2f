import type { Lang } from '#kernel/i18n.ts';
import { formatDate } from '#kernel/time.ts';
import type { OfferInput, OpeningInput, PlaceInput, RecordInput, SupportInput } from '../../schema.ts';
import { text as moduleText } from '../../text.pl.ts';
import type { ChangedField, Names } from '../schema.ts';
import { type Text, text } from './text.pl.ts';

/** One value of a record as it is shown. Records are compared by their facts, so each thing written has one. */
interface Fact {
  readonly key: string;
  readonly field: keyof Text['fields'];
  readonly of: string;
  readonly text: string;
}
type Values = Partial<Record<keyof Text['fields'], string | null>>;
type Part = { readonly id?: string | undefined };

const joined = (values: readonly (string | null | false | undefined)[], by = ', ') =>
  values.filter(Boolean).join(by);
const sorted = (values: readonly string[]) => [...values].sort();

/** Who says how things are called: a language and the names of codes. */
interface Words {
  readonly t: Text;
  readonly names: Names;
  readonly day: (date: string | null) => string;
  readonly period: (from: string | null, to: string | null) => string;
  readonly money: (grosze: number) => string;
}
function wordsOf(lang: Lang, names: Names): Words {
  const t = text[lang];
  const day = (date: string | null) => (date === null ? '' : formatDate(date, lang));
  return {
    t,
    names,
    day,
    period: (from, to) => joined([from !== null && t.from(day(from)), to !== null && t.to(day(to))], ' '),
    money: (grosze) => `${(grosze / 100).toFixed(2).replace('.', lang === 'en' ? '.' : ',')} zł`,
  };
}

const hours = (w: Words, o: OpeningInput) =>
  joined([
    o.opens && o.closes ? `${o.opens}–${o.closes}` : w.t.closed,
    w.period(o.validFrom, o.validTo),
    o.note,
  ]);
const rule = (w: Words, o: OpeningInput) =>
  `${w.t.days[(o.weekday ?? 1) as keyof Text['days']]} ${hours(w, o)}`;
const exception = (w: Words, o: OpeningInput) => `${w.day(o.onDay)} ${hours(w, o)}`;

function ofPlace(w: Words, p: PlaceInput): Values {
  return {
    name: p.name,
    kind: w.t.placeKinds[p.kind],
    isMain: p.isMain ? w.t.yes : w.t.no,
    address: joined([
      p.street,
      joined([p.postalCode, p.locality], ' '),
      p.localityId === null ? null : String(p.localityId),
      p.gminaId === null ? null : w.names.gmina(p.gminaId),
      p.countyCode === null ? null : w.names.county(p.countyCode),
    ]),
    position: p.lat === null || p.lon === null ? '' : `${p.lat}, ${p.lon}`,
    directions: p.directions,
    access: joined(
      sorted(p.access.map((a) => w.names.term('access', a.code) + (a.note === '' ? '' : ` (${a.note})`))),
    ),
    opening: joined(
      [...p.opening]
        .filter((o) => o.weekday !== null)
        .sort((a, b) => (a.weekday ?? 0) - (b.weekday ?? 0) || (a.opens ?? '').localeCompare(b.opens ?? ''))
        .map((o) => rule(w, o)),
      '; ',
    ),
    exceptions: joined(sorted(p.opening.filter((o) => o.onDay !== null).map((o) => exception(w, o))), '; '),
  };
}

function ofOffer(w: Words, o: OfferInput): Values {
  const { t } = w;
  const price = joined(
    [
      o.priceFrom !== null && (o.priceFrom === o.priceTo ? '' : `${t.since('')}`) + w.money(o.priceFrom),
      o.priceTo !== null && o.priceTo !== o.priceFrom && t.upTo(w.money(o.priceTo)),
      o.priceUnit && `/ ${o.priceUnit}`,
    ],
    ' ',
  );
  return {
    name: o.name,
    category: w.names.term('category', o.category),
    description: o.description,
    price,
    capacity: o.capacity === null ? '' : `${o.capacity} ${o.capacityUnit}`,
    leadDays: o.leadDays === null ? '' : String(o.leadDays),
    rangeKm: o.rangeKm === null ? '' : t.km(o.rangeKm),
    reservedBasis: joined(sorted(o.reservedBasis)),
    certificates: o.certificates,
    samples: o.samples,
    active: o.active ? t.yes : t.no,
    codes: joined(
      sorted(o.codes.map((c) => `${c.taxonomy} ${c.code} ${w.names.term(c.taxonomy, c.code)}`)),
      '; ',
    ),
  };
}

/** One condition of a support service in words: „mieszkańcy: powiat limanowski”. */
export const ruleText = (lang: Lang, names: Names, e: SupportInput['eligibility'][number]): string =>
  joined(
    [
      text[lang].rules[e.rule],
      e.rule === 'county' ? names.county(e.value) : e.rule === 'gmina' ? names.gmina(e.value) : e.value,
    ],
    ' ',
  );

function ofSupport(w: Words, lang: Lang, s: SupportInput, places: readonly PlaceInput[]): Values {
  const { t } = w;
  const languages: Readonly<Record<string, string>> = t.languages;
  const at = s.placeIndex === null || s.placeIndex === undefined ? undefined : places[s.placeIndex];
  return {
    name: s.name,
    kind: w.names.term('support', s.kind),
    placeIndex: at ? joined([at.name, at.street, at.locality]) || t.placeKinds[at.kind] : '',
    description: s.description,
    descriptionEasy: s.descriptionEasy,
    ages: joined(
      [
        s.minimumAge !== null && t.since(String(s.minimumAge)),
        s.maximumAge !== null && t.upTo(String(s.maximumAge)),
      ],
      ' ',
    ),
    fee: joined([s.fee === 0 ? t.free : w.money(s.fee), s.feeNote]),
    howToApply: s.howToApply,
    takesReferrals: s.takesReferrals ? t.yes : t.no,
    placesTotal: s.placesTotal === null ? '' : String(s.placesTotal),
    placesFree: s.placesFree === null ? '' : t.freeOn(s.placesFree, w.day(s.placesOn)),
    languages: joined(sorted(s.languages.map((l) => languages[l] ?? l))),
    active: s.active ? t.yes : t.no,
    eligibility: joined(sorted(s.eligibility.map((e) => ruleText(lang, w.names, e))), '; '),
    requiredPapers: joined(sorted(s.requiredPapers), '; '),
  };
}

function ofRecord(w: Words, lang: Lang, r: RecordInput): Values {
  const { states, sizes } = moduleText[lang];
  const { names } = w;
  return {
    parentId: r.parentId === null ? '' : names.entity(r.parentId),
    type: names.term('type', r.type),
    legalForm: r.legalForm === null ? '' : names.term('legal_form', r.legalForm),
    name: r.name,
    shortName: r.shortName,
    krs: r.krs,
    nip: r.nip,
    regon: r.regon,
    registerNumber: r.registerNumber,
    descriptionPl: r.descriptionPl,
    descriptionEn: r.descriptionEn,
    foundedOn: w.day(r.foundedOn),
    sizeBand: r.sizeBand === null ? '' : sizes[r.sizeBand],
    contactRole: r.contactRole,
    phone: r.phone,
    email: r.email,
    website: r.website,
    state: states[r.state],
    stateSince: w.day(r.stateSince),
    statuses: joined(
      sorted(
        r.statuses.map((s) =>
          joined([
            names.term('status', s.status),
            s.decisionNumber,
            s.authority,
            w.period(s.validFrom, s.validTo),
          ]),
        ),
      ),
      '; ',
    ),
    founders: joined(sorted(r.founders.map((f) => joined([w.t.founders[f.kind], f.name], ': '))), '; '),
    groups: joined(sorted(r.groups.map((g) => names.term('group', g)))),
    pkd: joined(
      sorted(
        r.pkd.map(
          (p) =>
            `${p.taxonomy} ${p.code} ${names.term(p.taxonomy, p.code)}${p.isMain ? ` (${w.t.main})` : ''}`,
        ),
      ),
      '; ',
    ),
    servedCounties: joined(sorted(r.servedCounties.map(names.county))),
  };
}

type List = 'places' | 'offers' | 'supports';
const LISTS: readonly List[] = ['places', 'offers', 'supports'];
const nameOf = (p: PlaceInput | OfferInput | SupportInput) =>
  p.name || ('locality' in p ? joined([p.street, p.locality]) : '');

function factsOf(lang: Lang, names: Names, r: RecordInput): Fact[] {
  const w = wordsOf(lang, names);
  const facts = (values: Values, of: string, prefix: string): Fact[] =>
    (Object.keys(values) as (keyof Values)[]).map((field) => ({
      key: prefix + field,
      field,
      of,
      text: values[field] ?? '',
    }));
  const part = (list: List, p: Part & (PlaceInput | OfferInput | SupportInput), values: Values) =>
    facts(values, nameOf(p), `${list}/${p.id}/`);
  return [
    ...facts(ofRecord(w, lang, r), '', ''),
    ...r.places.flatMap((p) => part('places', p, ofPlace(w, p))),
    ...r.offers.flatMap((o) => part('offers', o, ofOffer(w, o))),
    ...r.supports.flatMap((s) => part('supports', s, ofSupport(w, lang, s, r.places))),
  ];
}

/**
 * What changed between two states of a record, in Polish as it stands in the history. A part that was added or taken
 * away is one entry, with its name.
 */
export function changedFields(names: Names, before: RecordInput, after: RecordInput): ChangedField[] {
  const old = new Map(factsOf('pl', names, before).map((f) => [f.key, f.text]));
  const changed = factsOf('pl', names, after).flatMap((f): ChangedField[] => {
    const was = old.get(f.key);
    if (was === undefined || was === f.text) return [];
    return [{ field: f.field, ...(f.of !== '' && { of: f.of }), before: was, after: f.text }];
  });
  const parts = LISTS.flatMap((list): ChangedField[] => {
    const known = new Set(before[list].map((p) => p.id));
    const kept = new Set(after[list].map((p) => p.id));
    return [
      ...after[list]
        .filter((p) => !known.has(p.id))
        .map((p) => ({ field: list, before: '', after: nameOf(p) })),
      ...before[list]
        .filter((p) => !kept.has(p.id))
        .map((p) => ({ field: list, before: nameOf(p), after: '' })),
    ];
  });
  return [...changed, ...parts];
}
