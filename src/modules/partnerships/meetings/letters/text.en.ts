import type { Text } from './text.pl.ts';

export const en: Text = {
  hello: 'Hello,',
  subjects: {
    invitation: 'Invitation to a meeting',
    changed: 'Meeting: new time or place',
    cancelled: 'Meeting called off',
    minutes: 'Minutes of a meeting for your remarks',
  },
  says: {
    invitation: 'you are invited to a meeting.',
    changed: 'the time or place of the meeting has changed. It is now:',
    cancelled: 'the meeting was called off.',
    minutes: 'the minutes of the meeting wait for remarks and agreement.',
  },
  links: {
    invitation: 'Answer whether you come:',
    changed: 'Answer whether you come:',
    cancelled: 'Details:',
    minutes: 'The minutes (after signing in):',
  },
  agenda: 'Agenda:',
  calendar: 'For the calendar (iCalendar):',
  remarksUntil: (date) => `Remarks can be made until ${date}. Minutes without remarks then count as agreed.`,
  automatic: 'Sent automatically by Splot.',
  taskSoonSubject: 'Reminder: a task of a meeting is due soon',
  taskLateSubject: 'Reminder: a task of a meeting is overdue',
  taskSoon: (date) => `a task taken on at a meeting is due on ${date}.`,
  taskLate: (date) => `a task taken on at a meeting was due on ${date}.`,
  taskLink: 'The task (after signing in):',
};
