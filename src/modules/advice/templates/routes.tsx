import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { ledDesk, topicOptions } from '../setup/api.ts';
import { FactPage, FactsPage, type ShownFact } from './pages/facts.tsx';
import { TemplatePage, TemplatesPage } from './pages/templates.tsx';
import * as schema from './schema.ts';
import * as service from './service.ts';

const one = { permission: 'work', params: schema.deskParams } as const;
const template = { permission: 'work', params: schema.templateParams } as const;
const fact = { permission: 'library.edit', params: schema.factParams } as const;
const LIST = '/advice/desk/settings/:desk/templates';
const FACTS = '/advice/desk/facts';
type Again<P = unknown> = Partial<Pick<Rejected<P>, 'values' | 'errors' | 'current'>>;
const at = (desk: string) => `/advice/desk/settings/${desk}/templates`;

async function templatePage(
  ctx: Ctx,
  deskId: string,
  id: string | null,
  { values, errors, current }: Again = {},
) {
  const desk = await ledDesk(ctx, deskId);
  const found = id === null ? null : await service.templateOf(ctx, deskId, id);
  const listed = (await service.templatesOf(ctx, deskId)).find((t) => t.id === id);
  return (
    <TemplatePage
      desk={desk}
      id={id}
      name={found?.name ?? ''}
      version={found?.rowVersion ?? 0}
      doubts={listed?.doubts ?? []}
      preview={found && (await service.filled(ctx, found, '2026/000123'))}
      topics={await topicOptions(ctx)}
      formKey={newId()}
      values={
        values ??
        (found
          ? { name: found.name, topic: found.topicCode ?? '', lang: found.lang, body: found.body }
          : { lang: 'pl' })
      }
      errors={errors}
      {...(current && { now: current })}
    />
  );
}

async function shownFacts(ctx: Ctx): Promise<ShownFact[]> {
  const today = warsawDate(ctx.now);
  return (await service.facts(ctx)).map((f) => ({
    ...f,
    words: service.factWords(f, ctx.lang),
    now: f.validFrom <= today && (f.validTo === null || f.validTo >= today),
  }));
}

async function factPage(ctx: Ctx, code: string, { values, errors }: Again = {}) {
  const [found] = (await shownFacts(ctx)).filter((f) => f.code === code);
  if (!found) throw notFound();
  return <FactPage fact={found} formKey={newId()} values={values} errors={errors} />;
}

/** Texts to begin an answer with, and the facts of law they insert. */
export const templateRoutes: readonly Route[] = [
  page(LIST, one, async (ctx, { params }) => (
    <TemplatesPage
      desk={await ledDesk(ctx, params.desk)}
      templates={await service.templatesOf(ctx, params.desk)}
      topics={await topicOptions(ctx)}
    />
  )),
  page(`${LIST}/new`, one, (ctx, { params }) => templatePage(ctx, params.desk, null)),
  form(
    `${LIST}/new`,
    { ...one, body: schema.templateBody },
    async (ctx, { params, body }) =>
      redirect(`${at(params.desk)}/${await service.addTemplate(ctx, params.desk, body)}`),
    (ctx, again) => templatePage(ctx, again.params.desk, null, again),
  ),
  page(`${LIST}/:template`, template, (ctx, { params }) => templatePage(ctx, params.desk, params.template)),
  form(
    `${LIST}/:template`,
    { ...template, body: schema.templateBody },
    async (ctx, { params, body }) => {
      await service.saveTemplate(ctx, params.desk, params.template, body);
      return redirect(`${at(params.desk)}/${params.template}`);
    },
    (ctx, again) => templatePage(ctx, again.params.desk, again.params.template, again),
  ),
  form(`${LIST}/:template/end`, { ...template, body: schema.emptyBody }, async (ctx, { params }) => {
    await service.endTemplate(ctx, params.desk, params.template);
    return redirect(at(params.desk));
  }),
  page(FACTS, { permission: 'work' }, async (ctx) => (
    <FactsPage facts={await shownFacts(ctx)} mayEdit={service.mayEditFacts(ctx)} />
  )),
  page(`${FACTS}/:code`, fact, (ctx, { params }) => factPage(ctx, params.code)),
  form(
    `${FACTS}/:code`,
    { ...fact, body: schema.factBody },
    async (ctx, { params, body }) => {
      await service.changeFact(ctx, params.code, body);
      return redirect(FACTS);
    },
    (ctx, again) => factPage(ctx, again.params.code, again),
  ),
];
