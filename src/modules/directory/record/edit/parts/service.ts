import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import type { EligibilityRule, OfferInput, PlaceInput, RecordInput, SupportInput } from '../../../schema.ts';
import { text as factWords } from '../../facts/text.pl.ts';
import type { OfferView, PlaceView, RecordView, SupportView } from '../../schema.ts';
import { type OfferForm, type PlaceForm, SIMPLE_RULES, type SupportForm } from '../schema.ts';
import { checkCodes, located, withPart } from '../service.ts';
import { text } from '../text.pl.ts';

const money = (grosze: number | null) => (grosze === null ? '' : (grosze / 100).toFixed(2).replace('.', ','));
const figure = (n: number | null) => (n === null ? '' : String(n));
const yes = (is: boolean): string[] => (is ? ['yes'] : []);
/** A rule of the week that one line can say; others, of a season or with a note, stay as they are. */
const isPlain = (o: PlaceInput['opening'][number]) =>
  o.weekday !== null && o.validFrom === null && o.validTo === null && o.note === '';

export function placeValues(ctx: Ctx, p: PlaceView | null): FormValues {
  if (p === null) return { kind: 'physical' };
  const { closed } = factWords[ctx.lang];
  const hours = (o: PlaceInput['opening'][number]) => `${o.opens}–${o.closes}`;
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => [
    `day${day}`,
    p.opening
      .filter((o) => o.weekday === day && isPlain(o))
      .map(hours)
      .join(', '),
  ]);
  const notes = p.access.map((a) => [`note-${a.code}`, a.note]);
  return {
    ...Object.fromEntries([...week, ...notes]),
    name: p.name,
    kind: p.kind,
    isMain: yes(p.isMain),
    street: p.street,
    postalCode: p.postalCode,
    locality: p.locality,
    county: p.countyCode ?? '',
    lat: figure(p.lat),
    lon: figure(p.lon),
    directions: p.directions,
    access: p.access.map((a) => a.code),
    exceptions: p.opening
      .filter((o) => o.onDay !== null)
      .map((o) =>
        [o.onDay && formatDate(o.onDay, 'pl'), o.opens === null ? closed : hours(o), o.note]
          .filter(Boolean)
          .join(' '),
      )
      .join('\n'),
  };
}

/** Notes of accessibility stand under names of their own: `note-<code>`. */
const noteOf = (form: PlaceForm, code: string): string => {
  const note = form[`note-${code}`];
  return typeof note === 'string' ? note.trim().slice(0, 300) : '';
};

export async function withPlace(
  ctx: Ctx,
  r: RecordView,
  before: PlaceView | null,
  form: PlaceForm,
): Promise<RecordInput> {
  await checkCodes(ctx, 'access', 'access', form.access, () => 'choice');
  const found = await located(ctx, form.county, form.locality);
  const moved =
    before === null || before.locality !== form.locality || before.countyCode !== (form.county || null);
  const typed = form.lat !== null && (before === null || form.lat !== before.lat || form.lon !== before.lon);
  // Coordinates typed now win; those of another locality are worth nothing once the place has moved.
  const point =
    typed || !moved ? { lat: form.lat, lon: form.lon } : { lat: found?.lat ?? null, lon: found?.lon ?? null };
  const place: PlaceInput = {
    ...(before && { id: before.id }),
    name: form.name,
    kind: form.kind,
    isMain: form.isMain === 'yes' || r.places.length === 0 || (before?.isMain ?? false),
    street: form.street,
    postalCode: form.postalCode,
    locality: form.locality,
    countyCode: form.county || null,
    localityId: moved ? (found?.id ?? null) : before.localityId,
    gminaId: moved ? (found?.gminaId ?? null) : before.gminaId,
    ...point,
    directions: form.directions,
    access: form.access.map((code) => ({ code, note: noteOf(form, code) })),
    opening: [
      ...[form.day1, form.day2, form.day3, form.day4, form.day5, form.day6, form.day7].flat(),
      ...form.exceptions,
      ...(before?.opening.filter((o) => o.weekday !== null && !isPlain(o)) ?? []),
    ],
  };
  const others: PlaceInput[] = place.isMain ? r.places.map((p) => ({ ...p, isMain: false })) : [...r.places];
  return { ...r, places: withPart(others, place) };
}

export const offerValues = (o: OfferView | null): FormValues =>
  o === null
    ? { active: ['yes'] }
    : {
        category: o.category,
        name: o.name,
        description: o.description,
        priceFrom: money(o.priceFrom),
        priceTo: money(o.priceTo),
        priceUnit: o.priceUnit,
        capacity: figure(o.capacity),
        capacityUnit: o.capacityUnit,
        leadDays: figure(o.leadDays),
        rangeKm: figure(o.rangeKm),
        reservedBasis: [...o.reservedBasis],
        cpv: o.codes
          .filter((c) => c.taxonomy === 'cpv')
          .map((c) => c.code)
          .join(', '),
        pkd: o.codes
          .filter((c) => c.taxonomy === 'pkd2025')
          .map((c) => c.code)
          .join(', '),
        certificates: o.certificates,
        samples: o.samples,
        active: yes(o.active),
      };

export async function withOffer(
  ctx: Ctx,
  r: RecordView,
  before: OfferView | null,
  form: OfferForm,
): Promise<RecordInput> {
  const t = text[ctx.lang];
  const { _version, cpv, pkd, active, ...said } = form;
  await checkCodes(ctx, 'category', 'category', [said.category], () => 'choice');
  // „55524000-5” is written with its check digit too.
  const codes = [...new Set(cpv.map((code) => code.replace(/-\d$/, '')))];
  await checkCodes(ctx, 'cpv', 'cpv', codes, t.unknownCode);
  await checkCodes(ctx, 'pkd', 'pkd2025', pkd, t.unknownCode);
  const offer: OfferInput = {
    ...(before && { id: before.id }),
    ...said,
    active: active === 'yes',
    codes: [
      ...codes.map((code) => ({ taxonomy: 'cpv' as const, code })),
      ...pkd.map((code) => ({ taxonomy: 'pkd2025' as const, code })),
      ...(before?.codes.filter((c) => c.taxonomy === 'pkd2007') ?? []),
    ],
  };
  return { ...r, offers: withPart<OfferInput>(r.offers, offer) };
}

export const supportValues = (s: SupportView | null): FormValues =>
  s === null
    ? { active: ['yes'], languages: ['pl'] }
    : {
        kind: s.kind,
        name: s.name,
        place: s.placeId ?? '',
        description: s.description,
        descriptionEasy: s.descriptionEasy,
        minimumAge: figure(s.minimumAge),
        maximumAge: figure(s.maximumAge),
        fee: money(s.fee === 0 ? null : s.fee),
        feeNote: s.feeNote,
        howToApply: s.howToApply,
        takesReferrals: yes(s.takesReferrals),
        placesTotal: figure(s.placesTotal),
        placesFree: figure(s.placesFree),
        languages: [...s.languages],
        active: yes(s.active),
        rules: s.eligibility.filter((e) => e.rule !== 'county' && e.rule !== 'gmina').map((e) => e.rule),
        areas: s.eligibility.filter((e) => e.rule === 'county' || e.rule === 'gmina').map(areaKey),
        papers: s.requiredPapers.join('\n'),
      };

export const areaKey = (e: { rule: string; value: string }): string => `${e.rule}:${e.value}`;

export async function withSupport(
  ctx: Ctx,
  r: RecordView,
  before: SupportView | null,
  form: SupportForm,
): Promise<RecordInput> {
  await checkCodes(ctx, 'kind', 'support', [form.kind], () => 'choice');
  if (form.placesFree !== null && form.placesTotal === null)
    throw invalid({ field: 'placesTotal', message: 'required' });
  const { _version, place, fee, takesReferrals, active, rules, areas, county, papers, ...said } = form;
  const simple: readonly EligibilityRule[] = SIMPLE_RULES.filter((rule) => rules.includes(rule));
  const kept = before?.eligibility.filter((e) => areas.includes(areaKey(e))) ?? [];
  const valued = (rule: EligibilityRule) => before?.eligibility.find((e) => e.rule === rule)?.value ?? '';
  const at = r.places.findIndex((p) => p.id === place);
  const support: SupportInput = {
    ...(before && { id: before.id }),
    ...said,
    placeIndex: at < 0 ? null : at,
    fee: fee ?? 0,
    takesReferrals: takesReferrals === 'yes',
    active: active === 'yes',
    placesOn:
      form.placesFree === null
        ? null
        : form.placesFree === before?.placesFree
          ? before.placesOn
          : warsawDate(ctx.now),
    eligibility: [
      ...simple.map((rule) => ({ rule, value: valued(rule) })),
      ...kept,
      ...(county === '' || areas.includes(areaKey({ rule: 'county', value: county }))
        ? []
        : [{ rule: 'county' as const, value: county }]),
    ],
    requiredPapers: papers,
  };
  return { ...r, supports: withPart<SupportInput>(r.supports, support) };
}
