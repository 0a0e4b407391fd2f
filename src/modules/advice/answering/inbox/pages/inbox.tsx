import type { Child } from 'hono/jsx';
import { formatDateTime, warsawDate } from '#kernel/time.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { type OptionGroup, Select, Suggest } from '#ui/components/choices.tsx';
import { DateText } from '#ui/components/format.tsx';
import { FilterBar } from '#ui/components/lists.tsx';
import { EmptyState, Panel, RuledList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { ChipLinks } from '#ui/components/tags.tsx';
import { TextField } from '#ui/components/text-fields.tsx';
import { useText, useView } from '#ui/view.tsx';
import { DeskFrame, QuestionTags } from '../../../pages/frame.tsx';
import { CHANNELS, STATES } from '../../../schema.ts';
import { text as deskText } from '../../../text.pl.ts';
import { type Inbox, type InboxQuery, type Listed, VIEWS, type View } from '../schema.ts';
import type { DueLine } from '../service.ts';
import { text } from '../text.pl.ts';

const PATH = '/advice/desk';

function addressOf(query: InboxQuery, change: { view?: View; after?: string }): string {
  const { view = query.view, after } = change;
  const kept = {
    q: query.q,
    state: query.state,
    topic: query.topic,
    county: query.county,
    channel: query.channel,
  };
  const params = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(kept)) if (value) params.set(name, value);
  if (after) params.set('after', after);
  return `${PATH}?${params}`;
}

/** What waits at the desk, the nearest promise first; or all there ever was, the newest first. */
export function InboxPage(props: {
  onDuty: Child;
  calls: readonly DueLine[];
  inbox: Inbox;
  query: InboxQuery;
  topics: readonly OptionGroup[];
  counties: readonly { value: string; label: string }[];
  names: ReadonlyMap<string, string>;
}) {
  const t = useText(text);
  const d = useText(deskText);
  const { inbox, query } = props;
  const filtered = Boolean(query.q || query.state || query.topic || query.county || query.channel);
  return (
    <DeskFrame
      current="inbox"
      title={t.title}
      lead={t.waiting(inbox.counts.mine + inbox.counts.unassigned)}
      breadcrumb={[{ href: PATH, label: d.section }]}
      actions={
        <ButtonLink variant="primary" href="/advice/desk/call" icon="add">
          {t.newCall}
        </ButtonLink>
      }
    >
      {props.onDuty}
      {props.calls.length > 0 && (
        <Panel title={t.calls}>
          <RuledList items={props.calls.map(({ href, what }) => <a href={href}>{what}</a>)} />
        </Panel>
      )}
      <ChipLinks
        label={t.viewsLabel}
        items={VIEWS.map((view) => ({
          href: addressOf(query, { view }),
          label: view === 'all' ? t.views.all : `${t.views[view]} (${inbox.counts[view]})`,
          current: view === query.view,
        }))}
      />
      <FilterBar
        action={PATH}
        keep={{ view: query.view }}
        clearHref={filtered ? `${PATH}?view=${query.view}` : undefined}
      >
        <TextField name="q" type="search" label={t.q} value={query.q} grow />
        <Select
          name="state"
          label={t.state}
          empty={t.any}
          value={query.state}
          options={STATES.map((state) => ({ value: state, label: d.states[state] }))}
        />
        <Select name="topic" label={t.topic} empty={t.any} value={query.topic} options={props.topics} />
        <Suggest name="county" label={t.county} empty={t.any} value={query.county} options={props.counties} />
        <Select
          name="channel"
          label={t.channel}
          empty={t.any}
          value={query.channel}
          options={CHANNELS.map((channel) => ({ value: channel, label: d.channels[channel] }))}
        />
      </FilterBar>
      {inbox.items.length === 0 ? (
        <EmptyState title={filtered ? t.none : t.emptyTitle[query.view]}>
          {filtered ? '' : t.empty}
        </EmptyState>
      ) : (
        <QuestionTable items={inbox.items} names={props.names} caption={t.caption(t.views[query.view])} />
      )}
      {(inbox.next || query.after) && (
        <nav class="pagination" aria-label={t.viewsLabel}>
          <ul>
            {query.after && (
              <li>
                <a href={addressOf(query, {})}>{t.first}</a>
              </li>
            )}
            {inbox.next && (
              <li>
                <a href={addressOf(query, { after: inbox.next })} rel="next">
                  {t.next}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </DeskFrame>
  );
}

export function QuestionTable(props: {
  items: readonly Listed[];
  names: ReadonlyMap<string, string>;
  caption: string;
}) {
  const t = useText(text);
  const d = useText(deskText);
  const { now, lang } = useView();
  const today = warsawDate(now);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.items}
      columns={[
        {
          key: 'subject',
          label: t.subject,
          heading: true,
          cell: (row) => (
            <>
              <a href={`/advice/desk/questions/${row.id}`}>{row.subject || t.noSubject}</a>
              <div class="plain muted">
                <span class="num">{row.number}</span> · {d.channels[row.channel]}
                {row.topicCode && ` · ${props.names.get(row.topicCode) ?? row.topicCode}`}
                {row.countyCode && ` · ${props.names.get(row.countyCode) ?? row.countyCode}`}
                {row.callBackAt && (
                  <>
                    {' · '}
                    <b>{t.callBack(formatDateTime(row.callBackAt, lang))}</b>
                  </>
                )}
              </div>
            </>
          ),
        },
        { key: 'state', label: t.stateColumn, cell: (row) => <QuestionTags question={row} /> },
        {
          key: 'due',
          label: t.due,
          cell: (row) => row.dueOn && <DateText date={row.dueOn} late={row.dueOn < today} />,
        },
        {
          key: 'who',
          label: t.who,
          cell: (row) => row.assignedName ?? <span class="muted">{d.nobody}</span>,
        },
        { key: 'asked', label: t.asked, cell: (row) => <DateText date={row.askedAt} /> },
      ]}
    />
  );
}
