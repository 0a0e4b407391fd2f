import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { text } from '../../text.pl.ts';
import type { Variant } from '../schema.ts';

/** For workers: keeping the budget on the page, and those kept before. Stands outside what follows typing. */
export function Variants(props: {
  action: string;
  /** The budget on the page, as a query. */
  typed: string;
  formKey: string;
  variants: readonly Variant[];
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).variants;
  const { action, variants } = props;
  return (
    <Panel title={t.title}>
      {variants.length > 0 && (
        <RuledList
          items={variants.map(({ id, name, href, by, at }) => (
            <form method="post" action={`${action}/kept/${id}`}>
              <a href={href}>{name}</a>{' '}
              <span class="muted">
                <DateText date={at} />
                {by && `, ${by}`}
              </span>{' '}
              <Button variant="tertiary" small>
                {t.drop}
                <span class="visually-hidden"> {name}</span>
              </Button>
            </form>
          ))}
        />
      )}
      <Form
        light
        action={`${action}/kept`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <input type="hidden" name="typed" value={props.typed} />
        <TextField name="name" label={t.name} hint={t.hint} width="m" maxlength={120} />
        <FormActions submit={t.keep} />
      </Form>
    </Panel>
  );
}
