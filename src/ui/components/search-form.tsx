import type { Child } from 'hono/jsx';
import { Icon } from '../icon.tsx';
import { Button } from './buttons.tsx';
import { TextField } from './text-fields.tsx';

/** Words to look for, with what narrows the search folded away until it is asked for. What is found follows while typing. */
export function SearchForm(props: {
  action: string;
  label: string;
  /** The selector of the part of the page that holds what is found. */
  found: string;
  q: { readonly label: string; readonly value: string };
  narrow: string;
  /** Something of what narrows is chosen: it stands open. */
  narrowed: boolean;
  find: string;
  /** The way to an empty search, where there is something to clear. */
  clear?: { readonly href: string; readonly label: string } | false;
  /** What else is kept in the address. */
  keep?: Readonly<Record<string, string | undefined>>;
  children: Child;
}) {
  const { q, clear } = props;
  return (
    <search>
      <form
        class="search-form"
        method="get"
        action={props.action}
        aria-label={props.label}
        data-live={props.found}
      >
        {Object.entries(props.keep ?? {}).map(
          ([name, value]) => value && <input type="hidden" name={name} value={value} />,
        )}
        <TextField name="q" label={q.label} type="search" value={q.value} maxlength={100} />
        <details class="more-details" open={props.narrowed}>
          <summary>
            <Icon name="more" />
            {props.narrow}
          </summary>
          <div class="search-more">{props.children}</div>
        </details>
        <div class="search-go">
          <Button>{props.find}</Button>
          {clear && <a href={clear.href}>{clear.label}</a>}
        </div>
      </form>
    </search>
  );
}
