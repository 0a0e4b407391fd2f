import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Podobne partnerstwa',
  lead: (name: string) =>
    `Doświadczone partnerstwa, które mają najwięcej wspólnego z partnerstwem ${name}. Przy każdym piszemy dlaczego.`,
  how: 'Porównujemy rodzaj i wielkość obszaru, liczbę mieszkańców powiatu, województwo oraz grupy i kłopoty z wizytówek. Każda wspólna rzecz liczy się tak samo. Stopy bezrobocia nie porównujemy: nie ma jej jeszcze w danych o powiatach.',
  network: 'Sieć partnerstw',
  none: 'Nie ma jeszcze podobnego partnerstwa',
  noneHow: 'Uzupełnij wizytówkę o grupy i kłopoty: dzięki temu łatwiej znaleźć podobnych.',
  partnership: 'Partnerstwo',
  why: 'Dlaczego podobne',
  common: (n: number) => plural(n, 'wspólna rzecz', 'wspólne rzeczy', 'wspólnych rzeczy'),
  reasons: {
    city: 'też miasto na prawach powiatu',
    rural: 'też obszar głównie wiejski',
    urban: 'też obszar głównie miejski',
    near: 'to samo województwo',
    hosts: 'przyjmuje z wizytą',
  },
  gminas: (own: number, other: number) =>
    `podobna wielkość: ${plural(other, 'gmina', 'gminy', 'gmin')} (tutaj ${own})`,
  inhabitants: (own: string, other: string) => `podobna liczba mieszkańców powiatu: ${other} (tutaj ${own})`,
  terms: (names: string) => `wspólne: ${names}`,
  since: (date: string) => `działa od ${date}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
