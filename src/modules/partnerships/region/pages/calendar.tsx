import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { TimeText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { Panel, RuledList } from '#ui/components/panels.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { text as network } from '../../network/text.pl.ts';
import { text } from '../text.pl.ts';
import { RegionTabs } from './tabs.tsx';

export interface CalendarPageProps {
  readonly region: { readonly code: string; readonly name: string };
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly events: readonly {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly where: string;
  }[];
  readonly meetings: readonly {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly startsAt: Date;
    readonly place: string;
  }[];
  readonly calls: readonly { readonly id: string; readonly title: string; readonly closesOn: string }[];
  readonly siteUrl: string;
  /** The reader works for the voivodeship itself. */
  readonly own: boolean;
  readonly organises: boolean;
}

/** What happens in a voivodeship: events, dates of calls, and for whoever belongs to them meetings of Partner Groups. */
export function CalendarPage(props: CalendarPageProps) {
  const t = useText(text);
  const n = useText(network);
  const { lang } = useView();
  const { region, events, meetings, calls, own } = props;
  const feed = `${props.siteUrl}/network/calendar.ics?region=${region.code}`;
  return (
    <Page
      title={t.calendarTitle(region.name)}
      lead={own ? t.calendarLead : t.calendarPublic}
      breadcrumb={own ? [{ href: '/region', label: t.short }] : [{ href: '/network', label: n.title }]}
      before={own && <RegionTabs current="calendar" />}
      actions={props.organises && <ButtonLink href="/events/manage">{t.addEvent}</ButtonLink>}
    >
      {!own && (
        <FilterBar action="/network/calendar">
          <Select name="region" label={t.region} value={region.code} options={props.regions} />
        </FilterBar>
      )}
      {meetings.length > 0 && (
        <Panel title={t.groupsTitle}>
          <RuledList
            items={meetings.map((one) => (
              <>
                <TimeText at={one.startsAt} /> · {one.title}, {one.body}
                {one.place && ` · ${one.place}`}
              </>
            ))}
          />
        </Panel>
      )}
      <Panel title={t.eventsTitle}>
        {events.length === 0 ? (
          <p>{t.noEvents}</p>
        ) : (
          <RuledList
            items={events.map((event) => (
              <>
                <TimeText at={event.startsAt} /> · <a href={`/events/${event.slug}`}>{event.title}</a>
                {event.where && ` · ${event.where}`}
              </>
            ))}
          />
        )}
      </Panel>
      <Panel title={t.callsTitle}>
        {calls.length === 0 ? (
          <p>{t.noCalls}</p>
        ) : (
          <RuledList
            items={calls.map((call) => (
              <>
                {t.until(formatDate(call.closesOn, lang))} ·{' '}
                <a href={`/network/calls/${call.id}`}>{call.title}</a>
              </>
            ))}
          />
        )}
      </Panel>
      <p>
        {t.subscribe}: <code class="break">{feed}</code>
      </p>
    </Page>
  );
}
