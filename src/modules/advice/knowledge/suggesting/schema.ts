/** A published text that may answer what somebody is about to ask. */
export interface Suggestion {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
}

/** Words of letters and of questions that say nothing of what is asked; as they are without diacritics. */
export const SAY_NOTHING: ReadonlySet<string> = new Set(
  (
    'dzien dobry witam czesc hej prosze prosba prosbe bardzo dziekuje pozdrawiam pytanie pytam pytac zapytac chcialbym chcialabym chce chcemy ' +
    'moge mozna mozemy czy jak jaki jaka jakie jakich ktory ktora ktore ktos kto co gdzie kiedy dlaczego ile jest sa byc byl byla mam mamy ma ' +
    'nie tak to ten ta te tego tej tym tych sie ze by aby zeby ale lub albo oraz tez takze juz jeszcze tylko dla przez przed przy pod nad po od ' +
    'do na w we z ze za o i a u moj moja moje moich nasz nasza nasze swoj panstwo panstwa pan pani ich jej jego on ona oni mi mnie nam nas was ' +
    'powinien powinna powinnam powinienem trzeba nalezy potrzebuje potrzebujemy wiedziec wiem informacja informacje informacji sprawa sprawie ' +
    'hello dear please thank thanks question ask asking would like want know can could how what where when who why is are was were the an and or of ' +
    'for to in on at by with from my our your we you it this that do does have has'
  ).split(' '),
);
