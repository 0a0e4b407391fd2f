import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Zgłoszenie komentarza',
  lead: 'Zgłoś komentarz, który jest niezgodny z prawem albo z zasadami. Rozpatrzy go człowiek.',
  reason: 'Co jest nie tak',
  reasonHint: 'Ten komentarz:',
  explanation: 'Wyjaśnienie',
  explanationHint: 'Napisz, które słowa i dlaczego. Pomaga przepis prawa, jeśli jest znany.',
  email: 'Adres e-mail',
  emailHint:
    'Na ten adres odpiszemy, że zgłoszenie przyszło i jak je rozstrzygnięto. Autor komentarza go nie zobaczy.',
  faith: 'Zgłaszam w dobrej wierze; to, co piszę, jest według mojej wiedzy prawdziwe i pełne',
  submit: 'Wyślij zgłoszenie',
  sentTitle: 'Zgłoszenie jest przyjęte',
  sent: 'Redakcja rozpatrzy je bez zbędnej zwłoki. Jeśli podano adres albo konto, przyjdzie list z rozstrzygnięciem.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
