export { type Hours, HoursPanel, NowOnDuty } from './pages/parts.tsx';
export { awayToday, onDutyNow, publicHours } from './service.ts';
