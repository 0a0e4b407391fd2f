export { NewcomerForm } from './pages/report.tsx';
export { newcomerBody } from './schema.ts';
export { askForInstitution } from './service.ts';
