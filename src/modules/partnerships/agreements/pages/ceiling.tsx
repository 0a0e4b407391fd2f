import { classWords } from '#modules/organisations/api.ts';
import { DataTable } from '#ui/components/table.tsx';
import { Icon } from '#ui/icon.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CEILING_CLASSES, type Ceiling } from '../../schema.ts';
import { text } from '../../text.pl.ts';

/** Types of institutions × kinds of data: the most a grant can give. */
export function CeilingTable(props: { ceiling: readonly Ceiling[] }) {
  const t = useText(text).ceiling;
  const words = classWords(useView().lang);
  if (props.ceiling.length === 0) return <p>{t.none}</p>;
  return (
    <>
      <p>{t.lead}</p>
      <DataTable
        caption={t.title}
        captionHidden
        keepTable
        rows={props.ceiling}
        columns={[
          { key: 'type', label: t.type, heading: true, cell: (c) => c.typeName },
          ...CEILING_CLASSES.map((dataClass) => ({
            key: dataClass,
            label: words[dataClass] ?? dataClass,
            cell: (c: Ceiling) =>
              c.classes.includes(dataClass) ? (
                <Icon name="accept" label={t.yes} />
              ) : (
                <span class="muted">
                  <span aria-hidden="true">–</span>
                  <span class="visually-hidden">{t.no}</span>
                </span>
              ),
          })),
        ]}
      />
    </>
  );
}
