export { Entities } from './embed/pages/list.tsx';
export { entityList, listed } from './embed/service.ts';
export { placeOf } from './place/service.ts';
export type { NameOf } from './schema.ts';
export { names } from './service.ts';
