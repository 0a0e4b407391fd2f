import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { Stage } from '../../initiative/pages/stage.tsx';
import { stageOf } from '../../initiative/stage/service.ts';
import { idParams } from '../../schema.ts';
import { rightsOn } from '../../signing/service.ts';
import { openRemarks } from '../negotiation/service.ts';
import { VersionsPage } from '../pages/list.tsx';
import { StartPage } from '../pages/start.tsx';
import { startBody } from '../schema.ts';
import { agreementOf, partnershipForMembers, versionsOf } from '../service.ts';
import { text } from '../text.pl.ts';
import { startDraft } from './service.ts';

const ALL = '/partnerships/:id/agreements';
const manage = { permission: 'partnership.manage', params: idParams } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

/** The versions of the agreement of a partnership, and the beginning of the next one. */
export const startingRoutes: readonly Route[] = [
  page(ALL, { permission: 'work', params: idParams }, (ctx, { params }) => listPage(ctx, params.id)),
  page(`${ALL}/new`, manage, (ctx, { params }) => startPage(ctx, params.id, {})),
  form(
    `${ALL}/new`,
    { ...manage, body: startBody },
    async (ctx, { params: { id }, body }) => {
      const version = await startDraft(ctx, id, body);
      return redirect(`/partnerships/${id}/agreements/${version}/edit`);
    },
    (ctx, { params, values, errors }) => startPage(ctx, params.id, { values, errors }),
  ),
];

async function listPage(ctx: Ctx, id: string) {
  const partnership = await partnershipForMembers(ctx, id);
  const versions = await versionsOf(ctx, id);
  const draft = versions.find((v) => v.state === 'draft');
  const t = text[ctx.lang].negotiation;
  const open = draft && (await openRemarks(ctx, await agreementOf(ctx, id, draft.version)));
  const { coordinates } = await rightsOn(ctx, id, null);
  return (
    <VersionsPage
      partnership={partnership}
      versions={versions}
      coordinates={coordinates}
      waiting={
        !open
          ? null
          : open.remarks + open.proposals === 0
            ? t.noneOpen
            : t.open(t.remarks(open.remarks), t.proposals(open.proposals))
      }
      stage={<Stage stage={await stageOf(ctx, partnership)} />}
    />
  );
}

async function startPage(ctx: Ctx, id: string, sent: Sent) {
  const partnership = await partnershipForMembers(ctx, id);
  if (!(await rightsOn(ctx, id, null)).coordinates) throw notFound();
  const versions = await versionsOf(ctx, id);
  const before = versions.find((v) => v.state === 'in_force') ?? versions[0] ?? null;
  return <StartPage partnership={partnership} before={before} formKey={newId()} {...sent} />;
}
