import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'W skrócie',
  fields: {
    type: 'Rodzaj',
    authors: 'Autorzy',
    edition: 'Wydanie',
    year: 'Rok',
    isbn: 'ISBN',
    doi: 'DOI',
    publisher: 'Wydawca',
    licence: 'Licencja',
    problem: 'Problem',
    actors: 'Kto działa',
    steps: 'Krok po kroku',
    cost: 'Koszt',
    staff: 'Ludzie',
    results: 'Wyniki',
    evidence: 'Siła dowodu',
    replicability: 'Czy da się powtórzyć',
    contact_role: 'Kontakt',
    theme: 'Temat',
    project: 'Projekt',
    number: 'Numer projektu',
    partners: 'Partnerzy',
    conditions: 'Warunki użycia',
    language: 'Język',
  },
  linesHint: 'Każda pozycja w osobnym wierszu.',
  choices: {
    guide: 'przewodnik',
    standard: 'standard',
    handbook: 'podręcznik',
    report: 'raport',
    series: 'seria',
    opinion: 'opinia tych, którzy to robią',
    described: 'opisana, z danymi jednego miejsca',
    measured: 'zmierzona przed i po',
    compared: 'porównana z miejscem bez tej praktyki',
    easy: 'łatwo, bez szczególnych warunków',
    conditions: 'pod warunkami opisanymi w tekście',
    hard: 'trudno, zależy od miejsca',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
