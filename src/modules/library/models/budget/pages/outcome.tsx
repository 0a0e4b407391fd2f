import { formatNumber } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import {
  type Budget,
  CHANGES,
  FACTORS,
  type Factor,
  type Month,
  type Outcome,
  type Sensitivity,
} from '../schema.ts';
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
  const reached = (term: string, month: number | null, hint: string) =>
    month === null ? item(term, t.never(budget.months)) : item(term, t.month(month), hint);
  return (
    <SummaryList
      items={[
        reached(t.breakEven, outcome.breakEven, t.breakEvenHint),
        item(t.unaided, zl(outcome.unaided), t.unaidedHint),
        item(t.lowest, zl(lowest.balance), lowest.month === 0 ? t.start : t.in(lowest.month)),
        outcome.needed > 0 ? item(t.needed, zl(outcome.needed), t.neededHint) : item(t.needed, t.enough),
        reached(t.payback, outcome.payback, t.paybackHint),
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

/** A row for each assumption, a column for each change of it: what is left of break-even, of money, of an ordinary month. */
export function SensitivityTable(props: { outcome: Outcome; rows: readonly Sensitivity[] }) {
  const t = useText(text);
  const s = t.sensitivity;
  const zl = useZloty();
  const sign = (change: number) => `${change > 0 ? '+' : '−'}${Math.abs(change)}\u00a0%`;
  const cell = (outcome: Outcome | undefined) =>
    outcome && (
      <>
        <b>{outcome.breakEven === null ? s.never : s.breakEven(outcome.breakEven)}</b>
        <br />
        {outcome.needed === 0 ? s.enough : s.needed(zl(outcome.needed))}
        <br />
        {s.unaided(zl(outcome.unaided))}
      </>
    );
  return (
    <Panel title={s.title} id="sensitivity" long>
      <p>{s.hint}</p>
      <DataTable<Factor>
        caption={s.caption}
        captionHidden
        rows={FACTORS}
        columns={[
          { key: 'what', label: s.what, heading: true, cell: (factor) => s.factors[factor] },
          ...CHANGES.map((change) => ({
            key: String(change),
            label: sign(change),
            cell: (factor: Factor) =>
              cell(props.rows.find((row) => row.factor === factor && row.change === change)?.outcome),
          })),
        ]}
        foot={
          <tr>
            <th scope="row">{s.asTyped}</th>
            <td colspan={CHANGES.length}>{cell(props.outcome)}</td>
          </tr>
        }
      />
    </Panel>
  );
}
