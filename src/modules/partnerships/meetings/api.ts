export { dueMeetings } from './due/service.ts';
export { commonMeetings, meetingFigures } from './figures/service.ts';
export type { Content as MinutesContent } from './minutes/schema.ts';
export type { AgendaLine, AgendaSource, DueLine, Figures } from './schema.ts';
