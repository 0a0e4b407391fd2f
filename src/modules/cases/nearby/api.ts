export { NearbyPanel } from './pages/nearby.tsx';
export { nearbyFor, placesNear, unmetNeeds } from './service.ts';
