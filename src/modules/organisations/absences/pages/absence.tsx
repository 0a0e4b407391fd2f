import type { FieldError } from '#kernel/errors.ts';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DateField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as words } from '../../text.pl.ts';
import type { Colleague } from '../../workers/schema.ts';
import { text } from '../text.pl.ts';

export function AbsencePage(props: {
  worker: Colleague;
  candidates: readonly Colleague[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const all = useText(words);
  const back = `/institution/workers/${props.worker.id}`;
  return (
    <Page
      title={t.title}
      lead={t.lead(props.worker.name)}
      breadcrumb={[
        { href: '/institution', label: all.institution.title },
        { href: back, label: props.worker.name },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      {props.candidates.length === 0 ? (
        <EmptyState title={t.nobody}>{t.nobodyMore}</EmptyState>
      ) : (
        <Form action={`${back}/absence`} formKey={props.formKey} values={props.values} errors={props.errors}>
          <FieldRow>
            <DateField name="from" label={t.from} />
            <DateField name="to" label={t.to} noHint />
          </FieldRow>
          <Select
            name="standIn"
            label={t.standIn}
            hint={t.standInHint}
            width="l"
            options={props.candidates.map((c) => ({ value: c.id, label: c.name }))}
          />
          <FormActions submit={t.submit} cancelHref={back} />
        </Form>
      )}
    </Page>
  );
}
