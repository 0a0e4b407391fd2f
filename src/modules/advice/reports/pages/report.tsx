import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate } from '#kernel/time.ts';
import { BarChart } from '#ui/chart.tsx';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Details, EmptyState, Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useAnswers, useDeskCrumb } from '../../pages/frame.tsx';
import type { Cell, Distribution, Part, Period } from '../schema.ts';
import { text } from '../text.pl.ts';

type Named = Part & { readonly name: string };
interface Desk {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
}
export interface ReportView {
  readonly desks: readonly Desk[];
  readonly desk: Desk | null;
  readonly outside: boolean;
  readonly period: Period;
  readonly total: Part | null;
  readonly month: readonly Named[];
  readonly topic: readonly Named[];
  readonly county: readonly Named[];
  readonly channel: readonly Named[];
  readonly category: readonly Named[];
  readonly first: Distribution | null;
  readonly closing: Distribution | null;
  readonly satisfaction: { readonly mean: number; readonly n: number } | null;
}
export interface Gaps {
  readonly gaps: readonly { readonly name: string; readonly questions: number }[];
  readonly words: readonly { readonly word: string; readonly n: number }[];
}
const MOST_BARS = 12;

export function ReportPage(props: {
  report: ReportView;
  hours: number | null;
  gaps: Gaps | null;
  drawing: MapDrawing;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { report: r } = props;
  const csv = new URLSearchParams({
    from: r.period.from,
    to: r.period.to,
    ...(r.desk && { desk: r.desk.id }),
  });
  return (
    <DeskFrame
      current="reports"
      title={t.title}
      lead={t.lead}
      breadcrumb={useDeskCrumb()}
      actions={<ButtonLink href={`/advice/desk/reports/report.csv?${csv}`}>{t.csv}</ButtonLink>}
    >
      <FilterBar action="/advice/desk/reports">
        {r.desks.length > 1 && (
          <Select
            name="desk"
            label={t.which}
            empty={t.all}
            value={r.desk?.id ?? ''}
            options={r.desks.map(({ id, name, institution }) => ({
              value: id,
              label: `${name}, ${institution}`,
            }))}
          />
        )}
        <DateField name="from" label={t.from} value={formatDate(r.period.from, 'pl')} noHint />
        <DateField name="to" label={t.to} value={formatDate(r.period.to, 'pl')} noHint />
      </FilterBar>
      {r.outside && <Notice quiet>{t.outside}</Notice>}
      {r.total === null || r.total.n === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <>
          <InShort report={r} total={r.total} hours={props.hours} />
          <Times report={r} />
          <Volume report={r} drawing={props.drawing} />
          {props.gaps && <GapsPanel gaps={props.gaps} />}
        </>
      )}
      <p class="print-only">
        {formatDate(r.period.from, lang)} – {formatDate(r.period.to, lang)}
      </p>
    </DeskFrame>
  );
}

const useCell = () => {
  const t = useText(text);
  const { lang } = useView();
  return (n: Cell) => (n === null ? t.hidden : formatNumber(n, lang));
};

function InShort(props: { report: ReportView; total: Part; hours: number | null }) {
  const t = useText(text);
  const { lang } = useView();
  const cell = useCell();
  const { satisfaction } = props.report;
  const { total } = props;
  return (
    <Panel title={t.short}>
      <SummaryList
        items={[
          { term: t.asked, value: cell(total.n) },
          { term: t.answered, value: cell(total.answered) },
          { term: t.waiting, value: cell(total.waiting) },
          { term: t.late, value: cell(total.late) },
          {
            term: t.satisfaction,
            value: satisfaction
              ? t.satisfactionValue(formatNumber(satisfaction.mean, lang, { max: 1 }), satisfaction.n)
              : t.few,
          },
          ...(props.hours === null
            ? []
            : [{ term: t.hours, value: t.hoursValue(formatNumber(props.hours, lang, { max: 1 })) }]),
        ]}
      />
    </Panel>
  );
}

function Times({ report: r }: { report: ReportView }) {
  const t = useText(text);
  const chart = (id: string, title: (median: number) => string, d: Distribution | null) =>
    d && (
      <>
        <BarChart
          id={id}
          title={title(d.median)}
          bars={d.bins.map(({ from, to, n }) => ({ label: t.bin(from, to), value: n }))}
          unit={t.unit}
          digits={0}
        />
        <p>{t.spread(d.quarter, d.median, d.threeQuarters, d.ninety)}</p>
      </>
    );
  if (!r.first && !r.closing) return null;
  return (
    <Panel title={t.times} long>
      {chart('first', t.first, r.first)}
      {chart('closing', t.closing, r.closing)}
    </Panel>
  );
}

function PartTable(props: { parts: readonly Named[]; caption: string }) {
  const t = useText(text);
  const cell = useCell();
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.parts}
      columns={[
        { key: 'name', label: t.part, heading: true, cell: (p) => p.name },
        { key: 'n', label: t.asked, number: true, cell: (p) => cell(p.n) },
        { key: 'answered', label: t.answered, number: true, cell: (p) => cell(p.answered) },
        { key: 'waiting', label: t.waiting, number: true, cell: (p) => cell(p.waiting) },
        { key: 'late', label: t.shareLate, number: true, cell: (p) => cell(p.late) },
      ]}
    />
  );
}

function Volume(props: { report: ReportView; drawing: MapDrawing }) {
  const t = useText(text);
  const { report: r } = props;
  const bars = (parts: readonly Named[]) =>
    parts.slice(0, MOST_BARS).flatMap((p) => (p.n === null ? [] : [{ label: p.name, value: p.n }]));
  const charts = [
    { id: 'month', title: t.month, parts: r.month.slice(-MOST_BARS) },
    { id: 'topic', title: t.topic(r.topic[0]?.name ?? ''), parts: r.topic },
    { id: 'channel', title: t.channel, parts: r.channel },
    { id: 'category', title: t.category, parts: r.category },
  ];
  const known = r.county.filter((p) => p.part !== '');
  return (
    <>
      {charts.map(
        ({ id, title, parts }) =>
          bars(parts).length > 0 && (
            <Panel long>
              <BarChart id={id} title={title} bars={bars(parts)} unit={t.unit} digits={0} />
              <Details summary={t.more} wide>
                <PartTable parts={parts} caption={title} />
              </Details>
            </Panel>
          ),
      )}
      {known.length > 0 && (
        <Panel title={t.countyTable} long>
          <CountyMap
            drawing={props.drawing}
            label={t.county}
            values={new Map(known.flatMap((p) => (p.n === null ? [] : [[p.part, p.n] as const])))}
            unit={t.unit}
            digits={0}
            table="none"
          />
          <Details summary={t.countyTable} wide>
            <PartTable parts={r.county} caption={t.county} />
          </Details>
        </Panel>
      )}
    </>
  );
}

function GapsPanel({ gaps: { gaps, words } }: { gaps: Gaps }) {
  const answers = useAnswers();
  const t = useText(text);
  return (
    <Panel title={t.gaps} foot={answers && <a href="/advice/knowledge">{t.writeArticle}</a>} long>
      {gaps.length === 0 ? (
        <p>{t.gapsNone}</p>
      ) : (
        <>
          <p>{t.gapsLead}</p>
          <DataTable
            caption={t.gaps}
            captionHidden
            rows={gaps}
            columns={[
              { key: 'name', label: t.topicTable, heading: true, cell: (g) => g.name },
              { key: 'n', label: t.asked, number: true, cell: (g) => t.questions(g.questions) },
            ]}
          />
          {words.length > 0 && (
            <p>
              <b>{t.words}:</b> {words.map(({ word, n }) => `${word} (${n})`).join(', ')}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
