import { formatDateTime } from '#kernel/time.ts';
import { Details, Panel, SummaryList } from '#ui/components/panels.tsx';
import { Tag } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { addressLine, type Change, type Event, inLang } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Prose } from './content.tsx';
import { DateLine } from './parts.tsx';

/** Dates that come; one that was moved or fell out says so. */
export function Dates({ event }: { event: Event }) {
  const t = useText(text);
  const { lang, now } = useView();
  const ahead = event.occurrences.filter((o) => o.endsAt >= now);
  const shown = ahead.length > 0 ? ahead : event.occurrences;
  const item = (o: (typeof shown)[number]) => {
    const note = inLang(lang, o.notePl, o.noteEn);
    const moved = o.plannedAt !== null && o.plannedAt.getTime() !== o.startsAt.getTime();
    return (
      <li>
        {o.cancelled ? (
          <s>
            <DateLine startsAt={o.startsAt} endsAt={o.endsAt} />
          </s>
        ) : (
          <DateLine startsAt={o.startsAt} endsAt={o.endsAt} />
        )}
        {o.cancelled && <Tag tone="danger">{t.dateCancelled}</Tag>}
        {!o.cancelled && moved && o.plannedAt && (
          <small> {t.movedFrom(formatDateTime(o.plannedAt, lang))}</small>
        )}
        {note && <small> {note}</small>}
      </li>
    );
  };
  const most = 6;
  return (
    <Panel title={t.when}>
      <ul class="event-dates">{shown.slice(0, most).map(item)}</ul>
      {shown.length > most && (
        <Details summary={t.more}>
          <ul class="event-dates">{shown.slice(most).map(item)}</ul>
        </Details>
      )}
    </Panel>
  );
}

/** What is known exactly is the locality; a street is looked up there, a pin in its middle would mislead. */
function mapOf(event: Event, lat: number, lon: number): string {
  const view = `#map=15/${lat}/${lon}`;
  if (event.street === '') return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}${view}`;
  const query = new URLSearchParams({ query: `${event.street}, ${event.locality}` });
  return `https://www.openstreetmap.org/search?${query}${view}`;
}

/** `open`: whether anybody can still register. */
export function Place({ event, open }: { event: Event; open: boolean }) {
  const t = useText(text);
  const { lang, now } = useView();
  const ahead = event.state !== 'cancelled' && event.occurrences.some((o) => !o.cancelled && o.endsAt >= now);
  const directions = inLang(lang, event.directionsPl, event.directionsEn);
  const note = inLang(lang, event.accessNotePl, event.accessNoteEn);
  return (
    <Panel title={t.where}>
      {event.mode !== 'online' && <p>{addressLine(event)}</p>}
      {event.mode !== 'onsite' && ahead && event.registration !== 'none' && <p>{t.onlineHidden}</p>}
      {event.lat !== null && event.lon !== null && (
        <p class="no-print">
          <a href={mapOf(event, event.lat, event.lon)} rel="noreferrer nofollow">
            {t.map}
          </a>
        </p>
      )}
      {directions && (
        <>
          <h3>{t.directions}</h3>
          <Prose text={directions} />
        </>
      )}
      <h3>{t.accessibility}</h3>
      {event.access.length > 0 && (
        <ul class="plain-list">
          {event.access.map((one) => (
            <li>{t.access[one]}</li>
          ))}
        </ul>
      )}
      {note && <p>{note}</p>}
      {open && <p>{t.accessAsk}</p>}
    </Panel>
  );
}

/** What was told before, and what is true now. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useText(text);
  const { lang } = useView();
  if (changes.length === 0) return null;
  const dates = (list: readonly string[]) =>
    list.map((one) => formatDateTime(new Date(one.split('/')[0] ?? ''), lang)).join('; ');
  return (
    <Details summary={t.changes}>
      {changes.map(({ at, before, after }) => (
        <>
          <h3>{t.changedAt(formatDateTime(at, lang))}</h3>
          <SummaryList
            items={[
              { term: t.was, value: `${dates(before.dates)}. ${before.place}` },
              { term: t.is, value: `${dates(after.dates)}. ${after.place}` },
            ]}
          />
        </>
      ))}
    </Details>
  );
}
