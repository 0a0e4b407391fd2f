export {
  importBoundaries,
  PRG,
  tellBoundaries,
  tellProblem as tellBoundaryProblem,
} from './boundaries/service.ts';
export { countyDrawing } from './map/service.ts';
export type { County, Gmina, Locality } from './schema.ts';
export { counties, gminasById, localitiesOf, voivodeships } from './service.ts';
export { importTerc, outcome, tellChanges, tellProblem as tellTercProblem } from './terc/service.ts';
