import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { EventStateTag } from '../../pages/parts.tsx';
import { inLang, type Kind, type State } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import { text } from '../text.pl.ts';

export interface OwnRow {
  readonly id: string;
  readonly state: State;
  readonly kind: Kind;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly firstAt: Date | null;
  readonly capacity: number | null;
  readonly taken: number | null;
  readonly waiting: number | null;
  readonly requested: number | null;
}

/** Events of the own institution. */
export function ManagePage({ rows }: { rows: readonly OwnRow[] }) {
  const t = useText(text);
  const w = useText(words);
  const { lang } = useView();
  const add = (
    <ButtonLink href="/events/manage/new" variant="primary" icon="add">
      {t.add}
    </ButtonLink>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={add}>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          rows={rows}
          columns={[
            {
              key: 'event',
              label: t.event,
              heading: true,
              cell: (row) => (
                <a href={`/events/manage/${row.id}`}>{inLang(lang, row.titlePl, row.titleEn)}</a>
              ),
            },
            { key: 'kind', label: t.kind, cell: (row) => w.kinds[row.kind] },
            {
              key: 'when',
              label: t.when,
              cell: (row) => (row.firstAt ? formatDateTime(row.firstAt, lang) : '–'),
            },
            { key: 'state', label: t.state, cell: (row) => <EventStateTag state={row.state} /> },
            { key: 'people', label: t.people, cell: (row) => <People {...row} /> },
          ]}
        />
      )}
    </Page>
  );
}

/** How many have a place, wait, or are to be decided about. */
export function People(props: {
  taken: number | null;
  capacity: number | null;
  waiting: number | null;
  requested: number | null;
}) {
  const t = useText(text);
  return (
    <span class="num">
      {[
        t.placed(props.taken ?? 0, props.capacity),
        props.waiting ? t.queue(props.waiting) : '',
        props.requested ? t.toDecide(props.requested) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}
