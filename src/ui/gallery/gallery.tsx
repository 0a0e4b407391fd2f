import { BarChart } from '../chart.tsx';
import { ButtonLink } from '../components/buttons.tsx';
import { Select } from '../components/choices.tsx';
import { DateText } from '../components/format.tsx';
import { FilterBar, Pagination } from '../components/lists.tsx';
import { Panel, RuledList, WaitsFor } from '../components/panels.tsx';
import { DataTable } from '../components/table.tsx';
import { StateTag, Tag, ThreadBadge, WithThread } from '../components/tags.tsx';
import { TextField } from '../components/text-fields.tsx';
import { Page } from '../shell.tsx';
import { useText, useView } from '../view.tsx';
import { Weave } from '../weave/weave.tsx';
import { ButtonsSection, FormSection, NoticesSection, ReadingSection, StatesSection } from './sections.tsx';
import { crowded, oneKnot, ordinary, threeDays } from './weaves.ts';
import { galleryText } from './words.ts';

const ROWS = [
  {
    id: '2026/0147',
    name: 'Jan W.',
    state: 'running',
    what: 'Umowa o staż',
    thread: 'labour-office',
    until: '2026-11-27',
    days: 203,
    late: false,
  },
  {
    id: '2026/0162',
    name: 'Maria K.',
    state: 'waiting',
    what: 'Część zawodowa diagnozy',
    thread: 'labour-office',
    until: '2026-11-23',
    days: 12,
    late: false,
  },
  {
    id: '2026/0158',
    name: 'Stefan Ć.',
    state: 'waiting',
    what: 'Odpowiedź na skierowanie',
    thread: 'reintegration',
    until: '2026-11-20',
    days: 1034,
    late: true,
  },
  {
    id: '2026/0131',
    name: 'Oksana P.',
    state: 'running',
    what: 'Podpis uczestniczki',
    thread: 'social-assistance',
    until: '2026-11-25',
    days: 88,
    late: false,
  },
] as const;

function TableSection() {
  const g = useText(galleryText);
  return (
    <>
      <FilterBar action="/ui" live="cases" clearHref="/ui" keep={{ sort: '-until' }}>
        <TextField name="q" label={g.search} type="search" grow />
        <Select name="state" label={g.state} options={[{ value: 'running', label: g.running }]} empty="—" />
      </FilterBar>
      <div id="cases" aria-live="polite">
        <DataTable
          caption={g.cases}
          rows={ROWS}
          sort={{ by: 'until', down: false }}
          columns={[
            {
              key: 'case',
              label: g.case,
              heading: true,
              sortable: true,
              cell: (row) => (
                <>
                  <a href="#table">{row.id}</a>
                  <span class="under">{row.name}</span>
                </>
              ),
            },
            {
              key: 'state',
              label: g.state,
              cell: (row) => <Tag tone={row.state === 'running' ? 'accent' : 'info'}>{g[row.state]}</Tag>,
            },
            { key: 'what', label: g.waitsFor, cell: (row) => row.what },
            { key: 'who', label: g.who, cell: (row) => <ThreadBadge thread={row.thread} /> },
            {
              key: 'until',
              label: g.until,
              sortable: true,
              cell: (row) => (
                <DateText
                  date={row.until}
                  late={row.late}
                  after={row.late && <span class="under late">po terminie</span>}
                />
              ),
            },
            { key: 'days', label: g.points, number: true, cell: (row) => String(row.days) },
          ]}
        />
      </div>
      <Pagination page={3} total={1214} />
    </>
  );
}

function Aside() {
  const g = useText(galleryText);
  return (
    <>
      <Panel title="Kto to widzi">
        <RuledList
          items={[
            <WithThread thread="social-assistance">
              prowadzi, wszystkie części
              <br />
              <span class="muted small">art. 100 ustawy o pomocy społecznej</span>
            </WithThread>,
            <WithThread thread="labour-office">
              plan, pomoc i jej skutki
              <br />
              <span class="muted small">porozumienie, art. 198</span>
            </WithThread>,
            <WithThread thread="ngo">
              swoje działania i wnioski
              <br />
              <span class="muted small">zgoda do 31.12.2026</span>
            </WithThread>,
          ]}
        />
        <a href="#why">{g.why}</a>
      </Panel>
      <Panel title="Najbliższe">
        <RuledList
          items={[
            <>
              <b>23.11</b> warsztaty, CIS „Start”, 8.00
            </>,
            <>
              <b>27.11</b> umowa o staż, PUP
            </>,
            <>
              <b>02.12</b> rozmowa, OPS, pokój 4
            </>,
          ]}
        />
      </Panel>
      <Panel title="Teraz Twoja kolej" tone="next">
        <p>Przeczytaj i podpisz umowę o staż.</p>
        <ButtonLink href="#next">Przeczytaj umowę</ButtonLink>
      </Panel>
    </>
  );
}

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
      <Panel title={g.forms} id="forms" long>
        <FormSection failed={false} />
      </Panel>
      <Panel title={g.failedForm} id="failed" long>
        <FormSection failed />
      </Panel>
    </Page>
  );
}
