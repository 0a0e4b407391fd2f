import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { cancelSession, recordContact } from '../../sessions/api.ts';
import { made } from '../schema.ts';
import { madeIn } from '../service.ts';
import {
  attendanceBody,
  attendanceLine,
  cancelBody,
  contactBody,
  contactsView,
  marked,
  planned,
  session,
  sessionBody,
  sessionParams,
} from './schema.ts';
import { attendanceFor, contactsFor, mark, plan, sessionOf } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P3',
  personal: true,
  params: sessionParams,
} as const;
const write = { permission: 'session.mark', scope: 'api:cases.write', purpose: 'P3' } as const;
const one = { ...write, params: sessionParams } as const;

export const sessionRoutes: readonly Route[] = [
  api(
    'POST',
    '/api/v1/sessions',
    { ...write, summary: 'Plan one session or a weekly series', body: sessionBody, response: planned },
    (ctx, { body }) => plan(ctx, body),
  ),
  api(
    'GET',
    '/api/v1/sessions/:id',
    { ...one, personal: true, summary: 'A session with its attendance list', response: session },
    (ctx, { params }) => sessionOf(ctx, params.id),
  ),
  api(
    'PUT',
    '/api/v1/sessions/:id/attendance',
    { ...one, summary: 'Mark a list at once', body: attendanceBody, response: marked },
    (ctx, { params, body }) => mark(ctx, params.id, body),
  ),
  api(
    'POST',
    '/api/v1/sessions/:id/cancel',
    { ...one, summary: 'Cancel a session', body: cancelBody, response: z.object({ cancelled: z.int() }) },
    async (ctx, { params, body }) => {
      const { rowVersion: version, reason, rest } = body;
      return { cancelled: await cancelSession(ctx, params.id, { version, reason, rest }) };
    },
  ),
  api(
    'GET',
    '/api/v1/cases/:id/attendance',
    { ...read, summary: 'Attendance of a case', response: z.array(attendanceLine) },
    (ctx, { params }) => attendanceFor(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/contacts',
    { ...read, summary: 'Contacts with the person and the duty of contact', response: contactsView },
    (ctx, { params }) => contactsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/contacts',
    { ...one, summary: 'Record a contact, or a try', body: contactBody, response: made },
    async (ctx, { params, body }) => madeIn(ctx, params.id, await recordContact(ctx, params.id, body)),
  ),
];
