import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions, HiddenFields } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { MinutesPoint } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Looked, type Sent } from './sent.tsx';

interface Common extends Sent {
  place: Place;
  meeting: Meeting;
  point: MinutesPoint;
  version: number;
  workers: readonly { readonly id: string; readonly name: string; readonly institution: string }[];
  formKey: string;
}

/** One point of a draft: what was agreed, its decisions and tasks. */
export function WritePointPage(props: Common) {
  const t = useText(text);
  const hint = useText(words).personalHint;
  const { place, meeting, point, errors = [] } = props;
  const base = `${place.base}/${meeting.id}/minutes`;
  const path = `${base}/${point.id}`;
  const part = (name: string) => (props.values?._part === name ? errors : undefined);
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="minutes"
      title={t.notesFor(point.title)}
      trail={[{ href: base, label: t.title }]}
      failed={errors.length > 0}
    >
      <Form
        action={path}
        part="notes"
        version={props.version}
        values={part('notes') ? props.values : { notes: point.notes }}
        errors={part('notes')}
        now={props.now}
      >
        <input type="hidden" name="_part" value="notes" />
        <TextArea name="notes" label={t.notes} hint={hint} rows={8} max={20_000} />
        <Looked errors={part('notes')} />
        <FormActions submit={t.saveNotes} cancelHref={base} />
      </Form>
      <Panel title={t.decisions}>
        <Drops
          path={path}
          kind="decision"
          items={point.decisions.map((d) => ({ id: d.id, words: `${d.number}: ${d.body}` }))}
        />
        <Form
          light
          action={`${path}/decisions`}
          formKey={props.formKey}
          part="decision"
          values={part('decision') && props.values}
          errors={part('decision')}
        >
          <input type="hidden" name="_part" value="decision" />
          <TextArea name="body" label={t.decisionText} hint={hint} rows={3} max={4000} />
          <FieldRow>
            <TextField name="votesFor" label={t.votesFor} optional width="xs" inputmode="numeric" />
            <TextField name="votesAgainst" label={t.votesAgainst} optional width="xs" inputmode="numeric" />
            <TextField name="abstained" label={t.abstained} optional width="xs" inputmode="numeric" />
          </FieldRow>
          <FieldRow>
            <DateField name="validFrom" label={t.validFrom} optional hint={t.validFromHint} />
            <DateField name="checkOn" label={t.checkOn} optional />
          </FieldRow>
          <Looked errors={part('decision')} />
          <Button>{t.addDecision}</Button>
        </Form>
      </Panel>
      <Panel title={t.tasks}>
        <Drops
          path={path}
          kind="task"
          items={point.tasks.map((x) => ({ id: x.id, words: `${x.what} (${x.owner})` }))}
        />
        <Form
          light
          action={`${path}/tasks`}
          formKey={props.formKey}
          part="task"
          values={part('task') && props.values}
          errors={part('task')}
        >
          <input type="hidden" name="_part" value="task" />
          <TextField name="what" label={t.what} hint={hint} />
          <Select
            name="institution"
            label={t.institution}
            width="l"
            options={place.members.map((m) => ({ value: m.institutionId, label: m.name }))}
          />
          <Select
            name="worker"
            label={t.worker}
            optional
            hint={t.workerHint}
            empty={t.nobody}
            width="l"
            options={props.workers.map((w) => ({ value: w.id, label: `${w.name}, ${w.institution}` }))}
          />
          <DateField name="due" label={t.due} />
          <Looked errors={part('task')} />
          <Button>{t.addTask}</Button>
        </Form>
      </Panel>
      <p>
        <a href={base}>{t.backToMinutes}</a>
      </p>
    </MeetingFrame>
  );
}

function Drops(props: {
  path: string;
  kind: 'decision' | 'task';
  items: readonly { readonly id: string; readonly words: string }[];
}) {
  const t = useText(text);
  return (
    <ul class="ruled">
      {props.items.map((item) => (
        <li>
          <form class="form-actions" method="post" action={`${props.path}/drop/${props.kind}/${item.id}`}>
            <HiddenFields />
            <span>{item.words}</span>
            <Button small>
              {t.drop}
              <span class="visually-hidden"> {item.words}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
