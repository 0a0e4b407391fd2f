export { TimesPanel } from './pages/panel.tsx';
export type { DueDates, Timed } from './schema.ts';
export { dueDates, type Times, timesOf } from './service.ts';
