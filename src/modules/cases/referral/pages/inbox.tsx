import { formatDate, relativeDays, warsawDate } from '#kernel/time.ts';
import { withQuery } from '#ui/components/address.ts';
import { ButtonLink } from '#ui/components/buttons.tsx';
import { Select } from '#ui/components/choices.tsx';
import { FormScope } from '#ui/components/form-scope.tsx';
import { FilterBar, Pagination } from '#ui/components/lists.tsx';
import { EmptyState } from '#ui/components/panels.tsx';
import { Tabs } from '#ui/components/progress.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { StateTag, Tag, type TagTone } from '#ui/components/tags.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { InstitutionBadge } from '../../pages/case-frame.tsx';
import type { Term } from '../../schema.ts';
import { mustAct, type ReferralLine, type ReferralQuery, type ReferralState, SHOWS } from '../schema.ts';
import type { DraftLine } from '../send/form/schema.ts';
import { Drafts } from '../send/pages/drafts.tsx';
import { text } from '../text.pl.ts';
import { label } from './packet.tsx';

const TONES: Readonly<Record<ReferralState, TagTone>> = {
  draft: 'neutral',
  sent: 'info',
  seen: 'info',
  needs_info: 'warning',
  accepted: 'success',
  declined: 'neutral',
  expired: 'danger',
  withdrawn: 'neutral',
};

export function ReferralStateTag(props: { state: ReferralState }) {
  const t = useText(text);
  return <StateTag tone={TONES[props.state]} label={t.states[props.state]} />;
}

function Due(props: { line: ReferralLine }) {
  const t = useText(text);
  const { lang, now } = useView();
  const day = warsawDate(now);
  const { line } = props;
  if (mustAct(line.state) === null) return <span class="muted">{formatDate(line.dueOn, lang)}</span>;
  const late = line.dueOn < day;
  return (
    <>
      <span class={late ? 'late nowrap' : 'nowrap'}>{formatDate(line.dueOn, lang)}</span>{' '}
      <span class="muted">{late ? t.list.late : relativeDays(day, line.dueOn, lang)}</span>
    </>
  );
}

export function InboxPage(props: {
  query: ReferralQuery;
  lines: readonly ReferralLine[];
  total: number;
  pageSize: number;
  needs: readonly Term[];
  mayRefer: boolean;
  mayImport: boolean;
  drafts: readonly DraftLine[];
}) {
  const t = useText(text);
  const { path, lang } = useView();
  const { query: q } = props;
  const incoming = q.box === 'in';
  return (
    <Page
      title={t.title}
      lead={t.list.lead}
      actions={
        props.mayRefer ? (
          <>
            {props.mayImport && <ButtonLink href="/referrals/import">{t.list.fromFile}</ButtonLink>}
            <ButtonLink href="/referrals/new" variant="primary" icon="add">
              {t.list.new}
            </ButtonLink>
          </>
        ) : undefined
      }
      aside={props.drafts.length > 0 ? <Drafts drafts={props.drafts} /> : undefined}
    >
      <Tabs
        label={t.title}
        items={(['in', 'out'] as const).map((box) => ({
          href: withQuery(path, { box: box === 'in' ? null : box, page: null }),
          label: t.list[box],
          current: q.box === box,
        }))}
      />
      <FormScope values={{ show: q.show }}>
        <FilterBar
          action="/referrals"
          live="referrals"
          keep={{ box: incoming ? undefined : q.box, sort: q.sort === 'due' ? undefined : q.sort }}
        >
          <Select
            name="show"
            label={t.list.show}
            width="m"
            options={SHOWS.map((show) => ({ value: show, label: t.list.shows[show] }))}
          />
        </FilterBar>
      </FormScope>
      <div id="referrals" aria-live="polite">
        {props.lines.length === 0 ? (
          <EmptyState title={incoming ? t.list.emptyIn : t.list.emptyOut}>
            {incoming ? t.list.emptyInBody : t.list.emptyOutBody}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={t.count(props.total)}
              sort={{ by: q.sort.replace('-', ''), down: q.sort.startsWith('-') }}
              rows={props.lines}
              columns={[
                {
                  key: 'who',
                  label: t.list.who,
                  heading: true,
                  cell: (line) => (
                    <>
                      <a href={`/referrals/${line.id}`}>{line.who || line.number}</a>{' '}
                      {line.urgent && <Tag tone="warning">{t.packet.urgent}</Tag>}
                      <br />
                      <span class="muted small">
                        {[line.number, line.gmina, t.kinds[line.kind]].filter(Boolean).join(' · ')}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'needs',
                  label: t.list.needs,
                  cell: (line) => line.needs.map((code) => label(props.needs, code)).join(', '),
                },
                {
                  key: 'other',
                  label: incoming ? t.list.from : t.list.to,
                  cell: (line) => (
                    <>
                      <InstitutionBadge type={line.otherType} name={line.otherName} /> {line.otherName}
                    </>
                  ),
                },
                {
                  key: 'state',
                  label: t.list.state,
                  cell: (line) => <ReferralStateTag state={line.state} />,
                },
                { key: 'handler', label: t.list.handler, cell: (line) => line.handler ?? t.list.nobody },
                {
                  key: 'sent',
                  label: t.list.sent,
                  sortable: true,
                  cell: (line) => <span class="nowrap">{formatDate(line.sentOn, lang)}</span>,
                },
                { key: 'due', label: t.list.due, sortable: true, cell: (line) => <Due line={line} /> },
              ]}
            />
            <Pagination page={q.page} pageSize={props.pageSize} total={props.total} />
          </>
        )}
      </div>
    </Page>
  );
}
