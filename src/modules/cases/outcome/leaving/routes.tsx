import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { RefusedPage } from '../../pages/refused.tsx';
import { caseParams } from '../../schema.ts';
import { caseHead, loadCase, recordView, terms, today } from '../../service.ts';
import { text } from '../text.pl.ts';
import { ArchivePage, ReopenPage, WithdrawPage } from './pages/leaving.tsx';
import { archiveBody, holdBody, noBody, withdrawBody } from './schema.ts';
import {
  archiveDecision,
  archiveOf,
  archiveReading,
  holdDecision,
  holdErasure,
  openArchive,
  reopenCase,
  reopening,
  withdrawCase,
  withdrawDecision,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P5', personal: true, params: caseParams } as const;
const DIRECT = { permission: 'case.coordinate', purpose: 'P5', personal: true, params: caseParams } as const;

interface Again {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

async function withdrawPage(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'case', ['D1']);
  const answer = await withdrawDecision(ctx, c);
  if (!answer.allowed) {
    const t = text[ctx.lang];
    const head = await caseHead(ctx, c);
    const title = t.leaving.withdrawTitle;
    return (
      <RefusedPage head={head} current="summary" title={title} reason={answer.reason} words={t.refusals} />
    );
  }
  return (
    <WithdrawPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      reasons={await terms(ctx, 'withdrawal')}
      values={again.values ?? { said_on: formatDate(today(ctx), 'pl') }}
      errors={again.errors}
    />
  );
}

async function reopenPage(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'case', ['D1']);
  const answer = await reopening(ctx, c);
  return (
    <ReopenPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      refusal={answer.allowed ? null : answer.reason}
      errors={again.errors}
    />
  );
}

async function archivePage(ctx: Ctx, id: string, again: Again = {}) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'archive', ['D1']);
  return (
    <ArchivePage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      reasons={await terms(ctx, 'archive_reason')}
      archive={await archiveOf(ctx, id)}
      readingUntil={await archiveReading(ctx, id)}
      mayOpen={archiveDecision(ctx, c).allowed}
      mayHold={holdDecision(ctx, c).allowed}
      {...again}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/withdraw', DIRECT, (ctx, { params }) => withdrawPage(ctx, params.id)),
  form(
    '/cases/:id/withdraw',
    { ...DIRECT, body: withdrawBody },
    async (ctx, { params, body }) => {
      const { reason, said_on: saidOn, way, note } = body;
      await withdrawCase(ctx, params.id, { reason, saidOn, way, note });
      return redirect(`/cases/${params.id}`);
    },
    (ctx, { params, values, errors }) => withdrawPage(ctx, params.id, { values, errors }),
  ),
  page('/cases/:id/reopen', DIRECT, (ctx, { params }) => reopenPage(ctx, params.id)),
  form(
    '/cases/:id/reopen',
    { ...DIRECT, body: noBody },
    async (ctx, { params }) => redirect(`/cases/${await reopenCase(ctx, params.id)}/basis`),
    (ctx, { params, errors }) => reopenPage(ctx, params.id, { errors }),
  ),
  page('/cases/:id/archive', READ, (ctx, { params }) => archivePage(ctx, params.id)),
  form(
    '/cases/:id/archive',
    { ...READ, body: archiveBody },
    async (ctx, { params, body }) => {
      await openArchive(ctx, params.id, body);
      return redirect(`/cases/${params.id}`);
    },
    (ctx, { params, values, errors }) => archivePage(ctx, params.id, { values, errors }),
  ),
  form(
    '/cases/:id/archive/hold',
    { ...READ, body: holdBody },
    async (ctx, { params, body }) => {
      await holdErasure(ctx, params.id, body.hold === '' ? null : body.hold);
      return redirect(`/cases/${params.id}/archive`);
    },
    (ctx, { params, values, errors }) => archivePage(ctx, params.id, { values, errors }),
  ),
];
