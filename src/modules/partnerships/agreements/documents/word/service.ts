import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Sheet } from '../schema.ts';

const LANGUAGE = { pl: 'pl-PL', en: 'en-GB' } as const;
const NUMBERED = /^(\d{1,2})[.)]\s+(.*)$/;
const DASHED = /^[–-]\s+(.*)$/;

/** One clause: numbered points and dashed lines become lists of the document, the rest paragraphs. */
function body(text: string, reference: string): Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, , numbered] = NUMBERED.exec(line) ?? [];
      if (numbered !== undefined)
        return new Paragraph({ text: numbered, numbering: { reference, level: 0 } });
      const [, dashed] = DASHED.exec(line) ?? [];
      return dashed === undefined
        ? new Paragraph({ text: line, spacing: { after: 120 } })
        : new Paragraph({ text: dashed, bullet: { level: 0 } });
    });
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      // The heading row comes again on each page, and screen readers name columns by it.
      new TableRow({ tableHeader: true, cantSplit: true, children: header.map((h) => cell(h, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((value) => cell(value || '…………', false)) }),
      ),
    ],
  });
}

/** The document as DOCX: real headings, numbered points, tables with heading rows, its language set. */
export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const lists = sheet.sections.flatMap((s, i) => s.clauses.map((_, j) => `points-${i}-${j}`));
  const children = sheet.sections.flatMap((section, i) => [
    new Paragraph({
      text: section.title,
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: section.annex,
      keepNext: true,
    }),
    ...section.clauses.flatMap((clause, j) => [
      new Paragraph({ text: clause.title, heading: HeadingLevel.HEADING_2, keepNext: true }),
      ...body(clause.text, `points-${i}-${j}`),
    ]),
    ...(section.table ? [table(section.table.header, section.table.rows), new Paragraph({})] : []),
  ]);
  const document = new Document({
    title: sheet.title,
    creator: 'Splot',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: LANGUAGE[sheet.language] } } },
        heading1: {
          run: { size: 30, bold: true, color: '1D4D43' },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 220, after: 80 } } },
      },
    },
    numbering: {
      config: lists.map((reference) => ({
        reference,
        levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
      })),
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: sheet.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: sheet.facts.join(' · ') }),
          ...(sheet.warning
            ? [new Paragraph({ children: [new TextRun({ text: sheet.warning, bold: true })] })]
            : []),
          ...children,
          new Paragraph({ text: sheet.signatures.title, heading: HeadingLevel.HEADING_1, keepNext: true }),
          table(sheet.signatures.header, sheet.signatures.rows),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
