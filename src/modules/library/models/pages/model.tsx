import type { Child } from 'hono/jsx';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Money, Num } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { type Column, DataTable } from '#ui/components/table.tsx';
import { useText } from '#ui/view.tsx';
import { text as factWords } from '../../facts/text.pl.ts';
import { KeyFigures } from '../budget/pages/outcome.tsx';
import type { Outcome } from '../budget/schema.ts';
import { CATEGORIES, type ModelFacts } from '../schema.ts';
import { text } from '../text.pl.ts';

/** What the default budget comes to, and the way to one's own: above everything, since it is what people come for. */
export function BudgetTeaser(props: { path: string; facts: ModelFacts; outcome: Outcome | null }) {
  const t = useText(text).facts;
  const { budget } = props.facts;
  if (!budget || !props.outcome) return null;
  return (
    <Panel
      title={t.budget}
      tone="next"
      action={
        <ButtonLink href={`${props.path}/budget`} variant="primary">
          {t.calculate}
        </ButtonLink>
      }
      foot={t.assumed}
    >
      <KeyFigures budget={budget} outcome={props.outcome} />
    </Panel>
  );
}

function Rows<Row>(props: {
  title: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  foot?: Child;
}) {
  if (props.rows.length === 0) return null;
  return (
    <Panel title={props.title} long>
      <DataTable
        caption={props.title}
        captionHidden
        rows={props.rows}
        columns={props.columns}
        foot={props.foot}
      />
    </Panel>
  );
}

function Lines(props: { title: string; lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  return (
    <Panel title={props.title} long>
      <ul>
        {props.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** The template of a model, part by part; parts nobody has filled are left out. */
export function ModelParts({ facts }: { facts: ModelFacts }) {
  const t = useText(text);
  const f = t.facts;
  const known = useText(factWords);
  const category = CATEGORIES.find((code) => code === facts.category);
  const brief = (
    ['problem', 'service', 'customer', 'payer', 'form', 'founders', 'partnership', 'procurement'] as const
  ).flatMap((key) => (facts[key] ? [{ term: known.fields[key], value: facts[key] }] : []));
  const total = facts.equipment.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <>
      <Panel title={f.brief} long>
        <SummaryList
          items={[
            ...brief,
            ...(category ? [{ term: known.fields.category, value: known.choices[category] }] : []),
            { term: known.fields.evidence, value: t.evidence[facts.evidence] },
            ...(facts.licence ? [{ term: known.fields.licence, value: facts.licence }] : []),
          ]}
        />
      </Panel>
      <Rows
        title={known.fields.roles}
        rows={facts.roles}
        columns={[
          { key: 'name', label: f.role, heading: true, cell: (row) => row.name },
          { key: 'fte', label: f.fte, number: true, cell: (row) => <Num value={row.fte} /> },
          { key: 'at_risk', label: f.atRisk, cell: (row) => (row.at_risk ? f.yes : f.no) },
          { key: 'tasks', label: f.tasks, cell: (row) => row.tasks },
        ]}
      />
      <Rows
        title={f.quality}
        rows={facts.quality}
        columns={[
          { key: 'indicator', label: f.indicator, heading: true, cell: (row) => row.indicator },
          { key: 'target', label: f.target, cell: (row) => row.target },
        ]}
      />
      <Rows
        title={f.equipment}
        rows={facts.equipment}
        columns={[
          { key: 'name', label: f.thing, heading: true, cell: (row) => row.name },
          { key: 'amount', label: f.amount, number: true, cell: (row) => <Money grosze={row.amount} /> },
        ]}
        foot={
          <tr>
            <th scope="row">{f.sum}</th>
            <td class="number">
              <Money grosze={total} />
            </td>
          </tr>
        }
      />
      <Lines title={f.legal} lines={facts.legal} />
      <Lines title={known.fields.training} lines={facts.training} />
      <Rows
        title={f.risks}
        rows={facts.risks}
        columns={[
          { key: 'risk', label: f.risk, heading: true, cell: (row) => row.risk },
          { key: 'answer', label: f.answer, cell: (row) => row.answer },
        ]}
      />
      {facts.timetable.length > 0 && (
        <Panel title={f.timetable} long>
          <SummaryList
            items={facts.timetable.map(({ month, what }) => ({ term: f.month(month), value: what }))}
          />
        </Panel>
      )}
      <Lines title={known.fields.knowhow} lines={facts.knowhow} />
    </>
  );
}
