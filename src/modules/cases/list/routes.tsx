import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { deadline, terms } from '../service.ts';
import { type CheckedList, checkList, rememberColumns } from './check/service.ts';
import { ColumnsPage } from './pages/columns.tsx';
import { ConfirmPage } from './pages/confirm.tsx';
import { ImportPage, ProgressPage } from './pages/import.tsx';
import { UploadPage } from './pages/upload.tsx';
import {
  canContinue,
  contentOf,
  createdBy,
  listImports,
  loadImport,
  queueImport,
  recipients,
  setReading,
  uploadList,
} from './run/service.ts';
import {
  COLUMN_KEYS,
  type ColumnsForm,
  columnsBody,
  confirmBody,
  importParams,
  importQuery,
  type ListImport,
  type Reading,
  uploadBody,
} from './schema.ts';
import { countRows, errorFile, isBad, shownRows } from './service.ts';
import { text } from './text.pl.ts';

const IMPORT = { permission: 'list.import', purpose: 'P1' } as const;
const PERSONAL = { ...IMPORT, personal: true } as const;
const here = (id: string) => `/referrals/import/${id}`;
const crumbs = (ctx: Ctx, list?: ListImport, deep = false) => [
  { href: '/referrals', label: text[ctx.lang].referrals },
  ...(list ? [{ href: '/referrals/import', label: text[ctx.lang].title }] : []),
  ...(list && deep ? [{ href: here(list.id), label: list.fileName }] : []),
];

async function uploadPage(ctx: Ctx, errors?: readonly FieldError[]) {
  return (
    <UploadPage formKey={newId()} imports={await listImports(ctx)} crumbs={crumbs(ctx)} errors={errors} />
  );
}

/** The list read and checked as it stands now, recorded as seen. */
async function opened(ctx: Ctx, id: string): Promise<{ list: ListImport; checked: CheckedList }> {
  const list = await loadImport(ctx, id);
  const checked = await checkList(ctx, await contentOf(ctx, id), {
    reading: list.reading,
    partnershipId: list.partnershipId,
  });
  await record(ctx, { action: 'view', objectType: 'list_import', objectId: id, classes: ['D1', 'D2'] });
  return { list, checked };
}

async function columnsPage(
  ctx: Ctx,
  id: string,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const { list, checked } = await opened(ctx, id);
  if (!canContinue(ctx, list)) throw notFound();
  const found = COLUMN_KEYS.map((key) => [`c_${key}`, String(checked.columns.mapping[key] ?? '')]);
  const { encoding = '', separator = '', sheet = '' } = list.reading;
  return (
    <ColumnsPage
      list={list}
      table={checked.table}
      columns={checked.columns}
      values={again?.values ?? { ...Object.fromEntries(found), encoding, separator, sheet }}
      errors={again?.errors}
      crumbs={crumbs(ctx, list, true)}
      formKey={newId()}
    />
  );
}

/** What a person answered about the file. Throws `invalid` when one column was given two meanings. */
function readingFrom(ctx: Ctx, body: ColumnsForm): Reading {
  const columns: Partial<Record<(typeof COLUMN_KEYS)[number], number>> = {};
  const taken = new Set<string>();
  for (const key of COLUMN_KEYS) {
    const index = body[`c_${key}`];
    if (index === '') continue;
    if (taken.has(index)) throw invalid({ field: `c_${key}`, message: text[ctx.lang].ask.twice });
    taken.add(index);
    columns[key] = Number(index);
  }
  const { encoding, separator, sheet } = body;
  return { columns, ...(encoding && { encoding }), ...(separator && { separator }), ...(sheet && { sheet }) };
}

async function confirmPage(
  ctx: Ctx,
  id: string,
  again?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const { list, checked } = await opened(ctx, id);
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
      crumbs={crumbs(ctx, list, true)}
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
        return <ProgressPage list={list} crumbs={crumbs(ctx, list)} />;
      }
      const created = await createdBy(ctx, list.id);
      const checked = list.kept ? (await opened(ctx, list.id)).checked : null;
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
          crumbs={crumbs(ctx, list)}
        />
      );
    },
  ),
  page('/referrals/import/:id/errors', { ...PERSONAL, params: importParams }, async (ctx, { params }) => {
    const { list, checked } = await opened(ctx, params.id);
    await record(ctx, {
      action: 'export',
      objectType: 'list_import',
      objectId: list.id,
      classes: ['D1', 'D2'],
      detail: { rows: checked.rows.filter(isBad).length },
    });
    const name = `${text[ctx.lang].errorFile.name}-${list.id.slice(-6)}.csv`;
    return new Response(errorFile(ctx, checked), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  }),
  page('/referrals/import/:id/columns', { ...PERSONAL, params: importParams }, (ctx, { params }) =>
    columnsPage(ctx, params.id),
  ),
  form(
    '/referrals/import/:id/columns',
    { ...PERSONAL, params: importParams, body: columnsBody },
    async (ctx, { params, body }) => {
      const list = await loadImport(ctx, params.id);
      const how = readingFrom(ctx, body);
      const checked = await checkList(ctx, await contentOf(ctx, params.id), { reading: how });
      await setReading(ctx, list, how, checked.rows.length);
      await rememberColumns(ctx, await contentOf(ctx, params.id), how);
      return redirect(here(params.id));
    },
    (ctx, { params, values, errors }) => columnsPage(ctx, params.id, { values, errors }),
  ),
  page('/referrals/import/:id/confirm', { ...PERSONAL, params: importParams }, (ctx, { params }) =>
    confirmPage(ctx, params.id),
  ),
  form(
    '/referrals/import/:id/confirm',
    { ...PERSONAL, params: importParams, body: confirmBody },
    async (ctx, { params, body }) => {
      const { list, checked } = await opened(ctx, params.id);
      const partnershipId = body.partnership || checked.partnership?.id;
      const { good } = countRows(checked);
      if (!partnershipId || good === 0) throw invalid({ field: '', message: text[ctx.lang].confirm.changed });
      const how = { partnershipId, recipientId: body.recipient, informedForm: body.informed_form };
      // A second click, or a list already under way: the page of the list says how it stands.
      if (await queueImport(ctx, list, how, good)) {
        const { accountId: account, subjectId: worker } = ctx.actor;
        await enqueue(ctx, 'cases.list_import', { id: list.id, account, worker }, { key: `list:${list.id}` });
      }
      return redirect(here(params.id));
    },
    (ctx, { params, values, errors }) => confirmPage(ctx, params.id, { values, errors }),
  ),
];
