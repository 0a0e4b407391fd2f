import type { EligibilityRule } from '../../modules/directory/api.ts';

/** Support services for people which invented units and organisations give. */
export interface SupportTemplate {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly easy: string;
  readonly rules: readonly EligibilityRule[];
  readonly papers: readonly string[];
  readonly places: readonly [number, number] | null;
  readonly age?: readonly [number, number | null];
}

const referral = 'skierowanie z ośrodka pomocy społecznej albo urzędu pracy';
export const SUPPORTS: Readonly<Record<string, readonly SupportTemplate[]>> = {
  CIS: [
    {
      kind: 'reintegration',
      name: 'Uczestnictwo w centrum integracji społecznej',
      about:
        'Warsztaty zawodowe, wsparcie społeczne i psychologiczne, posiłek, świadczenie integracyjne. Od sześciu do dwunastu miesięcy.',
      easy: 'Uczysz się zawodu. Dostajesz posiłek i świadczenie.',
      rules: [
        'long_term_unemployed',
        'homeless',
        'addiction_treatment',
        'released_prisoner',
        'refugee',
        'mental_disorder',
        'disability',
      ],
      papers: [referral, 'dowód osobisty'],
      places: [15, 45],
      age: [18, null],
    },
    {
      kind: 'training',
      name: 'Warsztat gastronomiczny i remontowy',
      about: 'Nauka zawodu pod okiem instruktora, praktyka u pracodawców z okolicy.',
      easy: 'Uczysz się gotować albo remontować.',
      rules: ['registered_unemployed'],
      papers: [referral],
      places: [6, 14],
      age: [18, null],
    },
  ],
  KIS: [
    {
      kind: 'reintegration',
      name: 'Klub integracji społecznej: grupa wsparcia i aktywne szukanie pracy',
      about:
        'Spotkania dwa razy w tygodniu, doradca zawodowy, psycholog, prace społecznie użyteczne. Warunkiem jest kontrakt socjalny.',
      easy: 'Spotykasz się z innymi. Szukacie pracy razem.',
      rules: ['social_contract', 'welfare_recipient'],
      papers: ['kontrakt socjalny'],
      places: [8, 20],
      age: [18, null],
    },
    {
      kind: 'debt',
      name: 'Punkt pomocy w zadłużeniu',
      about: 'Spis długów, rozmowa z wierzycielami, wniosek o upadłość konsumencką.',
      easy: 'Pomagamy, gdy masz długi.',
      rules: [],
      papers: [],
      places: null,
    },
  ],
  WTZ: [
    {
      kind: 'therapy',
      name: 'Warsztat terapii zajęciowej',
      about: 'Pracownie kulinarna, stolarska, ceramiczna i komputerowa, rehabilitacja, trening ekonomiczny.',
      easy: 'Pracujesz w pracowni. Uczysz się samodzielności.',
      rules: ['disability'],
      papers: ['orzeczenie o niepełnosprawności ze wskazaniem do terapii zajęciowej'],
      places: [20, 45],
      age: [16, null],
    },
  ],
  ZAZ: [
    {
      kind: 'job',
      name: 'Praca w zakładzie aktywności zawodowej',
      about: 'Zatrudnienie na umowę o pracę z rehabilitacją w miejscu pracy.',
      easy: 'Praca na umowę dla osób z niepełnosprawnością.',
      rules: ['disability'],
      papers: ['orzeczenie o stopniu niepełnosprawności'],
      places: [25, 60],
      age: [18, null],
    },
  ],
  NGO: [
    {
      kind: 'counselling',
      name: 'Poradnictwo obywatelskie',
      about: 'Bezpłatne porady prawne, rodzinne i w sprawach urzędowych.',
      easy: 'Rozmowa i rada. Za darmo.',
      rules: [],
      papers: [],
      places: null,
    },
    {
      kind: 'food_aid',
      name: 'Jadłodzielnia i magazyn odzieży',
      about: 'Żywność z programu pomocowego, ubrania, środki czystości.',
      easy: 'Jedzenie i ubrania.',
      rules: ['welfare_recipient'],
      papers: ['skierowanie z ośrodka pomocy społecznej'],
      places: null,
    },
    {
      kind: 'housing',
      name: 'Mieszkanie treningowe',
      about: 'Mieszkanie ze wsparciem asystenta do dwunastu miesięcy.',
      easy: 'Mieszkanie na rok i pomoc w samodzielności.',
      rules: ['homeless', 'leaving_care'],
      papers: [referral],
      places: [3, 8],
      age: [18, null],
    },
    {
      kind: 'integration',
      name: 'Punkt wsparcia cudzoziemców',
      about: 'Nauka polskiego, pomoc w dokumentach, asystent kulturowy.',
      easy: 'Uczymy polskiego. Pomagamy w urzędzie.',
      rules: ['refugee'],
      papers: [],
      places: [10, 30],
    },
    {
      kind: 'addiction',
      name: 'Grupa wsparcia po terapii',
      about: 'Spotkania dla osób po leczeniu uzależnienia i ich bliskich.',
      easy: 'Spotkania dla osób po terapii.',
      rules: ['addiction_treatment'],
      papers: [],
      places: [10, 16],
      age: [18, null],
    },
    {
      kind: 'day_centre',
      name: 'Dzienny dom seniora',
      about: 'Zajęcia, rehabilitacja i obiad od poniedziałku do piątku.',
      easy: 'Zajęcia i obiad dla osób starszych.',
      rules: [],
      papers: [],
      places: [15, 30],
      age: [60, null],
    },
  ],
  SPS: [
    {
      kind: 'job',
      name: 'Zatrudnienie wspierane w spółdzielni',
      about: 'Praca na umowę z planem reintegracji i opiekunem w miejscu pracy.',
      easy: 'Praca i osoba, która pomaga na początku.',
      rules: ['registered_unemployed', 'disability', 'long_term_unemployed'],
      papers: [],
      places: [1, 5],
      age: [18, null],
    },
  ],
  OWES: [
    {
      kind: 'social_economy',
      name: 'Wsparcie zakładania i rozwoju podmiotów ekonomii społecznej',
      about: 'Animacja, doradztwo kluczowe i biznesowe, dotacje na miejsca pracy.',
      easy: 'Pomagamy założyć spółdzielnię albo fundację.',
      rules: [],
      papers: [],
      places: null,
    },
  ],
};
