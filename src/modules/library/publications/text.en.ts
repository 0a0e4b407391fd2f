import type { Text } from './text.pl.ts';

export const en: Text = {
  contents: 'Contents',
  parts: 'Parts of the series',
  take: 'To take away',
  pdf: 'Accessible PDF',
  epub: 'EPUB for e-readers',
  print: 'The whole on one page',
  checklist: 'Checklist',
  cite: 'How to cite',
  chapterOf: (n, all) => `Chapter ${n} of ${all}`,
  previous: 'Previous chapter',
  next: 'Next chapter',
  back: 'To the contents',
  around: 'Chapters beside',
  whole: 'The whole publication on one page.',
  chapters: 'Read chapter by chapter',
  citation: {
    title: (title) => `How to cite: ${title}`,
    lead: 'For a footnote or a list of literature. The day of access is today.',
    text: 'Text (after ISO 690)',
    files: 'For a program that keeps literature',
    formats: { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON (Zotero, Pandoc)' },
  },
  book: {
    contents: 'Contents',
    authors: 'Authors',
    edition: 'Edition',
    published: 'Publisher',
    licence: 'Licence',
    legalState: 'Legal state on',
    cite: 'How to cite',
    accessibility:
      'The publication is text with headings, lists and tables with headers. It has no pictures without a description, no sound and no film. The contents lead to chapters and their parts.',
  },
};
