import type { Text } from './text.pl.ts';

export const en: Text = {
  hello: 'Good morning,',
  subjects: {
    confirm: 'Splot: please confirm your registration',
    requested: 'Splot: your registration waits for a decision',
    waiting: 'Splot: a place on the waiting list',
    confirmed: 'Splot: your place at an event',
    promoted: 'Splot: a place at an event has become free',
    declined: 'Splot: an answer to your registration',
    cancelled: 'Splot: your registration was taken off the list',
    changed: 'Splot: the date or place of an event has changed',
    called_off: 'Splot: an event is cancelled',
    reminder: 'Splot: reminder of an event',
    thanks: 'Splot: after the event',
    certificate: 'Splot: your certificate of attendance',
  },
  says: {
    confirm:
      'somebody gave this address to register for an event. If it was you, open the link and confirm: only then the place will be yours.',
    requested: 'the organiser has your registration. We will write to this address about the decision.',
    waiting: 'all places are taken. You are on the waiting list; we will write when a place becomes free.',
    confirmed: 'a place is reserved for you.',
    promoted: 'a place has become free and is yours now. If you cannot come, please give it up.',
    declined: 'the organiser could not accept this registration.',
    cancelled:
      'the organiser has taken this registration off the list, so there is no place any more. If this is a mistake, please write to the organiser.',
    changed: 'the date or place of the event has changed. This is how it is now.',
    called_off: 'the organiser has cancelled the event. We are sorry.',
    reminder: 'we remind you of an event. If you cannot come, please give your place to somebody else.',
    thanks:
      'thank you for coming. The link leads to the materials, a short anonymous survey and the certificate, if one was issued.',
    certificate: 'your certificate of attendance is ready. The link leads to it.',
  },
  links: {
    confirm: 'Confirm the registration:',
    requested: 'Your registration:',
    waiting: 'Your registration; you can also withdraw it:',
    confirmed: 'Your ticket with the code for the door, your needs, giving up the place:',
    promoted: 'Your ticket with the code for the door, your needs, giving up the place:',
    declined: 'Your registration:',
    cancelled: 'Your registration:',
    changed: 'Your ticket, giving up the place:',
    called_off: 'Your registration:',
    reminder: 'Your ticket with the code for the door, giving up the place:',
    thanks: 'Materials, survey, certificate:',
    certificate: 'Your certificate:',
  },
  ignore: 'The link is for you alone. If this letter is a mistake, do nothing.',
};
