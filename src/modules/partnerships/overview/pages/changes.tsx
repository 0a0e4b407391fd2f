import type { FieldError } from '#kernel/errors.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { ConfirmForm, Form, FormActions } from '#ui/components/form.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Partnership } from '../../schema.ts';
import { text } from '../../text.pl.ts';

interface Sent {
  partnership: Partnership;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
const failed = (props: Sent) => (props.errors?.length ?? 0) > 0;

export function AreaPage(
  props: Sent & { gminas: readonly { id: string; name: string }[]; chosen: readonly string[] },
) {
  const t = useText(text);
  const { partnership: p } = props;
  const base = `/partnerships/${p.id}`;
  return (
    <Page
      title={t.area.change}
      breadcrumb={[
        { href: '/partnerships', label: t.title },
        { href: base, label: p.name },
      ]}
      width="text"
      failed={failed(props)}
    >
      <Form
        action={`${base}/area`}
        formKey={props.formKey}
        version={p.rowVersion}
        values={props.values ?? { name: p.name, area: props.chosen }}
        errors={props.errors}
      >
        <TextField name="name" label={t.name} maxlength={200} />
        <Checkboxes
          name="area"
          label={t.area.gminas}
          hint={t.area.hint}
          options={props.gminas.map((g) => ({ value: g.id, label: g.name }))}
        />
        <FormActions submit={t.area.save} cancelHref={base} />
      </Form>
    </Page>
  );
}

export function StatePage(props: Sent & { to: 'negotiation' | 'operating' | 'suspended' | 'ended' }) {
  const t = useText(text);
  const { partnership: p, to } = props;
  const base = `/partnerships/${p.id}`;
  return (
    <Page
      title={t.actions[to]}
      lead={p.name}
      breadcrumb={[
        { href: '/partnerships', label: t.title },
        { href: base, label: p.name },
      ]}
      width="text"
      failed={failed(props)}
    >
      <ConfirmForm
        action={`${base}/state/${to}`}
        formKey={props.formKey}
        errors={props.errors}
        consequences={[t.actions.confirm[to]]}
        submit={t.actions[to]}
        danger={to === 'ended' || to === 'suspended'}
        cancelHref={base}
      />
    </Page>
  );
}
