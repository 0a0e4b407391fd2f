export type { ReferInput, Sent, ServiceInput, WhoInput } from './schema.ts';
export { inviteInstitution, referPerson } from './service.ts';
