export { dueAgreements } from './agreements/api.ts';
export { dueInvitations, dueStages } from './initiative/api.ts';
export { contactDuties, handOverContacts } from './members/service.ts';
export type { Member, PartnershipState, PartnershipsHost } from './schema.ts';
export { areaOf, membersOf, operatingPartnerships } from './service.ts';
