import { relativeDays, warsawDate } from '#kernel/time.ts';
import { DateText } from '#ui/components/format.tsx';
import { DataTable, type Sort } from '#ui/components/table.tsx';
import { useText, useView } from '#ui/view.tsx';
import { CaseStateTag, InstitutionBadge } from '../../pages/case-frame.tsx';
import { text } from '../../text.pl.ts';
import type { CaseLine } from '../schema.ts';

/** Cases with what each waits for; the morning page and the list share it. */
export function CaseTable(props: { lines: readonly CaseLine[]; caption: string; sort?: Sort }) {
  const all = useText(text);
  const t = all.list;
  const { lang, now } = useView();
  const day = warsawDate(now);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      sort={props.sort}
      rows={props.lines}
      columns={[
        {
          key: 'number',
          label: t.case,
          heading: true,
          sortable: props.sort !== undefined,
          cell: (line) => (
            <>
              <a href={`/cases/${line.id}`}>{line.number}</a>
              {line.partnership && <span class="plain"> · {line.partnership}</span>}
              <br />
              <span class="plain">{line.person ?? all.hiddenPerson}</span>
            </>
          ),
        },
        {
          key: 'state',
          label: t.state,
          sortable: props.sort !== undefined,
          cell: (line) => <CaseStateTag state={line.state} />,
        },
        { key: 'what', label: t.what, cell: (line) => all.waits[line.waitsFor] },
        {
          key: 'who',
          label: t.who,
          cell: (line) =>
            line.institution ? (
              <InstitutionBadge type={line.institution.type} name={line.institution.name} />
            ) : (
              '–'
            ),
        },
        {
          key: 'until',
          label: t.until,
          sortable: props.sort !== undefined,
          cell: (line) =>
            line.until ? (
              <DateText
                date={line.until}
                late={line.until < day}
                after={
                  <>
                    <br />
                    <small class={line.until < day ? 'late' : 'muted'}>
                      {relativeDays(day, line.until, lang)}
                    </small>
                  </>
                }
              />
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
