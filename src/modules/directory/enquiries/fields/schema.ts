import { read } from '#kernel/forms/fields.ts';

/** „55524000-9” → 55524000; shorter codes are filled up with zeros. */
export const cpv = read((typed) => {
  const code = /^(\d{2,8})(-\d)?$/.exec(typed.replace(/\s/g, ''))?.[1];
  return code?.padEnd(8, '0') ?? null;
}, 'Kod CPV ma osiem cyfr, na przykład 55524000-9. / A CPV code has eight figures.');

/** Eleven figures in a row may be a PESEL, which has no business in an enquiry. */
export const holdsNumber = (text: string): boolean => /(?<!\d)\d{11}(?!\d)/.test(text);
