import type { FieldError } from '#kernel/errors.ts';
import { classWords } from '#modules/organisations/api.ts';
import { Checkboxes, Radios, Select } from '#ui/components/choices.tsx';
import { FieldRow } from '#ui/components/form.tsx';
import { Details, Notice } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Recipient, SPECIAL } from '../../grants/api.ts';
import { CaseForm } from '../../pages/case-form.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { CONSENT_WAYS } from '../schema.ts';
import { type Text, text } from '../text.pl.ts';

export interface ConsentTextLine {
  readonly version: string;
  readonly lang: string;
  readonly easy: boolean;
  readonly body: string;
}

/** Messages of this form that are more than a code of the kernel. */
export const worded = (t: Text, errors: readonly FieldError[] = []): FieldError[] => {
  const words: Readonly<Record<string, string>> = {
    'consent.beyond': t.form.beyond,
    'consent.needs_contact': t.form.needsContact,
    'consent.narrower': t.form.narrower,
  };
  return errors.map((e) => ({ ...e, message: words[e.message] ?? e.message }));
};

function RecipientClasses(props: { recipient: Recipient }) {
  const t = useText(text);
  const { lang } = useView();
  const { recipient } = props;
  return (
    <Checkboxes
      name={`share_${recipient.institutionId}`}
      label={recipient.name}
      hint={t.form.ceiling}
      options={recipient.classes.map((c) => ({
        value: c,
        label: classWords(lang)[c],
        hint: SPECIAL.includes(c) ? t.form.health : undefined,
      }))}
    />
  );
}

/** Recipients × classes of data as boxes to tick, with the version, language, way and period of the consent. */
export function ConsentFormPage(props: {
  head: CaseHead;
  formKey: string;
  recipients: readonly Recipient[];
  texts: readonly ConsentTextLine[];
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/basis`;
  const langs: Readonly<Record<string, string>> = t.langs;
  const plain = props.texts.filter((x) => !x.easy);
  if (props.recipients.length === 0)
    return (
      <CaseFrame head={props.head} current="basis" title={t.form.title}>
        <Notice>{t.noRecipients}</Notice>
        <p>
          <a href={base}>{t.title}</a>
        </p>
      </CaseFrame>
    );
  return (
    <CaseForm
      head={props.head}
      current="basis"
      title={t.form.title}
      width="text"
      lead={t.form.lead}
      action={`${base}/consent`}
      formKey={props.formKey}
      values={props.values}
      errors={worded(t, props.errors)}
      submit={t.record}
      cancelHref={base}
    >
      {props.recipients.map((recipient) => (
        <RecipientClasses recipient={recipient} />
      ))}
      <Select
        name="text"
        label={t.form.text}
        options={plain.map((x) => ({
          value: `${x.version}|${x.lang}`,
          label: t.form.version(x.version, langs[x.lang] ?? x.lang),
        }))}
      />
      {props.texts
        .filter((x) => x.lang === 'pl')
        .map((x) => (
          <Details summary={x.easy ? t.form.easy : t.form.read}>
            <p class="prose" style="white-space: pre-line" lang={x.lang}>
              {x.body}
            </p>
          </Details>
        ))}
      <FieldRow>
        <DateField name="given_on" label={t.form.givenOn} />
        <DateField name="valid_to" label={t.form.validTo} />
      </FieldRow>
      <Radios
        name="way"
        label={t.form.way}
        inline
        options={CONSENT_WAYS.map((w) => ({ value: w, label: t.ways[w] }))}
      />
      <TextField name="note" label={t.form.note} hint={t.form.noteHint} optional />
    </CaseForm>
  );
}
