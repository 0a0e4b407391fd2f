import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { formatDate, formatDateTime, warsawDate } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form } from '#ui/components/form.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Event } from '../../schema.ts';
import type { AtDoor } from '../schema.ts';
import type { DoorView } from '../service.ts';
import { text } from '../text.pl.ts';
import { Came, DoorFrame, nameOf } from './frame.tsx';

export interface DoorProps extends DoorView {
  readonly code: string;
  readonly said: 'marked' | 'already' | 'unknown' | 'back' | null;
  /** Somebody without registration, when the form came back. */
  readonly walkIn?: { readonly values: FormValues; readonly errors: readonly FieldError[] };
}

/**
 * The door. Every mark is an ordinary form; the script keeps marks on the device while there is no network, by code
 * alone, and sends them later.
 */
export function DoorPage(props: DoorProps) {
  const t = useText(text);
  const { lang } = useView();
  const { event, date, said, until } = props;
  const path = `/events/manage/${event.id}`;
  return (
    <DoorFrame
      {...props}
      lead={t.doorLead}
      actions={<ButtonLink href={`${path}/list`}>{t.printList}</ButtonLink>}
      before={
        said && (
          <Notice tone={said === 'unknown' ? 'danger' : said === 'already' ? 'warning' : 'success'}>
            {t.said[said]}
          </Notice>
        )
      }
      row={(person) => <Row person={person} date={date.id} path={path} />}
    >
      {until && (
        <p class="door-kept" hidden>
          {t.kept(formatDate(warsawDate(date.endsAt), lang))}
        </p>
      )}
      <Dates event={event} date={date} path={path} />
      <Details summary={t.walkIn} open={props.walkIn !== undefined}>
        <Form
          light
          action={`${path}/door/walk-in`}
          values={props.walkIn?.values}
          errors={props.walkIn?.errors}
        >
          <input type="hidden" name="date" value={date.id} />
          <FieldRow>
            <TextField name="givenName" label={t.givenName} maxlength={100} />
            <TextField name="familyName" label={t.familyName} maxlength={100} />
          </FieldRow>
          <TextField name="email" label={t.email} type="email" maxlength={254} optional />
          <TextField name="organisation" label={t.organisation} maxlength={200} optional />
          <Button>{t.addWalkIn}</Button>
        </Form>
      </Details>
    </DoorFrame>
  );
}

function Row({ person, date, path }: { person: AtDoor; date: string; path: string }) {
  const t = useText(text);
  const here = person.cameAt !== null;
  return (
    <form method="post" action={`${path}/door/mark`}>
      <input type="hidden" name="registration" value={person.id} />
      <input type="hidden" name="date" value={date} />
      <span>
        <b>{nameOf(person)}</b>
        {person.organisation && <small>{person.organisation}</small>}
      </span>
      <Came person={person} />
      <Button small name="present" value={here ? 'no' : 'yes'} variant={here ? 'tertiary' : 'secondary'}>
        {here ? t.takeBack : t.markHere}
        <span class="visually-hidden">: {nameOf(person)}</span>
      </Button>
    </form>
  );
}

function Dates({ event, date, path }: { event: Event; date: Event['occurrences'][number]; path: string }) {
  const t = useText(text);
  const { lang } = useView();
  const dates = event.occurrences.filter((o) => !o.cancelled);
  if (dates.length < 2) return null;
  return (
    <Panel>
      <form class="form" method="get" action={`${path}/door`}>
        <Select
          name="date"
          label={t.date}
          value={date.id}
          options={dates.map((o) => ({ value: o.id, label: formatDateTime(o.startsAt, lang) }))}
        />
        <div class="form-actions">
          <Button>{t.show}</Button>
        </div>
      </form>
    </Panel>
  );
}
