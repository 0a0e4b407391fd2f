import { TimeText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks, Tag } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as common } from '../../text.pl.ts';
import { QUEUE_SIZE, QUEUES, type Queue, type QueueQuery, type Waiting } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What waits for a moderator, the oldest first. */
export function QueuePage(props: {
  rows: readonly Waiting[];
  counts: Readonly<Record<Queue, number>>;
  total: number;
  query: QueueQuery;
}) {
  const t = useText(text);
  const c = useText(common);
  const { rows, counts, total, query } = props;
  return (
    <Page title={t.queueTitle}>
      <ChipLinks
        label={t.queueOf}
        items={[
          { href: '/moderation/comments', label: t.all, current: query.queue === undefined },
          ...QUEUES.map((queue) => ({
            href: `/moderation/comments?queue=${queue}`,
            label: `${t.queues[queue]} (${counts[queue]})`,
            current: query.queue === queue,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingHow}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t.total(total)}
            rows={rows}
            columns={[
              {
                key: 'comment',
                label: t.comment,
                heading: true,
                cell: (row) => <a href={`/moderation/comments/${row.commentId}`}>{row.start}</a>,
              },
              { key: 'signature', label: t.signature, cell: (row) => row.signature },
              { key: 'queue', label: t.queueOf, cell: (row) => <Tag>{t.queues[row.queue]}</Tag> },
              { key: 'reason', label: t.reason, cell: (row) => (row.reason ? c.reasons[row.reason] : '–') },
              { key: 'since', label: t.since, cell: (row) => <TimeText at={row.since} /> },
            ]}
          />
          <Pagination page={query.page} pageSize={QUEUE_SIZE} total={total} />
        </>
      )}
    </Page>
  );
}
