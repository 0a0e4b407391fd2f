import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { EnquiryStateTag } from '../../pages/facts.tsx';
import { text } from '../../text.pl.ts';
import type { ListItem } from '../schema.ts';

/** The enquiries of the own institution. */
export function ListPage(props: { items: readonly ListItem[]; total: number; page: number }) {
  const all = useText(text);
  const t = all.list;
  return (
    <Page
      title={all.title}
      lead={t.lead}
      breadcrumb={[{ href: '/directory', label: all.directory }]}
      actions={
        <ButtonLink href="/enquiries/new" variant="primary" icon="add">
          {t.fresh}
        </ButtonLink>
      }
    >
      <p class="no-print">
        <a href="/enquiries/received">{t.received}</a>
      </p>
      {props.items.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      ) : (
        <DataTable
          caption={all.title}
          captionHidden
          rows={props.items}
          columns={[
            {
              key: 'subject',
              label: t.subject,
              heading: true,
              cell: (row) => <a href={`/enquiries/${row.id}`}>{row.subject}</a>,
            },
            {
              key: 'state',
              label: t.state,
              cell: (row) => <EnquiryStateTag state={row.state} expired={row.expired} />,
            },
            { key: 'answerBy', label: t.answerBy, cell: (row) => <DateText date={row.answerBy} /> },
            {
              key: 'answers',
              label: t.answers,
              number: true,
              cell: (row) => t.of(row.answered, row.asked),
            },
          ]}
        />
      )}
      {props.total > 25 && <Pagination page={props.page} total={props.total} />}
    </Page>
  );
}
