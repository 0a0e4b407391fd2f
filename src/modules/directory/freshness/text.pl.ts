import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Czy ten wpis jest aktualny?',
  lead: (name: string) => `Tak widzą Państwa podmiot czytelnicy bazy: ${name}.`,
  confirm: 'Wszystko się zgadza',
  confirmHint: 'Jedno kliknięcie, bez konta. Przy wpisie pojawi się dzisiejsza data.',
  change: 'Chcę coś poprawić',
  notOurs: 'To już nie my',
  notOursHint:
    'Wpis nie dotyczy Państwa albo podmiotu już nie ma? Sprawdzimy to i nie napiszemy więcej na ten adres.',
  thanks: 'Dziękujemy, wpis jest potwierdzony',
  thanksMore:
    'Czytelnicy zobaczą dzisiejszą datę. Następną prośbę wyślemy najwcześniej, gdy potwierdzenie się zestarzeje.',
  proposed: 'Dziękujemy za poprawki',
  proposedMore:
    'Redakcja je sprawdzi i odpisze na adres z wpisu. Na stronie podmiotu pojawią się po sprawdzeniu.',
  notOursDone: 'Dziękujemy za wiadomość',
  notOursMore: 'Redakcja sprawdzi ten wpis. Na ten adres nie wyślemy już listów o potwierdzeniu.',
  expired: 'Ten odsyłacz już nie działa',
  expiredMore: 'Minął jego termin. Następny list przyniesie nowy. Wpis można też przejąć i prowadzić samemu.',
  claim: 'Przejmij wpis',
  see: 'Zobacz wpis',
  changeTitle: 'Popraw wpis',
  changeLead: 'Zmień, co trzeba. Redakcja sprawdzi poprawki, zanim pojawią się w bazie.',
  contactRole: 'Kogo prosić',
  contactHint: 'Stanowisko albo dział, bez imion i nazwisk.',
  phone: 'Telefon',
  email: 'E-mail',
  website: 'Strona internetowa',
  descriptionPl: 'Opis',
  note: 'Co jeszcze się zmieniło',
  noteHint: 'Na przykład adres, godziny, oferta albo wolne miejsca.',
  send: 'Wyślij poprawki',
  nothingSaid: 'Nic nie zmieniono. Popraw pole albo napisz, co się nie zgadza.',
  leaveTitle: 'Nie przysyłajcie więcej próśb o potwierdzenie',
  leaveLead: 'Wpis zostanie w bazie, ale po roku czytelnicy zobaczą, że nikt go nie potwierdza.',
  leave: 'Zrezygnuj z listów',
  leftTitle: 'Listów już nie będzie',
  left: 'Na ten adres nie wyślemy próśb o potwierdzenie wpisu.',
  mail: {
    subject: 'Splot: proszę potwierdzić wpis w bazie podmiotów',
    body: (list: string, leave: string, days: number) =>
      `Dzień dobry,\n\nPaństwa podmiot jest w publicznej bazie podmiotów ekonomii społecznej. Dawno nikt nie potwierdził, że wpis jest aktualny.\n\nProszę otworzyć odsyłacz: jedno kliknięcie potwierdza wpis, konto nie jest potrzebne. Można też coś poprawić.\n\n${list}\n\nOdsyłacz działa ${days} dni i jest tylko dla Państwa.\n\nJeśli nie chcą Państwo takich listów:\n${leave}`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
