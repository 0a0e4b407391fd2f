export { MEASURES, type MeasureCode, type Share, type Spread } from './schema.ts';
export { countMeasures, sharesOf, spreadOf } from './service.ts';
