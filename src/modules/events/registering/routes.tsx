import { currentRequest } from '#kernel/auth/request.ts';
import { calendarResponse } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { fileResponse, openFile } from '#kernel/files/files.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { afterwards } from '../after/routes.tsx';
import { calendarFile } from '../feeds/service.ts';
import { type EventsHost, emptyBody, idParams, inLang, slugParams } from '../schema.ts';
import { eventOf, fileOf, rulesOf } from '../service.ts';
import { BookedPage, SubstitutePage } from './pages/booked.tsx';
import { AskPage, BookPage, SentPage } from './pages/register.tsx';
import { LeavePage, TicketPage } from './pages/ticket.tsx';
import { askBody, bookBody, needsBody, substituteBody, tokenFileParams } from './schema.ts';
import * as service from './service.ts';
import { text } from './text.pl.ts';

const open = { permission: 'public' } as const;
const work = { permission: 'events.book', personal: true } as const;
type Values = Readonly<Record<string, unknown>>;

async function askPage(ctx: Ctx, slug: string, values?: Values, errors?: readonly FieldError[]) {
  const event = await eventOf(ctx, { slug });
  if (event.state !== 'published' || event.registration === 'none') throw notFound();
  const rules = await rulesOf(ctx);
  return (
    <AskPage
      event={event}
      wait={await service.wouldWait(ctx, event)}
      days={rules.people_days}
      needsDays={rules.needs_days}
      values={values}
      errors={errors}
    />
  );
}

async function bookPage(ctx: Ctx, slug: string, values?: Values, errors?: readonly FieldError[]) {
  if (!ctx.actor.permissions.has('events.book')) throw notFound();
  const event = await eventOf(ctx, { slug });
  if (event.state !== 'published' || event.registration === 'none') throw notFound();
  return <BookPage event={event} values={values ?? (await service.firstRow(ctx))} errors={errors} />;
}

async function substitutePage(
  ctx: Ctx,
  id: string,
  more: { values?: Values; errors?: readonly FieldError[]; now?: Values } = {},
) {
  const { registration, event } = await service.bookedOne(ctx, id);
  return (
    <SubstitutePage
      id={id}
      formKey={newId()}
      name={`${registration.givenName} ${registration.familyName}`}
      title={inLang(ctx.lang, event.titlePl, event.titleEn)}
      version={registration.rowVersion}
      {...more}
    />
  );
}

export function registeringRoutes(host: EventsHost): Route[] {
  async function ticketPage(ctx: Ctx, token: string, errors?: readonly FieldError[]) {
    const { registration, view, needs, online, queue } = await service.ticketOf(ctx, token);
    return (
      <TicketPage
        token={token}
        event={view.event}
        state={registration.state}
        name={`${registration.givenName} ${registration.familyName}`}
        code={registration.code}
        queue={queue}
        needs={needs}
        online={online}
        materials={registration.state === 'confirmed' ? view.materials : []}
        siteUrl={host.siteUrl}
        errors={errors}
        after={await afterwards(ctx, token, registration, view.event)}
      />
    );
  }
  const ticket = { ...open, params: tokenParams } as const;
  const to = (token: string) => redirect(`/events/ticket/${token}`);
  return [
    page('/events/booked', work, async (ctx) => <BookedPage rows={await service.booked(ctx)} />),
    page('/events/booked/:id/substitute', { ...work, params: idParams }, (ctx, { params }) =>
      substitutePage(ctx, params.id),
    ),
    form(
      '/events/booked/:id/substitute',
      { ...work, params: idParams, body: substituteBody },
      async (ctx, { params, body }) => {
        await service.substitute(ctx, params.id, body, body._version);
        return redirect('/events/booked');
      },
      (ctx, { params, values, errors, current }) =>
        substitutePage(ctx, params.id, { values, errors, ...(current && { now: current }) }),
    ),
    page('/events/booked/:id/leave', { ...work, params: idParams }, async (ctx, { params }) => {
      const { registration } = await service.bookedOne(ctx, params.id);
      return (
        <LeavePage
          action={`/events/booked/${params.id}/leave`}
          cancelHref="/events/booked"
          title={`${registration.givenName} ${registration.familyName}`}
        />
      );
    }),
    form(
      '/events/booked/:id/leave',
      { ...work, params: idParams, body: emptyBody },
      async (ctx, { params }) => {
        await service.giveUp(ctx, (await service.bookedOne(ctx, params.id)).registration);
        return redirect('/events/booked');
      },
    ),
    page('/events/ticket/:token', ticket, (ctx, { params }) => ticketPage(ctx, params.token)),
    form(
      '/events/ticket/:token/confirm',
      { ...ticket, body: emptyBody },
      async (ctx, { params }) => {
        await service.confirmPlace(ctx, params.token);
        return to(params.token);
      },
      (ctx, { params, errors }) => ticketPage(ctx, params.token, errors),
    ),
    form(
      '/events/ticket/:token/needs',
      { ...ticket, body: needsBody },
      async (ctx, { params, body }) => {
        await service.saveNeeds(ctx, params.token, body);
        return to(params.token);
      },
      (ctx, { params, errors }) => ticketPage(ctx, params.token, errors),
    ),
    page('/events/ticket/:token/leave', ticket, async (ctx, { params }) => {
      const registration = await service.held(ctx, params.token);
      const event = await eventOf(ctx, { id: registration.eventId });
      return (
        <LeavePage
          action={`/events/ticket/${params.token}/leave`}
          cancelHref={`/events/ticket/${params.token}`}
          title={inLang(ctx.lang, event.titlePl, event.titleEn)}
        />
      );
    }),
    form('/events/ticket/:token/leave', { ...ticket, body: emptyBody }, async (ctx, { params }) => {
      await service.giveUp(ctx, await service.held(ctx, params.token));
      return to(params.token);
    }),
    page('/events/ticket/:token/event.ics', ticket, async (ctx, { params }) => {
      const { view, online } = await service.ticketOf(ctx, params.token);
      return calendarResponse(
        await calendarFile(ctx, view.event, host.siteUrl, online?.address),
        view.event.slug,
      );
    }),
    page('/events/ticket/:token/file/:id', { ...open, params: tokenFileParams }, async (ctx, { params }) => {
      await service.held(ctx, params.token);
      return fileResponse(await openFile(ctx, await fileOf(ctx, params.id)));
    }),
    page('/events/:slug/register', { ...open, params: slugParams }, async (ctx, { params }) => {
      // An old link: the page of the event says that it is full, over or called off. Nobody fills a form in vain.
      if (!(await service.isOpen(ctx, params.slug))) return redirect(`/events/${params.slug}`);
      return ctx.actor.kind === 'worker' ? bookPage(ctx, params.slug) : askPage(ctx, params.slug);
    }),
    form(
      '/events/:slug/register',
      { ...open, params: slugParams, body: askBody },
      async (ctx, { params, body }) => {
        if (ctx.actor.kind === 'worker') throw notFound();
        await service.askForPlace(ctx, params.slug, body, currentRequest().address);
        return redirect(`/events/${params.slug}/sent`);
      },
      (ctx, { params, values, errors }) => askPage(ctx, params.slug, values, errors),
    ),
    page('/events/:slug/sent', { ...open, params: slugParams }, async (ctx, { params }) => (
      <SentPage event={await eventOf(ctx, params)} />
    )),
    form(
      '/events/:slug/book',
      { permission: 'events.book', params: slugParams, body: bookBody },
      async (ctx, { params, body }) => {
        const rows = service.rowsOf(body);
        if (rows.length === 0) throw invalid({ field: 'givenName0', message: text[ctx.lang].refused.nobody });
        await service.book(ctx, params.slug, rows);
        return redirect('/events/booked');
      },
      (ctx, { params, values, errors }) => bookPage(ctx, params.slug, values, errors),
    ),
  ];
}
