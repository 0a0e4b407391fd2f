import { BarChart } from './chart.tsx';
import { ButtonLink } from './components/buttons.tsx';
import { Panel, WaitsFor } from './components/panels.tsx';
import { StateTag } from './components/tags.tsx';
import { FormSection } from './gallery/form.tsx';
import { Aside, TableSection } from './gallery/lists.tsx';
import { inventedLand, inventedPlaces, inventedValues } from './gallery/map.ts';
import { ButtonsSection, NoticesSection, ReadingSection, StatesSection } from './gallery/sections.tsx';
import { crowded, oneKnot, ordinary, threeDays } from './gallery/weaves.ts';
import { galleryText } from './gallery/words.ts';
import { CountyMap } from './map/county-map.tsx';
import { Page } from './shell.tsx';
import { useText, useView } from './view.tsx';
import { Weave } from './weave/weave.tsx';

/** The pattern book at /ui: every component in every state, in the language of the reader. */
export function GalleryPage() {
  const g = useText(galleryText);
  const { now } = useView();
  return (
    <Page
      title={g.title}
      lead={g.lead}
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/ui', label: g.title },
      ]}
      meta={[
        <StateTag tone="accent" label={g.running} />,
        'plan wersja 2, podpisany 04.07.2026',
        'koordynuje Anna Wąs, OPS',
        'dzień 203',
      ]}
      before={
        <WaitsFor
          who={g.waitsWho}
          what={g.waitsWhat}
          more={g.waitsMore}
          action={
            <ButtonLink variant="primary" href="#forms">
              {g.plan}
            </ButtonLink>
          }
        />
      }
      aside={<Aside />}
    >
      <Panel title={g.weaveOrdinary} id="weave">
        <Weave input={ordinary} id="w1" />
      </Panel>
      <Panel title={g.table} id="table" long>
        <TableSection />
      </Panel>
      <ButtonsSection />
      <StatesSection />
      <Panel title={g.notices} id="notices" long>
        <NoticesSection />
      </Panel>
      <Panel title={g.reading} id="reading" long>
        <ReadingSection now={now} />
      </Panel>
      <Panel title={g.weaveOne} level={3}>
        <Weave input={oneKnot} id="w2" />
      </Panel>
      <Panel title={g.weaveDays} level={3}>
        <Weave input={threeDays} id="w3" />
      </Panel>
      <Panel title={g.weaveCrowded} level={3}>
        <Weave input={crowded} id="w4" />
      </Panel>
      <Panel title={g.chart} id="chart">
        <BarChart
          title={g.chartTitle}
          unit="%"
          source={g.chartSource}
          bars={[
            { label: 'CIS', value: 41, thread: 'reintegration' },
            { label: 'staż z PUP', value: 33, thread: 'labour-office' },
            { label: 'Stow. „Most”', value: 18, thread: 'ngo' },
            { label: 'sama pomoc społeczna', value: 7, thread: 'social-assistance' },
          ]}
        />
      </Panel>
      <Panel title={g.map} id="map" long>
        <CountyMap
          id="m1"
          drawing={inventedLand}
          label={g.mapTitle}
          values={inventedValues}
          unit="CIS"
          href={(code) => `#map-${code}`}
          current="9"
          source={g.chartSource}
          names
        />
      </Panel>
      <Panel>
        <CountyMap
          id="m2"
          drawing={inventedLand}
          label={g.mapPlaces}
          points={inventedPlaces}
          clusterHref={() => '#map'}
        />
      </Panel>
      <Panel title={g.forms} id="forms" long>
        <FormSection failed={false} />
      </Panel>
      <Panel title={g.failedForm} id="failed" long>
        <FormSection failed />
      </Panel>
    </Page>
  );
}
