import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DateField, FileField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { SIGNATURE_FORMS } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { AgreementView } from '../schema.ts';
import { text as words } from '../text.pl.ts';

/** Who has signed and who has not; the form for whoever may sign now. */
export function Signatures(props: {
  agreement: AgreementView;
  maySign: boolean;
  formKey: string;
  signing?: { values?: Readonly<Record<string, unknown>>; errors?: readonly FieldError[] };
}) {
  const [t, own] = [useText(text).agreement, useText(words).document];
  const { lang } = useView();
  const { agreement: a } = props;
  return (
    <Panel title={`${t.signatures}: ${a.signed.length}`} id="signatures">
      {a.signed.length === 0 ? (
        <p>{t.nobodySigned}</p>
      ) : (
        <RuledList
          items={a.signed.map((s) => (
            <>
              <b>{s.institution}</b>: {s.signedBy}, {formatDate(s.signedOn, lang)}, {t.forms[s.form]}
              {s.accession && `, ${own.accession}`}
              {s.fileId && (
                <>
                  {', '}
                  <a
                    href={`/partnerships/${a.partnershipId}/agreements/${a.version}/signatures/${s.institutionId}`}
                    download
                  >
                    {own.scan}
                  </a>
                </>
              )}
            </>
          ))}
        />
      )}
      {a.waiting.length > 0 && (a.state === 'signing' || a.state === 'in_force') && (
        <p>
          {t.waiting}: {a.waiting.map((w) => w.name).join(', ')}
        </p>
      )}
      {props.maySign && (
        <div class="no-print stack">
          <h3>{t.sign}</h3>
          <Form
            light
            upload
            action={`/partnerships/${a.partnershipId}/agreements/${a.version}/sign`}
            formKey={props.formKey}
            values={props.signing?.values}
            errors={props.signing?.errors}
          >
            <TextField name="signedBy" label={t.signedBy} width="l" maxlength={200} />
            <DateField name="signedOn" label={t.signedOn} />
            <Radios
              name="form"
              label={t.form}
              options={SIGNATURE_FORMS.map((f) => ({ value: f, label: t.forms[f] }))}
            />
            <FileField
              name="scan"
              label={own.scanField}
              hint={own.scanHint}
              accept=".pdf,.png,.jpg,.jpeg"
              optional
            />
            <FormActions submit={t.sign} />
          </Form>
        </div>
      )}
    </Panel>
  );
}
