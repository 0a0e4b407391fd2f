import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Report } from '../schema.ts';

export function ReportsPage(props: { reports: readonly Report[] }) {
  const all = useText(text);
  const t = all.reports;
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={[{ href: '/directory', label: all.directory }]}>
      {props.reports.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.reports}
          columns={[
            {
              key: 'what',
              label: t.what,
              heading: true,
              cell: (row) => (
                <>
                  {row.subject}
                  <div class="muted pre-line">{row.description.slice(0, 400)}</div>
                </>
              ),
            },
            { key: 'sender', label: t.sender, cell: (row) => row.sender ?? '–' },
            {
              key: 'by',
              label: t.by,
              cell: (row) => <a href={`/directory/${row.entityId}`}>{row.entityName}</a>,
            },
            { key: 'why', label: t.why, cell: (row) => row.note || '–' },
            {
              key: 'when',
              label: t.when,
              cell: (row) => row.reportedAt && <DateText date={row.reportedAt} />,
            },
            {
              key: 'stop',
              label: t.stop,
              quiet: true,
              cell: (row) =>
                row.state === 'stopped' ? (
                  t.stopped
                ) : (
                  <Form light action={`/enquiries/reports/${row.enquiryId}/stop`}>
                    <Button danger small>
                      {t.stop}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
