import type { Ctx } from '#kernel/context.ts';
import { renderPdf } from '#kernel/pdf/pdf.ts';
import { formatDate, formatDateTime } from '#kernel/time.ts';
import { classWords, typeWords } from '#modules/organisations/api.ts';
import { CEILING_CLASSES } from '../../schema.ts';
import { note } from '../../service.ts';
import { text as words } from '../../text.pl.ts';
import { ANNEXES, SECTIONS } from '../clauses/schema.ts';
import { clausesOf } from '../clauses/service.ts';
import type { AgreementView } from '../schema.ts';
import { agreementForMembers } from '../service.ts';
import { text } from '../text.pl.ts';
import type { Sheet } from './schema.ts';
import { writeDocx } from './word/service.ts';

const TEMPLATE = 'src/modules/partnerships/agreements/documents/pages/agreement.typ';

/** A version as a document, in its own language. Throws `not_found` for whoever is no member. */
export async function sheetOf(ctx: Ctx, partnershipId: string, version: number): Promise<Sheet> {
  const { partnership, agreement } = await agreementForMembers(ctx, partnershipId, version);
  const clauses = await clausesOf(ctx, agreement);
  const { language } = agreement;
  const [t, all] = [text[language], words[language].agreement];
  const main = clauses.filter((c) => !ANNEXES.includes(c.section));
  const day = (date: string | null) => date && formatDate(date, language);
  return {
    language,
    title: `${partnership.name}: ${all.version(version)}`,
    facts: [
      all.states[agreement.state],
      all.period(formatDate(agreement.validFrom, language), day(agreement.validTo)),
    ],
    warning: agreement.state === 'draft' ? t.document.draft : '',
    sections: SECTIONS.flatMap((section) => {
      const here = clauses.filter((c) => c.section === section);
      if (here.length === 0) return [];
      return [
        {
          title: t.sections[section],
          annex: ANNEXES.includes(section),
          clauses: here.map((c) => {
            const number = main.indexOf(c) + 1;
            return {
              title: number > 0 ? `${t.document.paragraph(number)} ${c.title}` : c.title,
              text: c.text,
            };
          }),
          table: section === 'data' && agreement.ceiling.length > 0 ? scopeOf(agreement) : null,
        },
      ];
    }),
    signatures: {
      title: t.document.signatures,
      header: [t.document.party, t.document.signedBy, t.document.when, t.document.how],
      rows: [
        ...agreement.signed.map((s) => [
          s.institution,
          s.signedBy,
          formatDate(s.signedOn, language),
          s.accession ? `${all.forms[s.form]}, ${t.document.accession}` : all.forms[s.form],
        ]),
        ...agreement.waiting.map((w) => [w.name, '', '', t.document.toSign]),
      ],
    },
    generated: formatDateTime(ctx.now, language),
  };
}

/** Types of institutions × kinds of data. */
function scopeOf({ ceiling, language }: AgreementView): NonNullable<Sheet['sections'][number]['table']> {
  const { yes, no } = text[language].document;
  const [types, classes] = [typeWords(language), classWords(language)];
  return {
    header: [text[language].ceiling.dataClass, ...ceiling.map((c) => types[c.type] ?? c.type)],
    rows: CEILING_CLASSES.filter((one) => ceiling.some((c) => c.classes.includes(one))).map((one) => [
      classes[one] ?? one,
      ...ceiling.map((c) => (c.classes.includes(one) ? yes : no)),
    ]),
  };
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A version as a file to save: PDF/UA, or DOCX to work on. */
export async function documentOf(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  format: keyof typeof TYPES,
): Promise<Response> {
  const sheet = await sheetOf(ctx, partnershipId, version);
  const bytes =
    format === 'docx'
      ? await writeDocx(sheet)
      : await renderPdf(TEMPLATE, sheet, { lang: sheet.language, title: sheet.title, at: ctx.now });
  await note(ctx, 'agreement.print', partnershipId, { version, format });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="splot-porozumienie-${version}.${format}"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'private, no-store',
    },
  });
}
