export type { Decision, GoalFinding, ItemFinding, NewReview, Review } from './schema.ts';
export { caseBegan, finalReview, mayDirect, mustDirect, recordReview, reviewsOf } from './service.ts';
export type { NewSuspension, Suspension } from './suspension/schema.ts';
export { resumeCase, suspendCase, suspensionsOf } from './suspension/service.ts';
