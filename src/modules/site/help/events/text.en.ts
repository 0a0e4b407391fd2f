import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Organising events',
  lead: 'For those who organise events of an institution: from the draft through registration and the door to certificates. One step is for those who register their people.',
  steps: [
    {
      title: 'Begin an event',
      body: 'In “Organise events” click “New event”. Enter title and kind, where it takes place and how people register. Only those who have a place see the address of an online meeting. Only those who organise events for this institution see a draft.',
    },
    {
      title: 'Describe the place and its accessibility',
      body: 'In “Accessibility of the place” tick only what is certain: somebody relies on it. Add how to get there and whom to ask for help, without names. “Change description and place” changes it later.',
    },
    {
      title: 'Add dates and a programme',
      body: '“Add a date” enters one day or a series; a series needs an end. “Add a session” enters the hour, the room and who leads it, best with a public role. Without any date an event cannot be announced.',
    },
    {
      title: 'Set registration and announce',
      body: 'In the part “Registration” choose whether whoever confirms the address has a place or the organiser decides. “Number of places” may stay empty. Tick “Waiting list when places run out” if there is to be one. The event becomes public with “Announce the event”.',
    },
    {
      title: 'Keep the list of people',
      body: '“List of people” shows who has a place, who waits and whom to decide about. “Accept”, “Decline” and “Take out” send that person a letter. When a place becomes free, the next on the waiting list gets it by itself. The needs people told are seen by organisers alone and disappear after the event.',
    },
    {
      title: 'Register people of an institution and substitute somebody',
      body: 'A worker registers their people on the page of the event with “Register these people”. Later, above the list of events, “People registered by the institution” has “Substitute” when somebody else comes, or “Give up the place” when nobody does. The link of the first person stops working then. Giving up a place cannot be undone.',
    },
    {
      title: 'Move a date or cancel',
      body: '“Change” beside a date moves it, and those who have a place get a letter. “Cancel this date” cancels one day. “Cancel the event” ends all of it: a reason is needed, everybody registered gets a letter, calendars show it as cancelled, and it cannot be undone.',
    },
    {
      title: 'At the door, without a network too',
      body: 'Open “Door: attendance” on your phone. “Scan with the camera” reads the code of a ticket; you can also type the code and click “Mark”, or find the person on the list. Somebody who did not register goes into “Somebody without registration”. Without a network attendance is kept on this device and sent by itself when the network is back; open the page beforehand, while there is one.',
    },
    {
      title: 'Check the attendance',
      body: 'Attendance shows on “List of people”, and “List to print” gives one on paper. When somebody was marked by mistake, “Take back” on the page of the door changes it. Marking twice changes nothing.',
    },
    {
      title: 'Give materials and results',
      body: '“Add a file” adds material or minutes; for each you choose whether it is “for everybody” or only “for those who had a place”. After the event click “Change” in “What came of it”, describe the results and click “Publish the results”.',
    },
    {
      title: 'Issue certificates and read the survey',
      body: 'If certificates were ticked for the event, click “Issue certificates” after the last date. People present on enough dates get one; the threshold stands on the screen. Each of them gets a letter with a link to the certificate. Anybody can check a code on the page “Check a certificate” and does not see whose it is. The survey is anonymous, and results show only once there are enough answers.',
    },
  ],
};
