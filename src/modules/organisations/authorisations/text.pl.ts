import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Upoważnienie do przetwarzania danych',
  lead: (name: string) => `Dla: ${name}. Bez ważnego upoważnienia nie otworzy się żadna sprawa.`,
  scope: 'Jakie dane obejmuje',
  scopeHint: 'Tylko te, których wymaga praca tej osoby.',
  special: 'Dane szczególnie chronione: zaznacz tylko, gdy są niezbędne.',
  from: 'Obowiązuje od',
  to: 'Obowiązuje do',
  document: 'Numer albo znak upoważnienia',
  documentHint: 'Jak w rejestrze upoważnień, na przykład OPS.0131.7.2026',
  give: 'Nadaj upoważnienie',
  overlap: (document: string, until: string) =>
    `W tym czasie obowiązuje upoważnienie ${document} (do ${until}). Najpierw je odwołaj albo wybierz późniejszy dzień.`,
  revoke: 'Odwołaj upoważnienie',
  revokeConsequences: {
    access: 'Ta osoba od razu przestanie widzieć sprawy, także te otwarte teraz na ekranie.',
    cases:
      'Jej sprawy i zadania zostają przypisane: wskaż zastępstwo albo przekaż je, zakańczając zatrudnienie.',
    record: 'Odwołanie zostaje w rejestrze upoważnień.',
  },
  forWhom: (name: string, document: string) => `${name}, upoważnienie ${document}`,
  paper: {
    number: (document: string) => `Upoważnienie nr ${document}`,
    body: (name: string, institution: string) =>
      `Upoważniam ${name} do przetwarzania danych osobowych w instytucji ${institution} w zakresie:`,
    period: (from: string, to: string) => `Upoważnienie obowiązuje od ${from} do ${to}.`,
    revoked: (date: string) => `Odwołane ${date}.`,
    secrecy: 'Osoba upoważniona zachowuje w tajemnicy dane, które poznała, także po ustaniu zatrudnienia.',
    basis:
      'Podstawa: art. 29 RODO oraz, zależnie od instytucji, art. 100 ust. 7 ustawy o pomocy społecznej, art. 50 ustawy o rynku pracy i służbach zatrudnienia, art. 8b ustawy o zatrudnieniu socjalnym.',
    controller: 'Administrator danych',
    signGiver: 'Data i podpis osoby nadającej upoważnienie',
    signWorker: 'Data i podpis osoby upoważnionej',
  },
  mail: {
    subject: 'Splot: kończą się upoważnienia do danych',
    body: (n: number, days: number) =>
      `${plural(n, 'upoważnienie kończy', 'upoważnienia kończą', 'upoważnień kończy')} się za ${days} dni lub wcześniej. Bez nowego upoważnienia pracownik straci dostęp do spraw.`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
