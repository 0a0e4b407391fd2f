export { SettingsFrame } from './pages/frame.tsx';
export { pathOf } from './policy.ts';
export type { DeskSettings } from './schema.ts';
export { ledDesk, seenDesk, seenDesks, topicOptions, topicsOf } from './service.ts';
