import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { enqueueImport } from '#kernel/tabular/imports.ts';
import { csvDownload } from '#kernel/tabular/problems.ts';
import { deadline, terms } from '../service.ts';
import { routes as columns } from './columns/routes.tsx';
import { ConfirmPage } from './pages/confirm.tsx';
import { ImportPage, ProgressPage } from './pages/import.tsx';
import { UploadPage } from './pages/upload.tsx';
import {
  canContinue,
  createdBy,
  listImports,
  loadImport,
  queueImport,
  recipients,
  uploadList,
} from './run/service.ts';
import { confirmBody, IMPORT_TASK, importParams, importQuery, uploadBody } from './schema.ts';
import { countRows, crumbs, errorFile, isBad, shownRows } from './service.ts';
import { text } from './text.pl.ts';
import { openList } from './writing/service.ts';

const IMPORT = { permission: 'list.import', purpose: 'P1' } as const;
const PERSONAL = { ...IMPORT, personal: true } as const;
const here = (id: string) => `/referrals/import/${id}`;
async function uploadPage(ctx: Ctx, errors?: readonly FieldError[]) {
  return (
    <UploadPage
      formKey={newId()}
      imports={await listImports(ctx)}
      crumbs={crumbs(ctx.lang)}
      errors={errors}
    />
  );
}

async function confirmPage(
  ctx: Ctx,
  id: string,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const { list, checked } = await openList(ctx, id);
  const { partnership } = checked;
  if (!canContinue(ctx, list) || !partnership) throw notFound();
  const to = await recipients(ctx, partnership.id);
  const forms = await terms(ctx, 'informed_form');
  const counts = countRows(checked);
  return (
    <ConfirmPage
      list={list}
      good={counts.good}
      bad={counts.bad}
      dueOn={await deadline(ctx, 'answer_referral')}
      partnership={partnership}
      partnerships={checked.partnerships}
      recipients={to}
      forms={forms}
      values={again?.values ?? { recipient: to[0]?.id ?? '', informed_form: '' }}
      errors={again?.errors}
      crumbs={crumbs(ctx.lang, list, true)}
      formKey={newId()}
    />
  );
}

export const routes: readonly Route[] = [
  page('/referrals/import', IMPORT, (ctx) => uploadPage(ctx)),
  form(
    '/referrals/import',
    { ...IMPORT, body: uploadBody },
    async (ctx, { body }) => {
      const id = await uploadList(ctx, body.file.name, new Uint8Array(await body.file.arrayBuffer()));
      return redirect(here(id));
    },
    (ctx, { errors }) => uploadPage(ctx, errors),
  ),
  page(
    '/referrals/import/:id',
    { ...PERSONAL, params: importParams, query: importQuery },
    async (ctx, { params, query }) => {
      const list = await loadImport(ctx, params.id);
      if (list.state === 'queued' || list.state === 'running') {
        await record(ctx, { action: 'view', objectType: 'list_import', objectId: list.id });
        return <ProgressPage list={list} crumbs={crumbs(ctx.lang, list)} />;
      }
      const created = await createdBy(ctx, list.id);
      const checked = list.kept ? (await openList(ctx, list.id)).checked : null;
      if (!checked) await record(ctx, { action: 'view', objectType: 'list_import', objectId: list.id });
      // Nobody reads rows that were read wrong: the question about columns comes first.
      if (checked?.uncertain && list.state === 'uploaded' && canContinue(ctx, list))
        return redirect(`${here(list.id)}/columns`);
      return (
        <ImportPage
          list={list}
          counts={checked && countRows(checked)}
          shown={checked && shownRows(ctx.lang, checked, query)}
          readAs={
            checked && {
              format: `${checked.table.format.toUpperCase()}, ${checked.table.encoding}`,
              columns: checked.table.headers.length,
            }
          }
          mayContinue={canContinue(ctx, list)}
          created={created}
          crumbs={crumbs(ctx.lang, list)}
        />
      );
    },
  ),
  page('/referrals/import/:id/errors', { ...PERSONAL, params: importParams }, async (ctx, { params }) => {
    const { list, checked } = await openList(ctx, params.id);
    await record(ctx, {
      action: 'export',
      objectType: 'list_import',
      objectId: list.id,
      classes: ['D1', 'D2'],
      detail: { rows: checked.rows.filter(isBad).length },
    });
    const name = `${text[ctx.lang].errorFile.name}-${list.id.slice(-6)}.csv`;
    return csvDownload(name, errorFile(ctx, checked));
  }),
  ...columns,
  page('/referrals/import/:id/confirm', { ...PERSONAL, params: importParams }, (ctx, { params }) =>
    confirmPage(ctx, params.id),
  ),
  form(
    '/referrals/import/:id/confirm',
    { ...PERSONAL, params: importParams, body: confirmBody },
    async (ctx, { params, body }) => {
      const { list, checked } = await openList(ctx, params.id);
      const partnershipId = body.partnership || checked.partnership?.id;
      const { good } = countRows(checked);
      if (!partnershipId || good === 0) throw invalid({ field: '', message: text[ctx.lang].confirm.changed });
      const how = { partnershipId, recipientId: body.recipient, informedForm: body.informed_form };
      // A second click, or a list already under way: the page of the list says how it stands.
      if (await queueImport(ctx, list, how, good)) await enqueueImport(ctx, IMPORT_TASK, list.id);
      return redirect(here(params.id));
    },
    (ctx, { params, values, errors }) => confirmPage(ctx, params.id, { values, errors }),
  ),
];
