import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Kto to widzi i dlaczego',
  lead: 'Każdy dostęp ma podstawę prawną i okres. Czego nie ma w tabeli, tego dana instytucja nie widzi.',
  matrix: 'Instytucje i rodzaje danych',
  dataClass: 'Rodzaj danych',
  reads: 'czyta',
  writes: 'czyta i zapisuje',
  none: 'nie widzi',
  named: 'tylko osoby upoważnione imiennie',
  until: (date: string) => `do ${date}`,
  noEnd: 'bez daty końca',
  team: 'Zespół',
  noWorkers: 'nikt nie jest przydzielony',
  origins: {
    own: 'własne dane instytucji',
    referral: 'ze skierowania',
    acceptance: 'z przyjęcia skierowania',
    consent: 'ze zgody osoby',
    agreement: 'z podstawy zapisanej w sprawie',
    handover: 'z przekazania sprawy',
  },
  ask: 'Dlaczego nie widzę części?',
  askClass: 'O jakie dane chodzi?',
  askButton: 'Wyjaśnij',
  sees: (what: string) => `Widzisz: ${what}`,
  seesNot: (what: string) => `Nie widzisz: ${what}`,
  purposes: (list: string) => `Dostęp działa przy: ${list}.`,
  purpose: {
    P1: 'skierowaniu',
    P2: 'diagnozie',
    P3: 'planie i działaniach',
    P4: 'przeglądach',
    P5: 'zadaniach własnych',
    P6: 'rozliczeniu projektu',
    P7: 'statystyce',
    P8: 'nadzorze',
  },
  rules: {
    lock: {
      yes: 'Nikt nie zablokował Ci dostępu do tej sprawy.',
      no: 'Dostęp do tej sprawy jest dla Ciebie zablokowany. Blokada jest silniejsza niż każda podstawa. Może ją zdjąć kierownik.',
    },
    assignment: {
      yes: 'Pracujesz przy tej sprawie albo nadzorujesz sprawy instytucji.',
      no: 'Nie masz przydziału do tej sprawy. Przydziela kierownik albo koordynator sprawy.',
    },
    authorisation: {
      yes: 'Twoje upoważnienie obejmuje te dane.',
      no: 'Twoje pisemne upoważnienie nie obejmuje tych danych. Zakres upoważnienia ustala kierownik instytucji.',
    },
    grant: {
      yes: 'Twoja instytucja ma podstawę, aby je otrzymać.',
      no: 'W tej sprawie Twoja instytucja nie ma podstawy, aby otrzymać te dane. Podstawę albo zgodę zapisuje koordynator sprawy.',
    },
    purpose: {
      yes: 'Podstawa obejmuje cel, w którym pracujesz.',
      no: 'Podstawa nie obejmuje tego celu.',
    },
    write: { yes: 'Możesz je zapisywać.', no: 'Możesz je czytać, ale nie zapisywać.' },
  },
  passed: 'spełnione',
  failed: 'niespełnione',
  ended: 'Dostęp, który się skończył',
  endedCount: (n: number) => plural(n, 'zakończony dostęp', 'zakończone dostępy', 'zakończonych dostępów'),
  noEnded: 'Żaden dostęp się jeszcze nie skończył.',
  institution: 'Instytucja',
  article: 'Podstawa',
  from: 'Od',
  to: 'Do',
  why: 'Dlaczego',
  reasons: {
    expired: 'minął okres',
    withdrawn: 'osoba wycofała zgodę',
    closed: 'sprawa się zakończyła',
    narrowed: 'zakres zmniejszono',
    handover: 'sprawę przekazano',
  },
  lost: {
    title: 'Dostęp do tej sprawy się skończył',
    lead: 'Twoja instytucja nie widzi już tej sprawy. Poniżej: od kiedy i dlaczego. Nie pokazujemy tu żadnych danych osoby.',
    duties: 'Co teraz zrobić',
    delete:
      'Usuń albo zwróć dane tej osoby, które instytucja ma poza Splotem: pliki, wydruki, notatki. Nie dotyczy to danych, które instytucja musi przechowywać z mocy prawa.',
    tell: 'Przekaż tę wiadomość osobom w instytucji, które pracowały z tą osobą.',
    stop: 'Nie planuj kolejnych zajęć na podstawie tych danych.',
    help: 'W razie wątpliwości zapytaj inspektora ochrony danych (IOD).',
  },
  locks: {
    title: 'Wyłączenia pracowników',
    hint: 'Wyłącz pracownika, który nie może znać tej sprawy, na przykład krewnego osoby. Działa od razu i jest silniejsze niż każda podstawa.',
    worker: 'Pracownik',
    reason: 'Powód',
    reasons: {
      conflict_of_interest: 'konflikt interesów',
      objection: 'sprzeciw osoby',
      restriction: 'ograniczenie przetwarzania (RODO art. 18)',
    },
    submit: 'Wyłącz pracownika',
    lift: 'Przywróć dostęp',
    since: 'Od kiedy',
    none: 'Nikt z instytucji nie jest wyłączony z tej sprawy.',
    coordinator:
      'Ten pracownik koordynuje sprawę. Najpierw przekaż ją innej osobie, aby nie została bez opiekuna.',
    over: (date: string) => `zakończone ${date}`,
  },
  back: 'Podstawy i zgody',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
