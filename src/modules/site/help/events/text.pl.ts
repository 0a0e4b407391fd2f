import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Organizacja wydarzeń',
  lead: 'Dla osób, które organizują wydarzenia instytucji: od szkicu przez zapisy i wejście do zaświadczeń. Jeden krok dla tych, którzy zapisują swoich ludzi.',
  steps: [
    {
      title: 'Zacząć wydarzenie',
      body: 'W „Organizacja wydarzeń” kliknij „Nowe wydarzenie”. Wpisz tytuł i rodzaj, gdzie się odbywa i jak ludzie się zapisują. Adres spotkania przez internet zobaczą tylko osoby, które mają miejsce. Szkic widzą tylko osoby, które organizują wydarzenia w tej instytucji.',
    },
    {
      title: 'Opisać miejsce i dostępność',
      body: 'W „Dostępność miejsca” zaznacz tylko to, co jest na pewno: ktoś na tym polega. Dodaj, jak dojechać, i kogo prosić o pomoc, bez nazwisk. Później zmienia to „Zmień opis i miejsce”.',
    },
    {
      title: 'Dodać terminy i program',
      body: '„Dodaj termin” zapisuje jeden dzień albo serię; seria musi mieć koniec. „Dodaj punkt programu” wpisuje godzinę, salę i kto prowadzi, najlepiej z funkcją publiczną. Bez żadnego terminu wydarzenia nie da się ogłosić.',
    },
    {
      title: 'Ustawić zapisy i ogłosić',
      body: 'W części „Zapisy” wybierz, czy każdy, kto potwierdzi adres, ma miejsce, czy decyduje organizator. „Liczba miejsc” może zostać pusta. Zaznacz „Lista rezerwowa, gdy zabraknie miejsc”, jeśli ma być. Wydarzenie staje się publiczne po „Ogłoś wydarzenie”.',
    },
    {
      title: 'Prowadzić listę osób',
      body: '„Lista osób” pokazuje, kto ma miejsce, kto czeka i kto jest do decyzji. „Przyjmij”, „Odmów” i „Wypisz” wysyłają list do tej osoby. Po zwolnieniu miejsca następna osoba z listy rezerwowej dostaje je sama. Potrzeby, które ludzie zgłosili, widzą tylko organizujący i znikają po wydarzeniu.',
    },
    {
      title: 'Zapisać osoby z instytucji i zastąpić kogoś',
      body: 'Pracownik zapisuje swoich na stronie wydarzenia przyciskiem „Zapisz te osoby”. Potem nad listą wydarzeń otwiera „Osoby zapisane przez instytucję” i klika „Zastąp”, gdy przyjdzie ktoś inny, albo „Oddaj miejsce”, gdy nikt. Odsyłacz pierwszej osoby wtedy przestaje działać. Oddania miejsca nie da się cofnąć.',
    },
    {
      title: 'Zmienić termin albo odwołać',
      body: '„Zmień” przy terminie przesuwa go, a osoby, które mają miejsce, dostaną list. „Odwołaj ten termin” odwołuje jeden dzień. „Odwołaj wydarzenie” kończy całość: trzeba podać powód, wszyscy zapisani dostaną list, w kalendarzach będzie przekreślone i tego nie da się cofnąć.',
    },
    {
      title: 'Przy wejściu, także bez sieci',
      body: 'Otwórz „Wejście: obecność” w telefonie. „Skanuj aparatem” czyta kod z biletu; można też wpisać kod i kliknąć „Zaznacz” albo znaleźć osobę na liście. Kto nie ma zapisu, tego wpisuje „Osoba bez zapisu”. Bez sieci obecność zapisuje się na tym urządzeniu i wysyła sama, gdy sieć wróci; otwórz tę stronę wcześniej, gdy sieć jest.',
    },
    {
      title: 'Sprawdzić obecność',
      body: 'Obecność widać na „Lista osób”, a papierową listę daje „Lista do druku”. Gdy kogoś zaznaczono przez pomyłkę, „Cofnij” na stronie wejścia to zmienia. Zaznaczenie drugi raz niczego nie zmienia.',
    },
    {
      title: 'Dać materiały i wyniki',
      body: '„Dodaj plik” dołącza materiał albo protokół; przy każdym wybierasz, czy jest „dla wszystkich”, czy tylko „dla osób, które miały miejsce”. Po wydarzeniu w części „Co z tego wynikło” kliknij „Zmień”, opisz wyniki i kliknij „Ogłoś wyniki”.',
    },
    {
      title: 'Wystawić zaświadczenia i przeczytać ankietę',
      body: 'Jeśli przy wydarzeniu zaznaczono zaświadczenia, po ostatnim terminie kliknij „Wystaw zaświadczenia”. Dostają je osoby obecne na dość wielu terminach; próg stoi na ekranie. Każda z nich dostaje list z odsyłaczem do zaświadczenia. Każdy może sprawdzić kod na stronie „Sprawdź zaświadczenie” i nie zobaczy, czyje ono jest. Ankieta jest anonimowa, a wyniki widać dopiero przy dość wielu odpowiedziach.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
