import { calendarResponse, writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type LocalDate, warsawDate } from '#kernel/time.ts';
import type { AdviceHost } from '../schema.ts';
import { ledDesk, seenDesk } from '../setup/api.ts';
import { AwayPage, ChangePage, HoursPage } from './pages/planning.tsx';
import { WeekPage } from './pages/week.tsx';
import * as planning from './planning/service.ts';
import * as schema from './schema.ts';
import * as service from './service.ts';
import { text } from './text.pl.ts';

const work = { permission: 'work' } as const;
const one = { ...work, params: schema.deskParams } as const;
const change = { ...work, params: schema.changeParams } as const;
const ROTA = '/advice/desk/rota';
type Again<P = unknown> = Partial<Pick<Rejected<P>, 'values' | 'errors'>>;

async function hoursPage(ctx: Ctx, id: string, { values, errors }: Again = {}) {
  await ledDesk(ctx, id);
  const { desk } = await seenDesk(ctx, id);
  return (
    <HoursPage
      desk={desk}
      duties={await planning.dutiesOf(ctx, id)}
      members={await service.membersOf(ctx, id)}
      formKey={newId()}
      values={values ?? { kind: 'phone' }}
      errors={errors}
    />
  );
}

async function changePage(
  ctx: Ctx,
  params: { desk: string; duty: string; day: LocalDate },
  { values, errors }: Again = {},
) {
  const shift = await planning.shiftOf(ctx, params.desk, params.duty, params.day);
  const { desk } = await seenDesk(ctx, params.desk);
  return (
    <ChangePage
      desk={desk}
      shift={shift}
      day={params.day}
      members={await service.membersOf(ctx, desk.id, params.day)}
      formKey={newId()}
      values={values ?? { who: shift.person?.workerId ?? '', note: shift.note }}
      errors={errors}
    />
  );
}

async function awayPage(ctx: Ctx, id: string, { values, errors }: Again = {}) {
  const { desk } = await seenDesk(ctx, id);
  const members = await service.membersOf(ctx, id);
  const own = members.filter(({ workerId }) => workerId === ctx.actor.subjectId);
  return (
    <AwayPage
      desk={desk}
      items={await planning.coming(ctx, id)}
      members={members}
      whose={desk.led ? members : own}
      mayCancel={(workerId) => desk.led || workerId === ctx.actor.subjectId}
      formKey={newId()}
      values={values ?? { who: own[0]?.workerId ?? '' }}
      errors={errors}
    />
  );
}

/** Who is on duty, and when somebody is away. */
export const rotaRoutes = (host: AdviceHost): readonly Route[] => [
  page(ROTA, { ...work, query: schema.rotaQuery }, async (ctx, { query }) => {
    const { desk, desks } = await seenDesk(ctx, query.desk);
    const today = warsawDate(ctx.now);
    const week = await service.weekOf(ctx, desk.id, query.week ?? today);
    return (
      <WeekPage
        {...week}
        desk={desk}
        desks={desks}
        now={await service.onDutyNow(ctx, desk.id)}
        today={today}
      />
    );
  }),
  page(`${ROTA}/mine.ics`, work, async (ctx) => {
    const name = text[ctx.lang].title;
    return calendarResponse(
      writeCalendar(await service.ownCalendar(ctx, host.siteUrl), { name }),
      'splot-rota',
    );
  }),
  page(`${ROTA}/:desk/hours`, one, (ctx, { params }) => hoursPage(ctx, params.desk)),
  form(
    `${ROTA}/:desk/hours`,
    { ...one, body: schema.dutyBody },
    async (ctx, { params, body }) => {
      await planning.addDuty(ctx, params.desk, body);
      return redirect(`${ROTA}/${params.desk}/hours`);
    },
    (ctx, again) => hoursPage(ctx, again.params.desk, again),
  ),
  form(
    `${ROTA}/:desk/hours/:duty/end`,
    { ...work, params: schema.dutyParams, body: schema.endBody },
    async (ctx, { params, body }) => {
      await planning.endDuty(ctx, params.desk, params.duty, body.to);
      return redirect(`${ROTA}/${params.desk}/hours`);
    },
  ),
  page(`${ROTA}/:desk/change/:duty/:day`, change, (ctx, { params }) => changePage(ctx, params)),
  form(
    `${ROTA}/:desk/change/:duty/:day`,
    { ...change, body: schema.changeBody },
    async (ctx, { params, body }) => {
      await planning.changeShift(ctx, params.desk, params.duty, params.day, body);
      return redirect(`${ROTA}?desk=${params.desk}&week=${params.day}`);
    },
    (ctx, again) => changePage(ctx, again.params, again),
  ),
  form(
    `${ROTA}/:desk/change/:duty/:day/undo`,
    { ...change, body: schema.emptyBody },
    async (ctx, { params }) => {
      await planning.undoChange(ctx, params.desk, params.duty, params.day);
      return redirect(`${ROTA}?desk=${params.desk}&week=${params.day}`);
    },
  ),
  page(`${ROTA}/:desk/away`, one, (ctx, { params }) => awayPage(ctx, params.desk)),
  form(
    `${ROTA}/:desk/away`,
    { ...one, body: schema.awayBody },
    async (ctx, { params, body }) => {
      await planning.noteAway(ctx, params.desk, body);
      return redirect(`${ROTA}/${params.desk}/away`);
    },
    (ctx, again) => awayPage(ctx, again.params.desk, again),
  ),
  form(
    `${ROTA}/:desk/away/:away/cancel`,
    { ...work, params: schema.awayParams, body: schema.emptyBody },
    async (ctx, { params }) => {
      await planning.cancelAway(ctx, params.desk, params.away);
      return redirect(`${ROTA}/${params.desk}/away`);
    },
  ),
];
