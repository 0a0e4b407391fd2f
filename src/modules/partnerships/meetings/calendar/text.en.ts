import type { Text } from './text.pl.ts';

export const en: Text = {
  name: 'Splot: meetings',
  title: 'Calendar of meetings',
  lead: 'All meetings of the partnerships and Partner Groups of your institution in the calendar of your telephone or computer.',
  none: 'You have no calendar address yet.',
  since: (date) =>
    `The address works since ${date}. The address itself is not kept, so it cannot be shown again.`,
  make: 'Make a calendar address',
  again: 'Make a new address',
  againHint: 'The one before stops working.',
  end: 'Switch the address off',
  made: 'Calendar address',
  madeHint:
    'Copy it now and paste it into your calendar as a subscription (“Add calendar from the internet”). It is shown once. Whoever knows it sees times and places of meetings.',
  back: 'Back to meetings',
};
