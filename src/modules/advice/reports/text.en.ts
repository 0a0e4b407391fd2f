import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

const days = (n: number) => count(n, 'working day', 'working days');

export const en: Text = {
  title: 'Reports',
  lead: 'What was asked, how soon it was answered, and what the knowledge base lacks. No data of people.',
  which: 'Desk',
  all: 'All',
  from: 'From',
  to: 'Until',
  csv: 'Download CSV',
  outside: 'Seen from outside the desk: numbers from 1 to 4 are withheld, so that nobody can be recognised.',
  none: 'There were no questions in this period',
  noneMore: 'Choose a longer period or another desk.',
  short: 'In short',
  asked: 'Questions asked',
  answered: 'Answered',
  waiting: 'Waiting for an answer',
  late: 'First answer late',
  satisfaction: 'Whether the answer helped',
  satisfactionValue: (mean, n) => `${mean} of 5 (${count(n, 'rating', 'ratings')})`,
  hours: 'Hours of advice from cards',
  hoursValue: (n) => `${n} h`,
  hidden: 'withheld',
  few: 'fewer than 5',
  unknown: 'not said',
  channels: { web: 'form', mail: 'e-mail', phone: 'telephone', visit: 'visit' },
  month: 'Questions month by month',
  topic: (name) => `Topics: most often “${name}”`,
  topicTable: 'Topics',
  county: 'Questions by county (powiat)',
  countyTable: 'Counties',
  channel: 'How people asked',
  category: 'Who asked',
  part: 'Part',
  more: 'Table with answers and due days',
  monthName: (year, month) => `${month}/${year}`,
  first: (median) => `First answer: half within ${days(median)} or sooner`,
  closing: (median) => `Closing: half within ${days(median)} or sooner`,
  times: 'Time in working days',
  spread: (quarter, median, threeQuarters, ninety) =>
    `Fastest quarter: up to ${quarter}. Median: ${median}. Three quarters: up to ${threeQuarters}. Nine in ten: up to ${ninety}.`,
  bin: (from, to) =>
    from === 0
      ? 'the same day'
      : to === null
        ? `${from} days or more`
        : from === to
          ? days(from)
          : `${from}–${to} days`,
  questions: (n) => count(n, 'question', 'questions'),
  unit: 'questions',
  gaps: 'What was asked and no article answers',
  gapsLead: 'Topics with at least five questions that no published article of this desk answers.',
  gapsNone: 'There is no topic with at least five questions that no article speaks of.',
  words: 'Words that come again',
  writeArticle: 'Knowledge base of the desk',
  shareLate: 'Late',
};
