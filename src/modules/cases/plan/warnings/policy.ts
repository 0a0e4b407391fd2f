import { z } from 'zod';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import { itemsOf, type Plan, type PlanItem } from '../schema.ts';

/** The parameters of a warning as they stand in the dictionary `plan_warning`; the kind names the rule. */
const common = { confirm: z.string().optional(), notify: z.string().optional() };
const ruleMeta = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('instrument'), instruments: z.array(z.string()) }),
  z.object({ ...common, kind: z.literal('flag'), flag: z.string() }),
  z.object({ ...common, kind: z.literal('service'), services: z.array(z.string()) }),
  z.object({ ...common, kind: z.literal('same_cost') }),
  z.object({ ...common, kind: z.literal('exclusive') }),
  z.object({ ...common, kind: z.literal('plan_length'), months: z.number() }),
  z.object({ ...common, kind: z.literal('length'), services: z.array(z.string()), months: z.number() }),
  z.object({ ...common, kind: z.literal('instrument_missing') }),
  z.object({ ...common, kind: z.literal('goal_without_item') }),
  z.object({ ...common, kind: z.literal('item_after_goal') }),
  z.object({ ...common, kind: z.literal('worker_absent') }),
  z.object({ ...common, kind: z.literal('item_in_past') }),
]);
type RuleMeta = z.output<typeof ruleMeta>;

export interface WarningRule {
  readonly code: string;
  readonly sentence: string;
  readonly source: string;
  readonly meta: RuleMeta;
}

export function readRule(term: {
  code: string;
  label: string;
  meta: unknown;
  source: string;
}): WarningRule | null {
  const meta = ruleMeta.safeParse(term.meta);
  return meta.success
    ? { code: term.code, sentence: term.label, source: term.source, meta: meta.data }
    : null;
}

export interface Facts {
  readonly plan: Plan;
  readonly today: LocalDate;
  /** Meta of the service by its code: `instrument`, `exclusive`, `public_form`, `ends_status`. */
  readonly services: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Codes of financing that are public money. */
  readonly publicMoney: ReadonlySet<string>;
  readonly instruments: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
  readonly absences: readonly { workerId: string; from: LocalDate; to: LocalDate }[];
}

export interface Warning {
  /** Stands for this warning about these things: confirmed once, it comes back when another item causes it. */
  readonly key: string;
  readonly code: string;
  readonly sentence: string;
  readonly source: string;
  /** What it is about: names of items or goals; empty when the whole plan. */
  readonly about: readonly string[];
  /** `coordinator` or a type of institution; null when it only informs. */
  readonly confirm: string | null;
  readonly notify: string | null;
  readonly confirmed: boolean;
}

interface Hit {
  readonly lineages: readonly string[];
  readonly about: readonly string[];
}

const hitOf = (...items: readonly PlanItem[]): Hit => ({
  lineages: items.map((i) => i.lineageId).sort(),
  about: items.map((i) => i.serviceLabel),
});
const overlap = (a: PlanItem, b: PlanItem): boolean => a.startsOn <= b.dueOn && b.startsOn <= a.dueOn;
const pairs = (items: readonly PlanItem[]): [PlanItem, PlanItem][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [PlanItem, PlanItem] => [a, b]));
/** Instruments that still lie ahead or run. */
const LIVE: readonly string[] = ['draft', 'signed', 'in_progress'];

function hits(meta: RuleMeta, f: Facts): Hit[] {
  const items = itemsOf(f.plan);
  const service = (i: PlanItem) => f.services.get(i.serviceCode) ?? {};
  const each = (test: (i: PlanItem) => boolean): Hit[] => items.filter(test).map((i) => hitOf(i));
  switch (meta.kind) {
    case 'instrument':
      return [
        ...each((i) => meta.instruments.includes(String(service(i).instrument ?? ''))),
        ...f.instruments
          .filter((n) => meta.instruments.includes(n.kind) && ['draft', 'signed'].includes(n.state))
          .filter((n) => !items.some((i) => service(i).instrument === n.kind))
          .map((n): Hit => ({ lineages: [n.id], about: [] })),
      ];
    case 'flag':
      return each((i) => service(i)[meta.flag] === true);
    case 'service':
      return each((i) => meta.services.includes(i.serviceCode));
    case 'same_cost':
      return pairs(items)
        .filter(
          ([a, b]) =>
            a.serviceCode === b.serviceCode &&
            overlap(a, b) &&
            a.financingCode !== b.financingCode &&
            f.publicMoney.has(a.financingCode) &&
            f.publicMoney.has(b.financingCode),
        )
        .map(([a, b]) => hitOf(a, b));
    case 'exclusive':
      return pairs(items)
        .filter(
          ([a, b]) =>
            overlap(a, b) &&
            ((service(a).exclusive === true && service(b).public_form === true) ||
              (service(b).exclusive === true && service(a).public_form === true)),
        )
        .map(([a, b]) => hitOf(a, b));
    case 'plan_length': {
      const starts = items.map((i) => i.startsOn).sort()[0];
      const ends = items
        .map((i) => i.dueOn)
        .sort()
        .at(-1);
      return starts && ends && ends > addMonths(starts, meta.months) ? [{ lineages: [], about: [] }] : [];
    }
    case 'length':
      return each(
        (i) => meta.services.includes(i.serviceCode) && i.dueOn > addMonths(i.startsOn, meta.months),
      );
    case 'instrument_missing':
      return each((i) => {
        const needs = service(i).instrument;
        return (
          typeof needs === 'string' && !f.instruments.some((n) => n.kind === needs && LIVE.includes(n.state))
        );
      });
    case 'goal_without_item':
      return f.plan.goals
        .filter((g) => g.items.length === 0)
        .map((g) => ({ lineages: [g.lineageId], about: [g.title] }));
    case 'item_after_goal':
      return f.plan.goals.flatMap((g) => g.items.filter((i) => i.dueOn > g.dueOn).map((i) => hitOf(i)));
    case 'worker_absent':
      return each((i) =>
        f.absences.some((a) => a.workerId === i.workerId && a.from <= i.startsOn && i.startsOn <= a.to),
      );
    case 'item_in_past':
      return each((i) => i.startsOn < f.today && i.progress.state === 'planned');
  }
}

/** Every warning about the plan, in the order of the dictionary; those that must be confirmed before signing first. */
export function warningsOf(rules: readonly WarningRule[], facts: Facts): Warning[] {
  const found = rules.flatMap((rule) =>
    hits(rule.meta, facts).map((hit): Warning => {
      const key = [rule.code, ...hit.lineages].join(':');
      return {
        key,
        code: rule.code,
        sentence: rule.sentence,
        source: rule.source,
        about: hit.about,
        confirm: rule.meta.confirm ?? null,
        notify: rule.meta.notify ?? null,
        confirmed: facts.plan.confirmedWarnings.includes(key),
      };
    }),
  );
  return [...found.filter((w) => w.confirm !== null), ...found.filter((w) => w.confirm === null)];
}

/** What stands in the way of signing. */
export const unconfirmed = (warnings: readonly Warning[]): Warning[] =>
  warnings.filter((w) => w.confirm !== null && !w.confirmed);
