import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'News of new results',
  lead: 'We write when somebody new appears in this search, or when data change.',
  search: 'Search',
  whole: 'the whole directory',
  email: 'E-mail address',
  emailHint:
    'First comes a letter that asks to confirm. The address serves nothing else; every letter has a link that removes it.',
  cadence: 'How often',
  cadences: { weekly: 'once a week', daily: 'every day' },
  submit: 'Tell me',
  number: 'The search holds eleven figures in a row, which may be a PESEL. Remove them.',
  sentTitle: 'Look into your mail',
  sent: 'If the address is right, a letter with a link comes in a moment. Nothing else is sent until it is confirmed. On one day an address gets three such letters at most.',
  outbox: 'This demonstration sends no letters. Signed in, you can read them',
  outboxLink: 'on the page of letters',
  confirmTitle: 'Confirm the news',
  confirm: 'I confirm',
  confirmedTitle: 'News are on',
  confirmed: 'A letter comes when there is something new. Each has a link that switches it off.',
  leaveTitle: 'Switch the news off',
  leaveLead: 'The e-mail address will be deleted.',
  leave: 'Switch off and delete my address',
  leftTitle: 'News are off',
  left: 'The e-mail address has been deleted.',
  voidTitle: 'This link does not work any more',
  void: 'The news were switched off before, or not confirmed within seven days.',
  back: 'Directory',
  confirmSubject: 'Splot: confirm news of the directory',
  confirmBody: (link) =>
    `Somebody (you, we hope) asked for letters about new results of a search in the directory of the social economy.\n\nTo switch them on, open:\n${link}\n\nIf this is a mistake, do nothing: after seven days the wish and the address are gone.`,
  digestSubject: (n) => `Splot: ${n} new ${n === 1 ? 'result' : 'results'} in the directory`,
  digestBody: (list, all, leave) =>
    `New or changed:\n\n${list}\n\nAll results:\n${all}\n\nTo switch the news off:\n${leave}`,
};
