import { DateText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { EnquiryStateTag } from '../../pages/facts.tsx';
import { text } from '../../text.pl.ts';
import type { ReceivedItem } from '../schema.ts';

/** What the entities of the own institution were asked; what waits comes first. */
export function ReceivedListPage(props: { items: readonly ReceivedItem[]; total: number; page: number }) {
  const all = useText(text);
  const t = all.received;
  return (
    <Page title={t.title} lead={t.lead} breadcrumb={[{ href: '/enquiries', label: all.title }]}>
      {props.items.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={props.items}
          columns={[
            {
              key: 'subject',
              label: all.list.subject,
              heading: true,
              cell: (row) => <a href={`/enquiries/received/${row.id}`}>{row.subject}</a>,
            },
            { key: 'entity', label: t.entity, cell: (row) => row.entityName },
            {
              key: 'state',
              label: all.list.state,
              cell: (row) =>
                row.answered && row.state === 'sent' ? (
                  all.bought.quoted
                ) : (
                  <EnquiryStateTag state={row.state} expired={row.expired} />
                ),
            },
            { key: 'answerBy', label: all.list.answerBy, cell: (row) => <DateText date={row.answerBy} /> },
          ]}
        />
      )}
      {props.total > 25 && <Pagination page={props.page} total={props.total} />}
    </Page>
  );
}
