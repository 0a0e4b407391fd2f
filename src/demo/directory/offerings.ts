import { addDays, type LocalDate } from '../../kernel/time.ts';
import type { OfferInput, SupportInput } from '../../modules/directory/api.ts';
import type { Chance } from '../random.ts';
import type { Town } from './generate.ts';
import { OFFERS } from './offers/all.ts';
import type { OfferTemplate } from './offers/template.ts';
import { SUPPORTS } from './supports.ts';

const GROSZE = 100;
const CATEGORIES = Object.keys(OFFERS);
/** What a type sells at all; others sell anything. */
const SELLS: Readonly<Record<string, readonly string[]>> = {
  CIS: ['catering', 'cleaning', 'green', 'building', 'crafts'],
  WTZ: ['crafts'],
  ZAZ: ['catering', 'waste', 'office', 'crafts', 'green'],
  KGW: ['catering', 'culture', 'crafts'],
  SPR: ['green', 'catering'],
  KIS: [],
  OWES: [],
  CHU: ['care'],
};
const MOST_OFFERS: Readonly<Record<string, number>> = { KGW: 2, WTZ: 1, NGO: 3, CHU: 2 };

/** One to seven offers, most of one branch. */
export function inventOffers(c: Chance, type: string, reserved: boolean): OfferInput[] {
  const sells = SELLS[type] ?? CATEGORIES;
  if (sells.length === 0) return [];
  const count = c.int(type === 'NGO' ? 0 : 1, MOST_OFFERS[type] ?? 7);
  const branch = c.pick(sells);
  const chosen = new Map<OfferTemplate, string>();
  for (let i = 0; i < count * 2 && chosen.size < count; i += 1) {
    const category = c.yes(0.6) ? branch : c.pick(sells);
    chosen.set(c.pick(OFFERS[category] ?? []), category);
  }
  return [...chosen].map(([template, category]) => fromTemplate(c, template, category, reserved));
}

function fromTemplate(c: Chance, t: OfferTemplate, category: string, reserved: boolean): OfferInput {
  const onRequest = t.price === null || c.yes(0.15);
  const from = t.price && !onRequest ? c.int(t.price[0], t.price[1]) : null;
  return {
    category,
    name: t.name,
    description: t.about,
    priceFrom: from === null ? null : from * GROSZE,
    priceTo: from === null || c.yes(0.5) ? null : Math.ceil(from * 1.25) * GROSZE,
    priceUnit: from === null ? '' : t.unit,
    capacity: t.capacity ? c.int(t.capacity[0], t.capacity[1]) : null,
    capacityUnit: t.capacity ? t.capacity[2] : '',
    leadDays: c.yes(0.7) ? c.int(1, 30) : null,
    rangeKm: t.range ?? null,
    reservedBasis: reserved ? ['pzp_94', 'ues_26'] : [],
    certificates: '',
    samples: c.yes(0.3) ? 'Urząd gminy (2025), szkoła podstawowa (2024)' : '',
    active: true,
    codes: t.cpv.map((code) => ({ taxonomy: 'cpv', code })),
  };
}

/** The support a unit or an organisation gives; free places were counted some days ago. */
export function inventSupports(c: Chance, type: string, town: Town, today: LocalDate): SupportInput[] {
  const templates = SUPPORTS[type] ?? [];
  const chosen =
    type === 'NGO' || type === 'SPS' ? templates.filter(() => c.yes(type === 'NGO' ? 0.2 : 0.3)) : templates;
  return chosen.map((t) => {
    const total = t.places ? c.int(t.places[0], t.places[1]) : null;
    return {
      kind: t.kind,
      name: t.name,
      description: t.about,
      descriptionEasy: t.easy,
      minimumAge: t.age?.[0] ?? null,
      maximumAge: t.age?.[1] ?? null,
      fee: 0,
      feeNote: '',
      howToApply:
        t.rules.length > 0 ? 'Zgłoś się z dokumentami albo poproś o skierowanie.' : 'Przyjdź albo zadzwoń.',
      takesReferrals: false,
      placesTotal: total,
      placesFree: total === null ? null : c.yes(0.35) ? 0 : c.int(1, Math.min(6, total)),
      placesOn: total === null ? null : addDays(today, -c.int(1, 60)),
      languages: c.yes(0.2) ? ['pl', 'uk'] : ['pl'],
      active: true,
      eligibility: [
        ...t.rules.map((rule) => ({ rule, value: '' })),
        ...(c.yes(0.4) ? [{ rule: 'county' as const, value: town.countyCode }] : []),
      ],
      requiredPapers: t.papers,
    };
  });
}
