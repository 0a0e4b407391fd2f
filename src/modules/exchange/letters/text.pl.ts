import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  comment: {
    subject: 'Splot: potwierdź swój komentarz',
    body: (url: string) =>
      `Na ten adres zapisano komentarz. Żeby go opublikować, otwórz:\n${url}\n\nJeśli to pomyłka, nic nie rób: po siedmiu dniach komentarz i adres znikną.`,
  },
  mark: {
    subject: 'Splot: potwierdź oznaczenie komentarza',
    body: (url: string) =>
      `Ktoś (mamy nadzieję, że Ty) chce oznaczyć komentarz jako przydatny. Żeby potwierdzić, otwórz:\n${url}\n\nJeśli to pomyłka, nic nie rób.`,
  },
  follow: {
    subject: 'Splot: potwierdź powiadomienia o komentarzach',
    body: (url: string) =>
      `Ktoś (mamy nadzieję, że Ty) poprosił o listy o nowych komentarzach. Żeby je włączyć, otwórz:\n${url}\n\nJeśli to pomyłka, nic nie rób: po siedmiu dniach prośba i adres znikną.`,
  },
  answered: {
    subject: 'Splot: odpowiedź w dyskusji',
    body: (url: string, leave: string) =>
      `Ktoś odpowiedział na Twój komentarz albo zwrócił się do Ciebie:\n${url}\n\nWyłączenie listów o odpowiedziach na ten komentarz:\n${leave}`,
  },
  decided: {
    subject: 'Splot: decyzja o komentarzu',
    body: (url: string) =>
      `Redakcja podjęła decyzję o Twoim komentarzu. Uzasadnienie i sposób odwołania są na stronie komentarza, pod „Decyzja i odwołanie”:\n${url}`,
  },
  published: {
    subject: 'Splot: komentarz jest opublikowany',
    body: (url: string) => `Twój komentarz jest opublikowany:\n${url}`,
  },
  judged: {
    subject: 'Splot: rozpatrzono odwołanie',
    body: (url: string) =>
      `Twoje odwołanie zostało rozpatrzone. Odpowiedź jest na stronie komentarza:\n${url}`,
  },
  received: {
    subject: 'Splot: przyjęto zgłoszenie komentarza',
    body: (url: string, rules: string) =>
      `Dziękujemy za zgłoszenie komentarza:\n${url}\n\nRozpatrzy je człowiek. O rozstrzygnięciu napiszemy.\n\nZasady:\n${rules}`,
  },
  kept: {
    subject: 'Splot: rozpatrzono zgłoszenie komentarza',
    body: (url: string, rules: string) =>
      `Zgłoszony komentarz zostaje:\n${url}\n\nNie stwierdzono naruszenia prawa ani zasad. Decyzję podjął człowiek. Od tego rozstrzygnięcia można się odwołać, bezpłatnie, na stronie komentarza, pod „Decyzja i odwołanie”; odwołanie rozpatrzy inna osoba. Można też zwrócić się do organu pozasądowego rozstrzygania sporów albo do sądu.\n\nZasady:\n${rules}`,
  },
  stays: {
    subject: 'Splot: rozpatrzono odwołanie',
    body: (url: string, rules: string) =>
      `Odwołanie od rozstrzygnięcia zgłoszenia zostało rozpatrzone: komentarz zostaje. Odpowiedź jest na stronie komentarza, pod „Decyzja i odwołanie”:\n${url}\n\nZasady:\n${rules}`,
  },
  acted: {
    subject: 'Splot: rozpatrzono zgłoszenie komentarza',
    body: (_url: string, rules: string) =>
      `Zgłoszony komentarz został ukryty albo usunięty. Decyzję podjął człowiek.\n\nZasady:\n${rules}`,
  },
  news: {
    subject: 'Splot: nowe komentarze',
    body: (url: string, leave: string) =>
      `W dyskusji, którą śledzisz, pojawiło się coś nowego:\n${url}\n\nWyłączenie tych listów:\n${leave}`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
