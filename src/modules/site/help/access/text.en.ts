import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Who sees what',
  lead: 'Why some see a part of a case and others do not, and how to check it.',
  steps: [
    {
      title: 'The rule',
      body: 'An institution sees a kind of data only while the case holds a valid basis for it: a statutory task, a contract or a consent. To belong to the partnership is not enough. The agreement sets the most that may be shown to one another.',
    },
    {
      title: 'Check who sees a case',
      body: 'In the case choose “Who sees this”. The table “Institutions and kinds of data” says who reads, who writes, by what right and until when. What is not in it, the institution does not see.',
    },
    {
      title: 'A part you need is not shown',
      body: 'On the same page ask “Why can I not see a part?”. The answer names what is missing: an assignment, an authorisation, a basis or a purpose. The coordinator of the case records bases and consents; the head gives authorisations.',
    },
    {
      title: 'Take access away',
      body: 'Withdrawing a consent, or unticking data in a basis, works at once. Who has lost access opens no old link and no file either. What was done before on that basis stays.',
    },
    {
      title: 'Sudden danger',
      body: '“Open emergency access” is only for when somebody is in danger of harm and nobody of the team can help in time. The case opens briefly and only for reading. The coordinator, the head and the data protection officer are told, and somebody else reviews it afterwards. The person sees it too.',
    },
    {
      title: 'A trace of each opening',
      body: 'Every opening of a person’s data leaves an entry: who, when, for what purpose. The person reads it in their window, the data protection officer in the “Access log”. Entries can be neither changed nor removed.',
    },
    {
      title: 'What not to write',
      body: 'Health, addiction and criminal record are written only where the page asks for them. Not in reasons, remarks, messages, names of files or subjects of letters.',
    },
  ],
};
