export { dueQuestions } from './answering/inbox/service.ts';
export { forgetAccount } from './asking/erasure/service.ts';
export { adviceSections, questionsKept } from './service.ts';
