import type { Text } from './text.pl.ts';

export const en: Text = {
  section: 'Advice',
  parts: {
    inbox: 'Questions',
    call: 'Call card',
    letters: 'Letters',
    rota: 'Rota',
    knowledge: 'Articles',
    cards: 'Advice cards',
    reports: 'Reports',
    settings: 'Settings',
  },
  partsLabel: 'Parts of the advice desk',
  states: {
    new: 'new',
    assigned: 'assigned',
    answered: 'answered',
    closed: 'closed',
    reopened: 'reopened',
  },
  channels: { web: 'form', mail: 'e-mail', phone: 'telephone', visit: 'visit' },
  urgent: 'urgent',
  waitingReview: 'waits for a second person',
  nobody: 'nobody',
  anonymous: 'anonymous person',
};
