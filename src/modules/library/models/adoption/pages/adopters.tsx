import type { MapDrawing } from '#kernel/map/model.ts';
import { Select } from '#ui/components/choices.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, type TagTone } from '#ui/components/tags.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { text as words } from '../../../text.pl.ts';
import type { Adopter, AdoptionState } from '../schema.ts';
import { text } from '../text.pl.ts';

const TONES: Readonly<Record<AdoptionState, TagTone>> = {
  preparing: 'info',
  running: 'success',
  ended: 'neutral',
};

export function AdoptionTag({ state }: { state: AdoptionState }) {
  const t = useText(text);
  return <StateTag tone={TONES[state]} label={t.states[state]} />;
}

/** The entity by its name where it agreed, otherwise that it is not named. Editors see both, and which is which. */
export function Who({ adopter: { entity } }: { adopter: Adopter }) {
  const t = useText(text);
  if (!entity) return <span class="muted">{t.all.unnamed}</span>;
  return (
    <>
      <a href={`/directory/${entity.id}`}>{entity.name}</a>
      {!entity.named && <span class="muted"> ({t.keep.hidden})</span>}
    </>
  );
}

export function AdopterTable(props: {
  adopters: readonly Adopter[];
  caption: string;
  /** Titles of the models by slug; without them the table is about one model. */
  models?: ReadonlyMap<string, string>;
}) {
  const t = useText(text);
  const { models } = props;
  return (
    <DataTable<Adopter>
      caption={props.caption}
      captionHidden
      rows={props.adopters}
      columns={[
        { key: 'who', label: t.all.who, heading: true, cell: (adopter) => <Who adopter={adopter} /> },
        ...(models
          ? [
              {
                key: 'model',
                label: t.all.model,
                cell: ({ modelSlug }: Adopter) => (
                  <a href={`/models/${modelSlug}`}>{models.get(modelSlug) ?? modelSlug}</a>
                ),
              },
            ]
          : []),
        { key: 'place', label: t.all.place, cell: ({ county }) => t.county(county) },
        { key: 'since', label: t.all.since, cell: ({ since }) => <DateText date={since} /> },
        { key: 'state', label: t.all.state, cell: ({ state }) => <AdoptionTag state={state} /> },
        {
          key: 'franchise',
          label: t.all.franchise,
          cell: ({ modelSlug, franchise }) =>
            franchise ? <a href={`/models/${modelSlug}/franchise`}>{t.all.yes}</a> : t.all.no,
        },
      ]}
    />
  );
}

/** Where models are used: who agreed to be named, and how many in each county. */
export function AdoptersPage(props: {
  model: string | undefined;
  adopters: readonly Adopter[];
  models: ReadonlyMap<string, string>;
  drawing: MapDrawing;
}) {
  const t = useText(text).all;
  const w = useText(words);
  const { adopters, models, drawing } = props;
  const counts = new Map(drawing.areas.map(({ code }) => [code, 0]));
  for (const { countyCode, state } of adopters)
    if (state !== 'ended') counts.set(countyCode, (counts.get(countyCode) ?? 0) + 1);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      reader="public"
      breadcrumb={[
        { href: '/knowledge', label: w.nav },
        { href: '/models', label: w.sections.models },
      ]}
    >
      <FilterBar action="/models/adopters" clearHref={props.model ? '/models/adopters' : undefined}>
        <Select
          name="model"
          label={t.model}
          value={props.model ?? ''}
          empty={t.every}
          options={[...models].map(([value, label]) => ({ value, label }))}
        />
      </FilterBar>
      {adopters.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <>
          <p>
            <b>{t.count(adopters.length)}</b>
          </p>
          <AdopterTable adopters={adopters} models={models} caption={t.title} />
          <CountyMap drawing={drawing} label={t.map} values={counts} digits={0} table="none" />
        </>
      )}
    </Page>
  );
}
