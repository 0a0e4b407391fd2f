import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Figures } from '../schema.ts';
import { text } from '../text.pl.ts';

/** For everybody: how often the emergency way in is used, and what the reviews found. */
export function FiguresPage(props: { years: readonly Figures[] }) {
  const t = useText(text);
  const number = (key: keyof Figures, label: string) => ({
    key,
    label,
    number: true,
    cell: (y: Figures) => y[key],
  });
  return (
    <Page title={t.figuresTitle} lead={t.figuresLead} description={t.figuresLead}>
      {props.years.length === 0 ? (
        <EmptyState title={t.figuresNone} />
      ) : (
        <DataTable
          caption={t.figuresCaption}
          rows={props.years}
          columns={[
            { key: 'year', label: t.year, heading: true, cell: (y) => String(y.year) },
            number('opened', t.figureOpened),
            number('justified', t.verdicts.justified),
            number('unjustified', t.verdicts.unjustified),
            number('training', t.verdicts.training),
            number('waiting', t.figureWaiting),
            number('late', t.figureLate),
          ]}
        />
      )}
      <p>{t.figuresRules}</p>
    </Page>
  );
}
