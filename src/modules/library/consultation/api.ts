export { OpenRound, ReportLink } from './pages/round.tsx';
export type { AnswerForm, RemarkForm } from './remarks/schema.ts';
export { answer, leave, remarksOf } from './remarks/service.ts';
export type { RoundBeside } from './schema.ts';
export { openRound, readPart, roundsBeside } from './service.ts';
