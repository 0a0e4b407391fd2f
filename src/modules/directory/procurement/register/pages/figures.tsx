import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import type { Figure } from '../schema.ts';
import { text } from '../text.pl.ts';

const sum = (list: readonly Figure[]) => ({
  clauses: list.reduce((n, { clauses }) => n + clauses, 0),
  employed: list.reduce((n, { employed }) => n + employed, 0),
});

/** Clauses and people employed by kind, and by voivodeship. */
export function Figures(props: {
  figures: readonly Figure[];
  rules: readonly { readonly code: string; readonly article: string; readonly name: string }[];
  voivodeships: readonly { readonly code: string; readonly name: string }[];
}) {
  const t = useText(text);
  const { figures } = props;
  if (figures.length === 0) return null;
  const byRule = props.rules.map(({ code, article, name }) => ({
    name: `${article} ${name}`,
    ...sum(figures.filter(({ rule }) => rule === code)),
  }));
  const byVoivodeship = props.voivodeships.map(({ code, name }) => ({
    name,
    ...sum(figures.filter(({ voivodeship }) => voivodeship === code)),
  }));
  const whole = sum(figures);
  const table = (label: string, rows: readonly { name: string; clauses: number; employed: number }[]) => (
    <DataTable
      caption={label}
      rows={rows.filter(({ clauses }) => clauses > 0)}
      columns={[
        { key: 'name', label, heading: true, cell: (row) => row.name },
        { key: 'clauses', label: t.clauses, number: true, cell: (row) => row.clauses },
        { key: 'employed', label: t.employed, number: true, cell: (row) => row.employed },
      ]}
      foot={
        <tr>
          <th scope="row">{t.sum}</th>
          <td class="number">{whole.clauses}</td>
          <td class="number">{whole.employed}</td>
        </tr>
      }
    />
  );
  return (
    <Panel title={t.figures} foot={t.figuresLead} long>
      {table(t.rule, byRule)}
      {table(t.voivodeship, byVoivodeship)}
    </Panel>
  );
}
