import type { Child } from 'hono/jsx';
import { formatDateTime, formatTime } from '#kernel/time.ts';
import { DOOR_WORKER } from '#ui/assets.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Form } from '#ui/components/form.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { inLang } from '../../schema.ts';
import type { AtDoor } from '../schema.ts';
import type { DoorView } from '../service.ts';
import { text } from '../text.pl.ts';

export const nameOf = (p: Pick<AtDoor, 'givenName' | 'familyName'>) => `${p.givenName} ${p.familyName}`;

/** The page of the door: the field for a code, the camera where there is one, and the list. */
export function DoorFrame(
  props: DoorView & {
    lead: Child;
    actions?: Child;
    /** The code that is asked about. */
    code?: string;
    before?: Child;
    row: (person: AtDoor) => Child;
    children?: Child;
  },
) {
  const t = useText(text);
  const { lang } = useView();
  const { event, date, people, code, until } = props;
  const path = `/events/manage/${event.id}`;
  const here = people.filter((p) => p.cameAt).length;
  return (
    <Page
      title={t.doorTitle}
      lead={props.lead}
      breadcrumb={[{ href: `${path}/people`, label: inLang(lang, event.titlePl, event.titleEn) }]}
      meta={[
        formatDateTime(date.startsAt, lang),
        <span data-door-count={t.count(-1, people.length)}>{t.count(here, people.length)}</span>,
      ]}
      actions={props.actions}
    >
      <splot-door
        data-sync={`${path}/door/sync`}
        data-scope={`${path}/door`}
        data-date={date.id}
        data-keep={until ? `${path}/door/kept?date=${date.id}` : undefined}
        data-until={until?.toISOString()}
        data-worker={DOOR_WORKER}
        data-scan={t.scan}
        data-stop={t.stop}
        data-no-camera={t.noCamera}
        data-offline={t.offline}
        data-online={t.online}
        data-later={t.later}
        data-shut={t.shut}
        data-marked={t.said.marked}
        data-already={t.said.already}
        data-earlier={t.earlier}
        data-unknown={t.said.unknown}
        data-here={t.here('{time}')}
      >
        {props.before}
        <Form light action={`${path}/door`} values={{ code: code ?? '' }}>
          <input type="hidden" name="date" value={date.id} />
          <TextField name="code" label={t.code} hint={t.codeHint} width="m" spellcheck={false} />
          <div class="form-actions">
            <Button variant="primary">{code ? t.scanned : t.mark}</Button>
          </div>
        </Form>
        <div class="door-tools" />
        <output class="door-said" />
        <ul class="door-list">
          {people.map((p) => (
            <li data-code={p.code} data-present={p.cameAt ? '' : undefined}>
              {props.row(p)}
            </li>
          ))}
        </ul>
        {props.children}
      </splot-door>
    </Page>
  );
}

/** Whether the person came, and when. */
export function Came({ person }: { person: AtDoor }) {
  const t = useText(text);
  return <span class="door-state">{person.cameAt && t.here(formatTime(person.cameAt))}</span>;
}
