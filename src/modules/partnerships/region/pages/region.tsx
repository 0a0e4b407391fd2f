import type { MapDrawing } from '#kernel/map/model.ts';
import { addDays, formatDate, type LocalDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { formatNumber } from '#ui/components/format.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState, Panel, SummaryList } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { CountyMap } from '#ui/map/county-map.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Period } from '../../cooperation/schema.ts';
import { STATES } from '../../schema.ts';
import { text as partnerships } from '../../text.pl.ts';
import { PAGE_SIZE, type RegionLine, type RegionQuery, type RegionSums, type Sum } from '../schema.ts';
import { text } from '../text.pl.ts';
import { LinesTable } from './lines.tsx';
import { RegionTabs } from './tabs.tsx';

export interface RegionPageProps {
  readonly view: {
    readonly region: { readonly code: string; readonly name: string };
    readonly years: readonly number[];
    readonly year: number;
    readonly period: Period;
    readonly lines: readonly RegionLine[];
    readonly sums: RegionSums;
    readonly day: LocalDate;
  };
  readonly chosen: readonly RegionLine[];
  readonly query: RegionQuery;
  readonly drawing: MapDrawing;
}

/** How all partnerships of a voivodeship fare, without one person. */
export function RegionPage(props: RegionPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { view, query, chosen } = props;
  const { states } = useText(partnerships);
  const here = (change: Readonly<Record<string, string | null>>) =>
    withQuery('/region', {
      year: query.year === undefined ? null : String(view.year),
      state: query.state || null,
      county: query.county || null,
      need: query.need || null,
      ...change,
    });
  const counts = new Map<string, number>();
  for (const { countyCode } of view.lines) counts.set(countyCode, (counts.get(countyCode) ?? 0) + 1);
  const from = (query.page - 1) * PAGE_SIZE;
  return (
    <Page
      title={t.title(view.region.name)}
      lead={t.lead(formatDate(view.period.from, lang), formatDate(view.period.to, lang))}
      before={<RegionTabs current="table" />}
      actions={
        <ButtonLink
          href={withQuery('/region/partnerships.csv', { year: String(view.year) })}
          icon="download"
          download
        >
          {t.csv}
        </ButtonLink>
      }
    >
      <ChipLinks
        label={t.year}
        items={view.years.map((one) => ({
          href: here({ year: String(one) }),
          label: String(one),
          current: one === view.year,
        }))}
      />
      <SumsPanel sums={view.sums} />
      <Panel>
        <CountyMap
          drawing={props.drawing}
          label={t.map}
          values={counts}
          without={t.nowhere}
          digits={0}
          href={(code) => here({ county: code })}
          current={query.county || undefined}
          names
        />
      </Panel>
      <Panel title={t.tableTitle} long>
        <FilterBar
          action="/region"
          clearHref={here({ state: null, county: null, need: null })}
          keep={{ year: query.year === undefined ? undefined : String(view.year) }}
        >
          <Select
            name="state"
            label={t.state}
            value={query.state}
            empty={t.anyState}
            options={STATES.map((state) => ({ value: state, label: states[state] }))}
          />
          <Select
            name="county"
            label={t.county}
            value={query.county}
            empty={t.anyCounty}
            options={props.drawing.areas
              .filter(({ code }) => counts.has(code))
              .map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Select
            name="need"
            label={t.need}
            value={query.need}
            empty={t.anyNeed}
            options={(['ending', 'quiet'] as const).map((need) => ({ value: need, label: t.needs[need] }))}
          />
        </FilterBar>
        {chosen.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHow}</EmptyState>
        ) : (
          <>
            <p class="num">{t.count(chosen.length)}</p>
            <LinesTable lines={chosen.slice(from, from + PAGE_SIZE)} soon={addDays(view.day, 90)} />
            {chosen.length > PAGE_SIZE && (
              <Pagination page={query.page} pageSize={PAGE_SIZE} total={chosen.length} />
            )}
          </>
        )}
        <p class="muted small">{t.howTold}</p>
      </Panel>
    </Page>
  );
}

function SumsPanel({ sums }: { sums: RegionSums }) {
  const t = useText(text);
  const { lang } = useView();
  const { states } = useText(partnerships);
  const number = (n: number) => formatNumber(n, lang, { max: 0 });
  const sum = ({ least, most }: Sum) =>
    least === most ? number(least) : t.between(number(least), number(most));
  const { part, whole, hidden } = sums.inTime;
  return (
    <Panel title={t.sums}>
      <SummaryList
        items={[
          { term: t.partnerships, value: number(sums.partnerships) },
          {
            term: t.byState,
            value: STATES.filter((state) => sums.states[state] > 0)
              .map((state) => `${states[state]}: ${number(sums.states[state])}`)
              .join(', '),
          },
          { term: t.members, value: number(sums.members) },
          { term: t.ending, value: number(sums.ending) },
          { term: t.without, value: number(sums.withoutAgreement) },
          { term: t.meetings, value: t.of(sums.meetingsHeld, sums.meetingsPlanned) },
          { term: t.open, value: sum(sums.open) },
          { term: t.answered, value: sum(sums.answered) },
          {
            term: t.inTime,
            value:
              whole === 0
                ? sums.answered.most > 0
                  ? t.allVeiled
                  : t.noData
                : [
                    t.inTimeOf(
                      number((part / whole) * 100),
                      number(part),
                      number(whole),
                      sums.inTime.partnerships,
                    ),
                    hidden > 0 && t.hidden(hidden),
                  ]
                    .filter(Boolean)
                    .join('; '),
          },
        ]}
      />
    </Panel>
  );
}
