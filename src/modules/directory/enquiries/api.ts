export { cpv, day, line, maybe, needed, whole } from './fields/schema.ts';
export { VALUE_BANDS, type ValueBand } from './schema.ts';
export { openBought } from './service.ts';
export { text as enquiryWords } from './text.pl.ts';
