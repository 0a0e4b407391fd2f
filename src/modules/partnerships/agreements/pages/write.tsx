import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { classWords, typeWords } from '#modules/organisations/api.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { FieldRow, Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CEILING_CLASSES, type Partnership } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type AgreementView, OBLIGATORY, PARTS } from '../schema.ts';

/** The draft of a version: the text, and the most that each type of member may receive. */
export function WritePage(props: {
  partnership: Partnership;
  /** What the form starts from: the draft itself, or the version before. */
  from: AgreementView | null;
  /** Number of the draft being edited; null writes a new one. */
  version: number | null;
  types: readonly string[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const all = useText(text);
  const t = all.agreement;
  const { lang } = useView();
  const { partnership: p, from, version } = props;
  const base = `/partnerships/${p.id}`;
  const hints: Readonly<Partial<Record<string, string>>> = t.hints;
  const amending = from !== null && (version === null || version > 1);
  const started: Record<string, unknown> = from
    ? {
        ...from.text,
        ...(version === null ? { changeNote: '' } : {}),
        from: version === null ? '' : formatDate(from.validFrom, lang),
        to: from.validTo ? formatDate(from.validTo, lang) : '',
        ...Object.fromEntries(from.ceiling.map((c) => [`ceiling_${c.type}`, c.classes])),
      }
    : {};
  return (
    <Page
      title={version === null ? (amending ? t.amend : t.write) : t.edit}
      lead={t.draftLead}
      breadcrumb={[
        { href: '/partnerships', label: all.title },
        { href: base, label: p.name },
      ]}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/agreements/${version === null ? 'new' : `${version}/edit`}`}
        formKey={props.formKey}
        version={version === null ? undefined : from?.rowVersion}
        values={props.values ?? started}
        errors={props.errors}
      >
        {amending && <TextArea name="changeNote" label={t.changeNote} rows={3} optional />}
        {PARTS.map((part) => (
          <TextArea
            name={part}
            label={t.parts[part]}
            hint={hints[part]}
            rows={4}
            optional={!OBLIGATORY.includes(part)}
          />
        ))}
        <FieldRow>
          <DateField name="from" label={t.from} />
          <DateField name="to" label={t.to} optional noHint />
        </FieldRow>
        <Fieldset legend={all.ceiling.title} hint={t.ceilingHint}>
          {props.types.map((type) => (
            <Checkboxes
              name={`ceiling_${type}`}
              label={typeWords(lang)[type] ?? type}
              options={CEILING_CLASSES.map((c) => ({ value: c, label: classWords(lang)[c] ?? c }))}
            />
          ))}
        </Fieldset>
        <FormActions submit={t.save} cancelHref={base} />
      </Form>
    </Page>
  );
}
