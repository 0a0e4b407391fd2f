import type { TextOf } from '#kernel/i18n.ts';
import { languages, plural } from '#kernel/i18n.ts';
import { en } from './text.en.ts';

const pl = {
  topic: (name: string) => `zna temat „${name}”`,
  wider_topic: (name: string) => `zna szerszy temat „${name}”`,
  any_topic: 'doradza we wszystkich tematach',
  no_topic: 'nie ma tego tematu wśród swoich',
  county: 'ma ten powiat wśród swoich',
  any_county: 'doradza w całym kraju',
  duty: 'ma teraz dyżur',
  open: (n: number) =>
    n === 0
      ? 'nie ma otwartych pytań'
      : `ma ${plural(n, 'otwarte pytanie', 'otwarte pytania', 'otwartych pytań')}`,
  stand_in: (name: string, until: string) => `zastępuje: ${name}, do ${until}`,
};
export type Text = TextOf<typeof pl>;
export const text = languages({ pl, en });
