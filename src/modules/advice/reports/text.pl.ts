import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const questions = (n: number) => plural(n, 'pytanie', 'pytania', 'pytań');
const days = (n: number) => plural(n, 'dzień roboczy', 'dni robocze', 'dni roboczych');

const within = (n: number) => (n === 0 ? 'tego samego dnia' : `w ${days(n)}`);

const pl = {
  title: 'Raporty',
  lead: 'O co pytano, jak szybko odpowiedziano i czego brakuje w bazie wiedzy. Bez danych osób.',
  which: 'Punkt',
  all: 'Wszystkie',
  from: 'Od dnia',
  to: 'Do dnia',
  csv: 'Pobierz CSV',
  outside:
    'Widok spoza punktu: całe kwartały, które się skończyły, bez liczb od 1 do 4 i bez tego, co by je zdradziło.',
  none: 'W tym okresie nie było pytań',
  noneMore: 'Wybierz dłuższy okres albo inny punkt.',
  short: 'W skrócie',
  asked: 'Zadane pytania',
  answered: 'Z odpowiedzią',
  waiting: 'Czekają na odpowiedź',
  late: 'Po terminie pierwszej odpowiedzi',
  satisfaction: 'Czy odpowiedź pomogła',
  satisfactionValue: (mean: string, n: number) => `${mean} na 5 (${plural(n, 'ocena', 'oceny', 'ocen')})`,
  hours: 'Godziny doradztwa z kart',
  hoursValue: (n: string) => `${n} godz.`,
  hidden: 'ukryte',
  few: 'mniej niż 5',
  unknown: 'nie podano',
  channels: { web: 'formularz', mail: 'e-mail', phone: 'telefon', visit: 'wizyta' },
  month: 'Pytania w kolejnych miesiącach',
  topic: (name: string) => `Tematy: najczęściej „${name}” (liczba pytań)`,
  topicTable: 'Tematy',
  county: 'Pytania według powiatów',
  countyTable: 'Powiaty',
  channel: 'Jak pytano (liczba pytań)',
  category: 'Kto pytał (liczba pytań)',
  part: 'Część',
  more: 'Tabela z odpowiedziami i terminami',
  monthName: (year: string, month: string) => `${month}.${year}`,
  first: (median: number) => `Pierwsza odpowiedź: połowa ${within(median)} (liczba pytań)`,
  closing: (median: number) => `Zamknięcie pytania: połowa ${within(median)} (liczba pytań)`,
  times: 'Czas w dniach roboczych',
  spread: (quarter: number, median: number, threeQuarters: number, ninety: number) =>
    `Co czwarte pytanie ${within(quarter)}, połowa ${within(median)}, trzy czwarte ${within(threeQuarters)}, dziewięć na dziesięć ${within(ninety)}.`,
  bin: (from: number, to: number | null) =>
    from === 0
      ? 'tego samego dnia'
      : to === null
        ? `${from} dni lub więcej`
        : from === to
          ? days(from)
          : `${from}–${to} dni`,
  questions,
  unit: 'pytań',
  gaps: 'O co pytano, a nie ma o tym artykułu',
  gapsLead: 'Tematy z co najmniej pięcioma pytaniami, na które nie odpowiada żaden opublikowany artykuł.',
  gapsNone: 'Nie ma tematu z co najmniej pięcioma pytaniami, o którym nie byłoby artykułu.',
  words: 'Słowa, które się powtarzają',
  writeArticle: 'Baza wiedzy punktu',
  shareLate: 'Po terminie',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
