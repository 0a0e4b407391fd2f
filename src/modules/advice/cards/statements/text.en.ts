import type { Text } from './text.pl.ts';

export const en: Text = {
  list: 'Monthly statements',
  lead: 'The cards of each adviser in a month. The adviser hands the month over, the head approves it; then nothing in it changes.',
  empty: 'There is no card in this month',
  emptyMore: 'A statement makes itself from advice cards.',
  title: (name, month) => `Statement of advice: ${name}, ${month}`,
  adviser: 'Adviser',
  desk: 'Advice desk',
  month: 'Month',
  show: 'Show',
  cards: 'Cards',
  hours: 'Hours',
  value: 'Value',
  state: 'State',
  states: { open: 'open', handed: 'handed over', returned: 'to be mended', approved: 'approved' },
  unready: (drafts, waiting, disputed) =>
    [
      drafts > 0 && `being written: ${drafts}`,
      waiting > 0 && `waiting for confirmation: ${waiting}`,
      disputed > 0 && `disputed: ${disputed}`,
    ]
      .filter(Boolean)
      .join(', '),
  open: 'Not ready',
  hand: 'Hand the month over',
  handHint: 'You cannot change it until the head returns it.',
  draftsLeft: (n) => `Cards being written: ${n}. Finish them and hand the month over.`,
  approves: 'Approves',
  approve: 'Approve the month',
  approveHint: 'An approved month and its cards never change again.',
  notReady: (n) => `Cards being written or disputed: ${n}. Return the month to the adviser.`,
  returnIt: 'Return to be mended',
  note: 'What to mend',
  returned: (note) => `To be mended: ${note}`,
  approved: (who, when) => `Approved: ${who}, ${when}`,
  waits: 'Waits for approval',
  waitsWho: 'The head of the desk',
  csv: 'Download CSV',
  pdf: 'Download PDF',
  total: 'Total',
  due: (name, month) => `Statement of advice for ${month}: ${name}`,
};
