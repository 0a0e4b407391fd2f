export { SettingsFrame } from './pages/frame.tsx';
export { pathOf, treeOf } from './policy.ts';
export type { DeskSettings } from './schema.ts';
export { deskPeople, ledDesk, ledDesks, seenDesk, seenDesks, topicOptions, topicsOf } from './service.ts';
