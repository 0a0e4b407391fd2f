import { formatPhone } from '#kernel/contact.ts';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame, CaseStateTag } from '../../pages/case-frame.tsx';
import type { GminaOption } from '../../person/api.ts';
import type { CaseHead } from '../../schema.ts';
import { differing, type Entry, FIELDS, fieldValue, type MergeField } from '../schema.ts';
import type { Pair } from '../service.ts';
import { text } from '../text.pl.ts';

/** A field of a record in words, or null when the record says nothing. */
function useWords(gminas: readonly GminaOption[]): (p: Entry, field: MergeField) => string | null {
  const t = useText(text);
  const { lang } = useView();
  return (p, field) => {
    if (field === 'birth_date') return p.birthDate ? formatDate(p.birthDate, lang) : null;
    if (field === 'sex') return p.sex ? t.sexes[p.sex] : null;
    if (field === 'lang') return t.langs[p.lang];
    if (field === 'phone') return p.phone ? formatPhone(p.phone) : null;
    if (field === 'address') {
      const gmina = gminas.find((g) => g.id === p.gminaId)?.name;
      return [p.street, p.postalCode, p.locality, gmina].filter(Boolean).join(', ') || null;
    }
    return fieldValue(p, field) || null;
  };
}

function CasesOf(props: { pair: Pair; ofOther: boolean }) {
  return (
    <>
      {props.pair.cases
        .filter((c) => c.ofOther === props.ofOther)
        .map((c) => (
          <div>
            <a href={`/cases/${c.id}`}>{c.number}</a> <CaseStateTag state={c.state} />
          </div>
        ))}
    </>
  );
}

function Refused(props: { pair: Pair; reason: string; formKey: string }) {
  const t = useText(text);
  if (props.reason === 'open_cases')
    return (
      <Notice tone="warning" title={t.openTitle}>
        <p>{t.openCases}</p>
        <p>{t.openBody}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={t.noticeTitle}>
      <p>{t.notSeen}</p>
      <Form light action={`/cases/${props.pair.c.id}/person/same/ask`} formKey={props.formKey}>
        <input type="hidden" name="other" value={props.pair.other.id} />
        <Button small>{t.ask}</Button>
      </Form>
    </Notice>
  );
}

/** Two records side by side, each difference marked; below, for each difference, which value stays. */
export function PairPage(props: {
  head: CaseHead;
  pair: Pair;
  gminas: readonly GminaOption[];
  formKey: string;
  values: Readonly<Record<string, unknown>>;
  errors: readonly FieldError[];
  changed: boolean;
}) {
  const t = useText(text);
  const { pair } = props;
  const words = useWords(props.gminas);
  const differ = differing(pair.one, pair.other);
  const said = (p: Entry, field: MergeField) => words(p, field) ?? <span class="muted">{t.missing}</span>;
  return (
    <CaseFrame
      head={props.head}
      current="summary"
      title={t.pairTitle}
      quiet
      failed={props.errors.length > 0 || props.changed}
    >
      <p class="lead">{t.pairLead}</p>
      {props.changed && (
        <Notice tone="warning" title={t.changedTitle}>
          <p>{t.changedBody}</p>
        </Notice>
      )}
      <DataTable
        caption={t.pairTitle}
        captionHidden
        rows={[...FIELDS.filter((f) => differ.includes(f) || words(pair.one, f)), null]}
        columns={[
          { key: 'field', label: t.field, heading: true, cell: (f) => (f ? t.fields[f] : t.cases) },
          {
            key: 'this',
            label: t.thisRecord,
            cell: (f) => (f ? said(pair.one, f) : <CasesOf pair={pair} ofOther={false} />),
          },
          {
            key: 'other',
            label: t.otherRecord,
            cell: (f) =>
              f ? (
                <>
                  {said(pair.other, f)} {differ.includes(f) && <Tag tone="warning">{t.differs}</Tag>}
                </>
              ) : (
                <CasesOf pair={pair} ofOther />
              ),
          },
        ]}
      />
      {pair.decision.allowed ? (
        <Form
          action={`/cases/${pair.c.id}/person/same/${pair.other.id}`}
          formKey={props.formKey}
          version={pair.one.rowVersion}
          values={props.values}
          errors={props.errors}
        >
          <input type="hidden" name="other_version" value={String(pair.other.rowVersion)} />
          <Fieldset legend={t.choose} hint={differ.length > 0 ? t.chooseHint : t.nothingToChoose}>
            {differ.map((field) => (
              <Radios
                inline
                name={field}
                label={t.fields[field]}
                options={[
                  { value: 'this', label: words(pair.one, field) ?? t.missing },
                  { value: 'other', label: words(pair.other, field) ?? t.missing },
                ]}
              />
            ))}
          </Fieldset>
          <ul class="prose">
            {t.consequences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <FormActions submit={t.merge} cancelHref={`/cases/${pair.c.id}/person`} />
        </Form>
      ) : (
        <Refused pair={pair} reason={pair.decision.reason} formKey={props.formKey} />
      )}
    </CaseFrame>
  );
}
