import type { FieldError } from '#kernel/errors.ts';
import { Checkboxes } from '#ui/components/choices.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Attendee } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Who came: boxes to tick on the spot, by keyboard or on a phone. */
export function AttendancePage(props: {
  place: Place;
  meeting: Meeting;
  attendees: readonly Attendee[];
  mayWrite: boolean;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { place, meeting, attendees } = props;
  const base = `${place.base}/${meeting.id}`;
  const came = attendees.filter((a) => a.came);
  const label = (a: Attendee) => [a.name, a.from].filter(Boolean).join(', ');
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="attendance"
      title={t.attendance}
      lead={props.mayWrite ? t.attendanceLead : t.people(came.length)}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <p>
        <a href={`${base}/attendance/sheet`}>{t.printSheet}</a>
      </p>
      {props.mayWrite ? (
        <Form
          action={`${base}/attendance`}
          formKey={props.formKey}
          values={props.values}
          errors={props.errors}
        >
          <p>{t.people(came.length)}</p>
          <Checkboxes
            name="came"
            label={t.came}
            values={props.values === undefined ? came.map((a) => a.id) : undefined}
            options={attendees.map((a) => ({
              value: a.id,
              label: label(a),
              hint: a.answer ? (a.substitute ? t.instead(a.substitute) : t.answers[a.answer]) : undefined,
            }))}
          />
          <Panel title={t.unexpected}>
            <TextField name="name" label={t.name} hint={t.unexpectedHint} />
            <TextField name="organisation" label={t.organisation} optional />
          </Panel>
          <FormActions submit={t.saveAttendance} cancelHref={base} />
        </Form>
      ) : (
        <ul>
          {came.map((a) => (
            <li>{label(a)}</li>
          ))}
        </ul>
      )}
    </MeetingFrame>
  );
}
