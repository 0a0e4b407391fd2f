export { openBody } from './schema.ts';
export { countEmergencies, openEmergency, reviewEmergency } from './service.ts';
