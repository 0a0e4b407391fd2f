import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import type { Lang } from '#kernel/i18n.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, formatDateTime, type LocalDate, warsawDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import * as queries from '../queries.ts';
import type { Issue, Letterhead } from '../schema.ts';

const TEMPLATE = 'src/modules/cases/documents/pages/document.typ';

/**
 * Hands a document out. The access record is written first and in the same transaction, so that no page leaves
 * without it; the name of the file says nothing of the person.
 */
export async function issue(ctx: Ctx, doc: Issue): Promise<Response> {
  const { sheet, lang } = doc;
  for (const subject of doc.subjects) {
    await record(ctx, {
      action: 'print',
      objectType: doc.kind,
      objectId: doc.objectId,
      ...(subject.personId && { subjectId: subject.personId }),
      ...(subject.caseId && { fileId: subject.caseId }),
      classes: doc.classes,
      detail: { lang, ...(sheet.version && { version: sheet.version }) },
    });
  }
  const data = readable({ ...sheet, generated: formatDateTime(ctx.now, lang) });
  const bytes = await renderPdf(TEMPLATE, data, { lang, title: sheet.title, at: ctx.now });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName(doc.name)}"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'no-store',
    },
  });
}

/** `splot-plan-2026-0147-w2.pdf`: letters, figures and hyphens, so that every system takes it as it is. */
export function fileName(parts: readonly string[]): string {
  const name = ['splot', ...parts]
    .join('-')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name}.pdf`;
}

/**
 * Texts as they may stand in an official document: without the invisible characters that turn the direction of what
 * follows, and with no more marks over a letter than languages have.
 */
function readable(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/(\p{M}{3})\p{M}+/gu, '$1');
  if (Array.isArray(value)) return value.map(readable);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, readable(v)]));
  return value;
}

export interface Office extends Letterhead {
  readonly id: string;
  readonly shortName: string;
  readonly type: string;
  readonly town: string;
}
const town = (address: string): string => /\d{2}-\d{3}\s+([^,]+)/.exec(address)?.[1]?.trim() ?? '';

/** Institutions as they head a letter: full name, address, telephone and e-mail. */
export async function officesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Office>> {
  const rows = await queries.findInstitutions(ctx, ids);
  return new Map(
    rows.flatMap((row) => {
      if (!row.id) return [];
      const address = row.address ?? '';
      const contact = [row.phone, row.email].filter(Boolean).join(' · ');
      const office: Office = {
        id: row.id,
        name: row.name ?? '',
        shortName: row.short_name ?? '',
        type: row.type ?? '',
        lines: [address, contact].filter(Boolean),
        town: town(address),
      };
      return [[row.id, office] as const];
    }),
  );
}

export async function officeOf(ctx: Ctx, id: string): Promise<Office | null> {
  return (await officesOf(ctx, [id])).get(id) ?? null;
}

export const partnershipName = async (ctx: Ctx, c: SharedCase): Promise<string | null> =>
  (await queries.findPartnership(ctx, c.partnershipId))?.name ?? null;

export interface Named {
  readonly name: string | null;
  readonly birthDate: LocalDate | null;
  readonly lang: Lang;
}
/** The person as the reader may name them; null where the reader may not know who it is. */
export async function namedPerson(ctx: Ctx, c: SharedCase): Promise<Named> {
  const row = await queries.findPerson(ctx, c.personId);
  const name = row && (row.unidentified_label ?? `${row.given_name} ${row.family_name}`.trim());
  const lang = row?.preferred_lang;
  return {
    name,
    birthDate: row?.birth_date ?? null,
    lang: lang === 'en' || lang === 'uk' ? lang : 'pl',
  };
}

export const namesOf = async (ctx: Ctx, caseId: string): Promise<Map<string, string>> =>
  new Map((await queries.findNames(ctx, caseId)).map((row) => [row.worker_id ?? '', row.name ?? '']));

/** Documents between offices are written in Polish or English. */
export const officialLang = (ctx: Ctx, wanted?: Lang): 'pl' | 'en' =>
  (wanted ?? ctx.lang) === 'en' ? 'en' : 'pl';

/** The same request, answered in another language. */
export const inLang = (ctx: Ctx, lang: Lang): Ctx => ({ ...ctx, lang });

/** „Limanowa, 05.03.2026”. */
export const dateline = (office: Office | null, day: LocalDate, lang: Lang): string =>
  [office?.town, formatDate(day, lang)].filter(Boolean).join(', ');

export const printedOn = (ctx: Ctx): LocalDate => warsawDate(ctx.now);
/** A hash in groups of eight, which an eye can compare. */
export const grouped = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ');

/** The month of the request, `2026-03`. */
export const monthOfRequest = (ctx: Ctx): string => printedOn(ctx).slice(0, 7);
/** `2026/0147` as part of a file name. */
export const numberPart = (number: string): string => number.replaceAll('/', '-');
