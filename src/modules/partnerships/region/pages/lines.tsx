import { formatDate, type LocalDate } from '#kernel/time.ts';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as partnerships } from '../../text.pl.ts';
import type { RegionLine } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Partnerships of the voivodeship, one a line; an agreement that ends by `soon` is marked. */
export function LinesTable(props: { lines: readonly RegionLine[]; soon: LocalDate }) {
  const t = useText(text);
  const { lang } = useView();
  const c = t.columns;
  const { states } = useText(partnerships);
  return (
    <DataTable
      caption={t.tableTitle}
      captionHidden
      rows={props.lines}
      columns={[
        {
          key: 'name',
          label: c.name,
          heading: true,
          cell: (line) => (
            <>
              {line.published ? <a href={`/network/${line.id}`}>{line.name}</a> : line.name}
              <span class="under plain">{line.county}</span>
            </>
          ),
        },
        { key: 'state', label: c.state, cell: (line) => states[line.state] },
        { key: 'members', label: c.members, number: true, cell: (line) => line.members },
        { key: 'contacts', label: c.contacts, number: true, cell: (line) => line.contacts },
        {
          key: 'agreement',
          label: c.agreementTo,
          cell: (line) =>
            line.agreementFrom === null ? (
              <span class="muted">{t.noAgreement}</span>
            ) : line.agreementTo === null ? (
              t.endless
            ) : line.agreementTo <= props.soon ? (
              <Tag tone="warning" icon="alert">
                {formatDate(line.agreementTo, lang)}
              </Tag>
            ) : (
              formatDate(line.agreementTo, lang)
            ),
        },
        {
          key: 'meetings',
          label: t.meetingsShort,
          cell: (line) => t.of(line.meetingsHeld, line.meetingsPlanned),
        },
        { key: 'open', label: c.open, number: true, cell: (line) => line.open ?? t.few },
        { key: 'answered', label: c.answered, number: true, cell: (line) => line.answered ?? t.few },
        {
          key: 'inTime',
          label: c.inTime,
          number: true,
          cell: (line) => (line.inTime.veil ? t.veils[line.inTime.veil] : line.inTime.n),
        },
      ]}
    />
  );
}
