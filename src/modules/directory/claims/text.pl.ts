import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Przejmij wpis',
  lead: 'Kto prowadzi podmiot, może sam prowadzić jego wpis: zmieniać dane, dodawać ofertę i potwierdzać, że wszystko się zgadza.',
  visitor: 'Masz konto w Splocie?',
  visitorMore: 'Zaloguj się jako osoba, która zarządza instytucją.',
  signIn: 'Zaloguj się',
  worker: 'Wpis przejmuje osoba zarządzająca instytucją',
  workerMore: (institution: string) =>
    `Poproś o to kierownika albo administratora instytucji ${institution}. Ten odsyłacz otworzy mu tę samą stronę.`,
  keeper: 'Twoja instytucja prowadzi ten wpis',
  edit: 'Zmień dane',
  leave: 'Zrezygnuj z prowadzenia wpisu',
  kept: (name: string) => `Wpis prowadzi teraz: ${name}`,
  keptMore:
    'Jeśli to pomyłka, przyślij dokument. Redakcja porówna oba dowody, a obecny opiekun wpisu zachowa go do rozstrzygnięcia.',
  numbersTitle: (number: string) => `${number} się zgadza`,
  numbers: (institution: string) =>
    `Podmiot, który prowadzi instytucję ${institution}, ma ten sam numer co wpis. Nic więcej nie trzeba.`,
  numbersSubmit: 'Przejmij wpis teraz',
  codeTitle: 'Kod na adres z wpisu',
  codeLead: (email: string) =>
    `Wyślemy kod na ${email}. Kto czyta tę pocztę, ten może przejąć wpis. Kod jest ważny 14 dni.`,
  codeSend: 'Wyślij kod',
  codeSent: (email: string) => `Kod jest w drodze na ${email}`,
  codeSentMore: 'Przepisz osiem cyfr z listu. Prób jest pięć.',
  code: 'Kod z listu',
  codeCheck: 'Sprawdź kod',
  codeAgain: 'Wyślij kod jeszcze raz',
  wrong: 'To nie jest ten kod. Sprawdź cyfry i spróbuj jeszcze raz.',
  void: 'Ten kod już nie działa: minął termin albo prób było za dużo. Przyślij dokument.',
  paperTitle: 'Dokument do sprawdzenia',
  paperLead:
    'Na przykład statut, umowa o prowadzenie albo upoważnienie. Zobaczy go tylko redakcja bazy. Odpowiedź przyjdzie pocztą.',
  paper: 'Dokument',
  paperHint: 'PDF, JPG albo PNG, do 10 MB.',
  note: 'Wyjaśnienie',
  paperSend: 'Wyślij do redakcji',
  waiting: 'Dokument czeka na redakcję',
  waitingMore: 'Odpowiedź przyjdzie pocztą. Możesz dosłać nowszy dokument.',
  refused: 'Tą drogą nie da się teraz przejąć wpisu. Wybierz inną.',
  newcomerSent: 'Prośba została wysłana',
  newcomerSentMore: 'Odpowiedź przyjdzie na podany adres.',
  back: 'Wróć do wpisu',
  leaveTitle: 'Zrezygnować z prowadzenia wpisu?',
  leaveEffects: 'Instytucja nie będzie mogła zmieniać ani potwierdzać wpisu.',
  leaveStays: 'Wpis zostaje w bazie bez zmian, a historia powie, że opiekun zrezygnował.',
  leaveAgain: 'Wpis można przejąć ponownie.',
  takeTitle: 'Odebrać wpis instytucji?',
  takeLead: (keeper: string) => `Wpis prowadzi teraz: ${keeper}.`,
  takeReason: 'Powód',
  takeHint: 'Instytucja dostanie go pocztą.',
  takeSubmit: 'Odbierz wpis',
  mail: {
    takenSubject: 'Splot: wpis w bazie podmiotów odebrany instytucji',
    taken: (record: string, reason: string) =>
      `Redakcja bazy podmiotów odebrała Państwa instytucji prowadzenie wpisu: ${record}.\n\nPowód: ${reason}\n\nWpis można przejąć ponownie, gdy powód ustanie.`,
    subject: 'Splot: kod do przejęcia wpisu w bazie podmiotów',
    body: (institution: string, record: string, code: string, days: number) =>
      `Instytucja ${institution} chce prowadzić w bazie podmiotów wpis: ${record}.\n\nJeśli to Państwa instytucja, prosimy przekazać jej ten kod:\n\n${code}\n\nKod jest ważny ${days} dni. Jeśli to pomyłka, wystarczy go nikomu nie podawać: bez kodu nic się nie stanie.`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
