import { TimeText } from '#ui/components/format.tsx';
import type { TagTone } from '#ui/components/tags.tsx';
import { StateTag } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import type { Meeting, MeetingState, MinutesState } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<MeetingState, TagTone>> = {
  planned: 'neutral',
  called: 'info',
  held: 'success',
  cancelled: 'danger',
};

/** What a meeting is at: of one that was held what its minutes are at. */
export function MeetingTag(props: { state: MeetingState; minutes: MinutesState | null }) {
  const t = useText(text);
  if (props.state !== 'held' || props.minutes === null)
    return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
  const tone = props.minutes === 'signed' ? 'success' : 'warning';
  return <StateTag tone={tone} label={t.minutesStates[props.minutes]} />;
}

export function When(props: { meeting: Pick<Meeting, 'startsAt' | 'endsAt'> }) {
  return (
    <span class="num nowrap">
      <TimeText at={props.meeting.startsAt} />–<TimeText at={props.meeting.endsAt} timeOnly />
    </span>
  );
}

export function Where(props: { meeting: Pick<Meeting, 'mode' | 'place' | 'link'> }) {
  const t = useText(text);
  const { mode, place, link } = props.meeting;
  return (
    <>
      {place || t.modes[mode]}
      {link && (
        <>
          {' · '}
          <a href={link} rel="noreferrer">
            {t.modes.online}
          </a>
        </>
      )}
    </>
  );
}
