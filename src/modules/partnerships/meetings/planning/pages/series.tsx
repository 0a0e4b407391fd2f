import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { useText } from '#ui/view.tsx';
import { MeetingsFrame } from '../../pages/frame.tsx';
import { FiguresPanel, MeetingTable } from '../../pages/overview.tsx';
import type { Figures, MeetingLine, Place } from '../../schema.ts';
import { text } from '../text.pl.ts';

/** The meetings of one series, those that come and those that were, and what came of them in half a year. */
export function SeriesPage(props: {
  place: Place;
  title: string;
  ahead: readonly MeetingLine[];
  past: readonly MeetingLine[];
  figures: Figures;
  since: string;
}) {
  const t = useText(text);
  const { place, ahead, past } = props;
  return (
    <MeetingsFrame place={place} title={t.seriesTitle(props.title)}>
      {ahead.length + past.length === 0 && <EmptyState title={t.seriesEmpty} />}
      {ahead.length > 0 && (
        <Panel title={t.seriesAhead} long>
          <MeetingTable place={place} rows={ahead} caption={t.seriesAhead} />
        </Panel>
      )}
      <FiguresPanel figures={props.figures} since={props.since} />
      {past.length > 0 && (
        <Panel title={t.seriesPast} long>
          <MeetingTable place={place} rows={past} caption={t.seriesPast} past />
        </Panel>
      )}
    </MeetingsFrame>
  );
}
