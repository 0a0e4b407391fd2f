export { ClassName, className } from './pages/class-name.tsx';
export { explainAccess, type WhoSees, whoSees } from './service.ts';
