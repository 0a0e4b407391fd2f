import type { Child } from 'hono/jsx';
import { formatDateTime } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Notice, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import {
  addressLine,
  type Change,
  type Event,
  inLang,
  type Material,
  type Session,
  type Standing,
} from '../schema.ts';
import { text } from '../text.pl.ts';
import { Materials, Programme, Prose } from './content.tsx';
import { EventStateTag, PlacesTag } from './parts.tsx';
import { EventData } from './structured.tsx';
import { Changes, Dates, Place } from './where.tsx';

export interface EventPageProps {
  readonly event: Event;
  readonly sessions: readonly Session[];
  readonly changes: readonly Change[];
  readonly materials: readonly Material[];
  readonly standing: Standing;
  readonly themes: readonly { readonly value: string; readonly label: string }[];
  /** Whether somebody may ask for a place now. */
  readonly open: boolean;
  readonly mayManage: boolean;
  readonly siteUrl: string;
  readonly discussion: Child;
}

/** One event, as everybody reads it. */
export function EventPage(props: EventPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { event, standing } = props;
  const title = inLang(lang, event.titlePl, event.titleEn);
  const last = event.occurrences.at(-1);
  const path = `/events/${event.slug}`;
  return (
    <Page
      title={title}
      lead={inLang(lang, event.leadPl, event.leadEn)}
      reader="public"
      breadcrumb={[{ href: '/events', label: t.title }]}
      description={inLang(lang, event.leadPl, event.leadEn)}
      head={
        event.state !== 'draft' && (
          <EventData event={event} standing={standing} lang={lang} siteUrl={props.siteUrl} />
        )
      }
      meta={[
        t.kinds[event.kind],
        event.state === 'published' && last ? (
          <PlacesTag event={{ ...event, taken: standing.taken, endsAt: last.endsAt }} />
        ) : (
          <EventStateTag state={event.state} />
        ),
      ]}
      actions={
        props.mayManage && (
          <ButtonLink href={`/events/manage/${event.id}`} icon="edit">
            {t.manage}
          </ButtonLink>
        )
      }
      before={<State event={event} />}
      aside={<Facts {...props} path={path} />}
    >
      <Register {...props} path={path} />
      <Dates event={event} />
      <Prose text={inLang(lang, event.bodyPl, event.bodyEn)} />
      <Programme event={event} sessions={props.sessions} />
      <Place event={event} open={props.open && event.registration !== 'none'} />
      {inLang(lang, event.resultsPl, event.resultsEn) !== '' && (
        <Panel title={t.results}>
          <Prose text={inLang(lang, event.resultsPl, event.resultsEn)} />
        </Panel>
      )}
      <Materials materials={props.materials} href={(m) => `/events/file/${m.id}`} />
      <Changes changes={props.changes} />
      {event.state !== 'draft' && event.comments !== 'off' && props.discussion}
    </Page>
  );
}

function State({ event }: { event: Event }) {
  const t = useText(text);
  const { lang } = useView();
  if (event.state === 'cancelled')
    return (
      <Notice tone="danger" title={t.cancelledTitle} quiet>
        {inLang(lang, event.reasonPl, event.reasonEn)}
      </Notice>
    );
  return event.state === 'held' ? <Notice quiet title={t.heldTitle} /> : null;
}

function Register(props: EventPageProps & { path: string }) {
  const t = useText(text);
  const { lang } = useView();
  const { event, standing, open, path } = props;
  if (event.state !== 'published') return null;
  if (event.registration === 'none') return <p>{t.noNeed}</p>;
  if (!open) return null;
  const full = event.capacity !== null && (standing.waiting > 0 || standing.taken >= event.capacity);
  const wait = full && event.registration === 'open';
  return (
    <Panel tone="next">
      <p>
        <ButtonLink href={`${path}/register`} variant="primary">
          {wait ? t.registerWaiting : t.register}
        </ButtonLink>
      </p>
      {event.closesAt && <p>{t.until(formatDateTime(event.closesAt, lang))}</p>}
      {event.registration === 'approval' && <p>{t.approval}</p>}
    </Panel>
  );
}

function Facts(props: EventPageProps & { path: string }) {
  const t = useText(text);
  const { event, themes } = props;
  return (
    <Panel>
      <SummaryList
        items={[
          { term: t.where, value: event.mode === 'online' ? t.modes.online : addressLine(event) },
          { term: t.organiser, value: event.institutionName },
          ...(event.contactEmail || event.contactPhone
            ? [
                {
                  term: t.contact,
                  value: (
                    <>
                      {event.contactRole && (
                        <>
                          {event.contactRole}
                          <br />
                        </>
                      )}
                      {event.contactEmail && (
                        <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
                      )}
                      {event.contactEmail && event.contactPhone && <br />}
                      {event.contactPhone && <a href={`tel:${event.contactPhone}`}>{event.contactPhone}</a>}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {themes.length > 0 && (
        <ul class="chips">
          {themes.map((theme) => (
            <li>
              <a class="chip" href={`/events?theme=${theme.value}`}>
                {theme.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {event.state !== 'draft' && (
        <p class="no-print">
          <a href={`${props.path}/event.ics`} rel="nofollow">
            {t.addToCalendar}
          </a>
        </p>
      )}
    </Panel>
  );
}
