export { VALUE_BANDS } from './schema.ts';
export { openBought } from './service.ts';
export { text as enquiryWords } from './text.pl.ts';
