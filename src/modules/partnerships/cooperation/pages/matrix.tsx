import { DataTable } from '#ui/components/table.tsx';
import { WithThread } from '#ui/components/tags.tsx';
import { useText } from '#ui/view.tsx';
import {
  type Cooperation,
  type Count,
  type Link,
  type Party,
  placeOf,
  type Shown,
  waysOf,
} from '../schema.ts';
import { type Text, text } from '../text.pl.ts';

const told = (count: Count, t: Text): string => (count.veil ? t[count.veil] : String(count.n ?? 0));
const figure = (n: number): string => (n === 0 ? '' : String(n));

/** What stands in the cell of a row and a column; empty when there is nothing. */
function cellOf(link: Link | undefined, show: Shown, back: 0 | 1, t: Text): string {
  if (!link) return '';
  switch (show) {
    case 'ways':
      return figure(waysOf(link));
    case 'agreement':
      return link.agreement ? t.yes : '';
    case 'referral':
      return link.sent[back].n === 0 ? '' : `${told(link.sent[back], t)} (${told(link.accepted[back], t)})`;
    case 'case':
      return link.cases.n === 0 ? '' : told(link.cases, t);
    case 'meeting':
      return figure(link.meetings);
    case 'event':
      return figure(link.events);
    default:
      return figure(link.groups);
  }
}

function Name(props: { party: Party; number: number }) {
  const { party, number } = props;
  const name = `${number}. ${party.shortName}`;
  if (!party.thread) return <>{name}</>;
  return (
    <WithThread thread={party.thread} kind={party.type} name={party.name}>
      {name}
    </WithThread>
  );
}

/** Rows and columns are institutions; on a phone each institution has a list of those it works with. */
export function Matrix({ view, show }: { view: Cooperation; show: Shown }) {
  const t = useText(text);
  const { parties, links } = view;
  const rows = parties.map((party, index) => ({ party, index }));
  const at = (row: number, column: number) =>
    cellOf(links.get(placeOf(row, column)), show, row < column ? 0 : 1, t);
  return (
    <>
      <div class="coop-matrix">
        <DataTable
          caption={`${t.matrix}: ${t.shows[show]}`}
          keepTable
          rows={rows}
          columns={[
            {
              key: 'name',
              label: t.institution,
              heading: true,
              cell: ({ party, index }) => <Name party={party} number={index + 1} />,
            },
            ...parties.map((party, column) => ({
              key: party.id,
              label: `${column + 1}. ${party.shortName}`,
              number: true,
              cell: ({ index }: { index: number }) =>
                index === column ? (
                  <span class="coop-self">
                    <span class="visually-hidden">{t.self}</span>
                  </span>
                ) : (
                  at(index, column) || (
                    <>
                      <span class="muted" aria-hidden="true">
                        –
                      </span>
                      <span class="visually-hidden">{t.nothing}</span>
                    </>
                  )
                ),
            })),
          ]}
        />
      </div>
      <ul class="coop-list plain">
        {rows.map(({ party, index }) => {
          const others = rows.filter(({ index: other }) => other !== index && at(index, other));
          return (
            <li>
              <Name party={party} number={index + 1} />
              {others.length === 0 ? (
                <p class="muted">{t.alone}</p>
              ) : (
                <ul>
                  {others.map(({ party: other, index: column }) => (
                    <li>
                      {other.shortName}: <b>{at(index, column)}</b>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
