import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Deklaracja dostępności',
  intro:
    'zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.',
  scope: 'Deklaracja dotyczy strony Splot:',
  published: 'Data publikacji strony:',
  updated: 'Data ostatniej istotnej aktualizacji:',
  statusTitle: 'Stan dostępności',
  status:
    'Strona jest zgodna z ustawą o dostępności cyfrowej. Każda strona jest sprawdzana automatycznie pod kątem wymagań WCAG 2.2 na poziomie AA.',
  shortcuts:
    'Skrót klawiaturowy: ukośnik (/) przenosi do wyszukiwarki. Poza tym działają zwykłe skróty przeglądarki.',
  madeTitle: 'Przygotowanie deklaracji',
  made: 'Deklarację sporządzono:',
  method:
    'Metoda: samoocena przeprowadzona przez podmiot publiczny. Deklarację przegląda się co roku do 31 marca.',
  contactTitle: 'Kontakt',
  contact: 'Problemy z dostępnością można zgłaszać pod adresem',
  procedureTitle: 'Żądanie i skarga',
  procedure:
    'Każdy może zażądać dostępności strony albo podania informacji w inny sposób, na przykład przez telefon, w druku lub w tekście łatwym do czytania. Odpowiedź przychodzi w ciągu 7 dni. Jeśli to za krótko, w ciągu 7 dni podany zostanie nowy termin, nie dłuższy niż 2 miesiące. Jeśli zapewnienie dostępności nie jest możliwe, zaproponowany będzie inny sposób dostępu.',
  complaint:
    'Gdy odpowiedzi nie ma albo jest odmowna, można złożyć skargę. Po wyczerpaniu tej drogi można napisać do: ',
  ombudsman: 'Rzecznik Praw Obywatelskich',
  buildingTitle: 'Dostępność architektoniczna',
  building:
    'Opis wejścia, wind, toalet i miejsc parkingowych siedziby podaje podmiot, który prowadzi stronę. W wersji pokazowej nie ma siedziby.',
  communicationTitle: 'Dostępność komunikacyjno-informacyjna',
  communication:
    'W każdej instytucji partnerstwa można poprosić o tłumacza języka migowego; sposób zgłoszenia podaje instytucja. Plan i zgody są także w tekście łatwym do czytania.',
};
export type Text = TextOf<typeof pl>;
export const statement = languages({ pl, en, uk });
