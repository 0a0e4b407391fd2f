import type { Text } from './text.pl.ts';

export const en: Text = {
  home: {
    title: 'One path, many institutions',
    lead: 'Splot joins the social assistance centre, the labour office, organisations and reintegration units of one county around one person and one plan.',
    directory: 'Who helps, and with what',
    directoryText:
      'A public base of social economy entities and institutions: services, free places, offers for buyers. Without signing in.',
    directorySearch: 'Search for help, a service or a name',
    directoryFind: 'Search the base',
    forBuyers: 'Social procurement: help for buyers',
    signIn: 'Sign in',
    forWhom: 'Who it is for',
    threads: 'Every type of institution has its thread',
    example: {
      title: 'This is what one case looks like',
      caption:
        'An invented example. The thick line is the path of the person between institutions, knots are events, ticks are sessions (empty: absent). The dashed end shows what comes next and with whom.',
      lanes: {
        ops: 'Social assistance',
        pup: 'Labour office',
        ngo: 'Association',
        cis: 'Integration centre',
        employer: 'Employer',
      },
      knots: {
        referral: 'referral',
        accepted: 'accepted',
        diagnosis: 'joint diagnosis',
        signed: 'plan signed',
        workshops: 'workshops, 24 of 26 attended',
        review: 'review',
        job: 'job from 26 Oct',
      },
    },
    participant: 'Participant',
    participantText:
      'You see your plan, your dates and who looked at your data. Your coordinator sends you an invitation.',
    worker: 'Worker of an institution',
    workerText:
      'A referral in three minutes, a joint diagnosis, one plan signed by everybody, an answer in time.',
    partnership: 'Partnership',
    partnershipText:
      'The agreement decides who sees what. Every case shows what it waits for, from whom and until when.',
  },
  errors: {
    title: {
      not_found: 'There is no such page',
      forbidden: 'No permission',
      sign_in: 'Sign in first',
      stale: 'Somebody changed these data',
      conflict: 'This cannot be done now',
      too_large: 'The file or text is too large',
      too_many: 'Too many tries',
      unavailable: 'A short break',
      invalid: 'The form needs a correction',
      failed: 'Something went wrong',
    },
    body: {
      not_found:
        'The page does not exist, or is not open to this function. Check the address or go back to work.',
      forbidden: 'This action does not belong to your function in the institution.',
      sign_in:
        'The session has ended. Sign in and send the form again; the back button brings back what you typed.',
      stale: 'Since the form was opened somebody has saved a new version. Go back, compare and send again.',
      conflict: 'The state of the case does not allow it. Reload the case: it may just have changed.',
      too_large: 'The largest size is 10 MB. Make the file smaller and send it again.',
      too_many: 'Wait a moment and try again.',
      unavailable: 'Try again in a few minutes. Nothing that was saved is lost.',
      invalid: 'Go back to the form and correct the marked fields.',
      failed:
        'The error was noted. Nothing that was saved before is lost. Try again; if it comes back, give this number to the administrator.',
    },
    quote: (id) => `Reference: ${id}`,
    back: 'Back to the start',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Who uses the data in Splot, what for and for how long.',
    parts: [
      {
        title: 'Who is responsible',
        body: 'Each institution is responsible for the data it collects. What institutions may show each other is set by the signed agreement and by the legal basis recorded in the case.',
      },
      {
        title: 'What is seen, and why',
        body: 'Every part of the data has a class. An institution sees it only while the case holds a basis in force: a statutory task, a commission or a consent. When the basis expires or the consent is withdrawn, access ends at once.',
      },
      {
        title: 'Who looked',
        body: 'Each opening of data is recorded with its purpose. The participant reads this record in their own window.',
      },
      {
        title: 'Cookies',
        body: 'Splot uses only the cookies it needs to work: sign-in, language, text size and colours. There is no tracking and no foreign server.',
      },
      {
        title: 'Rights',
        body: 'One may ask for access to the data, a copy, a correction, a restriction, and may object. Write to the data protection officer of the institution; complaints go to the President of the Personal Data Protection Office.',
      },
    ],
  },
  report: {
    title: 'Report a problem',
    lead: 'The report goes by e-mail to the operator of Splot.',
    what: 'What happened',
    whatHint: 'What should have happened, and what did. No names, PESEL numbers or health data.',
    where: 'On which page',
    whereHint: 'The address without data of a person, for example /work',
    id: 'Number of the error',
    idHint: 'If the page with the error gave one',
    email: 'E-mail for the answer',
    emailHint: 'Only if an answer is needed',
    identifier:
      'The text holds eleven figures in a row, perhaps a PESEL. Take it out: a letter must not carry it.',
    send: 'Send the report',
    orWrite: 'Or write to:',
    sent: 'Thank you. The report was kept and passed on.',
    subject: 'Splot: a problem was reported',
  },
  outbox: {
    title: 'Letters that were not sent',
    lead: 'This demonstration has no mail server. Letters stay here, and anybody signed in can read them.',
    none: 'There is no letter yet',
    to: (email, at) => `To: ${email}, ${at}`,
  },
  siteMap: {
    title: 'Site map',
    home: 'Home page',
    signIn: 'Sign in',
    directory: 'Base of entities and support',
    statistics: 'Statistics',
    data: 'Open data',
    procurement: 'Social procurement',
    report: 'Report a problem',
    territory: 'Territorial division',
    accessibility: 'Accessibility statement',
    privacy: 'Privacy',
  },
};
