import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate } from '#kernel/time.ts';
import { mayEdit } from '../../../policy.ts';
import type { RecordInput } from '../../../schema.ts';
import { EMPTY_RECORD, type RecordView } from '../../schema.ts';
import type { BasicsForm, StatusesForm } from '../schema.ts';
import { checkCodes, parentByNumber } from '../service.ts';
import { text } from '../text.pl.ts';

export const basicsValues = (ctx: Ctx, r: RecordView, parentNumber: string): FormValues => ({
  type: r.type,
  legalForm: r.legalForm ?? '',
  parentNumber,
  name: r.name,
  shortName: r.shortName,
  nip: r.nip ?? '',
  regon: r.regon ?? '',
  krs: r.krs ?? '',
  registerNumber: r.registerNumber ?? '',
  descriptionPl: r.descriptionPl,
  descriptionEn: r.descriptionEn,
  foundedOn: r.foundedOn === null ? '' : formatDate(r.foundedOn, ctx.lang),
  sizeBand: r.sizeBand ?? '',
  contactRole: r.contactRole,
  phone: r.phone,
  email: r.email,
  website: r.website,
  state: r.state,
  stateSince: r.stateSince === null ? '' : formatDate(r.stateSince, ctx.lang),
});

/** Identity and contact. Which entity runs a unit is for editors to say. */
export async function withBasics(
  ctx: Ctx,
  record: RecordView | null,
  form: BasicsForm,
): Promise<RecordInput> {
  const t = text[ctx.lang];
  const { _version, parentNumber, ...said } = form;
  await checkCodes(ctx, 'type', 'type', [said.type], () => 'choice');
  if (said.legalForm !== '')
    await checkCodes(ctx, 'legalForm', 'legal_form', [said.legalForm], () => 'choice');
  const parentId = !mayEdit(ctx.actor).allowed
    ? (record?.parentId ?? null)
    : parentNumber === ''
      ? null
      : await parentByNumber(ctx, parentNumber).catch((error) => {
          if (error instanceof AppError) throw invalid({ field: 'parentNumber', message: t.noParent });
          throw error;
        });
  if (parentId !== null && parentId === record?.id)
    throw invalid({ field: 'parentNumber', message: t.ownParent });
  return {
    ...(record ?? EMPTY_RECORD),
    ...said,
    parentId,
    legalForm: said.legalForm || null,
    nip: said.nip || null,
    regon: said.regon || null,
    krs: said.krs || null,
    registerNumber: said.registerNumber || null,
  };
}

export function statusesValues(ctx: Ctx, r: RecordView): FormValues {
  const day = (date: string | null) => (date === null ? '' : formatDate(date, ctx.lang));
  const rows = [
    ...r.statuses.flatMap((s, n): [string, string][] => [
      [`status-${n}-status`, s.status],
      [`status-${n}-decisionNumber`, s.decisionNumber],
      [`status-${n}-authority`, s.authority],
      [`status-${n}-validFrom`, day(s.validFrom)],
      [`status-${n}-validTo`, day(s.validTo)],
    ]),
    ...r.founders.flatMap((f, n): [string, string][] => [
      [`founder-${n}-kind`, f.kind],
      [`founder-${n}-name`, f.name],
    ]),
  ];
  return {
    ...Object.fromEntries(rows),
    groups: [...r.groups],
    pkd: r.pkd
      .filter((p) => p.taxonomy === 'pkd2025')
      .map((p) => p.code)
      .join(', '),
    counties: [...r.servedCounties],
  };
}

/** Statuses, founders, groups and activity. Throws `invalid` beside the row that does not fit. */
export async function withStatuses(ctx: Ctx, r: RecordView, form: StatusesForm): Promise<RecordInput> {
  const t = text[ctx.lang];
  const statuses = form.statuses.map(({ validFrom, ...s }, n) => {
    const at = (field: string) => `status-${n}-${field}`;
    if (s.status === '') throw invalid({ field: at('status'), message: 'choice' });
    if (validFrom === null) throw invalid({ field: at('validFrom'), message: 'required' });
    if (s.validTo !== null && s.validTo < validFrom)
      throw invalid({ field: at('validTo'), message: 'date.order' });
    return { ...s, validFrom };
  });
  statuses.forEach((s, n) => {
    const twice = statuses.some(
      (o, m) =>
        m < n &&
        o.status === s.status &&
        (o.validTo === null || o.validTo >= s.validFrom) &&
        (s.validTo === null || s.validTo >= o.validFrom),
    );
    if (twice) throw invalid({ field: `status-${n}-validFrom`, message: t.statusTwice });
  });
  const founders = form.founders.map(({ kind, name }, n) => {
    if (kind === null) throw invalid({ field: `founder-${n}-kind`, message: 'choice' });
    if (kind === 'persons' && name !== '')
      throw invalid({ field: `founder-${n}-name`, message: t.noPersons });
    return { kind, name };
  });
  await checkCodes(ctx, 'groups', 'group', form.groups, () => 'choice');
  await checkCodes(ctx, 'pkd', 'pkd2025', form.pkd, t.unknownCode);
  for (const [n, s] of statuses.entries())
    await checkCodes(ctx, `status-${n}-status`, 'status', [s.status], () => 'choice');
  const served = form.counties.filter((c) => r.servedCounties.includes(c));
  return {
    ...r,
    statuses,
    founders,
    groups: form.groups,
    pkd: [
      ...form.pkd.map((code, n) => ({ taxonomy: 'pkd2025' as const, code, isMain: n === 0 })),
      ...r.pkd.filter((p) => p.taxonomy === 'pkd2007'),
    ],
    servedCounties: [...new Set([...served, ...(form.county === '' ? [] : [form.county])])],
  };
}
