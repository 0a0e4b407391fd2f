import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  topic: (name) => `knows the topic “${name}”`,
  wider_topic: (name) => `knows the wider topic “${name}”`,
  any_topic: 'advises on every topic',
  no_topic: 'has not named this topic',
  county: 'has named this county',
  any_county: 'advises in the whole country',
  duty: 'is on duty now',
  open: (n) => (n === 0 ? 'has no open questions' : `has ${count(n, 'open question', 'open questions')}`),
  stand_in: (name, until) => `stands in for ${name} until ${until}`,
};
