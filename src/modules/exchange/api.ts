export { commonGroups, openGroups } from './groups/service.ts';
export { askInGroup, topicHeads } from './groups/topics/service.ts';
export { Discussion } from './pages/discussion.tsx';
export type {
  CommentPolicy,
  Discussion as DiscussionData,
  ExchangeHost,
  FindSubject,
  Subject,
} from './schema.ts';
export { commentsKept, discussion, exchangeSections } from './service.ts';
