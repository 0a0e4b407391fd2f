import type { Text } from './text.pl.ts';

export const en: Text = {
  parts: {
    title: 'My part of the diagnosis',
    lead: 'Rate each domain and describe what matters for work and independence. The text is saved as a draft while you type.',
    scale: 'Rating',
    note: 'Description',
    noteHint: 'Nothing on health, addiction or criminal record. These have a page of their own.',
    copied: 'Content of the previous diagnosis. Check it and save to confirm.',
    required: 'required part',
    none: 'Your institution has no part to fill in this diagnosis.',
    noGrant: (label) =>
      `Your institution has no basis to write the part “${label}”. The case coordinator records the basis.`,
    submit: 'Save the parts',
    draft: (at) => `A draft of ${at} was restored. It is not yet saved in the diagnosis.`,
  },
  faster: (name, at) => `Changed by ${name}, ${at}`,
  special: {
    title: 'Health, addiction, criminal record',
    lead: 'Fill in only what is necessary. These data are kept apart from the rest of the case.',
    readers: 'Who will read this',
    readersHint:
      'Only their workers authorised for these data. Others will not even learn whether this part is filled.',
    nobody: 'nobody outside your institution',
    work: 'What follows for work',
    workHint:
      'The whole team sees this. Write the effect without the reason, for example “no heavy lifting”. Name no illness, treatment or sentence.',
    submit: 'Save',
    link: 'Health, addiction, criminal record (a separate page)',
  },
  ownView: {
    title: 'The person’s own view',
    lead: 'Take down the words of the person, best in conversation. The person reads this in their window.',
    ownView: 'How the person sees their situation and goals',
    strengths: 'Strengths',
    strengthsHint: 'What they can do, what they like, who supports them, what they are proud of.',
    submit: 'Save the person’s view',
  },
  conclusion: {
    title: 'Common conclusion',
    lead: 'The team agrees on the conclusion at a meeting. The social assistance centre or social services centre and the labour office approve it.',
    conclusion: 'Conclusion',
    conclusionHint:
      'What helps most, what hinders most, and where to start. Nothing on health or criminal record.',
    meetingOn: 'Date of the meeting',
    present: 'Present',
    presentHint: 'Names with institutions. The person too, if they were there.',
    submit: 'Save the conclusion',
    resets: 'A change of the content after one side has approved makes that approval void.',
  },
};
