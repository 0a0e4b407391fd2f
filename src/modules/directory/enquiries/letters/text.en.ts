import type { About, Text } from './text.pl.ts';

const facts = (a: About) =>
  `Who asks: ${a.who}\nWhat is needed: ${a.what}\nPlace: ${a.where}\nAnswers until: ${a.until}`;

export const en: Text = {
  buyer: {
    confirm: {
      subject: 'Splot: confirm your enquiry',
      body: (what, where, link) =>
        `Somebody (you, we hope) prepared an enquiry to social-economy entities: ${what}, ${where}.\n\nTo send it, open and confirm:\n${link}\n\nThe same link opens the answers later. Do not pass it on.\n\nIf this is a mistake, do nothing: after seven days the enquiry and the address are gone.`,
    },
    answered: {
      subject: 'Splot: an answer to the enquiry',
      body: (what, where, link) =>
        `An entity answered the enquiry: ${what}, ${where}.\n\nAnswers and comparison:\n${link}`,
    },
    question: {
      subject: 'Splot: a question about the enquiry',
      body: (what, where, link) =>
        `One of those asked wants to know more: ${what}, ${where}.\n\nThe question, and room for an answer that everybody asked will read:\n${link}`,
    },
  },
  entity: {
    invite: {
      subject: 'Splot: a new enquiry',
      body: (a) =>
        `Somebody looks for a contractor and found you in the directory of the social economy.\n\n${facts(a)}\n\nDetails and answer (no account needed):\n${a.link}\n\nA refusal helps too: choosing the reason is enough. The same page lets you block the sender.`,
    },
    replied: {
      subject: 'Splot: an answer to a question about the enquiry',
      body: (a) => `The buyer answered a question. Everybody asked reads it.\n\n${facts(a)}\n\n${a.link}`,
    },
    remind: {
      subject: 'Splot: answers to the enquiry are due tomorrow',
      body: (a) =>
        `This enquiry has no answer from you yet.\n\n${facts(a)}\n\nA quote, or a refusal with its reason:\n${a.link}`,
    },
    chosen: {
      subject: 'Splot: your quote was chosen',
      body: (a) =>
        `The buyer chose your quote and will be in touch about details.\n\n${facts(a)}\n\n${a.link}`,
    },
    notChosen: {
      subject: 'Splot: the enquiry is closed',
      body: (a) => `Thank you for your answer. This time the choice was another.\n\n${facts(a)}\n\n${a.link}`,
    },
    ended: {
      subject: 'Splot: the enquiry is closed',
      body: (a) => `This enquiry needs no answer any more.\n\n${facts(a)}\n\n${a.link}`,
    },
  },
};
