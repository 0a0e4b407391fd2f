export interface DemoTemplate {
  readonly desk: string;
  readonly name: string;
  readonly topic: string | null;
  readonly lang?: 'en';
  readonly body: string;
}

/** Beginnings of answers; what stands in braces comes from dated facts of law on the day of the answer. */
export const TEMPLATES: readonly DemoTemplate[] = [
  {
    desk: 'punkt-regionalny',
    name: 'Dopytanie o szczegóły',
    topic: null,
    body: 'Dzień dobry,\n\ndziękujemy za pytanie nr {{number}}. Żeby odpowiedzieć dobrze, potrzebujemy jeszcze kilku informacji:\n\n1. \n2. \n\nMożna odpisać na tę wiadomość albo zadzwonić: {{phone}}.\n\n{{desk}}',
  },
  {
    desk: 'punkt-regionalny',
    name: 'Kryterium dochodowe w pomocy społecznej',
    topic: 'benefits',
    body: 'Dzień dobry,\n\nkryterium dochodowe osoby samotnie gospodarującej wynosi {{income_single}}, a na osobę w rodzinie {{income_family}} (ustawa o pomocy społecznej, art. 8). Ośrodek bierze pod uwagę dochód z miesiąca przed złożeniem wniosku.\n\nPrzekroczenie kryterium nie zamyka drogi do pomocy: praca socjalna i poradnictwo nie zależą od dochodu.',
  },
  {
    desk: 'punkt-regionalny',
    name: 'Świadczenie integracyjne w CIS',
    topic: 'integration_benefit',
    body: 'Dzień dobry,\n\nświadczenie integracyjne to {{integration_benefit_share}} zasiłku dla bezrobotnych, który wynosi teraz {{unemployment_benefit}} (ustawa o zatrudnieniu socjalnym, art. 15). Po okresie próbnym ({{cis_trial}}) uczestnictwo trwa do {{cis_months}}.',
  },
  {
    desk: 'punkt-regionalny',
    name: 'Termin na odpowiedź dla ośrodka',
    topic: 'personal_data',
    body: 'Dzień dobry,\n\nna żądanie ośrodka pomocy społecznej informacje udostępnia się w ciągu {{social_information_days}} (ustawa o pomocy społecznej, art. 105). Żądanie powinno wskazywać podstawę prawną i zakres danych.',
  },
  {
    desk: 'ekonomia-spoleczna',
    name: 'Status przedsiębiorstwa społecznego: warunki',
    topic: 'enterprise_status',
    body: 'Dzień dobry,\n\nprzedsiębiorstwo społeczne zatrudnia co najmniej: {{enterprise_staff}}. W przedsiębiorstwie, którego celem jest reintegracja, osoby zagrożone wykluczeniem to co najmniej {{enterprise_at_risk}} zatrudnionych (ustawa o ekonomii społecznej, art. 4–5).',
  },
  {
    desk: 'ekonomia-spoleczna',
    name: 'Dotacja na miejsce pracy: stawki',
    topic: 'job_grant',
    body: 'Dzień dobry,\n\nstawka jednostkowa na utworzenie miejsca pracy wynosi {{job_grant}}, a na utrzymanie miejsca pracy w pełnym wymiarze przez 12 miesięcy {{bridging_full}}. Dotacja jest pomocą de minimis; limit w ciągu 3 lat to {{de_minimis_limit}}.',
  },
  {
    desk: 'ekonomia-spoleczna',
    name: 'De minimis: ceiling (English)',
    topic: 'de_minimis',
    lang: 'en',
    body: 'Good morning,\n\nthe ceiling of de minimis aid for a single undertaking is {{de_minimis_limit}} in any three years, counted back from the day of the grant (Regulation (EU) 2023/2831, art. 3).',
  },
];
