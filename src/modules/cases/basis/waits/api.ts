export { refreshBasisWaits } from './service.ts';
