import { threadOf } from '#modules/organisations/api.ts';
import { DateText, TimeText } from '#ui/components/format.tsx';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { Timeline } from '#ui/components/progress.tsx';
import { useText } from '#ui/view.tsx';
import { CaseFrame } from '../../pages/case-frame.tsx';
import type { CaseHead } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { byDay } from '../history/schema.ts';
import type { EventLine } from '../schema.ts';

export function HistoryPage(props: { head: CaseHead; events: readonly EventLine[] }) {
  const all = useText(text);
  const t = all.history;
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const states: Readonly<Record<string, string>> = all.states;
  const words = (kind: string): string =>
    kind.startsWith('state.') ? t.stateChange(states[kind.slice(6)] ?? kind) : (kinds[kind] ?? t.unknown);
  return (
    <CaseFrame head={props.head} current="history" title={t.title}>
      <Panel long>
        {props.events.length === 0 && <EmptyState title={t.empty} />}
        {byDay(props.events).map((day) => (
          <>
            <h3>
              <DateText date={day.on} />
            </h3>
            <Timeline
              items={day.events.map((event) => ({
                when: <TimeText at={event.at} timeOnly />,
                what: event.about ? `${words(event.kind)}: ${event.about}` : words(event.kind),
                who: [event.worker, event.institution?.name].filter(Boolean).join(', '),
                thread: event.institution ? threadOf(event.institution.type) : undefined,
              }))}
            />
          </>
        ))}
      </Panel>
    </CaseFrame>
  );
}
