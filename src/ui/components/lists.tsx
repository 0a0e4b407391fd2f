import type { Child } from 'hono/jsx';
import { Icon } from '../icon.tsx';
import { text } from '../text.pl.ts';
import { useText, useView } from '../view.tsx';
import { withQuery } from './address.ts';
import { Button } from './buttons.tsx';
import { formatNumber } from './format.tsx';

/** First, last and the neighbours of the current page; null is a gap. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    return before !== undefined && page - before > 1 ? [null, page] : [page];
  });
}

/** Where in the list we are, and links to the other pages (`page` in the address). */
export function Pagination(props: { page: number; pageSize?: number; total: number }) {
  const t = useText(text);
  const { path, lang } = useView();
  const size = props.pageSize ?? 25;
  const last = Math.max(1, Math.ceil(props.total / size));
  const from = props.total === 0 ? 0 : (props.page - 1) * size + 1;
  const to = Math.min(props.total, props.page * size);
  const href = (page: number) => withQuery(path, { page: page === 1 ? null : String(page) });
  return (
    <nav class="pagination" aria-label={t.pages}>
      <p class="num">{t.range(from, to, formatNumber(props.total, lang))}</p>
      {last > 1 && (
        <ul>
          {props.page > 1 && (
            <li>
              <a href={href(props.page - 1)} rel="prev">
                <Icon name="previous" /> {t.previous}
              </a>
            </li>
          )}
          {pageNumbers(props.page, last).map((page) => (
            <li>
              {page === null ? (
                <span class="gap">…</span>
              ) : page === props.page ? (
                <span class="now num" aria-current="page">
                  <span class="visually-hidden">{t.page(page)}</span>
                  <span aria-hidden="true">{page}</span>
                </span>
              ) : (
                <a class="num" href={href(page)} aria-label={t.page(page)}>
                  {page}
                </a>
              )}
            </li>
          ))}
          {props.page < last && (
            <li>
              <a href={href(props.page + 1)} rel="next">
                {t.next} <Icon name="next" />
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}

/**
 * Filters as an ordinary GET form, so that a filtered list has an address. With `live` (the id of the list) the
 * script swaps that region while typing; the region then needs `aria-live="polite"`.
 */
export function FilterBar(props: {
  action: string;
  live?: string;
  layout?: 'row' | 'column';
  clearHref?: string;
  /** Parameters to carry along, such as the sorting. */
  keep?: Readonly<Record<string, string | undefined>>;
  children?: Child;
}) {
  const t = useText(text);
  return (
    <form
      class="filters"
      method="get"
      action={props.action}
      aria-label={t.filters}
      data-layout={props.layout}
      data-live={props.live && `#${props.live}`}
    >
      {Object.entries(props.keep ?? {}).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
      {props.children}
      <Button>{t.filter}</Button>
      {props.clearHref && (
        <a class="clear" href={props.clearHref}>
          {t.clearFilters}
        </a>
      )}
    </form>
  );
}
