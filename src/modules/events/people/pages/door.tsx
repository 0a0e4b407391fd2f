import { formatDateTime } from '#kernel/time.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FieldRow, Form } from '#ui/components/form.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { type Event, inLang } from '../../schema.ts';
import type { Person } from '../schema.ts';
import { text } from '../text.pl.ts';

const nameOf = (p: Person) => `${p.givenName} ${p.familyName}`;

export interface DoorProps {
  readonly event: Event;
  readonly date: Event['occurrences'][number];
  readonly people: readonly Person[];
  readonly code: string;
  readonly said: 'marked' | 'already' | 'unknown' | 'back' | null;
}

/**
 * The door. Every mark is an ordinary form; the script keeps marks on the device while there is no network, by code
 * alone, and sends them later.
 */
export function DoorPage(props: DoorProps) {
  const t = useText(text);
  const { lang } = useView();
  const { event, date, said } = props;
  const path = `/events/manage/${event.id}`;
  const placed = props.people.filter((p) => p.state === 'confirmed');
  const here = placed.filter((p) => p.attended.includes(date.id)).length;
  const title = inLang(lang, event.titlePl, event.titleEn);
  return (
    <Page
      title={t.doorTitle}
      lead={t.doorLead}
      breadcrumb={[{ href: `${path}/people`, label: title }]}
      meta={[
        formatDateTime(date.startsAt, lang),
        <span data-door-count={t.count(-1, placed.length)}>{t.count(here, placed.length)}</span>,
      ]}
      actions={<ButtonLink href={`${path}/list`}>{t.printList}</ButtonLink>}
    >
      <splot-door
        data-sync={`${path}/door/sync`}
        data-date={date.id}
        data-scan={t.scan}
        data-stop={t.stop}
        data-no-camera={t.noCamera}
        data-offline={t.offline}
        data-online={t.online}
        data-marked={t.said.marked}
        data-already={t.said.already}
        data-unknown={t.said.unknown}
        data-here={t.here}
      >
        {said && (
          <Notice tone={said === 'unknown' ? 'danger' : said === 'already' ? 'warning' : 'success'}>
            {t.said[said]}
          </Notice>
        )}
        <Form light action={`${path}/door`} values={{ code: props.code }}>
          <input type="hidden" name="date" value={date.id} />
          <TextField name="code" label={t.code} hint={t.codeHint} width="m" spellcheck={false} />
          <div class="form-actions">
            <Button variant="primary">{props.code ? t.scanned : t.mark}</Button>
          </div>
        </Form>
        <div class="door-tools" />
        <output class="door-said" />
        <ul class="door-list">
          {placed.map((p) => (
            <Row person={p} date={date.id} path={path} />
          ))}
        </ul>
      </splot-door>
      <Dates event={event} date={date} path={path} />
      <Details summary={t.walkIn}>
        <Form light action={`${path}/door/walk-in`}>
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
    </Page>
  );
}

function Row({ person, date, path }: { person: Person; date: string; path: string }) {
  const t = useText(text);
  const here = person.attended.includes(date);
  return (
    <li data-code={person.code} data-present={here ? '' : undefined}>
      <form method="post" action={`${path}/door/mark`}>
        <input type="hidden" name="registration" value={person.id} />
        <input type="hidden" name="date" value={date} />
        <span>
          <b>{nameOf(person)}</b>
          {person.organisation && <small>{person.organisation}</small>}
        </span>
        <span class="door-state">{here ? t.here : ''}</span>
        <Button small name="present" value={here ? 'no' : 'yes'} variant={here ? 'tertiary' : 'secondary'}>
          {here ? t.takeBack : t.markHere}
          <span class="visually-hidden">: {nameOf(person)}</span>
        </Button>
      </form>
    </li>
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
