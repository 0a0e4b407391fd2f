import type { Text } from './text.pl.ts';

export const en: Text = {
  comment: {
    subject: 'Splot: confirm your comment',
    body: (url) =>
      `A comment was written with this address. To publish it, open:\n${url}\n\nIf this is a mistake, do nothing: after seven days the comment and the address are gone.`,
  },
  mark: {
    subject: 'Splot: confirm your mark',
    body: (url) =>
      `Somebody (we hope it is you) wants to mark a comment as useful. To confirm, open:\n${url}\n\nIf this is a mistake, do nothing.`,
  },
  follow: {
    subject: 'Splot: confirm letters about comments',
    body: (url) =>
      `Somebody (we hope it is you) asked for letters about new comments. To turn them on, open:\n${url}\n\nIf this is a mistake, do nothing: after seven days the wish and the address are gone.`,
  },
  answered: {
    subject: 'Splot: a reply in a discussion',
    body: (url, leave) =>
      `Somebody replied to your comment or spoke to you:\n${url}\n\nNo more letters about replies to this comment:\n${leave}`,
  },
  decided: {
    subject: 'Splot: a decision about a comment',
    body: (url) =>
      `The editors made a decision about your comment. The reasons and the way to appeal are on the page of the comment, under “Decision and appeal”:\n${url}`,
  },
  published: {
    subject: 'Splot: the comment is published',
    body: (url) => `Your comment is published:\n${url}`,
  },
  judged: {
    subject: 'Splot: your appeal is decided',
    body: (url) => `Your appeal was decided. The answer is on the page of the comment:\n${url}`,
  },
  received: {
    subject: 'Splot: your notice is received',
    body: (url, rules) =>
      `Thank you for your notice about a comment:\n${url}\n\nA person will examine it. We will write what was decided.\n\nRules:\n${rules}`,
  },
  kept: {
    subject: 'Splot: your notice is decided',
    body: (url, rules) =>
      `The comment stays:\n${url}\n\nIt was found to break neither the law nor the rules. A person decided. You may appeal, free of charge, on the page of the comment, under “Decision and appeal”; somebody else will decide. You may also turn to an out-of-court dispute settlement body or a court.\n\nRules:\n${rules}`,
  },
  stays: {
    subject: 'Splot: your appeal is decided',
    body: (url, rules) =>
      `Your appeal about a notice was decided: the comment stays. The answer is on the page of the comment, under “Decision and appeal”:\n${url}\n\nRules:\n${rules}`,
  },
  acted: {
    subject: 'Splot: your notice is decided',
    body: (_url, rules) => `The comment was hidden or removed. A person decided.\n\nRules:\n${rules}`,
  },
  news: {
    subject: 'Splot: new comments',
    body: (url, leave) =>
      `There is something new in a discussion you follow:\n${url}\n\nNo more of these letters:\n${leave}`,
  },
};
