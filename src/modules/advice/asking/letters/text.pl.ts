import { languages, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';
import { uk } from './text.uk.ts';

const pl = {
  received: {
    subject: (number: string) => `Splot: pytanie ${number} dotarło`,
    body: 'Pytanie dotarło do doradców. Pod tym odsyłaczem pojawi się odpowiedź; można tam też coś dopisać:',
  },
  answered: {
    subject: (number: string) => `Splot: odpowiedź na pytanie ${number} czeka`,
    body: 'Na pytanie czeka odpowiedź. Jest pod tym odsyłaczem:',
  },
  closed: {
    subject: (number: string) => `Splot: pytanie ${number} zostało zamknięte`,
    body: 'Od odpowiedzi minęło trochę czasu, więc pytanie zostało zamknięte. Pod odsyłaczem można powiedzieć, czy odpowiedź pomogła, albo otworzyć pytanie na nowo:',
  },
  atOnce: 'Jeśli jest bardzo źle albo niebezpiecznie, tu ktoś odbierze od razu:',
  keep: 'Kto zna ten odsyłacz, ten przeczyta pytanie i odpowiedź. Nie należy go podawać dalej.',
  notYou: 'Jeśli to pomyłka i nikt stąd o nic nie pytał, pod odsyłaczem można usunąć ten adres.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en, uk });
