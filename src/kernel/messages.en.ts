import type { FormMessages, MessageArgs } from './messages.ts';

export const en: FormMessages = {
  required: 'This field is needed. Please fill it in.',
  invalid: 'This answer cannot be saved. Check what is written here.',
  unknown_field: 'The form sent a field we do not know. Reload the page and try again.',
  choice: 'Choose one of the answers on the list.',
  choices: 'Tick at least one answer.',
  confirm: 'Tick this box to confirm.',
  too_long: (a: MessageArgs) =>
    `The text is too long. Shorten it${a.max ? ` (limit of characters: ${a.max})` : ''}.`,
  too_short: (a: MessageArgs) =>
    `The text is too short. Write more${a.min ? ` (at least characters: ${a.min})` : ''}.`,
  number: 'Enter a number, for example 12 or 12.5.',
  'number.whole': 'Enter a whole number, without decimals.',
  'number.min': (a: MessageArgs) =>
    `The number is too small${a.min === undefined ? '' : `. The lowest possible: ${a.min}`}.`,
  'number.max': (a: MessageArgs) =>
    `The number is too large${a.max === undefined ? '' : `. The highest possible: ${a.max}`}.`,
  'number.scientific':
    'A spreadsheet turned the number into a form like 6.18E+10 and lost its digits. Enter it from the document.',
  amount: 'Enter an amount in zlotys, for example 1234.50.',
  'amount.negative': 'The amount cannot be below zero.',
  'date.invalid': 'Enter the date as day, month and year, for example 5.03.2026.',
  'date.impossible': 'There is no such day in the calendar. Check the day and the month.',
  'date.future': 'This date is in the future. Enter today or an earlier day.',
  'date.past': 'This date has passed. Enter today or a later day.',
  'date.before': (a: MessageArgs) =>
    `This date is too early${a.min ? `. The earliest possible: ${a.min}` : ''}.`,
  'date.after': (a: MessageArgs) => `This date is too late${a.max ? `. The latest possible: ${a.max}` : ''}.`,
  'date.order': 'The end cannot be before the beginning.',
  'date.year': 'Add the year in four digits, for example 5.03.2026.',
  'date.serial': 'A spreadsheet wrote the date as a number of days. Check that we read it right.',
  time: 'Enter the time, for example 9:30.',
  'time.order': 'The end must be later than the beginning.',
  too_quick: 'The form came too quickly. Nothing is lost: look at it and send it once more.',
  stale: 'Somebody changed this since the form was opened. Compare your changes with what is there now.',
  duplicate: 'Such an entry already exists.',
  'duplicate.file': 'The same number stands in this file more than once.',
  file: 'Attach a file.',
  'file.too_large': (a: MessageArgs) =>
    `The file is too large${a.max ? `. Limit: ${a.max} MB` : ''}. Make it smaller or split it.`,
  'file.type': 'We do not accept this kind of file. Save it in another format, for example PDF.',
  'file.unsafe': 'This file may be dangerous and was not accepted.',
  url: 'Enter the address of a page, for example https://www.gov.pl.',
  'pesel.length': 'A PESEL number has 11 digits. Check that none is missing.',
  'pesel.characters': 'A PESEL number consists of digits only. Remove letters and other characters.',
  'pesel.date':
    'The first six digits of the PESEL number do not make a date of birth. Compare them with the document.',
  'pesel.checksum': 'The check digit of the PESEL number does not match. Check whether digits were swapped.',
  'pesel.scientific':
    'A spreadsheet turned the PESEL into a form like 6.18E+10 and lost its digits. Enter it from the document.',
  'pesel.birth_date': 'The date of birth differs from the one in the PESEL number. Check both.',
  'pesel.sex': 'The sex differs from the one in the PESEL number. Check both.',
  'nip.length': 'A NIP number has 10 digits. Check that none is missing.',
  'nip.characters': 'A NIP number consists of digits, which dashes may divide. Remove other characters.',
  'nip.checksum': 'The check digit of the NIP number does not match. Check whether digits were swapped.',
  'nip.zeros': 'Zeros alone are no NIP number. If there is none, leave the field empty.',
  'regon.length': 'A REGON number has 9 digits, that of a local unit 14. Check that none is missing.',
  'regon.characters': 'A REGON number consists of digits only. Remove other characters.',
  'regon.checksum': 'The check digit of the REGON number does not match. Check whether digits were swapped.',
  'regon.zeros': 'Zeros alone are no REGON number. If there is none, leave the field empty.',
  'krs.length': 'A KRS number has 10 digits with the zeros at its beginning, for example 0000123456.',
  'krs.characters': 'A KRS number consists of digits only. Remove other characters.',
  'krs.zeros': 'Zeros alone are no KRS number. If there is none, leave the field empty.',
  'iban.length': 'An account number has 26 digits. Check that none is missing.',
  'iban.characters':
    'An account number consists of digits; PL may stand before them. Remove other characters.',
  'iban.checksum':
    'The check digits of the account do not match. Compare it with the contract or a statement.',
  'iban.country': 'This account is in another country. Give an account in a bank in Poland.',
  'postal_code.length': 'A postal code has 5 digits, for example 34-600.',
  'postal_code.characters': 'A postal code consists of digits and a dash, for example 34-600.',
  'postal_code.zeros': 'The code 00-000 does not exist. If the code is not known, leave the field empty.',
  'phone.length': 'A telephone number in Poland has 9 digits; begin a foreign one with +.',
  'phone.characters': 'Enter the telephone number alone, without words, for example 600 000 123.',
  'phone.prefix': 'A telephone number does not begin with zero. Check the first digits.',
  email: 'Enter an e-mail address, for example anna@example.com.',
  'email.at': 'An e-mail address needs one @ sign, for example anna@example.com.',
  'email.characters':
    'The e-mail address has a character it cannot have: a space, a letter with an accent or a double dot.',
  'email.domain': 'After the @ sign a name with a dot is needed, for example example.com.',
  'email.length': 'The e-mail address is too long. Check whether something more was pasted.',
};
