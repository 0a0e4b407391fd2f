import { formatDate, formatLongDate, formatTime, warsawDate } from '#kernel/time.ts';
import { Tag, type TagTone } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { ListedEvent, State } from '../schema.ts';
import { text } from '../text.pl.ts';

/** „wtorek, 1 grudnia 2026, 10:00–13:00”; a date that ends on another day says so. */
export function DateLine(props: { startsAt: Date; endsAt: Date }) {
  const { lang } = useView();
  const [from, to] = [warsawDate(props.startsAt), warsawDate(props.endsAt)];
  const until =
    from === to ? formatTime(props.endsAt) : `${formatDate(to, lang)}, ${formatTime(props.endsAt)}`;
  return (
    <time datetime={props.startsAt.toISOString()}>
      {formatLongDate(from, lang)}, <span class="nowrap">{`${formatTime(props.startsAt)}–${until}`}</span>
    </time>
  );
}

const TONES: Readonly<Record<State, TagTone>> = {
  draft: 'neutral',
  published: 'success',
  cancelled: 'danger',
  held: 'neutral',
};
export function EventStateTag(props: { state: State }) {
  const t = useText(text);
  return <Tag tone={TONES[props.state]}>{t.states[props.state]}</Tag>;
}

/** Whether a place can be had, in one word. */
export function PlacesTag(props: {
  event: Pick<ListedEvent, 'state' | 'registration' | 'capacity' | 'taken' | 'closesAt' | 'endsAt'> & {
    waiting?: boolean;
  };
}) {
  const t = useText(text);
  const { now } = useView();
  const { event } = props;
  if (event.state === 'cancelled') return <Tag tone="danger">{t.states.cancelled}</Tag>;
  if (event.state === 'held' || event.endsAt < now) return <Tag>{t.states.held}</Tag>;
  if (event.registration === 'none') return <Tag>{t.noRegistration}</Tag>;
  if (event.closesAt && event.closesAt <= now) return <Tag>{t.closed}</Tag>;
  if (event.capacity === null) return <Tag tone="success">{t.states.published}</Tag>;
  const free = event.capacity - event.taken;
  if (free > 0) return <Tag tone="success">{t.free(free)}</Tag>;
  return <Tag tone="warning">{event.waiting === false ? t.full : t.fullWaiting}</Tag>;
}
