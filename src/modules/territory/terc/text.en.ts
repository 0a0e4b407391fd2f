import type { Text } from './text.pl.ts';

export const en: Text = {
  kinds: { urban: 'urban gmina', rural: 'rural gmina', 'urban-rural': 'urban-rural gmina' },
  counts: (added, ended, altered, coded, proved) =>
    `New: ${added}, abolished: ${ended}, changed: ${altered}, with a new code: ${coded}, confirmed: ${proved}.`,
  outcome: {
    state: (day) => `As of ${day}.`,
    refused: (n) => `Nothing was saved. To correct: ${n}.`,
    dry: 'This was a trial: nothing was saved.',
    nothing: 'Nothing changed: the database already agrees with the file.',
    done: 'Saved.',
  },
  problems: {
    columns:
      'The file lacks this column. Take the TERC file as CSV from eTERYT and leave its headings as they are.',
    code: 'Codes are digits only, two each in WOJ, POW and GMI. Take the file again and do not save it in a spreadsheet.',
    unit_kind: 'The kind of a unit is 1, 2, 3, 4, 5, 8 or 9. Compare the row with the file of eTERYT.',
    name: 'The name is empty or does not begin with a letter. Compare the row with the file of eTERYT.',
    day: 'The day in STAN_NA is written 2026-01-01. Do not change the file in a spreadsheet.',
    other_day: 'This row has another day than the first one. All rows of the file are of one day.',
    twice: 'This unit stands in the file a second time. Remove the repeated row or take the file again.',
    no_county: 'The file has no row for the county of this gmina. Take the whole TERC file.',
    no_voivodeship: 'The file has no row for the voivodeship of this county. Take the whole TERC file.',
    county_empty: 'This county has no gmina in the file. Take the whole TERC file.',
    voivodeships: (n) => `The file has ${n} voivodeships, and there are 16. Take the whole TERC file.`,
    older: (day) => `The file is older than the data in the database (as of ${day}). Take a newer one.`,
    incomplete: (n) =>
      `By this file ${n} gminas would vanish. So many never did, so the file is not whole. Take the whole TERC file.`,
  },
};
