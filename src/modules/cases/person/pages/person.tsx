import { formatPhone } from '#kernel/contact.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { message } from '#kernel/messages.ts';
import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Notice, SummaryList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseForm } from '../../pages/case-form.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { type Candidate, type Person, personName } from '../schema.ts';
import { text } from '../text.pl.ts';
import { type GminaOption, PersonFields } from './fields.tsx';

export function PersonPage(props: {
  head: CaseHead;
  person: Person;
  gminas: readonly GminaOption[];
  mayEdit: boolean;
  warnings: readonly FieldError[];
  /** Who may be the same; null for readers who do not compare records. */
  same: readonly Candidate[] | null;
}) {
  const t = useText(text);
  const { lang } = useView();
  const { person: p } = props;
  const identifier = p.identifier;
  return (
    <CaseFrame head={props.head} current="summary" title={t.title}>
      <Warnings warnings={props.warnings} />
      <SummaryList
        items={[
          { term: t.name, value: personName(p) },
          {
            term: identifier?.kind === 'document' ? t.document : t.pesel,
            value: identifier?.value ?? t.none,
          },
          { term: t.birthDate, value: p.birthDate ? formatDate(p.birthDate, lang) : t.none },
          { term: t.sex, value: p.sex ? t.sexes[p.sex] : t.none },
          { term: t.gmina, value: props.gminas.find((g) => g.id === p.gminaId)?.name ?? t.none },
          {
            term: t.locality,
            value: [p.street, p.postalCode, p.locality].filter(Boolean).join(', ') || t.none,
          },
          { term: t.phone, value: p.phone ? formatPhone(p.phone) : t.none },
          { term: t.email, value: p.email || t.none },
          { term: t.lang, value: t.langs[p.lang] },
        ]}
      />
      {props.mayEdit && (
        <p class="no-print">
          <ButtonLink href={`/cases/${props.head.case.id}/person/edit`} icon="edit">
            {t.edit}
          </ButtonLink>
        </p>
      )}
      {props.same && <Same same={props.same} base={`/cases/${props.head.case.id}/person`} />}
    </CaseFrame>
  );
}

/** That the person may be written twice. What is hidden is said there too, and never more than that. */
function Same(props: { same: readonly Candidate[]; base: string }) {
  const t = useText(text);
  if (props.same.length === 0)
    return (
      <p class="no-print">
        <a href={`${props.base}/same`}>{t.joined}</a>
      </p>
    );
  return (
    <Notice tone="warning" title={t.maybeSame} quiet>
      <ul>
        {props.same.map((c) => (
          <li>
            {c.visible ? (
              <a href={`${props.base}/same/${c.personId}`}>{t.compareWith(c.name ?? '')}</a>
            ) : (
              t.hiddenTitle
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${props.base}/same`}>{t.joined}</a>
      </p>
    </Notice>
  );
}

/** What looks wrong and may be right: said beside the data, never changed silently. */
export function Warnings(props: { warnings: readonly FieldError[] }) {
  const t = useText(text);
  const { lang } = useView();
  if (props.warnings.length === 0) return null;
  return (
    <Notice tone="warning" title={t.warningTitle}>
      <ul>
        {props.warnings.map((w) => (
          <li>{message(lang, w.message)}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function EditPersonPage(props: {
  head: CaseHead;
  values: FormValues | Record<string, string>;
  version: number | string;
  formKey: string;
  gminas: readonly GminaOption[];
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const base = `/cases/${props.head.case.id}/person`;
  return (
    <CaseForm
      head={props.head}
      current="summary"
      title={t.editTitle}
      width="text"
      action={`${base}/edit`}
      formKey={props.formKey}
      version={props.version}
      values={props.values}
      errors={props.errors}
      now={props.now}
      submit={t.save}
      cancelHref={base}
    >
      <PersonFields gminas={props.gminas} unidentified={props.values.unidentified === 'yes'} />
    </CaseForm>
  );
}
