import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Radios, Select } from '#ui/components/choices.tsx';
import { ConfirmForm, ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Notice, Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../../pages/case-frame.tsx';
import type { CaseHead, Term } from '../../../schema.ts';
import { text } from '../../text.pl.ts';
import { type ArchiveState, HOLDS, WAYS } from '../schema.ts';

interface Props {
  head: CaseHead;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}
const options = (terms: readonly Term[]) => terms.map((t) => ({ value: t.code, label: t.label }));

export function WithdrawPage(props: Props & { reasons: readonly Term[] }) {
  const t = useText(text).leaving;
  const { id } = props.head.case;
  return (
    <CaseFrame
      head={props.head}
      current="summary"
      title={t.withdrawTitle}
      quiet
      failed={!!props.errors?.length}
      width="text"
    >
      <ConfirmForm
        action={`/cases/${id}/withdraw`}
        formKey={props.formKey}
        consequences={t.withdrawWhat.split('\n')}
        submit={t.withdraw}
        cancelHref={`/cases/${id}`}
        values={props.values}
        errors={props.errors}
      >
        <Select name="reason" label={t.reason} options={options(props.reasons)} />
        <DateField name="said_on" label={t.saidOn} />
        <Radios name="way" label={t.way} inline options={WAYS.map((w) => ({ value: w, label: t.ways[w] }))} />
        <TextArea name="note" label={t.note} optional max={2000} rows={4} />
      </ConfirmForm>
    </CaseFrame>
  );
}

export function ReopenPage(props: Props & { refusal: string | null }) {
  const t = useText(text);
  const words: Readonly<Record<string, string>> = t.refusals;
  const { id } = props.head.case;
  return (
    <CaseFrame
      head={props.head}
      current="outcome"
      title={t.leaving.reopenTitle}
      quiet={!props.refusal}
      width="text"
    >
      {props.refusal ? (
        <Notice tone="warning">{words[props.refusal]}</Notice>
      ) : (
        <ConfirmForm
          action={`/cases/${id}/reopen`}
          formKey={props.formKey}
          consequences={t.leaving.reopenWhat.split('\n')}
          submit={t.leaving.reopen}
          cancelHref={`/cases/${id}/follow-up`}
          danger={false}
          errors={props.errors}
        />
      )}
    </CaseFrame>
  );
}

/** The door of the archive: the reason for reading, how long the data are kept, and the hold on erasure. */
export function ArchivePage(
  props: Props & {
    reasons: readonly Term[];
    archive: ArchiveState;
    readingUntil: Date | null;
    mayOpen: boolean;
    mayHold: boolean;
  },
) {
  const t = useText(text).leaving;
  const { id } = props.head.case;
  const { retainUntil, holdReason } = props.archive;
  return (
    <CaseFrame
      head={props.head}
      current="summary"
      title={t.archiveTitle}
      quiet={props.mayOpen && !props.readingUntil}
      failed={!!props.errors?.length}
      width="text"
    >
      {props.errors && !(props.mayOpen && !props.readingUntil) && <ErrorSummary errors={props.errors} />}
      {props.mayOpen ? (
        <>
          <p class="lead">{t.archiveLead}</p>
          {props.readingUntil ? (
            <Notice tone="info">
              {t.archiveOpened} <DateText date={props.readingUntil} />
            </Notice>
          ) : (
            <Form
              action={`/cases/${id}/archive`}
              formKey={props.formKey}
              values={props.values}
              errors={props.errors}
            >
              <Select name="reason" label={t.reason} options={options(props.reasons)} />
              <TextArea name="note" label={t.note} optional max={1000} rows={3} />
              <FormActions submit={t.archiveOpen} cancelHref="/cases" />
            </Form>
          )}
        </>
      ) : (
        <Notice>{t.archiveNot}</Notice>
      )}
      <Panel title={t.holdTitle}>
        {retainUntil && (
          <p>
            {t.retainUntil} <DateText date={retainUntil} />
          </p>
        )}
        <p>{t.holdHint}</p>
        {props.mayHold && (
          <Form light action={`/cases/${id}/archive/hold`} values={{ hold: holdReason ?? '' }}>
            {!holdReason && (
              <Radios
                name="hold"
                label={t.reason}
                inline
                options={HOLDS.map((h) => ({ value: h, label: t.holds[h] }))}
              />
            )}
            <p>
              {holdReason && `${t.holds[holdReason]}. `}
              <Button>{holdReason ? t.release : t.hold}</Button>
            </p>
          </Form>
        )}
      </Panel>
    </CaseFrame>
  );
}
