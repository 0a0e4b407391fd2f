import { formatDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Num } from '#ui/components/format.tsx';
import { Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Figures, MeetingLine, Place } from '../schema.ts';
import { PAGE } from '../schema.ts';
import { text } from '../text.pl.ts';
import { MeetingsFrame } from './frame.tsx';
import { MeetingTag, When } from './parts.tsx';

/** Meetings ahead or behind, as a table. */
export function MeetingTable(props: {
  place: Place;
  rows: readonly MeetingLine[];
  caption: string;
  past?: boolean;
}) {
  const t = useText(text);
  const { place, past } = props;
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      columns={[
        {
          key: 'what',
          label: t.what,
          heading: true,
          cell: (m: MeetingLine) => <a href={`${place.base}/${m.id}`}>{m.title}</a>,
        },
        { key: 'when', label: t.when, cell: (m) => <When meeting={m} /> },
        ...(place.bodies.length > 1
          ? [{ key: 'who', label: t.who, cell: (m: MeetingLine) => t.bodies[m.bodyKind] }]
          : []),
        { key: 'state', label: t.state, cell: (m) => <MeetingTag state={m.state} minutes={m.minutes} /> },
        ...(past
          ? [
              { key: 'came', label: t.came, number: true, cell: (m: MeetingLine) => <Num value={m.came} /> },
              {
                key: 'decisions',
                label: t.decisions,
                number: true,
                cell: (m: MeetingLine) => <Num value={m.decisions} />,
              },
            ]
          : []),
      ]}
    />
  );
}

export function FiguresPanel(props: { figures: Figures; since?: string }) {
  const t = useText(text);
  const { lang } = useView();
  const f = props.figures;
  return (
    <Panel
      title={t.figures}
      foot={props.since === undefined ? undefined : t.figuresSince(formatDate(props.since, lang))}
    >
      <SummaryList
        items={[
          { term: t.countMeetings, value: <Num value={f.meetings} /> },
          { term: t.countPeople, value: <Num value={f.people} /> },
          { term: t.countAttendances, value: <Num value={f.attendances} /> },
          { term: t.countDecisions, value: <Num value={f.decisions} /> },
          { term: t.countTasks, value: <Num value={f.tasks} /> },
          { term: t.onTime, value: f.tasksDue === 0 ? '–' : t.onTimeOf(f.tasksOnTime, f.tasksDue) },
        ]}
      />
    </Panel>
  );
}

export function OverviewPage(props: {
  place: Place;
  ahead: readonly MeetingLine[];
  past: readonly MeetingLine[];
  pastCount: number;
  page: number;
  since: string;
  figures: Figures;
}) {
  const t = useText(text);
  const { place, ahead, past } = props;
  const plan = place.runs && (
    <ButtonLink href={`${place.base}/new`} variant="primary" icon="add">
      {t.plan}
    </ButtonLink>
  );
  const none = ahead.length === 0 && props.pastCount === 0;
  return (
    <MeetingsFrame
      place={place}
      current="meetings"
      lead={place.kind === 'group' ? place.bodies[0]?.aim : t.lead}
      actions={!none && plan}
    >
      {none ? (
        <EmptyState title={t.none} action={plan}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <>
          <Panel title={t.ahead} long>
            {ahead.length === 0 ? (
              <p>{t.noneAhead}</p>
            ) : (
              <MeetingTable place={place} rows={ahead} caption={t.ahead} />
            )}
          </Panel>
          <FiguresPanel figures={props.figures} since={props.since} />
          {props.pastCount > 0 && (
            <Panel title={t.past} long>
              <MeetingTable place={place} rows={past} caption={t.past} past />
              <Pagination page={props.page} pageSize={PAGE} total={props.pastCount} />
            </Panel>
          )}
        </>
      )}
      {place.kind === 'group' && <Members place={place} />}
    </MeetingsFrame>
  );
}

function Members(props: { place: Place }) {
  const t = useText(text);
  const { place } = props;
  return (
    <Panel title={t.members} action={place.runs && <a href={`${place.base}/members`}>{t.changeMembers}</a>}>
      <ul class="ruled">
        {place.members.map((m) => (
          <li>{m.name}</li>
        ))}
      </ul>
    </Panel>
  );
}
