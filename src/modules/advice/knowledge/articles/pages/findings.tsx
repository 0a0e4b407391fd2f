import type { FieldError } from '#kernel/errors.ts';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Finding } from '../schema.ts';

function Decision({ finding }: { finding: Finding }) {
  const t = useText(text).article;
  const { id, decision, instead, reason } = finding;
  if (decision === 'kept') return <>{`${t.kept}: ${reason}`}</>;
  if (decision === 'removed') return <>{t.removedAs(instead)}</>;
  return (
    <div class="field-group">
      <select class="ds-input" name={`d.${id}`} aria-label={`${t.decision}: ${finding.said}`}>
        <option value="">–</option>
        <option value="removed" selected>{`${t.removed} (${instead})`}</option>
        <option value="kept">{t.kept}</option>
      </select>
      <TextField name={`r.${id}`} label={t.reason} optional maxlength={300} />
    </div>
  );
}

/** What was found, each with its decision; those open are decided together. */
export function Findings(props: {
  findings: readonly Finding[];
  path: string;
  formKey: string;
  writing: boolean;
  errors?: readonly FieldError[];
}) {
  const all = useText(text);
  const t = all.article;
  const { findings } = props;
  if (findings.length === 0)
    return props.writing ? (
      <Panel title={t.findings}>
        <p>{t.noFindings}</p>
      </Panel>
    ) : null;
  const open = findings.some((f) => f.decision === null);
  const table = (
    <DataTable<Finding>
      caption={t.findings}
      captionHidden
      rows={findings}
      columns={[
        {
          key: 'said',
          label: t.said,
          heading: true,
          cell: ({ said }) => said || <span class="muted">{t.forgotten}</span>,
        },
        { key: 'kind', label: t.kind, cell: ({ kind }) => all.kinds[kind] },
        { key: 'decision', label: t.decision, cell: (finding) => <Decision finding={finding} /> },
      ]}
    />
  );
  return (
    <Panel title={t.findings} long id="findings">
      <p>{t.findingsLead}</p>
      {open && props.writing ? (
        <Form
          light
          part="f"
          action={`${props.path}/decide`}
          formKey={props.formKey}
          errors={props.errors?.filter(({ field }) => field.startsWith('r.'))}
        >
          {table}
          <FormActions submit={t.decide} />
        </Form>
      ) : (
        table
      )}
    </Panel>
  );
}
