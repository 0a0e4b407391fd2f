import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { agendaRoutes } from './agenda/routes.tsx';
import { endingAgreement, onAgenda, pointsOf } from './agenda/service.ts';
import { calendarRoutes, subscriptionRoutes } from './calendar/routes.tsx';
import { groupRoutes } from './groups/routes.tsx';
import { minutesRoutes } from './minutes/routes.tsx';
import { MeetingPage } from './pages/meeting.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { invitationRoutes, peopleRoutes } from './people/routes.tsx';
import { answerBody } from './people/schema.ts';
import { answerOwn, attendeesOf } from './people/service.ts';
import { planningRoutes } from './planning/routes.tsx';
import { registerRoutes } from './register/routes.tsx';
import { type At, bodyQuery, type MeetingsHost, meetingParams, placeParams } from './schema.ts';
import { meetingOf, overviewOf, placeOf } from './service.ts';

const work = { permission: 'work' } as const;
type Params = { id: string; meetingId: string };
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
}

/** Meetings of the bodies of partnerships and of Partner Groups: the same pages at two addresses. */
export function meetingsRoutes(host: MeetingsHost): Route[] {
  const own = { ...host, agenda: [endingAgreement, ...host.agenda] };
  const partnership: At = { kind: 'partnership', base: '/partnerships/:id/meetings', host: own };
  const group: At = { kind: 'group', base: '/partner-groups/:id', host: own };
  return [
    ...groupRoutes,
    ...routesAt(partnership),
    ...routesAt(group),
    ...invitationRoutes,
    ...subscriptionRoutes,
  ];
}

function routesAt(at: At): Route[] {
  async function meetingPage(ctx: Ctx, params: Params, sent: Sent) {
    const place = await placeOf(ctx, at.kind, params.id);
    const meeting = await meetingOf(ctx, place, params.meetingId);
    const attendees = await attendeesOf(ctx, meeting.id);
    return (
      <MeetingPage
        place={place}
        meeting={meeting}
        points={onAgenda(await pointsOf(ctx, meeting.id))}
        attendees={attendees}
        own={attendees.find((a) => a.workerId === ctx.actor.subjectId) ?? null}
        formKey={newId()}
        {...sent}
      />
    );
  }
  return [
    page(at.base, { ...work, params: placeParams, query: bodyQuery }, async (ctx, { params, query }) => {
      const place = await placeOf(ctx, at.kind, params.id);
      return <OverviewPage place={place} {...(await overviewOf(ctx, place, query.page))} />;
    }),
    ...calendarRoutes(at),
    ...registerRoutes(at),
    ...planningRoutes(at),
    page(`${at.base}/:meetingId`, { ...work, params: meetingParams }, (ctx, { params }) =>
      meetingPage(ctx, params, {}),
    ),
    form(
      `${at.base}/:meetingId/answer`,
      { ...work, params: meetingParams, body: answerBody },
      async (ctx, { params, body }) => {
        const place = await placeOf(ctx, at.kind, params.id);
        await answerOwn(ctx, place, params.meetingId, body);
        return redirect(`${place.base}/${params.meetingId}`);
      },
      (ctx, { params, values, errors }) => meetingPage(ctx, params, { values, errors }),
    ),
    ...agendaRoutes(at),
    ...peopleRoutes(at),
    ...minutesRoutes(at),
  ];
}
