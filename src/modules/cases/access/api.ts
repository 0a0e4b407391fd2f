export { type WhoSees, whoSees } from './service.ts';
