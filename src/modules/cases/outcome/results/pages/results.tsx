import { formatDate } from '#kernel/time.ts';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Cell, Effectiveness } from '../schema.ts';

/** Rates never without their denominators, neutral exits and cases still waiting. */
export function ResultsPage(props: { action: string; back: string; figures: Effectiveness }) {
  const t = useText(text).results;
  const { lang } = useView();
  const f = props.figures;
  const show = (c: Cell) => (c === 'few' ? t.few : c === 'hidden' ? t.hidden : formatNumber(c, lang));
  const share = (s: number | null) =>
    s === null ? '–' : `${formatNumber(s * 100, lang, { max: 1 })}\u00a0%`;
  const rates = [
    { label: t.social, rate: f.social },
    { label: t.employment, rate: f.employment },
    { label: t.durability, rate: f.durability },
  ];
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={[{ href: props.back, label: '←' }]}>
      <FilterBar action={props.action}>
        <DateField name="from" label={t.from} value={formatDate(f.from, 'pl')} noHint />
        <DateField name="to" label={t.to} value={formatDate(f.to, 'pl')} noHint />
      </FilterBar>
      <Panel title={t.measure} foot={t.source}>
        <DataTable
          caption={t.measure}
          captionHidden
          rows={rates}
          columns={[
            { key: 'measure', label: t.measure, heading: true, cell: (r) => r.label },
            { key: 'share', label: t.value, number: true, cell: (r) => share(r.rate.share) },
            {
              key: 'of',
              label: t.of,
              number: true,
              cell: (r) => `${show(r.rate.count)} / ${show(r.rate.of)}`,
            },
          ]}
        />
      </Panel>
      <Panel title={t.denominators}>
        <SummaryList
          items={[
            { term: t.closed, value: show(f.closed) },
            { term: t.neutral, value: show(f.neutral) },
            { term: t.dropped, value: show(f.dropped) },
            { term: t.waiting, value: show(f.waiting) },
            { term: t.vocationalWaiting, value: show(f.vocationalWaiting) },
            { term: t.jobsWaiting, value: show(f.jobsWaiting) },
            { term: t.unknown, value: show(f.durableUnknown) },
          ]}
        />
      </Panel>
      <Panel title={t.byOutcome}>
        <SummaryList items={f.outcomes.map((o) => ({ term: o.label, value: show(o.n) }))} />
      </Panel>
    </Page>
  );
}
