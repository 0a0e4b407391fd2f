export { EntityModels } from './pages/entity.tsx';
export type { Adopter } from './schema.ts';
export { adoptionsOf, putAdopter } from './service.ts';
