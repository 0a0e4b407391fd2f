import type { MapDrawing } from '#kernel/map/model.ts';
import { warsawDate } from '#kernel/time.ts';
import { Select } from '#ui/components/choices.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { FeedLinks } from '../../pages/feeds.tsx';
import { text as words } from '../../text.pl.ts';
import { type PilotCard, type PilotState, type PilotsQuery, type Progress, STATES } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<PilotState, TagTone>> = {
  running: 'info',
  replicate: 'success',
  adapt: 'warning',
  stop: 'neutral',
};

export function PilotTag({ state }: { state: PilotState }) {
  const t = useText(text);
  return <StateTag tone={TONES[state]} label={t.states[state]} />;
}

/** The next milestone and its day, marked when that has passed. */
export function NextStep({ next }: { next: Progress['next'] }) {
  const t = useText(text);
  const { now } = useView();
  if (!next) return <>–</>;
  const late = next.planned !== null && next.planned < warsawDate(now);
  return (
    <>
      {t.milestones.m(next.month)}
      {next.planned !== null && (
        <>
          , <DateText date={next.planned} late={late} after={late && ` (${t.late})`} />
        </>
      )}
    </>
  );
}

/** Where models are tried out: the map, then every pilot with its state or decision. */
export function PilotsPage(props: {
  query: PilotsQuery;
  pilots: readonly PilotCard[];
  models: readonly { readonly slug: string; readonly title: string }[];
  drawing: MapDrawing;
}) {
  const t = useText(text);
  const w = useText(words);
  const { query, pilots } = props;
  const counts = new Map(props.drawing.areas.map(({ code }) => [code, 0]));
  for (const { facts } of pilots)
    if (facts.place.county) counts.set(facts.place.county, (counts.get(facts.place.county) ?? 0) + 1);
  return (
    <Page
      title={w.sections.pilots}
      lead={w.leads.pilots}
      reader="public"
      description={w.leads.pilots}
      breadcrumb={[{ href: '/knowledge', label: w.nav }]}
    >
      <FilterBar
        action="/pilots"
        clearHref={query.model || query.state || query.county ? '/pilots' : undefined}
        keep={{ county: query.county }}
      >
        <Select
          name="model"
          label={t.list.model}
          value={query.model ?? ''}
          empty={t.list.all}
          options={props.models.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <Select
          name="state"
          label={t.list.state}
          value={query.state ?? ''}
          empty={t.list.all}
          options={STATES.map((value) => ({ value, label: t.states[value] }))}
        />
      </FilterBar>
      {pilots.length === 0 ? (
        <EmptyState title={t.list.none} action={<a href="/pilots">{t.list.all}</a>}>
          {t.list.noneMore}
        </EmptyState>
      ) : (
        <>
          <p>
            <b>{t.list.count(pilots.length)}</b>
          </p>
          <PilotTable pilots={pilots} caption={w.sections.pilots} />
          <CountyMap drawing={props.drawing} label={t.list.map} values={counts} digits={0} table="none" />
        </>
      )}
      <FeedLinks section="pilots" />
    </Page>
  );
}

export function PilotTable(props: { pilots: readonly PilotCard[]; caption: string; withoutModel?: boolean }) {
  const t = useText(text);
  return (
    <DataTable<PilotCard>
      caption={props.caption}
      captionHidden
      rows={props.pilots}
      columns={[
        {
          key: 'pilot',
          label: t.list.pilot,
          heading: true,
          cell: (pilot) => (
            <a href={pilot.path} hreflang={pilot.lang}>
              {pilot.title}
            </a>
          ),
        },
        ...(props.withoutModel
          ? []
          : [
              {
                key: 'model',
                label: t.list.model,
                cell: ({ facts, modelTitle }: PilotCard) =>
                  modelTitle && <a href={`/models/${facts.model}`}>{modelTitle}</a>,
              },
            ]),
        {
          key: 'place',
          label: t.list.place,
          cell: ({ facts, county }) =>
            [facts.place.locality, county && t.county(county)].filter(Boolean).join(', '),
        },
        {
          key: 'started',
          label: t.list.started,
          cell: ({ facts }) => facts.start && <DateText date={facts.start} />,
        },
        { key: 'state', label: t.list.state, cell: ({ progress }) => <PilotTag state={progress.state} /> },
        { key: 'next', label: t.list.next, cell: ({ progress }) => <NextStep next={progress.next} /> },
      ]}
    />
  );
}
