import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, HiddenFields } from '#ui/components/form.tsx';
import { Details, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import { AgreementFrame } from '../../pages/frame.tsx';
import type { AgreementView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type ChosenClause, type Clause, type Lack, SECTIONS, type Section } from '../schema.ts';
import { MissingPanel } from './missing.tsx';

export interface BuilderProps {
  partnership: Partnership;
  agreement: AgreementView;
  dictionary: readonly Clause[];
  clauses: readonly ChosenClause[];
  lacks: readonly Lack[];
  remarks: number;
  proposals: number;
  open: ReadonlyMap<string, number>;
  newKey: () => string;
  /** Which of the forms came back: its values and what is wrong. */
  back?: {
    form: 'settings' | 'own';
    values: Readonly<Record<string, unknown>>;
    errors: readonly FieldError[];
  };
}

export function NeedTag(props: { need: Clause['need'] }) {
  const t = useText(text).needs;
  const tone = props.need === 'good' ? 'neutral' : props.need === 'operating' ? 'info' : 'accent';
  return (
    <Tag tone={tone} icon={props.need === 'statute' ? 'done' : undefined}>
      {t[props.need]}
    </Tag>
  );
}

function SectionPanel(props: BuilderProps & { section: Section }) {
  const t = useText(text);
  const { section, agreement: a, clauses, dictionary } = props;
  const base = `/partnerships/${a.partnershipId}/agreements/${a.version}`;
  const here = clauses.filter((c) => c.section === section);
  const absent = dictionary.filter(
    (c) => c.section === section && !clauses.some((one) => one.code === c.code),
  );
  if (here.length + absent.length === 0) return null;
  const add = (c: Clause) => (
    <li id={`missing-${c.code}`}>
      <form method="post" action={`${base}/clauses`}>
        <HiddenFields formKey={props.newKey()} />
        <input type="hidden" name="code" value={c.code} />
        <b>{c.title}</b> <NeedTag need={c.need} />
        <br />
        {c.about} <span class="muted">{c.source}</span>{' '}
        <Button small icon="add">
          {t.builder.add}
          <span class="visually-hidden"> {c.title}</span>
        </Button>
      </form>
    </li>
  );
  return (
    <Panel title={t.sections[section]} long>
      {here.length > 0 && (
        <DataTable
          caption={t.sections[section]}
          captionHidden
          rows={here}
          columns={[
            {
              key: 'clause',
              label: t.builder.clause,
              heading: true,
              cell: (c) => <a href={`${base}/clauses/${c.id}`}>{c.title}</a>,
            },
            { key: 'need', label: t.builder.need, cell: (c) => <NeedTag need={c.need} /> },
            {
              key: 'remarks',
              label: t.builder.remarks,
              cell: (c) => {
                const waiting = props.open.get(c.id) ?? 0;
                return waiting > 0 ? <Tag tone="warning">{t.builder.waiting(waiting)}</Tag> : '–';
              },
            },
          ]}
        />
      )}
      {absent.length > 0 && (
        <Details summary={t.builder.notThere} open={absent.some((c) => c.need === 'statute')}>
          {section === 'reintegration' && <p>{t.builder.package}</p>}
          <ul class="ruled">{absent.map(add)}</ul>
        </Details>
      )}
    </Panel>
  );
}

function Settings(props: BuilderProps) {
  const [t, all] = [useText(text).builder, useText(words).agreement];
  const { lang } = useView();
  const { agreement: a, back } = props;
  const mine = back?.form === 'settings' ? back : undefined;
  return (
    <Panel title={t.settings}>
      <Form
        light
        part="settings"
        action={`/partnerships/${a.partnershipId}/agreements/${a.version}/edit`}
        formKey={props.newKey()}
        version={a.rowVersion}
        values={
          mine?.values ?? {
            from: formatDate(a.validFrom, lang),
            to: a.validTo ? formatDate(a.validTo, lang) : '',
            changeNote: a.changeNote,
          }
        }
        errors={mine?.errors}
      >
        <FieldRow>
          <DateField name="from" label={all.from} />
          <DateField name="to" label={all.to} optional noHint />
        </FieldRow>
        {a.version > 1 && <TextArea name="changeNote" label={all.changeNote} rows={3} optional />}
        <Button>{all.save}</Button>
      </Form>
    </Panel>
  );
}

function OwnClause(props: BuilderProps) {
  const t = useText(text);
  const { agreement: a, back } = props;
  const mine = back?.form === 'own' ? back : undefined;
  return (
    <Panel title={t.builder.own}>
      <p>{t.builder.ownHint}</p>
      <Form
        light
        part="own"
        action={`/partnerships/${a.partnershipId}/agreements/${a.version}/clauses`}
        formKey={props.newKey()}
        values={mine?.values ?? { section: 'final' }}
        errors={mine?.errors}
      >
        <TextField name="title" label={t.builder.ownTitle} maxlength={200} />
        <Select
          name="section"
          label={t.builder.section}
          options={SECTIONS.map((value) => ({ value, label: t.sections[value] }))}
        />
        <Button icon="add">{t.builder.add}</Button>
      </Form>
    </Panel>
  );
}

/** The agreement in its clauses: what is there, what the act demands, what is missing, what waits for an answer. */
export function BuilderPage(props: BuilderProps) {
  const [t, all] = [useText(text), useText(words).agreement];
  const { partnership: p, agreement: a, remarks, proposals } = props;
  const base = `/partnerships/${p.id}/agreements/${a.version}`;
  return (
    <AgreementFrame
      partnership={p}
      version={a.version}
      title={t.builder.title}
      lead={t.builder.lead}
      failed={(props.back?.errors.length ?? 0) > 0}
      aside={
        <>
          <MissingPanel base={base} lacks={props.lacks} coordinates />
          <Panel title={t.builder.ceiling}>
            <p>{t.builder.ceilingMore}</p>
            <ButtonLink href={`${base}/ceiling`}>{t.builder.ceilingChange}</ButtonLink>
          </Panel>
          <Settings {...props} />
        </>
      }
    >
      <p>
        {remarks + proposals > 0
          ? t.negotiation.open(t.negotiation.remarks(remarks), t.negotiation.proposals(proposals))
          : t.negotiation.noneOpen}
      </p>
      <div class="form-actions">
        <ButtonLink href={`${base}/open`} variant="primary">
          {all.open}
        </ButtonLink>
        <ButtonLink href={base}>{t.builder.read}</ButtonLink>
      </div>
      {SECTIONS.map((section) => (
        <SectionPanel {...props} section={section} />
      ))}
      <OwnClause {...props} />
    </AgreementFrame>
  );
}
