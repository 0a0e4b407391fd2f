export { countReviews, openEmergency, reviewEmergency } from './service.ts';
