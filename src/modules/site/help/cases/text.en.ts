import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'A case step by step',
  lead: 'For a worker: from a referral through a joint diagnosis and a signed plan to the outcome and the talks after it.',
  steps: [
    {
      title: 'Begin the day',
      body: '“My work” shows what waits for you and for others, with the date. In every case one line under the title says what the case waits for, from whom and until when. The filled button beside it is the next step.',
    },
    {
      title: 'Refer a person',
      body: 'In “Referrals” choose “Refer a person”. First check whether the person is in Splot already. Tick the needs, write the reason in short and choose the recipient. Before sending you see exactly what the recipient will see. The draft is saved while you type. A list from a spreadsheet is read in one file.',
    },
    {
      title: 'Answer a referral',
      body: 'Open it from “New referrals”. “Accept the referral” brings your institution into the case and names who runs it. “Decline” needs a reason. “Ask the sender” stops the time for the answer until it is explained.',
    },
    {
      title: 'Record bases and consents',
      body: 'Under “Bases and consents” record that the information clause was given, and a basis for each institution. “Record the statutory bases” does it at once for public offices. An organisation sees the data only with a consent: “Record a consent”. When all is there, choose “Go on to diagnosis”.',
    },
    {
      title: 'Joint diagnosis',
      body: 'Each institution fills in its part under “My part of the diagnosis”. “The person’s own view” is taken down in their words. Social assistance and the labour office approve the common conclusion; after that the content cannot change. Health and criminal record belong on a page of their own.',
    },
    {
      title: 'Plan and signatures',
      body: 'Under “Plan” choose “Start the plan”, then “Add a goal” and “Add an item”. Warnings name their legal source and have to be confirmed. “Start the signing” closes the content. The person signs in their window or on paper. A change of a signed plan is a new version.',
    },
    {
      title: 'Sessions and contacts',
      body: 'Under “Sessions” meetings and groups are planned. “Mark attendance” works on a phone: everybody is present, you change the exceptions. Talks with the person are kept by “Record a contact”.',
    },
    {
      title: 'Review',
      body: 'At the time the plan says choose “Record a review”: what worked, what did not, and the decision. A recorded review does not change. A decision to suspend or to close opens the next step.',
    },
    {
      title: 'Outcome, and the talks after it',
      body: 'The coordinator fills in “Outcome and closing”, and partners press “Confirm the closing”. Afterwards Splot reminds of the talks; “Record the talk” keeps each, “Record a try” one that failed.',
    },
    {
      title: 'Leave, illness, a change of worker',
      body: 'An absence with a stand-in is entered in the institution; the stand-in then sees your cases. “Assign a worker” in the case changes who runs it. Without a valid authorisation nobody opens any case.',
    },
    {
      title: 'When somebody was faster',
      body: 'If somebody saved the same thing while you typed, nothing is lost: fields that differ show what is saved now. Correct and save again. Without a network the text stays on the device and is saved when the network is back.',
    },
  ],
};
