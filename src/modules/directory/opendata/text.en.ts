import type { Text } from './text.pl.ts';

export const en: Text = {
  title: 'Open data',
  lead: 'The whole directory of the social economy to take away and to use elsewhere. No key, no fee, no tracking.',
  keyword: 'social economy',
  changed: (when) => `Last change in the directory: ${when}.`,
  files: 'Files',
  dataset: 'Dataset',
  rows: 'Rows',
  download: 'Download',
  datasets: {
    entities: {
      title: 'Entities and units',
      about:
        'Social-economy entities and their units: names, register numbers, statuses, address, contact, state and day of confirmation.',
    },
    offers: {
      title: 'Offers',
      about:
        'Goods and services: category, CPV codes, price in grosze, capacity, basis for reserved contracts.',
    },
    support: {
      title: 'Support for people',
      about: 'Support services: for whom, how to apply, free places with the day they were counted.',
    },
    terms: {
      title: 'Dictionaries',
      about: 'Entries of the dictionaries in Polish and English, with their source.',
    },
  },
  changes: 'Changes only',
  changesText: 'Add a day or an instant to the address of a file; it then holds what has changed since:',
  standard: 'Standards',
  hsds: 'HSDS 3.1 (Open Referral): an interface for service directories',
  dcat: 'DCAT-AP 3 catalogue (JSON-LD): for data portals',
  terms: 'Terms',
  termsText:
    'Creative Commons Attribution 4.0. Name the source "Splot" and the day of download. Contacts are business contacts; unsolicited advertising to them is not allowed.',
  widget: 'Search on another site',
  widgetText:
    'Paste this code into the site of a gmina, a county or an organisation. The form opens the results in the directory; no script, no cookie, no tracking.',
  widgetLabel: 'What are you looking for in the directory of the social economy?',
  widgetButton: 'Search',
  widgetCode: 'Code to paste',
};
