import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Czy to ta sama osoba',
  candidates: 'Może to ta sama osoba',
  candidatesLead:
    'Te zapisy mają to samo imię i nazwisko oraz tę samą datę urodzenia albo jej nie mają. Porównaj je, zanim zdecydujesz.',
  none: 'Nie ma drugiego takiego zapisu',
  noneBody: 'W partnerstwie nikt inny nie ma tego imienia, nazwiska i daty urodzenia.',
  compare: 'Porównaj zapisy',
  compareWith: (name: string) => `Porównaj: ${name}`,
  hiddenTitle: 'W partnerstwie może być drugi zapis tej osoby',
  hiddenBody:
    'Prowadzi go inna instytucja. Zapisów nie łączy się bez wglądu w oba. Można poprosić tę instytucję o kontakt.',
  ask: 'Poproś o kontakt',
  asked: 'Prośba wysłana',
  askedBody: 'Jeżeli jest taka sprawa, jej koordynator dostał prośbę o kontakt.',
  pairTitle: 'Porównaj dwa zapisy',
  pairLead: 'Połącz zapisy tylko wtedy, gdy to na pewno jeden człowiek. Przez 30 dni można to cofnąć.',
  field: 'Dane',
  thisRecord: 'Zapis, który zostaje',
  otherRecord: 'Drugi zapis',
  fields: {
    name: 'Imię i nazwisko',
    pesel: 'PESEL',
    document: 'Numer dokumentu',
    birth_date: 'Data urodzenia',
    sex: 'Płeć',
    address: 'Adres',
    phone: 'Telefon',
    email: 'E-mail',
    lang: 'Język kontaktu',
  },
  sexes: { f: 'kobieta', m: 'mężczyzna' },
  langs: { pl: 'polski', en: 'angielski', uk: 'ukraiński' },
  cases: 'Sprawy',
  missing: 'nie podano',
  differs: 'różne',
  choose: 'Które dane zostają',
  chooseHint: 'Sprawdź w dokumencie albo zapytaj osobę. Numer, którego nie wybierzesz, zostanie w historii.',
  nothingToChoose: 'Oba zapisy mówią to samo.',
  consequences: [
    'Sprawy drugiego zapisu przejdą do tej osoby razem z historią, zgodami i dokumentami.',
    'Zespół każdej sprawy zostaje ten sam. Kto widzi sprawę, zobaczy połączone dane osoby.',
    'Okno uczestnika przejdzie razem z zapisem. Gdy oba zapisy mają okno, otwarte zostaje to przy zapisie, który zostaje.',
    'Wpis o połączeniu pojawi się w historii każdej z tych spraw.',
  ],
  merge: 'Połącz zapisy',
  openTitle: 'Najpierw trzeba zamknąć jedną ze spraw',
  openCases: 'Osoba może mieć w partnerstwie tylko jedną otwartą sprawę, a tu są dwie.',
  openBody:
    'Uzgodnij z koordynatorem drugiej sprawy, która zostaje. W sprawie, która nie zostaje, odnotuj rezultat i ją zamknij albo zapisz rezygnację. Potem wróć na tę stronę.',
  noticeTitle: 'Tych zapisów nie można tu połączyć',
  notSeen:
    'Do połączenia potrzebny jest wgląd w dane i numery obu osób oraz prawo do ich poprawiania w jednej ze spraw. Poproś o kontakt koordynatora drugiej sprawy.',
  changedTitle: 'Ktoś w tym czasie zmienił te dane',
  changedBody: 'Poniżej są dane aktualne. Wybierz jeszcze raz.',
  joined: 'Połączone zapisy',
  joinedOn: 'Połączono',
  joinedBy: 'Kto',
  formerName: 'Zapis pod nazwą',
  formerNumbers: 'Numery w historii',
  undo: 'Rozłącz',
  undoUntil: (day: string) => `Można rozłączyć do ${day}`,
  fixed: 'Na stałe albo rozłącza instytucja, która połączyła',
  numberTaken:
    'Numer z drugiego zapisu należy teraz do innej osoby. Zanim rozłączysz zapisy, trzeba wyjaśnić, czyj jest ten numer.',
  undoTitle: 'Rozłącz zapisy',
  undoConsequences: [
    'Drugi zapis wróci ze swoimi danymi, numerami, sprawami i oknem.',
    'Poprawki zrobione po połączeniu i sprawy otwarte po połączeniu zostaną przy tej osobie.',
    'Wpis o rozłączeniu pojawi się w historii każdej z tych spraw.',
  ],
};

export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
