export { joinInvited } from './service.ts';
