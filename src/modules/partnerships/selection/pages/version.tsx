import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel, RuledList, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Criterion, Version } from '../schema.ts';
import { text } from '../text.pl.ts';

const PARTS = ['who', 'basis', 'choosing', 'orderWords', 'appeal', 'changeNote'] as const;

/** The words of a version. */
export function RulesPanel(props: { version: Version; title: string; action?: unknown }) {
  const t = useText(text);
  const { selection } = props.version;
  return (
    <Panel title={props.title} action={props.action as never}>
      <SummaryList
        items={PARTS.filter((part) => selection[part] !== '').map((part) => ({
          term: t.parts[part],
          value: <span class="pre-line">{selection[part]}</span>,
        }))}
      />
    </Panel>
  );
}

function Criteria(props: {
  rows: readonly Criterion[];
  title: string;
  base: string;
  writes: boolean;
  ranked: boolean;
}) {
  const t = useText(text).criteria;
  return (
    <DataTable
      caption={props.title}
      captionHidden
      rows={props.rows}
      columns={[
        {
          key: 'name',
          label: t.name,
          heading: true,
          cell: (c) => {
            const name = props.ranked ? `${c.position}. ${c.name}` : c.name;
            return props.writes ? <a href={`${props.base}/criteria/${c.id}`}>{name}</a> : name;
          },
        },
        { key: 'basis', label: t.basis, cell: (c) => c.basis || '–' },
        { key: 'checking', label: t.checking, cell: (c) => c.checking },
      ]}
    />
  );
}

/** Conditions, and grounds of priority in their order. */
export function CriteriaPanels(props: { version: Version; base: string; writes: boolean }) {
  const t = useText(text).criteria;
  const { criteria } = props.version;
  const conditions = criteria.filter((c) => c.kind === 'condition');
  const grounds = criteria.filter((c) => c.kind === 'ground');
  const add = props.writes ? (
    <ButtonLink small icon="add" href={`${props.base}/criteria/new`}>
      {t.add}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <Panel title={t.conditions} action={add}>
        {conditions.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <>
            <p>{t.conditionsLead}</p>
            <Criteria
              rows={conditions}
              title={t.conditions}
              base={props.base}
              writes={props.writes}
              ranked={false}
            />
          </>
        )}
      </Panel>
      <Panel title={t.grounds}>
        {grounds.length === 0 ? (
          <p>{t.noGrounds}</p>
        ) : (
          <>
            <p>{t.groundsLead}</p>
            <Criteria rows={grounds} title={t.grounds} base={props.base} writes={props.writes} ranked />
          </>
        )}
      </Panel>
    </>
  );
}

/** Who agreed to a version, who has not, and what the reader may do about it. */
export function ConsentPanel(props: {
  version: Version;
  base: string;
  coordinates: boolean;
  represents: boolean;
  institutionId: string;
  keys: readonly string[];
}) {
  const t = useText(text).consent;
  const { lang } = useView();
  const { selection, consents, missing } = props.version;
  const at = `${props.base}/versions/${selection.id}`;
  const [first = '', second = ''] = props.keys;
  return (
    <Panel title={t.title}>
      {consents.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <RuledList
          items={consents.map((c) => t.given(c.institution, c.worker, formatDate(c.agreedOn, lang)))}
        />
      )}
      {selection.state === 'proposed' && (
        <p>{missing.length === 0 ? t.all : `${t.missing}: ${missing.map((m) => m.name).join(', ')}.`}</p>
      )}
      {selection.state === 'proposed' &&
        props.represents &&
        missing.some((m) => m.id === props.institutionId) && (
          <Form light action={`${at}/agree`} formKey={first} part="agree">
            <Button variant="primary">{t.agree}</Button>
          </Form>
        )}
      {selection.state === 'proposed' && props.coordinates && (
        <>
          {missing.length === 0 && (
            <Form light action={`${at}/in-force`} formKey={first} part="force">
              <DateField name="from" label={t.from} optional />
              <Button variant="primary">{t.inForce}</Button>
            </Form>
          )}
          <Form light action={`${at}/take-back`} formKey={second} part="back">
            <p>{t.takeBackHint}</p>
            <Button>{t.takeBack}</Button>
          </Form>
        </>
      )}
      {selection.state === 'draft' && props.coordinates && (
        <Form light action={`${at}/propose`} formKey={first} part="propose">
          <p>{t.proposeHint}</p>
          <Button variant="primary">{t.propose}</Button>
        </Form>
      )}
    </Panel>
  );
}
