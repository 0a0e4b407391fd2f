import type { FieldError } from '#kernel/errors.ts';
import { formatDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { FileField, TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Due, MeetingFile, Point } from '../schema.ts';
import { text } from '../text.pl.ts';

interface Sent {
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
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

function PointItem(props: {
  point: Point;
  base: string;
  moves: readonly ('up' | 'down' | 'agenda' | 'left_out')[];
}) {
  const t = useText(text);
  const { point: p, base, moves } = props;
  const words = { up: t.up, down: t.down, agenda: t.accept, left_out: t.leaveOut };
  return (
    <li>
      <p>
        <b>{p.title}</b>{' '}
        <span class="muted">
          {[
            t.minutes(p.lasts),
            p.presenter,
            p.state === 'proposed' && p.proposedBy && t.proposedBy(p.proposedBy),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {p.about && <p>{p.about}</p>}
      {p.href && (
        <p>
          <a href={p.href}>{p.href.includes('/tasks/') ? t.seeTask : t.seeMatter}</a>
        </p>
      )}
      {moves.length > 0 && (
        <form class="form-actions no-print" method="post" action={`${base}/agenda/${p.id}/move`}>
          {moves.map((to) => (
            <Button small name="to" value={to}>
              {words[to]}
              <span class="visually-hidden"> {p.title}</span>
            </Button>
          ))}
          <a href={`${base}/agenda/${p.id}`}>
            {t.change}
            <span class="visually-hidden"> {p.title}</span>
          </a>
        </form>
      )}
    </li>
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

function PointFields(props: { place: Place }) {
  const t = useText(text);
  return (
    <>
      <TextField name="title" label={t.pointTitle} hint={t.pointHint} />
      <TextArea name="about" label={t.about} rows={2} max={2000} />
      <FieldRow>
        <TextField name="lasts" label={t.lasts} width="xs" inputmode="numeric" />
        <Select
          name="presenter"
          label={t.presenter}
          empty={t.nobody}
          options={props.place.members.map((m) => ({ value: m.institutionId, label: m.shortName }))}
        />
      </FieldRow>
    </>
  );
}

function Files(props: { files: readonly MeetingFile[]; base: string; runs: boolean } & Sent) {
  const t = useText(text);
  const { base, errors } = props;
  return (
    <Panel title={t.files}>
      {props.files.length === 0 ? (
        <p>{t.filesNone}</p>
      ) : (
        <ul class="ruled">
          {props.files.map((f) => (
            <li>
              <a href={`${base}/files/${f.id}`}>{f.title}</a>
            </li>
          ))}
        </ul>
      )}
      {props.runs && (
        <Form
          light
          upload
          action={`${base}/files`}
          part="file"
          values={errors && props.values}
          errors={errors}
        >
          <input type="hidden" name="_part" value="file" />
          <TextField name="title" label={t.fileTitle} />
          <FileField name="file" label={t.file} hint={t.fileHint} />
          <Button>{t.addFile}</Button>
        </Form>
      )}
    </Panel>
  );
}

export function PointPage(props: Sent & { place: Place; meeting: Meeting; point: Point; formKey: string }) {
  const t = useText(text);
  const { place, meeting, point: p } = props;
  const base = `${place.base}/${meeting.id}/agenda`;
  const own = { title: p.title, about: p.about, lasts: String(p.lasts), presenter: p.presenterId ?? '' };
  return (
    <MeetingFrame
      place={place}
      meeting={meeting}
      current="agenda"
      title={t.changePoint}
      width="text"
      failed={(props.errors?.length ?? 0) > 0}
    >
      <Form
        action={`${base}/${p.id}`}
        formKey={props.formKey}
        version={p.rowVersion}
        values={props.values ?? own}
        errors={props.errors}
        now={props.now}
      >
        <PointFields place={place} />
        <FormActions submit={t.save} cancelHref={base} />
      </Form>
    </MeetingFrame>
  );
}
