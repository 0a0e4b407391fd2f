export { actorOfToken } from './service.ts';
