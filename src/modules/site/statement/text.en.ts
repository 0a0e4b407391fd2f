import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Accessibility statement',
  intro:
    'undertakes to make its website accessible under the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies.',
  scope: 'This statement is about the website Splot:',
  published: 'Date of publication of the website:',
  updated: 'Date of the last major update:',
  statusTitle: 'State of accessibility',
  status:
    'The website complies with the act on digital accessibility. Every page is checked by machine against WCAG 2.2 at level AA.',
  shortcuts:
    'Keyboard shortcut: the slash (/) moves to the search. All shortcuts of the browser work as usual.',
  madeTitle: 'How the statement was made',
  made: 'The statement was made on:',
  method: 'Method: self-assessment by the public body. The statement is reviewed every year by 31 March.',
  contactTitle: 'Contact',
  contact: 'Problems with accessibility can be reported to',
  procedureTitle: 'Request and complaint',
  procedure:
    'Anybody may ask that the website be made accessible, or for the information in another way, for example by telephone, in print or in easy-to-read text. The answer comes within 7 days. If that is too short, a new date is given within 7 days, not later than 2 months. If accessibility cannot be provided, another way of access is offered.',
  complaint:
    'If there is no answer, or it is negative, a complaint may be made. When that way is exhausted, one may write to the ',
  ombudsman: 'Commissioner for Human Rights',
  buildingTitle: 'Accessibility of the building',
  building:
    'The entrance, lifts, toilets and parking of the seat are described by the body that runs the website. The demonstration has no seat.',
  communicationTitle: 'Accessibility of communication',
  communication:
    'In each institution of the partnership a sign-language interpreter may be asked for; the institution says how. The plan and the consents are also available in easy-to-read text.',
};
