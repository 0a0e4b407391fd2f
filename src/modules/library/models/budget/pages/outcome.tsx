import { formatNumber } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Budget, Month, Outcome, Sensitivity } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Amounts in whole złoty: nobody plans a year to the grosz. */
export function useZloty(): (grosze: number) => string {
  const { lang } = useView();
  return (grosze) => `${formatNumber(Math.round(grosze / 100) || 0, lang)}\u00a0zł`;
}

/** The findings in a few lines. */
export function KeyFigures({ budget, outcome }: { budget: Budget; outcome: Outcome }) {
  const t = useText(text).key;
  const { lang } = useView();
  const zl = useZloty();
  const when = (month: number | null) => (month === null ? t.never(budget.months) : t.month(month));
  const { lowest, unitsNeeded } = outcome;
  const number = (n: number) => formatNumber(n, lang);
  const item = (term: string, value: string, hint?: string) => ({
    term,
    value: (
      <>
        <b class="num">{value}</b>
        {hint && <span class="muted">, {hint}</span>}
      </>
    ),
  });
  return (
    <SummaryList
      items={[
        item(t.breakEven, when(outcome.breakEven), t.breakEvenHint),
        item(t.unaided, zl(outcome.unaided), t.unaidedHint),
        item(t.lowest, zl(lowest.balance), lowest.month === 0 ? t.start : t.in(lowest.month)),
        outcome.needed > 0 ? item(t.needed, zl(outcome.needed), t.neededHint) : item(t.needed, t.enough),
        item(t.payback, when(outcome.payback), t.paybackHint),
        item(
          t.units,
          unitsNeeded === null ? t.unitsNever : t.unitsOf(number(unitsNeeded), number(budget.full)),
        ),
      ]}
    />
  );
}

const MONEY = ['revenue', 'received', 'variable', 'wages', 'subsidy', 'fixed', 'result', 'balance'] as const;

export function MonthTable({ outcome }: { outcome: Outcome }) {
  const t = useText(text).months;
  const { lang } = useView();
  const number = (n: number) => formatNumber(Math.round(n) || 0, lang);
  return (
    <Panel title={t.title} id="months" long>
      <p>{t.hint}</p>
      <DataTable<Month>
        caption={t.title}
        captionHidden
        keepTable
        rows={outcome.months}
        columns={[
          { key: 'month', label: t.month, heading: true, cell: (row) => row.month },
          { key: 'units', label: t.units, number: true, cell: (row) => number(row.units) },
          ...MONEY.map((key) => ({
            key,
            label: t[key],
            number: true,
            cell: (row: Month) => number(row[key] / 100),
          })),
        ]}
      />
    </Panel>
  );
}

export function SensitivityTable(props: { outcome: Outcome; rows: readonly Sensitivity[] }) {
  const t = useText(text);
  const s = t.sensitivity;
  const zl = useZloty();
  const rows = [
    { label: s.asTyped, outcome: props.outcome },
    ...props.rows.map(({ factor, change, outcome }) => ({
      label: `${s.factors[factor]} ${change > 0 ? '+' : '−'}${Math.abs(change)}\u00a0%`,
      outcome,
    })),
  ];
  return (
    <Panel title={s.title} id="sensitivity" long>
      <p>{s.hint}</p>
      <DataTable
        caption={s.caption}
        captionHidden
        rows={rows}
        columns={[
          { key: 'what', label: s.what, heading: true, cell: (row) => row.label },
          {
            key: 'breakEven',
            label: s.breakEven,
            number: true,
            cell: ({ outcome: { breakEven } }) => (breakEven === null ? s.no : t.key.month(breakEven)),
          },
          { key: 'needed', label: s.needed, number: true, cell: (row) => zl(row.outcome.needed) },
          { key: 'unaided', label: s.unaided, number: true, cell: (row) => zl(row.outcome.unaided) },
          {
            key: 'end',
            label: s.end,
            number: true,
            cell: (row) => zl(row.outcome.months.at(-1)?.balance ?? row.outcome.opening),
          },
        ]}
      />
    </Panel>
  );
}
