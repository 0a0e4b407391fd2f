import type { FieldError } from '#kernel/errors.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { TextArea, TextField } from '#ui/components/text-fields.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingFrame } from '../../pages/frame.tsx';
import type { Meeting, Place } from '../../schema.ts';
import type { Point } from '../schema.ts';
import { text } from '../text.pl.ts';

/** A point as it stands on the agenda, with what may be done with it. */
export function PointItem(props: {
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

export function PointFields(props: { place: Place }) {
  const t = useText(text);
  return (
    <>
      <TextField name="title" label={t.pointTitle} hint={t.pointHint} />
      <TextArea name="about" label={t.about} optional rows={2} max={2000} />
      <FieldRow>
        <TextField name="lasts" label={t.lasts} optional width="xs" inputmode="numeric" />
        <Select
          name="presenter"
          label={t.presenter}
          optional
          empty={t.nobody}
          options={props.place.members.map((m) => ({ value: m.institutionId, label: m.shortName }))}
        />
      </FieldRow>
    </>
  );
}

export function PointPage(props: {
  place: Place;
  meeting: Meeting;
  point: Point;
  formKey: string;
  values?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}) {
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
