import type { FieldError } from '#kernel/errors.ts';
import { Radios, Select, Suggest } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { enquiryWords, VALUE_BANDS } from '../../../enquiries/api.ts';
import type { Term } from '../../../record/api.ts';
import type { Rule } from '../../assistant/api.ts';
import { CONTROLS } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface ClauseFormPageProps {
  /** The id of the entry that is changed; null for a new one. */
  readonly id: string | null;
  readonly version?: number;
  readonly formKey: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly rules: readonly Rule[];
  readonly groups: readonly Term[];
  readonly counties: readonly { readonly code: string; readonly name: string }[];
}

export function ClauseFormPage(props: ClauseFormPageProps) {
  const t = useText(text);
  const { bands } = useText(enquiryWords);
  const { id, values } = props;
  const register = { href: '/procurement/register', label: t.title };
  return (
    <Page
      title={id === null ? t.newTitle : t.editTitle}
      lead={t.newLead}
      width="text"
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[{ href: '/directory', label: t.directory }, register]}
    >
      <Form
        action={id === null ? '/procurement/register/new' : `/procurement/register/${id}/edit`}
        formKey={props.formKey}
        version={props.version}
        values={values}
        errors={props.errors}
      >
        <input
          type="hidden"
          name="enquiry"
          value={typeof values.enquiry === 'string' ? values.enquiry : ''}
        />
        <TextField name="buyer" label={t.buyer} maxlength={200} />
        <Suggest
          name="county"
          label={t.county}
          options={props.counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField name="subject" label={t.subject} maxlength={300} />
        <FieldRow>
          <TextField name="cpv" label={t.cpv} maxlength={10} width="s" optional />
          <Select
            name="valueBand"
            label={t.value}
            options={VALUE_BANDS.map((band) => ({ value: band, label: bands[band] }))}
          />
        </FieldRow>
        <Select
          name="rule"
          label={t.rule}
          options={props.rules.map(({ code, article, name }) => ({
            value: code,
            label: `${article} ${name}`,
          }))}
        />
        <Select
          name="group"
          label={t.group}
          optional
          options={props.groups.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FieldRow>
          <Select
            name="kind"
            label={t.kind}
            optional
            options={(['percent', 'persons'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <TextField name="required" label={t.required} inputmode="numeric" width="s" optional />
        </FieldRow>
        <FieldRow>
          <DateField name="startsOn" label={t.starts} />
          <DateField name="endsOn" label={t.ends} optional />
        </FieldRow>
        <TextField name="contractor" label={t.contractor} hint={t.contractorHint} maxlength={300} optional />
        <TextField
          name="employed"
          label={t.employed}
          hint={t.employedHint}
          inputmode="numeric"
          width="s"
          optional
        />
        <Radios
          name="control"
          label={t.control}
          options={CONTROLS.map((control) => ({ value: control, label: t.controls[control] }))}
        />
        <TextArea
          name="controlNote"
          label={t.controlNote}
          hint={t.controlNoteHint}
          rows={3}
          max={1000}
          optional
        />
        <FormActions submit={t.save} cancelHref={id === null ? register.href : `${register.href}/${id}`} />
      </Form>
    </Page>
  );
}
