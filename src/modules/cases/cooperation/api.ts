export { cooperation, health, regionCases } from './service.ts';
