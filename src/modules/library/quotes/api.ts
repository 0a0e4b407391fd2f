export { Quote } from './pages/quote.tsx';
export type { Requirement, RequirementChapter, Standard } from './requirements/schema.ts';
export { requirementsOf, standards } from './requirements/service.ts';
export type { PartAsked, QuotedPart } from './schema.ts';
export { partOf, quotationOf } from './service.ts';
