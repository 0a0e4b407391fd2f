import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Assistant of social procurement',
  lead: 'A few questions, and then: which instruments apply, under what conditions, with what text to begin with.',
  directory: 'Directory',
  register: 'Register of social clauses',
  band: 'Estimated value without VAT',
  bands: {
    below: (amount) => `below ${amount}`,
    above: (amount) => `${amount} or more`,
  },
  bandsUnknown: {
    below: 'below the threshold of the procurement law',
    above: 'from the threshold of the procurement law on',
  },
  threshold: (day, source) => `The threshold applies from ${day}. Source: ${source}.`,
  subject: 'Subject',
  subjects: {
    supplies: 'supplies (goods)',
    services: 'services',
    social: 'social, health, cultural services',
    works: 'building works',
  },
  buyer: 'Who buys',
  buyers: {
    public: 'a public buyer (gmina, school, office, hospital)',
    other: 'a company or organisation outside the procurement law',
  },
  goals: 'What is to be achieved',
  goalsHint: 'Several may be ticked. Without any we show everything.',
  goal: {
    groups: 'people from groups at risk get work',
    contracts: 'the contractor employs on employment contracts',
    accessibility: 'everybody can use what we buy, with a disability too',
    quality: 'quality and cost over the whole life count, not only the price',
    mission: 'an organisation of public mission gives the service',
  },
  submit: 'Show what can be used',
  result: (n) => count(n, 'instrument', 'instruments'),
  none: 'The table has no instrument for such a contract',
  noneMore: 'Change the answers, or simply buy from a social-economy entity: nothing forbids it.',
  other:
    'Whoever is outside the procurement law chooses freely: they may buy from a social-economy entity without any special basis, and write clauses into the contract.',
  why: 'Why',
  condition: 'Conditions',
  proof: 'What proof to ask for',
  trap: 'What to mind',
  clause: 'Text to begin with',
  clauseHint:
    'A starting point, no finished document. Fill in the brackets; the buyer\u2019s lawyer checks the whole. The Polish text is the one to use.',
  source: (source) => `Source: ${source}`,
  stateOn: (day) => `law as of ${day}`,
  version: (n) => `version ${n}`,
  check: 'to be confirmed',
  checkHint:
    '“To be confirmed” means: we know this rule but have not read it again in its source, or it is uncertain. Check it before use.',
  find: 'Find who could do it',
  ask: 'Send an enquiry',
  record: 'Add the clause you used to the register',
};
