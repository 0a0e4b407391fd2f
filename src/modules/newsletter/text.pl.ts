import { languages, plural, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Newsletter',
  lead: 'List o tym, co nowe w wybranych tematach i w Twojej okolicy. Gdy nie ma nic nowego, listu nie ma.',
  email: 'Adres e-mail',
  emailHint:
    'Najpierw przyjdzie list z prośbą o potwierdzenie. Rezygnuje się jednym kliknięciem w każdym liście.',
  themes: 'Tematy',
  themesHint: 'Bez zaznaczenia: wszystkie',
  all: 'wszystkie',
  region: 'Wydarzenia z okolicy',
  regionHint: 'Wydarzenia przez internet są zawsze',
  country: 'cały kraj',
  voivodeships: 'Województwa',
  cadence: 'Jak często',
  cadences: { weekly: 'raz w tygodniu', monthly: 'raz w miesiącu' },
  submit: 'Zapisz mnie',
  privacy: 'Co robimy z adresem',
  feed: 'To samo bez adresu: kanał Atom',
  calendar: 'Kalendarz wydarzeń',
  home: 'Strona główna',
  again: 'Zapisz się ponownie',
  notes: {
    sent: {
      title: 'Sprawdź pocztę',
      body: 'Jeśli adres jest prawidłowy, za chwilę przyjdzie list z odsyłaczem. Newsletter ruszy po jego potwierdzeniu. Jednego dnia wysyłamy na jeden adres najwyżej trzy takie listy.',
    },
    confirmed: {
      title: 'Newsletter jest włączony',
      body: 'List przyjdzie, gdy będzie coś nowego. Żeby zmienić tematy, wystarczy zapisać się jeszcze raz: nowy wybór zastąpi stary.',
    },
    left: { title: 'Newsletter jest wyłączony', body: 'Adres e-mail i wybór tematów usunięto.' },
    void: {
      title: 'Ten odsyłacz już nie działa',
      body: 'Newsletter wyłączono wcześniej albo nie potwierdzono go w ciągu siedmiu dni.',
    },
  },
  confirm: {
    title: 'Potwierdź newsletter',
    lead: 'Od potwierdzenia będą przychodzić listy o tym, co nowe.',
    submit: 'Potwierdzam',
  },
  leave: {
    title: 'Zrezygnuj z newslettera',
    lead: 'Adres e-mail zostanie usunięty od razu.',
    submit: 'Zrezygnuj i usuń mój adres',
  },
  confirmSubject: 'Splot: potwierdź newsletter',
  confirmBody: (link: string) =>
    `Ktoś (mamy nadzieję, że Ty) poprosił o newsletter Splotu.\n\nŻeby go włączyć, otwórz:\n${link}\n\nJeśli to pomyłka, nic nie rób: po siedmiu dniach prośba i adres znikną.`,
  letterSubject: (texts: number, events: number) =>
    `Splot: ${[
      texts > 0 && plural(texts, 'nowy tekst', 'nowe teksty', 'nowych tekstów'),
      events > 0 && plural(events, 'nowe wydarzenie', 'nowe wydarzenia', 'nowych wydarzeń'),
    ]
      .filter(Boolean)
      .join(', ')}`,
  written: 'NOWE TEKSTY',
  coming: 'NOWE WYDARZENIA',
  online: 'przez internet',
  leaveLine: 'Zrezygnuj (jedno kliknięcie, bez logowania):',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
