import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Powiadamianie o nowych wynikach',
  lead: 'Wyślemy list, gdy w tym wyszukiwaniu pojawi się ktoś nowy albo zmienią się dane.',
  search: 'Wyszukiwanie',
  whole: 'cała baza',
  email: 'Adres e-mail',
  emailHint:
    'Najpierw przyjdzie list z prośbą o potwierdzenie. Adres służy tylko do tego; w każdym liście jest odsyłacz, który go usuwa.',
  cadence: 'Jak często',
  cadences: { weekly: 'raz w tygodniu', daily: 'codziennie' },
  submit: 'Powiadamiaj mnie',
  number: 'W wyszukiwaniu jest jedenaście cyfr z rzędu, które mogą być numerem PESEL. Usuń je.',
  sentTitle: 'Sprawdź pocztę',
  sent: 'Jeśli adres jest prawidłowy, za chwilę przyjdzie list z odsyłaczem. Powiadomienia ruszą po jego potwierdzeniu. Jednego dnia wysyłamy na jeden adres najwyżej trzy takie listy.',
  outbox: 'Ta wersja pokazowa nie wysyła listów. Po zalogowaniu można je przeczytać',
  outboxLink: 'na stronie listów',
  confirmTitle: 'Potwierdź powiadomienia',
  confirm: 'Potwierdzam',
  confirmedTitle: 'Powiadomienia są włączone',
  confirmed: 'List przyjdzie, gdy będzie coś nowego. W każdym jest odsyłacz, który je wyłącza.',
  leaveTitle: 'Wyłącz powiadomienia',
  leaveLead: 'Adres e-mail zostanie usunięty.',
  leave: 'Wyłącz i usuń mój adres',
  leftTitle: 'Powiadomienia są wyłączone',
  left: 'Adres e-mail został usunięty.',
  voidTitle: 'Ten odsyłacz już nie działa',
  void: 'Powiadomienia wyłączono wcześniej albo nie potwierdzono ich w ciągu siedmiu dni.',
  back: 'Baza podmiotów',
  confirmSubject: 'Splot: potwierdź powiadomienia z bazy podmiotów',
  confirmBody: (link: string) =>
    `Ktoś (mamy nadzieję, że Ty) poprosił o listy o nowych wynikach wyszukiwania w bazie podmiotów ekonomii społecznej.\n\nŻeby je włączyć, otwórz:\n${link}\n\nJeśli to pomyłka, nic nie rób: po siedmiu dniach prośba i adres znikną.`,
  digestSubject: (n: number) =>
    `Splot: ${plural(n, 'nowy wynik', 'nowe wyniki', 'nowych wyników')} w bazie podmiotów`,
  digestBody: (list: string, all: string, leave: string) =>
    `Nowe albo zmienione:\n\n${list}\n\nWszystkie wyniki:\n${all}\n\nWyłączenie powiadomień:\n${leave}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
