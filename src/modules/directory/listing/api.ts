export { refreshListings } from './service.ts';
