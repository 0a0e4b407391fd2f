export { dueQuestions } from './answering/inbox/service.ts';
export { adviceSections } from './service.ts';
