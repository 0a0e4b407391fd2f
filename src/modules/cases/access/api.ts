export { ClassName, className } from './pages/class-name.tsx';
export { routes } from './routes.tsx';
export { explainAccess, type WhoSees, whoSees } from './service.ts';
