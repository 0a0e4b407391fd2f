import { formatDate, warsawDate } from '#kernel/time.ts';
import { Button } from '#ui/components/buttons.tsx';
import { Panel } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import { MeetingsFrame } from '../../pages/frame.tsx';
import type { Place } from '../../schema.ts';
import { text } from '../text.pl.ts';

export function CalendarPage(props: { place: Place; since: Date | null }) {
  const t = useText(text);
  const { lang } = useView();
  const path = `${props.place.base}/calendar`;
  return (
    <MeetingsFrame place={props.place} current="calendar" title={t.title} lead={t.lead} width="text">
      <p>{props.since ? t.since(formatDate(warsawDate(props.since), lang)) : t.none}</p>
      <form method="post" action={path}>
        <Button variant="primary" icon="calendar">
          {props.since ? t.again : t.make}
        </Button>
      </form>
      {props.since && (
        <>
          <p class="muted">{t.againHint}</p>
          <form method="post" action={`${path}/end`}>
            <Button>{t.end}</Button>
          </form>
        </>
      )}
    </MeetingsFrame>
  );
}

/** Shows the address this once. */
export function CalendarMadePage(props: { place: Place; address: string }) {
  const t = useText(text);
  return (
    <MeetingsFrame place={props.place} current="calendar" title={t.title} width="text">
      <Panel title={t.made}>
        <p>
          <code class="secret">{props.address}</code>
        </p>
        <p>{t.madeHint}</p>
      </Panel>
      <p>
        <a href={props.place.base}>{t.back}</a>
      </p>
    </MeetingsFrame>
  );
}
