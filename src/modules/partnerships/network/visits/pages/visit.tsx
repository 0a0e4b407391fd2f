import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel, SummaryList, WaitsFor } from '#ui/components/panels.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Side, Step, Visit } from '../schema.ts';
import { text } from '../text.pl.ts';
import { VISIT_TONES } from './visits.tsx';

export interface VisitPageProps {
  readonly visit: Visit;
  readonly steps: readonly Step[];
  readonly waits: Side | null;
  readonly formKey: string;
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

export function VisitPage(props: VisitPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { visit, steps, waits } = props;
  return (
    <Page
      title={t.of(visit.guest, visit.host)}
      failed={(props.errors ?? []).length > 0}
      breadcrumb={[
        { href: '/network', label: t.network },
        { href: '/network/visits', label: t.title },
      ]}
      meta={[<StateTag tone={VISIT_TONES[visit.state]} label={t.states[visit.state]} />]}
      before={
        waits && <WaitsFor who={t.waits[waits]} tone={visit.speaks.includes(waits) ? 'mine' : 'others'} />
      }
      aside={
        <Panel>
          <SummaryList
            items={[
              { term: t.guest, value: visit.guest },
              { term: t.host, value: <a href={`/network/${visit.hostId}`}>{visit.host}</a> },
              { term: t.topic, value: visit.topic },
              { term: t.day, value: visit.day ? formatDate(visit.day, lang) : t.noDay },
            ]}
          />
        </Panel>
      }
    >
      <Panel title={t.wish}>
        <p>{visit.wish}</p>
      </Panel>
      {visit.answer && (
        <Panel title={t.answer}>
          <p>{visit.answer}</p>
        </Panel>
      )}
      {steps.length > 0 && <StepForm {...props} />}
      {visit.state === 'held' && <Learnt {...props} />}
    </Page>
  );
}

function StepForm({ visit, steps, formKey, values, errors }: VisitPageProps) {
  const t = useText(text);
  const answers = visit.state === 'requested' && steps.includes('accept');
  return (
    <Panel title={t.answerTitle}>
      <Form
        action={`/network/visits/${visit.id}`}
        formKey={formKey}
        version={visit.rowVersion}
        values={values ?? { day: visit.day ?? '' }}
        errors={errors}
        light
      >
        {answers && (
          <>
            <DateField name="day" label={t.day} hint={t.dayHint} />
            <TextArea name="answer" label={t.answerField} hint={t.answerHint} rows={3} max={3000} optional />
          </>
        )}
        <div class="form-actions">
          {steps.map((step, index) => (
            <Button variant={index === 0 ? 'primary' : 'secondary'} name="step" value={step}>
              {t.steps[step]}
            </Button>
          ))}
        </div>
      </Form>
    </Panel>
  );
}

function Learnt({ visit, formKey }: VisitPageProps) {
  const t = useText(text);
  const { speaks } = visit;
  const told = (title: string, words: string) => (
    <>
      <h3>{title}</h3>
      <p>{words || <span class="muted">{t.learntNone}</span>}</p>
    </>
  );
  return (
    <Panel title={t.learntTitle}>
      {told(t.guestLearnt, visit.guestLearnt)}
      {told(t.hostLearnt, visit.hostLearnt)}
      {speaks.length > 0 && (
        <Form
          action={`/network/visits/${visit.id}/learnt`}
          formKey={formKey}
          version={visit.rowVersion}
          values={{ guestLearnt: visit.guestLearnt, hostLearnt: visit.hostLearnt }}
        >
          {speaks.includes('guest') && (
            <TextArea name="guestLearnt" label={t.guestLearnt} rows={5} max={5000} optional />
          )}
          {speaks.includes('host') && (
            <TextArea name="hostLearnt" label={t.hostLearnt} rows={5} max={5000} optional />
          )}
          <FormActions submit={t.save} />
        </Form>
      )}
    </Panel>
  );
}
