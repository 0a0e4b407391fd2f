import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  invite: {
    title: 'Okno osoby uczestniczącej',
    lead: 'Osoba zobaczy w nim swój plan, terminy, zgody, dokumenty oraz to, kto i po co oglądał jej dane.',
    email: 'Adres e-mail osoby',
    emailHint: 'Przyjdzie na niego link do otwarcia konta, ważny 14 dni. Sprawdź adres razem z osobą.',
    lang: 'Język zaproszenia',
    langs: { pl: 'polski', en: 'angielski', uk: 'ukraiński' },
    submit: 'Zaproś',
    again: 'Zaproś ponownie',
    againHint: 'Poprzedni link przestanie działać.',
    waiting: (email: string, at: string) => `Zaproszenie wysłane na ${email}, ${at}. Czeka na przyjęcie.`,
    written: (email: string, at: string) =>
      `Zaproszenie na ${email} przygotowano ${at}, ale wersja pokazowa nie wysyła poczty.`,
    outbox: 'Przeczytaj list i otwórz link',
    joined: (at: string) => `Osoba korzysta ze swojego okna od ${at}.`,
    none: 'Osoba nie ma jeszcze okna.',
    other: 'Inny adres e-mail',
    otherHint: 'Po przyjęciu nowego zaproszenia poprzednie konto przestanie otwierać okno.',
    close: 'Zamknij okno',
    closeTitle: 'Zamknięcie okna',
    closeWhat: [
      'Konto osoby nie otworzy już tej sprawy. Zaproszenia, które czekają, przestaną działać.',
      'Niczego to nie usuwa: plan, zgody i wiadomości zostają w sprawie.',
      'Okno można otworzyć ponownie nowym zaproszeniem.',
    ].join('\n'),
    unidentified: 'Najpierw uzupełnij imię i nazwisko osoby.',
    over: 'Ta sprawa nie jest prowadzona, dlatego nie można zaprosić osoby.',
    noEmail:
      'Osoba nie ma poczty elektronicznej? Wydrukuj jej plan i zgody; podpis na papierze zapisz w planie.',
    messages: 'Wiadomości',
  },
  thread: {
    title: 'Wiadomości z osobą',
    lead: 'Czytają je osoba oraz pracownicy instytucji prowadzącej, którzy pracują przy tej sprawie. Inni partnerzy ich nie widzą.',
    none: 'Nie ma jeszcze wiadomości',
    noneMore: 'Wiadomość od osoby pojawi się tutaj, a koordynator dostanie o niej e-mail bez treści.',
    notJoined:
      'Osoba nie ma jeszcze swojego okna, więc nie zobaczy wiadomości, dopóki nie przyjmie zaproszenia.',
    invite: 'Zaproś osobę',
    person: 'Osoba',
    about: {
      other: '',
      plan: 'Nie zgadza się z planem, chce porozmawiać',
      correction: 'Prosi o poprawkę danych',
    },
    unread: (n: number) => `Nieprzeczytane: ${n}`,
    markRead: 'Oznacz jako przeczytane',
    body: 'Odpowiedź',
    bodyHint: 'Prosty język, krótkie zdania. E-mail do osoby powie tylko, że czeka wiadomość.',
    toConfirm: 'Poproś osobę o potwierdzenie, że przeczytała',
    send: 'Wyślij',
    confirmed: (at: string) => `osoba potwierdziła ${at}`,
    waits: 'czeka na potwierdzenie',
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
