import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Without an account',
  lead: 'What can be done at once, without signing in: find help or a contractor, ask, read, register.',
  steps: [
    {
      title: 'Ask an adviser',
      body: 'On the page “Ask a question” write what it is about and press “Send the question”. No name or address is needed. After sending, keep the link or the code: they are the only way back to the answer. In danger, call the numbers on that page.',
    },
    {
      title: 'Find who can do it nearby',
      body: 'In “Directory” say “What are you looking for” and “Where”. Each entity says what it does, how to reach it and when its record was confirmed. One enquiry can go to several at once.',
    },
    {
      title: 'Read and print',
      body: '“Knowledge” holds guides, models of cooperatives with a budget calculator, good practices and advice. A text about law says as of which day it is true. Publications can be taken as PDF or EPUB.',
    },
    {
      title: 'Comment',
      body: 'Under a text choose “Ask or comment”. Without an account the comment appears once you have opened the link in a letter. Abuse is reported by the link “Report” at the comment.',
    },
    {
      title: 'Register for an event',
      body: 'In “Events” open an event and fill in “Register for an event”. The place is yours only when you have confirmed it from the letter. When there are no places, choose “Join the waiting list”. The same link changes or cancels it.',
    },
    {
      title: 'Receive news',
      body: 'On the page “Newsletter” choose topics and a voivodeship. Every letter can be stopped with one click. Feeds for readers stand beside the lists.',
    },
    {
      title: 'Fit the look',
      body: 'Under “Appearance” at the top of the page are the size of the text and the colours. Everything works by keyboard and without scripts, and every page can be printed. If something is in your way, write: “Report a problem” is at the foot of every page.',
    },
  ],
};
