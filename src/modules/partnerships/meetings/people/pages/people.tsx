import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { ErrorSummary, Form, HiddenFields } from '#ui/components/form.tsx';
import { EmptyState, Notice, Panel } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Attendee } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Who is invited, and what they answered. */
export function PeoplePage(props: {
  place: Place;
  meeting: Meeting;
  attendees: readonly Attendee[];
  workers: readonly { readonly id: string; readonly name: string; readonly institution: string }[];
  mayPlan: boolean;
  sent: boolean;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}) {
  const t = useText(text);
  const { place, meeting, attendees, errors = [] } = props;
  const base = `${place.base}/${meeting.id}`;
  const of = (answer: Attendee['answer']) =>
    attendees.filter((a) => a.answer === answer && a.invitedAt !== null).length;
  const invitable = attendees.filter((a) => a.invitedAt === null && !a.came).length;
  const about = (part: string) => (props.values?._part === part ? errors : undefined);
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="people"
      title={t.title}
      lead={t.lead}
      failed={errors.length > 0}
      before={
        props.sent && (
          <Notice tone="success">
            <p>{t.sent}</p>
          </Notice>
        )
      }
    >
      {props.values?._part === undefined && <ErrorSummary errors={errors} />}
      <Panel long>
        {attendees.length === 0 ? (
          <EmptyState title={t.nobody}>{t.nobodyHint}</EmptyState>
        ) : (
          <>
            {attendees.some((a) => a.invitedAt) && (
              <p>{t.counts(of('comes') + of('sends'), of('absent'), of(null))}</p>
            )}
            <PeopleTable attendees={attendees} base={base} mayPlan={props.mayPlan} />
          </>
        )}
        {props.mayPlan && invitable > 0 && (
          <form method="post" action={`${base}/call`}>
            <HiddenFields formKey={props.formKey} />
            <Button variant="primary" icon="send">
              {t.send(invitable)}
            </Button>
          </form>
        )}
      </Panel>
      {props.mayPlan && (
        <>
          {props.workers.length > 0 && (
            <Panel title={t.addWorkers}>
              <Form
                light
                action={`${base}/people`}
                part="workers"
                values={about('workers') && props.values}
                errors={about('workers')}
              >
                <input type="hidden" name="_part" value="workers" />
                <Checkboxes
                  name="worker"
                  label={t.workers}
                  options={props.workers.map((w) => ({ value: w.id, label: `${w.name}, ${w.institution}` }))}
                />
                <Button>{t.add}</Button>
              </Form>
            </Panel>
          )}
          {place.runs && (
            <Panel title={t.addGuest}>
              <Form
                light
                action={`${base}/guests`}
                part="guest"
                values={about('guest') && props.values}
                errors={about('guest')}
              >
                <input type="hidden" name="_part" value="guest" />
                <p class="muted">{t.guestHint}</p>
                <TextField name="name" label={t.name} />
                <TextField name="organisation" label={t.organisation} optional />
                <TextField name="email" label={t.email} optional type="email" inputmode="email" />
                <Select
                  name="lang"
                  label={t.letterLang}
                  empty={t.langs.pl}
                  width="s"
                  options={[{ value: 'en', label: t.langs.en }]}
                />
                <Button>{t.add}</Button>
              </Form>
            </Panel>
          )}
        </>
      )}
    </MeetingFrame>
  );
}

function PeopleTable(props: { attendees: readonly Attendee[]; base: string; mayPlan: boolean }) {
  const t = useText(text);
  const answer = (a: Attendee) => {
    if (a.answer === null) return a.invitedAt === null ? t.notInvited : t.notAnswered;
    return a.answer === 'sends' && a.substitute ? `${t.answers.sends}: ${a.substitute}` : t.answers[a.answer];
  };
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={props.attendees}
      columns={[
        { key: 'name', label: t.name, heading: true, cell: (a: Attendee) => a.name },
        {
          key: 'from',
          label: t.from,
          cell: (a) => (a.guest ? [a.from, t.guest].filter(Boolean).join(', ') : a.from),
        },
        { key: 'answer', label: t.answer, cell: answer },
        ...(props.mayPlan
          ? [
              {
                key: 'remove',
                label: t.remove,
                quiet: true,
                cell: (a: Attendee) =>
                  a.invitedAt === null && (
                    <form method="post" action={`${props.base}/people/${a.id}/remove`}>
                      <Button small>
                        {t.remove}
                        <span class="visually-hidden"> {a.name}</span>
                      </Button>
                    </form>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
