import { DateText } from '../components/format.tsx';
import { DataTable } from '../components/table.tsx';
import { ThreadBadge } from '../components/tags.tsx';
import { text } from '../text.pl.ts';
import { useText } from '../view.tsx';
import { type WeaveEvent, weaveEvents } from './events.ts';
import type { WeaveInput } from './model.ts';

/** Everything the drawing shows, in order of time. */
export function WeaveTable(props: { input: WeaveInput }) {
  const t = useText(text);
  const rows = weaveEvents(props.input, t);
  return (
    <DataTable<WeaveEvent>
      caption={t.weave.title}
      captionHidden
      rows={rows}
      columns={[
        {
          key: 'when',
          label: t.weave.when,
          heading: true,
          cell: (row) => (
            <>
              <DateText date={row.at} />
              {row.to && (
                <>
                  {' – '}
                  <DateText date={row.to} />
                </>
              )}
            </>
          ),
        },
        {
          key: 'where',
          label: t.weave.where,
          cell: (row) => (
            <>
              <ThreadBadge thread={row.lane.thread} kind={row.lane.kind} name={t.threads[row.lane.thread]} />{' '}
              {row.lane.label}
            </>
          ),
        },
        { key: 'what', label: t.weave.what, cell: (row) => row.what },
      ]}
    />
  );
}
