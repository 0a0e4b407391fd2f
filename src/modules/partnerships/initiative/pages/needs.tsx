import type { Child } from 'hono/jsx';
import { formatDate } from '#kernel/time.ts';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Counted, NeedsView } from '../needs/schema.ts';
import { text } from '../text.pl.ts';

interface CountsProps {
  title: string;
  source: Child;
  empty: string;
  column: string;
  rows: readonly Counted[];
  /** What is counted, where it is not how many there are. */
  count?: string;
  free?: (row: Counted) => Child;
}
function Counts(props: CountsProps) {
  const t = useText(text).needs;
  return (
    <Panel title={props.title} long>
      {props.rows.length === 0 ? (
        <p>{props.empty}</p>
      ) : (
        <DataTable
          caption={props.title}
          captionHidden
          rows={props.rows}
          columns={[
            { key: 'name', label: props.column, heading: true, cell: (r) => r.name },
            { key: 'count', label: props.count ?? t.count, number: true, cell: (r) => r.count },
            ...(props.free ? [{ key: 'free', label: t.free, number: true, cell: props.free }] : []),
          ]}
        />
      )}
      <p class="muted">{props.source}</p>
    </Panel>
  );
}

/** What data say of the area: the ground of the first talk and of the purpose of the agreement. */
export function NeedsPage(props: { view: NeedsView; member: boolean }) {
  const t = useText(text).needs;
  const { lang } = useView();
  const { view } = props;
  const { partnership: p, population, gminas } = view;
  const day = formatDate(view.today, lang);
  const free = new Map(view.supports.map((s) => [s.name, s.free]));
  const [own, base] = [t.ownSource(day), t.baseSource(day)];
  const counts: readonly CountsProps[] = [
    {
      ...{ title: t.unmet, rows: view.unmet, column: t.need, count: t.times, empty: t.noUnmet },
      source: t.unmetSource(day),
    },
    {
      ...{ title: t.supports, rows: view.supports, column: t.support, empty: t.noSupports, source: base },
      free: (row) => free.get(row.name) ?? '–',
    },
    { title: t.entities, rows: view.entities, column: t.type, empty: t.noEntities, source: base },
    { title: t.institutions, rows: view.institutions, column: t.type, empty: t.noInstitutions, source: own },
  ];
  return (
    <PartnershipFrame
      partnership={p}
      member={props.member}
      current="summary"
      title={t.title}
      lead={t.lead(p.county)}
      aside={
        <Panel title={t.more}>
          <p>
            <a href={`/directory/counties/${p.countyCode}`}>{t.county}</a>
          </p>
          <p>
            <a href="/directory/statistics">{t.statistics}</a>
          </p>
          <p class="muted">{t.small}</p>
        </Panel>
      }
    >
      <Panel title={t.people}>
        <SummaryList
          items={[
            {
              term: t.inhabitants,
              value: population
                ? `${population.inhabitants.toLocaleString(lang)} (${t.asOf(formatDate(population.onDay, lang))})`
                : t.noPopulation,
            },
            { term: t.gminas, value: t.gminasOf(gminas.chosen, gminas.of) },
          ]}
        />
        {population && <p class="muted">{t.source(population.source)}</p>}
      </Panel>
      {counts.map((one) => (
        <Counts {...one} />
      ))}
    </PartnershipFrame>
  );
}
