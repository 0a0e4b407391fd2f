import type { FieldError } from '#kernel/errors.ts';
import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type MatterView, PROPOSABLE, REASONS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface MatterPageProps {
  view: MatterView;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
export const fieldsOf = ({ matter }: MatterView) =>
  PROPOSABLE.filter((f) => matter.proposed[f] !== undefined);

/** Yes on top, no below: each its own form, both made from the same version. */
export function Decide(props: MatterPageProps) {
  const t = useText(text);
  const { view, formKey, values, errors = [] } = props;
  const { matter } = view;
  const path = `/directory/moderation/${matter.id}`;
  const fields = fieldsOf(view);
  const rejecting = errors.some((e) => e.field === 'reason' || e.field === 'rejectNote');
  const noteLabel = matter.kind === 'check' ? t.memo : t.answer;
  const hint = matter.kind === 'check' ? undefined : t.answerHint;
  const yes =
    matter.kind === 'claim' && matter.institutionId !== null
      ? t.acceptClaim
      : fields.length > 0
        ? t.accept
        : t.done;
  return (
    <>
      <Panel title={matter.kind === 'check' ? t.done : t.acceptTitle} tone="next">
        <Form
          action={`${path}/accept`}
          formKey={formKey}
          version={view.version}
          values={values}
          errors={rejecting ? undefined : errors}
          light
        >
          {fields.length > 0 && (
            <Checkboxes
              name="fields"
              label={t.take}
              values={fields}
              options={fields.map((f) => ({ value: f, label: t.fields[f] }))}
            />
          )}
          <TextArea name="note" label={noteLabel} hint={hint} optional rows={3} max={3000} />
          <Button variant="primary" icon="accept">
            {yes}
          </Button>
        </Form>
      </Panel>
      <Panel title={t.rejectTitle}>
        <Form
          action={`${path}/reject`}
          formKey={formKey}
          version={view.version}
          values={values}
          errors={rejecting ? errors : undefined}
          light
        >
          <Select
            name="reason"
            label={t.reason}
            options={REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          />
          <TextArea name="rejectNote" label={noteLabel} hint={hint} optional rows={3} max={3000} />
          <Button>{t.reject}</Button>
        </Form>
      </Panel>
    </>
  );
}

export function Decided(props: { view: MatterView }) {
  const t = useText(text);
  const { lang } = useView();
  const { state, closedAt, closedCode, closedNote } = props.view.matter;
  const reason = REASONS.find((r) => r === closedCode);
  return (
    <Panel title={t.result}>
      <p>
        <Tag tone={state === 'accepted' ? 'success' : 'neutral'}>{t.states[state]}</Tag>{' '}
        {closedAt && formatDate(warsawDate(closedAt), lang)}
      </p>
      {reason && <p>{t.reasons[reason]}</p>}
      {closedCode === 'partly' && <p>{t.partly}</p>}
      {closedNote !== '' && <p class="pre-line">{closedNote}</p>}
    </Panel>
  );
}
