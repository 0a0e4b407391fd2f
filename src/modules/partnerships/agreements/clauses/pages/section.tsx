import { Button } from '#ui/components/buttons.tsx';
import { HiddenFields } from '#ui/components/form.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Clause, Section } from '../schema.ts';
import type { BuilderProps } from './builder.tsx';

export function NeedTag(props: { need: Clause['need'] }) {
  const t = useText(text).needs;
  const tone = props.need === 'good' ? 'neutral' : props.need === 'operating' ? 'info' : 'accent';
  return (
    <Tag tone={tone} icon={props.need === 'statute' ? 'done' : undefined}>
      {t[props.need]}
    </Tag>
  );
}

/** The clauses of a chapter, and what the dictionary has for it beside them. */
export function SectionPanel(props: BuilderProps & { section: Section }) {
  const t = useText(text);
  const { section, agreement: a, clauses, dictionary } = props;
  const base = `/partnerships/${a.partnershipId}/agreements/${a.version}`;
  const here = clauses.filter((c) => c.section === section);
  const absent = dictionary.filter(
    (c) => c.section === section && !clauses.some((one) => one.code === c.code),
  );
  if (here.length + absent.length === 0) return null;
  const add = (c: Clause) => (
    <li id={`missing-${c.code}`}>
      <form method="post" action={`${base}/clauses`}>
        <HiddenFields formKey={props.newKey()} />
        <input type="hidden" name="code" value={c.code} />
        <b>{c.title}</b> <NeedTag need={c.need} />
        <br />
        {c.about} <span class="muted">{c.source}</span>{' '}
        <Button small icon="add">
          {t.builder.add}
          <span class="visually-hidden"> {c.title}</span>
        </Button>
      </form>
    </li>
  );
  return (
    <Panel title={t.sections[section]} long>
      {here.length > 0 && (
        <DataTable
          caption={t.sections[section]}
          captionHidden
          rows={here}
          columns={[
            {
              key: 'clause',
              label: t.builder.clause,
              heading: true,
              cell: (c) => <a href={`${base}/clauses/${c.id}`}>{c.title}</a>,
            },
            { key: 'need', label: t.builder.need, cell: (c) => <NeedTag need={c.need} /> },
            {
              key: 'remarks',
              label: t.builder.remarks,
              cell: (c) => {
                const waiting = props.open.get(c.id) ?? 0;
                return waiting > 0 ? <Tag tone="warning">{t.builder.waiting(waiting)}</Tag> : '–';
              },
            },
          ]}
        />
      )}
      {absent.length > 0 && (
        <Details summary={t.builder.notThere} open={absent.some((c) => c.need === 'statute')}>
          {section === 'reintegration' && <p>{t.builder.package}</p>}
          <ul class="ruled">{absent.map(add)}</ul>
        </Details>
      )}
    </Panel>
  );
}
