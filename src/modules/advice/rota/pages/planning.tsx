import type { Child } from 'hono/jsx';
import type { FieldError } from '#kernel/errors.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Checkboxes, Select } from '#ui/components/choices.tsx';
import { FieldRow, Form, FormActions } from '#ui/components/form.tsx';
import { DateText } from '#ui/components/format.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { DateField, TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { useDeskCrumb } from '../../pages/frame.tsx';
import { DUTY_KINDS, type Duty, type Person, type Shift } from '../schema.ts';
import { text } from '../text.pl.ts';
import { ShiftText } from './parts.tsx';

interface Sent {
  readonly formKey: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}
interface Desk {
  readonly id: string;
  readonly name: string;
}
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const options = (people: readonly Person[]) =>
  people.map(({ workerId, name }) => ({ value: workerId, label: name }));

function Framed(props: { desk: Desk; title: string; lead?: string; failed?: boolean; children?: Child }) {
  const t = useText(text);
  const { desk, ...page } = props;
  return (
    <Page
      {...page}
      width="text"
      breadcrumb={[...useDeskCrumb(), { href: `/advice/desk/rota?desk=${desk.id}`, label: t.title }]}
    />
  );
}

/** The weekly hours and single days of a desk, and a form for more. */
export function HoursPage(props: Sent & { desk: Desk; duties: readonly Duty[]; members: readonly Person[] }) {
  const t = useText(text);
  const { lang } = useView();
  const { desk, duties } = props;
  const path = `/advice/desk/rota/${desk.id}/hours`;
  const when = (duty: Duty) => {
    const weekday = WEEKDAYS.find((n) => n === duty.weekday);
    return weekday === undefined ? formatDate(duty.on ?? duty.validFrom, lang) : t.every(t.weekdays[weekday]);
  };
  return (
    <Framed desk={desk} title={t.plan} lead={t.planLead} failed={(props.errors ?? []).length > 0}>
      {duties.length > 0 && (
        <Panel title={t.endTitle}>
          <RuledList
            items={duties.map((duty) => (
              <Form light action={`${path}/${duty.id}/end`}>
                <p>
                  {when(duty)}, <span class="num">{`${duty.from}–${duty.to}`}</span>, {t.kinds[duty.kind]}:{' '}
                  {duty.person.name}
                  {duty.validTo !== null && (
                    <>
                      {' '}
                      (<DateText date={duty.validFrom} /> – <DateText date={duty.validTo} />)
                    </>
                  )}{' '}
                  {duty.validTo === null && (
                    <Button variant="tertiary" small>
                      {t.end}
                      <span class="visually-hidden">
                        : {`${when(duty)}, ${duty.from}, ${duty.person.name}`}
                      </span>
                    </Button>
                  )}
                </p>
              </Form>
            ))}
          />
        </Panel>
      )}
      <Panel title={t.addHours}>
        <Form light action={path} formKey={props.formKey} values={props.values} errors={props.errors}>
          <Select name="who" label={t.who} options={options(props.members)} width="m" />
          <Select
            name="kind"
            label={t.kind}
            options={DUTY_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
            width="m"
          />
          <Checkboxes
            name="weekdays"
            label={t.weekday}
            options={WEEKDAYS.map((n) => ({ value: String(n), label: t.weekdays[n] }))}
            optional
          />
          <DateField name="on" label={t.on} optional />
          <FieldRow>
            <TextField name="from" label={t.from} width="xs" />
            <TextField name="to" label={t.to} width="xs" />
          </FieldRow>
          <DateField name="since" label={t.since} hint={t.sinceHint} optional />
          <FormActions submit={t.add} cancelHref={`/advice/desk/rota?desk=${desk.id}`} />
        </Form>
      </Panel>
    </Framed>
  );
}

export function ChangePage(
  props: Sent & { desk: Desk; shift: Shift; day: LocalDate; members: readonly Person[] },
) {
  const t = useText(text);
  const { desk, shift, day } = props;
  const path = `/advice/desk/rota/${desk.id}/change/${shift.dutyId}/${day}`;
  return (
    <Framed desk={desk} title={t.changeTitle} failed={(props.errors ?? []).length > 0}>
      <p>
        <DateText date={day} long />, {t.kinds[shift.kind]}: <ShiftText shift={shift} />
      </p>
      <Form light action={path} formKey={props.formKey} values={props.values} errors={props.errors}>
        <Select
          name="who"
          label={t.changeWho}
          options={options(props.members)}
          empty={t.calledOff}
          width="m"
        />
        <TextField name="note" label={t.note} maxlength={200} optional />
        <FormActions submit={t.save} cancelHref={`/advice/desk/rota?desk=${desk.id}&week=${day}`} />
      </Form>
      {shift.why === 'changed' && (
        <Form light action={`${path}/undo`}>
          <Button>{t.undo}</Button>
        </Form>
      )}
    </Framed>
  );
}

export interface AwayItem {
  readonly id: string | null;
  readonly workerId: string;
  readonly name: string;
  readonly standIn: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function AwayPage(
  props: Sent & {
    desk: Desk;
    items: readonly AwayItem[];
    members: readonly Person[];
    /** For whom absences may be noted. */
    whose: readonly Person[];
    mayCancel: (workerId: string) => boolean;
  },
) {
  const t = useText(text);
  const { desk, items } = props;
  const path = `/advice/desk/rota/${desk.id}/away`;
  return (
    <Framed desk={desk} title={t.away} lead={t.awayLead} failed={(props.errors ?? []).length > 0}>
      {items.length === 0 ? (
        <p>{t.awayNone}</p>
      ) : (
        <RuledList
          items={items.map((item) => (
            <Form light action={`${path}/${item.id}/cancel`}>
              <p>
                {item.name}: <DateText date={item.from} /> – <DateText date={item.to} />
                {item.standIn !== null && `; ${t.standIn}: ${item.standIn}`}
                {item.id === null && ` (${t.fromInstitution})`}{' '}
                {item.id !== null && props.mayCancel(item.workerId) && (
                  <Button variant="tertiary" small>
                    {t.cancel}
                    <span class="visually-hidden">: {item.name}</span>
                  </Button>
                )}
              </p>
            </Form>
          ))}
        />
      )}
      {props.whose.length > 0 && (
        <Panel title={t.addAway}>
          <Form light action={path} formKey={props.formKey} values={props.values} errors={props.errors}>
            <Select name="who" label={t.who} options={options(props.whose)} width="m" />
            <FieldRow>
              <DateField name="from" label={t.awayFrom} noHint />
              <DateField name="to" label={t.awayTo} noHint />
            </FieldRow>
            <Select name="standIn" label={t.standIn} options={options(props.members)} width="m" optional />
            <FormActions submit={t.addAway} />
          </Form>
        </Panel>
      )}
    </Framed>
  );
}
