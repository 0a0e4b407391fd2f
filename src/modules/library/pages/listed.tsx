import { DateText } from '#ui/components/format.tsx';
import { RuledList } from '#ui/components/panels.tsx';
import { useText, useView } from '#ui/view.tsx';
import type { Listed } from '../schema.ts';
import { text } from '../text.pl.ts';

/** One document in a list: its title leads there, then what it is and from when. */
export function ListedItem({ item, level = 3 }: { item: Listed; level?: 2 | 3 }) {
  const t = useText(text);
  const { lang } = useView();
  const link = (
    <a href={item.path} hreflang={item.lang} lang={item.lang === lang ? undefined : item.lang}>
      {item.title}
    </a>
  );
  return (
    <article class="listed" lang={item.lang === lang ? undefined : item.lang}>
      {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
      {item.lead && <p>{item.lead}</p>}
      <p class="muted">
        {t.kinds[item.kind]} · <DateText date={item.publishedAt} />
      </p>
    </article>
  );
}

export function ListedItems({ items, level }: { items: readonly Listed[]; level?: 2 | 3 }) {
  return <RuledList items={items.map((item) => <ListedItem item={item} level={level} />)} />;
}
