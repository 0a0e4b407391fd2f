export { changeArea, createPartnership } from '../service.ts';
export { answerInvitation, dueInvitations, invitationsOf, invite, noteAnswer } from './service.ts';
export { dueStages } from './stage/service.ts';
