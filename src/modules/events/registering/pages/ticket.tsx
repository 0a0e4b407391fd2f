import type { FieldError } from '#kernel/errors.ts';
import { Button, ButtonLink } from '#ui/components/buttons.tsx';
import { ConfirmForm, ErrorSummary, Form } from '#ui/components/form.tsx';
import { Details, Notice, Panel } from '#ui/components/panels.tsx';
import { Square } from '#ui/components/square.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { Materials } from '../../pages/content.tsx';
import { DateLine } from '../../pages/parts.tsx';
import { addressLine, type Event, inLang, type Material } from '../../schema.ts';
import { text as words } from '../../text.pl.ts';
import type { NeedsForm, RegistrationState } from '../schema.ts';
import { text } from '../text.pl.ts';
import { NeedsFields } from './register.tsx';

export interface TicketPageProps {
  readonly token: string;
  readonly event: Event;
  readonly state: RegistrationState;
  readonly name: string;
  readonly code: string;
  readonly queue: number | null;
  readonly needs: NeedsForm | null;
  readonly online: { readonly address: string; readonly note: string } | null;
  readonly materials: readonly Material[];
  readonly siteUrl: string;
  readonly errors?: readonly FieldError[];
  /** What comes after the event: survey and certificate. */
  readonly after?: unknown;
}

/** What the link of a letter opens: one registration, for its holder. Opening it changes nothing. */
export function TicketPage(props: TicketPageProps) {
  const t = useText(text);
  const w = useText(words);
  const { lang, now } = useView();
  const { event, state, token, errors = [] } = props;
  const title = inLang(lang, event.titlePl, event.titleEn);
  const path = `/events/ticket/${token}`;
  const over = event.state !== 'published' || (event.lastAt !== null && event.lastAt < now);
  return (
    <Page
      title={state === 'unconfirmed' ? t.confirmTitle : t.ticket}
      lead={title}
      reader="public"
      width="text"
      failed={errors.length > 0}
      breadcrumb={[{ href: `/events/${event.slug}`, label: title }]}
    >
      <ErrorSummary errors={errors} />
      {event.state === 'cancelled' && (
        <Notice tone="danger" title={w.cancelledTitle} quiet>
          {inLang(lang, event.reasonPl, event.reasonEn)}
        </Notice>
      )}
      <Says {...props} />
      <Panel title={w.when}>
        <ul class="event-dates">
          {event.occurrences
            .filter((o) => !o.cancelled)
            .map((o) => (
              <li>
                <DateLine startsAt={o.startsAt} endsAt={o.endsAt} />
              </li>
            ))}
        </ul>
        <p>{event.mode === 'online' ? w.modes.online : addressLine(event)}</p>
        {props.online && (
          <p>
            {t.online}: <a href={props.online.address}>{t.join}</a>
            {props.online.note && <small> {props.online.note}</small>}
          </p>
        )}
        <p class="no-print">
          {state === 'confirmed' && (
            <>
              <a href={`${path}/event.ics`}>{t.calendar}</a> ·{' '}
            </>
          )}
          <a href={`/events/${event.slug}`}>{t.seeEvent}</a>
        </p>
      </Panel>
      {props.after as never}
      <Materials materials={props.materials} href={(m) => `${path}/file/${m.id}`} />
      {!over && ['requested', 'waiting', 'confirmed'].includes(state) && (
        <>
          <Details summary={t.needsSummary} open={props.needs !== null}>
            <Form light action={`${path}/needs`} values={{ ...props.needs }}>
              <NeedsFields />
              <Button>{t.needsSave}</Button>
            </Form>
          </Details>
          <p class="no-print">
            <ButtonLink href={`${path}/leave`} variant="tertiary" danger>
              {t.giveUp}
            </ButtonLink>
          </p>
        </>
      )}
    </Page>
  );
}

function Says({ state, token, code, queue, name, siteUrl, event }: TicketPageProps) {
  const t = useText(text);
  if (state === 'unconfirmed')
    return (
      <Panel tone="next">
        <Form light action={`/events/ticket/${token}/confirm`}>
          <p>{t.confirmLead}</p>
          <Button variant="primary" icon="accept">
            {t.confirm}
          </Button>
        </Form>
      </Panel>
    );
  if (state !== 'confirmed') return <p>{state === 'waiting' ? t.says.waiting(queue ?? 1) : t.says[state]}</p>;
  if (event.state !== 'published') return null;
  return (
    <Panel title={name}>
      <p>{t.says.confirmed}</p>
      <Square text={`${siteUrl}/events/door/${code}`} label={t.qr(code)} />
      <p>
        {t.code}: <b class="num">{code}</b>
      </p>
    </Panel>
  );
}

/** Giving a place back is asked once more: somebody else gets it. */
export function LeavePage(props: { action: string; cancelHref: string; title: string }) {
  const t = useText(text);
  return (
    <Page title={t.releaseTitle} lead={props.title} reader="public" width="text">
      <ConfirmForm
        action={props.action}
        consequences={[t.releaseMore]}
        submit={t.release}
        cancelHref={props.cancelHref}
      />
    </Page>
  );
}
