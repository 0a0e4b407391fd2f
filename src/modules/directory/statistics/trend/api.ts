export { TrendPanel } from './pages/trend.tsx';
export type { Trend } from './schema.ts';
export { monthRows, trend } from './service.ts';
