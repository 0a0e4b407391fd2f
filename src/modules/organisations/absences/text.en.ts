import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Absence',
  lead: (name) =>
    `Who will be away: ${name}. On the first day the stand-in gets the cases, so that none is left alone.`,
  from: 'From',
  to: 'Until (last day away)',
  standIn: 'Stand-in',
  standInHint: 'The list has only people with a valid authorisation and access to cases.',
  submit: 'Save the absence',
  nobody: 'There is nobody who could stand in',
  nobodyMore:
    'A stand-in needs an account, a function that opens cases, and a valid authorisation. Give it first.',
  overlap: 'An absence of this person is already noted for that time.',
  actsFor: (name) => `At that time this person stands in for: ${name}. Change that first.`,
  noAccess:
    'This person has no access to cases for the whole time. Prolong the authorisation or choose somebody else.',
  standInAway: 'This person will be away too. Choose somebody else.',
};
