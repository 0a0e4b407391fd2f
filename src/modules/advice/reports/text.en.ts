import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

const days = (n: number) => count(n, 'working day', 'working days');
const within = (n: number) => (n === 0 ? 'the same day' : `within ${days(n)}`);

export const en: Text = {
  title: 'Reports',
  lead: 'What was asked, how soon it was answered, and what the knowledge base lacks. No data of people.',
  which: 'Desk',
  all: 'All',
  from: 'From',
  to: 'Until',
  csv: 'Download CSV',
  outside:
    'Seen from outside the desk: whole quarters that are over, without numbers from 1 to 4 and what would give them away.',
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
  topic: (name) => `Topics: most often “${name}” (number of questions)`,
  topicTable: 'Topics',
  county: 'Questions by county (powiat)',
  countyTable: 'Counties',
  channel: 'How people asked (number of questions)',
  category: 'Who asked (number of questions)',
  part: 'Part',
  more: 'Table with answers and due days',
  monthName: (year, month) => `${month}/${year}`,
  first: (median) => `First answer: half ${within(median)} (number of questions)`,
  closing: (median) => `Closing: half ${within(median)} (number of questions)`,
  times: 'Time in working days',
  spread: (quarter, median, threeQuarters, ninety) =>
    `One question in four ${within(quarter)}, half ${within(median)}, three quarters ${within(threeQuarters)}, nine in ten ${within(ninety)}.`,
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
  gapsLead: 'Topics with at least five questions that no published article answers.',
  gapsNone: 'There is no topic with at least five questions that no article speaks of.',
  words: 'Words that come again',
  writeArticle: 'Knowledge base of the desk',
  shareLate: 'Late',
};
