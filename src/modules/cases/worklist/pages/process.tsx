import { warsawDate } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { Panel, SummaryList } from '#ui/components/panels.tsx';
import { DataTable } from '#ui/components/table.tsx';
import { Page } from '#ui/shell.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseStateTag, InstitutionBadge } from '../../pages/case-frame.tsx';
import { CASE_STATES } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import type { ProcessLine } from '../schema.ts';

/** What the partnership coordinator needs: delays and whose turn it is. Neither persons nor content. */
export function ProcessPage(props: { partnershipId: string; lines: readonly ProcessLine[] }) {
  const all = useText(text);
  const t = all.process;
  const { now } = useView();
  const day = warsawDate(now);
  const late = props.lines.filter((line) => line.until !== null && line.until < day).length;
  const byState = CASE_STATES.map((state) => ({
    state,
    n: props.lines.filter((line) => line.state === state).length,
  })).filter(({ n }) => n > 0);
  return (
    <Page
      title={t.title}
      lead={`${t.lead} ${all.list.count(props.lines.length)}, ${t.lateCount(late)}.`}
      breadcrumb={[{ href: `/partnerships/${props.partnershipId}`, label: '←' }]}
    >
      <Panel title={t.byState}>
        <SummaryList
          items={byState.map(({ state, n }) => ({ term: <CaseStateTag state={state} />, value: n }))}
        />
      </Panel>
      <Panel title={t.list} long>
        <DataTable
          caption={t.list}
          captionHidden
          rows={props.lines.filter((line) => line.waitsFor !== 'nothing')}
          columns={[
            { key: 'number', label: t.number, heading: true, cell: (line) => line.number },
            { key: 'state', label: all.list.state, cell: (line) => <CaseStateTag state={line.state} /> },
            { key: 'since', label: t.since, cell: (line) => <DateText date={line.since} /> },
            { key: 'what', label: all.list.what, cell: (line) => all.waits[line.waitsFor] },
            {
              key: 'who',
              label: all.list.who,
              cell: (line) =>
                line.institution ? (
                  <InstitutionBadge type={line.institution.type} name={line.institution.name} />
                ) : (
                  '–'
                ),
            },
            {
              key: 'until',
              label: all.list.until,
              cell: (line) => (line.until ? <DateText date={line.until} late={line.until < day} /> : '–'),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
