import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  clause: {
    institutions: 'Instytucje w Twojej sprawie',
    institution: 'Instytucja',
    address: 'Adres',
    contact: 'Kontakt',
    received: 'Potwierdzenie',
    receivedText: 'Znam tę informację. Dostałam albo dostałem jej kopię.',
    given: (date: string, form: string) => `Przekazano ${date}, ${form}`,
    forms: {
      paper: 'na piśmie',
      oral: 'ustnie',
      electronic: 'elektronicznie',
      posted: 'przez wywieszenie w instytucji',
    },
    file: 'informacja',
  },
  consent: {
    title: 'Zgoda na przekazanie danych',
    easyTitle: 'Twoja zgoda',
    who: 'Osoba',
    birth: 'Data urodzenia',
    recipient: 'Kto dostanie dane',
    partnership: 'Partnerstwo',
    text: 'Treść zgody',
    scope: 'Zakres danych',
    tick: 'Zaznacz krzyżykiem to, na co się zgadzasz. Możesz zaznaczyć tylko część.',
    special: 'Dane szczególnie chronione',
    specialTick: 'Zaznacz tylko wtedy, gdy wyraźnie się na to zgadzasz.',
    agreed: 'Zgoda obejmuje',
    notAgreed: 'Zgoda nie obejmuje',
    validTo: 'Zgoda obowiązuje do dnia',
    days: 'dzień, miesiąc, rok',
    person: 'Osoba, która się zgadza',
    worker: 'Przyjmuje zgodę',
    given: (date: string, way: string) => `Zgoda z dnia ${date}, ${way}`,
    ways: { paper: 'na piśmie', oral: 'ustnie', electronic: 'elektronicznie' },
    until: (date: string) => `Obowiązuje do ${date}.`,
    withdrawn: (at: string) =>
      `Tę zgodę wycofano ${at}. Od tej chwili instytucja nie widzi danych, które obejmowała.`,
    textVersion: (version: string, hash: string) =>
      `Wersja tekstu zgody: ${version}. Skrót treści (SHA-256): ${hash}`,
    file: 'zgoda',
  },
  classes: {
    D0: 'dane publiczne',
    D1: 'imię, nazwisko, kontakt i to, że masz wspólną sprawę',
    D2: 'PESEL i numer dokumentu',
    D3: 'sytuacja życiowa: mieszkanie, rodzina, dochody, długi',
    D4: 'sprawy zawodowe: szkoła, praca, umiejętności',
    D5: 'wnioski z diagnozy i plan',
    D6: 'udział w zajęciach i obecność',
    D7: 'zdrowie, niepełnosprawność, uzależnienia',
    D8: 'karalność, przemoc, ochrona dziecka',
    D9: 'notatki pracowników tej instytucji',
    D10: 'notatki z superwizji',
  },
  easyClasses: {
    D1: 'jak się nazywasz i jak się z Tobą skontaktować',
    D2: 'Twój PESEL albo numer dokumentu',
    D3: 'gdzie i z kim mieszkasz, ile masz pieniędzy',
    D4: 'jakie masz szkoły, gdzie pracowałaś albo pracowałeś',
    D5: 'Twój plan',
    D6: 'na jakie zajęcia chodzisz',
    D7: 'Twoje zdrowie i Twoje choroby',
  },
  easyTick: 'Postaw krzyżyk przy tym, na co pozwalasz.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
