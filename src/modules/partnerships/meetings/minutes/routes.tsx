import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type At, emptyBody, meetingParams } from '../schema.ts';
import { mayWrite, meetingOf, placeOf, ruleOf } from '../service.ts';
import { BeginPage, DraftPage } from './pages/draft.tsx';
import { MinutesPage } from './pages/minutes.tsx';
import { printMinutes } from './print/service.ts';
import { generalBody, noteBody, remarkBody, remarkParams, replyBody } from './schema.ts';
import * as service from './service.ts';
import { text } from './text.pl.ts';
import { writingRoutes } from './writing/routes.tsx';
import { writeGeneral } from './writing/service.ts';

const work = { permission: 'work' } as const;
type Params = { id: string; meetingId: string };
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}

/** Minutes: written, sent round, agreed; as a page and as PDF. */
export function minutesRoutes(at: At): Route[] {
  const base = `${at.base}/:meetingId/minutes`;
  const to = (params: Params) => `${at.base.replace(':id', params.id)}/${params.meetingId}/minutes`;
  const place = (ctx: Ctx, params: Params) => placeOf(ctx, at.kind, params.id);
  async function minutesPage(ctx: Ctx, params: Params, sent: Sent) {
    const where = await place(ctx, params);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    const minutes = await service.minutesOf(ctx, meeting);
    const common = { place: where, meeting, formKey: newId(), ...sent };
    if (!minutes) return <BeginPage {...common} mayBegin={mayWrite(meeting, ctx.now).allowed} />;
    if (minutes.state === 'draft') {
      if (!meeting.runs) throw notFound();
      return <DraftPage {...common} minutes={minutes} days={await ruleOf(ctx, 'silence_days')} />;
    }
    return (
      <MinutesPage
        {...common}
        minutes={minutes}
        {...(await service.agreementOf(ctx, meeting, minutes))}
        remarks={await service.remarksOf(ctx, meeting.id)}
        notes={await service.notesOf(ctx, meeting.id)}
      />
    );
  }
  /** A button of the page: does its thing and comes back. */
  const button = (path: string, work_: (ctx: Ctx, params: Params) => Promise<void>): Route =>
    form(
      `${base}/${path}`,
      { ...work, params: meetingParams, body: emptyBody },
      async (ctx, { params }) => {
        await work_(ctx, params);
        return redirect(to(params));
      },
      (ctx, { params, errors }) => minutesPage(ctx, params, { errors }),
    );
  return [
    page(base, { ...work, params: meetingParams }, (ctx, { params }) => minutesPage(ctx, params, {})),
    page(`${base}.pdf`, { ...work, params: meetingParams }, async (ctx, { params }) => {
      const meeting = await meetingOf(ctx, await place(ctx, params), params.meetingId);
      const { bytes, name } = await printMinutes(ctx, meeting);
      return new Response(Uint8Array.from(bytes), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
        },
      });
    }),
    button('begin', async (ctx, params) =>
      service.beginMinutes(ctx, await place(ctx, params), params.meetingId),
    ),
    button('send', async (ctx, params) => {
      const where = await place(ctx, params);
      const meeting = await meetingOf(ctx, where, params.meetingId);
      const minutes = await service.minutesOf(ctx, meeting);
      if (minutes?.content.present.length === 0)
        throw invalid({ field: '', message: text[ctx.lang].nobodyCame });
      await service.sendMinutes(ctx, where, params.meetingId);
    }),
    button('back', async (ctx, params) => service.takeBack(ctx, await place(ctx, params), params.meetingId)),
    button('agree', async (ctx, params) => service.agree(ctx, await place(ctx, params), params.meetingId)),
    form(
      base,
      { ...work, params: meetingParams, body: generalBody },
      async (ctx, { params, body }) => {
        await writeGeneral(ctx, await place(ctx, params), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors, current }) =>
        minutesPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
    form(
      `${base}/remarks`,
      { ...work, params: meetingParams, body: remarkBody },
      async (ctx, { params, body }) => {
        await service.remark(ctx, await place(ctx, params), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => minutesPage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/remarks/:remarkId`,
      { ...work, params: remarkParams, body: replyBody },
      async (ctx, { params, body }) => {
        await service.replyTo(ctx, await place(ctx, params), params.meetingId, params.remarkId, body);
        return redirect(to(params));
      },
      (ctx, { params, errors }) => minutesPage(ctx, params, { errors }),
    ),
    form(
      `${base}/notes`,
      { ...work, params: meetingParams, body: noteBody },
      async (ctx, { params, body }) => {
        await service.addNote(ctx, await place(ctx, params), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => minutesPage(ctx, params, { values, errors }),
    ),
    ...writingRoutes(at),
  ];
}
