import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'The directory and procurement',
  lead: 'How to find who can do it nearby, ask several at once, buy with a social clause and keep a record of your own. At the end the work of the editors of the directory.',
  steps: [
    {
      title: 'Find who can do it nearby',
      body: 'In “Directory” type what you are looking for and where: a locality, county or voivodeship. “Within” sets the distance, and “Show only” narrows it, for example to “may take reserved contracts”. When nothing fits, “What to loosen” tells what to give up. No account is needed.',
    },
    {
      title: 'Hear of new ones',
      body: 'Below the results click “E-mail me about new ones”, give an address and how often, and click “Tell me”. Letters begin only once the address is confirmed. Each has a link that switches them off and deletes the address.',
    },
    {
      title: 'Ask several at once',
      body: 'On the page of an entity click “Send an enquiry”, or use the button below the search results. Describe the need without data of people and click “Next: whom to ask”. Tick the entities and send. Without an account the enquiry leaves only once you confirm the address from a letter. Only the entities you choose see the contact data.',
    },
    {
      title: 'Compare the quotes and close',
      body: '“Quotes compared” shows prices side by side; check that the amounts are gross. You answer questions for all at once, and nobody sees who asked. “Close the enquiry” sends a letter to everybody, also to those not chosen. Without an account keep the link from the letter: it opens this page. With an account the enquiries of the institution are in “Enquiries”.',
    },
    {
      title: 'Answer an enquiry',
      body: 'Whoever keeps the record of an entity opens “Enquiries received”. Enter price and terms and click “Send the quote”; it can be changed until the date. If it is not possible, choose a reason in “Not this time” and click “Decline”. A question sent with “Ask the buyer” and its answer are read by everybody asked. An unwanted sender is stopped in “Is this an unwanted message?”.',
    },
    {
      title: 'Buy with a social clause',
      body: 'Open “Assistant of social procurement”, answer a few questions and click “Show what can be used”. Each instrument comes with conditions, proofs, traps and “Text to begin with”. It is a starting point: a lawyer of the buyer checks the whole. What is marked “to be confirmed” has to be checked before use. A clause you used goes into the “Register of social clauses”; the entry is public.',
    },
    {
      title: 'Claim the record of your entity',
      body: 'On the page of the entity click “Is this your entity? Claim the record”. It is done by somebody who manages the institution. If the numbers agree, “Claim the record now” is enough; otherwise “Send the code” to the address in the record, or a document with “Send to the editors”. Without an account write with “Ask for access”. “Give up the record” hands it back; it stays in the directory.',
    },
    {
      title: 'Correct the record and tell free places',
      body: 'Below the search results click “our records” and open the record. “Change the data” asks what has changed: contact, places, offer, support, photos. A contact is a position or a department, no names. “Say how many places are free” notes the state of today. Every change stays in “History of changes” for everybody to read.',
    },
    {
      title: 'Confirm that the record is up to date',
      body: 'On the page of the record click “The data are up to date”: one click confirms all of it as of today. When a confirmation has aged, a letter comes; “Everything is right” works in it without an account. “This is not us any more” stops letters to that address. A record not confirmed stays in the directory, but readers see it.',
    },
    {
      title: 'Report an error in a record of somebody else',
      body: 'On the page of the entity click “Report an error in the data”, choose what is wrong and say how you know. The editors check it, and the change appears in the history of the record. An e-mail address is used for the answer only.',
    },
    {
      title: 'Decide reports and load a list (editors of the directory)',
      body: '“Editors of the directory” opens corrections, reports and claims, the oldest on top; click “Accept”, or “Reject” with a reason. From there “Import of lists and registers” leads to loading a file: choose a source and a file and click “Check the file”: first you see what would change. Doubtful rows are decided in “Is it the same entity?”. “Write into the directory” writes all the good rows or none.',
    },
    {
      title: 'Take the whole directory',
      body: '“Open data” gives the whole directory as files, without a key and without a fee. Name the source and the day of the download. The contacts are those of offices and must not be used for unsolicited advertising. “Code to paste” is there too: a search for the site of a gmina or an organisation.',
    },
  ],
};
