import { formatDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { EmptyState, Panel } from '#ui/components/panels.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { useText, useView } from '#ui/view.tsx';
import { PartnershipFrame } from '../../pages/frame.tsx';
import type { Partnership } from '../../schema.ts';
import { type Cooperation, type HealthLine, KINDS, type Period, type Shown } from '../schema.ts';
import { text } from '../text.pl.ts';
import { Graph } from './graph.tsx';
import { HealthPanel } from './health.tsx';
import { Matrix } from './matrix.tsx';

export interface CooperationPageProps {
  readonly view: Cooperation & {
    readonly partnership: Partnership;
    readonly years: readonly number[];
    readonly year: number;
    readonly period: Period;
    readonly health: readonly HealthLine[];
  };
  readonly show: Shown;
}

export function CooperationPage({ view, show }: CooperationPageProps) {
  const t = useText(text);
  const { lang } = useView();
  const { partnership, years, year, period } = view;
  const base = `/partnerships/${partnership.id}/cooperation`;
  return (
    <PartnershipFrame
      partnership={partnership}
      member
      current="cooperation"
      title={t.title}
      lead={`${t.lead} ${t.period(formatDate(period.from, lang), formatDate(period.to, lang))}`}
    >
      <ChipLinks
        label={t.year}
        items={years.map((one) => ({
          href: withQuery(base, { year: String(one), show: show === 'ways' ? null : show }),
          label: String(one),
          current: one === year,
        }))}
      />
      <HealthPanel lines={view.health} />
      <Panel title={t.mapTitle} long id="map">
        {view.parties.length < 2 ? (
          <EmptyState title={t.none}>{t.noneHow}</EmptyState>
        ) : (
          <>
            <Graph view={view} />
            <ChipLinks
              label={t.show}
              items={(['ways', ...KINDS] as const).map((one) => ({
                href: `${withQuery(base, { year: String(year), show: one === 'ways' ? null : one })}#map`,
                label: t.shows[one],
                current: one === show,
              }))}
            />
            <p>{t.meaning[show]}</p>
            <Matrix view={view} show={show} />
            <p class="muted small">{t.veiled}</p>
          </>
        )}
      </Panel>
    </PartnershipFrame>
  );
}
