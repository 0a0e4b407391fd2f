export { dueAgreements } from './agreements/negotiation/service.ts';
export { dueInvitations } from './initiative/service.ts';
export { contactDuties, handOverContacts } from './members/service.ts';
export type { Member, PartnershipState, PartnershipsHost } from './schema.ts';
export { areaOf, membersOf, operatingPartnerships } from './service.ts';
