import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Konto i logowanie',
  lead: 'Zaproszenie, hasło, kod z telefonu i to, w czyim imieniu się działa.',
  steps: [
    {
      title: 'Skąd wziąć konto',
      body: 'Konto otwiera się tylko z zaproszenia. Pracownikowi wysyła je administrator jego instytucji, osobie z planem koordynator. Link działa raz; gdy wygaśnie, trzeba poprosić o nowy.',
    },
    {
      title: 'Nowe hasło',
      body: 'Na stronie „Logowanie” kliknij „Nie pamiętam hasła” i podaj adres e-mail. Przyjdzie link do ustalenia nowego hasła. Gdy nic nie przychodzi, zajrzyj do spamu.',
    },
    {
      title: 'Kod z telefonu',
      body: 'W „Moje konto” przy „Kod z telefonu” wybierz „Ustaw”, potem „Włącz”. Zeskanuj obrazek aplikacją, zachowaj kody zapasowe i wpisz pierwszy kod. Bez telefonu wejdziesz kodem zapasowym; każdy działa raz.',
    },
    {
      title: 'Praca w kilku miejscach',
      body: 'Jedno konto może należeć do kilku instytucji, a nawet do pracownika i osoby z planem naraz. W „Moje konto” pod „W czyim imieniu działam” kliknij „Zmień” i wybierz. Widać tylko to, co należy do wybranej roli.',
    },
    {
      title: 'Zgubione albo cudze urządzenie',
      body: 'W „Moje konto” pod „Zalogowane urządzenia” jest każde miejsce, w którym konto jest otwarte. „Zakończ wszystkie inne” zamyka je od razu. Potem zmień hasło.',
    },
    {
      title: 'Za dużo prób',
      body: 'Po kilku błędnych hasłach trzeba odczekać tyle, ile mówi strona. Nie trzeba nigdzie dzwonić. Jeśli to nie Ty wpisujesz hasło, ustal nowe i włącz kod z telefonu.',
    },
  ],
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
