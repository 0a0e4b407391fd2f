export type { Contact, ContactDuty } from './contacts/schema.ts';
export { contactDuty, contacts, type NewContact, recordContact } from './contacts/service.ts';
export { addMember, createGroup, type GroupInput } from './groups/service.ts';
export { attendanceOf, type Upcoming, upcomingFor } from './history/service.ts';
export { cancelSession, loadSession, markAttendance, type NewMark, recordList } from './marking/service.ts';
export { type NewSessions, type PlannedSessions, planSessions } from './planning/service.ts';
export type { MonthSummary } from './policy.ts';
export type { Attendee, CaseAttendance, Mark, SessionRow } from './schema.ts';
