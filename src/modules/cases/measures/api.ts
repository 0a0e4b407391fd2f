export { countMeasures, sharesOf, spreadOf } from './service.ts';
