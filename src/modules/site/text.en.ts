import type { Text } from './text.pl.ts';

export const en: Text = {
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
    given: {
      title: 'When you give data without an account',
      lead: 'A comment, notifications, the newsletter, a registration for an event, a remark in a consultation, a question to an adviser.',
      who: 'Who is responsible',
      why: 'What for',
      basis: 'Basis',
      long: 'How long',
      forms: {
        comment: {
          title: 'A comment and a notice about it',
          who: (owner) => owner,
          why: 'To show the comment under the signature you chose and to write about a decision. The e-mail address is shown to nobody.',
          basis:
            'Consent of whoever writes (Article 6(1)(a) GDPR); notices, decisions and appeals: a legal obligation (point (c) and Regulation (EU) 2022/2065).',
          long: ({ comments }) =>
            `The address: ${comments.contactMonths} months after its last use, an unconfirmed one ${comments.unconfirmedDays} days, that of a notice as long as one may appeal (${comments.appealMonths} months). The link to an account: ${comments.authorMonths} months. Text taken back: ${comments.withdrawnDays} days.`,
        },
        letters: {
          title: 'Notifications and the newsletter',
          who: (owner) => owner,
          why: 'To send the letters somebody asked for.',
          basis: 'Consent (Article 6(1)(a) GDPR). One click in every letter withdraws it.',
          long: () => 'Until you leave. A wish that was not confirmed is gone after a week.',
        },
        event: {
          title: 'A registration for an event',
          who: () => 'The organiser named at the event',
          why: 'To keep a place and what somebody needs, and to account for attendance.',
          basis:
            'Taking part at the person’s request (Article 6(1)(b) GDPR), for a public organiser a public task (point (e)); accessibility needs: explicit consent (Article 9(2)(a)).',
          long: ({ events }) =>
            `An unconfirmed registration: ${events.unconfirmedHours} hours. Needs: ${events.needsDays} days after the event. Name and address: ${events.peopleDays} days after the event.`,
        },
        remark: {
          title: 'A remark in a consultation',
          who: (owner) => owner,
          why: 'To show the remark with its signature and to write what came of it.',
          basis: 'Consent (Article 6(1)(a) GDPR).',
          long: () =>
            'The address is gone half a year after the consultation. The remark with its signature and the answer stay in the report.',
        },
        question: {
          title: 'A question to an adviser',
          who: () => 'The institution that runs the desk',
          why: 'To answer, and to be able to return to the matter.',
          basis:
            'A public task of the institution (Article 6(1)(e) GDPR); when it is not public, the person’s request (point (b)).',
          long: ({ advice }) =>
            `Contact data: ${advice.contactMonths} months after the question is closed. The words of question and answer: ${advice.wordsYears} years. A desk may set another time.`,
        },
      },
    },
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
        title: 'A letter from the contact form',
        body: 'It goes by mail alone; Splot does not keep it.',
      },
      {
        title: 'Rights',
        body: 'One may ask for access to the data, a copy, a correction, a restriction, and may object. Write to the data protection officer of the institution; complaints go to the President of the Personal Data Protection Office.',
      },
    ],
  },
  legal: {
    title: 'Legal notes',
    lead: 'Who runs the site, on which terms texts, data and code may be used, and what the site is not.',
    operator: 'Who runs the site',
    runs: (owner) =>
      `${owner}. Address and telephone stand on the contact page and in the accessibility statement.`,
    parts: [
      {
        title: 'Texts and files',
        body: 'The licence stands with each publication and each file. Where there is none, a text may be quoted as the law on quotation allows, with the author and the address of the page.',
      },
      {
        title: 'Data and code',
        body: 'The terms of the data are on the page of open data. The program is free: licence EUPL 1.2.',
      },
      {
        title: 'What this is not',
        body: 'Advice describes the law on the day given with the text. It is no legal opinion and decides nobody’s case. An entry in the directory is no recommendation of services.',
      },
      {
        title: 'Remarks on content',
        body: 'An error in a text, an entry to correct or unlawful content is told by the contact form, a comment by the link "Report" beside it.',
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
};
