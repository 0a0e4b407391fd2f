export { inviteInstitution } from './invite/service.ts';
export type { ReferInput, Sent, ServiceInput, WhoInput } from './schema.ts';
export { referPerson } from './service.ts';
