import type { TextOf } from '#kernel/i18n.ts';
import { languages } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Nieobecność',
  lead: (name: string) =>
    `Kogo nie będzie: ${name}. Pierwszego dnia sprawy dostaje zastępca, żeby żadna nie została bez opieki.`,
  from: 'Od',
  to: 'Do (ostatni dzień nieobecności)',
  standIn: 'Kto zastępuje',
  standInHint: 'Na liście są tylko osoby z ważnym upoważnieniem i dostępem do spraw.',
  submit: 'Zapisz nieobecność',
  nobody: 'Nie ma nikogo, kto mógłby zastąpić',
  nobodyMore:
    'Zastępca musi mieć konto, funkcję, która otwiera sprawy, i ważne upoważnienie. Najpierw je nadaj.',
  overlap: 'Na ten czas jest już zapisana nieobecność tej osoby.',
  actsFor: (name: string) => `W tym czasie ta osoba zastępuje: ${name}. Najpierw zmień tamto zastępstwo.`,
  noAccess:
    'Ta osoba nie ma dostępu do spraw przez cały ten czas. Przedłuż upoważnienie albo wybierz kogoś innego.',
  standInAway: 'Tej osoby też wtedy nie będzie. Wybierz kogoś innego.',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
