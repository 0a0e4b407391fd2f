import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate } from '#kernel/time.ts';
import { type Goal, instruments, itemsOf, type Plan, planVersion } from '../../plan/api.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase } from '../../service.ts';
import {
  grouped,
  inLang,
  issue,
  type Named,
  namedPerson,
  namesOf,
  numberPart,
  officeOf,
  partnershipName,
} from '../printing/service.ts';
import type { Block } from '../schema.ts';
import { easyBlocks } from './easy/service.ts';
import * as queries from './queries.ts';
import { signatories } from './signatures/service.ts';
import { type Text, text } from './text.pl.ts';

/**
 * A version of the plan with its signatures: those given say when and how, the missing ones leave a line to sign on.
 * `easy`: in large letters and short sentences for the person. Throws `not_found` for a plan the reader may not see,
 * or one of another case.
 */
export async function planDocument(
  request: Ctx,
  planId: string,
  how: { lang?: Lang; easy?: boolean; caseId?: string } = {},
): Promise<Response> {
  const lang = how.lang ?? request.lang;
  const ctx = inLang(request, lang);
  const t = text[lang];
  const plan = await planVersion(ctx, planId);
  if (how.caseId && plan.caseId !== how.caseId) throw notFound();
  const c = await loadCase(ctx, plan.caseId);
  const person = await namedPerson(ctx, c);
  const lead = await officeOf(ctx, c.leadInstitutionId);
  const names = await namesOf(ctx, c.id);
  const coordinator = (c.coordinatorId && names.get(c.coordinatorId)) ?? null;
  const easy = how.easy ?? false;
  return issue(ctx, {
    kind: 'plan',
    objectId: plan.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1', 'D5'],
    name: [t.file, numberPart(c.number), `w${plan.version}`, ...(easy ? ['etr'] : [])],
    lang,
    sheet: {
      title: easy ? t.easy.title : t.title,
      institution: lead,
      number: c.number,
      version: String(plan.version),
      large: easy,
      blocks: easy
        ? easyBlocks(t, lang, plan, person, { name: coordinator, institution: lead?.name ?? '' })
        : await fullBlocks(ctx, t, c, plan, person, coordinator),
    },
  });
}

async function fullBlocks(
  ctx: Ctx,
  t: Text,
  c: SharedCase,
  plan: Plan,
  person: Named,
  coordinator: string | null,
): Promise<Block[]> {
  const { lang } = ctx;
  const day = (date: string | null) => date && formatDate(date, lang);
  return [
    ...(t.states[plan.state] ? [{ kind: 'notice' as const, text: t.states[plan.state] }] : []),
    {
      kind: 'facts',
      pairs: [
        [t.person, person.name],
        [t.birth, day(person.birthDate)],
        [t.partnership, await partnershipName(ctx, c)],
        [t.coordinator, coordinator],
        [t.signedOn, day(plan.signedOn)],
        [t.review, day(plan.nextReviewOn)],
        [t.contact, plan.contactEveryDays && t.contactText(plan.contactEveryDays, plan.contactFormLabel)],
      ].map(([label, value]) => [String(label), value ? String(value) : null] as const),
    },
    { kind: 'heading', level: 1, text: t.goals },
    ...plan.goals.flatMap((goal, i) => goalBlocks(t, lang, goal, i + 1)),
    { kind: 'heading', level: 1, text: t.obligation },
    { kind: 'text', text: plan.ownObligation || t.none },
    ...(await instrumentBlocks(ctx, t, c.id)),
    ...(await warningBlocks(ctx, t, plan)),
    { kind: 'heading', level: 1, text: t.signatures },
    { kind: 'signatures', people: await signatories(ctx, t, plan, person, coordinator) },
    { kind: 'small', text: plan.contentHash ? t.hash(grouped(plan.contentHash)) : t.noHash },
  ];
}

function goalBlocks(t: Text, lang: Lang, goal: Goal, n: number): Block[] {
  const hours = (value: number | null) =>
    value === null ? '' : t.hours(new Intl.NumberFormat(lang).format(value));
  return [
    { kind: 'heading', level: 2, text: t.goal(n, goal.title) },
    {
      kind: 'facts',
      pairs: [
        [t.measure, goal.measure],
        [t.due, formatDate(goal.dueOn, lang)],
      ],
    },
    {
      kind: 'records',
      header: [t.item, t.responsible, t.when, t.where, t.financing],
      columns: [5, 5, 'auto', 4, 4],
      empty: t.noItems,
      rows: goal.items.map((i) => [
        [i.serviceLabel, i.description].filter(Boolean).join('\n'),
        [i.workerName, i.institutionName].filter(Boolean).join('\n'),
        t.period(formatDate(i.startsOn, lang), formatDate(i.dueOn, lang)),
        [i.place, hours(i.hours)].filter(Boolean).join('\n'),
        i.financingLabel,
      ]),
    },
  ];
}

async function instrumentBlocks(ctx: Ctx, t: Text, caseId: string): Promise<Block[]> {
  const list = await instruments(ctx, caseId);
  if (list.length === 0) return [];
  const day = (words: (date: string) => string, date: string | null) =>
    date === null ? [] : [words(formatDate(date, ctx.lang))];
  return [
    { kind: 'heading', level: 1, text: t.instruments },
    {
      kind: 'records',
      header: [t.instrument, t.number, t.owner, t.dates],
      columns: [4, 3, 4, 3],
      rows: list.map((i) => [
        i.label,
        i.number,
        i.institutionName,
        [...day(t.of, i.signedOn), ...day(t.from, i.startedOn), ...day(t.to, i.endsOn)].join('\n'),
      ]),
    },
  ];
}

/** What was confirmed, in the words and with the source of the dictionary: `code` or `code:lineage…` is a key. */
async function warningBlocks(ctx: Ctx, t: Text, plan: Plan): Promise<Block[]> {
  const keys = plan.confirmedWarnings.map((key) => key.split(':'));
  if (keys.length === 0) return [];
  const rules = await queries.findWarnings(ctx, [...new Set(keys.map(([code]) => code ?? ''))]);
  const items = new Map(itemsOf(plan).map((i) => [i.lineageId, i.serviceLabel]));
  const lines = rules.flatMap((rule) =>
    keys
      .filter(([code]) => code === rule.code)
      .map(([, ...lineages]) => {
        const about = lineages.flatMap((id) => items.get(id) ?? []).join(', ');
        const sentence = (ctx.lang === 'en' ? rule.en : ctx.lang === 'uk' ? rule.uk : null) ?? rule.pl;
        return [sentence, about && t.about(about), t.source(rule.source)].filter(Boolean).join(' ');
      }),
  );
  return [
    { kind: 'heading', level: 1, text: t.warnings },
    { kind: 'bullets', items: lines },
  ];
}
