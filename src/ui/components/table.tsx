import type { Child } from 'hono/jsx';
import { Icon } from '../icon.tsx';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';
import { withQuery } from './address.ts';

export interface Column<Row> {
  /** Also the value of `sort` in the address. */
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** Right-aligned tabular figures. */
  readonly number?: boolean;
  readonly sortable?: boolean;
  /** Names the row: one column only, the first. */
  readonly heading?: boolean;
  /** A column of actions has a header for screen readers only. */
  readonly quiet?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

/**
 * A table whose rows become cards on a phone. Headers of sortable columns are links that set `sort` in the
 * address (`-name` is descending) and go back to the first page.
 */
export function DataTable<Row>(props: {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  caption: string;
  /** The caption is read out but not shown where a heading already says it. */
  captionHidden?: boolean;
  sort?: Sort;
  foot?: Child;
  /** Wide tables of figures scroll sideways instead of turning into cards. */
  keepTable?: boolean;
  /** On a phone the cells of a row follow each other without labels: for long lists whose values say what they are. */
  flow?: boolean;
}) {
  const body = (
    <table class="table" data-cards={props.keepTable ? undefined : props.flow ? 'flow' : ''}>
      <caption class={props.captionHidden ? 'visually-hidden' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <HeaderCell column={column} sort={props.sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            {props.columns.map((column) =>
              column.heading ? (
                <th scope="row">{column.cell(row)}</th>
              ) : (
                <td
                  class={column.number ? 'number' : column.quiet ? 'actions' : undefined}
                  data-label={column.quiet ? undefined : column.label}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {props.foot && <tfoot>{props.foot}</tfoot>}
    </table>
  );
  if (!props.keepTable) return body;
  return (
    <section class="table-scroll" tabindex={0} aria-label={props.caption}>
      {body}
    </section>
  );
}

function HeaderCell<Row>(props: { column: Column<Row>; sort?: Sort }) {
  const t = useText(text);
  const { path } = useView();
  const { column, sort } = props;
  const classes = column.number ? 'number' : undefined;
  if (column.quiet) {
    return (
      <th scope="col">
        <span class="visually-hidden">{column.label}</span>
      </th>
    );
  }
  if (!column.sortable) {
    return (
      <th scope="col" class={classes}>
        {column.label}
      </th>
    );
  }
  const active = sort?.by === column.key;
  const down = active && sort?.down === true;
  const href = withQuery(path, { sort: active && !down ? `-${column.key}` : column.key, page: null });
  return (
    <th scope="col" class={classes} aria-sort={active ? (down ? 'descending' : 'ascending') : undefined}>
      <a class="sort" href={href} title={t.sortBy(column.label)}>
        {column.label}
        <Icon name={active ? (down ? 'sortDown' : 'sortUp') : 'sortNone'} />
      </a>
    </th>
  );
}
