import { formatDate, warsawDate } from '#kernel/time.ts';
import { DateText, formatMoney } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { BuyerView, Row } from '../schema.ts';

/** Quotes beside one another; the price of one unit where the quantity is known. */
export function Comparison({ view }: { view: BuyerView }) {
  const t = useText(text).bought;
  const { lang } = useView();
  const quotes = view.rows.filter(({ answer }) => answer?.kind === 'quote');
  if (quotes.length === 0)
    return (
      <Panel title={t.comparison}>
        <p>{t.noQuotes}</p>
      </Panel>
    );
  const money = (grosze: number | null) => (grosze === null ? '–' : formatMoney(grosze, lang));
  return (
    <Panel title={t.comparison} foot={t.prices} long>
      <DataTable
        caption={t.comparison}
        captionHidden
        sort={{ by: view.sort.replace('-', ''), down: view.sort.startsWith('-') }}
        rows={quotes}
        columns={[
          {
            key: 'name',
            label: t.entity,
            heading: true,
            sortable: true,
            cell: (row) => <EntityLink row={row} />,
          },
          { key: 'total', label: t.total, number: true, sortable: true, cell: (row) => money(row.total) },
          { key: 'unit', label: t.unit, number: true, sortable: true, cell: (row) => money(row.unit) },
          {
            key: 'valid',
            label: t.valid,
            cell: (row) => (row.answer?.validUntil == null ? '–' : <DateText date={row.answer.validUntil} />),
          },
          {
            key: 'answered',
            label: t.answered,
            sortable: true,
            cell: (row) => row.answer && <DateText date={row.answer.answeredAt} />,
          },
          {
            key: 'body',
            label: t.body,
            cell: (row) => <span class="pre-line">{row.answer?.body || '–'}</span>,
          },
        ]}
      />
    </Panel>
  );
}

const EntityLink = ({ row }: { row: Row }) => <a href={`/directory/${row.entityId}`}>{row.name}</a>;

/** Everybody asked, and what happens there. */
export function Everybody({ rows, sent = true }: { rows: readonly Row[]; sent?: boolean }) {
  const all = useText(text);
  const t = all.bought;
  const { lang } = useView();
  const state = ({ answer, seenAt }: Row) => {
    if (answer?.kind === 'quote') return t.quoted;
    if (answer)
      return `${t.declined(all.declines[answer.declineReason ?? 'other'])}${answer.body && `: ${answer.body}`}`;
    return seenAt === null ? t.notSeen : t.seen(formatDate(warsawDate(seenAt), lang));
  };
  return (
    <Panel title={sent ? t.asked : t.willGet} long>
      <RuledList
        items={rows.map((row) => (
          <>
            <EntityLink row={row} /> {sent && <span class="muted">{state(row)}</span>}
          </>
        ))}
      />
    </Panel>
  );
}
