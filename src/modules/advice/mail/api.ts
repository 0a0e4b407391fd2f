export { insertNotice, lastLetter } from './queries.ts';
