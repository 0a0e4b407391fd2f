import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView, terms, today } from '../service.ts';
import { ContactsPage } from './contacts/pages/contacts.tsx';
import { contactBody } from './contacts/schema.ts';
import { contactDecision, contactDuty, contacts, recordContact } from './contacts/service.ts';
import { routes as groupRoutes } from './groups/routes.tsx';
import { groups } from './groups/service.ts';
import { CaseSessionsPage } from './history/pages/case-sessions.tsx';
import { attendanceOf, monthsOf } from './history/service.ts';
import { routes as marking } from './marking/routes.tsx';
import { recordList } from './marking/service.ts';
import { NewSessionPage } from './planning/pages/new.tsx';
import { ownOpenItems, planSessions } from './planning/service.ts';
import { firstChoice, newQuery, newSessionBody, weekQuery } from './schema.ts';
import { WeekPage } from './week/pages/week.tsx';
import { sessionsOfWeek } from './week/service.ts';

const MARK = { permission: 'session.mark', purpose: 'P3' } as const;
const READ = { permission: 'case.read', purpose: 'P3', personal: true, params: caseParams } as const;

async function newPage(ctx: Ctx, from: { for?: string; case?: string }, again?: Rejected<unknown>) {
  const [items, own, services] = await Promise.all([ownOpenItems(ctx), groups(ctx), terms(ctx, 'service')]);
  await recordList(ctx, null, items);
  const chosen = from.for ?? firstChoice(items, from.case, today(ctx));
  const label = new Map(services.map((s) => [s.code, s.label]));
  return (
    <NewSessionPage
      formKey={newId()}
      groups={own.filter((g) => g.active)}
      items={items.map((i) => ({ ...i, service: label.get(i.serviceCode) ?? i.serviceCode }))}
      backTo={
        from.case && items.some((i) => i.caseId === from.case) ? `/cases/${from.case}/sessions` : '/sessions'
      }
      values={
        again?.values ?? {
          for: chosen,
          place: items.find((i) => `i:${i.caseId}:${i.lineageId}` === chosen)?.place ?? '',
          times: '1',
          first_on: formatDate(today(ctx), 'pl'),
        }
      }
      errors={again?.errors}
    />
  );
}

async function contactsPage(ctx: Ctx, caseId: string, again?: Rejected<unknown>) {
  const c = await loadCase(ctx, caseId);
  const [list, duty, channels] = await Promise.all([
    contacts(ctx, caseId),
    contactDuty(ctx, c),
    terms(ctx, 'contact_form'),
  ]);
  await recordView(ctx, c, 'contact', ['D1', 'D6']);
  return (
    <ContactsPage
      head={await caseHead(ctx, c)}
      contacts={list}
      duty={duty}
      channels={channels.map((t) => ({ value: t.code, label: t.label }))}
      canAdd={(await contactDecision(ctx, c)).allowed}
      formKey={newId()}
      values={again?.values ?? { held_on: formatDate(today(ctx), 'pl'), reached: 'yes' }}
      errors={again?.errors}
    />
  );
}

/** Every address of sessions, groups, attendance and contacts; fixed names stand before those with an id. */
export const routes: readonly Route[] = [
  page('/sessions', { ...MARK, personal: true, query: weekQuery }, async (ctx, { query }) => (
    <WeekPage
      week={
        await sessionsOfWeek(ctx, {
          week: query.week,
          mine: query.who === 'mine',
          groupId: query.group,
          open: query.open === 'yes',
        })
      }
      filter={{ who: query.who, group: query.group, open: query.open }}
      planned={query.planned}
      skipped={query.skipped}
    />
  )),
  page('/sessions/new', { ...MARK, personal: true, query: newQuery }, (ctx, { query }) =>
    newPage(ctx, query),
  ),
  form(
    '/sessions/new',
    { ...MARK, personal: true, body: newSessionBody },
    async (ctx, { body }) => {
      const [kind, first = '', second = ''] = body.for.split(':');
      const planned = await planSessions(ctx, {
        for: kind === 'g' ? { groupId: first } : { caseId: first, lineageId: second },
        title: body.title,
        firstOn: body.first_on,
        time: body.time,
        hours: body.hours,
        times: body.times,
        place: body.place,
      });
      const skipped = planned.skipped.length > 0 ? `&skipped=${planned.skipped.join(',')}` : '';
      return redirect(`/sessions?week=${planned.firstOn}&planned=${planned.sessionIds.length}${skipped}`);
    },
    (ctx, again) => newPage(ctx, {}, again),
  ),
  ...groupRoutes,
  ...marking,
  page('/cases/:id/sessions', READ, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const rows = await attendanceOf(ctx, c.id);
    const { months, benefit } = await monthsOf(ctx, rows);
    const duty = await contactDuty(ctx, c);
    await recordView(ctx, c, 'attendance', ['D1', 'D6']);
    return (
      <CaseSessionsPage
        head={await caseHead(ctx, c)}
        rows={rows}
        months={months}
        benefit={benefit}
        duty={duty}
        now={ctx.now}
        ownInstitution={ctx.actor.institutionId}
        canPlan={(await ownOpenItems(ctx)).some((i) => i.caseId === c.id)}
      />
    );
  }),
  page('/cases/:id/contacts', READ, (ctx, { params }) => contactsPage(ctx, params.id)),
  form(
    '/cases/:id/contacts',
    { ...MARK, personal: true, params: caseParams, body: contactBody },
    async (ctx, { params, body }) => {
      await recordContact(ctx, params.id, {
        heldOn: body.held_on,
        channel: body.channel,
        reached: body.reached === 'yes',
        note: body.note,
      });
      return redirect(`/cases/${params.id}/contacts`);
    },
    (ctx, again) => contactsPage(ctx, again.params.id, again),
  ),
];
