import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  account: 'Moje konto',
  signIn: {
    title: 'Logowanie',
    lead: 'Konto otwiera się tylko z zaproszenia, które przychodzi pocztą elektroniczną.',
    email: 'Adres e-mail',
    password: 'Hasło',
    submit: 'Zaloguj się',
    forgotten: 'Nie pamiętam hasła',
    or: 'Inny sposób',
    single: (name: string) => `Zaloguj się przez ${name}`,
    singleFailed:
      'Nie udało się zalogować tym sposobem. Zaloguj się hasłem albo zapytaj osobę, która prowadzi konta w Twojej instytucji.',
    refused: 'Adres e-mail i hasło nie pasują do siebie. Sprawdź oba i spróbuj jeszcze raz.',
    passwordSet: 'Nowe hasło jest zapisane. Zaloguj się nim.',
    invited: 'Konto jest gotowe. Zaloguj się hasłem ustalonym przed chwilą.',
    ended: 'Wylogowano. Do zobaczenia.',
  },
  locked: (time: string, minutes: number) =>
    `Było za dużo nieudanych prób. Następna będzie możliwa o ${time}, za ${plural(minutes, 'minutę', 'minuty', 'minut')}.`,
  code: {
    title: 'Kod z telefonu',
    lead: 'Hasło się zgadza. Teraz wpisz kod z aplikacji w telefonie.',
    field: 'Kod',
    hint: 'Sześć cyfr z aplikacji. Gdy nie masz telefonu, wpisz jeden z kodów zapasowych.',
    submit: 'Dalej',
    wrong:
      'Ten kod się nie zgadza. Kod z aplikacji zmienia się co 30 sekund i działa raz, zapasowy też działa raz.',
    expired: 'Minęło więcej niż 10 minut albo było za dużo prób. Zaloguj się od początku.',
    restart: 'Zaloguj się od początku',
  },
  invitation: {
    title: 'Zaproszenie do Splotu',
    lead: 'Ustal hasło, aby otworzyć konto.',
    forWhom: 'Konto będzie dla',
    submit: 'Otwórz konto',
    void: 'To zaproszenie już nie działa',
    voidMore: 'Link działa raz i przez 14 dni. Poproś o nowe zaproszenie osobę, która je przysłała.',
    hasAccount: 'Masz już konto z tym adresem e-mail. Zaloguj się i potwierdź zaproszenie.',
    confirm: 'Potwierdzam zaproszenie',
    other: 'To zaproszenie jest dla innego adresu e-mail niż Twój. Wyloguj się i wejdź na swoje konto.',
    toSignIn: 'Zaloguj się',
  },
  newPassword: {
    field: 'Nowe hasło',
    hint: 'Co najmniej 12 znaków. Najłatwiej zapamiętać cztery słowa, które do siebie nie pasują.',
    short: 'Hasło jest za krótkie. Potrzeba co najmniej 12 znaków.',
    long: 'Hasło jest za długie. Może mieć najwyżej 128 znaków.',
    obvious: 'To hasło łatwo zgadnąć. Wymyśl inne, na przykład z czterech niepasujących do siebie słów.',
  },
  forgotten: {
    title: 'Nowe hasło',
    lead: 'Podaj adres e-mail konta. Przyślemy link do ustalenia nowego hasła.',
    submit: 'Wyślij link',
    sent: 'Sprawdź pocztę',
    sentMore:
      'Jeśli pod tym adresem jest konto, za chwilę przyjdzie list z linkiem. Link działa raz, przez godzinę.',
    nothing: 'Nic nie przyszło? Zajrzyj do spamu. Po godzinie możesz poprosić jeszcze raz.',
    title2: 'Ustal nowe hasło',
    submit2: 'Zapisz hasło',
    void: 'Ten link już nie działa',
    voidMore: 'Link działa raz, przez godzinę. Poproś o nowy.',
    again: 'Poproś o nowy link',
  },
  settings: {
    name: 'Imię i nazwisko',
    email: 'Adres e-mail',
    acting: 'W czyim imieniu działam',
    actingLead: 'Wybierz, w czyim imieniu chcesz teraz pracować. Możesz to zmienić w każdej chwili.',
    actingNone: 'To konto nie jest jeszcze połączone z żadną instytucją ani sprawą.',
    actingNoneMore: 'Połączy je osoba, która prowadzi konta w Twojej instytucji.',
    actingUnset: 'jeszcze nie wybrano',
    actingNow: 'teraz',
    actingChange: 'Zmień',
    choose: 'Działaj',
    signOut: 'Wyloguj się',
    sessions: 'Zalogowane urządzenia',
    sessionHere: 'to urządzenie',
    sessionSince: (when: string) => `od ${when}`,
    sessionUsed: (when: string) => `ostatnio użyte ${when}`,
    end: 'Zakończ',
    endDevice: (device: string) => `Zakończ: ${device}`,
    endOthers: 'Zakończ wszystkie inne',
    ended: 'Wylogowano wybrane urządzenia.',
    unknownDevice: 'nieznane urządzenie',
    password: 'Hasło',
    passwordChange: 'Zmień hasło',
    passwordNow: 'Obecne hasło',
    passwordLead: 'Po zmianie wszystkie inne urządzenia zostaną wylogowane.',
    passwordSave: 'Zapisz nowe hasło',
    passwordSaved: 'Nowe hasło jest zapisane. Inne urządzenia zostały wylogowane.',
    passwordWrong: 'To nie jest obecne hasło. Wpisz je jeszcze raz.',
  },
  totp: {
    title: 'Kod z telefonu przy logowaniu',
    short: 'Kod z telefonu',
    on: 'włączony',
    off: 'wyłączony',
    change: 'Ustaw',
    why: 'Kto pozna hasło, nie wejdzie bez Twojego telefonu. Potrzebna jest aplikacja, która tworzy kody, na przykład Aegis, FreeOTP albo Google Authenticator.',
    begin: 'Włącz',
    scan: '1. Zeskanuj ten obrazek aplikacją',
    secret: 'Albo wpisz w aplikacji ten klucz:',
    qr: 'Kod QR z kluczem do aplikacji. Ten sam klucz jest zapisany niżej.',
    keep: '2. Zachowaj kody zapasowe',
    keepMore: 'Każdy działa raz, gdy nie masz telefonu. Wydrukuj je albo zapisz: drugi raz ich nie pokażemy.',
    confirm: '3. Wpisz kod z aplikacji',
    confirmSubmit: 'Włącz kod z telefonu',
    turnedOn: 'Od teraz przy logowaniu potrzebny jest kod z telefonu.',
    turnedOff: 'Przy logowaniu wystarczy już samo hasło.',
    isOn: 'Przy logowaniu potrzebny jest kod z telefonu. Aby zmienić telefon albo dostać nowe kody zapasowe, wyłącz go i włącz jeszcze raz.',
    turnOff: 'Wyłącz kod z telefonu',
  },
  mail: {
    invitation: {
      subject: 'Zaproszenie do Splotu',
      body: (url: string) =>
        `Dzień dobry,\n\nczeka zaproszenie do systemu Splot. Aby otworzyć konto, wejdź na stronę:\n\n${url}\n\nLink działa raz, przez 14 dni. Jeśli to pomyłka, wystarczy nic nie robić.\n`,
    },
    reset: {
      subject: 'Nowe hasło w Splocie',
      body: (url: string) =>
        `Dzień dobry,\n\nktoś poprosił o nowe hasło do konta z tym adresem. Aby je ustalić, wejdź na stronę:\n\n${url}\n\nLink działa raz, przez godzinę. Jeśli to nie Ty, wystarczy nic nie robić: hasło się nie zmieni.\n`,
    },
  },
};

export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
