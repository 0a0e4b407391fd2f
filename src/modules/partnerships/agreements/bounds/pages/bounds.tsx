import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { classWords, typeWords } from '#modules/organisations/api.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { Fieldset, Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CEILING_CLASSES, type Partnership } from '../../../schema.ts';
import { AgreementFrame } from '../../pages/frame.tsx';
import type { AgreementView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { Bound } from '../schema.ts';

/** The scope of data of a version: ticked by its coordinator while it is a draft, and what follows from it. */
export function BoundsPage(props: {
  partnership: Partnership;
  agreement: AgreementView;
  types: readonly string[];
  bounds: readonly Bound[];
  edits: boolean;
  today: LocalDate;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text).ceiling;
  const { lang } = useView();
  const { partnership: p, agreement: a } = props;
  const [types, classes] = [typeWords(lang), classWords(lang)];
  const base = `/partnerships/${p.id}/agreements/${a.version}`;
  const number = (n: number | null) => (a.state !== 'in_force' ? '–' : (n ?? t.few));
  return (
    <AgreementFrame
      partnership={p}
      version={a.version}
      title={t.title}
      lead={t.lead}
      failed={(props.errors?.length ?? 0) > 0}
    >
      {props.edits && (
        <Panel>
          <Form
            action={`${base}/ceiling`}
            formKey={props.formKey}
            values={
              props.values ?? Object.fromEntries(a.ceiling.map((c) => [`ceiling_${c.type}`, c.classes]))
            }
            errors={props.errors}
          >
            <Fieldset legend={t.title} hint={t.hint}>
              {props.types.map((type) => (
                <Checkboxes
                  name={`ceiling_${type}`}
                  label={types[type] ?? type}
                  options={CEILING_CLASSES.map((c) => ({ value: c, label: classes[c] ?? c }))}
                />
              ))}
            </Fieldset>
            <FormActions submit={t.save} cancelHref={`${base}/edit`} />
          </Form>
        </Panel>
      )}
      <Panel title={t.linkTitle} long>
        <p>{t.linkLead}</p>
        <DataTable
          caption={t.linkTitle}
          captionHidden
          rows={props.bounds}
          columns={[
            { key: 'type', label: t.type, heading: true, cell: (b) => b.typeName },
            {
              key: 'class',
              label: t.dataClass,
              cell: (b) => (
                <>
                  {classes[b.dataClass as keyof typeof classes] ?? b.dataClass}{' '}
                  {!b.within && <Tag tone="info">{t.beyond}</Tag>}
                </>
              ),
            },
            {
              key: 'clause',
              label: t.clause,
              cell: (b) =>
                b.clauses.length === 0 ? (
                  <span class="muted">{t.noClause}</span>
                ) : (
                  b.clauses.map((c, i) => (
                    <>
                      {i > 0 && ', '}
                      <a href={`${base}/clauses/${c.id}`}>{c.title}</a>
                    </>
                  ))
                ),
            },
            { key: 'cases', label: t.cases, number: true, cell: (b) => number(b.cases) },
            { key: 'grants', label: t.grants, number: true, cell: (b) => number(b.grants) },
          ]}
        />
        <p class="muted">
          {a.state === 'in_force' ? t.figures(formatDate(props.today, lang)) : t.notInForce}
        </p>
      </Panel>
    </AgreementFrame>
  );
}
