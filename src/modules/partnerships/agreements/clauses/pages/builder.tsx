import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Partnership } from '../../../schema.ts';
import { text as words } from '../../../text.pl.ts';
import { AgreementFrame } from '../../pages/frame.tsx';
import type { AgreementView } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { type ChosenClause, type Clause, type Lack, SECTIONS } from '../schema.ts';
import { MissingPanel } from './missing.tsx';
import { SectionPanel } from './section.tsx';

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
  const blocking = props.lacks.filter((lack) => lack.blocks).length;
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
          : t.negotiation.noneOpen}{' '}
        {blocking > 0 && <a href="#missing">{t.builder.blocked(blocking)}</a>}
      </p>
      <div class="form-actions">
        <ButtonLink
          href={`${base}/open`}
          variant={blocking + remarks + proposals > 0 ? 'secondary' : 'primary'}
        >
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
