export { className } from './pages/class-name.tsx';
export { type WhoSees, whoSees } from './service.ts';
