import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Editing the knowledge',
  lead: 'For editors: writing, approving in pairs, corrections, the review of what has aged, consultations and comments.',
  steps: [
    {
      title: 'See what waits',
      body: '“Editors of knowledge” divides the texts into groups. “Being written” holds drafts, “To approve” waits for a second person, “Planned” appears on its day. “To review” and “Links” show what may have aged.',
    },
    {
      title: 'Begin a new text',
      body: 'Click “New text”, choose kind and language, type a title and click “Begin to write”. The text saves itself while you type, and beside it is the “Preview”: this is how readers will see it. “Legal state as of” says of which day the law is, and “Review by” reminds you to check.',
    },
    {
      title: 'Add files, a picture and subjects',
      body: 'On the page of the text “Settings” holds subjects, acts of law, comments and the address. An old address goes on leading to the text after a change. Files are added with “Add the file”: write whether the file works with a screen reader. The description of the picture is typed with the text, for people who do not see it; without it a text with a picture is not handed over.',
    },
    {
      title: 'Hand the text to a second person',
      body: 'Click “Save and hand over for approval”. The text comes to the list “To approve”. Write one sentence in “What changed”: readers see it in the history of changes. A version no longer needed goes with “Delete this draft”; its text is lost, and what readers see does not change.',
    },
    {
      title: 'Approve a text of somebody else',
      body: 'Open a text of the list “To approve” or from your first page of the day: it waits there for each editor who has not written in it. Below stands what changes beside what readers see. In “Second pair of eyes” click “Approve and publish”; “Show from” can hold a later day. If something is to be mended, write what and click “Send back”. A version that has your words cannot be approved by you.',
    },
    {
      title: 'Correct a published text',
      body: 'On the page of the text click “Correct”: a new draft begins, and readers see the former version until a second person approves the new one. Every version stays in “History of changes”. Another language is begun with “Begin a translation”, and a chapter of a publication with “New chapter”.',
    },
    {
      title: 'Withdraw a text',
      body: 'On the page of the text choose “Withdraw” and give a reason. Readers stop seeing this text in this language at once. The versions stay with the editors and can be published again.',
    },
    {
      title: 'Review what has aged',
      body: 'The list “To review” gathers texts whose day of review has come and those whose act of law has changed. Note a change of an act once in “Acts of law” with “Save the change”: everything that describes the older state comes into the queue. An act that is not on that list is added with “New act of law”. “Links” lists those that no longer lead where they should.',
    },
    {
      title: 'Announce a consultation',
      body: 'In “Consultations” click “New round of consultation”. Choose the text, the language and the days, write what you ask and what will become of the remarks, decide whether remarks of people without an account wait for a check, and click “Announce the round”. The text is copied: it does not change during the round, whatever the editors go on writing.',
    },
    {
      title: 'Answer the remarks',
      body: 'With the round open “Consultations: editors”. A remark that waits is shown with “Show it to readers” or removed with a reason by “Remove the remark”. For one that shows choose a decision, write the answer and click “Save the answer”. Not accepting, or accepting in part, needs a reason. “Remarks and answers together” is read by everybody.',
    },
    {
      title: 'Check comments',
      body: '“Moderation” opens comments to look at, notices of readers and appeals. Open a comment, choose what to do and click “Save the decision”. When hiding or removing, write “Reasons told to the author”: the author reads them. Somebody else decides about your own comment, and an appeal is decided by somebody who did not make the first decision.',
    },
  ],
};
