import type { MapDrawing } from '#kernel/map/model.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, useAnswers, useDeskCrumb } from '../../pages/frame.tsx';
import type { Part } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type ReportView, Times, useCell, Volume } from './figures.tsx';

export interface Gaps {
  readonly gaps: readonly { readonly name: string; readonly questions: number }[];
  readonly words: readonly { readonly word: string; readonly n: number }[];
}

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

function GapsPanel({ gaps: { gaps, words } }: { gaps: Gaps }) {
  const answers = useAnswers();
  const t = useText(text);
  return (
    <Panel title={t.gaps} id="gaps" foot={answers && <a href="/advice/knowledge">{t.writeArticle}</a>} long>
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
