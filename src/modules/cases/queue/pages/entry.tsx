import { formatDate, formatDateTime } from '#kernel/time.ts';
import { Checkboxes, Radios } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { Details, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Timeline } from '#ui/components/progress.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { type Condition, END_CODES, type Entry, type Ground, type Step } from '../schema.ts';
import { text } from '../text.pl.ts';
import { EntryTag, type Sent, usePlace } from './queue.tsx';

/** Which form came back with errors; the others are as they were. */
export type ActionName = 'facts' | 'offer' | 'answer' | 'shift' | 'remove';
export interface EntryProps extends Omit<Sent, 'formKey'> {
  readonly head: CaseHead;
  readonly entry: Entry;
  readonly conditions: readonly Condition[];
  readonly grounds: readonly Ground[];
  readonly steps: readonly Step[];
  readonly writes: boolean;
  readonly sent: ActionName | null;
  readonly keys: Readonly<Record<ActionName, string>>;
}

function ActionForm(
  props: EntryProps & { name: ActionName; start?: Readonly<Record<string, unknown>>; children?: unknown },
) {
  const { entry, name } = props;
  const mine = props.sent === name;
  return (
    <Form
      light
      part={name}
      action={`/cases/${entry.caseId}/queue/${entry.id}/${name}`}
      formKey={props.keys[name]}
      version={name === 'facts' ? undefined : entry.rowVersion}
      values={mine ? props.values : props.start}
      errors={mine ? props.errors : undefined}
    >
      {props.children as never}
    </Form>
  );
}

/** The stated facts that the place follows from. */
function Why(props: { entry: Entry }) {
  const t = useText(text);
  const { lang } = useView();
  const { entry: e } = props;
  return (
    <>
      {e.ground ? t.whyGround(e.rank, e.ground) : t.whyDate}
      {e.shiftReason && (
        <>
          <br />
          {t.whyShift(e.shiftedRank, e.shiftedFrom && formatDate(e.shiftedFrom, lang))} {t.reason}:{' '}
          {e.shiftReason}
        </>
      )}
    </>
  );
}

function Conditions(props: EntryProps) {
  const t = useText(text);
  const { lang } = useView();
  const words = (c: Condition) =>
    c.met === null
      ? t.notChecked
      : `${c.met ? t.met : t.notMet} (${t.checked(c.checkedBy ?? '', formatDate(c.checkedOn ?? '', lang))})`;
  return (
    <Panel title={t.conditions}>
      <SummaryList items={props.conditions.map((c) => ({ term: c.name, value: words(c) }))} />
      {props.writes && props.entry.endedOn === null && (
        <Details summary={t.check} open={props.sent === 'facts'}>
          <ActionForm
            {...props}
            name="facts"
            start={{ met: props.conditions.filter((c) => c.met).map((c) => c.id) }}
          >
            <Checkboxes
              name="met"
              label={t.conditions}
              hint={t.conditionsHint}
              options={props.conditions.map((c) => ({ value: c.id, label: c.name, hint: c.checking }))}
            />
            <FormActions submit={t.checkSave} />
          </ActionForm>
        </Details>
      )}
    </Panel>
  );
}

/** What may be done next: offer, answer, another order, the end. One of them is the next step, the others are folded. */
function Actions(props: EntryProps) {
  const t = useText(text);
  const { entry, sent } = props;
  return (
    <>
      {entry.state === 'waiting' && (
        // Open where a place waits for the first; elsewhere folded, for it is not the next step.
        <Details
          summary={t.offer.title}
          open={sent === 'offer' || (entry.place === 1 && entry.free > 0)}
          wide
        >
          <ActionForm {...props} name="offer">
            <DateField name="until" label={t.offer.until} hint={t.offer.untilHint} optional />
            {entry.place !== 1 && (
              <TextArea name="ahead" label={t.offer.ahead} hint={t.offer.aheadHint} rows={3} />
            )}
            <FormActions submit={t.offer.submit} />
          </ActionForm>
        </Details>
      )}
      {entry.state === 'offered' && (
        <Panel title={t.answer.title}>
          <ActionForm {...props} name="answer">
            <Radios
              name="answer"
              label={t.answer.title}
              options={(['accepted', 'declined'] as const).map((a) => ({
                value: a,
                label: t.answer.answers[a],
              }))}
            />
            <TextArea name="reason" label={t.answer.reason} rows={2} optional />
            <FormActions submit={t.answer.submit} />
          </ActionForm>
        </Panel>
      )}
      <Details summary={t.shift.title} open={sent === 'shift'} wide>
        <p>{t.shift.lead}</p>
        <ActionForm {...props} name="shift">
          <FieldRow>
            <TextField
              name="rank"
              label={t.shift.rank}
              hint={t.shift.rankHint}
              inputmode="numeric"
              width="xs"
              optional
            />
            <DateField name="from" label={t.shift.from} optional noHint />
          </FieldRow>
          <TextArea name="reason" label={t.shift.reason} hint={t.shift.reasonHint} rows={3} />
          <FormActions submit={t.shift.submit} />
        </ActionForm>
      </Details>
      <Details summary={t.remove.title} open={sent === 'remove'} wide>
        <ActionForm {...props} name="remove">
          <Radios
            name="code"
            label={t.remove.code}
            options={END_CODES.map((code) => ({ value: code, label: t.remove.codes[code] }))}
          />
          <TextArea name="note" label={t.remove.note} rows={3} />
          <FormActions submit={t.remove.submit} danger />
        </ActionForm>
      </Details>
    </>
  );
}

/** One entry: where it stands and why, what was checked, what happened, what can be done. */
export function EntryPage(props: EntryProps) {
  const t = useText(text);
  const { lang } = useView();
  const place = usePlace();
  const { entry: e } = props;
  return (
    <CaseFrame
      head={props.head}
      current={null}
      title={`${t.title}: ${e.service}`}
      quiet
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Panel title={`${e.service}, ${e.institution}`} action={<EntryTag state={e.state} />}>
        <SummaryList
          items={[
            ...(e.place === null ? [] : [{ term: t.people.place, value: place(e.place) }]),
            { term: t.since, value: formatDate(e.since, lang) },
            { term: t.why, value: <Why entry={e} /> },
            ...(e.offeredOn && e.answerUntil
              ? [
                  {
                    term: t.states.offered,
                    value: t.offeredOn(formatDate(e.offeredOn, lang), formatDate(e.answerUntil, lang)),
                  },
                ]
              : []),
            ...(e.aheadReason ? [{ term: t.ahead, value: e.aheadReason }] : []),
            ...(e.endedOn && e.endCode
              ? [
                  {
                    term: t.ended(formatDate(e.endedOn, lang)),
                    value: [t.remove.codes[e.endCode], e.endNote].filter(Boolean).join('. '),
                  },
                ]
              : [{ term: t.service, value: t.free(e.free, formatDate(e.freeOn, lang)) }]),
          ]}
        />
      </Panel>
      <Conditions {...props} />
      {props.writes && e.endedOn === null && <Actions {...props} />}
      <Panel title={t.history}>
        <Timeline
          items={props.steps.map((s) => ({
            when: formatDateTime(s.at, lang),
            what: t.kinds[s.kind],
            who: s.worker,
            more: s.reason || undefined,
          }))}
        />
      </Panel>
    </CaseFrame>
  );
}
