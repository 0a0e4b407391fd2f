import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'The institution and its workers',
  lead: 'For the head and the institution administrator: invitations, functions, authorisations, stand-ins and leaving. At the end: how the system administrator adds an institution.',
  steps: [
    {
      title: 'Who works here and who has access',
      body: 'On the page “Institution” the list “Workers” shows functions, authorisation and presence for each person. A warning above the list says who has no valid authorisation and whose is ending. Click a name to open the page of that worker. Other workers see the same list with work telephones and without authorisations.',
    },
    {
      title: 'Invite a new worker',
      body: 'On the page “Institution” click “Add a worker”. Enter the names and the work e-mail address, tick the functions and click “Add and send the invitation”. With the link in the letter the person opens an account of their own. If the letter got lost, their page has “Send the invitation again”. An invitation does not open cases yet: that takes an authorisation.',
    },
    {
      title: 'Give or end a function',
      body: 'A function says what one may do; a person may have several. On the page of the worker open “Add a function”, choose the function and the period. “End” beside a function asks for the last day. A data protection officer cannot be the head too, and the function of the last person who runs the institution cannot be ended. Only the system administrator appoints editors of the directory and system administrators.',
    },
    {
      title: 'Give an authorisation for data',
      body: 'On the page of the worker click “Give an authorisation”. Tick only the kinds of data the work requires, and enter the period and the “Number or sign of the authorisation”. Without a valid authorisation nobody opens any case, not even the head. The authorisation can be printed and signed on paper. A reminder comes by mail before it ends.',
    },
    {
      title: 'Revoke an authorisation',
      body: 'On the page of the worker click the number of the authorisation, choose “Revoke the authorisation” and read what follows. Access ends at once, also on pages that are open. Cases and tasks stay assigned to that person, so note a stand-in or hand the cases over next. The revocation stays in the register of authorisations.',
    },
    {
      title: 'Holiday or illness: a stand-in',
      body: 'On the page of the worker click “Note an absence”, enter the days and choose somebody under “Stand-in”. The list has only people with a valid authorisation and access to cases. From the first day the stand-in sees the cases of that person. An early return is noted with “Back again”, and an absence that has not begun is withdrawn with “Cancel”.',
    },
    {
      title: 'Somebody leaves',
      body: 'On the last day click “End the employment of this person” on the page of the worker. “What is open” lists cases, referrals and sessions. Choose a person under “Who takes over” and click “End the employment”. Access and authorisation end at once, and the name stays in the history of cases. If something would be left without anybody, nothing changes and you are told why.',
    },
    {
      title: 'Somebody comes back',
      body: 'On the page “Institution” the list “Former workers” leads to the page of that person. “Take back to work” opens the employment again. Check the functions then and give a new authorisation.',
    },
    {
      title: 'See who touched what',
      body: 'The “Access log” is opened by the data protection officer. It shows who in the institution viewed or changed data, when and for what purpose; it is filtered by days, by person and by “Case number”. Without a number it does not show whose data an entry is about. Reading the log and “Download CSV” are noted in it too.',
    },
    {
      title: 'Add an institution (system administrator)',
      body: 'On the page “Institutions in the system” click “Add an institution”. First the legal person: if it is on the list “Legal person already entered”, choose it and skip its fields. Then “The institution that acts”: type, names and county. Once the county is saved, tick the gminas it is competent for.',
    },
    {
      title: 'Appoint the first administrator of an institution',
      body: 'In the same form enter somebody under “First administrator of the institution”: they get an invitation and add the others. This can be done later. An institution without such a person stands on the list as “nobody runs it”; on its page enter the data and click “Send the invitation”. The system administrator sees no cases.',
    },
  ],
};
