import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  follow: {
    title: 'Powiadamianie o komentarzach',
    lead: 'Wyślemy list, gdy w tej dyskusji pojawi się coś nowego: najwyżej jeden na 12 godzin.',
    submit: 'Powiadamiaj mnie',
  },
  useful: {
    title: 'Przydatny komentarz',
    lead: 'Komentarz, który przydał się kilku osobom, jest tak opisany. Nie pokazujemy, kto ani ile osób go oznaczyło.',
    submit: 'Ten komentarz mi się przydał',
  },
  page: 'Strona',
  email: 'Adres e-mail',
  emailHint: 'Wyślemy list z odsyłaczem do potwierdzenia. Adresu nikt nie zobaczy.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
