import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../../pages/frame.tsx';
import type { EvaluationView } from '../../service.ts';
import { text } from '../../text.pl.ts';
import { CONCLUSIONS } from '../schema.ts';

export interface Sent {
  readonly view: EvaluationView;
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

function OneForm(
  props: Sent & { title: string; lead?: string; tail: string; submit?: string; children?: Child },
) {
  const t = useText(text);
  const { view } = props;
  const base = `/partnerships/${view.partnership.id}/evaluation`;
  const path = `${base}/${view.evaluation.id}`;
  return (
    <PartnershipFrame
      partnership={view.partnership}
      member
      current="evaluation"
      title={props.title}
      lead={props.lead}
      trail={[
        { href: base, label: t.title },
        { href: path, label: view.evaluation.title },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${path}/${props.tail}`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        {props.children}
        <FormActions submit={props.submit} cancelHref={path} />
      </Form>
    </PartnershipFrame>
  );
}

export function ConclusionPage(props: Sent) {
  const t = useText(text).conclusions;
  return (
    <OneForm {...props} title={t.add} tail="conclusions/new">
      <Radios
        name="kind"
        label={t.kind}
        options={CONCLUSIONS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextArea name="body" label={t.body} rows={3} max={1000} />
    </OneForm>
  );
}

export function ComparisonPage(props: Sent) {
  const t = useText(text).compare;
  return (
    <OneForm {...props} title={t.add} lead={t.lead} tail="comparisons/new">
      <TextField name="indicator" label={t.indicator} />
      <TextArea name="definition" label={t.definition} rows={2} />
      <TextField name="here" label={t.here} width="m" />
      <TextField name="other" label={t.other} />
      <TextField name="there" label={t.there} width="m" />
      <TextArea name="source" label={t.source} rows={2} />
      <TextArea name="caveat" label={t.caveat} rows={2} />
    </OneForm>
  );
}

export function DecisionPage(props: Sent) {
  const t = useText(text).decide;
  return (
    <OneForm {...props} title={t.title} lead={t.lead} tail="decide" submit={t.submit}>
      <TextArea name="decision" label={t.decision} rows={6} max={5000} />
    </OneForm>
  );
}
