import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  contents: 'Spis treści',
  parts: 'Części serii',
  take: 'Do pobrania',
  pdf: 'PDF dostępny',
  epub: 'EPUB na czytnik',
  print: 'Całość na jednej stronie',
  checklist: 'Lista kontrolna',
  cite: 'Jak cytować',
  chapterOf: (n: number, all: number) => `Rozdział ${n} z ${all}`,
  previous: 'Poprzedni rozdział',
  next: 'Następny rozdział',
  back: 'Do spisu treści',
  around: 'Rozdziały obok',
  whole: 'Cała publikacja na jednej stronie.',
  chapters: 'Czytaj po rozdziałach',
  citation: {
    title: (title: string) => `Jak cytować: ${title}`,
    lead: 'Opis do przypisu albo bibliografii. Datę dostępu ustawiamy na dziś.',
    text: 'Tekst (wg PN-ISO 690)',
    files: 'Do programu, który prowadzi bibliografię',
    formats: { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON (Zotero, Pandoc)' },
  },
  book: {
    contents: 'Spis treści',
    authors: 'Autorzy',
    edition: 'Wydanie',
    published: 'Wydawca',
    licence: 'Licencja',
    legalState: 'Stan prawny na',
    cite: 'Jak cytować',
    accessibility:
      'Publikacja składa się z tekstu z nagłówkami, list i tabel z nagłówkami. Nie ma w niej obrazów bez opisu, dźwięku ani filmu. Spis treści prowadzi do rozdziałów i ich części.',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
