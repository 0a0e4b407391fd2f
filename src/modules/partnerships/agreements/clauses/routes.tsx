import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody } from '../../schema.ts';
import { rightsOn } from '../../signing/service.ts';
import { boundsOf } from '../bounds/service.ts';
import { Remarks } from '../negotiation/pages/remarks.tsx';
import { answerBody, proposalBody, remarkBody, remarkParams } from '../negotiation/schema.ts';
import { answer, openRemarks, remarksOf, say, withdrawRemark } from '../negotiation/service.ts';
import { settingsBody, versionParams } from '../schema.ts';
import { agreementForMembers, changeSettings } from '../service.ts';
import { blanksOf } from './blanks/service.ts';
import { addClause, chooseVariant, editClause, leaveOutClause, moveClause } from './editing/service.ts';
import { BuilderPage } from './pages/builder.tsx';
import { ClausePage } from './pages/clause.tsx';
import { addBody, clauseParams, editBody, moveBody, variantBody } from './schema.ts';
import { clausesOf, dictionaryOf, lacksOf, variantsOf } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const work = { permission: 'work' } as const;
const ONE = '/partnerships/:id/agreements/:version';
const CLAUSE = `${ONE}/clauses/:clause`;
interface At {
  readonly id: string;
  readonly version: number;
  readonly clause: string;
}
interface Back {
  readonly form: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}
const builderAt = (at: { id: string; version: number }) =>
  `/partnerships/${at.id}/agreements/${at.version}/edit`;
const clauseAt = (at: At) => `/partnerships/${at.id}/agreements/${at.version}/clauses/${at.clause}`;
const clauseForm = { ...manage, params: clauseParams };

/** The builder of a draft, its clauses one by one, and what the members say to each. */
export const clauseRoutes: readonly Route[] = [
  page(`${ONE}/edit`, { ...manage, params: versionParams }, (ctx, { params }) => builder(ctx, params)),
  form(
    `${ONE}/edit`,
    { ...manage, params: versionParams, body: settingsBody },
    async (ctx, { params, body }) => {
      await changeSettings(ctx, params.id, params.version, body);
      return redirect(builderAt(params));
    },
    (ctx, { params, values, errors }) => builder(ctx, params, { form: 'settings', values, errors }),
  ),
  form(
    `${ONE}/clauses`,
    { ...manage, params: versionParams, body: addBody },
    async (ctx, { params, body }) => {
      await addClause(ctx, params.id, params.version, body);
      return redirect(builderAt(params));
    },
    (ctx, { params, values, errors }) => builder(ctx, params, { form: 'own', values, errors }),
  ),
  page(CLAUSE, { ...work, params: clauseParams }, (ctx, { params }) => clausePage(ctx, params)),
  form(
    CLAUSE,
    { ...clauseForm, body: editBody },
    async (ctx, { params, body }) => {
      await editClause(ctx, params, body);
      return redirect(builderAt(params));
    },
    (ctx, { params, values, errors }) => clausePage(ctx, params, { form: 'edit', values, errors }),
  ),
  form(`${CLAUSE}/variant`, { ...clauseForm, body: variantBody }, async (ctx, { params, body }) => {
    await chooseVariant(ctx, params, body.variant);
    return redirect(clauseAt(params));
  }),
  form(`${CLAUSE}/move`, { ...clauseForm, body: moveBody }, async (ctx, { params, body }) => {
    await moveClause(ctx, params, body.to);
    return redirect(builderAt(params));
  }),
  form(`${CLAUSE}/leave-out`, { ...clauseForm, body: emptyBody }, async (ctx, { params }) => {
    await leaveOutClause(ctx, params);
    return redirect(builderAt(params));
  }),
  form(
    `${CLAUSE}/remarks`,
    { ...work, params: clauseParams, body: remarkBody },
    async (ctx, { params, body }) => {
      await say(ctx, params, { body: body.body, newText: null });
      return redirect(`${clauseAt(params)}#remarks`);
    },
    (ctx, { params, values, errors }) => clausePage(ctx, params, { form: 'remark', values, errors }),
  ),
  form(
    `${CLAUSE}/proposals`,
    { ...work, params: clauseParams, body: proposalBody },
    async (ctx, { params, body }) => {
      await say(ctx, params, { body: body.why, newText: body.newText });
      return redirect(`${clauseAt(params)}#remarks`);
    },
    (ctx, { params, values, errors }) => clausePage(ctx, params, { form: 'proposal', values, errors }),
  ),
  form(
    `${CLAUSE}/remarks/:remark`,
    { ...manage, params: remarkParams, body: answerBody },
    async (ctx, { params, body }) => {
      await answer(ctx, params, body);
      return redirect(`${clauseAt(params)}#remarks`);
    },
    (ctx, { params, values, errors }) => clausePage(ctx, params, { form: params.remark, values, errors }),
  ),
  form(
    `${CLAUSE}/remarks/:remark/withdraw`,
    { ...work, params: remarkParams, body: emptyBody },
    async (ctx, { params }) => {
      await withdrawRemark(ctx, params);
      return redirect(`${clauseAt(params)}#remarks`);
    },
  ),
];

async function builder(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  back?: Back & { form: 'settings' | 'own' },
) {
  const { partnership, agreement } = await agreementForMembers(ctx, id, version);
  if (agreement.state !== 'draft' || !(await rightsOn(ctx, id, agreement)).coordinates) throw notFound();
  const clauses = await clausesOf(ctx, agreement);
  const { remarks, proposals, byClause } = await openRemarks(ctx, agreement);
  return (
    <BuilderPage
      partnership={partnership}
      agreement={agreement}
      dictionary={await dictionaryOf(ctx, ctx.lang)}
      clauses={clauses}
      lacks={await lacksOf(ctx, agreement, clauses)}
      remarks={remarks}
      proposals={proposals}
      open={byClause}
      newKey={newId}
      back={back}
    />
  );
}

async function clausePage(ctx: Ctx, at: At, back?: Back) {
  const { partnership, agreement } = await agreementForMembers(ctx, at.id, at.version);
  const clauses = await clausesOf(ctx, agreement);
  const clause = clauses.find((c) => c.id === at.clause);
  if (!clause) throw notFound();
  const bounds = await boundsOf(ctx, agreement, clauses);
  const { coordinates, negotiates } = await rightsOn(ctx, at.id, agreement);
  const edits = back?.form === 'edit' ? back : undefined;
  return (
    <ClausePage
      partnership={partnership}
      agreement={agreement}
      clause={clause}
      entry={(await dictionaryOf(ctx, ctx.lang)).find((c) => c.code === clause.code) ?? null}
      variants={clause.code ? await variantsOf(ctx, agreement.language, clause.code) : []}
      blanks={await blanksOf(ctx, agreement)}
      bounds={bounds.filter((b) => b.within && b.clauses.some((c) => c.id === clause.id))}
      coordinates={coordinates}
      newKey={newId}
      failed={(back?.errors.length ?? 0) > 0}
      back={edits}
      remarks={
        <Remarks
          base={clauseAt(at)}
          language={agreement.language}
          clause={clause}
          remarks={await remarksOf(ctx, agreement, clause.id)}
          negotiates={negotiates}
          answers={coordinates && agreement.state === 'draft'}
          newKey={newId}
          back={edits ? undefined : back}
        />
      }
    />
  );
}
