export { EmbeddedChart } from './pages/chart.tsx';
export { chartOf } from './schema.ts';
