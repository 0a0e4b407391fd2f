export { ClassName, className } from './pages/class-name.tsx';
export { explain, inForce } from './policy.ts';
export { routes } from './routes.tsx';
export { explainAccess, type GrantLine, grantsOf, type WhoSees, whoSees } from './service.ts';
