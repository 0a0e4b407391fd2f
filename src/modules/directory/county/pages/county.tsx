import type { Child } from 'hono/jsx';
import type { MapDrawing } from '#kernel/map/model.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { DateText, Num } from '#ui/components/format.tsx';
import { Details, Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText } from '#ui/view.tsx';
import { threadOfType } from '../../schema.ts';
import type { NameOf } from '../../search/api.ts';
import type { Counted, CountyView, FreeSupport } from '../schema.ts';
import { text } from '../text.pl.ts';

export interface CountyPageProps {
  readonly county: CountyView;
  readonly names: NameOf;
  readonly drawing: MapDrawing;
  /** From those who keep cases, from five on; the part is left out without them. */
  readonly unmet?: readonly { readonly name: string; readonly count: number }[];
}

/** What one county has: for officials, for people who look for help nearby, and for those who plan. */
export function CountyPage({ county, names, drawing, unmet }: CountyPageProps) {
  const t = useText(text);
  const { code, name, city, freshness } = county;
  const here = t.county(name, city);
  return (
    <Page
      title={t.title(name, city)}
      reader="public"
      breadcrumb={[
        { href: '/', label: 'Splot' },
        { href: '/directory', label: t.nav },
        { href: `/directory/counties/${code}`, label: here },
      ]}
      lead={county.total === 0 ? t.none : t.lead(county.voivodeship, county.total, county.offers)}
      description={t.title(name, city)}
      actions={<ButtonLink href={`/directory?county=${code}`}>{t.search}</ButtonLink>}
    >
      <div class="county">
        <div class="column">
          <CountyMap
            drawing={drawing}
            label={t.map}
            names
            current={code}
            href={(other) => `/directory/counties/${other}`}
            points={county.entities.flatMap(({ id, lat, lon, name: label, type }) =>
              lat === null || lon === null
                ? []
                : [{ lat, lon, label, href: `/directory/${id}`, thread: threadOfType(type) }],
            )}
            clusterHref={() => `/directory?county=${code}`}
          />
          <p class="no-print">{t.near}</p>
        </div>
        <div class="column">
          <Panel title={t.supports} long>
            {county.supports.length > 0 ? (
              <Supports supports={county.supports} names={names} />
            ) : (
              <p>{t.noSupports}</p>
            )}
          </Panel>
          {unmet && unmet.length > 0 && (
            <Panel title={t.unmet}>
              <p>{t.unmetNote}</p>
              <SummaryList
                items={unmet.map(({ name: need, count }) => ({ term: need, value: <Num value={count} /> }))}
              />
            </Panel>
          )}
          {county.types.length > 0 && (
            <Panel title={t.types}>
              <Counts
                list={county.types}
                name={(type) => names('type', type)}
                href={(type) => `/directory?county=${code}&type=${type}`}
              />
            </Panel>
          )}
        </div>
        {county.total > 0 && (
          <div class="column">
            <Panel title={t.categories}>
              <Counts
                list={county.categories}
                name={(category) => names('category', category)}
                href={(category) => `/directory?county=${code}&category=${category}`}
              />
            </Panel>
            <Panel title={t.freshness}>
              <SummaryList
                items={(['confirmed', 'ageing', 'unconfirmed'] as const).map((key) => ({
                  term: t[key],
                  value: <Num value={freshness[key]} />,
                }))}
              />
            </Panel>
            <Details summary={t.list}>
              <ul>
                {county.entities.map((entity) => (
                  <li>
                    <a href={`/directory/${entity.id}`}>{entity.name}</a>
                  </li>
                ))}
              </ul>
            </Details>
          </div>
        )}
      </div>
    </Page>
  );
}

/** So many rows of a list stand on the page; the others open below them. */
const SHOWN = 8;

function Folded<T>(props: { list: readonly T[]; children: (part: readonly T[]) => Child }) {
  const t = useText(text);
  // A fold for one row would take more room than the row.
  const shown = props.list.length <= SHOWN + 1 ? props.list.length : SHOWN;
  return (
    <>
      {props.children(props.list.slice(0, shown))}
      {props.list.length > shown && (
        <Details summary={t.others(props.list.length - shown)}>
          {props.children(props.list.slice(shown))}
        </Details>
      )}
    </>
  );
}

function Counts(props: {
  list: readonly Counted[];
  name: (code: string) => string;
  href: (code: string) => string;
}) {
  return (
    <Folded list={props.list}>
      {(part) => (
        <SummaryList
          items={part.map(({ code, count }) => ({
            term: <a href={props.href(code)}>{props.name(code)}</a>,
            value: <Num value={count} />,
          }))}
        />
      )}
    </Folded>
  );
}

interface SupportsProps {
  readonly supports: readonly FreeSupport[];
  readonly names: NameOf;
}

function Supports({ supports, names }: SupportsProps) {
  return <Folded list={supports}>{(part) => <SupportTable supports={part} names={names} />}</Folded>;
}

function SupportTable({ supports, names }: SupportsProps) {
  const t = useText(text);
  return (
    <DataTable
      caption={t.supports}
      captionHidden
      rows={supports}
      columns={[
        {
          key: 'service',
          label: t.service,
          heading: true,
          cell: (row) => (
            <>
              {row.name}
              <br />
              <span class="small">
                {names('support', row.kind)}
                {row.takesReferrals && `, ${t.referrals}`}
              </span>
            </>
          ),
        },
        {
          key: 'entity',
          label: t.entity,
          cell: (row) => <a href={`/directory/${row.entityId}`}>{row.entity}</a>,
        },
        { key: 'free', label: t.free, number: true, cell: (row) => <Num value={row.free} /> },
        { key: 'on', label: t.on, cell: (row) => row.on && <DateText date={row.on} /> },
      ]}
    />
  );
}
