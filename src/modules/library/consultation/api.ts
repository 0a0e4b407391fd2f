export { OpenRound, ReportLink } from './pages/round.tsx';
export type { RoundBeside } from './schema.ts';
export { roundsBeside } from './service.ts';
