import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { type FormValues, typed } from '#kernel/forms/forms.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { anyBody, cancelBody, MARKS, type Mark, markQuery, sessionParams } from '../schema.ts';
import { text } from '../text.pl.ts';
import { CancelPage, MarkPage } from './pages/mark.tsx';
import { cancelSession, loadSession, markAttendance, readMarks, recordList } from './service.ts';

const MARK = { permission: 'session.mark', purpose: 'P3', params: sessionParams } as const;

const isMark = (value: unknown): value is Mark => (MARKS as readonly unknown[]).includes(value);

/** Beside each line somebody else has marked meanwhile: what they marked. The typing stays. */
function theirs(ctx: Ctx, current: Readonly<Record<string, unknown>> | null): FieldError[] {
  const t = text[ctx.lang];
  return Object.entries(current ?? {}).map(([field, mark]) => ({
    field,
    message: t.theirs(isMark(mark) ? t.marksLong[mark] : t.noMark),
  }));
}

async function markPage(
  ctx: Ctx,
  id: string,
  options: { preset?: boolean; saved?: boolean; again?: Rejected<unknown> } = {},
) {
  const { session, attendees } = await loadSession(ctx, id);
  await recordList(ctx, id, attendees);
  const { again } = options;
  return (
    <MarkPage
      session={session}
      attendees={attendees}
      formKey={newId()}
      preset={options.preset ?? false}
      saved={options.saved ?? false}
      typed={again?.values}
      errors={again && [...again.errors, ...theirs(ctx, again.current)]}
    />
  );
}

export const routes: readonly Route[] = [
  page('/sessions/:id', { ...MARK, personal: true, query: markQuery }, (ctx, { params, query }) =>
    markPage(ctx, params.id, { preset: query.preset === 'present', saved: query.saved === 'yes' }),
  ),
  form(
    '/sessions/:id',
    { ...MARK, personal: true, body: anyBody },
    async (ctx, input: { params: { id: string }; values: FormValues }) => {
      const { attendees } = await loadSession(ctx, input.params.id);
      const marks = readMarks(attendees, (name) => typed(input.values, name));
      await markAttendance(ctx, input.params.id, marks);
      return redirect(`/sessions/${input.params.id}?saved=yes`);
    },
    (ctx, again) => markPage(ctx, again.params.id, { again }),
  ),
  page('/sessions/:id/cancel', { ...MARK, personal: true }, async (ctx, { params }) => {
    const { session } = await loadSession(ctx, params.id);
    await recordList(ctx, params.id, []);
    return <CancelPage session={session} formKey={newId()} />;
  }),
  form('/sessions/:id/cancel', { ...MARK, body: cancelBody }, async (ctx, { params, body }) => {
    await cancelSession(ctx, params.id, {
      version: body._version,
      reason: body.reason,
      rest: body.scope === 'rest',
    });
    return redirect(`/sessions/${params.id}`);
  }),
];
