import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import type { Indicator, Measurement, Plan, Reading } from '../schema.ts';
import { text } from '../text.pl.ts';
import { PlanFrame, type Sent, useReading } from './common.tsx';

type Props = Sent & { partnership: Partnership; plan: Plan };
const failed = (props: Sent) => (props.errors?.length ?? 0) > 0;

function Measurements(props: {
  rows: readonly Measurement[];
  indicator: Indicator;
  base: string;
  measures: boolean;
}) {
  const t = useText(text).indicators;
  const { lang } = useView();
  const show = useReading();
  const { rows, indicator, measures } = props;
  if (rows.length === 0) return <p>{t.noHistory}</p>;
  return (
    <DataTable
      caption={t.history}
      captionHidden
      rows={rows}
      columns={[
        { key: 'on', label: t.measuredOn, heading: true, cell: (m) => formatDate(m.measuredOn, lang) },
        {
          key: 'value',
          label: t.measureValue,
          number: true,
          cell: (m) =>
            m.withdrawnOn ? (
              <span>
                <s>{show.number(m.value, indicator.unit)}</s> ({t.withdrawn(formatDate(m.withdrawnOn, lang))})
              </span>
            ) : (
              show.number(m.value, indicator.unit)
            ),
        },
        { key: 'source', label: t.source, cell: (m) => m.source },
        {
          key: 'withdraw',
          label: t.withdraw,
          quiet: true,
          cell: (m) =>
            measures && m.withdrawnOn === null ? (
              <form method="post" action={`${props.base}/measurements/${m.id}/withdraw`}>
                <Button small>
                  {t.withdraw}
                  <span class="visually-hidden"> {formatDate(m.measuredOn, lang)}</span>
                </Button>
              </form>
            ) : null,
        },
      ]}
    />
  );
}

/** What an indicator means, its values with their sources, and the form of the next one. */
export function IndicatorPage(
  props: Props & {
    indicator: Indicator;
    reading: Reading | null;
    measurements: readonly Measurement[];
    measures: boolean;
    writes: boolean;
    today: LocalDate;
  },
) {
  const t = useText(text).indicators;
  const all = useText(text);
  const { lang } = useView();
  const show = useReading();
  const { indicator: i, reading } = props;
  const base = `/partnerships/${props.partnership.id}/plan/${props.plan.id}`;
  const form = props.values ?? { on: formatDate(props.today, lang) };
  return (
    <PlanFrame partnership={props.partnership} plan={props.plan} title={i.name} failed={failed(props)}>
      <Panel
        title={t.open}
        action={
          props.writes ? (
            <ButtonLink small href={`${base}/indicators/${i.id}/edit`}>
              {all.form.part}
            </ButtonLink>
          ) : undefined
        }
      >
        <SummaryList
          items={[
            {
              term: t.value,
              value: `${show.reading(reading, i.unit)}${reading?.value == null ? '' : `, ${t.asOf(formatDate(reading.on, lang))}`}`,
            },
            { term: t.target, value: `${show.number(i.target, i.unit)}, ${t.directions[i.direction]}` },
            {
              term: t.baseline,
              value: `${show.number(i.baseline, i.unit)}${i.baselineOn ? `, ${t.asOf(formatDate(i.baselineOn, lang))}` : ''}`,
            },
            { term: t.definition, value: <span class="pre-line">{i.definition}</span> },
            {
              term: t.computed,
              value: i.computed
                ? `${all.fromCases}: ${t.codes[i.computed]}. ${t.means[i.computed]}`
                : t.manual,
            },
          ]}
        />
      </Panel>
      <Panel title={t.history}>
        <Measurements rows={props.measurements} indicator={i} base={base} measures={props.measures} />
        {props.measures && (
          <Form
            light
            action={`${base}/indicators/${i.id}`}
            formKey={props.formKey}
            values={form}
            errors={props.errors}
          >
            <FieldRow>
              <TextField
                name="value"
                label={t.measureValue}
                inputmode="decimal"
                width="s"
                suffix={i.unit || undefined}
              />
              <DateField name="on" label={t.measuredOn} noHint />
            </FieldRow>
            <TextField name="source" label={t.source} hint={t.sourceHint} maxlength={300} />
            <FormActions submit={t.measure} />
          </Form>
        )}
      </Panel>
    </PlanFrame>
  );
}
