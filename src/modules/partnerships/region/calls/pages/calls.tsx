import type { LocalDate } from '#kernel/time.ts';
import { formatDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks, StateTag, type TagTone } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { NetworkTabs } from '../../../network/pages/tabs.tsx';
import { RegionTabs } from '../../pages/tabs.tsx';
import { text as region } from '../../text.pl.ts';
import type { Call, CallsQuery } from '../schema.ts';
import { text } from '../text.pl.ts';

type Stage = 'draft' | 'cancelled' | 'closed' | 'opens' | 'running';
const TONES: Readonly<Record<Stage, TagTone>> = {
  draft: 'neutral',
  cancelled: 'danger',
  closed: 'neutral',
  opens: 'info',
  running: 'success',
};

/** What a call is on a day, in a word. */
export function CallStage({ call, day }: { call: Call; day: LocalDate }) {
  const t = useText(text);
  const stage: Stage =
    call.state !== 'published'
      ? call.state
      : call.closesOn < day
        ? 'closed'
        : call.opensOn > day
          ? 'opens'
          : 'running';
  return <StateTag tone={TONES[stage]} label={t[stage]} />;
}

function CallsTable({ calls, day }: { calls: readonly Call[]; day: LocalDate }) {
  const t = useText(text);
  const { lang } = useView();
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={calls}
      columns={[
        {
          key: 'title',
          label: t.call,
          heading: true,
          cell: (call) => (
            <>
              <a href={`/network/calls/${call.id}`}>{call.title}</a>
              <span class="under plain">{call.lead}</span>
            </>
          ),
        },
        {
          key: 'institution',
          label: t.institution,
          cell: (call) => (
            <>
              {call.institution}
              <span class="under">{call.voivodeship}</span>
            </>
          ),
        },
        {
          key: 'dates',
          label: t.dates,
          cell: (call) => t.from(formatDate(call.opensOn, lang), formatDate(call.closesOn, lang)),
        },
        { key: 'state', label: t.state, cell: (call) => <CallStage call={call} day={day} /> },
      ]}
    />
  );
}

/** Calls of all regions, for everybody. */
export function CallsPage(props: {
  calls: readonly Call[];
  query: CallsQuery;
  regions: readonly { readonly value: string; readonly label: string }[];
  day: LocalDate;
}) {
  const t = useText(text);
  const { query } = props;
  const here = (when: string | null) => withQuery('/network/calls', { region: query.region || null, when });
  return (
    <Page title={t.title} lead={t.lead} before={<NetworkTabs current="calls" />}>
      <ChipLinks
        label={t.views}
        items={[
          { href: here(null), label: t.open, current: query.when === '' },
          { href: here('past'), label: t.past, current: query.when === 'past' },
        ]}
      />
      <FilterBar action="/network/calls" keep={{ when: query.when || undefined }}>
        <Select
          name="region"
          label={t.region}
          value={query.region}
          empty={t.anywhere}
          options={props.regions}
        />
      </FilterBar>
      {props.calls.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <CallsTable calls={props.calls} day={props.day} />
      )}
    </Page>
  );
}

/** Calls of the own regional institution, with drafts. */
export function OwnCallsPage(props: { calls: readonly Call[]; publishes: boolean; day: LocalDate }) {
  const t = useText(text);
  const r = useText(region);
  return (
    <Page
      title={t.title}
      breadcrumb={[{ href: '/region', label: r.short }]}
      before={<RegionTabs current="calls" />}
      actions={props.publishes && <ButtonLink href="/region/calls/new">{t.new}</ButtonLink>}
    >
      {props.calls.length === 0 ? (
        <EmptyState title={t.none}>{t.ownNone}</EmptyState>
      ) : (
        <CallsTable calls={props.calls} day={props.day} />
      )}
    </Page>
  );
}
