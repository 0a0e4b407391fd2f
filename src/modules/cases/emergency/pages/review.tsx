import type { FieldError } from '#kernel/errors.ts';
import { Radios } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import type { Term } from '../../schema.ts';
import { type Emergency, VERDICTS } from '../schema.ts';
import { text } from '../text.pl.ts';
import { EmergencyTag } from './emergencies.tsx';

/** What is known of an access, and for somebody else than whoever looked: was it right? */
export function ReviewPage(props: {
  emergency: Emergency;
  reasons: readonly Term[];
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { emergency: e } = props;
  return (
    <Page
      title={t.accessTitle(e.caseNumber)}
      meta={[<EmergencyTag emergency={e} />]}
      width="text"
      breadcrumb={[{ href: '/emergency', label: t.title }]}
      failed={!!props.errors?.length}
    >
      <SummaryList
        items={[
          { term: t.worker, value: `${e.workerName}, ${e.institutionName}` },
          { term: t.opened, value: <TimeText at={e.from} /> },
          { term: t.until, value: <TimeText at={e.to} /> },
          { term: t.reason, value: props.reasons.find((r) => r.code === e.reason)?.label ?? e.reason },
          { term: t.justification, value: <span style="white-space: pre-line">{e.justification}</span> },
          { term: t.reviewDue, value: <DateText date={e.reviewDue} /> },
        ]}
      />
      {e.review && (
        <Panel title={t.review}>
          <p>
            <b>{t.verdicts[e.review.verdict]}</b> ({e.review.by}, <TimeText at={e.review.at} />)
          </p>
          {e.review.note && <p style="white-space: pre-line">{e.review.note}</p>}
        </Panel>
      )}
      {e.toReview && (
        <Form
          action={`/emergency/${e.id}/review`}
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <Radios
            name="verdict"
            label={t.verdict}
            options={VERDICTS.map((v) => ({ value: v, label: t.verdicts[v], hint: t.verdictHints[v] }))}
          />
          <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} max={2000} optional />
          <FormActions submit={t.close} cancelHref="/emergency" />
        </Form>
      )}
    </Page>
  );
}
