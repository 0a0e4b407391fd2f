import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  groups: 'Grupy',
  moderation: 'Moderacja',
  mine: 'Moje komentarze',
  comments: 'Komentarze',
  count: (n: number) =>
    n > 1000
      ? 'Ponad 1000 komentarzy'
      : n === 0
        ? 'Nikt jeszcze nie napisał'
        : plural(n, 'komentarz', 'komentarze', 'komentarzy'),
  first: 'Można zacząć rozmowę: zadać pytanie, coś dodać, coś sprostować.',
  off: 'Pod tą stroną nie można komentować.',
  signInToWrite: 'Żeby napisać komentarz, trzeba się zalogować.',
  signIn: 'Zaloguj się',
  write: 'Zapytaj albo skomentuj',
  rules: 'Zasady komentowania',
  before: 'Komentarze pokazują się po sprawdzeniu przez redakcję.',
  follow: 'Powiadamiaj mnie o nowych',
  unfollow: 'Nie powiadamiaj mnie',
  reply: 'Odpowiedz',
  useful: 'Przydatny',
  usefulFor: 'Przydatny dla czytelników',
  notUseful: 'Cofnij „przydatny”',
  report: 'Zgłoś',
  edit: 'Popraw',
  withdraw: 'Wycofaj',
  moderate: 'Moderuj',
  decision: 'Decyzja i odwołanie',
  about: (signature: string) => `: ${signature}`,
  answers: (signature: string) => `w odpowiedzi: ${signature}`,
  edited: 'poprawiono',
  untitled: 'Bez tytułu',
  gone: {
    hidden: (why: string) => `Komentarz jest ukryty: ${why}.`,
    removed: (why: string) => `Komentarz usunięto: ${why}.`,
    withdrawn: 'Komentarz wycofał autor.',
  },
  reasons: {
    hate: 'nawołuje do nienawiści',
    threat: 'grozi komuś albo nawołuje do przemocy',
    defamation: 'pomawia kogoś',
    privacy: 'ujawnia czyjeś dane osobowe',
    copyright: 'narusza prawa autorskie',
    fraud: 'wprowadza w błąd, żeby coś wyłudzić',
    insult: 'obraża innych',
    advertising: 'jest reklamą',
    off_topic: 'nie dotyczy tematu strony',
    repeated: 'powtarza to samo',
    other: 'inny powód',
  },
  states: {
    unconfirmed: 'czeka na potwierdzenie adresu',
    waiting: 'czeka na sprawdzenie',
    shown: 'opublikowany',
    hidden: 'ukryty',
    removed: 'usunięty',
    withdrawn: 'wycofany',
  },
  pages: 'Strony dyskusji',
  previous: 'Wcześniejsze',
  next: 'Dalsze',
  start: 'Początek',
  end: 'Najnowsze wątki',
  all: 'Cała dyskusja',
  back: (title: string) => `Wróć do strony „${title}”`,
  feed: 'Kanał Atom z komentarzami',
  tooManyHere: 'Z tego miejsca wysłano dziś już bardzo dużo formularzy. Spróbuj jutro albo zaloguj się.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
