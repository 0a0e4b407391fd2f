export type { Decision, GoalFinding, ItemFinding, NewReview, Review } from './schema.ts';
export {
  caseBegan,
  directDecision,
  directing,
  finalReview,
  mayDirect,
  recordReview,
  reviewsOf,
} from './service.ts';
export type { NewSuspension, Suspension } from './suspension/schema.ts';
export { resumeCase, suspendCase, suspensionsOf } from './suspension/service.ts';
