import type { Lang } from '#kernel/i18n.ts';
import { StructuredData } from '#ui/structured.tsx';
import { type Event, inLang, type Standing } from '../schema.ts';

const SCHEMA = 'https://schema.org/';
const MODE = {
  onsite: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const;
const TYPE = {
  conference: 'BusinessEvent',
  seminar: 'EducationEvent',
  workshop: 'EducationEvent',
  training: 'EducationEvent',
  meeting: 'SocialEvent',
} as const;

function statusOf(event: Event): string {
  if (event.state === 'cancelled') return 'EventCancelled';
  return event.sequence > 0 ? 'EventRescheduled' : 'EventScheduled';
}

/** An event as search engines read it (schema.org Event); each further date is an event of its own inside. */
export function EventData(props: { event: Event; standing: Standing; lang: Lang; siteUrl: string }) {
  const { event, standing, lang, siteUrl } = props;
  const url = `${siteUrl}/events/${event.slug}`;
  const dates = event.occurrences.filter((o) => !o.cancelled || event.state === 'cancelled');
  const [first] = dates;
  if (!first) return null;
  const last = dates.at(-1) ?? first;
  const place = {
    '@type': 'Place',
    name: event.placeName || event.locality,
    address: {
      '@type': 'PostalAddress',
      streetAddress: event.street || undefined,
      addressLocality: event.locality,
      addressCountry: 'PL',
    },
    ...(event.lat !== null && {
      geo: { '@type': 'GeoCoordinates', latitude: event.lat, longitude: event.lon },
    }),
  };
  const virtual = { '@type': 'VirtualLocation', url };
  const full = event.capacity !== null && standing.taken >= event.capacity;
  const common = {
    name: inLang(lang, event.titlePl, event.titleEn),
    eventStatus: `${SCHEMA}${statusOf(event)}`,
    eventAttendanceMode: `${SCHEMA}${MODE[event.mode]}`,
    location: event.mode === 'online' ? virtual : event.mode === 'onsite' ? place : [place, virtual],
  };
  const data = {
    '@type': TYPE[event.kind],
    '@id': url,
    url,
    ...common,
    description: inLang(lang, event.leadPl, event.leadEn) || undefined,
    startDate: first.startsAt.toISOString(),
    endDate: last.endsAt.toISOString(),
    isAccessibleForFree: true,
    inLanguage: 'pl',
    organizer: { '@type': 'Organization', name: event.institutionName },
    ...(event.capacity !== null && {
      maximumAttendeeCapacity: event.capacity,
      remainingAttendeeCapacity: Math.max(0, event.capacity - standing.taken),
    }),
    ...(event.registration !== 'none' && {
      offers: {
        '@type': 'Offer',
        url: `${url}/register`,
        price: '0',
        priceCurrency: 'PLN',
        availability: `${SCHEMA}${full ? 'SoldOut' : 'InStock'}`,
      },
    }),
    ...(dates.length > 1 && {
      subEvent: dates.slice(0, 30).map((o) => ({
        '@type': 'Event',
        ...common,
        startDate: o.startsAt.toISOString(),
        endDate: o.endsAt.toISOString(),
      })),
    }),
  };
  return <StructuredData data={data} />;
}
