export { mergedInto } from './service.ts';
