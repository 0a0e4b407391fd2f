import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  title: 'Ewaluacja',
  lead: 'Partnerzy, pracownicy i osoby mówią anonimowo, co w tej współpracy działa, co jest nowe i co warto zachować.',
  audiences: { partner: 'Partnerzy', worker: 'Pracownicy', participant: 'Osoby uczestniczące' },
  /** For participants: the same, plainly. */
  plain: {
    effectiveness: 'Czy ta pomoc działa',
    innovation: 'Czy jest inna niż wcześniej',
    spread: 'Co zostawić, a co zmienić',
  },
  areas: { effectiveness: 'Skuteczność', innovation: 'Innowacyjność', spread: 'Co zachować i zmienić' },
  states: { open: 'trwa', closed: 'wyniki', decided: 'zakończona' },
  answers: {
    scale: {
      s5: 'zdecydowanie tak',
      s4: 'raczej tak',
      s3: 'trochę tak, trochę nie',
      s2: 'raczej nie',
      s1: 'zdecydowanie nie',
    },
    yes: 'tak',
    no: 'nie',
  },
  none: 'Nie było jeszcze ewaluacji',
  noneMore:
    'Ewaluację zaczyna koordynator. Odpowiedzi są anonimowe, a wyniki pokazują się od pięciu odpowiedzi w grupie.',
  rounds: 'Ewaluacje',
  roundColumn: 'Ewaluacja',
  state: 'Stan',
  answered: 'Odpowiedzi',
  closesColumn: 'Koniec',
  turnout: (answered: number, issued: number) =>
    `${plural(answered, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')} na ${plural(issued, 'zaproszenie', 'zaproszenia', 'zaproszeń')}.`,
  byHand: (n: number) =>
    `W tym ${plural(n, 'arkusz papierowy przepisany', 'arkusze papierowe przepisane', 'arkuszy papierowych przepisanych')} przez partnerstwo.`,
  waits: {
    answers: 'odpowiedzi zaproszonych',
    until: (day: string) => `Do ${day}.`,
    texts: 'koordynator: przejrzenie tekstów i wnioski',
    take: 'Odpowiedz anonimowo',
    taken:
      'Zaproszenie już zostało wzięte. Jeśli nie zostało użyte, nie da się go odtworzyć: nigdzie nie jest zapisane, kto je ma.',
  },
  open: {
    title: 'Nowa ewaluacja',
    lead: 'Pytania są w banku pytań i mają trzy wersje: dla partnerów, pracowników i osób uczestniczących.',
    link: 'Zacznij ewaluację',
    name: 'Nazwa',
    closes: 'Odpowiedzi do',
    submit: 'Zacznij ewaluację',
    past: 'Ten dzień już minął.',
    there: 'Trwa już jedna ewaluacja. Najpierw ją zakończ.',
  },
  close: {
    link: 'Zakończ zbieranie',
    title: 'Zakończenie zbierania odpowiedzi',
    what: [
      'Niewykorzystane kody przestaną działać.',
      'Wyniki pokażą się partnerom w grupach, które mają co najmniej 5 odpowiedzi.',
    ],
  },
  invite: {
    link: 'Kody do rozdania',
    title: 'Kody do rozdania',
    lead: 'Każdy kod otwiera jedną ankietę. Rozdawaj je w przypadkowej kolejności i nie zapisuj, kto który dostał.',
    audience: 'Dla kogo',
    count: 'Ile kodów',
    countHint: 'Najwyżej 60 naraz.',
    submit: 'Przygotuj kody',
    tooMany: 'Tylu kodów nie można już wydać.',
    codes: 'Kody do wydruku',
    once: 'Kody widać tylko teraz',
    onceMore: 'W systemie zostają tylko ich skróty. Wydrukuj stronę albo skopiuj kody, zanim ją zamkniesz.',
    slip: (who: string) => `Anonimowa ankieta (${who.toLowerCase()}). Kod działa raz.`,
    square: (code: string) => `Kod kwadratowy otwierający ankietę ${code}`,
  },
  paper: {
    link: 'Ankieta na papierze',
    title: 'Ankieta na papierze',
    lead: 'Do wydrukowania. Kod z osobnej kartki wpisuje się na górze; po przepisaniu arkusz się niszczy.',
    show: 'Pokaż',
  },
  typeIn: {
    link: 'Przepisz arkusz',
    title: 'Przepisanie papierowego arkusza',
    lead: 'Odpowiedzi zostaną oznaczone jako przepisane przez partnerstwo. Zniszcz potem kartkę.',
    open: 'Otwórz arkusz',
    save: 'Zapisz odpowiedzi',
  },
  enter: {
    title: 'Anonimowa ankieta',
    lead: 'Masz kartkę z kodem? Wpisz go tutaj.',
    code: 'Kod',
    codeHint: '12 znaków, na przykład ABCD-EFGH-JKMN. Wielkość liter i kreski nie mają znaczenia.',
    open: 'Otwórz ankietę',
    unknown: 'Ten kod nie otwiera ankiety: jest w nim pomyłka, został użyty albo czas minął.',
    empty: 'Odpowiedz na co najmniej jedno pytanie.',
    questions: 'Co myślisz o tej pomocy i współpracy?',
    until: (day: string) => `Odpowiedzi do ${day}.`,
    anonymousTitle: 'Ta ankieta jest anonimowa',
    anonymous:
      'Nie zapisujemy, kto odpowiada ani o której godzinie. Kod znika, gdy wyślesz odpowiedzi, i nic go z nimi nie łączy. Na każde pytanie można nie odpowiedzieć.',
    anonymousPerson:
      'Nie wiemy, kto odpowiada. Twoje odpowiedzi nie wpłyną na Twoją pomoc. Możesz pominąć każde pytanie. Nie pisz imion ani nazwisk.',
    send: 'Wyślij odpowiedzi',
    thanks: 'Dziękujemy za odpowiedzi',
    thanksMore: 'Odpowiedzi są zapisane bez Twoich danych. Możesz zamknąć tę stronę.',
    used: 'Ten kod już nie działa',
    usedMore:
      'Został użyty albo czas na odpowiedzi minął. Jeśli to pomyłka, poproś o nową kartkę osobę, od której ją masz.',
  },
  results: {
    few: 'Za mało odpowiedzi, żeby pokazać wyniki: potrzeba co najmniej 5.',
    notYet: 'Wyniki pokażą się po zakończeniu zbierania.',
    agree: (share: string) => `Na tak ${share}`,
    mean: (mean: string) => `średnia ${mean} na 5`,
    answers: (n: number) => plural(n, 'odpowiedź', 'odpowiedzi', 'odpowiedzi'),
    before: (share: string) => `w poprzedniej ewaluacji na tak ${share}`,
    question: 'Pytanie',
    count: 'Liczba',
    answer: 'Odpowiedź',
    texts: 'Wypowiedzi',
  },
  texts: {
    link: (n: number) => `Przejrzyj wypowiedzi (${n})`,
    title: 'Wypowiedzi przed pokazaniem',
    lead: 'Usuń imiona, nazwiska i wszystko, po czym można kogoś poznać. Partnerzy zobaczą to, co zostanie; oryginał nie jest przechowywany.',
    none: 'Wszystkie wypowiedzi są przejrzane',
    found: (kinds: string) => `Sprawdź: może tu być ${kinds}.`,
    kinds: {
      pesel: 'numer PESEL',
      phone: 'numer telefonu',
      email: 'adres e-mail',
      name: 'imię albo nazwisko',
    },
    body: 'Wypowiedź',
    hint: 'Popraw tylko to, co wskazuje osobę.',
    show: 'Pokaż partnerom',
    withhold: 'Nie pokazuj',
  },
  compare: {
    title: 'Porównanie z innym modelem lub krajem',
    lead: 'Wpisuje je partnerstwo: wskaźnik z definicją, wartości obok siebie, źródło i to, co utrudnia porównanie. Splot nie podaje tu żadnych liczb.',
    german:
      'W projekcie, z którego wywodzi się model (2011–2014), partnerem od porównania z Niemcami było Stowarzyszenie Niemiecko-Polskiej Współpracy Socjalnej. Liczb z tego porównania nie znaleziono w dostępnych materiałach, więc ich tu nie ma.',
    none: 'Nie ma jeszcze porównań.',
    add: 'Dodaj porównanie',
    indicator: 'Wskaźnik',
    definition: 'Definicja',
    here: 'U nas',
    other: 'Z czym porównujemy (model, kraj, rok)',
    there: 'Tam',
    source: 'Źródło',
    caveat: 'Zastrzeżenia',
    remove: 'Usuń',
  },
  conclusions: {
    title: 'Wnioski',
    kinds: { keep: 'Zachować', change: 'Zmienić', spread: 'Upowszechnić' },
    none: 'Nie ma jeszcze wniosków.',
    add: 'Dodaj wniosek',
    kind: 'Co z tym robimy',
    body: 'Wniosek',
  },
  decide: {
    title: 'Decyzja',
    lead: 'Decyzja kończy ewaluację. Wniosków i porównań nie da się potem zmienić.',
    decision: 'Co postanowiono, kto to zrobi i do kiedy',
    submit: 'Zapisz decyzję',
    noConclusions: 'Dodaj najpierw co najmniej jeden wniosek.',
    textsWait: (n: number) =>
      `${plural(n, 'wypowiedź czeka', 'wypowiedzi czekają', 'wypowiedzi czeka')} jeszcze na przejrzenie.`,
    on: (day: string) => `Decyzja z ${day}`,
  },
  pdf: 'PDF raportu',
  report: (title: string) => `Raport z ewaluacji: ${title}`,
  method: 'Jak zebrano odpowiedzi',
  methodText:
    'Anonimowo, na jednorazowe kody, których nic nie łączy z odpowiedziami. Wyniki grup i pytań z mniej niż 5 odpowiedziami są ukryte. Wypowiedzi przejrzano i usunięto z nich dane osób.',
  due: {
    answer: (p: string) => `Anonimowa ankieta: ${p}`,
    close: (title: string) => `Zakończ zbieranie odpowiedzi: ${title}`,
    decide: (title: string) => `Wnioski i decyzja: ${title}`,
  },
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
