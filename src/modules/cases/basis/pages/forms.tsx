import type { FieldError } from '#kernel/errors.ts';
import { classWords } from '#modules/organisations/api.ts';
import { Checkboxes, Radios, Select } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Details, Notice } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Partner, SPECIAL } from '../../grants/api.ts';
import { CaseForm } from '../../pages/case-form.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { type BasisChoice, CLAUSE_FORMS, type OwnScope } from '../schema.ts';
import { text } from '../text.pl.ts';
import { OwnData } from './own-data.tsx';

interface FormProps {
  head: CaseHead;
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
export interface ClauseLine {
  readonly version: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}

/** Which version of the clause the person received, in what language, when and how. */
export function ClausePage(props: FormProps & { clauses: readonly ClauseLine[] }) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/basis`;
  const langs: Readonly<Record<string, string>> = t.clause.langs;
  return (
    <CaseForm
      head={props.head}
      current="basis"
      title={t.clause.formTitle}
      width="text"
      lead={t.clause.formLead}
      action={`${base}/clause`}
      formKey={props.formKey}
      values={props.values}
      errors={props.errors}
      submit={t.clause.record}
      cancelHref={base}
    >
      <Radios
        name="clause"
        label={t.clause.which}
        options={props.clauses.map((c) => ({
          value: `${c.version}|${c.lang}`,
          label: t.clause.version(c.version, langs[c.lang] ?? c.lang),
        }))}
      />
      {props.clauses.map((c) => (
        <Details summary={`${t.clause.read}: ${langs[c.lang] ?? c.lang}`}>
          <div lang={c.lang}>
            <h3>{c.title}</h3>
            <p style="white-space: pre-line">{c.body}</p>
          </div>
        </Details>
      ))}
      <DateField name="given_on" label={t.clause.givenOn} />
      <Radios
        name="form"
        label={t.clause.form}
        options={CLAUSE_FORMS.map((f) => ({ value: f, label: t.clause.forms[f] }))}
      />
    </CaseForm>
  );
}

function Choose(props: { action: string; choices: readonly BasisChoice[]; chosen?: string }) {
  const t = useText(text);
  return (
    <FormScope values={{ basis: props.chosen }}>
      <FilterBar action={props.action}>
        <Select
          name="basis"
          label={t.form.basis}
          width="l"
          options={props.choices.map((b) => ({ value: b.code, label: `${b.label} (${b.article})` }))}
        />
      </FilterBar>
    </FormScope>
  );
}

/** On what basis the institution receives which classes. The basis is chosen first: it decides what may be ticked. */
export function InstitutionBasisPage(
  props: FormProps & {
    partner: Partner & { readonly own: readonly OwnScope[] };
    choices: readonly BasisChoice[];
    basis?: BasisChoice;
  },
) {
  const t = useText(text);
  const { lang } = useView();
  const { basis, partner } = props;
  const base = `/cases/${props.head.case.id}/basis`;
  const here = `${base}/institutions/${partner.institutionId}`;
  const errors = props.errors?.map((e) =>
    e.message === 'basis.beyond' ? { ...e, message: t.form.beyond } : e,
  );
  return (
    <CaseFrame
      head={props.head}
      current="basis"
      title={t.form.title(partner.name)}
      quiet
      width="text"
      failed={!!errors?.length}
    >
      <p class="lead">{t.form.lead}</p>
      {partner.own.length > 0 && (
        <Notice quiet>
          <OwnData own={partner.own} />
          <p>{t.form.ownApart}</p>
        </Notice>
      )}
      {!basis ? (
        <Notice>
          {t.form.noChoices} <a href={`${base}/consent`}>{t.form.consentInstead}</a>
        </Notice>
      ) : (
        <>
          {props.choices.length > 1 && <Choose action={here} choices={props.choices} chosen={basis.code} />}
          {!basis.certain && <Notice tone="warning">{t.form.uncertain}</Notice>}
          <Form action={here} formKey={props.formKey} values={props.values} errors={errors}>
            <input type="hidden" name="basis" value={basis.code} />
            <Checkboxes
              name="classes"
              label={`${t.form.classes}: ${basis.article}`}
              hint={t.form.ceiling}
              options={basis.offered.map((c) => ({
                value: c,
                label: classWords(lang)[c],
                hint: SPECIAL.includes(c) ? t.form.special : undefined,
              }))}
            />
            <TextField name="document" label={t.form.document} optional={!basis.needsDocument} />
            <DateField name="valid_to" label={t.form.validTo} hint={t.form.validToHint} optional />
            <FormActions submit={t.form.submit} cancelHref={base} />
          </Form>
        </>
      )}
    </CaseFrame>
  );
}
