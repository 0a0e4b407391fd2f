import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { followUpsOf, outcomeOf } from '../../outcome/api.ts';
import { currentPlan, itemsOf, type Plan, type PlanItem } from '../../plan/api.ts';
import { reviewsOf } from '../../review/api.ts';
import type { SharedCase } from '../../schema.ts';
import { loadCase, terms } from '../../service.ts';
import { attendanceOf, type CaseAttendance } from '../../sessions/api.ts';
import { figure } from '../attendance/service.ts';
import {
  inLang,
  issue,
  namedPerson,
  namesOf,
  numberPart,
  officeOf,
  officialLang,
  partnershipName,
} from '../printing/service.ts';
import type { Block } from '../schema.ts';
import { type Text, text } from './text.pl.ts';

type Pair = readonly [string, string | null];

export interface Attended {
  readonly present: number;
  readonly all: number;
  readonly hours: number;
}
/** How often the person came to an item of the plan, of the sessions that were held. */
export function attended(item: PlanItem, marks: readonly CaseAttendance[]): Attended {
  const held = marks.filter((m) => m.lineageId === item.lineageId && !m.cancelled && m.mark !== null);
  const present = held.filter((m) => m.mark === 'present');
  return {
    present: present.length,
    all: held.length,
    hours: present.reduce((sum, m) => sum + (m.minutes === null ? m.hours : m.minutes / 60), 0),
  };
}

/**
 * What became of the case: outcome, dates, services used, follow-ups planned. Throws `not_found` before the outcome is
 * recorded and for whoever may not read it.
 */
export async function closingSummary(request: Ctx, caseId: string, wanted?: Lang): Promise<Response> {
  const lang = officialLang(request, wanted);
  const ctx = inLang(request, lang);
  const t = text[lang];
  const c = await loadCase(ctx, caseId);
  const outcome = await outcomeOf(ctx, caseId);
  if (!outcome) throw notFound();
  const person = await namedPerson(ctx, c);
  const plan = await currentPlan(ctx, caseId);
  const coordinator = (c.coordinatorId && (await namesOf(ctx, caseId)).get(c.coordinatorId)) ?? null;
  const [outcomes, evidence, progress] = [
    await terms(ctx, 'outcome'),
    await terms(ctx, 'evidence'),
    await terms(ctx, 'progress'),
  ];
  const label = (list: typeof outcomes, code: string) => list.find((o) => o.code === code)?.label ?? code;
  const kinds: Readonly<Record<string, string>> = t.hoursKinds;
  const result: Pair[] = [
    [t.main, label(outcomes, outcome.code)],
    [t.extra, outcome.extraCodes.map((code) => label(outcomes, code)).join('\n')],
    [t.evidence, label(evidence, outcome.evidence)],
    [t.started, outcome.employmentStartedOn && formatDate(outcome.employmentStartedOn, lang)],
    [t.hours, kinds[outcome.employmentHours] ?? null],
    outcome.openEnded
      ? [t.term, t.openEnded]
      : [t.months, outcome.plannedMonths === null ? null : String(outcome.plannedMonths)],
    [t.progress, outcome.progress.map((code) => label(progress, code)).join('\n')],
    [t.informed, formatDate(outcome.informedOn, lang)],
    [t.note, outcome.note],
  ];
  return issue(ctx, {
    kind: 'closing',
    objectId: c.id,
    subjects: [{ caseId: c.id, personId: c.personId }],
    classes: ['D1', 'D5', 'D6'],
    name: [t.file, numberPart(c.number)],
    lang,
    sheet: {
      title: t.title,
      institution: await officeOf(ctx, c.leadInstitutionId),
      number: c.number,
      blocks: [
        {
          kind: 'facts',
          pairs: [
            [t.person, person.name],
            [t.birth, person.birthDate && formatDate(person.birthDate, lang)],
            [t.partnership, await partnershipName(ctx, c)],
            [t.coordinator, coordinator],
          ],
        },
        { kind: 'heading', level: 1, text: t.outcome },
        { kind: 'facts', pairs: result.filter(([, value]) => value) },
        { kind: 'heading', level: 1, text: t.dates },
        { kind: 'facts', pairs: await course(ctx, t, c, plan, outcome.leftOn) },
        { kind: 'heading', level: 1, text: t.services },
        services(t, lang, plan, await attendanceOf(ctx, caseId)),
        { kind: 'heading', level: 1, text: t.followUps },
        await followUps(ctx, t, caseId),
        {
          kind: 'signatures',
          people: [
            { role: t.coordinator, name: coordinator, signed: null },
            { role: t.person, name: person.name, signed: null },
          ],
        },
      ],
    },
  });
}

async function course(ctx: Ctx, t: Text, c: SharedCase, plan: Plan | null, leftOn: string): Promise<Pair[]> {
  const { lang } = ctx;
  const reviews = (await reviewsOf(ctx, c.id)).map((r) => formatDate(r.heldOn, lang)).reverse();
  return [
    [t.opened, formatDate(warsawDate(c.openedAt), lang)],
    [t.intake, c.intakeOn && formatDate(c.intakeOn, lang)],
    [t.planSigned, plan?.signedOn ? t.planVersion(formatDate(plan.signedOn, lang), plan.version) : null],
    [t.reviews, reviews.join(', ')],
    [t.left, formatDate(leftOn, lang)],
  ];
}

const services = (t: Text, lang: Lang, plan: Plan | null, marks: readonly CaseAttendance[]): Block => ({
  kind: 'records',
  header: [t.service, t.who, t.when, t.state, t.attendance],
  columns: [5, 4, 'auto', 3, 3],
  empty: t.noServices,
  rows: (plan ? itemsOf(plan) : []).map((i) => {
    const a = attended(i, marks);
    return [
      i.serviceLabel,
      i.institutionName,
      t.period(formatDate(i.startsOn, lang), formatDate(i.dueOn, lang)),
      [t.states[i.progress.state], i.progress.reason].filter(Boolean).join('\n'),
      a.all === 0 ? '' : t.present(a.present, a.all, figure(a.hours, lang)),
    ];
  }),
});

async function followUps(ctx: Ctx, t: Text, caseId: string): Promise<Block> {
  const rows = (await followUpsOf(ctx, caseId)).map((f) => [
    t.stages[f.stage],
    formatDate(f.dueOn, ctx.lang),
    f.result === null
      ? t.planned
      : [t.results[f.result], f.doneOn && formatDate(f.doneOn, ctx.lang)].filter(Boolean).join('\n'),
  ]);
  return {
    kind: 'records',
    header: [t.stage, t.due, t.done],
    columns: [4, 2, 4],
    rows,
    empty: t.noFollowUps,
  };
}
