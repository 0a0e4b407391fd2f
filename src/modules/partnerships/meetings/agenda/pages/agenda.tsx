import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes } from '#ui/components/choices.tsx';
import { Form } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Due, MeetingFile, Point } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Files } from './files.tsx';
import { PointFields, PointItem } from './point.tsx';

interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
}

/** What will be spoken of: the points in their order, what waits for it, documents. */
export function AgendaPage(
  props: Sent & {
    place: Place;
    meeting: Meeting;
    points: readonly Point[];
    due: readonly Due[];
    files: readonly MeetingFile[];
    mayChange: boolean;
    mayPropose: boolean;
    formKey: string;
  },
) {
  const t = useText(text);
  const { place, meeting, points, mayChange, errors = [] } = props;
  const base = `${place.base}/${meeting.id}`;
  const part = (name: string) => (props.values?._part === name ? errors : undefined);
  const agenda = points.filter((p) => p.state === 'agenda');
  const proposed = points.filter((p) => p.state === 'proposed');
  const leftOut = points.filter((p) => p.state === 'left_out');
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="agenda"
      title={t.title}
      lead={t.lead}
      failed={errors.length > 0}
    >
      <Panel long foot={agenda.length > 0 && t.total(agenda.reduce((sum, p) => sum + p.lasts, 0))}>
        {agenda.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHint}</EmptyState>
        ) : (
          <ol class="agenda">
            {agenda.map((p, index) => (
              <PointItem
                point={p}
                base={base}
                moves={
                  mayChange
                    ? [
                        ...(index > 0 ? (['up'] as const) : []),
                        ...(index < agenda.length - 1 ? (['down'] as const) : []),
                        'left_out' as const,
                      ]
                    : []
                }
              />
            ))}
          </ol>
        )}
      </Panel>
      {proposed.length > 0 && (
        <Panel title={t.proposed}>
          <ul class="agenda">
            {proposed.map((p) => (
              <PointItem point={p} base={base} moves={mayChange ? ['agenda', 'left_out'] : []} />
            ))}
          </ul>
        </Panel>
      )}
      {mayChange && (
        <DuePanel due={props.due} action={`${base}/agenda/due`} values={props.values} errors={part('due')} />
      )}
      {(mayChange || props.mayPropose) && (
        <Panel title={mayChange ? t.addPoint : t.propose}>
          <Form
            light
            action={`${base}/agenda`}
            formKey={props.formKey}
            part="point"
            values={part('point') && props.values}
            errors={part('point')}
          >
            <input type="hidden" name="_part" value="point" />
            {!mayChange && <p class="muted">{t.proposeHint}</p>}
            <PointFields place={place} />
            <Button variant={mayChange ? 'secondary' : 'primary'}>
              {mayChange ? t.addPoint : t.propose}
            </Button>
          </Form>
        </Panel>
      )}
      <Files
        files={props.files}
        base={base}
        runs={meeting.runs}
        values={props.values}
        errors={part('file')}
      />
      {mayChange && leftOut.length > 0 && (
        <Panel title={t.leftOut}>
          <ul class="agenda">
            {leftOut.map((p) => (
              <PointItem point={p} base={base} moves={['agenda']} />
            ))}
          </ul>
        </Panel>
      )}
    </MeetingFrame>
  );
}

function DuePanel(props: { due: readonly Due[]; action: string } & Sent) {
  const t = useText(text);
  const { lang } = useView();
  const hint = (d: Due) =>
    [d.taken ? t.takenAlready : '', d.until ? t.until(formatDate(d.until, lang)) : '', d.late ? t.late : '']
      .filter(Boolean)
      .join(', ');
  return (
    <Panel title={t.due}>
      {props.due.length === 0 ? (
        <p>{t.dueNone}</p>
      ) : (
        <Form light action={props.action} part="due" errors={props.errors}>
          <input type="hidden" name="_part" value="due" />
          <Checkboxes
            name="due"
            label={t.due}
            hint={t.dueHint}
            options={props.due.map((d) => ({
              value: d.key,
              label: d.title,
              hint: hint(d),
              disabled: d.taken,
            }))}
          />
          <Button>{t.takeDue}</Button>
        </Form>
      )}
    </Panel>
  );
}
