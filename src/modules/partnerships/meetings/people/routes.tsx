import { z } from 'zod';
import { calendarResponse, writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type At, emptyBody, meetingParams } from '../schema.ts';
import { mayPlan, mayWrite, meetingOf, placeOf, workersOf } from '../service.ts';
import { InvitationPage } from './pages/answer.tsx';
import { AttendancePage } from './pages/attendance.tsx';
import { PeoplePage } from './pages/people.tsx';
import { SheetPage } from './pages/sheet.tsx';
import { addBody, answerBody, attendanceBody, attendeeParams, guestBody } from './schema.ts';
import * as service from './service.ts';

const work = { permission: 'work' } as const;
const open = { permission: 'public' } as const;
const sentQuery = z.object({ sent: z.string().optional() });
const answeredQuery = z.object({ answered: z.string().optional() });
type Params = { id: string; meetingId: string };
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
}

/** Who is invited to a meeting, what they answer, who came. */
export function peopleRoutes(at: At): Route[] {
  const base = `${at.base}/:meetingId`;
  const to = (params: Params) => `${at.base.replace(':id', params.id)}/${params.meetingId}`;
  async function found(ctx: Ctx, params: Params) {
    const place = await placeOf(ctx, at.kind, params.id);
    return { place, meeting: await meetingOf(ctx, place, params.meetingId) };
  }
  async function peoplePage(ctx: Ctx, params: Params, sent: Sent & { sent?: boolean }) {
    const { place, meeting } = await found(ctx, params);
    const attendees = await service.attendeesOf(ctx, meeting.id);
    const may = mayPlan(meeting).allowed;
    const there = new Set(attendees.map((a) => a.workerId));
    return (
      <PeoplePage
        place={place}
        meeting={meeting}
        attendees={attendees}
        workers={may ? (await workersOf(ctx, place)).filter((w) => !there.has(w.id)) : []}
        mayPlan={may}
        formKey={newId()}
        sent={false}
        {...sent}
      />
    );
  }
  async function attendancePage(ctx: Ctx, params: Params, sent: Sent) {
    const { place, meeting } = await found(ctx, params);
    if (!meeting.runs) throw notFound();
    return (
      <AttendancePage
        place={place}
        meeting={meeting}
        attendees={await service.attendeesOf(ctx, meeting.id)}
        mayWrite={mayWrite(meeting, ctx.now).allowed}
        formKey={newId()}
        {...sent}
      />
    );
  }
  return [
    page(`${base}/people`, { ...work, params: meetingParams, query: sentQuery }, (ctx, { params, query }) =>
      peoplePage(ctx, params, { sent: query.sent !== undefined }),
    ),
    form(
      `${base}/people`,
      { ...work, params: meetingParams, body: addBody },
      async (ctx, { params, body }) => {
        await service.addWorkers(ctx, (await found(ctx, params)).place, params.meetingId, body.worker);
        return redirect(`${to(params)}/people`);
      },
      (ctx, { params, values, errors }) => peoplePage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/guests`,
      { ...work, params: meetingParams, body: guestBody },
      async (ctx, { params, body }) => {
        await service.addGuest(ctx, (await found(ctx, params)).place, params.meetingId, body);
        return redirect(`${to(params)}/people`);
      },
      (ctx, { params, values, errors }) => peoplePage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/people/:attendeeId/remove`,
      { ...work, params: attendeeParams, body: emptyBody },
      async (ctx, { params }) => {
        await service.dropAttendee(
          ctx,
          (await found(ctx, params)).place,
          params.meetingId,
          params.attendeeId,
        );
        return redirect(`${to(params)}/people`);
      },
      (ctx, { params, errors }) => peoplePage(ctx, params, { errors }),
    ),
    page(`${base}/attendance`, { ...work, params: meetingParams }, (ctx, { params }) =>
      attendancePage(ctx, params, {}),
    ),
    form(
      `${base}/attendance`,
      { ...work, params: meetingParams, body: attendanceBody },
      async (ctx, { params, body }) => {
        await service.markAttendance(ctx, (await found(ctx, params)).place, params.meetingId, body);
        return redirect(`${to(params)}/attendance`);
      },
      (ctx, { params, values, errors }) => attendancePage(ctx, params, { values, errors }),
    ),
    page(`${base}/attendance/sheet`, { ...work, params: meetingParams }, async (ctx, { params }) => {
      const { place, meeting } = await found(ctx, params);
      if (!meeting.runs) throw notFound();
      return (
        <SheetPage place={place} meeting={meeting} attendees={await service.attendeesOf(ctx, meeting.id)} />
      );
    }),
    page(`${base}/meeting.ics`, { ...work, params: meetingParams }, async (ctx, { params }) => {
      const { meeting } = await found(ctx, params);
      const entry = service.calendarEntry({ ...meeting, updatedAt: ctx.now, about: meeting.aim });
      return calendarResponse(writeCalendar([entry], { name: 'Splot' }), 'meeting');
    }),
  ];
}

/** What links in invitations open, without an account. Forms carry no key: a stored answer would keep the secret. */
export const invitationRoutes: readonly Route[] = [
  page(
    '/meetings/invitations/:token',
    { ...open, params: tokenParams, query: answeredQuery },
    async (ctx, { params, query }) => (
      <InvitationPage
        token={params.token}
        invitation={await service.invitationOf(ctx, params.token)}
        answered={query.answered !== undefined}
      />
    ),
  ),
  form(
    '/meetings/invitations/:token',
    { ...open, params: tokenParams, body: answerBody },
    async (ctx, { params, body }) => {
      const taken = await service.answerBy(ctx, params.token, body);
      return redirect(`/meetings/invitations/${params.token}${taken ? '?answered=1' : ''}`);
    },
    async (ctx, { params, values, errors }) => (
      <InvitationPage
        token={params.token}
        invitation={await service.invitationOf(ctx, params.token)}
        values={values}
        errors={errors}
      />
    ),
  ),
  page(
    '/meetings/invitations/:token/meeting.ics',
    { ...open, params: tokenParams },
    async (ctx, { params }) => {
      const m = await service.invitationOf(ctx, params.token);
      const about = [m.bodyName, m.aim, ...m.points.map((p, i) => `${i + 1}. ${p}`)]
        .filter(Boolean)
        .join('\n');
      const entry = service.calendarEntry({ ...m, id: m.meetingId, about });
      const method = m.state === 'cancelled' ? 'CANCEL' : 'PUBLISH';
      return calendarResponse(writeCalendar([entry], { name: 'Splot', method }), 'meeting');
    },
  ),
];
