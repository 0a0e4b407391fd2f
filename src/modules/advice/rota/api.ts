export { NowOnDuty } from './pages/parts.tsx';
export type { Hours } from './schema.ts';
export { awayToday, onDutyNow, publicHours } from './service.ts';
