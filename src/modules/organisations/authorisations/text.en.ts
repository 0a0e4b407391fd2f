import { count } from '#kernel/i18n.ts';
import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Authorisation to process data',
  lead: (name) => `For: ${name}. Without a valid authorisation no case opens.`,
  scope: 'Which data it covers',
  scopeHint: 'Only what the work of this person requires.',
  special: 'Specially protected data: tick only when indispensable.',
  from: 'Valid from',
  to: 'Valid until',
  document: 'Number or sign of the authorisation',
  documentHint: 'As in the register of authorisations, for example OPS.0131.7.2026',
  give: 'Give the authorisation',
  overlap: (document, until) =>
    `The authorisation ${document} is in force at that time (until ${until}). Revoke it first, or choose a later day.`,
  revoke: 'Revoke the authorisation',
  revokeConsequences: {
    access: 'This person stops seeing cases at once, also those open on the screen now.',
    cases:
      'Their cases and tasks stay assigned: name a stand-in, or hand them over by ending the employment.',
    record: 'The revocation stays in the register of authorisations.',
  },
  forWhom: (name, document) => `${name}, authorisation ${document}`,
  paper: {
    number: (document) => `Authorisation no. ${document}`,
    body: (name, institution) =>
      `I authorise ${name} to process personal data in the institution ${institution} within this scope:`,
    period: (from, to) => `The authorisation is valid from ${from} until ${to}.`,
    revoked: (date) => `Revoked on ${date}.`,
    secrecy: 'The authorised person keeps secret the data they learned, also after the employment has ended.',
    basis:
      'Basis: GDPR art. 29 and, depending on the institution, art. 100(7) of the social assistance act, art. 50 of the labour market and employment services act, art. 8b of the social employment act.',
    controller: 'Data controller',
    signGiver: 'Date and signature of who gives the authorisation',
    signWorker: 'Date and signature of the authorised person',
  },
  mail: {
    subject: 'Splot: authorisations for data are ending',
    body: (n, days) =>
      `${count(n, 'authorisation ends', 'authorisations end')} within ${days} days. Without a new one the worker loses access to cases.`,
  },
};
