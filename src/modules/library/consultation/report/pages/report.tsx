import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { KindTag, OutcomeTag } from '../../remarks/pages/said.tsx';
import type { Round } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ReportRow } from '../schema.ts';

/** What came of a round: each remark beside its paragraph and its answer. */
export function ReportPage({ round, rows }: { round: Round; rows: readonly ReportRow[] }) {
  const t = useText(text);
  const r = t.reporting;
  const here = `/consultations/${round.id}`;
  return (
    <Page
      title={t.report}
      lead={r.lead}
      reader="public"
      breadcrumb={[
        { href: '/consultations', label: t.title },
        { href: here, label: round.title },
      ]}
      meta={[t.states[round.state], t.remarks(round.remarks), t.answered(round.answered)]}
    >
      {rows.length === 0 ? (
        <EmptyState title={r.none} />
      ) : (
        <>
          <p class="no-print">
            <a href={`${here}/report.csv`} download>
              {r.csv}
            </a>{' '}
            ·{' '}
            <a href={`${here}/report.xlsx`} download>
              {r.xlsx}
            </a>
          </p>
          <DataTable<ReportRow>
            caption={t.report}
            captionHidden
            rows={rows}
            columns={[
              {
                key: 'paragraph',
                label: r.columns.paragraph,
                heading: true,
                cell: ({ remark, part, paragraph }) => (
                  <a href={`${here}/${remark.position}#${remark.block}`}>
                    {part}: {paragraph || r.wholePart}
                  </a>
                ),
              },
              {
                key: 'body',
                label: r.columns.body,
                cell: ({ remark }) => (
                  <>
                    <b>{remark.signature}</b> <KindTag kind={remark.kind} />
                    <p class="pre-line">{remark.body}</p>
                  </>
                ),
              },
              {
                key: 'answer',
                label: r.columns.answer,
                cell: ({ remark }) =>
                  remark.outcome === null ? (
                    <span class="muted">{r.open}</span>
                  ) : (
                    <>
                      <OutcomeTag outcome={remark.outcome} />
                      <p class="pre-line">{remark.answer}</p>
                    </>
                  ),
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}
