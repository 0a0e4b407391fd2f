import type { FieldError } from '#kernel/errors.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { ConfirmForm, FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { WorkerFunction } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { Colleague, HeldFunction } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  formKey: string;
}

export function NewWorkerPage(props: Sent & { offered: readonly WorkerFunction[] }) {
  const t = useText(text);
  const all = useText(words);
  return (
    <Page
      title={t.newTitle}
      lead={t.newLead}
      breadcrumb={[{ href: '/institution', label: all.institution.title }]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action="/institution/workers/new"
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
      >
        <FieldRow>
          <TextField name="given" label={t.given} maxlength={100} />
          <TextField name="family" label={t.family} maxlength={100} />
        </FieldRow>
        <TextField name="email" label={t.email} hint={t.emailHint} type="email" width="l" />
        <TextField name="phone" label={t.phone} type="tel" width="m" optional />
        <Checkboxes
          name="functions"
          label={t.functions}
          hint={t.functionsHint}
          options={props.offered.map((f) => ({ value: f, label: all.functions[f] }))}
        />
        <DateField name="from" label={t.from} optional />
        <FormActions submit={t.add} cancelHref="/institution" />
      </Form>
    </Page>
  );
}

export function EndFunctionPage(props: Sent & { worker: Colleague; held: HeldFunction }) {
  const t = useText(text);
  const all = useText(words);
  const { worker, held } = props;
  const back = `/institution/workers/${worker.id}`;
  return (
    <Page
      title={t.endFunctionTitle}
      lead={t.endFunctionLead(worker.name, all.functions[held.function])}
      breadcrumb={[
        { href: '/institution', label: all.institution.title },
        { href: back, label: worker.name },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <ConfirmForm
        action={`${back}/functions/${held.id}/end`}
        formKey={props.formKey}
        values={props.values}
        errors={props.errors}
        consequences={[t.endConsequence]}
        submit={t.endFunctionTitle}
        cancelHref={back}
      >
        <DateField name="to" label={t.lastDay} />
      </ConfirmForm>
    </Page>
  );
}
