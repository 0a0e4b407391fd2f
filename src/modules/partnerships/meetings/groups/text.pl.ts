import { languages, plural, type TextOf } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  title: 'Grupy Partnerskie',
  lead: 'Instytucje regionu nad partnerstwami: poznają partnerstwa, ustalają, jak je wspierać, i które rozwiązania utrwalić.',
  new: 'Zwołaj Grupę Partnerską',
  newLead: 'Grupę zwołuje Twoja instytucja; ona też planuje spotkania i zaprasza członków.',
  none: 'Twoja instytucja nie należy do żadnej Grupy Partnerskiej',
  noneHint:
    'Grupę zwołuje instytucja regionu, na przykład ROPS. Gdy przyjmie Twoją instytucję, spotkania pojawią się tutaj.',
  name: 'Nazwa',
  aim: 'Cel',
  voivodeship: 'Województwo',
  convener: 'Zwołuje',
  members: 'Skład',
  count: (n: number) => plural(n, 'instytucja', 'instytucje', 'instytucji'),
  next: 'Najbliższe spotkanie',
  noNext: 'nie zaplanowano',
  save: 'Zwołaj grupę',
  changeMembers: 'Skład Grupy Partnerskiej',
  membersHint:
    'Zaznaczone instytucje widzą spotkania, decyzje i protokoły grupy. Odznaczona przestaje je widzieć.',
  institutions: 'Instytucje',
  saveMembers: 'Zapisz skład',
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
