import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Tokeny interfejsu',
  lead: 'Token pozwala programowi działać w imieniu pracownika. Działa najwyżej tak, jak pozwalają funkcje i upoważnienie tej osoby.',
  account: 'Moje konto',
  new: 'Nowy token',
  name: 'Nazwa',
  nameHint: 'Do czego służy, na przykład „import skierowań z systemu dziedzinowego”.',
  scopes: 'Na co pozwala',
  scopeNames: {
    'api:territory.read': 'czytanie podziału terytorialnego',
    'api:organisations.read': 'czytanie instytucji i partnerstw',
    'api:referrals.read': 'czytanie skierowań',
    'api:referrals.write': 'wysyłanie skierowań i odpowiadanie na nie',
    'api:cases.read': 'czytanie spraw',
    'api:cases.write': 'prowadzenie spraw: diagnoza, plan, obecności, przeglądy',
  },
  until: 'Ważny do',
  untilHint: 'Najwyżej rok.',
  tooLong: 'Token może być ważny najwyżej rok.',
  tooMany: 'Jest już 20 czynnych tokenów. Najpierw unieważnij któryś z nich.',
  create: 'Utwórz token',
  created: 'Token jest gotowy',
  createdOnce: 'Skopiuj go teraz. Nie pokażemy go drugi raz, bo w systemie zostaje tylko jego skrót.',
  token: 'Token',
  usage: 'Program wysyła go w nagłówku Authorization: Bearer …',
  backToList: 'Lista tokenów',
  state: 'Stan',
  used: 'Ostatnio użyty',
  never: 'jeszcze nie użyty',
  live: (date: string) => `ważny do ${date}`,
  revoked: 'unieważniony',
  expired: 'wygasł',
  revoke: 'Unieważnij',
  revokeNamed: (name: string) => `Unieważnij token ${name}`,
  empty: 'Nie ma tokenów',
  emptyMore: 'Token jest potrzebny tylko do łączenia Splotu z innym systemem.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
