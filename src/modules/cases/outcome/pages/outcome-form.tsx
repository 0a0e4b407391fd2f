import type { FieldError } from '#kernel/errors.ts';
import { type FormValues, typedList } from '#kernel/forms/forms.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Radios, Select } from '#ui/components/choices.tsx';
import { Fieldset, FormActions } from '#ui/components/form.tsx';
import { Details } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../schema.ts';
import {
  EVALUATIONS,
  extrasFor,
  HOURS,
  type OpenItem,
  OUTCOME_KINDS,
  type OutcomeKind,
  TERMS,
} from '../schema.ts';
import { text } from '../text.pl.ts';
import type { Dictionaries } from './outcome.tsx';

const options = (terms: readonly Term[]) => terms.map((t) => ({ value: t.code, label: t.label }));

function OpenItems(props: { items: readonly OpenItem[] }) {
  const t = useText(text);
  if (props.items.length === 0) return null;
  return (
    <Fieldset legend={t.openItems} hint={t.openItemsHint}>
      {props.items.map((item) => (
        <>
          <Radios
            name={`item_${item.lineageId}`}
            label={`${item.serviceLabel}, ${item.institutionName}`}
            inline
            options={[
              { value: 'done', label: t.itemResults.done },
              { value: 'not_done', label: t.itemResults.not_done },
            ]}
          />
          <TextField name={`reason_${item.lineageId}`} label={t.reason} optional maxlength={1000} />
        </>
      ))}
    </Fieldset>
  );
}

function KindRadios() {
  const t = useText(text);
  return (
    <Radios
      name="kind"
      label={t.kind}
      options={OUTCOME_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
    />
  );
}

/** First the kind of the result: it decides what is asked. */
export function KindPage(props: { head: CaseHead }) {
  const t = useText(text);
  const { id } = props.head.case;
  return (
    <CaseFrame head={props.head} current="outcome" title={t.formTitle} quiet width="text">
      <form class="form" method="get" action={`/cases/${id}/outcome/new`}>
        <KindRadios />
        <FormActions submit={t.kindChoose} cancelHref={`/cases/${id}/outcome`} />
      </form>
    </CaseFrame>
  );
}

const EMPLOYMENT = ['employment_started_on', 'employment_hours', 'employment_term', 'planned_months'];

function Employment() {
  const t = useText(text);
  return (
    <Fieldset legend={t.employment}>
      <DateField name="employment_started_on" label={t.startedOn} />
      <Select
        name="employment_hours"
        label={t.hours}
        options={HOURS.map((h) => ({ value: h, label: t.hoursOf[h] }))}
      />
      <Radios
        name="employment_term"
        label={t.term}
        inline
        options={TERMS.map((term) => ({ value: term, label: t.terms[term] }))}
      />
      <TextField
        name="planned_months"
        label={t.months}
        hint={t.monthsHint}
        width="xs"
        inputmode="numeric"
        optional
      />
    </Fieldset>
  );
}

/** What was typed about a job stays in the form while another kind is looked at. */
function Kept(props: { values?: Readonly<Record<string, unknown>> }) {
  return EMPLOYMENT.map((name) => {
    const value = props.values?.[name];
    return typeof value === 'string' && value !== '' && <input type="hidden" name={name} value={value} />;
  });
}

/** The result of one kind, its evidence, what it means for employment, signs of progress, and the items still open. */
export function OutcomeFormPage(props: {
  head: CaseHead;
  formKey: string;
  kind: OutcomeKind;
  terms: Dictionaries;
  open: readonly OpenItem[];
  values?: FormValues;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { kind, values } = props;
  const { id, rowVersion } = props.head.case;
  const { outcomes, evidences, progress } = props.terms;
  const job = kind === 'employment';
  const extra = options(extrasFor(outcomes, kind));
  const proofs = job ? evidences.filter((e) => e.meta.employment === true) : evidences;
  return (
    <CaseForm
      head={props.head}
      current="outcome"
      title={t.formTitle}
      width="text"
      action={`/cases/${id}/outcome`}
      formKey={props.formKey}
      version={rowVersion}
      values={{ ...values, kind }}
      errors={props.errors}
      submit={t.submit}
      cancelHref={`/cases/${id}/outcome`}
    >
      <KindRadios />
      <p>
        <Button name="choose" value="kind" formnovalidate small>
          {t.kindChange}
        </Button>{' '}
        <span class="small muted">{t.kindChangeHint}</span>
      </p>
      <Radios name="code" label={t.code} options={options(outcomes.filter((o) => o.meta.kind === kind))} />
      {job ? <Employment /> : <Kept values={values} />}
      <DateField name="left_on" label={t.leftOn} hint={t.leftOnHint} />
      <Select name="evidence" label={t.evidence} options={options(proofs)} />
      <Details summary={t.extra} open={typedList(values ?? {}, 'extra').length > 0}>
        <Checkboxes name="extra" label={t.extra} hint={t.extraHint} optional options={extra} />
      </Details>
      <Checkboxes
        name="progress"
        label={t.progress}
        hint={t.progressHint}
        optional
        options={options(progress)}
      />
      <OpenItems items={props.open} />
      <DateField name="informed_on" label={t.informedOn} />
      <Radios
        name="evaluation"
        label={t.evaluation}
        inline
        options={EVALUATIONS.map((e) => ({ value: e, label: t.evaluations[e] }))}
      />
      <TextArea name="note" label={t.note} optional max={2000} rows={4} />
    </CaseForm>
  );
}
