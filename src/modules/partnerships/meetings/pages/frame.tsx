import type { Child } from 'hono/jsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import { PathTabs } from '../../pages/tabs.tsx';
import type { Meeting, Place } from '../schema.ts';
import { text } from '../text.pl.ts';

const PARTS = { meetings: '', decisions: '/decisions', tasks: '/tasks', calendar: '/calendar' } as const;
export type MeetingsPart = keyof typeof PARTS;
const MEETING_PARTS = {
  summary: '',
  agenda: '/agenda',
  people: '/people',
  attendance: '/attendance',
  minutes: '/minutes',
} as const;
export type MeetingPart = keyof typeof MEETING_PARTS;

interface Inside {
  place: Place;
  title?: string;
  lead?: Child;
  trail?: readonly { readonly href: string; readonly label: string }[];
  meta?: readonly Child[];
  actions?: Child;
  before?: Child;
  failed?: boolean;
  width?: 'text';
  children?: Child;
}

/** The frame of every page of meetings, under a partnership or a Partner Group; one meeting has tabs of its own instead. */
export function MeetingsFrame(props: Inside & { current?: MeetingsPart }) {
  const t = useText(text);
  const { place, current, trail = [], before, title, ...page } = props;
  const parts = (
    <>
      {current && (
        <PathTabs label={t.parts} base={place.base} paths={PARTS} names={t.tabs} current={current} />
      )}
      {before}
    </>
  );
  const own = title === undefined ? [] : [{ href: place.base, label: t.title }];
  if (place.partnership)
    return (
      <PartnershipFrame
        {...page}
        partnership={place.partnership}
        member
        current="meetings"
        title={title ?? t.title}
        trail={[...own, ...trail]}
        before={parts}
      />
    );
  return (
    <Page
      {...page}
      title={title ?? place.name}
      breadcrumb={[
        { href: '/partner-groups', label: t.groupsTitle },
        ...(title === undefined ? [] : [{ href: place.base, label: place.name }]),
        ...trail,
      ]}
      before={parts}
    />
  );
}

/** The frame of one meeting, with its parts. `title` is the heading of a page inside a part. */
export function MeetingFrame(props: Inside & { meeting: Meeting; current: MeetingPart }) {
  const t = useText(text);
  const { meeting, current, title, trail = [], before, ...page } = props;
  const base = `${props.place.base}/${meeting.id}`;
  const shown = (part: MeetingPart) =>
    (part !== 'attendance' || (meeting.runs && meeting.state !== 'cancelled')) &&
    (part !== 'minutes' || meeting.minutes !== null || meeting.runs) &&
    (part !== 'people' || meeting.runs || meeting.state !== 'cancelled');
  return (
    <MeetingsFrame
      {...page}
      title={title ?? meeting.title}
      trail={title === undefined ? trail : [{ href: base, label: meeting.title }, ...trail]}
      before={
        <>
          <PathTabs
            label={t.meetingParts}
            base={base}
            paths={MEETING_PARTS}
            names={t.meetingTabs}
            current={current}
            shown={shown}
          />
          {before}
        </>
      }
    />
  );
}
