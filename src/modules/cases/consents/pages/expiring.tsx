import { DateText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../text.pl.ts';

export interface ExpiringLine {
  readonly kind: string | null;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly institution_name: string | null;
  readonly valid_to: string | null;
}

/** What ends within 30 days, by case number; no person is named. */
export function ExpiringPage(props: { lines: readonly ExpiringLine[] }) {
  const t = useText(text);
  const kinds: Readonly<Record<string, string>> = t.expiring.kinds;
  return (
    <Page title={t.expiring.title} lead={t.expiring.lead}>
      {props.lines.length === 0 ? (
        <EmptyState title={t.expiring.none}>{t.expiring.noneHint}</EmptyState>
      ) : (
        <Panel title={t.expiring.count(props.lines.length)} long>
          <DataTable
            caption={t.expiring.title}
            captionHidden
            rows={props.lines}
            columns={[
              {
                key: 'case',
                label: t.expiring.case,
                heading: true,
                cell: (l) => <a href={`/cases/${l.case_id}/basis`}>{l.number}</a>,
              },
              { key: 'kind', label: t.expiring.kind, cell: (l) => kinds[l.kind ?? ''] },
              { key: 'recipient', label: t.recipient, cell: (l) => l.institution_name },
              { key: 'until', label: t.until, cell: (l) => l.valid_to && <DateText date={l.valid_to} /> },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
