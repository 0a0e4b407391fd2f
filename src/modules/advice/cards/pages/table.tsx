import { DateText, formatNumber, Money } from '#ui/components/format.tsx';
import { type Column, DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { CardLine, CardState } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<CardState, TagTone>> = {
  draft: 'neutral',
  waiting: 'info',
  confirmed: 'success',
  disputed: 'danger',
};
export function CardStateTag({ state }: { state: CardState }) {
  return <StateTag tone={TONES[state]} label={useText(text).states[state]} />;
}

export function Hours({ hours }: { hours: number }) {
  const { lang } = useView();
  return <span class="num nowrap">{useText(text).hours(formatNumber(hours, lang, { max: 1 }))}</span>;
}

type Cells = Pick<CardLine, 'number' | 'on' | 'type' | 'hours' | 'state' | 'valueGrosze'>;
/** The columns that every list of cards has; a card without an id is named, not opened. */
export function useCardColumns<Row extends Cells>(idOf: (row: Row) => string | null) {
  const t = useText(text).list;
  return {
    number: {
      key: 'number',
      label: t.number,
      heading: true,
      cell: (row: Row) => {
        const id = idOf(row);
        return id === null ? row.number : <a href={`/advice/cards/${id}`}>{row.number}</a>;
      },
    },
    on: { key: 'on', label: t.on, cell: ({ on }: Row) => <DateText date={on} /> },
    type: { key: 'type', label: t.type, cell: ({ type }: Row) => type },
    hours: {
      key: 'hours',
      label: t.hours,
      number: true,
      cell: ({ hours }: Row) => <Hours hours={hours} />,
    },
    state: { key: 'state', label: t.state, cell: ({ state }: Row) => <CardStateTag state={state} /> },
    value: {
      key: 'value',
      label: t.value,
      number: true,
      cell: ({ valueGrosze }: Row) => valueGrosze !== null && <Money grosze={valueGrosze} />,
    },
  } satisfies Record<string, Column<Row>>;
}

export function CardTable(props: { lines: readonly CardLine[]; caption: string; withClient?: boolean }) {
  const t = useText(text);
  const columns = useCardColumns<CardLine>(({ id }) => id);
  const client: Column<CardLine> = {
    key: 'client',
    label: t.list.client,
    cell: (row) => (
      <>
        <a href={`/advice/clients/${row.clientId}`}>{row.client}</a>{' '}
        <span class="muted">({t.kinds[row.clientKind]})</span>
      </>
    ),
  };
  return (
    <DataTable<CardLine>
      caption={props.caption}
      captionHidden
      rows={props.lines}
      columns={[
        columns.number,
        columns.on,
        ...(props.withClient === false ? [] : [client]),
        columns.type,
        columns.hours,
        { key: 'worker', label: t.list.worker, cell: ({ worker }) => worker },
        columns.state,
        ...(props.lines.some(({ valueGrosze }) => valueGrosze !== null) ? [columns.value] : []),
      ]}
    />
  );
}
