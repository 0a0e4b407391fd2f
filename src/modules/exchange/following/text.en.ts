import type { Text } from './text.pl.ts';

export const en: Text = {
  follow: {
    title: 'Letters about comments',
    lead: 'We will send a letter when there is something new in this discussion: at most one in 12 hours.',
    submit: 'Tell me',
  },
  useful: {
    title: 'A useful comment',
    lead: 'A comment that was useful to several people is marked so. We do not show who marked it, nor how many.',
    submit: 'This comment was useful to me',
  },
  page: 'Page',
  email: 'E-mail address',
  emailHint: 'We will send a letter with a link to confirm. Nobody will see the address.',
};
