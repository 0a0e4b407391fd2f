import type { Child } from 'hono/jsx';
import { BarChart } from '#ui/chart.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type MonthFigures, percent, type Trend } from '../schema.ts';
import { text } from '../text.pl.ts';

/** How fresh the base was, month by month; nothing before the first month was noted. */
export function TrendPanel(props: { trend: Trend; source: Child; file: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { months } = props.trend;
  if (months.length === 0) return null;
  const shown = (value: number) => `${formatNumber(value, lang, { max: 1 })}\u00a0%`;
  return (
    <Panel id="trend" long>
      <BarChart
        id="trend"
        title={t.title}
        unit="%"
        max={100}
        bars={months.map((m) => ({ label: t.monthName(m.month), value: percent(m.within12, m.records) }))}
        source={props.source}
      />
      <Details summary={t.table} wide>
        <DataTable<MonthFigures>
          caption={t.table}
          captionHidden
          keepTable
          rows={months}
          columns={[
            { key: 'month', label: t.month, heading: true, cell: (m) => t.monthName(m.month) },
            { key: 'records', label: t.records, number: true, cell: (m) => formatNumber(m.records, lang) },
            {
              key: 'within6',
              label: t.within6,
              number: true,
              cell: (m) => shown(percent(m.within6, m.records)),
            },
            {
              key: 'within12',
              label: t.within12,
              number: true,
              cell: (m) => shown(percent(m.within12, m.records)),
            },
          ]}
        />
      </Details>
      <p class="hint">
        <b>{t.definition}.</b> {t.how}
      </p>
      <a href={props.file} download>
        {t.csv}
      </a>
    </Panel>
  );
}
