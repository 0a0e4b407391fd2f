import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newSecret } from '#kernel/ids.ts';
import { helpLines } from '#modules/site/api.ts';
import { counties } from '#modules/territory/api.ts';
import { type Hours, publicHours } from '../../rota/api.ts';
import { categories, desks, mayBeCrisis, named, rule, topicGroups } from '../../service.ts';
import { topicsOf } from '../../setup/api.ts';
import { filesIn } from '../service.ts';
import { AskPage } from './pages/ask.tsx';
import { type AskQuery, askBody, askQuery, suggestBody } from './schema.ts';
import { ask, LOOK_FIRST, suggestions } from './service.ts';

const open = { permission: 'public' } as const;

/** So many desks are shown with their hours. */
const MOST_HOURS = 6;

async function askPage(
  ctx: Ctx,
  values: FormValues,
  { errors = [], look = false }: { errors?: readonly FieldError[]; look?: boolean } = {},
) {
  const words = typeof values.words === 'string' ? values.words : '';
  const open = (await desks(ctx)).filter((desk) => desk.isOpen);
  const asked = open.find((desk) => desk.slug === values.desk) ?? open[0];
  const hours = new Map<string, Hours>();
  for (const { id, phone, email } of open.slice(0, MOST_HOURS))
    if (phone !== '' || email !== '') hours.set(id, await publicHours(ctx, id));
  return (
    <AskPage
      view={{
        once: typeof values.once === 'string' && values.once !== '' ? values.once : newSecret(),
        desks: open,
        hours,
        topics: await topicGroups(ctx, asked && (await topicsOf(ctx, asked.id))),
        counties: (await counties(ctx)).map(({ code, name }) => ({ value: code, label: name })),
        callers: (await categories(ctx)).map((row) => ({ value: row.code, label: named(ctx, row) })),
        lines: await helpLines(ctx),
        days: await rule(ctx, 'first_answer_days'),
        months: await rule(ctx, 'contact_months'),
      }}
      values={values}
      errors={errors.length > 0 ? errors : undefined}
      suggested={look ? await suggestions(ctx, words) : null}
      crisis={words !== '' && (await mayBeCrisis(ctx, words))}
    />
  );
}

/** The form again: what was typed, what is wrong, and, asked for, what may answer it already. */
const again = (ctx: Ctx, rejected: { values: FormValues; errors: readonly FieldError[] }) =>
  askPage(ctx, rejected.values, {
    errors: rejected.errors.filter(({ message }) => message !== LOOK_FIRST),
    look: rejected.values.looked === 'yes' || rejected.errors.some(({ message }) => message === LOOK_FIRST),
  });

const valuesOf = ({ desk, topic, county }: AskQuery): FormValues => ({
  topic,
  county: county ?? '',
  ...(desk !== '' && { desk }),
});

/** The question of anybody, and what may answer it while it is typed. */
export const formRoutes: readonly Route[] = [
  page('/advice', { ...open, query: askQuery }, (ctx, { query }) => askPage(ctx, valuesOf(query))),
  form(
    '/advice',
    { ...open, body: askBody },
    async (ctx, { body, values }) => {
      const secret = await ask(ctx, body, filesIn(ctx, values.files));
      return redirect(secret === null ? '/advice' : `/advice/q/${secret}?done=sent`);
    },
    again,
  ),
  form(
    '/advice/suggest',
    { ...open, body: suggestBody },
    async (ctx, { body }) => {
      if (body.as !== 'json') throw invalid({ field: '', message: LOOK_FIRST });
      return Response.json(
        { help: await mayBeCrisis(ctx, body.words), items: await suggestions(ctx, body.words, body.topic) },
        { headers: { 'cache-control': 'no-store' } },
      );
    },
    again,
  ),
];
