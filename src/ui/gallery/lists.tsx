import { ButtonLink } from '../components/buttons.tsx';
import { Select } from '../components/choices.tsx';
import { DateText } from '../components/format.tsx';
import { FilterBar, Pagination } from '../components/lists.tsx';
import { Panel, RuledList } from '../components/panels.tsx';
import { DataTable } from '../components/table.tsx';
import { Tag, ThreadBadge, WithThread } from '../components/tags.tsx';
import { TextField } from '../components/text-fields.tsx';
import { useText } from '../view.tsx';
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

export function TableSection() {
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

export function Aside() {
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
