import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Markdown } from '#ui/markdown.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { Said } from '../../remarks/pages/said.tsx';
import { MAX_REMARK, OUTCOMES, type Remark } from '../../remarks/schema.ts';
import { away, type Paragraph, type Round } from '../../schema.ts';
import { text } from '../../text.pl.ts';

/** A remark beside its paragraph: it is let be read, answered, or removed. */
export function DeskRemarkPage(props: {
  round: Round;
  remark: Remark;
  paragraph: Paragraph | null;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
  const t = useText(text);
  const { remark, round } = props;
  const here = `/library/edit/consultations/remarks/${remark.id}`;
  const removing = props.values !== undefined && 'reason' in props.values;
  const sent = (mine: boolean) => (mine ? { errors: props.errors, now: props.now } : {});
  return (
    <Page
      title={t.remark.title}
      width="text"
      failed={Boolean(props.errors?.length)}
      breadcrumb={[{ href: `/library/edit/consultations/${round.id}`, label: round.title }]}
      before={
        remark.state === 'removed' && (
          <Notice tone="warning">
            {t.desk.removed} {remark.removedReason}
          </Notice>
        )
      }
    >
      {paragraph(props.paragraph, t.remark.aboutWhole)}
      <Panel>
        <Said remark={remark} />
      </Panel>
      {remark.state === 'shown' ? (
        <Form
          action={`${here}/answer`}
          formKey={props.formKey}
          version={remark.rowVersion}
          values={
            removing || !props.values
              ? { outcome: remark.outcome ?? '', answer: remark.answer }
              : props.values
          }
          {...sent(!removing)}
        >
          <Radios
            name="outcome"
            label={t.desk.outcome}
            options={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
          />
          <TextArea name="answer" optional label={t.desk.answer} hint={t.desk.answerHint} max={MAX_REMARK} />
          <FormActions submit={t.desk.submit} cancelHref={`/library/edit/consultations/${round.id}`} />
        </Form>
      ) : (
        <Form light action={`${here}/show`} formKey={props.formKey} version={remark.rowVersion}>
          <FormActions submit={t.desk.show} cancelHref={`/library/edit/consultations/${round.id}`} />
        </Form>
      )}
      {remark.state !== 'removed' && (
        <Details summary={t.desk.remove} open={removing}>
          <Form
            light
            action={`${here}/remove`}
            formKey={`${props.formKey.slice(0, -1)}0`}
            version={remark.rowVersion}
            values={removing ? props.values : {}}
            {...sent(removing)}
          >
            <TextArea
              name="reason"
              label={t.desk.removeReason}
              hint={t.desk.removeHint}
              rows={3}
              max={1000}
            />
            <FormActions submit={t.desk.remove} danger />
          </Form>
        </Details>
      )}
    </Page>
  );
}

const paragraph = (of: Paragraph | null, whole: string) =>
  of ? (
    <blockquote>
      <Markdown blocks={[away(of.block)]} lower={1} />
    </blockquote>
  ) : (
    <p>{whole}</p>
  );
